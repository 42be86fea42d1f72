"""When the board is read anew though nobody wrote anything: midnight, sleep, a moved clock, a clock that ends."""

from __future__ import annotations

from datetime import datetime, timedelta

from models.board_records import Board
from ui.today.board_lines import Moment

# A warning may have come in the meantime.
_STALE = timedelta(minutes=5)
# The timer of the minute came so late that the computer slept, or its clock was set.
_GAP = timedelta(seconds=150)


def day_moved(board: Board, looked_at: datetime | None, at: Moment) -> bool:
    """Whether it is another day than the board's, or the clock did not simply go on since it was looked at."""
    slept = looked_at is not None and not timedelta(0) <= at.now - looked_at <= _GAP
    return slept or at.now.astimezone(at.zone).date() != board.made_at.astimezone(at.zone).date()


def is_old(board: Board, at: Moment) -> bool:
    """Whether lines may stand in other panels by now."""
    moved = board.changes_at is not None and board.changes_at <= at.now
    return moved or at.now - board.made_at >= _STALE
