"""Seen before: the same photo is found again however it was sent, and different pictures are not."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFilter

from desktop.context import AppContext
from desktop.decoder.client import Decoder
from desktop.decoder.results import FileFacts, MediaFormat
from models.kinds import EvidenceSource, Problem
from models.rules.likeness import LOOK_BYTES, LookIndex


def scene(seed: int, size: tuple[int, int] = (640, 480)) -> Image.Image:
    """Something like a photo: soft light, things with edges, a little grain."""
    dice = random.Random(seed)
    image = Image.new("RGB", size, (dice.randrange(60, 200), dice.randrange(60, 200), dice.randrange(60, 200)))
    draw = ImageDraw.Draw(image)
    for _ in range(14):
        x, y, r = dice.randrange(size[0]), dice.randrange(size[1]), dice.randrange(30, 160)
        colour = tuple(dice.randrange(256) for _ in range(3))
        (draw.ellipse if dice.random() < 0.5 else draw.rectangle)((x - r, y - r // 2, x + r, y + r), fill=colour)
    return image.filter(ImageFilter.GaussianBlur(2))


def chat(seed: int) -> Image.Image:
    """One app's chat: the same bars and paper, other bubbles."""
    dice = random.Random(seed)
    image = Image.new("RGB", (375, 640), (242, 244, 243))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 375, 64), fill="white")
    draw.rectangle((0, 590, 375, 640), fill="white")
    y = 80
    while y < 540:
        width, height, ours = dice.randrange(60, 230), dice.choice((34, 56, 78)), dice.random() < 0.5
        left = 320 - width if ours else 56
        draw.rounded_rectangle((left, y, left + width, y + height), 9, fill=(190, 229, 221) if ours else "white")
        for row in range(height // 22):
            for column in range(left + 10, left + width - 14, 15):
                draw.rectangle(
                    (column, y + 9 + row * 22, column + dice.randrange(6, 12), y + 20 + row * 22), fill=(30, 30, 30)
                )
        y += height + 15
    return image


def jpeg(image: Image.Image, quality: int = 85) -> bytes:
    out = io.BytesIO()
    image.convert("RGB").save(out, "JPEG", quality=quality)
    return out.getvalue()


def add(ctx: AppContext, case_id: int, data: bytes, caption: str = "") -> int:
    added = ctx.intake.add_bytes(case_id, data, f"{caption or 'photo'}.jpg", EvidenceSource.PASTED, caption=caption)
    assert added.evidence_id is not None
    return added.evidence_id


@pytest.fixture
def other_case(ctx: AppContext) -> int:
    """A case of another buyer."""
    buyer = ctx.bench.act("buyer_made", lambda one: one.insert("buyer", shop_id=1, nick="水帘洞_02"), undoable=False)
    return ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=buyer)


def fill(ctx: AppContext) -> None:
    while ctx.likeness.fill(seconds=5).more:
        pass


def test_one_photo_sent_in_other_ways_is_found_and_other_pictures_are_not(
    ctx: AppContext, case_id: int, other_case: int
) -> None:
    first = scene(1)
    original = add(ctx, case_id, jpeg(first), "开箱俯拍")
    for seed in range(3):
        add(ctx, case_id, jpeg(chat(seed)))
    small = first.resize((320, 240))
    again = {
        "recompressed": jpeg(first, 40),
        "small": jpeg(small, 70),
        "cropped": jpeg(first.crop((20, 10, 620, 470))),
        "turned": jpeg(first.rotate(1.5, Image.Resampling.BICUBIC)),
        "mirrored": jpeg(first.transpose(Image.Transpose.FLIP_LEFT_RIGHT)),
    }
    found = {add(ctx, other_case, data, name): name for name, data in again.items()}
    others = [add(ctx, other_case, jpeg(scene(seed))) for seed in (2, 3)]
    others += [add(ctx, other_case, jpeg(chat(seed))) for seed in range(3, 8)]
    others += [
        add(ctx, other_case, jpeg(Image.new("RGB", (300, 200), colour))) for colour in ("white", "black", "teal")
    ]
    fill(ctx)
    seen = ctx.likeness.seen_before(original)
    assert {one.evidence_id: one.caption for one in seen.elsewhere} == found
    assert all(75 <= one.percent <= 99 and not one.exact and not one.same_buyer for one in seen.elsewhere)
    assert ctx.likeness.counts([original, *found, *others]) == dict.fromkeys([original, *found], 1)


