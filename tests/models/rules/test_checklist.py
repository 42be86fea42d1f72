"""The checklist: required first, present by tag, and complete only when nothing required is missing."""

from __future__ import annotations

from models.rules.checklist import checklist, strongest
from models.rules.conclusion import EvidenceNeed
from models.rules.pack_parts import Text


def need(name: str, level: str) -> EvidenceNeed:
    return EvidenceNeed(name, Text(name, name), "photo", level, "buyer", Text("请发", "please send"))


NEEDS = (need("padding", "may"), need("box", "should"), need("photo", "must"), need("waybill", "must"))


def test_what_is_required_stands_first() -> None:
    assert [item.need.id for item in checklist(NEEDS, ()).items] == ["photo", "waybill", "box", "padding"]


def test_tags_count_whatever_their_case_and_space() -> None:
    found = checklist(NEEDS, (" Photo ", "BOX"))
    assert {item.need.id for item in found.items if item.present} == {"photo", "box"}
    assert [each.id for each in found.required_missing] == ["waybill"]
    assert not found.complete


def test_complete_without_the_advised() -> None:
    found = checklist(NEEDS, ("photo", "waybill"))
    assert found.complete
    assert [each.id for each in found.missing] == ["box", "padding"]


def test_the_stronger_level_wins() -> None:
    assert strongest("may", "must") == "must"
    assert strongest("should", "may") == "should"
