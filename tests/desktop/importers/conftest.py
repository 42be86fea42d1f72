"""What the tests of the importers are given: a maker of export files, header rows, and the real samples."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desktop.importers.order_exports import HEADERS, Exports

SHARED = Path(__file__).resolve().parents[4] / "shared" / "samples"


@pytest.fixture
def exports(tmp_path: Path) -> Exports:
    return Exports(tmp_path)


@pytest.fixture(scope="session")
def samples() -> Callable[[str], Path]:
    """Finds a real sample file, or skips where they are not there."""

    def find(name: str) -> Path:
        path = SHARED / name
        if not path.exists():
            pytest.skip("the shared samples are not on this machine")
        return path

    return find


@pytest.fixture(scope="session")
def headers() -> dict[str, list[str]]:
    return HEADERS
