"""The tiles over a register: a carrier or kind each with its sums, what came in of what was asked; a click filters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from models.kinds import RegisterKind
from models.money import Money
from models.register_records import RegisterGroup
from ui import format as shown
from ui import theme as tokens
from ui.i18n import translator
from ui.plain import mnemonic_safe, one_line, plain_tooltip
from ui.registers.register_words import MAIN_MONEY
from ui.widgets import painting
from ui.widgets.buttons import Button
from ui.widgets.panel import Strip, line

tr = translator("registers")
_HEIGHT, _LOW, _LEAST, _MOST = 84, 60, 148, 230


@dataclass(frozen=True, slots=True)
class TileWords:
    """What a tile says: name, lines, the sum, a share of it that came in (None without a bar), and a quiet line."""

    key: str | None
    name: str
    count: int
    amount: str
    share: float | None = None
    quiet: str = ""
    alarm: bool = False


def together(groups: Sequence[RegisterGroup]) -> dict[str, tuple[Money, ...]]:
    """The sums of all groups by column, one per currency."""
    found: dict[str, dict[str, int]] = {}
    for group in groups:
        for key, amounts in group.sums.items():
            of = found.setdefault(key, {})
            for amount in amounts:
                of[amount.currency] = of.get(amount.currency, 0) + amount.minor
    return {key: tuple(Money(of[each], each) for each in sorted(of)) for key, of in found.items()}


def tile_words(
    register: RegisterKind, key: str | None, name: str, count: int, sums: Mapping[str, tuple[Money, ...]]
) -> TileWords:
    """A tile of one group, or of all with the key None."""
    column = MAIN_MONEY.get(register)
    amounts = sums.get(column, ()) if column else ()
    if column is None:
        return TileWords(key, name, count, shown.count(count))
    amount = " + ".join(map(shown.money, amounts)) or shown.money(Money(0))
    if register is RegisterKind.PENALTY and not any(each.minor for each in amounts):
        # Points alone: no money was taken.
        return TileWords(key, name, count, shown.count(count))
    if register is not RegisterKind.CARRIER_CLAIM:
        return TileWords(key, name, count, amount)
    received = sums.get("received", ())
    share = None
    if len(amounts) == 1:
        came = sum(each.minor for each in received if each.currency == amounts[0].currency)
        share = min(max(came / amounts[0].minor, 0.0), 1.0) if amounts[0].minor > 0 else 0.0
    came_in = any(each.minor for each in received)
    quiet = tr("Received %1", " + ".join(map(shown.money_cell, received))) if came_in else tr("Nothing received yet")
    return TileWords(key, name, count, amount, share, quiet)


class Tile(QAbstractButton):
    """One tile; chosen it has an accent frame."""

    def __init__(self, words: TileWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self._hovered = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(_MOST)
        self.setFixedHeight(_HEIGHT)
        self.say(words)

    def say(self, words: TileWords) -> None:
        """Show other figures."""
        self.words = words
        said = tr("%1: %n line(s), %2", words.name, words.amount, n=words.count)
        self.setAccessibleName(f"{said} {words.quiet}".strip())
        plain_tooltip(self, f"{words.name}\n{words.amount}\n{words.quiet}".strip())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_LEAST, _HEIGHT)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        on, words = self.isChecked(), self.words
        fill = "surface" if not self._hovered or on else "hover"
        painting.rounded(painter, self.rect(), fill, "accent" if on else "line", tokens.RADIUS_PANEL)
        if on or self.hasFocus():
            painting.rounded(painter, self.rect().adjusted(1, 1, -1, -1), None, "accent", tokens.RADIUS_PANEL - 1)
        inner = self.rect().adjusted(12, 8, -12, -8)
        count = tr("%n line(s)", n=words.count)
        wide = painting.text_width(count, "small")
        top = QRect(inner.left(), inner.top(), inner.width(), 18)
        painting.paint_text(painter, top, count, "text3", "small", right=True)
        painting.paint_text(painter, top.adjusted(0, 0, -wide - 8, 0), one_line(words.name), "text2", "small")
        middle = QRect(inner.left(), inner.top() + 18, inner.width(), 24)
        wide = painting.text_width(words.amount, "title", 600)
        painting.paint_text(painter, middle, words.amount, "text", "title" if wide <= middle.width() else "small", 600)
        if words.share is not None:
            bar = QRect(inner.left(), inner.top() + 44, inner.width(), 4)
            painting.paint_bar(painter, bar, words.share, "accent")
        low = QRect(inner.left(), inner.bottom() - 17, inner.width(), 18)
        painting.paint_text(painter, low, words.quiet, "overdue" if words.alarm else "text3", "small")
        painter.end()


class Tiles(Strip):
    """All groups of a register; `chosen` carries the key of one, or None for all. What does not fit is in a menu."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, surface="window", edge="bottom")
        self._row = line(self, margins=(16, 12, 16, 12), spacing=12)
        self._tiles: list[Tile] = []
        self._on: str | None = None
        self._more = Button("", self, kind="ghost", trailing="chevron-down")
        self._menu = QMenu(self._more)
        self._more.setMenu(self._menu)
        self._row.addStretch(0)
        self._row.addWidget(self._more)
        self._more.hide()

    def show_groups(
        self, register: RegisterKind, all_name: str, groups: Sequence[RegisterGroup], on: str | None
    ) -> None:
        """Show these groups, `on` the chosen one."""
        whole = tile_words(register, None, all_name, sum(each.count for each in groups), together(groups))
        words = [whole]
        words += [tile_words(register, each.key, _name(each), each.count, each.sums) for each in groups]
        while len(self._tiles) > len(words):
            gone = self._tiles.pop()
            self._row.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, each in enumerate(words):
            if place < len(self._tiles):
                self._tiles[place].say(each)
            else:
                tile = Tile(each, self)
                tile.clicked.connect(lambda _=False, tile=tile: self._choose(tile.words.key))
                self._row.insertWidget(place, tile, 1)
                self._tiles.append(tile)
        low = all(not each.quiet and each.share is None for each in words)
        for tile in self._tiles:
            tile.setFixedHeight(_LOW if low else _HEIGHT)
        self._on = on
        self._mark()
        self._fit()

    def tiles(self) -> list[Tile]:
        """The tiles, the one of all first."""
        return self._tiles

    def step_to(self, place: int) -> None:
        """Choose a tile by its place."""
        if place < len(self._tiles):
            self._choose(self._tiles[place].words.key)

    def _choose(self, key: str | None) -> None:
        # A second click on the one that is on shows all again.
        self._on = None if key == self._on else key
        self._mark()
        self.chosen.emit(self._on)

    def _mark(self) -> None:
        for tile in self._tiles:
            tile.setChecked(tile.words.key == self._on)
            tile.update()

    def _fit(self) -> None:
        """As many tiles as there is room for; the chosen one always, the rest in the menu."""
        room = self.width() - 32
        fits = max(1, (room + 12) // (_LEAST + 12))
        if fits < len(self._tiles):
            fits = max(1, (room - 96 + 12) // (_LEAST + 12))
        seen = set(range(min(fits, len(self._tiles))))
        on = next((place for place, tile in enumerate(self._tiles) if tile.words.key == self._on), 0)
        if on not in seen:
            seen = {*sorted(seen)[:-1], on}
        for place, tile in enumerate(self._tiles):
            tile.setVisible(place in seen)
        rest = [tile for place, tile in enumerate(self._tiles) if place not in seen]
        self._menu.clear()
        for tile in rest:
            words = tile.words
            entry = self._menu.addAction(mnemonic_safe(f"{one_line(words.name)[:40]} · {words.count} · {words.amount}"))
            entry.triggered.connect(lambda _=False, key=words.key: self._from_menu(key))
        self._more.set_label(tr("%n more", n=len(rest)))
        self._more.setVisible(bool(rest))

    def _from_menu(self, key: str | None) -> None:
        self._choose(key)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _name(group: RegisterGroup) -> str:
    return one_line(group.name) or tr("Not said")
