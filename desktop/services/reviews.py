"""Reviews: taken in by paste, file or hand, linked to order and case, answered in public, reported when they extort."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path

from desktop.importers.review_rows import DraftReview, ReviewDraft, read_pasted_reviews, read_review_file
from desktop.platform.resources import resource
from desktop.services.texts import checked_text
from desktop.services.workbench import Workbench
from models.clock import zone
from models.errors import UserError
from models.kinds import Problem
from models.register_kinds import ReviewOrigin, ReviewState, ReviewVerdict
from models.review_records import Review
from models.rules.review_reading import ReviewWords, asks_for_money, load_review_words, problems_named, review_digest
from models.store import buyers, cases, orders, reviews, shops
from models.store.transaction import Transaction

TEXT, NAME, NOTE = 10_000, 300, 2_000


@cache
def review_words() -> ReviewWords:
    """The words reviews are read by."""
    return load_review_words(json.loads(resource("words", "review_words.json").read_text(encoding="utf-8")))


@dataclass(frozen=True, slots=True)
class ReviewPreview:
    """A draft beside what the shop knows: which are new, of which orders, and what reading them suggests."""

    shop_id: int
    draft: ReviewDraft
    new: tuple[DraftReview, ...]
    known: int
    of_orders: int
    bad: int
    with_problems: int


@dataclass(frozen=True, slots=True)
class ImportedReviews:
    """What an import brought."""

    added: int
    known: int
    linked: int


class ReviewService:
    """What can be done with reviews. Every action is one transaction, one undo entry, and an event."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench

    # Taking in

    def preview_file(self, shop_id: int, path: Path) -> ReviewPreview:
        """What a CSV file or workbook would bring. Errors: see desktop.importers.review_rows."""
        return self._preview(shop_id, read_review_file(path, review_words(), zone=self._zone_name(shop_id)))

    def preview_pasted(self, shop_id: int, text: str) -> ReviewPreview:
        """What a pasted table would bring. Errors: see desktop.importers.review_rows."""
        return self._preview(shop_id, read_pasted_reviews(text, review_words(), zone=self._zone_name(shop_id)))

    def take_in(self, preview: ReviewPreview, origin: ReviewOrigin) -> ImportedReviews:
        """Keep the new ones, all or none; one that came in since the preview is not kept twice."""
        shop_id = preview.shop_id

        def work(transaction: Transaction) -> ImportedReviews:
            return self._write(transaction, shop_id, preview.draft.reviews, origin)

        values = {"count": len(preview.new)}
        return self._bench.act("reviews_imported", work, values=values)

    def enter(
        self, shop_id: int, *, text: str, verdict: ReviewVerdict, rating: int | None = None, order_number: str = "",
        buyer_nick: str = "", item_title: str = "", written_at: datetime | None = None,
    ) -> int:  # fmt: skip
        """Keep one review typed by hand; returns its id. UserError `review_known`, `review_empty` and of the texts."""
        checked_text(text, limit=TEXT)
        for name in (order_number, buyer_nick, item_title):
            checked_text(name, limit=NAME)
        if rating is not None and rating not in range(1, 6):
            raise UserError("review_rating", rating=rating)
        if not (text.strip() or order_number.strip() or buyer_nick.strip()):
            raise UserError("review_empty")
        draft = DraftReview(
            0, order_number.strip(), buyer_nick.strip(), rating, verdict, text.strip(),
            written_at or self._bench.clock.now(), item_title.strip(),
        )  # fmt: skip

        def work(transaction: Transaction) -> int:
            if not self._write(transaction, shop_id, (draft,), ReviewOrigin.HAND).added:
                raise UserError("review_known")
            return transaction.changes[-1].row_id

        return self._bench.act("review_entered", work, values={"verdict_of_review": verdict.value})

    # Reading

    def find(self, review_id: int) -> Review:
        """One review; NotFound."""
        return reviews.find_review(self._bench.store.database, review_id)

    def to_answer(self, shop_id: int | None = None) -> tuple[Review, ...]:
        """Bad and neutral ones nobody answered yet, newest first (R003-49)."""
        return reviews.list_reviews(
            self._bench.store.database, shop_id=shop_id, states=(ReviewState.OPEN,),
            verdicts=(ReviewVerdict.BAD, ReviewVerdict.NEUTRAL),
        )  # fmt: skip

    def problems_of_day(self, day: date, shop_id: int | None = None) -> tuple[Review, ...]:
        """Good reviews written on a day of the shop that name a problem nobody has looked at (R003-50)."""
        here = zone(self._zone_name(shop_id))
        start = datetime.combine(day, time(), tzinfo=here)
        end = datetime.combine(day + timedelta(days=1), time(), tzinfo=here)
        return reviews.list_unseen_problems(self._bench.store.database, start=start, end=end, shop_id=shop_id)

    def open_problems(self, shop_id: int | None = None, *, days: int = 30) -> tuple[Review, ...]:
        """The same of the last days: what was left on one day is not lost on the next."""
        now = self._bench.clock.now()
        return reviews.list_unseen_problems(
            self._bench.store.database, start=now - timedelta(days=days), end=now, shop_id=shop_id
        )

    def orders_of(self, review_id: int) -> tuple[tuple[int, str, datetime | None], ...]:
        """The orders of its buyer, newest first: what a review without an order number may be about."""
        found = self.find(review_id)
        if found.buyer_id is None:
            return ()
        return reviews.orders_of_buyer(self._bench.store.database, found.shop_id, found.buyer_id)

    # Following

    def link(self, review_id: int, *, case_id: int | None = None, order_id: int | None = None) -> None:
        """Say what a review is about; both None take the link away. NotFound for a case or order there is not."""
        database = self._bench.store.database
        columns: dict[str, object] = {"case_id": case_id, "order_id": order_id}
        number = ""
        if case_id is not None:
            case = cases.find_case(database, case_id)
            number, columns["order_id"] = case.number, order_id or case.order_id
            columns["buyer_id"] = case.buyer_id
        elif order_id is not None:
            columns["buyer_id"] = orders.find_order(database, order_id).buyer_id
        code = "review_linked" if case_id is not None or order_id is not None else "review_unlinked"
        self._change(review_id, code, columns, {"case": number})

    def answer(self, review_id: int, reply: str, on: datetime | None = None) -> None:
        """Note the public reply (R003-49): what was written and when. UserError of the text, `reply_in_future`."""
        words = checked_text(reply, limit=TEXT, required=True).strip()
        now = self._bench.clock.now()
        if on is not None and on > now:
            raise UserError("reply_in_future")
        columns = {
            "state": ReviewState.ANSWERED, "reply": words, "replied_at": on or now,
            "replied_by": self._bench.person.name,
        }  # fmt: skip
        self._change(review_id, "review_answered", columns, {"text": words})

    def no_answer(self, review_id: int, reason: str) -> None:
        """Leave a review without an answer; the reason is kept with it."""
        words = checked_text(reason, limit=NOTE, required=True).strip()
        before = self.find(review_id)
        note = "\n".join(part for part in (before.note, words) if part)
        self._change(review_id, "review_left", {"state": ReviewState.NO_ANSWER, "note": note}, {"reason": words})

    def reopen(self, review_id: int) -> None:
        """Follow it again; a reply that was noted stays."""
        self._change(review_id, "review_reopened", {"state": ReviewState.OPEN}, {})

    def name_problems(self, review_id: int, problems: Sequence[Problem]) -> None:
        """Set right which problems a review names."""
        columns = {"problems": reviews.write_problems(problems)}
        self._change(review_id, "review_classified", columns, {"count": len(set(problems))})

    def see_problems(self, review_ids: Sequence[int]) -> int:
        """Tick off what good reviews named: looked at, passed on; how many were new."""
        now = self._bench.clock.now()

        def work(transaction: Transaction) -> int:
            seen = 0
            for review_id in dict.fromkeys(review_ids):
                found = reviews.find_review(transaction.database, review_id)
                if found.problems_seen_at is None:
                    transaction.update("review", review_id, problems_seen_at=now)
                    _record(transaction, found, "review_problems_seen", {})
                    seen += 1
            return seen

        return self._bench.act("review_problems_seen", work, values={"count": len(set(review_ids))})

    def mark_extortion(self, review_id: int, on: bool, note: str = "") -> None:
        """Mark a review that asks for money, or take the mark away; it is documented for reporting, never paid (K5)."""
        words = checked_text(note, limit=NOTE).strip()
        before = self.find(review_id)
        kept = "\n".join(part for part in (before.note, words) if part)
        columns: dict[str, object] = {"extortion": on, "note": kept}
        if not on:
            columns["reported_at"] = None
        self._change(review_id, "review_extortion" if on else "review_no_extortion", columns, {"text": words})

    def report(self, review_id: int, on: datetime | None = None, note: str = "") -> None:
        """Note that it was reported to the platform. UserError `review_not_extortion` for one not marked."""
        words = checked_text(note, limit=NOTE).strip()
        before = self.find(review_id)
        if not before.extortion:
            raise UserError("review_not_extortion")
        kept = "\n".join(part for part in (before.note, words) if part)
        columns = {"reported_at": on or self._bench.clock.now(), "note": kept}
        self._change(review_id, "review_reported", columns, {"text": words})

    def remove(self, review_id: int) -> None:
        """Take a review off the list, as one that came in by mistake; Undo brings it back."""
        found = self.find(review_id)

        def work(transaction: Transaction) -> None:
            if transaction.remove("review", review_id):
                _record(transaction, found, "review_removed", {})

        self._bench.act("review_removed", work, values=_said(found))

    # Inside

    def _preview(self, shop_id: int, draft: ReviewDraft) -> ReviewPreview:
        database = self._bench.store.database
        digests = [_digest(each) for each in draft.reviews]
        known = set(reviews.known_digests(database, shop_id, digests))
        new: list[DraftReview] = []
        for each, digest in zip(draft.reviews, digests, strict=True):
            if digest not in known:
                known.add(digest)
                new.append(each)
        numbers = [each.order_number for each in new if each.order_number]
        found = reviews.orders_named(database, shop_id, numbers)
        words = review_words()
        return ReviewPreview(
            shop_id, draft, tuple(new), len(draft.reviews) - len(new),
            sum(number in found for number in numbers),
            sum(each.verdict is ReviewVerdict.BAD for each in new),
            sum(each.verdict is ReviewVerdict.GOOD and bool(problems_named(each.text, words)) for each in new),
        )  # fmt: skip

    def _write(
        self, transaction: Transaction, shop_id: int, drafts: Sequence[DraftReview], origin: ReviewOrigin
    ) -> ImportedReviews:
        database, stamp, words = transaction.database, transaction.stamp, review_words()
        shop = shops.find_shop(database, shop_id)
        digests = [_digest(each) for each in drafts]
        known = set(reviews.known_digests(database, shop_id, digests))
        found = reviews.orders_named(database, shop_id, [each.order_number for each in drafts if each.order_number])
        of_orders = reviews.cases_of_orders(database, [order[0] for order in found.values()])
        nicks: Mapping[str, int] = buyers.buyer_ids_by_nick(database, shop_id) if len(drafts) > 1 else {}
        added = linked = 0
        for each, digest in zip(drafts, digests, strict=True):
            if digest in known:
                continue
            known.add(digest)
            order_id, buyer_id, item, sku = found.get(each.order_number, (None, None, "", ""))
            answered = bool(each.reply)
            transaction.insert(
                "review", shop_id=shop.id, order_id=order_id, case_id=of_orders.get(order_id or 0),
                buyer_id=buyer_id if buyer_id is not None else nicks.get(each.buyer_nick),
                order_number=each.order_number, buyer_nick=each.buyer_nick, item_title=each.item_title or item,
                sku=each.sku or sku, rating=each.rating, verdict=each.verdict, text=each.text,
                written_at=each.written_at or stamp.now, origin=origin, entered_at=stamp.now, entered_by=stamp.person,
                # A good review needs no answer until somebody wants to give one.
                state=ReviewState.ANSWERED if answered
                else ReviewState.NO_ANSWER if each.verdict is ReviewVerdict.GOOD else ReviewState.OPEN,
                reply=each.reply, problems=reviews.write_problems(problems_named(each.text, words)),
                extortion=asks_for_money(each.text, words), digest=digest,
            )  # fmt: skip
            added += 1
            linked += order_id is not None
        if added:
            transaction.record(
                "reviews_imported" if origin is not ReviewOrigin.HAND else "review_entered", entity="shop",
                entity_id=shop.id, details={"count": added, "known": len(drafts) - added},
            )  # fmt: skip
        return ImportedReviews(added, len(drafts) - added, linked)

    def _change(self, review_id: int, code: str, columns: Mapping[str, object], details: Mapping[str, object]) -> None:
        found = self.find(review_id)

        def work(transaction: Transaction) -> None:
            if transaction.update("review", review_id, **columns):
                case_id = columns.get("case_id")
                about = replace(found, case_id=case_id) if isinstance(case_id, int) else found
                _record(transaction, about, code, details)

        self._bench.act(code, work, values={**_said(found), **details})

    def _zone_name(self, shop_id: int | None) -> str:
        if shop_id is None:
            return self._bench.time_zone
        return shops.find_shop(self._bench.store.database, shop_id).time_zone


def _digest(each: DraftReview) -> str:
    day = each.written_at.date().isoformat() if each.written_at is not None else ""
    return review_digest((each.order_number, each.buyer_nick, each.item_title, day, each.text))


def _said(found: Review) -> dict[str, object]:
    return {"buyer": found.buyer_nick or found.order_number, "verdict_of_review": found.verdict.value}


def _record(transaction: Transaction, found: Review, code: str, details: Mapping[str, object]) -> None:
    transaction.record(
        code, entity="review", entity_id=found.id, case_id=found.case_id, details={**_said(found), **details}
    )
