"""What a register's desk is to the page: the actions on chosen lines and on the register, each with its key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from models.register_records import RegisterLine, RegisterSheet
from ui.background import Background


@dataclass(frozen=True, slots=True)
class LineAction:
    """Something that can be done: its word in code, its words, its single letter, and what does it.

    `front` ones stand as a button beside the search, the rest in the menu of the line; `why` says why it is off.
    """

    name: str
    text: str
    act: Callable[[], object]
    key: str = ""
    icon: str = ""
    on: bool = True
    why: str = ""
    front: bool = False


class LineDesk(QObject):
    """Carries out what can be done with lines of one register; made when its tab is first shown.

    `said` is a toast, `navigate` a Target, `wants_reload` asks for the sheet anew where no ChangeSet tells of it.
    Dialogs are opened over `window`; writing goes through `background` and `ctx.jobs.write`.
    """

    said = Signal(str)
    navigate = Signal(object)
    wants_reload = Signal()

    def __init__(self, ctx: AppContext, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self.ctx, self.background, self.window = ctx, background, window

    def actions(self, lines: Sequence[RegisterLine]) -> Sequence[LineAction]:
        """What can be done with these chosen lines, in the order of the menu; all names stay, `on` changes."""
        return ()

    def general(self, sheet: RegisterSheet) -> Sequence[LineAction]:
        """What needs no line: writing one by hand, a list to read."""
        return ()


DeskFactory = Callable[[AppContext, Background, QWidget], LineDesk]
"""Makes a register's desk; `make_desk` in the module named in desk_table.py."""
