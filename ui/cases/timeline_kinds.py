"""What kind of thing an event of a case is, for the filter of the timeline."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from models.records import HistoryEvent
from ui.i18n import translator

tr = translator("cases")


class TimelineKind(StrEnum):
    """The kinds the timeline can be narrowed to."""

    STATES = "states"
    STEPS = "steps"
    EVIDENCE = "evidence"
    REPLIES = "replies"
    NOTES = "notes"
    CLOCKS = "clocks"
    MONEY = "money"
    ORDER = "order"
    PEOPLE = "people"


_BY_ACTION: Final = {
    "packet_made": TimelineKind.EVIDENCE, "resolved": TimelineKind.MONEY, "resolution_overridden": TimelineKind.MONEY,
    "register_written": TimelineKind.MONEY, "trade_not_extended": TimelineKind.CLOCKS,
    "handler_changed": TimelineKind.PEOPLE, "case_handed": TimelineKind.PEOPLE, "handed_over": TimelineKind.PEOPLE,
    "step_assigned": TimelineKind.PEOPLE, "step_unassigned": TimelineKind.PEOPLE, "cases_assigned": TimelineKind.PEOPLE,
    "problem_changed": TimelineKind.STATES, "demand_changed": TimelineKind.MONEY, "order_linked": TimelineKind.ORDER,
    "summary_changed": TimelineKind.NOTES, "case_answered": TimelineKind.REPLIES, "orders_imported": TimelineKind.ORDER,
}  # fmt: skip
_BY_START: Final = (
    ("evidence_", TimelineKind.EVIDENCE), ("exhibit", TimelineKind.EVIDENCE), ("annotation_", TimelineKind.EVIDENCE),
    ("likeness_", TimelineKind.EVIDENCE), ("poster_", TimelineKind.EVIDENCE), ("weighing_", TimelineKind.EVIDENCE),
    ("reply_", TimelineKind.REPLIES),
    ("note_", TimelineKind.NOTES), ("clock", TimelineKind.CLOCKS), ("step_handed", TimelineKind.PEOPLE),
    ("step_", TimelineKind.STEPS), ("hand_over_", TimelineKind.PEOPLE),
    ("parcel_", TimelineKind.ORDER), ("buyer", TimelineKind.PEOPLE), ("call_", TimelineKind.PEOPLE),
    ("consent_", TimelineKind.PEOPLE), ("case_buyer", TimelineKind.PEOPLE),
)  # fmt: skip
_BY_FACT: Final = {
    "handler": TimelineKind.PEOPLE, "liability": TimelineKind.MONEY, "demand": TimelineKind.MONEY,
    "at_stake": TimelineKind.MONEY, "summary": TimelineKind.NOTES, "paid_at": TimelineKind.ORDER,
    "shipped_at": TimelineKind.ORDER, "signed_at": TimelineKind.ORDER, "opened_at": TimelineKind.CLOCKS,
}  # fmt: skip


def kind_of(event: HistoryEvent) -> TimelineKind:
    """The kind of an event; what nobody sorted is about the state of the case."""
    action = event.action
    if action in ("undone", "redone"):
        # What was taken back is of the kind it was.
        action = str(event.details.get("code", action))
    if action in ("fact_changed", "fact_edited"):
        return _BY_FACT.get(str(event.details.get("fact", "")), TimelineKind.STATES)
    if action in _BY_ACTION:
        return _BY_ACTION[action]
    return next((kind for start, kind in _BY_START if action.startswith(start)), TimelineKind.STATES)


def kind_words(kind: TimelineKind) -> str:
    """The name of a kind in the filter."""
    return {
        TimelineKind.STATES: tr("States"), TimelineKind.STEPS: tr("Steps"), TimelineKind.EVIDENCE: tr("Evidence"),
        TimelineKind.REPLIES: tr("Replies"), TimelineKind.NOTES: tr("Notes"), TimelineKind.CLOCKS: tr("Clocks"),
        TimelineKind.MONEY: tr("Resolution and money"), TimelineKind.ORDER: tr("Order and parcels"),
        TimelineKind.PEOPLE: tr("People"),
    }[kind]  # fmt: skip
