"""What a call list on paper says: a line per call-back in the order of the queue, grouped by day, nothing left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from models.call_back_records import CallTopic
from models.call_kinds import CallBackKind, Channel
from models.kinds import CallOutcome, Consent, PacketLanguage, Problem, Tier
from models.records import CallBackRow
from models.rules.calendar_events import masked_number
from models.rules.call_hours import read_hours
from models.rules.call_settings import Hours
from models.rules.contact_consent import next_birthday
from models.rules.packet_parts import Words
from models.rules.sheet_phrases import SheetPhrases

BIRTHDAY_NEAR = timedelta(days=14)
_COLUMNS = ("time", "tier", "buyer", "phone", "channel", "topic")
_ITEM, _NOTE, _PROMISE = 40, 60, 120


@dataclass(frozen=True, slots=True)
class CallLine:
    """One call-back as it stands on paper, every cell a text; `under` is what stands below the time."""

    time: str
    under: str
    tier: str
    buyer: str
    phone: str
    channel: str
    topic: str


@dataclass(frozen=True, slots=True)
class CallGroup:
    """The lines of a day, or all that is late. The title is empty where the sheet is of one day."""

    title: str
    lines: tuple[CallLine, ...]


@dataclass(frozen=True, slots=True)
class CallSheet:
    """A sheet ready to be set: `sums` and `filters` stand under the head, `boxes` in every line."""

    title: str
    span: str
    made: str
    sums: str
    filters: str
    heads: tuple[str, ...]
    groups: tuple[CallGroup, ...]
    boxes: tuple[str, ...]
    note: str
    minutes: str
    foot: str
    phrases: SheetPhrases


@dataclass(frozen=True, slots=True)
class CallSource:
    """What a sheet is made from. `names`: (phrase, names) of what narrows it; `cases` by the ids on the call-backs."""

    rows: Sequence[CallBackRow]
    topics: Mapping[int, CallTopic]
    cases: Mapping[int, tuple[str, Problem]]
    names: Sequence[tuple[str, Sequence[str]]]
    hours: Hours
    today: date


def call_sheet(
    source: CallSource, *, day: date | None, month: tuple[int, int] | None, whole_phones: bool,
    language: PacketLanguage, time_zone: str, now: datetime, person: str, words: Words,
) -> CallSheet:  # fmt: skip
    """The sheet of a day, or of a month whose days are its groups, all that is late standing first.

    Buyers who opted out never stand on it. `whole_phones` writes phone numbers in full, masked otherwise.
    """
    phrases = SheetPhrases(language, time_zone)
    rows = [row for row in source.rows if row.consent is not Consent.REFUSED]
    lines = {id(row): _line(row, source, phrases, words, whole_phones) for row in rows}
    groups: list[CallGroup] = []
    if day is not None:
        groups.append(CallGroup("", tuple(lines[id(row)] for row in rows)))
    else:
        late = [row for row in rows if row.call_back.due_on < source.today]
        if late:
            title = f"{phrases.say('calls_late_group')}　{phrases.say('calls_sum', count=len(late))}"
            groups.append(CallGroup(title, tuple(lines[id(row)] for row in late)))
        days: dict[date, list[CallBackRow]] = {}
        for row in rows:
            if row.call_back.due_on >= source.today:
                days.setdefault(row.call_back.due_on, []).append(row)
        for on, found in sorted(days.items()):
            title = _dated("calls_more_group", on, phrases, count=len(found))
            groups.append(CallGroup(title, tuple(lines[id(row)] for row in found)))
    at = phrases.at(now)
    if day is not None:
        span = _dated("calls_of_day", day, phrases)
    else:
        assert month is not None
        span = phrases.say("calls_of_month", year=month[0], month=month[1])
    between = "、" if phrases.language is not PacketLanguage.EN else ", "
    narrowed = [phrases.say(key, names=between.join(names)) for key, names in source.names if names]
    return CallSheet(
        title=phrases.say("calls_day" if day is not None else "calls_month"),
        span=span,
        made=phrases.say("calls_made", person=person, at=at) if person else phrases.say("calls_made_plain", at=at),
        sums=_sums(rows, source, phrases, words),
        filters="　".join(narrowed),
        heads=tuple(phrases.stacked(f"calls_col_{key}") for key in _COLUMNS),
        groups=tuple(groups),
        boxes=tuple(phrases.say("calls_box", word=phrases.word(words, outcome)) for outcome in CallOutcome),
        note=phrases.say("calls_note"),
        minutes=phrases.say("calls_minutes"),
        foot=phrases.say("calls_private"),
        phrases=phrases,
    )


def _sums(rows: Sequence[CallBackRow], source: CallSource, phrases: SheetPhrases, words: Words) -> str:
    late = sum(1 for row in rows if row.late)
    parts = [phrases.say("calls_sum", count=len(rows))]
    if late:
        parts.append(phrases.say("calls_sum_late", count=late))
    channels = Counter(row.call_back.channel for row in rows)
    parts += [
        phrases.say("calls_sum_channel", channel=phrases.word(words, channel), count=channels[channel])
        for channel in Channel if channels[channel]
    ]  # fmt: skip
    if source.hours.start:
        parts.append(phrases.say("calls_hours_shop", start=source.hours.start, end=source.hours.end))
    return " · ".join(parts)


def _line(
    row: CallBackRow, source: CallSource, phrases: SheetPhrases, words: Words, whole_phones: bool
) -> CallLine:  # fmt: skip
    call_back = row.call_back
    topic = source.topics.get(call_back.buyer_id, CallTopic())
    hours = read_hours(topic.hours)
    liked = phrases.say("calls_hours", start=hours.start, end=hours.end) if hours and hours.start else ""
    under = [liked] if call_back.at_time and liked else []
    if row.late:
        under.append(phrases.stacked("calls_late", days=row.late))
    phone = row.phone.strip() if whole_phones else masked_number(row.phone.strip())
    if topic.phone_wrong and phone:
        phone = f"{phone}\n{phrases.stacked('calls_wrong_phone')}"
    tier = row.tier.value.upper() if row.tier is not Tier.NONE else ""
    special = phrases.stacked("calls_special") if row.special else ""
    return CallLine(
        time=call_back.at_time or liked or "—",
        under="\n".join(under),
        tier="\n".join(part for part in (tier, special) if part),
        buyer="\n".join(part for part in (row.nick.strip(), row.name.strip()) if part),
        phone=phone or "—",
        channel=phrases.word(words, call_back.channel).replace(" / ", "\n"),
        topic="\n".join(talking_points(row, topic, source, phrases, words)) or "—",
    )


def talking_points(
    row: CallBackRow, topic: CallTopic, source: CallSource, phrases: SheetPhrases, words: Words
) -> list[str]:  # fmt: skip
    """What to talk about, one short line each, what the call-back is for first; in the language that leads."""
    phrases = SheetPhrases(
        PacketLanguage.EN if phrases.first == "en" else PacketLanguage.ZH, phrases.time_zone
    )  # fmt: skip
    call_back = row.call_back
    points: list[str] = []
    if call_back.kind is CallBackKind.PROMISE:
        points.append(phrases.say("calls_promise", text=_short(call_back.subject, _PROMISE)))
    elif call_back.kind is CallBackKind.SATISFACTION:
        number, problem = source.cases.get(call_back.case_id or 0, ("", None))
        what = phrases.word(words, problem) if problem is not None else ""
        points.append(phrases.say("calls_after_case", number=number, problem=what).strip(" ,"))
        if call_back.subject:
            points.append(_short(call_back.subject, _PROMISE))
    for number, problem in topic.cases[:2]:
        points.append(phrases.say("calls_open_case", number=number, problem=phrases.word(words, problem)))
    for text in topic.promises:
        if text != call_back.subject:
            points.append(phrases.say("calls_promise", text=_short(text, _PROMISE)))
    if topic.item and topic.ordered_at is not None:
        day = phrases.month_day(topic.ordered_at)
        points.append(phrases.say("calls_order", day=day, item=_short(topic.item, _ITEM)))
    birthday = next_birthday(topic.birthday, min(source.today, call_back.due_on))
    if birthday is not None and birthday - call_back.due_on <= BIRTHDAY_NEAR:
        points.append(phrases.say("calls_birthday", day=f"{birthday:%m-%d}"))
    if topic.note.strip():
        points.append(_short(topic.note, _NOTE))
    return points


def _dated(key: str, day: date, phrases: SheetPhrases, **values: object) -> str:
    """A phrase with a day, its weekday in the language of the phrase."""
    zh, en = (SheetPhrases(each, phrases.time_zone) for each in (PacketLanguage.ZH, PacketLanguage.EN))
    texts = [
        each.say(key, day=day.isoformat(), weekday=each.say(f"weekday_{day.weekday()}"), **values) for each in (zh, en)
    ]
    return phrases.pick(*texts)


def _short(text: str, limit: int) -> str:
    """On one line, and where it is too long ending in … so that nobody takes it for the whole."""
    line = " ".join(text[: 8 * limit].split())
    return line if len(line) <= limit else f"{line[: limit - 1].rstrip()}…"
