"""Search over cases: an FTS5 index of our own two-character tokens, so any part of any text is found at once."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from models.store.connection import CaseDatabase


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


def index_case(database: CaseDatabase, case_id: int) -> None:
    """Write one case's words anew, from everything a person would look for."""
    database.execute_sql("DELETE FROM case_search WHERE rowid = ?", (case_id,))
    texts = _case_texts(database, case_id)
    database.execute_sql(
        "INSERT INTO case_search (rowid, words) VALUES (?, ?)", (case_id, words_of(texts))
    )


def words_of(texts: Iterable[str]) -> str:
    """The tokens of several texts. Each run ends in a single character, so no phrase reaches into the next."""
    return " ".join(token for text in texts for token in tokens(text))


def _case_texts(database: CaseDatabase, case_id: int) -> list[str]:
    row = database.execute_sql(
        'SELECT c.number, c.order_number, c.buyer_nick, c.summary, c.order_id, b.name, b.phone, b.pinyin,'
        ' o.phone, o.receiver FROM "case" c LEFT JOIN buyer b ON b.id = c.buyer_id'
        ' LEFT JOIN "order" o ON o.id = c.order_id WHERE c.id = ?',
        (case_id,),
    ).fetchone()
    texts = [str(value) for index, value in enumerate(row) if value and index != 4]
    order_id = row[4]
    if order_id is not None:
        for sql in (
            "SELECT item_title || ' ' || sku || ' ' || batch FROM order_line WHERE order_id = ?",
            "SELECT tracking_number FROM parcel WHERE order_id = ?",
        ):
            texts += [found[0] for found in database.execute_sql(sql, (order_id,))]
    for sql in (
        "SELECT text FROM note WHERE case_id = ? AND deleted_at IS NULL",
        "SELECT caption FROM evidence WHERE case_id = ? AND deleted_at IS NULL",
    ):
        texts += [found[0] for found in database.execute_sql(sql, (case_id,))]
    return texts
