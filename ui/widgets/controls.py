"""Small controls: view chips, segmented choice, switch, search field and tabs; the painted marks come from marks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLineEdit, QSizePolicy, QTabBar, QWidget

from ui import theme as tokens
from ui.fonts import font
from ui.icons import paint_icon
from ui.theme import State, theme
from ui.widgets import painting
from ui.widgets.marks import Avatar, Chip, IconMark, KeyHint, MeterBar, TierMark

__all__ = [
    "Avatar",
    "Chip",
    "IconMark",
    "KeyHint",
    "MeterBar",
    "SearchField",
    "Segmented",
    "Switch",
    "Tabs",
    "TierMark",
    "ViewChip",
    "row_of",
]


class _Painted(QAbstractButton):
    """A button that paints itself and knows whether the pointer is over it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = text
        self._hovered = False
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class ViewChip(_Painted):
    """A saved view: a pill with a count; the count is coloured only for overdue and due soon."""

    def __init__(
        self, text: str, count: int | None = None, parent: QWidget | None = None, *, state: State | None = None
    ):
        super().__init__(text, parent)
        self.setCheckable(True)
        self._count = count
        self._state = state
        self._name()

    def set_count(self, count: int | None) -> None:
        """Change the count; None shows none."""
        if count != self._count:
            self._count = count
            self._name()
            self.updateGeometry()
            self.update()

    def _name(self) -> None:
        self.setAccessibleName(self._label if self._count is None else f"{self._label} {self._count}")

    def sizeHint(self) -> QSize:
        width = painting.text_width(self._label, "body", 600) + 20
        if self._count is not None:
            width += painting.text_width(str(self._count), "body", 600) + 6
        return QSize(width, tokens.VIEW_CHIP)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        on = self.isChecked()
        fill = "selected" if on else "hover" if self._hovered else "surface"
        line = "accent" if on else "control" if self._hovered else "button_line"
        painting.rounded(painter, self.rect(), fill, line, tokens.VIEW_CHIP / 2)
        weight = 600 if on else 400
        extra = 0 if self._count is None else painting.text_width(str(self._count), "body", 600) + 6
        left = (self.width() - painting.text_width(self._label, "body", weight) - extra) // 2
        box = QRect(left, 0, self.width() - left, self.height())
        right = painting.paint_text(painter, box, self._label, "accent_text" if on else "text", "body", weight)
        if self._count is not None:
            ink = self._state if self._state and self._count else "accent_text" if on else "text3"
            rest = QRect(right + 6, 0, self.width() - right - 6, self.height())
            painting.paint_text(
                painter, rest, str(self._count), ink, "body", 600 if self._state and self._count else 400
            )
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 13, 13)
        painter.end()


