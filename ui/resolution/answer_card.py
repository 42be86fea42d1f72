"""Answer cards: an icon, the answer, why and what it does, its number key at the right; one of a group is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import theme as tokens
from ui.icons import paint_icon
from ui.plain import plain_tooltip
from ui.resolution.wrapping import wrapped
from ui.theme import theme
from ui.widgets import painting
from ui.widgets.focus_ring import BY_KEYBOARD, ring_of

PLAIN, WITH_HINT, WITH_EFFECT, DENSE = 56, 66, 88, 44
_ICONS = (
    (("damag", "broken", "crush"), "package-x"),
    (("missing", "missed", "short", "reseal", "opened"), "package-open"),
    (("intact", "good", "perfect", "ordinary"), "package-check"),
    (("wet", "food", "perishable"), "droplets"),
    (("wrong", "exchange", "colour"), "repeat-2"),
    (("carrier", "courier", "transit", "ship"), "truck"),
    (("buyer", "customer"), "user"),
    (("seller", "merchant", "shop"), "store"),
    (("refund", "money", "price", "paid"), "banknote"),
    (("surface", "misdescription"), "search"),
    (("return", "withdrawal"), "undo-2"),
    (("late", "time", "day", "over"), "clock"),
    (("invoice",), "receipt"),
    (("gift",), "gift"),
    (("repair", "warranty", "sanbao"), "settings"),
    (("review", "complaint", "mediation", "dispute", "chargeback", "application", "suspended"), "scale"),
    (("address", "where", "logistics"), "truck"),
    (("quality", "flaw", "fault"), "circle-alert"),
)


def icon_for(value: str | bool | None) -> str:
    """An icon for an answer: yes, no, cannot be told, or by what an answer's word is about."""
    if value is None:
        return "circle-help"
    if isinstance(value, bool):
        return "circle-check" if value else "circle-x"
    return next((icon for words, icon in _ICONS if any(word in value for word in words)), "circle")


class AnswerCard(QAbstractButton):
    """A checkable card. `key` is the number that chooses it, empty for none."""

    def __init__(
        self,
        title: str,
        hint: str = "",
        effect: str = "",
        parent: QWidget | None = None,
        *,
        icon: str = "",
        key: str = "",
        dense: bool = False,
    ) -> None:
        super().__init__(parent)
        self._title, self._hint, self._effect = title, hint, effect
        self._icon, self._key = icon, key
        self._dense = dense and not hint and not effect
        self._hovered = False
        self._rows: tuple[list[str], list[str]] | None = None
        self.setCheckable(True)
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(" ".join(part for part in (hint, effect, key) if part))
        if hint or effect:
            plain_tooltip(self, "\n".join(part for part in (title, hint, effect) if part))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        lines = bool(self._hint) + bool(self._effect)
        height = DENSE if self._dense else (PLAIN, WITH_HINT, WITH_EFFECT)[lines]
        return QSize(320, height + 20 * (len(self._rows[0]) + len(self._rows[1]) - lines if self._rows else 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words too long for one line take two; the card grows with them."""
        super().resizeEvent(event)
        room = self.width() - 18 - 16 - (38 if self._icon else 0)
        rows = (wrapped(self._hint, room), wrapped(self._effect, room - 18, "small"))
        if rows != self._rows:
            self._rows = rows
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in BY_KEYBOARD:
            ring_of(self).follow(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        ring_of(self).let_go()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        on = self.isChecked()
        fill = "selected" if on else "hover" if self._hovered else "surface"
        edge = "accent" if on else "control" if self._hovered else "line"
        painting.rounded(painter, self.rect(), fill, edge, tokens.RADIUS_PANEL)
        if on:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 7, 7)
        self._paint_words(painter, on)
        painter.end()

    def _paint_words(self, painter: QPainter, on: bool) -> None:
        hints, effects = self._rows or ([self._hint] if self._hint else [], [self._effect] if self._effect else [])
        rows = [*hints, *effects]
        tall = 20 + 20 * len(rows)
        top = (self.height() - tall) // 2
        left = 18
        if self._icon:
            middle = top + 11 if rows else self.height() // 2
            paint_icon(painter, left, middle + (6 if rows else 0), self._icon, "accent_text" if on else "text2", 22)
            left += 22 + 16
        right = self.width() - 16
        paint_middle = top + 10 if rows else self.height() // 2
        if on:
            paint_icon(painter, right - 18, paint_middle, "circle-check", "accent", 18)
        if self._key:
            painting.paint_key(painter, right - 18 - 12 - painting.key_width(self._key), paint_middle, self._key)
        room = right - 18 - 12 - left
        if self._key:
            room -= painting.key_width(self._key) + 12
        painting.paint_text(painter, QRect(left, top, room, 20), self._title, "text", "heading", 600)
        for at, hint in enumerate(hints, 1):
            painting.paint_text(painter, QRect(left, top + 20 * at, right - left, 20), hint, "text2")
        for at, effect in enumerate(effects, len(hints) + 1):
            line = QRect(left, top + 20 * at, right - left, 20)
            if at == len(hints) + 1:
                paint_icon(painter, left, line.center().y() + 1, "arrow-right", "accent", 13)
            painting.paint_text(painter, line.adjusted(18, 0, 0, 0), effect, "accent_text", "small")


def press_card(cards: Sequence[QAbstractButton], number: int) -> bool:
    """A number key: the focus on that card, and a click; False where there is none, or none with a key."""
    if not 1 <= number <= min(len(cards), 9):
        return False
    card = cards[number - 1]
    card.setFocus(Qt.FocusReason.OtherFocusReason)
    card.click()
    return True
