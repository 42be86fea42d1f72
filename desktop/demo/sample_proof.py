"""What the sample shop's people made of evidence: marks, a redacted copy, weights, a request, a photo sent twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from desktop.context import AppContext
from desktop.demo.sample_goods import SampleGoods
from models.kinds import CaseState, EvidenceSource
from models.records import CaseRow, Evidence
from models.rules.annotations import Arrow, Box, Layer, MarkColour, NumberMark, Sheet, TextLabel

_SMALL_SIDE = 720
# Where the recipient stands on the sample's waybill, as shares of the picture.
_RECIPIENT = (0.262, 0.39, 0.68, 0.545)


def work_on_proof(ctx: AppContext, goods: SampleGoods, people: Sequence[int], cases: int) -> None:
    """What happens to evidence after it came in. Drawings that are no pictures are left as they are."""
    said: Mapping[str, Any] = goods.desk
    ctx.shops.choose_person(people[0])
    fullest = max(range(1, cases + 1), key=lambda case_id: len(ctx.evidence.list_case_evidence(case_id)))
    items = {item.tag: item for item in reversed(ctx.evidence.list_case_evidence(fullest)) if item.width}
    near, waybill, together = items.get("photo"), items.get("waybill"), items.get("photo_goods")
    if near is not None:
        _mark(ctx, near, said)
    if waybill is not None:
        left, top, right, bottom = (
            int(share * side) for share, side in zip(_RECIPIENT, _size(waybill) * 2, strict=True)
        )
        ctx.redactions.redact(waybill.id, [(left, top, right, bottom)])
    if together is not None:
        _send_twice(ctx, together, fullest, cases)
    _weigh(ctx, goods, fullest, items.get("photo_of_all_items_on_scale"))
    missing = ctx.checklists.of_case(fullest, goods.lang).askable
    if missing:
        ctx.checklists.mark_asked(fullest, [missing[0].id], language=goods.lang)
    ctx.checklists.take_rules(ctx.checklists.other_rules() or ())
    ctx.checklists.keep(ctx.checklists.count(ctx.checklists.list_uncounted(cases)))


def _is_open(row: CaseRow, but: int) -> bool:
    return row.id != but and row.state is CaseState.OPEN


def _size(item: Evidence) -> tuple[int, int]:
    return item.width or 0, item.height or 0


def _mark(ctx: AppContext, item: Evidence, said: Mapping[str, Any]) -> None:
    """The damage, boxed, numbered and told."""
    wide, high = _size(item)
    box = (0.33 * wide, 0.33 * high), (0.83 * wide, 0.65 * high)
    marks = (
        Box(points=box),
        NumberMark(points=((0.33 * wide, 0.33 * high),), legend=said["mark"]),
        Arrow(points=((0.46 * wide, 0.84 * high), (0.67 * wide, 0.62 * high)), colour=MarkColour.RED),
        TextLabel(points=((0.22 * wide, 0.84 * high),), text=said["mark_text"]),
    )
    ctx.annotations.save_layer(item.id, Layer((Sheet(wide, high, marks=marks),)))
    ctx.annotations.end_sitting(item.id, Layer())


def _send_twice(ctx: AppContext, item: Evidence, case_id: int, cases: int) -> None:
    """Another buyer sends what looks like the same photo, smaller and compressed once more."""
    smaller = ctx.decoder.jpeg(ctx.store.files.path(item.sha256), max_side=_SMALL_SIDE, quality=70)
    other = next((row for row in ctx.cases.load_rows(range(1, cases + 1)).values() if _is_open(row, case_id)), None)
    if isinstance(smaller, bytes) and other is not None:
        ctx.intake.add_bytes(
            other.id, smaller, item.original_name, EvidenceSource.PASTED, caption=item.caption, tag=item.tag
        )
        ctx.likeness.look_at([item.id, *(each.id for each in ctx.evidence.list_case_evidence(other.id))])


def _weigh(ctx: AppContext, goods: SampleGoods, case_id: int, photo: Evidence | None) -> None:
    """The parcel weighed before it left: what is said to lack was in it."""
    weights = ctx.weighings.of_case(case_id).weights
    known = {item["sku"]: item for item in goods.items}
    lines, packing = [], 0
    for line in weights.lines:
        item = next((item for sku, item in known.items() if line.sku.startswith(sku)), None)
        if item is not None:
            grams, pieces = item["piece_g"], item["pieces"] * line.quantity
            lines.append(replace(line, quantity=pieces, grams=grams, tolerance=grams // 50, missing=1))
            packing += item["pack_g"] * line.quantity
    if lines:
        gross = sum(line.sum for line in lines) + packing
        told = replace(weights, lines=tuple(lines), waybill=gross, scale=gross, scale_accuracy=5, packing=packing,
                       packing_tolerance=packing // 10)  # fmt: skip
        ctx.weighings.save(case_id, told, scale_evidence_id=photo.id if photo is not None else None)
