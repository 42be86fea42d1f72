"""What stands where the list is: its table, loading bars, or why there is nothing and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from models.case_query import CaseView
from ui import theme as tokens
from ui.actions import key_text
from ui.error_words import sentence
from ui.i18n import translator
from ui.plain import isolate, one_line
from ui.widgets.panel import EmptyPlace, SkeletonRows, column

tr = translator("cases")
_NAMES = ("table", "nothing", "first", "loading", "ready", "wrong")
_TABLE, _NOTHING, _FIRST, _LOADING, _READY, _WRONG = range(6)
_SHOWN_TEXT = 60


class ListPlaces(QStackedWidget):
    """One of `table nothing first loading ready wrong`; the signals are what its buttons ask for."""

    new_wanted = Signal()
    import_wanted = Signal()
    everywhere_wanted = Signal()
    clear_wanted = Signal()
    retry_wanted = Signal()

    def __init__(self, table: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addWidget(table)
        self.nothing = EmptyPlace("search", "", "", self)
        self.clear = self.nothing.add_button(tr("Clear filters"), self.clear_wanted.emit, hint=key_text("Ctrl+Shift+X"))
        self.everywhere = self.nothing.add_button(tr("Search all cases, archive too"), self.everywhere_wanted.emit)
        self.addWidget(self.nothing)
        self._add_first()
        self._add_loading()
        self._add_ready()
        self.wrong = EmptyPlace("triangle-alert", "", "", self)
        self.wrong.add_button(tr("Try again"), self.retry_wanted.emit, primary=True, icon="refresh-cw")
        self.addWidget(self.wrong)

    def _add_first(self) -> None:
        place = EmptyPlace(
            "inbox", tr("After-sales cases belong here, one row each."),
            tr("Import the orders of your shop first, then a case fills itself in."), self,
        )  # fmt: skip
        self._import_button(place, primary=True)
        self._new_button(place, primary=False)
        self.addWidget(place)

    def _add_ready(self) -> None:
        place = EmptyPlace(
            "inbox", tr("The orders are here. Open a case as soon as a buyer reports a problem."),
            tr("Type or paste an order number, a buyer ID or a tracking number; the rest fills in."), self,
        )  # fmt: skip
        self._new_button(place, primary=True)
        self._import_button(place, primary=False)
        self.addWidget(place)

    def _import_button(self, place: EmptyPlace, *, primary: bool) -> None:
        keys = key_text("Ctrl+I")
        place.add_button(
            tr("Import orders"), self.import_wanted.emit, primary=primary, icon="file-spreadsheet", hint=keys
        )

    def _new_button(self, place: EmptyPlace, *, primary: bool) -> None:
        keys = key_text("Ctrl+N")
        place.add_button(tr("New case"), self.new_wanted.emit, primary=primary, icon="plus", hint=keys)

    def _add_loading(self) -> None:
        loading = QWidget(self)
        rows = column(loading, margins=(0, tokens.HEADER, 0, 0))
        rows.addWidget(SkeletonRows(12, loading))
        rows.addStretch(1)
        self.addWidget(loading)

    def place(self) -> str:
        """What stands there now."""
        return _NAMES[self.currentIndex()]

    def setCurrentIndex(self, index: int) -> None:
        """Show another place; who had the keyboard in the one before has it in the list."""
        before, focus = self.currentWidget(), self.window().focusWidget()
        held = before is not None and focus is not None and (focus is before or before.isAncestorOf(focus))
        super().setCurrentIndex(index)
        table = self.widget(_TABLE)
        if held and index == _TABLE and table is not None:
            table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_table(self) -> None:
        """The list."""
        self.setCurrentIndex(_TABLE)

    def show_loading(self) -> None:
        """Bars where rows will be."""
        self.setCurrentIndex(_LOADING)

    def show_first(self, *, has_orders: bool) -> None:
        """There is no case at all yet."""
        self.setCurrentIndex(_READY if has_orders else _FIRST)

    def show_wrong(self, error: BaseException) -> None:
        """The list could not be read."""
        words = sentence(error)
        self.wrong.set_text("triangle-alert", words.what, words.next)
        self.setCurrentIndex(_WRONG)

    def show_nothing(self, view: CaseView, name: str, text: str, filters: str) -> None:
        """No case is in the view called `name`, has the text and fits the filters, given in words."""
        set_filters = tr("Filters: %1", filters) if filters else ""
        if text:
            found = tr("Nothing found for “%1”", isolate(one_line(text[:_SHOWN_TEXT])))
            fields = tr("Looked in case, order, buyer, phone, tracking number, item, SKU, notes and captions.")
            self.nothing.set_text("search", found, "\n".join(part for part in (set_filters, fields) if part))
        elif filters:
            self.nothing.set_text("search", tr("No case in “%1” fits the filters.", name), set_filters)
        else:
            self.nothing.set_text("circle-check", tr("No case stands in “%1”.", name), "")
        self.clear.setVisible(bool(filters))
        self.everywhere.setVisible(bool(text or filters) and view is not CaseView.ALL)
        self.setCurrentIndex(_NOTHING)
