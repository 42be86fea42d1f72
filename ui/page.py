"""What a page is to the window around it; pages know the window only through this."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.background import Background
from ui.case_wishes import CaseWish


@dataclass(frozen=True, slots=True)
class Target:
    """Where to go: a page's word, the record to show there, and the part of it (a tab, a filter)."""

    page: str
    id: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the path before the title."""

    text: str
    target: Target


@dataclass(frozen=True, slots=True)
class Key:
    """A key that works on a page and is not in a menu: its text as written, and what it does."""

    keys: str
    does: str


@dataclass(frozen=True, slots=True)
class Scene:
    """Something of a page worth a picture: `show` prepares it and returns the dialog or None for the window itself."""

    name: str
    show: Callable[[], QWidget | None]


@dataclass(frozen=True, slots=True)
class Work:
    """Long work for the status bar: its words, how far it is between 0 and 1 (None unknown), and how to stop it."""

    text: str
    share: float | None = None
    stop: Callable[[], object] | None = None


class Page(QWidget):
    """A page of the window. Subclasses set `word` and override what they need; none of it touches the store directly.

    Signals say what happened: the window listens and shows title, hints and commands anew. `working` carries a Work for
    the status bar, or None when it is over; `asked` the id of a command of ui.actions the window is to carry out;
    `case_wished` a CaseWish: a new case to be opened over this page, which stays.
    """

    word: ClassVar[str] = ""

    navigate = Signal(object)
    header_changed = Signal()
    hints_changed = Signal()
    commands_changed = Signal()
    said = Signal(str)
    working = Signal(object)
    asked = Signal(str)
    case_wished = Signal(object)

    def __init__(self, ctx: Any, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self.background = background
        self.setProperty("surface", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def title(self) -> str:
        """The page's title in the top bar."""
        return ""

    def path(self) -> Sequence[Crumb]:
        """The steps before the title; with at least one, the top bar shows the way back."""
        return ()

    def facts(self) -> str:
        """The quiet line after the title."""
        return ""

    def title_widgets(self) -> Sequence[QWidget]:
        """Chips and marks between title and facts; made once, the top bar takes and keeps them."""
        return ()

    def page_actions(self) -> Sequence[QWidget]:
        """Buttons at the right of the top bar; made once, the top bar takes and keeps them."""
        return ()

    def counts(self) -> str:
        """Counts and sums for the status bar."""
        return ""

    def hints(self) -> str:
        """The keys of the pane that has the focus, for the status bar."""
        return ""

    def keys(self) -> Sequence[Key]:
        """Keys of this page for the list of shortcuts."""
        return ()

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Commands of ui.actions this page carries out, by id."""
        return {}

    def can(self, command: str) -> bool:
        """Whether a command of `commands` can be carried out now; `commands_changed` says it may have changed."""
        return True

    def open(self, target: Target) -> None:
        """Show what the target names; called each time the page comes to the front through navigation."""

    def take_wish(self, wish: CaseWish) -> None:
        """Open the dialog of a new case for another page; the page that opens cases does."""

    def refresh(self, changes: object) -> None:
        """Something was written: `changes` is the ChangeSet of desktop, or None for "show everything anew"."""

    def minute(self) -> None:
        """A minute has passed: countdowns move on."""

    def panes(self) -> Sequence[QWidget]:
        """The panes F6 walks through, in order."""
        return ()

    def set_narrow(self, narrow: bool) -> None:
        """The window became narrower than 1280 px or wide again: fold the right pane or show it."""

    def start_search(self) -> None:
        """Ctrl+F: put the focus into the page's search."""

    def may_leave(self) -> bool:
        """Whether the page can be left now; asked when the window closes."""
        return True

    def back(self) -> bool:
        """Esc or Alt+Left inside the page; True when the page dealt with it itself."""
        return False

    def save_state(self) -> Mapping[str, str]:
        """Widths and choices to keep for the next start."""
        return {}

    def restore_state(self, state: Mapping[str, str]) -> None:
        """Take the state kept at the last end."""

    def scenes(self) -> Sequence[Scene]:
        """What `main.py screenshots` takes pictures of; the page as it opens unless overridden."""
        return (Scene("", lambda: None),)


PageFactory = Callable[[Any, Background, QWidget], Page]
"""Makes a page inside the widget it stays in: one put there afterwards would be styled a second time, part by part."""


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page the window can show: its word, where it stands on the rail, and how it is made."""

    word: str
    factory: PageFactory
    title: str = ""
    icon: str = ""
    rail: str = ""
    bottom: bool = False

    @property
    def rail_word(self) -> str:
        """The rail item marked while the page is in front."""
        return self.rail or self.word
