"""What can be done with reviews: take in, answer, leave, link, open a case, name problems, document and report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from desktop.services.review_texts import language_of_review
from desktop.services.text_limits import limit_of
from models.clock import zone
from models.kinds import BuyerFlag, Platform, Problem
from models.records import Shop
from models.register_kinds import ReviewState
from models.register_records import RegisterLine, RegisterSheet
from models.review_records import Review
from models.rules.text_limits import TextPlace
from ui.background import Background
from ui.held_writing import run_held
from ui.i18n import translator
from ui.messages import confirm
from ui.page import Target
from ui.register_dialogs.case_door import shop_of, today_of
from ui.registers.desk_contract import LineAction, LineDesk
from ui.reviews.review_dialogs import Orders, moment_on, review_words
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.reason_dialog import ReasonDialog, ReasonWords

tr = translator("reviews")
_ABROAD = frozenset({Platform.SHOPIFY, Platform.EBAY, Platform.ETSY, Platform.AMAZON, Platform.WOOCOMMERCE})
Result = TypeVar("Result")


class ReviewDesk(LineDesk):
    """Takes ids of reviews."""

    def actions(self, lines: Sequence[RegisterLine]) -> Sequence[LineAction]:
        """What can be done with these reviews."""
        one = lines[0] if len(lines) == 1 else None
        several = tr("Choose a single review.")
        row = one.id if one is not None else 0
        state = one.state if one is not None else None
        marked = one is not None and one.cells.get("extortion") is True
        case = one is not None and bool(one.case_number)
        named = [line.id for line in lines if line.cells.get("problems") and line.cells.get("verdict") == "good"]

        def why(words: str) -> str:
            return several if one is None else words

        return (
            LineAction("answer", tr("Answer…"), lambda: self.answer(row), "A", "message-square", one is not None,
                       several, front=True),
            LineAction("leave", tr("No answer…"), lambda: self.leave(row), "N", "ban",
                       state is ReviewState.OPEN, why(tr("Only one that waits for an answer."))),
            LineAction("follow", tr("Follow again"), lambda: self.follow(row), "", "rotate-ccw",
                       one is not None and state is not ReviewState.OPEN, why(tr("It is being followed."))),
            LineAction("case", tr("Open a case"), lambda: self.open_case(row), "C", "inbox",
                       one is not None and not case, why(tr("It has a case already.")), front=True),
            LineAction("link", tr("Link…"), lambda: self.link(row), "L", "link", one is not None, several),
            LineAction("unlink", tr("Take the link away"), lambda: self.unlink(row), "", "unlink",
                       one is not None and (case or bool(one.cells.get("order"))), why(tr("It is linked to nothing."))),
            LineAction("names", tr("Problems…"), lambda: self.names(row), "P", "layers", one is not None, several),
            LineAction("seen", tr("Problems seen"), lambda: self.see(named), "T", "check", bool(named),
                       tr("Only good reviews that name a problem.")),
            LineAction("extortion", tr("Document the demand…") if marked else tr("Extortion…"),
                       lambda: self.mark(row), "X", "flag", one is not None, several),
            LineAction("unmark", tr("Not extortion"), lambda: self.unmark(row), "", "x", marked,
                       why(tr("It is not marked."))),
            LineAction("report", tr("Report to the platform…"), lambda: self.report(row), "R", "file-text", marked,
                       why(tr("Mark it as extortion first."))),
            LineAction("evidence", tr("Evidence of the case"), lambda: self._go_case(one, "evidence"), "", "image",
                       case, why(tr("Open a case for it first."))),
            LineAction("packet", tr("Packet of the case"), lambda: self._go_case(one, "packets"), "", "file-check",
                       case, why(tr("Open a case for it first."))),
            LineAction("correct", tr("Correct…"), lambda: self.correct(row), "", "pencil", one is not None, several),
            LineAction("remove", tr("Remove…"), lambda: self.remove(row), "", "x", one is not None, several),
        )  # fmt: skip

    def general(self, sheet: RegisterSheet) -> Sequence[LineAction]:
        """Taking in, entering one by hand, and what good ones complain of."""
        shop_id = sheet.query.shop_id
        return (
            LineAction("take_in", tr("Take in reviews…"), lambda: self.take_in(shop_id), "", "upload"),
            LineAction("enter", tr("Enter a review…"), lambda: self.enter(shop_id), "", "plus"),
            LineAction("problems", tr("Problems named in good reviews…"), lambda: self.problems(shop_id), "", "layers"),
        )

    # Taking in

    def take_in(self, shop_id: int | None) -> None:
        """Paste or choose a list."""
        from ui.reviews.review_door import open_taking_in

        open_taking_in(self.ctx, self.background, self.window, shop_id=shop_id, say=self.said.emit)

    def problems(self, shop_id: int | None) -> None:
        """The daily list."""
        from ui.reviews.review_door import open_problems

        open_problems(
            self.ctx, self.background, self.window, self.navigate.emit, shop_id=shop_id, say=self.said.emit
        )  # fmt: skip

    def enter(self, shop_id: int | None) -> None:
        """One typed by hand."""
        from ui.reviews.review_dialogs import EnterDialog, EnteredReview

        dialog = EnterDialog(self.ctx.shops.list_shops(), shop_id, today_of(self.ctx, shop_id), self.window)

        def write(given: EnteredReview) -> None:
            on = self._moment(given.on, shop_of(self.ctx, given.shop_id))
            self._held(dialog, lambda: self.ctx.reviews.enter(
                given.shop_id, text=given.text, verdict=given.verdict, rating=given.rating,
                order_number=given.order_number, buyer_nick=given.buyer_nick, item_title=given.item_title,
                written_at=on,
            ))  # fmt: skip

        dialog.given.connect(write)
        dialog.open()

    # Answering

    def answer(self, review_id: int) -> None:
        """The public answer: filled in, checked, copied, noted."""
        reviews = self.ctx.reviews

        def load() -> tuple[Review, tuple[str, str]]:
            return reviews.find(review_id), (reviews.reply_draft(review_id, "zh"), reviews.reply_draft(review_id, "en"))

        def ask(found: tuple[Review, tuple[str, str]]) -> None:
            from ui.reviews.answer_dialog import AnswerDialog

            review, texts = found
            shop = shop_of(self.ctx, review.shop_id)
            limit = limit_of(shop.platform, TextPlace.REVIEW_REPLY) if shop is not None else None
            begin = language_of_review(review.text, "en" if shop is not None and shop.platform in _ABROAD else "zh")
            dialog = AnswerDialog(
                self.ctx.replies, review, texts, begin, limit, today_of(self.ctx, review.shop_id), self.window
            )
            dialog.given.connect(lambda text, on: self._held(
                dialog, lambda: reviews.answer(review_id, text, self._moment(on, shop))
            ))  # fmt: skip
            dialog.open()

        self._read(load, ask)

    def leave(self, review_id: int) -> None:
        """No answer, with the reason."""
        words = ReasonWords(
            tr("Leave without an answer"), tr("Reason"), tr("No answer"), tr("Cancel"),
            tr("The reason stays with the review."), tr("Say why, so that nobody wonders later."),
        )  # fmt: skip
        dialog = ReasonDialog(words, self.window)
        dialog.given.connect(lambda why: self._held(dialog, lambda: self.ctx.reviews.no_answer(review_id, why)))
        dialog.open()

    def follow(self, review_id: int) -> None:
        """It waits for an answer again."""
        self._write(lambda: self.ctx.reviews.reopen(review_id))

    # What it is about

    def open_case(self, review_id: int) -> None:
        """A case about the review, linked to it; shown at once."""
        reviews = self.ctx.reviews

        def work() -> str:
            reviews.open_case(review_id)
            return reviews.find(review_id).case_number

        self.background.run(
            self.ctx.jobs.write(work), lambda number: self.navigate.emit(Target("cases", number)), receiver=self
        )

    def link(self, review_id: int) -> None:
        """Say which order or case it is about."""
        reviews = self.ctx.reviews

        def ask(found: tuple[Review, Orders]) -> None:
            from ui.reviews.review_dialogs import LinkDialog

            dialog = LinkDialog(self.ctx, self.background, *found, self.window)
            dialog.given.connect(lambda case_id, order_id: self._held(
                dialog, lambda: reviews.link(review_id, case_id=case_id, order_id=order_id)
            ))  # fmt: skip
            dialog.open()

        self._read(lambda: (reviews.find(review_id), reviews.orders_of(review_id)), ask)

    def unlink(self, review_id: int) -> None:
        """It is about no order and no case of ours."""
        self._write(lambda: self.ctx.reviews.link(review_id))

    def names(self, review_id: int) -> None:
        """Which problems it names."""

        def ask(review: Review) -> None:
            from ui.reviews.review_dialogs import NamesDialog

            dialog = NamesDialog(review, self.window)

            def write(problems: Sequence[Problem]) -> None:
                self._held(dialog, lambda: self.ctx.reviews.name_problems(review_id, problems))

            dialog.given.connect(write)
            dialog.open()

        self._read(lambda: self.ctx.reviews.find(review_id), ask)

    def correct(self, review_id: int) -> None:
        """What it says, how it was judged, what order and goods it is about, with the reason."""

        def ask(review: Review) -> None:
            from ui.reviews.correct_dialog import CorrectedReview, CorrectReviewDialog

            dialog = CorrectReviewDialog(review, self.window)

            def write(given: CorrectedReview) -> None:
                self._held(dialog, lambda: self.ctx.reviews.correct(
                    review_id, given.reason, verdict=given.verdict, rating=given.rating, item_title=given.item_title,
                    text=given.text, order_number=given.order_number,
                ))  # fmt: skip

            dialog.given.connect(write)
            dialog.open()

        self._read(lambda: self.ctx.reviews.find(review_id), ask)

    def see(self, review_ids: Sequence[int]) -> None:
        """Looked at what they name."""
        self._write(lambda: self.ctx.reviews.see_problems(review_ids))

    # Extortion

    def unmark(self, review_id: int) -> None:
        """It asks for nothing after all."""
        self._write(lambda: self.ctx.reviews.mark_extortion(review_id, on=False))

    def mark(self, review_id: int) -> None:
        """Mark it as extortion, with what was demanded; marked already, the note is added to."""

        def ask(review: Review) -> None:
            from ui.reviews.review_dialogs import ExtortionDialog

            dialog = ExtortionDialog(review, self.window)

            def write(note: str, flag: bool) -> None:
                def work() -> None:
                    self.ctx.reviews.mark_extortion(review_id, on=True, note=note)
                    if flag and review.buyer_id is not None:
                        self.ctx.buyers.set_flag(review.buyer_id, BuyerFlag.EXTORTION, True)

                self._held(dialog, work)

            dialog.given.connect(write)
            dialog.open()

        self._read(lambda: self.ctx.reviews.find(review_id), ask)

    def report(self, review_id: int) -> None:
        """The text for the platform, and the day it was reported."""
        reviews = self.ctx.reviews

        def load() -> tuple[Review, tuple[str, str]]:
            return reviews.find(review_id), (reviews.report_text(review_id, "zh"), reviews.report_text(review_id, "en"))

        def ask(found: tuple[Review, tuple[str, str]]) -> None:
            from ui.reviews.review_dialogs import ReportDialog

            review, texts = found
            shop = shop_of(self.ctx, review.shop_id)
            dialog = ReportDialog(review, texts, today_of(self.ctx, review.shop_id), self.window)
            dialog.given.connect(lambda on, note: self._held(
                dialog, lambda: reviews.report(review_id, self._moment(on, shop), note)
            ))  # fmt: skip
            dialog.open()

        self._read(load, ask)

    def remove(self, review_id: int) -> None:
        """Take it off the list; Undo brings it back."""

        def ask(review: Review) -> None:
            confirm(
                self.window, tr("Remove this review from the list?"), review_words(review), tr("Remove"),
                lambda: self._write(lambda: self.ctx.reviews.remove(review_id)),
            )  # fmt: skip

        self._read(lambda: self.ctx.reviews.find(review_id), ask)

    # Inside

    def _go_case(self, line: RegisterLine | None, page: str) -> None:
        if line is not None and line.case_number:
            self.navigate.emit(Target(page, line.case_number))

    def _moment(self, on: date | None, shop: Shop | None) -> datetime | None:
        where = zone(shop.time_zone if shop is not None else self.ctx.bench.time_zone)
        return moment_on(on, self.ctx.clock.now(), where)

    def _read(self, load: Callable[[], Result], then: Callable[[Result], object]) -> None:
        self.background.run(self.ctx.jobs.read(load), then, receiver=self)

    def _write(self, work: Callable[[], object]) -> None:
        self.background.run(self.ctx.jobs.write(work), lambda _: None, receiver=self)

    def _held(self, dialog: HeldDialog, work: Callable[[], object]) -> None:
        run_held(self.background, self.ctx.jobs.write(work), dialog, self.window)


def make_desk(ctx: AppContext, background: Background, window: QWidget) -> ReviewDesk:
    """The desk of the register of reviews."""
    return ReviewDesk(ctx, background, window)
