"""Reviews on their way in: what of a draft is new, and keeping it beside the orders, buyers and cases it is about."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from desktop.importers.review_rows import DraftReview, ReviewDraft
from desktop.platform.resources import resource
from models.register_kinds import ReviewOrigin, ReviewState, ReviewVerdict
from models.rules.review_reading import ReviewWords, asks_for_money, load_review_words, problems_named, review_digest
from models.store import reviews, shops
from models.store.connection import CaseDatabase
from models.store.transaction import Transaction

_TOLD = 200


@cache
def review_words() -> ReviewWords:
    """The words reviews are read by."""
    return load_review_words(json.loads(resource("words", "review_words.json").read_text(encoding="utf-8")))


@dataclass(frozen=True, slots=True)
class ReviewPreview:
    """A draft beside what the shop knows: which are new, of which orders, and what reading them suggests.

    `answers` counts known ones without a reply of which this list has one.
    """

    shop_id: int
    draft: ReviewDraft
    new: tuple[DraftReview, ...]
    known: int
    of_orders: int
    bad: int
    with_problems: int
    answers: int = 0
    extortion: int = 0

    @property
    def brings(self) -> int:
        """How many reviews taking it in would add or answer."""
        return len(self.new) + self.answers


@dataclass(frozen=True, slots=True)
class ImportedReviews:
    """What an import brought; `added` include lines of the wizard that got their words."""

    added: int
    known: int
    linked: int
    answered: int = 0


def digest_of(each: DraftReview) -> str:
    """What makes a review the same one. Without an order and under no name or a masked one, its very minute counts."""
    day = ""
    if each.written_at is not None:
        nameless = not each.order_number and (not each.buyer_nick or "**" in each.buyer_nick)
        day = each.written_at.isoformat() if nameless else each.written_at.date().isoformat()
    return review_digest((each.order_number, each.buyer_nick, each.item_title, day, each.text))


def preview_of(database: CaseDatabase, shop_id: int, draft: ReviewDraft) -> ReviewPreview:
    """What taking a draft in would bring. NotFound for a shop there is not."""
    shops.find_shop(database, shop_id)
    digests = [digest_of(each) for each in draft.reviews]
    known = reviews.known_digests(database, shop_id, digests)
    seen, new, answers = set(known), list[DraftReview](), set[str]()
    for each, digest in zip(draft.reviews, digests, strict=True):
        if digest not in seen:
            seen.add(digest)
            new.append(each)
        elif each.reply and known.get(digest, (0, False))[1]:
            answers.add(digest)
    numbers = [each.order_number for each in new if each.order_number]
    found = reviews.orders_named(database, shop_id, numbers)
    words = review_words()
    return ReviewPreview(
        shop_id, draft, tuple(new), len(draft.reviews) - len(new), sum(number in found for number in numbers),
        sum(each.verdict is ReviewVerdict.BAD for each in new),
        sum(each.verdict is ReviewVerdict.GOOD and bool(problems_named(each.text, words)) for each in new),
        len(answers), sum(asks_for_money(each.text, words) for each in new),
    )  # fmt: skip


class _Taking:
    """One list on its way into one shop, inside the caller's transaction."""

    def __init__(
        self, transaction: Transaction, shop_id: int, drafts: Sequence[DraftReview], origin: ReviewOrigin
    ) -> None:
        database = transaction.database
        self._transaction, self._origin, self._drafts = transaction, origin, drafts
        self._shop = shops.find_shop(database, shop_id)
        self._digests = [digest_of(each) for each in drafts]
        self._known = dict(reviews.known_digests(database, shop_id, self._digests))
        numbers = [each.order_number for each in drafts if each.order_number]
        self._orders = reviews.orders_named(database, shop_id, numbers)
        self._cases = reviews.cases_of_orders(database, [order[0] for order in self._orders.values()])
        self._nicks = reviews.buyers_named(database, shop_id, [each.buyer_nick for each in drafts])
        self._unwritten = dict(reviews.unwritten(database, shop_id, list(self._cases.values())))
        self._rows: list[dict[str, object]] = []
        self.last = 0

    def write(self) -> ImportedReviews:
        added = linked = answered = 0
        for each, digest in zip(self._drafts, self._digests, strict=True):
            if digest in self._known:
                answered += self._answer(each, digest)
                continue
            order_id = self._write(each, digest)
            self._known[digest] = (0, False)
            added += 1
            linked += order_id is not None
        if self._rows:
            ids = self._transaction.insert_all("review", self._rows)
            self.last = ids[-1]
            for row_id, row in zip(ids, self._rows, strict=True):
                self._tell_case(row_id, row)
        return ImportedReviews(added, len(self._drafts) - added, linked, answered)

    def _write(self, each: DraftReview, digest: str) -> int | None:
        transaction, stamp, words = self._transaction, self._transaction.stamp, review_words()
        order_id, buyer_id, item, sku = self._orders.get(each.order_number, (None, None, "", ""))
        case_id = self._cases.get(order_id or 0)
        columns: dict[str, object] = {
            "order_id": order_id, "case_id": case_id,
            "buyer_id": buyer_id if buyer_id is not None else self._nicks.get(each.buyer_nick),
            "order_number": each.order_number, "buyer_nick": each.buyer_nick, "item_title": each.item_title or item,
            "sku": each.sku or sku, "rating": each.rating, "verdict": each.verdict, "text": each.text,
            "written_at": each.written_at or stamp.now, "origin": self._origin,
            "problems": reviews.write_problems(problems_named(each.text, words)),
            "extortion": asks_for_money(each.text, words), "digest": digest,
        }  # fmt: skip
        good = each.verdict is ReviewVerdict.GOOD
        waiting = self._unwritten.pop(case_id, None) if case_id is not None and not good else None
        if waiting is not None:
            # The line the decision of its case wrote: what was done about it stays.
            if each.reply:
                columns |= {"state": ReviewState.ANSWERED, "reply": each.reply}
            transaction.update("review", waiting, **columns)
            self._tell_case(waiting, columns)
            self.last = waiting
            return order_id
        # A good review needs no answer until somebody wants to give one.
        state = (
            ReviewState.ANSWERED if each.reply else ReviewState.NO_ANSWER if good else ReviewState.OPEN
        )  # fmt: skip
        self._rows.append({
            **columns, "shop_id": self._shop.id, "entered_at": stamp.now, "entered_by": stamp.person, "state": state,
            "reply": each.reply,
        })  # fmt: skip
        return order_id

    def _tell_case(self, row_id: int, row: Mapping[str, object]) -> None:
        """The case a review came in about says so in its timeline."""
        case_id = row["case_id"]
        if isinstance(case_id, int):
            details = {"verdict_of_review": str(row["verdict"]), "text": str(row["text"])[:_TOLD]}
            self._transaction.record(
                "review_came", entity="review", entity_id=row_id, case_id=case_id, details=details
            )  # fmt: skip

    def _answer(self, each: DraftReview, digest: str) -> bool:
        """A later list has the reply that was given on the platform."""
        row, unanswered = self._known[digest]
        if not (each.reply and unanswered):
            return False
        self._known[digest] = (row, False)
        return self._transaction.update("review", row, reply=each.reply, state=ReviewState.ANSWERED)


def write_reviews(
    transaction: Transaction, shop_id: int, drafts: Sequence[DraftReview], origin: ReviewOrigin
) -> tuple[ImportedReviews, int]:
    """Keep the new ones of a list, answer those whose reply it has; what that brought, and the last row written."""
    taking = _Taking(transaction, shop_id, drafts, origin)
    made = taking.write()
    if made.added or made.answered:
        by_hand = origin is ReviewOrigin.HAND
        details: dict[str, object] = {"count": made.added, "known": made.known, "answered": made.answered}
        if by_hand:
            details["verdict_of_review"] = drafts[0].verdict.value
        transaction.record(
            "review_entered" if by_hand else "reviews_imported", entity="shop", entity_id=shop_id, details=details
        )
    return made, taking.last
