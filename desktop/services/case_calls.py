"""The call after a case: offered when it closes, planned, dropped, and what buyers said of how they were served."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Final

from desktop.services.call_backs import CallBackService
from desktop.services.call_entries import NOTE_LIMIT, checked_day, checked_time
from desktop.services.call_writing import close_call_back, find_whom
from desktop.services.texts import checked_text
from models.call_back_records import Satisfaction
from models.call_kinds import CallBackKind, Channel
from models.case_call_records import CaseCallOffer, CaseFeeling, SatisfactionTotals
from models.errors import UserError
from models.kinds import CallBackState, Consent, Problem, Tier
from models.records import Buyer, Case
from models.rules.call_back_rhythm import DueCode, DueNote, read_note
from models.rules.call_hours import read_hours, time_within
from models.rules.case_life import CLOSED
from models.rules.contact_consent import channel_for, may_contact
from models.rules.verdict import Allowed, Refused
from models.store import call_backs, calls_made, cases, contacts
from models.store.connection import CaseDatabase
from models.store.transaction import Transaction

_ONE_DAY: Final = timedelta(days=1)
# The habit of the shop, which a person may set aside for one case.
_BY_HAND_TOO: Final = frozenset({"case_calls_off", "not_vip", "dropped"})


class CaseCallService:
    """Satisfaction calls. A case has at most one open; the buyer's word and the shop's days hold as for any call."""

    def __init__(self, calls: CallBackService) -> None:
        self._calls = calls
        self._bench = calls.bench

    def offer(self, case_id: int) -> CaseCallOffer | Refused:
        """What call may be offered after a case; NotFound `case_not_found`.

        Refused: `case_open`, `case_merged`, `no_buyer`, `opted_out`, `case_calls_off` and `not_vip` (the shop's habit),
        `already_planned`, `already_called`, `dropped`, `no_consent` where not even a note may go.
        """
        return self._judge(self._bench.store.database, case_id, by_hand=False)

    def offer_by_hand(self, case_id: int) -> CaseCallOffer | Refused:
        """As `offer`, for who asks for it: the habit of the shop does not stand in the way, only what always does."""
        return self._judge(self._bench.store.database, case_id, by_hand=True)

    def _judge(self, database: CaseDatabase, case_id: int, *, by_hand: bool) -> CaseCallOffer | Refused:
        case = cases.find_case(database, case_id)
        why = self._resting(case)
        if why:
            return Refused(why)
        buyer = find_whom(database, case.buyer_id or 0)
        why = self._against(database, case, buyer)
        if why and not (by_hand and why in _BY_HAND_TOO):
            return Refused(why)
        channel = self._channel(database, buyer)
        if channel is None:
            return Refused("no_consent")
        day, nominal, _ = self._day(case, buyer)
        hours = read_hours(buyer.call_hours) if channel is not Channel.NOTE else None
        at_time = time_within("", hours, self._calls.rules.read().hours)
        return CaseCallOffer(case.id, case.number, buyer.id, buyer.nick, buyer.tier, day, nominal, channel, at_time)

    def _resting(self, case: Case) -> str:
        if case.merged_into is not None:
            return "case_merged"
        if case.state not in CLOSED:
            return "case_open"
        return "no_buyer" if case.buyer_id is None else ""

    def _against(self, database: CaseDatabase, case: Case, buyer: Buyer) -> str:
        """What speaks against a call: first what always does, then the habit of the shop."""
        closed = case.closed_at or case.updated_at
        earlier = calls_made.list_of_case(database, case.id)
        since = [each for each in earlier if each.done_at is not None and each.done_at >= closed]
        rules = self._calls.rules.read()
        if buyer.consent is Consent.REFUSED:
            return "opted_out"
        if any(each.state is CallBackState.DUE for each in earlier):
            return "already_planned"
        if any(each.state is CallBackState.DONE for each in since) or calls_made.spoke_about(database, case.id, closed):
            return "already_called"
        if rules.after_case_days is None:
            return "case_calls_off"
        if buyer.tier is Tier.NONE and not rules.after_case_all:
            return "not_vip"
        skipped = any(DueCode.SKIPPED in read_note(each.reason).codes for each in since)
        return "dropped" if skipped else ""

    def _channel(self, database: CaseDatabase, buyer: Buyer) -> Channel | None:
        said = contacts.said_channels(database, buyer.id)
        found = channel_for(buyer, said)
        if found is None and self._calls.rules.read().notes:
            noted = isinstance(may_contact(buyer.consent, said, Channel.NOTE), Allowed)
            return Channel.NOTE if noted else None
        return found

    def _day(self, case: Case, buyer: Buyer, person_id: int | None = None) -> tuple[date, date, tuple[DueCode, ...]]:
        """The day to offer, the one the habit points to, and what moved it: whoever will call is not away on it."""
        desk = self._calls.desk(buyer.shop_id)
        closed = desk.day_of(case.closed_at or case.updated_at)
        nominal = closed + timedelta(days=self._calls.rules.read().after_case_days or 0)
        day, moved = self._calls.free_day(desk, buyer, max(nominal, desk.today), self._caller(case, buyer, person_id))
        return day, nominal, moved

    def _caller(self, case: Case, buyer: Buyer, person_id: int | None) -> int:
        return person_id or buyer.call_person_id or case.handler_id or self._bench.person.id

    def plan(
        self, case_id: int, day: date | None = None, channel: Channel | None = None, at_time: str | None = None,
        *, person_id: int | None = None,
    ) -> int:  # fmt: skip
        """Plan the call after a case, on the offered day, time and channel unless others are named; its id.

        The habit of the shop may be set aside, the buyer's word not. UserError `case_call_refused` with `why` as
        `offer`, `call_channel_not_agreed`, `call_back_date_past`, `call_day_too_far`, `call_time_invalid`.
        """
        checked_time(at_time)
        number = cases.find_case(self._bench.store.database, case_id).number
        names: dict[str, object] = {"case": number}

        def work(transaction: Transaction) -> int:
            found = self._judge(transaction.database, case_id, by_hand=True)
            if isinstance(found, Refused):
                raise UserError("case_call_refused", why=found.reason, case=number)
            made = self._plan(transaction, found, day, channel, at_time, person_id)
            planned = call_backs.find_call_back(transaction.database, made)
            names.update(buyer=found.nick, day=planned.due_on.isoformat(), channel=planned.channel.value)
            return made

        return self._bench.act("case_call_planned", work, values=names)

    def plan_several(self, case_ids: Iterable[int]) -> int:
        """Plan the calls after several cases as they are offered, in one action; how many. What was offered and may
        not be any more is left out."""
        wanted = tuple(dict.fromkeys(case_ids))

        def work(transaction: Transaction) -> int:
            judged = (self._judge(transaction.database, case_id, by_hand=False) for case_id in wanted)
            offers = [each for each in judged if isinstance(each, CaseCallOffer)]
            for each in offers:
                self._plan(transaction, each, None, None, None, None)
            return len(offers)

        return self._bench.act("case_calls_planned", work, values={"count": len(wanted)})

    def _plan(
        self, transaction: Transaction, found: CaseCallOffer, day: date | None, channel: Channel | None,
        at_time: str | None, person_id: int | None,
    ) -> int:  # fmt: skip
        database, case_id = transaction.database, found.case_id
        buyer, case = find_whom(database, found.buyer_id), cases.find_case(database, case_id)
        today = self._calls.desk(buyer.shop_id).today
        offered, _, moved = self._day(case, buyer, person_id)
        on = offered if day is None else checked_day(day, today, today)
        way = found.channel if channel is None else self._agreed(database, buyer, channel)
        codes = (DueCode.AFTER_CASE, *(moved if on == offered else (DueCode.BY_HAND,)))
        # The hours are those in which they like to be called; a note waits for its parcel.
        proposed = found.at_time if way is not Channel.NOTE else ""
        at_time = proposed if at_time is None else at_time
        made = transaction.insert(
            "call_back", buyer_id=buyer.id, due_on=on, at_time=at_time, kind=CallBackKind.SATISFACTION,
            channel=way, case_id=case_id, reason=DueNote(codes, on).written(),
            person_id=self._caller(case, buyer, person_id) or None,
        )  # fmt: skip
        transaction.record(
            "case_call_planned", entity="buyer", entity_id=buyer.id, case_id=case_id,
            details={"buyer": buyer.nick, "day": on.isoformat(), "channel": way.value, "case": found.case_number},
        )  # fmt: skip
        return made

    def _agreed(self, database: CaseDatabase, buyer: Buyer, channel: Channel) -> Channel:
        verdict = may_contact(buyer.consent, contacts.said_channels(database, buyer.id), channel)
        if isinstance(verdict, Refused):
            raise UserError("call_channel_not_agreed", channel=channel.value, buyer=buyer.nick)
        return channel

    def drop(self, case_id: int, reason: str = "") -> None:
        """Leave the planned call after a case out. UserError `case_call_none` where none is open."""
        checked_text(reason, limit=NOTE_LIMIT)
        number = cases.find_case(self._bench.store.database, case_id).number

        def work(transaction: Transaction) -> None:
            found = calls_made.list_of_case(transaction.database, case_id)
            open_one = next((each for each in found if each.state is CallBackState.DUE), None)
            if open_one is None:
                raise UserError("case_call_none", case=number)
            close_call_back(transaction, open_one, DueCode.SKIPPED, reason)
            transaction.record(
                "case_call_dropped", entity="buyer", entity_id=open_one.buyer_id, case_id=case_id,
                details={"case": number, "reason": reason},
            )  # fmt: skip

        self._bench.act("case_call_dropped", work, values={"case": number})

    def open_case_from_call(self, call_record_id: int, problem: Problem, summary: str = "") -> int:
        """Open a case of a complaint in a call, as `call_backs.open_case_from_call`; returns its id."""
        return self._calls.open_case_from_call(call_record_id, problem, summary)

    def satisfaction_counts(self, first: date, last: date, shop_id: int | None = None) -> dict[Satisfaction, int]:
        """The `calls` of `satisfaction_totals` alone, counted by the store."""
        where = self._calls.desk().zone
        since = datetime.combine(first, time(), tzinfo=where)
        until = datetime.combine(last + _ONE_DAY, time(), tzinfo=where)
        found = calls_made.count_feelings(self._bench.store.database, since, until, shop_id)
        return {felt: found.get(felt, 0) for felt in Satisfaction if felt is not Satisfaction.NOT_ASKED}

    def satisfaction_totals(self, first: date, last: date, shop_id: int | None = None) -> SatisfactionTotals:
        """What buyers said between two days of the shop, both included, in all shops or one."""
        where = self._calls.desk(shop_id).zone
        since = datetime.combine(first, time(), tzinfo=where)
        until = datetime.combine(last + _ONE_DAY, time(), tzinfo=where)
        said = calls_made.list_feelings(self._bench.store.database, since, until, shop_id)
        newest = {each.case_id: each for each in said if each.case_id is not None}
        by_problem: dict[Problem, list[CaseFeeling]] = {}
        for each in newest.values():
            if each.problem is not None:
                by_problem.setdefault(each.problem, []).append(each)
        return SatisfactionTotals(
            _counted(said), _counted(newest.values()),
            {problem: _counted(words) for problem, words in sorted(by_problem.items())},
            tuple(sorted(newest.values(), key=lambda each: each.said_at)),
        )  # fmt: skip


def _counted(said: Iterable[CaseFeeling]) -> dict[Satisfaction, int]:
    counts = Counter(each.satisfaction for each in said)
    return {felt: counts[felt] for felt in Satisfaction if felt is not Satisfaction.NOT_ASKED}
