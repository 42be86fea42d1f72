"""What the weights of a parcel say of a missing item, with the sum shown. Whole grams throughout.

Source: the shop's return procedure 003 (少件 is checked by the weight on the waybill, 底单称重). Tolerances add
up at their worst, so that nothing is claimed that the scales could not show; carriers round a weight up, so a rounded
one only reaches downwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from typing import Final

from models.evidence_records import ParcelWeights, WeightLine
from models.kinds import WeightVerdict

__all__ = [
    "STEPS", "Explanation", "ParcelWeights", "Span", "SumKind", "SumLine", "WeightFinding", "WeightLine",
    "WeightReason", "sum_lines", "weigh",
]  # fmt: skip
STEPS: Final = (0, 10, 100, 500, 1000)
"""To how many grams carriers round a weight up; 0: not at all."""
_PIECES, _SHOWN, _LOOKED_AT = 3, 5, 20_000


class WeightReason(StrEnum):
    """Why the verdict is what it is."""

    FITS_SHORT = "fits_short"
    FITS_COMPLETE = "fits_complete"
    NOT_WEIGHED = "not_weighed"
    NO_ITEMS = "no_items"
    ITEM_UNKNOWN = "item_unknown"
    PACKING_UNKNOWN = "packing_unknown"
    NOTHING_NAMED = "nothing_named"
    SCALES_DISAGREE = "scales_disagree"
    LIGHTER_THAN_TOLERANCE = "lighter_than_tolerance"
    RANGES_OVERLAP = "ranges_overlap"
    FITS_BOTH = "fits_both"
    BETWEEN = "between"
    HEAVIER_THAN_COMPLETE = "heavier_than_complete"
    LIGHTER_THAN_SHORT = "lighter_than_short"


@dataclass(frozen=True, slots=True)
class Span:
    """From the least to the most, in grams, both included."""

    low: int
    high: int

    def meets(self, other: Span) -> bool:
        """Whether there is a weight in both."""
        return self.low <= other.high and other.low <= self.high

    def both(self, other: Span) -> Span | None:
        """What is in both; None where nothing is."""
        return Span(max(self.low, other.low), min(self.high, other.high)) if self.meets(other) else None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Pieces that would have to lack for the parcel to weigh what it does: (place of the line, pieces)."""

    pieces: tuple[tuple[int, int], ...]
    expected: Span


@dataclass(frozen=True, slots=True)
class WeightFinding:
    """The verdict, its reason, and every number it rests on; what could not be worked out is None."""

    verdict: WeightVerdict
    reason: WeightReason
    weights: ParcelWeights
    waybill: Span | None = None
    scale: Span | None = None
    measured: Span | None = None
    expected: int | None = None
    tolerance: int | None = None
    complete: Span | None = None
    missing: int = 0
    short_expected: int | None = None
    short: Span | None = None
    explanations: tuple[Explanation, ...] = ()

    @property
    def helps_shop(self) -> bool:
        """Whether it speaks against a missing item."""
        return self.verdict is WeightVerdict.NOT_PLAUSIBLE


def weigh(weights: ParcelWeights) -> WeightFinding:
    """Whether the pieces named as missing can lack.

    Plausible or not plausible only where a complete and a short parcel differ by more than their tolerances and the
    weight fits one of them; everything else is "cannot say", with its reason. ValueError for negative numbers or more
    pieces missing than there are.
    """
    _check(weights)
    waybill, scale = _waybill(weights), _scale(weights)
    measured = waybill.both(scale) if waybill and scale else waybill or scale
    known = all(line.grams is not None for line in weights.lines)
    finding = WeightFinding(
        WeightVerdict.CANNOT_SAY, WeightReason.NOT_WEIGHED, weights, waybill=waybill, scale=scale, measured=measured,
        missing=sum((line.grams or 0) * line.missing for line in weights.lines),
    )  # fmt: skip
    if not weights.lines:
        return _because(finding, WeightReason.NO_ITEMS)
    if not known:
        return _because(finding, WeightReason.ITEM_UNKNOWN)
    if weights.packing is None:
        return _because(finding, WeightReason.PACKING_UNKNOWN)
    finding = _expected(finding, weights.packing)
    if waybill is None and scale is None:
        return _because(finding, WeightReason.NOT_WEIGHED)
    if measured is None:
        return _because(finding, WeightReason.SCALES_DISAGREE)
    finding = replace(finding, explanations=_explanations(weights, weights.packing, measured, finding.complete))
    return _judged(finding, measured)


def _judged(finding: WeightFinding, measured: Span) -> WeightFinding:
    complete, short = finding.complete, finding.short
    assert complete is not None
    assert finding.tolerance is not None
    if short is None:
        return _because(finding, WeightReason.NOTHING_NAMED)
    if finding.missing <= finding.tolerance:
        return _because(finding, WeightReason.LIGHTER_THAN_TOLERANCE)
    if complete.meets(short):
        return _because(finding, WeightReason.RANGES_OVERLAP)
    fits = measured.meets(complete), measured.meets(short)
    if all(fits):
        return _because(finding, WeightReason.FITS_BOTH)
    if fits[0]:
        return replace(finding, verdict=WeightVerdict.NOT_PLAUSIBLE, reason=WeightReason.FITS_COMPLETE)
    if fits[1]:
        return replace(finding, verdict=WeightVerdict.PLAUSIBLE, reason=WeightReason.FITS_SHORT)
    if measured.low > complete.high:
        return _because(finding, WeightReason.HEAVIER_THAN_COMPLETE)
    if measured.high < short.low:
        return _because(finding, WeightReason.LIGHTER_THAN_SHORT)
    return _because(finding, WeightReason.BETWEEN)


