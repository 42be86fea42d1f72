"""Search finds exactly what looking for a part of the text would find."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.case_query import CaseQuery, CaseView
from models.store import search
from models.store.cases import list_case_ids
from models.store.history import Stamp
from models.store.store import Store

ALPHABET = "破损外箱压坏少件色差尺码01239ABab_-，。 𠮷é"


def add_cases(store: Store, stamp: Stamp, case_id: int, summaries: list[str]) -> dict[int, str]:
    made = {}
    with store.write(stamp) as transaction:
        for at, summary in enumerate(summaries):
            added = transaction.insert(
                "case", number="Q" * (at + 1), shop_id=1, state="new", problem="other", currency="CNY", opened_at=stamp.now,
                updated_at=stamp.now, summary=summary,
            )  # fmt: skip
            made[added] = summary
    return made


def test_equal_to_looking_for_a_part(store: Store, stamp: Stamp, case_id: int) -> None:
    chance = random.Random(7)
    texts = ["".join(chance.choices("破损外箱压坏少件色差AB019", k=chance.randint(1, 12))) for _ in range(300)]
    made = add_cases(store, stamp, case_id, texts)
    for _ in range(200):
        text = chance.choice(texts)
        start = chance.randrange(len(text))
        wanted = text[start : start + chance.randint(1, 4)]
        found = set(list_case_ids(store.database, CaseQuery(view=CaseView.ALL, text=wanted), stamp.now))
        folded = wanted.casefold()
        expected = {row for row, summary in made.items() if folded in summary.casefold()}
        assert found & made.keys() == expected, wanted


@pytest.mark.parametrize(
    "typed", ['"', "'", "*", "a OR b", "NEAR(", "^x", "-", "()", "{}", ":", "\\", "a\x00b", "%", "_"]
)
def test_nothing_typed_is_a_query_language(store: Store, stamp: Stamp, case_id: int, typed: str) -> None:
    found = list_case_ids(store.database, CaseQuery(view=CaseView.ALL, text=typed), stamp.now)
    assert set(found) <= {case_id}


@given(st.text(ALPHABET, max_size=20), st.integers(0, 20), st.integers(1, 6))
def test_every_part_of_a_run_is_among_its_tokens(text: str, start: int, length: int) -> None:
    words = search.words_of([text]).split()
    part = text[start : start + length]
    folded = unicodedata.normalize("NFKC", part).casefold()
    if folded and all(character.isalnum() or character == "_" for character in folded):
        pairs = [left + right for left, right in zip(folded, folded[1:], strict=False)]
        assert all(pair in words for pair in pairs)
        assert any(word.startswith(folded[0]) for word in words)


def test_removed_notes_are_no_longer_found(store: Store, stamp: Stamp, case_id: int) -> None:
    with store.write(stamp) as transaction:
        note = transaction.insert(
            "note", case_id=case_id, text="赔付三十元", written_at=stamp.now, written_by="x", kind="internal"
        )
    query = CaseQuery(text="赔付")
    assert list(list_case_ids(store.database, query, stamp.now)) == [case_id]
    with store.write(stamp) as transaction:
        transaction.remove("note", note)
    assert list(list_case_ids(store.database, query, stamp.now)) == []
