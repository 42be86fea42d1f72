"""Files and pictures that come by paste or drop: taken apart here, kept in the I/O pool, said in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter

from models.errors import UserError
from models.kinds import EvidenceSource
from ui.error_words import sentence
from ui.i18n import translator

if TYPE_CHECKING:
    from desktop.services.evidence_intake import AddedEvidence, EvidenceIntake

tr = translator("cases")


@dataclass(frozen=True, slots=True)
class Intake:
    """What was pasted or dropped: files, a picture, or a text; empty when it is none of these."""

    paths: tuple[Path, ...] = ()
    picture: QImage | None = None
    text: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to keep."""
        return not self.paths and self.picture is None and not self.text.strip()


def can_take(data: QMimeData) -> bool:
    """Whether something dropped could be evidence."""
    return data.hasUrls() or data.hasImage() or data.hasText()


def read_intake(data: QMimeData | None) -> Intake:
    """Take a clipboard or a drop apart: files first, then a picture, then plain text. HTML counts as its text only."""
    if data is None:
        return Intake()
    paths = tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    if paths:
        return Intake(paths=paths)
    if data.hasImage():
        picture = data.imageData()
        if isinstance(picture, QImage) and not picture.isNull():
            return Intake(picture=picture)
    return Intake(text=data.text() if data.hasText() else "")


def keep_intake(
    evidence: EvidenceIntake, case_id: int, intake: Intake, source: EvidenceSource, now: datetime
) -> tuple[AddedEvidence, ...]:
    """Put it into the store; waits for the disk and the decoder, so it runs in the I/O pool."""
    if intake.paths:
        return evidence.add_paths(case_id, intake.paths, source)
    name = f"{source.value}-{now:%Y%m%d-%H%M%S}"
    if intake.picture is not None:
        return (evidence.add_bytes(case_id, png_of(intake.picture), f"{name}.png", source),)
    return (evidence.add_bytes(case_id, intake.text.encode("utf-8", "replace"), f"{name}.txt", source),)


def png_of(picture: QImage) -> bytes:
    """A picture as the bytes of a PNG file; UserError `evidence_empty` if there is none."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(b"png")).write(picture):
        raise UserError("evidence_empty")
    return bytes(buffer.data().data())


def told(added: Sequence[AddedEvidence]) -> str:
    """One sentence for what became of the files; for what failed, how many and why the first one did."""
    kept = sum(item.error is None and not item.already_there for item in added)
    known = sum(item.already_there for item in added)
    bad = [item.error for item in added if item.error is not None]
    parts = []
    if kept:
        parts.append(tr("%n piece(s) of evidence added", n=kept))
    if known:
        parts.append(tr("%n already there", n=known))
    if bad:
        parts.append(tr("%n could not be kept", n=len(bad)))
        parts.append(sentence(bad[0]).what)
    return " · ".join(parts)
