"""Words of the call-backs' closed lists as a store holds them; one that a newer program wrote is read with care.

Its row is shown as far as this program understands it and nothing of it is lost: what is not changed stays as written.
"""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Any, Final, Generic, TypeVar

from models.call_kinds import CallBackKind, Channel, TierSource
from models.kinds import CallBackState, CallOutcome, Consent, Tier

Kind = TypeVar("Kind", bound=StrEnum)


class KnownWords(dict[str, Kind], Generic[Kind]):
    """The members of one list by their words: `OUTCOMES["reached"]`. `careful` stands for a word nobody knows."""

    def __init__(self, careful: Kind) -> None:
        super().__init__((each.value, each) for each in type(careful))
        self._careful = careful

    def __missing__(self, word: str) -> Kind:
        return self._careful


# A promise has a day of its own, and nothing is planned or closed because of it.
KINDS: Final = KnownWords(CallBackKind.PROMISE)
# The one channel that asks for no agreement, so that nobody is called who did not agree.
CHANNELS: Final = KnownWords(Channel.NOTE)
# The store's own questions know only "due" as open.
STATES: Final = KnownWords(CallBackState.SKIPPED)
# Nothing is said of the buyer having been reached.
OUTCOMES: Final = KnownWords(CallOutcome.NO_ANSWER)
# Still a VIP: as none at all their call-backs would close.
TIERS: Final = KnownWords(Tier.V1)
SOURCES: Final = KnownWords(TierSource.HAND)
# Neither called nor forgotten.
CONSENTS: Final = KnownWords(Consent.UNKNOWN)

_BY_KIND: Final[dict[type[StrEnum], KnownWords[Any]]] = {
    CallBackKind: KINDS, Channel: CHANNELS, CallBackState: STATES, CallOutcome: OUTCOMES, Tier: TIERS,
    TierSource: SOURCES, Consent: CONSENTS,
}  # fmt: skip


def known_words(kind: type[Kind]) -> KnownWords[Kind] | None:
    """The words of a list that a newer program may add to; None for one whose other words are damage."""
    return _BY_KIND.get(kind)


def read_tags(stored: str) -> tuple[str, ...]:
    """The tags of a call; of a list that is damaged what can be shown of it."""
    try:
        found = json.loads(stored)
    except (ValueError, RecursionError):
        found = stored
    if isinstance(found, list):
        return tuple(str(tag) for tag in found)
    return (str(found),) if found else ()
