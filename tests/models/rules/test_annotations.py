"""The layer as data: what fits, numbers that close up, what a click hits, moving and resizing."""

from __future__ import annotations

import json
import random

import pytest

from models.errors import UserError
from models.rules import annotation_shapes as shapes
from models.rules.annotation_json import layer_from, layer_text
from models.rules.annotations import (
    Arrow,
    Box,
    Crop,
    Ellipse,
    Freehand,
    Layer,
    Mark,
    MarkColour,
    NumberMark,
    Sheet,
    TextLabel,
    added,
    crop_of,
    legend_of,
    numbers_of,
    removed,
    reordered,
    scaled_to,
)

ALL: tuple[Mark, ...] = (
    Arrow(points=((10, 10), (60, 40)), colour=MarkColour.AMBER),
    Box(points=((20, 20), (80, 60)), width=0.01, hidden=True),
    Ellipse(points=((0, 0), (100, 80)), colour=MarkColour.JADE),
    Freehand(points=((1, 1), (2.25, 3), (4, 9))),
    TextLabel(points=((5, 5),), text='缺口 "6" cm </b> 😀\u202e', height=0.05),
    NumberMark(points=((50, 50),), legend="裂纹", colour=MarkColour.BLACK),
    Crop(points=((0, 0), (90.5, 70))),
)
FULL = Layer((Sheet(100, 80, marks=ALL, covers=((1.0, 2.0, 3.5, 4.0),)), Sheet(30, 40, page=2, marks=ALL[:1])))


def test_a_layer_comes_back_as_it_was() -> None:
    assert layer_from(layer_text(FULL)) == FULL
    assert layer_text(layer_from(layer_text(FULL))) == layer_text(FULL)
    assert FULL.count() == 8
    assert FULL.sheet(2, 0, (60, 80)).marks[0].points == ((20, 20), (120, 80))
    assert FULL.with_sheet(Sheet(100, 80)).sheets == FULL.sheets[1:]


def _spoilt() -> list[str]:
    """Layers with one thing wrong each."""
    good = json.loads(layer_text(FULL))
    texts = ["", "{", "[]", "null", '"x"', "[" * 5000, '{"version":1}', "NaN", '{"version":1,"sheets":[[]]}']
    values: list[object] = [
        None,
        True,
        -1,
        1e400,
        float("nan"),
        "x",
        [],
        {},
        10**400,
        [[1]],
        ["a", "b"],
        "x\0",
        "\ud800",
    ]
    paths: list[list[object]] = [["version"], ["sheets"]]
    paths += [["sheets", 0, key] for key in ("page", "at_ms", "size", "marks", "covers")]
    paths += [["sheets", 0, "covers", 0], ["sheets", 0, "size", 0], ["sheets", 0, "marks", 0]]
    paths += [["sheets", 0, "marks", 0, key] for key in ("kind", "points", "colour", "width", "hidden")]
    paths += [
        ["sheets", 0, "marks", 3, "points", 1],
        ["sheets", 0, "marks", 4, "height"],
        ["sheets", 0, "marks", 0, "more"],
    ]
    for path in paths:
        for value in values:
            spoilt = json.loads(json.dumps(good))
            at = spoilt
            for step in path[:-1]:
                at = at[step]
            if path[-1] in ("hidden",) and value is True:
                continue
            at[path[-1]] = value
            if not (value == [] and path[-1] in ("sheets", "marks", "covers")):
                texts.append(json.dumps(spoilt))
    twice = json.loads(json.dumps(good))
    twice["sheets"][1] = twice["sheets"][0]
    crops = json.loads(json.dumps(good))
    crops["sheets"][0]["marks"].append(crops["sheets"][0]["marks"][6])
    many = json.loads(json.dumps(good))
    many["sheets"][0]["marks"] = many["sheets"][0]["marks"][:1] * 301
    long = json.loads(json.dumps(good))
    long["sheets"][0]["marks"][4]["text"] = "字" * 501
    turned = json.loads(json.dumps(good))
    turned["sheets"][0]["marks"][1]["points"].reverse()
    return [*texts, *(json.dumps(each) for each in (twice, crops, many, long, turned))]


def test_what_is_damaged_is_said_and_never_more() -> None:
    texts = _spoilt()
    assert len(texts) > 200
    for text in texts:
        with pytest.raises(UserError) as found:
            layer_from(text)
        assert found.value.code == "layer_damaged", text


def test_random_bytes_in_a_layer_are_said() -> None:
    chance, text, seen = random.Random(5), layer_text(FULL), set()
    for _ in range(300):
        at = chance.randrange(len(text))
        spoilt = text[:at] + chance.choice(['"', "9", "-", "{", "]", "e", "", "\0"]) + text[at + chance.randrange(3) :]
        try:
            found = layer_from(spoilt)
        except UserError as error:
            seen.add(error.code)
        else:
            assert layer_from(layer_text(found)).count() == found.count()
    assert seen == {"layer_damaged"}


