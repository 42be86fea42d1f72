"""Reading finished packets back with poppler, and the naughty strings where they lie beside the repository."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

_BLNS = Path(__file__).resolve().parents[4] / "shared" / "samples" / "naughty" / "blns" / "blns.json"


@pytest.fixture
def extract(tmp_path: Path) -> Callable[[bytes], str]:
    """The text of a PDF as another program reads it, in the order it was painted in, without white space."""

    def read(content: bytes) -> str:
        file = tmp_path / "extracted.pdf"
        file.write_bytes(content)
        made = subprocess.run(["pdftotext", "-enc", "UTF-8", str(file), "-"], capture_output=True, check=True)
        return "".join(made.stdout.decode("utf-8", "replace").split())

    return read


@pytest.fixture
def naughty() -> list[str]:
    """Some 500 strings that break programs; a few of our own when the samples are not there."""
    if not _BLNS.is_file():
        return [
            "<script>alert(1)</script>",
            "\u202etxt.exe",
            "&<>\"'",
            "%n%s{0}{number}",
            "ÅÍÎÏ˝ÓÔÒÚÆ☃",
            "田中さんにあげて下さい",
        ]
    strings: list[str] = json.loads(_BLNS.read_text(encoding="utf-8"))
    return strings
