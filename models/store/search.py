"""Search over cases: an FTS5 index of our own two-character tokens, so any part of any text is found at once."""

from __future__ import annotations

import json
import re
import unicodedata
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from operator import add

from models.rules.pinyin import spellings
from models.rules.typed_target import national
from models.store.connection import CaseDatabase

_TOGETHER = 200
# Characters of ids turned into numbers at a time: under a millisecond, then other threads may go on.
_PART = 16_384
_RUN = re.compile(r"\w+")
# A phone as people group it. One typed with 86 is found without, and what is kept in groups is found as one number.
_PHONE = re.compile(r"[+＋]?(?:86|0086)[ \-.()]*1[3-9](?:[ \-.()]*[0-9]){9}")
_GROUPED = re.compile(r"[+(]?[0-9*]+(?:[ \-.()]+[0-9*]+)+")
_ALL_IDS = "SELECT group_concat(id) FROM ({})"
_HANDLED = 'SELECT id FROM "case" WHERE handler_id IN ({})'
_FORGET = "DELETE FROM {} WHERE rowid IN ({})"
_FORGET_ALL = "INSERT INTO {0} ({0}) VALUES ('delete-all')"
_ONE_TREE = "INSERT INTO {0} ({0}) VALUES ('optimize')"
_KEEP = "INSERT INTO {} (rowid, words) VALUES {}"


def _runs(text: str) -> list[str]:
    """The runs of letters, digits and underscores, folded so that case and width do not matter."""
    return _RUN.findall(unicodedata.normalize("NFKC", text).casefold())


def tokens(text: str) -> list[str]:
    """Every pair of neighbours, and the last character alone, of every run."""
    found: list[str] = []
    for run in _runs(text):
        found += map(add, run, run[1:])
        found.append(run[-1])
    return found


def _asked(text: str) -> str:
    """What is looked for: a phone without the country code of China, which most files leave out."""
    return national(text) if _PHONE.fullmatch(text.strip()) and len(national(text)) == 11 else text


def match_expression(text: str) -> str | None:
    """The FTS5 expression that finds rows holding every run of `text` as a part; None if there is nothing to find.

    Runs joined by hyphens, as in a case number, stand one after the other in what is found.
    """
    return " AND ".join(map(_phrase, _chains(text))) or None


def _chains(text: str) -> list[tuple[str, ...]]:
    """The runs to look for, each once; those of a number with hyphens and letters together.

    Digits alone may be a phone in groups, which is kept without hyphens: they are looked for one by one.
    """
    found: dict[tuple[str, ...], None] = {}
    for word in unicodedata.normalize("NFKC", _asked(text)).split():
        runs = _runs(word)
        joined = "-".join(runs) == word.casefold() and not all(run.isdigit() for run in runs)
        found |= dict.fromkeys([tuple(runs)] if joined and runs else [(run,) for run in runs])
    return list(found)


def _phrase(chain: tuple[str, ...]) -> str:
    *before, last = chain
    words = [token for run in before for token in tokens(run)]
    words += map(add, last, last[1:]) if len(last) > 1 else [last]
    return f'"{" ".join(words)}"' + ("*" if len(last) == 1 else "")


def search_terms(database: CaseDatabase, text: str) -> list[tuple[str, tuple[int, ...]]]:
    """What a case must all fit to be found by a text: an FTS5 expression, or one of the people who handle it.

    Handlers are no words of their cases: handing over or renaming would put thousands of cases into words anew.
    """
    chains = _chains(text)
    if not chains:
        return []
    people = [(row[0], list(_runs(row[1]))) for row in database.execute_sql("SELECT id, name FROM person")]
    handlers = {
        chain: tuple(who for who, names in people if len(chain) == 1 and any(chain[0] in name for name in names))
        for chain in chains
    }
    named = [(_phrase(chain), handlers[chain]) for chain in chains if handlers[chain]]
    rest = " AND ".join(_phrase(chain) for chain in chains if not handlers[chain])
    return [*named, (rest, ())] if rest else named


