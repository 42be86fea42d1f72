"""What the window asks of the program beyond its pages: undo, search, counts, shops and people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo

from ui.command_palette import Answer
from ui.rail import Badge


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen at the top right, and what is chosen."""

    shops: tuple[tuple[int, str], ...] = ()
    shop: int = 0
    people: tuple[str, ...] = ()
    person: str = ""


@dataclass(frozen=True, slots=True)
class UndoState:
    """What Undo and Redo would do, as sentences; empty when there is nothing."""

    undo: str = ""
    redo: str = ""


def _nothing() -> None:
    """The program has none of this."""


@dataclass(slots=True)
class FrameHooks:
    """Everything here is called in the window's thread and returns at once; work goes through jobs.

    `badges` hands the counts of the rail to its callback when they are known; times are shown in `zone`.
    """

    zone: tzinfo = UTC
    undo: Callable[[], object] = _nothing
    redo: Callable[[], object] = _nothing
    undo_state: Callable[[], UndoState] = UndoState
    search: Callable[[str, Answer], None] | None = None
    badges: Callable[[Callable[[Mapping[str, Badge]], None]], None] | None = None
    choices: Callable[[], Choices] = Choices
    choose_shop: Callable[[int], object] | None = None
    choose_person: Callable[[str], object] | None = None
    last_backup: Callable[[], datetime | None] = lambda: None
    handlers: Mapping[str, Callable[[], object]] = field(default_factory=dict)
