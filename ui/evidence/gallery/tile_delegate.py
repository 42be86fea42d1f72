"""Paints a piece of evidence as a tile of 170 x 200: picture, caption, time, tag, integrity, exhibit, kind."""

from __future__ import annotations

from datetime import tzinfo

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.decoder.results import NoPreview
from models.clock import Clock
from models.kinds import Derivation, Integrity
from models.records import Evidence, EvidenceRow
from ui import theme as tokens
from ui.evidence.evidence_model import DROP_ROLE, ROW_ROLE, TAG_ROLE, Index
from ui.evidence.gallery.thumbnail_source import TextGlimpse, Thumbnail, ThumbnailSource
from ui.evidence.labels import (
    KIND_ICONS,
    exhibit_name,
    is_broken,
    no_preview_text,
    plate,
    shown_name,
    tile_time,
)
from ui.fonts import font
from ui.i18n import translator
from ui.icons import paint_icon
from ui.plain import one_line
from ui.theme import theme
from ui.widgets import painting
from ui.words import word

tr = translator("evidence")
tr_seen = translator("likeness")
TILE = QSize(170, 200)
PICTURE = QSize(170, 128)
GAP = 13
_LEAST_CHIP = 12
CELL = QSize(TILE.width() + GAP, TILE.height() + GAP)
_CENTRED = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)


