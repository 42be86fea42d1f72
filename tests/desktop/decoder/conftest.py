"""A decoder whose worker is started as a module, and pictures made for the tests."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.decoder.client import Decoder

ROOT = Path(__file__).resolve().parents[3]
WORKER = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); "]
SAMPLES = ROOT.parent / "shared" / "samples" / "images"


def worker_running(code: str) -> list[str]:
    """The command of a worker that runs `code` in place of the real one."""
    return [*WORKER[:-1], WORKER[-1] + code]


REAL_WORKER = worker_running("from desktop.decoder.worker import main; sys.exit(main())")


@pytest.fixture(scope="module")
def decoder() -> Iterator[Decoder]:
    made = Decoder(command=REAL_WORKER)
    yield made
    made.close()
    assert made.worker_pids() == ()
