"""Calls of the past: three of them in the card, all of them in a dialog, where one can be corrected."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QScrollArea, QWidget

from desktop.services.call_plans import Desk
from models.call_kinds import Channel
from models.records import CallRecord
from ui import format as shown
from ui.callbacks.call_words import satisfaction_text
from ui.i18n import language, translator
from ui.plain import ElidedLabel, PlainLabel, isolate, one_line, plain_tooltip
from ui.widgets.buttons import Button, icon_button
from ui.widgets.panel import clear_layout, column, line, rule
from ui.words import word

old = translator("callbacks")
tr = translator("call_form")
_LOW, _HIGH, _FRAME = 260, 560, 136


def call_text(call: CallRecord, *, with_note: bool = True) -> str:
    """`Reached 6 min · satisfied · buys again · likes the new lid`: a call of the past in one line."""
    how = word(call.outcome) if call.channel is Channel.PHONE else f"{word(call.channel)} {word(call.outcome)}"
    if call.minutes is not None:
        how = tr("%1 %n min", how, n=call.minutes)
    parts = [how, satisfaction_text(call.satisfaction), *(one_line(tag) for tag in call.tags)]
    if with_note:
        parts.append(one_line(call.note))
    return " · ".join(part for part in parts if part)


class PastCalls(QWidget):
    """A few calls, a line each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = column(self, spacing=3)

    def show_calls(self, calls: Sequence[CallRecord], desk: Desk) -> None:
        """Show these, the newest first."""
        clear_layout(self._rows)
        for call in calls:
            row = QWidget(self)
            across = line(row, spacing=10)
            when = shown.day(desk.day_of(call.made_at), desk.now, language(), desk.zone)
            stamp = PlainLabel(when, row, role="small", ink="text3")
            plain_tooltip(stamp, shown.full_moment(call.made_at, desk.zone))
            across.addWidget(stamp)
            across.addWidget(ElidedLabel(call_text(call), row, role="small", ink="text2"), 1)
            across.addWidget(PlainLabel(one_line(call.person), row, role="small", ink="text3"))
            self._rows.addWidget(row)
        if not calls:
            self._rows.addWidget(PlainLabel(old("None yet."), self, role="small", ink="text3"))


class PastCallsDialog(QDialog):
    """Every call of a buyer with its note in full. `correct_wanted` gives the call to mend, `case_wanted` a case."""

    correct_wanted = Signal(object)
    case_wanted = Signal(int)

    def __init__(self, nick: str, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        title = tr("Calls to %1", isolate(one_line(nick)))
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(560, _LOW)
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(title, self, role="heading", wrap=True))
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body = QWidget(self.area)
        self._body.setProperty("clear", True)
        self._list = column(self._body, spacing=8)
        self.area.setWidget(self._body)
        rows.addWidget(self.area, 1)
        self.close_button = Button(tr("Close"), self, kind="primary")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        foot = line(spacing=8)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        rows.addLayout(foot)

    def show_calls(self, calls: Sequence[CallRecord]) -> None:
        """Show these, the newest first."""
        clear_layout(self._list)
        for call in calls:
            self._list.addWidget(self._call(call))
            self._list.addWidget(rule(self._body))
        if not calls:
            self._list.addWidget(PlainLabel(old("None yet."), self._body, ink="text3"))
        self._list.addStretch(1)
        # once they are laid out
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """As high as its calls, within bounds; one who made it larger keeps that."""
        high = self._list.totalHeightForWidth(self.area.viewport().width())
        self.resize(self.width(), max(self.height(), min(_HIGH, _FRAME + high)))

    def _call(self, call: CallRecord) -> QWidget:
        box = QWidget(self._body)
        rows = column(box, margins=(0, 4, 8, 4), spacing=2)
        head = line(spacing=8)
        desk = self._desk
        when = shown.day_and_time(call.made_at, desk.now, language(), desk.zone)
        stamp = PlainLabel(when, box, role="small", ink="text3")
        plain_tooltip(stamp, shown.full_moment(call.made_at, desk.zone))
        head.addWidget(stamp)
        head.addWidget(ElidedLabel(call_text(call, with_note=False), box, weight=500), 1)
        head.addWidget(PlainLabel(one_line(call.person), box, role="small", ink="text3"))
        for case_id, tip in (
            (call.case_id, tr("The case it was about")),
            (call.opened_case_id, tr("The case it opened")),
        ):
            if case_id is not None:
                look = icon_button("inbox", tip, box, size="row")
                look.clicked.connect(lambda _=False, wanted=case_id: self.case_wanted.emit(wanted))
                head.addWidget(look)
        mend = icon_button("pencil", tr("Correct"), box, size="row")
        mend.setAccessibleDescription(f"{when} {call_text(call, with_note=False)}")
        mend.clicked.connect(lambda _=False, chosen=call: self.correct_wanted.emit(chosen))
        head.addWidget(mend)
        rows.addLayout(head)
        if call.note.strip():
            rows.addWidget(PlainLabel(call.note.strip(), box, ink="text2", wrap=True, selectable=True))
        return box
