"""Pages end as late as fits: between messages, else between lines, else where there is least."""

from __future__ import annotations

import pytest

from models.rules.page_cuts import CutKind, PageCut, nearest_cut, page_cuts, page_rows, papers


def test_pages_end_at_the_last_gap_that_fits() -> None:
    gaps = [(10, 20), (70, 80), (95, 130), (190, 195)]
    cuts = page_cuts(290, 100, gaps, [], lambda first, end: first)
    assert cuts == (
        PageCut(100, CutKind.BETWEEN), PageCut(192, CutKind.BETWEEN),
    )  # fmt: skip
    assert page_cuts(100, 100, gaps, [], lambda first, end: first) == ()


def test_what_is_higher_than_a_page_is_cut_between_its_lines_or_where_least_is() -> None:
    inner = [(60, 64), (85, 90)]
    assert page_cuts(150, 100, [(2, 5)], inner, lambda first, end: end) == (PageCut(87, CutKind.INSIDE),)
    assert page_cuts(150, 100, [], [], lambda first, end: 80) == (PageCut(80, CutKind.PICTURE),)
    assert page_cuts(150, 100, [], [], lambda first, end: 10**6) == (PageCut(100, CutKind.PICTURE),)


def test_a_line_moved_by_hand_goes_to_the_nearest_place_that_is_allowed() -> None:
    gaps, inner = [(10, 20), (70, 80)], [(40, 44)]
    assert nearest_cut(50, 1, 100, gaps, inner) == PageCut(71, CutKind.BETWEEN)
    assert nearest_cut(15, 1, 100, gaps, inner) == PageCut(15, CutKind.BETWEEN)
    assert nearest_cut(50, 30, 60, gaps, inner) == PageCut(44, CutKind.INSIDE)
    assert nearest_cut(50, 45, 60, gaps, inner) is None


def test_the_room_of_a_page() -> None:
    assert [page_rows(1080, paper) for paper in papers()] == [1559, 1405]
    assert page_rows(1, "a4") == 1
    with pytest.raises(KeyError):
        page_rows(1080, "a5")
