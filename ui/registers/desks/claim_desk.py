"""What can be done with carrier claims: hand in, answer, money received, withdraw, remind the carrier."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from desktop.services.claim_letters import ClaimLetter
from desktop.services.claim_terms import AnswerTerm
from models.register_kinds import RegisterState
from models.register_records import RegisterLine, RegisterQuery, RegisterSheet
from models.rules.claim_aging import ClaimAging, ClaimNet, MonthEnd
from ui import format as shown
from ui.background import Background
from ui.held_writing import run_held
from ui.i18n import translator
from ui.messages import tell
from ui.register_dialogs.case_door import today_of
from ui.registers.desk_contract import LineAction, LineDesk
from ui.registers.month_chooser import month_words
from ui.widgets.reason_dialog import ReasonDialog, ReasonWords

tr = translator("claims")
_S = RegisterState
_HAND_IN = frozenset((_S.OPEN, _S.REFUSED))
_WITH_CARRIER = frozenset((_S.HANDED_IN, _S.ALLOWED, _S.REFUSED, _S.RECEIVED))
_REMIND = frozenset((_S.HANDED_IN, _S.ALLOWED))
_WITHDRAW = frozenset((_S.OPEN, _S.HANDED_IN, _S.ALLOWED, _S.REFUSED))


class ClaimDesk(LineDesk):
    """Takes ids of lines; each method opens its dialog, writes what was entered and says so."""

    def actions(self, lines: Sequence[RegisterLine]) -> Sequence[LineAction]:
        """What can be done with these claims."""
        ids = [line.id for line in lines]
        one = len(lines) == 1

        def each(states: frozenset[RegisterState]) -> bool:
            return bool(lines) and all(line.state in states for line in lines)

        several = "" if one else tr("Choose a single claim.")
        hand_in = [line.id for line in lines if line.state in _HAND_IN]
        return (
            LineAction("received", tr("Money received…"), lambda: self.receive(ids[0]), "M", "banknote",
                       one and each(_WITH_CARRIER), several or tr("It was not handed in yet."), front=True),
            LineAction("hand_in", tr("Hand in…"), lambda: self.hand_in(hand_in), "H", "send",
                       bool(hand_in), tr("It was handed in already."), front=True),
            LineAction("answer", tr("What the carrier answered…"), lambda: self.answer(ids[0]), "A", "message-square",
                       one and each(_WITH_CARRIER), several or tr("It was not handed in yet.")),
            LineAction("remind", tr("Remind the carrier…"), lambda: self.remind(ids), "R", "bell",
                       each(_REMIND), tr("Nothing is waited for.")),
            LineAction("withdraw", tr("Withdraw…"), lambda: self.withdraw(ids[0]), "", "x",
                       one and each(_WITHDRAW), several or tr("Money came for it, or it is withdrawn.")),
        )  # fmt: skip

    def general(self, sheet: RegisterSheet) -> Sequence[LineAction]:
        """What needs no line: handing in all that waits for it."""
        waiting = [line.id for line in sheet.lines if line.state is _S.OPEN]
        return (
            LineAction("hand_in_all", tr("Hand in all that are open…"), lambda: self.hand_in(waiting), "", "send",
                       bool(waiting), tr("None waits to be handed in.")),
            LineAction("ages", tr("Month's sum and ages…"), lambda: self.say_ages(sheet.query), "", "clock"),
        )  # fmt: skip

    # Each takes ids of lines

    def hand_in(self, ids: Sequence[int]) -> None:
        """Hand in one or several claims at once."""
        from ui.register_dialogs.claim_dialogs import HandIn, HandInDialog

        def load() -> tuple[tuple[ClaimNet, ...], tuple[AnswerTerm, ...]]:
            found = self.ctx.claims.load(ids)
            return found, tuple(self.ctx.claims.terms.term(each.carrier, each.shop_id) for each in found)

        def ask(found: tuple[tuple[ClaimNet, ...], tuple[AnswerTerm, ...]]) -> None:
            claims, terms = found
            dialog = HandInDialog(claims, terms, self._today(claims[0].shop_id), self.window)

            def write(entry: HandIn) -> None:
                days = None if dialog.own_terms else entry.days

                def work() -> None:
                    self.ctx.claims.hand_in(ids, entry.on, days)
                    if entry.keep and entry.days:
                        self.ctx.claims.terms.set_days(claims[0].carrier, claims[0].shop_id, entry.days)

                run_held(self.background, self.ctx.jobs.write(work), dialog, self.window)

            dialog.given.connect(write)
            dialog.open()

        self._read(load, ask)

    def answer(self, entry_id: int) -> None:
        """Note what the carrier answered."""
        from ui.register_dialogs.claim_dialogs import AnswerDialog, Answered

        def ask(claim: ClaimNet) -> None:
            dialog = AnswerDialog(claim, self._today(claim.shop_id), self.window)

            def write(entry: Answered) -> None:
                run_held(self.background, self.ctx.jobs.write(lambda: self.ctx.claims.answer(
                    entry_id, entry.allowed, entry.refused, entry.note, entry.on
                )), dialog, self.window)  # fmt: skip

            dialog.given.connect(write)
            dialog.open()

        self._read(lambda: self.ctx.claims.find(entry_id), ask)

    def receive(self, entry_id: int) -> None:
        """Note money that came, or that did not come after all."""
        from ui.register_dialogs.claim_dialogs import Came, ReceivedDialog

        def ask(claim: ClaimNet) -> None:
            dialog = ReceivedDialog(claim, self._today(claim.shop_id), self.window)

            def write(entry: Came) -> None:
                def work() -> int:
                    if entry.reason:
                        return self.ctx.claims.take_back(entry_id, entry.amount, entry.reason)
                    return self.ctx.claims.receive(entry_id, entry.amount, entry.on)

                run_held(self.background, self.ctx.jobs.write(work), dialog, self.window)

            dialog.given.connect(write)
            dialog.open()

        self._read(lambda: self.ctx.claims.find(entry_id), ask)

    def withdraw(self, entry_id: int) -> None:
        """Claim nothing any more, with a reason."""
        words = ReasonWords(
            tr("Withdraw the claim"), tr("Reason"), tr("Withdraw"), tr("Cancel"),
            tr("The claim stays in the register, marked as withdrawn, and counts in no sum."),
            tr("Say why, so that nobody wonders later."),
        )  # fmt: skip
        dialog = ReasonDialog(words, self.window)
        dialog.given.connect(lambda reason: run_held(
            self.background, self.ctx.jobs.write(lambda: self.ctx.claims.withdraw(entry_id, reason)), dialog,
            self.window,
        ))  # fmt: skip
        dialog.open()

    def say_ages(self, query: RegisterQuery) -> None:
        """Tell the month's sum as it is handed on (R003-21), and what is open of all months by its age."""
        claims = self.ctx.claims

        def load() -> tuple[MonthEnd | None, ClaimAging]:
            end = claims.month_end(query.month, query.shop_id) if query.month is not None else None
            return end, claims.aging(query.shop_id)

        def show(found: tuple[MonthEnd | None, ClaimAging]) -> None:
            tell(self.window, tr("Carrier claims"), ages_text(*found))

        self._read(load, show)

    def remind(self, ids: Sequence[int]) -> None:
        """Show the text that reminds the carrier, to copy; copying it is noted."""
        from ui.register_dialogs.reminder_dialog import ReminderDialog

        def ask(letter: ClaimLetter) -> None:
            dialog = ReminderDialog(letter, self.window)

            def copied() -> None:
                self.background.run(
                    self.ctx.jobs.write(lambda: self.ctx.claims.note_reminded(ids)),
                    lambda _: self.said.emit(tr("Copied. It is noted that the carrier was reminded.")), receiver=self,
                )  # fmt: skip

            dialog.copied.connect(copied)
            dialog.open()

        self._read(lambda: self.ctx.claim_letters.letter(ids), ask)

    def _read(self, load: Callable[[], object], then: Callable[..., object]) -> None:
        self.background.run(self.ctx.jobs.read(load), then, receiver=self)

    def _today(self, shop_id: int | None) -> date:
        return today_of(self.ctx, shop_id)


