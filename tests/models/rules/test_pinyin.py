"""Pinyin initials: one letter for each Chinese character, every reading in use for the index, oddities harmless."""

from __future__ import annotations

from models.rules.pinyin import initials, spellings


def test_initials_are_those_of_the_chinese_characters_alone() -> None:
    assert initials("花果山_大圣01") == "hgsds"
    assert initials("plain\x00 ascii") == initials("😀‮é") == initials("") == ""
    assert initials("𠮷野家").endswith("yj")
    assert len(initials("雾" * 100_000)) == 100_000


def test_every_reading_in_use_is_spelt_and_never_more_than_eight() -> None:
    assert spellings("唐三藏") == ["tsc", "tsz"]
    assert set(spellings("单先生")) == {"dxs", "sxs"}
    assert spellings("hello") == []
    assert len(spellings("藏重长曾乐" * 20)) == 8
