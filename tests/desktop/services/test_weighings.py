"""Weights of a case: proposed from the order and the shop's items, kept and undone, told to the rules and the packet."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.context import AppContext
from models.errors import NotFound, UserError
from models.kinds import EvidenceSource, PacketLanguage, Problem, WeightVerdict
from models.packet_records import PacketPlan
from models.rules.weight_evidence import ParcelWeights, WeightLine, WeightReason

PARCEL = ParcelWeights(
    (WeightLine("餐盘", 4, 490, 10, missing=1, sku="P801", variant="苔青"),), waybill=2310, waybill_step=10, scale=2310,
    scale_accuracy=10, packing=320, packing_tolerance=20,
)  # fmt: skip


def test_weights_are_kept_with_the_photo_of_the_scale_and_undone(ctx: AppContext, case_id: int) -> None:
    ctx.intake.add_bytes(case_id, b"scale", "scale.txt", EvidenceSource.CHOSEN)
    photo = ctx.evidence.list_case_evidence(case_id)[0]
    assert ctx.weighings.of_case(case_id).kept is None
    ctx.weighings.save(case_id, PARCEL, scale_evidence_id=photo.id)
    shown = ctx.weighings.of_case(case_id)
    assert shown.weights == PARCEL
    assert shown.scale_evidence == photo
    assert shown.finding.verdict is WeightVerdict.NOT_PLAUSIBLE
    ctx.weighings.save(case_id, replace(PARCEL, scale=None))
    ctx.bench.undo_last()
    assert ctx.weighings.of_case(case_id).weights == PARCEL
    ctx.weighings.remove(case_id)
    assert ctx.weighings.of_case(case_id).kept is None
    with pytest.raises(NotFound):
        ctx.weighings.remove(case_id)
    ctx.weighings.save(case_id, PARCEL)
    assert ctx.weighings.of_case(case_id).weights == PARCEL
    assert any(event.action == "weighing_saved" for event in ctx.cases.load_page(case_id).timeline)


def test_what_an_item_weighs_is_proposed_the_next_time(ctx: AppContext, case_id: int) -> None:
    page = ctx.cases.load_page(case_id)
    assert page.order is not None
    line = page.order.lines[0]
    before = ctx.weighings.of_case(case_id)
    assert before.weights.lines[0].grams == line.weight_grams
    assert before.finding.reason in (WeightReason.ITEM_UNKNOWN, WeightReason.PACKING_UNKNOWN)
    lines = (WeightLine(line.item_title, 1, 777, 5, sku="", variant=""), PARCEL.lines[0])
    ctx.weighings.save(case_id, replace(PARCEL, lines=lines), keep_items=True)
    kept = ctx.weighings.list_sku_weights(page.case.shop_id)
    # An item without a SKU cannot be told from others.
    assert [(each.sku, each.variant, each.grams, each.tolerance_grams) for each in kept] == [("P801", "苔青", 490, 10)]
    ctx.bench.undo_last()
    assert ctx.weighings.list_sku_weights(page.case.shop_id) == ()
    ctx.weighings.set_sku_weights(page.case.shop_id, [(line.sku or "S", line.variant, 555, 4)])
    if line.sku:
        assert ctx.weighings.of_case(case_id).weights.lines[0].grams == 555


def test_a_verdict_is_a_fact_of_the_case_that_an_answer_overrules(ctx: AppContext, case_id: int) -> None:
    walk = ctx.resolutions.start(case_id)
    assert "weight_confirms_short" not in walk.known
    ctx.weighings.save(case_id, PARCEL)
    walk = ctx.resolutions.start(case_id)
    assert walk.known["weight_confirms_short"] is False
    ctx.weighings.save(case_id, replace(PARCEL, waybill=1800, scale=1790))
    assert ctx.resolutions.start(case_id).known["weight_confirms_short"] is True


def test_weights_go_into_the_packet_where_they_help_or_are_wanted(ctx: AppContext, case_id: int) -> None:
    assert ctx.packets.build_content(case_id).weights is None
    ctx.weighings.save(case_id, PARCEL)
    shown = ctx.packets.build_content(case_id).weights
    assert shown is not None
    assert shown.rows[2].amount == "2.28 kg ± 60 g"
    assert "与重量不符" in shown.said
    english = ctx.packets.build_content(case_id, PacketPlan(language=PacketLanguage.EN)).weights
    assert english is not None
    assert "does not agree with the weight" in english.said
    ctx.packet_plans.keep(case_id, replace(ctx.packet_plans.read(case_id), weights=False))
    assert ctx.packets.build_content(case_id).weights is None
    ctx.weighings.save(case_id, replace(PARCEL, waybill=1800, scale=1790))
    ctx.packet_plans.keep(case_id, replace(ctx.packet_plans.read(case_id), weights=True))
    against = ctx.packets.build_content(case_id).weights
    assert against is not None
    assert "与重量相符" in against.said


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"waybill": 0}, "weight_invalid"), ({"scale": -1}, "weight_invalid"), ({"packing": 10**12}, "weight_invalid"),
        ({"waybill_step": 7}, "weight_invalid"), ({"lines": (replace(PARCEL.lines[0], missing=5),)}, "weight_pieces"),
        ({"lines": (replace(PARCEL.lines[0], grams=0),)}, "weight_invalid"), ({"lines": PARCEL.lines * 101}, "weight_lines"),
        ({"lines": (replace(PARCEL.lines[0], name="a\x00b"),)}, "text_has_nul"),
    ],
)  # fmt: skip
def test_what_is_no_weight_is_refused_and_nothing_kept(
    ctx: AppContext, case_id: int, changed: dict[str, object], code: str
) -> None:
    with pytest.raises(UserError, match=code):
        ctx.weighings.save(case_id, replace(PARCEL, **changed))  # type: ignore[arg-type]
    assert ctx.weighings.of_case(case_id).kept is None


def test_a_photo_of_another_case_is_refused(ctx: AppContext, case_id: int) -> None:
    with pytest.raises(UserError, match="weight_photo_elsewhere"):
        ctx.weighings.save(case_id, PARCEL, scale_evidence_id=999)


def test_a_merged_case_hands_over_its_weights_and_what_was_asked_for(
    ctx: AppContext, case_id: int, order_id: int
) -> None:
    kept = ctx.cases.open_case(problem=Problem.MISSING_ITEM, order_id=order_id)
    need = ctx.checklists.of_case(case_id).list.items[0].need.id
    ctx.checklists.mark_asked(case_id, [need])
    ctx.weighings.save(case_id, PARCEL)
    ctx.joining.merge(kept, [case_id])
    assert ctx.weighings.of_case(kept).weights == PARCEL
    assert need in ctx.checklists.of_case(kept).asked
    ctx.bench.undo_last()
    assert ctx.weighings.of_case(case_id).weights == PARCEL
    assert ctx.weighings.of_case(kept).kept is None


@pytest.mark.parametrize(
    ("item", "code"),
    [
        (("", "", 5, 0), "text_empty"), (("a\x00", "", 5, 0), "text_has_nul"), (("a", "\ud800", 5, 0), "text_not_unicode"),
        (("x" * 201, "", 5, 0), "text_too_long"), (("a", "", 0, 0), "weight_invalid"), (("a", "", 5, -1), "weight_invalid"),
    ],
)  # fmt: skip
def test_an_item_that_cannot_be_kept_is_refused(ctx: AppContext, item: tuple[str, str, int, int], code: str) -> None:
    with pytest.raises(UserError, match=code):
        ctx.weighings.set_sku_weights(1, [("good", "", 5, 0), item])
    assert ctx.weighings.list_sku_weights(1) == ()
