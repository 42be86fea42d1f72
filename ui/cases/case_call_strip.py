"""What stands on a case's page of the call after it: the offer, when it is planned, what the buyer said."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.services.case_call_glance import CaseCalls
from models.call_back_records import Satisfaction
from models.call_kinds import Channel
from ui import format as shown
from ui.cases.case_cells import Moment
from ui.i18n import language, translator
from ui.plain import one_line
from ui.widgets.buttons import Button
from ui.widgets.panel import Banner, column
from ui.words import word

tr = translator("cases")


class CaseCallStrip(QWidget):
    """`plan_wanted` plans what is offered, `left` says not this time, `open_wanted` opens the planned call-back."""

    plan_wanted = Signal()
    left = Signal()
    open_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.calls: CaseCalls | None = None
        rows = column(self, margins=(16, 8, 16, 0), spacing=6)
        self.offer, self.planned, self.made = (Banner("waiting", "", "", self) for _ in range(3))
        self.plan = Button("", self.offer, size="small", kind="primary")
        self.no = Button(tr("Not this time"), self.offer, size="small")
        self.go = Button(tr("Open"), self.planned, size="small")
        self.go.setAccessibleName(tr("Open the planned call-back"))
        for banner, button in ((self.offer, self.plan), (self.offer, self.no), (self.planned, self.go)):
            banner.add(button)
        for banner in (self.offer, self.planned, self.made):
            rows.addWidget(banner)
        self.plan.clicked.connect(self.plan_wanted)
        self.no.clicked.connect(self.left)
        self.go.clicked.connect(self._open)
        self.hide()

    def _open(self) -> None:
        if self.calls is not None and self.calls.planned is not None:
            self.open_wanted.emit(self.calls.planned.id)

    def show_calls(self, calls: CaseCalls | None, at: Moment, *, offered: bool = True) -> None:
        """Show what there is; `offered` False leaves the offer out, as when it was declined."""
        self.calls = calls
        offer = calls.offer if calls is not None and offered else None
        planned = calls.planned if calls is not None else None
        made = calls.made if calls is not None else None
        if offer is not None:
            day = shown.day(offer.day, at.now, language(), at.zone)
            note = offer.channel is Channel.NOTE
            self.offer.set_text(tr("Ask the buyer whether all is well?"))
            self.plan.set_label(tr("Plan a note on %1", day) if note else tr("Plan a call on %1", day))
        if planned is not None:
            day = shown.day(planned.due_on, at.now, language(), at.zone)
            self.planned.set_text(tr("Satisfaction call planned for %1", f"{day} {planned.at_time}".strip()),
                                  word(planned.channel))  # fmt: skip
        if made is not None:
            when = shown.day_and_time(made.made_at, at.now, language(), at.zone)
            feeling = Satisfaction(made.satisfaction) if made.satisfaction in set(Satisfaction) else None
            said = _felt(feeling) or word(made.outcome)
            self.made.set_text(tr("Satisfaction call %1: %2", when, said), one_line(made.note))
        self.offer.setVisible(offer is not None)
        self.planned.setVisible(planned is not None)
        self.made.setVisible(made is not None)
        self.setVisible(any(each is not None for each in (offer, planned, made)))


def _felt(feeling: Satisfaction | None) -> str:
    return {
        Satisfaction.SATISFIED: tr("satisfied"),
        Satisfaction.NEUTRAL: tr("so-so"),
        Satisfaction.DISSATISFIED: tr("dissatisfied"),
    }.get(feeling or Satisfaction.NOT_ASKED, "")
