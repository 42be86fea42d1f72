"""What is to be said of a day somebody chooses for a buyer: off, quiet, full, too soon. It warns and never refuses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop.services.call_plans import Desk
from models.records import CallBackRow
from models.rules.call_days import CallDays
from models.rules.due_notes import DueCode
from models.rules.quiet_days import covers
from ui import format as shown
from ui.i18n import language, translator
from ui.plain import isolate, one_line

if TYPE_CHECKING:
    from ui.callbacks.calendar_data import CalendarShown

tr = translator("call_form")
_SOON_SHARE = 3
_FARTHEST = 60


@dataclass(frozen=True, slots=True)
class ChosenDays:
    """The days of one buyer as the window judges them. `load` counts the open call-backs of who calls.

    `last_contact`: the day the buyer last heard from the shop; `turn`: how many days their rhythm has about.
    """

    desk: Desk
    days: CallDays
    load: Mapping[date, int] = field(default_factory=dict)
    capacity: int = 0
    person: str = ""
    last_contact: date | None = None
    turn: int = 30

    def off_title(self, day: date) -> str:
        """Why the shop calls nobody on a day; empty where it does. A plain weekend has its name."""
        cause = self.days.cause(day)
        if cause is DueCode.QUIET:
            title = next((one_line(each.title).strip() for each in self.days.quiet if covers(each, day)), "")
            return tr("quiet days: %1", isolate(title)) if title else tr("quiet days")
        return {
            DueCode.SATURDAY: shown.weekday(day, language()),
            DueCode.SUNDAY: shown.weekday(day, language()),
            DueCode.HOLIDAY: tr("a holiday"),
            DueCode.VACATION: tr("%1 is on holiday", isolate(self.person)) if self.person else tr("on holiday"),
            DueCode.SHOP_DAY: tr("the shop makes no calls on this weekday"),
            DueCode.BUYER_DAY: tr("none of the buyer's weekdays"),
        }.get(cause, "") if cause is not None else ""  # fmt: skip

    def warning(self, day: date) -> str:
        """What speaks against a day, as one line; empty for a day like any other."""
        parts = [self.off_title(day)]
        if self.capacity and self.load.get(day, 0) >= self.capacity:
            parts.append(tr("full: %1 of %2", self.load[day], self.capacity))
        if self.is_soon(day):
            parts.append(tr("only %n day after the last contact", n=(day - (self.last_contact or day)).days))
        if self.days.unknown(day):
            parts.append(tr("the days off of %1 are not announced yet", day.year))
        return tr("; ").join(part for part in parts if part)

    def is_soon(self, day: date) -> bool:
        """Whether a day follows the last contact sooner than a third of the rhythm."""
        return self.last_contact is not None and timedelta() < day - self.last_contact < timedelta(
            days=max(self.turn // _SOON_SHARE, 1)
        )

    def workday_from(self, today: date, days: int) -> date:
        """The first day of work so many days from today or after them."""
        wanted = today + timedelta(days=days)
        for step in range(_FARTHEST):
            if self.days.is_free(wanted + timedelta(days=step)):
                return wanted + timedelta(days=step)
        return wanted

    def workdays_later(self, today: date, many: int) -> date:
        """The day of work so many days of work after today."""
        day = today
        for _ in range(many):
            day = self.workday_from(day, 1)
        return day

    def after_quiet(self, today: date) -> date | None:
        """The first day of work after the quiet days that run or begin within a month; None where there are none."""
        last = None
        for step in range(_FARTHEST):
            day = today + timedelta(days=step)
            if self.days.cause(day) is DueCode.QUIET:
                last = day
            elif last is not None and (day - last).days > 3:
                break
            elif last is None and step > 30:
                return None
        return self.workday_from(last, 1) if last is not None else None


def days_for_row(found: CalendarShown, row: CallBackRow) -> ChosenDays:
    """The days of the shop with how full they are for whoever has this call-back."""
    caller = row.call_back.person_id or found.desk.sole
    load = {day: each.people.get(caller, 0) for day, each in found.loads.items()}
    return ChosenDays(found.desk, found.desk.days, load, found.desk.rules.capacity)
