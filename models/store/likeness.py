"""Looks of evidence files and the pairs that are alike: what was seen before, where, and how often.

Looks belong to files, by their hash; evidence points at files. So evidence that is moved or taken out takes its
sightings with it, and nothing here has to follow.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from models.clock import from_millis
from models.likeness_records import PatternPlace, SeenBefore, SerialPattern, Sighting
from models.rules.likeness import percent
from models.store.connection import CaseDatabase
from models.store.transaction import Transaction

_TOGETHER = 500
_WINDOW = 400
_MOST_EVIDENCE, _MOST_SHOWN = 5_000, 200
# A merged case is the same one twice: what stayed in it has its twin in the other.
# A packet handed in twice says nothing of a buyer.
_HERE = (
    "e.deleted_at IS NULL AND c.deleted_at IS NULL AND c.merged_into IS NULL AND e.size > 0"
    " AND e.derivation <> 'packet'"
)
_COPIED = """SELECT DISTINCT entity_id FROM history
    WHERE entity = 'evidence' AND action = 'evidence_copied' AND entity_id IN"""
_SEEN = """
    SELECT e.id, e.number, e.caption, e.original_name, e.sha256, e.case_id, c.number, c.buyer_id, c.buyer_nick,
           c.order_id, e.imported_at, e.parent_id, e.made_of
    FROM evidence e JOIN "case" c ON c.id = e.case_id
"""
# Without the hint all evidence would be read in the order of its ids, for the sake of the limit.
_SEEN_BY_HASH = _SEEN.replace("FROM evidence e", "FROM evidence e INDEXED BY evidence_sha256")


@dataclass(frozen=True, slots=True)
class Unlooked:
    """A file whose look is not known yet."""

    evidence_id: int
    sha256: str


def list_unlooked(
    database: CaseDatabase, method: int, *, below: int | None = None, above: int = 0
) -> tuple[tuple[Unlooked, ...], int]:
    """A window of evidence with pictures, newest first, of which those whose look is not known; and where it ended.

    `below` is where the window before ended, `above` what is known to be done; an end of `above` means nothing is left.
    """
    rows = database.execute_sql(
        "SELECT e.id, e.sha256, e.media, e.deleted_at IS NULL AND e.integrity = 'verified' AND l.sha256 IS NULL"
        " FROM evidence e LEFT JOIN likeness l ON l.sha256 = e.sha256 AND l.method = ?"
        " WHERE e.id < ? AND e.id > ? ORDER BY e.id DESC LIMIT ?",
        (method, below if below is not None else 2**62, above, _WINDOW),
    ).fetchall()
    todo = tuple(Unlooked(row[0], row[1]) for row in rows if row[3] and row[2] in ("photo", "chat", "video"))
    return todo, rows[-1][0] if len(rows) == _WINDOW else above


def read_looks(database: CaseDatabase, method: int) -> Iterator[tuple[str, bytes]]:
    """All looks, in portions, so that no one waits for them."""
    after = ""
    while True:
        rows = database.execute_sql(
            "SELECT sha256, look FROM likeness WHERE sha256 > ? AND method = ? ORDER BY sha256 LIMIT ?",
            (after, method, 2_000),
        ).fetchall()
        yield from ((row[0], bytes(row[1])) for row in rows if row[1] is not None)
        if len(rows) < 2_000:
            return
        after = rows[-1][0]


def find_look(database: CaseDatabase, sha256: str, method: int) -> bytes | None:
    """The look of a file, empty for one without a picture; None if it is not known."""
    sql = "SELECT look FROM likeness WHERE sha256 = ? AND method = ?"
    row = database.execute_sql(sql, (sha256, method)).fetchone()
    return None if row is None else bytes(row[0] or b"")


def cases_with(database: CaseDatabase, hashes: Sequence[str]) -> set[int]:
    """The cases that have evidence with one of these hashes."""
    sql = f"SELECT DISTINCT case_id FROM evidence WHERE sha256 IN ({','.join('?' * len(hashes))})"  # noqa: S608
    return {row[0] for row in database.execute_sql(sql, tuple(hashes))}


def keep_look(transaction: Transaction, sha256: str, look: bytes, method: int, near: Iterable[tuple[str, int]]) -> None:
    """Keep a look (empty: no picture to tell it by) and what it is like, as (other hash, bits that differ).

    What a person put away stays so.
    """
    run = transaction.database.execute_sql
    run("INSERT OR REPLACE INTO likeness (sha256, look, method) VALUES (?, ?, ?)", (sha256, look or None, method))
    for other, distance in near:
        run(
            "INSERT INTO likeness_pair (one, other, distance) VALUES (?, ?, ?)"
            " ON CONFLICT (one, other) DO UPDATE SET distance = excluded.distance",
            (*sorted((sha256, other)), distance),
        )


def dismiss(transaction: Transaction, one: str, other: str, *, dismissed: bool = True) -> bool:
    """Note that a person says two files are not the same picture, or takes that back; False if it was so."""
    first, second = sorted((one, other))
    return bool(
        transaction.database.execute_sql(
            "UPDATE likeness_pair SET dismissed = ? WHERE one = ? AND other = ? AND dismissed <> ?",
            (int(dismissed), first, second, int(dismissed)),
        ).rowcount
    )


def dismissed_of(database: CaseDatabase, sha256: str) -> tuple[str, ...]:
    """The files that a person said are not the same picture as this one."""
    sql = (
        "SELECT other FROM likeness_pair WHERE one = ? AND dismissed = 1"
        " UNION SELECT one FROM likeness_pair WHERE other = ? AND dismissed = 1"
    )
    return tuple(row[0] for row in database.execute_sql(sql, (sha256, sha256)))


def pairs_of(database: CaseDatabase, hashes: Sequence[str]) -> dict[str, dict[str, int]]:
    """For each of these files the ones that look alike and by how many bits they differ; none that was put away."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for part in _parts(sorted(set(hashes))):
        marks = ",".join("?" * len(part))
        sql = (
            f"SELECT one, other, distance FROM likeness_pair WHERE one IN ({marks}) AND dismissed = 0"  # noqa: S608
            f" UNION SELECT other, one, distance FROM likeness_pair WHERE other IN ({marks}) AND dismissed = 0"
        )
        for mine, other, distance in database.execute_sql(sql, (*part, *part)):
            found[mine][other] = distance
    return dict(found)


