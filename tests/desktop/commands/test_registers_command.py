"""`registers export` on the command line: every file of a month, nothing overwritten unasked, clear refusals."""

from __future__ import annotations

import io
import json
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from desktop.cli import parse
from desktop.commands.output import Output
from desktop.commands.registers import export_registers, plain_name
from desktop.services.register_writing import write_entry
from models.errors import AftercaseError
from models.kinds import Platform, Problem, RegisterKind
from models.money import Money
from models.register_records import RegisterQuery

if TYPE_CHECKING:
    from desktop.context import AppContext
    from models.store.transaction import Transaction


def run(ctx: AppContext, *arguments: str) -> Any:
    options: Namespace = parse(["registers", "export", *arguments, "--json", "--lang", "zh"])
    said = io.StringIO()
    assert export_registers(ctx, options, Output(as_json=True, stream=said)) == 0
    return json.loads(said.getvalue())


def claim(ctx: AppContext, case_id: int, carrier: str) -> None:
    """A claim of 139.00 against a carrier."""
    columns = {"carrier": carrier, "tracking_no": "SF1234567890123", "item": "餐盘"}

    def work(transaction: Transaction) -> int:
        return write_entry(
            transaction, RegisterKind.CARRIER_CLAIM, shop_id=1, case_id=case_id, columns=columns, amount=Money(13900)
        )

    ctx.bench.act("register_written", work, undoable=False)


def test_a_month_is_written_and_not_overwritten_unasked(ctx: AppContext, tmp_path: Path) -> None:
    buyer = ctx.bench.act("buyer_made", lambda work: work.insert("buyer", shop_id=1, nick="=1+1"), undoable=False)
    case_id = ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=buyer)
    claim(ctx, case_id, "../顺丰|con")
    claim(ctx, case_id, "云雀速递")
    out = tmp_path / "out"
    month = ("--month", "2026-11", "--out", str(out))
    made = run(ctx, *month, "--kind", "carrier_claim", "--shop", "青禾家居")
    names = sorted(path.name for path in out.iterdir())
    assert sorted(Path(each["file"]).name for each in made["files"]) == names
    claims = ctx.registers.sheet(RegisterQuery(RegisterKind.CARRIER_CLAIM, None)).lines
    assert {line.cells["evidence_complete"] for line in claims} <= {True, False}
    assert names == ["2026-11-carrier_claim.pdf", "2026-11-carrier_claim.xlsx", "2026-11-claims-云雀速递.pdf",
                     "2026-11-claims-顺丰-con.pdf"]  # fmt: skip
    assert all(path.read_bytes()[:4] in (b"%PDF", b"PK\x03\x04") for path in out.iterdir())
    (out / names[0]).write_bytes(b"mine")
    with pytest.raises(AftercaseError) as refused:
        run(ctx, *month, "--kind", "carrier_claim")
    assert refused.value.code == "export_there"
    assert (out / names[0]).read_bytes() == b"mine"
    run(ctx, *month, "--kind", "carrier_claim", "--force")
    assert (out / names[0]).read_bytes() != b"mine"


@pytest.mark.parametrize(("arguments", "code"), [
    (("--month", "2026-13"), "month_wrong"), (("--month", "２０２６-11"), "month_wrong"),
    (("--month", "11"), "month_wrong"), (("--shop", "nobody's"), "shop_not_found"),
    (("--out", ""), "packet_name_needed"), (("--out", "a\0b"), "packet_name_needed"),
    (("--out", "{tmp}/nowhere/deeper"), "packet_folder_missing"), (("--out", "{shop}"), "packet_out_in_store"),
])  # fmt: skip
def test_what_cannot_be_is_refused_before_anything_is_written(
    ctx: AppContext, tmp_path: Path, arguments: tuple[str, str], code: str
) -> None:
    wish = {"--month": "2026-11", "--out": str(tmp_path)} | dict([arguments])
    wish["--out"] = wish["--out"].format(tmp=tmp_path, shop=ctx.store.folder.root)
    before = sorted(path.name for path in tmp_path.iterdir())
    with pytest.raises(AftercaseError) as refused:
        run(ctx, *(part for pair in wish.items() for part in pair))
    assert refused.value.code == code
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_two_shops_of_one_name_are_told_apart_by_number(ctx: AppContext, tmp_path: Path) -> None:
    second = ctx.shops.add_shop(name="青禾家居", platform=Platform.JD)
    wish = ("--month", "2026-11", "--out", str(tmp_path), "--kind", "invoice", "--shop")
    with pytest.raises(AftercaseError) as refused:
        run(ctx, *wish, "青禾家居")
    assert (refused.value.code, refused.value.values["numbers"]) == ("shop_several", f"1, {second}")
    assert list(tmp_path.glob("2026*")) == []


@pytest.mark.parametrize(("name", "plain"), [
    ("../../etc/passwd", "etc-passwd"), ("a\0b\u202ec", "abc"), ("CON: *?", "CON"), ("\ud800", ""), ("x" * 999, "x" * 40),
])  # fmt: skip
def test_the_name_of_a_carrier_names_a_file_and_nothing_else(name: str, plain: str) -> None:
    assert plain_name(name) == plain


def test_no_word_of_a_buyer_breaks_a_line_or_means_something_to_a_shell() -> None:
    said = io.StringIO()
    Output(as_json=False, stream=said).line("claims 云雀\u2028a\u2029b\x85c\nd\x1b[31m\u202ee")
    assert said.getvalue().splitlines() == ["claims 云雀·a·b·c·d·[31m·e"]
    assert plain_name("$(cat /etc/passwd)`id`%PATH%;'x'&") == "(cat-etc-passwd)-id-PATH-x"


def test_a_number_that_a_pack_wrote_as_words_costs_no_register(ctx: AppContext) -> None:
    odd = {"pieces": "两件", "surcharge": '=HYPERLINK("http://192.0.2.7")'}
    for columns in (odd, {"pieces": "2", "surcharge": "900"}):
        ctx.bench.act("register_written", lambda work, columns=columns: write_entry(
            work, RegisterKind.RETURNED_PARCEL, shop_id=1, case_id=None, columns=columns))  # fmt: skip
    lines = ctx.registers.sheet(RegisterQuery(RegisterKind.RETURNED_PARCEL, None, 1)).lines
    shown = [(line.cells["pieces"], line.cells["surcharge"]) for line in lines]
    assert sorted(shown, key=str) == [(2, Money(900)), (None, None)]
