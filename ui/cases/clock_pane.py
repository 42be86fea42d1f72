"""All clocks of a case: running, paused and ended, what each goes by, and what can be done with it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QDialog, QMenu, QStyleOptionViewItem, QWidget

from models.records import CasePage, Clock
from models.rules.clock_moves import ClockMove, moves
from ui.cases.case_cells import Moment
from ui.cases.clock_words import clock_facts, clock_look, clock_sentence, source_title
from ui.i18n import language, translator
from ui.icons import icon, paint_icon
from ui.plain import PlainLabel, one_line
from ui.widgets import painting
from ui.widgets.buttons import Button
from ui.widgets.delegates import FIRST_PADDING, PADDING, RowDelegate
from ui.widgets.panel import EmptyPlace, FormRows, Strip, column, line
from ui.widgets.table import DataList

tr = translator("cases")
Index = QModelIndex | QPersistentModelIndex
_ROW, _LOOK = 48, int(Qt.ItemDataRole.UserRole) + 7
_KEYS = {"M": ClockMove.MEET, "P": ClockMove.PAUSE, "R": ClockMove.RESUME, "S": ClockMove.STOP, "C": ClockMove.CHANGE}
_ICONS: Mapping[ClockMove, str] = {
    ClockMove.MEET: "check", ClockMove.PAUSE: "circle-stop", ClockMove.RESUME: "play", ClockMove.STOP: "ban",
    ClockMove.CHANGE: "pencil", ClockMove.RESTART: "rotate-ccw",
}  # fmt: skip


def move_words(move: ClockMove) -> str:
    """What a move is called on its button and in its menu."""
    return {
        ClockMove.MEET: tr("Done"), ClockMove.PAUSE: tr("Pause…"), ClockMove.RESUME: tr("Run again…"),
        ClockMove.STOP: tr("Stop…"), ClockMove.CHANGE: tr("Change the date…"), ClockMove.RESTART: tr("Start again"),
    }[move]  # fmt: skip


class ClockModel(QAbstractListModel):
    """The clocks of a case in the order they were read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clocks: tuple[Clock, ...] = ()
        self._at: Moment | None = None

    def show_clocks(self, clocks: tuple[Clock, ...], at: Moment) -> None:
        """Show other clocks, or the same ones later."""
        self.beginResetModel()
        self._clocks, self._at = clocks, at
        self.endResetModel()

    def clock(self, row: int) -> Clock | None:
        """The clock of a row."""
        return self._clocks[row] if 0 <= row < len(self._clocks) else None

    def row_of(self, clock_id: int) -> int:
        """The row of a clock, the first where it is not there."""
        return next((row for row, clock in enumerate(self._clocks) if clock.id == clock_id), 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._clocks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        clock = self.clock(index.row()) if index.isValid() else None
        if clock is None or self._at is None:
            return None
        if role == _LOOK:
            return clock_look(clock, self._at, full=True)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return clock_sentence(clock, self._at)
        return None


class _ClockRows(RowDelegate):
    """Name and time left in the first line, until when and whose in the second."""

    def paint_content(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = index.data(_LOOK)
        rect = option.rect.adjusted(FIRST_PADDING, 0, -PADDING, -1)
        right = painting.text_width(look.left, "body", 600) + 8
        name = QRect(rect.left(), rect.top() + 5, rect.width() - right, 20)
        end = painting.paint_text(painter, name, look.label, "text", "body", 500)
        if look.uncertain:
            paint_icon(painter, min(end + 6, name.right() - 14), name.center().y() + 1, "calendar-days", "due", 14)
        whole = QRect(rect.left(), rect.top() + 5, rect.width(), 20)
        painting.paint_text(painter, whole, look.left, look.state, "body", 600, right=True)
        under = QRect(rect.left(), rect.top() + 25, rect.width(), 18)
        painting.paint_text(painter, under, look.under, "text3", "small")


class ClockPane(QDialog):
    """Signals say what was asked for; `show_case` shows what came of it."""

    enter_wanted = Signal()
    recompute_wanted = Signal()
    move_wanted = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(820, 480)
        self._page: CasePage | None = None
        self._at: Moment | None = None
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        head = line(spacing=8)
        self.heading = PlainLabel("", self, role="heading")
        head.addWidget(self.heading)
        head.addStretch(1)
        enter = Button(tr("Enter a clock…"), self, icon="plus", hint="N")
        enter.clicked.connect(self.enter_wanted)
        head.addWidget(enter)
        rows.addLayout(head)
        middle = line(spacing=16)
        self.model = ClockModel(self)
        self.list = DataList(self, name=tr("Clocks"), row_height=_ROW)
        self.list.setItemDelegate(_ClockRows(self.list, row_height=_ROW))
        self.list.setModel(self.model)
        self.list.setMinimumWidth(360)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._menu)
        self.list.take_letters("N" + "".join(_KEYS))
        self.list.key_pressed.connect(self._key)
        self.list.current_changed.connect(lambda _: self._show_current())
        self.list.left.connect(self.reject)
        middle.addWidget(self.list, 5)
        self.none = EmptyPlace("clock", tr("No clock yet"), tr("Resolve starts the clocks of the rules."), self)
        middle.addWidget(self.none, 5)
        self.side = Strip(self)
        self.facts = column(self.side, margins=(16, 12, 16, 12), spacing=8)
        middle.addWidget(self.side, 4)
        rows.addLayout(middle, 1)
        self._buttons = line(spacing=8)
        self.buttons: dict[ClockMove, Button] = {}
        for move in ClockMove:
            button = Button(move_words(move), self, size="small", icon=_ICONS[move], hint=_hint(move))
            button.clicked.connect(lambda _=False, move=move: self._want(move))
            self.buttons[move] = button
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        close = Button(tr("Close"), self)
        close.clicked.connect(self.reject)
        self._buttons.addWidget(close)
        rows.addLayout(self._buttons)

    def show_case(self, page: CasePage, at: Moment) -> None:
        """The clocks of a case; the chosen one stays chosen, unless one was entered since."""
        before = {clock.id for clock in self._page.clocks} if self._page is not None else set()
        entered = [clock for clock in page.clocks if before and clock.id not in before]
        chosen = entered[0] if entered else self.current()
        self._page, self._at = page, at
        title = tr("Clocks of %1", page.case.number)
        self.heading.setText(title)
        self.setWindowTitle(title)
        self.model.show_clocks(page.clocks, at)
        self.list.setVisible(bool(page.clocks))
        self.none.setVisible(not page.clocks)
        self.list.choose_row(self.model.row_of(chosen.id if chosen else 0))
        self._show_current()
        if page.clocks:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def current(self) -> Clock | None:
        """The clock that is chosen."""
        index = self.list.currentIndex()
        return self.model.clock(index.row()) if index.isValid() else None

    def _show_current(self) -> None:
        clock = self.current()
        while (item := self.facts.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        allowed = moves(clock) if clock is not None else ()
        for move, button in self.buttons.items():
            button.setVisible(move in allowed)
        if clock is None or self._at is None or self._page is None:
            return
        form = FormRows(self.side, label_width=72, spacing=6)
        form.add_fact(tr("Clock"), one_line(clock.label(language())), strong=True)
        for name, value in clock_facts(clock, self._at, self._source(clock), self._page.shop.time_zone):
            if value:
                form.add_fact(name, value)
        self.facts.addWidget(form)
        self.facts.addStretch(1)

    def _source(self, clock: Clock) -> str:
        """The title of the clock's source, as the resolution kept it; the tag itself where it did not."""
        return source_title(clock, self._page.resolution if self._page is not None else None)

    def _want(self, move: ClockMove) -> None:
        clock = self.current()
        if clock is not None and move in moves(clock):
            self.move_wanted.emit(clock, move)

    def _key(self, key: str) -> None:
        if key == "N":
            self.enter_wanted.emit()
        else:
            self._want(_KEYS[key])

    def menu(self) -> QMenu:
        """What can be done with the clock that is chosen."""
        menu = QMenu(self)
        clock = self.current()
        for move in moves(clock) if clock is not None else ():
            action = menu.addAction(icon(_ICONS[move]), move_words(move))
            action.triggered.connect(lambda _=False, move=move: self._want(move))
        menu.addSeparator()
        menu.addAction(icon("plus"), tr("Enter a clock…")).triggered.connect(self.enter_wanted)
        if self._page is not None and self._page.resolution is not None:
            menu.addAction(icon("refresh-cw"), tr("Count anew from the facts")).triggered.connect(self.recompute_wanted)
        return menu

    def _menu(self, at: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.list.viewport().mapToGlobal(at))


def _hint(move: ClockMove) -> str:
    return next((key for key, known in _KEYS.items() if known is move), "")
