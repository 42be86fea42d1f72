"""What stands above a case that is not simply open: it sleeps, went into another one, or is archived."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.kinds import CaseState, SnoozeEvent
from models.records import CasePage, Relation
from ui import format as shown
from ui.cases.case_cells import Moment
from ui.i18n import language, translator
from ui.plain import one_line
from ui.widgets.buttons import Button
from ui.widgets.panel import Banner, column
from ui.words import word

tr = translator("cases")


class CaseBanners(QWidget):
    """At most one of each; each with the one thing to do. `command_wanted` names a command of the page."""

    command_wanted = Signal(str)
    case_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._other = 0
        rows = column(self, margins=(16, 8, 16, 0), spacing=6)
        self.snoozed = Banner("waiting", "", "", self)
        self.wake = Button(tr("Wake now"), self.snoozed, size="small")
        self.wake.clicked.connect(lambda: self.command_wanted.emit("wake"))
        self.snoozed.add(self.wake)
        self.merged = Banner("new", "", "", self)
        self.go = Button(tr("Go there"), self.merged, size="small")
        self.go.clicked.connect(lambda: self.case_wanted.emit(self._other))
        self.merged.add(self.go)
        self.archived = Banner("waiting", tr("This case is archived."), "", self)
        self.reopen = Button(tr("Reopen"), self.archived, size="small")
        self.reopen.clicked.connect(lambda: self.command_wanted.emit("reopen"))
        self.archived.add(self.reopen)
        for banner in (self.snoozed, self.merged, self.archived):
            rows.addWidget(banner)
        self.hide()

    def show_case(self, page: CasePage, at: Moment) -> None:
        """Show what applies to a case."""
        case = page.case
        sleeping, merged = case.snoozed_until is not None, case.merged_into is not None
        archived = case.state is CaseState.ARCHIVED and not merged
        if sleeping:
            until = shown.day_and_time(case.snoozed_until, at.now, language(), at.zone)
            text = tr("Snoozed until %1", until)
            if case.snooze_event in set(SnoozeEvent):
                text = tr("Snoozed until %1, or until: %2", until, word(SnoozeEvent(case.snooze_event)))
            self.snoozed.set_text(text, one_line(case.snooze_note))
        if merged:
            self._other = case.merged_into or 0
            number = next((each.number for each in page.related if each.id == case.merged_into), "")
            number = number or next((e.number for e in page.related if e.relation is Relation.MERGED_INTO), "")
            self.merged.set_text(tr("Merged into %1. Work goes on there.", number))
        if archived:
            closed = shown.day_and_time(case.closed_at, at.now, language(), at.zone)
            self.archived.set_text(tr("This case is archived."), tr("Closed %1", closed) if case.closed_at else "")
        self.snoozed.setVisible(sleeping)
        self.merged.setVisible(merged)
        self.archived.setVisible(archived)
        self.setVisible(sleeping or merged or archived)
