"""Clocks by hand: entered, changed, met, paused, resumed, stopped, started again; and counted anew from the facts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from desktop.services.cases import checked_text
from desktop.services.clock_writing import (
    both_labels,
    finish_clock,
    moment_text,
    move_clock,
    record_clock,
)
from desktop.services.entered_clocks import AUTO_CONFIRM, EnteredClock
from desktop.services.workbench import Workbench
from models.clock import zone
from models.errors import UserError
from models.kinds import ClockKind, ClockStatus
from models.records import CasePage, Clock
from models.rules.clock_moves import (
    WARN_LIMIT,
    ClockMove,
    may,
    moves_on,
    renoted,
    resumed_due,
    stood_more,
    years_not_announced,
)
from models.rules.verdict import Refused
from models.store import case_page, cases, shops
from models.store.clocks import find_clock
from models.store.transaction import Transaction

if TYPE_CHECKING:
    from desktop.services.resolutions import ResolutionService
    from models.rules.conclusion import Conclusion
    from models.rules.packs import Pack

_LABEL, _WORDS = 100, 500
_FURTHEST = timedelta(days=3660)


class ClockService:
    """What can be done with the clocks of a case. Every action is one transaction, one event and one undo entry."""

    def __init__(self, bench: Workbench, resolutions: ResolutionService) -> None:
        self._bench = bench
        self._resolutions = resolutions

    # By hand

    def enter(self, case_id: int, entered: EnteredClock) -> int:
        """Start a clock with a date that was given, such as a processor's; it is never computed. Returns its id.

        UserError `clock_due_past`, `clock_due_far`, `clock_warn_too_early`, or that of an unfit text.
        """
        columns, bench = self._checked(entered), self._bench
        case = cases.find_case(bench.store.database, case_id)
        due = self._text(case_id, entered.due_at)
        label = {"clock": {"zh": entered.label.strip(), "en": entered.label.strip()}}

        def work(transaction: Transaction) -> int:
            clock_id = transaction.insert(
                "clock", case_id=case.id, kind=ClockKind.ENTERED, started_at=transaction.stamp.now, **columns
            )
            details = {**label, "due": due}
            transaction.record("clock_entered", entity="clock", entity_id=clock_id, case_id=case_id, details=details)
            return clock_id

        return bench.act("clock_entered", work, values={**label, "due": due})

    def change(self, clock_id: int, entered: EnteredClock) -> None:
        """Correct a date that was entered. UserError `clock_not_entered` for one that is computed."""
        columns = self._checked(entered)
        found = find_clock(self._bench.store.database, clock_id)
        if found.kind is not ClockKind.ENTERED:
            raise UserError("clock_not_entered")
        before, after = (self._text(found.case_id, moment) for moment in (found.due_at, entered.due_at))

        def work(transaction: Transaction, clock: Clock) -> None:
            if transaction.update("clock", clock.id, **columns):
                record_clock(transaction, clock, "clock_changed", before=before, after=after)

        self._move(clock_id, ClockMove.CHANGE, "clock_changed", work, before=before, after=after)

    def stop(self, clock_id: int, reason: str) -> None:
        """End a clock that does not apply; the reason stays with it."""
        words = checked_text(reason, limit=_WORDS, required=True).strip()

        def work(transaction: Transaction, clock: Clock) -> None:
            note = renoted(clock.note, years_not_announced(clock.note), words=words)
            now = transaction.stamp.now
            transaction.update("clock", clock.id, status=ClockStatus.STOPPED, ended_at=now, paused_at=None, note=note)
            record_clock(transaction, clock, "clock_stopped_for", reason=words)

        self._move(clock_id, ClockMove.STOP, "clock_stopped_for", work, reason=words)

    def meet(self, clock_id: int) -> None:
        """What the clock asked for is done: met in time, or missed where the shop did it too late."""

        def work(transaction: Transaction, clock: Clock) -> None:
            finish_clock(transaction, clock)

        self._move(clock_id, ClockMove.MEET, "clock_ended", work)

    def pause(self, clock_id: int, reason: str = "") -> None:
        """Let a clock stand still, as the buyer's time does during a repair; it is not due meanwhile."""
        words = checked_text(reason, limit=_WORDS).strip()

        def work(transaction: Transaction, clock: Clock) -> None:
            transaction.update("clock", clock.id, status=ClockStatus.PAUSED, paused_at=transaction.stamp.now)
            record_clock(transaction, clock, "clock_paused", reason=words)

        self._move(clock_id, ClockMove.PAUSE, "clock_paused", work, reason=words)

    def resumed_due(self, clock: Clock) -> datetime:
        """When a paused clock would end if it ran again now and were moved by the time it stood still."""
        shop = shops.find_shop(self._bench.store.database, self._shop_of(clock.case_id))
        return resumed_due(clock, self._bench.clock.now(), count=self._count_of(clock), zone=zone(shop.time_zone))

    def moves_on(self, clock: Clock) -> bool:
        """Whether a paused clock moves by itself when it runs again; one with a given date keeps it."""
        return moves_on(clock, self._count_of(clock))

    def resume(self, clock_id: int, *, keep_date: bool | None = None) -> None:
        """Let a paused clock run again, later by the time it stood still; `keep_date` leaves its end where it was.

        Without `keep_date` the kind decides: time that is counted moves, a date that was given stays.
        """
        found = find_clock(self._bench.store.database, clock_id)
        keep = not self.moves_on(found) if keep_date is None else keep_date
        due_at = found.due_at if keep else self.resumed_due(found)
        code = "clock_resumed_kept" if due_at == found.due_at else "clock_resumed"
        here = zone(shops.find_shop(self._bench.store.database, self._shop_of(found.case_id)).time_zone)
        stood = stood_more(found, due_at, count=self._count_of(found), zone=here)
        before, after = (self._text(found.case_id, moment) for moment in (found.due_at, due_at))

        def work(transaction: Transaction, clock: Clock) -> None:
            note = renoted(clock.note, years_not_announced(clock.note), stood=stood)
            move_clock(transaction, clock, due_at, status=ClockStatus.RUNNING, paused_at=None, note=note)
            record_clock(transaction, clock, code, before=before, after=after)

        self._move(clock_id, ClockMove.RESUME, code, work, before=before, after=after)

    def restart(self, clock_id: int) -> None:
        """Let an ended clock run again to its old end: it was ended by mistake."""

        def work(transaction: Transaction, clock: Clock) -> None:
            transaction.update("clock", clock.id, status=ClockStatus.RUNNING, ended_at=None, paused_at=None)
            record_clock(transaction, clock, "clock_restarted")

        self._move(clock_id, ClockMove.RESTART, "clock_restarted", work)

    def _move(
        self, clock_id: int, move: ClockMove, code: str, work: Callable[[Transaction, Clock], None], **values: object
    ) -> None:
        def checked(transaction: Transaction) -> None:
            clock = find_clock(transaction.database, clock_id)
            if isinstance(may(clock, move), Refused):
                raise UserError("clock_move_refused", move=move.value, status=clock.status.value)
            work(transaction, clock)

        found = find_clock(self._bench.store.database, clock_id)
        self._bench.act(code, checked, values={"clock": both_labels(found), **values})

    def _checked(self, entered: EnteredClock) -> dict[str, object]:
        label = checked_text(entered.label, limit=_LABEL, required=True).strip()
        words = checked_text(entered.on_timeout, limit=_WORDS).strip()
        now = self._bench.clock.now()
        if entered.due_at <= now:
            raise UserError("clock_due_past")
        if entered.due_at - now > _FURTHEST:
            raise UserError("clock_due_far")
        warn = entered.warn_before
        if warn is not None and not timedelta(0) <= warn <= WARN_LIMIT:
            raise UserError("clock_warn_too_early", days=WARN_LIMIT.days)
        return {
            "label_zh": label, "label_en": label, "who": entered.who, "due_at": entered.due_at, "on_timeout": words,
            "warn_at": entered.due_at - warn if warn else None, "rule": AUTO_CONFIRM if entered.auto_confirm else "",
        }  # fmt: skip

    def _shop_of(self, case_id: int) -> int:
        return cases.find_case(self._bench.store.database, case_id).shop_id

    def _text(self, case_id: int, moment: datetime) -> str:
        return moment_text(moment, shops.find_shop(self._bench.store.database, self._shop_of(case_id)).time_zone)

    def _count_of(self, clock: Clock) -> str:
        """How the rule of a clock counts; empty where the rule is not at hand."""
        name = clock.pack.partition(" ")[0]
        page = case_page.load_page(self._bench.store.database, clock.case_id)
        for pack in self._resolutions.packs_of(page) if clock.kind is ClockKind.RULE else ():
            if pack.id == name and clock.rule in pack.deadlines:
                return pack.deadlines[clock.rule].count
        return ""

    # Counted anew

    def recompute(self, case_id: int) -> int:
        """Count the running clocks of a resolved case anew; returns how many moved. One undo entry if any did."""
        from desktop.services.clock_following import recompute_clocks

        return self._bench.act("clocks_recomputed", lambda work: recompute_clocks(work, case_id, self._evaluate))

    def follow_orders(self, transaction: Transaction, case_ids: Sequence[int]) -> int:
        """For an import of orders, in its own transaction: what begins at a time that changed or is known now."""
        from desktop.services.clock_following import follow_orders

        return follow_orders(transaction, case_ids, self._evaluate)

    def follow_case(self, transaction: Transaction, case_id: int) -> int:
        """For a step that tells a fact, in its own transaction; returns how many clocks moved, started or stopped."""
        from desktop.services.clock_following import recompute_clocks

        return recompute_clocks(transaction, case_id, self._evaluate)

    def _evaluate(self, page: CasePage) -> tuple[Conclusion, Sequence[Pack]]:
        return self._resolutions.conclusion_now(page)
