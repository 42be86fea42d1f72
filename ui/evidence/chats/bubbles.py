"""Paints a chat's message as a bubble: the buyer's at the left, the shop's at the right in jade, notices between."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from models.rules.chat_lines import LineKind
from models.rules.chat_log import ChatMessage
from ui.evidence.chats.model import MESSAGE_ROLE, OURS_ROLE, ChatModel, Index
from ui.evidence.chats.words import message_time
from ui.fonts import font, metrics
from ui.plain import one_line
from ui.theme import theme
from ui.widgets import painting

_SIDE, _FACE, _GAP = 16, 28, 10
_PAD_X, _PAD_Y, _BETWEEN = 12, 8, 12
_SHARE, _WIDEST = 0.66, 560
_LONGEST = 4000
_KEPT = 3000
_MOST_LOOKS = 500


class _Laid:
    """The words of a message broken into lines of a width."""

    __slots__ = ("height", "layout", "width")

    def __init__(self, text: str, width: int, looks: list[QTextLayout.FormatRange]) -> None:
        self.layout = QTextLayout(text, font("body"))
        self.layout.setFormats(looks)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.layout.setTextOption(option)
        self.layout.setCacheEnabled(True)
        self.layout.beginLayout()
        top, widest = 0.0, 0.0
        while (row := self.layout.createLine()).isValid():
            row.setLineWidth(width)
            row.setPosition(QPointF(0, top))
            top += row.height() + 2
            widest = max(widest, row.naturalTextWidth())
        self.layout.endLayout()
        self.height, self.width = round(top), min(width, round(widest) + 1)


class ChatDelegate(QStyledItemDelegate):
    """For a list over a ChatModel. What was laid out is kept for the last few thousand messages of one width."""

    def __init__(self, view: QAbstractItemView, model: ChatModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._laid: OrderedDict[tuple[int, int], _Laid] = OrderedDict()
        self._heights: dict[int, int] = {}
        self._width = 0

    def forget(self) -> None:
        """Another chat is shown, or the fonts changed."""
        self._laid.clear()
        self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        if width != self._width:
            self._width = width
            self.forget()
        height = self._heights.get(index.row())
        if height is None:
            message = self._model.message(index.row())
            laid = self._lay(index.row(), message, width)
            head = 0 if _is_notice(message) else metrics("small").height() + 4
            height = self._heights[index.row()] = head + laid.height + 2 * _PAD_Y + _BETWEEN
        return QSize(width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        message = index.data(MESSAGE_ROLE)
        if not isinstance(message, ChatMessage):
            return
        painter.save()
        box = option.rect.adjusted(0, _BETWEEN // 2, 0, -_BETWEEN // 2)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme().colour("hover"))
        laid = self._lay(index.row(), message, self._view.viewport().width())
        if _is_notice(message):
            self._paint_notice(painter, box, laid)
        else:
            self._paint_message(painter, box, message, laid, ours=bool(index.data(OURS_ROLE)))
        if self._view.currentIndex() == index and self._view.hasFocus():
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(option.rect).adjusted(3, 2, -3, -2), 6, 6)
        painter.restore()

    def _paint_notice(self, painter: QPainter, box: QRect, laid: _Laid) -> None:
        left = box.left() + (box.width() - laid.width) // 2
        painter.setPen(theme().colour("text3"))
        laid.layout.draw(painter, QPointF(left, box.top() + _PAD_Y), self._marks(laid))

    def _paint_message(self, painter: QPainter, box: QRect, message: ChatMessage, laid: _Laid, *, ours: bool) -> None:
        speaker, said = one_line(message.speaker), message_time(message)
        face = box.right() - _SIDE - _FACE if ours else box.left() + _SIDE
        painting.paint_avatar(painter, face, box.top() + _FACE // 2, speaker or "?", _FACE)
        inner = QRect(
            box.left() + _SIDE + _FACE + _GAP, box.top(), box.width() - 2 * (_SIDE + _FACE + _GAP), box.height()
        )
        high = metrics("small").height()
        name_room = max(0, inner.width() - painting.text_width(said, "small") - 12)
        name = painting.elided(speaker, name_room, "small", 500)
        head = QRect(inner.left(), inner.top(), inner.width(), high)
        wide = painting.text_width(name, "small", 500)
        if ours:
            painting.paint_text(painter, head, name, "text2", "small", 500, right=True)
            painting.paint_text(painter, head.adjusted(0, 0, -wide - 12, 0), said, "text3", "small", right=True)
        else:
            painting.paint_text(painter, head, name, "text2", "small", 500)
            painting.paint_text(painter, head.adjusted(wide + 12, 0, 0, 0), said, "text3", "small")
        width = laid.width + 2 * _PAD_X
        left = inner.right() - width + 1 if ours else inner.left()
        bubble = QRect(left, inner.top() + high + 4, width, laid.height + 2 * _PAD_Y)
        painting.rounded(painter, bubble, "selected" if ours else "surface", None if ours else "line", 8)
        painter.setPen(theme().colour("accent_text" if ours else "text"))
        laid.layout.draw(painter, QPointF(bubble.left() + _PAD_X, bubble.top() + _PAD_Y), self._marks(laid))

    def _marks(self, laid: _Laid) -> list[QTextLayout.FormatRange]:
        """Where the words that are searched for stand."""
        words = self._model.words
        if not words:
            return []
        marked = QTextCharFormat()
        found: list[QTextLayout.FormatRange] = []
        marked.setBackground(theme().colour("gold.soft"))
        marked.setForeground(theme().colour("gold"))
        text = laid.layout.text().casefold()
        at = text.find(words)
        while at >= 0 and len(found) < 200:
            part = QTextLayout.FormatRange()
            # Qt counts in UTF-16.
            part.start = len(text[:at].encode("utf-16-le", "surrogatepass")) // 2
            part.length = len(words.encode("utf-16-le", "surrogatepass")) // 2
            part.format = marked
            found.append(part)
            at = text.find(words, at + len(words))
        return found

    def _lay(self, row: int, message: ChatMessage, width: int) -> _Laid:
        key = (row, width)
        laid = self._laid.get(key)
        if laid is None:
            room = width - 2 * (_SIDE + _FACE + _GAP)
            most = max(80, min(_WIDEST, round(room * _SHARE) if room > 480 else room) - 2 * _PAD_X)
            text = _text_of(message)
            laid = self._laid[key] = _Laid(text, most, _looks(message, len(text)))
            if len(self._laid) > _KEPT:
                self._laid.popitem(last=False)
        else:
            self._laid.move_to_end(key)
        return laid


def _is_notice(message: ChatMessage) -> bool:
    lines = message.lines
    return not message.speaker or (len(lines) == 1 and lines[0].kind is LineKind.NOTICE)


def _text_of(message: ChatMessage) -> str:
    text = "\u2028".join(line.text for line in message.lines) or " "
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _looks(message: ChatMessage, shown: int) -> list[QTextLayout.FormatRange]:
    """Quoted lines and what stands for a picture are lighter than words."""
    looks: list[QTextLayout.FormatRange] = []
    at = 0
    for line in message.lines:
        length = len(line.text.encode("utf-16-le", "surrogatepass")) // 2
        if line.kind in (LineKind.QUOTE, LineKind.MEDIA):
            part = QTextLayout.FormatRange()
            part.start, part.length = at, length
            look = QTextCharFormat()
            look.setFontItalic(line.kind is LineKind.QUOTE)
            look.setForeground(theme().colour("text3"))
            part.format = look
            looks.append(part)
        at += length + 1
        if at >= shown or len(looks) >= _MOST_LOOKS:
            break
    return looks
