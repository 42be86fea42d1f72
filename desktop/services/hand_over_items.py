"""What a shift leaves for the next: left, taken, done, passed on, and one sheet per night (R003-23)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Final

from desktop.services.texts import checked_text
from desktop.services.workbench import Workbench
from desktop.settings import Settings
from models.clock import from_millis, to_millis, zone
from models.errors import UserError
from models.hand_over_records import HandOverItem, HandOverMorning, HandOverSheet
from models.records import Buyer, Case
from models.register_kinds import HandOverState
from models.rules.hand_over_days import DUE_BY, HandOverDue, due_on, following, morning_of, read_due_by
from models.store import buyers, case_links, cases
from models.store import hand_over_items as stored
from models.store.connection import CaseDatabase
from models.store.transaction import Transaction

TEXT_LIMIT: Final = 2_000
"""Characters of an item, a note or a reason."""
FARTHEST: Final = timedelta(days=366)
_DUE_BY = "hand_over_due"
_SHOWN: Final = 60
_ENDED: Final = (HandOverState.DONE, HandOverState.PASSED_ON)


class HandOverItemService:
    """Every change is one transaction, one undo entry and an event, in the history of its case if it has one.

    Days are days of the desk's time zone. Items may be cleared whatever became of their case.
    """

    def __init__(self, bench: Workbench, settings: Settings) -> None:
        self._bench = bench
        self._settings = settings

    # When

    @property
    def time_zone(self) -> tzinfo:
        """The desk's time zone."""
        return zone(self._bench.time_zone)

    def due_by(self) -> time:
        """The hour by which a morning clears what it was left; 12:00 unless the shop says otherwise (R003-23)."""
        return read_due_by(self._settings.get(_DUE_BY)) or DUE_BY

    def set_due_by(self, text: str) -> None:
        """Say by which hour, as `12:00`; items left already keep theirs. UserError `hand_over_hour_invalid`."""
        checked_text(text, limit=TEXT_LIMIT)
        found = read_due_by(text)
        if found is None:
            raise UserError("hand_over_hour_invalid", text=text.strip()[:_SHOWN])
        self._settings.set(_DUE_BY, f"{found:%H:%M}")

    def today(self) -> date:
        """The morning of the day it is at the desk: whose items Today shows until midnight."""
        return self._bench.clock.now().astimezone(self.time_zone).date()

    def next_due(self) -> HandOverDue:
        """The morning an item left now belongs to, and by when: before the due hour that of today, else tomorrow's."""
        return morning_of(self._bench.clock.now(), self.time_zone, self.due_by())

    def due_of(self, morning: date) -> datetime:
        """By when that morning has to clear its items."""
        return due_on(morning, self.time_zone, self.due_by()).due_at

    # Reading

    def sheet(self, morning: date | None = None) -> HandOverSheet:
        """The items of a morning (of today), of the shop chosen at the top right, and what is open of earlier ones."""
        day, shop_id, database = morning or self.today(), self._shop(), self._bench.store.database
        return HandOverSheet(
            day, stored.list_morning(database, day, shop_id), stored.list_older(database, day, shop_id)
        )

    def mornings(self, first: date, last: date) -> tuple[HandOverMorning, ...]:
        """The mornings between two days, both included, that had items; the newest first."""
        return stored.list_mornings(self._bench.store.database, first, last, self._shop())

    def overdue(self) -> tuple[HandOverItem, ...]:
        """What should have been cleared by now, the longest due first: what Today reminds of."""
        return self.sheet().overdue(self._bench.clock.now())

    def find_item(self, item_id: int) -> HandOverItem:
        """One item; NotFound `hand_over_item_not_found`."""
        return stored.find_item(self._bench.store.database, item_id)

    def list_of_case(self, case_id: int) -> tuple[HandOverItem, ...]:
        """All items about a case, by their mornings."""
        return stored.list_of_case(self._bench.store.database, case_id)

    # Leaving

    def leave(
        self, text: str, *, case_id: int | None = None, buyer_id: int | None = None, due_at: datetime | None = None,
        morning: date | None = None,
    ) -> int:  # fmt: skip
        """Leave an item for the next shift; returns its id.

        Without `morning` and `due_at` it is due in the morning `next_due` names; a due time alone names the morning by
        its day. An item about a case is about its buyer. UserError of the text, `case_not_found`, `buyer_not_found`,
        `hand_over_other_buyer` where the case is another buyer's, `hand_over_due_past`, `hand_over_due_far`,
        `hand_over_due_other_day` where the two do not fit.
        """
        words = checked_text(text, limit=TEXT_LIMIT, required=True).strip()
        due = self._due(due_at, morning)
        values: dict[str, object] = {"text": _short(words)}

        def work(transaction: Transaction) -> int:
            case, buyer = _about(transaction.database, case_id, buyer_id)
            shop_id = case.shop_id if case is not None else buyer.shop_id if buyer is not None else self._shop()
            stamp = transaction.stamp
            made = transaction.insert(
                "hand_over_item", shop_id=shop_id, morning=due.morning, text=words,
                case_id=case.id if case is not None else None, buyer_id=buyer.id if buyer is not None else None,
                left_at=stamp.now, left_by=stamp.person, due_at=due.due_at,
            )  # fmt: skip
            _record(transaction, stored.find_item(transaction.database, made), "hand_over_left")
            return made

        return self._bench.act("hand_over_left", work, values=values)

    def _due(self, due_at: datetime | None, morning: date | None) -> HandOverDue:
        now = self._bench.clock.now()
        if due_at is None and morning is None:
            return self.next_due()
        if due_at is None:
            assert morning is not None
            found = due_on(morning, self.time_zone, self.due_by())
        else:
            moment = from_millis(to_millis(due_at))
            day = moment.astimezone(self.time_zone).date()
            if morning is not None and morning != day:
                raise UserError("hand_over_due_other_day", morning=morning.isoformat(), day=day.isoformat())
            found = HandOverDue(day, moment)
        if found.due_at <= now:
            raise UserError("hand_over_due_past", day=found.morning.isoformat())
        if found.due_at > now + FARTHEST:
            raise UserError("hand_over_due_far", day=found.morning.isoformat())
        return found

    # Clearing

    def take(self, item_id: int) -> None:
        """Say that one does it now; one that somebody else took goes over. UserError `hand_over_cleared`."""

        def work(transaction: Transaction, item: HandOverItem) -> None:
            stamp = transaction.stamp
            if item.state is HandOverState.TAKEN and item.taken_by == stamp.person:
                return
            transaction.update(
                "hand_over_item", item.id, state=HandOverState.TAKEN, taken_at=stamp.now, taken_by=stamp.person
            )
            if item.taken_by:
                _record(transaction, item, "hand_over_taken_over", from_person=item.taken_by)
            else:
                _record(transaction, item, "hand_over_taken")

        self._act(item_id, "hand_over_taken", work)

    def done(self, item_id: int, note: str = "") -> None:
        """Tick an item off, with a word about it; a second time changes nothing. UserError `hand_over_passed`."""
        words = checked_text(note, limit=TEXT_LIMIT).strip()

        def work(transaction: Transaction, item: HandOverItem) -> None:
            stamp = transaction.stamp
            transaction.update(
                "hand_over_item", item.id, state=HandOverState.DONE, done_at=stamp.now, done_by=stamp.person, note=words
            )
            code = "hand_over_done_note" if words else "hand_over_done"
            _record(transaction, item, code, **({"note": words} if words else {}))

        if self.find_item(item_id).state is not HandOverState.DONE:
            self._act(item_id, "hand_over_done", work)

    def reopen(self, item_id: int) -> None:
        """Open an item that was taken or done again. UserError `hand_over_passed` for one that was passed on."""

        def work(transaction: Transaction, item: HandOverItem) -> None:
            changed = transaction.update(
                "hand_over_item", item.id, state=HandOverState.OPEN, taken_at=None, taken_by="", done_at=None,
                done_by="", note="",
            )  # fmt: skip
            if changed:
                _record(transaction, item, "hand_over_reopened", **({"note": item.note} if item.note else {}))

        self._act(item_id, "hand_over_reopened", work, ended=(HandOverState.PASSED_ON,))

    def pass_on(self, item_id: int, note: str = "", *, morning: date | None = None) -> int:
        """Pass an item on to the next morning (or another); returns the item that goes on with it.

        The words stay with the old one, which says who passed it on when and why. UserError `hand_over_cleared`,
        `hand_over_due_past`, `hand_over_due_far`.
        """
        words = checked_text(note, limit=TEXT_LIMIT).strip()

        def work(transaction: Transaction, item: HandOverItem) -> int:
            stamp = transaction.stamp
            due = self.passed_to(item) if morning is None else self._due(None, morning)
            if due.morning <= item.morning:
                raise UserError("hand_over_not_later", day=due.morning.isoformat())
            transaction.update(
                "hand_over_item", item.id, state=HandOverState.PASSED_ON, done_at=stamp.now, done_by=stamp.person,
                note=words,
            )  # fmt: skip
            made = transaction.insert(
                "hand_over_item", shop_id=item.shop_id, morning=due.morning, text=item.text, case_id=item.case_id,
                buyer_id=item.buyer_id, left_at=stamp.now, left_by=stamp.person, due_at=due.due_at,
                passed_from=item.id,
            )  # fmt: skip
            day: dict[str, object] = {"day": due.morning.isoformat()}
            if words:
                _record(transaction, item, "hand_over_passed_note", **day, note=words)
            else:
                _record(transaction, item, "hand_over_passed", **day)
            return made

        return self._act(item_id, "hand_over_passed", work)

    def passed_to(self, item: HandOverItem) -> HandOverDue:
        """The morning `pass_on` proposes."""
        return following(item.morning, self._bench.clock.now(), self.time_zone, self.due_by())

    # Correcting

    def edit(
        self, item_id: int, text: str, reason: str = "", *, due_at: datetime | None = None
    ) -> None:  # fmt: skip
        """Change the words (or the due time) of an item one left oneself; what it said before stays in the history.

        A reason is needed once somebody took it. UserError `hand_over_not_yours`, `hand_over_reason_missing`,
        `hand_over_cleared`, and those of the text and the due time.
        """
        words = checked_text(text, limit=TEXT_LIMIT, required=True).strip()
        why = checked_text(reason, limit=TEXT_LIMIT).strip()

        def work(transaction: Transaction, item: HandOverItem) -> None:
            if item.left_by != transaction.stamp.person:
                raise UserError("hand_over_not_yours", person=item.left_by)
            if item.state is HandOverState.TAKEN and not why:
                raise UserError("hand_over_reason_missing", person=item.taken_by)
            columns: dict[str, object] = {"text": words}
            if due_at is not None and from_millis(to_millis(due_at)) != item.due_at:
                due = self._due(due_at, None)
                columns |= {"morning": due.morning, "due_at": due.due_at}
            if transaction.update("hand_over_item", item.id, **columns):
                details = {"before": item.text, "after": words}
                if why:
                    _record(transaction, item, "hand_over_edited_why", **details, reason=why)
                else:
                    _record(transaction, item, "hand_over_edited", **details)

        self._act(item_id, "hand_over_edited", work)

    def correct(
        self, item_id: int, reason: str, *, text: str, case_id: int | None, buyer_id: int | None,
        due_at: datetime | None = None,
    ) -> None:  # fmt: skip
        """Set right what an item says, whom it is about and by when, whoever left it and whatever became of it.

        The history keeps before, after and the reason, in the case it was about and in the one it is about now.
        `due_at` None leaves the due time. UserError `text_empty` without a reason, and those of `leave`.
        """
        why = checked_text(reason, limit=TEXT_LIMIT, required=True).strip()
        words = checked_text(text, limit=TEXT_LIMIT, required=True).strip()

        def work(transaction: Transaction, item: HandOverItem) -> None:
            columns: dict[str, object] = {"text": words}
            if (case_id, buyer_id) != (item.case_id, item.buyer_id):
                case, buyer = _about(transaction.database, case_id, buyer_id)
                columns |= {"case_id": case.id if case else None, "buyer_id": buyer.id if buyer else None}
                if case is not None or buyer is not None:
                    columns["shop_id"] = case.shop_id if case is not None else buyer.shop_id if buyer else None
            if due_at is not None and from_millis(to_millis(due_at)) != item.due_at:
                due = self._due(due_at, None)
                columns |= {"morning": due.morning, "due_at": due.due_at}
            if not transaction.update("hand_over_item", item.id, **columns):
                return
            now = stored.find_item(transaction.database, item.id)
            details = {"was": self._said(item), "now": self._said(now), "reason": why}
            _record(transaction, item, "hand_over_corrected", **details)
            if now.case_id not in (None, item.case_id):
                _record(transaction, now, "hand_over_corrected", **details)

        self._act(item_id, "hand_over_corrected", work, ended=())

    def _said(self, item: HandOverItem) -> str:
        due = item.due_at.astimezone(self.time_zone)
        parts = (item.text, item.case_number, item.buyer_nick, f"{due:%Y-%m-%d %H:%M}")
        return " · ".join(part for part in parts if part)

    def remove(self, item_id: int, reason: str = "") -> None:
        """Take an item back that one left by mistake; one that somebody took or passed on needs a reason.

        UserError `hand_over_reason_missing`, `hand_over_cleared` for one that is done, as what was done stays.
        """
        why = checked_text(reason, limit=TEXT_LIMIT).strip()

        def work(transaction: Transaction, item: HandOverItem) -> None:
            theirs = item.left_by != transaction.stamp.person
            if (theirs or item.state is HandOverState.TAKEN or item.passed_from is not None) and not why:
                raise UserError("hand_over_reason_missing", person=item.taken_by or item.left_by)
            if transaction.remove("hand_over_item", item.id):
                code = "hand_over_removed_why" if why else "hand_over_removed"
                _record(transaction, item, code, **({"reason": why} if why else {}))

        self._act(item_id, "hand_over_removed", work)

    def _act(
        self, item_id: int, code: str, work: Callable[[Transaction, HandOverItem], int | None], *,
        ended: tuple[HandOverState, ...] = _ENDED,
    ) -> int:  # fmt: skip
        """`ended`: the states in which an item is refused, with who cleared it."""
        shown = stored.find_item(self._bench.store.database, item_id)

        def checked(transaction: Transaction) -> int:
            item = stored.find_item(transaction.database, item_id)
            if item.state in ended:
                passed = item.state is HandOverState.PASSED_ON
                raise UserError("hand_over_passed" if passed else "hand_over_cleared", person=item.done_by)
            return work(transaction, item) or item.id

        return self._bench.act(code, checked, values={"text": _short(shown.text)})

    def _shop(self) -> int | None:
        return self._settings.get("shop") or None


def _about(
    database: CaseDatabase, case_id: int | None, buyer_id: int | None
) -> tuple[Case | None, Buyer | None]:  # fmt: skip
    """The case and the buyer an item is about, those that merged ones led to; of a case its own buyer."""
    case = cases.find_case(database, case_links.kept_case(database, case_id)) if case_id is not None else None
    wanted = buyer_id if buyer_id is not None else case.buyer_id if case is not None else None
    buyer = buyers.find_buyer(database, wanted) if wanted is not None else None
    while buyer is not None and buyer.merged_into is not None:
        buyer = buyers.find_buyer(database, buyer.merged_into)
    if case is not None and buyer is not None and case.buyer_id not in (None, buyer.id):
        raise UserError("hand_over_other_buyer", case=case.number, buyer=buyer.nick)
    return case, buyer


def _record(transaction: Transaction, item: HandOverItem, code: str, **details: object) -> None:
    transaction.record(
        code, entity="hand_over_item", entity_id=item.id, case_id=item.case_id,
        details={"text": item.text, "morning": item.morning.isoformat(), **details},
    )  # fmt: skip


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
