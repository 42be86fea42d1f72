"""One line of the calendar in words and signs: what a call-back is for, how it is done, how it stands."""

from __future__ import annotations

from models.call_back_records import CellLine
from models.call_kinds import CallBackKind, Channel, LateLevel
from models.kinds import CallBackState, CallOutcome, Consent
from models.records import CallBackRow
from ui.callbacks.call_words import late_text
from ui.i18n import translator
from ui.plain import isolate, one_line
from ui.words import tier_text, word

tr = translator("callbacks")
KIND_ICONS = {
    CallBackKind.RHYTHM: "repeat-2",
    CallBackKind.SATISFACTION: "clipboard-check",
    CallBackKind.PROMISE: "gift",
}
CHANNEL_ICONS = {
    Channel.PHONE: "phone",
    Channel.CHAT: "message-square",
    Channel.WECHAT: "send",
    Channel.SMS: "smartphone",
    Channel.EMAIL: "mail",
    Channel.NOTE: "sticky-note",
}
SPECIAL_ICON = "star"
_LONGEST = 80
# the sign of each outcome and its colour
OUTCOME_SIGNS = {
    CallOutcome.REACHED: ("check", "done"),
    CallOutcome.NO_ANSWER: ("phone-missed", "due"),
    CallOutcome.CALL_AGAIN: ("calendar-clock", "due"),
    CallOutcome.NOT_INTERESTED: ("circle-x", "text3"),
    CallOutcome.WRONG_NUMBER: ("phone-off", "overdue"),
}
LEVEL_INKS = {LateLevel.ON_TIME: "waiting", LateLevel.YELLOW: "due", LateLevel.RED: "overdue"}


def mark_of(line: CellLine) -> tuple[str, str]:
    """The icon at the end of a line and its colour; empty when it is simply to be called."""
    row = line.row
    if line.attempt is not None:
        return OUTCOME_SIGNS[line.attempt]
    if row.call_back.state is CallBackState.DONE:
        return OUTCOME_SIGNS[row.outcome] if row.outcome is CallOutcome.NOT_INTERESTED else ("check", "done")
    if row.call_back.state is CallBackState.SKIPPED:
        return ("ban", "text3") if row.consent is Consent.REFUSED else ("minus", "text3")
    if line.late:
        return "clock-alert", LEVEL_INKS[max(row.level, LateLevel.YELLOW)]
    if row.outcome in (CallOutcome.NO_ANSWER, CallOutcome.CALL_AGAIN, CallOutcome.WRONG_NUMBER):
        return OUTCOME_SIGNS[row.outcome]
    return "", ""


def mark_words(line: CellLine) -> str:
    """The same in words."""
    row = line.row
    if line.attempt is not None:
        return word(line.attempt)
    if row.call_back.state is CallBackState.DONE:
        return word(row.outcome) if row.outcome is CallOutcome.NOT_INTERESTED else tr("reached")
    if row.call_back.state is CallBackState.SKIPPED:
        return tr("no calls") if row.consent is Consent.REFUSED else tr("skipped")
    if line.late:
        return level_text(line.late, row.level)
    if row.outcome in (CallOutcome.NO_ANSWER, CallOutcome.CALL_AGAIN, CallOutcome.WRONG_NUMBER):
        return word(row.outcome)
    return tr("to call")


def level_text(days: int, level: LateLevel) -> str:
    """`5 days late, past the red limit`."""
    late = late_text(days)
    if level is LateLevel.RED:
        return tr("%1, past the red limit", late)
    return tr("%1, past the yellow limit", late) if level is LateLevel.YELLOW else late


def line_sentence(line: CellLine) -> str:
    """`10:30, V3 nick, special, after a case, by chat, 2 days late`: a call-back in words."""
    row = line.row
    name = f"{tier_text(row.tier)} {isolate(shortened(row.nick))}".strip()
    parts = [row.call_back.at_time, name, *traits(row), mark_words(line)]
    return tr(", ").join(part for part in parts if part)


def traits(row: CallBackRow) -> list[str]:
    """What is not usual of a call-back: special buyer, kind with its subject, a channel other than the phone."""
    found = [tr("special buyer")] if row.special else []
    call_back = row.call_back
    if call_back.kind is not CallBackKind.RHYTHM:
        found.append(kind_text(row))
    if call_back.channel is not Channel.PHONE:
        found.append(word(call_back.channel))
    return found


def shortened(text: str) -> str:
    """One line of a name or subject that nobody has to listen to for minutes."""
    text = one_line(text[: 2 * _LONGEST])
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def kind_text(row: CallBackRow) -> str:
    """`Promised: two mugs`: what a call-back is for, with its subject where it has one."""
    call_back = row.call_back
    name, subject = word(call_back.kind), shortened(call_back.subject).strip()
    return tr("%1: %2", name, isolate(subject)) if subject else name


def is_open(row: CallBackRow) -> bool:
    """Whether a call-back is still to be dealt with, and so can be moved."""
    return row.call_back.state is CallBackState.DUE
