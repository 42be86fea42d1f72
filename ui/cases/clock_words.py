"""What a clock says: how long it still runs, until when and whose it is, what silence does, and where it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from models.clock import zone
from models.kinds import ClockKind, ClockStatus
from models.records import Clock, Resolution
from models.rules.clock_moves import Urgency, note_words, urgency, years_not_announced
from ui import format as shown
from ui.cases.case_cells import Moment
from ui.i18n import language, translator
from ui.plain import one_line
from ui.theme import State
from ui.words import timeout_sentence, word

tr = translator("cases")
_FAR = timedelta(hours=24)
_STATES: Mapping[Urgency, State] = {
    Urgency.OVERDUE: "overdue", Urgency.DUE: "due", Urgency.WAITING: "waiting", Urgency.PAUSED: "waiting",
    Urgency.RAN_OUT: "waiting",
}  # fmt: skip
_ENDED: Mapping[ClockStatus, State] = {ClockStatus.MET: "done", ClockStatus.MISSED: "overdue"}


@dataclass(frozen=True, slots=True)
class ClockLook:
    """Three short lines, their colour, whether the calendar lacks a year, and what set the clock."""

    label: str
    left: str
    under: str
    state: State
    uncertain: bool = False
    rule: str = ""


def clock_look(clock: Clock, at: Moment, *, full: bool = False) -> ClockLook:
    """A clock as its block shows it; `full` with the time of day however far away, where there is room for it."""
    lang, who = language(), word(clock.who)
    label, urgent = one_line(clock.label(lang)), urgency(clock, at.now)
    uncertain = bool(years_not_announced(clock.note))
    due = shown.day_and_time(clock.due_at, at.now, lang, at.zone) if full else _short(clock, at)
    if urgent is Urgency.PAUSED:
        since = shown.moment(clock.paused_at, at.now, lang, at.zone)
        return ClockLook(label, tr("Paused"), tr("since %1 · %2", since, who), "waiting", uncertain)
    if urgent is Urgency.ENDED:
        ended = shown.moment(clock.ended_at, at.now, lang, at.zone)
        return ClockLook(label, word(clock.status), f"{ended} · {who}", _ENDED.get(clock.status, "waiting"), uncertain)
    if urgent is Urgency.RAN_OUT:
        return ClockLook(label, tr("Ran out"), _timeout(clock) or f"{due} · {who}", "waiting", uncertain)
    left = shown.countdown(clock.due_at, at.now, lang).text
    return ClockLook(label, left, f"{due} · {who}", _STATES[urgent], uncertain)


def _short(clock: Clock, at: Moment) -> str:
    near = abs(clock.due_at - at.now) < _FAR
    local = clock.due_at.astimezone(at.zone)
    if near and language() == "en" and local.date() > at.now.astimezone(at.zone).date():
        # "Tomorrow 07:59" and whose it is are too long for a block.
        return f"{shown.weekday(local.date(), 'en', short=True)} {local:%H:%M}"
    return (shown.day_and_time if near else shown.moment)(clock.due_at, at.now, language(), at.zone)


def _timeout(clock: Clock) -> str:
    return one_line(timeout_sentence(clock.on_timeout)) if clock.on_timeout else ""


def uncertain_years(clocks: tuple[Clock, ...]) -> str:
    """The years without announced holidays that running clocks counted over, in words; empty for none."""
    standing = (ClockStatus.RUNNING, ClockStatus.PAUSED)
    years = sorted({year for each in clocks if each.status in standing for year in years_not_announced(each.note)})
    return tr("No announced holidays for %1: the end may move.", tr(", ").join(map(str, years))) if years else ""


def clock_tip(clock: Clock, at: Moment, source: str = "") -> str:
    """All there is to know about a clock, a line each, for tool tips."""
    return "\n".join(f"{name}{tr(': ')}{value}" for name, value in clock_facts(clock, at, source) if value)


def source_title(clock: Clock, resolution: Resolution | None) -> str:
    """The title of a clock's source, as the resolution kept it; the tag itself where it did not."""
    kept = resolution.conclusion.get("sources") if resolution is not None else None
    for source in kept if isinstance(kept, list) else ():
        if source.get("tag") == clock.source:
            title = source.get("title", {})
            words = title.get(language()) or title.get("zh", "")
            return " · ".join(one_line(str(part)) for part in (words, source.get("locator")) if part)
    return one_line(clock.source)


def set_by(clock: Clock, source: str) -> str:
    """What set a clock, in a few words: the shop's own rule, somebody's hand, or the title of the source."""
    if clock.kind is ClockKind.ENTERED:
        return tr("entered by hand")
    return tr("shop rule %1", source) if clock.pack == "shop" else source


def clock_facts(clock: Clock, at: Moment, source: str = "", shop_zone: str = "") -> tuple[tuple[str, str], ...]:
    """What the clock pane says of a clock: names and values, empty where nothing is known; `source` is its title.

    `shop_zone` is the zone the clock counts in; its end is said there too where that is another time of day.
    """
    return (
        (tr("Ends"), shown.full_moment(clock.due_at, at.zone)),
        (tr("In the shop"), _in_the_shop(clock, at, shop_zone)),
        (tr("Must act"), word(clock.who)),
        (tr("If it runs out"), _timeout(clock)),
        (tr("Warns from"), shown.full_moment(clock.warn_at, at.zone) if clock.warn_at else ""),
        (tr("Counts from"), shown.full_moment(clock.started_at, at.zone)),
        (tr("Rule"), _rule(clock)),
        (tr("Source"), source),
        (tr("Paused since"), shown.full_moment(clock.paused_at, at.zone) if clock.paused_at else ""),
        (tr("Ended"), shown.full_moment(clock.ended_at, at.zone) if clock.ended_at else ""),
        (tr("Calendar"), uncertain_years((clock,))),
        (tr("Note"), one_line(note_words(clock.note))),
    )


def _in_the_shop(clock: Clock, at: Moment, name: str) -> str:
    there = zone(name) if name else at.zone
    if clock.due_at.astimezone(there).utcoffset() == clock.due_at.astimezone(at.zone).utcoffset():
        return ""
    return tr("%1 (%2)", shown.full_moment(clock.due_at, there), name)


def _rule(clock: Clock) -> str:
    if clock.kind is ClockKind.ENTERED:
        return tr("entered by hand, not computed")
    parts = (clock.rule, clock.pack or clock.source)
    return " · ".join(one_line(part) for part in parts if part)


def clock_sentence(clock: Clock, at: Moment) -> str:
    """The clock as a screen reader says it."""
    look = clock_look(clock, at)
    return tr(", ").join(part for part in (look.label, look.left, look.under) if part)
