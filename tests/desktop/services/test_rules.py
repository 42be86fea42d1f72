"""Rules: read with their sources, changed with a note and taken back, weighed on open cases, handed on and taken in."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import pytest

from desktop.context import AppContext
from desktop.platform.resources import resource
from desktop.services.packs import PackLibrary
from models.errors import UserError
from models.kinds import Problem
from models.rules.rule_reading import words_of
from models.store import own_rules
from models.store.transaction import Transaction
from models.store.verify import verify_store
from tests.desktop.services.resolution_cases import damaged_and_short, open_case, pack_of, reship_hours

Raw = dict[str, Any]


@pytest.fixture
def case(ctx: AppContext) -> int:
    return damaged_and_short(ctx)


def test_every_pack_is_read_with_its_sources(ctx: AppContext) -> None:
    book = ctx.rules.rules()
    layers = [each.pack.layer for each in book.packs]
    assert layers == sorted(layers, key=("law", "platform", "payment", "shop").index)
    for each in book.packs:
        read = each.read
        assert len(read.rules) == len(each.pack.outcomes)
        for number in read.numbers:
            assert number.source.title, (each.pack.id, number.id)
            assert number.shown.zh
            assert number.shown.en
        for rule in read.rules:
            assert rule.title.zh
            assert rule.sources, (each.pack.id, rule.id)
            assert rule.title.en.casefold() in words_of(rule)
        for clock in read.clocks:
            assert clock.notes[0].zh
            assert "{" not in clock.notes[0].en
            assert clock.sources
        missing = [number.missing for number in read.numbers]
        assert missing == sorted(missing, reverse=True), "numbers that are missing stand first"
    handbook = pack_of(ctx, "shop-handbook")
    ship = next(clock for clock in handbook.read.clocks if clock.id == "ship_normal")
    assert ship.notes[0].en == '72 hours from "Paid at"'
    assert ship.notes[0].zh == "从「付款时间」起 72 小时"
    assert ship.when.zh == "「商品发货类型」 = 普通"
    assert "雾釉" not in handbook.words
    assert "发货时限" in handbook.words
    assert any(number.source.unsure for number in pack_of(ctx, "taobao").read.numbers)


def test_a_number_is_changed_with_a_note_and_undone(ctx: AppContext, case: int) -> None:
    assert reship_hours(ctx, case) == 48
    for note in ("", "  "):
        with pytest.raises(UserError) as refused:
            ctx.rules.change_number("shop-handbook", "reship_hours", "36", note)
        assert refused.value.code == "rule_note_missing"
    ctx.rules.change_number("seed-handbook", "reship_hours", " 36 ", "仓库周末不发货")
    assert reship_hours(ctx, case) == 36
    changed = pack_of(ctx, "shop-handbook")
    number = next(each for each in changed.read.numbers if each.id == "reship_hours")
    assert (number.value, number.pack_value, number.shown.en) == (Decimal(36), Decimal(48), "36 hours")
    yours = changed.yours("reship_hours")
    assert yours is not None
    assert (yours.value, yours.note, yours.changed_by) == ("36", "仓库周末不发货", "小满")
    ctx.bench.undo_last()
    assert reship_hours(ctx, case) == 48
    assert pack_of(ctx, "shop-handbook").yours("reship_hours") is None
    ctx.bench.redo_last()
    assert reship_hours(ctx, case) == 36
    ctx.rules.change_number("shop-handbook", "reship_hours", None, "恢复")
    assert reship_hours(ctx, case) == 48
    assert [each.value for each in ctx.rules.number_history("shop-handbook", "reship_hours")] == [None, "36"]
    rows = ctx.store.database.execute_sql(
        "SELECT d.details FROM history h JOIN history_detail d ON d.seq = h.seq"
        " WHERE h.action = 'rule_number_changed' ORDER BY h.seq"
    ).fetchall()
    first = json.loads(rows[0][0])
    assert {key: first[key] for key in ("pack", "name", "before", "after", "note")} == {
        "pack": "shop-handbook", "name": "reship_hours", "before": "48", "after": "36", "note": "仓库周末不发货",
    }  # fmt: skip
    assert verify_store(ctx.store).holds


def test_numbers_still_count_when_the_shop_is_opened_again(
    ctx: AppContext, case: int, open_context: Callable[[], AppContext]
) -> None:
    ctx.rules.change_number("shop-handbook", "reship_hours", "12", "承诺当天发出")
    ctx.close()
    again = open_context()
    assert reship_hours(again, case) == 12
    assert again.rules.number("shop-handbook", "reship_hours").pack_value == 48


REFUSED = [
    ("reship_hours", "", "number_unreadable"), ("reship_hours", "-1", "number_unreadable"),
    ("reship_hours", "1e3", "number_unreadable"), ("reship_hours", "1_0", "number_unreadable"),
    ("reship_hours", "NaN", "number_unreadable"), ("reship_hours", "30%", "number_unreadable"),
    ("reship_hours", "1.5", "number_not_whole"), ("reship_hours", "99999", "number_out_of_range"),
    ("late_rate", "1.2", "number_out_of_range"), ("late_rate", "120%", "number_out_of_range"),
    ("late_rate", "0.123456", "number_too_fine"), ("late_cap", "1.005", "number_too_fine"),
    ("late_cap", "123456789012", "number_out_of_range"), ("no_such", "1", "rule_number_not_found"),
]  # fmt: skip


def test_what_cannot_be_is_refused_and_what_can_be_is_read_as_meant(ctx: AppContext) -> None:
    for name, typed, code in REFUSED:
        with pytest.raises(UserError) as refused:
            ctx.rules.change_number("shop-handbook", name, typed, "note")
        assert (name, typed, refused.value.code) == (name, typed, code)
    with pytest.raises(UserError) as refused:
        ctx.rules.change_number("cn-law", "no_reason_days", "8", "note")
    assert refused.value.code == "pack_number_not_editable"
    assert ctx.rules.number_history("shop-handbook") == ()
    for name, typed, kept in [
        ("late_rate", "35 ％", "0.35"), ("late_rate", "0,05", "0.05"), ("late_cap", "¥1,000", "1000.00"),
        ("late_cap", "8.5", "8.50"), ("reship_hours", "４８", "48"), ("reship_hours", "0", "0"),
        ("reship_hours", "1,000", "1000"),
    ]:  # fmt: skip
        ctx.rules.change_number("shop-handbook", name, typed, "note")
        assert ctx.rules.number("shop-handbook", name).value == Decimal(kept)


def test_effects_are_told_without_writing_anything(ctx: AppContext, case: int) -> None:
    other = open_case(ctx, Problem.NO_REASON)
    before = ctx.store.database.execute_sql("SELECT COUNT(*) FROM history").fetchone()
    seen: list[tuple[int, int]] = []
    report = ctx.rules.effects("shop-handbook", "reship_hours", "72", progress=lambda *at: seen.append(at))
    assert (report.open, report.looked, report.concerned, report.failed, report.more) == (2, 2, 2, 0, 0)
    assert seen[-1] == (2, 2)
    assert [each.case_id for each in report.cases] == [case]
    clocks = [change for change in report.cases[0].changes if change.aspect == "clock"]
    assert [change.name.en for change in clocks] == ["New parcel sent"]
    assert (clocks[0].after - clocks[0].before).total_seconds() == 24 * 3600  # type: ignore[operator,union-attr]
    assert ctx.store.database.execute_sql("SELECT COUNT(*) FROM history").fetchone() == before
    assert reship_hours(ctx, case) == 48
    assert ctx.rules.effects("shop-handbook", "reship_hours", "48").cases == ()
    assert ctx.rules.effects("paypal", "open_days", "1").concerned == 0
    capped = ctx.rules.effects("shop-handbook", "reship_hours", "72", limit=1)
    assert (capped.looked, capped.more, capped.cases) == (1, 1, ())
    with pytest.raises(UserError) as stopped:
        ctx.rules.effects("shop-handbook", "reship_hours", "72", stopped=lambda: True)
    assert stopped.value.code == "cancelled"
    assert other != case


HEAD: Mapping[str, object] = {
    "version": "1.0.0", "title": {"zh": "旧", "en": "Old"}, "layer": "shop", "jurisdiction": "CN", "currency": "CNY",
    "effective_from": "2020-01-01", "review_by": "2027-06-30", "timezone": "Asia/Shanghai",
}  # fmt: skip


def test_a_pack_that_no_longer_works_is_left_out_and_said(
    ctx: AppContext, case: int, open_context: Callable[[], AppContext]
) -> None:
    raw = {"schema_version": 1, "pack": {**HEAD, "id": "old-pack", "extends": ["gone"]}, "start": "a"}

    def keep(transaction: Transaction) -> int:
        own_rules.add_number(transaction, pack="shop-handbook", name="no_longer", value="4", note="x")
        own_rules.add_number(transaction, pack="cn-law", name="no_reason_days", value="4", note="x")
        return own_rules.add_own_pack(transaction, pack="old-pack", version="1.0.0", content=json.dumps(raw))

    ctx.bench.act("rule_pack_imported", keep)
    ctx.close()
    again = open_context()
    book = again.rules.rules()
    assert [(file.pack, code) for file, code in book.broken] == [("old-pack", "pack_unreadable")]
    assert "old-pack" not in {each.pack.id for each in book.packs}
    assert again.rules.number("cn-law", "no_reason_days").value == 7
    assert reship_hours(again, case) == 48
    again.rules.remove_own_pack("old-pack")
    assert again.rules.rules().broken == ()
    again.bench.undo_last()
    assert len(again.rules.rules().broken) == 1


def test_own_packs_that_cannot_even_be_read_do_not_keep_the_shop_shut(
    ctx: AppContext, open_context: Callable[[], AppContext]
) -> None:
    for name, content in (("torn", '{"pack": {"id": "torn"'), ("list", "[]"), ("deep", "[" * 5000)):
        ctx.bench.act(
            "rule_pack_imported",
            lambda transaction, name=name, content=content: own_rules.add_own_pack(  # type: ignore[misc]
                transaction, pack=name, version="1.0.0", content=content
            ),
        )
    ctx.close()
    again = open_context()
    assert {file.pack for file, _ in again.rules.rules().broken} == {"torn", "list", "deep"}
    for name in ("torn", "list", "deep"):
        again.rules.remove_own_pack(name)
    assert again.rules.rules().broken == ()


def test_a_change_reads_anew_only_the_packs_it_concerns() -> None:
    library = PackLibrary(resource("packs"))
    paypal, handbook = library.pack("paypal"), library.pack("shop-handbook")
    library.use(numbers={"shop-handbook": {"reship_hours": "36"}}, own={})
    changed = library.pack("shop-handbook")
    assert (changed.constants["reship_hours"].value, library.pack("paypal") is paypal) == (36, True)
    other = {**library.raw("paypal"), "pack": {**library.raw("paypal")["pack"], "version": "9.0.0"}}
    library.use(numbers={"shop-handbook": {"reship_hours": "36"}}, own={"paypal": other})
    assert (library.pack("paypal").version, library.pack("shop-handbook") is changed) == ("9.0.0", True)
    library.use(numbers={}, own={})
    assert library.pack("paypal").version == paypal.version
    assert library.pack("shop-handbook").constants == handbook.constants
