"""Places in laws are said in the reader's language."""

from __future__ import annotations

import pytest

from models.rules.citations import locator_in


@pytest.mark.parametrize(
    ("locator", "english"),
    [
        ("第7条", "art. 7"), ("第10、13条", "art. 10, 13"), ("第201-204条", "art. 201-204"),
        ("第56条第1款第8项", "art. 56(1)(8)"), ("第512条；第20条", "art. 512; art. 20"), ("art. 9", "art. 9"), ("", ""),
    ],
)  # fmt: skip
def test_articles_in_english(locator: str, english: str) -> None:
    assert locator_in(locator, "en") == english
    assert locator_in(locator, "zh_CN") == locator
