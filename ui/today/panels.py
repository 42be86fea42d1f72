"""The panels and tiles of the board, each with its title, icon, colour and keys."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui import theme as tokens
from ui.i18n import translator
from ui.today import alarm_lines, board_lines, call_lines, hand_over_lines, parcel_lines
from ui.today.board_panel import BoardPanel
from ui.today.count_tiles import CountTile

tr = translator("today")
HAND_OVER, OVERDUE, DUE, CALLS, PARCELS, ALARMS = range(6)
LEFT = 3
"""So many stand at the left."""


def make_panels(page: QWidget) -> tuple[BoardPanel, ...]:
    """Hand-over, overdue, due soon; calls, parcels, alarms: in reading order."""

    def case_panel(title: str, quiet: str, icon: str, token: str) -> BoardPanel:
        link = tr("See in Cases")
        return BoardPanel(title, quiet, board_lines.CASE_PLACES, page, icon=icon, token=token, letters="RDS", link=link)

    return (
        BoardPanel(
            tr("Hand-over"), tr("left for this morning"), hand_over_lines.PLACES, page, icon="clipboard-list",
            token="due", letters="DTP", link=tr("Hand-over sheet"),
        ),
        case_panel(tr("Overdue"), tr("the latest first"), "alarm-clock", "overdue"),
        case_panel(tr("Due in 24 hours"), tr("the nearest first"), "hourglass", "due"),
        BoardPanel(
            tr("Call-backs today"), tr("late ones stay until dealt with"), call_lines.CALL_PLACES, page,
            icon="phone-call", token="accent", letters="CNDS", link=tr("Calendar"),
        ),
        BoardPanel(
            tr("Parcels to inspect"), tr("scan a number to begin"), parcel_lines.PLACES, page, icon="package-open",
            token="waiting", letters="IMF", link=tr("Receiving"), link_always=False,
        ),
        BoardPanel(
            tr("Alarms"), "", alarm_lines.PLACES, page, icon="triangle-alert", token="overdue", letters="AVSU",
            row_height=tokens.ALARM_ROW,
        ),
    )  # fmt: skip


def make_tiles(page: QWidget) -> tuple[CountTile, ...]:
    """A count for every panel."""
    done = tr("all done")
    return (
        CountTile(tr("Hand-over"), "clipboard-list", "due", "1", tr("nothing to clear"), page),
        CountTile(tr("Overdue"), "alarm-clock", "overdue", "2", tr("nothing is late"), page),
        CountTile(tr("Due in 24 hours"), "hourglass", "due", "3", tr("nothing runs out"), page),
        CountTile(tr("Call-backs today"), "phone-call", None, "4", done, page),
        CountTile(tr("Parcels to inspect"), "package-open", None, "5", tr("nothing waits"), page),
        CountTile(tr("Alarms"), "triangle-alert", "overdue", "6", tr("all as it should be"), page),
    )
