"""Shops and people through their service: what is checked, what can be undone, who is at work."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from desktop.context import AppContext
from models.errors import UserError
from models.kinds import Consent, EvidenceSource, Platform, Role, Tier


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"name": " "}, "text_empty"),
        ({"name": "青\x00禾"}, "text_has_nul"),
        ({"currency": "rmb"}, "currency_unknown"),
        ({"country": "China"}, "country_unknown"),
        ({"time_zone": "Asia/Nowhere"}, "zone_unknown"),
        ({"colour": "#ff0000"}, "colour_unknown"),
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


def test_every_new_shop_gets_a_colour_no_other_has(ctx: AppContext) -> None:
    for name in ("二店", "三店"):
        ctx.shops.add_shop(name=name, platform=Platform.SHOPIFY)
    colours = [shop.colour for shop in ctx.shops.list_shops()]
    assert len({*colours}) == 3


def test_a_shop_uses_the_packs_it_chose(ctx: AppContext) -> None:
    def used() -> set[str]:
        (shop,) = ctx.shops.list_shops()
        return {each.pack.id for each in ctx.resolutions.shop_packs(shop) if each.used}

    usual = used()
    assert {"cn-law", "taobao"} <= usual
    ctx.shops.change_packs(1, added=["us-law"], left_out=["taobao"])
    assert used() == usual - {"taobao"} | {"us-law"}
    ctx.bench.undo_last()
    assert used() == usual
    with pytest.raises(UserError, match="packs_too_many"):
        ctx.shops.change_packs(1, added=[f"p{n}" for n in range(300)], left_out=[])


def test_a_case_is_decided_by_the_packs_of_its_shop(ctx: AppContext, case_id: int) -> None:
    ctx.shops.change_packs(1, added=["us-law", "no-such-pack"], left_out=["taobao"])
    packs = {pack.id for pack in ctx.resolutions.packs_of(ctx.cases.load_page(case_id))}
    assert "us-law" in packs
    assert "taobao" not in packs


def test_a_shop_says_what_it_holds(ctx: AppContext, case_id: int) -> None:
    assert ctx.shops.count_in(1) == (1, 1)


def test_pages_show_what_belongs_to_the_shop_chosen(ctx: AppContext, case_id: int) -> None:
    """Evidence, call-backs and open sums of one shop hold nothing of another."""
    other = ctx.shops.add_shop(name="US", platform=Platform.SHOPIFY, currency="USD", time_zone="America/New_York")
    piece = ctx.intake.add_bytes(case_id, b"x", "a.bin", EvidenceSource.PASTED)
    ctx.call_backs.set_consent(1, Consent.GIVEN)
    ctx.call_backs.set_tier(1, Tier.V3)
    planned = ctx.call_backs.desk().today + timedelta(days=60)
    for shop, mine in ((1, True), (other, False), (0, True)):
        ctx.settings.set("shop", shop)
        ctx.shops.show_shop(shop)
        assert list(ctx.evidence.list_evidence_ids(shop_id=shop or None)) == ([piece.evidence_id] if mine else [])
        assert len(ctx.call_backs.due(planned)) == mine
        assert sum(ctx.call_backs.counts(2026, 11).tiers.values()) == mine
        assert bool(ctx.cases.sum_open(shop or None)) is mine
        assert ctx.bench.time_zone == ("Asia/Shanghai" if mine else "America/New_York")


def test_who_left_is_asked_about_at_the_next_start(ctx: AppContext, open_context: Callable[[], AppContext]) -> None:
    ctx.settings.set("person", 2)
    ctx.shops.deactivate(2)
    ctx.close()
    again = open_context()
    assert again.shops.unsure
    again.shops.choose_person(1)
    assert not again.shops.unsure


def test_a_new_shop_begins_with_the_place_its_platform_sells_at(ctx: AppContext) -> None:
    places = {}
    for platform in (Platform.AMAZON, Platform.JD, Platform.SHOPIFY):
        ctx.shops.add_shop(name=platform.value, platform=platform)
        added = ctx.shops.list_shops()[-1]
        places[platform] = (added.currency, added.time_zone, added.country)
    assert places == {
        Platform.AMAZON: ("USD", "America/Los_Angeles", "US"),
        Platform.JD: ("CNY", "Asia/Shanghai", "CN"),
        Platform.SHOPIFY: ("CNY", "Asia/Shanghai", "CN"),
    }
