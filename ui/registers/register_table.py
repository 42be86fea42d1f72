"""The table of a register: its own columns, and the same lines chosen and in view when a sheet comes anew."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from models.register_records import RegisterLine
from ui.i18n import translator
from ui.registers.register_layout import Layout, layout_of, layout_text
from ui.registers.register_words import SPARE
from ui.registers.sheet_model import LineKey, SheetModel, key_of
from ui.widgets.table import DataTable

tr = translator("registers")
_KEPT_MOST = 20_000


class RegisterTable(DataTable):
    """`layout_changed` once columns rest after being moved; `change_wanted` for F2; `line_changed` once per line."""

    layout_changed = Signal()
    columns_changed = Signal()
    change_wanted = Signal()
    line_changed = Signal(object)

    def __init__(self, model: SheetModel, parent: QWidget | None = None) -> None:
        super().__init__((), parent, name=tr("Lines of the register"))
        self._model = model
        self._kept: list[LineKey] = []
        self._current: LineKey | None = None
        self._kept_row = self._kept_scroll = 0
        self._restoring = False
        self._own_layout = False
        self._least: Mapping[str, int] = {}
        self._awaited: LineKey | None = None
        model.modelAboutToBeReset.connect(self._keep)
        self.setModel(model)
        model.modelReset.connect(self._put_back)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setStretchLastSection(False)
        header.setAccessibleName(tr("Columns"))
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.sectionMoved.connect(self._touched)
        header.sectionResized.connect(lambda place, old, new: self._touched() if old and new else None)
        header.sortIndicatorChanged.connect(model.sort)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.current_changed.connect(self._tell)
        self._settle = QTimer(self, singleShot=True, interval=400)
        self._settle.timeout.connect(self.layout_changed)

    # Lines

    def current_line(self) -> RegisterLine | None:
        """The line the keyboard is on."""
        index = self.currentIndex()
        return self._model.line(index.row()) if index.isValid() else None

    def chosen_lines(self) -> list[RegisterLine]:
        """The selected lines in order."""
        return [self._model.line(row) for row in self.selected_rows() if row < self._model.rowCount()]

    def selected_rows(self) -> list[int]:
        """The rows selected, in order: by spans, since the list of thousands of indexes takes long to make."""
        chosen = self.selectionModel().selection()
        parts = [(chosen.at(place).top(), chosen.at(place).bottom()) for place in range(chosen.count())]
        return sorted({row for first, last in parts for row in range(first, last + 1)})

    def choose(self, key: LineKey) -> None:
        """Make a line the chosen one; one that is not listed yet, once it is."""
        row = self._model.row_of(key)
        self._awaited = key if row is None else None
        if row is not None:
            self.choose_row(row)

    def _tell(self) -> None:
        if self._restoring:
            return
        line = self.current_line()
        key = key_of(line) if line is not None else None
        if key != self._current:
            self._current = key
            self.line_changed.emit(line)

    def _keep(self) -> None:
        self._kept = [key_of(line) for line in self.chosen_lines()[:_KEPT_MOST]]
        self._kept_row = max(self.currentIndex().row(), 0)
        self._kept_scroll = self.verticalScrollBar().value()

    def _put_back(self) -> None:
        """After a new sheet: the same lines selected, the same one current, the same place in view."""
        rows = [row for row in map(self._model.row_of, self._kept) if row is not None]
        if self._awaited is not None and (awaited := self._model.row_of(self._awaited)) is not None:
            self._awaited = None
            self.choose_row(awaited)
            self._tell()
            return
        current = self._model.row_of(self._current) if self._current is not None else None
        self._restoring = True
        chosen, last = self.selectionModel(), self._model.columnCount() - 1
        selection = QItemSelection()
        for first, final in _spans(rows):
            selection.select(self._model.index(first, 0), self._model.index(final, last))
        if current is not None:
            chosen.setCurrentIndex(self._model.index(current, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        chosen.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.verticalScrollBar().setValue(self._kept_scroll)
        self._restoring = False
        if current is None:
            if self._model.rowCount() and self._current is not None:
                self.choose_row(min(self._kept_row, self._model.rowCount() - 1))
            self._tell()
        else:
            # The same line may say something else now.
            self.line_changed.emit(self.current_line())
        self.selection_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if bare and event.key() == Qt.Key.Key_F2 and self.currentIndex().isValid():
            self.change_wanted.emit()
            return
        super().keyPressEvent(event)

    # Columns

    def show_columns(self, kept: object) -> None:
        """The columns of the model's register, arranged as they were kept."""
        self._settle.stop()
        self._columns = self._model.columns
        header, keys = self.horizontalHeader(), [column.key for column in self._columns]
        self._setting_widths = True
        for place in range(header.count()):
            header.moveSection(header.visualIndex(place), place)
        self.set_widths()
        layout = layout_of(kept, keys)
        self._own_layout = layout is not None
        self._setting_widths = True
        if layout is not None:
            for visual, key in enumerate(layout.order):
                header.moveSection(header.visualIndex(keys.index(key)), visual)
            for place, key in enumerate(keys):
                header.setSectionHidden(place, key in layout.hidden)
                if key in layout.widths:
                    header.resizeSection(place, layout.widths[key])
            self._sized_by_user = True
        self._setting_widths = False
        self._make_room()
        self.columns_changed.emit()

    def show_sort(self, key: str, *, descending: bool) -> None:
        """Mark the column the sheet is sorted by; empty for none."""
        header, keys = self.horizontalHeader(), [column.key for column in self._columns]
        blocked = header.blockSignals(True)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(keys.index(key) if key in keys else -1, order)
        header.blockSignals(blocked)
        header.viewport().update()

    def fit_sums(self, widths: Mapping[str, int]) -> None:
        """No column narrower than its sum below, unless the user arranged the columns."""
        self._least = widths
        self._make_room()

    def layout_kept(self) -> str:
        """The layout to keep; empty while it is the design's."""
        if not self._own_layout:
            return ""
        header, keys = self.horizontalHeader(), [column.key for column in self._columns]
        return layout_text(
            Layout(
                tuple(keys[header.logicalIndex(visual)] for visual in range(len(keys))),
                frozenset(key for place, key in enumerate(keys) if header.isSectionHidden(place)),
                {key: self.columnWidth(p) for p, key in enumerate(keys) if not header.isSectionHidden(p)},
            )
        )

    def shown_places(self) -> list[int]:
        """The columns shown, from left to right."""
        header = self.horizontalHeader()
        order = (header.logicalIndex(visual) for visual in range(header.count()))
        return [place for place in order if not header.isSectionHidden(place)]

    def show_column(self, place: int, shown: bool) -> None:
        """Show or hide a column, as the user chose; the last one stays."""
        if not shown and self.shown_places() == [place]:
            return
        self._own_layout = True
        self.horizontalHeader().setSectionHidden(place, not shown)
        self._stretch()
        self._touched()
        self.columns_changed.emit()

    def move_column(self, place: int, step: int) -> None:
        """Put a column before or after its neighbour."""
        header = self.horizontalHeader()
        now = header.visualIndex(place)
        if 0 <= now + step < header.count():
            header.moveSection(now, now + step)

    def reset_layout(self) -> None:
        """All columns in the order and the widths of the design."""
        self.show_columns("")
        self._settle.start()

    def keep_now(self) -> None:
        """Tell of a layout that was just touched without waiting on."""
        if self._settle.isActive():
            self._settle.stop()
            self.layout_changed.emit()

    def _touched(self) -> None:
        if not self._setting_widths:
            self._own_layout = True
            self._settle.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._make_room()
        super().resizeEvent(event)

    def _make_room(self) -> None:
        """Where not all columns fit those that tell least step back, unless the user arranged the columns."""
        if self._own_layout or not self._columns or self._model.columnCount() != len(self._columns):
            return
        room = self.viewport().width()
        widths = {each.key: max(each.shown_width(), self._least.get(each.key, 0)) for each in self._columns}
        needed, gone = sum(widths.values()), set()
        for key in SPARE.get(self._model.register, ()):
            if needed <= room:
                break
            if key in widths:
                gone.add(key)
                needed -= widths[key]
        header = self.horizontalHeader()
        before = [header.isSectionHidden(place) for place in range(len(self._columns))]
        wanted = [column.key in gone for column in self._columns]
        sizes = zip(wanted, self._columns, map(header.sectionSize, range(len(wanted))), strict=True)
        grown = any(not hidden and size < widths[each.key] for hidden, each, size in sizes)
        if before != wanted or (grown and not self._sized_by_user):
            self._setting_widths = True
            for place, hidden in enumerate(wanted):
                header.setSectionHidden(place, hidden)
                if not hidden:
                    header.resizeSection(place, widths[self._columns[place].key])
            self._setting_widths = False
            self.columns_changed.emit()
        self._stretch()


def _spans(rows: list[int]) -> list[tuple[int, int]]:
    """Rows as first and last of those that stand together."""
    spans: list[tuple[int, int]] = []
    for row in sorted(rows):
        if spans and row == spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], row)
        else:
            spans.append((row, row))
    return spans
