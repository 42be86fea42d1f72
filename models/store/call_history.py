"""Contacts that were made, with the buyer and the cases they were about, for lists of many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from models.call_back_records import CallFilters
from models.call_kinds import CallBackKind, Channel
from models.clock import from_millis, to_millis
from models.kinds import CallOutcome, Consent, Tier
from models.known_words import CHANNELS, CONSENTS, KINDS, OUTCOMES, TIERS, read_tags
from models.store.call_back_rows import NOBODY
from models.store.connection import CaseDatabase

_COLUMNS = (
    "SELECT r.id, r.call_back_id, r.made_at, r.person, r.outcome, r.satisfaction, r.note, r.channel, r.tags, r.minutes,"
    " b.nick, b.name, b.phone, b.tier, b.consent, b.shop_id, k.kind,"
    ' (SELECT c.number FROM "case" c WHERE c.id = r.case_id),'
    ' (SELECT c.number FROM "case" c WHERE c.id = r.opened_case_id),'
    " (SELECT group_concat(p.subject, char(10)) FROM call_back p WHERE p.buyer_id = r.buyer_id AND p.state = 'due'"
    " AND p.kind = 'promise' AND p.deleted_at IS NULL),"
    " (SELECT n.due_on FROM call_back n WHERE n.buyer_id = r.buyer_id AND n.state = 'due' AND n.kind = 'rhythm'"
    " AND n.deleted_at IS NULL)"
)
_FROM = (
    " FROM call_record r JOIN buyer b ON b.id = r.buyer_id LEFT JOIN call_back k ON k.id = r.call_back_id"
    " WHERE r.deleted_at IS NULL"
)
_TOGETHER = 500


@dataclass(frozen=True, slots=True)
class MadeCall:
    """A contact as a list tells it. `promised` and `next_on`: what is open for the buyer now; `kind` of its plan."""

    id: int
    call_back_id: int | None
    made_at: datetime
    person: str
    outcome: CallOutcome
    satisfaction: str
    note: str
    channel: Channel
    tags: tuple[str, ...]
    minutes: int | None
    nick: str
    name: str
    phone: str
    tier: Tier
    consent: Consent
    shop_id: int
    kind: CallBackKind | None
    case_number: str
    opened_case_number: str
    promised: str
    next_on: date | None


def last_calls(database: CaseDatabase, call_back_ids: Sequence[int]) -> Mapping[int, MadeCall]:
    """Of each of these call-backs the last contact made for it, where there is one."""
    found: dict[int, MadeCall] = {}
    for start in range(0, len(call_back_ids), _TOGETHER):
        part = list(call_back_ids[start : start + _TOGETHER])
        marks = ", ".join("?" * len(part))
        sql = f"{_COLUMNS}{_FROM} AND r.call_back_id IN ({marks}) ORDER BY r.made_at, r.id"
        for row in database.execute_sql(sql, part):
            found[row[1]] = _made(row)
    return found


def list_made(database: CaseDatabase, since: datetime, until: datetime, filters: CallFilters) -> Iterator[MadeCall]:
    """The contacts from one moment to before another, in their order, read as they are taken."""
    where, values = _narrowed(since, until, filters)
    after: list[Any] = [values[0], -1]
    while True:
        sql = f"{_COLUMNS}{_FROM} AND {where} AND (r.made_at, r.id) > (?, ?) ORDER BY r.made_at, r.id LIMIT {_TOGETHER}"
        rows = database.execute_sql(sql, [*values, *after]).fetchall()
        yield from map(_made, rows)
        if len(rows) < _TOGETHER:
            return
        after = [rows[-1][2], rows[-1][0]]


def count_made(database: CaseDatabase, since: datetime, until: datetime, filters: CallFilters) -> int:
    """How many contacts `list_made` gives."""
    where, values = _narrowed(since, until, filters)
    return int(database.execute_sql(f"SELECT count(*){_FROM} AND {where}", values).fetchone()[0])


def _narrowed(since: datetime, until: datetime, filters: CallFilters) -> tuple[str, list[Any]]:
    parts, values = ["r.made_at >= ? AND r.made_at < ?"], [to_millis(since), to_millis(until)]
    chosen: list[tuple[str, Sequence[Any]]] = [
        ("b.tier", [tier.value for tier in filters.tiers]), ("b.shop_id", filters.shops),
        ("k.kind", [kind.value for kind in filters.kinds]),
    ]  # fmt: skip
    for column, wanted in chosen:
        if wanted:
            parts.append(f"{column} IN ({', '.join('?' * len(wanted))})")
            values += wanted
    if filters.people:
        people = [each for each in filters.people if each != NOBODY]
        marks = ", ".join("?" * len(people))
        named = f"r.person IN (SELECT name FROM person WHERE id IN ({marks}))"  # noqa: S608 -- marks alone
        parts.append(f"({named} OR r.person = '')" if NOBODY in filters.people else named)
        values += people
    return " AND ".join(parts), values


def _made(row: Sequence[Any]) -> MadeCall:
    return MadeCall(
        row[0], row[1], from_millis(row[2]), row[3], OUTCOMES[row[4]], row[5], row[6], CHANNELS[row[7]],
        read_tags(row[8]), row[9], row[10], row[11], row[12], TIERS[row[13]], CONSENTS[row[14]], row[15],
        KINDS[row[16]] if row[16] else None, row[17] or "", row[18] or "", row[19] or "",
        date.fromisoformat(row[20]) if row[20] else None,
    )  # fmt: skip
