"""The Packet page with its shop, and what tests do with it."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image, ImageDraw
from PySide6.QtCore import QModelIndex, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.context import AppContext
from models.records import Evidence
from ui.background import Background
from ui.packets.packets_page import PacketsPage
from ui.page import Target

NICK = "花果山_大圣01"


def photo(number: int) -> bytes:
    """A picture file, another one for each number."""
    image = Image.new("RGB", (320, 240), (230, 225, 215))
    ImageDraw.Draw(image).ellipse((60, 40, 260, 200), fill=(40 * number % 255, 90, 120))
    kept = io.BytesIO()
    image.save(kept, "JPEG")
    return kept.getvalue()


@dataclass
class PacketTable:
    """A page with its shop, and what it said and asked for."""

    ctx: AppContext
    page: PacketsPage
    background: Background
    case_id: int
    number: str
    qtbot: QtBot
    folder: Path
    said: list[str] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    failed: list[BaseException] = field(default_factory=list)
    errors: list[BaseException] = field(default_factory=list)

    def settle(self) -> None:
        """Wait until nothing is under way."""

        def calm() -> None:
            assert self.background.pending() == 0
            assert not self.page.builder.busy
            assert not self.page.options.summary.field.waiting()
            assert not self.page.options.fields.field.waiting()

        for _ in range(3):
            # What a change led to may still stand in the queue of events.
            QApplication.processEvents()
            self.qtbot.waitUntil(calm, timeout=30_000)
        assert self.failed == []

    def open_case(self) -> None:
        """Show the packet of the case."""
        self.page.open(Target("packets", self.number))
        self.settle()

    def row(self, place: int) -> QModelIndex:
        """The index of a row."""
        return self.page.model.index(place)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in the list of exhibits."""
        self.qtbot.keyClick(self.page.exhibits.list, key, held)

    def choose(self, place: int) -> None:
        """Make a row the current one."""
        self.page.exhibits.list.setFocus()
        self.page.exhibits.list.choose_row(place)

    def editor(self) -> QPlainTextEdit:
        """The editor open in the list."""
        found = [one for one in self.page.exhibits.list.findChildren(QPlainTextEdit) if one.isVisible()]
        assert len(found) == 1
        return found[0]

    def drop(self, source: int, target: int, *, below: bool) -> None:
        """Drop the exhibit of a row on the upper or lower half of another."""
        view = self.page.exhibits.list
        place = view.visualRect(self.row(target))
        point = QPointF(place.center().x(), place.bottom() - 5 if below else place.top() + 5)
        data = self.page.model.mimeData([self.row(source)])
        event = QDropEvent(
            point, Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        view.dropEvent(event)

    def exhibits(self) -> list[int]:
        """The numbers of the evidence that the store has as exhibits, in their order."""
        stored = self.ctx.evidence.list_case_evidence(self.case_id)
        return [item.number for item in stored if item.exhibit is not None]

    def shown(self) -> list[int]:
        """The numbers of the evidence that the page shows as exhibits."""
        return [item.number for item in self.page.model.exhibits()]

    def evidence(self, number: int) -> Evidence:
        """A piece of evidence by its number in the case."""
        return next(item for item in self.ctx.evidence.list_case_evidence(self.case_id) if item.number == number)
