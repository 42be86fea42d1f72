"""The Evidence page with its shop, and what tests do with it."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.context import AppContext
from models.records import Evidence
from ui.background import Background
from ui.evidence.evidence_page import EvidencePage
from ui.page import Target

NICK = "花果山_大圣01"


def photo(colour: str = "red", size: tuple[int, int] = (320, 240), form: str = "JPEG") -> bytes:
    """A picture file."""
    kept = io.BytesIO()
    Image.new("RGB", size, colour).save(kept, form)
    return kept.getvalue()


@dataclass
class Desk:
    """A page with its shop, and what it said and asked for."""

    ctx: AppContext
    page: EvidencePage
    background: Background
    case_id: int
    number: str
    qtbot: QtBot
    folder: Path
    said: list[str] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    failed: list[BaseException] = field(default_factory=list)

    def settle(self) -> None:
        """Wait until nothing is under way."""

        def calm() -> None:
            assert self.background.pending() == 0
            assert not self.page._gather.isActive()

        for _ in range(3):
            # What a change led to may still stand in the queue of events.
            QApplication.processEvents()
            self.qtbot.waitUntil(calm, timeout=20_000)
        assert self.failed == []

    def open_case(self) -> None:
        """Show the case's evidence."""
        self.page.open(Target("evidence", self.number))
        self.settle()

    def evidence(self) -> list[Evidence]:
        """The case's evidence as the store has it, by number."""
        return sorted(self.ctx.evidence.list_case_evidence(self.case_id), key=lambda item: item.number)

    def file(self, name: str, data: bytes) -> Path:
        """A file outside the shop."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    def shown_ids(self) -> list[int]:
        """The evidence in the model in front, in order."""
        model = self.page.model()
        rows = [model.evidence_row(row) for row in range(model.evidence_count())]
        return [row.evidence.id for row in rows if row is not None]

    def kept_file(self, item: Evidence) -> Path:
        """Where the bytes of a piece of evidence lie."""
        return self.ctx.store.files.path(item.sha256)
