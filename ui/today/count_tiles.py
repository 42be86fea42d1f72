"""The counts at the top of the board: a tile each, its key jumps to the panel."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import theme as tokens
from ui.icons import paint_icon
from ui.theme import State
from ui.widgets import painting

HEIGHT = 56
_NARROW = 150


class CountTile(QAbstractButton):
    """An icon, a figure, what it counts and a fact about it."""

    def __init__(
        self, title: str, icon: str, state: State | None, key: str, none: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title, self._icon, self._state, self._key, self._none = title, icon, state, key, none
        self._count, self._fact, self._hovered = 0, none, False
        self._with_icon = True
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_count(0, "")

    def set_count(self, count: int, fact: str) -> None:
        """Show another figure."""
        self._count, self._fact = count, fact if count else self._none
        self.setAccessibleName(f"{self._title} {count}")
        self.setAccessibleDescription(self._fact)
        self.update()

    def count(self) -> int:
        """The figure."""
        return self._count

    def fact(self) -> str:
        """The second line."""
        return self._fact

    def sizeHint(self) -> QSize:
        return QSize(180, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, HEIGHT)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()

    def room_for_icon(self) -> bool:
        """Whether the icon leaves its room to the words: they are worth more."""
        if self.width() < _NARROW:
            return False
        words = max(painting.text_width(self._title, "small", 500), painting.text_width(self._fact, "small"))
        taken = 12 + 30 + painting.text_width(self._figure(), "display") + 12 + 8 + painting.key_width(self._key) + 8
        return words <= self.width() - taken

    def show_icon(self, shown: bool) -> None:
        """With its icon or without: tiles side by side look the same."""
        if shown != self._with_icon:
            self._with_icon = shown
            self.update()

    def _figure(self) -> str:
        return str(self._count) if self._count < 1000 else "999+"

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        edge = "accent" if self.hasFocus() else "control" if self._hovered else "line"
        painting.rounded(painter, self.rect(), "surface", edge, tokens.RADIUS_PANEL)
        ink = self._state if self._state and self._count else "text2"
        middle = HEIGHT // 2
        narrow = self.width() < _NARROW
        left = 12
        figure = self._figure()
        plate = 0 if narrow else painting.key_width(self._key) + 8
        if self._with_icon:
            left = paint_icon(painter, left, middle, self._icon, ink, 20) + 10
        figure_ink = self._state if self._state and self._count else "text"
        width = painting.text_width(figure, "display")
        painting.paint_text(painter, QRect(left, 0, width + 2, HEIGHT), figure, figure_ink, "display")
        left += width + 12
        room = self.width() - left - 8 - plate
        painting.paint_text(painter, QRect(left, 8, room, 20), self._title, "text2", "small", 500)
        painting.paint_text(painter, QRect(left, 28, room, 18), self._fact, "text3", "small")
        if plate:
            painting.paint_key(painter, self.width() - painting.key_width(self._key) - 10, middle, self._key)
        painter.end()