def test_too_many_marks_are_refused_when_written() -> None:
    with pytest.raises(UserError, match="layer_too_large"):
        layer_text(Layer((Sheet(10, 10, marks=ALL[:1] * 301),)))
    with pytest.raises(UserError, match="layer_too_large"):
        layer_text(Layer(tuple(Sheet(10, 10, page=page, marks=ALL[:1]) for page in range(201))))


def test_numbers_close_up_and_follow_the_order() -> None:
    sheet = Sheet(100, 100)
    for words in ("裂纹", "缺口", "压痕"):
        sheet = added(sheet, NumberMark(points=((1, 1),), legend=words))
    sheet = added(sheet, Box(points=((1, 1), (2, 2))))
    assert [words for _, _, words in legend_of(sheet.marks)] == ["裂纹", "缺口", "压痕"]
    assert numbers_of(removed(sheet, 0).marks) == {0: 1, 1: 2}
    moved, place = reordered(sheet, 2, -5)
    assert place == 0
    assert legend_of(moved.marks)[0][2] == "压痕"
    hidden = Sheet(
        100, 100, marks=(NumberMark(points=((1, 1),), hidden=True), NumberMark(points=((1, 1),), legend=" x "))
    )
    assert legend_of(hidden.marks) == ((1, MarkColour.RED, "x"),)


def test_there_is_one_crop_and_it_keeps_within_the_picture() -> None:
    sheet = added(added(Sheet(100, 80), Crop(points=((0, 0), (10, 10)))), Crop(points=((-5, 20), (300, 79.6))))
    assert len(sheet.marks) == 1
    assert crop_of(sheet.marks, (100, 80)) == (0, 20, 100, 60)
    assert crop_of((Crop(points=((500, 500), (600, 600))),), (100, 80)) == (99, 79, 1, 1)
    assert crop_of((), (100, 80)) == (0, 0, 100, 80)


@pytest.mark.parametrize(
    ("at", "found"),
    [((35, 25), 0), ((50, 60), None), ((100, 40), 2), ((50, 41), None), ((2, 2), 3), ((50, 48), 5), ((6, 7), 4)],
)
def test_a_click_hits_what_is_drawn_there(at: tuple[float, float], found: int | None) -> None:
    sheet = Sheet(100, 80, marks=ALL[:6])
    assert shapes.hit(sheet, at, 1.0) == found


def test_moving_and_resizing_stay_with_the_picture() -> None:
    sheet = Sheet(100, 80)
    box = Box(points=((20, 20), (40, 30)))
    assert shapes.moved(box, 5, -5, sheet).points == ((25, 15), (45, 25))
    assert shapes.moved(box, 1000, 1000, sheet).points == ((90, 75), (110, 85))
    assert shapes.resized(box, "se", (60, 70), sheet).points == ((20, 20), (60, 70))
    assert shapes.resized(box, "n", (0, 90), sheet).points == ((20, 30), (40, 80))
    assert shapes.resized(box, "se", (60, 21), sheet, keep=True).points == ((20, 20), (60, 40))
    arrow = Arrow(points=((0, 0), (10, 1)))
    assert shapes.resized(arrow, "end", (30, 2), sheet, keep=True).points[1][1] == pytest.approx(0)
    assert shapes.grown(box, 10, 0, sheet).points == ((20, 20), (50, 30))
    line = Freehand(points=((0, 0), (10, 10)))
    assert shapes.resized(line, "se", (20, 40), sheet).points == ((0, 0), (20, 40))
    words = TextLabel(points=((10, 10),), text="缺口")
    assert shapes.resized(words, "se", (90, 70), sheet).height > words.height  # type: ignore[attr-defined]
    assert shapes.squared((10, 10), (0, 40)) == (-20, 40)


def test_a_click_without_a_drag_draws_nothing() -> None:
    sheet = Sheet(100, 80)
    assert shapes.is_slip(Box(points=((1, 1), (1, 50))), sheet, 3)
    assert shapes.is_slip(Arrow(points=((1, 1), (2, 2))), sheet, 3)
    assert not shapes.is_slip(Arrow(points=((1, 1), (1, 20))), sheet, 3)
    assert not shapes.is_slip(NumberMark(points=((1, 1),)), sheet, 3)


def test_covers_are_rounded_outward_and_cut() -> None:
    assert shapes.clipped_cover((0.2, 0.9, 1.1, 2.0), (10, 10)) == (0, 0, 2, 2)
    assert shapes.clipped_cover((-5, -5, 500, 3.5), (10, 10)) == (0, 0, 10, 4)
    assert shapes.clipped_cover((10, 0, 20, 5), (10, 10)) is None
    assert scaled_to(Sheet(10, 10, covers=((1, 1, 2, 2),)), (20, 30)).covers == ((2, 3, 4, 6),)
