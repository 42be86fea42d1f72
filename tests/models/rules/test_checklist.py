"""The checklist: required first, present by tag, and complete only when nothing required is missing."""

from __future__ import annotations

from dataclasses import replace

from models.evidence_records import Completeness, Evidence
from models.kinds import Derivation, EvidenceSource, Integrity, MediaKind
from models.rules.checklist import checklist_of, strongest, tags_there
from models.rules.conclusion import EvidenceNeed
from models.rules.pack_parts import Text
from tests.conftest import NOW


def need(name: str, level: str) -> EvidenceNeed:
    return EvidenceNeed(name, Text(name, name), "photo", level, "buyer", Text("请发", "please send"))


NEEDS = (need("padding", "may"), need("box", "should"), need("photo", "must"), need("waybill", "must"))


def test_what_is_required_stands_first() -> None:
    assert [item.need.id for item in checklist_of(NEEDS, ()).items] == ["photo", "waybill", "box", "padding"]


def test_tags_count_whatever_their_case_and_space() -> None:
    found = checklist_of(NEEDS, (item(1, " Photo "), item(2, "BOX")))
    assert {item.need.id for item in found.items if item.present} == {"photo", "box"}
    assert [each.id for each in found.required_missing] == ["waybill"]
    assert not found.complete


def test_complete_without_the_advised() -> None:
    found = checklist_of(NEEDS, (item(1, "photo"), item(2, "waybill")))
    assert found.complete
    assert [each.id for each in found.missing] == ["box", "padding"]


def test_the_stronger_level_wins() -> None:
    assert strongest("may", "must") == "must"
    assert strongest("should", "may") == "should"


def item(number: int, tag: str = "", **values: object) -> Evidence:
    found = Evidence(
        id=number, case_id=1, number=number, sha256="0" * 64, size=1, original_name="a.jpg", media=MediaKind.PHOTO,
        format="jpeg", source=EvidenceSource.CHOSEN, caption="", proves="", tag=tag, exhibit=None, captured_at=None,
        captured_zone="", imported_at=NOW, imported_by="", width=None, height=None, pages=None, duration_ms=None,
        integrity=Integrity.VERIFIED, verified_at=None,
    )  # fmt: skip
    return replace(found, **values)  # type: ignore[arg-type]


def test_each_line_says_by_which_evidence_it_is_met() -> None:
    found = checklist_of(NEEDS, (item(3, "photo"), item(1, " PHOTO "), item(2, "other")))
    assert [each.number for each in found.items[0].where] == [1, 3]
    assert found.completeness == Completeness(4, 1, 1)


def test_what_is_not_as_imported_meets_nothing() -> None:
    evidence = (item(1, "photo", integrity=Integrity.CHANGED), item(2, "waybill", integrity=Integrity.MISSING))
    assert checklist_of(NEEDS, evidence).completeness.there == 0


def test_a_redacted_copy_meets_the_need_of_its_parent_and_a_still_does_not() -> None:
    gone = item(1, "photo", integrity=Integrity.MISSING)
    copy = item(2, parent_id=1, derivation=Derivation.REDACTED)
    still = item(3, parent_id=4, derivation=Derivation.STILL)
    film = item(4, "box")
    found = checklist_of(NEEDS, (gone, copy, still, film))
    where = {each.need.id: [one.number for one in each.where] for each in found.items}
    assert where["photo"] == [2]
    assert where["box"] == [4]


def test_rows_that_name_each_other_as_parents_do_not_hang() -> None:
    one = item(1, parent_id=2, derivation=Derivation.COPY)
    other = item(2, parent_id=1, derivation=Derivation.COPY)
    assert tags_there((one, other)) == frozenset()
