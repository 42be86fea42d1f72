"""Chips of the states a register holds, the search over every cell, and the buttons of what can be done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from models.kinds import RegisterKind
from models.register_kinds import RegisterState
from ui import theme as tokens
from ui.actions import key_text
from ui.i18n import translator
from ui.plain import mnemonic_safe, plain_tooltip
from ui.registers.desk_contract import LineAction
from ui.registers.register_words import state_word
from ui.widgets.buttons import Button, icon_button
from ui.widgets.controls import ListSearchField, ViewChip
from ui.widgets.panel import Strip, line

tr = translator("registers")
_GAP = 8


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What the chips narrow to: one state, what is unsettled, what is late, or nothing of it."""

    state: RegisterState | None = None
    unsettled: bool = False
    late: bool = False


EVERYTHING = Narrowing()


@dataclass(frozen=True, slots=True)
class ChipCounts:
    """How many lines each chip would show."""

    states: Mapping[RegisterState, int]
    late: int
    whole: int
    still: int


class ChipLine(QWidget):
    """Chips side by side; those without room stand in a menu, the chosen one never."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._chips: list[tuple[Narrowing, ViewChip]] = []
        self._on = Narrowing()
        self._more = icon_button("ellipsis", tr("More states"), self)
        self._menu = QMenu(self._more)
        self._more.setMenu(self._menu)
        self._more.hide()

    def sizeHint(self) -> QSize:
        return QSize(sum(chip.sizeHint().width() + _GAP for _, chip in self._chips), tokens.VIEW_CHIP)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, tokens.VIEW_CHIP)

    def show_counts(self, register: RegisterKind, name: str, counts: ChipCounts, on: Narrowing) -> None:
        """Chips of what there is; `name` stands on the first, of all."""
        lines: list[tuple[Narrowing, str, int, bool]] = [(EVERYTHING, name, counts.whole, False)]
        if (counts.still and counts.still != counts.whole) or on.unsettled:
            lines.append((Narrowing(unsettled=True), tr("Unsettled"), counts.still, False))
        if counts.late or on.late:
            lines.append((Narrowing(late=True), tr("Late"), counts.late, True))
        for state in RegisterState:
            count = counts.states.get(state, 0)
            if count or on.state is state:
                lines.append((Narrowing(state=state), state_word(register, state), count, False))
        before = [(narrowing, chip.text()) for narrowing, chip in self._chips]
        if before != [(narrowing, mnemonic_safe(text)) for narrowing, text, _, _ in lines]:
            self._make(lines)
        for (_, chip), (_, _, count, _) in zip(self._chips, lines, strict=True):
            chip.set_count(count)
        self._on = on
        self._mark()
        self._fit()

    def _make(self, lines: Sequence[tuple[Narrowing, str, int, bool]]) -> None:
        focused = next((narrowing for narrowing, chip in self._chips if chip.hasFocus()), None)
        for _, chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for narrowing, text, count, alarm in lines:
            chip = ViewChip(text, count, self, state="overdue" if alarm else None)
            chip.clicked.connect(lambda _=False, narrowing=narrowing: self.choose(narrowing))
            self._chips.append((narrowing, chip))
            if narrowing == focused:
                chip.setFocus()

    def chips(self) -> list[ViewChip]:
        """The chips in order."""
        return [chip for _, chip in self._chips]

    def choose(self, narrowing: Narrowing) -> None:
        """Narrow to this; the one that is on, chosen again, shows all."""
        self._on = Narrowing() if narrowing == self._on else narrowing
        self._mark()
        self._fit()
        self.chosen.emit(self._on)

    def _mark(self) -> None:
        for narrowing, chip in self._chips:
            chip.setChecked(narrowing == self._on)

    def _fit(self) -> None:
        self._menu.clear()
        wide = {id(chip): chip.sizeHint().width() + _GAP for _, chip in self._chips}
        room = self.width()
        if sum(wide.values()) > room:
            room -= self._more.sizeHint().width() + _GAP
        room -= next((wide[id(chip)] for narrowing, chip in self._chips if narrowing == self._on), 0)
        left, rest = 0, []
        top = (self.height() - tokens.VIEW_CHIP) // 2
        for narrowing, chip in self._chips:
            own = wide[id(chip)]
            on = narrowing == self._on
            if not on and own > room:
                rest.append((narrowing, chip))
                chip.hide()
                continue
            room -= 0 if on else own
            chip.setGeometry(left, top, own - _GAP, tokens.VIEW_CHIP)
            chip.show()
            left += own
        for narrowing, chip in rest:
            entry = self._menu.addAction(chip.accessibleName())
            entry.triggered.connect(lambda _=False, narrowing=narrowing: self.choose(narrowing))
        self._more.setVisible(bool(rest))
        self._more.move(left, (self.height() - self._more.sizeHint().height()) // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class FilterRow(Strip):
    """The row of chips, search and front buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, surface="surface", edge="bottom", height=tokens.TOOL_ROW)
        self._row = line(self, margins=(16, 0, 12, 0), spacing=8)
        self.chips = ChipLine(self)
        self._row.addWidget(self.chips, 1)
        self.search = ListSearchField(tr("Search every cell"), self, hint=key_text("Ctrl+F"))
        self.search.setFixedWidth(210)
        self.search.setMaxLength(200)
        self._row.addWidget(self.search)
        self._front: list[Button] = []
        self._acts: dict[str, LineAction] = {}
        self.columns = icon_button("columns-3", tr("Columns…"), self)
        self.more = icon_button("ellipsis-vertical", tr("More"), self)
        self._row.addWidget(self.columns)
        self._row.addWidget(self.more)

    def show_front(self, actions: Sequence[LineAction]) -> None:
        """The buttons of what is done most; made anew only when their words change."""
        if [button.label() for button in self._front] != [each.text for each in actions]:
            for button in self._front:
                self._row.removeWidget(button)
                button.hide()
                button.deleteLater()
            self._front = []
            for place, action in enumerate(actions):
                button = Button(action.text, self, size="small", icon=action.icon, hint=action.key)
                button.clicked.connect(lambda _=False, name=action.name: self._act(name))
                self._row.insertWidget(2 + place, button)
                self._front.append(button)
        self._acts = {action.name: action for action in actions}
        for button, action in zip(self._front, actions, strict=True):
            button.setEnabled(action.on)
            plain_tooltip(button, "" if action.on else action.why)

    def _act(self, name: str) -> None:
        action = self._acts.get(name)
        if action is not None and action.on:
            action.act()

