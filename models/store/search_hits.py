"""Where a search found a case, when that is in a text its row does not show: the field, and the words around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from models.rules.pinyin import initials, spellings
from models.rules.text_marks import find_marks, fold, search_runs, snippet
from models.store.connection import CaseDatabase


class HitField(StrEnum):
    """The searched fields of a case, those first that say most."""

    NUMBER = "number"
    ORDER = "order"
    NICK = "nick"
    TAG = "tag"
    PINYIN = "pinyin"
    BUYER = "buyer"
    PHONE = "phone"
    RECEIVER = "receiver"
    ITEM = "item"
    TRACKING = "tracking"
    SUMMARY = "summary"
    NOTE = "note"
    CAPTION = "caption"
    STEP = "step"
    REPLY = "reply"


@dataclass(frozen=True, slots=True)
class Hit:
    """A hit: the field, a part of its text on one line, and the (start, length) of what was looked for in it."""

    field: HitField
    text: str
    marks: tuple[tuple[int, int], ...]


_OWN = (
    "SELECT c.id, c.number, c.order_number, c.buyer_nick, b.name, b.phone, b.pinyin, o.phone, o.receiver, c.summary"
    ' FROM "case" c LEFT JOIN buyer b ON b.id = c.buyer_id LEFT JOIN "order" o ON o.id = c.order_id WHERE c.id IN ({})'
)
_OWN_FIELDS = (
    HitField.NUMBER, HitField.ORDER, HitField.NICK, HitField.BUYER, HitField.PHONE, HitField.PINYIN, HitField.PHONE,
    HitField.RECEIVER, HitField.SUMMARY,
)  # fmt: skip
_BELONGING: tuple[tuple[HitField, str], ...] = (
    (HitField.TAG, "SELECT case_id, name FROM case_tag WHERE case_id IN ({}) AND deleted_at IS NULL"),
    (
        HitField.ITEM,
        "SELECT c.id, l.item_title || ' ' || l.sku || ' ' || l.batch"
        ' FROM "case" c JOIN order_line l ON l.order_id = c.order_id WHERE c.id IN ({})',
    ),
    (
        HitField.TRACKING,
        'SELECT c.id, p.tracking_number FROM "case" c JOIN parcel p ON p.order_id = c.order_id'
        " WHERE c.id IN ({}) AND p.deleted_at IS NULL",
    ),
    (HitField.NOTE, "SELECT case_id, text FROM note WHERE case_id IN ({}) AND deleted_at IS NULL"),
    (
        HitField.CAPTION,
        "SELECT case_id, caption || ' ' || proves FROM evidence WHERE case_id IN ({}) AND deleted_at IS NULL",
    ),
    (
        HitField.STEP,
        "SELECT case_id, title_zh || ' ' || title_en FROM step WHERE case_id IN ({}) AND deleted_at IS NULL",
    ),
    (HitField.REPLY, "SELECT case_id, text FROM reply WHERE case_id IN ({}) AND deleted_at IS NULL"),
)
_ORDER = {field: place for place, field in enumerate(HitField)}
_TOGETHER = 200
# The list shows the end of an order number; what stands before it is not seen.
SHOWN_OF_ORDER = 5


def find_hits(
    database: CaseDatabase,
    case_ids: Sequence[int],
    text: str,
    visible: Iterable[HitField] = (HitField.NUMBER, HitField.ORDER, HitField.NICK),
) -> dict[int, Hit]:
    """For each case found by `text` of which a part stands in no field of `visible`: where that part is.

    Cases whose every part can be seen in their row are left out, and so are those that `text` does not find.
    """
    runs, seen = search_runs(text), frozenset(visible)
    found: dict[int, Hit] = {}
    if not runs:
        return found
    for start in range(0, len(case_ids), _TOGETHER):
        part = list(case_ids[start : start + _TOGETHER])
        texts: dict[int, list[tuple[HitField, str]]] = {}
        for case_id, field, value in _texts(database, part):
            texts.setdefault(case_id, []).append((field, value))
        for case_id, fields in texts.items():
            hit = _best(fields, runs, seen)
            if hit is not None:
                found[case_id] = hit
    return found


def _texts(database: CaseDatabase, ids: Sequence[int]) -> Iterator[tuple[int, HitField, str]]:
    marks = ", ".join("?" * len(ids))
    for case_id, *values in database.execute_sql(_OWN.format(marks), ids):
        for field, value in zip(_OWN_FIELDS, values, strict=True):
            if field is HitField.PINYIN:
                value = " ".join(spellings(values[2] or "") + spellings(values[3] or ""))
            if value:
                yield case_id, field, value
    for field, sql in _BELONGING:
        for case_id, value in database.execute_sql(sql.format(marks), ids):
            if value:
                yield case_id, field, value


def _best(fields: Sequence[tuple[HitField, str]], runs: Sequence[str], seen: frozenset[HitField]) -> Hit | None:
    missing = set(runs)
    for field, value in fields:
        if field in seen:
            shown = fold(value[-SHOWN_OF_ORDER:] if field is HitField.ORDER else value)
            missing -= {run for run in missing if run in shown}
    if not missing:
        return None
    hits = []
    for field, value in fields:
        folded = fold(value)
        inside = sum(run in folded for run in missing)
        if inside and (field not in seen or field is HitField.ORDER):
            hits.append((-inside, _ORDER[field], field, value))
    if not hits:
        return None
    _, _, field, value = min(hits)
    if field is HitField.PINYIN:
        return _by_pinyin(dict(fields), runs)
    words = snippet(value, runs)
    return Hit(field, words, find_marks(words, runs))


def _by_pinyin(fields: Mapping[HitField, str], runs: Sequence[str]) -> Hit:
    """The characters whose first letters were typed, in the buyer's ID or name."""
    letters = fields[HitField.PINYIN]
    for field in (HitField.NICK, HitField.BUYER):
        name = fields.get(field, "")
        places = [at for at, character in enumerate(name) if initials(character)]
        for spelt in spellings(name):
            spans = [(spelt.find(run), len(run)) for run in runs if run in spelt]
            if spans:
                marks = sorted((places[at], places[at + length - 1] + 1 - places[at]) for at, length in spans)
                return Hit(HitField.PINYIN, name, tuple(marks))
    return Hit(HitField.PINYIN, letters, find_marks(letters, runs))
