"""Alarms about batches: what several buyers report of one style and batch, and what was done about it (R003-19)."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from desktop.changes import ChangeSet
from desktop.services.register_writing import BY_HAND, follow_up
from desktop.services.texts import checked_text
from desktop.services.workbench import Workbench
from models.batch_records import BatchAlarm, BatchAlarmRule, BatchNotice, QualityReport
from models.errors import NotFound, UserError
from models.kinds import RegisterKind
from models.records import RegisterEntry
from models.rules.batch_alarm import (
    BATCH_ALARM,
    BatchKey,
    batch_key,
    could_ring,
    group_reports,
    list_alarms,
    next_edge,
    read_since,
    rule_from,
    wrong_in,
)
from models.store import batches, registers, shops
from models.store.transaction import Transaction

NOTE_SIGNS = 2_000
_NAMED = 120
_TABLES: Final = ("register_entry", "batch_notice", "buyer", "former_nick", "setting", "order_line")


@dataclass(frozen=True, slots=True)
class _Known:
    """What may ring, as read: the groups that could, and what was done; good for `since` or later.

    `alarms` are those of `made_at`, and hold until `edge`.
    """

    rule: BatchAlarmRule
    since: datetime
    groups: Mapping[BatchKey, tuple[QualityReport, ...]]
    notices: tuple[BatchNotice, ...]
    alarms: tuple[BatchAlarm, ...]
    made_at: datetime
    edge: datetime | None
    case_ids: frozenset[int]


class BatchAlarmService:
    """Reads the alarms live from the quality register. Safe to call from any thread."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._lock = threading.Lock()
        self._known: dict[int | None, _Known] = {}
        self._turn = 0
        bench.changes.subscribe(self._forget)

    def _forget(self, changes: ChangeSet) -> None:
        """Whatever may be read otherwise now; of changed cases only those that stand behind what may ring."""
        with self._lock:
            if not changes.tables or changes.touches(*_TABLES):
                self._known = {}
            elif changes.touches("case"):
                self._known = {
                    shop: known for shop, known in self._known.items() if known.case_ids.isdisjoint(changes.cases)
                }
            else:
                return
            self._turn += 1

    # Reading

    def rule(self) -> BatchAlarmRule:
        """How many distinct buyers within how many days ring; as by default where it was never chosen."""
        try:
            stored = shops.read_setting(self._bench.store.database, BATCH_ALARM)
        except ValueError:
            stored = None
        return rule_from(stored)

    def alarms(self, shop_id: int | None = None) -> tuple[BatchAlarm, ...]:
        """Every batch that rings or was dealt with in this period, of one shop or of all together; open ones first."""
        known, now = self._read(shop_id), self._bench.clock.now()
        if known.made_at <= now and (known.edge is None or now < known.edge):
            return known.alarms
        return list_alarms(known.groups, known.notices, known.rule, now)

    def find(self, style: str, batch: str, *, shop_id: int | None = None) -> BatchAlarm:
        """The alarm of one style and batch, its photos counted; NotFound `batch_quiet` if none rings."""
        key = batch_key(style, batch)
        for alarm in self.alarms(shop_id):
            if batch_key(alarm.style, alarm.batch) == key:
                ids = [report.case_id for report in alarm.reports if report.case_id is not None]
                photos = batches.count_photos(self._bench.store.database, ids)
                counted = (replace(each, photos=photos.get(each.case_id or 0, 0)) for each in alarm.reports)
                return replace(alarm, reports=tuple(counted))
        raise NotFound("batch_quiet", style=style[:120], batch=batch[:120])

    def _read(self, shop_id: int | None) -> _Known:
        now = self._bench.clock.now()
        with self._lock:
            known, turn = self._known.get(shop_id), self._turn
        if known is not None and known.since <= read_since(now, known.rule):
            return known
        rule, database = self.rule(), self._bench.store.database
        # A day more than is needed now, for the hours in which nobody writes anything.
        since = read_since(now, rule) - timedelta(days=1)
        reports = batches.list_reports(database, since, shop_id=shop_id, together=rule.threshold)
        groups = {key: group for key, group in group_reports(reports).items() if could_ring(group, rule)}
        notices = batches.list_notices(database, since)
        alarms = list_alarms(groups, notices, rule, now)
        cases = frozenset(each.case_id for each in reports if each.case_id is not None)
        fresh = _Known(rule, since, groups, notices, alarms, now, next_edge(groups.values(), rule, now), cases)
        with self._lock:
            if self._turn == turn:
                self._known[shop_id] = fresh
        return fresh

    # What was done

    def acknowledge(
        self, style: str, batch: str, *, stock_down: bool, supplier_told: bool, note: str = "",
        shop_id: int | None = None,
    ) -> int:  # fmt: skip
        """Note what was done about a batch that rings; returns the id of the notice. One action, undoable.

        It answers the reports known now, of one shop or (None) of all. UserError `batch_nothing_done` when neither is
        done nor anything noted, and those of texts; NotFound `batch_quiet` if it does not ring.
        """
        note = checked_text(note.strip(), limit=NOTE_SIGNS)
        if not (stock_down or supplier_told or note):
            raise UserError("batch_nothing_done")
        alarm = self.find(style, batch, shop_id=shop_id)
        named = {"style": alarm.style[:_NAMED], "batch": alarm.batch[:_NAMED]}

        def work(transaction: Transaction) -> int:
            stamp = transaction.stamp
            notice = transaction.insert(
                "batch_notice", shop_id=shop_id, style=alarm.style, batch=alarm.batch,
                covers_until=max(stamp.now, alarm.last_at), buyers=alarm.buyers, severe=alarm.severe,
                acknowledged_at=stamp.now, acknowledged_by=stamp.person, stock_down=stock_down,
                supplier_told=supplier_told, note=note,
            )  # fmt: skip
            transaction.record(
                "batch_acknowledged", entity="batch_notice", entity_id=notice,
                details={
                    **named, "buyers": alarm.buyers, "stock_down": stock_down, "supplier_told": supplier_told,
                    "note": note, "done": _done(stock_down, supplier_told, note),
                },
            )  # fmt: skip
            return notice

        return self._bench.act("batch_acknowledged", work, values=named)

    def mark_severe(self, entry_id: int, severe: bool = True) -> int:
        """Say that a quality line's fault is severe and confirmed, so that it rings at once (R004-30), or that it is
        not. Returns the id of the line that says it: a correcting one when its month is closed.

        NotFound for no line of the quality register.
        """
        return self.mark_all([entry_id], severe)[0]

    def mark_all(self, entry_ids: Sequence[int], severe: bool = True) -> tuple[int, ...]:
        """`mark_severe` of several lines as one action; nothing is written where all say so already."""
        database = self._bench.store.database
        roots: dict[int, tuple[RegisterEntry, set[str]]] = {}
        for entry_id in entry_ids:
            root, chain = registers.load_chain(database, entry_id)
            if root.register is not RegisterKind.QUALITY:
                raise NotFound("row_not_found", table="register_entry", row=entry_id)
            by_hand = ",".join(str(each.columns.get(BY_HAND, "")) for each in (root, *chain))
            roots[entry_id] = (root, set(filter(None, by_hand.split(","))))
        now = {
            each.entry_id: each.severe for each in batches.list_reports_of(database, [r.id for r, _ in roots.values()])
        }
        wanted = {entry_id: each for entry_id, each in roots.items() if now.get(each[0].id) is not severe}
        if not wanted:
            return tuple(entry_ids)
        code = "quality_severe" if severe else "quality_not_severe"

        def work(transaction: Transaction) -> tuple[int, ...]:
            moment = transaction.stamp.now.isoformat() if severe else ""
            written: dict[int, int] = {}
            for entry_id, (root, by_hand) in wanted.items():
                # What a person said of it stays when the case is decided anew.
                kept = ",".join(sorted({*by_hand, "severe"}))
                columns = {"severe": "true" if severe else "false", "severe_at": moment, BY_HAND: kept}
                written[entry_id] = follow_up(transaction, root, columns=columns)
                transaction.record(
                    code, entity="register_entry", entity_id=root.id, case_id=root.case_id,
                    details={"line": written[entry_id]},
                )  # fmt: skip
            return tuple(written.get(entry_id, entry_id) for entry_id in entry_ids)

        return self._bench.act(code, work)

    # The rule

    def set_rule(self, rule: BatchAlarmRule) -> None:
        """Keep another rule as one action that can be undone. UserError `batch_rule_wrong` with the `field`."""
        wrong = wrong_in(rule)
        if wrong:
            raise UserError("batch_rule_wrong", field=wrong)
        before = self.rule()
        if rule == before:
            return

        def work(transaction: Transaction) -> None:
            shops.change_setting(transaction, BATCH_ALARM, asdict(rule))
            transaction.record(
                "batch_rule_kept", entity="setting", entity_id=0,
                details={"buyers": rule.threshold, "days": rule.days, "was_buyers": before.threshold,
                         "was_days": before.days},
            )  # fmt: skip

        self._bench.act("batch_rule_kept", work, values={"buyers": rule.threshold, "days": rule.days})


def _done(stock_down: bool, supplier_told: bool, note: str) -> dict[str, str]:
    """What was done, in both languages, for the history."""
    said = {
        "zh": (("已下架停售", stock_down), ("已告知供应商", supplier_told), (note, bool(note))),
        "en": (("taken off sale", stock_down), ("supplier told", supplier_told), (note, bool(note))),
    }
    between = {"zh": "，", "en": ", "}
    return {language: between[language].join(text for text, on in parts if on) for language, parts in said.items()}
