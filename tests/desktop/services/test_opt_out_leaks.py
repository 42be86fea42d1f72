"""One who opted out, with a past everywhere and call-backs another program left open: nothing proposes to contact them."""

from __future__ import annotations

import io
from contextlib import redirect_stdout
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop.cli import parse, run_command
from desktop.context import AppContext
from desktop.services.case_call_glance import calls_about
from models.call_kinds import CallBackKind, Channel
from models.errors import UserError
from models.kinds import CallOutcome, CaseState, Problem, Tier
from models.rules.call_reminders import ReminderChoices
from models.rules.call_settings import QuietDays
from models.rules.verdict import Refused

NICK, NAME, PHONE = "绝情谷_小龙女", "龙儿", "13899990001"
TODAY = date(2026, 11, 20)
YEAR = (date(2026, 1, 1), date(2027, 12, 31))


@pytest.fixture
def refused(ctx: AppContext) -> tuple[int, int]:
    """The buyer and their closed case; open call-backs of all kinds were left behind, late, today, to come and far."""
    calls = ctx.call_backs
    buyer = ctx.opening.add_buyer(1, NICK, name=NAME, phone=PHONE)
    for channel in Channel:
        ctx.contact.agree(buyer, channel)
    ctx.contact.set_preferences(buyer, birthday="11-20")
    ctx.vips.mark_special(buyer, Tier.V3)
    calls.log_call(CallOutcome.REACHED, buyer_id=buyer, note="以后再说", tags=["爱聊"], promise=("寄色卡", TODAY))
    case_id = ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=buyer)
    ctx.cases.change_state([case_id], CaseState.DONE)
    ctx.contact.opt_out(buyer, "chat")
    assert calls.find_buyer_card(buyer).open_ones == ()

    def leave(transaction: Any) -> None:
        left = (("rhythm", "2026-11-10"), ("promise", "2026-11-20"), ("satisfaction", "2026-11-25"),
                ("promise", "2029-11-20"))  # fmt: skip
        for kind, day in left:
            about = case_id if kind == "satisfaction" else None
            transaction.insert(
                "call_back", buyer_id=buyer, due_on=date.fromisoformat(day), at_time="14:05", kind=CallBackKind(kind),
                subject="寄色卡" if kind == "promise" else "", case_id=about,
            )  # fmt: skip

    ctx.bench.act("sample_made", leave, undoable=False)
    return buyer, case_id


def test_nothing_planned_is_shown_or_offered(ctx: AppContext, refused: tuple[int, int]) -> None:
    buyer, case_id = refused
    calls = ctx.call_backs
    assert calls.due(date.max) == calls.queue(TODAY) == calls.overdue() == ()
    days = [row for day in calls.agenda(*YEAR) for row in day.rows]
    lines = [line for cell in calls.month_grid(2026, 11).cells for line in cell.lines]
    assert all(row.call_back.done_at for row in [*days, *(line.row for line in lines)]), "only what is over"
    assert calls.counts(2026, 11).waiting == calls.counts(2026, 11).overdue == 0
    assert not any(load.total for load in calls.loads(*YEAR))
    assert ctx.today.board().calls == ()
    assert ctx.far_calls.list_far() == ctx.call_spreading.propose() == ()
    assert ctx.quiet_periods.preview(QuietDays(date(2026, 11, 24), date(2026, 11, 26), "盘点")).moving == 0
    assert calls.plan_missing() == 0
    card = calls.find_buyer_card(buyer)
    assert card.call_back is None
    assert card.open_ones == ()
    assert card.birthday is None
    assert ctx.buyers.load_card(buyer).next_call is None
    assert ctx.contact.next_planned(buyer) is None
    assert ctx.contact.channel_for(buyer) is None
    assert [each.next_on for each in ctx.vips.list_vips()] == [None]
    assert ctx.vips.proposals() == ()
    assert calls.propose_note(buyer) == Refused("opted_out")
    assert all(isinstance(calls.propose_next(buyer, outcome), Refused) for outcome in CallOutcome)
    assert ctx.case_calls.offer(case_id) == Refused("opted_out")
    assert calls_about(ctx.bench, ctx.case_calls, case_id).planned is None
    for plan in (lambda: ctx.case_calls.plan(case_id), lambda: calls.promise(buyer, "再寄一份", TODAY)):
        with pytest.raises(UserError):
            plan()


def test_nothing_leaves_the_program(ctx: AppContext, refused: tuple[int, int], tmp_path: Path) -> None:
    ctx.call_reminders.choose(ReminderChoices(names=True, day_at="00:00"))
    told = ctx.call_reminders.look()
    assert told.day is None
    assert told.near == told.passed == ()
    assert not ctx.call_reminders.count().any
    for paper in (lambda: ctx.call_lists.day_list(TODAY), lambda: ctx.call_lists.month_list(2026, 11)):
        with pytest.raises(UserError):
            paper()
    ctx.call_lists.export(tmp_path / "planned.xlsx", *YEAR)
    rows = list(openpyxl.load_workbook(tmp_path / "planned.xlsx").active.iter_rows(min_row=2, values_only=True))
    assert {row[2] for row in rows} <= {"已访", "已跳过"}, "what is over is history, nothing of it is to be done"
    ctx.calendar_feed.export(tmp_path / "calls.ics", language="zh")
    assert b"BEGIN:VEVENT" not in (tmp_path / "calls.ics").read_bytes()
    root = str(ctx.store.folder.root)
    ctx.close()
    said = io.StringIO()
    with redirect_stdout(said):
        assert run_command(parse(["callbacks", "due", "--data", root, "--on", "2029-12-31"])) == 0
    assert NICK not in said.getvalue()
    assert PHONE[-4:] not in said.getvalue()
