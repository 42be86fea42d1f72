"""What becomes of reviews when something else happens: their order comes in, a case of it is opened or decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from models.kinds import Problem
from models.review_records import Review
from models.store import cases, reviews
from models.store.transaction import Transaction


def link_waiting_reviews(transaction: Transaction, shop_id: int) -> int:
    """After orders came in: reviews taken in before their order get it, its buyer and its case. Returns how many."""
    waiting = reviews.without_order(transaction.database, shop_id, transaction.now_millis)
    if not waiting:
        return 0
    of_orders = reviews.cases_of_orders(transaction.database, sorted({order for _, order, _ in waiting}))
    for row, order_id, buyer_id in waiting:
        columns: dict[str, object] = {"order_id": order_id}
        if buyer_id is not None:
            columns["buyer_id"] = buyer_id
        if order_id in of_orders:
            columns["case_id"] = of_orders[order_id]
        transaction.update("review", row, **columns)
    transaction.record("reviews_linked", entity="shop", entity_id=shop_id, details={"count": len(waiting)})
    return len(waiting)


def adopt_reviews(transaction: Transaction, case_id: int, order_id: int | None) -> int:
    """A case takes the bad and neutral reviews of its order that belong to none yet. Returns how many."""
    found = reviews.without_case(transaction.database, order_id) if order_id is not None else ()
    for row in found:
        join_case(transaction, reviews.find_review(transaction.database, row), case_id)
    return len(found)


def join_case(transaction: Transaction, review: Review, case_id: int) -> None:
    """Link a review to a case; nothing where it is already."""
    if transaction.update("review", review.id, case_id=case_id):
        number = cases.find_case(transaction.database, case_id).number
        record_review(transaction, review, "review_linked", {"case": number}, case_id)


def correct_review(transaction: Transaction, review_id: int, wanted: Mapping[str, object], reason: str) -> None:
    """Set columns of a review right, each kept in the history as it was; nothing where all of it says so already.

    The digest stays: the same row of a later list is still known, and does not come in once more.
    """
    database, found = transaction.database, reviews.find_review(transaction.database, review_id)
    changed = {name: value for name, value in wanted.items() if getattr(found, name) != value}
    if not changed:
        return
    before = {name: getattr(found, name) for name in changed}
    columns = dict(changed)
    if "order_number" in changed:
        number = str(changed["order_number"])
        order = reviews.orders_named(database, found.shop_id, [number]).get(number) if number else None
        old_case = cases.find_case(database, found.case_id) if found.case_id is not None else None
        columns["order_id"] = order[0] if order is not None else None
        if order is not None and order[1] is not None:
            columns["buyer_id"] = order[1]
        if old_case is None or old_case.order_id != columns["order_id"]:
            # A case of the order it was wrongly under is not its case; one about the buyer alone stays.
            of_order = reviews.cases_of_orders(database, [order[0]]).get(order[0]) if order is not None else None
            wrong = old_case is not None and old_case.order_id is not None
            columns["case_id"] = of_order if of_order is not None or wrong else found.case_id
    if not transaction.update("review", review_id, **columns):
        return
    details: dict[str, object] = {"reason": reason, "before": before, "after": changed}
    record_review(transaction, found, "review_corrected", details)
    for name, code in (("text", "review_text_corrected"), ("order_number", "review_order_corrected")):
        if name in changed:
            record_review(transaction, found, code, {"was": before[name] or "—", "now": changed[name] or "—"})
    case_id = columns.get("case_id")
    if isinstance(case_id, int) and case_id != found.case_id:
        number = cases.find_case(database, case_id).number
        record_review(transaction, found, "review_linked", {"case": number}, case_id)


def said_of_review(found: Review) -> dict[str, object]:
    """What events say of a review."""
    return {"buyer": found.buyer_nick or found.order_number or "—", "verdict_of_review": found.verdict.value}


def record_review(
    transaction: Transaction, found: Review, code: str, details: Mapping[str, object], case_id: int | None = None
) -> None:
    """Note in the history what became of a review, in its case too."""
    of = found.case_id if case_id is None else case_id
    transaction.record(
        code, entity="review", entity_id=found.id, case_id=of, details={**said_of_review(found), **details}
    )


def grouped(found: Iterable[Review]) -> Mapping[Problem, tuple[Review, ...]]:
    """Reviews under each problem they name, in the order of Problem."""
    by: dict[Problem, list[Review]] = {}
    for review in found:
        for problem in review.problems:
            by.setdefault(problem, []).append(review)
    return {problem: tuple(by[problem]) for problem in Problem if problem in by}
