"""The table of the Cases list: keeps selection and place when a new result comes, and its columns' layout."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui import theme as tokens
from ui.cases.case_columns import CLOCK, SPARE, case_columns
from ui.cases.case_list_model import CaseListModel
from ui.i18n import translator
from ui.widgets.delegates import ID_ROLE
from ui.widgets.table import DataTable

tr = translator("cases")


class CaseTable(DataTable):
    """Rows of cases. `case_changed` says which case is current, or None, once per change."""

    case_changed = Signal(object)
    layout_changed = Signal()

    def __init__(self, model: CaseListModel, parent: QWidget | None = None) -> None:
        self._columns_shown = case_columns()
        super().__init__(self._columns_shown, parent, name=tr("Cases"))
        self._model = model
        self._current_id: int | None = None
        self._kept_ids: list[int] = []
        self._kept_top: tuple[int, int] | None = None
        self._kept_row = 0
        self._awaited: int | None = None
        self._hidden_by_room: set[int] = set()
        self._layout_is_own = False
        self._restoring = False
        model.modelAboutToBeReset.connect(self._keep)
        self.setModel(model)
        model.modelReset.connect(self._put_back)
        self.take_letters("RE")
        header = self.horizontalHeader()
        header.setSortIndicatorShown(True)
        header.setSortIndicator(CLOCK, Qt.SortOrder.AscendingOrder)
        header.setStretchLastSection(False)
        header.setAccessibleName(tr("Columns"))
        header.sectionMoved.connect(self._layout_touched)
        header.sectionResized.connect(lambda place, old, new: self._layout_touched() if old and new else None)
        header.sortIndicatorChanged.connect(self._sort_wanted)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.current_changed.connect(self._tell_current)
        self._settle = QTimer(self, singleShot=True, interval=400)
        self._settle.timeout.connect(self.layout_changed)

    # The current case and the selected ones

    def current_case(self) -> int | None:
        """The id of the case the keyboard is on."""
        return self._current_id

    def chosen_rows(self) -> list[int]:
        """The selected rows in order; read from ranges, so that a hundred thousand are no matter."""
        rows: set[int] = set()
        chosen = self.selectionModel().selection()
        for part in (chosen.at(place) for place in range(chosen.count())):
            rows.update(range(part.top(), part.bottom() + 1))
        return sorted(rows)

    def chosen_count(self) -> int:
        """How many rows are selected."""
        parts = self.selectionModel().selection()
        if parts.count() == 1:
            return int(parts.at(0).bottom() - parts.at(0).top() + 1)
        return len(self.chosen_rows())

    def choose_case(self, case_id: int) -> bool:
        """Make a case of the list the current one; False if it is not in the result yet: then once it is."""
        row = self._model.rows_of([case_id]).get(case_id)
        self._awaited = case_id if row is None else None
        if row is None:
            return False
        self.choose_row(row)
        return True

    def _tell_current(self) -> None:
        if self._restoring:
            return
        self._awaited = None
        index = self.currentIndex()
        case_id = index.data(ID_ROLE) if index.isValid() else None
        if case_id != self._current_id:
            self._current_id = case_id
            self.case_changed.emit(case_id)

    def _keep(self) -> None:
        self._kept_ids = self._model.ids(self.chosen_rows()[:1000])
        self._kept_row = max(self.currentIndex().row(), 0)
        top = self.rowAt(0)
        self._kept_top = (self._model.ids([top])[0], self.rowViewportPosition(top)) if top > 0 else None

    def _put_back(self) -> None:
        """After a new result: the same cases selected, the same one current, the same place in view."""
        wanted = [*self._kept_ids, self._current_id, self._awaited, self._kept_top[0] if self._kept_top else None]
        rows = self._model.rows_of([case_id for case_id in wanted if case_id is not None])
        if self._awaited in rows:
            self.choose_row(rows[self._awaited])
            return
        self._restoring = True
        chosen = self.selectionModel()
        last = self._model.columnCount() - 1
        selection = QItemSelection()
        for case_id in self._kept_ids:
            if case_id in rows:
                row = rows[case_id]
                selection.select(self._model.index(row, 0), self._model.index(row, last))
        current = rows.get(self._current_id) if self._current_id is not None else None
        if current is not None:
            chosen.setCurrentIndex(self._model.index(current, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        chosen.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        top = rows.get(self._kept_top[0]) if self._kept_top is not None else None
        if top is not None and self._kept_top is not None:
            self.verticalScrollBar().setValue(top * tokens.ROW - self._kept_top[1])
        elif current is not None:
            self.scrollTo(self._model.index(current, 0))
        self._restoring = False
        if current is None:
            self._choose_next()
        self.selection_changed.emit()
        self.viewport().update()

    def _choose_next(self) -> None:
        """The current case left the list: on with the one that took its place."""
        if self._model.rowCount():
            self.choose_row(min(self._kept_row, self._model.rowCount() - 1))
        else:
            self._tell_current()

    # Columns

    def _sort_wanted(self, column: int, order: Qt.SortOrder) -> None:
        self._model.sort(column, order)
        self._settle.start()

    def _layout_touched(self) -> None:
        if not self._setting_widths:
            self._layout_is_own = True
            self._settle.start()

    def show_column(self, place: int, shown: bool) -> None:
        """Show or hide a column, as the user chose."""
        self._layout_is_own = True
        self._hidden_by_room.discard(place)
        self.horizontalHeader().setSectionHidden(place, not shown)
        self._stretch()
        self._settle.start()

    def shown_columns(self) -> list[int]:
        """The columns shown, as they stand from left to right."""
        header = self.horizontalHeader()
        order = (header.logicalIndex(place) for place in range(header.count()))
        return [place for place in order if not header.isSectionHidden(place)]

    def reset_layout(self) -> None:
        """All columns in the order and the widths of the design."""
        header = self.horizontalHeader()
        for place in range(header.count()):
            header.moveSection(header.visualIndex(place), place)
        self._layout_is_own = False
        self._hidden_by_room.clear()
        self.set_widths()
        self._make_room()
        self._settle.start()

    def layout_text(self) -> str:
        """The layout to keep; empty while it is the design's."""
        return self.save_layout() if self._layout_is_own else ""

    def take_layout(self, text: str) -> None:
        """Take a layout kept earlier."""
        if text:
            self.restore_layout(text)
            self._layout_is_own = True
            header = self.horizontalHeader()
            header.setSortIndicatorShown(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._make_room()
        super().resizeEvent(event)

    def _make_room(self) -> None:
        """Where not all columns fit, those the case page repeats step back, unless the user arranged the columns."""
        if self._layout_is_own or not self.horizontalHeader().count():
            return
        room = self.viewport().width()
        hidden = set(_spare_columns([column.shown_width() for column in self._columns_shown], room))
        if hidden != self._hidden_by_room:
            self._hidden_by_room = hidden
            self._setting_widths = True
            for place in SPARE:
                self.horizontalHeader().setSectionHidden(place, place in hidden)
            self._setting_widths = False
        self._stretch()


def _spare_columns(widths: Sequence[int], room: int) -> list[int]:
    """Which columns step back so that the rest fits; the stretching one can give a quarter of its width."""
    needed = sum(widths) - max(widths) // 4
    gone: list[int] = []
    for place in SPARE:
        if needed <= room:
            break
        gone.append(place)
        needed -= widths[place]
    return gone
