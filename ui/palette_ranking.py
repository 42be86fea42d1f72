"""How well a line of the palette answers what was typed: whole, beginning, words, initials; recent ones first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

Span = tuple[int, int]
_RECENT, _OTHER_FIELD = 6, 30
KINDS: Mapping[str, frozenset[str]] = {
    ">": frozenset({"command", "page", "shop", "person", "view"}),
    "#": frozenset({"case", "order"}),
    "@": frozenset({"buyer", "person"}),
}
"""What a first character leaves: commands, numbers, people."""


@dataclass(frozen=True, slots=True)
class Hit:
    """How good an answer is (lower is better) and which parts of its text were meant."""

    rank: int
    spans: tuple[Span, ...] = ()


def split_prefix(typed: str) -> tuple[frozenset[str] | None, str]:
    """The kinds a first character asks for, None for all, and what is left to look for."""
    typed = typed.strip()
    kinds = KINDS.get(typed[:1])
    return (kinds, typed[1:].strip()) if kinds is not None else (None, typed)


def hit(query: str, text: str, more: str = "", letters: str = "") -> Hit | None:
    """Whether a line answers: all words of the query in its text or `more`, or the query in its pinyin `letters`.

    `letters` stand one for each character of the text, as `models.rules.pinyin` writes them.
    """
    wanted = query.casefold().split()
    if not wanted:
        return Hit(0)
    folded = text.casefold()
    whole = " ".join(wanted)
    at = folded.find(whole)
    if at >= 0:
        rank = 0 if folded == whole else 1 if at == 0 else 2 if not folded[at - 1].isalnum() else 3
        return Hit(rank, ((at, at + len(whole)),))
    if len(wanted) == 1 and len(letters) == len(text) and (at := letters.casefold().find(whole)) >= 0:
        return Hit(4 if at == 0 else 5, ((at, at + len(whole)),))
    beside = f"{folded} {more.casefold()}"
    if not all(word in beside for word in wanted):
        return None
    found = [(folded.find(word), len(word)) for word in wanted]
    spans = tuple(sorted((start, start + length) for start, length in found if start >= 0))
    return Hit(7 if len(spans) == len(wanted) else _OTHER_FIELD, _joined(spans))


def _joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def ranked(
    query: str,
    lines: Sequence[tuple[str, str, str, bool]],
    letters: Callable[[str], str],
    recent: Sequence[str],
) -> list[tuple[int, Hit]]:
    """The places of the lines that answer, best first: (text, more, name, can be run now).

    What was used lately goes before what answers as well; what cannot be run now comes after all that can.
    """
    age = {name: place for place, name in enumerate(recent)}
    found = []
    for place, (text, more, name, ready) in enumerate(lines):
        answer = hit(query, text, more, letters(text))
        if answer is None:
            continue
        rank = answer.rank * 10 - (_RECENT * 10 if name in age and query.strip() else 0)
        lately = age.get(name, len(age))
        found.append(((not ready, rank, lately, place), place, answer))
    return [(place, answer) for _, place, answer in sorted(found, key=lambda each: each[0])]
