"""F1: the keys of this page and of the whole program."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from ui.actions import Command, key_text
from ui.i18n import translator
from ui.page import Key
from ui.plain import PlainLabel
from ui.widgets.controls import KeyHint
from ui.widgets.panel import section_label

tr = translator("frame")


class ShortcutsDialog(QDialog):
    """Two columns: this page's keys and those of all lists, then everything in the menus."""

    def __init__(
        self, page_title: str, keys: Sequence[Key], commands: Sequence[Command], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Shortcuts"))
        self.resize(720, 560)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        body = QWidget(area)
        body.setProperty("surface", "surface")
        self._grid = QGridLayout(body)
        self._grid.setContentsMargins(24, 20, 24, 20)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)
        self._grid.setColumnMinimumWidth(0, 90)
        self._grid.setColumnMinimumWidth(2, 90)
        if keys:
            self._fill(0, page_title, [(k.keys, k.does) for k in keys])
        self._fill(0, tr("In lists"), self._in_lists(), below=len(keys) + 1 if keys else 0)
        self._fill(2, tr("Everywhere"), [(key_text(c.shortcut), c.text.rstrip("…")) for c in commands if c.shortcut])
        area.setWidget(body)
        outer.addWidget(area)

    @staticmethod
    def _in_lists() -> list[tuple[str, str]]:
        return [
            ("↑ ↓  J K", tr("Move to another row")),
            ("Enter", tr("Open")),
            ("Esc", tr("Back to the list")),
            ("Space", tr("Look at the evidence")),
            (key_text("Shift+Down"), tr("Select many")),
        ]

    def _fill(self, column: int, title: str, rows: Sequence[tuple[str, str]], *, below: int = 0) -> None:
        self._grid.addWidget(section_label(title, self), below, column, 1, 2)
        for row, (keys, does) in enumerate(rows, start=below + 1):
            self._grid.addWidget(KeyHint(keys, self), row, column, Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(PlainLabel(does, self), row, column + 1)
        self._grid.setRowStretch(200, 1)
