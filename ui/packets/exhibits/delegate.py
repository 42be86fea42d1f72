"""How a row of the exhibits is painted, and where it is edited."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QPlainTextEdit, QStyleOptionViewItem, QWidget

from models.kinds import Derivation, Integrity, MediaKind
from models.records import Evidence
from ui.fonts import font
from ui.i18n import translator
from ui.icons import paint_icon
from ui.packets.exhibits.drafts import ProvesDrafts
from ui.packets.exhibits.marks import RowMark
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
_MARK_HEIGHT, _MARK_GAP = 16, 4
_ACTION = 24
_EDITOR_HEIGHT = 96
_READ = 400
_ICONS = {MediaKind.VIDEO: "file-video", MediaKind.DOCUMENT: "file-text", MediaKind.TEXT: "file-text",
          MediaKind.OTHER: "file"}  # fmt: skip


@lru_cache(maxsize=2048)
def two_lines(text: str, width: int, second: int = 0) -> tuple[str, str]:
    """The text broken into two lines of a width, the second one shortened to its own width if it has one."""
    layout = QTextLayout(text, font("body"))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(max(width, 20))
    cut = line.textLength()
    layout.endLayout()
    return text[:cut].rstrip(), painting.elided(text[cut:].lstrip(), second or width)


class ExhibitDelegate(RowDelegate):
    """Grip, check box, thumbnail, number and caption, what it proves, tags. The editor writes what it proves.

    What was typed and not kept, by Esc or a failure, is kept in `drafts` and stands in the editor the next time.
    """

    given_up = Signal()

    def __init__(self, view: QAbstractItemView, thumbnails: ExhibitThumbnails, drafts: ProvesDrafts) -> None:
        super().__init__(view, row_height=HEIGHT)
        self._thumbnails = thumbnails
        self._drafts = drafts

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW_ROLE)
        return QSize(0, FOLD_HEIGHT if isinstance(row, ExhibitRow) and row.kind == "fold" else HEIGHT)

    @staticmethod
    def tick_rect(rect: QRect) -> QRect:
        """Where a click takes a row in or out."""
        return QRect(rect.left() + _TICK - 6, rect.top(), 28, rect.height())

    @staticmethod
    def options_rect(rect: QRect) -> QRect:
        """Where a click opens how an exhibit is shown."""
        return QRect(rect.right() - 8 - _ACTION + 1, rect.bottom() - 4 - _ACTION, _ACTION, _ACTION)

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
        self._paint_picture(painter, place, row.shown or row.evidence, row)
        words = QRect(rect.left() + _TEXT, rect.top(), rect.width() - _TEXT - 12, rect.height())
        _paint_words(painter, words, row, row.evidence)
        if row.kind == "in":
            place = self.options_rect(rect)
            token = "text" if self.hovered(index) else "text3"
            paint_icon(painter, place.left() + 4, place.center().y() + 1, "sliders-horizontal", token, 16)

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

    def _paint_picture(self, painter: QPainter, place: QRect, item: Evidence, row: ExhibitRow) -> None:
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        at_ms = row.plan.stills[0] if row.plan is not None and row.plan.stills else None
        crop = row.plan.crop if row.plan is not None else None
        picture = self._thumbnails.get(item, place.size(), ratio, crop=crop, at_ms=at_ms)
        if picture is None:
            painting.rounded(painter, place, "track", None, 4)
            if item.media is MediaKind.CHAT and item.is_text:
                _paint_bubbles(painter, place)
                return
            paint_icon(painter, place.center().x() - 9, place.center().y() + 1, _icon(item), "text3", 20)
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
        editor.setAccessibleDescription(tr("Ctrl+Enter keeps it, Esc goes back"))
        editor.setPlaceholderText(tr("What does it prove? Ctrl+Enter keeps it"))
        editor.setTabChangesFocus(True)
        editor.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        row = index.data(ROW_ROLE)
        evidence_id = row.evidence.id if isinstance(row, ExhibitRow) and row.evidence is not None else 0
        editor.setProperty("exhibit", evidence_id)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if not isinstance(editor, QPlainTextEdit) or editor.property("begun"):
            return  # what is being typed is newer than anything that was read
        editor.setProperty("begun", True)
        evidence_id = int(editor.property("exhibit"))
        editor.setPlainText(self._drafts.text(evidence_id, str(index.data(Qt.ItemDataRole.EditRole) or "")))
        editor.selectAll()
        editor.textChanged.connect(lambda: self._drafts.note(evidence_id, editor.toPlainText()))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QPlainTextEdit):
            model.setData(index, editor.toPlainText(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        place = rect.adjusted(_TEXT - 8, 4, -6, 0)
        place.setHeight(_EDITOR_HEIGHT)
        parent = editor.parentWidget()
        if parent is not None and place.bottom() > parent.height() - 4:
            place.moveBottom(max(parent.height() - 4, rect.bottom() - 4))
        editor.setGeometry(place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, QPlainTextEdit) or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        kept = enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.type() == QEvent.Type.ShortcutOverride and (kept or event.key() == Qt.Key.Key_Escape):
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if kept:
            self.commitData.emit(watched)
            self.closeEditor.emit(watched)
            return True
        if enter:
            return False  # Qt's own would close the editor
        if event.key() == Qt.Key.Key_Escape and self._drafts.has(int(watched.property("exhibit"))):
            self.given_up.emit()
        return super().eventFilter(watched, event)


def _paint_bubbles(painter: QPainter, place: QRect) -> None:
    """Instead of a picture of a chat that has none: bubbles of both sides."""
    for row, (left, width, token) in enumerate(((6, 34, "surface"), (22, 40, "selected"), (6, 26, "surface"))):
        bubble = QRect(place.left() + left, place.top() + 7 + row * 14, width, 10)
        painting.rounded(painter, bubble, token, "line", 4)


def _icon(item: Evidence) -> str:
    if item.is_text:
        return "message-square" if item.media is MediaKind.CHAT else "file-text"
    return _ICONS.get(item.media, "image")


def _paint_words(painter: QPainter, words: QRect, row: ExhibitRow, item: Evidence) -> None:
    proves = one_line(item.proves[:_READ])
    ink = "text2" if proves else "due"
    text = tr("Proves: %1", proves) if proves else tr("What it proves is not written yet (F2)")
    # The button at the end of the row stands beside the lowest line.
    room = words.width() - (_ACTION if row.kind == "in" else 0)
    first, second = two_lines(text, words.width(), room)
    if not second and painting.text_width(text) > room:
        first, second = two_lines(text, room)
    lines = [text] if row.marks else [first, *([second] if second else [])]
    top = words.top() + (HEIGHT - 22 - _LINE * (len(lines) + bool(row.marks))) // 2
    head = QRect(words.left(), top, words.width(), 20)
    chip, state = _chip(item, row.shown or item)
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
    if row.marks:
        _paint_marks(painter, QRect(words.left(), top + 23 + len(lines) * _LINE, room, _MARK_HEIGHT), row.marks)


def _paint_marks(painter: QPainter, place: QRect, marks: tuple[RowMark, ...]) -> None:
    """Small tags side by side; what finds no room is counted at the end."""
    widths = [painting.text_width(mark.text, "tiny") + 8 for mark in marks]
    left, more = place.left(), painting.text_width("+9", "tiny") + 4
    for number, (mark, width) in enumerate(zip(marks, widths, strict=True)):
        last = number == len(marks) - 1
        if left + width > place.right() + 1 - (0 if last else more):
            rest = QRect(left, place.top(), place.right() + 1 - left, place.height())
            painting.paint_text(painter, rest, f"+{len(marks) - number}", "text3", "tiny")
            return
        box = QRect(left, place.top(), width, place.height())
        painting.rounded(painter, box, f"{mark.state}.soft" if mark.state else None, None if mark.state else "line", 3)
        painting.paint_text(painter, box, mark.text, mark.state or "text2", "tiny", centre=True)
        left += width + _MARK_GAP


def _chip(item: Evidence, shown: Evidence) -> tuple[str, State | None]:
    """The one thing to know about a row beside its words."""
    broken = next((each for each in (item, shown) if each.integrity is not Integrity.VERIFIED), None)
    if broken is not None:
        return word(broken.integrity), "overdue"
    if shown.derivation is not Derivation.ORIGINAL:
        return word(shown.derivation), None
    return "", None