def test_the_same_bytes_say_whose_case_and_batch_and_follow_what_is_removed(
    ctx: AppContext, case_id: int, order_id: int, other_case: int
) -> None:
    mine, theirs = (add(ctx, case, jpeg(scene(4))) for case in (case_id, other_case))
    third = ctx.cases.open_case(problem=Problem.MISSING_ITEM, order_id=order_id, summary="又少一只")
    same_buyer = add(ctx, third, jpeg(scene(4)))
    seen = {one.evidence_id: one for one in ctx.likeness.seen_before(mine).sightings}
    assert set(seen) == {theirs, same_buyer}
    assert (seen[theirs].exact, seen[theirs].percent, seen[theirs].same_buyer, seen[theirs].same_batch) == (
        True, 100, False, None,
    )  # fmt: skip
    assert (seen[same_buyer].same_buyer, seen[same_buyer].same_batch) == (True, True)
    buyer = seen[same_buyer].buyer_id
    assert buyer is not None
    (pattern,) = ctx.likeness.patterns(buyer)
    assert (pattern.exact, pattern.buyers, {place.case_id for place in pattern.places}) == (
        True, 2, {case_id, other_case, third},
    )  # fmt: skip
    ctx.evidence.remove([theirs, same_buyer])
    assert ctx.likeness.seen_before(mine).sightings == ()
    assert ctx.likeness.patterns(buyer) == ()
    ctx.bench.undo_last()
    assert len(ctx.likeness.seen_before(mine).sightings) == 2


def test_not_the_same_stays_away_until_it_is_taken_back(ctx: AppContext, case_id: int, other_case: int) -> None:
    mine, theirs = add(ctx, case_id, jpeg(scene(5))), add(ctx, other_case, jpeg(scene(5), 50))
    assert ctx.likeness.look_at([mine, theirs, 999]) == 2
    ctx.likeness.dismiss(mine, theirs)
    fill(ctx)
    seen = ctx.likeness.seen_before(mine)
    assert (seen.sightings, seen.dismissed) == ((), 1)
    assert ctx.likeness.counts([mine, theirs]) == {}
    assert ctx.likeness.take_back(theirs) == 1
    assert [one.evidence_id for one in ctx.likeness.seen_before(mine).elsewhere] == [theirs]


def test_copies_made_here_are_not_seen_before(ctx: AppContext, case_id: int) -> None:
    mine = add(ctx, case_id, jpeg(scene(6)))
    made = add(ctx, case_id, jpeg(scene(6), 60))
    ctx.bench.act("x", lambda one: one.update("evidence", made, parent_id=mine), undoable=False)
    fill(ctx)
    assert ctx.likeness.seen_before(mine).sightings == ctx.likeness.seen_before(made).sightings == ()


def test_damaged_and_other_files_have_no_look_and_are_not_tried_again(
    ctx: AppContext, case_id: int, tmp_path: Path
) -> None:
    for name, data in (("a.pdf", b"%PDF-1.4 nothing"), ("b.jpg", jpeg(scene(7))[:300]), ("c.txt", b"text")):
        ctx.intake.add_bytes(case_id, data, name, EvidenceSource.PASTED)
    gone = add(ctx, case_id, jpeg(scene(8)))
    ctx.store.files.path(ctx.evidence.find_evidence(gone).sha256).unlink()
    assert ctx.likeness.fill().looked >= 1
    again = ctx.likeness.fill()
    assert (again.looked, again.pairs, again.more) == (0, 0, False)


def test_the_index_gives_the_nearest_and_never_itself() -> None:
    index, dice = LookIndex(), random.Random(9)
    look = dice.randbytes(LOOK_BYTES)
    names = [f"{number:064x}" for number in range(3)]
    assert index.add(names[0], look)
    assert index.add(names[1], bytes([look[0] ^ 0b101]) + look[1:])
    assert index.add(names[2], dice.randbytes(LOOK_BYTES))
    assert not index.add("f" * 64, b"short")
    assert [(one.sha256, one.distance) for one in index.near(names[0], look)] == [(names[1], 2)]
    assert index.near(names[0], b"") == ()


def test_differences_that_cannot_be_are_not_believed(
    ctx: AppContext, case_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    look, said = random.Random(1).randbytes(LOOK_BYTES), [""]

    def lying(self: Decoder, path: Path, operation: object, body: dict[str, list[object]] | None = None) -> bytes:
        return said[0].replace("x", ",".join(said[1:] * len(body["against"]))).encode() if body else look

    monkeypatch.setattr(Decoder, "probe", lambda self, path, name=None: FileFacts(MediaFormat.UNKNOWN))
    monkeypatch.setattr(Decoder, "data", lying)
    first = add(ctx, case_id, b"0")
    ctx.likeness.look_at([first])
    lies = [("[" * 90_000, ""), ("{}", ""), ("[x]", "0"), ('{"differences": 1}', ""), ('{"differences": [0, x]}', "0")]
    lies += [('{"differences": [x]}', each) for each in ("NaN", "-1", '"0"', "1e999", "null")]
    for at, lie in enumerate(lies):
        said[:] = lie
        ctx.likeness.look_at([add(ctx, case_id, b"%d" % (at + 1))])
    assert ctx.likeness.seen_before(first).sightings == ()
    said[:] = '{"differences": [x]}', "0"
    ctx.likeness.look_at([add(ctx, case_id, b"honest")])
    assert len(ctx.likeness.seen_before(first).sightings) == 1
