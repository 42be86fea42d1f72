"""What proof a receiver expects: by the reason, with its source, met by exhibits or by the case itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from desktop import words
from desktop.services.packet_proofs import proof_book
from models.kinds import MediaKind, Problem
from models.rules.packet_proofs import ExpectedProof, expected_proof, load_proofs, reason_of, within
from tests.desktop.packets.sample_case import case_page, evidence


def lines(reason: str, preset: str = "visa", **changes: object) -> dict[str, ExpectedProof]:
    page = replace(case_page(), **changes)  # type: ignore[arg-type]
    found = expected_proof(proof_book().reasons[reason], preset, page, page.evidence)
    return {each.id: each for each in found}


def test_every_problem_has_a_reason_and_every_line_a_source_and_a_known_tag() -> None:
    book = proof_book()
    tags = words._evidence_words().keys()
    for problem in Problem:
        reason = reason_of(book, problem)
        assert problem.value in reason.problems
        for kind, _, source in reason.proofs:
            assert source.title.zh
            assert source.where
            assert kind.name.zh
            assert kind.name.en
            assert set(kind.tags) <= tags
    assert {
        "not_received",
        "not_as_described",
        "credit_not_processed",
        "duplicate",
        "fraudulent",
    } <= book.reasons.keys()


def test_the_reason_the_processor_gave_comes_before_the_problem() -> None:
    book = proof_book()
    assert reason_of(book, Problem.PAYMENT_DISPUTE, "fraudulent").id == "fraudulent"
    assert reason_of(book, Problem.PAYMENT_DISPUTE, "duplicate").id == "duplicate"
    assert reason_of(book, Problem.LOST).id == "not_received"
    assert reason_of(book, Problem.PAYMENT_DISPUTE).id == "general"


def test_what_the_case_itself_shows_needs_no_file() -> None:
    found = lines("not_received")
    assert (found["tracking"].present, found["tracking"].from_case) == (True, True)
    assert found["delivered"].present
    assert not found["signature"].present
    without = lines("not_received", order=None)
    assert not without["tracking"].present
    assert [each.level for each in found.values()] == sorted(
        (each.level for each in found.values()), key=("must", "should", "may").index
    )


def test_exhibits_are_found_by_their_tags_also_through_a_copy() -> None:
    photo = evidence(1, "", "", MediaKind.PHOTO, tag="packing_photo")
    found = lines("not_as_described", evidence=(photo,))
    assert (found["before"].evidence, found["before"].from_case) == ((1,), False)
    assert not found["listing"].present


def test_prior_orders_are_asked_of_cards_only_and_take_two() -> None:
    assert "prior_orders" not in lines("fraudulent", "paypal")
    page = case_page()
    reason = proof_book().reasons["fraudulent"]
    for orders, present in (((), False), (("A",), False), (("A", "B"), True)):
        found = {each.id: each for each in expected_proof(reason, "visa", page, (), prior=orders)}["prior_orders"]
        assert (found.present, found.details) == (present, orders)
        assert "Visa 10.4" in found.note.zh


@pytest.mark.parametrize(("days", "inside"), [(119, False), (120, True), (365, True), (366, False)])
def test_the_window_is_more_than_119_and_fewer_than_366_days(days: int, inside: bool) -> None:
    disputed = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
    assert within(disputed - timedelta(days=days), disputed, (119, 366), "Asia/Shanghai") is inside


def test_a_data_file_that_says_what_is_not_known_is_refused() -> None:
    with pytest.raises(KeyError):
        load_proofs({"proofs": {}, "reasons": {}})
    with pytest.raises(ValueError, match="general"):
        load_proofs({"sources": {}, "proofs": {}, "reasons": {}, "checked_on": "2026-11-22"})
    with pytest.raises(ValueError, match="magic"):
        load_proofs({"sources": {}, "proofs": {"x": {"name": {}, "facts": ["magic"]}}, "reasons": {}})
