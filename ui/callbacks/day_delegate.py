"""One day of the month painted: number, banner of quiet days, up to three lines, how many more, how full."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from models.call_back_records import CellLine, DayCell
from ui import format as shown_as
from ui.callbacks.day_words import DayFacts
from ui.callbacks.line_painting import LINE, paint_line
from ui.callbacks.month_model import DAY_ROLE, Index, MonthModel
from ui.i18n import language, translator
from ui.theme import theme
from ui.widgets import painting

tr = translator("callbacks")
HEAD, SIDE, _BANNER = 26, 9, 20
_ROOMY = 104


class DayDelegate(QStyledItemDelegate):
    """Paints one day."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell, model = index.data(DAY_ROLE), index.model()
        grid = model.grid() if isinstance(model, MonthModel) else None
        if not isinstance(cell, DayCell) or not isinstance(model, MonthModel) or grid is None:
            return
        facts = model.facts(index) or DayFacts(cell.day)
        shown = theme()
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        outside = (cell.day.year, cell.day.month) != (grid.year, grid.month)
        painter.save()
        painter.fillRect(
            rect, shown.colour("selected" if chosen else "window" if outside or not cell.workday else "surface")
        )
        if option.state & QStyle.StateFlag.State_MouseOver and not chosen:
            painter.fillRect(rect, shown.colour("hover"))
        painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), shown.colour("line2"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), shown.colour("line2"))
        self._head(painter, rect, cell, facts, today=cell.day == grid.today, outside=outside)
        if facts.banner:
            box = QRect(rect.left() + SIDE, rect.top() + HEAD, rect.width() - 2 * SIDE, _BANNER - 1)
            painting.rounded(painter, box, "due.soft", None, 3)
            painting.paint_text(painter, box.adjusted(6, 0, -4, 0), facts.banner, "due", "tiny")
        for place, line in enumerate(self.lines_shown(cell, rect)):
            strong = line.attempt is None and line.row.call_back.id == model.marked
            paint_line(painter, line_rect(rect, place, cell), line, faint=outside, strong=strong)
        if chosen:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(shown.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -1))
        painter.restore()

    def lines_shown(self, cell: DayCell, rect: QRect) -> tuple[CellLine, ...]:
        """The lines that fit into the height of a cell."""
        head = HEAD + (_BANNER if cell.quiet is not None else 0)
        return cell.lines[: max((rect.height() - head - 2) // LINE, 0)]

    def _head(
        self, painter: QPainter, rect: QRect, cell: DayCell, facts: DayFacts, *, today: bool, outside: bool
    ) -> None:
        middle = rect.top() + 15
        box = QRect(rect.left() + SIDE, middle - 10, rect.width() - 2 * SIDE, 20)
        number = str(cell.day.day)
        ink = "accent_text" if today else "text3" if outside or not cell.workday else "text"
        end = painting.paint_text(painter, box, number, ink, "heading", 600 if today else 500)
        if outside and cell.day.day == 1:
            room = box.adjusted(end - box.left() + 6, 0, 0, 0)
            end = painting.paint_text(painter, room, _month(cell.day), "text3", "tiny")
        hidden = cell.total - len(self.lines_shown(cell, rect))
        more = f"+{hidden}" if hidden > 0 else tr("off") if not cell.workday and not outside else ""
        right = box.right() + 1
        if more:
            painting.paint_text(painter, box, more, "text3", "tiny", right=True)
            right -= painting.text_width(more, "tiny") + 5
        if today:
            # How full the day is must be seen: the word gives way to it.
            least = painting.text_width(f"{facts.planned}/{facts.capacity}", "tiny", 600) + 3 if facts.full else 0
            end = self._today(painter, box, number, end, right - least)
        if facts.full:
            # the number before the word: where there is no room for both, `8/8` in amber still says it
            words = next(
                (each for each in (facts.full, f"{facts.planned}/{facts.capacity}")
                 if end + 6 + painting.text_width(each, "tiny", 600) <= right), "",
            )  # fmt: skip
            place = QRect(end + 6, box.top(), right - end - 6, box.height())
            painting.paint_text(painter, place, words, "due" if facts.at_limit else "overdue", "tiny", 600, right=True)

    def _today(self, painter: QPainter, box: QRect, number: str, end: int, right: int) -> int:
        text, middle = tr("Today"), box.center().y()
        label = QRect(end + 6, middle - 7, painting.text_width(text, "badge", 600) + 10, 16)
        if label.right() + 4 <= right:
            painting.rounded(painter, label, "accent", None, 4)
            painting.paint_text(painter, label, text, "on_accent", "badge", 600, centre=True)
        else:
            # no room for the word: the number itself is the label
            label = QRect(box.left() - 4, middle - 8, end - box.left() + 8, 19)
            painting.rounded(painter, label, "accent", None, 4)
            painting.paint_text(painter, label, number, "on_accent", "heading", 600, centre=True)
        return label.right() + 1


def line_rect(rect: QRect, place: int, cell: DayCell | None = None) -> QRect:
    """Where a line of a cell stands."""
    side = 8 if rect.width() >= _ROOMY else 4
    head = HEAD + (_BANNER if cell is not None and cell.quiet is not None else 0)
    return QRect(rect.left() + side, rect.top() + head + place * LINE, rect.width() - 2 * side, LINE)


def _month(day: date) -> str:
    return f"{day.month} 月" if language() == "zh" else shown_as.month_title(day, "en")[:3]