def seen_before(database: CaseDatabase, evidence_id: int) -> SeenBefore:
    """Where else the picture of a piece of evidence is; copies made of it, or of what it was made of, are not."""
    rows = database.execute_sql(_SEEN + " WHERE e.id = ?", (evidence_id,)).fetchall()
    if not rows:
        return SeenBefore(evidence_id, "")
    mine = rows[0]
    near = pairs_of(database, [mine[4]]).get(mine[4], {})
    family = _family(mine)
    batches: dict[int, frozenset[str]] = {}
    found = []
    rows = list(_with_hashes(database, [mine[4], *near]))
    copied = _copied(database, [evidence_id, *(row[0] for row in rows if _is_twin(row, mine))])
    for row in rows:
        if row[0] == evidence_id or row[0] in family or family & _family(row):
            continue
        if _is_twin(row, mine) and not copied.isdisjoint((row[0], evidence_id)):
            continue
        exact = row[4] == mine[4]
        found.append(
            Sighting(
                evidence_id=row[0], evidence_number=row[1], caption=row[2] or row[3], sha256=row[4], case_id=row[5],
                case_number=row[6], buyer_id=row[7], buyer_nick=row[8], exact=exact,
                percent=100 if exact else percent(near[row[4]]), same_case=row[5] == mine[5],
                same_buyer=row[7] is not None and row[7] == mine[7],
                same_batch=_same_batch(database, mine[9], row[9], batches), imported_at=from_millis(row[10]),
            )
        )  # fmt: skip
    found.sort(key=lambda one: (one.same_case, -one.percent, -one.evidence_id))
    return SeenBefore(evidence_id, mine[2] or mine[3], tuple(found[:_MOST_SHOWN]), len(dismissed_of(database, mine[4])))


def count_seen(database: CaseDatabase, evidence_ids: Sequence[int]) -> dict[int, int]:
    """In how many other cases the same or an alike picture is; only those with any."""
    mine: dict[int, tuple[Any, ...]] = {}
    for part in _parts(list(evidence_ids)):
        marks = ",".join("?" * len(part))
        mine |= {row[0]: row for row in database.execute_sql(f"{_SEEN} WHERE e.id IN ({marks})", part)}
    near = pairs_of(database, [row[4] for row in mine.values()])
    wanted = {row[4] for row in mine.values()}.union(*(others for others in near.values()))
    there: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for row in _with_hashes(database, sorted(wanted)):
        there[row[4]].append(row)
    copied = _copied(database, [row[0] for rows in there.values() if len(rows) > 1 for row in rows])
    counted = {}
    for evidence_id, own in mine.items():
        family = _family(own)
        elsewhere = {
            row[5]
            for sha256 in (own[4], *near.get(own[4], ()))
            for row in there[sha256]
            if row[5] != own[5] and row[0] not in family and not family & _family(row)
            and not (_is_twin(row, own) and not copied.isdisjoint((row[0], evidence_id)))
        }  # fmt: skip
        if elsewhere:
            counted[evidence_id] = len(elsewhere)
    return counted


