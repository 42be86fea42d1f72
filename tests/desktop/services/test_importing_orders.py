"""Order files through the service: the shop's zone and currency, progress told, buyers found by two characters."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from models.kinds import Platform
from tests.ui.cases.sample_cases import orders

if TYPE_CHECKING:
    from desktop.context import AppContext


def shopify_rows(path: Path, count: int) -> Path:
    """Orders as Shopify exports them, without a currency."""
    head = "Name,Email,Financial Status,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Id,Subtotal"
    row = "#{0},a{0}@example.com,paid,12.50,2026-11-16 10:00:00,1,Plate,12.50,{0},12.50"
    path.write_text("\n".join([head, *(row.format(1000 + place) for place in range(count)), ""]), encoding="utf-8")
    return path


@pytest.mark.parametrize(("text", "found"), [("花果", True), ("花果山", True), ("zz", False), ("花", False)])
def test_two_chinese_characters_find_a_buyer(ctx: AppContext, text: str, found: bool) -> None:
    assert not ctx.orders.has_orders()
    ctx.orders.commit_draft(orders())
    assert ctx.orders.has_orders()
    nicks = [target.buyer_nick for target in ctx.cases.find_targets(text)]
    assert nicks == (["花果山_大圣01"] if found else [])


def test_what_a_file_does_not_say_is_the_shops(ctx: AppContext, tmp_path: Path) -> None:
    euro = ctx.shops.add_shop(
        name="Plates", platform=Platform.SHOPIFY, currency="EUR", time_zone="Europe/Berlin", country="DE"
    )
    told: list[tuple[int, int]] = []
    path = shopify_rows(tmp_path / "orders_export.csv", 1200)
    draft = ctx.orders.read_draft([path], chosen_shop=euro, progress=lambda done, all_of: told.append((done, all_of)))
    assert {order.currency for order in draft.orders} == {"EUR"}
    assert told[-1][0] == told[-1][1]
    assert len(told) > 1
    ctx.orders.commit_draft(draft, chosen_shop=euro)
    assert ctx.orders.find_order(1).shop_id == euro


@pytest.mark.parametrize(("named", "chosen"), [("天青天猫店", False), ("", True)])
def test_a_file_of_tmall_goes_to_the_shop_it_names_or_the_one_chosen(ctx: AppContext, named: str, chosen: bool) -> None:
    """Taobao and Tmall export the same files."""
    tmall = ctx.shops.add_shop(name="天青天猫店", platform=Platform.TMALL)
    draft = orders()
    draft = replace(draft, orders=tuple(replace(order, shop_name=named) for order in draft.orders))
    ctx.orders.commit_draft(draft, chosen_shop=tmall if chosen else None)
    assert ctx.orders.find_order(1).shop_id == tmall
