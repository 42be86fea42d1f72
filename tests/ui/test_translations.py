"""Nothing in the window is left untranslated, outdated, or translated with the wrong places for values."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PLACES = re.compile(r"%[1-9n]")


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """packaging/ is no package: the tool is loaded from its file."""
    spec = importlib.util.spec_from_file_location("update_translations", ROOT / "packaging" / "update_translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    # dataclasses look their module up by name
    import sys

    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def found(tool: ModuleType) -> list[Any]:
    """Every string of the window."""
    return list(tool.all_literals())


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_string_is_translated_and_none_is_left_over(tool: ModuleType, found: list[Any], language: str) -> None:
    wrong: list[str] = []
    wanted = tool.wanted(language, found)
    for room, texts in wanted.items():
        file = tool.catalogue(language, room)
        known = {entry.source: entry for entry in tool.read_catalogue(file)} if file.is_file() else {}
        wrong += [f"{room}: missing {text!r}" for text in texts.keys() - known.keys()]
        wrong += [f"{room}: not used any more {text!r}" for text in known.keys() - texts.keys()]
        for text, entry in known.items():
            if entry.state or not entry.forms or not all(entry.forms):
                wrong.append(f"{room}: {entry.state or 'empty'} {text!r}")
            elif entry.room != room:
                wrong.append(f"{room}: wrong context {entry.room}")
    left = {file.stem for file in (ROOT / "resources" / "translations" / language).glob("*.ts")} - wanted.keys()
    assert wrong + [f"room without strings: {room}" for room in sorted(left)] == []


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_translations_keep_the_places_of_values(tool: ModuleType, language: str) -> None:
    wrong = []
    for file in sorted((ROOT / "resources" / "translations" / language).glob("*.ts")):
        for entry in tool.read_catalogue(file):
            wanted = sorted(set(PLACES.findall(entry.source)))
            for form in entry.forms:
                found = sorted(set(PLACES.findall(form)))
                if form and found != wanted and not (entry.plural and set(wanted) - set(found) == {"%n"}):
                    wrong.append(f"{file.stem}: {entry.source!r} -> {form!r}")
    assert wrong == []


def test_a_string_that_cannot_be_found_by_reading_is_refused(tool: ModuleType, tmp_path: Path) -> None:
    source = ROOT / "ui" / "i18n.py"
    assert list(tool.literals(source)) == []
    module = tmp_path / "page.py"
    module.write_text('from ui.i18n import translator\ntr = translator("x")\nname = "a"\ntr(name)\n', encoding="utf-8")
    tool.ROOT, kept = tmp_path, tool.ROOT
    try:
        with pytest.raises(tool.NotLiteralError):
            list(tool.literals(module))
    finally:
        tool.ROOT = kept


def test_a_build_gets_compiled_catalogues(tool: ModuleType, tmp_path: Path) -> None:
    made = tool.compile_all(tmp_path / "out")
    assert [file.name for file in made] == ["zh_CN.qm", "en.qm"]
    assert all(file.stat().st_size > 100 for file in made)
