"""Weights of items from a file: as they were written out, as a shop types them, or refused whole with the row."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.context import AppContext
from desktop.importers.weight_rows import read_item_weights
from models.errors import AftercaseError, UserError

ITEMS = [("=P801", "苔青,大", 490, 10), ("@P802", "", 1220, 0), ("花盆\u202e 特", "x" * 150, 5, 5)]


@pytest.mark.parametrize("name", ["重量.xlsx", "w.csv"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_was_exported_is_imported_the_same(ctx: AppContext, tmp_path: Path, name: str, language: str) -> None:
    ctx.weighings.set_sku_weights(1, ITEMS)
    kept = ctx.weighings.list_sku_weights(1)
    assert ctx.weighings.export_sku_weights(1, tmp_path / name, language) == 3
    ctx.weighings.remove_sku_weights([each.id for each in kept])
    assert ctx.weighings.import_sku_weights(1, tmp_path / name) == 3
    found = ctx.weighings.list_sku_weights(1)
    assert [(each.sku, each.grams, each.tolerance_grams) for each in found] == [
        (each.sku, each.grams, each.tolerance_grams) for each in kept
    ]
    assert ctx.bench.undo_last() is not None
    assert ctx.weighings.list_sku_weights(1) == ()


def test_weights_as_a_shop_types_them(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("我们的重量表,,\n商家编码,规格,重量（克）,误差\nA1,红,490,10\n\nA2,,1.2kg,\nA3,,1斤2两,5g\n", "utf-8-sig")
    assert read_item_weights(file) == (("A1", "红", 490, 10), ("A2", "", 1200, 0), ("A3", "", 600, 5))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a,b\n1,2\n", "sku_file_columns"), ("SKU,Weight\nA1,heavy\n", "sku_file_row"), ("SKU,Weight\n,5\n", "sku_file_row"),
        ("SKU,Weight\nA1,0\n", "sku_file_row"), ("SKU,Weight\nA1,5\nA2,-5\n", "sku_file_row"), ("", "empty_file"),
        ("SKU,Weight\n" + "A,1\n" * 20_001, "sku_file_long"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_refused_whole(ctx: AppContext, tmp_path: Path, text: str, code: str) -> None:
    file = tmp_path / "bad.csv"
    file.write_text(text, "utf-8")
    with pytest.raises(AftercaseError) as refused:
        ctx.weighings.import_sku_weights(1, file)
    assert refused.value.code == code
    assert ctx.weighings.list_sku_weights(1) == ()


def test_a_name_no_format_is_known_by_is_refused(ctx: AppContext, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="export_name_unknown"):
        ctx.weighings.export_sku_weights(1, tmp_path / "a.pdf", "zh")
