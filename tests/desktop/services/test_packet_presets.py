"""Receivers of packets: as they came with the program, changed by the shop, made by it, and back again."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

import pytest

from desktop.platform.resources import resource
from desktop.services.packet_presets import SETTING, shipped_presets
from models.errors import NotFound, UserError
from models.kinds import PacketForm, Platform
from models.rules.packet_preset_json import preset_json, preset_of, read_presets, wrong_in
from models.rules.packet_presets import PacketPreset
from models.store import shops

if TYPE_CHECKING:
    from desktop.context import AppContext

CARRIER = PacketPreset("", "快递理赔", "", PacketForm.PDF, ("pdf",), total_bytes=5_000_000, pages=10)
SAID = {
    "stripe": {"total_bytes": 4_500_000, "pages": 49, "summary_most": 20_000, "text_total": 150_000, "least_points": 12},
    "visa": {"total_bytes": 2_000_000, "dpi": 200, "pages": 100, "page_mm": (219.4, 355.6)},
    "mastercard": {"total_bytes": 14_000_000, "dpi": 300, "pages": 19, "pixels": 29_999_999, "name_most": 16},
    "amex": {"files": 5, "file_bytes": 5_000_000, "total_bytes": 25_000_000, "file_pages": 20, "dpi": 300},
    "shopify": {"file_bytes": 2_000_000, "total_bytes": 4_000_000, "pages": 49},
    "paypal": {"file_bytes": 9_999_999, "total_bytes": 50_000_000},
    "ebay": {"pictures": 5, "total_bytes": 1_750_000, "summary_most": 1_000, "deadline_hours": 120},
    "taobao": {"pictures": 1, "file_bytes": 130_000, "summary_least": 2, "summary_most": 200},
    "wechat_shop": {"pictures": 20, "summary_most": 500, "deadline_hours": 48},
    "wechat_pay": {"pictures": 4, "summary_most": 200},
    "revolut": {"files": 100, "file_bytes": 10_000_000},
    "worldpay": {"files": 10, "file_bytes": 2_000_000, "one_submission": True},
    "print": {}, "archive": {},
}  # fmt: skip


def test_the_receivers_that_come_with_it_say_what_was_found_and_nothing_else() -> None:
    found = {each.id: each for each in shipped_presets()}
    assert list(found) == list(SAID)
    plain = PacketPreset("", "", "", PacketForm.PDF, ())
    figures = {"total_bytes", "file_bytes", "files", "pages", "file_pages", "pictures", "summary_least", "summary_most",
               "text_total", "dpi", "pixels", "page_mm", "least_points", "name_most", "deadline_hours"}  # fmt: skip
    for name, preset in found.items():
        assert {key: getattr(preset, key) for key in SAID[name]} == SAID[name], name
        sourced = {each.about for each in preset.sources}
        told = {each.name for each in fields(preset) if getattr(preset, each.name) != getattr(plain, each.name)}
        # Every figure stands with its source, and is as old as it says.
        assert told & (figures | {"slots", "formats", "grey", "one_submission"}) <= sourced, name
        assert all(each.source and (each.checked_on or each.confidence != "high") for each in preset.sources
                   if each.about != "deadline"), name  # fmt: skip
        assert (preset.checked_on is not None) == bool(preset.sources), name
    assert {each.form for each in found.values()} == set(PacketForm)
    assert any(each.second_hand for each in found["shopify"].sources)
    shopify, stripe = found["shopify"], found["stripe"]
    assert [each.id for each in shopify.slots if each.takes_file] == [
        "CANCELLATION_POLICY_FILE", "CUSTOMER_COMMUNICATION_FILE", "REFUND_POLICY_FILE", "RESPONSE_SUMMARY_FILE",
        "SERVICE_DOCUMENTATION_FILE", "SHIPPING_DOCUMENTATION_FILE", "UNCATEGORIZED_FILE",
    ]  # fmt: skip
    assert len([each for each in stripe.slots if each.takes_file]) == 9
    assert sum(each.text_most == 20_000 for each in stripe.slots) == 8


@pytest.mark.parametrize(
    ("spoil", "where"),
    [
        (lambda raw: raw.pop("presets"), "presets"),
        (lambda raw: raw.pop("sources"), "sources"),
        (lambda raw: raw["presets"][0].pop("form"), "stripe"),
        (lambda raw: raw["presets"][1]["figures"]["pages"].update(value="100"), "visa"),
        (lambda raw: raw["presets"][1]["figures"]["pages"].update(value=0), "visa"),
        (lambda raw: raw["presets"][1]["figures"]["pages"].update(source="nowhere"), "visa"),
        (lambda raw: raw["presets"][1]["figures"].update(speed={"value": 1}), "visa"),
        (lambda raw: raw["presets"].append(dict(raw["presets"][0])), "stripe"),
        (lambda raw: raw["presets"].append([]), "14"),
    ],
)
def test_a_damaged_file_is_refused_with_the_place(spoil: Callable[[Any], object], where: str) -> None:
    raw = json.loads(resource("packet_presets.json").read_text(encoding="utf-8"))
    spoil(raw)
    with pytest.raises(UserError) as refused:
        read_presets(raw)
    assert (refused.value.code, refused.value.values["where"]) == ("presets_unusable", where)


def test_every_receiver_comes_back_from_the_store_as_it_went_in() -> None:
    for preset in shipped_presets():
        kept = json.loads(json.dumps(preset_json(preset)))
        assert preset_of(preset.id, kept) == replace(preset, own=True)
        assert wrong_in(preset) == ""


def test_a_receiver_of_ones_own_is_kept_and_taken_back(ctx: AppContext) -> None:
    before = ctx.presets.list_presets()
    kept = ctx.presets.keep_own(CARRIER)
    assert (kept.id, kept.own, kept.name_en) == ("own-1", True, "快递理赔")
    assert kept.checked_on == ctx.clock.now().date()
    assert ctx.presets.list_presets() == (*before, kept)
    assert ctx.presets.find("own-1").pages == 10
    second = ctx.presets.keep_own(replace(CARRIER, name_zh="退税", total_bytes=None))
    assert second.id == "own-2"
    ctx.presets.keep_own(replace(second, pages=3))
    ctx.bench.undo_last()
    assert ctx.presets.find("own-2").pages == 10
    ctx.presets.drop_own("own-1")
    assert [each.id for each in ctx.presets.list_presets()][len(before) :] == ["own-2"]
    for _ in range(3):
        ctx.bench.undo_last()
    assert ctx.presets.list_presets() == before
    ctx.bench.redo_last()
    assert ctx.presets.find("own-1") == kept
    with pytest.raises(NotFound):
        ctx.presets.find("own-2")


def test_a_changed_figure_loses_its_source_and_comes_back_with_it(ctx: AppContext) -> None:
    shipped = ctx.presets.find("taobao")
    changed = ctx.presets.keep_own(replace(shipped, file_bytes=500_000, total_bytes=500_000))
    assert changed.own
    assert {each.about for each in shipped.sources} - {each.about for each in changed.sources} == {
        "file_bytes", "total_bytes",
    }  # fmt: skip
    assert [each.id for each in ctx.presets.list_presets()] == list(SAID)
    assert ctx.presets.find("taobao").file_bytes == 500_000
    assert ctx.presets.shipped("taobao") == shipped
    ctx.presets.drop_own("taobao")
    assert ctx.presets.find("taobao") == shipped
    with pytest.raises(NotFound):
        ctx.presets.drop_own("taobao")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"pages": 0}, "pages"), ({"total_bytes": 10}, "total_bytes"), ({"dpi": 30}, "dpi"),
        ({"name_zh": "字" * 80, "name_en": "x" * 80, "files": 0}, "files"),
        ({"summary_least": 9, "summary_most": 3}, "summary_least"),
        ({"formats": ("exe",)}, "formats"), ({"formats": ("png",)}, "formats"), ({"papers": ()}, "papers"),
        ({"page_mm": (10.0, 10.0)}, "page_mm"), ({"form": PacketForm.SLOTS}, "main_slot"),
        ({"least_points": 99.0}, "least_points"),
    ],
)  # fmt: skip
def test_what_nothing_can_be_made_by_is_refused_by_its_field(
    ctx: AppContext, change: dict[str, Any], field: str
) -> None:
    with pytest.raises(UserError) as refused:
        ctx.presets.keep_own(replace(CARRIER, **change))
    assert (refused.value.code, refused.value.values["field"]) == ("preset_wrong", field)
    assert all(not each.own for each in ctx.presets.list_presets())


def test_one_that_is_damaged_in_the_store_is_left_out_and_stays(ctx: AppContext) -> None:
    ctx.presets.keep_own(CARRIER)
    with ctx.store.write(ctx.bench.stamp()) as transaction:
        raw = shops.read_setting(ctx.store.database, SETTING)
        shops.write_setting(transaction, SETTING, {**raw, "own-9": {"pages": "many"}, "visa": 7})
    assert ctx.presets.broken() == ("own-9", "visa")
    assert ctx.presets.find("visa") == ctx.presets.shipped("visa")
    ctx.presets.keep_own(replace(CARRIER, name_zh="另一个"))
    assert ctx.presets.broken() == ("own-9", "visa")
    ctx.presets.drop_own("visa")
    assert ctx.presets.broken() == ("own-9",)
    with pytest.raises(NotFound):
        ctx.presets.keep_own(replace(CARRIER, id="../own"))


def test_the_likeliest_receiver_is_that_of_the_platform(ctx: AppContext) -> None:
    shop = shops.list_shops(ctx.store.database)[0]
    likely = {each: ctx.presets.for_shop(replace(shop, platform=each)) for each in Platform}
    assert (likely[Platform.TMALL], likely[Platform.SHOPIFY], likely[Platform.EBAY]) == ("taobao", "shopify", "ebay")
    assert likely[Platform.JD] == "print"
    first = {each: ctx.presets.first_for(replace(shop, platform=each)) for each in likely}
    assert (first[Platform.TMALL], first[Platform.EBAY], first[Platform.WECHAT]) == ("print",) * 3
    assert (first[Platform.SHOPIFY], first[Platform.ETSY]) == ("shopify", "paypal")
