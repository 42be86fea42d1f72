"""The domain's words in the language of the window, and the colour a state is shown in."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from desktop import words
from models.kinds import CaseState, Flag, Tier
from models.records import HistoryEvent
from ui.i18n import language
from ui.theme import State

CASE_COLOURS: dict[CaseState, State | None] = {
    CaseState.NEW: "new",
    CaseState.OPEN: "new",
    CaseState.WAITING: "waiting",
    CaseState.IN_DISPUTE: "dispute",
    CaseState.IN_PROGRESS: "done",
    CaseState.DONE: "done",
    CaseState.ARCHIVED: None,
}


def word(member: StrEnum) -> str:
    """The word for a member of models.kinds, as it stands in tables and menus."""
    return words.word(member, language())


def tier_text(tier: Tier) -> str:
    """`V2`, empty for a buyer without a tier."""
    return "" if tier is Tier.NONE else tier.value.upper()


def flag_token(flag: Flag) -> str:
    """The colour name of a flag, empty for none."""
    return "" if flag is Flag.NONE else f"flag.{flag.value}"


def event_sentence(event: HistoryEvent) -> str:
    """What happened, as a person would say it; plain text that may hold a buyer's words."""
    return words.sentence(event, language())


def action_sentence(code: str, values: Mapping[str, object]) -> str:
    """What was just done, for the status bar."""
    return words.action_sentence(code, values, language())


def action_name(code: str, values: Mapping[str, object]) -> str:
    """What an action does, as it stands behind "Undo: "."""
    return words.action_name(code, values, language())


def timeout_sentence(code: str) -> str:
    """What happens when a clock runs out; empty where nothing is said."""
    return words.timeout_sentence(code, language())
