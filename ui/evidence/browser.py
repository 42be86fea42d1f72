"""The middle of the Evidence page: tools, report of long work, tiles or list, and what stands where nothing is."""

from __future__ import annotations

from datetime import tzinfo
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from models.records import Evidence
from models.rules.conclusion import EvidenceNeed
from ui.evidence.evidence_model import EvidenceModel, evidence_columns
from ui.evidence.gallery import LETTERS, TAG_KEYS, Gallery
from ui.evidence.gallery_tools import GalleryTools
from ui.evidence.labels import need_label
from ui.evidence.thumbnail_source import ThumbnailSource
from ui.evidence.tile_delegate import TileDelegate
from ui.evidence.work_strip import WorkStrip
from ui.i18n import translator
from ui.icons import icon
from ui.plain import mnemonic_safe
from ui.widgets.panel import EmptyPlace, column
from ui.widgets.table import DataTable

tr = translator("evidence")


class EvidenceList(DataTable):
    """The list mode: the same keys as the tiles."""

    remove_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None, *, with_case: bool, name: str) -> None:
        super().__init__(evidence_columns(with_case=with_case), parent, name=name)
        self.take_letters(LETTERS)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self.menu_wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)


class Browser(QWidget):
    """Tiles and list over one model at a time. Selections are the same in both."""

    opened = Signal(int)
    current_changed = Signal()
    selection_changed = Signal()
    tag_key = Signal(int)
    exhibit_wanted = Signal()
    remove_wanted = Signal()
    add_wanted = Signal()
    left = Signal()

    def __init__(self, ctx: Any, source: ThumbnailSource, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs: tuple[EvidenceNeed, ...] = ()
        self._model: EvidenceModel | None = None
        self._as_list = False
        rows = column(self)
        self.tools = GalleryTools(self)
        self.tools.list_wanted.connect(self.set_list)
        self.strip = WorkStrip(self)
        rows.addWidget(self.tools)
        rows.addWidget(self.strip)
        self._places = QStackedWidget(self)
        self.gallery = Gallery(source, self._places, name=tr("Evidence"))
        self._delegate = TileDelegate(self.gallery, source, ctx.clock, zone)
        self.gallery.setItemDelegate(self._delegate)
        self.gallery.opened.connect(lambda index: self.opened.emit(index.row()))
        self.gallery.letter.connect(self._letter)
        self.gallery.add_wanted.connect(self.add_wanted)
        self.gallery.remove_wanted.connect(self.remove_wanted)
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
        table.left.connect(self.left)
        table.menu_wanted.connect(self._menu)
        self._places.addWidget(table)
        return table

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
        table = self._tables[False]
        for row in range(self._model.rowCount()):
            if table.isRowHidden(row) is not self._model.is_drop_place(row):
                table.setRowHidden(row, self._model.is_drop_place(row))

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
        nothing = self._model is not None and self._model.rowCount() == 0
        self._places.setCurrentWidget(self.empty if nothing else self.view())

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

    def chosen(self) -> list[Evidence]:
        """What is selected, or the current one when nothing is."""
        if self._model is None:
            return []
        rows = sorted({index.row() for index in self.gallery.selectionModel().selectedIndexes()})
        found = [shown.evidence for row in rows if (shown := self._model.evidence_row(row)) is not None]
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

    @Slot(QPoint)
    def _menu(self, at: QPoint) -> None:
        items = self.chosen()
        if not items:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        index: QModelIndex = self.gallery.currentIndex()
        view = menu.addAction(icon("eye"), tr("View"))
        view.triggered.connect(lambda: self.opened.emit(index.row()))
        view.setEnabled(index.isValid())
        exhibit = menu.addAction(icon("bookmark-plus"), tr("Exhibit or not"))
        exhibit.triggered.connect(self.exhibit_wanted)
        if self._needs:
            tags = menu.addMenu(icon("tag"), tr("Tag"))
            for number, need in enumerate(self._needs[:9], 1):
                action = tags.addAction(f"&{number} {mnemonic_safe(need_label(need))}")
                action.triggered.connect(lambda _=False, number=number: self.tag_key.emit(number))
        menu.addSeparator()
        remove = menu.addAction(icon("trash-2"), tr("Remove from the case"))
        remove.triggered.connect(self.remove_wanted)
        menu.popup(self.view().viewport().mapToGlobal(at))
