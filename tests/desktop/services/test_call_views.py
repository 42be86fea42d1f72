"""What the calendar shows: views and filters, lateness by the limits, counts; and the same on paper and in workbooks."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pypdfium2
import pytest

from desktop.cli import parse
from desktop.commands.callbacks import list_due
from desktop.commands.output import Output
from desktop.context import AppContext
from desktop.services.call_lists import CallListWish
from models.call_back_records import CallFilters
from models.call_kinds import CallBackKind, Channel, LateLevel
from models.errors import AftercaseError, UserError
from models.kinds import CallBackState, CallOutcome, Consent, PacketLanguage, Paper, Tier
from models.rules.call_back_rhythm import DueNote

TODAY = date(2026, 11, 20)
MONDAY = date(2026, 11, 16)
Plan = Callable[..., int]


@pytest.fixture
def plan(ctx: AppContext) -> Plan:
    """Adds a buyer with one call-back; returns the call-back's id."""

    def add(nick: str, day: date, *, tier: Tier = Tier.V2, consent: Consent = Consent.GIVEN, since: date | None = None,
            buyer: dict[str, Any] | None = None, **values: Any) -> int:  # fmt: skip
        def work(transaction: Any) -> int:
            who = transaction.insert(
                "buyer", shop_id=1, nick=nick, tier=tier, consent=consent, phone="13812345678", **(buyer or {})
            )
            note = DueNote((), since or day).written()
            return int(transaction.insert("call_back", buyer_id=who, due_on=day, **{"reason": note} | values))

        return int(ctx.bench.act("sample_made", work, undoable=False))

    return add


def nicks(rows: Any) -> list[str]:
    return [row.nick for row in rows]


def test_a_day_stands_in_the_order_of_its_queue(ctx: AppContext, plan: Plan) -> None:
    plan("by tier", TODAY, tier=Tier.V1)
    plan("dear", TODAY, tier=Tier.V3)
    plan("at ten", TODAY, tier=Tier.V1, at_time="10:00")
    plan("at nine", TODAY, tier=Tier.V1, at_time="09:00")
    plan("yellow", TODAY, since=TODAY - timedelta(days=2))
    plan("red", TODAY, tier=Tier.V1, since=TODAY - timedelta(days=3))
    plan("done", TODAY, state=CallBackState.DONE)
    plan("skipped", TODAY, state=CallBackState.SKIPPED, tier=Tier.V3)
    plan("left over", TODAY - timedelta(days=1), tier=Tier.V1)
    plan("opted out", TODAY, tier=Tier.V3, consent=Consent.REFUSED)
    plan("put off", TODAY + timedelta(days=3), since=TODAY - timedelta(days=9))
    rows = ctx.call_backs.day(TODAY)
    assert nicks(rows) == ["red", "yellow", "at nine", "at ten", "dear", "by tier", "done", "skipped"]
    assert [(row.late, row.level) for row in rows[:3]] == [
        (3, LateLevel.RED),
        (2, LateLevel.YELLOW),
        (0, LateLevel.ON_TIME),
    ]
    assert nicks(ctx.call_backs.queue(TODAY)) == ["red", "yellow", "left over", "at nine", "at ten", "dear", "by tier"]
    assert nicks(ctx.call_backs.queue(TODAY + timedelta(days=3))) == ["put off"]
    late = ctx.call_backs.overdue()
    assert [(each.row.nick, each.days, each.level) for each in late] == [
        ("red", 3, LateLevel.RED), ("yellow", 2, LateLevel.YELLOW), ("left over", 1, LateLevel.YELLOW)
    ]  # fmt: skip
    today = next(cell for cell in ctx.call_backs.month_grid(2026, 11).cells if cell.day == TODAY)
    assert nicks(line.row for line in today.lines) == ["red", "yellow", "at nine"]
    assert (today.total, today.open) == (8, 6)
    rules = ctx.call_rules.read()
    ctx.call_rules.keep(rules.__class__(**{name: getattr(rules, name) for name in rules.__slots__}
                                        | {"limits": {Tier.V1: rules.limits[Tier.V1].__class__(3, 9)}}))  # fmt: skip
    assert [each.level for each in ctx.call_backs.overdue()] == [LateLevel.YELLOW, LateLevel.YELLOW, LateLevel.ON_TIME]


