"""What became of everything that was dropped, pasted or chosen: in one sentence, and line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.services.evidence_intake import AddedEvidence, Incoming
from models.errors import AftercaseError
from models.kinds import EvidenceSource
from ui import error_words
from ui import format as written
from ui.error_words import ErrorWords, sentence
from ui.i18n import translator
from ui.intake.pieces import Form
from ui.plain import isolate, one_line

tr = translator("intake")
# Trying these again would end the same way.
_LASTING = frozenset(
    ("archive_encrypted", "archive_method", "archive_link", "archive_special", "archive_lies", "archive_crc",
     "archive_overlap", "archive_bomb", "archive_damaged", "evidence_is_folder", "evidence_empty")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AddReport:
    """What became of each file that was tried; `incoming` has them all, so that what failed can be tried again."""

    added: tuple[AddedEvidence, ...]
    incoming: tuple[Incoming, ...] = ()
    case_id: int = 0
    source: EvidenceSource = EvidenceSource.CHOSEN
    stopped: bool = False
    cut: bool = False
    taken: Form | None = None
    left: tuple[Form, ...] = ()

    @property
    def kept(self) -> tuple[AddedEvidence, ...]:
        """New evidence."""
        return tuple(one for one in self.added if one.evidence_id is not None and not one.already_there)

    @property
    def doubles(self) -> tuple[AddedEvidence, ...]:
        """What was there already."""
        return tuple(one for one in self.added if one.already_there)

    @property
    def failed(self) -> tuple[AddedEvidence, ...]:
        """What could not be kept, and why."""
        return tuple(one for one in self.added if one.error is not None)

    @property
    def noted(self) -> tuple[AddedEvidence, ...]:
        """What was kept, with something to be said about it."""
        return tuple(one for one in self.added if one.note and one.error is None)

    @property
    def again(self) -> tuple[Incoming, ...]:
        """What failed and may well come in when it is tried again."""
        return tuple(
            self.incoming[one.place]
            for one in self.failed
            if one.error is not None and one.error.code not in _LASTING and one.place < len(self.incoming)
        )

    @property
    def full(self) -> bool:
        """Whether the disk was full."""
        return any(one.error is not None and one.error.code == "disk_full" for one in self.added)


def told(report: AddReport) -> str:
    """One sentence for all of it."""
    parts = []
    if report.kept or not (report.doubles or report.failed or report.stopped):
        parts.append(tr("%n piece(s) of evidence added", n=len(report.kept)))
    if report.doubles:
        parts.append(tr("%n already in this case", n=len(report.doubles)))
    if report.failed:
        parts.append(tr("%n not kept", n=len(report.failed)))
    if report.full:
        parts.append(tr("the disk is full"))
    if report.stopped:
        parts.append(tr("stopped"))
    if report.cut:
        parts.append(tr("only the first %1 files were taken", written.count(len(report.incoming))))
    if report.kept and Form.PICTURE in report.left:
        parts.append(tr("taken as text, the picture beside it was left out"))
    return " · ".join(parts)


def needs_words(report: AddReport) -> bool:
    """Whether there is more to say than that all of it is simply there."""
    return bool(report.doubles or report.failed or report.noted or report.stopped or report.cut)


def lines(report: AddReport) -> Iterator[str]:
    """What is to be said of single files: what failed first, then what was there, then what is worth knowing."""
    if report.full:
        yield tr("What is added is safe. Free some space on the disk, then try again: the rest comes in then.")
    for one in report.failed:
        if one.error is not None:
            words = sentence(one.error)
            yield f"{_name(one)}  {words.what} {words.next}".rstrip()
    for one in report.doubles:
        yield f"{_name(one)}  {tr('already in this case as number %1', one.number or '')}"
    for one in report.noted:
        yield f"{_name(one)}  {_note(one.note)}".rstrip()


def _name(one: AddedEvidence) -> str:
    return isolate(one_line(one.name))


def _note(code: str) -> str:
    return {
        "archive_not_opened": tr("kept as one file: only ZIP archives can be opened"),
        "archive_inside": tr("kept as one file: an archive inside an archive is not opened"),
        "archive_empty": tr("kept as one file: there are no files in it"),
        "archive_in_parts": tr("kept as one file: it is only a part of an archive"),
        "archive_too_many": tr("kept as one file: there are too many files in it"),
        "archive_too_large": tr("kept as one file: unpacked it would be far too large"),
    }.get(code, tr("kept as one file: the archive cannot be read"))


def intake_errors(error: AftercaseError) -> ErrorWords | None:
    """Words for what can be wrong with one file of an archive."""
    same, out = tr("Ask the buyer to send it again."), tr("It was left out.")
    itself = tr("Unpack it yourself, then add the file.")
    return {
        "archive_encrypted": ErrorWords(tr("It is locked with a password."), itself),
        "archive_method": ErrorWords(tr("It is packed in a way that cannot be read."), itself),
        "archive_link": ErrorWords(tr("It is a link to another file."), out),
        "archive_special": ErrorWords(tr("It is no ordinary file."), out),
        "archive_lies": ErrorWords(tr("It is not as the archive says it is."), same),
        "archive_crc": ErrorWords(tr("It was damaged on the way."), same),
        "archive_overlap": ErrorWords(tr("It shares its bytes with another file of the archive."), out),
        "archive_bomb": ErrorWords(tr("Unpacked it would be far too large."), out),
        "archive_damaged": ErrorWords(tr("The archive is damaged here."), same),
        "evidence_not_a_file": ErrorWords(tr("This is not a file that can be kept.")),
    }.get(error.code)  # fmt: skip


error_words.register(intake_errors)
