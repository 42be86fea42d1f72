"""The strip of small pages beside the preview."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.i18n import translator
from ui.paper.page_pictures import PagePictures
from ui.theme import theme
from ui.widgets import painting

tr = translator("packets")
SIDE = 160
_PAPER = QSize(56, 79)
_CELL = QSize(64, 104)
Index = QModelIndex | QPersistentModelIndex


class _Pages(QAbstractListModel):
    """As many rows as pages; each shows its last picture until a new one is there."""

    def __init__(self, pictures: PagePictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._count = 0
        self._last: dict[int, QImage] = {}

    def set_count(self, count: int) -> None:
        """How many pages there are."""
        if count > self._count:
            self.beginInsertRows(QModelIndex(), self._count, count - 1)
            self._count = count
            self.endInsertRows()
        elif count < self._count:
            self.beginRemoveRows(QModelIndex(), count, self._count - 1)
            self._count = count
            self.endRemoveRows()
        if count:
            self.dataChanged.emit(self.index(0), self.index(count - 1))

    def forget(self) -> None:
        """Let the pictures of another packet go."""
        self._last.clear()

    def picture(self, row: int) -> QImage | None:
        """The picture of a page, asked for when it is not there."""
        found = self._pictures.get(row, SIDE)
        if found is not None:
            self._last[row] = found
        return self._last.get(row)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(index.row() + 1)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr("Page %1", index.row() + 1)
        return None


class _PageDelegate(QStyledItemDelegate):
    """A small page with its number under it, framed when it is the one in front."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return _CELL

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = self.parent()
        model = index.model()
        if not isinstance(view, PageStrip) or not isinstance(model, _Pages):
            return
        rect: QRect = option.rect
        place = QRect(rect.left() + (rect.width() - _PAPER.width()) // 2, rect.top() + 4, *_PAPER.toTuple())
        front = view.currentIndex().row() == index.row()
        shown = theme()
        painter.save()
        painter.fillRect(place, shown.colour("paper"))
        image = model.picture(index.row())
        if image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            inner = QRect(place.topLeft(), image.size().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio))
            inner.moveCenter(place.center())
            # A page has nearly the shape of the place; a single picture has its own.
            painter.drawImage(place if inner.width() > place.width() * 0.94 else inner, image)
        painter.setPen(QPen(shown.colour("accent" if front else "button_line"), 2 if front else 1))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.restore()
        number = QRect(rect.left(), place.bottom() + 1, rect.width(), 16)
        ink, weight = ("accent_text", 600) if front else ("text3", 400)
        painting.paint_text(painter, number, str(index.row() + 1), ink, "tiny", weight, centre=True)


class PageStrip(QListView):
    """`chosen` carries the page (from 0) that was clicked or gone to."""

    chosen = Signal(int)

    def __init__(self, pictures: PagePictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = _Pages(pictures, self)
        self.setModel(self._pages)
        self.setItemDelegate(_PageDelegate(self))
        self.setProperty("surface", "canvas")
        self.setFixedWidth(_CELL.width() + 12)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(tr("Pages"))
        self.selectionModel().currentRowChanged.connect(lambda now, _: self._tell(now.row()))
        pictures.arrived.connect(self._arrived)
        self._telling = True

    def show_count(self, count: int) -> None:
        """How many pages the packet has."""
        self._telling = False
        self._pages.set_count(count)
        self._telling = True

    def forget(self) -> None:
        """Another case: no page of the old one stays."""
        self._pages.forget()
        self.show_count(0)

    def show_page(self, page: int) -> None:
        """Mark a page as the one in front, without saying so."""
        self._telling = False
        self.setCurrentIndex(self._pages.index(page))
        self._telling = True
        self.viewport().update()

    def _tell(self, page: int) -> None:
        if self._telling and page >= 0:
            self.chosen.emit(page)

    def _arrived(self, page: int, side: int) -> None:
        if side == SIDE:
            self.viewport().update(self.visualRect(self._pages.index(page)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps: dict[int, int] = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        if event.key() in steps:
            row = min(max(self.currentIndex().row() + steps[event.key()], 0), self._pages.rowCount() - 1)
            self.setCurrentIndex(self._pages.index(row))
        else:
            super().keyPressEvent(event)
