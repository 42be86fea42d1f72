"""The alarms of the morning board: what is wrong, what waits too long, and what was put off until tomorrow."""

from __future__ import annotations

import calendar
import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from desktop.changes import ChangeSet
from desktop.services.shop_days import month_limits
from desktop.services.workbench import Workbench
from desktop.settings import Settings
from models.board_records import Alarm, AlarmKind
from models.clock import zone
from models.kinds import RegisterKind
from models.months import Month
from models.register_kinds import RegisterState
from models.rules.serial_returns import SERIAL_RETURNS, SerialReturnsRule, rule_from
from models.store import board as stored
from models.store import board_alarms as counted
from models.store import receipts, shops

if TYPE_CHECKING:
    from desktop.services.batch_alarms import BatchAlarmService
    from desktop.services.penalties import PenaltyService
    from models.receiving_records import FreshMatch

VERIFY_EVERY: Final = timedelta(days=30)
MONTH_END: Final = 5
"""So many days before its end a month's claims are to be handed in (R003-21: settled at month end)."""
NEAR_NODE: Final = 3
"""So few points before a node it is told of, or where what is expected would reach it."""
CROSSED: Final = timedelta(days=7)
"""So long after the newest points a node that was reached is told of."""
PUT_OFF: Final = "board_put_off"
# Below so many points nothing is near, whatever size of a node a pack gives.
_NEAR: Final = 3
_BATCH_PERIOD: Final = timedelta(days=367)
_NEW_CASE: Final = timedelta(days=2)
_MONTHLY: Final = (
    RegisterKind.CARRIER_CLAIM, RegisterKind.WRONG_SHIPMENT, RegisterKind.COMPENSATION, RegisterKind.PENALTY,
    RegisterKind.INVOICE, RegisterKind.QUALITY, RegisterKind.RETURNED_PARCEL,
)  # fmt: skip
_LONGEST_KEY: Final = 100
_RANK: Final = {kind: place for place, kind in enumerate(AlarmKind)}


@dataclass(frozen=True, slots=True)
class AlarmServices:
    """What is asked for more than a count, each made when it is first wanted."""

    batches: Callable[[], BatchAlarmService]
    penalties: Callable[[], PenaltyService]


