"""Putting the views in order, and hiding those nobody needs: for everybody who works in this data folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QDrag, QDropEvent, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHBoxLayout, QStyleOptionViewItem, QWidget

from models.case_query import CaseView, SavedView
from ui.cases.saved_view_words import view_name
from ui.i18n import translator
from ui.icons import paint_icon
from ui.plain import PlainLabel, one_line
from ui.widgets import painting
from ui.widgets.buttons import Button, icon_button
from ui.widgets.delegates import RowDelegate
from ui.widgets.panel import column, foot_line
from ui.widgets.table import DataList

tr = translator("views")
_KEY = int(Qt.ItemDataRole.UserRole) + 21
_ROWS = 10


class _RowDelegate(RowDelegate):
    """A grip, a tick for what is shown, the name, and what kind of view it is."""

    def paint_content(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect = self.content_rect(option, index)
        middle = rect.center().y() + 1
        on = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) != Qt.CheckState.Unchecked
        own = index.data(_KEY) not in set(CaseView)
        left = paint_icon(painter, rect.left(), middle, "grip-vertical", "text3", 16) + 8
        left = painting.paint_tick(painter, left, middle, on, enabled=not own) + 10
        kind = tr("own view") if own else ""
        room = rect.adjusted(left - rect.left(), 0, -painting.text_width(kind, "small") - 12, 0)
        painting.paint_text(painter, room, str(index.data()), "text" if on else "text3")
        painting.paint_text(painter, rect, kind, "text3", "small", right=True)


class OrderList(DataList):
    """Alt+Up and Alt+Down or dragging moves a row, Space shows or hides it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name=tr("Views in their order"))
        self.rows = QStandardItemModel(self)
        self.setItemDelegate(_RowDelegate(self))
        self.setModel(self.rows)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.looked.connect(self._toggle)

    def move_row(self, step: int) -> None:
        """Move the current row up (-1) or down (1)."""
        row = self.currentIndex().row()
        if row >= 0 and 0 <= row + step < self.rows.rowCount():
            self.rows.insertRow(row + step, self.rows.takeRow(row))
            self.choose_row(row + step)

    def _toggle(self, index: QModelIndex) -> None:
        item = self.rows.item(index.row())
        if item is not None and item.isCheckable():
            on = item.checkState() == Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_row(step)
            return
        super().keyPressEvent(event)

    def startDrag(self, supportedActions: Qt.DropAction) -> None:  # noqa: N803
        # Qt's own move adds the row again and removes the first, after which none is current: moved by dropEvent.
        drag = QDrag(self)
        drag.setMimeData(self.rows.mimeData(self.selectedIndexes()))
        drag.exec(Qt.DropAction.MoveAction)

    def dropEvent(self, event: QDropEvent) -> None:
        row, target = self.currentIndex().row(), self.indexAt(event.position().toPoint())
        to = target.row() if target.isValid() else self.rows.rowCount() - 1
        event.acceptProposedAction()
        if row >= 0 and to != row:
            self.rows.insertRow(to, self.rows.takeRow(row))
            self.choose_row(to)


class OrderDialog(QDialog):
    """`arranged` gives the keys in their new order and those hidden."""

    arranged = Signal(object, object)

    def __init__(self, views: Sequence[SavedView], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = tr("Arrange views")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(420)
        self._first: Mapping[str, int] = {view: place for place, view in enumerate(CaseView)}
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(title, self, role="heading"))
        text = tr("The order is the same for everybody. Alt+↑ Alt+↓ or dragging moves a view, Space hides or shows it.")
        rows.addWidget(PlainLabel(text, self, ink="text2", wrap=True))
        self.list = OrderList(self)
        for view in views:
            self.list.rows.appendRow(_item(view))
        self.list.setFixedHeight(36 * min(_ROWS, max(len(views), 3)) + 2)
        rows.addWidget(self.list)
        self.wrong = PlainLabel("", self, role="small", ink="overdue", wrap=True)
        self.wrong.hide()
        rows.addWidget(self.wrong)
        rows.addLayout(self._foot())
        self.list.opened.connect(lambda _: self._take())
        self.list.left.connect(self.reject)
        self.list.choose_row(0)
        self.list.setFocus()

    def _foot(self) -> QHBoxLayout:
        left: list[Button] = []
        for icon, tip, step in (("arrow-up", tr("Up"), -1), ("arrow-down", tr("Down"), 1)):
            button = icon_button(icon, tip, self, kind="secondary")
            button.clicked.connect(lambda _=False, step=step: self.list.move_row(step))
            left.append(button)
        reset = Button(tr("Reset"), self, kind="ghost")
        reset.clicked.connect(self._reset)
        self.take = Button(tr("Keep this order"), self, kind="primary")
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        return foot_line(self, tr("Cancel"), self.take, *left, reset)

    def keys(self) -> list[str]:
        """The keys in the order shown."""
        return [str(self.list.rows.item(row).data(_KEY)) for row in range(self.list.rows.rowCount())]

    def hidden(self) -> set[str]:
        """The keys of the views not to be shown."""
        items = [self.list.rows.item(row) for row in range(self.list.rows.rowCount())]
        return {str(i.data(_KEY)) for i in items if i.isCheckable() and i.checkState() == Qt.CheckState.Unchecked}

    def _reset(self) -> None:
        """The built-in ones first in the order of the program, all of them shown."""
        items = [self.list.rows.takeRow(0)[0] for _ in range(self.list.rows.rowCount())]
        items.sort(key=lambda item: self._first.get(str(item.data(_KEY)), len(self._first)))
        for item in items:
            item.setCheckState(Qt.CheckState.Checked)
            self.list.rows.appendRow(item)
        self.list.choose_row(0)

    def _take(self) -> None:
        if len(self.hidden()) == len(self.keys()):
            self.wrong.setText(tr("At least one view has to stay."))
            self.wrong.show()
            return
        self.arranged.emit(self.keys(), self.hidden())
        self.accept()


def _item(view: SavedView) -> QStandardItem:
    item = QStandardItem(one_line(view_name(view)))
    item.setData(str(view.key), _KEY)
    item.setEditable(False)
    item.setDropEnabled(False)
    item.setCheckState(Qt.CheckState.Unchecked if view.hidden else Qt.CheckState.Checked)
    item.setCheckable(view.built_in is not None)
    return item
