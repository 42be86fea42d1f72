"""The morning board: what is late, what runs out today, whom to call, and what is wrong with the data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta

from desktop.changes import ChangeSet
from desktop.services.call_views import CallViews
from desktop.services.workbench import Workbench
from desktop.settings import Settings
from models.board_records import ALL_STEPS, Alarm, AlarmKind, Board, BoardCall, BoardCase, StepFilter
from models.case_query import CaseQuery, CaseView
from models.clock import zone
from models.kinds import Consent, Role
from models.records import CallBackRow, Clock
from models.store import board as stored
from models.store import call_desk, cases, clocks, shops

LINES = 40
"""How many lines of a panel are read; no screen shows more."""
STEP_LINES = 200
"""The panel of steps scrolls: there is no other place to do them one after the other."""
VERIFY_EVERY = timedelta(days=30)


class TodayService:
    """Reads the board in one go."""

    def __init__(self, bench: Workbench, settings: Settings, calls: CallViews) -> None:
        self._bench = bench
        self._settings = settings
        self._views = calls
        self._changed: dict[int | None, tuple[tuple[str, str, int], ...]] = {}
        bench.changes.subscribe(self._forget)

    def _forget(self, changes: ChangeSet) -> None:
        # A check of the files writes no rows that Undo remembers, so its change set names no table.
        if not changes.tables or changes.touches("evidence"):
            self._changed = {}

    def _changed_evidence(self, lines: int, shop_id: int | None) -> tuple[tuple[str, str, int], ...]:
        """Kept from board to board: without an index it is a walk over all evidence, 170 ms for 300,000 pieces."""
        kept = self._changed
        if shop_id not in kept:
            kept[shop_id] = stored.list_changed_evidence(self._bench.store.database, limit=lines, shop_id=shop_id)
        return kept[shop_id]

    def board(self, *, lines: int = LINES, steps: StepFilter = ALL_STEPS) -> Board:
        """The board of this moment, of the shop chosen at the top right; days are days in the shop's time zone.

        `steps` says which of the steps are listed; the counts by role are of all of them.
        """
        bench, database = self._bench, self._bench.store.database
        now, shop_id = bench.clock.now(), self._settings.get("shop") or None
        midnight = end_of_day(now, bench.time_zone)
        overdue = cases.list_case_ids(database, CaseQuery(view=CaseView.OVERDUE, shop_id=shop_id), now)
        due_soon = cases.list_case_ids(database, CaseQuery(view=CaseView.DUE_SOON, shop_id=shop_id), now)
        warned = clocks.list_warned(database, now, shop_id=shop_id)
        calls = self._calls()
        soon = self._load(due_soon[:lines])
        early = list(warned)[: lines - len(soon)]
        by_role = stored.count_due_steps(database, midnight, shop_id=shop_id)
        undated = stored.count_undated_steps(database, shop_id=shop_id, chosen=steps)
        mine = stored.count_due_steps(database, midnight, shop_id=shop_id, chosen=self.my_steps())
        due = stored.count_due_steps(database, midnight, shop_id=shop_id, chosen=steps) if steps.narrow else by_role
        return Board(
            made_at=now,
            overdue=self._load(overdue[:lines]),
            overdue_total=len(overdue),
            due_soon=soon + self._load(early, clocks.load_clocks(database, [warned[case_id] for case_id in early])),
            due_soon_total=len(due_soon) + len(warned),
            steps=stored.list_steps(database, midnight, limit=max(lines, STEP_LINES), shop_id=shop_id, chosen=steps),
            steps_by_role=by_role,
            steps_shown=steps,
            steps_found=sum(due.values()) + (undated if steps.undated else 0),
            steps_mine=sum(mine.values()),
            steps_undated=undated,
            calls=calls[:lines],
            calls_total=len(calls),
            calls_late=sum(1 for call in calls if call.late),
            calls_made=self._calls_made(),
            alarms=self._alarms(now, lines, shop_id),
            people=len(shops.list_people(database)),
            shops=len(shops.list_shops(database)),
        )

    def my_steps(self) -> StepFilter:
        """The steps of who is working: handed to them, or to nobody and of their role; an owner does after-sales."""
        person = self._bench.person
        role = Role.AFTER_SALES if person.role is Role.OWNER else person.role
        return StepFilter(person=person.id, roles=(role,))

    def last_verified(self) -> datetime | None:
        """When the whole data folder was last checked; None if it never was."""
        return stored.last_verified(self._bench.store.database)

    def _load(self, ids: Sequence[int], known: Mapping[int, Clock] | None = None) -> tuple[BoardCase, ...]:
        """The cases with the clocks `known`, or with those that end next."""
        database = self._bench.store.database
        rows = cases.load_rows(database, ids)
        shown = stored.load_next_clocks(database, ids) if known is None else known
        return tuple(BoardCase(rows[case_id], shown.get(case_id)) for case_id in ids if case_id in rows)

    def _calls(self) -> tuple[BoardCall, ...]:
        """Red ones first, then yellow ones, the latest on top, then by their time; those without a time last.

        Who opted out is never among them, whatever is still open.
        """
        today = self._views.desk().today
        rows = [row for row in self._views.due(today) if row.consent is not Consent.REFUSED]
        about = {row.call_back.case_id for row in rows if row.call_back.case_id is not None}
        known = cases.load_rows(self._bench.store.database, sorted(about)) if about else {}

        def number(row: CallBackRow) -> str:
            found = known.get(row.call_back.case_id or 0)
            return found.number if found is not None else ""

        found = [BoardCall(row, row.late, number(row)) for row in rows]
        return tuple(sorted(found, key=lambda call: (-call.row.level, -call.late, call.row.call_back.at_time or "~")))

    def _calls_made(self) -> int:
        """How many contacts were logged on the shop's day."""
        desk = self._views.desk()
        first = datetime.combine(desk.today, time(), tzinfo=desk.zone)
        shop = self._views.shop()
        return call_desk.sum_calls(self._bench.store.database, first, first + timedelta(days=1), shop_id=shop).calls

    def _alarms(self, now: datetime, lines: int, shop_id: int | None) -> tuple[Alarm, ...]:
        database = self._bench.store.database
        alarms = [
            Alarm(AlarmKind.EVIDENCE_CHANGED, count, number, nick)
            for number, nick, count in self._changed_evidence(lines, shop_id)
        ]
        checked = stored.last_verified(database)
        since = checked or stored.first_event(database)
        if since is not None and now - since > VERIFY_EVERY and stored.has_evidence(database):
            kind = AlarmKind.VERIFIED_LONG_AGO if checked else AlarmKind.NEVER_VERIFIED
            alarms.append(Alarm(kind, (now - since).days, since=since))
        return tuple(alarms)


def end_of_day(now: datetime, time_zone: str) -> datetime:
    """The midnight that ends the day of `now` in that time zone."""
    here = zone(time_zone)
    tomorrow = now.astimezone(here).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time(), tzinfo=here)
