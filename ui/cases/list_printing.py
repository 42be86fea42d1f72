"""The list on paper: a table black on white with its heading on every page; nothing in a cell is cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QMarginsF, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeySequence,
    QPageLayout,
    QPageSize,
    QPainter,
    QPen,
    QShortcut,
)
from PySide6.QtWidgets import QComboBox, QDialog, QToolBar, QWidget

from desktop.context import AppContext
from models.clock import zone
from models.records import CaseRow
from ui import format as shown
from ui.background import Background
from ui.cases import case_columns as places
from ui.cases.case_cells import Moment, Sight, row_cells, zone_of
from ui.cases.case_list_pane import CaseListPane
from ui.cases.list_words import list_facts, list_title
from ui.fonts import families
from ui.i18n import language, translator
from ui.plain import one_line
from ui.words import word

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog

tr = translator("cases")
# Some forty sheets; who needs more wants a file.
ROWS_PRINTED = 1_000
_LETTER = (QLocale.Country.UnitedStates, QLocale.Country.Canada, QLocale.Country.Mexico)
_BLACK, _GREY = QColor(0, 0, 0), QColor(110, 110, 110)
_POINTS, _MARGIN_MM = 72.0, 12.0
_HEAD, _TITLES, _FOOT, _GAP, _PADDING = 34.0, 18.0, 18.0, 8.0, 4.0
_SIZE = 9
# More than any cell of the list holds by right; a page ends somewhere.
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class PrintedList:
    """A list ready for paper: rows of texts, `total` of them in the list, of which those given are printed."""

    title: str
    facts: str
    made: str
    titles: tuple[str, ...]
    right: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]
    total: int

    @property
    def left_out(self) -> str:
        """How many rows are not on paper, in words; empty for none."""
        if len(self.rows) >= self.total:
            return ""
        kept, total = shown.count(len(self.rows)), shown.count(self.total)
        return tr("Only the first %1 of %2 cases are printed. Export the list to have all of them.", kept, total)


class ListPrinting(QObject):
    """Gathers the rows, then opens the preview, from which they are printed. `said` tells what cannot be."""

    said = Signal(str)

    def __init__(self, ctx: AppContext, background: Background, pane: CaseListPane, window: QWidget) -> None:
        super().__init__(window)
        self._ctx = ctx
        self._background = background
        self._pane = pane
        self._window = window
        self.preview: QPrintPreviewDialog | None = None
        self._printer: QPrinter | None = None

    def ask(self) -> None:
        """Show the list as it would be printed."""
        model, table = self._pane.model, self._pane.table
        ids = model.all_ids()
        if not ids:
            self.said.emit(tr("The list is empty: nothing to print"))
            return
        columns = [place for place in table.shown_columns() if place != places.FOUND]
        title, facts, lists = list_title(self._pane), list_facts(self._pane), self._ctx.case_lists
        at = Moment(self._ctx.clock.now(), zone(self._ctx.bench.time_zone))
        shops = self._ctx.shops

        def gather() -> PrintedList:
            sight = Sight(shops={shop.id: shop for shop in shops.list_shops()})
            rows = tuple(
                tuple(printed_text(row, place, at, sight) for place in columns)
                for row in lists.list_rows(ids[:ROWS_PRINTED])
            )
            return printed_list(title, facts, columns, rows, len(ids), at)

        self._background.run(self._ctx.jobs.read(gather), self._open, receiver=self)

    def _open(self, made: PrintedList) -> None:
        # Not with the first page: the printers' part of Qt comes when something is printed.
        from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        paper = QPageSize.PageSizeId.Letter if QLocale.system().territory() in _LETTER else QPageSize.PageSizeId.A4
        printer.setPageSize(QPageSize(paper))
        printer.setPageMargins(QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM), QPageLayout.Unit.Millimeter)
        portrait = printer.pageLayout().paintRect(QPageLayout.Unit.Point).width()
        wide = sum(natural_widths(made)) > portrait
        ways = QPageLayout.Orientation
        printer.setPageOrientation(ways.Landscape if wide else ways.Portrait)
        printer.setDocName(f"Aftercase {made.title}")
        # The dialog only borrows the printer.
        self._printer = printer
        preview = self.preview = QPrintPreviewDialog(printer, self._window)
        preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        preview.setWindowTitle(tr("Print: %1", made.title))
        preview.setAccessibleName(tr("Print: %1", made.title))
        preview.resize(960, 720)
        preview.paintRequested.connect(lambda paper: print_list(paper, made))
        preview.destroyed.connect(self._closed)
        _hide_scale(preview)
        # Ctrl+P again, or the button: the system's own dialog.
        QShortcut(QKeySequence.StandardKey.Print, preview).activated.connect(lambda: _print(printer, made, preview))
        if made.left_out:
            self.said.emit(made.left_out)
        preview.open()

    def _closed(self) -> None:
        self.preview = None


def _hide_scale(preview: QPrintPreviewDialog) -> None:
    """Qt counts the scale in the points of the printer: a page that fills the window would stand at 6 %."""
    for bar in preview.findChildren(QToolBar):
        for action in bar.actions():
            if isinstance(bar.widgetForAction(action), QComboBox):
                action.setVisible(False)


def _print(printer: QPrinter, made: PrintedList, preview: QPrintPreviewDialog) -> QPrintDialog:
    from PySide6.QtPrintSupport import QPrintDialog

    dialog = QPrintDialog(printer, preview)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: print_list(printer, made))
    QDialog.open(dialog)
    return dialog


def printed_list(
    title: str, facts: str, columns: Sequence[int], rows: tuple[tuple[str, ...], ...], total: int, at: Moment
) -> PrintedList:
    """The texts of a list with its heading."""
    known = places.case_columns()
    made = tr("%n case(s) in the list", n=total) + " · " + f"{at.now.astimezone(at.zone):%Y-%m-%d %H:%M}"
    return PrintedList(
        title, facts, made, tuple(known[p].title for p in columns), tuple(known[p].right for p in columns), rows, total
    )


def printed_text(row: CaseRow, place: int, at: Moment, sight: Sight) -> str:
    """A cell on paper: what the window shows, but whole numbers, and dates where the window counts down."""
    if place == places.CLOCK:
        if row.next_due_at is None:
            return shown.NOTHING
        due = shown.day_and_time(row.next_due_at, at.now, language(), zone_of(row, at, sight))
        return tr("%1 overdue", due) if row.next_due_at <= at.now else due
    if place == places.PROBLEM:
        return word(row.problem)
    if place == places.ORDER:
        return one_line(row.order_number) or shown.NOTHING
    cell = row_cells(row, at, sight)[place]
    return f"{cell.text} {cell.tier}".strip()


@lru_cache(maxsize=16)
def _font(size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont()
    font.setFamilies(families())
    # Points of the scaled page, so pixels here.
    font.setPixelSize(round(size))
    font.setWeight(weight)
    return font


def natural_widths(made: PrintedList) -> list[float]:
    """How wide every column would like to be, in points; no text asks for more than 220."""
    plain, bold = QFontMetricsF(_font(_SIZE)), QFontMetricsF(_font(_SIZE, QFont.Weight.DemiBold))
    widths = []
    for place, title in enumerate(made.titles):
        texts = {row[place] for row in made.rows}
        widest = max((plain.horizontalAdvance(text[:80]) for text in texts), default=0.0)
        # Printers draw a little wider than screens measure.
        widths.append(max(bold.horizontalAdvance(title), min(widest, 220.0)) * 1.06 + 2 * _PADDING + 1)
    return widths


def print_list(printer: QPrinter, made: PrintedList) -> int:
    """Paint all pages, or those asked for; returns how many pages the list has."""
    from PySide6.QtPrintSupport import QPrinter

    painter = QPainter(printer)
    try:
        scale = printer.resolution() / _POINTS
        painter.scale(scale, scale)
        room = printer.pageLayout().paintRect(QPageLayout.Unit.Point)
        sheet = _Sheet(painter, room.width(), room.height(), made)
        first, last = 1, len(sheet.pages)
        if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage() > 0:
            first = min(printer.fromPage(), last)
            last = min(max(printer.toPage(), first), last)
        for number in range(first, last + 1):
            if number > first:
                printer.newPage()
            sheet.paint(number)
        return len(sheet.pages)
    finally:
        painter.end()


class _Sheet:
    """A table cut into pages, measured in points."""

    def __init__(self, painter: QPainter, width: float, height: float, made: PrintedList) -> None:
        self._painter, self._width, self._height, self._made = painter, width, height, made
        self._metrics = QFontMetricsF(_font(_SIZE))
        self._line = self._metrics.lineSpacing()
        self._pen: tuple[float, QFont.Weight, QColor] | None = None
        self._measured: dict[tuple[str, float], float] = {}
        self._widths = self._fit(natural_widths(made))
        self._heights = [self._height_of(row) for row in made.rows]
        self.pages = self._cut()

    def _fit(self, widths: list[float]) -> list[float]:
        """Narrow the widest columns until all fit."""
        widths = list(widths)
        over = sum(widths) - self._width
        while over > 0.5 and max(widths) > 24:
            at = max(range(len(widths)), key=lambda place: widths[place])
            taken = min(over, max(widths[at] * 0.1, 1.0))
            widths[at] -= taken
            over -= taken
        # What is left over goes to all alike.
        return [width - min(over, 0.0) / len(widths) for width in widths]

    def _wraps(self, text: str, width: float) -> float:
        """The height of a text in a column; the same few words stand in many rows."""
        known = self._measured.get((text, width))
        if known is None:
            known = self._measured[text, width] = self._measure(text, width)
        return known

    def _measure(self, text: str, width: float) -> float:
        if self._metrics.horizontalAdvance(text) * 1.05 <= width:
            return self._line
        self._painter.setFont(_font(_SIZE))
        room = QRectF(0, 0, width, 10_000)
        return self._painter.boundingRect(room, int(Qt.TextFlag.TextWrapAnywhere), text[:_LONGEST]).height()

    def _height_of(self, row: Sequence[str]) -> float:
        room = (self._wraps(text, width - 2 * _PADDING) for text, width in zip(row, self._widths, strict=True))
        # A cell of 100,000 characters fills a page and ends there.
        return min(max(room) + 5, self._height - _HEAD - _TITLES - _FOOT - _GAP)

    def _cut(self) -> list[tuple[int, int]]:
        pages, start, top = [], 0, 0.0
        room = self._height - _HEAD - _TITLES - _FOOT - _GAP - (16 if self._made.left_out else 0)
        for place, height in enumerate(self._heights):
            if top + height > room and place > start:
                pages.append((start, place))
                start, top = place, 0.0
            top += height
        return [*pages, (start, len(self._heights))]

    def paint(self, number: int) -> None:
        made = self._made
        # A preview keeps each page by itself and starts it with the window's ink, which is white in the dark: black
        # has to be a change to be kept, so the grey line comes first.
        self._pen = None
        self._text(QRectF(0, 18, self._width, 14), made.facts, 8, colour=_GREY)
        self._text(QRectF(0, 0, self._width * 0.6, 20), made.title, 15, QFont.Weight.DemiBold)
        self._text(QRectF(self._width * 0.6, 0, self._width * 0.4, 20), made.made, 9, right=True)
        top = self._row(_HEAD, made.titles, _TITLES, QFont.Weight.DemiBold)
        self._rule(top, 0.8)
        start, end = self.pages[number - 1]
        for place in range(start, end):
            top = self._row(top, made.rows[place], self._heights[place])
            self._rule(top, 0.25)
        if number == len(self.pages) and made.left_out:
            self._text(QRectF(0, top + 2, self._width, 14), made.left_out, 9, QFont.Weight.DemiBold)
        foot = QRectF(0, self._height - _FOOT, self._width, _FOOT)
        self._text(foot, f"{number} / {len(self.pages)}", 8, right=True, colour=_GREY)
        self._text(foot, "Aftercase", 8, colour=_GREY)

    def _row(
        self, top: float, texts: Sequence[str], height: float, weight: QFont.Weight = QFont.Weight.Normal
    ) -> float:
        left = 0.0
        for text, width, right in zip(texts, self._widths, self._made.right, strict=True):
            room = QRectF(left + _PADDING, top + 2, width - 2 * _PADDING, height - 3)
            self._text(room, text[:_LONGEST], _SIZE, weight, right=right, wrap=True)
            left += width
        return top + height

    def _text(
        self, room: QRectF, text: str, size: float, weight: QFont.Weight = QFont.Weight.Normal, *,
        colour: QColor = _BLACK, right: bool = False, wrap: bool = False,
    ) -> None:  # fmt: skip
        painter = self._painter
        if self._pen != (size, weight, colour):
            # Twenty thousand cells and more: most are written as the one before.
            self._pen = (size, weight, colour)
            painter.setFont(_font(size, weight))
            painter.setPen(colour)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        flags = int(side | (Qt.AlignmentFlag.AlignTop if wrap else Qt.AlignmentFlag.AlignVCenter))
        flags |= int(Qt.TextFlag.TextWrapAnywhere if wrap else Qt.TextFlag.TextSingleLine)
        painter.drawText(room, flags, text)

    def _rule(self, top: float, width: float) -> None:
        self._pen = None
        self._painter.setPen(QPen(_BLACK, width))
        self._painter.drawLine(0, round(top), round(self._width), round(top))
