"""The life of cases: what a move needs, many moved at once in one action, done ones archived after their time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from desktop.services.case_moving import restart_clocks, write_state
from desktop.services.texts import checked_text
from desktop.services.workbench import Workbench
from desktop.settings import Settings
from models.clock import to_millis, zone
from models.errors import NotFound, UserError
from models.kinds import CaseState, ClockKind, DisputeOutcome, Platform, WaitingOn
from models.records import Clock
from models.rules.case_life import (
    CLOSED,
    REASONS,
    CaseLife,
    Need,
    Needs,
    clocks_to_restart,
    clocks_to_stop,
    judge_move,
    shared_needs,
)
from models.rules.verdict import Refused
from models.store import case_lives, shops
from models.store.transaction import Transaction

ARCHIVE_AFTER = "archive_done_days"
"""The setting: after how many days a done case is archived by itself; 0 is never, and what a new shop begins with."""
_ARCHIVED_ON = "archived_on"
_WORDS = 500
_FURTHEST = timedelta(days=3660)
# A shop that sets it after years has 100,000: in one go nobody could write for a minute.
_ARCHIVED_TOGETHER = 2_000
_PROOF = {"label_zh": "平台要求举证", "label_en": "Proof to the platform"}


@dataclass(frozen=True, slots=True)
class MoveAnswers:
    """What was told for a move. `dispute_due` is when the platform wants the shop's proof, if it said so."""

    reason: str = ""
    waiting_on: WaitingOn | None = None
    platform: Platform | None = None
    dispute_due: datetime | None = None
    outcome: DisputeOutcome | None = None
    restart: bool = True


NO_ANSWERS = MoveAnswers()


@dataclass(frozen=True, slots=True)
class Stopped:
    """A case that may not be moved, and why: a code of an error."""

    number: str
    was: CaseState
    reason: str


@dataclass(frozen=True, slots=True)
class MovePlan:
    """What a move would do: the cases it can be done with, those it cannot, and what has to be told first."""

    state: CaseState
    ids: tuple[int, ...] = ()
    numbers: tuple[str, ...] = ()
    refused: tuple[Stopped, ...] = ()
    needs: tuple[Need, ...] = ()
    stops: tuple[Clock, ...] = ()
    restarts: tuple[Clock, ...] = ()
    open_steps: int = 0
    platform: Platform | None = None
    time_zone: str = "UTC"
    unchanged: int = field(default=0)


class CaseLifeService:
    """What can be done with the state of cases. Every action is one transaction and one undo entry."""

    def __init__(self, bench: Workbench, settings: Settings) -> None:
        self._bench = bench
        self._settings = settings
        self._archived: set[int] = set()

    def plan(self, case_ids: Sequence[int], state: CaseState) -> MovePlan:
        """What putting these cases into a state takes; nothing is changed. Those already so are only counted."""
        database, now = self._bench.store.database, self._bench.clock.now()
        lives = case_lives.load_lives(database, case_ids)
        verdicts = {case_id: judge_move(life, state) for case_id, life in lives.items()}
        same = [case_id for case_id, life in lives.items() if life.case.state is state]
        refused = {case_id: verdict for case_id, verdict in verdicts.items() if isinstance(verdict, Refused)}
        fit = [lives[case_id] for case_id in lives if case_id not in refused and case_id not in same]
        shop = shops.find_shop(database, fit[0].case.shop_id) if fit else None
        return MovePlan(
            state,
            ids=tuple(life.case.id for life in fit),
            numbers=tuple(life.case.number for life in fit),
            refused=tuple(
                Stopped(lives[case_id].case.number, lives[case_id].case.state, verdict.reason)
                for case_id, verdict in refused.items()
            ),
            needs=shared_needs([verdicts[life.case.id] for life in fit]),
            stops=tuple(clock for life in fit for clock in clocks_to_stop(life, state)),
            restarts=tuple(clock for life in fit for clock in clocks_to_restart(life, state, now)),
            open_steps=sum(life.open_steps for life in fit),
            platform=shop.platform if shop is not None else None,
            time_zone=shop.time_zone if shop is not None else self._bench.time_zone,
            unchanged=len(same),
        )

    def move(self, case_ids: Sequence[int], state: CaseState, answers: MoveAnswers = NO_ANSWERS) -> None:
        """Put cases into a state with what was told; all of them or none.

        UserError `move_refused` or `merged_stays` names the first that may not, `move_needs` the first of which
        something is not told yet (`need` says what), `clock_due_past` or `clock_due_far` a date that cannot be.
        """
        if state is CaseState.IN_DISPUTE and answers.dispute_due is not None:
            now = self._bench.clock.now()
            if answers.dispute_due <= now:
                raise UserError("clock_due_past")
            if answers.dispute_due - now > _FURTHEST:
                raise UserError("clock_due_far")
        words = checked_text(answers.reason, limit=_WORDS).strip()
        told = MoveAnswers(
            words, answers.waiting_on, answers.platform, answers.dispute_due, answers.outcome, answers.restart
        )
        values = {"count": len(case_ids), "state": state.value}
        self._bench.act("states_changed", lambda work: move_cases(work, case_ids, state, told), values=values)

    def steps_are_done(self, case_id: int) -> bool:
        """Whether nothing is left to do in a case that is being carried out, so that closing it may be proposed."""
        database = self._bench.store.database
        life = case_lives.load_lives(database, [case_id]).get(case_id)
        if life is None or life.case.state is not CaseState.IN_PROGRESS or life.open_steps:
            return False
        return case_lives.count_steps(database, case_id) > 0

    # Archiving by itself

    def archive_days(self) -> int:
        """After how many days a done case is archived by itself; 0 for never."""
        days = self._settings.get(ARCHIVE_AFTER, 0)
        return days if isinstance(days, int) and days > 0 else 0

    def archive_old(self) -> int:
        """Once a day, if the shop wants it: archive what was done so many days ago, at most 2,000 as one action.

        More than that follows at the next look.

        No rule of the handbooks names a number of days (R002-06 wants an archive, not by when), so it is off until the
        shop sets one; the events name that setting. Taken back, it does not come again on the same day.
        """
        days, now = self.archive_days(), self._bench.clock.now()
        today = now.astimezone(zone(self._bench.time_zone)).date().isoformat()
        if not days or self._settings.get(_ARCHIVED_ON, "") == today:
            return 0
        old = case_lives.list_done_before(self._bench.store.database, to_millis(now - timedelta(days=days)))
        waiting = [case_id for case_id in old if case_id not in self._archived]
        found = waiting[:_ARCHIVED_TOGETHER]
        if len(found) == len(waiting):
            self._settings.set(_ARCHIVED_ON, today)
            self._archived.clear()
        else:
            self._archived.update(found)
        if not found:
            return 0

        def work(transaction: Transaction) -> int:
            lives = case_lives.load_lives(transaction.database, found)
            for life in lives.values():
                write_state(
                    transaction, life.case, CaseState.ARCHIVED, code="archived_after", clocks=life.clocks, days=days
                )
            return len(lives)

        values = {"count": len(found), "days": days}
        return self._bench.act("cases_archived_after", work, values=values, automatic=True)


