"""Where a searched text stands in another: folded as the search folds it, counted in the text as it is shown."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

Mark = tuple[int, int]
_PART, _OVERLAP = 2_000, 200
_BEFORE = 5


def fold(text: str) -> str:
    """Width and case do not matter (NFKC, casefold)."""
    return unicodedata.normalize("NFKC", text).casefold()


def search_runs(text: str) -> tuple[str, ...]:
    """The runs of letters and digits of a typed text, folded; what is found holds every one of them as a part."""
    spaced = "".join(each if each.isalnum() or each == "_" else " " for each in fold(text))
    return tuple(dict.fromkeys(spaced.split()))


def find_marks(text: str, runs: Sequence[str]) -> tuple[Mark, ...]:
    """Start and length of everything of `text` that a run stands in, in order, without overlaps."""
    folded = fold(text)
    places = [(at, at + len(run)) for run in runs for at in _places(folded, run)]
    if not places:
        return ()
    same = unicodedata.is_normalized("NFKC", text) and len(folded) == len(text)
    origin = None if same else _origins(text)
    if origin is not None:
        # Where folding made more or fewer characters, a part of one marks the whole of it.
        places = [(origin[start][0], origin[end - 1][1]) for start, end in places if end <= len(origin)]
    marks: list[Mark] = []
    for start, end in sorted(places):
        if marks and start < marks[-1][0] + marks[-1][1]:
            first = marks[-1][0]
            marks[-1] = (first, max(end, first + marks[-1][1]) - first)
        else:
            marks.append((start, end - start))
    return tuple(marks)


def snippet(text: str, runs: Sequence[str], width: int = 60) -> str:
    """The part of a text around its first mark, on one line, with … where something was left out.

    Few characters stand before the mark, so that a narrow column still shows it.
    """
    flat = " ".join(text.split())
    at = _first(flat, runs)
    start = at - _BEFORE if at > _BEFORE + 2 else 0
    end = start + width
    return ("…" if start else "") + flat[start:end] + ("…" if end < len(flat) else "")


def _first(text: str, runs: Sequence[str]) -> int:
    """Where the first mark begins; a long text is looked through in parts, as only one of them is taken apart."""
    for start in range(0, len(text), _PART):
        marks = find_marks(text[start : start + _PART + _OVERLAP], runs)
        if marks:
            return start + marks[0][0]
    return 0


def _places(folded: str, run: str) -> list[int]:
    found, at = [], folded.find(run)
    while at >= 0:
        found.append(at)
        at = folded.find(run, at + len(run))
    return found


def _origins(text: str) -> list[Mark]:
    """For every folded character, where what it came from begins and ends: a character with what combines with it."""
    origins: list[Mark] = []
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        origins += [(start, end)] * len(fold(text[start:end]))
        start = end
    return origins
