"""The packets of the sample shop: receivers of its own, one packet being put together, one made that was won."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from desktop.context import AppContext
from models.kinds import CaseState, DisputeOutcome, PacketForm, PacketLanguage, Paper
from models.money import Money
from models.packet_records import ExhibitPlan, PacketPlan
from models.records import CaseRow
from models.rules.packet_presets import PacketPreset

_MEGABYTE = 1_000_000
_STILLS = (400, 1200, 2000, 2800)


def work_on_packets(ctx: AppContext, said: Mapping[str, Any], cases: int, lang: str) -> None:
    """Give the shop its letterhead and receivers, choose for the fullest case, make one of a closed case."""
    shop = ctx.shops.list_shops()[0]
    ctx.shops.change_shop(shop.id, letterhead=f"{shop.name}\n{said['letterhead_more']}")
    claim = _receiver(ctx, said, "receiver_claim", size=5, pages=10)
    office = _receiver(ctx, said, "receiver_office", size=20, pages=None)
    language = PacketLanguage.ZH if lang == "zh" else PacketLanguage.EN
    count = {case_id: len(ctx.evidence.list_case_evidence(case_id)) for case_id in range(1, cases + 1)}
    fullest = max(count, key=lambda case_id: count[case_id])
    shown = tuple(
        ExhibitPlan(item.id, stills=tuple(at for at in _STILLS if at < (item.duration_ms or 0)))
        for item in ctx.evidence.list_case_evidence(fullest)
        if item.duration_ms
    )
    ctx.packet_plans.keep(fullest, PacketPlan(office.id, language, Paper.A4, exhibits=shown))
    rows = ctx.cases.load_rows(range(1, cases + 1)).values()
    closed = next((row for row in rows if _is_over(row) and count[row.id] > 1), None)
    if closed is None:
        return
    ctx.packet_plans.keep(closed.id, replace(ctx.packet_plans.read(closed.id), preset=claim.id, language=language))
    made = ctx.packets.make_packet(closed.id, out=None)
    paid = closed.at_stake or Money(0, shop.currency)
    ctx.packet_outcomes.record(made.packet.id, DisputeOutcome.WON, paid, said["outcome"])


def _is_over(row: CaseRow) -> bool:
    return row.state in (CaseState.DONE, CaseState.ARCHIVED)


def _receiver(ctx: AppContext, said: Mapping[str, Any], name: str, *, size: int, pages: int | None) -> PacketPreset:
    return ctx.presets.keep_own(
        PacketPreset(
            "", said[name], said[name], PacketForm.PDF, ("pdf",), total_bytes=size * _MEGABYTE, pages=pages,
            note_zh=said["receiver_about"], note_en=said["receiver_about"],
        )
    )  # fmt: skip
