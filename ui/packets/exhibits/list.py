"""The list of exhibits: order by dragging or Alt and arrows, in and out by Space, what they prove by F2."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QPlainTextEdit, QToolTip, QWidget

from ui.i18n import translator
from ui.packets.exhibits.delegate import ExhibitDelegate
from ui.packets.exhibits.drafts import ProvesDrafts
from ui.packets.exhibits.model import MIME, ExhibitModel
from ui.packets.exhibits.thumbnails import ExhibitThumbnails
from ui.plain import tooltip
from ui.theme import theme
from ui.widgets.table import DataList

tr = translator("packets")
_MARK = QItemSelectionModel.SelectionFlag.ClearAndSelect
_ZOOMS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}
_LATER = QItemSelectionModel.SelectionFlag.NoUpdate


class ExhibitList(DataList):
    """`shown_wanted` carries the id of the exhibit gone to, `evidence_wanted` of the one to look at whole.

    `options_wanted` asks how the selected exhibits are shown, `menu_wanted` for what can be done, at a place on screen.
    `paged` turns the pages of the preview, `zoom_wanted` makes them larger (1), smaller (-1) or fits one (0).
    """

    shown_wanted = Signal(int)
    evidence_wanted = Signal(int)
    options_wanted = Signal()
    menu_wanted = Signal(QPoint)
    paged = Signal(int)
    zoom_wanted = Signal(int)
    editing_changed = Signal()

    def __init__(self, model: ExhibitModel, thumbnails: ExhibitThumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent, name=tr("Exhibits in their order"))
        self._exhibits = model
        self.drafts = ProvesDrafts()
        self._gap = -1
        self._kept = 0
        self._chosen: list[int] = []
        self._open: tuple[int, int] | None = None
        self._placing = False
        self.setUniformItemSizes(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        delegate = ExhibitDelegate(self, thumbnails, self.drafts)
        self.given_up = delegate.given_up
        self.setItemDelegate(delegate)
        delegate.closeEditor.connect(lambda *_: self.editing_changed.emit())
        self.setModel(model)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self.doubleClicked.disconnect(self.opened)
        self.doubleClicked.connect(self.edit_proves)
        self.opened.connect(self._open_row)
        self.looked.connect(lambda _: self.toggle_selected())
        self.current_changed.connect(self._tell_shown)
        thumbnails.arrived.connect(self.viewport().update)
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.connect(self._take_place)

    # Where one is

    def current_id(self) -> int:
        """The id of the current exhibit; 0 for none."""
        row = self._exhibits.at(self.currentIndex())
        return row.evidence.id if row is not None and row.evidence is not None else 0

    def selected_ids(self, *, inside: bool = False) -> list[int]:
        """The ids of what is selected, in order, else of the current one; with `inside` only what goes in."""
        chosen = self.selectionModel()
        rows = sorted(index.row() for index in chosen.selectedIndexes()) if chosen is not None else []
        current = self.currentIndex()
        if not rows and current.isValid():
            rows = [current.row()]
        found = [self._exhibits.at(self._exhibits.index(row)) for row in rows]
        return [
            row.evidence.id for row in found
            if row is not None and row.evidence is not None and (row.kind == "in" or not inside)
        ]  # fmt: skip

    def show_evidence(self, evidence_id: int) -> None:
        """Make an exhibit the current one."""
        row = self._exhibits.row_of(evidence_id)
        if row >= 0 and evidence_id != self.current_id():
            self._placing = True
            self.selectionModel().setCurrentIndex(self._exhibits.index(row), _MARK)
            self._placing = False

    def _keep_place(self) -> None:
        self._kept = self.current_id()
        self._chosen = self.selected_ids()
        editor = self._editor()
        self._open = None
        if editor is not None:
            self._open = int(editor.property("exhibit")), editor.textCursor().position()

    def _take_place(self) -> None:
        row = self._exhibits.row_of(self._kept)
        if row < 0:
            return
        self._placing = True
        marked = QItemSelection()
        for each in self._chosen:
            place = self._exhibits.row_of(each)
            if place >= 0:
                marked.select(self._exhibits.index(place), self._exhibits.index(place))
        chosen = self.selectionModel()
        chosen.setCurrentIndex(self._exhibits.index(row), _MARK if marked.isEmpty() else _LATER)
        if not marked.isEmpty():
            chosen.select(marked, _MARK)
        self._placing = False
        if self._open is not None:
            # What was being typed is among the drafts: go on where it was.
            (evidence_id, cursor), self._open = self._open, None
            again = self._exhibits.row_of(evidence_id)
            if again < 0:
                return
            self.edit(self._exhibits.index(again))
            editor = self._editor()
            if editor is not None:
                mark = editor.textCursor()
                mark.setPosition(min(cursor, len(editor.toPlainText())))
                editor.setTextCursor(mark)

    def _tell_shown(self, index: QModelIndex) -> None:
        row = self._exhibits.at(index)
        if self.hasFocus() and not self._placing and row is not None and row.kind == "in" and row.evidence is not None:
            self.shown_wanted.emit(row.evidence.id)

    # What is done

    def _open_row(self, index: QModelIndex) -> None:
        row = self._exhibits.at(index)
        if row is not None and row.evidence is None:
            self._exhibits.fold()
        elif self.selected_ids(inside=True):
            self.options_wanted.emit()

    def edit_proves(self, index: QModelIndex) -> None:
        """Write what it proves, in its row."""
        row = self._exhibits.at(index)
        if row is None:
            return
        if row.evidence is None:
            self._exhibits.fold()
        else:
            self.scrollTo(index)
            self.edit(index)
            self.editing_changed.emit()

    def editing(self) -> bool:
        """Whether what an exhibit proves is being written."""
        return self.state() is QAbstractItemView.State.EditingState

    def settle(self) -> None:
        """Keep what is being typed, as before the page is left."""
        editor = self._editor()
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, ExhibitDelegate.EndEditHint.NoHint)

    def _editor(self) -> QPlainTextEdit | None:
        found = [one for one in self.viewport().findChildren(QPlainTextEdit) if one.isVisible()]
        return found[0] if found else None

    def toggle_selected(self) -> None:
        """Take what is selected in or out, as the current row is not or is."""
        row = self._exhibits.at(self.currentIndex())
        if row is not None and row.evidence is None:
            self._exhibits.fold()
        elif row is not None:
            self._exhibits.toggle_many(self.selected_ids(), inside=row.kind == "out")

    def move_selected(self, step: int) -> None:
        """One place up or down."""
        ids = self.selected_ids(inside=True)
        if ids and self._exhibits.step(ids, step):
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        bare = held & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if held & Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_selected(-1 if key == Qt.Key.Key_Up else 1)
        elif bare and key == Qt.Key.Key_F2 and self.currentIndex().isValid():
            self.edit_proves(self.currentIndex())
        elif bare and key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.paged.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in _ZOOMS and not held & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            self.zoom_wanted.emit(_ZOOMS[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        index = self.indexAt(point)
        row = self._exhibits.at(index)
        left = event.button() == Qt.MouseButton.LeftButton
        on_tick, on_options = self._on_tick(index, point), self._on_options(index, point)
        if left and row is not None and (on_tick or on_options) and self.selectionModel().isSelected(index):
            # The box and the button of one of several selected act on all of them.
            self.selectionModel().setCurrentIndex(index, _LATER)
        else:
            super().mousePressEvent(event)
        if not left or row is None:
            return
        if row.evidence is None:
            self._exhibits.fold()
        elif on_tick:
            self.toggle_selected()
        elif on_options and row.kind == "in":
            self.options_wanted.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        index = self.indexAt(point)
        row = self._exhibits.at(index)
        if row is not None and (row.evidence is None or self._on_tick(index, point) or self._on_options(index, point)):
            self.mousePressEvent(event)  # two quick clicks are two clicks
        else:
            super().mouseDoubleClickEvent(event)

    def _on_tick(self, index: QModelIndex, point: QPoint) -> bool:
        return ExhibitDelegate.tick_rect(self.visualRect(index)).contains(point)

    def _on_options(self, index: QModelIndex, point: QPoint) -> bool:
        return ExhibitDelegate.options_rect(self.visualRect(index)).contains(point)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            row = self._exhibits.at(index)
            if row is not None and row.kind == "in" and self._on_options(index, event.pos()):
                QToolTip.showText(event.globalPos(), tooltip(tr("How it is shown (Enter)")), self.viewport())
                return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        row = self._exhibits.at(index)
        if row is None or row.evidence is None:
            return
        self.menu_wanted.emit(self.viewport().mapToGlobal(event.pos() if by_mouse else self.visualRect(index).center()))

    # Dragging

    def gap_at(self, y: int) -> int:
        """Before which exhibit (from 0) something dropped at this height would go."""
        count = len(self._exhibits.included_ids())
        for place in range(count):
            if y < self.visualRect(self._exhibits.index(place)).center().y():
                return place
        return count

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.source() is self and event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            super().dragMoveEvent(event)
            event.acceptProposedAction()
            self._set_gap(self.gap_at(event.position().toPoint().y()))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._set_gap(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        gap = self.gap_at(event.position().toPoint().y())
        self._set_gap(-1)
        self.stopAutoScroll()
        carried = bytes(event.mimeData().data(MIME).data()).decode("ascii", "replace").split(",")
        self._exhibits.move([int(each) for each in carried if each.isdecimal()], gap)
        # The rows are moved by the model: the view must not remove the one dragged.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()

    def _set_gap(self, gap: int) -> None:
        if gap != self._gap:
            self._gap = gap
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._gap < 0:
            return
        count = len(self._exhibits.included_ids())
        row = self.visualRect(self._exhibits.index(min(self._gap, count - 1)))
        top = row.top() if self._gap < count else row.bottom()
        painter = QPainter(self.viewport())
        painter.fillRect(QRect(0, top - 1, self.viewport().width(), 2), theme().colour("accent"))
        painter.end()

    def stopAutoScroll(self) -> None:
        """Qt keeps scrolling after a drop that it did not carry out itself."""
        self.setState(QAbstractItemView.State.NoState)
