"""Search over cases: an FTS5 index of our own two-character tokens, so any part of any text is found at once."""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Iterable, Iterator, Sequence

from models.store.connection import CaseDatabase

_TOGETHER = 200
# Characters of ids turned into numbers at a time: under a millisecond, then other threads may go on.
_PART = 16_384
_ALL_IDS = "SELECT group_concat(id) FROM ({})"
_FORGET = "DELETE FROM case_search WHERE rowid IN ({})"
_KEEP = "INSERT INTO case_search (rowid, words) VALUES {}"


def _runs(text: str) -> Iterator[str]:
    """The runs of letters and digits, folded so that case and width do not matter."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    run: list[str] = []
    for character in folded:
        if character.isalnum() or character == "_":
            run.append(character)
        elif run:
            yield "".join(run)
            run = []
    if run:
        yield "".join(run)


def tokens(text: str) -> Iterator[str]:
    """Every pair of neighbours, and the last character alone, of every run."""
    for run in _runs(text):
        for left, right in zip(run, run[1:], strict=False):
            yield left + right
        yield run[-1]


def match_expression(text: str) -> str | None:
    """The FTS5 expression that finds rows holding every run of `text` as a part; None if there is nothing to find."""
    phrases = []
    for run in _runs(text):
        if len(run) == 1:
            phrases.append(f'"{run}"*')
        else:
            phrases.append('"' + " ".join(left + right for left, right in zip(run, run[1:], strict=False)) + '"')
    return " AND ".join(phrases) or None


def find_cases(database: CaseDatabase, match: str) -> array[int]:
    """The ids of all cases an expression of `match_expression` finds, in no order."""
    return read_ids(database, "SELECT rowid AS id FROM case_search WHERE case_search MATCH ?", (match,))


def read_ids(database: CaseDatabase, sql: str, parameters: Sequence[object]) -> array[int]:
    """The column `id` of a query, in its order. SQLite hands them over as one text: for 100,000 rows half the time of
    row by row, and the window's thread is not kept waiting for each of them.
    """
    text = str(database.execute_sql(_ALL_IDS.format(sql), parameters).fetchone()[0] or "")
    ids: array[int] = array("q")
    start = 0
    while start < len(text):
        end = text.find(",", start + _PART)
        end = len(text) if end < 0 else end
        ids.extend(map(int, text[start:end].split(",")))
        start = end + 1
    return ids


def index_cases(database: CaseDatabase, case_ids: Sequence[int]) -> None:
    """Write the words of these cases anew, from everything a person would look for."""
    for start in range(0, len(case_ids), _TOGETHER):
        part = list(case_ids[start : start + _TOGETHER])
        marks = ", ".join("?" * len(part))
        database.execute_sql(_FORGET.format(marks), part)
        values: list[object] = []
        for case_id, texts in _case_texts(database, part).items():
            values += (case_id, words_of(texts))
        rows = ", ".join(["(?, ?)"] * (len(values) // 2))
        if rows:
            database.execute_sql(_KEEP.format(rows), values)


def words_of(texts: Iterable[str]) -> str:
    """The tokens of several texts. Each run ends in a single character, so no phrase reaches into the next."""
    return " ".join(token for text in texts for token in tokens(text))


_OF_CASE = (
    "SELECT c.id, c.number, c.order_number, c.buyer_nick, c.summary, b.name, b.phone, b.pinyin, o.phone, o.receiver"
    ' FROM "case" c LEFT JOIN buyer b ON b.id = c.buyer_id LEFT JOIN "order" o ON o.id = c.order_id WHERE c.id IN ({})'
)
_BELONGING = (
    "SELECT c.id, l.item_title || ' ' || l.sku || ' ' || l.batch"
    ' FROM "case" c JOIN order_line l ON l.order_id = c.order_id WHERE c.id IN ({})',
    'SELECT c.id, p.tracking_number FROM "case" c JOIN parcel p ON p.order_id = c.order_id WHERE c.id IN ({})',
    "SELECT case_id, text FROM note WHERE case_id IN ({}) AND deleted_at IS NULL",
    "SELECT case_id, caption FROM evidence WHERE case_id IN ({}) AND deleted_at IS NULL",
)


def _case_texts(database: CaseDatabase, case_ids: Sequence[int]) -> dict[int, list[str]]:
    marks = ", ".join("?" * len(case_ids))
    texts: dict[int, list[str]] = {
        row[0]: [str(value) for value in row[1:] if value]
        for row in database.execute_sql(_OF_CASE.format(marks), case_ids)
    }
    for sql in _BELONGING:
        for case_id, text in database.execute_sql(sql.format(marks), case_ids):
            texts[case_id].append(text)
    return texts
