"""Whose steps the board lists: all, mine, or those of one role; and whether those without a due time as well."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from models.board_records import ALL_STEPS, Board, StepFilter
from models.kinds import Role
from ui.i18n import translator
from ui.icons import icon
from ui.widgets.buttons import Button
from ui.words import word

tr = translator("today")
_ROLES = (Role.AFTER_SALES, Role.WAREHOUSE, Role.QUALITY, Role.SUPERVISOR, Role.FINANCE)


class StepChooser(Button):
    """A button that says what is chosen; its menu, by click or key, changes it. `chosen` when it did."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("All roles"), parent, kind="ghost", size="row", icon="users", trailing="chevron-down")
        self._role: Role | None = None
        self._mine = self._undated = False
        self._board: Board | None = None
        self.clicked.connect(self.open_menu)
        self._say()

    def filter(self, mine: StepFilter) -> StepFilter:
        """What to read; `mine` are the steps of who is working."""
        base = mine if self._mine else ALL_STEPS
        return StepFilter(self._role, base.person, base.roles, self._undated)

    def show_board(self, board: Board) -> None:
        """Know the counts."""
        self._board = board
        self._say()

    def choose(self, *, role: Role | None = None, mine: bool = False) -> None:
        """List the steps of a role, or mine, or (with neither) all."""
        if (role, mine) != (self._role, self._mine):
            self._role, self._mine = role, mine
            self._say()
            self.chosen.emit()

    def show_undated(self, on: bool) -> None:
        """Also list steps without a due time, or only those that are due."""
        if on != self._undated:
            self._undated = on
            self._say()
            self.chosen.emit()

    def _say(self) -> None:
        words = tr("Mine") if self._mine else word(self._role) if self._role is not None else tr("All roles")
        self.set_label(f"{words} · {tr('also without a time')}" if self._undated else words)
        self.setAccessibleName(tr("Steps shown: %1", self.label()))

    def menu_now(self) -> QMenu:
        """The choices with their counts."""
        menu, board = QMenu(self), self._board
        counts = (board.steps_by_role if board is not None else None) or {}

        def add(text: str, count: int, on: bool, role: Role | None, mine: bool) -> None:
            entry = menu.addAction(f"{text}  {count}")
            entry.setCheckable(True)
            entry.setChecked(on)
            entry.triggered.connect(lambda _=False: self.choose(role=role, mine=mine))

        add(tr("All roles"), board.steps_total if board else 0, self._role is None and not self._mine, None, False)
        add(tr("Mine"), board.steps_mine if board else 0, self._mine, None, True)
        menu.addSeparator()
        for role in _ROLES:
            add(word(role), counts.get(role, 0), self._role is role, role, False)
        menu.addSeparator()
        without = board.steps_undated if board else 0
        undated = menu.addAction(icon("clock"), f"{tr('Also without a due time')}  {without}")
        undated.setCheckable(True)
        undated.setChecked(self._undated)
        undated.triggered.connect(self.show_undated)
        return menu

    def open_menu(self) -> None:
        """Under the button."""
        menu = self.menu_now()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
