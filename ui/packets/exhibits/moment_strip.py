"""A row of small pictures of a film, each with its time: frames to choose from, or those chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.services.viewing import clock_text
from models.records import Evidence
from ui.i18n import translator
from ui.icons import paint_icon
from ui.packets.exhibits.checked_pictures import CheckedPictures
from ui.theme import theme
from ui.widgets import painting

tr = translator("packets")
_TILE = QSize(104, 64)
_CELL = QSize(112, 88)
_SIDE = 240
_ON = QStyle.StateFlag.State_HasFocus
Index = QModelIndex | QPersistentModelIndex


class _Moments(QAbstractListModel):
    """Moments in milliseconds; a picture is asked for when it is first painted."""

    def __init__(self, pictures: CheckedPictures, item: Evidence, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._item = item
        self._asked: set[int] = set()
        self.moments: tuple[int, ...] = ()
        self.marked: frozenset[int] = frozenset()
        self.images: dict[int, QImage | None] = {}

    def show(self, moments: Sequence[int]) -> None:
        """Show these."""
        self.beginResetModel()
        self.moments = tuple(moments)
        self.endResetModel()

    def picture(self, at_ms: int) -> QImage | None:
        """The picture of a moment, None while there is none."""
        if at_ms not in self._asked:
            self._asked.add(at_ms)
            self._pictures.ask(self._item, _SIDE, lambda found: self._arrived(at_ms, found), self, at_ms=at_ms)
        return self.images.get(at_ms)

    def _arrived(self, at_ms: int, found: QImage | str) -> None:
        self.images[at_ms] = found if isinstance(found, QImage) else None
        if at_ms in self.moments:
            index = self.index(self.moments.index(at_ms))
            self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.moments)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        at_ms = self.moments[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return clock_text(at_ms)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr("%1, chosen", clock_text(at_ms)) if at_ms in self.marked else clock_text(at_ms)
        return None


class _MomentDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return _CELL

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = self.parent()
        if not isinstance(view, MomentStrip):
            return
        rect: QRect = option.rect
        place = QRect(rect.left() + 4, rect.top() + 4, _TILE.width(), _TILE.height())
        at_ms = view.moments.moments[index.row()]
        painting.rounded(painter, place, "track", None, 4)
        image = view.moments.picture(at_ms)
        if image is not None:
            size = image.size().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
            shown = QRect(
                place.center().x() - size.width() // 2, place.center().y() - size.height() // 2, *size.toTuple()
            )
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(shown, image)
            painter.restore()
        current = view.currentIndex().row() == index.row()
        if current or at_ms in view.moments.marked:
            painter.save()
            strong = current and view.hasFocus()
            painter.setPen(QPen(theme().colour("accent" if strong or at_ms in view.moments.marked else "control"), 2))
            painter.drawRect(place.adjusted(1, 1, -1, -1))
            painter.restore()
        if at_ms in view.moments.marked:
            painting.paint_tick(painter, place.right() - 20, place.top() + 13, True)
        ink, weight = ("accent_text", 600) if current else ("text2", 400)
        text = QRect(rect.left(), place.bottom() + 2, rect.width(), 16)
        painting.paint_text(painter, text, clock_text(at_ms), ink, "tiny", weight, centre=True)
        if image is None and at_ms in view.moments.images:
            paint_icon(painter, place.center().x() - 8, place.center().y() + 1, "image-off", "text3", 16)


class MomentStrip(QListView):
    """`looked(at_ms)` when one is gone to, `taken` for Enter, Space or a double click, `dropped` for Del."""

    looked = Signal(int)
    taken = Signal(int)
    dropped = Signal(int)

    def __init__(self, pictures: CheckedPictures, item: Evidence, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.moments = _Moments(pictures, item, self)
        self.setModel(self.moments)
        self.setItemDelegate(_MomentDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("surface", "surface2")
        self.setFlow(QListView.Flow.LeftToRight)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(_CELL.height() + 12)
        self.setAccessibleName(name)
        self.selectionModel().currentChanged.connect(lambda now, _: self._tell(now, self.looked))
        self.clicked.connect(lambda index: self._tell(index, self.looked))
        self.doubleClicked.connect(lambda index: self._tell(index, self.taken))

    def mark(self, chosen: Sequence[int]) -> None:
        """Tick these."""
        self.moments.marked = frozenset(chosen)
        self.viewport().update()

    def _tell(self, index: QModelIndex, signal: object) -> None:
        if index.isValid():
            signal.emit(self.moments.moments[index.row()])  # type: ignore[attr-defined]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._tell(self.currentIndex(), self.taken)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._tell(self.currentIndex(), self.dropped)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End):
            super().keyPressEvent(event)
        else:
            event.ignore()
