"""Reviews: taken in by paste, file or hand, linked to order and case, answered in public, reported when they extort."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

from desktop.importers.review_rows import DraftReview, read_pasted_reviews, read_review_file
from desktop.services.case_opening import NewCase, write_new_case
from desktop.services.review_following import correct_review, join_case, record_review, said_of_review
from desktop.services.review_intake import ImportedReviews, ReviewPreview, preview_of, review_words, write_reviews
from desktop.services.review_texts import public_reply, report_text
from desktop.services.shop_days import zone_of
from desktop.services.texts import checked_text
from desktop.services.workbench import Workbench
from desktop.settings import Settings
from models.errors import UserError
from models.kinds import Problem
from models.register_kinds import ReviewOrigin, ReviewState, ReviewVerdict
from models.review_records import Review
from models.store import cases, orders, reviews, shops
from models.store.transaction import Transaction

__all__ = ["ImportedReviews", "ReviewPreview", "ReviewService", "review_words"]
TEXT, NAME, NOTE = 10_000, 300, 2_000


class ReviewService:
    """What can be done with reviews. Every action is one transaction, one undo entry, and an event."""

    def __init__(self, bench: Workbench, settings: Settings) -> None:
        self._bench, self._settings = bench, settings

    # Taking in

    def preview_file(self, shop_id: int, path: Path) -> ReviewPreview:
        """What a CSV file or workbook would bring. Errors: see desktop.importers.review_rows."""
        draft = read_review_file(path, review_words(), zone=self._zone_name(shop_id))
        return preview_of(self._bench.store.database, shop_id, draft)

    def preview_pasted(self, shop_id: int, text: str) -> ReviewPreview:
        """What a pasted table would bring. Errors: see desktop.importers.review_rows."""
        draft = read_pasted_reviews(text, review_words(), zone=self._zone_name(shop_id))
        return preview_of(self._bench.store.database, shop_id, draft)

    def take_in(self, preview: ReviewPreview, origin: ReviewOrigin) -> ImportedReviews:
        """Keep the new ones, all or none; one that came in since the preview is not kept twice."""
        shop_id = preview.shop_id

        def work(transaction: Transaction) -> ImportedReviews:
            return write_reviews(transaction, shop_id, preview.draft.reviews, origin)[0]

        values = {"count": preview.brings}
        return self._bench.act("reviews_imported", work, values=values)

    def enter(
        self, shop_id: int, *, text: str, verdict: ReviewVerdict, rating: int | None = None, order_number: str = "",
        buyer_nick: str = "", item_title: str = "", written_at: datetime | None = None,
    ) -> int:  # fmt: skip
        """Keep one review typed by hand; returns its id. UserError `review_known`, `review_empty`,
        `review_rating`, `review_in_future` and of the texts."""
        checked_text(text, limit=TEXT)
        for name in (order_number, buyer_nick, item_title):
            checked_text(name, limit=NAME)
        if rating is not None and rating not in range(1, 6):
            raise UserError("review_rating", rating=rating)
        if not (text.strip() or order_number.strip() or buyer_nick.strip()):
            raise UserError("review_empty")
        if written_at is not None and written_at > self._bench.clock.now():
            raise UserError("review_in_future")
        draft = DraftReview(
            0, order_number.strip(), buyer_nick.strip(), rating, verdict, text.strip(),
            written_at or self._bench.clock.now(), item_title.strip(),
        )  # fmt: skip

        def work(transaction: Transaction) -> int:
            made, row = write_reviews(transaction, shop_id, (draft,), ReviewOrigin.HAND)
            if not made.added:
                raise UserError("review_known")
            return row

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
        here = zone_of(self._bench, shop_id)
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

    # Texts

    def reply_draft(self, review_id: int, language: str) -> str:
        """The public answer as the reply book has it, filled in with the problems named (R003-49)."""
        return public_reply(self.find(review_id), language)

    def report_text(self, review_id: int, language: str) -> str:
        """What to tell the platform of it: facts only, to be copied."""
        database, found = self._bench.store.database, self.find(review_id)
        pieces = reviews.count_evidence(database, found.case_id) if found.case_id is not None else 0
        return report_text(found, shops.find_shop(database, found.shop_id), language, pieces)

    # Following

    def link(self, review_id: int, *, case_id: int | None = None, order_id: int | None = None) -> None:
        """Say what a review is about; both None take the link away.

        NotFound for a case or order there is not, UserError `review_other_shop` for one of another shop.
        """
        database, before = self._bench.store.database, self.find(review_id)
        columns: dict[str, object] = {"case_id": case_id, "order_id": order_id}
        details = {"case": "", "order": ""}
        if case_id is not None:
            case = cases.find_case(database, case_id)
            _same_shop(before, case.shop_id)
            details["case"], columns["order_id"] = case.number, order_id or case.order_id or before.order_id
            columns["buyer_id"] = case.buyer_id or before.buyer_id
        elif order_id is not None:
            order = orders.find_order(database, order_id)
            _same_shop(before, order.shop_id)
            details["order"], columns["buyer_id"] = order.number, order.buyer_id or before.buyer_id
            columns["case_id"] = reviews.cases_of_orders(database, [order_id]).get(order_id)
        code = (
            "review_linked" if case_id is not None else "review_order_linked" if order_id is not None
            else "review_unlinked"
        )  # fmt: skip
        self._change(review_id, code, columns, details)

    def open_case(self, review_id: int) -> int:
        """Open a case about a review of an order or a buyer, which is linked to it; returns the case's id.

        UserError `review_has_case`, and `case_needs_order_or_buyer` where neither is known.
        """
        found, bench = self.find(review_id), self._bench
        if found.case_id is not None:
            raise UserError("review_has_case", case=found.case_number)
        new = NewCase(Problem.REVIEW, found.order_id, found.buyer_id, summary=found.text)

        def work(transaction: Transaction) -> int:
            case_id = write_new_case(transaction, self._settings, bench.person, new)
            join_case(transaction, found, case_id)
            return case_id

        return bench.act("case_opened", work, values={"problem": Problem.REVIEW.value})

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

    def correct(
        self, review_id: int, reason: str, *, verdict: ReviewVerdict, rating: int | None, item_title: str,
        text: str | None = None, order_number: str | None = None,
    ) -> None:  # fmt: skip
        """Set right what was entered or taken in wrongly; None leaves the text or the order number as it is.

        The history keeps before, after and the reason, the text as it came too; with another order number the review is
        linked to that order. UserError `review_rating`, `review_empty`, `text_empty` without a reason.
        """
        why = checked_text(reason, limit=NAME, required=True).strip()
        if rating is not None and rating not in range(1, 6):
            raise UserError("review_rating", rating=rating)
        wanted: dict[str, object] = {
            "verdict": verdict, "rating": rating, "item_title": checked_text(item_title, limit=NAME).strip(),
        }  # fmt: skip
        if text is not None:
            wanted["text"] = checked_text(text, limit=TEXT).strip()
        if order_number is not None:
            wanted["order_number"] = checked_text(order_number, limit=NAME).strip()
        found = self.find(review_id)
        if not (wanted.get("text", found.text) or wanted.get("order_number", found.order_number) or found.buyer_nick):
            raise UserError("review_empty")
        self._bench.act(
            "review_corrected", lambda transaction: correct_review(transaction, review_id, wanted, why),
            values=said_of_review(found),
        )  # fmt: skip

    def see_problems(self, review_ids: Sequence[int]) -> int:
        """Tick off what good reviews named: looked at, passed on; how many were new."""
        now = self._bench.clock.now()

        def work(transaction: Transaction) -> int:
            seen = 0
            for review_id in dict.fromkeys(review_ids):
                found = reviews.find_review(transaction.database, review_id)
                if found.problems_seen_at is None:
                    transaction.update("review", review_id, problems_seen_at=now)
                    record_review(transaction, found, "review_problems_seen", {})
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
                record_review(transaction, found, "review_removed", {})

        self._bench.act("review_removed", work, values=said_of_review(found))

    # Inside

    def _change(self, review_id: int, code: str, columns: Mapping[str, object], details: Mapping[str, object]) -> None:
        found = self.find(review_id)

        def work(transaction: Transaction) -> None:
            if transaction.update("review", review_id, **columns):
                case_id = columns.get("case_id")
                record_review(transaction, found, code, details, case_id if isinstance(case_id, int) else None)

        self._bench.act(code, work, values={**said_of_review(found), **details})

    def _zone_name(self, shop_id: int | None) -> str:
        if shop_id is None:
            return self._bench.time_zone
        return shops.find_shop(self._bench.store.database, shop_id).time_zone


def _same_shop(review: Review, shop_id: int) -> None:
    if review.shop_id != shop_id:
        raise UserError("review_other_shop")
