"""A year of everything that happens to call-backs: every calendar that takes the files ends with exactly the open ones."""

from __future__ import annotations

import random
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from desktop.bootstrap import build
from desktop.context import AppContext
from desktop.exporters.calendar_marks import published_sequences
from desktop.services.calendar_feed import FILE_NAME
from models.call_kinds import CallBackKind, Channel
from models.clock import FixedClock
from models.errors import UserError
from models.kinds import CallOutcome, CaseState, Consent, Problem, Tier
from models.records import CallBack
from models.rules.calendar_choices import CalendarChoices, Shown
from tests.desktop.services.calendar_phone import NAMED, Phone, add_buyer, opened

AHEAD = CalendarChoices(days=400)
ENTRIES = "call_back_id, uid, sequence, digest, written_at, cancelled"


def do_something(ctx: AppContext, chance: random.Random, each: CallBack) -> None:
    calls, today = ctx.call_backs, ctx.call_backs.desk().today
    match chance.randrange(12):
        case 0 | 1 if each.kind is CallBackKind.PROMISE:
            calls.keep_promise(each.id)
        case 0 | 1:
            calls.log_call(CallOutcome.REACHED, call_back_id=each.id)
        case 2:
            calls.log_call(CallOutcome.NO_ANSWER, call_back_id=each.id)
        case 3:
            calls.move(each.id, today + timedelta(days=chance.randrange(1, 20)), "later", at_time="15:20")
        case 4:
            calls.skip(each.id, "holiday")
        case 5:
            ctx.contact.opt_out(each.buyer_id, "chat")
            ctx.contact.agree(each.buyer_id, Channel.PHONE, "chat")
        case 6 | 7:
            calls.promise(each.buyer_id, "send a cushion", today + timedelta(days=chance.randrange(1, 40)))
        case 8 | 9:
            case_id = ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=each.buyer_id)
            ctx.cases.change_state([case_id], CaseState.DONE)
            ctx.case_calls.plan(case_id)
        case 10:
            others = sorted({row.call_back.buyer_id for row in calls.due(date(2099, 1, 1))} - {each.buyer_id})
            if len(others) > 3:
                ctx.buyers.merge(each.buyer_id, chance.choice(others))
        case _:
            ctx.bench.undo_last()


def entries(ctx: AppContext, put: list[Any] | None = None) -> list[Any]:
    """What calendar files said, as the folder keeps it; `put` back as an older copy of the folder has it, which knows
    nothing of call-backs that came later."""
    database: Any = ctx.store.database
    for row in put or ():
        database.execute_sql(f"INSERT OR REPLACE INTO calendar_entry ({ENTRIES}) VALUES (?, ?, ?, ?, ?, ?)", row)
    found: list[Any] = database.execute_sql(f"SELECT {ENTRIES} FROM calendar_entry").fetchall()
    return found


def test_a_year_leaves_exactly_the_open_call_backs_in_every_calendar(
    ctx: AppContext, clock: FixedClock, tmp_path: Path
) -> None:
    chance, feed, folder = random.Random(7), ctx.calendar_feed, tmp_path / "cloud"
    folder.mkdir()
    feed.choose(AHEAD)
    feed.keep_in(folder)
    for place in range(7):
        buyer = add_buyer(ctx, f"tb_{place}")
        ctx.call_backs.set_consent(buyer, Consent.GIVEN, "chat")
        ctx.call_backs.set_tier(buyer, Tier.V2)
    subscribed, both, lazy = Phone(), Phone(), Phone()
    highest: dict[str, int] = {}
    kinds: set[CallBackKind] = set()
    older: list[Any] = []
    for fortnight in range(26):
        for _ in range(3):
            rows = [row.call_back for row in ctx.call_backs.due(date(2099, 1, 1))]
            kinds |= {row.kind for row in rows}
            if not rows:
                ctx.call_backs.plan_missing()
                continue
            with suppress(UserError):
                do_something(ctx, chance, chance.choice(rows))
            if chance.random() < 0.3:
                ctx.bench.undo_last()
        clock.advance(timedelta(days=14))
        if fortnight == 10:
            older = entries(ctx)
        elif fortnight == 12:
            entries(ctx, older)
        # Written for once with names, then the one that is subscribed to, which names nobody.
        out = tmp_path / "out.ics"
        feed.export(out, language="en", choices=CalendarChoices(days=400, name=Shown.WHOLE, subject=True))
        feed.write_now("zh")
        now = opened(ctx)
        for phone, file in ((both, out), (subscribed if fortnight % 2 else both, folder / FILE_NAME)):
            data = file.read_bytes()
            phone.take(data)
            assert phone.stands() == now
            for uid, sequence in published_sequences(data).items():
                assert sequence >= highest.get(uid, -1)
                highest[uid] = sequence
        if fortnight % 4 == 0:
            lazy.take(out.read_bytes())
    lazy.take(feed.prepare("en", AHEAD).data)
    assert lazy.stands() == opened(ctx)
    assert len(highest) > 20
    assert kinds == set(CallBackKind)


def test_two_data_folders_never_give_one_name_to_two_events(ctx: AppContext, clock: FixedClock, tmp_path: Path) -> None:
    other = build(tmp_path / "other", clock=clock, threads=False)
    try:
        found = []
        for each in (ctx, other):
            if not each.shops.list_shops():
                ctx_shop = ctx.shops.list_shops()[0]
                each.shops.add_shop(name=ctx_shop.name, platform=ctx_shop.platform)
            each.call_backs.promise(add_buyer(each, "tb_1"), "call", date(2026, 12, 1))
            found.append(set(published_sequences(each.calendar_feed.prepare("zh", NAMED).data)))
    finally:
        other.close()
    assert [len(uids) for uids in found] == [1, 1]
    assert found[0].isdisjoint(found[1])
