"""The columns of the Cases list: their titles, widths per language, and what may go first in a narrow window."""

from __future__ import annotations

from models.case_query import CaseSort
from ui.i18n import translator
from ui.widgets.table import Column

tr = translator("cases")

NUMBER, STATE, CLOCK, BUYER, ORDER, PROBLEM, LIABILITY, AT_STAKE, WAITING, HANDLER, UPDATED = range(11)
EVIDENCE, TAGS, SHOP, SNOOZED, FOUND = range(11, 16)

SORTS: tuple[CaseSort, ...] = (
    CaseSort.NUMBER, CaseSort.STATE, CaseSort.NEXT_CLOCK, CaseSort.BUYER, CaseSort.ORDER, CaseSort.PROBLEM,
    CaseSort.LIABILITY, CaseSort.AT_STAKE, CaseSort.WAITING_ON, CaseSort.HANDLER, CaseSort.UPDATED, CaseSort.EVIDENCE,
)  # fmt: skip

# What the case page beside the list says as well goes first where the list has no room for all.
SPARE: tuple[int, ...] = (UPDATED, LIABILITY, ORDER, EVIDENCE)
# While one searches, so that it can be seen where the text was found.
SPARE_SEARCHING: tuple[int, ...] = (*SPARE, HANDLER, WAITING)
# Cells that can be changed in the list itself.
CHANGEABLE: tuple[int, ...] = (STATE, PROBLEM, WAITING, HANDLER, TAGS)


def case_columns() -> tuple[Column, ...]:
    """The columns in the order of the design, in the window's language; the last one stands only while searching."""
    return (
        Column("number", tr("Number"), 108, 108),
        Column("state", tr("State"), 76, 90),
        Column("next_due_at", tr("Next clock"), 122, 106),
        Column("buyer_nick", tr("Buyer"), 160, 160, stretch=True),
        Column("order_number", tr("Order no."), 80, 72),
        Column("problem", tr("Problem"), 72, 88),
        Column("liability", tr("Liability"), 48, 74),
        Column("at_stake", tr("At stake"), 82, 78, right=True),
        Column("waiting_on", tr("Waiting on"), 50, 84),
        Column("handler_name", tr("Handler"), 50, 66),
        Column("updated_at", tr("Updated"), 78, 66, right=True),
        Column("evidence_due", tr("Evidence"), 52, 72, right=True),
        Column("tags", tr("Tags"), 140, 140, sortable=False, hidden=True),
        Column("shop", tr("Shop"), 110, 110, sortable=False, hidden=True),
        Column("snoozed_until", tr("Snoozed until"), 100, 110, sortable=False, hidden=True),
        Column("found", tr("Found in"), 200, 200, sortable=False, hidden=True),
    )
