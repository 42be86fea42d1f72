"""Fields for answers that are chosen or listed: yes and no, closed lists, an offer, the items of an order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QWidget

from desktop.services.resolution_facts import FactField
from models.records import CasePage
from models.rules.case_facts import priced_lines
from ui.i18n import translator
from ui.plain import ElidedLabel, PlainLabel
from ui.resolution.fact_entry import FactEntry
from ui.resolution.fact_parsing import NotReadableError, parse
from ui.resolution.wording import pick
from ui.widgets.buttons import Button
from ui.widgets.panel import column, line

tr = translator("resolution")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Chosen(QWidget):
    """The common part of lists to choose from: the signals of a field that is typed into."""

    typed = Signal(object)
    beside = Signal(str, object)
    entered = Signal()

    def __init__(self, field: FactField, words: Sequence[str], chosen: int, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.fact = field
        self.field = QComboBox(self)
        self.field.setAccessibleName(pick(field.label))
        self.field.addItems(words)
        self.field.setCurrentIndex(chosen)
        row = line(self)
        row.addWidget(self.field, 1)
        self.setFocusProxy(self.field)
        self.field.activated.connect(lambda _: self.typed.emit(self.value()))

    def value(self) -> object:
        """What is chosen; nothing in this common part."""
        return None

    def readable(self) -> bool:
        """Always: only what fits can be chosen."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class ChoiceEntry(_Chosen):
    """A closed list, yes and no among them."""

    def __init__(self, field: FactField, value: object, parent: QWidget | None = None) -> None:
        self._values: list[object] = [True, False] if field.type == "bool" else list(field.words)
        words = [
            (tr("Yes") if each else tr("No")) if isinstance(each, bool) else pick(field.words[str(each)])
            for each in self._values
        ]
        self._values.append(None)
        at = self._values.index(value) if value in self._values else len(self._values) - 1
        super().__init__(field, [*words, tr("Cannot be told")], at, parent)

    def value(self) -> object:
        """What is chosen; None for what cannot be told."""
        return self._values[self.field.currentIndex()]


class LineEntry(_Chosen):
    """Which item of the order it is about; it answers the SKU and the batch with it."""

    def __init__(self, field: FactField, page: CasePage, value: object, parent: QWidget | None = None) -> None:
        self._lines = page.order.lines if page.order is not None else ()
        words = [" · ".join(part for part in (each.item_title, each.variant, each.sku) if part) for each in self._lines]
        titles = [each.item_title for each in self._lines]
        super().__init__(field, words, titles.index(value) if value in titles else 0, parent)

    def value(self) -> object:
        """The title of the item; what belongs to it is said beside."""
        chosen = self._lines[self.field.currentIndex()]
        self.beside.emit("sku", chosen.sku or None)
        self.beside.emit("batch", chosen.batch or None)
        return chosen.item_title


