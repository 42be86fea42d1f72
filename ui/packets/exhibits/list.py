"""The list of exhibits: order by dragging or Alt and arrows, in and out by Space, what they prove by F2."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from ui.i18n import translator
from ui.packets.exhibits.delegate import ExhibitDelegate
from ui.packets.exhibits.model import MIME, ExhibitModel
from ui.packets.exhibits.thumbnails import ExhibitThumbnails
from ui.theme import theme
from ui.widgets.table import DataList

tr = translator("packets")


class ExhibitList(DataList):
    """`shown_wanted` carries the id of the exhibit gone to, `evidence_wanted` of the one to look at whole."""

    shown_wanted = Signal(int)
    evidence_wanted = Signal(int)
    paged = Signal(int)

    def __init__(self, model: ExhibitModel, thumbnails: ExhibitThumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent, name=tr("Exhibits in their order"))
        self._exhibits = model
        self._gap = -1
        self._kept = 0
        self._placing = False
        self.setUniformItemSizes(False)
        self.setItemDelegate(ExhibitDelegate(self, thumbnails))
        self.setModel(model)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self.doubleClicked.disconnect(self.opened)
        self.doubleClicked.connect(self.edit_proves)
        self.opened.connect(self.edit_proves)
        self.looked.connect(model.toggle)
        self.current_changed.connect(self._tell_shown)
        thumbnails.arrived.connect(self.viewport().update)
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.connect(self._take_place)

    # Where one is

    def current_id(self) -> int:
        """The id of the current exhibit; 0 for none."""
        row = self._exhibits.at(self.currentIndex())
        return row.evidence.id if row is not None and row.evidence is not None else 0

    def show_evidence(self, evidence_id: int) -> None:
        """Make an exhibit the current one."""
        self.choose_row(self._exhibits.row_of(evidence_id))

    def _keep_place(self) -> None:
        self._kept = self.current_id()

    def _take_place(self) -> None:
        row = self._exhibits.row_of(self._kept)
        if row >= 0:
            self._placing = True
            self.choose_row(row)
            self._placing = False

    def _tell_shown(self, index: QModelIndex) -> None:
        row = self._exhibits.at(index)
        if self.hasFocus() and not self._placing and row is not None and row.kind == "in" and row.evidence is not None:
            self.shown_wanted.emit(row.evidence.id)

    # What is done

    def edit_proves(self, index: QModelIndex) -> None:
        """Write what it proves, in its row."""
        row = self._exhibits.at(index)
        if row is None:
            return
        if row.evidence is None:
            self._exhibits.fold()
        else:
            self.edit(index)

    def move_current(self, step: int) -> None:
        """One place up or down."""
        row = self._exhibits.at(self.currentIndex())
        if row is not None and row.kind == "in" and row.evidence is not None:
            place = row.number - 1
            self._exhibits.move(row.evidence.id, place - 1 if step < 0 else place + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        bare = held & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if held & Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_current(-1 if key == Qt.Key.Key_Up else 1)
        elif bare and key == Qt.Key.Key_F2 and self.currentIndex().isValid():
            self.edit_proves(self.currentIndex())
        elif bare and key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.paged.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)
        row = self._exhibits.at(index)
        if event.button() != Qt.MouseButton.LeftButton or row is None:
            return
        if row.evidence is None or self._on_tick(index, event.position().toPoint()):
            self._exhibits.toggle(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        row = self._exhibits.at(index)
        if row is not None and (row.evidence is None or self._on_tick(index, event.position().toPoint())):
            self.mousePressEvent(event)  # two quick clicks are two clicks
        else:
            super().mouseDoubleClickEvent(event)

    def _on_tick(self, index: QModelIndex, point: QPoint) -> bool:
        return ExhibitDelegate.tick_rect(self.visualRect(index)).contains(point)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos()) if event.reason() == QContextMenuEvent.Reason.Mouse else self.currentIndex()
        row = self._exhibits.at(index)
        if row is None or row.evidence is None:
            return
        menu = QMenu(self)
        item = row.evidence
        taken = menu.addAction(tr("Take out") if row.kind == "in" else tr("Take in"))
        taken.triggered.connect(lambda: self._exhibits.toggle(index))
        menu.addAction(tr("Edit what it proves")).triggered.connect(lambda: self.edit_proves(index))
        if row.kind == "in":
            menu.addAction(tr("Move up")).triggered.connect(lambda: self.move_current(-1))
            menu.addAction(tr("Move down")).triggered.connect(lambda: self.move_current(1))
        menu.addSeparator()
        menu.addAction(tr("Look at it")).triggered.connect(lambda: self.evidence_wanted.emit(item.id))
        place = self.visualRect(index).center() if event.reason() != QContextMenuEvent.Reason.Mouse else event.pos()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(place))

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
        carried = bytes(event.mimeData().data(MIME).data())
        if carried.isdigit():
            self._exhibits.move(int(carried), gap)
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
