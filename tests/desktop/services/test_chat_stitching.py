"""Screenshots of a chat joined to the chat as it was; long pictures cut between messages; the originals stay."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from desktop.context import AppContext
from desktop.services.stitch_plans import SeamState
from models.errors import EvidenceFault, UserError
from models.kinds import Derivation, EvidenceSource, MediaKind
from models.rules.page_cuts import CutKind
from tests.desktop.decoder.drawn_chats import DrawnChat, draw_chat, screenshot, stored

HEIGHT = 800
WIDTH = 360


def keep(ctx: AppContext, case_id: int, data: bytes, name: str = "Screenshot.jpg") -> int:
    added = ctx.intake.add_bytes(case_id, data, name, EvidenceSource.CHOSEN)
    assert added.evidence_id is not None
    return added.evidence_id


def shots(ctx: AppContext, case_id: int, chat: DrawnChat, places: Sequence[int], form: str = "JPEG") -> list[int]:
    made = []
    for minute, at in enumerate(places):
        picture = screenshot(chat, at, HEIGHT, clock=f"19:{42 + minute}", cursor=bool(minute % 2))
        made.append(keep(ctx, case_id, stored(picture, form)))
    return made


def pixels(ctx: AppContext, evidence_id: int) -> Image.Image:
    item = ctx.evidence.find_evidence(evidence_id)
    return Image.open(io.BytesIO(ctx.bench.store.files.read(item.sha256)))


def test_unsorted_screenshots_become_the_chat_as_it_was(ctx: AppContext, case_id: int) -> None:
    chat = draw_chat(4, width=WIDTH, messages=30)
    room = HEIGHT - chat.head - chat.foot
    places = [0, room * 2 // 3, room * 4 // 3, room * 19 // 10]
    ids = shots(ctx, case_id, chat, places, "PNG")
    plan = ctx.chat_stitching.propose([ids[2], ids[0], ids[3], ids[1]])
    assert [part.evidence_id for part in plan.parts] == ids
    assert plan.reordered
    assert [seam.state for seam in plan.seams] == [SeamState.SURE] * 3
    added = ctx.chat_stitching.join(plan, caption="聊天")
    assert added.evidence_id is not None
    item = ctx.evidence.find_evidence(added.evidence_id)
    assert (item.media, item.derivation, item.made_of, item.caption) == (
        MediaKind.CHAT, Derivation.STITCHED, tuple(ids), "聊天",
    )  # fmt: skip
    drawn = np.asarray(chat.body.crop((0, 0, WIDTH, places[-1] + room)), dtype=np.int16)
    got = np.asarray(pixels(ctx, item.id), dtype=np.int16)[chat.head : -chat.foot]
    assert got.shape == drawn.shape
    # All but the moving mark at the side.
    assert np.array_equal(got[:, : WIDTH * 97 // 100], drawn[:, : WIDTH * 97 // 100])
    assert ctx.bench.undo_last() is not None
    assert [each.id for each in ctx.evidence.list_case_evidence(case_id)] == ids


def test_what_does_not_overlap_is_said_and_put_below(ctx: AppContext, case_id: int) -> None:
    chat, other = draw_chat(4, width=WIDTH, messages=20), draw_chat(9, width=WIDTH, messages=20, dark=True)
    same = draw_chat(3, width=WIDTH, messages=30, same="在吗")
    ids = shots(ctx, case_id, chat, [0, 300])
    ids += shots(ctx, case_id, other, [100])
    plan = ctx.chat_stitching.propose(ids)
    assert [seam.state for seam in plan.seams] == [SeamState.SURE, SeamState.NONE]
    plan = ctx.chat_stitching.propose(shots(ctx, case_id, same, [0, 300]))
    assert plan.seams[0].state is SeamState.AMBIGUOUS
    assert plan.seams[0].others
    width, height = plan.size()
    moved = plan.with_rows(0, plan.seams[0].others[0])
    assert moved.seams[0].state is SeamState.MOVED
    assert moved.size() == (width, height + plan.seams[0].rows - moved.seams[0].rows)
    assert plan.with_rows(0, 10**9).seams[0].rows == plan.most_rows(0)


def test_the_same_picture_is_left_out_and_others_are_refused(ctx: AppContext, case_id: int) -> None:
    chat = draw_chat(4, width=WIDTH, messages=20)
    first, again = shots(ctx, case_id, chat, [0, 0])
    (second,) = shots(ctx, case_id, chat, [300])
    plan = ctx.chat_stitching.propose([first, again, second])
    assert [part.evidence_id for part in plan.doubles] == [again]
    assert len(plan.parts) == 2
    text = keep(ctx, case_id, "在吗".encode(), "a.txt")
    for chosen, code in (([first], "chat_parts"), ([first, text], "chat_not_picture")):
        with pytest.raises(UserError) as refused:
            ctx.chat_stitching.propose(chosen)
        assert refused.value.code == code
    long = replace(plan, parts=tuple(replace(part, height=60_000) for part in plan.parts))
    with pytest.raises(UserError, match="chat_too_long"):
        ctx.chat_stitching.join(long)
    assert [len(half.parts) for half in plan.halves()] == [1, 1]
    # A plan that says other sizes than the files have is the worker's to refuse.
    with pytest.raises(EvidenceFault, match="chat_not_made"):
        ctx.chat_stitching.join(replace(plan, parts=tuple(replace(part, height=900) for part in plan.parts)))
    ctx.bench.store.files.path(plan.parts[0].sha256).chmod(0o600)
    ctx.bench.store.files.path(plan.parts[0].sha256).write_bytes(b"other")
    with pytest.raises(EvidenceFault, match="evidence_changed"):
        ctx.chat_stitching.join(plan)


def test_pages_end_between_messages(ctx: AppContext, case_id: int) -> None:
    chat = draw_chat(6, width=WIDTH, messages=24)
    kept = keep(ctx, case_id, stored(chat.body, "PNG"), "long.png")
    plan = ctx.chat_stitching.propose_cuts(kept)
    assert len(plan.cuts) >= 3
    for cut in plan.cuts:
        assert not any(top < cut.row < bottom for _, top, _, bottom in (*chat.lines, *chat.bubbles))
        assert cut.kind is CutKind.BETWEEN
    assert all(bottom - top <= plan.page for top, bottom in plan.spans())
    moved = plan.stepped(0, -1)
    assert moved.cuts[0].row < plan.cuts[0].row
    assert not any(top < moved.cuts[0].row < bottom for _, top, _, bottom in chat.bubbles)
    added = ctx.chat_stitching.cut(moved, caption="聊天")
    items = [ctx.evidence.find_evidence(one.evidence_id or 0) for one in added]
    count = len(moved.cuts) + 1
    assert [item.caption for item in items] == [f"聊天 {page}/{count}" for page in range(1, count + 1)]
    assert {(item.derivation, item.parent_id, item.media) for item in items} == {(Derivation.CUT, kept, MediaKind.CHAT)}
    again = np.concatenate([np.asarray(pixels(ctx, item.id)) for item in items])
    assert np.array_equal(again, np.asarray(chat.body))
    ctx.bench.undo_last()
    assert [item.id for item in ctx.evidence.list_case_evidence(case_id)] == [kept]
    with pytest.raises(UserError, match="chat_paper"):
        ctx.chat_stitching.propose_cuts(kept, "../a4")


def test_a_bubble_higher_than_a_page_is_cut_between_its_lines(ctx: AppContext, case_id: int) -> None:
    picture = Image.new("RGB", (WIDTH, 1500), "#ededed")
    tall = draw_chat(6, width=WIDTH, messages=2, photos=False)
    picture.paste("#ffffff", (60, 20, 300, 1480))
    line = tall.body.crop(tall.lines[-1])
    rows = list(range(40, 1440, 40))
    for top in rows:
        picture.paste(line.resize((200, 24)), (70, top))
    plan = ctx.chat_stitching.propose_cuts(keep(ctx, case_id, stored(picture, "PNG"), "tall.png"))
    assert set(plan.through()) == {CutKind.INSIDE}
    assert not any(top < cut.row < top + 24 for cut in plan.cuts for top in rows)


def test_a_text_is_told_to_be_a_chat(ctx: AppContext, case_id: int) -> None:
    chat = "花果山 2026-11-18 19:42:07\n在吗\n小满 2026-11-18 19:44:31\n在\n"
    kept = ctx.evidence.find_evidence(keep(ctx, case_id, chat.encode("gb18030"), "chat.txt"))
    other = ctx.evidence.find_evidence(keep(ctx, case_id, b"only words", "note.txt"))
    assert (kept.media, kept.format, other.media) == (MediaKind.CHAT, "text", MediaKind.TEXT)
