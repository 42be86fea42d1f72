"""A clock as a person enters it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from models.kinds import WaitingOn

AUTO_CONFIRM = "auto_confirm"


@dataclass(frozen=True, slots=True)
class EnteredClock:
    """A date that a processor, a platform or a person gave: whose it is, until when, what happens if it passes.

    `auto_confirm`: it is when the platform confirms receipt by itself, which extending the trade puts off.
    """

    label: str
    who: WaitingOn
    due_at: datetime
    on_timeout: str = ""
    warn_before: timedelta | None = None
    auto_confirm: bool = False
