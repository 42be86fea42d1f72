"""Dates and times as chats write them: found in a line, and read once the whole file has told day from month."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_WEEKDAY = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},?|(?:星期|周|礼拜)[一二三四五六日天])"
_DATE = (
    r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})"
    rf"|\d{{1,2}} ?月 ?\d{{1,2}} ?日|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?"
    rf"|\d{{1,2}} {_MONTH},?(?: \d{{4}})?|\d{{1,2}}[-/]\d{{1,2}})(?!\d)"
)
_BEFORE_NOON = r"(?:凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|[AaPp][Mm])"
_TIME = (
    rf"(?:{_BEFORE_NOON} ?)?\d{{1,2}}:\d{{2}}(?::\d{{2}}(?:[.,]\d{{1,6}})?)?"
    r"(?: ?[AaPp]\.? ?[Mm]\b\.?)?(?:Z\b| ?(?:UTC|GMT)\b(?:[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:?\d{2}\b)?"
)
_BETWEEN = rf"(?:,? {{0,3}}(?:at |T)?(?:{_WEEKDAY} ?)?)"
STAMP = re.compile(rf"(?<![\d:.])(?:(?:{_WEEKDAY} )?{_DATE}{_BETWEEN})?{_TIME}(?![\d:])")
_DAY_LINE = re.compile(
    rf"[\s\-—–─━=_*·•~<>\[\]()]*(?:{_WEEKDAY} ?)?({_DATE})(?:,? ?{_WEEKDAY})?[\s\-—–─━=_*·•~<>\[\]()]*"
)
_NUMBERS = re.compile(r"(\d{1,4})[-/.](\d{1,2})(?:[-/.](\d{1,4}))?")
_CHINESE = re.compile(r"(?:(\d{4}) ?年 ?)?(\d{1,2}) ?月 ?(\d{1,2}) ?日")
_WORDS = re.compile(
    rf"({_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?(?:,? (\d{{4}})(?!:))?|(\d{{1,2}}) ({_MONTH}),?(?: (\d{{4}})(?!:))?"
)
_CLOCK = re.compile(
    rf"({_BEFORE_NOON})? ?(\d{{1,2}}):(\d{{2}})(?::(\d{{2}})(?:[.,]\d{{1,6}})?)?(?: ?([AaPp])\.? ?[Mm]\b)?"
    r"(Z\b| ?(?:UTC|GMT)\b(?:[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:?\d{2}\b)?"
)
_OFFSET = re.compile(r"([+-])(\d{1,2}):?(\d{2})?$")
_WIDE = "０１２３４５６７８９：（）／－．，［］\u202f\u00a0\u3000\u2009\t"
_PLAIN = dict(zip(_WIDE, "0123456789:()/-.,[]     ", strict=True))
_ODD = re.compile(f"[{_WIDE}]")
_USUAL = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2}),? {0,2}(\d{1,2}):(\d{2})(?::(\d{2}))?")
_BACK = timedelta(hours=6)
_CENTURY = 100
_DAY_LINE_LIMIT = 80


class Ambiguity(StrEnum):
    """What the times of a chat leave open."""

    DAY_MONTH = "day_month"  # 03/04: no date of the file tells which is the day
    NO_YEAR = "no_year"
    NO_DAY = "no_day"
    NEXT_DAY = "next_day"  # the clock went back without a date: read as the day after


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date and time before day and month are told apart. `numbers`: two that are one of each, as written.

    `year` None: not written. `day` None: only a time. `seconds` into the day; `zone` minutes east of UTC if written.
    """

    text: str
    seconds: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    numbers: tuple[int, int] | None = None
    noon: bool = False
    zone: int | None = None
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class Times:
    """The moments of stamps, in their order; None where no day is known."""

    moments: tuple[datetime | None, ...]
    ambiguity: tuple[Ambiguity, ...]


def plain(text: str) -> str:
    """The text with full-width figures and signs as ASCII and odd spaces as spaces: as many characters as before."""
    return text if text.isascii() and "\t" not in text else _ODD.sub(lambda found: _PLAIN[found[0]], text)


def stamp_of(text: str) -> Stamp | None:
    """A stamp that STAMP found, or a date alone; None if no clock or calendar has it."""
    usual = _USUAL.fullmatch(text)
    if usual is not None:
        hour, minute, second = int(usual[4]), int(usual[5]), int(usual[6] or 0)
        seconds = hour * 3600 + minute * 60 + second
        known = hour < 24 and minute < 60 and second < 60
        return Stamp(text, seconds, int(usual[1]), int(usual[2]), int(usual[3])) if known else None
    dated, clock = _dated(text)
    found = _CLOCK.search(text[clock:])
    seconds, noon, zone = 0, False, None
    if found is not None:
        hour, minute, second = int(found[2]), int(found[3]), int(found[4] or 0)
        half = (found[5] or "").lower() or _half(found[1], hour)
        noon = bool(found[5]) or (found[1] or "").lower() in ("am", "pm")
        if half == "p" and hour < 12:
            hour += 12
        elif half == "a" and hour == 12:
            hour = 0
        if hour > 23 or minute > 59 or second > 59:
            return None
        seconds, zone = hour * 3600 + minute * 60 + second, _zone(found[6])
    elif dated is None:
        return None
    return replace(dated or Stamp(text, 0), seconds=seconds, noon=noon, zone=zone)


def day_of(line: str) -> Stamp | None:
    """The day of a line that says nothing else, as `——— 2026-11-18 ———`."""
    found = _DAY_LINE.fullmatch(line) if 5 < len(line) < _DAY_LINE_LIMIT else None
    if found is None:
        return None
    stamp = stamp_of(found[1])
    # 3-4 between dashes may be anything; a page number, a score.
    return stamp if stamp is not None and stamp.year is not None else None


