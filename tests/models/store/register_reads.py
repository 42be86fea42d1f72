"""The reads of registers, receiving, reviews, hand-over and the board, for the tests of their plans."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, timedelta
from typing import Any

from models.kinds import RegisterKind
from models.register_kinds import RegisterState
from models.register_records import Month
from models.rules.receipt_matching import Seen
from models.store import (
    batches,
    board_alarms,
    claims,
    hand_over_items,
    month_closings,
    month_metrics,
    receipts,
    receipts_candidates,
    receipts_looking,
    receipts_photos,
    register_beside,
    register_lines,
    register_lines_cells,
    register_lines_other,
    registers,
    reviews,
    role_steps,
)
from models.store.history import Stamp
from models.store.store import Store

MORNING, MONTH, SPAN = date(2026, 11, 20), Month(2026, 11), (1, 2)
SEEN = Seen("YT1234567890123", "13800004321", "花果山", "雾釉餐盘", None)
SHOPS = (None, 1)


def _telling(at: Stamp) -> register_lines_cells.Telling:
    return register_lines_cells.Telling(UTC, at.now, str)


def _lines(s: Store, at: Stamp) -> None:
    for kind in RegisterKind:
        for shop in SHOPS:
            register_lines.load_entries(s.database, kind, SPAN, shop)
            register_lines.load_entries(s.database, kind, None, shop, unsettled=True)


def _other(s: Store, at: Stamp) -> None:
    for shop in SHOPS:
        register_lines_other.review_lines(s.database, SPAN, shop, {}, _telling(at))
        register_lines_other.review_lines(s.database, None, shop, {}, _telling(at), unsettled=True)
        register_lines_other.hand_over_lines(s.database, MONTH, shop, {}, _telling(at))
        register_lines_other.hand_over_lines(s.database, None, shop, {}, _telling(at), unsettled=True)


def _counts(s: Store, at: Stamp) -> None:
    for shop in SHOPS:
        register_lines.count_lines(s.database, SPAN, shop)
        register_lines_other.count_reviews(s.database, SPAN, shop)
        register_lines_other.count_items(s.database, MONTH, shop)


def _alarms(s: Store, at: Stamp) -> None:
    past, waiting = at.now - timedelta(days=7), (RegisterState.OPEN, RegisterState.HANDED_IN)
    for shop in SHOPS:
        board_alarms.lines_past(s.database, RegisterKind.CARRIER_CLAIM, waiting, at.now, shop)
        board_alarms.lines_before(s.database, RegisterKind.CARRIER_CLAIM, RegisterState.OPEN, past, shop)
        board_alarms.has_lines(s.database, RegisterKind.QUALITY, past)
        board_alarms.open_months(s.database, "2026-10", past, at.now, (RegisterKind.QUALITY,), shop)
        board_alarms.bad_reviews(s.database, shop)
        board_alarms.count_box(s.database, shop)
        board_alarms.points_taken(s.database, past, shop)
        board_alarms.returners(s.database, past, past, 3, shop)


def _receipts(s: Store, at: Stamp, case: int) -> None:
    for shop in SHOPS:
        receipts.list_waiting(s.database, shop, 40)
        receipts.list_box(s.database, shop, 40)
        receipts.list_to_remind(s.database, at.now, shop)
        receipts.list_let_go(s.database, shop)
        receipts.list_recent(s.database, shop, 20)
        receipts.list_awaited(s.database, shop)
        receipts.count_waiting(s.database, shop)
    receipts.with_number(s.database, "YT1234567890123")
    receipts.list_case(s.database, case)
    receipts.resent_before(s.database, 1, 1)


def _looked_up(s: Store, case: int) -> None:
    receipts_looking.parcels_with_number(s.database, "YT1234567890123")
    receipts_looking.cases_told_number(s.database, "YT1234567890123")
    receipts_looking.awaited_of_case(s.database, case)
    receipts_looking.cases_of_order(s.database, 1)
    receipts_looking.live_case(s.database, case)


def _reviews(s: Store, at: Stamp, case: int) -> None:
    for shop in SHOPS:
        reviews.list_reviews(s.database, start=at.now, end=at.now, shop_id=shop)
        reviews.list_unseen_problems(s.database, start=at.now, end=at.now, shop_id=shop)
    reviews.known_digests(s.database, 1, ["0" * 64])
    reviews.orders_named(s.database, 1, ["1"])
    reviews.cases_of_orders(s.database, [1])
    reviews.unwritten(s.database, 1, [case])
    reviews.without_order(s.database, 1, 1)
    reviews.without_case(s.database, 1)
    reviews.buyers_named(s.database, 1, ["花果山"])
    reviews.orders_of_buyer(s.database, 1, 1)


def _items(s: Store, case: int) -> None:
    for shop in SHOPS:
        hand_over_items.list_morning(s.database, MORNING, shop)
        hand_over_items.list_older(s.database, MORNING, shop)
        hand_over_items.list_mornings(s.database, MORNING, MORNING, shop)
    hand_over_items.list_of_case(s.database, case)


def _claims(s: Store, at: Stamp, case: int) -> None:
    for shop in SHOPS:
        claims.open_claims(s.database, shop)
        claims.claims_entered(s.database, at.now, at.now, shop)
    claims.penalties_of_years(s.database, (2026,), 1, UTC)
    claims.load_claims(s.database, [1, 2])
    claims.open_of_case(s.database, case, RegisterKind.PENALTY)
    claims.count_events(s.database, [case], "claim_reminded")


def _entries(s: Store, at: Stamp, case: int) -> None:
    for shop in SHOPS:
        registers.list_entries(s.database, RegisterKind.QUALITY, start=at.now, end=at.now, shop_id=shop)
        month_closings.list_closings(s.database, RegisterKind.QUALITY, MONTH, shop)
    registers.list_case_entries(s.database, case)
    registers.list_corrections(s.database, 1)
    month_closings.closed_spans(s.database, RegisterKind.QUALITY)
    register_beside.open_invoices(s.database, case)
    register_beside.reviews_of(s.database, case)
    register_beside.item_is_left(s.database, case, "补发")
    register_beside.has_receipt(s.database, 1)


def _photos(s: Store, at: Stamp) -> None:
    receipts_photos.list_photos(s.database, 1)
    receipts_photos.find_same(s.database, 1, "0" * 64)


def _batches(s: Store, at: Stamp, case: int) -> None:
    batches.list_reports(s.database, at.now, together=2)
    batches.list_reports_of(s.database, [1])
    batches.count_photos(s.database, [case])
    batches.list_notices(s.database, at.now)


REGISTER_READS: dict[str, Callable[[Store, Stamp, int], Any]] = {
    "register lines": lambda s, at, case: _lines(s, at),
    "reviews and items as lines": lambda s, at, case: _other(s, at),
    "counts of registers": lambda s, at, case: _counts(s, at),
    "alarms": lambda s, at, case: _alarms(s, at),
    "receipts": lambda s, at, case: _receipts(s, at, case),
    "scanned numbers": lambda s, at, case: _looked_up(s, case),
    "owners of a parcel": lambda s, at, case: [
        receipts_candidates.Candidates(s.database, SEEN, shop) for shop in SHOPS
    ],
    "photos of receipts": lambda s, at, case: _photos(s, at),
    "reviews": _reviews,
    "hand-over": lambda s, at, case: _items(s, case),
    "claims and penalties": _claims,
    "entries": _entries,
    "batches": _batches,
    "measures of a month": lambda s, at, case: [
        month_metrics.load_metrics(s.database, MONTH, at.now, at.now, shop, str) for shop in SHOPS
    ],
    "steps by role": lambda s, at, case: [
        (role_steps.list_open_steps(s.database, shop), role_steps.count_resting(s.database, shop)) for shop in SHOPS
    ],
}  # fmt: skip
