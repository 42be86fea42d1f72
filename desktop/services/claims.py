"""Carrier claims after they were registered: handed in, answered, paid, withdrawn; late ones and the month's sum."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import Final

from desktop.services.claim_terms import ClaimTerms
from desktop.services.register_writing import follow_up, is_closed
from desktop.services.resolutions import ResolutionService
from desktop.services.shop_days import day_that_came, moment_of, month_limits, zone_of
from desktop.services.texts import checked_text
from desktop.services.workbench import Workbench
from desktop.settings import Settings
from models.errors import NotFound, UserError
from models.kinds import RegisterKind
from models.money import Money
from models.records import RegisterEntry
from models.register_kinds import RegisterState
from models.register_records import Month
from models.rules import claim_aging
from models.rules.claim_aging import ClaimAging, ClaimNet, MonthEnd
from models.rules.verdict import Refused, Verdict
from models.store import claims, registers
from models.store.transaction import Transaction

NOTE_LIMIT: Final = 500
MOST_AT_ONCE: Final = 2_000
_REMINDED: Final = "claim_reminded"


class ClaimService:
    """Ids may be those of a claim or of a line that corrects it. Every action is one transaction and one undo entry.

    Errors of all: NotFound `register_entry_not_found`, UserError `not_a_claim`, and the refusals of
    models/rules/claim_aging.py (`claim_handed_in`, `claim_ended`, `claim_not_handed_in`, `claim_withdrawn`,
    `claim_has_money`), each with the case's number; `day_ahead` for a day that has not come, `day_before_claim`.
    """

    def __init__(self, bench: Workbench, settings: Settings, resolutions: ResolutionService) -> None:
        self._bench = bench
        self.terms = ClaimTerms(bench, settings, resolutions)

    # Reading

    def find(self, entry_id: int) -> ClaimNet:
        """A claim as it stands today, corrections of later months in it."""
        return self.load([entry_id])[0]

    def load(self, ids: Sequence[int]) -> tuple[ClaimNet, ...]:
        """Several, each once, in the order asked for."""
        return _load(self._bench, ids)

    def open(self, shop_id: int | None = None) -> tuple[ClaimNet, ...]:
        """Every claim of any month from which something is still waited for, oldest first."""
        return claims.open_claims(self._bench.store.database, shop_id)

    def aging(self, shop_id: int | None = None) -> ClaimAging:
        """What is open by age, and the late ones with their days."""
        return claim_aging.aging(self.open(shop_id), self._bench.clock.now(), zone_of(self._bench, shop_id))

    def late(self, claim: ClaimNet) -> int:
        """Days past the last day for the carrier's answer."""
        return claim_aging.late_days(
            claim.state, claim.due_at, self._bench.clock.now(), zone_of(self._bench, claim.shop_id)
        )

    def month_end(self, month: Month, shop_id: int | None = None) -> MonthEnd:
        """The month's claims summed for handing on: due the first of the next month, to after-sales (R003-21, S42)."""
        where = zone_of(self._bench, shop_id)
        start, end = month_limits(month, where)
        found = claims.claims_entered(self._bench.store.database, start, end, shop_id)
        return claim_aging.month_end(month, found, where)

    # Handing in

    def hand_in(
        self, ids: Sequence[int], on: date | None = None, answer_days: int | None = None
    ) -> tuple[int, ...]:
        """Claims went to the carrier that day (today if not said); returns the ids of the rows that say so.

        The answer is due after `answer_days` days; None takes the days of the carrier's contract or of a pack, and
        where there are none (or for 0) no answer is due by any day. UserError `claim_days_range`, `nothing_chosen`.
        """
        found = self.load(ids)
        if answer_days is not None and not 0 <= answer_days <= claim_aging.LONGEST_ANSWER:
            raise UserError("claim_days_range", most=claim_aging.LONGEST_ANSWER)
        due: dict[int, datetime | None] = {}
        terms: dict[tuple[str, int | None], int | None] = {}
        for claim in found:
            _check(claim_aging.check_hand_in(claim.state), claim)
            carrier = (claim.carrier, claim.shop_id)
            if answer_days is None and carrier not in terms:
                terms[carrier] = self.terms.term(*carrier).days
            days = terms[carrier] if answer_days is None else answer_days
            where = zone_of(self._bench, claim.shop_id)
            day = self._day(on, claim)
            due[claim.id] = claim_aging.answer_due(day, days, where) if days else None
        one = found[0]
        told: dict[str, object] = {"case": one.case_number, "day": self._day(on, one).isoformat()}
        if len(found) > 1:
            told = {"count": len(found)}

        def work(transaction: Transaction) -> tuple[int, ...]:
            written = []
            # As they are inside the transaction: somebody else may have handed one in meanwhile.
            for now in claims.load_claims(transaction.database, [claim.id for claim in found]):
                _check(claim_aging.check_hand_in(now.state), now)
                entry = registers.find_entry(transaction.database, now.id)
                row = follow_up(
                    transaction, entry, state=RegisterState.HANDED_IN, handed_in_at=self._moment(on, now),
                    due_at=due[now.id], no_due=due[now.id] is None,
                )  # fmt: skip
                _record(transaction, "claim_handed_in", now, row, day=self._day(on, now).isoformat())
                written.append(row)
            return tuple(written)

        return self._bench.act("claims_handed_in" if len(found) > 1 else "claim_handed_in", work, values=told)

    def note_reminded(self, ids: Sequence[int]) -> None:
        """Note that the carrier was reminded of these; only the history grows."""
        found = self.load(ids)

        def work(transaction: Transaction) -> None:
            for claim in found:
                _record(transaction, _REMINDED, claim, claim.id, late=str(self.late(claim)))

        self._bench.note(_REMINDED, work)

    def reminders(self, found: Iterable[ClaimNet]) -> dict[int, int]:
        """How often the carrier was reminded, by the id of the claim."""
        cases = {claim.case_id for claim in found}
        return claims.count_events(self._bench.store.database, cases, _REMINDED)

    # Answers and money

    def answer(
        self, entry_id: int, allowed: Money | None = None, refused: bool = False, note: str = "",
        on: date | None = None,
    ) -> int:  # fmt: skip
        """The carrier answered: what it pays (`allowed`), or nothing (`refused`); returns the row that says so.

        UserError `claim_answer_missing` for neither, `claim_allowed_above` for more than was claimed,
        `amount_not_positive`, `claim_currency`, `text_too_long`.
        """
        words = checked_text(note, limit=NOTE_LIMIT).strip()
        claim = self.find(entry_id)
        if refused:
            allowed = Money(0, claim.currency)
        elif allowed is None:
            raise UserError("claim_answer_missing")
        else:
            _positive(allowed, claim)
        if claim.claimed is not None and claim.claimed.minor < allowed.minor:
            raise UserError("claim_allowed_above", claimed=str(claim.claimed), case=claim.case_number)
        given = allowed
        code = "claim_refused" if refused else "claim_allowed"

        def work(transaction: Transaction) -> int:
            now, entry = _current(transaction, claim, claim_aging.check_answer)
            row = follow_up(
                transaction, entry, state=claim_aging.state_after(now.claimed, given, now.received), allowed=given,
                answered_at=self._moment(on, now),
                columns={"answer": words}, reason=words,
            )  # fmt: skip
            _record(transaction, code, now, row, amount=_plain(given), text=words)
            return row

        return self._bench.act(code, work, values={"case": claim.case_number, "amount": _plain(given)})

    def receive(self, entry_id: int, amount: Money, on: date | None = None) -> int:
        """Money came, all or part of it; returns its row. UserError `amount_not_positive`, `claim_currency`."""
        claim = self.find(entry_id)
        _positive(amount, claim)

        def work(transaction: Transaction) -> int:
            now, entry = _current(transaction, claim, claim_aging.check_receive)
            whole = Money((now.received.minor if now.received is not None else 0) + amount.minor, now.currency)
            row = follow_up(
                transaction, entry, received=whole, received_at=self._moment(on, now),
                state=claim_aging.state_after(now.claimed, now.allowed, whole),
            )  # fmt: skip
            _record(transaction, "claim_received", now, row, amount=_plain(amount), whole=_plain(whole))
            return row

        return self._bench.act(
            "claim_received", work, values={"case": claim.case_number, "amount": _plain(amount)}
        )  # fmt: skip

    def take_back(self, entry_id: int, amount: Money, reason: str) -> int:
        """Money noted wrongly, or taken back by the carrier, is not there. UserError `claim_less_received`."""
        words = checked_text(reason, limit=NOTE_LIMIT, required=True).strip()
        claim = self.find(entry_id)
        _positive(amount, claim)
        if (claim.received.minor if claim.received is not None else 0) < amount.minor:
            raise UserError("claim_less_received", case=claim.case_number, received=_plain(claim.received))

        def work(transaction: Transaction) -> int:
            now, entry = _current(transaction, claim, claim_aging.check_answer)
            left = Money((now.received.minor if now.received is not None else 0) - amount.minor, now.currency)
            if left.minor < 0:
                raise UserError("claim_less_received", case=now.case_number, received=_plain(now.received))
            state = claim_aging.state_after(now.claimed, now.allowed, left)
            row = follow_up(
                transaction, entry, received=left, state=state, columns={"taken_back": words}, reason=words
            )  # fmt: skip
            _record(transaction, "claim_taken_back", now, row, amount=_plain(amount), text=words)
            return row

        return self._bench.act(
            "claim_taken_back", work, values={"case": claim.case_number, "amount": _plain(amount), "text": words}
        )  # fmt: skip

    def withdraw(self, entry_id: int, reason: str) -> int:
        """The shop claims nothing any more; returns the row that says so."""
        words = checked_text(reason, limit=NOTE_LIMIT, required=True).strip()
        claim = self.find(entry_id)

        def work(transaction: Transaction) -> int:
            now, entry = _current(transaction, claim, claim_aging.check_withdraw)
            # What was handed on with a closed month is taken off again in the present one.
            gone = Money(0, now.currency) if now.claimed is not None and is_closed(transaction, entry) else None
            row = follow_up(
                transaction, entry, state=RegisterState.WITHDRAWN, amount=gone, columns={"withdrawn": words},
                reason=words,
            )  # fmt: skip
            _record(transaction, "claim_withdrawn", now, row, text=words)
            return row

        return self._bench.act("claim_withdrawn", work, values={"case": claim.case_number, "text": words})

    # What they share

    def _day(self, on: date | None, claim: ClaimNet) -> date:
        day = day_that_came(self._bench, on, zone_of(self._bench, claim.shop_id))
        if on is not None and on.year < claim.entered_at.year - 1:
            raise UserError("day_before_claim", day=on.isoformat(), case=claim.case_number)
        return day

    def _moment(self, on: date | None, claim: ClaimNet) -> datetime:
        return moment_of(self._bench, self._day(on, claim), zone_of(self._bench, claim.shop_id))


