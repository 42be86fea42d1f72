"""Spreading what is late over the coming days: how many on which day is shown before anything moves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.context import AppContext
from desktop.services.call_spreading import SpreadLine
from ui import format as shown
from ui.background import Background
from ui.held_writing import run_held
from ui.i18n import language, translator
from ui.plain import PlainLabel
from ui.widgets.buttons import Button
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.panel import column, foot_line

tr = translator("call_spread")
_WIDE, _DAYS_SHOWN = 420, 8


class SpreadDialog(HeldDialog):
    """`taken` gives the lines to write; whoever writes them holds the dialog."""

    taken = Signal(object)

    def __init__(self, lines: Sequence[SpreadLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(_WIDE)
        title = tr("Spread %n late call over the coming days", n=len(lines))
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        box = column(self, margins=(20, 16, 20, 16), spacing=12)
        box.addWidget(PlainLabel(title, self, role="heading", wrap=True))
        told = tr("The dearest come first, then who waits longest. They stay as late as they are until they are done.")
        box.addWidget(PlainLabel(told, self, ink="text2", wrap=True))
        box.addLayout(self._make_days(Counter(line.day for line in lines)))
        self.take = Button(tr("Spread"), self, kind="primary")
        self.take.setDefault(True)
        self.take.clicked.connect(lambda: self.taken.emit(tuple(lines)))
        box.addLayout(foot_line(self, tr("Cancel"), self.take))
        self.take.setFocus(Qt.FocusReason.TabFocusReason)

    def _make_days(self, days: Counter[date]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        listed = sorted(days)
        for place, day in enumerate(listed[:_DAYS_SHOWN]):
            grid.addWidget(PlainLabel(shown.day_title(day, language(), short=True), self), place, 0)
            grid.addWidget(PlainLabel(tr("%n call", n=days[day]), self, ink="text2"), place, 1)
        if len(listed) > _DAYS_SHOWN:
            rest = listed[_DAYS_SHOWN:]
            more = tr("and on until %1", shown.day_title(rest[-1], language(), short=True))
            grid.addWidget(PlainLabel(more, self, ink="text2"), _DAYS_SHOWN, 0)
            count = sum(days[day] for day in rest)
            grid.addWidget(PlainLabel(tr("%n call", n=count), self, ink="text2"), _DAYS_SHOWN, 1)
        return grid


class Spreading(QObject):
    """`said` is a word for the foot of the window, when there is nothing to spread or it is done."""

    said = Signal(str)

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx, self._background, self._window = ctx, background, parent
        self.dialog: SpreadDialog | None = None

    def ask(self) -> None:
        """Reckon in the background, then show."""
        work = self._ctx.jobs.read(self._ctx.call_spreading.propose)
        self._background.run(work, self._show, receiver=self)

    def _show(self, lines: Sequence[SpreadLine]) -> None:
        moving = [line for line in lines if line.day != line.was]
        if not moving:
            self.said.emit(tr("Nothing late has to be spread."))
            return
        self.dialog = SpreadDialog(moving, self._window)
        self.dialog.taken.connect(self._write)
        self.dialog.destroyed.connect(self._gone)
        self.dialog.open()

    def _write(self, lines: Sequence[SpreadLine]) -> None:
        work = self._ctx.jobs.write(lambda: self._ctx.call_spreading.spread(lines))
        run_held(self._background, work, self.dialog, self, self._say)

    def _say(self, count: int) -> None:
        self.said.emit(tr("%n call spread.", n=count))

    def _gone(self) -> None:
        self.dialog = None
