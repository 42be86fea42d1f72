"""How the buyer felt, and quick tags: the shop's most used ones, those of every shop, and one's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from models.call_back_records import Satisfaction
from ui.i18n import translator
from ui.page import Key
from ui.plain import one_line
from ui.widgets.buttons import Button, icon_button
from ui.widgets.flow import FlowLayout

old = translator("callbacks")
tr = translator("call_form")
TAG_LIMIT = 24
_SHOWN = 18
_FIELD_WIDTH = 108


def feeling_keys() -> tuple[Key, ...]:
    """The keys that say how the buyer felt."""
    words = (old("satisfied"), old("so-so"), old("dissatisfied"))
    return tuple(Key(f"Alt+{place}", text) for place, text in enumerate(words, start=1))


class TagRow(QWidget):
    """`changed` when something was switched; `case_wanted` asks for a case out of the call."""

    changed = Signal()
    case_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, spacing=4)
        self.feelings: dict[Satisfaction, Button] = {}
        for value, text in (
            (Satisfaction.SATISFIED, old("Happy")),
            (Satisfaction.NEUTRAL, old("So-so")),
            (Satisfaction.DISSATISFIED, old("Unhappy")),
        ):
            button = self._chip(text)
            button.clicked.connect(lambda checked, chosen=value: self._feel(chosen, checked))
            self._flow.addWidget(button)
            self.feelings[value] = button
        self.tags: dict[str, Button] = {}
        self.case = Button(tr("Open a case"), self, size="row", icon="plus")
        self.case.set_tip(tr("Opens a case for this buyer; it is noted with the call"))
        self.case.clicked.connect(lambda: self.case_wanted.emit())
        self.more = icon_button("tag", tr("Another tag"), self, size="row", kind="secondary")
        self.more.clicked.connect(self._ask)
        self.field = QLineEdit(self)
        self.field.setFixedSize(_FIELD_WIDTH, 24)
        self.field.setMaxLength(TAG_LIMIT)
        self.field.setPlaceholderText(tr("Another tag"))
        self.field.setAccessibleName(tr("Another tag"))
        self.field.returnPressed.connect(self._add_typed)
        self.field.editingFinished.connect(self._left)
        self.field.hide()
        self._flow.addWidget(self.case)
        self._flow.addWidget(self.more)
        self._flow.addWidget(self.field)
        self._usual: tuple[str, ...] = ()
        self.show_usual(())

    def _chip(self, text: str) -> Button:
        button = Button(text, self, size="row")
        button.setCheckable(True)
        return button

    def show_usual(self, used: Sequence[str]) -> None:
        """Offer these tags beside those of every shop; what is on stays."""
        usual = tuple(dict.fromkeys((tr("Buys again"), *used)))
        if usual == self._usual:
            return
        on = self.chosen()
        self._usual = usual
        self._show_tags(on)

    def _show_tags(self, on: Sequence[str]) -> None:
        # The last three of the flow are the case, the plus and its field; tags stand before them.
        tail = [self.case, self.more, self.field]
        while self._flow.count() > len(self.feelings):
            self._flow.takeAt(self._flow.count() - 1)
        for button in self.tags.values():
            button.hide()
            button.deleteLater()
        self.tags = {}
        before: QWidget = self.feelings[Satisfaction.DISSATISFIED]
        for text in dict.fromkeys((*self._usual, *on)):
            words = one_line(text)
            button = self._chip(words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…")
            button.setAccessibleName(tr("Tag %1", words))
            button.setChecked(text in on)
            button.clicked.connect(lambda: self.changed.emit())
            self._flow.addWidget(button)
            button.show()
            QWidget.setTabOrder(before, button)
            before = button
            self.tags[text] = button
        for widget in tail:
            self._flow.addWidget(widget)
            QWidget.setTabOrder(before, widget)
            before = widget
        self.updateGeometry()

    def chosen(self) -> tuple[str, ...]:
        """The tags that are on."""
        return tuple(text for text, button in self.tags.items() if button.isChecked())

    def satisfaction(self) -> Satisfaction:
        """How the buyer felt."""
        return next((value for value, each in self.feelings.items() if each.isChecked()), Satisfaction.NOT_ASKED)

    def show_chosen(self, satisfaction: Satisfaction, tags: Sequence[str]) -> None:
        """Switch these on and all others off."""
        for value, button in self.feelings.items():
            button.setChecked(value is satisfaction)
        self._show_tags(tags)
        self.field.clear()
        self.field.hide()
        self.more.show()

    def set_asked(self, asked: bool) -> None:
        """Whether a feeling can be noted: nobody was heard where nobody was reached."""
        for button in self.feelings.values():
            button.setEnabled(asked)

    def _feel(self, value: Satisfaction, checked: bool) -> None:
        for each, button in self.feelings.items():
            button.setChecked(each is value and checked)
        self.changed.emit()

    def feel(self, value: Satisfaction) -> None:
        """Switch a feeling by its key."""
        if self.feelings[value].isEnabled():
            self._feel(value, not self.feelings[value].isChecked())

    def _ask(self) -> None:
        self.more.hide()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()

    def _add_typed(self) -> None:
        text = one_line(self.field.text()).strip()
        self.field.clear()
        if text:
            self._show_tags((*self.chosen(), text))
            self.changed.emit()

    def _left(self) -> None:
        """The field was left or entered: what stands in it becomes a tag, and the plus comes back."""
        self._add_typed()
        if not self.field.hasFocus():
            self.field.hide()
            self.more.show()
            self.updateGeometry()