def _load(bench: Workbench, ids: Sequence[int]) -> tuple[ClaimNet, ...]:
    if not ids:
        raise UserError("nothing_chosen")
    if len(ids) > MOST_AT_ONCE:
        raise UserError("too_many_chosen", most=MOST_AT_ONCE)
    database = bench.store.database
    roots = claims.roots_of(database, ids)
    missing = next((each for each in ids if each not in roots), None)
    if missing is not None:
        raise NotFound("register_entry_not_found", entry=missing)
    found = {claim.id: claim for claim in claims.load_claims(database, ids)}
    wanted = dict.fromkeys(roots[each] for each in ids)
    if any(root not in found for root in wanted):
        raise UserError("not_a_claim")
    return tuple(found[root] for root in wanted)


def _current(
    transaction: Transaction, claim: ClaimNet, rule: Callable[[RegisterState], Verdict]
) -> tuple[ClaimNet, RegisterEntry]:
    """The claim as it is inside the transaction: somebody else may have answered it meanwhile."""
    found = claims.load_claims(transaction.database, [claim.id])
    if not found:
        raise NotFound("register_entry_not_found", entry=claim.id)
    _check(rule(found[0].state), found[0])
    return found[0], registers.find_entry(transaction.database, claim.id)


def _check(verdict: Verdict, claim: ClaimNet) -> None:
    if isinstance(verdict, Refused):
        raise UserError(verdict.reason, case=claim.case_number)


def _positive(amount: Money, claim: ClaimNet) -> None:
    if amount.currency != claim.currency:
        raise UserError("claim_currency", currency=claim.currency, given=amount.currency)
    if not 0 < amount.minor < 10**14:
        raise UserError("amount_not_positive")


def _plain(amount: Money | None) -> str:
    return "" if amount is None else f"{amount.sign} {amount}"


def _record(transaction: Transaction, code: str, claim: ClaimNet, row: int, **details: str) -> None:
    transaction.record(
        code, entity="register_entry", entity_id=claim.id, case_id=claim.case_id,
        details={"case": claim.case_number, "register": RegisterKind.CARRIER_CLAIM.value, "row": row, **details},
    )  # fmt: skip
