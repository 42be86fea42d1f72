"""Rules: read with their sources, changed with a note and taken back, weighed on open cases, handed on and taken in."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Callable, Mapping
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from desktop.commands.output import Output
from desktop.commands.rules import export_rules, import_rules, list_rules
from desktop.context import AppContext
from desktop.services.rule_files import NUMBERS, SIZE_LIMIT
from desktop.services.rules import RulePack
from models.errors import AftercaseError, UserError
from models.kinds import Problem
from models.rules.rule_reading import words_of
from models.store import own_rules
from models.store.transaction import Transaction
from models.store.verify import verify_store
from tests.desktop.services.resolution_cases import open_case, walk_through

Raw = dict[str, Any]


def pack_of(ctx: AppContext, name: str) -> RulePack:
    return next(each for each in ctx.rules.rules().packs if each.pack.id == name)


def reship_hours(ctx: AppContext, case_id: int) -> float:
    """How long the clock of a new parcel is, in hours from the opening of the case."""
    walk = ctx.resolutions.start(case_id)
    clock = next(clock for clock in walk.conclusion.clocks if clock.id == "reship_due")
    assert clock.due_at is not None
    return (clock.due_at - walk.page.case.opened_at).total_seconds() / 3600


@pytest.fixture
def case(ctx: AppContext) -> int:
    """A damaged and short parcel, answered and kept as a draft: a new parcel is due."""
    found = open_case(ctx, Problem.DAMAGED)
    walk = walk_through(ctx, found, {"items_damaged": True, "items_missing": True})
    ctx.resolutions.save_draft(found, walk.answers)
    return found


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
    assert reship_hours(ctx, case) == 24
    for note in ("", "  "):
        with pytest.raises(UserError) as refused:
            ctx.rules.change_number("shop-handbook", "reship_hours", "36", note)
        assert refused.value.code == "rule_note_missing"
    ctx.rules.change_number("seed-handbook", "reship_hours", " 36 ", "仓库周末不发货")
    assert reship_hours(ctx, case) == 36
    changed = pack_of(ctx, "shop-handbook")
    number = next(each for each in changed.read.numbers if each.id == "reship_hours")
    assert (number.value, number.pack_value, number.shown.en) == (Decimal(36), Decimal(24), "36 hours")
    yours = changed.yours("reship_hours")
    assert yours is not None
    assert (yours.value, yours.note, yours.changed_by) == ("36", "仓库周末不发货", "小满")
    ctx.bench.undo_last()
    assert reship_hours(ctx, case) == 24
    assert pack_of(ctx, "shop-handbook").yours("reship_hours") is None
    ctx.bench.redo_last()
    assert reship_hours(ctx, case) == 36
    ctx.rules.change_number("shop-handbook", "reship_hours", None, "恢复")
    assert reship_hours(ctx, case) == 24
    assert [each.value for each in ctx.rules.number_history("shop-handbook", "reship_hours")] == [None, "36"]
    rows = ctx.store.database.execute_sql(
        "SELECT d.details FROM history h JOIN history_detail d ON d.seq = h.seq"
        " WHERE h.action = 'rule_number_changed' ORDER BY h.seq"
    ).fetchall()
    first = json.loads(rows[0][0])
    assert {key: first[key] for key in ("pack", "name", "before", "after", "note")} == {
        "pack": "shop-handbook", "name": "reship_hours", "before": "24", "after": "36", "note": "仓库周末不发货",
    }  # fmt: skip
    assert verify_store(ctx.store).holds


def test_numbers_still_count_when_the_shop_is_opened_again(
    ctx: AppContext, case: int, open_context: Callable[[], AppContext]
) -> None:
    ctx.rules.change_number("shop-handbook", "reship_hours", "12", "承诺当天发出")
    ctx.close()
    again = open_context()
    assert reship_hours(again, case) == 12
    assert again.rules.number("shop-handbook", "reship_hours").pack_value == 24


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
    report = ctx.rules.effects("shop-handbook", "reship_hours", "48", progress=lambda *at: seen.append(at))
    assert (report.open, report.looked, report.concerned, report.failed, report.more) == (2, 2, 2, 0, 0)
    assert seen[-1] == (2, 2)
    assert [each.case_id for each in report.cases] == [case]
    clocks = [change for change in report.cases[0].changes if change.aspect == "clock"]
    assert [change.name.en for change in clocks] == ["New parcel sent"]
    assert (clocks[0].after - clocks[0].before).total_seconds() == 24 * 3600  # type: ignore[operator,union-attr]
    assert ctx.store.database.execute_sql("SELECT COUNT(*) FROM history").fetchone() == before
    assert reship_hours(ctx, case) == 24
    assert ctx.rules.effects("shop-handbook", "reship_hours", "24").cases == ()
    assert ctx.rules.effects("paypal", "open_days", "1").concerned == 0
    capped = ctx.rules.effects("shop-handbook", "reship_hours", "48", limit=1)
    assert (capped.looked, capped.more, capped.cases) == (1, 1, ())
    with pytest.raises(UserError) as stopped:
        ctx.rules.effects("shop-handbook", "reship_hours", "48", stopped=lambda: True)
    assert stopped.value.code == "cancelled"
    assert other != case


def test_a_pack_handed_on_decides_alike_elsewhere(
    ctx: AppContext, case: int, tmp_path: Path, open_context: Callable[[], AppContext]
) -> None:
    ctx.rules.change_number("shop-handbook", "reship_hours", "36", "仓库周末不发货")
    file = tmp_path / "手册.json"
    ctx.rules.export_pack("shop-handbook", file)
    raw = json.loads(file.read_text(encoding="utf-8"))
    assert raw["pack"]["extends"] == []
    assert raw["constants"]["reship_hours"]["value"] == 24
    assert raw[NUMBERS]["reship_hours"]["value"] == "36"
    assert "小满" not in json.dumps(raw[NUMBERS], ensure_ascii=False)
    wanted = ctx.resolutions.start(case).conclusion
    with pytest.raises(UserError) as nothing:
        ctx.rules.import_pack(ctx.rules.preview(file).file)
    assert nothing.value.code == "rule_file_nothing_new"
    # A shop that has not set the number takes over the number alone, its rules being the same already.
    ctx.rules.change_number("shop-handbook", "reship_hours", None, "back")
    preview = ctx.rules.preview(file)
    assert (preview.fit, preview.same_rules, dict(preview.new_numbers)) == (
        True, True, {"reship_hours": ("36", "仓库周末不发货")},
    )  # fmt: skip
    ctx.rules.import_pack(preview.file)
    assert pack_of(ctx, "shop-handbook").own is None
    assert ctx.resolutions.start(case).conclusion.clocks == wanted.clocks
    # Other rules under the same name take the place of the shipped ones, until they are removed or undone.
    raw["pack"]["version"] = "9.0.0"
    raw["outcomes"]["o_settled"] = {
        "title": {"zh": "另议", "en": "To be settled"},
        "liable": "",
        "remedies": [],
        "sources": ["proc"],
    }
    raw["always"] = [*raw["always"], {"id": "o_settled", "when": "paid == null"}]
    file.write_text(json.dumps(raw, ensure_ascii=False), encoding="utf-8")
    preview = ctx.rules.preview(file)
    assert preview.problems == ()
    assert preview.notices == ("replaces_shipped",)
    assert [(part.part, [each.en for each in part.added]) for part in preview.parts] == [
        ("outcomes", ["To be settled"])
    ]
    assert ctx.rules.import_effects(preview.file).cases == ()
    raw["constants"]["reship_hours"]["value"], raw["shop_numbers"]["reship_hours"]["value"] = 40, "30"
    weighed = ctx.rules.import_effects(ctx.rules.preview(_written(tmp_path, raw)).file)
    assert [change.aspect for change in weighed.cases[0].changes] == ["clock"]
    assert weighed.concerned == 1
    ctx.rules.import_pack(preview.file)
    taken = pack_of(ctx, "shop-handbook")
    assert (taken.pack.version, taken.replaces, taken.own is not None) == ("9.0.0", True, True)
    assert ctx.resolutions.start(case).conclusion.clocks[0].pack_version == "9.0.0"
    assert reship_hours(ctx, case) == 36
    ctx.bench.undo_last()
    assert pack_of(ctx, "shop-handbook").own is None
    ctx.bench.redo_last()
    ctx.close()
    again = open_context()
    assert pack_of(again, "shop-handbook").pack.version == "9.0.0"
    older = again.rules.preview(_written(tmp_path, {**raw, "pack": {**raw["pack"], "version": "8.0.0"}}))
    assert older.notices == ("replaces_own", "older")
    again.rules.remove_own_pack("shop-handbook")
    assert pack_of(again, "shop-handbook").pack.version != "9.0.0"
    with pytest.raises(UserError) as gone:
        again.rules.remove_own_pack("shop-handbook")
    assert gone.value.code == "own_pack_not_found"
    assert verify_store(again.store).holds


def test_a_pack_of_any_layer_can_be_handed_on_and_is_the_same(ctx: AppContext, tmp_path: Path) -> None:
    for name in ("eu-law", "paypal", "shop-general"):
        file = tmp_path / f"{name}.json"
        ctx.rules.export_pack(name, file)
        preview = ctx.rules.preview(file)
        assert (name, preview.problems, preview.same_rules) == (name, (), True)
    with pytest.raises(AftercaseError) as refused:
        ctx.rules.export_pack("paypal", tmp_path / "no" / "such" / "folder.json")
    assert refused.value.code == "file_unwritable"


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
    assert reship_hours(again, case) == 24
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


def test_the_command_line_lists_hands_on_and_takes_in(ctx: AppContext, tmp_path: Path) -> None:
    def run(command: Callable[[AppContext, Namespace, Output], int], **options: object) -> tuple[int, str]:
        said = StringIO()
        status = command(ctx, Namespace(lang="en", **options), Output(as_json=False, stream=said))
        return status, said.getvalue()

    file = str(tmp_path / "paypal.json")
    status, said = run(list_rules, pack="")
    assert status == 0
    assert "law  cn-law " in said
    assert "open_days = 180 days" in run(list_rules, pack="paypal")[1]
    assert run(export_rules, pack="paypal", out=file)[0] == 0
    raw = json.loads(Path(file).read_text(encoding="utf-8"))
    other = str(_written(tmp_path, _changed(raw, version="7.0.0")))
    status, said = run(import_rules, file=other, dry_run=True)
    assert (status, "replaces_shipped" in said, "imported" in said) == (0, True, False)
    assert pack_of(ctx, "paypal").own is None
    assert "imported" in run(import_rules, file=other, dry_run=False)[1]
    assert "paypal 7.0.0" in run(list_rules, pack="paypal")[1]
    status, said = run(import_rules, file=str(_written(tmp_path, _changed(raw, id="base"))), dry_run=False)
    assert (status, "refused: alias_taken" in said) == (1, True)
    with pytest.raises(UserError):
        run(list_rules, pack="no-such")


HEAD: Mapping[str, object] = {
    "version": "1.0.0", "title": {"zh": "旧", "en": "Old"}, "layer": "shop", "jurisdiction": "CN", "currency": "CNY",
    "effective_from": "2020-01-01", "review_by": "2027-06-30", "timezone": "Asia/Shanghai",
}  # fmt: skip


def _written(folder: Path, raw: object) -> Path:
    path = folder / "pack.json"
    path.write_text(raw if isinstance(raw, str) else json.dumps(raw), encoding="utf-8")
    return path


def _changed(raw: Raw, **head: object) -> Raw:
    return {**raw, "pack": {**raw["pack"], **head}}


HOSTILE_BYTES = [
    (b"", "rule_file_not_json"), (b"\x89PNG\r\n", "rule_file_not_text"), (b"{}\x00", "rule_file_not_text"),
    (b"[1,2", "rule_file_not_json"), (b'"pack"', "rule_file_not_a_pack"), (b"{}", "rule_file_not_a_pack"),
    (b"[" * 100_000, "rule_file_too_deep"), (b'{"a":' * 100_000, "rule_file_too_deep"),
    (b'{"pack":{},"pack":{}}', "rule_file_double"), (b'{"pack":NaN}', "rule_file_not_json"),
    (b'{"pack":' + b"9" * 5000 + b"}", "rule_file_not_json"), (b'{"pack":{},"schema_version":2}', "rule_file_schema"),
    (b" " * (SIZE_LIMIT + 1), "rule_file_too_large"),
    (b'{"pack":{},"schema_version":1,"shop_numbers":[]}', "rule_file_numbers"),
    (b'{"pack":{"title":"\\ud800"},"schema_version":1}', "rule_file_not_text"),
    (b'{"\\udfff":1,"pack":{},"schema_version":1}', "rule_file_not_text"),
]  # fmt: skip


def test_files_that_are_no_pack_are_refused_by_name(ctx: AppContext, tmp_path: Path) -> None:
    path = tmp_path / "hostile.json"
    for data, code in HOSTILE_BYTES:
        path.write_bytes(data)
        with pytest.raises(UserError) as refused:
            ctx.rules.preview(path)
        assert (data[:20], refused.value.code) == (data[:20], code)
    with pytest.raises(UserError):
        ctx.rules.preview(tmp_path)


HOSTILE: Mapping[str, tuple[Callable[[Raw], Raw], str]] = {
    "unknown parent": (lambda raw: _changed(raw, extends=["../../etc/passwd"]), "pack_id_invalid"),
    "missing parent": (lambda raw: _changed(raw, extends=["not-here"]), "pack_unreadable"),
    "name of the base": (lambda raw: _changed(raw, id="base"), "alias_taken"),
    "name that looks like another": (lambda raw: _changed(raw, id="taоbao"), "pack_id_invalid"),
    "alias of another": (lambda raw: _changed(raw, aliases=["cn-law"]), "alias_taken"),
    "another's alias": (lambda raw: _changed(raw, id="cn_law"), "alias_taken"),
    "layer of another": (lambda raw: _changed(raw, layer="law"), "layer_changed"),
    "no such layer": (lambda raw: _changed(raw, layer="god"), "pack_invalid"),
    "no such zone": (lambda raw: _changed(raw, timezone="../../zone"), "pack_zone_unknown"),
    "turned text": (lambda raw: _changed(raw, title={"zh": "a\u202eb", "en": "b"}), "pack_text_hidden"),
    "ends before it begins": (lambda raw: _changed(raw, effective_to="1999-01-01"), "pack_dates_invalid"),
    "a start that is not there": (lambda raw: {**raw, "start": "nowhere"}, "reference"),
    "a test that fails": (
        lambda raw: {**raw, "tests": [*raw["tests"], {"id": "x", "facts": {}, "expect": {"outcome": "never"}}]}, "test",
    ),
    "code in an expression": (
        lambda raw: {**raw, "checks": [{"id": "c", "when": "__import__('os').system('x') == 0", "label": "x"}]}, "expression",
    ),
    "a regular expression": (
        lambda raw: {**raw, "checks": [{"id": "c", "when": "order_no =~ '(a+)+$'", "label": "x"}]}, "expression",
    ),
    "an endless number": (
        lambda raw: {**raw, "checks": [{"id": "c", "when": "9 ** 9 ** 9 ** 9 > 1", "label": "x"}]}, "",
    ),
    "a walk in a circle": (
        lambda raw: {**raw, "nodes": {**raw["nodes"], "loop": {"kind": "switch", "cases": [], "else": "loop"}}, "start": "loop"}, "",
    ),
    "a number out of bounds": (lambda raw: {**raw, NUMBERS: {"open_days": {"value": "-4", "note": ""}}}, "number_unreadable"),
    "a number it does not have": (
        lambda raw: {**raw, NUMBERS: {"nothing": {"value": "4", "note": ""}}}, "pack_number_not_editable",
    ),
    "a number without end": (
        lambda raw: {**raw, "constants": {**raw["constants"], "open_days": {**raw["constants"]["open_days"], "value": "1e999999"}}}, "",
    ),
    "a number below nothing": (
        lambda raw: {
            **raw, "constants": {**raw["constants"], "spare": {**raw["constants"]["open_days"], "value": -5}},
        }, "pack_number_invalid",
    ),
    "no such date to go by": (lambda raw: _changed(raw, applies_by="whenever"), "version_applies_by"),
    "conditions without end": (
        lambda raw: {**raw, "checks": [{"id": f"c{n}", "when": " + ".join(["1"] * 90) + f" > {n}", "label": "x"} for n in range(900)]},
        "pack_too_large",
    ),
    "examples without end": (
        lambda raw: {
            **raw, "tests": raw["tests"][:1] * 300,
            "checks": [{"id": f"c{n}", "when": " + ".join(["1"] * 90) + f" > {n}", "label": "x"} for n in range(60)],
        }, "pack_too_large",
    ),
    "a time that runs backwards": (
        lambda raw: {**raw, "deadlines": {name: {**each, "n": -5} for name, each in raw["deadlines"].items()}}, "pack_number_invalid",
    ),
    "a section that is a list": (lambda raw: {**raw, "nodes": []}, "pack_invalid"),
}  # fmt: skip


def test_hostile_packs_are_refused_each_for_its_reason(ctx: AppContext, tmp_path: Path) -> None:
    ctx.rules.export_pack("paypal", tmp_path / "paypal.json")
    raw: Raw = json.loads((tmp_path / "paypal.json").read_text(encoding="utf-8"))
    ids = ctx.resolutions.policy_packs()
    for name, (change, code) in HOSTILE.items():
        preview = ctx.rules.preview(_written(tmp_path, change(raw)))
        codes = {problem.code for problem in preview.problems}
        assert (name, bool(codes)) == (name, True)
        assert not code or code in codes, (name, codes)
        assert not preview.fit
        with pytest.raises(UserError) as refused:
            ctx.rules.import_pack(preview.file)
        assert refused.value.code == "rule_file_refused"
    assert ctx.resolutions.policy_packs() == ids
    assert ctx.store.database.execute_sql("SELECT COUNT(*) FROM own_pack").fetchone() == (0,)
