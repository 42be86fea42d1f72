"""What can be done with a step besides ticking it: left out, opened again, handed on, noted, and what it offers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from desktop.context import AppContext
from desktop.services.step_signs import FILE_CLAIM, RETURN_ADDRESS, amount_to_pay
from models.kinds import RegisterKind, StepState
from models.records import CasePage, Person, Step
from models.rules.step_order import missing_before
from ui import format as shown
from ui.background import Background
from ui.cases.case_doings import CaseDoings
from ui.cases.case_steps import step_names
from ui.i18n import language, translator
from ui.icons import icon
from ui.messages import show_error
from ui.page import Target
from ui.plain import mnemonic_safe, one_line
from ui.widgets.reason_dialog import ReasonDialog, ReasonWords

tr = translator("cases")
_COMES_BACK = ("buyer_sends_back", "register_return", "inspect_return", "open_parcel")


class StepMenu(QObject):
    """Makes the menu of a step and carries out what is chosen; `said` and `navigate` are for the page to pass on."""

    said = Signal(str)
    navigate = Signal(object)
    command_wanted = Signal(str)

    def __init__(self, ctx: AppContext, background: Background, doings: CaseDoings, window: QWidget) -> None:
        super().__init__(window)
        self._ctx = ctx
        self._background = background
        self._doings = doings
        self._window = window

    def menu(self, page: CasePage, step: Step, people: Sequence[Person]) -> QMenu:
        """The menu of one step of a case."""
        menu = QMenu(self._window)
        is_open = step.state is StepState.OPEN

        def add(text: str, name: str, act: Callable[[], object]) -> None:
            menu.addAction(icon(name), text).triggered.connect(lambda _=False: act())

        if is_open and missing_before(step, page.steps):
            add(tr("Do it anyway…"), "check", lambda: self.ask_anyway(page, step))
        elif is_open:
            add(tr("Done"), "check", lambda: self._doings.complete_step(step.id, True))
        if is_open:
            add(tr("Leave out…"), "ban", lambda: self.ask_skip(step))
        else:
            add(tr("Open again"), "rotate-ccw", lambda: self._doings.complete_step(step.id, False))
        self._offers(menu, page, step)
        menu.addSeparator()
        menu.addMenu(self._people(menu, step, people))
        add(tr("Note…"), "sticky-note", lambda: self.ask_note(step))
        return menu

    def _offers(self, menu: QMenu, page: CasePage, step: Step) -> None:
        """What a step of that kind has ready."""
        amount = amount_to_pay(step, page)
        if amount is not None:
            text = tr("Copy the amount %1", shown.money(amount))
            plain = str(amount.amount)
            menu.addAction(icon("copy"), text).triggered.connect(lambda: self._copy(plain, tr("Amount copied")))
        if step.rule == RETURN_ADDRESS:
            entry = menu.addAction(icon("copy"), tr("Copy address and courier advice"))
            entry.triggered.connect(lambda: self.copy_return_text(page.case.id))
            slip = menu.addAction(icon("package-open"), tr("Print return slip…"))
            slip.triggered.connect(lambda: self.command_wanted.emit("return_slip"))
        if step.rule in _COMES_BACK and step.state is StepState.OPEN:
            entry = menu.addAction(icon("scan-barcode"), tr("Receive the parcel…"))
            entry.triggered.connect(lambda: self.receive(page.case.number))
        if step.rule in (FILE_CLAIM, "settle_claim"):
            entry = menu.addAction(icon("truck"), tr("Open the carrier claims"))
            entry.triggered.connect(lambda: self.navigate.emit(Target("registers", "", "carrier_claim")))
            sheet = menu.addAction(icon("printer"), tr("Carrier claim sheet…"))
            sheet.setEnabled(any(each.register is RegisterKind.CARRIER_CLAIM for each in page.registers))
            sheet.triggered.connect(lambda: self.command_wanted.emit("claim_sheet"))

    def _people(self, menu: QMenu, step: Step, people: Sequence[Person]) -> QMenu:
        steps, found = self._ctx.steps, QMenu(tr("Hand to"), menu)
        found.setIcon(icon("user"))
        for person in people:
            entry = found.addAction(mnemonic_safe(one_line(person.name)))
            entry.setCheckable(True)
            entry.setChecked(person.id == step.person_id)
            entry.triggered.connect(
                lambda _=False, number=person.id: self._doings.write(lambda: steps.assign(step.id, number))
            )
        found.addSeparator()
        nobody = found.addAction(tr("Nobody in particular"))
        nobody.setEnabled(step.person_id is not None)
        nobody.triggered.connect(lambda: self._doings.write(lambda: steps.assign(step.id, None)))
        return found

    def _copy(self, text: str, said: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.said.emit(said)

    def receive(self, number: str) -> None:
        """Put what comes back to a case on the receiving desk."""
        from ui.receiving.receiving_door import open_receiving

        open_receiving(self._ctx, self._background, self._window, self.navigate.emit, number)

    def copy_return_text(self, case_id: int) -> None:
        """The shop's return address and how to send, for the chat with the buyer."""
        steps, lang = self._ctx.steps, language()
        self._background.run(
            self._ctx.jobs.read(lambda: steps.return_text(case_id, lang)),
            lambda text: self._copy(text, tr("Address and advice copied")),
            lambda error: show_error(error, self._window),
            receiver=self,
        )

    def ask_anyway(self, page: CasePage, step: Step) -> ReasonDialog:
        """Say what comes first, and do it all the same if there is a reason."""
        words = ReasonWords(
            title=tr("Not yet: %1", one_line(step.title(language()))),
            text=tr("Still to be done before it: %1.", step_names(missing_before(step, page.steps))),
            field=tr("Do it all the same because"), take=tr("Do it anyway"), cancel=tr("Cancel"),
            wrong=tr("Say why; it is kept in the history."),
        )  # fmt: skip
        steps = self._ctx.steps
        return self._ask(words, lambda reason: steps.complete(step.id, anyway=reason))

    def ask_skip(self, step: Step) -> ReasonDialog:
        """Ask why a step is left out."""
        words = ReasonWords(
            title=tr("Leave out: %1", one_line(step.title(language()))), field=tr("Reason"), take=tr("Leave out"),
            cancel=tr("Cancel"), wrong=tr("Say why; it is kept in the history."),
        )  # fmt: skip
        steps = self._ctx.steps
        return self._ask(words, lambda reason: steps.skip(step.id, reason))

    def ask_note(self, step: Step) -> ReasonDialog:
        """Write what there is to know about a step."""
        words = ReasonWords(
            title=tr("Note on: %1", one_line(step.title(language()))), field=tr("Note"), take=tr("Keep"),
            cancel=tr("Cancel"),
        )  # fmt: skip
        steps = self._ctx.steps
        return self._ask(words, lambda text: steps.write_note(step.id, text), now=step.note)

    def _ask(self, words: ReasonWords, act: Callable[[str], object], *, now: str = "") -> ReasonDialog:
        dialog = ReasonDialog(words, self._window, now=one_line(now))
        dialog.given.connect(lambda text: self._doings.write(lambda: act(text), asked=dialog))
        dialog.open()
        return dialog
