"""The policy packs: reading and building all of them, and one evaluation with all that apply to a shop."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop.services.packs import PackLibrary
from models.rules.evaluator import evaluate
from models.rules.packs import Pack

pytestmark = pytest.mark.bench
PACKS = Path(__file__).resolve().parents[2] / "resources" / "packs"
NOW = datetime(2026, 11, 20, 2, tzinfo=UTC)


def test_all_packs_are_built(benchmark: Any) -> None:
    def build() -> list[Pack]:
        library = PackLibrary(PACKS)
        return [library.pack(name) for name in library.ids()]

    assert len(benchmark(build)) >= 18  # 150 ms is the aim, all of them at once; a shop needs a third of them


@pytest.mark.parametrize(("platform", "country", "road"), [("tmall", "CN", "quality"), ("shopify", "US", "chargeback")])
def test_one_evaluation_with_all_packs_of_a_shop(benchmark: Any, platform: str, country: str, road: str) -> None:
    packs = PackLibrary(PACKS).packs_for(platform, country, date(2026, 11, 20))
    facts = {"platform": platform, "country": country, "case_type": road, "paid": "80.00", "dispute_service": "stripe"}
    assert benchmark(lambda: evaluate(packs, facts, now=NOW)).outcomes