class Switch(_Painted):
    """A check box drawn as a switch; its words stand beside it, so they are its accessible name."""

    def __init__(self, name: str, parent: QWidget | None = None, *, on: bool = False) -> None:
        super().__init__(name, parent)
        self.setCheckable(True)
        self.setChecked(on)

    def sizeHint(self) -> QSize:
        return QSize(32, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        track = QRect(1, 1, 30, 18)
        fill = "disabled" if not self.isEnabled() else "accent" if self.isChecked() else "control"
        painting.rounded(painter, track, fill, None, 9)
        painting.paint_dot(painter, 22 if self.isChecked() else 10, 9, "surface", 14)
        if self.hasFocus():
            painting.rounded(painter, self.rect(), None, "accent_text", 10)
        painter.end()


class Segmented(QWidget):
    """A choice of a few words side by side, exactly one of them on."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], value: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = list(choices)
        self._value = value or (self._choices[0][0] if self._choices else "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name()

    def value(self) -> str:
        """The word chosen."""
        return self._value

    def set_value(self, value: str) -> None:
        """Choose without saying so."""
        self._value = value
        self._name()
        self.update()

    def set_text(self, value: str, text: str) -> None:
        """Say one of the choices in other words, as with a count."""
        self._choices = [(each, text if each == value else words) for each, words in self._choices]
        self._name()
        self.updateGeometry()
        self.update()

    def _choose(self, place: int) -> None:
        if 0 <= place < len(self._choices) and self._choices[place][0] != self._value:
            self.set_value(self._choices[place][0])
            self.chosen.emit(self._value)

    def _name(self) -> None:
        self.setAccessibleName(" / ".join(text for value, text in self._choices if value == self._value))

    def _widths(self) -> list[int]:
        return [painting.text_width(text, "body", 600) + 24 for _, text in self._choices]

    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths()) + 1, tokens.BUTTON_SMALL)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _at(self, x: float) -> int:
        left = 0
        for place, width in enumerate(self._widths()):
            left += width
            if x < left:
                return place
        return len(self._choices) - 1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choose(self._at(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        places = [value for value, _ in self._choices]
        now = places.index(self._value) if self._value in places else 0
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._choose(now + (1 if event.key() == Qt.Key.Key_Right else -1))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.rounded(painter, self.rect(), "surface", "button_line", tokens.RADIUS_BUTTON)
        left = 0
        for place, ((value, text), width) in enumerate(zip(self._choices, self._widths(), strict=True)):
            box = QRect(left, 0, width + 1, self.height())
            on = value == self._value
            if place and not on:
                painter.fillRect(QRect(left, 1, 1, self.height() - 2), theme().colour("button_line"))
            if on:
                painting.rounded(painter, box, "selected", "accent" if self.hasFocus() else "button_line", 6)
            ink, weight = ("accent_text", 600) if on else ("text", 400)
            ink = ink if self.isEnabled() else "disabled"
            painting.paint_text(painter, box, text, ink, "body", weight, centre=True)
            left += width
        if self.hasFocus():
            painting.rounded(painter, self.rect(), None, "accent", tokens.RADIUS_BUTTON)
        painter.end()


class SearchField(QLineEdit):
    """A field with a magnifier and its key at the end; `searched` comes once the keys pressed so far are handled."""

    searched = Signal(str)

    def __init__(
        self, placeholder: str, parent: QWidget | None = None, *, hint: str = "", icon: str = "search"
    ) -> None:
        super().__init__(parent)
        self._hint, self._icon = hint, icon
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setFont(font("body"))
        self.setClearButtonEnabled(False)
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(lambda: self.searched.emit(self.text()))
        self.textChanged.connect(lambda _: self._timer.start())
        self._margins()

    def _margins(self) -> None:
        end = painting.key_width(self._hint) + 6 if self._hint else 0
        self.setTextMargins(24, 0, end, 0)

    def search_now(self) -> None:
        """Send what stands there without waiting."""
        self._timer.stop()
        self.searched.emit(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.search_now()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.search_now()
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._margins()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        middle = self.height() // 2
        paint_icon(painter, 11, middle, self._icon, "text2", 16)
        if self._hint:
            left = self.width() - painting.key_width(self._hint) - 10
            painting.paint_key(painter, left, middle, self._hint)
        painter.end()


_TAB_GAP, _TAB_GAP_LEAST = 24, 8


class ListSearchField(SearchField):
    """A search field over a list; Down goes into the list."""

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.search_now()
            self.down.emit()
            return
        super().keyPressEvent(event)


class Tabs(QTabBar):
    """Tabs with a quiet count each, an accent line under the one in front, no frame."""

    def __init__(
        self, parent: QWidget | None = None, *, height: int = tokens.TOOL_ROW, counts_yield: bool = False
    ) -> None:
        """With `counts_yield` the counts are left out where the words alone have room."""
        super().__init__(parent)
        self._height = height
        self._counts: dict[int, str] = {}
        self._gap = _TAB_GAP
        self._counts_yield, self._bare = counts_yield, False
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_count(self, place: int, count: int | None) -> None:
        """The count behind a tab's words; None shows none."""
        self._counts[place] = "" if count is None else str(count)
        # QTabBar measures its tabs anew only when a text changes
        self.setTabText(place, self.tabText(place) + " ")
        self.setTabText(place, self.tabText(place).rstrip())
        self._share_room()

    def _words(self, place: int) -> str:
        return self.tabText(place).replace("&&", "&")

    def _text_width(self, place: int, *, bare: bool = False) -> int:
        width = painting.text_width(self._words(place), "body", 600)
        if self._counts.get(place) and not bare:
            width += 5 + painting.text_width(self._counts[place], "body")
        # One more than the words: their width is rounded, and half a pixel too little shortens them.
        return width + 1

    def tabSizeHint(self, index: int) -> QSize:
        return QSize(self._text_width(index, bare=self._bare) + self._gap, self._height)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def _all_words(self, *, bare: bool = False) -> int:
        return sum(self._text_width(place, bare=bare) for place in range(self.count()))

    def sizeHint(self) -> QSize:
        return QSize(self._all_words() + _TAB_GAP * self.count(), self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._all_words(bare=self._counts_yield) + _TAB_GAP_LEAST * self.count(), self._height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._share_room()
        super().resizeEvent(event)

    def _share_room(self) -> None:
        """Tabs move closer together where there is no room for all of them at their usual distance."""
        bare = self._counts_yield and self.width() < self._all_words() + _TAB_GAP_LEAST * self.count()
        spare = (self.width() - self._all_words(bare=bare)) // max(self.count(), 1)
        gap = min(max(spare, _TAB_GAP_LEAST), _TAB_GAP)
        if (gap, bare) != (self._gap, self._bare) and self.count():
            self._gap, self._bare = gap, bare
            # Says the same, and makes the bar lay its tabs out anew.
            self.setIconSize(self.iconSize())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for place in range(self.count()):
            box = self.tabRect(place).adjusted(0, 0, -self._gap, 0)
            on = place == self.currentIndex()
            ink = "accent_text" if on else "text2" if self.isTabEnabled(place) else "disabled"
            right = painting.paint_text(painter, box, self._words(place), ink, "body", 600 if on else 500)
            if self._counts.get(place) and not self._bare:
                rest = QRect(right + 5, box.top(), box.width(), box.height())
                painting.paint_text(painter, rest, self._counts[place], ink if on else "text3")
            if on:
                painter.fillRect(QRect(box.left(), box.bottom() - 1, box.width(), 2), theme().colour("accent"))
                if self.hasFocus():
                    painting.rounded(painter, box.adjusted(-5, 8, 5, -8), None, "accent", 4)
        painter.end()


def row_of(
    *items: QWidget | int, parent: QWidget | None = None, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QWidget:
    """Widgets side by side; a number is a stretch."""
    box = QWidget(parent)
    layout = QHBoxLayout(box)
    layout.setContentsMargins(*margins)
    layout.setSpacing(8)
    for item in items:
        if isinstance(item, int):
            layout.addStretch(item)
        else:
            layout.addWidget(item)
    return box