def find_patterns(database: CaseDatabase, buyer_id: int) -> tuple[SerialPattern, ...]:
    """Pictures of a buyer's cases that are in several cases, theirs or others'; those in most cases first.

    What the shop made of evidence, or copied from one case to another, says nothing of a buyer.
    """
    own = database.execute_sql(
        f'SELECT DISTINCT e.sha256 FROM "case" c JOIN evidence e ON e.case_id = c.id WHERE c.buyer_id = ? AND {_HERE}'  # noqa: S608
        " LIMIT ?",
        (buyer_id, _MOST_EVIDENCE),
    ).fetchall()
    hashes = [row[0] for row in own]
    near = pairs_of(database, hashes)
    group = {sha256: sha256 for sha256 in hashes}

    def root(sha256: str) -> str:
        while group.setdefault(sha256, sha256) != sha256:
            sha256 = group[sha256]
        return sha256

    for sha256, others in near.items():
        for other in others:
            group[root(other)] = root(sha256)
    places: dict[str, dict[int, tuple[str, PatternPlace]]] = defaultdict(dict)
    rows = [row for row in _with_hashes(database, list(group)) if row[11] is None]
    copied = _copied(database, [row[0] for row in rows])
    for row in rows:
        if row[0] in copied:
            continue
        # The oldest evidence of each case stands for it.
        places[root(row[4])].setdefault(row[5], (row[4], PatternPlace(row[5], row[6], row[7], row[8], row[0])))
    found = []
    for each in places.values():
        if len(each) > 1:
            buyers = {place.buyer_id or -place.case_id for _, place in each.values()}
            shown = tuple(place for _, place in sorted(each.values(), key=lambda one: one[1].case_id))
            found.append(SerialPattern(shown, len({sha256 for sha256, _ in each.values()}) == 1, len(buyers)))
    found.sort(key=lambda one: (-len(one.places), one.places[0].case_id))
    return tuple(found)


def _with_hashes(database: CaseDatabase, hashes: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    for part in _parts(sorted(set(hashes))):
        marks = ",".join("?" * len(part))
        yield from database.execute_sql(
            f"{_SEEN_BY_HASH} WHERE e.sha256 IN ({marks}) AND {_HERE} ORDER BY e.id LIMIT ?",
            (*part, _MOST_EVIDENCE),
        ).fetchall()


def _is_twin(row: tuple[Any, ...], other: tuple[Any, ...]) -> bool:
    """Whether one may be the other's copy in another case: the same bytes, imported at the same moment."""
    return bool(row[4] == other[4] and row[10] == other[10])


def _copied(database: CaseDatabase, evidence_ids: Sequence[int]) -> set[int]:
    """Which of these the shop copied from another case."""
    found: set[int] = set()
    for part in _parts(sorted(set(evidence_ids))):
        marks = ",".join("?" * len(part))
        found |= {row[0] for row in database.execute_sql(f"{_COPIED} ({marks})", part)}
    return found


def _family(row: tuple[Any, ...]) -> set[int]:
    """The evidence a row was made of, and itself."""
    return {row[0], *(json.loads(row[12]) if row[12] else ()), *((row[11],) if row[11] is not None else ())}


def _same_batch(
    database: CaseDatabase, one: int | None, other: int | None, known: dict[int, frozenset[str]]
) -> bool | None:
    if one is None or other is None:
        return None
    for order_id in (one, other):
        if order_id not in known:
            sql = "SELECT DISTINCT batch FROM order_line WHERE order_id = ? AND batch <> ''"
            known[order_id] = frozenset(row[0] for row in database.execute_sql(sql, (order_id,)))
    if not known[one] or not known[other]:
        return None
    return bool(known[one] & known[other])


def _parts(items: list[Any]) -> Iterator[list[Any]]:
    for start in range(0, len(items), _TOGETHER):
        yield items[start : start + _TOGETHER]
