"""A line of the board, what a panel shows, and the lines of cases: their clock, who acts, what is at stake."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from models.board_records import Alarm, Board, BoardCase
from models.hand_over_records import HandOverItem
from models.rules.clock_moves import Urgency, urgency
from ui import format as shown
from ui.i18n import language, translator
from ui.page import Target
from ui.plain import isolate, one_line
from ui.theme import State
from ui.today.board_layout import Place
from ui.widgets.delegates import Action, Cell
from ui.words import tier_text, word

tr = translator("today")
CASE_PLACES = (
    Place(94, 98), Place(0), Place(34, 32), Place(76, 106, 1), Place(92, 112, 4), Place(104, 104),
    Place(62, 102, 3), Place(82, 84, 2), Place(52, 60, 5),
)  # fmt: skip
NO_ACTION = Action("", "", "")
"""Keeps the place of an icon this line has not: icons stand below each other."""
STATES: Mapping[str, State] = {"overdue": "overdue", "due": "due", "waiting": "waiting"}


@dataclass(frozen=True, slots=True)
class BoardLine:
    """One line. `number` is the id of what it is about; `first` is its action in words, with `key`.

    `struck` ones are cleared already. `title` names it in a dialog; `alarm`, `item` or the clock is what it is about.
    """

    places: tuple[Cell, ...]
    target: Target
    sentence: str
    number: int = 0
    actions: tuple[Action, ...] = ()
    first: Action | None = None
    key: str = ""
    tip: str = ""
    title: str = ""
    struck: bool = False
    case_number: str = ""
    alarm: Alarm | None = None
    item: HandOverItem | None = None
    clock_id: int = 0


@dataclass(frozen=True, slots=True)
class Moment:
    """The time the lines are written at, in the shop's zone."""

    now: datetime
    zone: tzinfo


def joined(*parts: str) -> str:
    """What is there of some parts, as one sentence."""
    return tr(", ").join(part for part in parts if part)


def case_line(found: BoardCase, at: Moment) -> BoardLine:
    """A case and how long its clock still runs, or since when it is late."""
    row, lang = found.row, language()
    due = found.due_at or at.now
    left = shown.countdown(due, at.now, lang)
    warned = found.clock is not None and urgency(found.clock, at.now) is Urgency.DUE
    label = one_line(found.clock.label(lang)) if found.clock else ""
    nick, tier = one_line(row.buyer_nick), tier_text(row.tier)
    dispute = row.state.value == "in_dispute"
    waiting = word(row.state) if dispute else tr("on %1", word(row.waiting_on).lower())
    ink = "dispute" if dispute else "text2"
    if row.snoozed_until is not None:
        # Its clock runs on while it sleeps.
        waiting, ink = tr("snoozed"), "text3"
    open_it = Action("open", "panel-right-open", tr("Open the case (Enter)"))
    done = NO_ACTION
    if found.clock is not None:
        done = Action("answer_clock", "check", tr("What the clock waits for is done (D)"))
    snooze = Action("snooze_case", "alarm-clock", tr("Snooze (S)"))
    return BoardLine(
        places=(
            Cell(row.number, ink="text2"), Cell(nick, weight=500), Cell(tier=tier), Cell(word(row.problem)),
            Cell(label, ink="text2"), Cell(left.text, "chip", state="due" if warned else STATES[left.state]),
            Cell(waiting, ink=ink), Cell(shown.money(row.at_stake), "number", weight=500),
            Cell(one_line(row.handler), ink="text2"),
        ),
        target=Target("cases", row.number),
        sentence=joined(
            row.number, isolate(nick), tier, word(row.problem), label, left.text, waiting, shown.money(row.at_stake),
            one_line(row.handler),
        ),
        number=row.id,
        actions=(done, open_it, snooze),
        first=Action("resolve", "route", tr("Resolve")),
        key="R",
        tip=f"{row.number}  {row.buyer_nick}\n{label}  {shown.full_moment(due, at.zone)}",
        title=row.number,
        case_number=row.number,
        clock_id=found.clock.id if found.clock is not None else 0,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class BoardPart:
    """What one panel and its tile show. `count` is the tile's own; `more` stands beside the panel's title, and
    `none` where nothing is listed. `quiet` takes the place of the panel's quiet words; `done` of `of` are cleared.
    """

    lines: tuple[BoardLine, ...]
    total: int
    fact: str
    count: int | None = None
    more: str = ""
    none: str = ""
    quiet: str = ""
    done: int = 0
    of: int = 0


def overdue_part(board: Board, at: Moment) -> BoardPart:
    """Cases whose clock ran out, the latest first."""
    first = board.overdue[0].due_at if board.overdue else None
    fact = tr("longest %1", shown.duration(at.now - first, language())) if first else ""
    return BoardPart(tuple(case_line(each, at) for each in board.overdue), board.overdue_total, fact)


def due_soon_part(board: Board, at: Moment) -> BoardPart:
    """Cases whose clock runs out within a day, the nearest first, then those a clock warns of already."""
    first = board.due_soon[0].due_at if board.due_soon else None
    fact = tr("next in %1", shown.duration(first - at.now, language())) if first and first > at.now else ""
    tomorrow = at.now.astimezone(at.zone) + timedelta(days=1)
    quiet = tr("until tomorrow %1, %n in all", f"{tomorrow:%H:%M}", n=board.due_soon_total)
    return BoardPart(tuple(case_line(each, at) for each in board.due_soon), board.due_soon_total, fact, quiet=quiet)
