"""What to say when reviews cannot be taken in, answered, linked or reported."""

from __future__ import annotations

from collections.abc import Mapping

from ui.i18n import translator
from ui.plain import one_line

tr = translator("reviews")
Words = tuple[str, str]


def known_sentence(code: str, values: Mapping[str, object]) -> Words | None:
    """What happened and what to do next for a code of the reviews; None for another."""
    limit, file = str(values.get("limit", "")), one_line(str(values.get("file", "")))
    found: Mapping[str, Words] = {
        "review_known": (tr("This review is entered already."), tr("Look for it in the register of reviews.")),
        "review_empty": (
            tr("There is nothing in this review yet."), tr("Enter its text, its order number or its buyer."),
        ),
        "review_rating": (tr("Stars are 1 to 5."), tr("Correct the number of stars, or leave it empty.")),
        "review_in_future": (tr("The review was not written yet on that day."), tr("Correct the day.")),
        "reply_in_future": (tr("The reply was not given yet on that day."), tr("Correct the day.")),
        "review_not_extortion": (
            tr("This review is not marked as extortion."), tr("Mark it first, with a note of what was demanded."),
        ),
        "review_file_columns": (
            tr("No table of reviews is found in %1.", file),
            tr("One row has to name the columns: the text of the review, and its stars, order or buyer."),
        ),
        "review_file_long": (tr("More than %1 reviews at once.", limit), tr("Split the list and take it in by parts.")),
        "review_paste_long": (
            tr("What was pasted is longer than %1 characters.", limit), tr("Take it in as a file instead."),
        ),
        "review_paste_columns": (
            tr("No table of reviews is found in what was pasted."),
            tr("Copy the row of headings too: the text of the review, and its stars, order or buyer."),
        ),
        "review_shop_needed": (tr("Which shop are the reviews of?"), tr("Name the shop with --shop.")),
        "review_other_shop": (tr("That belongs to another shop than the review."), tr("Choose one of the same shop.")),
        "review_has_case": (
            tr("The review belongs to case %1 already.", one_line(str(values.get("case", "")))), tr("Open that case."),
        ),
        "review_not_found": (tr("This review is not there any more."), tr("Reload the register.")),
    }  # fmt: skip
    return found.get(code)


def fault_words(code: str) -> str:
    """Why a row of a list cannot be read."""
    return {
        "review_no_rating": tr("Neither stars nor a verdict can be read."),
        "review_text_long": tr("The text is longer than 10,000 characters."),
        "review_empty": tr("No text, no order, no buyer."),
        "bad_date": tr("The time cannot be read."),
        "ambiguous_date": tr("Day and month cannot be told apart."),
        "broken_quotes": tr("The quotation marks do not match."),
        "cell_too_large": tr("One cell is too large."),
        "cut_short": tr("The row ends too early."),
    }.get(code, tr("The row cannot be read."))
