"""What an outcome of a call means: whether the buyer heard from the shop, and what ends with it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from models.call_kinds import CallBackKind, Channel
from models.kinds import CallOutcome
from models.records import CallBack

CONTACTS: Final = frozenset({CallOutcome.REACHED, CallOutcome.NOT_INTERESTED})
"""Outcomes of a call in which the shop spoke with the buyer."""
NUMBERS: Final = frozenset({Channel.PHONE, Channel.SMS})
"""Channels that need a phone number that is the buyer's."""


def is_contact(outcome: CallOutcome, channel: Channel) -> bool:
    """Whether the buyer heard from the shop in person; a note in a parcel is none, nobody knows who read it."""
    return outcome in CONTACTS and channel is not Channel.NOTE


def ends_it(outcome: CallOutcome) -> bool:
    """Whether the call-back that was dealt with is done by this outcome; otherwise it is put off."""
    return outcome in CONTACTS


def ended_by_contact(open_ones: Iterable[CallBack], meant: CallBack | None, today: date) -> tuple[CallBack, ...]:
    """What a real contact ends: the one it was made for first, the regular one whatever its day, and calls after a case
    that are due: the buyer hears from the shop once. What was promised is ticked on its own.
    """
    others = [
        each for each in open_ones
        if (meant is None or each.id != meant.id)
        and (each.kind is CallBackKind.RHYTHM or (each.kind is CallBackKind.SATISFACTION and each.due_on <= today))
    ]  # fmt: skip
    return ((meant,) if meant is not None else ()) + tuple(others)