def find_cases(database: CaseDatabase, text: str) -> set[int] | None:
    """The ids of all cases a text finds; None for a text without a letter or digit."""
    found: set[int] | None = None
    for match, people in search_terms(database, text):
        ids = read_id_set(database, "SELECT rowid AS id FROM case_search WHERE case_search MATCH ?", (match,))
        if people:
            marks = ", ".join("?" * len(people))
            ids |= read_id_set(database, _HANDLED.format(marks), people)
        found = ids if found is None else found & ids
    return found


def read_ids(database: CaseDatabase, sql: str, parameters: Sequence[object]) -> array[int]:
    """The column `id` of a query, in its order. SQLite hands them over as one text: for 100,000 rows a third of the
    time of row by row, and the window's thread is not kept waiting for each of them.
    """
    ids: array[int] = array("q")
    for part in _parts(database, sql, parameters):
        ids.extend(part)
    return ids


def read_id_set(database: CaseDatabase, sql: str, parameters: Sequence[object]) -> set[int]:
    """The column `id` of a query, where order does not matter."""
    ids: set[int] = set()
    for part in _parts(database, sql, parameters):
        ids.update(part)
    return ids


def _parts(database: CaseDatabase, sql: str, parameters: Sequence[object]) -> Iterator[list[int]]:
    text = str(database.execute_sql(_ALL_IDS.format(sql), parameters).fetchone()[0] or "")
    start = 0
    while start < len(text):
        end = text.find(",", start + _PART)
        end = len(text) if end < 0 else end
        # Read as JSON, which is written in C: half the time of splitting and making whole numbers.
        yield json.loads(f"[{text[start:end]}]")
        start = end + 1


def index_cases(database: CaseDatabase, case_ids: Sequence[int]) -> None:
    """Write the words of these cases anew, from everything a person would look for."""
    _index(database, "case_search", case_ids, _case_texts)


