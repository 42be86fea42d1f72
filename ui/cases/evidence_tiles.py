"""The evidence of one case as tiles: a strip on the overview, a grid in the tab."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from models.kinds import MediaKind
from models.records import Evidence
from ui import theme as tokens
from ui.cases.case_thumbnails import CaseThumbnails
from ui.i18n import translator
from ui.icons import paint_icon
from ui.plain import one_line
from ui.theme import theme
from ui.widgets import painting
from ui.widgets.delegates import ID_ROLE
from ui.words import word

tr = translator("cases")
ITEM_ROLE = int(Qt.ItemDataRole.UserRole) + 10
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ICONS = {
    MediaKind.PHOTO: "image", MediaKind.CHAT: "message-square", MediaKind.VIDEO: "video",
    MediaKind.DOCUMENT: "file-text", MediaKind.TEXT: "scroll-text", MediaKind.OTHER: "file",
}  # fmt: skip


def evidence_name(item: Evidence) -> str:
    """The caption, or the file's own name, as one plain line."""
    return one_line(item.caption or item.original_name)


class EvidenceModel(QAbstractListModel):
    """Evidence in its order; `limit` shows only the first few, the last of them counting the rest."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[Evidence, ...] = ()
        self._shown = 0

    def set_items(self, items: Sequence[Evidence], limit: int = 0) -> None:
        """Show other evidence."""
        wanted = tuple(items)
        shown = len(wanted) if not limit or len(wanted) <= limit else limit
        if wanted == self._items and shown == self._shown:
            return
        self.beginResetModel()
        self._items, self._shown = wanted, shown
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._shown

    def more(self) -> int:
        """How many stand behind the last tile."""
        return len(self._items) - self._shown + 1 if self._shown < len(self._items) else 0

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item = self._items[index.row()]
        if self.more() and index.row() == self._shown - 1:
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                return f"+{self.more()}"
            return None
        if role == ITEM_ROLE:
            return item
        if role == ID_ROLE:
            return item.id
        if role == Qt.ItemDataRole.DisplayRole:
            return evidence_name(item)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            exhibit = tr("exhibit %1", item.exhibit) if item.exhibit is not None else tr("not an exhibit")
            return ", ".join((word(item.media), evidence_name(item), exhibit))
        return None

    def arrived(self, sha256: str) -> None:
        """A picture came: paint the tiles of that file."""
        for row, item in enumerate(self._items[: self._shown]):
            if item.sha256 == sha256:
                self.dataChanged.emit(self.index(row), self.index(row))


class TileDelegate(QStyledItemDelegate):
    """A picture that fills its tile, the exhibit's number on a plate; with `caption` the name below."""

    def __init__(self, thumbnails: CaseThumbnails, picture: QSize, view: QListView, *, caption: bool) -> None:
        super().__init__(view)
        self._thumbnails = thumbnails
        self._picture = picture
        self._caption = caption
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return self._picture + QSize(0, 24) if self._caption else self._picture

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect
        box = QRect(rect.topLeft(), self._picture)
        item = index.data(ITEM_ROLE)
        painter.save()
        if not isinstance(item, Evidence):
            painting.rounded(painter, box, "surface", "line", tokens.RADIUS_CHIP)
            painting.paint_text(painter, box, str(index.data() or ""), "text2", "body", centre=True)
        else:
            self._paint_item(painter, box, item)
            if self._caption:
                name = QRect(box.left(), box.bottom() + 2, box.width(), 22)
                painting.paint_text(painter, name, evidence_name(item), "text2", "small")
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen and self._view.hasFocus():
            painting.rounded(painter, box, None, "accent", tokens.RADIUS_CHIP)
            painting.rounded(painter, box.adjusted(1, 1, -1, -1), None, "accent", tokens.RADIUS_CHIP)
        painter.restore()

    def _paint_item(self, painter: QPainter, box: QRect, item: Evidence) -> None:
        ratio = painter.device().devicePixelRatioF()
        picture = self._thumbnails.get(item, box.width(), box.height(), ratio)
        if picture is None:
            painting.rounded(painter, box, "track", None, tokens.RADIUS_CHIP)
            paint_icon(painter, box.center().x() - 7, box.center().y() + 1, _ICONS[item.media], "text3", 16)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(box, picture, _filling(picture, box.size()))
            painter.setPen(theme().colour("line"))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        if item.exhibit is not None:
            painting.paint_plate(painter, box.left() + 3, box.top() + 3, tr("Ex. %1", item.exhibit))
        elif item.media is MediaKind.VIDEO and picture is not None:
            paint_icon(painter, box.center().x() - 7, box.center().y() + 1, "play", "on_plate", 16)


def _filling(picture: QPixmap, size: QSize) -> QRect:
    """The middle part of a picture that has the shape of the tile."""
    fitted = size.scaled(picture.size(), Qt.AspectRatioMode.KeepAspectRatio)
    left, top = (picture.width() - fitted.width()) // 2, (picture.height() - fitted.height()) // 2
    return QRect(left, top, fitted.width(), fitted.height())


class EvidenceTiles(QListView):
    """Tiles of evidence. `opened` comes with an id, or 0 for the tile that counts the rest."""

    opened = Signal(int)

    def __init__(
        self, thumbnails: CaseThumbnails, picture: QSize, parent: QWidget | None = None, *, caption: bool = False
    ) -> None:
        super().__init__(parent)
        self.items = EvidenceModel(self)
        self.setModel(self.items)
        self.setItemDelegate(TileDelegate(thumbnails, picture, self, caption=caption))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setWrapping(caption)
        self.setSpacing(0)
        gap = 12 if caption else 5
        self.setGridSize(picture + QSize(gap, 24 + gap if caption else 0))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if not caption:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setFixedHeight(picture.height())
        self.setAccessibleName(tr("Evidence of this case"))
        thumbnails.arrived.connect(self.items.arrived)
        self.clicked.connect(self._open)

    def _open(self, index: QModelIndex) -> None:
        item = index.data(ITEM_ROLE)
        self.opened.emit(item.id if isinstance(item, Evidence) else 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)
