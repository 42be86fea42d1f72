"""What to say when a register's line cannot be set right, or a month not be closed or opened again."""

from __future__ import annotations

from collections.abc import Mapping

from ui.i18n import translator
from ui.plain import one_line

tr = translator("register_sentences")
Words = tuple[str, str]


def known_sentence(code: str, values: Mapping[str, object]) -> Words | None:
    """What happened and what to do next for a code of the registers; None for another."""
    month = one_line(str(values.get("month", "") or ""))
    found: Mapping[str, Words] = {
        "month_closed": (
            tr("The month %1 of this register is closed; its lines stay as they are.", month),
            tr("Correct the line: the difference is entered in the present month. Or open the month again."),
        ),
        "shop_zone_closed": (
            tr("Months of this shop are closed (%1); in another time zone they would hold other lines.", month),
            tr("Open them again first, change the zone, then close them again."),
        ),
        "month_unknown": (tr("%1 is no month.", month), tr("Choose another month.")),
        "month_not_over": (
            tr("The month %1 is not over yet.", month), tr("Close it from the first of the next month on."),
        ),
        "month_open": (tr("The month %1 is open already.", month), tr("Look at it again; somebody opened it.")),
        "register_stays_open": (
            tr("Months of this register are not closed."),
            tr("Reviews are answered and items handed over cleared whenever that is."),
        ),
        "register_not_editable": (
            tr("This column is not corrected by hand."), tr("It follows from the case, or from what is done with it."),
        ),
        "register_value": (
            tr("This value does not fit the column."),
            tr("Enter an amount of nothing or more, a whole number, or a text."),
        ),
        "register_withdrawn": (
            tr("This line was withdrawn; its amount counts no more."), tr("Correct its texts only, or enter it anew."),
        ),
        "register_currency": (
            tr("This line is in another currency."), tr("Enter the amount in the currency of the line."),
        ),
        "register_entry_not_found": (tr("This line is not there any more."), tr("Reload the register.")),
        "month_closing_not_found": (tr("This closing of a month is not there."), tr("Reload the register.")),
    }  # fmt: skip
    return found.get(code)
