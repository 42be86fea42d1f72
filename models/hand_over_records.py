"""Frozen values of the hand-over at the end of a shift: the items of a night, and who took what when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from models.register_kinds import HandOverState


@dataclass(frozen=True, slots=True)
class HandOverPass:
    """An earlier morning of an item that was passed on: who left it when, who passed it on when and why."""

    item_id: int
    morning: date
    left_at: datetime
    left_by: str
    passed_at: datetime | None
    passed_by: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class HandOverItem:
    """Something one shift leaves for the next; `morning` is the day that has to clear it, by `due_at`.

    `passed_from` is the item of an earlier morning this one goes on with, `passed` all of them, the first first. Of
    one that was passed on, `done_at`, `done_by` and `note` say when, by whom and why.
    """

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
    passed: tuple[HandOverPass, ...] = ()

    @property
    def cleared(self) -> bool:
        """Whether the morning is through with it: done, or passed on to the next."""
        return self.state in (HandOverState.DONE, HandOverState.PASSED_ON)

    def overdue(self, now: datetime) -> bool:
        """Whether it should have been cleared before `now`."""
        return not self.cleared and self.due_at <= now


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

    @property
    def open_items(self) -> tuple[HandOverItem, ...]:
        """What is still to be cleared, that of earlier mornings first."""
        return (*self.older, *(item for item in self.items if not item.cleared))

    def overdue(self, now: datetime) -> tuple[HandOverItem, ...]:
        """What should have been cleared before `now`, the longest due first."""
        return tuple(sorted((item for item in self.open_items if item.overdue(now)), key=lambda item: item.due_at))


@dataclass(frozen=True, slots=True)
class HandOverMorning:
    """A morning in the list of mornings: how many items it had, and how many of them are still open."""

    morning: date
    items: int
    still_open: int
