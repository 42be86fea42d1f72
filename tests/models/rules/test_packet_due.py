"""Which clock a packet is due by, and how large its pictures are."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from models.kinds import ClockKind, ClockStatus, MediaKind, WaitingOn
from models.records import Clock
from models.rules.packet_due import packet_deadline
from models.rules.packet_fit import LADDER
from models.rules.packet_parts import Shot
from models.rules.packet_shots import LONGEST_SIDE, PAGE_SIDE, shot_size, shows_text
from tests.desktop.packets.sample_case import evidence

if TYPE_CHECKING:
    from models.records import Evidence

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def clock(rule: str, days: int, **changes: object) -> Clock:
    made = Clock(days, 1, rule, rule, rule, WaitingOn.US, NOW + timedelta(days=days), NOW, ClockStatus.RUNNING)
    return replace(made, **changes)  # type: ignore[arg-type]


def test_the_receivers_date_comes_before_any_estimate() -> None:
    first_reply, estimate = clock("first_reply", 1), clock("respond_estimate", 2)
    entered, answer, later = clock("x", 3, kind=ClockKind.ENTERED), clock("stripe/respond_due", 4), clock("answer", 5)
    assert packet_deadline(()) is None
    assert packet_deadline((first_reply,)) is None
    assert packet_deadline((first_reply, estimate)) == estimate
    assert packet_deadline((estimate, entered)) == entered
    assert packet_deadline((estimate, entered, later, answer)) == answer
    done = replace(answer, status=ClockStatus.MET)
    buyers = replace(answer, who=WaitingOn.BUYER)
    assert packet_deadline((done, buyers, clock("auto_confirm", 1, kind=ClockKind.ENTERED))) is None


def like(**changes: object) -> Evidence:
    item = evidence(1, "", "", MediaKind.PHOTO)
    plain = replace(item, media=MediaKind.PHOTO, format="jpeg", width=4000, height=3000)
    return replace(plain, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({}, False), ({"media": MediaKind.CHAT}, True), ({"media": MediaKind.DOCUMENT}, True),
        ({"media": MediaKind.VIDEO, "width": 1080, "height": 2400}, False), ({"width": 1080, "height": 2400}, True),
        ({"format": "png", "captured_at": None}, True), ({"width": None, "height": None}, False),
    ],
)  # fmt: skip
def test_what_is_read_is_told_from_photos(changes: dict[str, object], text: bool) -> None:
    assert shows_text(like(**changes)) is text


def test_long_screenshots_keep_their_readable_width() -> None:
    rung = LADDER[-1]
    assert shot_size(Shot(like()), rung) == (rung.side, rung.quality)
    assert shot_size(Shot(like(media=MediaKind.DOCUMENT)), replace(rung, text_side=9_000))[0] == PAGE_SIDE
    side, quality = shot_size(Shot(like(media=MediaKind.CHAT, width=1080, height=6_000)), rung)
    assert (side * 1080 // 6_000 >= 720, quality) == (True, rung.text_quality)
    assert shot_size(Shot(like(media=MediaKind.CHAT, width=1080, height=90_000)), rung)[0] == LONGEST_SIDE
    part = Shot(like(media=MediaKind.CHAT, width=1080, height=6_000), crop=(0.0, 0.0, 1.0, 0.3))
    assert shot_size(part, rung)[0] == rung.text_side
    assert shot_size(Shot(like(media=MediaKind.CHAT, width=None, height=None)), rung)[0] == rung.text_side
