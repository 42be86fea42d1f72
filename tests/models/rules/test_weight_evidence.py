"""Weights: what is typed, what a complete and a short parcel weigh, and a verdict only where the scales can show it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.kinds import WeightVerdict
from models.rules.weight_evidence import (
    ParcelWeights,
    Span,
    SumKind,
    WeightLine,
    WeightReason,
    sum_lines,
    weigh,
)
from models.rules.weights import LARGEST, grams_text, read_grams

PLATES = WeightLine("餐盘", 4, 490, 10, missing=1, sku="P801")
PARCEL = ParcelWeights(
    (PLATES,), waybill=2310, waybill_step=10, scale=2310, scale_accuracy=10, packing=320, packing_tolerance=20
)


def test_a_full_parcel_rules_out_the_missing_plate() -> None:
    finding = weigh(PARCEL)
    assert (finding.verdict, finding.reason) == (WeightVerdict.NOT_PLAUSIBLE, WeightReason.FITS_COMPLETE)
    assert (finding.expected, finding.tolerance, finding.short_expected) == (2280, 60, 1790)
    assert finding.measured == Span(2301, 2310)
    assert finding.helps_shop
    assert finding.explanations == ()


def test_a_light_parcel_makes_it_plausible_and_says_what_would_explain_it() -> None:
    finding = weigh(replace(PARCEL, waybill=1800, scale=1790))
    assert (finding.verdict, finding.reason) == (WeightVerdict.PLAUSIBLE, WeightReason.FITS_SHORT)
    assert finding.explanations[0].pieces == ((0, 1),)
    assert not finding.helps_shop


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"lines": ()}, WeightReason.NO_ITEMS),
        ({"lines": (replace(PLATES, grams=None),)}, WeightReason.ITEM_UNKNOWN),
        ({"packing": None}, WeightReason.PACKING_UNKNOWN),
        ({"waybill": None, "scale": None}, WeightReason.NOT_WEIGHED),
        ({"scale": 2500}, WeightReason.SCALES_DISAGREE),
        ({"lines": (replace(PLATES, missing=0),)}, WeightReason.NOTHING_NAMED),
        ({"packing_tolerance": 460}, WeightReason.LIGHTER_THAN_TOLERANCE),
        ({"packing_tolerance": 300}, WeightReason.RANGES_OVERLAP),
        ({"scale": None, "waybill": 2600, "waybill_step": 1000}, WeightReason.FITS_BOTH),
        ({"scale": None, "waybill": 2100}, WeightReason.BETWEEN),
        ({"scale": None, "waybill": 3000}, WeightReason.HEAVIER_THAN_COMPLETE),
        ({"scale": None, "waybill": 900}, WeightReason.LIGHTER_THAN_SHORT),
    ],
)
def test_what_cannot_be_said_and_why(changed: dict[str, object], reason: WeightReason) -> None:
    finding = weigh(replace(PARCEL, **changed))  # type: ignore[arg-type]
    assert (finding.verdict, finding.reason) == (WeightVerdict.CANNOT_SAY, reason)


def test_a_carrier_that_rounds_up_may_have_weighed_almost_a_step_less() -> None:
    exact = weigh(replace(PARCEL, scale=None, waybill_step=0))
    rounded = weigh(replace(PARCEL, scale=None, waybill_step=500))
    assert exact.waybill == Span(2310, 2310)
    assert rounded.waybill == Span(1811, 2310)


def test_two_items_that_lack_together_are_found() -> None:
    lines = (WeightLine("碗", 2, 300), WeightLine("勺", 2, 45), WeightLine("盘", 1, 800))
    finding = weigh(ParcelWeights(lines, scale=1490 - 345 + 100, packing=100))
    assert finding.reason is WeightReason.NOTHING_NAMED
    assert [each.pieces for each in finding.explanations] == [((0, 1), (1, 1))]


def test_the_sum_is_shown_line_by_line() -> None:
    found = sum_lines(weigh(PARCEL))
    assert [line.kind for line in found] == [
        SumKind.ITEM, SumKind.PACKING, SumKind.COMPLETE, SumKind.LACKING, SumKind.SHORT, SumKind.WAYBILL, SumKind.SCALE,
    ]  # fmt: skip
    assert (found[0].pieces, found[0].each, found[0].grams, found[0].off) == (4, 490, 1960, 40)


@pytest.mark.parametrize(
    "changed",
    [
        {"waybill": -1},
        {"packing": -5},
        {"lines": (replace(PLATES, missing=5),)},
        {"lines": (replace(PLATES, grams=-1),)},
    ],
)
def test_negative_numbers_are_no_parcel(changed: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="negative"):
        weigh(replace(PARCEL, **changed))  # type: ignore[arg-type]


LINES = st.lists(
    st.builds(
        WeightLine, st.just("x"), st.integers(1, 5), st.integers(1, 5000), st.integers(0, 200), st.integers(0, 1)
    ),
    min_size=1, max_size=4,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(LINES, st.integers(0, 3000), st.integers(0, 200), st.integers(0, 50), st.data())
def test_a_true_parcel_is_never_judged_the_wrong_way(
    lines: list[WeightLine], packing: int, off: int, accuracy: int, data: st.DataObject
) -> None:
    lacks = data.draw(st.booleans())
    left = [(line, line.quantity - (line.missing if lacks else 0)) for line in lines]
    true = packing + data.draw(st.integers(-min(off, packing), off))
    for line, pieces in left:
        true += sum(
            data.draw(st.integers(-min(line.tolerance, line.grams or 0), line.tolerance)) for _ in range(pieces)
        )
        true += (line.grams or 0) * pieces
    read = max(true + data.draw(st.integers(-accuracy, accuracy)), 1)
    finding = weigh(
        ParcelWeights(tuple(lines), scale=read, scale_accuracy=accuracy, packing=packing, packing_tolerance=off)
    )
    assert finding.verdict is not (WeightVerdict.NOT_PLAUSIBLE if lacks else WeightVerdict.PLAUSIBLE) or not any(
        line.missing for line in lines
    )


@pytest.mark.parametrize(
    ("text", "grams"),
    [
        ("2.31 kg", 2310), ("860g", 860), ("1斤2两", 600), ("5 lb 3 oz", 2353), ("2.31", 2310), ("２．３１公斤", 2310),
        ("1,234 g", 1234), (".5kg", 500), ("0", 0), ("1.5 磅", 680),
        ("1,5", None), ("3 oz 5 lb", None), ("-1 kg", None), ("1e3", None), ("nan", None), ("", None), ("2 kg 3 kg", None),
        ("9" * 100, None), ("1000000 kg", None), ("2.31 stone", None), ("1\x00kg", None), ("١٢", None),
    ],
)  # fmt: skip
def test_weights_are_read_as_they_are_typed(text: str, grams: int | None) -> None:
    assert read_grams(text) == grams


@settings(max_examples=60, deadline=None)
@given(st.integers(0, LARGEST))
def test_a_weight_that_was_written_is_read_back(grams: int) -> None:
    assert read_grams(grams_text(grams)) == grams
