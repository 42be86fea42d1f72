"""The colour of a shop's mark, chosen among eight; arrow keys move, a screen reader says the word."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from desktop.services.shops import SHOP_COLOURS
from ui import theme as tokens
from ui.i18n import translator
from ui.plain import plain_tooltip
from ui.widgets import painting
from ui.widgets.shop_marks import paint_shop_mark, shop_token

tr = translator("settings")
_SIZE, _MARK = 32, 20


def colour_words() -> dict[str, str]:
    """The colours in the window's language."""
    return {
        "jade": tr("jade"), "blue": tr("blue"), "indigo": tr("indigo"), "plum": tr("plum"), "rose": tr("rose"),
        "brick": tr("brick"), "olive": tr("olive"), "slate": tr("slate"),
    }  # fmt: skip


class ColourButton(QAbstractButton):
    """One colour with the shop's letter on it; the chosen one has a ring."""

    def __init__(self, colour: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.colour = colour
        self.letter_of = ""
        self.setCheckable(True)
        self.setAccessibleName(name)
        plain_tooltip(self, name)

    def sizeHint(self) -> QSize:
        return QSize(_SIZE, _SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.isChecked():
            painting.rounded(painter, self.rect().adjusted(2, 2, -2, -2), "selected", "accent", tokens.RADIUS_BUTTON)
        if self.hasFocus():
            painting.rounded(painter, QRect(0, 0, self.width(), self.height()), None, "accent", tokens.RADIUS_PANEL)
        left = (self.width() - _MARK) // 2
        paint_shop_mark(painter, left, self.height() // 2, self.letter_of, shop_token(self.colour), _MARK)
        painter.end()


class ColourField(QWidget):
    """`edited` carries the colour's word."""

    edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self._group = QButtonGroup(self)
        words = colour_words()
        self.buttons: dict[str, ColourButton] = {}
        for colour in SHOP_COLOURS:
            button = ColourButton(colour, words[colour], self)
            button.clicked.connect(lambda _=False, chosen=colour: self.edited.emit(chosen))
            self._group.addButton(button)
            self.buttons[colour] = button
            row.addWidget(button)
        row.addStretch(1)
        self.setFocusProxy(self.buttons[SHOP_COLOURS[0]])

    def value(self) -> str:
        """The colour chosen."""
        return next((colour for colour, button in self.buttons.items() if button.isChecked()), "")

    def show_colour(self, colour: str, shop_id: int, name: str) -> None:
        """Mark a shop's colour, with its letter on all of them."""
        token = shop_token(colour, shop_id)
        for each, button in self.buttons.items():
            button.letter_of = name
            button.setChecked(shop_token(each) == token)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus)
            button.update()
        self.setFocusProxy(self.buttons[token.partition(".")[2]])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        colours = list(self.buttons)
        wanted = colours[(colours.index(self.value() or colours[0]) + step) % len(colours)]
        self.buttons[wanted].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.buttons[wanted].setFocus(Qt.FocusReason.OtherFocusReason)
        self.buttons[wanted].click()
