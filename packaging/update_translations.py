"""Collect every tr("…") of ui/ into the .ts files of its room; new ones come in unfinished, gone ones go out.

Run it after adding or changing a string: `python packaging/update_translations.py [--check] [ROOM …]`.
A build takes `--compile FOLDER` to get zh_CN.qm and en.qm, which it ships as resources/translations.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from ui.catalogues import Entry, compile_catalogue, read_catalogue, write_catalogue  # noqa: E402

LANGUAGES = ("zh_CN", "en")


@dataclass(frozen=True, slots=True)
class Literal:
    """A string handed to a room's translating function."""

    room: str
    text: str
    plural: bool
    place: str


class NotLiteralError(Exception):
    """A translating function was called with something that is not a plain string."""


def _rooms(tree: ast.Module) -> dict[str, str]:
    """Names bound to `translator("room")` at a module's top."""
    rooms = {}
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            call = node.value
            name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
            if name == "translator" and call.args and isinstance(call.args[0], ast.Constant):
                rooms |= {t.id: str(call.args[0].value) for t in node.targets if isinstance(t, ast.Name)}
    return rooms


def literals(source: Path) -> Iterator[Literal]:
    """The translated strings of one module; NotLiteralError when one cannot be found by reading."""
    tree = ast.parse(source.read_text(encoding="utf-8"))
    rooms = _rooms(tree)
    if not rooms:
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in rooms:
            place = f"{source.relative_to(ROOT).as_posix()}:{node.lineno}"
            first = node.args[0] if node.args else None
            if not isinstance(first, ast.Constant) or not isinstance(first.value, str):
                raise NotLiteralError(place)
            yield Literal(rooms[node.func.id], first.value, any(k.arg == "n" for k in node.keywords), place)


def all_literals() -> list[Literal]:
    """The translated strings of the whole window."""
    return [found for file in sorted((ROOT / "ui").rglob("*.py")) for found in literals(file)]


def wanted(language: str, found: list[Literal]) -> dict[str, dict[str, Literal]]:
    """By room and text, what a language's catalogue must hold: English only needs its plural forms."""
    rooms: dict[str, dict[str, Literal]] = {}
    for literal in found:
        if language != "en" or literal.plural:
            rooms.setdefault(literal.room, {})[literal.text] = literal
    return rooms


def catalogue(language: str, room: str) -> Path:
    """Where a room's strings in a language lie."""
    return ROOT / "resources" / "translations" / language / f"{room}.ts"


def _blank(language: str, literal: Literal) -> Entry:
    forms = ("", "") if literal.plural and language == "en" else ("",)
    return Entry(literal.room, literal.text, forms, literal.plural, "unfinished")


def update(language: str, found: list[Literal], only: tuple[str, ...] = ()) -> list[str]:
    """Bring the catalogues of a language (or of some rooms) up to date; returns what is left to translate."""
    left = []
    rooms = {room: texts for room, texts in wanted(language, found).items() if not only or room in only}
    for file in (ROOT / "resources" / "translations" / language).glob("*.ts"):
        if not only and file.stem not in rooms:
            file.unlink()
    for room, texts in rooms.items():
        file = catalogue(language, room)
        known = {e.source: e for e in read_catalogue(file)} if file.is_file() else {}
        entries = []
        for text, literal in texts.items():
            entry = known.get(text)
            if entry is None or entry.plural != literal.plural:
                entry = _blank(language, literal)
            if entry.state or not all(entry.forms):
                left.append(f"{language}/{room}: {text}")
            entries.append(entry)
        if entries != list(known.values()):
            write_catalogue(file, language, entries)
    return left


def compile_all(folder: Path) -> list[Path]:
    """Compile every language into `folder`; RuntimeError where Qt's lrelease is missing."""
    made = []
    for language in LANGUAGES:
        compiled = folder / f"{language}.qm"
        sources = sorted((ROOT / "resources" / "translations" / language).glob("*.ts"))
        if not compile_catalogue(sources, compiled):
            raise RuntimeError(f"{language}: lrelease could not compile")
        made.append(compiled)
    return made


def main() -> int:
    """Update all catalogues and list what is left to translate, or compile them."""
    if sys.argv[1:2] == ["--compile"]:
        for made in compile_all(Path(sys.argv[2])):
            sys.stdout.write(f"{made}\n")
        return 0
    found = all_literals()
    only = tuple(word for word in sys.argv[1:] if not word.startswith("--"))
    left = [line for language in LANGUAGES for line in update(language, found, only)]
    for line in left:
        sys.stdout.write(line + "\n")
    sys.stdout.write(f"{len(found)} strings, {len(left)} to translate\n")
    return 1 if left and "--check" in sys.argv[1:] else 0


if __name__ == "__main__":
    raise SystemExit(main())
