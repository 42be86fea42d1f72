"""What each cell of a case's row shows, its whole text for tool tips, and the row as a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from models.clock import zone
from models.kinds import Liability, Problem
from models.records import CaseRow, Shop
from models.rules.text_marks import Mark, find_marks
from models.store.search_hits import SHOWN_OF_ORDER, Hit
from ui import format as shown
from ui.cases import case_columns as places
from ui.cases.cell_hits import field_word
from ui.i18n import language, translator
from ui.plain import one_line
from ui.theme import State
from ui.widgets.delegates import CELL_ROLE, Cell
from ui.widgets.shop_marks import shop_token
from ui.words import CASE_COLOURS, flag_token, tier_text, word

if TYPE_CHECKING:
    from models.rules.pack_parts import Text

tr = translator("cases")
_CLOCK_STATES: Mapping[str, State] = {"overdue": "overdue", "due": "due", "waiting": "waiting"}
LOADING = Cell(kind="skeleton")
CELL_ROLES = frozenset(
    (
        int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole), int(Qt.ItemDataRole.AccessibleTextRole),
        int(Qt.ItemDataRole.TextAlignmentRole), CELL_ROLE,
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CaseCell(Cell):
    """A cell with more: `marks` (start, length) of what was looked for, `chips` with whether they were looked for
    too, and the `shop` with the token of its `colour`.
    """

    marks: tuple[Mark, ...] = ()
    chips: tuple[tuple[str, bool], ...] = ()
    colour: str = ""
    shop: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """The time the rows are shown at, and the zone their times are written in."""

    now: datetime
    zone: tzinfo


@dataclass(frozen=True, slots=True)
class Sight:
    """How rows are seen: what is looked for, where each case was found beyond its row, and the shops by id."""

    runs: tuple[str, ...] = ()
    hits: Mapping[int, Hit] = field(default_factory=dict)
    shops: Mapping[int, Shop] = field(default_factory=dict)


PLAIN = Sight()


def zone_of(row: CaseRow, at: Moment, sight: Sight) -> tzinfo:
    """The zone a row's times are written in: its shop's, as on its page and in exports."""
    shop = sight.shops.get(row.shop_id)
    return zone(shop.time_zone) if shop is not None else at.zone


def clock_cell(row: CaseRow, at: Moment) -> Cell:
    """The countdown of the nearest clock, in the colour of its urgency."""
    if row.next_due_at is None:
        return Cell(shown.NOTHING, ink="text3")
    counted = shown.countdown(row.next_due_at, at.now, language())
    return Cell(counted.text, ink=_CLOCK_STATES.get(counted.state, "waiting"), weight=500)


def row_cells(row: CaseRow, at: Moment, sight: Sight = PLAIN) -> tuple[Cell, ...]:
    """The cells of a row, in the order of the columns."""
    runs, shop = sight.runs, sight.shops.get(row.shop_id)
    nick = one_line(row.buyer_nick)
    chips = tuple((one_line(tag), bool(find_marks(tag, runs))) for tag in row.tags)
    name = one_line(shop.name) if shop is not None else ""
    colour = shop_token(shop.colour, shop.id) if shop is not None else ""
    several = len(sight.shops) > 1
    return (
        CaseCell(row.number, weight=500, marks=find_marks(row.number, runs), colour=colour if several else "",
                 shop=name),
        Cell(word(row.state), kind="chip", state=CASE_COLOURS[row.state]),
        clock_cell(row, at),
        CaseCell(
            nick or shown.NOTHING, tier=tier_text(row.tier), flag=flag_token(row.flag), marks=find_marks(nick, runs),
            chips=chips,
        ),
        _order_cell(one_line(row.order_number), runs),
        Cell(_problem(row.problem)),
        Cell(word(row.liability), ink="text3" if row.liability is Liability.UNCLEAR else "text"),
        Cell(shown.money_cell(row.at_stake), kind="number", weight=600),
        Cell(word(row.waiting_on)),
        Cell(one_line(row.handler) or shown.NOTHING, ink="text" if row.handler else "text3"),
        Cell(shown.moment(row.updated_at, at.now, language(), zone_of(row, at, sight)), kind="number", ink="text3"),
        evidence_cell(row),
        CaseCell(_listed(row.tags), chips=chips),
        CaseCell(name, colour=colour, shop=name),
        _snoozed_cell(row, at, sight),
        _found_cell(sight.hits.get(row.id)),
    )  # fmt: skip


def evidence_cell(row: CaseRow) -> Cell:
    """`5/7`: how many lines of the checklist are met; amber while a required one is missing, a dash uncounted."""
    count = row.evidence
    if count is None or not count.needed:
        return Cell(shown.NOTHING, kind="number", ink="text3")
    text = f"{count.there}/{count.needed}"
    return Cell(text, kind="number", ink="due" if count.due else "text2", weight=500 if count.due else 0)


def evidence_words(row: CaseRow) -> str:
    """The same in words, for tool tips and screen readers; empty where nothing is counted."""
    count = row.evidence
    if count is None:
        return tr("Evidence: not counted yet")
    if not count.needed:
        return tr("Evidence: nothing is asked for")
    told = tr("Evidence: %1 of %2", count.there, count.needed)
    return f"{told}; {tr('%n required missing', n=count.due)}" if count.due else told


def missing_text(text: str, missing: Mapping[int, Sequence[Text]], case_id: int, place: int) -> str:
    """The tool tip of the evidence, with what is known to be required and missing, one to a line."""
    labels = missing.get(case_id, ()) if place == places.EVIDENCE else ()
    return "\n".join((text, *(tr("missing: %1", one_line(label.pick(language()))) for label in labels)))


def _snoozed_cell(row: CaseRow, at: Moment, sight: Sight) -> Cell:
    if row.snoozed_until is None:
        return Cell("")
    return Cell(shown.day_and_time(row.snoozed_until, at.now, language(), zone_of(row, at, sight)))


def _problem(problem: Problem) -> str:
    """As the column has room for it: English has three words that are too long."""
    if problem is Problem.OVER_SHIPPED:
        return tr("Extra item")
    if problem is Problem.NO_REASON:
        return tr("Unwanted")
    return tr("Mismatch") if problem is Problem.NOT_AS_DESCRIBED else word(problem)


def _order_cell(number: str, runs: Sequence[str]) -> Cell:
    """The end of the number; what was looked for is marked as far as it can be seen."""
    text = shown.elide_front(number)
    marks = find_marks(number, runs)
    if text != number:
        first = len(number) - SHOWN_OF_ORDER
        # One place for the dots at the front, and a gap before the last four.
        seen = [(max(start, first), start + length) for start, length in marks if start + length > first]
        marks = tuple((_shifted(a - first), _shifted(b - 1 - first) + 1 - _shifted(a - first)) for a, b in seen)
    return CaseCell(text or shown.NOTHING, ink="text2", marks=marks)


def _shifted(place: int) -> int:
    return place + (2 if place else 1)


def _found_cell(hit: Hit | None) -> Cell:
    if hit is None:
        return Cell("")
    lead = tr("%1: ", field_word(hit.field))
    # Each character stays one, so that the marks stay where they are.
    text = "".join(each if each.isprintable() else " " for each in hit.text)
    marks = tuple((start + len(lead), length) for start, length in hit.marks)
    return CaseCell(lead + text, ink="text2", marks=marks)


def _listed(tags: Sequence[str]) -> str:
    return (", " if language() == "en" else "、").join(one_line(tag) for tag in tags)


def whole_text(row: CaseRow, place: int, at: Moment, sight: Sight = PLAIN) -> str:
    """The full text of one cell, for the tool tip."""
    shop = sight.shops.get(row.shop_id)
    if place == places.NUMBER and shop is not None and len(sight.shops) > 1:
        return f"{row.number} · {one_line(shop.name)}"
    if place == places.CLOCK:
        return shown.full_moment(row.next_due_at, zone_of(row, at, sight))
    if place == places.BUYER:
        parts = (one_line(row.buyer_nick), tier_text(row.tier), flag_name(row), _listed(row.tags))
        return " ".join(part for part in parts if part)
    if place == places.ORDER:
        return one_line(row.order_number)
    if place == places.PROBLEM:
        return word(row.problem)
    if place == places.UPDATED:
        return shown.full_moment(row.updated_at, zone_of(row, at, sight))
    if place == places.EVIDENCE:
        return evidence_words(row)
    if place == places.SNOOZED:
        return shown.full_moment(row.snoozed_until, zone_of(row, at, sight)) if row.snoozed_until else ""
    return row_cells(row, at, sight)[place].text


def flag_name(row: CaseRow) -> str:
    """The flag in words, empty for none."""
    return word(row.flag) if flag_token(row.flag) else ""


def row_sentence(row: CaseRow, at: Moment, sight: Sight = PLAIN) -> str:
    """The row as a screen reader says it."""
    clock = clock_cell(row, at).text if row.next_due_at is not None else tr("no clock running")
    handler = one_line(row.handler) or tr("nobody")
    buyer = " ".join(part for part in (one_line(row.buyer_nick), tier_text(row.tier), flag_name(row)) if part)
    parts = [
        row.number, word(row.state), clock, tr("buyer %1", buyer),
        word(row.problem), tr("liability %1", word(row.liability)), shown.money(row.at_stake),
        tr("waiting on %1", word(row.waiting_on)), tr("handled by %1", handler),
    ]  # fmt: skip
    if row.evidence is not None and row.evidence.needed:
        parts.append(evidence_words(row))
    if row.tags:
        parts.append(tr("tags %1", _listed(row.tags)))
    if len(sight.shops) > 1 and row.shop_id in sight.shops:
        parts.append(tr("shop %1", one_line(sight.shops[row.shop_id].name)))
    hit = sight.hits.get(row.id)
    if hit is not None:
        parts.append(tr("found in %1: %2", field_word(hit.field), one_line(hit.text)))
    return (", " if language() == "en" else "，").join(parts)
