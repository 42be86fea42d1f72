"""A case one page wants opened for another to do: pages do not know each other, the window hands the wish on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CaseWish:
    """A new case to begin with: `text` finds the order or the buyer, `summary` is what happened.

    `opened` is called with the id of the case once it is there, `shown` with the number of one that was there already
    and is wanted instead; nothing is called when the dialog is left.
    """

    text: str
    summary: str
    opened: Callable[[int], object]
    shown: Callable[[str], object]
