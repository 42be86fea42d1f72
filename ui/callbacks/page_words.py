"""What the Call-backs page says of itself: facts beside its title, the keys, the sums of the status bar."""

from __future__ import annotations

from collections.abc import Sequence

from ui.callbacks.calendar_data import CalendarShown, CalendarView
from ui.callbacks.tag_row import feeling_keys
from ui.i18n import translator
from ui.page import Key

tr = translator("callbacks")


def facts(found: CalendarShown | None) -> str:
    """`86 VIP buyers · 52 called this month · 29 to call · 5 overdue`."""
    if found is None:
        return ""
    counts, today = found.counts, found.desk.today
    now = (found.title.year, found.title.month) == (today.year, today.month)
    done = tr("%1 called this month", counts.done) if now else tr("%1 called in the month shown", counts.done)
    return " · ".join((
        tr("%n VIP buyer", n=counts.vips), done, tr("%1 to call", counts.waiting), tr("%1 overdue", counts.overdue),
    ))  # fmt: skip


def span_counts(found: CalendarShown | None, filtered: str) -> str:
    """What is shown, and by which filters."""
    if found is None:
        return ""
    cells = found.grid.cells if found.grid is not None else found.week.cells if found.week is not None else ()
    inside = [cell for cell in cells if found.span[0] <= cell.day <= found.span[1]]
    if found.grid is not None:
        inside = [cell for cell in cells if (cell.day.year, cell.day.month) == (found.grid.year, found.grid.month)]
    many = sum(cell.total for cell in inside) + sum(len(day.rows) for day in found.days)
    text = tr("%n call-back shown", n=many)
    return f"{text} · {filtered}" if filtered else text


def hints(view: CalendarView) -> str:
    """The keys of the view, for the status bar."""
    if view is CalendarView.MONTH:
        return tr(
            "Arrows change the day · Ctrl+arrows move the call · ↵ into the day · 1–5 outcome · T today · M/W/A/D"
        )
    if view is CalendarView.AGENDA:
        return tr("↑↓ call-back · Ctrl+←→ another day · ↵ into the day · 1–5 outcome · T today · M/W/A/D")
    return tr("Arrows day and hour · Ctrl+arrows move the call · Space next line · 1–5 outcome · T today · M/W/A/D")


def page_keys() -> Sequence[Key]:
    """The keys that are in no menu."""
    return (
        Key("1", tr("reached")), Key("2", tr("no answer")), Key("3", tr("call again")),
        Key("4", tr("not interested")), Key("5", tr("wrong number")),
        *feeling_keys(),
        Key("Ctrl+Return", tr("save and go to the next")),
        Key("M", tr("month")), Key("W", tr("week")), Key("A", tr("agenda")), Key("D", tr("day")), Key("T", tr("today")),
        Key("PgUp", tr("month, week or day before")), Key("PgDown", tr("next month, week or day")),
        Key("Return", tr("into the day")), Key("Space", tr("next call-back of an hour")),
        Key("Ctrl+Right", tr("move the call-back a day on")), Key("Ctrl+Left", tr("move the call-back a day back")),
        Key("Ctrl+Down", tr("move the call-back a week or an hour on")),
        Key("Ctrl+Up", tr("move the call-back a week or an hour back")),
        Key("S", tr("another day…")), Key("X", tr("skip…")),
        Key("Shift+Down", tr("select several, in the lane and the day")),
    )  # fmt: skip
