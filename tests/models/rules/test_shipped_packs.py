"""The packs as they ship: sound by their own check and by the schema, cited, dated, and right in all worked cases."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from desktop.services.packs import PackLibrary
from models.rules.deadlines import COUNTS
from models.rules.pack_checks import check_pack
from tests.models.rules.conftest import ROOT

PACKS = sorted(
    path.stem for path in (ROOT / "resources" / "packs").glob("*.json") if path.stem not in ("base", "pack.schema")
)
Files = dict[str, dict[str, Any]]


def test_the_packs_are_there(library: PackLibrary) -> None:
    assert set(library.ids()) == set(PACKS)
    assert {"shop-handbook", "cn-law", "taobao", "jd", "eu-law", "uk-law", "us-law", "paypal"} <= set(PACKS)


@pytest.mark.parametrize("name", PACKS)
def test_each_pack_is_sound_and_holds_its_own_tests(library: PackLibrary, name: str) -> None:
    pack = library.pack(name)
    assert pack.tests
    assert check_pack(pack) == ()


@pytest.mark.parametrize("name", [*PACKS, "base"])
def test_each_file_follows_the_schema(pack_files: Files, name: str) -> None:
    validator = jsonschema.Draft202012Validator(pack_files["pack.schema"])
    assert [error.message for error in validator.iter_errors(pack_files[name])] == []


@pytest.mark.parametrize("name", PACKS)
def test_every_number_has_a_source_with_confidence_and_a_review_day(library: PackLibrary, name: str) -> None:
    pack = library.pack(name)
    assert pack.review_by is not None
    cited = [each.source for section in (pack.constants, pack.formulas, pack.deadlines) for each in section.values()]  # type: ignore[attr-defined]
    for source in cited:
        assert pack.sources[source].confidence
        assert pack.sources[source].review_by


@pytest.mark.parametrize("name", [*PACKS, "base"])
def test_every_text_is_in_both_languages(pack_files: Files, name: str) -> None:
    bare: list[str] = []

    def look(value: object, where: str) -> None:
        if isinstance(value, dict):
            if "zh" in value and set(value) != {"zh", "en"}:
                bare.append(where)
            for key, each in value.items():
                look(each, f"{where}/{key}")
        elif isinstance(value, list):
            for index, each in enumerate(value):
                look(each, f"{where}/{index}")

    look(pack_files[name], name)
    assert bare == []


def test_all_kinds_of_deadline_but_none_unknown_are_used(library: PackLibrary) -> None:
    used = {rule.count for name in PACKS for rule in library.pack(name).deadlines.values()}
    assert used == COUNTS


def test_what_must_not_be_done_is_not_offered(library: PackLibrary) -> None:
    texts = "".join((ROOT / "resources" / "packs" / f"{name}.json").read_text("utf-8") for name in PACKS)
    assert "好评返现" not in texts
    kinds = {
        offer.id for name in PACKS for outcome in library.pack(name).outcomes.values() for offer in outcome.remedies
    }
    assert not any("star" in kind or "review_reward" in kind for kind in kinds)


def test_the_worked_cases_hold(library: PackLibrary, shared: Path) -> None:
    lines, held, total = library.check_worked_cases(shared / "rules" / "worked_cases.json")
    assert lines == []
    assert held == total == 138


def test_no_rule_is_keyed_to_a_case(shared: Path) -> None:
    numbers = {case["id"] for case in json.loads((shared / "rules" / "worked_cases.json").read_text("utf-8"))["cases"]}
    for path in (ROOT / "resources" / "packs").glob("*.json"):
        raw = json.loads(path.read_text("utf-8"))
        assert numbers & {test["id"] for test in raw.get("tests", [])} == set()
