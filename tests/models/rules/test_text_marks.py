"""Marks stand where the eye sees the hit, whatever folding made of the text."""

from __future__ import annotations

import pytest

from models.rules.text_marks import find_marks, search_runs, snippet


@pytest.mark.parametrize(
    ("text", "typed", "marked"),
    [
        ("A2611-0387", "0387", ["0387"]),
        ("a2611-0387", "A26", ["a26"]),
        ("花果山_大圣01", "大圣", ["大圣"]),
        ("ＹＱ4471", "yq44", ["ＹＱ44"]),
        ("Straße 5", "strasse", ["Straße"]),
        ("e\u0301te\u0301", "té", ["te\u0301"]),
        ("㍿ abc", "社 abc", ["㍿", "abc"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("abab", "aba bab", ["abab"]),
        ("nothing", "x", []),
    ],
)
def test_marks(text: str, typed: str, marked: list[str]) -> None:
    assert [text[at : at + length] for at, length in find_marks(text, search_runs(typed))] == marked


def test_runs_and_snippets() -> None:
    assert search_runs(" 破损！ABC abc '\"; ") == ("破损", "abc")
    assert search_runs("…\u202e—") == ()
    long = "前" * 30_000 + " 裂缝\n很长 " + "后" * 5_000
    cut = snippet(long, ("裂缝",), 40)
    assert "裂缝 很长" in cut
    assert cut.startswith("…")
    assert cut.endswith("…")
    assert len(cut) == 42
