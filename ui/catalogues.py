"""Qt Linguist files: reading, compiling to .qm, and a translator that reads them where they cannot be compiled."""

from __future__ import annotations

import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import PySide6
from PySide6.QtCore import QTranslator


@dataclass(frozen=True, slots=True)
class Entry:
    """One message of a catalogue; `forms` are its plural forms, a single one for a plain message."""

    room: str
    source: str
    forms: tuple[str, ...]
    plural: bool
    state: str


def read_catalogue(file: Path) -> list[Entry]:
    """The entries of a .ts file; `state` is "", "unfinished", "vanished" or "obsolete"."""
    entries = []
    for context in ET.parse(file).getroot().iter("context"):  # noqa: S314  (our own files)
        room = context.findtext("name") or ""
        for message in context.iter("message"):
            plural = message.get("numerus") == "yes"
            node = message.find("translation")
            forms: tuple[str, ...] = ()
            state = ""
            if node is not None:
                state = node.get("type") or ""
                forms = tuple(f.text or "" for f in node.iter("numerusform")) if plural else (node.text or "",)
            entries.append(Entry(room, message.findtext("source") or "", forms, plural, state))
    return entries


def write_catalogue(file: Path, language: str, entries: Iterable[Entry]) -> None:
    """Write a .ts file, entries sorted by source so that two people's additions merge."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, ET.Element] = {}
    for entry in sorted(entries, key=lambda e: (e.room, e.source)):
        if entry.room not in contexts:
            contexts[entry.room] = ET.SubElement(root, "context")
            ET.SubElement(contexts[entry.room], "name").text = entry.room
        message = ET.SubElement(contexts[entry.room], "message")
        ET.SubElement(message, "source").text = entry.source
        node = ET.SubElement(message, "translation")
        if entry.state:
            node.set("type", entry.state)
        if entry.plural:
            message.set("numerus", "yes")
            for form in entry.forms:
                ET.SubElement(node, "numerusform").text = form
        else:
            node.text = entry.forms[0] if entry.forms else ""
    ET.indent(root, "    ")
    body = ET.tostring(root, encoding="unicode", short_empty_elements=False)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def is_fresh(compiled: Path, sources: Sequence[Path]) -> bool:
    """Whether a compiled catalogue is there and not older than its sources (a shipped one may have none)."""
    if not compiled.is_file():
        return False
    made = compiled.stat().st_mtime
    return all(source.stat().st_mtime <= made for source in sources)


def compile_catalogue(sources: Sequence[Path], compiled: Path) -> bool:
    """Compile .ts files into one .qm with Qt's lrelease; False where that is not to be had."""
    tool = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    if not sources or not tool.is_file():
        return False
    part = compiled.with_suffix(f".{os.getpid()}.part")
    try:
        compiled.parent.mkdir(parents=True, exist_ok=True)
        command = [str(tool), "-silent", *map(str, sources), "-qm", str(part)]
        subprocess.run(command, check=True, timeout=60, stdin=subprocess.DEVNULL, capture_output=True)
        part.replace(compiled)
    except (OSError, subprocess.SubprocessError):
        with suppress(OSError):
            part.unlink()
        return False
    return True


class TsTranslator(QTranslator):
    """Translates straight from .ts files, for machines where nothing can be compiled or written."""

    def __init__(self, sources: Iterable[Path]) -> None:
        super().__init__()
        self._entries = {(e.room, e.source): e for file in sources for e in read_catalogue(file) if any(e.forms)}

    def isEmpty(self) -> bool:
        return not self._entries

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        entry = self._entries.get((context, sourceText))
        if entry is None:
            # an empty string would be taken for a translation; only None lets Qt show the source
            return None
        form = entry.forms[0] if len(entry.forms) == 1 or n == 1 else entry.forms[-1]
        return form.replace("%n", str(n)) if n >= 0 else form
