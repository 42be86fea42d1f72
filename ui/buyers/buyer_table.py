"""The table of the Buyers list: keeps its place when a new result comes, and steps back where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.buyers.buyer_columns import LAST, SHOP, SPARE, buyer_columns
from ui.buyers.buyer_list_model import BuyerListModel
from ui.i18n import translator
from ui.widgets.delegates import ID_ROLE
from ui.widgets.table import DataTable

tr = translator("buyers")


class BuyerTable(DataTable):
    """`buyer_changed` says which buyer the keyboard is on, or None, once per change."""

    buyer_changed = Signal(object)

    def __init__(self, model: BuyerListModel, parent: QWidget | None = None) -> None:
        super().__init__(buyer_columns(), parent, name=tr("Buyers"))
        self._model = model
        self._one_shop = True
        self._current_id: int | None = None
        self._awaited: int | None = None
        self._kept_row = 0
        self._restoring = False
        model.modelAboutToBeReset.connect(self._keep)
        self.setModel(model)
        model.modelReset.connect(self._put_back)
        header = self.horizontalHeader()
        header.setSortIndicatorShown(True)
        header.setSortIndicator(LAST, Qt.SortOrder.DescendingOrder)
        header.setStretchLastSection(False)
        header.setAccessibleName(tr("Columns"))
        header.sortIndicatorChanged.connect(self._model.sort)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.current_changed.connect(self._tell_current)

    def current_buyer(self) -> int | None:
        """The id of the buyer the keyboard is on."""
        return self._current_id

    def chosen_ids(self, most: int) -> list[int]:
        """The selected buyers in the order of the list, at most so many."""
        rows: set[int] = set()
        chosen = self.selectionModel().selection()
        for part in (chosen.at(place) for place in range(chosen.count())):
            rows.update(range(part.top(), min(part.bottom() + 1, part.top() + most)))
        return self._model.ids(sorted(rows)[:most])

    def chosen_count(self) -> int:
        """How many rows are selected."""
        chosen = self.selectionModel().selection()
        return sum(chosen.at(place).height() for place in range(chosen.count()))

    def choose_buyer(self, buyer_id: int) -> None:
        """Make a buyer the current one, now or once the result has them."""
        row = self._model.row_of(buyer_id)
        self._awaited = buyer_id if row is None else None
        if row is not None:
            self.choose_row(row)
            return
        # None of the rows is the one shown: choosing any of them then shows it.
        self._restoring, self._current_id = True, None
        self.selectionModel().clear()
        self._restoring = False

    def _tell_current(self, index: QModelIndex) -> None:
        if self._restoring:
            return
        self._awaited = None
        buyer_id = index.data(ID_ROLE) if index.isValid() else None
        if buyer_id != self._current_id:
            self._current_id = buyer_id
            self.buyer_changed.emit(buyer_id)

    def _keep(self) -> None:
        self._kept_row = max(self.currentIndex().row(), 0)

    def _put_back(self) -> None:
        """After a new result: the same buyer current; without them the one that took their place."""
        wanted = self._awaited if self._awaited is not None else self._current_id
        row = self._model.row_of(wanted) if wanted is not None else None
        if row is None and self._awaited is not None:
            # Somebody named this buyer; the list, which lacks them, does not take the card from them.
            return
        if row is not None:
            self._restoring = wanted == self._current_id
            self.choose_row(row)
            self._restoring = False
            self._awaited = None
            return
        self._current_id = None
        if self._model.rowCount():
            self.choose_row(min(self._kept_row, self._model.rowCount() - 1))
        else:
            self.buyer_changed.emit(None)

    # Columns

    def set_one_shop(self, one: bool) -> None:
        """With a single shop its name says nothing."""
        if one != self._one_shop:
            self._one_shop = one
            self._make_room()

    def shown_columns(self) -> list[int]:
        """The columns shown, as they stand from left to right."""
        header = self.horizontalHeader()
        order = (header.logicalIndex(place) for place in range(header.count()))
        return [place for place in order if not header.isSectionHidden(place)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._make_room()
        super().resizeEvent(event)

    def _make_room(self) -> None:
        header = self.horizontalHeader()
        if not header.count():
            return
        widths = [column.shown_width() for column in self._columns]
        hidden = {SHOP} if self._one_shop else set[int]()
        room = self.viewport().width() + widths[0] // 12
        for place in SPARE:
            if sum(width for at, width in enumerate(widths) if at not in hidden) <= room:
                break
            hidden.add(place)
        self._setting_widths = True
        for place in SPARE:
            if header.isSectionHidden(place) != (place in hidden):
                header.setSectionHidden(place, place in hidden)
        self._setting_widths = False
        self._stretch()
