"""The strip that tells across a room what became of a scan: a colour, a sign, large words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from ui import theme as tokens
from ui.fonts import Role, font
from ui.plain import ElidedLabel, PlainLabel
from ui.receiving.receiving_words import Verdict
from ui.widgets import painting
from ui.widgets.controls import IconMark
from ui.widgets.panel import column, line

_HEIGHT = 84
_EDGE = 6
_SIZES: tuple[Role, ...] = ("figure", "title", "heading")


class VerdictStrip(QFrame):
    """`say` shows a verdict; `hint` a passing word at its right end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = Verdict("waiting", "scan-barcode", "")
        self.setFixedHeight(_HEIGHT)
        row = line(self, margins=(_EDGE + 16, 8, 16, 8), spacing=16)
        self._mark = IconMark("scan-barcode", "waiting", 36, self)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        words = column(spacing=2)
        self.head = ElidedLabel("", self, role="figure", ink="waiting")
        self.more = ElidedLabel("", self, role="heading", weight=500, ink="text2")
        words.addStretch(1)
        words.addWidget(self.head)
        words.addWidget(self.more)
        words.addStretch(1)
        row.addLayout(words, 1)
        self.passing = PlainLabel("", self, weight=500, ink="text2", wrap=True)
        self.passing.setMaximumWidth(260)
        self.passing.hide()
        row.addWidget(self.passing, 0, Qt.AlignmentFlag.AlignVCenter)

    def say(self, verdict: Verdict) -> None:
        """Show what became of a scan; a screen reader says it at once."""
        self.hint("")
        if verdict == self.shown:
            return
        self.shown = verdict
        self._mark.set(verdict.icon, verdict.state)
        self.head.set_full(verdict.head)
        self.head.set_ink("accent" if verdict.state == "new" else verdict.state)
        self.more.set_full(verdict.more)
        self.more.setVisible(bool(verdict.more))
        self.setAccessibleName(f"{verdict.head} {verdict.more}".strip())
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self._fit()
        self.update()

    def hint(self, text: str) -> None:
        """Say in passing why a key did nothing."""
        self.passing.setText(text)
        self.passing.setVisible(bool(text))
        self._fit()
        if text:
            self.setAccessibleDescription(text)

    def _fit(self) -> None:
        """The largest letters in which the head fits whole."""
        taken = 2 * 16 + _EDGE + 36 + 16
        if self.passing.isVisibleTo(self):
            taken += self.passing.maximumWidth() + 16
        for role in _SIZES:
            self.head.setFont(font(role))
            if QFontMetrics(self.head.font()).horizontalAdvance(self.head.full()) <= self.width() - taken:
                break
        self.head.set_full(self.head.full())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.rounded(painter, self.rect(), f"{self.shown.state}.soft", None, tokens.RADIUS_PANEL)
        bar = self.rect()
        bar.setWidth(_EDGE)
        painting.rounded(painter, bar, f"{self.shown.state}.solid", None, 3)
        painter.end()
