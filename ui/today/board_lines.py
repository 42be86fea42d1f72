"""The lines of the board: what each says in its places, what can be done with it, and where it leads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo

from models.board_records import Alarm, AlarmKind, Board, BoardCase, BoardStep
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
    Place(100, 98), Place(0), Place(34, 32), Place(76, 106), Place(100, 112, 2), Place(104, 104), Place(62, 102, 1),
    Place(84, 84), Place(54, 60, 3),
)  # fmt: skip
STEP_PLACES = (Place(26), Place(0, least=180), Place(104), Place(132, 0, 2), Place(60, 84, 1), Place(128))
CALL_PLACES = (Place(34), Place(112, 118), Place(0), Place(76, 76))
ALARM_PLACES = (Place(28), Place(0))
STATES: Mapping[str, State] = {"overdue": "overdue", "due": "due", "waiting": "waiting"}


@dataclass(frozen=True, slots=True)
class BoardLine:
    """One line. `number` is the id of the step or call-back; `first` is its action in words, with `key`.

    `missing` names the steps that come before a step with that `title`.
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
    missing: str = ""


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
    open_it = Action("open", "panel-right-open", tr("Open the case (Enter)"))
    resolve = Action("resolve", "route", tr("Resolve (R)"))
    return BoardLine(
        places=(
            Cell(row.number, ink="text2"), Cell(nick, weight=500), Cell(tier=tier), Cell(word(row.problem)),
            Cell(label, ink="text2"), Cell(left.text, "chip", state="due" if warned else STATES[left.state]),
            Cell(waiting, ink="dispute" if dispute else "text2"), Cell(shown.money(row.at_stake), "number", weight=500),
            Cell(one_line(row.handler), ink="text2"),
        ),
        target=Target("cases", row.number),
        sentence=joined(
            row.number, isolate(nick), tier, word(row.problem), label, left.text, waiting, shown.money(row.at_stake),
            one_line(row.handler),
        ),
        number=row.id,
        actions=(resolve, open_it),
        tip=f"{row.number}  {row.buyer_nick}\n{label}  {shown.full_moment(due, at.zone)}",
    )  # fmt: skip


def step_line(found: BoardStep, at: Moment) -> BoardLine:
    """A step, whose it is and until when; one that waits for others is dimmed and says for which."""
    step, lang = found.step, language()
    title, nick, tier = one_line(step.title(lang)), one_line(found.buyer_nick), tier_text(found.tier)
    missing = tr(", ").join(one_line(other.title(lang)) for other in found.missing)
    words = tr("%1 · after: %2", title, missing) if missing else title
    who = one_line(found.person) or word(step.role)
    chip = _step_chip(step.due_at, at)
    done = Action("done", "check", tr("Not yet: first %1", missing) if missing else tr("Done (D)"))
    tip = (step.title(lang), tr("First: %1", missing) if missing else "", step.note, found.buyer_nick,
           shown.full_moment(step.due_at, at.zone) if step.due_at else "")  # fmt: skip
    return BoardLine(
        places=(
            Cell(kind="tick"), Cell(words, weight=400 if missing else 500, ink="text3" if missing else "text"),
            Cell(found.case_number, ink="text2"), Cell(nick, ink="text2", tier=tier), Cell(who, ink="text2"), chip,
        ),
        target=Target("cases", found.case_number),
        sentence=joined(words, found.case_number, isolate(nick), who, chip.text),
        number=step.id,
        actions=(done, Action("open", "panel-right-open", tr("Open the case (Enter)"))),
        first=None if missing else Action("done", "check", tr("Done")),
        key="D",
        tip="\n".join(filter(None, tip)),
        title=title,
        missing=missing,
    )  # fmt: skip


def _step_chip(due: datetime | None, at: Moment) -> Cell:
    if due is None:
        return Cell(tr("no due time"), ink="text3")
    if due <= at.now:
        return Cell(shown.countdown(due, at.now, language()).text, "chip", state="overdue")
    return Cell(tr("today %1", f"{due.astimezone(at.zone):%H:%M}"), "chip", state="due")


def alarm_line(alarm: Alarm, at: Moment) -> BoardLine:
    """Something wrong with the data, and what to do about it."""
    if alarm.kind is AlarmKind.EVIDENCE_CHANGED:
        title = tr("%n piece(s) of evidence not as imported", n=alarm.count)
        nick = one_line(alarm.buyer_nick)
        more = tr("%1 · %2 · do not use it before looking", alarm.case_number, nick)
        target = Target("cases", alarm.case_number, "evidence")
        action = Action("open", "panel-right-open", tr("Look at the evidence (Enter)"))
        return BoardLine((Cell(icon="shield-alert", kind="icon", ink="overdue"), Cell(title, weight=500, second=more)),
                         target, joined(title, alarm.case_number, isolate(nick)), actions=(action,))  # fmt: skip
    if alarm.kind is AlarmKind.NEVER_VERIFIED:
        title = tr("Data and evidence were never checked")
    else:
        title = tr("Last check of data and evidence %n day(s) ago", n=alarm.count)
    more = tr("Once a month everything is re-read and compared with what was imported")
    action = Action("verify", "shield-check", tr("Check now (V)"))
    return BoardLine(
        places=(Cell(icon="hard-drive", kind="icon", ink="due"), Cell(title, weight=500, second=more)),
        target=Target("settings"),
        sentence=joined(title, more),
        actions=(action,),
        first=Action("verify", "shield-check", tr("Check now")),
        key="V",
    )


@dataclass(frozen=True, slots=True)
class BoardPart:
    """What one panel and its tile show. `count` is the tile's own; `more` stands beside the panel's title, and
    `none` where nothing is listed."""

    lines: tuple[BoardLine, ...]
    total: int
    fact: str
    count: int | None = None
    more: str = ""
    none: str = ""


def steps_part(board: Board, at: Moment) -> BoardPart:
    """Steps due today or late; the fact says whose they are."""
    roles = board.steps_by_role or {}
    order = sorted(roles, key=lambda role: (-roles[role], role.value))
    fact = " · ".join(f"{word(role)} {roles[role]}" for role in order[:3])
    chosen = board.steps_shown
    more = tr("%n without a due time", n=board.steps_undated) if board.steps_undated and not chosen.undated else ""
    return BoardPart(
        tuple(step_line(each, at) for each in board.steps), board.steps_found, fact, board.steps_total, more,
        tr("None of these today") if chosen.narrow and board.steps_total else "",
    )  # fmt: skip


def overdue_part(board: Board, at: Moment) -> BoardPart:
    """Cases whose clock ran out, the latest first."""
    first = board.overdue[0].due_at if board.overdue else None
    fact = tr("longest %1", shown.duration(at.now - first, language())) if first else ""
    return BoardPart(tuple(case_line(each, at) for each in board.overdue), board.overdue_total, fact)


def due_soon_part(board: Board, at: Moment) -> BoardPart:
    """Cases whose clock runs out within a day, the nearest first, then those a clock warns of already."""
    first = board.due_soon[0].due_at if board.due_soon else None
    fact = tr("next in %1", shown.duration(first - at.now, language())) if first and first > at.now else ""
    return BoardPart(tuple(case_line(each, at) for each in board.due_soon), board.due_soon_total, fact)


def alarms_part(board: Board, at: Moment) -> BoardPart:
    """What is wrong with the data."""
    lines = tuple(alarm_line(each, at) for each in board.alarms)
    fact = tr("evidence and data") if lines else ""
    return BoardPart(lines, len(lines), fact)
