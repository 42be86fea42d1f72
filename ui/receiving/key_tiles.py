"""Large tiles with the key that does the same: they take clicks, never the focus of the scanner's field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from ui import theme as tokens
from ui.plain import one_line, plain_tooltip
from ui.widgets import painting

_HEIGHT, _TALL = 44, 52
_KEY = 26


@dataclass(frozen=True, slots=True)
class Tile:
    """A key, its words, a quieter second line, and the colour of its bar."""

    sign: str
    text: str
    more: str = ""
    state: str = ""


class KeyTile(QAbstractButton):
    """One tile."""

    def __init__(self, tile: Tile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tile = tile
        self._hovered = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_TALL if tile.more else _HEIGHT)
        words = f"{tile.sign} {tile.text} {tile.more}".strip()
        self.setAccessibleName(words)
        plain_tooltip(self, f"{tile.text}\n{tile.more}".strip())

    def sizeHint(self) -> QSize:
        return QSize(self._room() + painting.text_width(one_line(self.tile.text), "heading", 600) + 12, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(_KEY + 60, self.height())

    @staticmethod
    def _room() -> int:
        return 12 + _KEY + 10

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill = "selected" if self.isDown() else "hover" if self._hovered else "surface"
        painting.rounded(painter, self.rect(), fill, "button_line", tokens.RADIUS_BUTTON)
        if self.tile.state:
            bar = QRect(1, self.height() - 5, self.width() - 2, 4)
            painting.rounded(painter, bar, f"{self.tile.state}.solid", None, 2)
        middle = self.height() // 2 - (2 if self.tile.state else 0)
        key = QRect(12, middle - _KEY // 2, _KEY, _KEY)
        painting.rounded(painter, key, "selected", "accent", tokens.RADIUS_CHIP)
        painting.paint_text(painter, key, self.tile.sign, "accent_text", "heading", 600, centre=True)
        room = QRect(self._room(), 0, self.width() - self._room() - 8, 2 * middle)
        text, more = one_line(self.tile.text), one_line(self.tile.more)
        if more:
            upper = QRect(room.left(), 5, room.width(), room.height() // 2 - 3)
            lower = QRect(room.left(), room.height() // 2 + 1, room.width(), room.height() // 2 - 5)
            self._words(painter, upper, text, "text", 600)
            self._words(painter, lower, more, "text2", 400)
        else:
            self._words(painter, room, text, "text", 600)
        painter.end()

    @staticmethod
    def _words(painter: QPainter, room: QRect, text: str, token: str, weight: int) -> None:
        shown = painting.elided(text, room.width(), "heading" if weight > 400 else "small", weight)
        painting.paint_text(painter, room, shown, token, "heading" if weight > 400 else "small", weight)


class KeyTiles(QWidget):
    """Tiles in rows of `across`; `chosen` carries the key of the one clicked."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._tiles: tuple[Tile, ...] = ()
        self.buttons: list[KeyTile] = []

    def show_tiles(self, tiles: Sequence[Tile], across: int) -> None:
        """Show other tiles; the same ones stay."""
        # The same ones come back with nearly every parcel: they wait unseen.
        self.setVisible(bool(tiles))
        if not tiles or tuple(tiles) == self._tiles:
            return
        self._tiles = tuple(tiles)
        for each in self.buttons:
            self._grid.removeWidget(each)
            each.hide()
            each.deleteLater()
        self.buttons = []
        for place, tile in enumerate(tiles):
            button = KeyTile(tile, self)
            button.clicked.connect(lambda _=False, sign=tile.sign: self.chosen.emit(sign))
            self._grid.addWidget(button, place // across, place % across)
            self.buttons.append(button)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
