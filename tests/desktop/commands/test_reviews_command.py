"""`reviews import` on the command line: looked at first, taken in once, refused with a code."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from desktop.cli import parse
from desktop.commands.output import Output
from desktop.commands.reviews import import_reviews
from models.errors import AftercaseError

if TYPE_CHECKING:
    from desktop.context import AppContext


def run(ctx: AppContext, *arguments: str) -> Any:
    said = io.StringIO()
    options = parse(["reviews", "import", *arguments, "--json", "--lang", "zh"])
    assert import_reviews(ctx, options, Output(as_json=True, stream=said)) == 0
    return json.loads(said.getvalue())


def test_a_file_is_taken_in_once(ctx: AppContext, tmp_path: Path) -> None:
    file = tmp_path / "评价.csv"
    file.write_text("订单号,评分,评价内容\n1,1,破了\n2,5,好\n3,七星,?\n", encoding="utf-8-sig")
    looked = run(ctx, str(file), "--shop", "1", "--dry-run")
    assert (looked["added"], looked["bad"], looked["written"], len(looked["faults"])) == (2, 1, False, 1)
    assert ctx.reviews.to_answer() == ()
    assert run(ctx, str(file), "--shop", "1")["added"] == 2
    assert (run(ctx, str(file), "--shop", "1")["added"], len(ctx.reviews.to_answer())) == (0, 1)
    empty = tmp_path / "empty.csv"
    empty.write_text("", encoding="utf-8")
    for arguments, code in (
        ((str(file), "--shop", "9"), "shop_not_found"), ((str(tmp_path / "no.csv"), "--shop", "1"), "file_unreadable"),
        ((str(empty), "--shop", "1"), "empty_file"),
    ):  # fmt: skip
        with pytest.raises(AftercaseError) as refused:
            run(ctx, *arguments)
        assert refused.value.code == code
