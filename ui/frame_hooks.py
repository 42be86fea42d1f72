"""What the window asks of the program beyond its pages: undo, search, counts, shops and people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo

from ui.command_palette import Answer, Entry
from ui.rail import Badge


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be chosen at the top right, and what is chosen: shop 0 is all of them.

    `colours` are the theme's tokens of the shops by id, `initials` what stands on the discs of people by name.
    """

    shops: tuple[tuple[int, str], ...] = ()
    shop: int = 0
    people: tuple[str, ...] = ()
    person: str = ""
    colours: Mapping[int, str] = field(default_factory=dict)
    initials: Mapping[str, str] = field(default_factory=dict)

    def shop_name(self) -> str:
        """The name of the shop chosen, empty where the window shows all."""
        return dict(self.shops).get(self.shop, "") if self.shop else ""


@dataclass(frozen=True, slots=True)
class UndoState:
    """What Undo and Redo would move, as it stands behind "Undo: ", and what was done last as a sentence; empty when
    there is nothing.
    """

    undo: str = ""
    redo: str = ""
    done: str = ""


@dataclass(frozen=True, slots=True)
class UndoLine:
    """One action of this session: its sentence, when and by whom, and whether it is undone now."""

    text: str
    when: str
    person: str
    undone: bool
    entry: object


def _nothing() -> None:
    """The program has none of this."""


@dataclass(slots=True)
class FrameHooks:
    """Everything here is called in the window's thread and returns at once; work goes through jobs.

    `badges` hands the counts of the rail to its callback when they are known; times are shown in `zone`. `recall` makes
    the palette's line of a case used before, by the name it was remembered under.
    """

    zone: tzinfo = UTC
    undo: Callable[[], object] = _nothing
    redo: Callable[[], object] = _nothing
    undo_state: Callable[[], UndoState] = UndoState
    search: Callable[[str, Answer], None] | None = None
    recall: Callable[[str], Entry | None] = lambda name: None
    undo_list: Callable[[], tuple[UndoLine, ...]] = tuple
    go_back_to: Callable[[object], object] = lambda line: None
    badges: Callable[[Callable[[Mapping[str, Badge]], None]], None] | None = None
    choices: Callable[[], Choices] = Choices
    choose_shop: Callable[[int], object] | None = None
    choose_person: Callable[[str], object] | None = None
    last_backup: Callable[[], datetime | None] = lambda: None
    handlers: Mapping[str, Callable[[], object]] = field(default_factory=dict)
