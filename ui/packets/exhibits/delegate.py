"""How a row of the exhibits is painted, and where it is edited."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QPlainTextEdit, QStyleOptionViewItem, QWidget

from models.kinds import Derivation, Integrity, MediaKind
from models.records import Evidence
from ui.fonts import font
from ui.i18n import translator
from ui.icons import paint_icon
from ui.packets.exhibits.model import ROW_ROLE, ExhibitRow, Index, name_of
from ui.packets.exhibits.thumbnails import ExhibitThumbnails
from ui.plain import one_line
from ui.theme import State
from ui.widgets import painting
from ui.widgets.delegates import RowDelegate
from ui.words import word

tr = translator("packets")
HEIGHT = 74
FOLD_HEIGHT = 44
THUMBNAIL = QSize(68, 52)
_GRIP, _TICK, _PICTURE, _TEXT = 8, 30, 55, 131
_LINE = 18
_ICONS = {MediaKind.VIDEO: "file-video", MediaKind.DOCUMENT: "file-text", MediaKind.TEXT: "file-text",
          MediaKind.OTHER: "file"}  # fmt: skip


@lru_cache(maxsize=2048)
def two_lines(text: str, width: int) -> tuple[str, str]:
    """The text broken into two lines of a width, the second one shortened."""
    layout = QTextLayout(text, font("body"))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(max(width, 20))
    cut = line.textLength()
    layout.endLayout()
    return text[:cut].rstrip(), painting.elided(text[cut:].lstrip(), width)


class ExhibitDelegate(RowDelegate):
    """Grip, check box, thumbnail, number and caption, what it proves. The editor writes what it proves."""

    def __init__(self, view: QAbstractItemView, thumbnails: ExhibitThumbnails) -> None:
        super().__init__(view, row_height=HEIGHT)
        self._thumbnails = thumbnails

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW_ROLE)
        return QSize(0, FOLD_HEIGHT if isinstance(row, ExhibitRow) and row.kind == "fold" else HEIGHT)

    @staticmethod
    def tick_rect(rect: QRect) -> QRect:
        """Where a click takes a row in or out."""
        return QRect(rect.left() + _TICK - 6, rect.top(), 28, rect.height())

    def paint_content(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, ExhibitRow):
            return
        rect: QRect = option.rect
        if row.evidence is None:
            self._paint_fold(painter, rect, row)
            return
        middle = rect.center().y() + 1
        if row.kind == "in":
            token = "text2" if self.hovered(index) else "text3"
            paint_icon(painter, rect.left() + _GRIP, middle, "grip-vertical", token, 16)
        painting.paint_tick(painter, rect.left() + _TICK, middle, row.kind == "in")
        place = QRect(rect.left() + _PICTURE, rect.top() + (HEIGHT - THUMBNAIL.height()) // 2,
                      THUMBNAIL.width(), THUMBNAIL.height())  # fmt: skip
        self._paint_picture(painter, place, row.evidence)
        words = QRect(rect.left() + _TEXT, rect.top(), rect.width() - _TEXT - 12, rect.height())
        _paint_words(painter, words, row, row.evidence)

    @staticmethod
    def _paint_fold(painter: QPainter, rect: QRect, row: ExhibitRow) -> None:
        middle = rect.center().y() + 1
        painting.paint_tick(painter, rect.left() + _TICK, middle, False)
        names = tr(", ").join(row.names)
        text = tr("%1 not included: %2", tr("%n item(s)", n=len(row.names)), names)
        room = rect.adjusted(_PICTURE, 0, -36, 0)
        painting.paint_text(painter, room, text, "text3")
        icon = "chevron-up" if row.unfolded else "chevron-down"
        paint_icon(painter, rect.right() - 27, middle, icon, "text3", 16)

    def _paint_picture(self, painter: QPainter, place: QRect, item: Evidence) -> None:
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        picture = self._thumbnails.get(item, place.size(), ratio)
        if picture is None:
            painting.rounded(painter, place, "track", None, 4)
            paint_icon(
                painter, place.center().x() - 9, place.center().y() + 1, _ICONS.get(item.media, "image"), "text3", 20
            )
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(place, 4, 4)
        painter.setClipPath(path)
        painter.drawPixmap(place, picture)
        painter.restore()
        painting.rounded(painter, place, None, "line", 4)
        if item.media is MediaKind.VIDEO:
            paint_icon(painter, place.center().x() - 9, place.center().y() + 1, "play", "on_plate", 20)

    # Editing in place

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QPlainTextEdit(parent)
        editor.setFont(font("body"))
        editor.setAccessibleName(tr("What it proves"))
        editor.setPlaceholderText(tr("What does it prove?"))
        editor.setTabChangesFocus(True)
        editor.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QPlainTextEdit):
            editor.setPlainText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QPlainTextEdit):
            model.setData(index, editor.toPlainText(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        editor.setGeometry(rect.adjusted(_TEXT - 8, 4, -6, -5))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(watched, QPlainTextEdit)
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
        ):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.commitData.emit(watched)
                self.closeEditor.emit(watched)
                return True
            if enter:
                return False
        return super().eventFilter(watched, event)


def _paint_words(painter: QPainter, words: QRect, row: ExhibitRow, item: Evidence) -> None:
    proves = one_line(item.proves)
    ink = "text2" if proves else "due"
    text = tr("Proves: %1", proves) if proves else tr("What it proves is not written yet (F2)")
    first, second = two_lines(text, words.width())
    lines = [first, *([second] if second else [])]
    top = words.top() + (HEIGHT - 22 - _LINE * len(lines)) // 2
    head = QRect(words.left(), top, words.width(), 20)
    chip, state = _chip(item)
    if chip:
        width = painting.chip_width(chip)
        painting.paint_chip(painter, head.right() + 1 - width, head.center().y() + 1, chip, state)
        head.setRight(head.right() - width - 8)
    end = head.left()
    if row.kind == "in":
        end = painting.paint_text(painter, head, tr("Exhibit %1", row.number), "text", "strong", 600) + 8
    rest = QRect(end, head.top(), head.right() + 1 - end, head.height())
    painting.paint_text(painter, rest, name_of(item), "text" if row.kind == "in" else "text2", "body", 500)
    for place, line in enumerate(lines):
        painting.paint_text(painter, QRect(words.left(), top + 22 + place * _LINE, words.width(), _LINE), line, ink)


def _chip(item: Evidence) -> tuple[str, State | None]:
    """The one thing to know about a row beside its words."""
    if item.integrity is not Integrity.VERIFIED:
        return word(item.integrity), "overdue"
    if item.derivation is not Derivation.ORIGINAL:
        return word(item.derivation), None
    return "", None
