"""Strings come in the window's language, arguments go in safely, and both ways of loading say the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from desktop.platform.resources import resource
from ui.catalogues import Entry, TsTranslator, compile_catalogue, is_fresh, read_catalogue, write_catalogue
from ui.i18n import fill, install, language, on_language_change, translator

tr = translator("sample")


def test_an_argument_is_not_looked_through_again() -> None:
    assert fill("%1 owes %2", "%2", "%1") == "%2 owes %1"
    assert fill("%1", "100%3") == "100%3"
    assert fill("%1 of %9", "1") == "1 of %9"


@given(st.lists(st.text(), min_size=1, max_size=9))
def test_every_argument_stands_as_given(arguments: list[str]) -> None:
    text = "|".join(f"%{place + 1}" for place in range(len(arguments)))
    assert fill(text, *arguments) == "|".join(arguments)


def sample(folder: Path) -> Path:
    file = folder / "sample.ts"
    entries = [
        Entry("sample", "Open %1", ("打开 %1",), False, ""),
        Entry("sample", "%n case", ("%n 张售后单",), True, ""),
    ]
    write_catalogue(file, "zh_CN", entries)
    return file


def test_a_catalogue_reads_as_it_was_written(tmp_path: Path) -> None:
    entries = read_catalogue(sample(tmp_path))
    assert [(e.source, e.forms, e.plural) for e in entries] == [
        ("%n case", ("%n 张售后单",), True),
        ("Open %1", ("打开 %1",), False),
    ]


def test_compiled_and_read_catalogues_say_the_same(tmp_path: Path) -> None:
    file = sample(tmp_path)
    compiled = tmp_path / "cache" / "zh_CN.qm"
    assert compile_catalogue([file], compiled)
    assert is_fresh(compiled, [file])
    from_file = QTranslator()
    assert from_file.load(str(compiled))
    for loaded in (from_file, TsTranslator([file])):
        assert QCoreApplication.installTranslator(loaded)
        assert tr("Open %1", "A%1") == "打开 A%1"
        assert tr("%n case", n=3) == "3 张售后单"
        assert tr("not there") == "not there"
        QCoreApplication.removeTranslator(loaded)


def test_english_plurals(tmp_path: Path) -> None:
    file = tmp_path / "sample.ts"
    write_catalogue(file, "en", [Entry("sample", "%n case", ("%n case", "%n cases"), True, "")])
    loaded = TsTranslator([file])
    QCoreApplication.installTranslator(loaded)
    assert [tr("%n case", n=n) for n in (0, 1, 2)] == ["0 cases", "1 case", "2 cases"]
    QCoreApplication.removeTranslator(loaded)


def test_the_language_can_change_while_running(speak: Callable[[str], None]) -> None:
    told: list[str] = []
    stop = on_language_change(lambda: told.append(language()))
    frame = translator("frame")
    assert frame("Find or run") == "搜索与命令"
    speak("en")
    assert frame("Find or run") == "Find or run"
    assert QLocale().language() == QLocale.Language.English
    stop()
    speak("zh")
    assert told == ["en"]


def test_a_cache_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    install("zh", resource("translations"), blocked / "cache")
    assert translator("frame")("Find or run") == "搜索与命令"
