"""What a call-back is for where it is not one of the rhythm: the question after a case, the thing promised."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.call_kinds import CallBackKind
from ui import format as shown
from ui.callbacks.card_data import CardShown
from ui.i18n import language, translator
from ui.plain import isolate, one_line
from ui.widgets.buttons import Button
from ui.widgets.panel import Banner
from ui.words import word

tr = translator("call_form")


class PurposeBanner(Banner):
    """`case_wanted` opens the case that is asked about."""

    case_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("new", "", "", parent)
        self.says = False
        self._case_id = 0
        self.look = Button(tr("Look"), self, size="small", tip=tr("Open the case"))
        self.look.clicked.connect(lambda: self.case_wanted.emit(self._case_id))
        self.add(self.look)

    def show_card(self, found: CardShown) -> None:
        """Say what this one is for; nothing is said of a call of the rhythm."""
        open_one, case = found.call_back, found.beside.case
        self.says = open_one is not None and open_one.kind is not CallBackKind.RHYTHM
        self._case_id = case.id if case is not None else 0
        self.look.setVisible(case is not None)
        if open_one is None or not self.says:
            return
        subject = isolate(one_line(open_one.subject).strip()) if open_one.subject.strip() else ""
        if open_one.kind is CallBackKind.PROMISE:
            due = shown.day_title(open_one.due_on, language(), short=True)
            more = tr("By %1. Ctrl+↵ says it is done; S moves it to another day.", due)
            self.set_text(tr("Promised: %1", subject), more)
        elif case is not None:
            about = tr("%1: %2, %3", case.number, word(case.problem), word(case.state))
            self.set_text(
                tr("Ask: is the buyer satisfied with how it was settled?"),
                tr(", ").join(part for part in (about, subject) if part),
            )
        else:
            self.set_text(tr("Ask: is the buyer satisfied with how it was settled?"), subject)
