"""The panel of filters under its button: fields at the left, what can be chosen at the right, taken at once."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QWidget

from models.case_query import CaseFilters
from ui.cases.filter_parts import AmountPart, ChoicePart, DatePart, FilterPart
from ui.cases.filter_words import FilterField, Place, field_title, full_text, is_set, without
from ui.i18n import translator
from ui.plain import PlainLabel
from ui.widgets.buttons import link_button
from ui.widgets.delegates import CELL_ROLE, Cell
from ui.widgets.panel import column, line, rule
from ui.widgets.table import DataList

tr = translator("views")
_WIDTH, _HEIGHT, _FIELDS, _ROW = 540, 464, 168, 32


class _Fields(DataList):
    """The fields; Right or Enter goes into the choices."""

    inwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Right:
            self.inwards.emit()
            return
        super().keyPressEvent(event)


class FilterPanel(QFrame):
    """`changed` gives the filters after each choice. It closes with Esc or a click beside it."""

    changed = Signal(object)
    closed = Signal()

    def __init__(self, filters: CaseFilters, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(tr("Filters"))
        self.setFixedSize(_WIDTH, _HEIGHT)
        self._filters, self._place = filters, place
        rows = column(self, margins=(1, 1, 1, 1))
        across = line(spacing=0)
        self.fields = _Fields(self, name=tr("Fields"), row_height=_ROW)
        self.fields.setFixedWidth(_FIELDS)
        self._names = QStandardItemModel(self)
        self.fields.setModel(self._names)
        across.addWidget(self.fields)
        across.addWidget(rule(self, vertical=True))
        self._stack = QStackedWidget(self)
        self._stack.setContentsMargins(8, 8, 8, 8)
        self._parts: dict[FilterField, FilterPart] = {}
        across.addWidget(self._stack, 1)
        rows.addLayout(across, 1)
        rows.addWidget(rule(self))
        rows.addLayout(self._foot())
        self._shown = self._offered()
        for field in self._shown:
            self._names.appendRow(QStandardItem(field_title(field)))
        self.fields.current_changed.connect(self._field_changed)
        self.fields.inwards.connect(self.go_in)
        self.fields.opened.connect(lambda _: self.go_in())
        self.fields.looked.connect(lambda _: self.go_in())
        self.fields.left.connect(self.close)
        self._tell()
        self.fields.choose_row(0)

    def _foot(self) -> QHBoxLayout:
        foot = line(margins=(12, 6, 12, 6), spacing=12)
        foot.addWidget(PlainLabel(tr("Space ticks · ← → sides · Esc closes"), self, role="small", ink="text3"), 1)
        self.clear_one = link_button(tr("Clear this"), self)
        self.clear_one.clicked.connect(lambda: self._clear(without(self._filters, self.field())))
        self.clear_all = link_button(tr("Clear all"), self)
        self.clear_all.clicked.connect(lambda: self._clear(CaseFilters()))
        foot.addWidget(self.clear_one)
        foot.addWidget(self.clear_all)
        return foot

    def _offered(self) -> list[FilterField]:
        """Without shops and platforms where there is only one, unless they are set."""
        shops = self._place.choices.shops
        one = {FilterField.SHOP: len(shops), FilterField.PLATFORM: len({shop.platform for shop in shops})}
        tags = {FilterField.TAG: 2 if self._place.choices.tags else 0}
        return [f for f in FilterField if {**one, **tags}.get(f, 2) > 1 or is_set(self._filters, f)]

    def field(self) -> FilterField:
        """The field whose choices are shown."""
        return self._shown[max(self.fields.currentIndex().row(), 0)]

    def part(self) -> FilterPart:
        """The page in front."""
        return self._parts[self.field()]

    def choose_field(self, field: FilterField) -> None:
        """Go to a field and into its choices."""
        if field in self._shown:
            self.fields.choose_row(self._shown.index(field))
            self.go_in()

    def go_in(self) -> None:
        """Into the choices."""
        self.part().take_focus()

    def show_under(self, button: QWidget) -> None:
        """Open under its button, inside the window."""
        window = button.window()
        at = button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 4))
        left = window.mapToGlobal(QPoint(8, 0)).x()
        right = window.mapToGlobal(QPoint(window.width() - self.width() - 8, 0)).x()
        self.move(max(min(at.x(), right), left), at.y())
        self.show()
        self.fields.setFocus(Qt.FocusReason.TabFocusReason)

    def filters(self) -> CaseFilters:
        """What is set."""
        return self._filters

    def show_filters(self, filters: CaseFilters) -> None:
        """Other filters, set elsewhere or here."""
        self._filters = filters
        self._tell()
        self.part().show_filters(filters, self._place)

    def _take(self, filters: CaseFilters) -> None:
        if filters != self._filters:
            self.show_filters(filters)
            self.changed.emit(filters)

    def _clear(self, filters: CaseFilters) -> None:
        self.part().forget()
        self._take(filters)

    def _tell(self) -> None:
        """Mark the fields that are set."""
        for row, field in enumerate(self._shown):
            on = is_set(self._filters, field)
            item, title = self._names.item(row), field_title(field)
            cell = Cell(title, ink="accent_text" if on else "text", weight=600 if on else 0, icon="check" if on else "")
            item.setData(cell, CELL_ROLE)
            item.setEditable(False)
            spoken = full_text(self._filters, field, self._place) if on else title
            item.setData(spoken, int(Qt.ItemDataRole.AccessibleTextRole))
        self.clear_all.setEnabled(bool(self._filters))
        self.clear_one.setEnabled(is_set(self._filters, self.field()))

    def _field_changed(self, index: QModelIndex) -> None:
        field = self.field()
        if field not in self._parts:
            self._parts[field] = self._make(field)
            self._stack.addWidget(self._parts[field])
        self._parts[field].show_filters(self._filters, self._place)
        self._stack.setCurrentWidget(self._parts[field])
        self.clear_one.setEnabled(is_set(self._filters, field))

    def _make(self, field: FilterField) -> FilterPart:
        part: FilterPart
        if field is FilterField.DATE:
            part = DatePart(field, field_title(field), self)
        elif field is FilterField.AMOUNT:
            part = AmountPart(field, self)
        else:
            part = ChoicePart(field, field_title(field), self)
            part.list.left.connect(self.close)
        part.changed.connect(self._take)
        part.back.connect(lambda: self.fields.setFocus(Qt.FocusReason.BacktabFocusReason))
        return part

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        for part in self._parts.values():
            part.settle()
        super().hideEvent(event)
        self.closed.emit()
