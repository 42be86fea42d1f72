"""Which speakers are the shop: as said before, by names only a shop has, or all but the buyer."""

from __future__ import annotations

from models.rules.chat_sides import MOST_REMEMBERED, our_speakers, remembered

BUYER, SUB = "花果山_大圣01", "青禾家居:小满"


def test_who_is_the_shop() -> None:
    assert our_speakers([BUYER, SUB]) == {SUB}
    assert our_speakers([BUYER, "小满"], people={"小满"}) == {"小满"}
    assert our_speakers([BUYER, "Qinghe Home UK"], shop="qinghe home") == {"Qinghe Home UK"}
    assert our_speakers([BUYER, "阿秋"], buyer=BUYER) == {"阿秋"}
    assert our_speakers([BUYER, "阿秋"]) == frozenset()
    assert our_speakers([BUYER, SUB], denied={SUB}) == frozenset()
    assert our_speakers([BUYER, "阿秋"], said={BUYER}) == {BUYER}
    assert our_speakers([]) == frozenset()


def test_what_is_remembered_has_an_end() -> None:
    names: list[str] = []
    for number in range(MOST_REMEMBERED + 5):
        names = remembered(names, f"n{number}", ours=True)
    assert (len(names), names[-1]) == (MOST_REMEMBERED, f"n{MOST_REMEMBERED + 4}")
    assert remembered(["a", "b"], "a", ours=True) == ["b", "a"]
    assert remembered(["a", "b"], "a", ours=False) == ["b"]
