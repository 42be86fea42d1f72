"""The sentences of the Call-backs page: reasons of a date, states of a call-back, what there is to talk about."""

from __future__ import annotations

from datetime import date

from desktop.services.call_plans import Desk, lateness
from models.call_back_records import CallCard, OverdueCall, Satisfaction
from models.call_kinds import CallBackKind, Channel, LateLevel
from models.kinds import CallBackState, CallOutcome, Consent
from models.records import CallBackRow
from models.rules.call_back_rhythm import DueCode, read_note
from ui import format as shown
from ui.callbacks.reason_words import closed_reason
from ui.i18n import language, translator
from ui.plain import one_line
from ui.theme import State
from ui.words import tier_text, word

tr = translator("callbacks")
made = translator("call_form")
OUTCOME_ICONS = {
    CallOutcome.REACHED: "phone-call",
    CallOutcome.NO_ANSWER: "phone-missed",
    CallOutcome.CALL_AGAIN: "calendar-clock",
    CallOutcome.NOT_INTERESTED: "circle-x",
    CallOutcome.WRONG_NUMBER: "phone-off",
}


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
        if call_back.kind is CallBackKind.PROMISE:
            return made("Kept"), "done"
        if row.outcome is CallOutcome.NOT_INTERESTED:
            return word(row.outcome), None
        return tr("Reached"), "done"
    if call_back.state is CallBackState.SKIPPED:
        return (tr("No calls"), "waiting") if row.consent is Consent.REFUSED else (tr("Skipped"), None)
    late = lateness(call_back, today)
    if late:
        return late_text(late), "due" if row.level is LateLevel.YELLOW else "overdue"
    if talking and call_back.due_on <= today:
        return (tr("On the phone") if call_back.channel is Channel.PHONE else made("In touch")), "new"
    if row.outcome is CallOutcome.NO_ANSWER:
        return tr("No answer"), "due"
    if row.outcome is CallOutcome.CALL_AGAIN:
        return tr("Call again"), "due"
    if row.outcome is CallOutcome.WRONG_NUMBER and call_back.attempts == 0 and call_back.channel is Channel.PHONE:
        return word(row.outcome), "overdue"
    if call_back.kind is not CallBackKind.RHYTHM:
        return word(call_back.kind), "waiting"
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
        if DueCode.CONTACTED in note.codes:
            return closed_reason(note.codes, note.text)
        when = shown.day_and_time(row.call_back.done_at, desk.now, language(), desk.zone)
        return made("Kept %1.", when) if row.call_back.kind is CallBackKind.PROMISE else tr("Called %1.", when)
    return closed_reason(note.codes, note.text)
