"""What is filtered as chips under the search row: a click changes one, × or Delete takes it away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.case_query import CaseFilters
from ui import theme as tokens
from ui.cases.filter_words import FilterField, Place, chip_text, full_text, is_set, without
from ui.i18n import translator
from ui.widgets.buttons import link_button
from ui.widgets.filter_chip import FilterChip
from ui.widgets.flow import FlowLayout

tr = translator("views")


class FilterChips(QWidget):
    """`changed` gives the filters without what was taken away; `edit_wanted` the field of the chip clicked.

    `left` comes when the last chip was taken away by key, so that the focus goes on.
    """

    changed = Signal(object)
    edit_wanted = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Filters"))
        self._filters = CaseFilters()
        self._texts: list[tuple[str, str, str]] = []
        self._flow = FlowLayout(self, spacing=6, line_spacing=6)
        self._flow.setContentsMargins(12, 0, 12, 8)
        self.clear = link_button(tr("Clear all"), self)
        self.clear.setFixedHeight(tokens.CHIP_CLICKABLE)
        self.clear.clicked.connect(self.clear_all)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def chips(self) -> list[FilterChip]:
        """The chips in their order."""
        items = (self._flow.itemAt(place) for place in range(self._flow.count()))
        widgets = [item.widget() for item in items if item is not None]
        return [widget for widget in widgets if isinstance(widget, FilterChip)]

    def show_filters(self, filters: CaseFilters, place: Place) -> None:
        """Show what is set; hidden while nothing is."""
        self._filters = filters
        fields = [field for field in FilterField if is_set(filters, field)]
        texts = [(f.value, chip_text(filters, f, place), full_text(filters, f, place)) for f in fields]
        if texts == self._texts:
            return
        focused = next((at for at, chip in enumerate(self.chips()) if chip.hasFocus()), None)
        self._texts = texts
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if isinstance(widget, FilterChip):
                widget.hide()
                widget.deleteLater()
        for name, text, full in texts:
            self._flow.addWidget(self._chip(FilterField(name), text, full))
        self._flow.addWidget(self.clear)
        # The layout does not see by itself that other widgets came at the places of those taken out.
        self._flow.invalidate()
        self._flow.activate()
        self.setVisible(bool(texts))
        self.updateGeometry()
        if focused is not None:
            self._focus(focused)

    def _chip(self, field: FilterField, text: str, full: str) -> FilterChip:
        chip = FilterChip(text, full, self)
        chip.clicked.connect(lambda: self.edit_wanted.emit(field))
        chip.removed.connect(lambda: self.changed.emit(without(self._filters, field)))
        chip.stepped.connect(lambda step: self._step(chip, step))
        chip.show()
        return chip

    def _step(self, chip: FilterChip, step: int) -> None:
        chips = self.chips()
        if chip in chips:
            at = chips.index(chip) + step
            if 0 <= at < len(chips):
                chips[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _focus(self, place: int) -> None:
        chips = self.chips()
        if chips:
            chips[min(place, len(chips) - 1)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.left.emit()

    def clear_all(self) -> None:
        """Take every filter away."""
        if self._filters:
            self.changed.emit(CaseFilters())
            self.left.emit()