def _index(
    database: CaseDatabase,
    table: str,
    ids: Sequence[int],
    read_texts: Callable[[CaseDatabase, Sequence[int]], Mapping[int, list[str]]],
    *,
    anew: bool = False,
) -> None:
    for start in range(0, len(ids), _TOGETHER):
        part = list(ids[start : start + _TOGETHER])
        if not anew:
            marks = ", ".join("?" * len(part))
            database.execute_sql(_FORGET.format(table, marks), part)
        values: list[object] = []
        for row_id, texts in read_texts(database, part).items():
            values += (row_id, words_of(texts))
        rows = ", ".join(["(?, ?)"] * (len(values) // 2))
        if rows:
            database.execute_sql(_KEEP.format(table, rows), values)


def index_all(database: CaseDatabase) -> None:
    """Write the words of every case and every buyer anew, after what is searched became another set of texts."""
    for table, every, read_texts in (
        ("case_search", _EVERY_CASE, _case_texts), ("buyer_search", _EVERY_BUYER, _buyer_texts),
    ):  # fmt: skip
        ids = [row[0] for row in database.execute_sql(every)]
        database.execute_sql(_FORGET_ALL.format(table))
        _index(database, table, ids, read_texts, anew=True)
        # One tree instead of several: found in half the time.
        database.execute_sql(_ONE_TREE.format(table))


def index_buyers(database: CaseDatabase, buyer_ids: Sequence[int]) -> None:
    """Write the words of these buyers anew."""
    _index(database, "buyer_search", buyer_ids, _buyer_texts)


def cases_of_buyers(database: CaseDatabase, buyer_ids: Collection[int]) -> set[int]:
    """The ids of all cases of these buyers."""
    found: set[int] = set()
    ids = list(buyer_ids)
    for start in range(0, len(ids), _TOGETHER):
        part = ids[start : start + _TOGETHER]
        marks = ", ".join("?" * len(part))
        found.update(row[0] for row in database.execute_sql(_CASES_OF_BUYERS.format(marks), part))
    return found


def words_of(texts: Iterable[str]) -> str:
    """The tokens of several texts. Each run ends in a single character, so no phrase reaches into the next."""
    return " ".join([token for text in texts for token in tokens(text)])


_OF_CASE = (
    "SELECT c.id, c.number, c.order_number, c.buyer_nick, c.summary, b.name, b.phone, b.pinyin, o.phone, o.receiver"
    ' FROM "case" c LEFT JOIN buyer b ON b.id = c.buyer_id LEFT JOIN "order" o ON o.id = c.order_id WHERE c.id IN ({})'
)
_BELONGING = (
    "SELECT c.id, l.item_title || ' ' || l.variant || ' ' || l.sku || ' ' || l.batch"
    ' FROM "case" c JOIN order_line l ON l.order_id = c.order_id WHERE c.id IN ({})',
    'SELECT c.id, p.tracking_number FROM "case" c JOIN parcel p ON p.order_id = c.order_id'
    " WHERE c.id IN ({}) AND p.deleted_at IS NULL",
    'SELECT c.id, f.nick FROM "case" c JOIN former_nick f ON f.buyer_id = c.buyer_id'
    " WHERE c.id IN ({}) AND f.deleted_at IS NULL",
    "SELECT case_id, text FROM note WHERE case_id IN ({}) AND deleted_at IS NULL",
    "SELECT case_id, caption || ' ' || proves FROM evidence WHERE case_id IN ({}) AND deleted_at IS NULL",
    "SELECT case_id, title_zh || ' ' || title_en FROM step WHERE case_id IN ({}) AND deleted_at IS NULL",
    "SELECT case_id, text FROM reply WHERE case_id IN ({}) AND deleted_at IS NULL",
    "SELECT case_id, name FROM case_tag WHERE case_id IN ({}) AND deleted_at IS NULL",
)
# What Chinese names are looked up by on a keyboard: the initials of each, in every reading in use.
_NAMES_OF_CASE = (
    'SELECT id, buyer_nick FROM "case" WHERE id IN ({})',
    'SELECT c.id, b.name FROM "case" c JOIN buyer b ON b.id = c.buyer_id WHERE c.id IN ({})',
    'SELECT c.id, o.receiver FROM "case" c JOIN "order" o ON o.id = c.order_id WHERE c.id IN ({})',
    'SELECT c.id, l.item_title FROM "case" c JOIN order_line l ON l.order_id = c.order_id WHERE c.id IN ({})',
)
_CASES_OF_BUYERS = 'SELECT id FROM "case" WHERE buyer_id IN ({})'
_EVERY_CASE, _EVERY_BUYER = 'SELECT id FROM "case" ORDER BY id', "SELECT id FROM buyer ORDER BY id"
_OF_BUYER = "SELECT id, nick, name, pinyin, phone, wechat, email, address, note FROM buyer WHERE id IN ({})"
_BELONGING_TO_BUYER = (
    "SELECT buyer_id, nick FROM former_nick WHERE buyer_id IN ({}) AND deleted_at IS NULL",
    "SELECT buyer_id, text FROM buyer_note WHERE buyer_id IN ({}) AND deleted_at IS NULL",
)
_NAMES_OF_BUYER = (
    "SELECT id, nick FROM buyer WHERE id IN ({})",
    "SELECT id, name FROM buyer WHERE id IN ({})",
    "SELECT buyer_id, nick FROM former_nick WHERE buyer_id IN ({}) AND deleted_at IS NULL",
)


def _ways(value: str) -> tuple[str, ...]:
    return (value, national(value)) if _GROUPED.fullmatch(value) else (value,)


def _case_texts(database: CaseDatabase, case_ids: Sequence[int]) -> dict[int, list[str]]:
    return _texts(database, _OF_CASE, _BELONGING, _NAMES_OF_CASE, case_ids)


def _buyer_texts(database: CaseDatabase, buyer_ids: Sequence[int]) -> dict[int, list[str]]:
    return _texts(database, _OF_BUYER, _BELONGING_TO_BUYER, _NAMES_OF_BUYER, buyer_ids)


def _texts(
    database: CaseDatabase, own: str, belonging: Sequence[str], names: Sequence[str], ids: Sequence[int]
) -> dict[int, list[str]]:
    marks = ", ".join("?" * len(ids))
    texts: dict[int, list[str]] = {
        row[0]: [each for value in row[1:] if value for each in _ways(str(value))]
        for row in database.execute_sql(own.format(marks), ids)
    }
    for sql in belonging:
        for row_id, text in database.execute_sql(sql.format(marks), ids):
            texts[row_id].append(text)
    for sql in names:
        for row_id, name in database.execute_sql(sql.format(marks), ids):
            texts[row_id] += spellings(name)
    return texts
