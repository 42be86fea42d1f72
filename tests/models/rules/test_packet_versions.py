"""Which file shows an exhibit: what was hidden stays hidden, pages and moments keep their places."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from models.kinds import Derivation, ExhibitVersion, Integrity, MediaKind
from models.packet_records import ExhibitPlan, PacketPlan
from models.records import Evidence
from models.rules.packet_parts import KeptOut
from models.rules.packet_versions import Place, Showing, families_of, proposed, showing
from tests.desktop.packets.sample_case import evidence

PLAN = PacketPlan()
PHOTO = evidence(1, "照片", "", MediaKind.PHOTO, exhibit=None)
PAPER = evidence(9, "合同", "", MediaKind.DOCUMENT, pages=4, exhibit=None)
FILM = evidence(7, "开箱", "", MediaKind.VIDEO, exhibit=None)


def copy(item: Evidence, number: int, how: Derivation, **changes: Any) -> Evidence:
    return replace(
        item, id=number, number=number, parent_id=item.id, derivation=how, pages=None, duration_ms=None,
        media=MediaKind.PHOTO, **changes,
    )  # fmt: skip


def shown(
    item: Evidence, *copies: Evidence, plan: PacketPlan = PLAN, places: dict[int, Place] | None = None, **how: Any
) -> Showing | KeptOut:
    family = families_of([item, *copies])[item.id]
    told = {each.id: (0, 0) for each in copies} if places is None else places
    return showing(
        item, family, ExhibitPlan(item.id, **how), plan, places=told, label=lambda kind, value: f"{kind} {value}"
    )


def files(found: Showing | KeptOut) -> list[tuple[int, int, int | None]]:
    assert isinstance(found, Showing)
    return [(shot.evidence.id, shot.page, shot.at_ms) for shot in found.shots]


def test_the_newest_redacted_copy_comes_first_then_marks_then_the_original() -> None:
    marked = copy(PHOTO, 20, Derivation.ANNOTATED)
    old, new = copy(PHOTO, 21, Derivation.REDACTED), copy(PHOTO, 22, Derivation.REDACTED)
    assert files(shown(PHOTO, marked, old, new)) == [(22, 0, None)]
    assert files(shown(PHOTO, marked)) == [(20, 0, None)]
    assert files(shown(PHOTO, marked, plan=replace(PLAN, marks=False))) == [(1, 0, None)]
    assert files(shown(PHOTO, marked, old, plan=replace(PLAN, redacted_first=False))) == [(20, 0, None)]
    assert files(shown(PHOTO, old, version=ExhibitVersion.ORIGINAL)) == [(1, 0, None)]
    found = shown(PHOTO, old, crop=(0.0, 0.0, 0.5, 0.5))
    assert isinstance(found, Showing)
    assert not found.unredacted
    assert found.shots[0].crop == (0.0, 0.0, 0.5, 0.5)


def test_a_copy_that_is_not_as_it_was_made_is_never_shown_nor_what_it_hides() -> None:
    spoilt = copy(PHOTO, 22, Derivation.REDACTED, integrity=Integrity.CHANGED)
    older = copy(PHOTO, 21, Derivation.REDACTED)
    assert files(shown(PHOTO, older, spoilt)) == [(21, 0, None)]
    assert shown(PHOTO, spoilt) == KeptOut(1, 1, "redacted_unfit")
    assert shown(PHOTO, copy(PHOTO, 20, Derivation.ANNOTATED), spoilt) == KeptOut(1, 1, "redacted_unfit")
    assert shown(replace(PHOTO, integrity=Integrity.MISSING)) == KeptOut(1, 1, "missing")


def test_a_version_that_was_chosen_and_is_gone_keeps_the_exhibit_out() -> None:
    assert shown(PHOTO, version=ExhibitVersion.REDACTED) == KeptOut(1, 1, "no_redacted")
    assert shown(PHOTO, version=ExhibitVersion.ANNOTATED) == KeptOut(1, 1, "no_annotated")
    assert shown(PAPER, version=ExhibitVersion.REDACTED) == KeptOut(9, 9, "no_redacted")


def test_a_redacted_page_takes_the_place_of_that_page_only() -> None:
    page = copy(PAPER, 30, Derivation.REDACTED)
    marked = copy(page, 31, Derivation.ANNOTATED)
    found = shown(PAPER, page, places={30: (2, 0)})
    assert files(found) == [(9, 0, None), (9, 1, None), (30, 0, None), (9, 3, None)]
    assert isinstance(found, Showing)
    assert found.unredacted
    assert [shot.label for shot in found.shots] == ["page 1", "page 2", "page 3", "page 4"]
    # Marks on the redacted page are of that page, whatever its own record says.
    assert files(shown(PAPER, page, marked, places={30: (2, 0), 31: (0, 0)}))[2] == (31, 0, None)
    assert files(shown(PAPER, page, places={30: (2, 0)}, pages=(2,))) == [(30, 0, None)]
    assert files(shown(PAPER, page, places={30: (2, 0)}, version=ExhibitVersion.ORIGINAL))[2] == (9, 2, None)


def test_where_the_hidden_page_is_no_longer_known_only_copies_are_shown() -> None:
    page = copy(PAPER, 30, Derivation.REDACTED)
    found = shown(PAPER, page, places={})
    assert files(found) == [(30, 0, None)]
    spoilt = replace(page, integrity=Integrity.CHANGED)
    assert shown(PAPER, spoilt, places={30: (1, 0)}) == KeptOut(9, 9, "redacted_unfit")


def test_long_documents_say_which_pages_are_shown() -> None:
    found = shown(replace(PAPER, pages=300))
    assert isinstance(found, Showing)
    assert (len(found.shots), found.pages) == (100, (1, 100, 300))


def test_a_film_is_its_stills_else_its_redacted_moments_else_its_poster() -> None:
    still = copy(FILM, 40, Derivation.REDACTED)
    assert files(shown(replace(FILM, poster_ms=4_000))) == [(7, 0, 4_000)]
    assert files(shown(FILM, stills=(1_000, 65_000))) == [(7, 0, 1_000), (7, 0, 65_000)]
    assert files(shown(FILM, still, places={40: (0, 9_000)})) == [(40, 0, None)]
    assert files(shown(FILM, still, places={40: (0, 9_000)}, stills=(1_000, 9_000))) == [(7, 0, 1_000), (40, 0, None)]


def test_copies_and_earlier_packets_are_not_proposed_beside_what_they_are_of() -> None:
    redacted = copy(PHOTO, 21, Derivation.REDACTED)
    packet = replace(PAPER, id=50, derivation=Derivation.PACKET)
    changed = replace(FILM, integrity=Integrity.CHANGED)
    assert proposed([PHOTO, redacted, packet, changed]) == (PHOTO,)
    second, first = replace(PHOTO, exhibit=2), replace(redacted, exhibit=1)
    assert proposed([second, first, FILM]) == (first, second)


def test_twenty_thousand_pieces_are_sorted_into_families_at_once() -> None:
    many = [replace(PHOTO, id=number) for number in range(100, 20_100)]
    assert len(families_of([*many, copy(many[0], 99_999, Derivation.REDACTED)])[100]) == 2
