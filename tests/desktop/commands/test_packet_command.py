"""`packet` and `packets list` on the command line: files with proper names, refusals by name, statuses for scripts."""

from __future__ import annotations

import io
import json
from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from desktop.cli import parse
from desktop.commands import packets
from desktop.commands.output import Output
from models.errors import NotFound
from models.kinds import DisputeOutcome, PacketLanguage, Paper
from models.money import Money
from tests.desktop.services.test_packets import case_id, ctx, packed_folder

if TYPE_CHECKING:
    from desktop.context import AppContext

__all__ = ["case_id", "ctx", "packed_folder"]


def run(ctx: AppContext, *arguments: str) -> tuple[int, Any]:
    options: Namespace = parse([*arguments, "--json"])
    options.lang = "en"
    said = io.StringIO()
    command = packets.make_packet if arguments[0] == "packet" else packets.list_packets
    status = command(ctx, options, Output(as_json=True, stream=said))
    return status, json.loads(said.getvalue())


def test_packets_are_made_listed_and_refused(ctx: AppContext, case_id: int, tmp_path: Path) -> None:
    number = ctx.cases.load_page(case_id).case.number
    out = ("packet", number, "--preset", "print", "--lang", "both", "--paper", "letter", "--out")
    status, made = run(ctx, *out, str(tmp_path))
    assert (status, made["packet"]["preset"], made["packet"]["language"]) == (0, "print", "both")
    assert made["path"] == str(tmp_path / f"P-{number}-01.pdf")
    assert Path(made["path"]).stat().st_size == made["packet"]["size"]
    plan = ctx.packets.list_packets(case_id)[0].plan
    assert plan is not None
    assert (plan.language, plan.paper) == (PacketLanguage.BOTH, Paper.LETTER)
    assert ctx.packet_plans.read(case_id).paper is Paper.A4
    assert run(ctx, *out, str(tmp_path / "named.pdf"))[1]["path"].endswith("named.pdf")
    tight = replace(ctx.presets.find("print"), id="", name_zh="窄", name_en="tight", pages=1)
    own = ctx.presets.keep_own(tight).id
    status, refused = run(ctx, "packet", number, "--preset", own, "--out", str(tmp_path))
    assert (status, refused["error"], [each["code"] for each in refused["refusals"]]) == (
        1, "packet_does_not_fit", ["pages_over"],
    )  # fmt: skip
    assert len(list(tmp_path.glob("*.pdf"))) == 2
    with pytest.raises(NotFound):
        run(ctx, "packet", number, "--preset", "../none", "--out", str(tmp_path))
    ctx.packet_outcomes.record(ctx.packets.list_packets(case_id)[0].id, DisputeOutcome.WON, Money(100))
    status, listed = run(ctx, "packets", "list", "--case", number)
    assert (status, [each["number"] for each in listed["packets"]]) == (0, [f"P-{number}-02", f"P-{number}-01"])
    assert run(ctx, "packets", "list", "--outcome", "won")[1]["packets"][0]["outcome_amount"]["minor"] == 100
    assert run(ctx, "packets", "list", "--outcome", "lost")[1]["count"] == 0
    status, _ = run(ctx, "packet", number, "--preset", "mastercard", "--out", str(tmp_path))
    # A receiver that takes names of 16 signs is given none longer.
    assert (status, [len(each.name) for each in tmp_path.glob("PA*.pdf")]) == (0, [16])
