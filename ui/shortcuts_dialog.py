"""F1: the keys of this page and of the whole program, to look through and to print."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QGridLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from ui.actions import Command, key_text, menus
from ui.fonts import families
from ui.i18n import translator
from ui.letters import letters_on
from ui.page import Key
from ui.palette_ranking import hit
from ui.plain import PlainLabel
from ui.widgets.buttons import Button
from ui.widgets.controls import KeyHint
from ui.widgets.panel import clear_layout, line, section_label

tr = translator("frame")
_MNEMONIC = re.compile(r"\(&.\)")
_POINTS, _ROW, _HEAD = 72.0, 14.0, 22.0
# the least of the usual height that still reads well; rows lost where a heading does not stay alone at a foot
_CLOSEST, _BROKEN = 0.8, 3
_BLACK, _GREY = QColor(0, 0, 0), QColor(110, 110, 110)


@dataclass(frozen=True, slots=True)
class KeyPart:
    """Keys that belong together: where they work, and what each does."""

    title: str
    keys: tuple[tuple[str, str], ...]


def key_parts(page_title: str, keys: Sequence[Key], commands: Sequence[Command]) -> tuple[KeyPart, ...]:
    """This page's keys, those of all lists, then the menus; made of ui.actions and of what the page says."""
    parts = [KeyPart(page_title, tuple((key.keys, key.does) for key in keys)), KeyPart(tr("In lists"), _in_lists())]
    for word, title in menus():
        found = []
        for command in commands:
            if command.menu == word and command.shortcut:
                both = [key_text(each) for each in (command.shortcut, command.second) if each]
                found.append(("  ".join(both), command.text.rstrip("…")))
        parts.append(KeyPart(_MNEMONIC.sub("", title).replace("&", ""), tuple(found)))
    return tuple(part for part in parts if part.keys)


def _in_lists() -> tuple[tuple[str, str], ...]:
    return (
        ("↑ ↓  J K" if letters_on() else "↑ ↓", tr("Move to another row")),
        ("Enter", tr("Open")),
        ("Esc", tr("Back to the list")),
        ("Space", tr("Look at the evidence")),
        (key_text("Shift+Down"), tr("Select many")),
        (key_text("Shift+F10"), tr("Actions of the row")),
        ("Tab", tr("Next field or list")),
    )


def matching(parts: Sequence[KeyPart], text: str) -> tuple[KeyPart, ...]:
    """Those with all words of a text in what they do, in their key or in their title."""
    found = []
    for part in parts:
        kept = tuple(each for each in part.keys if hit(text, each[1], f"{each[0]} {part.title}") is not None)
        if kept:
            found.append(KeyPart(part.title, kept))
    return tuple(found)


class ShortcutsDialog(QDialog):
    """Two columns under a search: this page's keys and those of all lists, then everything in the menus."""

    def __init__(
        self, page_title: str, keys: Sequence[Key], commands: Sequence[Command], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Shortcuts"))
        self.setAccessibleName(tr("Shortcuts"))
        self.resize(780, 640)
        self.parts = key_parts(page_title, keys, commands)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        head = line(margins=(24, 16, 24, 12), spacing=12)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Search in what keys do"))
        self.search.setAccessibleName(tr("Search in what keys do"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaxLength(100)
        self.search.textChanged.connect(self._show)
        head.addWidget(self.search, 1)
        self.print = Button(tr("Print…"), self, icon="printer")
        self.print.clicked.connect(self._print)
        head.addWidget(self.print)
        outer.addLayout(head)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setAccessibleName(tr("Shortcuts"))
        body = QWidget(area)
        body.setProperty("surface", "surface")
        self._grid = QGridLayout(body)
        self._grid.setContentsMargins(24, 12, 24, 20)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        for column in (0, 2):
            self._grid.setColumnStretch(column + 1, 1)
            self._grid.setColumnMinimumWidth(column, 104)
        area.setWidget(body)
        outer.addWidget(area)
        self._show("")
        self.search.setFocus()

    def _show(self, text: str) -> None:
        clear_layout(self._grid)
        parts = matching(self.parts, text)
        if not parts:
            self._grid.addWidget(PlainLabel(tr("Nothing found for “%1”", text), self, ink="text3"), 0, 0, 1, 4)
        ends, half = [0, 0], sum(len(part.keys) + 2 for part in parts) / 2
        side = 0
        for part in parts:
            if not side and ends[0] and ends[0] + len(part.keys) / 2 > half:
                side = 1
            ends[side] = self._fill(side * 2, ends[side], part)
        for row in range(self._grid.rowCount()):
            self._grid.setRowStretch(row, 0)
        self._grid.setRowStretch(max(ends) + 1, 1)

    def _fill(self, column: int, row: int, part: KeyPart) -> int:
        self._grid.addWidget(section_label(part.title, self), row, column, 1, 2)
        for below, (keys, does) in enumerate(part.keys, start=row + 1):
            self._grid.addWidget(KeyHint(keys, self), below, column, Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(PlainLabel(does, self, wrap=True), below, column + 1)
        return row + len(part.keys) + 2

    def _print(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        printer.setDocName("Aftercase")
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        parts = matching(self.parts, self.search.text())
        dialog.accepted.connect(lambda: print_keys(printer, parts))
        QDialog.open(dialog)


def print_keys(printer: QPrinter, parts: Sequence[KeyPart]) -> int:
    """Black on white in two columns; returns how many pages it took."""
    painter, pages = QPainter(printer), 1
    try:
        scale = printer.resolution() / _POINTS
        painter.scale(scale, scale)
        page = printer.pageLayout().paintRect(printer.pageLayout().Unit.Point)
        wide, left, top = page.width() / 2 - 9, 0.0, 0.0
        # A little closer where that saves a page with a few lines on it.
        wanted = sum(_HEAD + _ROW * (len(part.keys) + 0.5) for part in parts) + _ROW * _BROKEN
        close = 2 * page.height() / wanted if _CLOSEST * wanted <= 2 * page.height() < wanted else 1.0
        head, row = _HEAD * close, _ROW * close
        for part in parts:
            for at, (keys, does) in enumerate((("", part.title), *part.keys)):
                if top + (head + row if not at else row) > page.height():
                    left, top = (wide + 18, 0.0) if not left else (0.0, 0.0)
                    if not left:
                        printer.newPage()
                        pages += 1
                _write(painter, QRectF(left, top, wide, head if not at else row), keys, does, title=not at)
                top += head if not at else row
            top += row / 2
    finally:
        painter.end()
    return pages


def _write(painter: QPainter, box: QRectF, keys: str, does: str, *, title: bool) -> None:
    face = QFont()
    face.setFamilies(families())
    face.setPixelSize(11 if title else 9)
    face.setBold(title)
    painter.setFont(face)
    middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
    painter.setPen(_BLACK)
    painter.drawText(box if title else box.adjusted(92, 0, 0, 0), middle, does)
    if not title:
        painter.setPen(_GREY)
        painter.drawText(QRectF(box.left(), box.top(), 88, box.height()), middle, keys)