class BoardAlarms:
    """Reads them. Counts come from indexes; services are loaded only where there is something they could say."""

    def __init__(self, bench: Workbench, settings: Settings, services: AlarmServices) -> None:
        self._bench = bench
        self._settings = settings
        self._services = services
        self._points: dict[tuple[int, date], tuple[Alarm, ...]] = {}
        self._changed: dict[int | None, tuple[tuple[str, str, int], ...]] = {}
        self._returners: dict[tuple[int | None, date, SerialReturnsRule], tuple[counted.Returner, ...]] = {}
        self._fresh: dict[int | None, tuple[FreshMatch, ...]] = {}
        bench.changes.subscribe(self._forget)

    def _forget(self, changes: ChangeSet) -> None:
        # A check of the files writes no rows that Undo remembers, so its change set names no table.
        if not changes.tables or changes.touches("evidence"):
            self._changed = {}
        if not changes.tables or changes.touches("case", "resolution", "order", "buyer", "setting"):
            self._returners = {}
        if not changes.tables or changes.touches("register_entry", "setting", "shop", "own_pack", "pack_number"):
            self._points = {}
        if not changes.tables or changes.touches("return_receipt", "parcel", "order", "register_entry", "case", "shop"):
            self._fresh = {}

    def list_alarms(
        self, now: datetime, lines: int, shop_id: int | None, *, quick: bool = False
    ) -> tuple[tuple[Alarm, ...], int]:
        """The alarms of this moment, the gravest first, and how many more were put off until tomorrow.

        `quick`: without those whose services are loaded first, where `has_slow` says there may be some.
        """
        today = now.astimezone(zone(self._bench.time_zone)).date()
        found = [*self._data(now, lines, shop_id), *self._shop(now, today, shop_id)]
        if not quick:
            found += [*self._bad_batches(now, shop_id), *self._penalties(now, today, shop_id), *self._owners(shop_id)]
        found.sort(key=lambda alarm: _RANK[alarm.kind])
        quiet = self._quiet(today)
        loud = [alarm for alarm in found if not (alarm.can_wait and alarm.key in quiet)]
        here = zone(self._bench.time_zone)
        marked = (
            replace(alarm, fresh=alarm.since is not None and alarm.since.astimezone(here).date() == today)
            for alarm in loud
        )
        return tuple(marked), len(found) - len(loud)

    def has_slow(self, now: datetime, shop_id: int | None) -> bool:
        """Whether batches, points or parcels may give an alarm: what tells of them is loaded when first wanted."""
        today = now.astimezone(zone(self._bench.time_zone)).date()
        if counted.count_box(self._bench.store.database, shop_id):
            return True
        return self._has_reports(now) or any(points >= _NEAR for points, _ in self._taken(today, shop_id).values())

    # Put off for today

    def put_off(self, key: str) -> None:
        """Say nothing more of an alarm until tomorrow of the desk; one that something new comes to speaks again."""
        today = self._today()
        keys = self._quiet(today)
        if 0 < len(key) <= _LONGEST_KEY and key not in keys:
            self._settings.set(PUT_OFF, {"day": today.isoformat(), "keys": [*keys, key]})

    def show_again(self) -> None:
        """Tell of everything that was put off today."""
        self._settings.set(PUT_OFF, {"day": self._today().isoformat(), "keys": []})

    def _today(self) -> date:
        return self._bench.clock.now().astimezone(zone(self._bench.time_zone)).date()

    def _quiet(self, today: date) -> tuple[str, ...]:
        kept = self._settings.get(PUT_OFF)
        if not isinstance(kept, dict) or kept.get("day") != today.isoformat() or not isinstance(kept.get("keys"), list):
            return ()
        return tuple(key for key in kept["keys"] if isinstance(key, str))

    # Evidence and data

    def _data(self, now: datetime, lines: int, shop_id: int | None) -> Iterator[Alarm]:
        database = self._bench.store.database
        kept = self._changed
        if shop_id not in kept:
            # Kept from board to board: without an index it is a walk over all evidence, 170 ms for 300,000 pieces.
            kept[shop_id] = stored.list_changed_evidence(database, limit=lines, shop_id=shop_id)
        for number, nick, count in kept[shop_id]:
            yield Alarm(AlarmKind.EVIDENCE_CHANGED, count, number, nick)
        checked = stored.last_verified(database)
        since = checked or stored.first_event(database)
        if since is not None and now - since > VERIFY_EVERY and stored.has_evidence(database):
            kind = AlarmKind.VERIFIED_LONG_AGO if checked else AlarmKind.NEVER_VERIFIED
            yield Alarm(kind, (now - since).days, since=since, key=kind)

    # The shop's day and month

    def _shop(self, now: datetime, today: date, shop_id: int | None) -> Iterator[Alarm]:
        yield from self._serial(now, today, shop_id)
        yield from self._claims(now, today, shop_id)
        yield from self._months(today, shop_id)
        database = self._bench.store.database
        bad, first = counted.bad_reviews(database, shop_id)
        if bad:
            yield Alarm(AlarmKind.BAD_REVIEWS, bad, since=first, key=_key(AlarmKind.BAD_REVIEWS, bad))
        yesterday = datetime.combine(today - timedelta(days=1), time(), tzinfo=zone(self._bench.time_zone))
        named = counted.review_problems(database, yesterday, shop_id)
        if named:
            yield Alarm(AlarmKind.REVIEW_PROBLEMS, named, key=_key(AlarmKind.REVIEW_PROBLEMS, named, today))
        late = counted.lines_past(database, RegisterKind.INVOICE, (RegisterState.OPEN,), now, shop_id)
        if late.count:
            yield Alarm(
                AlarmKind.INVOICES_LATE, late.count, since=late.first_at, register=RegisterKind.INVOICE,
                amounts=late.amounts, key=_key(AlarmKind.INVOICES_LATE, late.count),
            )  # fmt: skip
        again = receipts.list_to_remind(database, now, shop_id)
        if again:
            newest = max(receipt.id for receipt in again)
            key = _key(AlarmKind.UNOWNED_PARCELS, len(again), newest)
            yield Alarm(AlarmKind.UNOWNED_PARCELS, len(again), key=key)

    def _owners(self, shop_id: int | None) -> Iterator[Alarm]:
        """Parcels without an owner whose number came in since with an order or a case."""
        if not counted.count_box(self._bench.store.database, shop_id):
            return
        if shop_id not in self._fresh:
            # Loaded with the first parcel in the box, and kept until something it stands on changes.
            from desktop.services.receipt_fresh import fresh_matches

            self._fresh[shop_id] = fresh_matches(self._bench.store.database, shop_id)
        found = self._fresh[shop_id]
        if found:
            first, ids = found[0], [each.receipt.id for each in found]
            yield Alarm(
                AlarmKind.PARCEL_FOUND, len(found), first.match.case_number, title=first.receipt.tracking_number,
                of=first.receipt.id, key=_key(AlarmKind.PARCEL_FOUND, *ids),
            )  # fmt: skip

    def _bad_batches(self, now: datetime, shop_id: int | None) -> Iterator[Alarm]:
        if not self._has_reports(now):
            return
        service = self._services.batches()
        days = service.rule().days
        for found in service.alarms(shop_id):
            if found.open:
                yield Alarm(
                    AlarmKind.BATCH, found.buyers, since=found.last_at, shop_id=found.shop_id, title=found.item,
                    of=len(found.reports), days=days, batch=found,
                    key=_key(AlarmKind.BATCH, found.style, found.batch, found.last_at),
                )  # fmt: skip

    def _penalties(self, now: datetime, today: date, shop_id: int | None) -> Iterator[Alarm]:
        """Ledgers of this year near a node, or over one since a few days."""
        for shop, (points, newest) in self._taken(today, shop_id).items():
            if points < _NEAR:
                continue
            if (shop, today) not in self._points:
                self._points[shop, today] = tuple(self._near_nodes(shop, now, newest))
            yield from self._points[shop, today]

    def _has_reports(self, now: datetime) -> bool:
        return counted.has_lines(self._bench.store.database, RegisterKind.QUALITY, now - _BATCH_PERIOD)

    def _taken(self, today: date, shop_id: int | None) -> Mapping[int, tuple[int, datetime]]:
        return counted.points_taken(self._bench.store.database, self._start(Month(today.year, 1)), shop_id)

    def _near_nodes(self, shop_id: int, now: datetime, newest: datetime) -> Iterator[Alarm]:
        ledgers = self._services.penalties().ledgers(shop_id)
        name = shops.find_shop(self._bench.store.database, shop_id).name
        for ledger, held in ledgers.items():
            crossed = held.nodes > 0 and now - newest <= CROSSED
            near = held.left <= NEAR_NODE or held.left <= held.expected
            if held.points + held.expected and (crossed or near):
                reached = held.next_node // (held.nodes + 1) * held.nodes
                node = reached if crossed and not near else held.next_node
                yield Alarm(
                    AlarmKind.PENALTY_NODE, held.points, since=newest, shop_id=shop_id, shop_name=name,
                    title=ledger.value, of=node, days=held.expected, register=RegisterKind.PENALTY,
                    key=_key(AlarmKind.PENALTY_NODE, shop_id, ledger, held.points, held.expected),
                )  # fmt: skip

    def _serial(self, now: datetime, today: date, shop_id: int | None) -> Iterator[Alarm]:
        rule = rule_from(self._settings.get(SERIAL_RETURNS))
        if (shop_id, today, rule) not in self._returners:
            since = now - timedelta(days=rule.days)
            found = counted.returners(self._bench.store.database, now - _NEW_CASE, since, rule.returns, shop_id)
            self._returners = {(shop_id, today, rule): found}
        for each in self._returners[shop_id, today, rule]:
            yield Alarm(
                AlarmKind.SERIAL_RETURNS, each.returns, each.case_number, each.nick, since=each.opened_at,
                buyer_id=each.buyer_id, days=rule.days, of=round(100 * each.refunded / each.paid) if each.paid else 0,
                key=_key(AlarmKind.SERIAL_RETURNS, each.buyer_id, each.case_number),
            )  # fmt: skip

    def _claims(self, now: datetime, today: date, shop_id: int | None) -> Iterator[Alarm]:
        database, claims = self._bench.store.database, RegisterKind.CARRIER_CLAIM
        late = counted.lines_past(database, claims, (RegisterState.HANDED_IN,), now, shop_id)
        if late.count:
            yield Alarm(
                AlarmKind.CLAIMS_LATE, late.count, since=late.first_at, register=claims, amounts=late.amounts,
                key=_key(AlarmKind.CLAIMS_LATE, late.count),
            )  # fmt: skip
        # Those of this month only when it is about to end; those of months before at any time.
        left = calendar.monthrange(today.year, today.month)[1] - today.day
        until = now if left < MONTH_END else self._start(Month.of(today))
        waiting = counted.lines_before(database, claims, RegisterState.OPEN, until, shop_id)
        if waiting.count:
            yield Alarm(
                AlarmKind.CLAIMS_NOT_HANDED_IN, waiting.count, register=claims, amounts=waiting.amounts, days=left,
                key=_key(AlarmKind.CLAIMS_NOT_HANDED_IN, waiting.count),
            )  # fmt: skip

    def _months(self, today: date, shop_id: int | None) -> Iterator[Alarm]:
        last = Month.of(today).plus(-1)
        found = counted.open_months(
            self._bench.store.database, str(last), self._start(last), self._start(last.plus(1)), _MONTHLY, shop_id
        )
        for each in found:
            yield Alarm(
                AlarmKind.MONTH_OPEN, len(each.registers), of=each.lines, shop_id=each.shop_id, month=last,
                shop_name=each.shop_name, register=each.registers[0],
                key=_key(AlarmKind.MONTH_OPEN, last, each.shop_id),
            )  # fmt: skip

    def _start(self, month: Month) -> datetime:
        return month_limits(month, zone(self._bench.time_zone))[0]


def _key(kind: AlarmKind, *parts: object) -> str:
    """What tells two alarms apart, short whatever a batch is called."""
    text = "\n".join(map(str, parts))
    return f"{kind}:{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:16]}"
