"""`evidence` on the command line: listed, added, taken out and verified, with statuses that scripts can rely on."""

from __future__ import annotations

import io
import json
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from desktop.cli import parse
from desktop.commands import evidence
from desktop.commands.output import Output
from models.errors import NotFound
from models.kinds import Problem

if TYPE_CHECKING:
    from desktop.context import AppContext


@pytest.fixture
def number(ctx: AppContext) -> str:
    """A case without an order."""
    buyer = ctx.bench.act("buyer_made", lambda change: change.insert("buyer", shop_id=1, nick="../CON"), undoable=False)
    case_id = ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=buyer)
    return ctx.cases.load_page(case_id).case.number


def run(ctx: AppContext, *arguments: str) -> tuple[int, Any]:
    options: Namespace = parse(["evidence", *arguments, "--json", "--lang", "en"])
    said = io.StringIO()
    status = evidence.run(ctx, options, Output(as_json=True, stream=said))
    return status, json.loads(said.getvalue())


def test_add_list_export_and_verify(ctx: AppContext, number: str, tmp_path: Path) -> None:
    one, two = tmp_path / "一.txt", tmp_path / "two.bin"
    one.write_text("你好", encoding="utf-8")
    two.write_bytes(b"\0\1\2")
    status, added = run(ctx, "add", number, str(one), str(two), str(tmp_path / "nowhere"))
    assert (status, added["kept"], added["failed"]) == (1, 2, 1)
    assert added["files"][2]["error"] == "evidence_gone"
    assert run(ctx, "add", number, str(one))[1]["already_there"] == 1
    status, listed = run(ctx, "list", number)
    assert (status, listed["count"]) == (0, 2)
    for out in (tmp_path / "out", tmp_path / "out.zip"):
        status, taken = run(ctx, "export", number, "--out", str(out), "--original")
        assert (status, taken["count"], taken["left_out"]) == (0, 2, 0)
        assert taken["files"][0]["file"]["name"] == f"_CON_{number}_1.txt"
    assert (tmp_path / "out" / "SHA256SUMS.txt").is_file()
    assert (tmp_path / "out.zip").is_file()
    assert run(ctx, "verify")[0] == 0
    kept = ctx.store.files.path(listed["evidence"][0]["sha256"])
    kept.unlink()
    status, checked = run(ctx, "verify", number)
    assert (status, checked["holds"]) == (1, False)
    assert run(ctx, "export", number, "--out", str(tmp_path / "again"))[0] == 1
    with pytest.raises(NotFound):
        run(ctx, "list", "A9999-9999")
    for wrong in (["add", number], ["export", number], []):
        with pytest.raises(SystemExit) as stopped:
            parse(["evidence", *wrong])
        assert stopped.value.code == 2
