"""How much stands on each day and with whom, who has nothing planned, and what can give way: for planning only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from models.clock import from_millis
from models.kinds import CallBackState, Tier
from models.known_words import CHANNELS, KINDS, STATES, TIERS
from models.records import CallBack
from models.store.connection import CaseDatabase

_LOADS = (
    "SELECT c.due_on, COALESCE(c.person_id, b.call_person_id, ?), COUNT(*) FROM call_back c"
    " JOIN buyer b ON b.id = c.buyer_id"
    " WHERE c.state = 'due' AND c.deleted_at IS NULL AND c.due_on BETWEEN ? AND ?"
    " AND b.consent <> 'refused' GROUP BY 1, 2"
)
# A buyer is looked up only where the call-back names nobody: the rest is counted from the index alone.
_CALLER = "COALESCE(c.person_id, (SELECT b.call_person_id FROM buyer b WHERE b.id = c.buyer_id), ?)"
_ONE_DAY = (
    "SELECT COUNT(*) FROM call_back c WHERE c.state = 'due' AND c.deleted_at IS NULL"  # noqa: S608
    f" AND c.due_on = ? AND {_CALLER} = ?"
)
_DAYS_OF_ONE = (
    "SELECT c.due_on, COUNT(*) FROM call_back c WHERE c.state = 'due' AND c.deleted_at IS NULL"  # noqa: S608
    f" AND c.due_on BETWEEN ? AND ? AND {_CALLER} = ? GROUP BY c.due_on"
)
_STANDING = (
    "SELECT c.id, c.buyer_id, c.due_on, c.at_time, c.reason, c.attempts, c.person_id, c.kind, c.channel, c.case_id,"
    " c.subject, b.nick, b.tier, b.shop_id, b.call_rhythm, b.call_hours, COALESCE(c.person_id, b.call_person_id, ?)"
    " FROM call_back c JOIN buyer b ON b.id = c.buyer_id"
    " WHERE c.state = 'due' AND c.deleted_at IS NULL AND c.due_on BETWEEN ? AND ?"
    " AND b.consent <> 'refused' AND (? IS NULL OR b.shop_id = ?) ORDER BY c.due_on, c.id"
)
_LAST = (
    "(SELECT r.made_at FROM call_record r WHERE r.buyer_id = b.id AND r.outcome IN ('reached', 'not_interested')"
    " AND r.channel <> 'note' AND r.deleted_at IS NULL ORDER BY r.made_at DESC LIMIT 1)"
)
_UNPLANNED = (
    "SELECT b.id, b.nick, b.tier, b.shop_id, b.call_rhythm, b.call_hours, b.call_person_id, b.call_channel,"  # noqa: S608
    f" {_LAST} FROM buyer b WHERE b.tier > 'none' AND b.consent = 'given' AND b.merged_into IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM call_back c WHERE c.buyer_id = b.id AND c.state = 'due' AND c.kind = 'rhythm'"
    " AND c.deleted_at IS NULL) ORDER BY b.tier DESC, b.id"
)
_ALL_LAST = f"SELECT b.id, {_LAST} FROM buyer b WHERE b.tier > 'none' AND b.merged_into IS NULL"  # noqa: S608
_NEWER = (
    "SELECT count(*) FROM call_back WHERE deleted_at IS NULL"  # noqa: S608 -- marks alone
    f" AND (state NOT IN ({', '.join('?' * len(STATES))}) OR (state = 'due'"
    f" AND (kind NOT IN ({', '.join('?' * len(KINDS))}) OR channel NOT IN ({', '.join('?' * len(CHANNELS))}))))"
)
_ONE_LAST = f"SELECT {_LAST} FROM buyer b WHERE b.id = ?"  # noqa: S608


@dataclass(frozen=True, slots=True)
class Standing:
    """An open call-back with what its day depends on; `caller` is whoever calls, 0 for nobody in particular."""

    call_back: CallBack
    nick: str
    tier: Tier
    shop_id: int
    call_rhythm: str
    call_hours: str
    caller: int


@dataclass(frozen=True, slots=True)
class Missing:
    """A VIP buyer who agreed to be contacted and has no open call-back of their rhythm."""

    id: int
    nick: str
    tier: Tier
    shop_id: int
    call_rhythm: str
    call_hours: str
    call_person_id: int | None
    call_channel: str
    last_contact: datetime | None


def count_loads(database: CaseDatabase, first: date, last: date, sole: int) -> Mapping[tuple[int, date], int]:
    """By caller and day, how many open call-backs stand there; `sole` is who calls where nobody is named."""
    rows = database.execute_sql(_LOADS, (sole, first.isoformat(), last.isoformat())).fetchall()
    return {(int(caller), date.fromisoformat(day)): int(count) for day, caller, count in rows}


def count_days_of(database: CaseDatabase, caller: int, first: date, last: date, sole: int) -> Mapping[date, int]:
    """How many open call-backs one person has on each day that has some; `sole` as for `count_loads`."""
    values = (first.isoformat(), last.isoformat(), sole, caller)
    return {date.fromisoformat(day): count for day, count in database.execute_sql(_DAYS_OF_ONE, values).fetchall()}


class DayLoads(Mapping[date, int]):
    """How many open call-backs one person has on a day, each day counted when it is asked for.

    Two or three days are asked for where somebody is placed; counting all that is open took 20 ms of 5,000.
    """

    def __init__(self, database: CaseDatabase, caller: int, sole: int) -> None:
        self._database, self._caller, self._sole = database, caller, sole
        self._counted: dict[date, int] = {}

    def __getitem__(self, day: date) -> int:
        if day not in self._counted:
            values = (day.isoformat(), self._sole, self._caller)
            self._counted[day] = int(self._database.execute_sql(_ONE_DAY, values).fetchone()[0])
        return self._counted[day]

    def __iter__(self) -> Iterator[date]:
        return iter(self._counted)

    def __len__(self) -> int:
        return len(self._counted)


def list_standing(
    database: CaseDatabase, first: date, last: date, sole: int, *, shop_id: int | None = None
) -> tuple[Standing, ...]:
    """The open call-backs between two days, both included, of one shop if given, by day; none of who opted out."""
    values = (sole, first.isoformat(), last.isoformat(), shop_id, shop_id)
    return tuple(_standing(row) for row in database.execute_sql(_STANDING, values).fetchall())


def _standing(row: tuple[Any, ...]) -> Standing:
    call_back = CallBack(
        row[0], row[1], date.fromisoformat(row[2]), row[3], CallBackState.DUE, row[4], row[5], row[6], None,
        KINDS[row[7]], CHANNELS[row[8]], row[9], row[10],
    )  # fmt: skip
    return Standing(call_back, row[11], TIERS[row[12]], *row[13:])


def count_newer(database: CaseDatabase) -> int:
    """How many call-backs are open or in a state nobody knows, in words only a newer program has. Reads them all."""
    return int(database.execute_sql(_NEWER, (*STATES, *KINDS, *CHANNELS)).fetchone()[0])


def list_missing(database: CaseDatabase) -> tuple[Missing, ...]:
    """Who has no open call-back and ought to, the dearest first."""
    rows: list[tuple[Any, ...]] = database.execute_sql(_UNPLANNED).fetchall()
    return tuple(
        Missing(row[0], row[1], TIERS[row[2]], row[3], row[4], row[5], row[6], row[7],
                from_millis(row[8]) if row[8] else None)
        for row in rows
    )  # fmt: skip


def find_last_contact(database: CaseDatabase, buyer_id: int) -> datetime | None:
    """When a buyer last heard from the shop in person: reached or not interested, on any channel but a note."""
    found = database.execute_sql(_ONE_LAST, (buyer_id,)).fetchone()
    return from_millis(found[0]) if found and found[0] else None


def last_contacts(database: CaseDatabase) -> dict[int, datetime]:
    """The same for every VIP; who was never reached is left out."""
    return {row[0]: from_millis(row[1]) for row in database.execute_sql(_ALL_LAST).fetchall() if row[1]}
