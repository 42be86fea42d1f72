"""The panels and tiles of the board, each with its title, icon, colour and keys."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui import theme as tokens
from ui.i18n import translator
from ui.today import board_lines as lines
from ui.today.board_panel import BoardPanel
from ui.today.count_tiles import CountTile

tr = translator("today")


def make_panels(page: QWidget) -> tuple[BoardPanel, ...]:
    """Steps, overdue, due soon; calls, alarms: in reading order."""

    def case_panel(title: str, quiet: str, icon: str, token: str) -> BoardPanel:
        link = tr("See in Cases")
        return BoardPanel(title, quiet, lines.CASE_PLACES, page, icon=icon, token=token, letters="R", link=link)

    return (
        BoardPanel(
            tr("Steps for today"), tr("due today or late"), lines.STEP_PLACES, page, icon="clipboard-list",
            token="due", letters="DF",
        ),
        case_panel(tr("Overdue"), tr("the latest first"), "alarm-clock", "overdue"),
        case_panel(tr("Due in 24 hours"), tr("the nearest first"), "hourglass", "due"),
        BoardPanel(
            tr("Call-backs today"), tr("late ones stay until dealt with"), lines.CALL_PLACES, page,
            icon="phone-call", token="accent", letters="CNDS", link=tr("Calendar"),
        ),
        BoardPanel(
            tr("Alarms"), "", lines.ALARM_PLACES, page, icon="triangle-alert", token="overdue", letters="V",
            row_height=tokens.ALARM_ROW,
        ),
    )  # fmt: skip


def make_tiles(page: QWidget) -> tuple[CountTile, ...]:
    """A count for every panel."""
    done = tr("all done")
    return (
        CountTile(tr("Steps for today"), "clipboard-list", "due", "1", done, page),
        CountTile(tr("Overdue"), "alarm-clock", "overdue", "2", tr("nothing is late"), page),
        CountTile(tr("Due in 24 hours"), "hourglass", "due", "3", tr("nothing runs out"), page),
        CountTile(tr("Call-backs today"), "phone-call", None, "4", done, page),
        CountTile(tr("Alarms"), "triangle-alert", "overdue", "5", tr("all as it should be"), page),
    )