def _because(finding: WeightFinding, reason: WeightReason) -> WeightFinding:
    return replace(finding, verdict=WeightVerdict.CANNOT_SAY, reason=reason)


def _check(weights: ParcelWeights) -> None:
    numbers = [weights.waybill, weights.scale, weights.packing, weights.waybill_step, weights.scale_accuracy]
    numbers += [weights.packing_tolerance]
    for line in weights.lines:
        numbers += [line.grams, line.tolerance, line.quantity, line.missing, line.quantity - line.missing]
    if any(number is not None and number < 0 for number in numbers):
        raise ValueError("a weight or a number of pieces is negative")


def _waybill(weights: ParcelWeights) -> Span | None:
    """Rounded up to a full step, it may have been lighter by almost one."""
    if weights.waybill is None:
        return None
    return Span(max(0, weights.waybill - max(weights.waybill_step - 1, 0)), weights.waybill)


def _scale(weights: ParcelWeights) -> Span | None:
    if weights.scale is None:
        return None
    return Span(max(0, weights.scale - weights.scale_accuracy), weights.scale + weights.scale_accuracy)


def _around(grams: int, tolerance: int) -> Span:
    return Span(max(0, grams - tolerance), grams + tolerance)


def _sum(weights: ParcelWeights, packing: int, missing: Sequence[int]) -> tuple[int, int]:
    """The weight of the parcel without so many pieces of each line, and how far it may be off."""
    left = [(line, line.quantity - lacking) for line, lacking in zip(weights.lines, missing, strict=True)]
    grams = packing + sum((line.grams or 0) * pieces for line, pieces in left)
    return grams, weights.packing_tolerance + sum(line.tolerance * pieces for line, pieces in left)


def _expected(finding: WeightFinding, packing: int) -> WeightFinding:
    weights = finding.weights
    grams, tolerance = _sum(weights, packing, [0] * len(weights.lines))
    found = replace(finding, expected=grams, tolerance=tolerance, complete=_around(grams, tolerance))
    lacking = [line.missing for line in weights.lines]
    if not any(lacking):
        return found
    short, short_tolerance = _sum(weights, packing, lacking)
    return replace(found, short_expected=short, short=_around(short, short_tolerance))


def _explanations(
    weights: ParcelWeights, packing: int, measured: Span, complete: Span | None
) -> tuple[Explanation, ...]:
    """What lacking would explain the weight, fewest pieces first; nothing where the complete parcel does."""
    if complete is None or measured.meets(complete):
        return ()
    found: list[Explanation] = []
    for lacking in islice(_lackings(weights.lines), _LOOKED_AT):
        span = _around(*_sum(weights, packing, lacking))
        if span.meets(measured):
            found.append(Explanation(tuple((at, n) for at, n in enumerate(lacking) if n), span))
            if len(found) == _SHOWN:
                break
    return tuple(found)


def _lackings(lines: Sequence[WeightLine]) -> Iterator[list[int]]:
    """Every way in which one, two or three pieces can lack."""
    for pieces in range(1, _PIECES + 1):
        yield from _spread(lines, pieces, 0, [0] * len(lines))


def _spread(lines: Sequence[WeightLine], pieces: int, first: int, so_far: list[int]) -> Iterator[list[int]]:
    if not pieces:
        yield list(so_far)
        return
    for place in range(first, len(lines)):
        if so_far[place] < lines[place].quantity:
            so_far[place] += 1
            yield from _spread(lines, pieces - 1, place, so_far)
            so_far[place] -= 1


class SumKind(StrEnum):
    """What a line of the sum is."""

    ITEM = "item"
    PACKING = "packing"
    COMPLETE = "complete"
    LACKING = "lacking"
    SHORT = "short"
    WAYBILL = "waybill"
    SCALE = "scale"


@dataclass(frozen=True, slots=True)
class SumLine:
    """One line of the sum: `pieces` times `each` grams where it is an item, `grams` in all, `off` either way.

    `span` where it reaches from a least to a most. `place` is that of the item in the parcel, -1 of other lines.
    """

    kind: SumKind
    grams: int
    off: int = 0
    span: Span | None = None
    place: int = -1
    pieces: int = 0
    each: int = 0


def sum_lines(finding: WeightFinding) -> tuple[SumLine, ...]:
    """The sum line by line: items, packing, all together; less what is said to lack; what was read."""
    weights, found = finding.weights, []
    for place, line in enumerate(weights.lines):
        if line.grams is not None:
            off = line.tolerance * line.quantity
            found.append(SumLine(SumKind.ITEM, line.sum, off, None, place, line.quantity, line.grams))
    if weights.packing is not None:
        found.append(SumLine(SumKind.PACKING, weights.packing, weights.packing_tolerance))
    if finding.expected is not None:
        found.append(SumLine(SumKind.COMPLETE, finding.expected, finding.tolerance or 0, finding.complete))
    if finding.short is not None and finding.short_expected is not None:
        for place, line in enumerate(weights.lines):
            if line.missing and line.grams is not None:
                found.append(
                    SumLine(SumKind.LACKING, line.grams * line.missing, 0, None, place, line.missing, line.grams)
                )
        off = finding.short.high - finding.short_expected
        found.append(SumLine(SumKind.SHORT, finding.short_expected, off, finding.short))
    if weights.waybill is not None:
        found.append(SumLine(SumKind.WAYBILL, weights.waybill, 0, finding.waybill))
    if weights.scale is not None:
        found.append(SumLine(SumKind.SCALE, weights.scale, weights.scale_accuracy, finding.scale))
    return tuple(found)
