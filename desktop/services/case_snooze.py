"""Snoozing cases until a time or an event, and waking those whose time has come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.services.case_waking import WokeBy, wake
from desktop.services.clock_writing import moment_text
from desktop.services.texts import checked_text
from desktop.services.workbench import Workbench
from desktop.services.workdays import work_calendar
from models.clock import zone
from models.errors import NotFound, UserError
from models.kinds import SnoozeEvent
from models.records import Clock
from models.rules.case_life import CaseLife
from models.rules.case_snooze import (
    SnoozePreset,
    happened_already,
    judge_time,
    may_snooze,
    run_out_before,
    snooze_until,
)
from models.rules.clock_moves import DUE_SOON
from models.rules.verdict import Refused
from models.store import case_lives, case_snoozes, shops
from models.store.cases import SNOOZE_SHELF
from models.store.transaction import Transaction

_NOTE = 500
_UNDONE_FOR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class SnoozePlan:
    """What snoozing takes: the cases that can sleep, those that cannot, the moments offered, the clocks of the shop."""

    ids: tuple[int, ...]
    numbers: tuple[str, ...]
    refused: tuple[str, ...]
    moments: Mapping[SnoozePreset, datetime]
    clocks: tuple[Clock, ...]
    time_zone: str
    sleeping: int = 0


@dataclass(frozen=True, slots=True)
class Woken:
    """Cases that woke together, to be told."""

    ids: tuple[int, ...] = ()
    numbers: tuple[str, ...] = ()


class CaseSnoozeService:
    """Every action is one transaction and one undo entry, whatever the number of cases."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        # By case: until when it slept, and, once its waking was undone, from when on it wakes again.
        self._woken: dict[int, tuple[datetime | None, datetime | None]] = {}

    def plan(self, case_ids: Sequence[int]) -> SnoozePlan:
        """What snoozing these cases takes; nothing is changed. Moments are of the first case's shop."""
        database, now = self._bench.store.database, self._bench.clock.now()
        lives = list(case_lives.load_lives(database, case_ids).values())
        fit = [life for life in lives if not isinstance(may_snooze(life.case), Refused)]
        shop = shops.find_shop(database, fit[0].case.shop_id) if fit else None
        name = shop.time_zone if shop is not None else self._bench.time_zone
        calendar = work_calendar(shop.country if shop is not None else "")
        moments = {preset: snooze_until(preset, now, zone(name), calendar) for preset in SnoozePreset}
        return SnoozePlan(
            ids=tuple(life.case.id for life in fit),
            numbers=tuple(life.case.number for life in fit),
            refused=tuple(life.case.number for life in lives if life not in fit),
            moments={preset: moment for preset, moment in moments.items() if moment is not None},
            clocks=tuple(clock for life in fit for clock in life.clocks),
            time_zone=name,
            sleeping=sum(life.case.snoozed_until is not None for life in fit),
        )

    def snooze(
        self, case_ids: Sequence[int], until: datetime, *, event: SnoozeEvent | None = None, note: str = ""
    ) -> None:
        """Let cases sleep until a time, or until an event and at the latest until that time; all of them or none.

        A sleeping case sleeps on until the new time. UserError `snooze_past`, `snooze_far`, `snooze_closed`,
        `snooze_clock_near` (it would wake at once), or that of an unfit note.
        """
        words = checked_text(note, limit=_NOTE).strip()
        now = self._bench.clock.now()
        verdict = judge_time(until, now)
        if isinstance(verdict, Refused):
            raise UserError(verdict.reason)

        def work(transaction: Transaction) -> None:
            lives = case_lives.load_lives(transaction.database, case_ids)
            for case_id in case_ids:
                life = lives.get(case_id)
                if life is None:
                    raise NotFound("case_not_found", case=case_id)
                self._sleep(transaction, life, until, event, words)

        name = self._bench.time_zone
        values = {"count": len(case_ids), "until": moment_text(until, name)}
        self._bench.act("cases_snoozed", work, values=values)

    def _sleep(
        self, transaction: Transaction, life: CaseLife, until: datetime, event: SnoozeEvent | None, words: str
    ) -> None:
        case, now = life.case, transaction.stamp.now
        verdict = may_snooze(case)
        if isinstance(verdict, Refused):
            raise UserError(verdict.reason, case=case.number)
        if happened_already(event, life.clocks, now):
            raise UserError("snooze_clock_near", case=case.number)
        changed = transaction.update(
            "case", case.id, shelf=SNOOZE_SHELF, snoozed_until=until, snooze_event=event.value if event else "",
            snooze_note=words,
        )  # fmt: skip
        if not changed:
            return
        ending = [
            {"zh": clock.label_zh, "en": clock.label_en or clock.label_zh}
            for clock in run_out_before(life.clocks, until)
        ]
        here = case_lives.time_zone_of(transaction.database, case.id)
        details = {"until": moment_text(until, here), "note": words, "ends_before": ending}
        if event is not None:
            details["snooze_event"] = event.value
        code = "case_snoozed_event" if event is not None else "case_snoozed"
        transaction.record(code, entity="case", entity_id=case.id, case_id=case.id, details=details)

    def wake(self, case_ids: Sequence[int]) -> None:
        """Wake cases by hand; those that do not sleep stay as they are."""
        self._wake(case_ids, WokeBy.HAND)

    def wake_due(self, now: datetime | None = None) -> Woken:
        """Wake every case whose time has come, or whose clock is near, in one action: at start and each minute.

        After days away all are caught up with at once. Writes nothing where nothing is due. One whose waking was
        undone sleeps for another hour, or until the program starts again.
        """
        moment = now or self._bench.clock.now()
        database = self._bench.store.database
        due = case_snoozes.list_due(database, moment)
        near = tuple(case_id for case_id in case_snoozes.list_near(database, moment + DUE_SOON) if case_id not in due)
        ids = self._not_held((*due, *near), moment)
        if not ids:
            return Woken()
        woken = self._wake(ids, WokeBy.TIME, {*near})
        return Woken(tuple(woken), tuple(woken.values()))

    def _not_held(self, case_ids: Sequence[int], now: datetime) -> tuple[int, ...]:
        """Those to wake now. A case that this woke from the very same sleep was put back: it is not woken at once."""
        if not case_ids:
            return ()
        fit = []
        for case_id, case in case_lives.load_cases(self._bench.store.database, case_ids).items():
            until, again = self._woken.get(case_id, (None, None))
            if until != case.snoozed_until:
                again = None
            elif again is None:
                again = now + _UNDONE_FOR
            self._woken[case_id] = (case.snoozed_until, again)
            if again is None or again <= now:
                self._woken[case_id] = (case.snoozed_until, None)
                fit.append(case_id)
        return tuple(fit)

    def _wake(
        self, case_ids: Sequence[int], why: WokeBy, by_event: frozenset[int] | set[int] = frozenset()
    ) -> dict[int, str]:
        def work(transaction: Transaction) -> dict[int, str]:
            found = case_lives.load_cases(transaction.database, case_ids)
            return {
                case_id: found[case_id].number
                for case_id in case_ids
                if case_id in found and wake(transaction, found[case_id], WokeBy.EVENT if case_id in by_event else why)
            }

        by_itself = why is WokeBy.TIME
        return self._bench.act("cases_woken", work, values={"count": len(case_ids)}, automatic=by_itself)
