"""What the gallery shows: filters, a typed text and an order, as a value that can be kept as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from models.kinds import MediaKind, Problem
from models.query_reading import LARGEST, day_of, is_in, listed, member_of

# So many SKUs, batches, buyers or tags at most, of at most so many characters each.
_MANY, _LONG = 200, 200


class EvidenceSort(StrEnum):
    """What the tiles and the list can be sorted by."""

    EXHIBIT = "exhibit"
    NUMBER = "number"
    NAME = "caption"
    CASE = "case"
    BUYER = "buyer"
    KIND = "kind"
    TAG = "tag"
    CAPTURED = "captured"
    IMPORTED = "imported"
    SIZE = "size"


class EvidenceDate(StrEnum):
    """Which moment of a piece of evidence a span of days is about."""

    CAPTURED = "captured_at"
    IMPORTED = "imported_at"


class EvidencePeriod(StrEnum):
    """Spans of days that move on with the calendar; today is the last of them."""

    LAST_7_DAYS = "last_7_days"
    LAST_30_DAYS = "last_30_days"


_PERIOD_DAYS = {EvidencePeriod.LAST_7_DAYS: 7, EvidencePeriod.LAST_30_DAYS: 30}


@dataclass(frozen=True, slots=True)
class EvidenceFilters:
    """What is left: evidence must fit one of each list that is not empty, and each yes or no that is not None.

    `skus` and `batches` are those of the lines of the case's order; `buyers` are ids. Days are whole days of the
    shop's time zone, both ends included; a `period` outweighs them. Evidence that says no capture time fits no span of
    capture days. `derived` False leaves originals only; `as_imported` False what the last check found otherwise.
    """

    media: tuple[MediaKind, ...] = ()
    problems: tuple[Problem, ...] = ()
    skus: tuple[str, ...] = ()
    batches: tuple[str, ...] = ()
    buyers: tuple[int, ...] = ()
    tags: tuple[str, ...] = ()
    dated: EvidenceDate = EvidenceDate.CAPTURED
    period: EvidencePeriod | None = None
    first_day: date | None = None
    last_day: date | None = None
    exhibit: bool | None = None
    captioned: bool | None = None
    tagged: bool | None = None
    derived: bool | None = None
    as_imported: bool | None = None

    def __bool__(self) -> bool:
        """Whether anything is left out."""
        return any(getattr(self, each.name) not in ((), None) for each in fields(self) if each.name != "dated")

    def days(self, today: date) -> tuple[date | None, date | None]:
        """The first and the last day wanted, seen from today; None where that end is open."""
        if self.period is not None:
            return today - timedelta(days=_PERIOD_DAYS[self.period] - 1), today
        return self.first_day, self.last_day

    def of_one_case(self) -> EvidenceFilters:
        """Without what is the same for all evidence of one case."""
        return replace(self, problems=(), skus=(), batches=(), buyers=())


@dataclass(frozen=True, slots=True)
class EvidenceQuery:
    """What the gallery shows. With `case_id` that case's, else all, of one shop if `shop_id` is given."""

    text: str = ""
    sort: EvidenceSort = EvidenceSort.IMPORTED
    descending: bool = False
    case_id: int | None = None
    shop_id: int | None = None
    filters: EvidenceFilters = field(default_factory=EvidenceFilters)

    def __bool__(self) -> bool:
        """Whether text or filters leave something out."""
        return bool(self.text.strip() or self.filters)


_LISTS: Mapping[str, type[StrEnum]] = {"media": MediaKind, "problems": Problem}
_NAMES = ("skus", "batches", "tags")
_ANSWERS = ("exhibit", "captioned", "tagged", "derived", "as_imported")


def query_values(query: EvidenceQuery) -> dict[str, Any]:
    """The parts of a query that are remembered, as JSON; not the case or shop it was about."""
    filters: dict[str, Any] = {}
    for each in fields(query.filters):
        value = getattr(query.filters, each.name)
        if value not in ((), None):
            filters[each.name] = (
                value.isoformat() if isinstance(value, date) else list(value) if isinstance(value, tuple) else value
            )
    return {"text": query.text, "sort": query.sort, "descending": query.descending, "filters": filters}


def query_of(values: object) -> EvidenceQuery:
    """The query that was remembered. What this program does not know is left out, never an error."""
    kept = values if isinstance(values, Mapping) else {}
    filters = kept.get("filters")
    return EvidenceQuery(
        text=text[:_LONG] if isinstance(text := kept.get("text"), str) else "",
        sort=member_of(EvidenceSort, kept.get("sort"), EvidenceSort.IMPORTED),
        descending=kept.get("descending") is True,
        filters=_filters(filters if isinstance(filters, Mapping) else {}),
    )


def _filters(kept: Mapping[str, Any]) -> EvidenceFilters:
    found: dict[str, Any] = {"dated": member_of(EvidenceDate, kept.get("dated"), EvidenceDate.CAPTURED)}
    for name, kind in _LISTS.items():
        found[name] = tuple(kind(word) for word in listed(kept, name)[:_MANY] if is_in(kind, word))
    for name in _NAMES:
        found[name] = tuple(
            word for word in listed(kept, name)[:_MANY] if isinstance(word, str) and 0 < len(word) <= _LONG
        )
    found["buyers"] = tuple(n for n in listed(kept, "buyers")[:_MANY] if type(n) is int and 0 < n <= LARGEST)
    for name in ("first_day", "last_day"):
        found[name] = day_of(kept.get(name))
    for name in _ANSWERS:
        found[name] = kept[name] if isinstance(kept.get(name), bool) else None
    period = kept.get("period")
    found["period"] = EvidencePeriod(str(period)) if is_in(EvidencePeriod, period) else None
    return EvidenceFilters(**found)
