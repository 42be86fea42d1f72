"""The middle of the Evidence page: tools, report of long work, tiles or list, and what stands where nothing is."""

from __future__ import annotations

from datetime import tzinfo
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from models.records import Evidence
from models.rules.conclusion import EvidenceNeed
from ui.evidence.evidence_list import EvidenceList
from ui.evidence.evidence_model import EvidenceModel
from ui.evidence.gallery.filter_row import FilterRow
from ui.evidence.gallery.gallery import TAG_KEYS, Gallery, rows_in
from ui.evidence.gallery.thumbnail_source import ThumbnailSource
from ui.evidence.gallery.tile_delegate import TileDelegate
from ui.evidence.gallery.tools import GalleryTools
from ui.evidence.labels import need_label
from ui.evidence.work_strip import WorkStrip
from ui.i18n import translator
from ui.icons import icon
from ui.plain import mnemonic_safe
from ui.widgets.panel import EmptyPlace, column

tr = translator("evidence")


class Browser(QWidget):
    """Tiles and list over one model at a time. Selections are the same in both."""

    opened = Signal(int)
    current_changed = Signal()
    selection_changed = Signal()
    tag_key = Signal(int)
    caption_wanted = Signal()
    copy_wanted = Signal()
    sort_wanted = Signal(str, bool)
    menu_made = Signal(object)
    empty_clear_wanted = Signal()
    exhibit_wanted = Signal()
    remove_wanted = Signal()
    add_wanted = Signal()
    compare_wanted = Signal()
    left = Signal()

    def __init__(self, ctx: Any, source: ThumbnailSource, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs: tuple[EvidenceNeed, ...] = ()
        self._model: EvidenceModel | None = None
        self._as_list = False
        self._hidden = -1
        self._filtered = False
        rows = column(self)
        self.tools = GalleryTools(self)
        self.tools.list_wanted.connect(self.set_list)
        self.filter_row = FilterRow(self)
        self.strip = WorkStrip(self)
        rows.addWidget(self.tools)
        rows.addWidget(self.filter_row)
        rows.addWidget(self.strip)
        self._places = QStackedWidget(self)
        self.gallery = Gallery(source, self._places, name=tr("Evidence"))
        self._delegate = TileDelegate(self.gallery, source, ctx.clock, zone)
        self.gallery.setItemDelegate(self._delegate)
        self.gallery.opened.connect(lambda index: self.opened.emit(index.row()))
        self.gallery.letter.connect(self._letter)
        self.gallery.add_wanted.connect(self.add_wanted)
        self.gallery.remove_wanted.connect(self.remove_wanted)
        self.gallery.caption_wanted.connect(self.caption_wanted)
        self.gallery.copy_wanted.connect(self.copy_wanted)
        self.gallery.left.connect(self.left)
        self.gallery.current_changed.connect(lambda _: self.current_changed.emit())
        self.gallery.selection_changed.connect(self.selection_changed)
        self.gallery.menu_wanted.connect(self._menu)
        self.empty = EmptyPlace(
            "images",
            tr("No evidence yet"),
            tr("Photos, screenshots, videos and papers of all cases stand here."),
            self._places,
        )
        self.clear_filters = self.empty.add_button(tr("Clear all filters"), self.empty_clear_wanted.emit)
        self.clear_filters.hide()
        self._places.addWidget(self.gallery)
        self._tables = {with_case: self._table(with_case) for with_case in (False, True)}
        self._places.addWidget(self.empty)
        rows.addWidget(self._places, 1)

    def _table(self, with_case: bool) -> EvidenceList:
        table = EvidenceList(self._places, with_case=with_case, name=tr("Evidence"))
        table.opened.connect(lambda index: self.opened.emit(index.row()))
        table.looked.connect(lambda index: self.opened.emit(index.row()))
        table.key_pressed.connect(self._letter)
        table.remove_wanted.connect(self.remove_wanted)
        table.caption_wanted.connect(self.caption_wanted)
        table.copy_wanted.connect(self.copy_wanted)
        table.sort_wanted.connect(self.sort_wanted)
        table.left.connect(self.left)
        table.menu_wanted.connect(self._menu)
        self._places.addWidget(table)
        return table

    def seen_marks(self) -> dict[int, int]:
        """In how many other cases pictures are, by evidence, as the tiles show it."""
        return self._delegate.seen

    def annotation_marks(self) -> dict[int, int]:
        """How many marks lie over pictures, by evidence, as the tiles show it."""
        return self._delegate.marks

    def view(self) -> Gallery | EvidenceList:
        """The view in front."""
        if not self._as_list or self._model is None:
            return self.gallery
        return self._tables[self._model.with_case]

    def set_model(self, model: EvidenceModel) -> None:
        """Show a model in both views."""
        if model is self._model:
            return
        self._model = model
        self._delegate.with_case = model.with_case
        self.gallery.setModel(model)
        table = self._tables[model.with_case]
        if table.model() is not model:
            table.setModel(model)
        table.setSelectionModel(self.gallery.selectionModel())
        model.modelReset.connect(self._hide_drop_place, Qt.ConnectionType.UniqueConnection)
        model.rowsInserted.connect(self._hide_drop_place, Qt.ConnectionType.UniqueConnection)
        self._hide_drop_place()
        self.show_front()

    @Slot()
    def _hide_drop_place(self) -> None:
        """The place that takes files is a tile, never a row of the list."""
        if self._model is None or self._model.with_case:
            return
        table, last = self._tables[False], self._model.evidence_count()
        if self._hidden not in (-1, last) and self._hidden < self._model.rowCount():
            table.setRowHidden(self._hidden, False)
        if not table.isRowHidden(last) and self._model.is_drop_place(last):
            table.setRowHidden(last, True)
        self._hidden = last

    def set_needs(self, needs: tuple[EvidenceNeed, ...]) -> None:
        """The needs that 1 to 9 tag with."""
        self._needs = needs
        if self._model is not None:
            self._model.set_needs(needs)

    @Slot(bool)
    def set_list(self, as_list: bool) -> None:
        """Tiles or list."""
        self._as_list = as_list
        if as_list:
            self._select_whole_rows()
        focus = self.gallery.hasFocus() or any(table.hasFocus() for table in self._tables.values())
        self.show_front()
        if focus:
            self.view().setFocus(Qt.FocusReason.OtherFocusReason)

    def _select_whole_rows(self) -> None:
        """Tiles select the first column only; in the list the whole row is."""
        chosen = self.gallery.selectionModel()
        if chosen is not None:
            flag = QItemSelectionModel.SelectionFlag
            chosen.select(chosen.selection(), flag.Select | flag.Rows)

    def show_front(self) -> None:
        """The right view in front, or the words for an empty page."""
        model = self._model
        nothing = model is not None and (model.rowCount() == 0 or (self._filtered and model.evidence_count() == 0))
        self._places.setCurrentWidget(self.empty if nothing else self.view())

    def set_filtered(self, filtered: bool) -> None:
        """Whether something is left out, so that an empty case says so instead of asking for files."""
        self._filtered = filtered
        self.clear_filters.setVisible(filtered)

    def show_sorted(self, sort: str, descending: bool) -> None:
        """The arrow over the column of the list that is sorted by."""
        for table in self._tables.values():
            table.show_sorted(sort, descending)

    def set_dropping(self, dropping: bool) -> None:
        """Whether files are held over the page."""
        if self._delegate.dropping is not dropping:
            self._delegate.dropping = dropping
            self.gallery.viewport().update()

    def current(self) -> Evidence | None:
        """The evidence with the cursor."""
        return self._model.evidence_at(self.gallery.currentIndex()) if self._model is not None else None

    def current_row(self) -> int:
        """The row with the cursor; -1 for none."""
        return self.gallery.currentIndex().row()

    def chosen_rows(self) -> list[int]:
        """The rows selected, in order; the current one when none is."""
        if self._model is None or self.gallery.selectionModel() is None:
            return []
        rows = [row for row in rows_in(self.gallery.selectionModel().selection()) if not self._model.is_drop_place(row)]
        current = self.current_row()
        return rows or ([current] if current >= 0 and not self._model.is_drop_place(current) else [])

    def chosen_ids(self) -> list[int]:
        """The evidence selected, also where it is not read yet; the current one when nothing is."""
        return self._model.ids_of(self.chosen_rows()) if self._model is not None else []

    def chosen(self) -> list[Evidence]:
        """What is selected and read, or the current one when nothing is selected."""
        model = self._model
        if model is None:
            return []
        found = [shown.evidence for row in self.chosen_rows() if (shown := model.known_row(row)) is not None]
        current = self.current()
        return found or ([current] if current is not None else [])

    def choose_row(self, row: int) -> None:
        """Move the cursor."""
        self.view().choose_row(row)

    @Slot(str)
    def _letter(self, letter: str) -> None:
        if letter in TAG_KEYS:
            self.tag_key.emit(int(letter))
        elif letter == "E":
            self.exhibit_wanted.emit()
        elif letter == "C":
            self.compare_wanted.emit()

    @Slot(QPoint)
    def _menu(self, at: QPoint) -> None:
        if not self.chosen_rows():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        index: QModelIndex = self.gallery.currentIndex()
        view = menu.addAction(icon("eye"), tr("View"))
        view.triggered.connect(lambda: self.opened.emit(index.row()))
        view.setEnabled(index.isValid())
        compare = menu.addAction(icon("columns-2"), tr("Compare"))
        compare.triggered.connect(self.compare_wanted)
        menu.addSeparator()
        caption = menu.addAction(icon("pencil"), tr("Caption…"))
        caption.triggered.connect(self.caption_wanted)
        exhibit = menu.addAction(icon("bookmark-plus"), tr("Exhibit or not"))
        exhibit.triggered.connect(self.exhibit_wanted)
        if self._needs:
            tags = menu.addMenu(icon("tag"), tr("Tag"))
            for number, need in enumerate(self._needs[:9], 1):
                action = tags.addAction(f"&{number} {mnemonic_safe(need_label(need))}")
                action.triggered.connect(lambda _=False, number=number: self.tag_key.emit(number))
        # What else can be done with a selection is put in by the parts of the page.
        self.menu_made.emit(menu)
        menu.addSeparator()
        remove = menu.addAction(icon("trash-2"), tr("Remove from the case"))
        remove.triggered.connect(self.remove_wanted)
        viewport = self.view().viewport()
        if not viewport.rect().contains(at) or not self.view().indexAt(at).isValid():
            at = self.view().visualRect(index).center()
        menu.popup(viewport.mapToGlobal(at))
