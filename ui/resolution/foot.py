"""The foot of the wizard: back, leave with the draft, straight to the end, next."""

from __future__ import annotations

import sys

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.actions import key_text
from ui.i18n import translator
from ui.plain import PlainLabel
from ui.widgets.buttons import Button
from ui.widgets.panel import Strip, line

tr = translator("resolution")
HEIGHT = 56


def previous_key() -> str:
    """Alt+Left with an arrow: Qt writes the key out in words in Chinese, too long for a button."""
    return "⌥←" if sys.platform == "darwin" else "Alt+←"


class Foot(Strip):
    """Says what was pressed; the page does it."""

    back = Signal()
    later = Signal()
    confirm = Signal()
    next = Signal()
    live = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, edge="top", height=HEIGHT)
        row = line(self, margins=(16, 0, 16, 0), spacing=12)
        self.previous = Button(tr("Previous"), self, icon="arrow-left", hint=previous_key())
        self.leave = Button(tr("Later, keep the draft"), self, kind="ghost", tip="Esc")
        self.note = PlainLabel(tr("Everything is written at the end, or nothing"), self, role="small", ink="text3")
        self.pane = Button(tr("Conclusion"), self, kind="ghost", icon="panel-right-open")
        self.jump = Button(tr("Straight to “Confirm”"), self, hint=key_text("Ctrl+End"))
        self.go_on = Button(tr("Next"), self, kind="primary", trailing="", icon="arrow-right", hint="↵")
        row.addWidget(self.previous)
        row.addWidget(self.leave)
        row.addStretch(1)
        for widget in (self.note, self.pane, self.jump, self.go_on):
            row.addWidget(widget)
        self.previous.clicked.connect(self.back)
        self.leave.clicked.connect(self.later)
        self.pane.clicked.connect(self.live)
        self.jump.clicked.connect(self.confirm)
        self.go_on.clicked.connect(self.next)
        self.pane.hide()

    def show_place(self, *, asking: bool, last: bool, first: bool, complete: bool) -> None:
        """What the buttons do at this place."""
        words = tr("Finish and write") if last else tr("Next question") if asking else tr("Next")
        self.go_on.set_label(words)
        self.go_on.set_icon_name("check" if last else "arrow-right")
        self.previous.setEnabled(not first)
        self.jump.setVisible(not last)
        self.jump.setEnabled(complete)
        self.jump.set_tip("" if complete else tr("Answer what is still open first."))

    def set_narrow(self, narrow: bool) -> None:
        """In a narrow window the live pane is a page of its own."""
        self.pane.setVisible(narrow)
        self.note.setVisible(not narrow)