def move_cases(
    transaction: Transaction, case_ids: Sequence[int], state: CaseState, answers: MoveAnswers, *, asked: bool = True
) -> None:
    """Move cases inside a transaction; `asked` wants every need answered, otherwise only what cannot be guessed.

    Errors as of `CaseLifeService.move`.
    """
    lives = case_lives.load_lives(transaction.database, case_ids)
    gone = next((case_id for case_id in case_ids if case_id not in lives), None)
    if gone is not None:
        raise NotFound("case_not_found", case=gone)
    moving = {case_id: judge_move(life, state) for case_id, life in lives.items() if life.case.state is not state}
    for case_id, verdict in moving.items():
        case = lives[case_id].case
        if isinstance(verdict, Refused):
            raise UserError(verdict.reason, case=case.number, was=case.state.value, state=state.value)
    for case_id, verdict in moving.items():
        needs = verdict.what if isinstance(verdict, Needs) else ()
        missing = next((need for need in needs if not _told(need, answers)), None)
        if missing is not None and (asked or missing is Need.WAITING_ON):
            raise UserError("move_needs", case=lives[case_id].case.number, need=missing.value, state=state.value)
        _move(transaction, lives[case_id], state, answers, needs)


def _told(need: Need, answers: MoveAnswers) -> bool:
    if need in REASONS:
        return bool(answers.reason)
    return {
        Need.WAITING_ON: answers.waiting_on not in (None, WaitingOn.US),
        Need.DISPUTE: answers.platform is not None,
        Need.OUTCOME: answers.outcome is not None,
    }[need]


def _move(
    transaction: Transaction, life: CaseLife, state: CaseState, answers: MoveAnswers, needs: Sequence[Need]
) -> None:
    case, columns, details = life.case, dict[str, object](), dict[str, object]()
    reopened = case.state in CLOSED and state not in CLOSED
    if reopened:
        columns["waiting_on"] = WaitingOn.US
    if state is CaseState.WAITING and answers.waiting_on is not None:
        columns["waiting_on"] = answers.waiting_on
        details["waiting_on"] = answers.waiting_on.value
    elif state is CaseState.OPEN and case.waiting_on is not WaitingOn.US and case.state is CaseState.WAITING:
        columns["waiting_on"] = WaitingOn.US
    if any(need in REASONS for need in needs) and answers.reason:
        details["reason"] = answers.reason
    if Need.OUTCOME in needs and answers.outcome is not None:
        details["dispute_outcome"] = answers.outcome.value
    if state is CaseState.IN_DISPUTE and answers.platform is not None:
        details["platform"] = answers.platform.value
    write_state(transaction, case, state, code=_code(details), columns=columns, clocks=life.clocks, **details)
    if Need.OUTCOME in needs and answers.outcome is DisputeOutcome.LOST:
        # Registers are loaded with the first thing that goes into them, not at the start.
        from desktop.services.register_outcomes import expect_penalties

        expect_penalties(transaction, case.id)
    if reopened and answers.restart:
        restart_clocks(transaction, clocks_to_restart(life, state, transaction.stamp.now))
    if state is CaseState.IN_DISPUTE and answers.dispute_due is not None:
        _enter_proof(transaction, case.id, answers.dispute_due)


def _code(details: dict[str, object]) -> str:
    """The event's sentence by what it has to say."""
    if "dispute_outcome" in details:
        return "dispute_ended"
    if "platform" in details:
        return "dispute_begun"
    return "state_changed_for" if "reason" in details else "state_changed"


def _enter_proof(transaction: Transaction, case_id: int, due: datetime) -> None:
    clock_id = transaction.insert(
        "clock", case_id=case_id, kind=ClockKind.ENTERED, rule="", who=WaitingOn.US, due_at=due,
        started_at=transaction.stamp.now, warn_at=max(due - timedelta(hours=24), transaction.stamp.now), **_PROOF,
    )  # fmt: skip
    where = zone(case_lives.time_zone_of(transaction.database, case_id))
    label = {"zh": _PROOF["label_zh"], "en": _PROOF["label_en"]}
    transaction.record(
        "clock_entered", entity="clock", entity_id=clock_id, case_id=case_id,
        details={"clock": label, "due": f"{due.astimezone(where):%Y-%m-%d %H:%M}"},
    )  # fmt: skip
