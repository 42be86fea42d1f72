"""Pack files: handed on, taken in, and refused each for its reason."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Callable, Mapping
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from desktop.commands.output import Output
from desktop.commands.rules import export_rules, import_rules, list_rules
from desktop.context import AppContext
from desktop.services.rule_files import NUMBERS, SIZE_LIMIT
from models.errors import AftercaseError, EnvironmentFault, UserError
from models.store.verify import verify_store
from tests.desktop.services.resolution_cases import damaged_and_short, pack_of, reship_hours

Raw = dict[str, Any]


@pytest.fixture
def case(ctx: AppContext) -> int:
    return damaged_and_short(ctx)


def _written(folder: Path, raw: object) -> Path:
    path = folder / "pack.json"
    path.write_text(raw if isinstance(raw, str) else json.dumps(raw), encoding="utf-8")
    return path


def _changed(raw: Raw, **head: object) -> Raw:
    return {**raw, "pack": {**raw["pack"], **head}}


def test_a_pack_handed_on_decides_alike_elsewhere(
    ctx: AppContext, case: int, tmp_path: Path, open_context: Callable[[], AppContext]
) -> None:
    ctx.rules.change_number("shop-handbook", "reship_hours", "36", "仓库周末不发货")
    file = tmp_path / "手册.json"
    ctx.rules.export_pack("shop-handbook", file)
    raw = json.loads(file.read_text(encoding="utf-8"))
    assert raw["pack"]["extends"] == []
    assert raw["constants"]["reship_hours"]["value"] == 48
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
    path.write_bytes(b'{"pack":{"id":1,"id":2}}')
    with pytest.raises(UserError) as refused:
        ctx.rules.preview(path)
    assert refused.value.values["name"] == "id"
    with pytest.raises(UserError):
        ctx.rules.preview(tmp_path)
    with pytest.raises(EnvironmentFault) as gone:
        ctx.rules.preview(tmp_path / "gone.json")
    assert gone.value.code == "file_unreadable"


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
    "a time nobody lives to see": (
        lambda raw: {
            **raw, "constants": {**raw["constants"], "long": {**raw["constants"]["open_days"], "value": 10**9}},
            "deadlines": {**raw["deadlines"], "spare": {**next(iter(raw["deadlines"].values())), "count": "hours", "n": "long"}},
        }, "pack_number_invalid",
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
