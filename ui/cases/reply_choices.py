"""The situations there are replies for: the most fitting ones as chips, all of them in a menu by group."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QMenu, QSizePolicy, QWidget

from desktop.services.replies import ReplyChoice
from ui.i18n import translator
from ui.plain import mnemonic_safe
from ui.widgets.buttons import Button
from ui.widgets.controls import ViewChip
from ui.widgets.flow import FlowLayout

tr = translator("cases")
_CHIPS = 4


class ReplyChoices(QWidget):
    """`chosen` carries a choice's id; exactly one is on."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Situations"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow = FlowLayout(self)
        self._group = QButtonGroup(self)
        self._choices: Sequence[ReplyChoice] = ()
        self._on = ""
        self.chips: dict[str, ViewChip] = {}
        self.all = Button(tr("All situations"), self, size="small", icon="list")
        self.all.setMenu(QMenu(self.all))
        self._flow.addWidget(self.all)

    def show_choices(self, choices: Sequence[ReplyChoice], on: str) -> None:
        """Show the situations of a case, the most fitting first, with one on."""
        if list(choices) != list(self._choices):
            self._choices = choices
            self._fill_menu()
        self._on = on
        self._fill_chips()

    def _fill_chips(self) -> None:
        shown = [choice for choice in self._choices if choice.fits][:_CHIPS] or list(self._choices[:_CHIPS])
        if self._on not in {choice.id for choice in shown}:
            # What was taken from the menu stands among the chips, or one would not see what is on.
            shown = [*shown[: _CHIPS - 1], *(choice for choice in self._choices if choice.id == self._on)]
        if list(self.chips) != [choice.id for choice in shown] or self._titles() != [each.title for each in shown]:
            self._make_chips(shown)
        for name, chip in self.chips.items():
            chip.setChecked(name == self._on)

    def _titles(self) -> list[str]:
        return [chip.text().replace("&&", "&") for chip in self.chips.values()]

    def _make_chips(self, shown: Sequence[ReplyChoice]) -> None:
        focused = next((name for name, chip in self.chips.items() if chip.hasFocus()), "")
        for chip in self.chips.values():
            self._flow.removeWidget(chip)
            self._group.removeButton(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self.all)
        self.chips = {}
        for choice in shown:
            chip = ViewChip(choice.title, None, self)
            chip.clicked.connect(lambda _=False, name=choice.id: self._choose(name))
            self._group.addButton(chip)
            self._flow.addWidget(chip)
            chip.show()
            self.chips[choice.id] = chip
        self._flow.addWidget(self.all)
        self.setTabOrder(self.chips[shown[-1].id], self.all) if shown else None
        if focused in self.chips:
            self.chips[focused].setFocus()
        # FlowLayout does not notice by itself that its widgets are others now.
        self._flow.invalidate()
        self.updateGeometry()

    def _fill_menu(self) -> None:
        menu = self.all.menu()
        menu.clear()
        parts: dict[str, QMenu] = {}
        for choice in sorted(self._choices, key=lambda each: each.place):
            if choice.group not in parts:
                parts[choice.group] = menu.addMenu(mnemonic_safe(choice.group_title))
            action = parts[choice.group].addAction(mnemonic_safe(choice.title))
            action.triggered.connect(lambda _=False, name=choice.id: self._choose(name))

    def _choose(self, name: str) -> None:
        self._on = name
        self._fill_chips()
        self.chosen.emit(name)
