"""The morning board: the hand-over, what is late, what runs out today, whom to call, parcels, and what is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime, time, timedelta

from desktop.services.board_alarms import BoardAlarms
from desktop.services.call_views import CallViews
from desktop.services.workbench import Workbench
from desktop.settings import Settings
from models.board_records import Board, BoardCall, BoardCase, Parcels
from models.case_query import CaseQuery, CaseView
from models.clock import zone
from models.errors import UserError
from models.hand_over_records import HandOverSheet
from models.kinds import Consent
from models.records import CallBackRow, Clock
from models.rules.serial_returns import SERIAL_RETURNS, SerialReturnsRule, rule_from, wrong_in
from models.store import board as stored
from models.store import board_alarms as counted
from models.store import call_desk, cases, clocks, hand_over_items, receipts, shops

LINES = 40
"""How many lines of a panel are read; no screen shows more."""


class TodayService:
    """Reads the board in one go. What is loaded for it is loaded at every start: rows, and nothing that writes them."""

    def __init__(self, bench: Workbench, settings: Settings, calls: CallViews, alarms: BoardAlarms) -> None:
        self._bench = bench
        self._settings = settings
        self._views = calls
        self.alarms = alarms

    def board(self, *, lines: int = LINES, quick: bool = False) -> Board:
        """The board of this moment, of the shop chosen at the top right; days are days in the desk's time zone.

        `quick`: the alarms that need more than counts may be missing, and the board is then not `whole`.
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
        alarms, put_off = self.alarms.list_alarms(now, lines, shop_id, quick=quick)
        hand_over = self._hand_over(now, shop_id)
        return Board(
            made_at=now,
            hand_over=hand_over,
            overdue=self._load(overdue[:lines]),
            overdue_total=len(overdue),
            due_soon=soon + self._load(early, clocks.load_clocks(database, [warned[case_id] for case_id in early])),
            due_soon_total=len(due_soon) + len(warned),
            steps_due=stored.count_due_steps(database, midnight, shop_id=shop_id),
            calls=calls[:lines],
            calls_total=len(calls),
            calls_late=sum(1 for call in calls if call.late),
            calls_made=self._calls_made(),
            parcels=self._parcels(lines, shop_id),
            alarms=alarms[:lines],
            alarms_total=len(alarms),
            alarms_put_off=put_off,
            whole=not (quick and self.alarms.has_slow(now, shop_id)),
            changes_at=self._changes_at(now, hand_over, soon, shop_id),
            people=len(shops.list_people(database)),
            shops=len(shops.list_shops(database)),
        )

    def last_verified(self) -> datetime | None:
        """When the whole data folder was last checked; None if it never was."""
        return stored.last_verified(self._bench.store.database)

    def put_off(self, key: str) -> None:
        """Say nothing more of an alarm until tomorrow, unless something new comes to it."""
        self.alarms.put_off(key)

    def show_again(self) -> None:
        """Tell of the alarms that were put off today."""
        self.alarms.show_again()

    def returner_rule(self) -> SerialReturnsRule:
        """When the board tells of a buyer who sends goods back often."""
        return rule_from(self._settings.get(SERIAL_RETURNS))

    def set_returner_rule(self, rule: SerialReturnsRule) -> None:
        """Keep another rule. UserError `returner_rule_wrong` with the `field`."""
        wrong = wrong_in(rule)
        if wrong:
            raise UserError("returner_rule_wrong", field=wrong)
        self._settings.set(SERIAL_RETURNS, asdict(rule))

    def _hand_over(self, now: datetime, shop_id: int | None) -> HandOverSheet:
        """As the hand-over's own sheet, without loading what writes it."""
        database, day = self._bench.store.database, now.astimezone(zone(self._bench.time_zone)).date()
        items = hand_over_items.list_morning(database, day, shop_id)
        return HandOverSheet(day, items, hand_over_items.list_older(database, day, shop_id))

    def _parcels(self, lines: int, shop_id: int | None) -> Parcels:
        """Those of cases and those without an owner together, the longest here first."""
        database = self._bench.store.database
        waiting, unowned = receipts.count_waiting(database, shop_id), counted.count_box(database, shop_id)
        found = [*receipts.list_waiting(database, shop_id, lines), *receipts.list_box(database, shop_id, lines)]
        found.sort(key=lambda receipt: (receipt.arrived_at, receipt.id))
        return Parcels(tuple(found[:lines]), waiting + unowned, unowned)

    def _changes_at(
        self, now: datetime, sheet: HandOverSheet, soon: Sequence[BoardCase], shop_id: int | None
    ) -> datetime | None:
        """When a line moves to another panel though nobody writes: a clock ends or comes within a day, noon comes."""
        moments = [item.due_at for item in sheet.open_items if item.due_at > now]
        moments += [due for each in soon if (due := each.due_at) is not None and due > now]
        later = stored.next_due_after(self._bench.store.database, now + cases.DUE_SOON, shop_id=shop_id)
        if later is not None:
            moments.append(later - cases.DUE_SOON)
        return min(moments, default=None)

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


def end_of_day(now: datetime, time_zone: str) -> datetime:
    """The midnight that ends the day of `now` in that time zone."""
    here = zone(time_zone)
    tomorrow = now.astimezone(here).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time(), tzinfo=here)
