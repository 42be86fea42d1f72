"""The rail at the left: one item per page, with a count and an accent line at the one in front."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ui import format as shown_as
from ui import theme as tokens
from ui.i18n import translator
from ui.icons import paint_icon
from ui.plain import plain_tooltip
from ui.theme import theme
from ui.widgets import painting

tr = translator("reminders")


@dataclass(frozen=True, slots=True)
class Badge:
    """The count on an item; alarms are red. `late`: how many more are late, which stand beside it in red."""

    count: int
    alarm: bool = False
    late: int = 0


class RailItem(QToolButton):
    """One page on the rail."""

    def __init__(self, word: str, text: str, icon: str, hint: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.word = word
        self._label, self._icon_name, self._hint = text, icon, hint
        self._badge = Badge(0)
        self._narrow = False
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        plain_tooltip(self, f"{text}  {hint}" if hint else text)
        self.setAccessibleName(text)

    def set_badge(self, badge: Badge) -> None:
        """Show a count."""
        if badge != self._badge:
            self._badge = badge
            counted = f"{self._label} {badge.count}" if badge.count else self._label
            self.setAccessibleName(tr("%1, %2 late", counted, badge.late) if badge.late else counted)
            told = tr("Today %1, late %2", badge.count, badge.late) if badge.late else ""
            tip = f"{self._label}  {self._hint}" if self._hint else self._label
            plain_tooltip(self, f"{tip}\n{told}" if told else tip)
            self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Drop the label, or show it again."""
        self._narrow = narrow
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(tokens.RAIL_NARROW - 8, 44) if self._narrow else QSize(60, 56)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        on = self.isChecked()
        if on:
            painting.rounded(painter, self.rect(), "surface", "line", tokens.RADIUS_PANEL)
        elif self.underMouse():
            painting.rounded(painter, self.rect(), "hover", None, tokens.RADIUS_PANEL)
        ink = "accent" if on else "text2"
        middle = self.height() // 2 if self._narrow else 19
        paint_icon(painter, (self.width() - 20) // 2, middle, self._icon_name, ink, 20)
        if not self._narrow:
            label = QRect(0, 32, self.width(), 18)
            painting.paint_text(
                painter, label, self._label, "accent_text" if on else "text2", "tiny", 600 if on else 400, centre=True
            )
        if self._badge.late:
            self._paint_badge(painter, on, self._badge.late, alarm=True)
            if self._badge.count:
                self._paint_badge(painter, on, self._badge.count, alarm=False, at_left=True)
        elif self._badge.count:
            self._paint_badge(painter, on, self._badge.count, alarm=self._badge.alarm)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 7, 7)
        painter.end()

    def _paint_badge(
        self, painter: QPainter, on: bool, count: int, *, alarm: bool, at_left: bool = False
    ) -> None:  # fmt: skip
        text = shown_as.badge(count)
        width = max(16, painting.text_width(text, "badge", 600) + 8)
        middle = (self.height() if self._narrow else 38) // 2
        left = self.width() // 2 - 26 if at_left else self.width() // 2 + 22 - width
        box = QRect(left, middle - 17, width, 16)
        if alarm:
            painting.rounded(painter, box, "overdue.solid", None, 8)
            painting.paint_text(painter, box, text, "surface", "badge", 700, centre=True)
        else:
            painting.rounded(painter, box, "waiting.soft" if on else "rail", None, 8)
            painting.paint_text(painter, box, text, "waiting", "badge", 600, centre=True)


class Rail(QFrame):
    """The rail: pages from the top, settings at the bottom."""

    chosen = Signal(str)

    def __init__(self, items: Sequence[tuple[str, str, str, str, bool]], parent: QWidget | None = None) -> None:
        """`items` are word, text, icon, shortcut text and whether it stands at the bottom."""
        super().__init__(parent)
        self.setProperty("surface", "rail")
        self.setProperty("edge", "right")
        self.setAccessibleName("Aftercase")
        self._group = QButtonGroup(self)
        self._items: dict[str, RailItem] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(6, 8, 5, 8)
        self._rows.setSpacing(4)
        for at_bottom in (False, True):
            if at_bottom:
                self._rows.addStretch(1)
            for word, text, icon, hint, bottom in items:
                if bottom == at_bottom:
                    self._add(RailItem(word, text, icon, hint, self))
        self.setFixedWidth(tokens.RAIL)

    def _add(self, item: RailItem) -> None:
        self._items[item.word] = item
        self._group.addButton(item)
        self._rows.addWidget(item, 0, Qt.AlignmentFlag.AlignHCenter)
        item.clicked.connect(lambda _=False, word=item.word: self.chosen.emit(word))
        item.toggled.connect(lambda _=False: self.update())

    def item(self, word: str) -> RailItem:
        """The item of a page."""
        return self._items[word]

    def focus_order(self) -> list[QWidget]:
        """Its items from the top."""
        return list(self._items.values())

    def show_current(self, word: str) -> None:
        """Mark the page in front."""
        if word in self._items:
            self._items[word].setChecked(True)
            self.update()

    def set_badge(self, word: str, badge: Badge) -> None:
        """Show a count at a page; unknown words are left alone."""
        if word in self._items:
            self._items[word].set_badge(badge)

    def set_narrow(self, narrow: bool) -> None:
        """Without labels below 1040 px."""
        self.setFixedWidth(tokens.RAIL_NARROW if narrow else tokens.RAIL)
        self._rows.setContentsMargins(*((4, 8, 3, 8) if narrow else (6, 8, 5, 8)))
        for item in self._items.values():
            item.set_narrow(narrow)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        for item in self._items.values():
            if item.isChecked():
                box = item.geometry()
                painting.rounded(painter, QRect(0, box.center().y() - 13, 3, 28), "accent", None, 1.5)
        painter.end()
