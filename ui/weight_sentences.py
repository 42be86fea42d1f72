"""Sentences for what is wrong with weights: typed in a case, or read from a file of items."""

from __future__ import annotations

from models.errors import AftercaseError
from ui.error_words import ErrorWords, register
from ui.i18n import translator
from ui.plain import isolate, one_line

tr = translator("weights")


def weight_errors(error: AftercaseError) -> ErrorWords | None:
    """The words of an error of weights; None for others."""
    item = isolate(one_line(str(error.values.get("item", ""))))
    known = {
        "weight_invalid": (tr("This is no weight the program can take."), tr("Write 2.31 kg, 860 g or 1斤2两.")),
        "weight_pieces": (tr("More pieces of %1 are missing than were sent.", item), tr("Correct the number.")),
        "weight_photo_elsewhere": (tr("The photo of the scale is no longer in this case."), tr("Choose another one.")),
        "weight_lines": (tr("These are too many items for one parcel."), tr("Leave out what was not in it.")),
        "weighing_not_found": (tr("Nothing was weighed in this case."), ""),
        "sku_file_columns": (
            tr("The file has no columns for SKU and weight."), tr("Export the list once and fill that file in.")
        ),
        "sku_file_long": (
            tr("The file has more than %1 items.", error.values.get("limit", "")), tr("Split it and import the parts.")
        ),
        "sku_file_row": (
            tr("Row %1 cannot be read: %2", error.values.get("row", ""), isolate(str(error.values.get("text", "")))),
            tr("Nothing was imported. Correct the row and import again."),
        ),
    }  # fmt: skip
    found = known.get(error.code)
    return ErrorWords(*found) if found else None


register(weight_errors)
