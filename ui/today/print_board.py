"""The board on one sheet of A4, black on white; what does not fit is counted at the end of its part and at the top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPageLayout, QPageSize, QPainter, QPen
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from ui.fonts import families
from ui.i18n import translator
from ui.today.board_layout import share_rows
from ui.today.board_lines import BoardLine, BoardPart
from ui.today.board_view import BoardView

tr = translator("today")
_BLACK, _GREY = QColor(0, 0, 0), QColor(90, 90, 90)
_ROW, _HEAD, _GAP, _FOOT = 13.0, 19.0, 7.0, 12.0
_TITLE, _SUMS = 28.0, 16.0
_BOX = 7.5
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


def print_view(parent: QWidget, title: str, day: str, board: BoardView) -> QPrintDialog:
    """Ask for the printer and print what the board shows."""
    titles = (panel.heading.title.text() for panel in board.panels)
    parts = [PrintPart(*each) for each in zip(titles, board.parts, strict=True)]
    return print_board(parent, title, day, parts)


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


def rows_that_fit(height: float, parts: Sequence[PrintPart]) -> list[int]:
    """How many lines of each part stand on a page of that many points.

    A part that is cut needs a line more to say so, also one of which more waits than was read.
    """
    fixed = _TITLE + _SUMS + len(parts) * (_HEAD + _GAP)
    has = [(len(each.part.lines), int(_ROW)) for each in parts]
    feet = [each.part.total != len(each.part.lines) or not each.part.total for each in parts]
    while True:
        rows = share_rows(int(height - fixed - sum(feet) * _FOOT), has)
        wanted = [
            foot or row < each.part.total for foot, row, each in zip(feet, rows, parts, strict=True)
        ]  # fmt: skip
        if wanted == feet:
            return rows
        feet = wanted


class _Sheet:
    """A page measured in points."""

    def __init__(self, painter: QPainter, width: float, height: float) -> None:
        self._painter, self._width, self._height = painter, width, height

    def paint(self, title: str, day: str, parts: Sequence[PrintPart]) -> list[int]:
        self._text(0, 0, self._width, title, 16, QFont.Weight.DemiBold, height=22)
        self._text(0, 0, self._width, day, 10, right=True, height=22)
        self._rule(24)
        rows = rows_that_fit(self._height, parts)
        self._text(0, _TITLE, self._width, self._sums(parts, rows), 9, colour=_GREY, height=_SUMS - 4)
        top = _TITLE + _SUMS
        for each, count in zip(parts, rows, strict=True):
            top = self._part(top, each, count) + _GAP
        return rows

    @staticmethod
    def _sums(parts: Sequence[PrintPart], rows: Sequence[int]) -> str:
        """Of how many lines there is no place, and the counts of all parts: those stand below once more."""
        counts = " · ".join(f"{each.title} {_waiting(each.part)}" for each in parts)
        left_out = sum(each.part.total - count for each, count in zip(parts, rows, strict=True))
        return tr("%n left out, see below · %1", counts, n=left_out) if left_out else counts

    def _part(self, top: float, each: PrintPart, count: int) -> float:
        part = each.part
        head = f"{each.title}  {_waiting(part)}"
        self._text(0, top, self._width, head, 11, QFont.Weight.DemiBold, height=_HEAD - 4)
        self._text(0, top, self._width, part.fact, 9, colour=_GREY, right=True, height=_HEAD - 4)
        self._rule(top + _HEAD - 3, 0.5)
        top += _HEAD
        for found in part.lines[:count]:
            self._line(top, found)
            top += _ROW
        left_out = part.total - count
        if left_out or not part.total:
            words = tr("%n more left out", n=left_out) if left_out else part.none or tr("All done")
            self._text(_BOX + 7, top, self._width, words, 8, colour=_GREY, height=_FOOT)
            top += _FOOT
        return top

    def _line(self, top: float, found: BoardLine) -> None:
        painter = self._painter
        painter.setPen(QPen(_BLACK, 0.5))
        box = QRectF(1, top + (_ROW - _BOX) / 2, _BOX, _BOX)
        painter.drawRect(box)
        if found.struck:
            painter.drawLine(QLineF(box.left() + 1.5, box.center().y(), box.center().x(), box.bottom() - 1.5))
            painter.drawLine(QLineF(box.center().x(), box.bottom() - 1.5, box.right() - 1, box.top() + 1.5))
        left = _BOX + 7
        ink = _GREY if found.struck else _BLACK
        self._text(left, top, self._width - left, found.sentence, 8.5, colour=ink, height=_ROW, struck=found.struck)

    def _text(
        self, left: float, top: float, width: float, text: str, size: float, weight: QFont.Weight = QFont.Weight.Normal,
        *, colour: QColor = _BLACK, right: bool = False, height: float, struck: bool = False,
    ) -> None:  # fmt: skip
        painter = self._painter
        font = QFont()
        font.setFamilies(families())
        # Points of the scaled page, so pixels here; tenths are kept by scaling, whole ones would be too coarse.
        font.setPixelSize(round(size * 10))
        font.setWeight(weight)
        font.setStrikeOut(struck)
        painter.save()
        painter.translate(left, top)
        painter.scale(0.1, 0.1)
        painter.setFont(font)
        painter.setPen(colour)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        kept = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(width * 10))
        flags = int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        painter.drawText(QRectF(0, 0, width * 10, height * 10), flags, kept)
        painter.restore()

    def _rule(self, top: float, width: float = 0.8) -> None:
        self._painter.setPen(QPen(_BLACK, width))
        self._painter.drawLine(QLineF(0, top, self._width, top))


def _waiting(part: BoardPart) -> int:
    """How many wait: of the hand-over, those not cleared."""
    return part.total if part.count is None else part.count
