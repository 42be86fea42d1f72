"""The board on one sheet of paper, black on white; what does not fit is counted at the end of its part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPageLayout, QPageSize, QPainter, QPen
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from ui.fonts import families
from ui.i18n import translator
from ui.today.board_layout import share_rows
from ui.today.board_lines import BoardLine, BoardPart

tr = translator("today")
_BLACK, _GREY = QColor(0, 0, 0), QColor(110, 110, 110)
_ROW, _HEAD, _TOP, _GAP, _FOOT = 16.0, 22.0, 40.0, 8.0, 14.0
_POINTS = 72.0


@dataclass(frozen=True, slots=True)
class PrintPart:
    """A part of the board with its title."""

    title: str
    part: BoardPart


def print_board(parent: QWidget, title: str, day: str, parts: Sequence[PrintPart]) -> QPrintDialog:
    """Ask for the printer and print; returns the dialog, which is open and goes away by itself."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setDocName(f"Aftercase {day}")
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: paint_on(printer, title, day, parts))
    QDialog.open(dialog)
    return dialog


def paint_on(printer: QPrinter, title: str, day: str, parts: Sequence[PrintPart]) -> list[int]:
    """Paint one page; returns how many lines of each part are on it."""
    painter = QPainter(printer)
    try:
        scale = printer.resolution() / _POINTS
        painter.scale(scale, scale)
        page = printer.pageLayout().paintRect(QPageLayout.Unit.Point)
        return _Sheet(painter, page.width(), page.height()).paint(title, day, parts)
    finally:
        painter.end()


class _Sheet:
    """A page measured in points."""

    def __init__(self, painter: QPainter, width: float, height: float) -> None:
        self._painter, self._width, self._height = painter, width, height

    def paint(self, title: str, day: str, parts: Sequence[PrintPart]) -> list[int]:
        self._text(0, 0, self._width, title, 16, QFont.Weight.DemiBold, height=24)
        self._text(0, 0, self._width, day, 10, right=True, height=24)
        self._rule(28)
        fixed = sum(_HEAD + _GAP + _FOOT for _ in parts)
        rows = share_rows(int(self._height - _TOP - fixed), [(each.part.total, int(_ROW)) for each in parts])
        top, counted = _TOP, []
        for each, room in zip(parts, rows, strict=True):
            count = min(room, len(each.part.lines))
            counted.append(count)
            top = self._part(top, each, count) + _GAP
        return counted

    def _part(self, top: float, each: PrintPart, count: int) -> float:
        self._text(0, top, self._width, f"{each.title}  {each.part.total}", 11, QFont.Weight.DemiBold, height=_HEAD - 4)
        self._rule(top + _HEAD - 3)
        top += _HEAD
        for found in each.part.lines[:count]:
            self._line(top, found)
            top += _ROW
        left_out = each.part.total - count
        if left_out:
            self._text(0, top, self._width, tr("%n more left out", n=left_out), 8, colour=_GREY, height=_FOOT)
            return top + _FOOT
        if not each.part.total:
            self._text(0, top, self._width, tr("All done"), 9, colour=_GREY, height=_FOOT)
            return top + _FOOT
        return top

    def _line(self, top: float, found: BoardLine) -> None:
        self._painter.setPen(QPen(_BLACK, 0.6))
        self._painter.drawRect(QRectF(1, top + 4, 8, 8))
        self._text(16, top, self._width - 16, found.sentence, 9, height=_ROW)

    def _text(
        self, left: float, top: float, width: float, text: str, size: float, weight: QFont.Weight = QFont.Weight.Normal,
        *, colour: QColor = _BLACK, right: bool = False, height: float,
    ) -> None:  # fmt: skip
        painter = self._painter
        font = QFont()
        font.setFamilies(families())
        # Points of the scaled page, so pixels here.
        font.setPixelSize(round(size))
        font.setWeight(weight)
        painter.setFont(font)
        painter.setPen(colour)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        kept = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(width))
        flags = int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        painter.drawText(QRectF(left, top, width, height), flags, kept)

    def _rule(self, top: float) -> None:
        self._painter.setPen(QPen(_BLACK, 0.6))
        self._painter.drawLine(0, round(top), round(self._width), round(top))
