"""Frozen values of the hand-over at the end of a shift: the items of a night, and who took what when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from models.register_kinds import HandOverState


@dataclass(frozen=True, slots=True)
class HandOverItem:
    """Something one shift leaves for the next; `morning` is the day that has to clear it, by `due_at`."""

    id: int
    shop_id: int | None
    morning: date
    text: str
    case_id: int | None
    case_number: str
    buyer_id: int | None
    buyer_nick: str
    left_at: datetime
    left_by: str
    due_at: datetime
    state: HandOverState
    taken_at: datetime | None = None
    taken_by: str = ""
    done_at: datetime | None = None
    done_by: str = ""
    note: str = ""
    passed_from: int | None = None

    @property
    def cleared(self) -> bool:
        """Whether the morning is through with it: done, or passed on to the next."""
        return self.state in (HandOverState.DONE, HandOverState.PASSED_ON)


@dataclass(frozen=True, slots=True)
class HandOverSheet:
    """The items for one morning, open ones first, and how many are cleared; earlier open ones stand in `older`."""

    morning: date
    items: tuple[HandOverItem, ...]
    older: tuple[HandOverItem, ...] = ()

    @property
    def cleared(self) -> int:
        """How many items of this morning are cleared."""
        return sum(1 for item in self.items if item.cleared)
