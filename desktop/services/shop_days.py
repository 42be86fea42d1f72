"""The days of a shop: the zone they are counted in, its months as moments, a day somebody named as a moment."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, tzinfo

from desktop.services.workbench import Workbench
from models.clock import from_millis, to_millis, zone
from models.errors import UserError
from models.register_records import Month
from models.store import shops

_FIRST_YEAR, _LAST_YEAR = 1970, 9998


def zone_of(bench: Workbench, shop_id: int | None) -> tzinfo:
    """The zone of a shop; the desk's for what is of none. NotFound for a shop that is not there."""
    if shop_id is None:
        return zone(bench.time_zone)
    return zone(shops.find_shop(bench.store.database, shop_id).time_zone)


def month_limits(month: Month, where: tzinfo) -> tuple[datetime, datetime]:
    """The first moment of a month in a zone and that of the next, aware UTC. UserError `month_unknown`."""
    if not 1 <= month.month <= 12 or not _FIRST_YEAR <= month.year <= _LAST_YEAR:
        raise UserError("month_unknown", month=f"{month.year}-{month.month}")
    start, end = (datetime(each.year, each.month, 1, tzinfo=where) for each in (month, month.plus(1)))
    return start.astimezone(UTC), end.astimezone(UTC)


def day_that_came(bench: Workbench, on: date | None, where: tzinfo) -> date:
    """A day somebody named, today if nobody did. UserError `day_ahead` for one that has not come."""
    today = bench.clock.now().astimezone(where).date()
    if on is not None and on > today:
        raise UserError("day_ahead", day=on.isoformat())
    return on or today


def named_day(bench: Workbench, on: date | None, shop_id: int | None) -> tuple[date, datetime]:
    """That day of a shop and its moment. UserError `day_ahead`."""
    where = zone_of(bench, shop_id)
    day = day_that_came(bench, on, where)
    return day, moment_of(bench, day, where)


def moment_of(bench: Workbench, day: date, where: tzinfo) -> datetime:
    """A day as a moment, aware UTC: now for today, else its noon."""
    now = from_millis(to_millis(bench.clock.now()))
    return now if day == now.astimezone(where).date() else datetime.combine(day, time(12), where).astimezone(UTC)
