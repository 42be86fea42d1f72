"""Which file shows an exhibit, what stays of it, and which pages and moments."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from models.kinds import Derivation, EvidenceSource, ExhibitVersion, Integrity, MediaKind
from models.records import Evidence
from models.rules.crops import WHOLE, drawn, moved, ratio_text, settled, stretched
from models.rules.exhibit_versions import bares_what_is_redacted, version_shown, versions_of
from models.rules.film_times import read_moment, spread_moments
from models.rules.page_ranges import pages_text, read_pages


def some_evidence(number: int) -> Evidence:
    """A photo as it was imported."""
    return Evidence(
        id=number, case_id=1, number=number, sha256=f"{number:064d}", size=1, original_name="1.jpg",
        media=MediaKind.PHOTO, format="jpeg", source=EvidenceSource.CHOSEN, caption="", proves="", tag="", exhibit=None,
        captured_at=None, captured_zone="", imported_at=datetime(2026, 11, 20, tzinfo=UTC), imported_by="小满", width=4,
        height=3, pages=None, duration_ms=None, integrity=Integrity.VERIFIED, verified_at=None,
    )  # fmt: skip


def family() -> dict[str, Evidence]:
    """A photo, a marked copy of it, a redacted copy of that, and an older redacted copy."""
    photo = some_evidence(1)
    old = replace(some_evidence(2), parent_id=1, derivation=Derivation.REDACTED)
    marked = replace(some_evidence(3), parent_id=1, derivation=Derivation.ANNOTATED)
    both = replace(some_evidence(4), parent_id=3, derivation=Derivation.REDACTED)
    return {"photo": photo, "old": old, "marked": marked, "both": both}


def test_a_redacted_copy_comes_first_then_the_marked_one_then_the_file_itself() -> None:
    made = family()
    all_of_it = tuple(made.values())
    photo = made["photo"]
    assert version_shown(photo, all_of_it).id == 4
    assert version_shown(photo, all_of_it, redacted_first=False).id == 3
    assert version_shown(photo, all_of_it, redacted_first=False, marks=False).id == 1
    assert version_shown(photo, all_of_it, ExhibitVersion.ORIGINAL).id == 1
    assert version_shown(photo, (photo,), ExhibitVersion.REDACTED).id == 1
    assert version_shown(made["old"], all_of_it, redacted_first=False).id == 2
    assert bares_what_is_redacted(photo, all_of_it, made["marked"])
    assert not bares_what_is_redacted(photo, all_of_it, made["both"])


def test_a_copy_that_changed_is_no_version_and_a_ring_of_parents_ends() -> None:
    made = family()
    broken = replace(made["both"], integrity=Integrity.CHANGED)
    found = versions_of(made["photo"], (made["photo"], made["marked"], broken))
    assert set(found) == {ExhibitVersion.ORIGINAL, ExhibitVersion.ANNOTATED}
    one = replace(made["marked"], parent_id=4)
    other = replace(made["both"], parent_id=3)
    assert version_shown(one, (one, other)).id in (3, 4)


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("1-3, 5", (0, 1, 2, 4)), ("3，1", (2, 0)), ("2 - 3", (1, 2)), ("1至2；4", (0, 1, 3)), ("", ()), ("1-6", ()),
        ("0", None), ("7", None), ("3-2", None), ("a", None), ("1-", None), ("1--2", None), ("٣", None), ("1" * 3000, None),
    ],
)  # fmt: skip
def test_pages_are_read_as_written(text: str, pages: tuple[int, ...] | None) -> None:
    assert read_pages(text, 6) == pages
    if pages:
        assert read_pages(pages_text(pages), 6) == pages


@pytest.mark.parametrize(
    ("text", "at_ms"),
    [
        ("12", 12_000), ("0:12.5", 12_500), ("1:02", 62_000), ("1：02。25", 62_250), ("1:00:00", 3_600_000),
        ("1:75", None), ("2:00:00", None), ("-1", None), ("", None), ("1:2:3:4", None), ("9" * 50, None), ("nan", None),
    ],
)  # fmt: skip
def test_moments_are_read_as_written(text: str, at_ms: int | None) -> None:
    assert read_moment(text, 3_600_000) == at_ms
    assert spread_moments(100, 4) == (0, 25, 50, 75)
    assert len(set(spread_moments(3, 24))) == len(spread_moments(3, 24))


def test_a_crop_stays_within_the_picture_and_in_proportion() -> None:
    assert moved((0.2, 0.2, 0.6, 0.6), 9, -9) == pytest.approx((0.6, 0.0, 1.0, 0.4))
    assert stretched((0.2, 0.2, 0.6, 0.6), "lt", 9, 9)[:2] == pytest.approx((0.58, 0.58))
    left, top, right, bottom = stretched((0.2, 0.2, 0.6, 0.4), "rb", 5, 0, 2.0)
    assert (right - left) / (bottom - top) == pytest.approx(2.0)
    assert right <= 1
    assert bottom <= 1
    assert drawn((0.8, 0.9), (0.1, 0.3)) == pytest.approx((0.1, 0.3, 0.8, 0.9))
    assert settled(drawn((5, 5), (-5, -5))) is None
    assert settled(WHOLE) is None
    assert settled((0.1, 0.1, 0.1001, 0.9)) is None
    assert (ratio_text(4000, 3000), ratio_text(1080, 2400), ratio_text(0, 5)) == ("4:3", "9:20", "")
