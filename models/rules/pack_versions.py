"""Which version of a pack counts for a case: by the day the pack itself names, whole lives without gap or overlap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

OPENED: Final = "case_opened_at"
APPLIES_BY: Final = frozenset(
    {
        OPENED, "order_created_at", "paid_at", "shipped_at", "signed_at", "order_complete_at", "requested_at",
        "applied_at", "event_at",
    }
)  # fmt: skip
"""What `applies_by` may name: facts of a case (`event_at` is its opening)."""
_OF_THE_CASE: Final = frozenset({OPENED, "event_at", "requested_at", "applied_at"})


@dataclass(frozen=True, slots=True)
class Life:
    """When one version is in force, by which date that is judged, and whether the newest also takes open cases."""

    version: str
    first: date
    last: date | None
    applies_by: str = OPENED
    to_open: bool = False

    def covers(self, day: date) -> bool:
        """Whether the version was in force on that day."""
        return self.first <= day and (self.last is None or day <= self.last)


def life_of(head: Mapping[str, Any]) -> Life:
    """The life of a version from the head of its file; ValueError or TypeError for dates that are none."""
    last = head.get("effective_to")
    return Life(
        str(head.get("version", "")),
        date.fromisoformat(head["effective_from"]),
        date.fromisoformat(last) if last is not None else None,
        str(head.get("applies_by", OPENED)),
        head.get("applies_to_open") is True,
    )


@dataclass(frozen=True, slots=True)
class Chosen:
    """The version that counts. `unsure` names the unknown date by which another version might count."""

    life: Life
    unsure: str = ""


def choose(lives: Sequence[Life], dates: Mapping[str, date], *, today: date | None = None) -> Chosen | None:
    """The version for a case with those dates (`case_opened_at` must be there); None where none was in force.

    The newest version says by which date it is judged. `today` is given while the case is not finished, so that a
    version that also takes open cases can count.
    """
    if not lives:
        return None
    newest = max(lives, key=lambda life: life.first)
    opened = dates[OPENED]
    if today is not None:
        now = _covering(lives, today)
        if now is not None and now.to_open:
            return Chosen(now)
    known = dates.get(newest.applies_by, opened if newest.applies_by in _OF_THE_CASE else None)
    if known is not None:
        life = _covering(lives, known)
        return Chosen(life) if life is not None else None
    life = _covering(lives, opened)
    if life is None:
        return None
    return Chosen(
        life,
        newest.applies_by if len(lives) > 1 and any(each.first <= opened for each in lives if each is not life) else "",
    )


def _covering(lives: Iterable[Life], day: date) -> Life | None:
    found = [life for life in lives if life.covers(day)]
    return max(found, key=lambda life: life.first) if found else None


def flaws(lives: Iterable[Life]) -> tuple[tuple[str, str], ...]:
    """What is wrong with the versions of one pack, as (code, versions): `version_gap`, `version_overlap`,
    `version_twice`, `version_applies_by` (an unknown name, or versions judged by different dates)."""
    ordered = sorted(lives, key=lambda life: (life.first, life.version))
    found: list[tuple[str, str]] = []
    for life in ordered:
        if life.applies_by not in APPLIES_BY:
            found.append(("version_applies_by", life.version))
    for one, other in zip(ordered, ordered[1:], strict=False):
        pair = f"{one.version} {other.version}"
        if one.version == other.version:
            found.append(("version_twice", pair))
        if one.applies_by != other.applies_by:
            found.append(("version_applies_by", pair))
        if one.last is None or one.last >= other.first:
            found.append(("version_overlap", pair))
        elif one.last + timedelta(days=1) < other.first:
            found.append(("version_gap", pair))
    return tuple(found)
