"""The sentences of the Call-backs page: reasons of a date, states of a call-back, what there is to talk about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.services.call_plans import Desk, lateness
from models.call_back_records import CallCard, OverdueCall, Satisfaction
from models.kinds import CallBackState, CallOutcome, Consent
from models.records import CallBackRow, CallRecord
from models.rules.call_back_rhythm import DueCode, NextDate, Rhythm, RhythmUnit, read_note
from ui import format as shown
from ui.i18n import language, translator
from ui.plain import one_line
from ui.theme import State
from ui.words import tier_text, word

tr = translator("callbacks")
OUTCOME_ICONS = {
    CallOutcome.REACHED: "phone-call",
    CallOutcome.NO_ANSWER: "phone-missed",
    CallOutcome.CALL_AGAIN: "calendar-clock",
}
_NOTE_SHOWN = 80


@dataclass(frozen=True, slots=True)
class TalkingPoint:
    """One thing to say, with its icon."""

    icon: str
    text: str
    case_id: int = 0


def rhythm_text(rhythm: Rhythm) -> str:
    """`Once a month`, `Every 2 months`, `Every 10 days`."""
    if rhythm.unit is RhythmUnit.MONTHS:
        return tr("Once a month") if rhythm.every == 1 else tr("Every %n months", n=rhythm.every)
    if rhythm.unit is RhythmUnit.WEEKS:
        return tr("Once a week") if rhythm.every == 1 else tr("Every %n weeks", n=rhythm.every)
    return tr("Every day") if rhythm.every == 1 else tr("Every %n days", n=rhythm.every)


def _later(rhythm: Rhythm) -> str:
    if rhythm.unit is RhythmUnit.MONTHS:
        return tr("One month later") if rhythm.every == 1 else tr("%n months later", n=rhythm.every)
    if rhythm.unit is RhythmUnit.WEEKS:
        return tr("One week later") if rhythm.every == 1 else tr("%n weeks later", n=rhythm.every)
    return tr("One day later") if rhythm.every == 1 else tr("%n days later", n=rhythm.every)


def reason_text(found: NextDate, rhythm: Rhythm) -> str:
    """Why a call-back would stand on its day."""
    codes = set(found.codes)
    if DueCode.FIRST in codes:
        text = tr("First call")
    elif DueCode.LATE in codes:
        text = tr("Its day had passed")
    else:
        text = _start_of(codes, rhythm)
    moved = {
        DueCode.SATURDAY: tr("%1 is a Saturday, moved to a working day", text),
        DueCode.SUNDAY: tr("%1 is a Sunday, moved to a working day", text),
        DueCode.HOLIDAY: tr("%1 is a holiday, moved to a working day", text),
    }
    if not codes & {DueCode.NO_ANSWER, DueCode.CALL_AGAIN}:
        text = next((sentence for code, sentence in moved.items() if code in codes), text)
    if DueCode.NOT_ANNOUNCED in codes:
        text = tr("%1; the days off of %2 are not announced yet", text, found.day.year)
    return text


def _start_of(codes: set[DueCode], rhythm: Rhythm) -> str:
    if DueCode.NO_ANSWER in codes:
        return tr("Again on the next working day")
    if DueCode.CALL_AGAIN in codes:
        return tr("The next working day, unless the buyer names one")
    return tr("%1, at the end of the month", _later(rhythm)) if DueCode.MONTH_END in codes else _later(rhythm)


def chosen_reason(day: date, desk: Desk) -> str:
    """What is to be said of a day somebody chose."""
    if desk.calendar.is_workday(day):
        return tr("Chosen by hand")
    if desk.calendar.is_holiday(day):
        return tr("Chosen by hand: a holiday")
    return tr("Chosen by hand: %1", shown.weekday(day, language()))


def masked_phone(phone: str) -> str:
    """`138****0000`: enough to know it by, not enough to call it from a picture."""
    digits = phone.strip()
    if len(digits) >= 8:
        return f"{digits[:3]}****{digits[-4:]}"
    return f"****{digits[-2:]}" if digits else ""


def late_text(days: int) -> str:
    """`5 days late`."""
    return tr("%n day late", n=days)


def state_chip(row: CallBackRow, today: date, *, talking: bool = False) -> tuple[str, State | None]:
    """The chip of a call-back in the agenda."""
    call_back = row.call_back
    if call_back.state is CallBackState.DONE:
        return tr("Reached"), "done"
    if call_back.state is CallBackState.SKIPPED:
        return (tr("No calls"), "waiting") if row.consent is Consent.REFUSED else (tr("Skipped"), None)
    late = lateness(call_back, today)
    if late:
        return late_text(late), "overdue"
    if talking and call_back.due_on <= today:
        return tr("On the phone"), "new"
    if row.outcome is CallOutcome.NO_ANSWER:
        return tr("No answer"), "due"
    if row.outcome is CallOutcome.CALL_AGAIN:
        return tr("Call again"), "due"
    return (tr("First"), "waiting") if row.last_reached_at is None else (tr("To call"), "waiting")


def overdue_facts(found: OverdueCall, desk: Desk) -> str:
    """`Due 15 Nov · no answer 2×`: the second line of the lane."""
    call_back = found.row.call_back
    due = tr("Due %1", shown.day(found.since, desk.now, language(), desk.zone))
    if call_back.due_on == desk.today and call_back.at_time:
        more = tr("today at %1", call_back.at_time)
    elif call_back.attempts:
        more = tr("no answer %n×", n=call_back.attempts)
    else:
        more = tr("not called yet")
    return f"{due} · {more}"


def row_sentence(row: CallBackRow, today: date) -> str:
    """A call-back as a screen reader says it."""
    chip, _ = state_chip(row, today)
    parts = (row.call_back.at_time, tier_text(row.tier), one_line(row.nick), chip)
    return tr(", ").join(part for part in parts if part)


def satisfaction_text(value: str) -> str:
    """The word of a satisfaction; empty when it was not asked."""
    words = {
        Satisfaction.SATISFIED.value: tr("satisfied"),
        Satisfaction.NEUTRAL.value: tr("so-so"),
        Satisfaction.DISSATISFIED.value: tr("dissatisfied"),
    }
    return words.get(value, "")


def call_text(call: CallRecord) -> str:
    """`Reached · satisfied · likes the new lid`: a call of the past in one line."""
    parts = (word(call.outcome), satisfaction_text(call.satisfaction), one_line(call.note))
    return " · ".join(part for part in parts if part)


def talking_points(card: CallCard, desk: Desk) -> Sequence[TalkingPoint]:
    """What there is to talk about: the last case, the last order, what was said last time, the note on the buyer."""
    lang, found = language(), []
    for case in card.last_cases[:2]:
        when = shown.day(desk.day_of(case.opened_at), desk.now, lang, desk.zone)
        text = tr("%1 %2, %3 (%4)", when, word(case.problem), word(case.state), case.number)
        found.append(TalkingPoint("inbox", text, case.id))
    for order in card.last_orders[:1]:
        when = shown.day(desk.day_of(order.created_at), desk.now, lang, desk.zone) if order.created_at else ""
        found.append(TalkingPoint("shopping-bag", tr("%1 bought %2", when, one_line(order.item_title))))
    said = next((call.note for call in card.calls if call.note.strip()), "")
    if said:
        found.append(TalkingPoint("message-square", tr("Last time: %1", one_line(said)[:_NOTE_SHOWN])))
    if card.buyer.note.strip():
        found.append(TalkingPoint("sticky-note", one_line(card.buyer.note)))
    return found


def history_text(card: CallCard) -> str:
    """`6 orders · 2 cases · ¥ 120.00 refunded`."""
    history = card.history
    parts = [tr("%n order", n=history.orders), tr("%n case", n=history.cases)]
    if history.refunded.minor:
        parts.append(tr("%1 refunded", shown.money(history.refunded)))
    return " · ".join(parts)


def closed_text(row: CallBackRow, desk: Desk) -> str:
    """Why a call-back is not open any more."""
    note = read_note(row.call_back.reason)
    if row.call_back.state is CallBackState.DONE:
        return tr("Called %1.", shown.day_and_time(row.call_back.done_at, desk.now, language(), desk.zone))
    if DueCode.OPTED_OUT in note.codes:
        return tr("The buyer does not want calls: none is planned.")
    if DueCode.NOT_VIP in note.codes:
        return tr("The buyer has no tier any more: none is planned.")
    return tr("Skipped: %1", one_line(note.text)) if note.text else tr("Skipped.")
