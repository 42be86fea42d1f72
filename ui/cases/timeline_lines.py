"""The history of a case as lines of a timeline, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from models.records import HistoryEvent
from ui import format as shown
from ui.cases.case_cells import Moment
from ui.i18n import language
from ui.plain import one_line
from ui.widgets.timeline import Happened
from ui.words import event_sentence

# What decides a case stands out from what is only noted.
_TELLING = frozenset(("case_opened", "state_changed", "resolved", "resolution_overridden", "packet_made", "step_done"))
_TIP_CHARACTERS = 2_000


def timeline_lines(events: Sequence[HistoryEvent], at: Moment, limit: int = 0) -> list[Happened]:
    """The newest `limit` events (0: all)."""
    newest = sorted(events, key=lambda event: event.seq, reverse=True)
    return [timeline_line(event, at, event_sentence(event)) for event in (newest[:limit] if limit else newest)]


def timeline_line(event: HistoryEvent, at: Moment, sentence: str) -> Happened:
    """One event with its sentence."""
    return Happened(
        id=event.seq,
        time=shown.moment(event.happened_at, at.now, language(), at.zone),
        text=one_line(sentence)[:_TIP_CHARACTERS],
        who=one_line(event.person),
        token="accent" if event.action in _TELLING else "waiting.solid",
        tip=f"{shown.full_moment(event.happened_at, at.zone)}\n{sentence[:_TIP_CHARACTERS]}",
    )
