"""The walls of the house: what may import what, and rules that no linter knows."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("ui", "desktop", "models")
FORBIDDEN_NAMES = {"utils", "helpers", "common", "misc", "manager", "util", "helper"}


def modules(*rooms: str) -> Iterator[Path]:
    for room in rooms:
        yield from sorted((ROOT / room).rglob("*.py"))


@dataclass(frozen=True, slots=True)
class Read:
    """What the rules look at in one module; its tree is let go: all of them together would slow every later test."""

    silent: bool
    clock_calls: tuple[str, ...]
    imports: frozenset[str]
    names: frozenset[str]
    bare_labels: tuple[int, ...]


@cache
def read(path: Path) -> Read:
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    clock_calls: list[str] = []
    imports: set[str] = set()
    names: set[str] = set()
    bare_labels: list[int] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            names.add(node.id)
        elif isinstance(node, ast.Import):
            imports.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            imports.add((node.module or "").split(".")[0])
        elif isinstance(node, ast.Call):
            clock_calls += _clock_calls(node)
            if isinstance(node.func, ast.Name) and node.func.id == "QLabel":
                bare_labels.append(node.lineno)
    return Read(
        not ast.get_docstring(tree), tuple(clock_calls), frozenset(imports), frozenset(names), tuple(bare_labels)
    )


def _clock_calls(node: ast.Call) -> Iterator[str]:
    if isinstance(node.func, ast.Attribute):
        owner = node.func.value
        if isinstance(owner, ast.Name):
            called = f"{owner.id}.{node.func.attr}"
            if called in {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time"}:
                yield called
        if node.func.attr in {"currentDateTime", "currentDate", "currentTime"}:
            yield node.func.attr


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_import_contracts_hold() -> None:
    checker = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([str(checker), "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_top_level_is_as_agreed() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout
    if not tracked:
        pytest.skip("not a git checkout")
    top = {line.split("/")[0] for line in tracked.splitlines()}
    allowed = {
        "desktop", "ui", "models", "resources", "packaging", "tests", "main.py", "pyproject.toml",
        "README.md", "LICENSE", "CHANGELOG.md", "docs", "requirements", ".ci", ".gitignore",
    }  # fmt: skip
    assert top <= allowed


def test_packaging_is_no_package() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_every_module_says_what_it_is_for() -> None:
    silent = [name_of(path) for path in modules(*ROOMS) if read(path).silent]
    assert silent == []


def test_no_module_is_past_four_hundred_lines() -> None:
    long = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules(*ROOMS, "tests")}
    assert {name: lines for name, lines in long.items() if lines > 400} == {}


def test_no_module_is_a_magnet() -> None:
    assert [name_of(path) for path in modules(*ROOMS) if path.stem in FORBIDDEN_NAMES] == []


def test_only_the_clock_reads_the_clock() -> None:
    found = {
        name_of(path): calls
        for path in modules(*ROOMS)
        if name_of(path) != "models/clock.py" and (calls := read(path).clock_calls)
    }
    assert found == {}


def test_the_case_database_never_goes_through_pythons_own_sqlite() -> None:
    assert [name_of(path) for path in modules(*ROOMS) if "sqlite3" in read(path).imports] == []


def test_message_boxes_open_in_one_place() -> None:
    found = [
        name_of(path)
        for path in modules("ui")
        if "QMessageBox" in path.read_text(encoding="utf-8") and name_of(path) != "ui/messages.py"
    ]
    assert found == []


RICH_WIDGETS = {"QTextEdit", "QTextBrowser", "QErrorMessage", "QWhatsThis"}


def test_no_widget_that_reads_markup() -> None:
    found = [f"{name_of(path)}: {name}" for path in modules("ui") for name in sorted(read(path).names & RICH_WIDGETS)]
    assert found == []


def test_labels_are_made_in_the_plain_place_only() -> None:
    """A bare QLabel guesses markup: `PlainLabel` and its kin in ui/plain.py never do."""
    found = [
        f"{name_of(path)}:{line}"
        for path in modules("ui")
        if name_of(path) != "ui/plain.py"
        for line in read(path).bare_labels
    ]
    assert found == []


def test_the_window_never_decodes_pictures_of_others() -> None:
    """Qt's decoders may read the program's own icons only."""
    decoders = {"QImageReader", "QMovie", "QPdfDocument", "QMediaPlayer"}
    found = [f"{name_of(path)}: {name}" for path in modules("ui") for name in sorted(read(path).names & decoders)]
    assert found == []


def test_nothing_is_left_open_in_the_code() -> None:
    marks = ("TO" + "DO", "FIX" + "ME", "X" + "XX", "NotImplemented" + "Error")
    found = [name_of(path) for path in modules(*ROOMS) if any(mark in path.read_text("utf-8") for mark in marks)]
    assert found == []
