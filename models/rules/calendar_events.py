"""What a calendar file says of a call-back: neutral words unless the owner chose more, no text that breaks it."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from models.call_kinds import CallBackKind
from models.kinds import Tier
from models.rules.calendar_choices import CalendarChoices, Shown

# How long a cancelled event stands in a file for once, whose reader may have an old one, and in one that is subscribed
# to: there what is gone from the file is gone from the calendar, and Apple shows a cancelled event crossed out.
KEPT_CANCELLED: Final = timedelta(days=60)
SHOWN_CANCELLED: Final = timedelta(days=14)
_SUMMARY_LIMIT, _SUBJECT_LIMIT = 200, 1_000
_WORDS: Final[dict[CallBackKind, tuple[str, str]]] = {
    CallBackKind.RHYTHM: ("回访", "Call-back"),
    CallBackKind.SATISFACTION: ("售后满意度回访", "Satisfaction call"),
    CallBackKind.PROMISE: ("答应买家的事", "Promise to a buyer"),
}
_CANCELLED: Final = ("回访（已取消）", "Call-back (cancelled)")
_PHONE: Final = ("电话：{}", "Phone: {}")
_NEWLINES: Final = re.compile("\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
# Marks that turn the direction of what follows: what one reads would not be what is there.
_TURNING: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


@dataclass(frozen=True, slots=True)
class KeptEntry:
    """What a calendar file last said of a call-back; `uid` and `sequence` outlive every Undo."""

    uid: str
    sequence: int
    digest: str
    written_at: datetime
    cancelled: bool


@dataclass(frozen=True, slots=True)
class PlannedCall:
    """A call-back as far as a calendar asks; `stands`: open, not taken back, and the buyer has not opted out."""

    id: int
    day: date
    at_time: str
    kind: CallBackKind
    subject: str
    stands: bool
    nick: str
    name: str
    phone: str
    tier: Tier
    zone: str
    entry: KeptEntry | None = None


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One event. `at_time` empty for a whole day; `alarm`: minutes from its start (midnight of a whole day)."""

    uid: str
    sequence: int
    changed_at: datetime
    day: date
    at_time: str
    zone: str
    summary: str
    description: str = ""
    cancelled: bool = False
    alarm: int | None = None

    @property
    def digest(self) -> str:
        """What of it a reader of the calendar would see change. A cancelled one stays as it is, wherever it stood."""
        said = (
            "cancelled" if self.cancelled else
            (self.day.isoformat(), self.at_time, self.zone, self.summary, self.description, self.alarm)
        )  # fmt: skip
        return hashlib.sha256(repr(said).encode("utf-8", "replace")).hexdigest()[:32]


def event_of(call: PlannedCall, choices: CalendarChoices, language: str, *, uid: str, now: datetime) -> CalendarEvent:
    """The event of a call-back, with its kept sequence, or the next one where what it says is new.

    A call-back that was done is cancelled like a skipped one: the calendar of a phone shows what is still to be done,
    and an event left in it cannot be told from a call nobody made; an early call would ring for nothing besides. The
    record of the call stays in the window. What is late stays on its day: moved to each new day, hundreds of late ones
    would ring every morning; the reminder of the day's start counts them.
    """
    entry = call.entry
    if call.stands:
        summary = summary_of(call, choices, language)
        made = CalendarEvent(
            uid, 0, now, call.day, call.at_time, call.zone, summary, _description(call, choices, language),
            alarm=_alarm(call, choices),
        )  # fmt: skip
    else:
        # Without any word of the buyer: what was withdrawn may be because they asked for it.
        made = CalendarEvent(
            uid, 0, now, call.day, call.at_time, call.zone, _CANCELLED[language != "zh"], cancelled=True
        )
    if entry is None:
        return made
    same = entry.digest == made.digest
    sequence = entry.sequence if same else entry.sequence + 1
    return _stamped(made, sequence, entry.written_at if same else now)


def raised(event: CalendarEvent, above: int, now: datetime) -> CalendarEvent:
    """The event with a sequence over one that is out there: the data folder is older than the file it wrote."""
    return event if event.sequence > above else _stamped(event, above + 1, now)


def _stamped(event: CalendarEvent, sequence: int, changed_at: datetime) -> CalendarEvent:
    return CalendarEvent(
        event.uid, sequence, changed_at, event.day, event.at_time, event.zone, event.summary, event.description,
        event.cancelled, event.alarm,
    )  # fmt: skip


def summary_of(call: PlannedCall, choices: CalendarChoices, language: str) -> str:
    """The one line a phone shows: `Call-back (V2)`, and behind it only what the owner chose."""
    zh = language == "zh"
    word = _WORDS[call.kind][not zh]
    tier = call.tier.value.upper() if call.tier is not Tier.NONE else ""
    head = word if not tier else f"{word}（{tier}）" if zh else f"{word} ({tier})"
    who = [plain_line(call.nick)] if choices.buyer_id else []
    if choices.name is not Shown.NOTHING:
        who.append(_name(plain_line(call.name), choices.name))
    named = " ".join(part for part in who if part)
    joined = ("：" if zh else ": ").join(part for part in (head, named) if part)
    return joined[:_SUMMARY_LIMIT]


def _description(call: PlannedCall, choices: CalendarChoices, language: str) -> str:
    lines = []
    phone = plain_line(call.phone)
    if phone and choices.phone is not Shown.NOTHING:
        shown = phone if choices.phone is Shown.WHOLE else masked_number(phone)
        lines.append(_PHONE[language != "zh"].format(shown[:60]))
    if choices.subject and call.subject:
        lines.append(plain_text(call.subject)[:_SUBJECT_LIMIT])
    return "\n".join(lines)


def _alarm(call: PlannedCall, choices: CalendarChoices) -> int | None:
    if call.at_time:
        return None if choices.alarm is None else -choices.alarm
    if not choices.day_alarm:
        return None
    hours, minutes = choices.day_alarm.split(":")
    return int(hours) * 60 + int(minutes)


def _name(name: str, shown: Shown) -> str:
    return name if shown is Shown.WHOLE else masked_name(name)


def masked_name(name: str) -> str:
    """The first letter and asterisks: `张**`; as many at most as tell nothing of its length."""
    return f"{name[0]}**" if name else ""


def masked_number(phone: str) -> str:
    """`138****0000`; of a short one the last two."""
    if len(phone) >= 8:
        return f"{phone[:3]}****{phone[-4:]}"
    return f"****{phone[-2:]}" if phone else ""


def plain_text(text: str) -> str:
    """Text that no calendar stumbles over: every kind of line end as `\\n`, no control characters, no lone surrogates,
    no marks that turn the direction of writing."""
    lines = _NEWLINES.sub("\n", text[: 4 * _SUBJECT_LIMIT])
    kept = (each for each in lines if each in "\n\t" or (each not in _TURNING and not _unwritable(each)))
    return "".join(kept).strip()


def plain_line(text: str) -> str:
    """The same on one line."""
    return " ".join(plain_text(text).split())


def _unwritable(character: str) -> bool:
    # Cc: control characters; Cs: half of a pair; Cn: of no meaning, some of them refused by XML readers.
    return unicodedata.category(character) in ("Cc", "Cs", "Cn")
