"""The painted marks as small widgets: chip, tier, key, icon, avatar, meter."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme as tokens
from ui.icons import paint_icon
from ui.plain import plain_tooltip
from ui.theme import State
from ui.widgets import painting


class Chip(QWidget):
    """A state word on its soft colour, outside of tables."""

    def __init__(
        self,
        text: str = "",
        state: State | None = None,
        parent: QWidget | None = None,
        *,
        icon: str = "",
        on: bool = False,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._on = on
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set(text, state)

    def set(self, text: str, state: State | None) -> None:
        """Show another word."""
        self._text, self._state = text, state
        self.setAccessibleName(text)
        if self.parentWidget() is not None:
            self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The word."""
        return self._text

    def sizeHint(self) -> QSize:
        return QSize(painting.chip_width(self._text, self._icon) if self._text else 0, tokens.CHIP)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._text:
            return
        painter = QPainter(self)
        painting.paint_chip(painter, 0, self.height() // 2, self._text, self._state, icon=self._icon, on=self._on)
        painter.end()


class TierMark(QWidget):
    """A buyer's tier, outside of tables; nothing for none."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def set(self, text: str) -> None:
        """Show another tier."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(painting.tier_width(self._text), tokens.TIER)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.paint_tier(painter, 0, self.height() // 2, self._text)
        painter.end()


class KeyHint(QWidget):
    """A key in a small outline."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        return QSize(painting.key_width(self._text), 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.paint_key(painter, 0, self.height() // 2, self._text)
        painter.end()


class IconMark(QWidget):
    """An icon in a theme colour; with a name for screen readers when it says something alone."""

    def __init__(
        self, name: str, token: str = "text2", size: int = 16, parent: QWidget | None = None, says: str = ""
    ) -> None:
        super().__init__(parent)
        self._name, self._token, self._size = name, token, size
        self.setFixedSize(size, size)
        if says:
            self.setAccessibleName(says)
            plain_tooltip(self, says)

    def set(self, name: str, token: str) -> None:
        """Show another icon or colour."""
        self._name, self._token = name, token
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_icon(painter, 0, self.height() // 2, self._name, self._token, self._size)
        painter.end()


class Avatar(QWidget):
    """The first character of a person's name on a disc."""

    def __init__(self, name: str = "", size: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._size = name, size
        self.setFixedSize(size, size)

    def set(self, name: str) -> None:
        """Show another person."""
        self._name = name
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.paint_avatar(painter, 0, self.height() // 2, self._name, self._size)
        painter.end()


class MeterBar(QWidget):
    """A bar filled to a share; jade, or a state colour past a limit."""

    def __init__(self, share: float = 0.0, token: str = "accent", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(40)
        self.setFixedHeight(tokens.BAR + 2)
        self.set(share, token)

    def set(self, share: float, token: str = "accent", says: str = "") -> None:
        """Fill to a share between 0 and 1."""
        self._share, self._token = share, token
        self.setAccessibleName(says or f"{round(share * 100)} %")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.paint_bar(painter, self.rect(), self._share, self._token)
        painter.end()
