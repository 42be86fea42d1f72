"""The table of the Cases list: keeps selection and place when a new result comes; its cells can be changed."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui import theme as tokens
from ui.cases.case_columns import BUYER, CHANGEABLE, CLOCK, FOUND, SORTS, SPARE, SPARE_SEARCHING, case_columns
from ui.cases.case_list_model import CaseListModel
from ui.cases.cell_delegate import CaseDelegate
from ui.cases.cell_hits import seen_fields
from ui.cases.cell_layout import ListLayout, layout_of, layout_text
from ui.cases.list_anchor import Anchor
from ui.i18n import translator
from ui.widgets.delegates import ID_ROLE, Index
from ui.widgets.table import DataTable

tr = translator("cases")


class CaseTable(DataTable):
    """Rows of cases. `case_changed` says which case is current, or None, once per change.

    `change_wanted` carries the column of a cell to change: F2 or a double click; -1 where the cell cannot be.
    """

    case_changed = Signal(object)
    layout_changed = Signal()
    change_wanted = Signal(int)

    def __init__(self, model: CaseListModel, parent: QWidget | None = None) -> None:
        self._columns_shown = case_columns()
        super().__init__(self._columns_shown, parent, name=tr("Cases"))
        self._model = model
        self._current_id: int | None = None
        self._kept_ids: list[int] = []
        self._kept_top: tuple[int, int] | None = None
        self._kept_row = self._kept_column = 0
        self._kept_text = ""
        self._awaited: int | None = None
        self._hidden_by_room: set[int] = set()
        self._layout_is_own = False
        self._restoring = False
        self.is_following = False  # whether another case becomes current because a new result came, not by a choice
        self.setItemDelegate(CaseDelegate(self))
        model.modelAboutToBeReset.connect(self._keep)
        self.setModel(model)
        model.anchor = self._anchor
        model.modelReset.connect(self._put_back)
        model.loaded.connect(self._show_found)
        self.take_letters("REDSTNXW")
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

    def chosen_spans(self) -> list[tuple[int, int]]:
        """The selected rows as spans of first and last row, in order; a hundred thousand are one span."""
        chosen = self.selectionModel().selection()
        parts = sorted((chosen.at(place).top(), chosen.at(place).bottom()) for place in range(chosen.count()))
        spans: list[tuple[int, int]] = []
        for first, last in parts:
            if spans and first <= spans[-1][1] + 1:
                spans[-1] = (spans[-1][0], max(last, spans[-1][1]))
            else:
                spans.append((first, last))
        return spans

    def chosen_rows(self) -> list[int]:
        """The selected rows in order."""
        return [row for first, last in self.chosen_spans() for row in range(first, last + 1)]

    def chosen_ids(self) -> array[int]:
        """The ids of the selected cases in the order of the list."""
        return self._model.span_ids(self.chosen_spans())

    def chosen_count(self) -> int:
        """How many rows are selected."""
        return sum(last - first + 1 for first, last in self.chosen_spans())

    def choose_case(self, case_id: int) -> bool:
        """Make a case of the list the current one; False if it is not in the result yet: then once it is."""
        row = self._model.rows_of([case_id]).get(case_id)
        self._awaited = case_id if row is None else None
        if row is None:
            return False
        self.choose_row(row)
        return True

    def choose_row(self, row: int) -> None:
        """Make a row the current and only selected one; the cell in use stays in its column."""
        if 0 <= row < self._model.rowCount():
            flag = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(self._at(row), flag.ClearAndSelect | flag.Rows)
            self.scrollTo(self._at(row))

    def _at(self, row: int) -> QModelIndex:
        return self._model.index(row, max(self.currentIndex().column(), 0))

    def _tell_current(self) -> None:
        if self._restoring:
            return
        self._awaited = None
        index = self.currentIndex()
        case_id = index.data(ID_ROLE) if index.isValid() else None
        if case_id != self._current_id:
            self._current_id = case_id
            self.case_changed.emit(case_id)

    def _anchor(self) -> Anchor:
        """What a new result will be shown around, as `_put_back` does it."""
        top = self.rowAt(0)
        shown = self._model.ids([top])[0] if top > 0 else None
        return Anchor(shown, self._awaited or self._current_id, max(self.currentIndex().row(), 0))

    def _keep(self) -> None:
        self._kept_ids = list(self.chosen_ids()[:1000])
        self._kept_row = max(self.currentIndex().row(), 0)
        self._kept_column = max(self.currentIndex().column(), 0)
        top = self.rowAt(0)
        self._kept_top = (self._model.ids([top])[0], self.rowViewportPosition(top)) if top > 0 else None

    def _put_back(self) -> None:
        """After a new result: the same cases selected, the same one current, the same place in view."""
        anew, self._kept_text = self._kept_text != self._model.searched, self._model.searched
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
            place = self._model.index(current, self._kept_column)
            chosen.setCurrentIndex(place, QItemSelectionModel.SelectionFlag.NoUpdate)
        chosen.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        top = rows.get(self._kept_top[0]) if self._kept_top is not None else None
        if top is not None and self._kept_top is not None:
            self.verticalScrollBar().setValue(top * tokens.ROW - self._kept_top[1])
        elif current is not None:
            self.scrollTo(self._model.index(current, 0))
        self._restoring = False
        if current is None:
            self.is_following = True
            self._choose_next(anew)
            self.is_following = False
        self.selection_changed.emit()
        self.viewport().update()

    def _choose_next(self, anew: bool) -> None:
        """The current case left the list: on with the one that took its place, in a new search with the first."""
        if self._model.rowCount():
            self.choose_row(0 if anew else min(self._kept_row, self._model.rowCount() - 1))
        else:
            self._tell_current()

    # Cells

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if bare and event.key() in steps and self.currentIndex().isValid():
            self._walk(steps[Qt.Key(event.key())])
        elif bare and event.key() == Qt.Key.Key_F2 and self.currentIndex().isValid():
            column = self.currentIndex().column()
            self.change_wanted.emit(column if column in CHANGEABLE else -1)
        else:
            super().keyPressEvent(event)

    def _walk(self, step: int) -> None:
        """To the next cell that can be changed, without touching the selection; before the first one: no cell."""
        current = self.currentIndex()
        stops = [-1, *(place for place in self.shown_columns() if place in CHANGEABLE)]
        at = stops.index(current.column()) if current.column() in stops else 0
        place = stops[min(max(at + step, 0), len(stops) - 1)]
        index = current.siblingAtColumn(place if place >= 0 else self.shown_columns()[0])
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.scrollTo(index)
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.column() in CHANGEABLE:
            self.change_wanted.emit(index.column())
            return
        super().mouseDoubleClickEvent(event)

    def dataChanged(self, topLeft: Index, bottomRight: Index, roles: Sequence[int] = ()) -> None:  # noqa: N803
        if topLeft.column() == bottomRight.column():
            # The minute: one column, not the whole list, is painted anew.
            left = self.columnViewportPosition(topLeft.column())
            self.viewport().update(QRect(left, 0, self.columnWidth(topLeft.column()), self.viewport().height()))
            return
        super().dataChanged(topLeft, bottomRight, list(roles))

    # Columns

    def _sort_wanted(self, column: int, order: Qt.SortOrder) -> None:
        header = self.horizontalHeader()
        if column >= len(SORTS):
            # The store has no order for these: back to the one there was.
            query = self._model.query
            way = Qt.SortOrder.DescendingOrder if query.descending else Qt.SortOrder.AscendingOrder
            blocked = header.blockSignals(True)
            header.setSortIndicator(SORTS.index(query.sort), way)
            header.blockSignals(blocked)
            return
        self._model.sort(column, order)
        self._settle.start()

    def _layout_touched(self) -> None:
        if not self._setting_widths:
            self._layout_is_own = True
            self._settle.start()

    def show_column(self, place: int, shown: bool) -> None:
        """Show or hide a column, as the user chose; the last one stays."""
        if not shown and not self.may_hide(place):
            return
        self._layout_is_own = True
        self._hidden_by_room.discard(place)
        self.horizontalHeader().setSectionHidden(place, not shown)
        self._stretch()
        self._columns_changed()

    def keep_now(self) -> None:
        """Tell of a layout that was just touched without waiting on, as before the window closes."""
        if self._settle.isActive():
            self._settle.stop()
            self.layout_changed.emit()

    def may_hide(self, place: int) -> bool:
        """Whether a column would still be left."""
        return any(other not in (place, FOUND) for other in self.shown_columns())

    def move_column(self, place: int, step: int) -> None:
        """Put a column before or after its neighbour, hidden ones too."""
        header = self.horizontalHeader()
        now = header.visualIndex(place)
        if 0 <= now + step < header.count():
            header.moveSection(now, now + step)

    def widen_column(self, place: int, step: int) -> None:
        """Make a column wider or narrower by so many pixels."""
        self.horizontalHeader().resizeSection(place, max(self.columnWidth(place) + step, tokens.ROW))

    def _columns_changed(self) -> None:
        self._model.set_seen(seen_fields(self.shown_columns()))
        self._settle.start()

    def _show_found(self) -> None:
        """The column that says where a text was found stands only while one is searched for."""
        hidden = not self._model.searched
        if self.isColumnHidden(FOUND) == hidden:
            return
        self._setting_widths = True
        header = self.horizontalHeader()
        header.setSectionHidden(FOUND, hidden)
        header.resizeSection(FOUND, self._columns_shown[FOUND].shown_width())
        if self._layout_is_own and not hidden:
            # Where the user arranged the columns none steps back: then it stands where it is seen.
            header.moveSection(header.visualIndex(FOUND), header.visualIndex(BUYER) + 1)
        self._setting_widths = False
        self._make_room()
        self._stretch()

    def shown_columns(self) -> list[int]:
        """The columns shown, as they stand from left to right."""
        return [place for place in self.column_order() if not self.horizontalHeader().isSectionHidden(place)]

    def column_order(self) -> list[int]:
        """All columns as they stand from left to right, hidden ones too."""
        header = self.horizontalHeader()
        return [header.logicalIndex(place) for place in range(header.count())]

    def shown_keys(self) -> list[str]:
        """The words of the columns shown, without the one that stands only while searching."""
        return [self._columns_shown[place].key for place in self.shown_columns() if place != FOUND]

    def reset_layout(self) -> None:
        """All columns in the order and the widths of the design."""
        header = self.horizontalHeader()
        for place in range(header.count()):
            header.moveSection(header.visualIndex(place), place)
        self._layout_is_own = False
        self._hidden_by_room.clear()
        self.set_widths()
        self._make_room()
        self._show_found()
        self._columns_changed()

    def layout_text(self) -> str:
        """The layout to keep; empty while it is the design's."""
        if not self._layout_is_own:
            return ""
        header, keys = self.horizontalHeader(), [column.key for column in self._columns_shown]
        section = header.sortIndicatorSection()
        return layout_text(
            ListLayout(
                order=tuple(keys[place] for place in self.column_order()),
                hidden=frozenset(keys[p] for p in range(len(keys)) if header.isSectionHidden(p)),
                widths={keys[p]: self.columnWidth(p) for p in range(len(keys)) if not header.isSectionHidden(p)},
                sort=keys[section] if 0 <= section < len(SORTS) else "",
                descending=header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder,
            )
        )

    def take_layout(self, text: str) -> None:
        """Take a layout kept earlier; what this program does not know in it is left out."""
        layout = layout_of(text, [column.key for column in self._columns_shown])
        if layout is None:
            return
        header, keys = self.horizontalHeader(), [column.key for column in self._columns_shown]
        self._setting_widths = True
        for visual, key in enumerate(layout.order):
            header.moveSection(header.visualIndex(keys.index(key)), visual)
        for place, key in enumerate(keys):
            header.setSectionHidden(place, key in layout.hidden or place == FOUND)
            if key in layout.widths:
                header.resizeSection(place, layout.widths[key])
        self._setting_widths = False
        self._layout_is_own = self._sized_by_user = True
        if layout.sort:
            way = Qt.SortOrder.DescendingOrder if layout.descending else Qt.SortOrder.AscendingOrder
            blocked = header.blockSignals(True)
            header.setSortIndicator(keys.index(layout.sort), way)
            header.blockSignals(blocked)
            self._model.presort(keys.index(layout.sort), way)
        self._model.set_seen(seen_fields(self.shown_columns()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._make_room()
        super().resizeEvent(event)

    def _stretch(self) -> None:
        super()._stretch()
        header = self.horizontalHeader()
        width = self._columns_shown[BUYER].shown_width()
        if not self._sized_by_user and header.sectionSize(BUYER) < width and header.length() > self.viewport().width():
            # One has to scroll sideways in any event: then no name need be short.
            self._setting_widths = True
            header.resizeSection(BUYER, width)
            self._setting_widths = False

    def _make_room(self) -> None:
        """Where not all columns fit, those the case page repeats step back, unless the user arranged the columns."""
        if self._layout_is_own or not self.horizontalHeader().count():
            return
        room = self.viewport().width()
        found = not self.isColumnHidden(FOUND)
        standing = {place for place, column in enumerate(self._columns_shown) if not column.hidden}
        widths = {p: self._columns_shown[p].shown_width() for p in (standing | {FOUND} if found else standing)}
        hidden = set(_spare_columns(widths, room, SPARE_SEARCHING if found else SPARE))
        if hidden != self._hidden_by_room:
            self._hidden_by_room = hidden
            self._setting_widths = True
            for place in SPARE_SEARCHING:
                self.horizontalHeader().setSectionHidden(place, place in hidden)
            self._setting_widths = False
            self._model.set_seen(seen_fields(self.shown_columns()))
        self._stretch()


def _spare_columns(widths: dict[int, int], room: int, spare: Sequence[int]) -> list[int]:
    """Which columns step back so that the rest fits; the stretching one can give an eighth of its width."""
    needed = sum(widths.values()) - widths[BUYER] // 8
    gone: list[int] = []
    for place in spare:
        if needed <= room:
            break
        gone.append(place)
        needed -= widths[place]
    return gone
