"""What there is to say of a day: off, quiet, full. The same words in cells, headings, tool tips and under a drag."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from models.call_back_records import DayCell, DayLoad
from ui import format as shown
from ui.callbacks.line_words import line_sentence
from ui.i18n import language, translator
from ui.plain import isolate, one_line

tr = translator("callbacks")
_SAID = 12
"""More than that nobody listens to, nor reads in a tool tip."""


@dataclass(frozen=True, slots=True)
class DayFacts:
    """A day as the views show it. `banner`: the words of quiet days, their title on the first of them in a week."""

    day: date
    workday: bool = True
    holiday: bool = False
    quiet: str | None = None
    banner: str = ""
    planned: int = 0
    capacity: int = 0
    over: bool = False
    at_limit: bool = False

    @property
    def full(self) -> str:
        """`full 8/8`, empty while somebody has room."""
        return tr("full %1/%2", self.planned, self.capacity) if self.over or self.at_limit else ""

    def causes(self) -> list[str]:
        """Why one would rather not plan on the day."""
        found = []
        if not self.workday:
            found.append(tr("holiday") if self.holiday else tr("day off"))
        if self.quiet is not None:
            found.append(tr("quiet: %1", isolate(one_line(self.quiet))) if self.quiet else tr("quiet day"))
        if self.full:
            found.append(self.full)
        return found


def facts_of(cell: DayCell, before: DayCell | None, loads: Mapping[date, DayLoad]) -> DayFacts:
    """The facts of a cell; `before` is the cell of the day before in the same row, None at its start."""
    load = loads.get(cell.day)
    capacity = load.capacity if load is not None else 0
    most = max(load.people.values(), default=0) if load is not None else 0
    banner = ""
    if cell.quiet is not None:
        same = before is not None and before.quiet == cell.quiet and cell.day - before.day == timedelta(days=1)
        title = one_line(cell.quiet).strip()
        banner = tr("moved on") if same else tr("%1: quiet", title) if title else tr("Quiet day")
    return DayFacts(
        cell.day, cell.workday, cell.holiday, cell.quiet, banner, most, capacity,
        over=bool(capacity) and most > capacity, at_limit=bool(capacity) and most == capacity,
    )  # fmt: skip


def day_sentence(cell: DayCell, facts: DayFacts, today: date, between: str = "; ") -> str:
    """A day with all its lines, as a screen reader says it."""
    parts = [shown.day_title(cell.day, language())]
    if cell.day == today:
        parts[0] = f"{tr('Today')} {parts[0]}"
    parts += facts.causes()
    parts += [line_sentence(line) for line in cell.lines[:_SAID]]
    hidden = cell.total - min(len(cell.lines), _SAID)
    if hidden > 0:
        parts.append(tr("%n more", n=hidden))
    return between.join(parts)
