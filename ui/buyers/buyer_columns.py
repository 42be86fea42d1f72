"""The columns of the Buyers list, what each cell shows, and a row as a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from decimal import Decimal

from models.buyer_records import BuyerRow, BuyerSort
from models.kinds import BuyerFlag, Consent
from ui import format as shown
from ui.i18n import language, translator
from ui.plain import one_line
from ui.theme import State
from ui.widgets.delegates import Cell
from ui.widgets.table import Column
from ui.words import tier_text, word

tr = translator("buyers")
NICK, FLAGS, NAME, SHOP, PHONE, ORDERS, CASES, REFUNDED, RATE, LAST, CONSENT = range(11)
SORTS: tuple[BuyerSort, ...] = (
    BuyerSort.NICK, BuyerSort.FLAGS, BuyerSort.NAME, BuyerSort.SHOP, BuyerSort.PHONE, BuyerSort.ORDERS, BuyerSort.CASES,
    BuyerSort.REFUNDED, BuyerSort.REFUND_RATE, BuyerSort.LAST_ORDER, BuyerSort.CONSENT,
)  # fmt: skip
# What the card beside the list says as well goes first where the list has no room for all.
SPARE: tuple[int, ...] = (SHOP, NAME, RATE, PHONE)
FLAG_STATES: Mapping[BuyerFlag, State] = {
    BuyerFlag.NEEDS_CARE: "new", BuyerFlag.FREQUENT_RETURNS: "due", BuyerFlag.BAD_REVIEWS: "due",
    BuyerFlag.EXTORTION: "overdue", BuyerFlag.KEEP_PROOF: "waiting",
}  # fmt: skip
CONSENT_STATES: Mapping[Consent, State | None] = {
    Consent.GIVEN: "done", Consent.REFUSED: "overdue", Consent.UNKNOWN: None,
}  # fmt: skip
LOADING = Cell(kind="skeleton")


@dataclass(frozen=True, slots=True)
class Moment:
    """The time rows are shown at, and the zone their times are written in."""

    now: datetime
    zone: tzinfo


def buyer_columns() -> tuple[Column, ...]:
    """The columns in the window's language."""
    return (
        Column("nick", tr("Buyer ID"), 156, 156, stretch=True),
        Column("flags", tr("Flags"), 112, 132),
        Column("name", tr("Name"), 72, 80),
        Column("shop", tr("Shop"), 84, 84),
        Column("phone", tr("Phone"), 58, 58),
        Column("orders", tr("Orders"), 52, 64, right=True),
        Column("cases", tr("Cases"), 64, 64, right=True),
        Column("refunded", tr("Refunded"), 88, 88, right=True),
        Column("refund_rate", tr("Refund rate"), 72, 92, right=True),
        Column("last_order", tr("Last order"), 80, 92, right=True),
        Column("consent", tr("Calls"), 96, 118),
    )


def rate_text(share: float) -> str:
    """`8 %` of a share of orders."""
    return shown.percent(Decimal(str(round(share, 4))), lang=language())


def row_cells(row: BuyerRow, at: Moment) -> tuple[Cell, ...]:
    """The cells of a row, in the order of the columns."""
    last = shown.day(row.last_order_at, at.now, language(), at.zone) if row.last_order_at else shown.NOTHING
    return (
        Cell(one_line(row.nick) or shown.NOTHING, weight=500, tier=tier_text(row.tier)),
        Cell(_flags_text(row), kind="chip", state=FLAG_STATES[row.flags[0]] if row.flags else None),
        Cell(one_line(row.name) or shown.NOTHING),
        Cell(one_line(row.shop_name), ink="text2"),
        Cell(one_line(row.phone_tail) or shown.NOTHING, ink="text2"),
        Cell(shown.count(row.orders), kind="number"),
        Cell(cases_text(row.open_cases, row.cases), kind="number", ink="due" if row.open_cases else "text"),
        Cell(shown.money_cell(row.refunded) if row.refunded else shown.NOTHING, kind="number"),
        Cell(rate_text(row.refund_rate) if row.orders else shown.NOTHING, kind="number", ink="text2"),
        Cell(last, kind="number", ink="text2"),
        Cell(word(row.consent), kind="chip", state=CONSENT_STATES[row.consent]),
    )


def cases_text(still_open: int, every: int) -> str:
    """`1 / 3`: open ones of all."""
    return f"{still_open} / {every}" if every else shown.NOTHING


def _flags_text(row: BuyerRow) -> str:
    if not row.flags:
        return ""
    more = f" +{len(row.flags) - 1}" if len(row.flags) > 1 else ""
    return word(row.flags[0]) + more


def whole_text(row: BuyerRow, place: int, at: Moment) -> str:
    """The full text of one cell: what Copy copies and the tool tip says."""
    if place == NICK:
        return " ".join(part for part in (one_line(row.nick), tier_text(row.tier)) if part)
    if place == FLAGS:
        return tr(", ").join(word(flag) for flag in row.flags)
    if place == CASES:
        return tr("%1 open of %2", row.open_cases, row.cases) if row.cases else "0"
    if place == LAST:
        return shown.full_moment(row.last_order_at, at.zone) if row.last_order_at else ""
    return row_cells(row, at)[place].text


def row_sentence(row: BuyerRow, at: Moment) -> str:
    """The row as a screen reader says it."""
    parts = [tr("buyer %1", whole_text(row, NICK, at)), one_line(row.name), whole_text(row, FLAGS, at)]
    parts += [tr("%n order(s)", n=row.orders), tr("%1 open of %2 cases", row.open_cases, row.cases)]
    if row.refunded:
        parts.append(tr("%1 refunded", shown.money(row.refunded)))
    parts.append(word(row.consent))
    return tr(", ").join(part for part in parts if part)
