"""The frame of the wizard's own pages (facts, remedy, amounts, confirm): title, a sentence, and what follows."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.plain import ElidedLabel, PlainLabel, plain_tooltip
from ui.widgets.panel import column, line, rule


class Sheet(QScrollArea):
    """A scrolled page with padding 32. Subclasses fill `box` after `clear`."""

    def __init__(self, title: str, more: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget(self)
        body.setProperty("clear", True)
        outer = column(body, margins=(32, 24, 32, 24))
        self.above = PlainLabel("", body, role="small", ink="text3", wrap=True)
        self.heading = PlainLabel(title, body, role="display", wrap=True)
        self.more = PlainLabel(more, body, ink="text2", wrap=True)
        outer.addWidget(self.above)
        outer.addSpacing(4)
        outer.addWidget(self.heading)
        outer.addSpacing(4)
        outer.addWidget(self.more)
        outer.addSpacing(16)
        self._holder = QWidget(body)
        self._outer = outer
        self.box: QVBoxLayout = column(self._holder, spacing=12)
        outer.addWidget(self._holder)
        outer.addStretch(1)
        self.setWidget(body)
        self._body = body

    def clear(self) -> QWidget:
        """Begin anew; returns the widget that holds what is added to `box`."""
        at = self._outer.indexOf(self._holder)
        self._holder.hide()
        self._holder.deleteLater()
        self._holder = QWidget(self._body)
        self.box = column(self._holder, spacing=12)
        self._outer.insertWidget(at, self._holder)
        return self._holder

    def bring(self, widget: QWidget) -> None:
        """Scroll a row that was just built into sight, once it has its place."""

        def scroll() -> None:
            tall = self._outer.totalHeightForWidth(self._body.width())
            self._body.resize(self._body.width(), max(tall, self._body.height()))
            self._outer.activate()
            self.ensureWidgetVisible(widget, 0, 80)

        QTimer.singleShot(0, widget, scroll)

    def take_focus(self) -> None:
        """To what is first to be done here."""


class Card(QFrame):
    """A white frame with a small heading and rows under hairlines."""

    def __init__(self, title: str, quiet: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self.rows = column(self, margins=(1, 1, 1, 1))
        head = line(margins=(15, 9, 11, 9), spacing=8)
        head.addWidget(PlainLabel(title, self, role="small", weight=600, ink="text2"))
        head.addWidget(PlainLabel(quiet, self, role="small", ink="text3"), 1)
        self.head = head
        self.rows.addLayout(head)
        self.setAccessibleName(title)
        self.count = 0

    def add(self, row: QWidget) -> QWidget:
        """A row under a hairline."""
        self.rows.addWidget(rule(self))
        self.rows.addWidget(row)
        self.count += 1
        return row

    def add_line(self, left: str, right: str, *, strong: bool = False, ink: str = "", tip: str = "") -> QWidget:
        """Words at the left, a value at the right."""
        row = QWidget(self)
        row.setMinimumHeight(32)
        box = line(row, margins=(15, 4, 15, 4), spacing=12)
        box.addWidget(ElidedLabel(left, row, weight=600 if strong else 0), 1)
        box.addWidget(PlainLabel(right, row, weight=600 if strong else 0, ink=ink or ("" if strong else "text2")))
        if tip:
            plain_tooltip(row, tip)
        return self.add(row)

    def add_text(self, text: str, *, ink: str = "text2", selectable: bool = False) -> PlainLabel:
        """A paragraph of plain text."""
        label = PlainLabel(text, self, ink=ink, wrap=True, selectable=selectable)
        label.setContentsMargins(15, 8, 15, 8)
        self.add(label)
        return label
