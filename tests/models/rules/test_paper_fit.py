"""Pages on paper: what is lost at true size, what fits, and which pages a range means."""

from __future__ import annotations

import pytest

from models.rules.paper_fit import PAPERS_MM, PageShape, Scaling, best_scaling, place_page, read_range
from models.rules.verdict import Refused

A4 = PageShape(210, 297, (16, 9, 16, 9))
LETTER = PageShape(215.9, 279.4, (16, 9, 16, 9))
MARGINS = (4.2, 4.2, 4.2, 4.2)


def test_the_same_paper_keeps_the_true_size_for_only_blank_edges_are_lost() -> None:
    assert best_scaling([A4], PAPERS_MM["a4"], MARGINS) is Scaling.TRUE_SIZE
    placed = place_page(A4, PAPERS_MM["a4"], MARGINS, Scaling.FIT)
    assert (placed.scale, placed.left, placed.top, placed.harmless) == (1.0, 0.0, 0.0, True)


@pytest.mark.parametrize(("page", "paper"), [(A4, "letter"), (LETTER, "a4"), (A4, "a5"), (LETTER, "a6")])
def test_fitting_loses_nothing_and_true_size_says_what_it_loses(page: PageShape, paper: str) -> None:
    size = PAPERS_MM[paper]
    fitted = place_page(page, size, MARGINS, Scaling.FIT)
    assert fitted.harmless
    assert fitted.scale <= 1
    assert fitted.left + fitted.width <= size[0] + 0.01
    assert fitted.top + fitted.height <= size[1] + 0.01
    true = place_page(page, size, MARGINS, Scaling.TRUE_SIZE)
    assert true.scale == 1
    assert true.harmless == (best_scaling([page], size, MARGINS) is Scaling.TRUE_SIZE)


def test_a4_on_letter_loses_its_foot_at_true_size() -> None:
    placed = place_page(A4, PAPERS_MM["letter"], MARGINS, Scaling.TRUE_SIZE)
    # 8.8 mm beyond the paper and 4.2 mm beyond the printer, less 9 mm that are blank.
    assert placed.harm == (0.0, 4.0, 0.0, 4.0)


def test_a_small_sheet_stays_small_on_large_paper() -> None:
    placed = place_page(PageShape(105, 148), PAPERS_MM["a4"], MARGINS, Scaling.FIT)
    assert placed.scale == 1
    assert placed.left == pytest.approx(52.5)


@pytest.mark.parametrize(
    ("text", "pages"),
    [("", (0, 1, 2, 3, 4)), ("1-3, 5", (0, 1, 2, 4)), ("４", (3,)), ("3-", (2, 3, 4)), ("5，1", (0, 4)), ("2 - 3", (1, 2))],
)
def test_ranges(text: str, pages: tuple[int, ...]) -> None:
    assert read_range(text, 5) == pages


@pytest.mark.parametrize("text", ["x", "1-2-3", "3-1", "-", ",", "1.5", "9" * 100_000, "²", "\u202e1"])
def test_what_is_no_range(text: str) -> None:
    assert read_range(text, 5) == Refused("range_unreadable")


@pytest.mark.parametrize("text", ["6", "0", "1-9", "9-"])
def test_pages_there_are_not(text: str) -> None:
    assert isinstance(read_range(text, 5), Refused)
