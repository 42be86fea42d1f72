"""The row under the tools: what is searched for, what is filtered as chips, and how many that leaves."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.evidence_query import EvidenceFilters, EvidenceQuery
from ui import theme as tokens
from ui.evidence.gallery.filters import Field, Names, chip_text, full_text, is_set, without
from ui.i18n import translator
from ui.plain import PlainLabel
from ui.widgets.buttons import link_button
from ui.widgets.controls import ListSearchField
from ui.widgets.filter_chip import FilterChip
from ui.widgets.flow import FlowLayout
from ui.widgets.panel import Strip, column, line

tr = translator("evidence")
_SEARCH = 260


class FilterRow(Strip):
    """`searched` gives the text, `changed` the filters without a chip taken away, `edit_wanted` a chip's field."""

    searched = Signal(str)
    changed = Signal(object)
    edit_wanted = Signal(object)
    cleared = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, surface="surface", edge="bottom")
        self._filters = EvidenceFilters()
        self._texts: list[tuple[Field, str, str]] = []
        rows = column(self, margins=(16, 6, 16, 6), spacing=6)
        head = line(spacing=8)
        self.search = ListSearchField(tr("Search captions and names"), self)
        self.search.setMaxLength(200)
        self.search.setFixedHeight(tokens.BUTTON_SMALL)
        self.search.setMaximumWidth(_SEARCH)
        self.search.searched.connect(self.searched)
        self.search.down.connect(self.left)
        self._hits = PlainLabel("", self, role="small", ink="text3")
        self.clear = link_button(tr("Clear all"), self)
        self.clear.clicked.connect(self.cleared)
        head.addWidget(self.search, 1)
        head.addWidget(self._hits)
        head.addStretch(1)
        head.addWidget(self.clear)
        rows.addLayout(head)
        self._chips = QWidget(self)
        self._flow = FlowLayout(self._chips, spacing=6, line_spacing=6)
        self._flow.setContentsMargins(0, 0, 0, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._chips.setSizePolicy(policy)
        rows.addWidget(self._chips)

    def chips(self) -> list[FilterChip]:
        """The chips in their order."""
        items = (self._flow.itemAt(place) for place in range(self._flow.count()))
        widgets = [item.widget() for item in items if item is not None]
        return [widget for widget in widgets if isinstance(widget, FilterChip)]

    def hits(self) -> str:
        """How many are found, as written."""
        return self._hits.text()

    def show_query(self, query: EvidenceQuery, names: Names) -> None:
        """Show what is searched for and filtered."""
        self._filters = query.filters
        if self.search.text() != query.text and not self.search.hasFocus():
            self.search.blockSignals(True)
            self.search.setText(query.text)
            self.search.blockSignals(False)
        fields = [field for field in Field if is_set(query.filters, field)]
        texts = [(f, chip_text(query.filters, f, names), full_text(query.filters, f, names)) for f in fields]
        self.clear.setVisible(bool(query))
        if texts != self._texts:
            self._remake(texts)

    def _remake(self, texts: list[tuple[Field, str, str]]) -> None:
        focused = next((at for at, chip in enumerate(self.chips()) if chip.hasFocus()), None)
        self._texts = texts
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for field, text, full in texts:
            self._flow.addWidget(self._chip(field, text, full))
        # The layout does not see by itself that other widgets came at the places of those taken out.
        self._flow.invalidate()
        self._flow.activate()
        self._chips.setVisible(bool(texts))
        self.updateGeometry()
        if focused is not None:
            chips = self.chips()
            if chips:
                chips[min(focused, len(chips) - 1)].setFocus(Qt.FocusReason.TabFocusReason)
            else:
                self.left.emit()

    def show_hits(self, words: str) -> None:
        """How many are found."""
        self._hits.setText(words)

    def _chip(self, field: Field, text: str, full: str) -> FilterChip:
        chip = FilterChip(text, full, self._chips)
        chip.clicked.connect(lambda: self.edit_wanted.emit(field))
        chip.removed.connect(lambda: self.changed.emit(without(self._filters, field)))
        chip.stepped.connect(lambda step: self._step(chip, step))
        chip.show()
        return chip

    def _step(self, chip: FilterChip, step: int) -> None:
        chips = self.chips()
        at = chips.index(chip) + step if chip in chips else -1
        if 0 <= at < len(chips):
            chips[at].setFocus(Qt.FocusReason.TabFocusReason)
