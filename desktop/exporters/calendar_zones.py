"""VTIMEZONE of a zone: its changes as yearly rules where they follow one, as Outlook wants them, else one by one.

Not by `Timezone.from_tzid`: icalendar 7.3 tells every beginning of summer time in the time that begins, so that by its
TZOFFSETFROM it comes as much too late as the clocks go forward (an hour in Berlin, New York, London and Sydney, half of
one on Lord Howe, each year from 2020 to 2035), and it lists days, which Outlook may not read, instead of a rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import pairwise

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

from models.clock import zone

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WEEK, _MINUTE = timedelta(days=7), timedelta(minutes=1)
# Nobody knows the clocks of later years; to reckon until 9999 takes seconds.
_FIRST, _LAST = 1971, 2_400
_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Change:
    """The clocks go from one offset to another; `at` has the digits of local time as it was before (RFC 5545 3.6.5)."""

    at: datetime
    before: timedelta
    after: timedelta
    name: str
    summer: bool


def timezone_part(name: str, first: int, last: int) -> Timezone:
    """The zone as it serves every moment of the years from `first` to `last`."""
    here = zone(name)
    first, last = max(first, _FIRST), min(last, _LAST)
    changes = _changes(here, first - 1, last + 1)
    made = Timezone()
    made.add("TZID", name)
    start = datetime(first - 1, 1, 1, tzinfo=UTC).astimezone(here)
    if not changes or changes[0].at.year > first - 1:
        made.add_component(_part(_Change(_AGO, _offset(start), _offset(start), start.tzname() or name, False), ()))
    for group in _groups(changes):
        made.add_component(_part(group[0], group))
    return made


def _offset(moment: datetime) -> timedelta:
    return moment.utcoffset() or timedelta()


def _changes(here: tzinfo, first: int, last: int) -> list[_Change]:
    found, moment = [], datetime(first, 1, 1, tzinfo=UTC)
    end = datetime(last + 1, 1, 1, tzinfo=UTC)
    while moment < end:
        following = min(moment + _WEEK, end)
        if _offset(moment.astimezone(here)) != _offset(following.astimezone(here)):
            found.append(_between(here, moment, following))
        moment = following
    return found


def _between(here: tzinfo, low: datetime, high: datetime) -> _Change:
    before = _offset(low.astimezone(here))
    while high - low > _MINUTE:
        middle = low + ((high - low) // 2 // _MINUTE or 1) * _MINUTE
        if _offset(middle.astimezone(here)) == before:
            low = middle
        else:
            high = middle
    after = high.astimezone(here)
    at = high + before
    return _Change(at, before, _offset(after), after.tzname() or "", _offset(after) > before)


def _groups(changes: Sequence[_Change]) -> list[list[_Change]]:
    """Those that do the same, each year one."""
    found: dict[tuple[timedelta, timedelta, bool], list[_Change]] = {}
    for change in changes:
        found.setdefault((change.before, change.after, change.summer), []).append(change)
    return list(found.values())


def _part(first: _Change, group: Sequence[_Change]) -> TimezoneStandard | TimezoneDaylight:
    made = TimezoneDaylight() if first.summer else TimezoneStandard()
    made.add("DTSTART", first.at.replace(tzinfo=None))
    rule = _rule(group)
    if rule:
        made.add("RRULE", rule)
    else:
        for change in group[1:]:
            made.add("RDATE", change.at.replace(tzinfo=None))
    made.add("TZOFFSETFROM", first.before)
    made.add("TZOFFSETTO", first.after)
    if first.name and first.name[0].isalpha():
        made.add("TZNAME", first.name)
    return made


def _rule(group: Sequence[_Change]) -> vRecur | None:
    """`FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU` where every year of the group follows it; None where one does not."""
    if len(group) < 2 or any(b.at.year - a.at.year != 1 for a, b in pairwise(group)):
        return None
    if len({(each.at.month, each.at.weekday(), each.at.time()) for each in group}) != 1:
        return None
    one = group[0].at
    if all((each.at + _WEEK).month != each.at.month for each in group):
        place = "-1"
    elif len({(each.at.day - 1) // 7 for each in group}) == 1:
        place = str((one.day - 1) // 7 + 1)
    else:
        return None
    return vRecur(FREQ="YEARLY", BYMONTH=one.month, BYDAY=f"{place}{_WEEKDAYS[one.weekday()]}")
