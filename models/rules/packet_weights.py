"""The weights of the parcel as a packet says them: the sum line by line, and what it shows."""

from __future__ import annotations

from collections.abc import Sequence

from models.kinds import WeightVerdict
from models.records import CasePage
from models.rules.packet_parts import ExhibitPage, WeightRow, WeightSection
from models.rules.packet_phrases import Phrases
from models.rules.weight_evidence import Span, SumKind, SumLine, WeightFinding, sum_lines, weigh
from models.rules.weights import grams_text

_STRONG = frozenset({SumKind.COMPLETE, SumKind.SHORT})
_NAME = 120


def weight_section(page: CasePage, exhibits: Sequence[ExhibitPage], phrases: Phrases) -> WeightSection | None:
    """What the weights show; None where nothing was weighed or it cannot be said."""
    if page.weighing is None:
        return None
    finding = weigh(page.weighing.weights)
    if finding.verdict is WeightVerdict.CANNOT_SAY:
        return None
    photo = page.weighing.scale_evidence_id
    shown = [each.number for each in exhibits if photo is not None and photo in _shown_by(each)]
    rows = tuple(_row(line, finding, phrases, shown) for line in sum_lines(finding))
    return WeightSection(rows, _said(finding, phrases))


def _shown_by(exhibit: ExhibitPage) -> set[int | None]:
    """The files an exhibit shows something of: as chosen, as shown, and what that was made of."""
    files = {exhibit.asked_id, exhibit.evidence.id, exhibit.evidence.parent_id}
    return files | ({exhibit.original.id} if exhibit.original is not None else set())


def _row(line: SumLine, finding: WeightFinding, phrases: Phrases, shown: Sequence[int]) -> WeightRow:
    say = phrases.say
    item = ""
    if line.place >= 0:
        named = finding.weights.lines[line.place]
        item = " ".join(part for part in (named.name or named.sku, named.variant) if part)[:_NAME]
    pieces = f"{line.pieces} × {item}"
    label = {
        SumKind.ITEM: lambda: say("weight_item", pieces=pieces, each=grams_text(line.each)),
        SumKind.PACKING: lambda: say("weight_packing"),
        SumKind.COMPLETE: lambda: say("weight_complete"),
        SumKind.LACKING: lambda: say("weight_lacking", pieces=pieces),
        SumKind.SHORT: lambda: say("weight_short"),
        SumKind.WAYBILL: lambda: say("weight_waybill_up" if finding.weights.waybill_step else "weight_waybill"),
        SumKind.SCALE: lambda: say("weight_scale_of", number=shown[0]) if shown else say("weight_scale"),
    }[line.kind]()
    amount = grams_text(line.grams) + (f" ± {grams_text(line.off)}" if line.off else "")
    amount = f"− {amount}" if line.kind is SumKind.LACKING else amount
    return WeightRow(label, amount, _span(line.span) if line.span is not None else "", line.kind in _STRONG)


def _said(finding: WeightFinding, phrases: Phrases) -> str:
    lines = [line for line in finding.weights.lines if line.missing]
    comma = "、" if phrases.language == "zh" else ", "
    missing = comma.join(f"{line.missing} × {(line.name or line.sku)[:_NAME]}" for line in lines)
    spans = (finding.measured, finding.complete, finding.short)
    measured, complete, short = (_span(span) if span is not None else "" for span in spans)
    key = "weight_fits_complete" if finding.helps_shop else "weight_fits_short"
    return phrases.say(key, measured=measured, complete=complete, short=short, missing=missing)


def _span(span: Span) -> str:
    return grams_text(span.low) if span.low == span.high else f"{grams_text(span.low)} – {grams_text(span.high)}"
