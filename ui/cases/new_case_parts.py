"""Small parts of the new-case dialog: a choice of words by letters, the items meant, a buyer nobody knows yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QWidget

from models.records import OrderLine, Shop
from models.rules.pinyin import initials
from models.rules.typed_target import read_typed
from ui.fonts import font
from ui.i18n import translator
from ui.plain import PlainLabel, mnemonic_safe, one_line, plain_tooltip
from ui.widgets.flow import FlowLayout
from ui.widgets.panel import column, section_label
from ui.words import word

tr = translator("cases")
_SHOWN_ITEMS, _ITEM_WIDTH = 12, 26
_LONG_NUMBER = 10
_TYPING_MS = 900


class WordChoice(QComboBox):
    """A choice of a closed list by arrows, or by the first letters of a word, pinyin for Chinese."""

    def __init__(self, name: str, members: Sequence[StrEnum], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._members = tuple(members)
        self.addItems([word(member) for member in self._members])
        self._typed = ""
        self._forget = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._forget.timeout.connect(self._forget_typed)

    def member(self) -> StrEnum:
        """The word chosen."""
        return self._members[self.currentIndex()]

    def choose(self, member: StrEnum) -> None:
        """Choose a word."""
        self.setCurrentIndex(self._members.index(member))

    def _forget_typed(self) -> None:
        self._typed = ""

    def _type(self, letter: str) -> bool:
        """The letters typed so far, then this one alone; one letter again goes on to the next word it begins."""
        for typed, step in ((self._typed + letter, 0), (letter, 1)):
            for place in range(self.count()):
                at = (self.currentIndex() + step + place) % self.count()
                text = self.itemText(at)
                if initials(text).lower().startswith(typed) or text.casefold().startswith(typed):
                    self._typed = typed
                    self._forget.start()
                    self.setCurrentIndex(at)
                    return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text().casefold()
        letter = typed.isalpha() and typed.isascii() and not event.modifiers()
        if not (letter and self._type(typed)):
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ItemsRow(QWidget):
    """The items of an order, to tick those the case is about; none ticked means all. Hidden for a single one."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = column(self, spacing=4)
        rows.addWidget(section_label(tr("Which items? (none ticked: all)"), self))
        self._box = QWidget(self)
        self._flow = FlowLayout(self._box, spacing=12)
        rows.addWidget(self._box)
        self.boxes: dict[int, QCheckBox] = {}
        self.hide()

    def show_lines(self, lines: Sequence[OrderLine], chosen: Sequence[int] = ()) -> None:
        """Show the items of another order."""
        for box in self.boxes.values():
            self._flow.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {}
        for line in lines[:_SHOWN_ITEMS] if len(lines) > 1 else ():
            title = one_line(line.item_title)
            text = title if len(title) <= _ITEM_WIDTH else f"{title[:_ITEM_WIDTH]}…"
            count = f" ×{line.quantity}" if line.quantity > 1 else ""
            box = QCheckBox(mnemonic_safe(text + count), self._box)
            plain_tooltip(box, " · ".join(part for part in (line.item_title, line.sku, line.variant) if part))
            box.setChecked(line.id in chosen)
            box.toggled.connect(lambda _: self.changed.emit())
            self._flow.addWidget(box)
            box.show()
            self.boxes[line.id] = box
        self._flow.invalidate()
        self.setVisible(bool(self.boxes))

    def chosen(self) -> tuple[int, ...]:
        """The ids of the items ticked."""
        return tuple(line for line, box in self.boxes.items() if box.isChecked())


class BuyerForm(QWidget):
    """For a buyer nobody knows yet: shop, ID, name, phone, the order's number. For a known one the number only."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self.shop = QComboBox(self)
        self.nick, self.name, self.phone, self.order = (QLineEdit(self) for _ in range(4))
        fields = (
            (tr("Shop"), self.shop), (tr("Buyer ID"), self.nick), (tr("Name, if known"), self.name),
            (tr("Phone, if known"), self.phone), (tr("Order number, if known"), self.order),
        )  # fmt: skip
        self._labels: dict[QWidget, PlainLabel] = {}
        for place, (label, field) in enumerate(fields):
            words = PlainLabel(label, self, role="small", ink="text2")
            words.setBuddy(field)
            field.setAccessibleName(label)
            field.setFont(font("body"))
            self._grid.addWidget(words, 0, place)
            self._grid.addWidget(field, 1, place)
            self._grid.setColumnStretch(place, 1)
            self._labels[field] = words
            if isinstance(field, QLineEdit):
                field.textChanged.connect(lambda _: self.changed.emit())
        self.shop.currentIndexChanged.connect(lambda _: self.changed.emit())
        self._known = False
        self.hide()

    def set_shops(self, shops: Sequence[Shop]) -> None:
        """The shops to choose from; one alone is not asked for."""
        self.shop.clear()
        for shop in shops:
            self.shop.addItem(one_line(shop.name), shop.id)

    def show_for(self, *, known: bool) -> None:
        """Show what is to be asked: of a known buyer the order's number only."""
        self._known = known
        asked = {
            self.shop: not known and self.shop.count() > 1, self.nick: not known, self.name: not known,
            self.phone: not known, self.order: True,
        }  # fmt: skip
        for field, wanted in asked.items():
            field.setVisible(wanted)
            self._labels[field].setVisible(wanted)
        self.show()

    def prefill(self, text: str) -> None:
        """Put what was typed where it belongs, into fields that are still empty."""
        typed = read_typed(text)
        number = next((each for each in typed.digits if len(each) >= _LONG_NUMBER and each not in typed.phones), "")
        if (
            not number
            and not typed.phones
            and typed.single
            and len(typed.whole) >= _LONG_NUMBER
            and 2 * sum(map(str.isdigit, typed.whole)) >= len(typed.whole)
        ):
            number = typed.whole if typed.whole.isascii() else ""
        told = {self.phone: next(iter(typed.phones), ""), self.order: number}
        if typed.single and not number and not typed.phones:
            told[self.nick] = typed.whole
        for field, value in told.items():
            if value and not field.text():
                field.setText(value)
                field.setCursorPosition(0)

    def first_empty(self) -> QLineEdit:
        """Where to go on."""
        return self.order if self._known else next(
            (field for field in (self.nick, self.name, self.phone) if not field.text()), self.nick
        )  # fmt: skip

    def is_enough(self) -> bool:
        """Whether a buyer can be named by it."""
        return self._known or any(field.text().strip() for field in (self.nick, self.name, self.phone))

    def order_number(self) -> str:
        """The number typed, where it is asked for."""
        return self.order.text().strip() if not self.isHidden() else ""

    def values(self) -> dict[str, str]:
        """What stands in the fields, to be kept."""
        return {"nick": self.nick.text(), "name": self.name.text(), "phone": self.phone.text(),
                "order": self.order.text()}  # fmt: skip

    def set_values(self, values: Mapping[str, object]) -> None:
        """Put kept texts back."""
        for name, field in (("nick", self.nick), ("name", self.name), ("phone", self.phone), ("order", self.order)):
            field.setText(str(values.get(name, "")))
