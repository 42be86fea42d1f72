"""Opens what belongs to the hand-over over a window: leaving items, the sheets of the nights, the steps of a role."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from models.kinds import Role
from ui.background import Background
from ui.messages import toast
from ui.page import Target

if TYPE_CHECKING:
    from ui.hand_over.leave_dialog import LeaveDialog
    from ui.hand_over.night_dialog import NightDialog
    from ui.hand_over.paper import HandOverDesk

Say = Callable[[str], object]
"""What tells that something was printed or saved; without one a toast over the window does."""


def open_leaving(
    ctx: AppContext, background: Background, window: QWidget, *, case_id: int | None = None, say: Say | None = None
) -> LeaveDialog:
    """Leave items for the next shift, beginning with a case; "end of shift" prints their sheet."""
    from ui.hand_over.leave_dialog import LeaveDialog

    dialog = LeaveDialog(ctx, background, window, case_id=case_id)
    dialog.print_wanted.connect(lambda morning: print_night(ctx, background, window, morning, say=say))
    dialog.open()
    return dialog


def open_nights(
    ctx: AppContext, background: Background, window: QWidget, go: Callable[[Target], object], *,
    morning: date | None = None, say: Say | None = None,
) -> NightDialog:  # fmt: skip
    """The sheets of the nights, that of a morning (of today) in front."""
    from ui.hand_over.night_dialog import NightDialog

    dialog = NightDialog(ctx, background, window, morning=morning)
    dialog.navigate.connect(go)
    dialog.print_wanted.connect(lambda day: print_night(ctx, background, dialog, day, say=say))
    dialog.leave_wanted.connect(lambda: open_leaving(ctx, background, dialog, say=say))
    dialog.open()
    return dialog


def print_night(
    ctx: AppContext, background: Background, window: QWidget, morning: date, *, say: Say | None = None
) -> HandOverDesk:  # fmt: skip
    """The sheet of a morning in the print dialog."""
    desk = _desk(ctx, background, window, say)
    desk.night(morning)
    return desk


def print_steps(
    ctx: AppContext, background: Background, window: QWidget, role: Role, *, say: Say | None = None
) -> HandOverDesk:  # fmt: skip
    """The open steps of a role in the print dialog."""
    desk = _desk(ctx, background, window, say)
    desk.step_list(role)
    return desk


def _desk(ctx: AppContext, background: Background, window: QWidget, say: Say | None) -> HandOverDesk:
    """One for each window, which keeps it."""
    from ui.hand_over.paper import HandOverDesk

    kept = window.findChild(HandOverDesk)
    if kept is not None:
        return kept
    desk = HandOverDesk(ctx, background, window)
    desk.said.connect(say or (lambda text: toast(window, text)))
    return desk
