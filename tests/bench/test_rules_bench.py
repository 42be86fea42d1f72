"""The rules: packs loaded when needed, and a whole conclusion of a Tmall shop for every example of the packs."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from desktop.services.packs import PackLibrary
from models.errors import AftercaseError
from models.rules.evaluator import evaluate
from models.rules.frozen_packs import freeze, thaw
from tests.bench.bench_folder import measured_environment

pytestmark = pytest.mark.bench
PACKS = Path(__file__).resolve().parents[2] / "resources" / "packs"
NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


def library() -> PackLibrary:
    """One that has read nothing yet."""
    return PackLibrary(PACKS)


def examples() -> list[Mapping[str, object]]:
    """The facts of every pack's own tests."""
    packs = library()
    return [test.facts for name in packs.ids() for test in packs.pack(name).tests]


def seconds(packs: Any, facts: Mapping[str, object]) -> float:
    """Processor seconds of one evaluation, refused facts included."""
    now = facts.get("now")
    began = time.process_time()
    with suppress(AftercaseError):
        evaluate(packs, facts, now=datetime.fromisoformat(now) if isinstance(now, str) else NOW)
    return time.process_time() - began


def test_all_packs_load(benchmark: Any) -> None:
    def load() -> int:
        packs = library()
        return len([packs.pack(name) for name in packs.ids()])

    assert benchmark.pedantic(load, rounds=10, warmup_rounds=1) > 10


def test_a_conclusion_of_all_packs_of_a_shop(benchmark: Any) -> None:
    packs, cases = library().packs_for("tmall", "CN", NOW), examples()
    for facts in cases:
        seconds(packs, facts)

    def round_of_all() -> list[float]:
        return [seconds(packs, facts) for facts in cases]

    found = sorted(benchmark.pedantic(round_of_all, rounds=5))
    benchmark.extra_info.update(
        packs=len(packs), examples=len(found), median_ms=round(median(found) * 1000, 2),
        p95_ms=round(found[int(len(found) * 0.95)] * 1000, 2), longest_ms=round(found[-1] * 1000, 2),
    )  # fmt: skip
    assert len(found) == len(cases)


def test_keeping_packs_and_reading_them_back(benchmark: Any) -> None:
    packs = library().packs_for("tmall", "CN", NOW)

    def there_and_back() -> int:
        kept = freeze(packs)
        return len(thaw(kept.data, {copy.sha256: copy.content for copy in kept.copies}))

    assert benchmark.pedantic(there_and_back, rounds=5, warmup_rounds=1) == len(packs)


def test_a_start_loads_no_rule(benchmark: Any) -> None:
    """What the services import must not bring the engine or the holidays with it."""
    script = (
        "import sys, desktop.services.resolutions, desktop.services.packs;"
        "print(','.join(name for name in ('rule_engine', 'holidays') if name in sys.modules) or '-')"
    )

    def start() -> str:
        done = subprocess.run(
            [sys.executable, "-c", script], check=True, capture_output=True, text=True, env=measured_environment(),
            cwd=PACKS.parents[1],
        )  # fmt: skip
        return done.stdout.strip()

    assert benchmark.pedantic(start, rounds=3) == "-"