class AmountField(QLineEdit):
    """An amount; Enter ends it and nothing more."""

    entered = Signal()

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setPlaceholderText("0.00")
        self.setMaxLength(20)
        self.setFixedWidth(110)
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class _Listed(QWidget):
    """The common part of fields with several amounts: a line for what is wrong, the signals of a field."""

    typed = Signal(object)
    beside = Signal(str, object)
    entered = Signal()

    def __init__(self, fact: FactField, now: datetime, where: tzinfo, currency: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.fact = fact
        self._now, self._where, self._currency = now, where, currency
        self._box = column(self, spacing=6)
        self.wrong = PlainLabel("", self, role="small", ink="overdue", wrap=True)
        self.wrong.hide()

    def complain(self, text: str) -> None:
        """Say what is wrong, or nothing."""
        self.wrong.setText(text)
        self.wrong.setVisible(bool(text))

    def value(self) -> object:
        """What stands there, as the packs read it; nothing in this common part. NotReadableError with its sentence."""
        return None

    def readable(self) -> bool:
        """Whether what stands there fits; if not, the line says why."""
        try:
            self.value()
        except NotReadableError as error:
            self.complain(str(error))
            return False
        self.complain("")
        return True

    def _amount(self, text: str) -> str:
        return str(parse("money", text, now=self._now, where=self._where, currency=self._currency))

    def _edited(self) -> None:
        try:
            value = self.value()
        except NotReadableError:
            return
        self.complain("")
        self.typed.emit(value)


class OfferEntry(_Listed):
    """A full-reduction offer: from how much, how much off."""

    def __init__(
        self, fact: FactField, value: object, now: datetime, where: tzinfo, currency: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(fact, now, where, currency, parent)
        kept: Mapping[str, object] = value if isinstance(value, Mapping) else {}
        row = line(spacing=8)
        self.fields: dict[str, AmountField] = {}
        for name, words in (("threshold", tr("from")), ("off", tr("off"))):
            field = AmountField(str(kept.get(name, "")), words, self)
            field.textEdited.connect(self._edited)
            field.entered.connect(self.entered)
            row.addWidget(PlainLabel(words, self, ink="text2"))
            row.addWidget(field)
            self.fields[name] = field
        row.addWidget(PlainLabel(currency, self, ink="text3"))
        row.addStretch(1)
        self._box.addLayout(row)
        self._box.addWidget(self.wrong)
        self.field: QWidget = self.fields["threshold"]
        self.setFocusProxy(self.field)

    def value(self) -> object:
        """Threshold and reduction."""
        return {name: self._amount(field.text()) for name, field in self.fields.items()}


class ItemsEntry(_Listed):
    """A small table: item, amount, whether it comes back. It answers `items` and `returned` together."""

    def __init__(
        self,
        fact: FactField,
        page: CasePage,
        answers: Mapping[str, object],
        now: datetime,
        where: tzinfo,
        currency: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(fact, now, where, currency, parent)
        kept = answers.get("items")
        items = dict(kept) if isinstance(kept, Mapping) and kept else dict(priced_lines(page.order))
        back = answers.get("returned")
        self._returned = set(back) if isinstance(back, list | tuple) else set()
        holder = QWidget(self)
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        for at, words in enumerate((tr("Item"), tr("Amount, %1", currency), tr("Comes back"))):
            self._grid.addWidget(PlainLabel(words, holder, role="small", ink="text3"), 0, at)
        self._rows: list[tuple[QLineEdit | str, AmountField, QCheckBox]] = []
        for name, amount in items.items():
            self._add(name, str(amount))
        if not items:
            self._add("", "")
        self._box.addWidget(holder)
        more = Button(tr("Another item"), self, size="small", icon="plus")
        more.clicked.connect(lambda: self._add("", ""))
        self._box.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        self._box.addWidget(self.wrong)
        self.field: QWidget = self._rows[0][2]
        self.setFocusProxy(self.field)

    def _add(self, name: str, amount: str) -> None:
        row = len(self._rows) + 1
        title: QLineEdit | str = name
        if name:
            self._grid.addWidget(ElidedLabel(name, self), row, 0)
        else:
            title = QLineEdit(self)
            title.setMaxLength(160)
            title.setAccessibleName(tr("Item"))
            title.textEdited.connect(self._edited)
            self._grid.addWidget(title, row, 0)
        field = AmountField(amount, tr("Amount of %1", name or tr("the item")), self)
        field.textEdited.connect(self._edited)
        field.entered.connect(self.entered)
        box = QCheckBox(self)
        box.setAccessibleName(tr("%1 comes back", name or tr("the item")))
        box.setChecked(name in self._returned)
        box.toggled.connect(self._edited)
        self._grid.addWidget(field, row, 1)
        self._grid.addWidget(box, row, 2, Qt.AlignmentFlag.AlignHCenter)
        self._rows.append((title, field, box))

    def _read(self) -> tuple[dict[str, str], list[str]]:
        items: dict[str, str] = {}
        returned = []
        for title, field, box in self._rows:
            name = title if isinstance(title, str) else title.text().strip()
            if not name and not field.text().strip():
                continue
            if not name:
                raise NotReadableError(tr("Name the item."))
            if name in items:
                raise NotReadableError(tr("“%1” stands there twice.", name))
            items[name] = self._amount(field.text())
            if box.isChecked():
                returned.append(name)
        if not items:
            raise NotReadableError(tr("Enter at least one item."))
        return items, returned

    def value(self) -> object:
        """Items with their amounts, or what comes back: as the fact asked for."""
        items, returned = self._read()
        if self.fact.fact == "returned" and not returned:
            raise NotReadableError(tr("Tick what comes back."))
        self._say_beside(items, returned)
        return returned if self.fact.fact == "returned" else items

    def _edited(self) -> None:
        try:
            items, returned = self._read()
        except NotReadableError:
            return
        self.complain("")
        self._say_beside(items, returned)
        self.typed.emit(returned if self.fact.fact == "returned" else items)

    def _say_beside(self, items: dict[str, str], returned: list[str]) -> None:
        if self.fact.fact == "returned":
            self.beside.emit("items", items)
        else:
            self.beside.emit("returned", returned)


Entry = FactEntry | ChoiceEntry | LineEntry | OfferEntry | ItemsEntry


def entry_for(
    field: FactField,
    page: CasePage,
    facts: Mapping[str, object],
    now: datetime,
    where: tzinfo,
    currency: str,
    parent: QWidget | None = None,
) -> Entry:
    """The field that fits a fact; `facts` are what stands now for it and for what is entered beside it."""
    value = facts.get(field.fact)
    if field.fact in ("items", "returned"):
        return ItemsEntry(field, page, facts, now, where, currency, parent)
    if field.fact == "item" and page.order is not None and len(page.order.lines) > 1:
        return LineEntry(field, page, value, parent)
    if field.fact == "offer" and field.type == "money_map":
        return OfferEntry(field, value, now, where, currency, parent)
    if field.type in ("bool", "enum"):
        return ChoiceEntry(field, value, parent)
    return FactEntry(field, value, now, where, currency, parent)
