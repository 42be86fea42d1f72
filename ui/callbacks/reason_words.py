"""Why a call-back stands on its day, as a sentence made of its codes; why one is closed."""

from __future__ import annotations

from datetime import date, timedelta

from models.rules.due_notes import DueCode, NextDate
from models.rules.quiet_days import covers
from models.rules.rhythms import Rhythm, RhythmUnit
from ui import format as shown
from ui.callbacks.day_warnings import ChosenDays
from ui.i18n import language, translator
from ui.plain import isolate, one_line
from ui.rhythm_words import rhythm_sentence

tr = translator("call_form")
_ATTEMPTS = frozenset({DueCode.NO_ANSWER, DueCode.CALL_AGAIN, DueCode.WRONG_NUMBER, DueCode.SNOOZED})


def reason_text(found: NextDate, rhythm: Rhythm, days: ChosenDays | None = None) -> str:
    """Why a call-back would stand on its day: what it counts from, then everything that moved it."""
    codes, moved_back = set(found.codes), found.day < found.nominal
    text = _calendar_move(_start(codes, rhythm), codes, moved_back)
    parts = [text, *_moves(codes, found, moved_back, days)]
    return tr(", ").join(part for part in parts if part)


def _start(codes: set[DueCode], rhythm: Rhythm) -> str:
    sentences = {
        DueCode.FIRST: tr("First call"),
        DueCode.LATE: tr("Its day had passed"),
        DueCode.NO_ANSWER: tr("Again on the next working day"),
        DueCode.CALL_AGAIN: tr("The next working day, unless the buyer names one"),
        DueCode.WRONG_NUMBER: tr("Until then the number has to be found"),
        DueCode.AFTER_CASE: tr("Some days after the case"),
        DueCode.PROMISED: tr("The day it was promised for"),
        DueCode.BY_HAND: tr("Chosen by hand"),
        DueCode.SNOOZED: tr("Put off"),
        DueCode.SPREAD: tr("Late, spread over the coming days"),
    }
    text = next((sentence for code, sentence in sentences.items() if code in codes), "")
    if text:
        return text
    later = rhythm_sentence(rhythm, short=True) if DueCode.NTH_WEEKDAY in codes or rhythm.nth else _later(rhythm)
    if DueCode.NOT_INTERESTED in codes:
        later = tr("Not interested this time; %1", later[:1].lower() + later[1:])
    return tr("%1, at the end of the month", later) if DueCode.MONTH_END in codes else later


def _calendar_move(text: str, codes: set[DueCode], back: bool) -> str:
    if codes & _ATTEMPTS:
        return text
    if back:
        moved = {
            DueCode.SATURDAY: tr("%1 is a Saturday, moved to the working day before", text),
            DueCode.SUNDAY: tr("%1 is a Sunday, moved to the working day before", text),
            DueCode.HOLIDAY: tr("%1 is a holiday, moved to the working day before", text),
        }
    else:
        moved = {
            DueCode.SATURDAY: tr("%1 is a Saturday, moved to a working day", text),
            DueCode.SUNDAY: tr("%1 is a Sunday, moved to a working day", text),
            DueCode.HOLIDAY: tr("%1 is a holiday, moved to a working day", text),
        }
    return next((sentence for code, sentence in moved.items() if code in codes), text)


def _moves(codes: set[DueCode], found: NextDate, back: bool, days: ChosenDays | None) -> list[str]:
    parts = []
    if DueCode.TOO_NEAR in codes:
        parts.append(tr("one turn left out, too soon after the last"))
    if DueCode.QUIET in codes:
        title = _quiet_title(found, days)
        title = isolate(title) if title else tr("quiet days")
        parts.append(
            tr("%1: nothing planned, moved earlier", title) if back else tr("%1: nothing planned, moved on", title)
        )
    if DueCode.VACATION in codes:
        who = isolate(days.person) if days is not None and days.person else tr("the caller")
        parts.append(tr("%1 is away", who))
    if DueCode.SHOP_DAY in codes:
        parts.append(tr("no calls on that weekday"))
    weekday = shown.weekday(found.day, language(), short=True)
    if DueCode.BUYER_DAY in codes:
        parts.append(tr("moved to %1, as the buyer likes it", weekday))
    if DueCode.FULL in codes:
        parts.append(tr("that day is full, moved to %1", f"{_day(found.day)} {weekday}"))
    if DueCode.NO_FREE_DAY in codes:
        parts.append(tr("no free day for months, so it stays on this one"))
    if DueCode.NOT_ANNOUNCED in codes:
        parts.append(tr("the days off of %1 are not announced yet", found.day.year))
    return parts


def _day(day: date) -> str:
    return f"{day:%m-%d}" if language() == "zh" else f"{day.day}/{day.month}"


def _quiet_title(found: NextDate, days: ChosenDays | None) -> str:
    if days is None:
        return ""
    first, last = sorted((found.nominal, found.day))
    for step in range(min((last - first).days, 120) + 1):
        for each in days.days.quiet:
            if covers(each, first + timedelta(days=step)) and each.title.strip():
                return one_line(each.title).strip()
    return ""


def _later(rhythm: Rhythm) -> str:
    if rhythm.unit is RhythmUnit.QUARTERS:
        return tr("One quarter later") if rhythm.every == 1 else tr("%n quarters later", n=rhythm.every)
    if rhythm.unit is RhythmUnit.MONTHS:
        return tr("One month later") if rhythm.every == 1 else tr("%n months later", n=rhythm.every)
    if rhythm.unit is RhythmUnit.WEEKS:
        return tr("One week later") if rhythm.every == 1 else tr("%n weeks later", n=rhythm.every)
    return tr("One day later") if rhythm.every == 1 else tr("%n days later", n=rhythm.every)


def closed_reason(codes: tuple[DueCode, ...], text: str) -> str:
    """Why a call-back that was not made is closed; empty where nothing is known."""
    sentences = {
        DueCode.OPTED_OUT: tr("The buyer wants no contact: nothing is planned."),
        DueCode.NOT_VIP: tr("The buyer has no tier any more: none is planned."),
        DueCode.NO_CHANNEL: tr("The buyer agrees to no channel it could be made on."),
        DueCode.CASE_REOPENED: tr("Its case was opened again; it is asked about when that closes."),
        DueCode.CONTACTED: tr("The buyer was reached about something else."),
    }
    found = next((sentence for code, sentence in sentences.items() if code in codes), "")
    if found:
        return found
    return tr("Skipped: %1", one_line(text)) if text else tr("Skipped.")
