"""The sentences for what is refused about buyers."""

from __future__ import annotations

from models.errors import AftercaseError
from ui.error_words import ErrorWords
from ui.i18n import translator
from ui.plain import one_line

tr = translator("buyers")


def buyer_words(error: AftercaseError) -> ErrorWords | None:
    """The words for the codes of the buyers; None for others."""
    values = error.values
    nick, other = one_line(str(values.get("buyer", "")))[:60], one_line(str(values.get("other", "")))[:60]
    known = {
        "buyer_phone_invalid": (
            tr("This is not a phone number."), tr("Digits with + and the country code before them, e.g. +86 138….")
        ),
        "buyer_email_invalid": (tr("This is not an e-mail address."), tr("It looks like name@example.com.")),
        "buyer_wechat_invalid": (tr("A WeChat ID has no spaces."), tr("Write it as WeChat shows it.")),
        "text_has_break": (tr("This must stand on one line."), tr("Take the line break out.")),
        "buyer_nick_taken": (
            tr("Another buyer of this shop has or had the ID %1.", nick), tr("Merge the two if it is one person.")
        ),
        "buyers_same": (tr("This is the same buyer."), tr("Choose another one.")),
        "buyers_of_two_shops": (
            tr("%1 and %2 are buyers of two shops.", nick, other),
            tr("Each shop keeps its own buyers: only buyers of one shop can be merged."),
        ),
        "buyer_already_merged": (
            tr("%1 was merged into another buyer already.", nick), tr("Open the one that stayed.")
        ),
    }  # fmt: skip
    found = known.get(error.code)
    return ErrorWords(*found) if found else None
