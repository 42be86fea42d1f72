"""The words of the gallery's filters: fields, choices, and what stands on a chip."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from models.evidence_query import EvidenceDate, EvidenceFilters, EvidencePeriod
from models.kinds import MediaKind, Problem
from ui.i18n import translator
from ui.plain import one_line
from ui.words import word

tr = translator("evidence")


class Field(StrEnum):
    """What can be filtered by, in the order of the panel."""

    MEDIA = "media"
    PROBLEM = "problems"
    TAG = "tags"
    BUYER = "buyers"
    SKU = "skus"
    BATCH = "batches"
    DATE = "dated"
    EXHIBIT = "exhibit"
    CAPTION = "captioned"
    TAGGED = "tagged"
    ORIGIN = "derived"
    INTEGRITY = "as_imported"


OF_CASES = frozenset({Field.PROBLEM, Field.BUYER, Field.SKU, Field.BATCH})
"""Those that are the same for all evidence of one case."""
FOUND = frozenset({Field.TAG, Field.BUYER, Field.SKU, Field.BATCH})
"""Those whose choices typing finds."""


@dataclass(frozen=True, slots=True)
class Names:
    """How tags and buyers are called."""

    tag: Callable[[str], str]
    buyers: Mapping[int, str]


def field_title(field: Field) -> str:
    """The field as it stands in the panel."""
    return {
        Field.MEDIA: tr("Kind"), Field.PROBLEM: tr("Problem"), Field.TAG: tr("Tag"), Field.BUYER: tr("Buyer"),
        Field.SKU: tr("SKU"), Field.BATCH: tr("Batch"), Field.DATE: tr("Date"), Field.EXHIBIT: tr("Exhibit"),
        Field.CAPTION: tr("Caption"), Field.TAGGED: tr("Tagged"), Field.ORIGIN: tr("Original"),
        Field.INTEGRITY: tr("Integrity"),
    }[field]  # fmt: skip


def choices_of(field: Field) -> list[tuple[Any, str]]:
    """What can be ticked, for the fields that typing does not find."""
    if field is Field.MEDIA:
        return [(kind, word(kind)) for kind in MediaKind]
    if field is Field.PROBLEM:
        return [(problem, word(problem)) for problem in Problem]
    yes, no = _answers(field)
    return [(True, yes), (False, no)]


def _answers(field: Field) -> tuple[str, str]:
    return {
        Field.EXHIBIT: (tr("An exhibit"), tr("No exhibit")),
        Field.CAPTION: (tr("With a caption"), tr("Without a caption")),
        Field.TAGGED: (tr("With a tag"), tr("Without a tag")),
        Field.ORIGIN: (tr("Made of others"), tr("Originals")),
        Field.INTEGRITY: (tr("As imported"), tr("Not as imported")),
    }[field]


def values_of(filters: EvidenceFilters, field: Field) -> tuple[Any, ...]:
    """What is ticked in a field."""
    value = getattr(filters, field.value)
    return value if isinstance(value, tuple) else () if value is None else (value,)


def with_values(filters: EvidenceFilters, field: Field, values: Sequence[Any]) -> EvidenceFilters:
    """The filters with these ticked."""
    several = field in (Field.MEDIA, Field.PROBLEM) or field in FOUND
    value: Any = tuple(values) if several else values[0] if values else None
    changed: dict[str, Any] = {field.value: value}
    return replace(filters, **changed)


def is_set(filters: EvidenceFilters, field: Field) -> bool:
    """Whether a field leaves something out."""
    if field is Field.DATE:
        return filters.period is not None or filters.first_day is not None or filters.last_day is not None
    return bool(values_of(filters, field))


def without(filters: EvidenceFilters, field: Field) -> EvidenceFilters:
    """The filters without one field."""
    if field is Field.DATE:
        return replace(filters, dated=EvidenceDate.CAPTURED, period=None, first_day=None, last_day=None)
    return with_values(filters, field, ())


def dated_word(dated: EvidenceDate) -> str:
    """Which moment."""
    return tr("Captured") if dated is EvidenceDate.CAPTURED else tr("Imported")


def period_word(period: EvidencePeriod) -> str:
    """A span of days."""
    return tr("Last 7 days") if period is EvidencePeriod.LAST_7_DAYS else tr("Last 30 days")


def _date_text(filters: EvidenceFilters) -> str:
    if filters.period is not None:
        span = period_word(filters.period)
    elif filters.first_day is not None and filters.last_day is not None:
        span = tr("%1 to %2", filters.first_day.isoformat(), filters.last_day.isoformat())
    elif filters.first_day is not None:
        span = tr("from %1", filters.first_day.isoformat())
    else:
        span = tr("until %1", filters.last_day.isoformat() if filters.last_day else "")
    return f"{dated_word(filters.dated)}: {span}"


def value_words(filters: EvidenceFilters, field: Field, names: Names) -> list[str]:
    """Each thing ticked in a field, in words."""
    values = values_of(filters, field)
    if field in (Field.MEDIA, Field.PROBLEM):
        return [word(value) for value in values]
    if field is Field.TAG:
        return [names.tag(value) for value in values]
    if field is Field.BUYER:
        return [one_line(names.buyers.get(value, f"#{value}")) for value in values]
    if field in FOUND:
        return [one_line(value) for value in values]
    yes, no = _answers(field)
    return [yes if value else no for value in values]


def full_text(filters: EvidenceFilters, field: Field, names: Names) -> str:
    """All of a filter, for the tool tip and read aloud."""
    if field is Field.DATE:
        return _date_text(filters)
    words = value_words(filters, field, names)
    return (
        words[0] if field not in FOUND | {Field.MEDIA, Field.PROBLEM} else f"{field_title(field)}: {', '.join(words)}"
    )


def chip_text(filters: EvidenceFilters, field: Field, names: Names) -> str:
    """What stands on the chip: the first two, and how many more."""
    if field is Field.DATE:
        return _date_text(filters)
    words = value_words(filters, field, names)
    if field not in FOUND | {Field.MEDIA, Field.PROBLEM}:
        return words[0]
    shown = ", ".join(words[:2])
    more = f" +{len(words) - 2}" if len(words) > 2 else ""
    return f"{field_title(field)}: {shown}{more}"
