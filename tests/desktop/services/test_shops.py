"""Shops and people through their service: what is checked, what can be undone, who is at work."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.context import AppContext
from models.errors import UserError
from models.kinds import Platform, Role


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"name": " "}, "text_empty"),
        ({"name": "青\x00禾"}, "text_has_nul"),
        ({"currency": "rmb"}, "currency_unknown"),
        ({"country": "China"}, "country_unknown"),
        ({"time_zone": "Asia/Nowhere"}, "zone_unknown"),
    ],
)
def test_a_shop_is_checked_before_it_is_changed(ctx: AppContext, values: dict[str, object], code: str) -> None:
    before = ctx.shops.list_shops()
    with pytest.raises(UserError) as refused:
        ctx.shops.change_shop(1, **values)
    assert refused.value.code == code
    assert ctx.shops.list_shops() == before


def test_the_time_zone_of_the_first_shop_is_the_folders(
    ctx: AppContext, open_context: Callable[[], AppContext]
) -> None:
    ctx.shops.add_shop(name="Qinghe Home", platform=Platform.SHOPIFY, time_zone="America/New_York")
    assert ctx.bench.time_zone == "Asia/Shanghai"
    ctx.shops.change_shop(1, time_zone="Asia/Tokyo")
    assert ctx.bench.time_zone == "Asia/Tokyo"
    ctx.bench.undo_last()
    assert ctx.bench.time_zone == "Asia/Shanghai"
    ctx.shops.change_shop(1, time_zone="Asia/Tokyo")
    ctx.close()
    assert open_context().bench.time_zone == "Asia/Tokyo"


def test_the_first_person_is_at_work_at_once(open_context: Callable[[], AppContext]) -> None:
    ctx = open_context()
    first = ctx.shops.add_person(name=" 小满 ", role=Role.OWNER)
    ctx.shops.add_person(name="老秋", role=Role.WAREHOUSE)
    assert (ctx.shops.person.id, ctx.shops.person.name) == (first, "小满")


def test_two_people_have_two_names(ctx: AppContext) -> None:
    with pytest.raises(UserError) as refused:
        ctx.shops.add_person(name="老秋 ", role=Role.OWNER)
    assert refused.value.code == "person_known"


def test_who_is_at_work_cannot_leave_and_others_can_come_back(ctx: AppContext) -> None:
    me, other = ctx.shops.list_people()
    with pytest.raises(UserError) as refused:
        ctx.shops.deactivate(me.id)
    assert refused.value.code == "person_at_work"
    ctx.shops.deactivate(other.id)
    assert ctx.shops.list_people() == (me,)
    ctx.bench.undo_last()
    assert ctx.shops.list_people() == (me, other)


def test_another_role_stands_at_once_for_who_is_at_work(ctx: AppContext) -> None:
    ctx.shops.change_role(ctx.shops.person.id, Role.SUPERVISOR)
    assert ctx.shops.person.role is Role.SUPERVISOR
