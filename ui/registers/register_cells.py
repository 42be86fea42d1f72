"""What one cell of a register shows: the typed value as text, its colour, its whole words for the tool tip."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from enum import StrEnum

from models.kinds import Problem, RegisterKind
from models.money import Money
from models.register_kinds import RegisterState, ReviewVerdict
from models.register_records import CellKind, RegisterColumn, RegisterLine, RegisterValue
from ui import format as shown
from ui.i18n import language, translator
from ui.plain import isolate, one_line
from ui.registers.register_words import MAIN_MONEY, line_state, state_colour, state_word
from ui.theme import State
from ui.widgets.delegates import Cell
from ui.words import word

tr = translator("registers")
_BUYERS = frozenset({"buyer"})
_QUIET = frozenset(
    {"entered", "written", "by", "handed_in", "answered", "arrived", "issued", "replied", "left", "taken"}
)
_SOON_DAYS = 1
_VERDICTS: Mapping[ReviewVerdict, State] = {
    ReviewVerdict.BAD: "overdue", ReviewVerdict.NEUTRAL: "due", ReviewVerdict.GOOD: "done"
}
# More than any column shows; the whole stands in the details.
_LONGEST_CELL = 400


@dataclass(frozen=True, slots=True)
class Beside:
    """What a cell is shown by: now, the shop's zone, and whether it stands under the line it corrects."""

    now: datetime
    zone: tzinfo
    under: bool = False


def value_words(column: RegisterColumn, value: RegisterValue, register: RegisterKind, beside: Beside) -> str:
    """A value as its whole text: for reading out, tool tips and details."""
    if column.key == "nodes" and not value:
        return shown.NOTHING
    if value is None or value == "":
        return shown.NOTHING
    if isinstance(value, bool):
        return tr("Yes") if value else tr("No")
    if isinstance(value, Money):
        return shown.money_cell(value)
    if isinstance(value, datetime):
        return shown.day_and_time(value, beside.now, language(), beside.zone)
    if isinstance(value, date):
        return shown.day(value, beside.now, language(), beside.zone)
    if isinstance(value, StrEnum):
        return state_word(register, value) if column.key == "state" else word(value)
    if isinstance(value, int):
        return shown.minus(shown.count(value))
    return _problems(value) if column.key == "problems" else one_line(value)


def _problems(value: str) -> str:
    """Problems named in a review, kept by their words in code."""
    known = {each.value: each for each in Problem}
    said = [part.strip() for part in value.split(",")]
    return tr(", ").join(word(known[part]) if part in known else one_line(part) for part in said)


def cell_text(column: RegisterColumn, line: RegisterLine, beside: Beside) -> str:
    """What stands in the cell."""
    value = line.cells.get(column.key)
    if column.key == "answer_due":
        return _answer_due(line, value, beside)
    if column.key == "state":
        return line_state(line) or shown.NOTHING
    if isinstance(value, str) and not isinstance(value, StrEnum) and value:
        text = value_words(column, value[:_LONGEST_CELL], line.register, beside)
        if column.key == "parcel":
            return shown.elide_middle(text)
        if column.key == "order":
            return shown.elide_front(text)
        return isolate(text) if column.key in _BUYERS else text
    if isinstance(value, datetime):
        return shown.moment(value, beside.now, language(), beside.zone)
    return value_words(column, value, line.register, beside)


def _answer_due(line: RegisterLine, value: RegisterValue, beside: Beside) -> str:
    if line.late:
        return tr("%n day(s) over", n=line.late)
    if line.state is not RegisterState.HANDED_IN or not isinstance(value, date):
        return shown.NOTHING
    left = (value - beside.now.astimezone(beside.zone).date()).days
    if left <= 0:
        return tr("due today")
    return tr("%n day(s) left", n=left) if left < 15 else shown.day(value, beside.now, language(), beside.zone)


def cell_of_line(column: RegisterColumn, line: RegisterLine, beside: Beside) -> Cell:
    """The cell as the delegate paints it."""
    text, value = cell_text(column, line, beside), line.cells.get(column.key)
    key = column.key
    if key == "state":
        if line.state is None:
            return Cell(text)
        mark = "history" if line.corrections else ""
        return Cell(text, "chip", state=state_colour(line.state, line.late), icon=mark)
    if isinstance(value, ReviewVerdict):
        return Cell(text, "chip", state=_VERDICTS[value])
    if column.kind is CellKind.YES_NO:
        return _yes_no(key, value, text)
    if column.kind in (CellKind.MONEY, CellKind.NUMBER):
        main = MAIN_MONEY.get(line.register) == key
        return Cell(text, "number", _number_ink(key, value, line), 600 if main else 400)
    if key == "answer_due":
        late, soon = bool(line.late), text != shown.NOTHING and _soon(value, beside)
        return Cell(text, ink="overdue" if late else "due" if soon else "text2", weight=600 if late or soon else 400)
    if key == "due" and line.late:
        return Cell(text, ink="overdue", weight=600)
    if key == "case":
        return Cell(text, ink="text" if line.case_number else "text3", weight=600)
    if key == "entered" and beside.under:
        return Cell(tr("↳ %1", text), ink="text3")
    return Cell(text, ink="text3" if text == shown.NOTHING else "text2" if key in _QUIET else "text")


def _yes_no(key: str, value: RegisterValue, text: str) -> Cell:
    if not isinstance(value, bool):
        return Cell(text, ink="text3")
    bad = value if key in ("severe", "extortion") else not value
    if key in ("severe", "extortion") and not value:
        return Cell(shown.NOTHING, ink="text3")
    return Cell(text, ink="overdue" if bad else "done", weight=600 if bad else 400)


def _number_ink(key: str, value: RegisterValue, line: RegisterLine) -> str:
    if value is None:
        return "text3"
    if key == "received" and isinstance(value, Money) and value.minor:
        return "done" if value.minor > 0 else "overdue"
    if key in ("age", "nodes") and isinstance(value, int) and value and (line.late or key == "nodes"):
        return "overdue"
    return "text"


def _soon(value: RegisterValue, beside: Beside) -> bool:
    if not isinstance(value, date):
        return False
    return (value - beside.now.astimezone(beside.zone).date()).days <= _SOON_DAYS
