"""`callbacks due`: what is due and late; `callbacks ics`: the call-backs as a calendar file."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from desktop.commands.output import Output
from desktop.context import AppContext
from desktop.words import word
from models.call_back_records import CallFilters
from models.call_kinds import LateLevel
from models.errors import NotFound
from models.kinds import Tier
from models.records import CallBackRow
from models.rules.calendar_choices import Shown
from models.rules.calendar_events import masked_number
from models.rules.call_levels import queue_place


def write_calendar(context: AppContext, options: Namespace, output: Output) -> int:
    """Write one calendar file; an option given here holds for this file only."""
    context.call_backs.plan_missing()
    feed = context.calendar_feed
    chosen, out = feed.choices(), Path(options.out)
    chosen = replace(
        chosen,
        days=chosen.days if options.days is None else options.days,
        name=Shown(options.names) if options.names else chosen.name,
        phone=Shown(options.phone) if options.phone else chosen.phone,
        buyer_id=chosen.buyer_id if options.buyer_id is None else options.buyer_id,
        subject=chosen.subject if options.subject is None else options.subject,
    )
    count = feed.export(out, language=options.lang, choices=chosen)
    output.line(f"{count} -> {out}")
    output.value({"count": count, "file": out})
    return 0


def list_due(context: AppContext, options: Namespace, output: Output) -> int:
    """Every open call-back until the day, in the order of the queue: late ones first, then day by day.

    Whoever ought to have one and has none is planned first, as when the window opens.
    """
    calls = context.call_backs
    calls.plan_missing()
    day = options.on or calls.desk().today
    rows = sorted(calls.due(day, CallFilters(shops=_shops(context, options.shop))), key=_place)
    names = {shop.id: shop.name for shop in context.shops.list_shops()}
    people = {person.id: person.name for person in context.shops.list_people()}
    for row in rows:
        output.line(_line(row, options.lang))
    late = sum(1 for row in rows if row.late)
    output.line(f"{len(rows)} 项，拖期 {late} 项" if options.lang == "zh" else f"{len(rows)} due, {late} late")
    listed = [_as_data(row, names, people) for row in rows]
    output.value({"on": day, "count": len(rows), "late": late, "call_backs": listed})
    return 0


def _place(row: CallBackRow) -> tuple[object, ...]:
    return (not row.late, date.min if row.late else row.call_back.due_on, queue_place(row))


def _shops(context: AppContext, wanted: str) -> tuple[int, ...]:
    """The shops to list; all of them whatever the window shows. NotFound for a shop that is not there."""
    known = context.shops.list_shops()
    if not wanted:
        return tuple(shop.id for shop in known)
    found = [shop.id for shop in known if shop.name == wanted] or [shop.id for shop in known if str(shop.id) == wanted]
    if not found:
        raise NotFound("shop_not_found", shop=wanted[:80])
    return tuple(found)


def _line(row: CallBackRow, language: str) -> str:
    call_back = row.call_back
    late = f"+{row.late}{'!' if row.level is LateLevel.RED else ''}" if row.late else ""
    parts = (
        call_back.due_on.isoformat(), call_back.at_time or "--:--", f"{late:>5}", _tier(row.tier) or "--", row.nick,
        masked_number(row.phone.strip()), word(call_back.channel, language), word(call_back.kind, language),
        call_back.subject,
    )  # fmt: skip
    return "  ".join(part for part in parts if part)


def _tier(tier: Tier) -> str:
    return tier.value.upper() if tier is not Tier.NONE else ""


def _as_data(row: CallBackRow, shops: Mapping[int, str], people: Mapping[int, str]) -> dict[str, object]:
    call_back = row.call_back
    return {
        "id": call_back.id, "due_on": call_back.due_on, "at_time": call_back.at_time, "late_days": row.late,
        "level": row.level.name.lower(), "tier": row.tier, "special": row.special, "buyer_id": call_back.buyer_id,
        "buyer": row.nick, "phone": masked_number(row.phone.strip()), "channel": call_back.channel,
        "kind": call_back.kind, "subject": call_back.subject, "case_id": call_back.case_id,
        "shop": shops.get(row.shop_id, ""), "person": people.get(call_back.person_id or 0, ""),
    }  # fmt: skip