def test_views_agree_whatever_narrows_them(ctx: AppContext, plan: Plan) -> None:
    person = ctx.bench.person.id
    plan("mine", TODAY, tier=Tier.V3, person_id=person)
    plan("nobody's", TODAY, tier=Tier.V1)
    plan("promised", TODAY, kind=CallBackKind.PROMISE, subject="补寄一套开瓶器", person_id=person)
    plan("late", MONDAY, person_id=person)
    plan("done", date(2026, 11, 3), state=CallBackState.DONE, person_id=person)
    plan("next month", date(2026, 12, 1), tier=Tier.V3)
    wanted = {
        CallFilters(): {"mine", "nobody's", "promised", "late"},
        CallFilters(tiers=(Tier.V3, Tier.V1)): {"mine", "nobody's"},
        CallFilters(people=(person,)): {"mine", "promised", "late"},
        CallFilters(people=(0,)): {"nobody's"},
        CallFilters(people=(0, person), kinds=(CallBackKind.PROMISE,)): {"promised"},
        CallFilters(shops=(1,), tiers=(Tier.V2,)): {"promised", "late"},
        CallFilters(shops=(99,)): set(),
    }
    calls = ctx.call_backs
    for filters, names in wanted.items():
        week = {line.row.nick for cell in calls.week(MONDAY, filters).cells for line in cell.lines}
        agenda = {row.nick for day in calls.agenda(MONDAY, TODAY, filters) for row in day.rows}
        cells = calls.month_grid(2026, 11, filters, lines=9).cells
        month = {line.row.nick for cell in cells for line in cell.lines} - {"done", "next month"}
        assert week == agenda == month == names
        assert {row.nick for row in calls.queue(TODAY, filters)} == names
        assert [each.row.nick for each in calls.overdue(filters)] == (["late"] if "late" in names else [])
        assert sum(load.total for load in calls.loads(MONDAY, TODAY, filters)) == len(names)
        counts = calls.counts(2026, 11, filters)
        assert counts.waiting + counts.late == len(names)
    assert [day.day for day in calls.agenda(MONDAY, TODAY)] == [MONDAY, TODAY]
    assert dict(next(load for load in calls.loads(MONDAY, TODAY) if load.day == TODAY).people) == {0: 1, person: 2}


def test_a_month_is_counted_by_state_person_and_answer(ctx: AppContext, plan: Plan) -> None:
    who = ctx.bench.person
    made = [plan(f"buyer {at}", TODAY, person_id=who.id) for at in range(4)]
    plan("special", date(2026, 11, 30), tier=Tier.V3, buyer={"tier_source": "special"})
    plan("late", MONDAY)
    plan("skipped", TODAY, state=CallBackState.SKIPPED, person_id=who.id)
    ctx.call_backs.log_call(CallOutcome.REACHED, call_back_id=made[0])
    ctx.call_backs.log_call(CallOutcome.NO_ANSWER, call_back_id=made[1])
    ctx.call_backs.log_call(CallOutcome.CALL_AGAIN, call_back_id=made[2], next_on=date(2026, 11, 27))
    counts = ctx.call_backs.counts(2026, 11)
    assert (counts.vips, counts.special, dict(counts.tiers)) == (7, 1, {Tier.V3: 1, Tier.V2: 6, Tier.V1: 0})
    assert (counts.done, counts.waiting, counts.late, counts.overdue, counts.skipped) == (1, 4, 1, 1, 1)
    assert (counts.calls, counts.reached, counts.answered) == (3, 1, 2)
    assert (counts.planned, round(counts.completion, 3)) == (6, 0.167)
    mine, nobody = counts.people
    assert (mine.name, mine.done, mine.waiting, mine.skipped, mine.calls, mine.answered) == (who.name, 1, 3, 1, 3, 2)
    assert (nobody.person_id, nobody.name, nobody.waiting, nobody.late) == (0, "", 1, 1)
    assert ctx.call_backs.counts(2026, 10).completion == 0.0


