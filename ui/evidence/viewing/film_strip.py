"""The strip of small pictures below: what can be put on a side, and the letters of what is on one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from models.records import EvidenceRow
from ui import theme as tokens
from ui.evidence.gallery.thumbnail_source import ThumbnailSource
from ui.evidence.gallery.tile_delegate import paint_thumbnail
from ui.evidence.labels import exhibit_name, shown_name
from ui.evidence.viewing.stage_head import paint_letter
from ui.i18n import translator
from ui.theme import theme
from ui.widgets import painting

tr = translator("viewer")
HEIGHT = 96
_TILE = QSize(92, 72)
_GAP = 8
_LETTER = 20
Index = QModelIndex | QPersistentModelIndex


class StripModel(QAbstractListModel):
    """Rows of evidence, with the letters of the sides they are on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[EvidenceRow, ...] = ()
        self.letters: Mapping[int, str] = {}
        self.active = ""

    def show(self, rows: Sequence[EvidenceRow]) -> None:
        """Show these."""
        if [row.evidence.id for row in rows] == [row.evidence.id for row in self._rows]:
            self._rows = tuple(rows)
            self.dataChanged.emit(self.index(0), self.index(max(0, len(rows) - 1)))
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_at(self, index: Index) -> EvidenceRow | None:
        """The evidence at an index."""
        return self._rows[index.row()] if index.isValid() and 0 <= index.row() < len(self._rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        if row is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        letter = self.letters.get(row.evidence.id, "")
        side = tr("Side %1", letter) if letter else ""
        return "; ".join(part for part in (exhibit_name(row.evidence), shown_name(row.evidence), side) if part)


class _StripDelegate(QStyledItemDelegate):
    def __init__(self, view: QListView, source: ThumbnailSource) -> None:
        super().__init__(view)
        self._view = view
        self._source = source

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(_TILE.width() + _GAP, _TILE.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = self._view.model()
        row = model.row_at(index) if isinstance(model, StripModel) else None
        if row is None or not isinstance(model, StripModel):
            return
        cell: QRect = option.rect
        box = QRect(cell.topLeft(), _TILE)
        item = row.evidence
        paint_thumbnail(painter, box, item, self._source.look(item, _TILE, self._view.devicePixelRatioF()))
        letter = model.letters.get(item.id, "")
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().colour("accent" if letter or focused else "line"), 2 if letter or focused else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), tokens.RADIUS_CHIP, tokens.RADIUS_CHIP)
        painter.restore()
        if exhibit_name(item):
            painting.paint_plate(painter, box.left() + 4, box.top() + 4, exhibit_name(item))
        if letter:
            at = QRectF(box.right() - _LETTER - 3, box.bottom() - _LETTER - 3, _LETTER, _LETTER)
            painter.save()
            paint_letter(painter, at, letter, active=True)
            painter.restore()


class FilmStrip(QListView):
    """`chosen` gives evidence for a side: plain, or with Shift for the other one."""

    chosen = Signal(object, bool)

    def __init__(self, source: ThumbnailSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("surface", "surface")
        self.setProperty("edge", "top")
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(12, 12, 12, 0)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Pictures to compare"))
        self.strip = StripModel(self)
        self.setModel(self.strip)
        self.setItemDelegate(_StripDelegate(self, source))
        source.arrived.connect(lambda _: self.viewport().update())

    def show_rows(self, rows: Sequence[EvidenceRow]) -> None:
        """Show these."""
        self.strip.show(rows)

    def show_letters(self, letters: Mapping[int, str], active: str) -> None:
        """Which evidence is on which side."""
        self.strip.letters, self.strip.active = letters, active
        self.viewport().update()
        for number in range(self.strip.rowCount()):
            row = self.strip.row_at(self.strip.index(number))
            if row is not None and letters.get(row.evidence.id) == active:
                self.scrollTo(self.strip.index(number))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row = self.strip.row_at(self.indexAt(event.position().toPoint()))
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(row, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.strip.row_at(self.currentIndex())
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self.chosen.emit(row, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End):
            super().keyPressEvent(event)
        else:
            event.ignore()
