"""An archive takes the originals along: that is said before it is saved, of those that were redacted above all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from desktop.context import AppContext
from models.kinds import Derivation, MediaKind
from models.packet_records import PacketPlan
from models.rules.packet_leaving import LeavingKind, originals_leaving
from tests.desktop.packets.sample_case import evidence, sample_content
from tests.desktop.services.test_packets import case_id, ctx, numbered, packed_folder

__all__ = ["case_id", "ctx", "packed_folder"]


def test_the_preview_of_an_archive_names_its_originals(ctx: AppContext, case_id: int, tmp_path: Path) -> None:
    numbered(ctx, case_id, 2)
    found = ctx.packets.preview(case_id, PacketPlan(preset="archive")).leaving
    assert [(each.kind, each.field, each.count) for each in found if each.field == "originals"] == [
        (LeavingKind.ORIGINALS, "originals", 2)
    ]
    assert not any(each.field == "originals" for each in ctx.packets.preview(case_id, PacketPlan()).leaving)


def test_originals_of_redacted_copies_are_told_by_their_exhibits() -> None:
    original = evidence(1, "照片", "缺口", MediaKind.PHOTO)
    content = sample_content()
    pages = [
        replace(page, evidence=replace(page.evidence, derivation=Derivation.REDACTED, parent_id=original.id))
        if page.number == 2
        else replace(page, evidence=replace(page.evidence, derivation=Derivation.ORIGINAL))
        for page in content.exhibits
    ]
    content = replace(content, exhibits=tuple(pages))
    found = originals_leaving(content, [original, pages[0].evidence])
    assert [(each.kind, each.exhibits, each.count) for each in found] == [
        (LeavingKind.COVERED, (2,), 1), (LeavingKind.ORIGINALS, (), 2),
    ]  # fmt: skip
    assert originals_leaving(content, []) == ()
