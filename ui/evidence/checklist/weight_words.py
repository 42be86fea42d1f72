"""Weights in words: the verdict as it matters to the case, its reason, and the sum line by line."""

from __future__ import annotations

from models.kinds import WeightVerdict
from models.rules.weight_evidence import (
    Explanation,
    Span,
    SumKind,
    SumLine,
    WeightFinding,
    WeightLine,
    WeightReason,
)
from models.rules.weights import grams_text
from ui.i18n import language, translator
from ui.plain import isolate, one_line
from ui.theme import State
from ui.weight_sentences import weight_errors  # noqa: F401 - its sentences are known from then on

tr = translator("weights")
VERDICT_COLOURS: dict[WeightVerdict, State | None] = {
    WeightVerdict.NOT_PLAUSIBLE: "done", WeightVerdict.PLAUSIBLE: "due", WeightVerdict.CANNOT_SAY: None,
}  # fmt: skip
_NAME = 30


def verdict_chip(finding: WeightFinding) -> str:
    """`与 4 件相符`, `可能少 1 件`, `无法判断`."""
    pieces = sum(line.quantity for line in finding.weights.lines)
    missing = sum(line.missing for line in finding.weights.lines)
    return {
        WeightVerdict.NOT_PLAUSIBLE: tr("fits all %n piece(s)", n=pieces),
        WeightVerdict.PLAUSIBLE: tr("%n piece(s) may be missing", n=missing),
        WeightVerdict.CANNOT_SAY: tr("cannot say"),
    }[finding.verdict]


def reason_text(finding: WeightFinding) -> str:
    """Why the verdict is what it is, with the numbers it rests on."""
    short = grams_text(finding.short_expected) if finding.short_expected is not None else ""
    missing = missing_text(finding)
    return {
        WeightReason.FITS_COMPLETE: tr("Without %1 it would be %2: nothing is missing.", missing, short),
        WeightReason.FITS_SHORT: tr("Without %1 it would be %2, and that is what it weighs.", missing, short),
        WeightReason.NOT_WEIGHED: tr("Enter the weight on the waybill or a scale reading."),
        WeightReason.NO_ITEMS: tr("Nothing says what should be in the parcel."),
        WeightReason.ITEM_UNKNOWN: tr("Enter what each item weighs."),
        WeightReason.PACKING_UNKNOWN: tr("Enter what the packing weighs."),
        WeightReason.NOTHING_NAMED: tr("Say which pieces are said to be missing."),
        WeightReason.SCALES_DISAGREE: tr("Waybill and scale differ by more than they may be off."),
        WeightReason.LIGHTER_THAN_TOLERANCE: tr(
            "%1 weighs %2, less than the whole parcel may be off (± %3).", missing, grams_text(finding.missing),
            grams_text(finding.tolerance or 0),
        ),
        WeightReason.RANGES_OVERLAP: tr("A complete parcel and one without %1 can weigh the same.", missing),
        WeightReason.FITS_BOTH: tr("The weight is too coarse: it fits with and without %1.", missing),
        WeightReason.BETWEEN: tr("It weighs less than a complete parcel and more than one without %1.", missing),
        WeightReason.HEAVIER_THAN_COMPLETE: tr("It weighs more than a complete parcel: check items and packing."),
        WeightReason.LIGHTER_THAN_SHORT: tr("It weighs even less than a parcel without %1.", missing),
    }[finding.reason]  # fmt: skip


def missing_text(finding: WeightFinding) -> str:
    """The pieces said to be missing: `1 × 餐盘`."""
    lines = [line for line in finding.weights.lines if line.missing]
    if len(finding.weights.lines) == 1 and lines:
        return tr("%n piece(s)", n=lines[0].missing)
    return _listed([f"{line.missing} × {line_name(line)}" for line in lines])


def explanation_text(finding: WeightFinding, explanation: Explanation) -> str:
    """Pieces that would explain the weight, and what the parcel should weigh without them."""
    lines = finding.weights.lines
    pieces = _listed([f"{count} × {line_name(lines[place])}" for place, count in explanation.pieces])
    return tr("Without %1: %2", pieces, span_text(explanation.expected))


def span_text(span: Span) -> str:
    """`2.22 kg – 2.34 kg`, or one weight."""
    return grams_text(span.low) if span.low == span.high else f"{grams_text(span.low)} – {grams_text(span.high)}"


def plus_minus(grams: int, off: int) -> str:
    """`2.28 kg ± 60 g`."""
    return f"{grams_text(grams)} ± {grams_text(off)}" if off else grams_text(grams)


def expected_label(finding: WeightFinding) -> str:
    """`推算：4 件 + 包装`."""
    return tr("%n piece(s) + packing", n=sum(line.quantity for line in finding.weights.lines))


def sum_text(finding: WeightFinding, line: SumLine) -> tuple[str, str]:
    """A line of the sum: what it is, and how much."""
    item = line_name(finding.weights.lines[line.place]) if line.place >= 0 else ""
    label = {
        SumKind.ITEM: f"{line.pieces} × {item} ({grams_text(line.each)})",
        SumKind.PACKING: tr("Packing"),
        SumKind.COMPLETE: tr("Complete parcel"),
        SumKind.LACKING: tr("less %1", f"{line.pieces} × {item}"),
        SumKind.SHORT: tr("Without what is said to be missing"),
        SumKind.WAYBILL: tr("Read on the waybill"),
        SumKind.SCALE: tr("Read on the scale"),
    }[line.kind]
    amount = plus_minus(line.grams, line.off)
    if line.kind is SumKind.WAYBILL and line.span is not None and line.span.low != line.span.high:
        amount = tr("%1 (rounded up: from %2)", amount, grams_text(line.span.low))
    return label, f"− {amount}" if line.kind is SumKind.LACKING else amount


def line_name(line: WeightLine) -> str:
    """An item on one line, cut where it is long."""
    name = one_line(line.name or line.sku)
    return isolate(name if len(name) <= _NAME else f"{name[:_NAME]}…")


def _listed(texts: list[str]) -> str:
    return ("、" if language() == "zh" else ", ").join(texts)