def ages_text(end: MonthEnd | None, aging: ClaimAging) -> str:
    """The sum of a month and the open claims by age, line by line."""
    lines: list[str] = []
    if end is not None:
        total = ", ".join(shown.money(each) for each in end.totals) or "0"
        lines.append(tr("%1: %n claim, %2 in all.", month_words(end.month), total, n=end.count))
        if end.without_amount:
            lines.append(tr("%n claim has no amount yet and is in no total.", n=end.without_amount))
        lines.append(tr("To be handed to after-sales on %1.", f"{end.due_at:%Y-%m-%d}"))
        lines.append("")
    lines.append(tr("Open claims of all months:"))
    for each in aging.buckets:
        sums = ", ".join(shown.money(amount) for amount in each.missing) or shown.NOTHING
        span = each.bucket.key
        span = tr("over %1", span[:-1]) if span.endswith("+") else span.replace("-", "–")
        lines.append(tr("%1 days: %2, %3", span, each.count, sums))
    if aging.late:
        lines.append(tr("Answers late: %1, the latest by %n day.", len(aging.late), n=max(aging.late.values())))
    return "\n".join(lines)


def make_desk(ctx: AppContext, background: Background, window: QWidget) -> ClaimDesk:
    """The desk of the register of claims."""
    return ClaimDesk(ctx, background, window)
