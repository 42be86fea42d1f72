"""The packets of the sample shop: receivers of its own, one packet being put together, one made that was won."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from desktop.context import AppContext
from desktop.demo.scene import SPLIT_SIDE, TO_TAPE
from models.kinds import CaseState, Derivation, DisputeOutcome, MediaKind, PacketForm, PacketLanguage, Paper
from models.money import Money
from models.packet_records import ExhibitPlan, PacketPlan
from models.records import CaseRow, Evidence
from models.rules.annotations import Arrow, Box, Layer, NumberMark, Sheet
from models.rules.packet_presets import PacketPreset

_MEGABYTE = 1_000_000
_STILLS = (400, 1200, 2000, 2800)
_NEAR = (0.1, 0.08, 0.98, 0.96)


def work_on_packets(
    ctx: AppContext, said: Mapping[str, Any], cases: int, lang: str, marked: Callable[[int], bytes]
) -> None:
    """Give the shop its letterhead and receivers, choose for the fullest case, make one of a closed case.

    `marked` draws the carton of a piece of evidence with marks on it.
    """
    shop = ctx.shops.list_shops()[0]
    ctx.shops.change_shop(shop.id, letterhead=f"{shop.name}\n{said['letterhead_more']}")
    claim = _receiver(ctx, said, "receiver_claim", size=5, pages=10)
    office = _receiver(ctx, said, "receiver_office", size=20, pages=None)
    language = PacketLanguage.ZH if lang == "zh" else PacketLanguage.EN
    count = {case_id: len(ctx.evidence.list_case_evidence(case_id)) for case_id in range(1, cases + 1)}
    fullest = max(count, key=lambda case_id: count[case_id])
    items = ctx.evidence.list_case_evidence(fullest)
    for item in items:
        if item.tag == "photo_box" and item.width:
            _mark_carton(ctx, item, said, marked(item.id))
        if item.media is MediaKind.CHAT and item.is_text:
            # The whole chat, as bubbles, says more than the part of it on a screen.
            ctx.evidence.set_exhibit(item.id, True)
        elif item.tag == "chat_screenshots":
            ctx.evidence.set_exhibit(item.id, False)
    shown = tuple(plan for item in items if (plan := _shown(item)) != ExhibitPlan(item.id))
    ctx.packet_plans.keep(fullest, PacketPlan(office.id, language, Paper.A4, exhibits=shown))
    rows = ctx.cases.load_rows(range(1, cases + 1)).values()
    closed = next((row for row in rows if _is_over(row) and count[row.id] > 1), None)
    if closed is None:
        return
    ctx.packet_plans.keep(closed.id, replace(ctx.packet_plans.read(closed.id), preset=claim.id, language=language))
    made = ctx.packets.make_packet(closed.id, out=None)
    paid = closed.at_stake or Money(0, shop.currency)
    ctx.packet_outcomes.record(made.packet.id, DisputeOutcome.WON, paid, said["outcome"])


def _shown(item: Evidence) -> ExhibitPlan:
    """How a piece of evidence is shown: a film by four moments, the damage from nearer by."""
    if item.duration_ms:
        return ExhibitPlan(item.id, stills=tuple(at for at in _STILLS if at < item.duration_ms))
    near = item.tag == "photo" and item.width
    return ExhibitPlan(item.id, crop=_NEAR if near else None)


def _mark_carton(ctx: AppContext, item: Evidence, said: Mapping[str, Any], drawn: bytes) -> None:
    """What is seen on the carton, and the copy that shows it."""
    (left, top, right, bottom), (tail, head) = SPLIT_SIDE, TO_TAPE
    marks = (
        Box(points=((left, top), (right, bottom))),
        NumberMark(points=((left, top),), legend=said["carton_pressed"]),
        Arrow(points=(tail, head)),
        NumberMark(points=(tail,), legend=said["carton_tape"]),
    )
    ctx.annotations.save_layer(item.id, Layer((Sheet(item.width or 0, item.height or 0, marks=marks),)))
    ctx.annotations.end_sitting(item.id, Layer())
    stem = item.original_name.rpartition(".")[0]
    ctx.intake.add_derived(
        [item.id], drawn, f"{stem}_annotated.jpg", Derivation.ANNOTATED, caption=item.caption,
        details={"marks": len(marks), "of_sha256": item.sha256, "kind": Derivation.ANNOTATED.value},
    )  # fmt: skip


def _is_over(row: CaseRow) -> bool:
    return row.state in (CaseState.DONE, CaseState.ARCHIVED)


def _receiver(ctx: AppContext, said: Mapping[str, Any], name: str, *, size: int, pages: int | None) -> PacketPreset:
    return ctx.presets.keep_own(
        PacketPreset(
            "", said[name], said[name], PacketForm.PDF, ("pdf",), total_bytes=size * _MEGABYTE, pages=pages,
            note_zh=said["receiver_about"], note_en=said["receiver_about"],
        )
    )  # fmt: skip