def test_past_calls_come_page_by_page(ctx: AppContext, plan: Plan) -> None:
    plan("桃花源_渔人", TODAY, buyer={"birthday": "02-29"})
    who = ctx.call_backs.day(TODAY)[0].call_back.buyer_id

    def work(transaction: Any) -> None:
        for at in range(45):
            transaction.insert(
                "call_record", buyer_id=who, made_at=datetime(2026, 1, 1 + at // 9, tzinfo=UTC), person="小满",
                outcome=CallOutcome.NO_ANSWER, note=str(at),
            )  # fmt: skip
        transaction.insert("call_back", buyer_id=who, due_on=TODAY, kind=CallBackKind.PROMISE, subject="开瓶器")

    ctx.bench.act("sample_made", work, undoable=False)
    card = ctx.call_backs.find_buyer_card(who)
    notes, last = [call.note for call in card.calls], card.calls[-1]
    while page := ctx.call_backs.calls(who, last):
        notes, last = notes + [call.note for call in page], page[-1]
    assert notes == [str(at) for at in reversed(range(45))]
    assert card.calls_total == 45
    assert [each.subject for each in card.promises] == ["开瓶器"]
    assert card.birthday == date(2027, 2, 28)


NAUGHTY = ("a" * 400, "<b>&amp;</b>", "=1+1", "emoji😀", "שלום\u202egnp.exe", "多\n行\x00名")


def words_of(path: Path) -> list[str]:
    """The words of each page, as a reader of the file gets them, without the breaks inside lines."""
    pdf = pypdfium2.PdfDocument(str(path))
    try:
        return [re.sub(r"\s+", "", page.get_textpage().get_text_range()) for page in pdf]
    finally:
        pdf.close()


@pytest.mark.parametrize("language", list(PacketLanguage))
def test_no_call_back_is_missing_on_paper(ctx: AppContext, plan: Plan, language: PacketLanguage) -> None:
    for at in range(24):
        plan(
            f"buyer{at:02d}", TODAY + timedelta(days=at % 3), at_time="14:30" if at % 2 else "", channel=Channel.WECHAT
        )
    for at, nick in enumerate(NAUGHTY):
        plan(f"{nick}_{at}", MONDAY, buyer={"name": nick, "note": nick}, kind=CallBackKind.PROMISE, subject=nick * 3)
    plan("opted out", TODAY, consent=Consent.REFUSED)
    wish = CallListWish(language, Paper.LETTER if language is PacketLanguage.EN else Paper.A4)
    sheet = ctx.call_lists.month_list(2026, 11, wish=wish)
    pages = words_of(sheet.path)
    text = "".join(pages)
    assert [f"buyer{at:02d}" in text for at in range(24)] == [True] * 24
    assert [text.count(f"_{at}") >= 1 for at in range(len(NAUGHTY))] == [True] * len(NAUGHTY)
    assert "optedout" not in text
    assert text.count("138****5678") == 30
    assert "13812345678" not in text
    last = (
        f"第{len(pages)}页/共{len(pages)}页" if language is not PacketLanguage.EN else f"Page{len(pages)}of{len(pages)}"
    )
    assert (len(pages), last in pages[-1]) == (sheet.pages, True)
    assert "ש" in sheet.missing_glyphs
    assert ctx.call_lists.month_list(2026, 11, wish=wish).sha256 == sheet.sha256, "the same bytes for the same list"


def test_a_list_is_saved_noted_and_refused_when_there_is_none(ctx: AppContext, plan: Plan, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no_calls_of_day"):
        ctx.call_lists.day_list(TODAY)
    with pytest.raises(UserError, match="no_calls_of_month"):
        ctx.call_lists.month_list(2026, 11)
    plan("late", MONDAY)
    plan("today", TODAY)
    plan("other", TODAY, tier=Tier.V3)
    sheet = ctx.call_lists.day_list(TODAY, CallFilters(tiers=(Tier.V2,)), CallListWish(whole_phones=True))
    text = words_of(sheet.path)[0]
    assert ("late" in text, "today" in text, "other" in text, "13812345678" in text) == (True, True, False, True)
    out = ctx.call_lists.save(sheet, tmp_path / "list.pdf")
    assert out.read_bytes() == sheet.path.read_bytes()
    ctx.call_lists.note_printed(sheet)
    database: Any = ctx.store.database
    noted = database.execute_sql("SELECT action FROM history WHERE entity = 'call_list' ORDER BY seq").fetchall()
    assert [row[0] for row in noted] == ["call_list_saved", "call_list_printed"]


def test_workbooks_hold_real_days_and_nothing_that_acts(ctx: AppContext, plan: Plan, tmp_path: Path) -> None:
    made = plan("=HYPERLINK(0)", TODAY, buyer={"name": "@SUM(1)"})
    plan("refused", TODAY, consent=Consent.REFUSED)
    plan("late", MONDAY, tier=Tier.V3)
    ctx.call_backs.log_call(
        CallOutcome.REACHED, call_back_id=made, satisfaction="satisfied", note="-1+1", tags=("想要新品",), minutes=7,
        promise=("补寄开瓶器", date(2026, 11, 25)),
    )  # fmt: skip
    first, last = date(2026, 11, 1), date(2026, 11, 30)
    assert ctx.call_lists.export(tmp_path / "planned.xlsx", first, last) == 3
    rows = read_sheet(tmp_path / "planned.xlsx")
    done = next(row for row in rows if row["状态"] == "已访")
    assert (done["日期"], done["买家"], done["姓名"]) == (datetime(2026, 11, 20), "=HYPERLINK(0)", "@SUM(1)")
    assert (done["结果"], done["满意度"], done["标签"], done["分钟"], done["记录"]) == (
        "接通",
        "满意",
        "想要新品",
        7,
        "-1+1",
    )
    assert (done["答应的事"], done["同意情况"], done["电话"]) == ("补寄开瓶器", "同意联系", "138****5678")
    assert isinstance(done["下次回访"], datetime)
    assert [row["拖期天数"] for row in rows if row["买家"] == "late"] == [4]
    count = ctx.call_lists.export_made(tmp_path / "made.xlsx", first, last, language="en", whole_phones=True)
    (call,) = read_sheet(tmp_path / "made.xlsx")
    assert (count, call["Outcome"], call["Phone"], call["Person"]) == (
        1,
        "Reached",
        "13812345678",
        ctx.bench.person.name,
    )
    assert isinstance(call["Time"], datetime)
    # The day's list as on paper: with what is late, which no other day shows.
    ctx.call_lists.export(tmp_path / "day.xlsx", TODAY, TODAY)
    assert [row["买家"] for row in read_sheet(tmp_path / "day.xlsx")][:2] == ["late", "=HYPERLINK(0)"]
    assert ctx.call_lists.export(tmp_path / "past.xlsx", first, date(2026, 11, 15)) == 0
    with pytest.raises(UserError, match="export_name_unknown"):
        ctx.call_lists.export(tmp_path / "planned.exe", first, last)


def read_sheet(path: Path) -> list[dict[str, Any]]:
    """The rows of a workbook by their headings; every cell is a text, a number or a day, none a formula."""
    page = openpyxl.load_workbook(path).worksheets[0]
    heads = [cell.value for cell in page[1]]
    assert {cell.data_type for row in page.iter_rows() for cell in row} <= {"s", "n", "d", "inlineStr"}
    return [dict(zip(heads, (cell.value for cell in row), strict=True)) for row in page.iter_rows(min_row=2)]


def test_what_is_due_is_told_on_the_command_line(
    ctx: AppContext, plan: Plan, capsys: pytest.CaptureFixture[str]
) -> None:
    plan("late", MONDAY)
    plan("today", TODAY, at_time="10:30")
    plan("tomorrow", TODAY + timedelta(days=1), tier=Tier.V3)
    assert list_due(ctx, parse(["callbacks", "due", "--lang", "en"]), Output(as_json=False)) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[4] if "+4" in line else line.split()[3] for line in lines[:2]] == ["late", "today"]
    assert (lines[-1], any("13812345678" in line for line in lines)) == ("2 due, 1 late", False)
    options = parse(["callbacks", "due", "--on", "2026-11-21", "--lang", "zh", "--json"])
    assert list_due(ctx, options, Output(as_json=True)) == 0
    assert re.findall(r'"buyer": "(\w+)"', capsys.readouterr().out) == ["late", "today", "tomorrow"]
    for wrong in ("2026-13-01", "tomorrow", "2026-W47-5"):
        with pytest.raises(SystemExit) as ended:
            parse(["callbacks", "due", "--on", wrong])
        assert ended.value.code == 2
    assert "not a day as 2026-11-30" in capsys.readouterr().err
    values = {"shop_id": 1, "nick": "from_an_older_folder", "tier": Tier.V2, "consent": Consent.GIVEN}
    ctx.bench.act("buyer_added", lambda work: work.insert("buyer", **values), undoable=False)
    list_due(ctx, parse(["callbacks", "due", "--on", "2027-01-31", "--lang", "en"]), Output(as_json=False))
    assert "from_an_older_folder" in capsys.readouterr().out, "nobody is forgotten though no window was opened"
    with pytest.raises(AftercaseError, match="shop_not_found"):
        list_due(ctx, parse(["callbacks", "due", "--shop", "nowhere"]), Output(as_json=False))
