"""Making the copies: redacted first, then the marks on what is left, each linked to what it was made of. I/O pool."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from desktop.decoder.results import NoPreview
from desktop.services.redactions import copy_name
from models.errors import EvidenceFault, UserError
from models.kinds import Derivation, Integrity
from models.rules.annotations import Sheet, scaled_to
from ui.evidence.annotation.copy import CopyFormat, LegendPlace, encoded, rendered
from ui.evidence.gallery.thumbnail_source import image_of


@dataclass(frozen=True, slots=True)
class CopyWish:
    """What to make: of which evidence, from which sheet, with what legend and in what format."""

    evidence_id: int
    sheet: Sheet
    legend: LegendPlace = "below"
    format: CopyFormat = "png"


@dataclass(frozen=True, slots=True)
class CopiesMade:
    """The evidence that was made; 0 for none. `doubled`: the newest of them was there already."""

    redacted: int = 0
    annotated: int = 0
    doubled: bool = False


def make_copies(ctx: Any, wish: CopyWish) -> CopiesMade:
    """Keep the copies a sheet asks for. What is to be redacted is burned in before anything else is made.

    UserError and EvidenceFault as RedactionService and EvidenceIntake raise them, and `copy_no_picture`.
    """
    sheet, base, made, doubled = wish.sheet, wish.evidence_id, 0, False
    place = sheet.place
    if sheet.covers:
        added = ctx.redactions.redact(
            base, sheet.covers, page=sheet.page, at_ms=sheet.at_ms, of=(sheet.width, sheet.height)
        )
        base = made = added.evidence_id or 0
        doubled = added.already_there
        # The copy is one picture: it has no other page, and no time.
        place = (0, 0)
    visible = [mark for mark in sheet.marks if not mark.hidden]
    if not visible:
        return CopiesMade(made, 0, doubled)
    item = ctx.evidence.find_evidence(base)
    if ctx.viewing.check(item) is not Integrity.VERIFIED:
        raise EvidenceFault("evidence_changed", sha256=item.sha256)
    pixels = ctx.evidence.picture(item, None, page=place[0], at_ms=place[1])
    if isinstance(pixels, NoPreview):
        raise UserError("copy_no_picture", reason=pixels.reason.value)
    drawn = scaled_to(replace(sheet, covers=()), (pixels.width, pixels.height))
    data = encoded(rendered(image_of(pixels), drawn, wish.legend), wish.format)
    details: dict[str, object] = {"marks": len(visible), "of_sha256": item.sha256, "kind": Derivation.ANNOTATED.value}
    if place != (0, 0):
        details |= {"page": place[0] + 1, "at_ms": place[1]}
    added = ctx.intake.add_derived(
        [base], data, copy_name(item, "annotated", wish.format), Derivation.ANNOTATED, caption=item.caption,
        details=details,
    )  # fmt: skip
    return CopiesMade(made, added.evidence_id or 0, added.already_there)
