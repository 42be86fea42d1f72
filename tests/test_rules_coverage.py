"""The table of rules: every rule of the handbooks once, and everything it names is really there."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

from desktop.services.packs import PackLibrary

ROOT = Path(__file__).resolve().parents[1]
TABLE = ROOT / "docs" / "rules-coverage.md"
COUNTS = {"R000": 13, "R001": 8, "R002": 8, "R003": 52, "R004": 32}
CONFLICTS = [f"K{number}" for number in range(1, 11)]
EXAM = [*(f"A{n}" for n in (1, 2, 3, 4, 5, 6, 7, 9)), *(f"B{n}" for n in range(1, 11))]
ELEMENT = re.compile(r"`([a-z][a-z-]*):([a-z]+)\.([a-z0-9_]+)`")
FEATURE = re.compile(r"feature: [^(]+\(((?:`[^`]+`(?:, )?)+)\)")


def rows() -> dict[str, str]:
    cells = [line.strip("| \n").split(" | ") for line in TABLE.read_text("utf-8").splitlines() if line.startswith("|")]
    kept = [cell for cell in cells if len(cell) == 3 and re.fullmatch(r"[RKAB]\d[\d-]*", cell[0])]
    counted = Counter(cell[0] for cell in kept)
    assert [name for name, times in counted.items() if times > 1] == []
    return {cell[0]: cell[2] for cell in kept}


def test_every_rule_stands_in_the_table_once() -> None:
    rules = [f"{prefix}-{number:02d}" for prefix, count in COUNTS.items() for number in range(1, count + 1)]
    assert len(rules) == 113
    assert sorted(rows()) == sorted([*rules, *CONFLICTS, *EXAM])


def test_every_element_is_in_the_packs() -> None:
    library = PackLibrary(ROOT / "resources")
    base = json.loads((ROOT / "resources" / "packs" / "base.json").read_text("utf-8"))
    missing: list[str] = []
    found = 0
    for rule, where in rows().items():
        for pack, section, name in ELEMENT.findall(where):
            there = base[section] if pack == "base" else getattr(library.pack(pack), section)
            found += 1
            if name not in there:
                missing.append(f"{rule}: {pack}:{section}.{name}")
    assert missing == []
    assert found > 150


def test_every_feature_is_in_the_tree() -> None:
    named = {
        path for where in rows().values() for paths in FEATURE.findall(where) for path in re.findall("`(.+?)`", paths)
    }
    assert sorted(path for path in named if not (ROOT / path).exists()) == []
    assert len(named) > 20


def test_nothing_is_left_without_a_place_or_a_reason() -> None:
    for rule, where in rows().items():
        assert ELEMENT.search(where) or FEATURE.search(where) or "refused: " in where, rule
        for reason in re.findall(r"refused: ([^·]*)", where):
            assert len(reason.split()) >= 4, rule
        for when in re.findall(r"later: ([^·]*)", where):
            assert when.startswith("issue ") or len(when.split()) >= 4, rule
        assert where.count("feature: ") == len(FEATURE.findall(where)), rule
