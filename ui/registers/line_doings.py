"""What is done with chosen lines: the desk's actions by letter, button and menu, correcting, copying as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum

from PySide6.QtCore import QMimeData, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from desktop.context import AppContext
from desktop.exporters.clipboard_table import clipboard_table
from desktop.exporters.sheet import ColumnKind, SheetColumn, Value
from models.kinds import RegisterKind
from models.money import Money
from models.records import RegisterEntry
from models.register_records import CellKind, RegisterLine, RegisterValue
from ui.background import Background
from ui.held_writing import run_held
from ui.i18n import translator
from ui.icons import icon
from ui.plain import mnemonic_safe
from ui.registers.correction_dialog import CorrectionDialog, editable
from ui.registers.desk_contract import LineAction, LineDesk
from ui.registers.desk_table import make_line_desk
from ui.registers.register_view import RegisterView
from ui.registers.register_words import MAIN_MONEY, state_word, title_of
from ui.words import word

tr = translator("registers")
_PATIENCE_MS = 40
_ROWS_COPIED = 50_000
_KINDS = {CellKind.MONEY: ColumnKind.AMOUNT, CellKind.DAY: ColumnKind.DAY, CellKind.MOMENT: ColumnKind.MOMENT}


class LineDoings(QObject):
    """`said` is a toast, `navigate` a Target, `wants_reload` asks for the sheet anew, `open_wanted` for the case."""

    said = Signal(str)
    navigate = Signal(object)
    wants_reload = Signal()
    open_wanted = Signal()

    def __init__(self, ctx: AppContext, background: Background, view: RegisterView, window: QWidget) -> None:
        super().__init__(window)
        self._ctx, self._background, self._view, self._window = ctx, background, view, window
        self._desks: dict[RegisterKind, LineDesk | None] = {}
        self._actions: dict[str, LineAction] = {}
        self.month_actions: Sequence[LineAction] = ()
        self.dialog: CorrectionDialog | None = None
        self._settle = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._settle.timeout.connect(self.show_front)
        view.table.selection_changed.connect(self._settle.start)
        view.table.change_wanted.connect(self.correct)
        view.table.key_pressed.connect(self._pressed)
        view.table.customContextMenuRequested.connect(self.open_menu)
        view.filters.more.clicked.connect(self.open_general)

    def desk(self) -> LineDesk | None:
        """The desk of the register shown, made on its first visit."""
        register = self._view.model.register
        if register not in self._desks:
            made = make_line_desk(register, self._ctx, self._background, self._window)
            if made is not None:
                made.said.connect(self.said)
                made.navigate.connect(self.navigate)
                made.wants_reload.connect(self.wants_reload)
            self._desks[register] = made
        return self._desks[register]

    def actions(self, lines: Sequence[RegisterLine] | None = None) -> Sequence[LineAction]:
        """What can be done with these lines, the chosen ones if none are given."""
        desk = self.desk()
        chosen = self._view.table.chosen_lines() if lines is None else lines
        return desk.actions(chosen) if desk is not None else ()

    def act(self, name: str, lines: Sequence[RegisterLine]) -> bool:
        """Do what the desk calls `name` with these lines; False where it has or allows no such thing."""
        found = next((each for each in self.actions(lines) if each.name == name and each.on), None)
        if found is not None:
            found.act()
        return found is not None

    def show_front(self) -> None:
        """Buttons and letters for what is chosen now."""
        actions = self.actions()
        self._view.filters.show_front([each for each in actions if each.front])
        self._actions = {each.key.upper(): each for each in actions if each.key}
        self._view.table.take_letters("S" + "".join(key for key in self._actions if len(key) == 1))

    def key_words(self) -> str:
        """The letters of the desk for the line of hints."""
        said = [f"{key} {each.text.rstrip('…')}" for key, each in self._actions.items() if each.front or each.on]
        return " · ".join(said[:3])

    def _pressed(self, key: str) -> None:
        action = self._actions.get(key.upper())
        if action is not None:
            # What is chosen may have changed within the settling time.
            lines = self._view.table.chosen_lines()
            if not self.act(action.name, lines):
                self.said.emit(action.why or tr("Choose a line first."))
        elif key.upper() == "S":
            self.open_menu(None)

    # Menus

    def menu(self) -> QMenu:
        """What can be done with the chosen lines."""
        menu = QMenu(self._window)
        lines = self._view.table.chosen_lines()
        for each in self.actions(lines):
            if each.name != "correct":
                self._add(menu, each)
        if menu.actions():
            menu.addSeparator()
        one = len(lines) == 1
        case = bool(lines and lines[0].case_number)
        own = (
            LineAction("open", tr("Open case"), self.open_wanted.emit, "↵", "inbox", one and case),
            LineAction("correct", tr("Correct…"), self.correct, "F2", "pencil", one and self.can_correct()),
            LineAction("copy", tr("Copy as table"), self.copy, "Ctrl+C", "copy", bool(lines)),
        )
        for each in own:
            self._add(menu, each)
        return menu

    def open_menu(self, point: QPoint | None) -> QMenu:
        """Pop it up at the row, or at the point of the pointer."""
        table, menu = self._view.table, self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        place = point or table.visualRect(table.currentIndex()).bottomLeft()
        menu.popup(table.viewport().mapToGlobal(place))
        return menu

    def general_menu(self) -> QMenu:
        """What needs no line."""
        menu, desk, reading = QMenu(self._window), self.desk(), self._view.reading
        if desk is not None and reading is not None:
            for each in desk.general(reading.sheet):
                self._add(menu, each)
        if menu.actions():
            menu.addSeparator()
        for each in self.month_actions:
            self._add(menu, each)
        return menu

    def open_general(self) -> QMenu:
        """Pop it up under its button."""
        menu, button = self.general_menu(), self._view.filters.more
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        return menu

    @staticmethod
    def _add(menu: QMenu, action: LineAction) -> None:
        text = mnemonic_safe(action.text)
        entry = menu.addAction(icon(action.icon), text) if action.icon else menu.addAction(text)
        if action.key:
            entry.setText(f"{text}\t{action.key}")
        entry.setEnabled(action.on)
        # Once the menu is gone: a dialog opened from inside it would lose the focus to the closing menu.
        entry.triggered.connect(lambda _=False: QTimer.singleShot(0, action.act))

    # Correcting

    def can_correct(self) -> bool:
        """Whether the line chosen is one that corrections are written for."""
        line = self._view.table.current_line()
        if line is None:
            return False
        if line.source != "register_entry":
            return any(each.name == "correct" and each.on for each in self.actions([line]))
        return bool(editable(self._view.model.column_keys()))

    def correct(self) -> None:
        """The dialog for the chosen line; a correcting line leads to the one it corrects."""
        line = self._view.table.current_line()
        if line is None or not self.can_correct():
            self.said.emit(tr("Lines of this register are not corrected here."))
            return
        if line.source != "register_entry":
            self.act("correct", [line])
            return
        model = self._view.model
        row = model.row_of(("register_entry", line.corrects)) if line.corrects is not None else None
        if line.corrects is not None:
            if row is None:
                self.said.emit(tr("This corrects a line of another month: correct that one."))
                return
            line = model.line(row)
        if line.corrections and line.closed:
            of, registers = line, self._ctx.registers
            self._background.run(
                self._ctx.jobs.read(lambda: registers.corrections(of.id)), lambda found: self._ask(_net(of, found)),
                receiver=self,
            )  # fmt: skip
        else:
            self._ask(line)

    def _ask(self, line: RegisterLine) -> None:
        model = self._view.model
        row = model.row_of((line.source, line.id))
        if row is None:
            return
        currency = next((each.currency for each in line.cells.values() if isinstance(each, Money)), "CNY")
        dialog = CorrectionDialog(line, model.column_keys(), currency, model.beside(row), self._window)
        self.dialog = dialog
        registers, entry_id, closed = self._ctx.registers, line.id, line.closed

        def write(changes: dict[str, RegisterValue], reason: str) -> None:
            done = tr("A correcting entry is written") if closed else tr("The line is corrected")
            run_held(
                self._background, self._ctx.jobs.write(lambda: registers.correct(entry_id, changes, reason)), dialog,
                self, lambda _: self.said.emit(done),
            )  # fmt: skip

        dialog.wanted.connect(write)
        dialog.finished.connect(dialog.deleteLater)
        dialog.finished.connect(lambda: setattr(self, "dialog", None))
        dialog.open()

    # Copying

    def copy(self) -> None:
        """The chosen lines as a table, with the columns shown, for a spreadsheet or a letter."""
        lines, model, table = self._view.table.chosen_lines(), self._view.model, self._view.table
        if not lines:
            return
        if len(lines) > _ROWS_COPIED:
            self.said.emit(tr("Too many rows to copy: export them as a file"))
            return
        keys = [model.column_keys()[place] for place in table.shown_places()]
        columns = [SheetColumn(title_of(each), _KINDS.get(each.kind, ColumnKind.TEXT)) for each in keys]
        zone = model.beside(0).zone

        def value(line: RegisterLine, key: str) -> Value:
            return _value(line.register, key, line.cells.get(key), zone)

        text, marked = clipboard_table(columns, [[value(line, each.key) for each in keys] for line in lines])
        made = QMimeData()
        made.setText(text)
        made.setHtml(marked)
        QGuiApplication.clipboard().setMimeData(made)
        self.said.emit(tr("%n row(s) copied", n=len(lines)))


def _net(line: RegisterLine, corrections: Sequence[RegisterEntry]) -> RegisterLine:
    """A line of a closed month as it stands today: its amount and points with all that corrects them."""
    cells = dict(line.cells)
    key = MAIN_MONEY.get(line.register)
    was = cells.get(key) if key else None
    if key is not None and isinstance(was, Money):
        steps = [each.amount for each in corrections if each.amount is not None]
        cells[key] = Money(was.minor + sum(each.minor for each in steps if each.currency == was.currency), was.currency)
    points = cells.get("points")
    if isinstance(points, int):
        cells["points"] = points + sum(each.points or 0 for each in corrections)
    return replace(line, cells=cells)


def _value(register: RegisterKind, key: str, value: RegisterValue, zone: object) -> Value:
    """A cell as the clipboard takes it: amounts and whole numbers as numbers, days as days."""
    if isinstance(value, bool):
        return tr("Yes") if value else tr("No")
    if isinstance(value, Money):
        amount: Decimal = value.amount
        return amount
    if isinstance(value, int):
        return Decimal(value)
    if isinstance(value, datetime):
        return value.astimezone(zone).replace(tzinfo=None)  # type: ignore[arg-type]
    if isinstance(value, date):
        return datetime.combine(value, time())
    if isinstance(value, StrEnum):
        return state_word(register, value) if key == "state" else word(value)
    return value
