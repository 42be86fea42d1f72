"""What is wrong with the rows of order files, in words."""

from __future__ import annotations

from desktop.importers import RowProblem
from ui.i18n import translator

tr = translator("cases")


def problem_words(problem: RowProblem) -> str:
    """What is wrong with a row, as a sentence; its code if nobody wrote one."""
    return _row_words().get(problem.code, problem.code)


def _row_words() -> dict[str, str]:
    return {
        "ambiguous_amount": tr("The amount can be read in two ways"),
        "ambiguous_date": tr("Day and month cannot be told apart"),
        "amount_too_large": tr("The amount is too large to be right"),
        "bad_amount": tr("This is not an amount"),
        "bad_count": tr("This is not a number of pieces"),
        "bad_date": tr("This is not a date"),
        "bad_number": tr("This is not an order number"),
        "bare_comma_repaired": tr("A comma inside a text was put right"),
        "broken_quotes": tr("The quotation marks do not match"),
        "cell_too_large": tr("A cell is too long"),
        "cut_short": tr("The file ends in the middle of this row"),
        "detail_without_order": tr("Items of an order that is not in these files"),
        "doubled_heading": tr("Two columns have the same heading; the first one counts"),
        "duplicate_number": tr("This order number stands there twice with different contents"),
        "duplicate_row": tr("The same row stands there twice; it counts once"),
        "missing_item": tr("The item has no name"),
        "missing_number": tr("The order number is missing"),
        "negative_amount": tr("The amount is below zero"),
        "newer_row_used": tr("The order is in several files; the newer row counts"),
        "no_rows": tr("The file has no rows"),
        "nul_removed": tr("A character that cannot be kept was removed"),
        "number_destroyed": tr("A spreadsheet has destroyed this number (1.23E+15); export the file anew"),
        "number_maybe_rounded": tr("A spreadsheet may have rounded this number; compare it with the platform"),
        "number_too_long": tr("The number is too long"),
        "order_cells_differ": tr("The rows of one order disagree; the first counts"),
        "order_refused": tr("Left out, because another row of this order is wrong"),
        "quantities_unknown": tr("How many of each item is not said"),
        "text_cut": tr("The text is too long and was cut"),
        "too_few_cells": tr("The row has too few cells"),
        "too_many_cells": tr("The row has too many cells"),
        "too_many_decimals": tr("The amount has too many decimals"),
        "undecodable_text": tr("Some characters cannot be read in this encoding"),
        "unknown_status": tr("The status is not known and kept as text"),
    }