def moments_of(stamps: Sequence[Stamp], days: Sequence[Stamp | None]) -> Times:
    """The moments of all stamps of one file; `days[i]`: what the last line with a day said before stamp i.

    Day and month are told apart by all dates together: by one above 12, else by which reading never goes back in time.
    """
    dated = [stamp for stamp in (*stamps, *(day for day in days if day is not None)) if stamp.numbers is not None]
    day_first, open_ = _day_first(dated, stamps)
    doubts = {Ambiguity.DAY_MONTH} if open_ else set()
    moments: list[datetime | None] = []
    known: date | None = None
    said: Stamp | None = None
    before: datetime | None = None
    for stamp, said_day in zip(stamps, days, strict=True):
        if said_day is not None and said_day is not said:
            said, known, before = said_day, _date(said_day, known, day_first, doubts), None
        own = stamp.day is not None or stamp.numbers is not None
        day = _date(stamp, known, day_first, doubts) if own else known
        if day is None:
            if not own:
                doubts.add(Ambiguity.NO_DAY)
            moments.append(None)
            continue
        moment = datetime.combine(day, datetime.min.time()) + timedelta(seconds=stamp.seconds)
        if not own and before is not None and before - moment > _BACK and day < date.max:
            doubts.add(Ambiguity.NEXT_DAY)
            day += timedelta(days=1)
            moment += timedelta(days=1)
        known, before = day, moment
        moments.append(_with_zone(moment, stamp.zone))
    return Times(tuple(moments), tuple(sorted(doubts)))


def _dated(text: str) -> tuple[Stamp | None, int]:
    """The date at the beginning of a stamp, as a stamp without a time, and where it ends."""
    found = _CHINESE.search(text)
    if found is not None:
        year = int(found[1]) if found[1] else None
        return Stamp(text, 0, year, int(found[2]), int(found[3])), found.end()
    found = _WORDS.search(text)
    if found is not None:
        month, day, year_text = (found[1], found[2], found[3]) if found[1] else (found[5], found[4], found[6])
        number = _MONTHS.index(month[:3].lower()) + 1
        return Stamp(text, 0, int(year_text) if year_text else None, number, int(day)), found.end()
    found = _NUMBERS.search(text)
    if found is None:
        return None, 0
    first, second, third = int(found[1]), int(found[2]), int(found[3]) if found[3] else None
    if third is None:
        return Stamp(text, 0, None, first, second), found.end()
    if len(found[1]) == 4:
        return Stamp(text, 0, first, second, third), found.end()
    year = third + 2000 if third < _CENTURY else third
    return Stamp(text, 0, year, numbers=(first, second), dotted="." in found[0]), found.end()


def _half(word: str | None, hour: int) -> str:
    if word is None:
        return ""
    if word == "中午":
        return "p" if hour < 11 else ""
    if word == "晚上" and hour == 12:
        return "a"
    if word in ("下午", "傍晚", "晚上") or word.lower() == "pm":
        return "p"
    return "a" if word in ("凌晨", "清晨", "早上", "上午") or word.lower() == "am" else ""


def _zone(text: str | None) -> int | None:
    if text is None:
        return None
    found = _OFFSET.search(text)
    if found is None:
        return 0
    minutes = int(found[2]) * 60 + int(found[3] or 0)
    return None if minutes >= 1440 else minutes * (-1 if found[1] == "-" else 1)


def _with_zone(moment: datetime, zone: int | None) -> datetime:
    if zone is None:
        return moment
    return moment.replace(tzinfo=UTC if zone == 0 else timezone(timedelta(minutes=zone)))


def _day_first(dated: Sequence[Stamp], stamps: Sequence[Stamp]) -> tuple[bool, bool]:
    """Whether the first of two numbers is the day, and whether that stays open."""
    pairs = [stamp.numbers for stamp in dated if stamp.numbers is not None]
    if not pairs:
        return False, False
    first, second = any(pair[0] > 12 for pair in pairs), any(pair[1] > 12 for pair in pairs)
    if first != second:
        return first, False
    if not first and all(pair[0] == pair[1] for pair in pairs):
        return True, False
    orders = {day_first: _rising(stamps, day_first) for day_first in (True, False)}
    if not first and orders[True] != orders[False]:
        return orders[True], False
    # Twelve-hour clocks beside slashes are American; dots and 24 hours are not.
    american = any(stamp.noon for stamp in stamps) and not any(stamp.dotted for stamp in dated)
    return not american, True


def _rising(stamps: Sequence[Stamp], day_first: bool) -> bool:
    before: tuple[date, int] | None = None
    for stamp in stamps:
        if stamp.numbers is None:
            continue
        day = _date(stamp, None, day_first, set())
        if day is None or (before is not None and (day, stamp.seconds) < before):
            return False
        before = (day, stamp.seconds)
    return True


def _date(stamp: Stamp, known: date | None, day_first: bool, doubts: set[Ambiguity]) -> date | None:
    month, day, year = stamp.month, stamp.day, stamp.year
    if stamp.numbers is not None:
        day, month = stamp.numbers if day_first else stamp.numbers[::-1]
        if month > 12:
            day, month = month, day
    if month is None or day is None:
        return None
    if year is None:
        if known is None:
            doubts.add(Ambiguity.NO_YEAR)
            return None
        # December to January without a year is the next one.
        year = known.year + (1 if known.month == 12 and month == 1 else 0)
    try:
        return date(year, month, day)
    except ValueError:
        return None
