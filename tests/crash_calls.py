"""The work of `python -m tests.crash --flow calls`: call-backs planned, logged, moved and closed, a calendar kept.

Acknowledged is what the program said is done; looked at as the next start would find it, and the calendar as a phone
would: whole, never with a number lower than one it saw, and after the first writing of the next start as the store is.
"""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlcipher3 import dbapi2

    from desktop.context import AppContext

CALENDAR = "calendar/aftercase-call-backs.ics"
_ONE_OPEN = (
    "SELECT b.id, count(c.id) FROM buyer b LEFT JOIN call_back c ON c.buyer_id = b.id AND c.state = 'due'"
    " AND c.kind = 'rhythm' AND c.deleted_at IS NULL WHERE b.tier <> 'none' AND b.consent = 'given'"
    " AND b.merged_into IS NULL GROUP BY b.id HAVING count(c.id) <> 1"
)
_OF_REFUSED = (
    "SELECT c.id FROM call_back c JOIN buyer b ON b.id = c.buyer_id WHERE c.state = 'due' AND c.deleted_at IS NULL"
    " AND b.consent = 'refused'"
)


def work(folder: Path, ack: Path, seed: int) -> None:
    """For ever; each line of `ack` is written after the program said that it is done."""
    from models.store.verify import verify_store
    from tests.crash_shop import opened_shop

    chance = random.Random(seed)
    context, shop = opened_shop(folder)
    said = os.open(ack, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def tell(*words: object) -> None:
        os.write(said, (" ".join(map(str, words)) + "\n").encode())

    if not verify_store(context.store).holds:
        raise AssertionError("the store does not hold")
    place = folder.parent / CALENDAR
    place.parent.mkdir(exist_ok=True)
    if context.calendar_feed.state().folder is None:
        context.calendar_feed.keep_in(place.parent)
        tell("kept_in")
    # As the window does at its start.
    context.call_backs.plan_missing()
    _written(context, place)
    for at in range(1_000_000):
        number = f"{seed}-{at}"
        buyer = context.opening.add_buyer(shop, f"花果山_{number}", phone="13800000387")
        _a_buyer(context, chance, tell, buyer, number)
        _a_case(context, tell, buyer, number)
        _the_shop(context, chance, tell, shop, number)
        _written(context, place)


def _written(context: AppContext, place: Path) -> None:
    """Bring the calendar up to date; it must say what the store says."""
    context.calendar_feed.write_now("zh")
    last = context.call_backs.desk().today + timedelta(days=context.calendar_feed.choices().days)
    still = {row.call_back.id: row.call_back.due_on for row in context.call_backs.due(date.max)}
    days = {uid: day for uid, (_, day) in standing(place).items() if day is not None}
    listed = {int(uid.split("@")[0].rpartition("-")[2]): day for uid, day in days.items()}
    # What was once in it is followed to a day out of its sight.
    if not listed.items() <= still.items() or not {each for each, day in still.items() if day <= last} <= set(listed):
        raise AssertionError(f"the calendar says {len(listed)}, the store {len(still)}")


def _a_buyer(context: AppContext, chance: random.Random, tell: Callable[..., None], buyer: int, number: str) -> None:
    from models.call_kinds import Channel
    from models.kinds import CallOutcome, Tier

    calls, today = context.call_backs, context.call_backs.desk().today
    later = today + timedelta(days=chance.randrange(1, 60))
    context.contact.agree(buyer, Channel.PHONE, number)
    tell("agreed", buyer, number)
    context.vips.set_tier(buyer, chance.choice((Tier.V1, Tier.V2, Tier.V3)))
    tell("vip", buyer)
    for turn in range(3):
        outcome = chance.choice(list(CallOutcome))
        made = calls.log_call(outcome, buyer_id=buyer, note=f"{number}.{turn}", tags=[number], promise=(number, later))
        tell("call", made, f"{number}.{turn}")
    (*promised,) = context.call_backs.find_buyer_card(buyer).promises
    tell("promised", len(promised), number)
    calls.keep_promise(promised[0].id, f"送到 {number}")
    tell("kept", promised[0].id)
    for how in ("move", "snooze", "skip"):
        open_one = context.call_backs.find_buyer_card(buyer).call_back
        assert open_one is not None
        if how == "skip":
            calls.skip(open_one.id, f"放假 {number}")
        elif how == "move":
            calls.move(open_one.id, later, f"改期 {number}")
        else:
            calls.snooze(open_one.id, later + timedelta(days=1), f"出差 {number}")
        tell(f"call_{how}", number)
    if chance.random() < 0.3:
        context.contact.opt_out(buyer, number)
        tell("out", buyer)


def _a_case(context: AppContext, tell: Callable[..., None], buyer: int, number: str) -> None:
    from models.case_call_records import CaseCallOffer
    from models.kinds import CaseState, Problem

    case_id = context.cases.open_case(problem=Problem.DAMAGED, buyer_id=buyer, summary=number)
    context.cases.change_state([case_id], CaseState.DONE)
    if isinstance(context.case_calls.offer(case_id), CaseCallOffer):
        tell("after", context.case_calls.plan(case_id), case_id)


def _the_shop(context: AppContext, chance: random.Random, tell: Callable[..., None], shop: int, number: str) -> None:
    from models.kinds import Platform
    from models.rules.call_settings import QuietDays, TierRule
    from models.rules.call_settings_json import STANDARD
    from models.store.order_import import ImportedOrder, import_orders

    first = context.call_backs.desk().today + timedelta(days=chance.randrange(5, 300))
    kept_days = context.quiet_periods.list_all()
    if len(kept_days) >= 20:
        context.quiet_periods.remove(kept_days[0].id)
    elif all(each.first != first for each in kept_days):
        tell("quiet", context.quiet_periods.add(QuietDays(first, first + timedelta(days=3), number)), number)
    capacity = chance.randrange(1, 200)
    tell("wish", capacity)
    rules = tuple(TierRule(rule.tier, spend=rule.spend // 100) for rule in STANDARD.tiers)
    context.call_rules.keep(replace(context.call_rules.read(), capacity=capacity, tiers=rules, tiers_on=True))
    tell("capacity", capacity)
    now = datetime.now(UTC)
    order = ImportedOrder(f"T{number}", Platform.TAOBAO, "CNY", "Asia/Shanghai", paid=chance.randrange(1_000, 20_000),
                          buyer_nick=f"龙宫_{number}", created_at=now)  # fmt: skip
    context.bench.act("orders_imported", lambda work: import_orders(work, shop, [order]), undoable=False)
    proposals = context.vips.proposals()
    if proposals:
        answered = proposals[0]
        if chance.random() < 0.7:
            context.vips.accept([answered.buyer_id])
            tell("tier", answered.buyer_id, answered.proposed.value)
        else:
            context.vips.decline([answered.buyer_id])
            tell("declined", answered.buyer_id, answered.proposed.value)


def kept(connection: dbapi2.Connection, lines: list[str]) -> dict[str, set[str]]:
    """What of the things acknowledged is there, by their words."""

    def pairs(sql: str) -> set[str]:
        return {" ".join(map(str, row)) for row in connection.execute(sql)}

    told = {
        (action, json.loads(details).get("reason", "").rpartition(" ")[2])
        for action, details in connection.execute("SELECT action, details FROM history JOIN history_detail USING (seq)")
        if action in ("call_moved", "call_snoozed", "call_skipped")
    }
    return {
        "kept_in": {""} if pairs("SELECT value FROM setting WHERE key = 'calendar_folder'") else set(),
        "agreed": pairs("SELECT buyer_id, way FROM contact_consent WHERE deleted_at IS NULL"),
        "vip": pairs("SELECT id FROM buyer WHERE tier <> 'none'"),
        "call": pairs("SELECT id, note FROM call_record WHERE deleted_at IS NULL"),
        "promised": pairs(
            "SELECT count(*), subject FROM call_back WHERE kind = 'promise' AND deleted_at IS NULL GROUP BY subject"
        ),
        "kept": pairs("SELECT id FROM call_back WHERE kind = 'promise' AND state = 'done'"),
        "call_move": {text for action, text in told if action == "call_moved"},
        "call_snooze": {text for action, text in told if action == "call_snoozed"},
        "call_skip": {text for action, text in told if action == "call_skipped"},
        "out": pairs("SELECT id FROM buyer WHERE consent = 'refused'"),
        "after": pairs("SELECT id, case_id FROM call_back WHERE kind = 'satisfaction'"),
        # Taken away again it is still a row.
        "quiet": pairs("SELECT id, title FROM quiet_period"),
        "wish": {line.partition(" ")[2] for line in lines if line.startswith("wish ")},
        "capacity": _capacity(connection, lines),
        "tier": pairs("SELECT id, tier FROM buyer"),
        "declined": pairs("SELECT buyer_id, tier FROM tier_decline WHERE deleted_at IS NULL"),
    }


def _capacity(connection: dbapi2.Connection, lines: list[str]) -> set[str]:
    """All that were told, without the last where neither it nor what was wished after it is what stands."""
    told = [at for at, line in enumerate(lines) if line.startswith("capacity ")]
    if not told:
        return set()
    row = connection.execute(
        "SELECT json_extract(value, '$.capacity') FROM setting WHERE key = 'call_rules'"
    ).fetchone()
    last = lines[told[-1]].partition(" ")[2]
    wished = {last, *(line.partition(" ")[2] for line in lines[told[-1] :] if line.startswith("wish "))}
    return {lines[at].partition(" ")[2] for at in told} - (set() if row and str(row[0]) in wished else {last})


def half(connection: dbapi2.Connection, folder: Path, seen: dict[str, int]) -> list[str]:
    """What is not as it must be whenever the program died; `seen` is what a phone knows of the calendar so far."""
    found = [f"buyer {buyer} has {count} open call-backs" for buyer, count in connection.execute(_ONE_OPEN)]
    found += [f"call-back {each} of one who opted out is open" for (each,) in connection.execute(_OF_REFUSED)]
    place = folder.parent / CALENDAR
    if not place.exists():
        return found
    try:
        events = standing(place)
    except ValueError as error:
        return [*found, f"the calendar is not whole: {error}"]
    known = dict(connection.execute("SELECT uid, sequence FROM calendar_entry").fetchall())
    for uid, (sequence, _) in events.items():
        if sequence < seen.get(uid, 0):
            found.append(f"{uid} went back from {seen[uid]} to {sequence}")
        if sequence > known.get(uid, -1):
            found.append(f"{uid} is out with {sequence}, the store knows {known.get(uid)}")
        seen[uid] = sequence
    return found


def standing(place: Path) -> dict[str, tuple[int, object]]:
    """By UID the sequence and the day, None for a cancelled one. ValueError for a file that is not whole."""
    from icalendar import Calendar

    calendar = Calendar.from_ical(place.read_bytes())
    found: dict[str, tuple[int, object]] = {}
    for event in calendar.events:
        day = event["DTSTART"].dt
        uid = str(event["UID"])
        if uid in found:
            raise ValueError(f"{uid} stands twice")
        stands = event["STATUS"] != "CANCELLED"
        found[uid] = int(event["SEQUENCE"]), (day.date() if isinstance(day, datetime) else day) if stands else None
    return found
