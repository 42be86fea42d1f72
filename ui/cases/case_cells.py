"""What each cell of a case's row shows, its whole text for copying and tool tips, and the row as a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo

from models.kinds import Liability
from models.records import CaseRow
from ui import format as shown
from ui.cases import case_columns as places
from ui.i18n import language, translator
from ui.plain import one_line
from ui.theme import State
from ui.widgets.delegates import Cell
from ui.words import CASE_COLOURS, flag_token, tier_text, word

tr = translator("cases")
_CLOCK_STATES: Mapping[str, State] = {"overdue": "overdue", "due": "due", "waiting": "waiting"}
LOADING = Cell(kind="skeleton")


@dataclass(frozen=True, slots=True)
class Moment:
    """The time the rows are shown at, and the zone their times are written in."""

    now: datetime
    zone: tzinfo


def clock_cell(row: CaseRow, at: Moment) -> Cell:
    """The countdown of the nearest clock, in the colour of its urgency."""
    if row.next_due_at is None:
        return Cell(shown.NOTHING, ink="text3")
    counted = shown.countdown(row.next_due_at, at.now, language())
    return Cell(counted.text, ink=_CLOCK_STATES.get(counted.state, "waiting"), weight=500)


def row_cells(row: CaseRow, at: Moment) -> tuple[Cell, ...]:
    """The cells of a row, in the order of the columns."""
    return (
        Cell(row.number, weight=500),
        Cell(word(row.state), kind="chip", state=CASE_COLOURS[row.state]),
        clock_cell(row, at),
        Cell(one_line(row.buyer_nick) or shown.NOTHING, tier=tier_text(row.tier), flag=flag_token(row.flag)),
        Cell(shown.elide_front(one_line(row.order_number)) or shown.NOTHING, ink="text2"),
        Cell(word(row.problem)),
        Cell(word(row.liability), ink="text3" if row.liability is Liability.UNCLEAR else "text"),
        Cell(shown.money_cell(row.at_stake), kind="number", weight=600),
        Cell(word(row.waiting_on)),
        Cell(one_line(row.handler) or shown.NOTHING, ink="text" if row.handler else "text3"),
        Cell(shown.moment(row.updated_at, at.now, language(), at.zone), kind="number", ink="text3"),
    )


def whole_text(row: CaseRow, place: int, at: Moment) -> str:
    """The full text of one cell: what Copy copies and the tool tip says."""
    if place == places.CLOCK:
        return shown.full_moment(row.next_due_at, at.zone)
    if place == places.BUYER:
        return " ".join(part for part in (one_line(row.buyer_nick), tier_text(row.tier), flag_name(row)) if part)
    if place == places.ORDER:
        return one_line(row.order_number)
    if place == places.UPDATED:
        return shown.full_moment(row.updated_at, at.zone)
    return row_cells(row, at)[place].text


def flag_name(row: CaseRow) -> str:
    """The flag in words, empty for none."""
    return word(row.flag) if flag_token(row.flag) else ""


def row_sentence(row: CaseRow, at: Moment) -> str:
    """The row as a screen reader says it."""
    clock = clock_cell(row, at).text if row.next_due_at is not None else tr("no clock running")
    handler = one_line(row.handler) or tr("nobody")
    parts = (
        row.number, word(row.state), clock, tr("buyer %1", whole_text(row, places.BUYER, at)),
        word(row.problem), tr("liability %1", word(row.liability)), shown.money(row.at_stake),
        tr("waiting on %1", word(row.waiting_on)), tr("handled by %1", handler),
    )  # fmt: skip
    return (", " if language() == "en" else "，").join(parts)
