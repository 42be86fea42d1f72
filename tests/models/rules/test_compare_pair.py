"""Which two pictures belong side by side."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from models.evidence_records import Evidence
from models.kinds import Derivation, EvidenceSource, Integrity, MediaKind
from models.rules.compare_pair import in_order, partner_of, side_of

AT = datetime(2026, 11, 20, tzinfo=UTC)


def piece(number: int, tag: str, exhibit: int | None = None) -> Evidence:
    return Evidence(
        number, 1, number, "a" * 64, 1, "a.jpg", MediaKind.PHOTO, "jpeg", EvidenceSource.CHOSEN, "", "", tag, exhibit,
        None, "", AT, "", 1, 1, 1, None, Integrity.VERIFIED, AT,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("tag", "side"),
    [("packing_photo", "sent"), ("photo", "received"), ("发货照", "sent"), ("Damage, left", "received"),
     ("waybill", "sent"), ("chat_record", None), ("", None)],
)  # fmt: skip
def test_the_tag_says_which_side(tag: str, side: str | None) -> None:
    assert side_of(piece(1, tag)) == side


def test_the_partner_is_the_closest_original_as_imported() -> None:
    damage = piece(1, "photo")
    sent = [piece(2, "waybill", 1), piece(3, "packing_photo"), piece(4, "packing_photo", 2)]
    assert partner_of(damage, [damage, *sent]) == sent[2]
    broken = replace(sent[2], integrity=Integrity.CHANGED)
    copy = replace(sent[1], derivation=Derivation.REDACTED)
    assert partner_of(damage, [damage, sent[0], copy, broken]) == sent[0]
    assert partner_of(piece(9, "chat_record"), sent) is None
    assert partner_of(damage, [damage]) is None


def test_what_was_sent_stands_left_and_at_most_four_are_shown() -> None:
    items = [piece(1, "photo"), piece(2, ""), piece(3, "packing_photo"), piece(4, "photo"), piece(5, "photo")]
    assert [item.number for item in in_order(items)] == [3, 2, 1, 4]