def tile_rect(cell: QRect) -> QRect:
    """The tile inside its cell of the grid."""
    return QRect(cell.left() + GAP // 2, cell.top() + GAP // 2, TILE.width(), TILE.height())


class TileDelegate(QStyledItemDelegate):
    """For a list view in icon mode over an EvidenceModel."""

    def __init__(self, view: QAbstractItemView, source: ThumbnailSource, clock: Clock, zone: tzinfo) -> None:
        super().__init__(view)
        self._view = view
        self._source = source
        self._clock = clock
        self._zone = zone
        self.with_case = False
        self.dropping = False
        self.seen: dict[int, int] = {}
        """In how many other cases the picture of a piece of evidence is, where that is known."""
        self.marks: dict[int, int] = {}
        """How many marks are drawn over a piece of evidence."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return CELL

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        tile = tile_rect(option.rect)
        focus = self._view.hasFocus() and self._view.currentIndex() == index
        if index.data(DROP_ROLE):
            self._paint_drop_place(painter, tile, focus)
        else:
            shown = index.data(ROW_ROLE)
            if isinstance(shown, EvidenceRow):
                self._paint_tile(painter, option, tile, shown, str(index.data(TAG_ROLE) or ""))
            else:
                painting.rounded(painter, tile, "surface", "line", tokens.RADIUS_PANEL)
                painting.rounded(painter, tile.adjusted(1, 1, -1, -72), "track", None, 6)
        painter.restore()

    def _paint_tile(
        self, painter: QPainter, option: QStyleOptionViewItem, tile: QRect, shown: EvidenceRow, tag: str
    ) -> None:
        item = shown.evidence
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        broken = is_broken(item)
        fill = "hover" if hovered and not selected else "surface"
        painting.rounded(painter, tile, fill, None, tokens.RADIUS_PANEL)
        picture = QRect(tile.left(), tile.top(), PICTURE.width(), PICTURE.height())
        thumbnail = self._source.look(item, PICTURE, self._view.devicePixelRatioF())
        paint_thumbnail(painter, picture, item, thumbnail, rounded_top=True)
        exhibit = exhibit_name(item)
        if exhibit:
            painting.paint_plate(painter, picture.left() + 8, picture.top() + 8, exhibit)
        text, icon = plate(item)
        if text:
            width = painting.chip_width(text, icon)
            left, top = picture.right() + 1 - width - 8, picture.bottom() + 1 - tokens.CHIP - 8
            painting.paint_plate(painter, left, top, text, icon)
        self._paint_words(painter, tile, shown, tag)
        self._paint_edge(painter, tile, selected=selected, broken=broken)

    def _paint_words(self, painter: QPainter, tile: QRect, shown: EvidenceRow, tag: str) -> None:
        item = shown.evidence
        left, width = tile.left() + 10, tile.width() - 20
        caption = QRect(left, tile.top() + 131, width, 22)
        painting.paint_text(painter, caption, shown_name(item), "text" if item.caption else "text2", "body", 500)
        second = QRect(left, tile.top() + 152, width, 18)
        time = tile_time(item, self._clock.now(), self._zone)
        if self.with_case:
            time_left = second.right() + 1 - painting.text_width(time, "tiny")
            painting.paint_text(painter, second, time, "text3", "tiny", right=True)
            painting.paint_text(
                painter, QRect(left, second.top(), time_left - left - 6, 18), shown.case_number, "text2", "tiny"
            )
        else:
            painting.paint_text(painter, second, time, "text3", "tiny")
        middle, right = tile.top() + 184, tile.right() - 10
        broken = is_broken(item)
        mark = "shield-check" if not broken else "shield-x" if item.integrity is Integrity.CHANGED else "shield-alert"
        paint_icon(painter, right - 14, middle, mark, "overdue" if broken else "done", 14)
        room = right - 20 - left
        if broken:
            painting.paint_text(
                painter, QRect(left, middle - 9, room, 18), word(item.integrity), "overdue", "small", 500
            )
        else:
            cases, made = self.seen.get(item.id, 0), item.derivation is not Derivation.ORIGINAL
            end = right - 20
            if self.marks.get(item.id):
                end = self._paint_mark(painter, end, middle, str(self.marks[item.id]), "pencil", "text2")
            if cases:
                end = self._paint_mark(painter, end, middle, tr_seen("seen %n", n=cases), "copy", "due")
            # Where there is room for one of them only, what was seen before matters more; the tip says both.
            if made and not (cases and tag):
                end = self._paint_mark(painter, end, middle, word(item.derivation), "square", "text2")
            room = end - left
            words = tag or (one_line(shown.buyer_nick) if self.with_case else "")
            if words and room > 2 * painting.CHIP_PADDING + _LEAST_CHIP:
                text = painting.elided(words, room - 2 * painting.CHIP_PADDING, "small", 500)
                painting.paint_chip(painter, left, middle, text, None)

    @staticmethod
    def _paint_mark(painter: QPainter, end: int, middle: int, text: str, icon: str, token: str) -> int:
        """A word with its icon that ends at `end`; returns where what stands left of it ends."""
        width = painting.text_width(text, "small") + 2
        painting.paint_text(painter, QRect(end - width, middle - 9, width, 18), text, token, "small")
        paint_icon(painter, end - width - 17, middle, icon, token, 13)
        return end - width - 23

    def _paint_edge(self, painter: QPainter, tile: QRect, *, selected: bool, broken: bool) -> None:
        shown = theme()
        current = selected and self._view.hasFocus()
        token = "overdue.solid" if broken else "accent" if current else "control" if selected else "line"
        width = 2 if selected or broken else 1
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(shown.colour(token), width))
        inset = width / 2
        painter.drawRoundedRect(
            QRectF(tile).adjusted(inset, inset, -inset, -inset), tokens.RADIUS_PANEL, tokens.RADIUS_PANEL
        )
        if selected and broken:
            painter.setPen(QPen(shown.colour("accent"), 2))
            painter.drawRoundedRect(
                QRectF(tile).adjusted(-1.5, -1.5, 1.5, 1.5), tokens.RADIUS_PANEL, tokens.RADIUS_PANEL
            )

    def _paint_drop_place(self, painter: QPainter, tile: QRect, focus: bool) -> None:
        shown = theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(shown.colour("accent" if self.dropping or focus else "control"), 2 if self.dropping or focus else 1)
        if not self.dropping:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(shown.colour("selected") if self.dropping else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(tile).adjusted(1, 1, -1, -1), tokens.RADIUS_PANEL, tokens.RADIUS_PANEL)
        paint_icon(painter, tile.center().x() - 12, tile.top() + 66, "image-plus", "text2", 24)
        painting.paint_text(
            painter,
            QRect(tile.left(), tile.top() + 84, tile.width(), 22),
            tr("Drop here"),
            "text",
            "body",
            500,
            centre=True,
        )
        painter.setFont(font("small"))
        painter.setPen(shown.colour("text3"))
        painter.drawText(
            QRect(tile.left() + 10, tile.top() + 108, tile.width() - 20, 52),
            _CENTRED,
            tr("or paste a screenshot with Ctrl+V; files and folders both work"),
        )


def paint_thumbnail(
    painter: QPainter, box: QRect, item: Evidence, thumbnail: Thumbnail | None, *, rounded_top: bool = False
) -> None:
    """The picture filling a box; its kind's icon until it is decoded; in words why there is none; text as text."""
    shown = theme()
    painter.save()
    if rounded_top:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(box.adjusted(0, 0, 0, 12)), tokens.RADIUS_PANEL, tokens.RADIUS_PANEL)
        painter.setClipPath(clip)
        painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    if isinstance(thumbnail, QPixmap):
        painter.fillRect(box, shown.colour("canvas"))
        painter.drawPixmap(box, thumbnail)
    elif isinstance(thumbnail, TextGlimpse):
        painter.fillRect(box, shown.colour("paper"))
        painter.setPen(shown.colour("ink_on_paper"))
        painter.setFont(font("badge", 400))
        top = box.top() + 10
        for text in thumbnail.lines:
            if top + 15 > box.bottom():
                break
            line = painting.elided(one_line(text), box.width() - 20, "badge", 400)
            painter.drawText(
                QRect(box.left() + 10, top, box.width() - 20, 15), int(Qt.AlignmentFlag.AlignVCenter), line
            )
            top += 15
    elif isinstance(thumbnail, NoPreview):
        painter.fillRect(box, shown.colour("surface2"))
        _paint_reason(painter, box, KIND_ICONS[item.media], no_preview_text(thumbnail.reason))
    else:
        painter.fillRect(box, shown.colour("track"))
        paint_icon(painter, box.center().x() - 12, box.center().y(), KIND_ICONS[item.media], "text3", 24)
    if is_broken(item):
        # Made before the file was touched: never to be taken for what lies there now.
        veil = shown.colour("overdue.soft")
        veil.setAlpha(200)
        painter.fillRect(box, veil)
        mark = "shield-x" if item.integrity is Integrity.CHANGED else "shield-alert"
        paint_icon(painter, box.center().x() - 16, box.center().y(), mark, "overdue", 32)
    painter.restore()


def _paint_reason(painter: QPainter, box: QRect, icon: str, reason: str) -> None:
    """Above the place of the plate."""
    top = box.center().y() - 46
    paint_icon(painter, box.center().x() - 12, top + 12, icon, "text3", 24)
    head = QRect(box.left(), top + 27, box.width(), 18)
    painting.paint_text(painter, head, tr("Kept, no preview"), "text2", "small", 500, centre=True)
    painter.setFont(font("tiny"))
    painter.setPen(theme().colour("text3"))
    painter.drawText(QRect(box.left() + 8, top + 46, box.width() - 16, 30), _CENTRED, reason)
