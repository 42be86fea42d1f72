"""The lines of the alarms: what is wrong, its figures, what to do about it, and where that is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from models.board_records import Alarm, AlarmKind, Board
from ui import format as shown
from ui.i18n import language, translator
from ui.page import Target
from ui.plain import isolate, one_line
from ui.today.board_layout import Place
from ui.today.board_lines import NO_ACTION, BoardLine, BoardPart, Moment, joined
from ui.widgets.delegates import Action, Cell

tr = translator("today")
PLACES = (Place(28), Place(0), Place(44, 52, loose=True))
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class _Said:
    """An icon and its ink, the words in two lines, where it leads, and its action in words with its key."""

    icon: str
    ink: str
    title: str
    more: str
    target: Target
    act: str = ""
    words: str = ""
    key: str = "A"


def _evidence(alarm: Alarm, at: Moment) -> _Said:
    title = tr("%n piece(s) of evidence not as imported", n=alarm.count)
    more = tr("%1 · %2 · do not use it before looking", alarm.case_number, isolate(one_line(alarm.buyer_nick)))
    return _Said("shield-alert", "overdue", title, more, Target("cases", alarm.case_number, "evidence"))


def _batch(alarm: Alarm, at: Moment) -> _Said:
    batch, item = alarm.batch, one_line(alarm.title)[:_LONGEST]
    assert batch is not None
    style = one_line(batch.style)[:_LONGEST]
    # A style may have no name of its own in the orders.
    goods = item or style
    named = tr("Batch %1 %2", one_line(batch.batch)[:_LONGEST], goods) if batch.batch else goods
    if batch.severe:
        title = tr("%1: severe fault, %n buyer(s) in %2 days", named, alarm.days, n=alarm.count)
    else:
        title = tr("%1: %n buyer(s) in %2 days", named, alarm.days, n=alarm.count)
    more = tr("%n report(s) · check the stock, tell the supplier", n=alarm.of)
    return _Said("layers", "overdue", title, more, Target(""), "answer_batch", tr("Deal with it"))


def _serial(alarm: Alarm, at: Moment) -> _Said:
    nick = isolate(one_line(alarm.buyer_nick))
    title = tr("%1 sent goods back %n time(s) in %2 days", nick, alarm.days, n=alarm.count)
    rate = tr("refund rate %1 %", alarm.of) if alarm.of else ""
    more = " · ".join(part for part in (rate, tr("new case %1 to be looked at", alarm.case_number)) if part)
    return _Said("repeat-2", "due", title, more, Target("cases", alarm.case_number))


def _register(alarm: Alarm) -> Target:
    return Target("registers", str(alarm.month) if alarm.month else "", alarm.register.value if alarm.register else "")


def _amounts(alarm: Alarm) -> str:
    return " + ".join(shown.money(amount) for amount in alarm.amounts)


def _claims_late(alarm: Alarm, at: Moment) -> _Said:
    title = tr("%n claim(s) on carriers without an answer in time", n=alarm.count)
    more = joined(_amounts(alarm), tr("ask the carrier, or note the answer"))
    return _Said("truck", "overdue", title, more, _register(alarm))


def _claims_open(alarm: Alarm, at: Moment) -> _Said:
    title = tr("%n claim(s) on carriers not handed in", n=alarm.count)
    left = tr("%n day(s) of the month are left", n=alarm.days) if alarm.days else tr("the month ends today")
    return _Said("truck", "due", title, joined(_amounts(alarm), left), _register(alarm))


def _penalty(alarm: Alarm, at: Moment) -> _Said:
    shop = one_line(alarm.shop_name)
    if alarm.count >= alarm.of:
        title = tr("%1: %2 points, the node at %3 is reached", shop, alarm.count, alarm.of)
    else:
        title = tr("%1: %2 points, %3 to the node at %4", shop, alarm.count, alarm.of - alarm.count, alarm.of)
    ledger = tr("serious violations") if alarm.title == "serious" else tr("general violations")
    year = tr("year %1", alarm.since.astimezone(at.zone).year) if alarm.since else ""
    expected = tr("%n point(s) more expected", n=alarm.days) if alarm.days else ""
    more = " · ".join(part for part in (ledger, year, expected) if part)
    return _Said("scale", "overdue", title, more, _register(alarm))


def _month(alarm: Alarm, at: Moment) -> _Said:
    month = shown.month_title(date(alarm.month.year, alarm.month.month, 1), language()) if alarm.month else ""
    title = tr("%1 of %2 is not closed", month, one_line(alarm.shop_name))
    more = tr("%n register(s) with %1 line(s)", alarm.of, n=alarm.count)
    return _Said("calendar-clock", "due", title, more, _register(alarm))


def _reviews(alarm: Alarm, at: Moment) -> _Said:
    title = tr("%n bad review(s) without an answer", n=alarm.count)
    since = shown.day(alarm.since, at.now, language(), at.zone) if alarm.since else ""
    more = tr("the oldest of %1", since) if since else ""
    return _Said("star", "due", title, more, Target("registers", "", "review"))


def _named(alarm: Alarm, at: Moment) -> _Said:
    title = tr("%n good review(s) of today and yesterday name a problem", n=alarm.count)
    more = tr("look through them and pass them on")
    return _Said("star", "due", title, more, Target(""), "review_problems", tr("Look through"))


def _invoices(alarm: Alarm, at: Moment) -> _Said:
    title = tr("%n invoice(s) late", n=alarm.count)
    # Due at the midnight that ends the last day.
    since = shown.day(alarm.since - timedelta(milliseconds=1), at.now, language(), at.zone) if alarm.since else ""
    more = joined(_amounts(alarm), tr("the first was due on %1", since) if since else "")
    return _Said("receipt", "overdue", title, more, _register(alarm))


def _owner_found(alarm: Alarm, at: Moment) -> _Said:
    title = tr("%n parcel(s) without an owner can be matched now", n=alarm.count)
    number = isolate(one_line(alarm.title)[:_LONGEST])
    more = tr("%1 belongs to %2", number, alarm.case_number) if alarm.case_number else number
    return _Said("package-check", "due", title, more, Target(""), "look_for_owner", tr("Look"))


def _unowned(alarm: Alarm, at: Moment) -> _Said:
    title = tr("%n parcel(s) without an owner: look again", n=alarm.count)
    more = tr("by number, phone, name or goods")
    return _Said("package-open", "due", title, more, Target(""), "look_for_owner", tr("Look"))


def _verify(alarm: Alarm, at: Moment) -> _Said:
    if alarm.kind is AlarmKind.NEVER_VERIFIED:
        title = tr("Data and evidence were never checked")
    else:
        title = tr("Last check of data and evidence %n day(s) ago", n=alarm.count)
    more = tr("Once a month everything is re-read and compared with what was imported")
    return _Said("hard-drive", "due", title, more, Target("settings"), "verify", tr("Check now"), "V")


_SAID: Mapping[AlarmKind, Callable[[Alarm, Moment], _Said]] = {
    AlarmKind.EVIDENCE_CHANGED: _evidence, AlarmKind.BATCH: _batch, AlarmKind.SERIAL_RETURNS: _serial,
    AlarmKind.CLAIMS_LATE: _claims_late, AlarmKind.CLAIMS_NOT_HANDED_IN: _claims_open,
    AlarmKind.PENALTY_NODE: _penalty, AlarmKind.MONTH_OPEN: _month, AlarmKind.BAD_REVIEWS: _reviews,
    AlarmKind.REVIEW_PROBLEMS: _named,
    AlarmKind.INVOICES_LATE: _invoices, AlarmKind.PARCEL_FOUND: _owner_found,
    AlarmKind.UNOWNED_PARCELS: _unowned,
    AlarmKind.NEVER_VERIFIED: _verify, AlarmKind.VERIFIED_LONG_AGO: _verify,
}  # fmt: skip


def alarm_line(alarm: Alarm, at: Moment) -> BoardLine:
    """Something wrong, and what to do about it."""
    said = _SAID[alarm.kind](alarm, at)
    if said.act:
        tip = tr("%1 (%2)", said.words, said.key)
        icon = "shield-check" if said.act == "verify" else "panel-right-open"
        acts: tuple[Action, ...] = (Action(said.act, icon, tip),)
        first = Action(said.act, acts[0].icon, said.words)
    else:
        acts = (Action("open", "panel-right-open", tr("Go there (Enter)")),)
        first = Action("open", "panel-right-open", tr("Go there"))
    acts = (*acts, Action("put_off_alarm", "bell-off", tr("Not today (S)")) if alarm.can_wait else NO_ACTION)
    fresh = Cell(tr("new"), "chip", state="overdue", right=True) if alarm.fresh else Cell()
    return BoardLine(
        places=(Cell(icon=said.icon, kind="icon", ink=said.ink), Cell(said.title, weight=500, second=said.more), fresh),
        target=said.target,
        sentence=joined(said.title, said.more, fresh.text),
        actions=acts,
        first=first if said.act else None,
        key=said.key,
        title=said.title,
        number=alarm.of if alarm.kind is AlarmKind.PARCEL_FOUND else 0,
        case_number=alarm.case_number,
        alarm=alarm,
    )


def alarms_part(board: Board, at: Moment) -> BoardPart:
    """What is wrong; the fact says how many are new today, or put off until tomorrow."""
    fresh = sum(1 for alarm in board.alarms if alarm.fresh)
    quiet = tr("%n put off until tomorrow", n=board.alarms_put_off) if board.alarms_put_off else ""
    fact = tr("%n new", n=fresh) if fresh else quiet
    none = tr("Nothing else today") if board.alarms_put_off else ""
    return BoardPart(
        tuple(alarm_line(each, at) for each in board.alarms), board.alarms_total, fact, more=quiet, none=none
    )
