"""The texts of reviews: what the buyer wrote, under which name and order, and the public reply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.kinds import RegisterKind
from models.register_kinds import ReviewVerdict
from models.register_records import RegisterQuery
from tests.desktop.services.naughty_calls import TextField

if TYPE_CHECKING:
    from desktop.context import AppContext


def review_fields(ctx: AppContext) -> list[TextField]:
    """All of them: one review is answered anew, each of the others is another review."""
    known = ctx.registers.sheet(RegisterQuery(RegisterKind.REVIEW, None)).lines
    answered = min((line.id for line in known), default=0) or ctx.reviews.enter(
        1, text="裂了", verdict=ReviewVerdict.BAD
    )
    others = [line.id for line in known if line.id != answered]
    spare = [max(others, default=0) or ctx.reviews.enter(1, text="一般", verdict=ReviewVerdict.NEUTRAL)]
    written = [""] * len(known)

    def write(text: str) -> None:
        # Kept only where no review says so yet: each one is another.
        spare[0] = ctx.reviews.enter(
            1, text=text, buyer_nick="n", verdict=ReviewVerdict.NEUTRAL, item_title=str(len(written))
        )
        written.append(text)

    return [
        TextField(
            "text of a review", ("reviews.enter.text",), write, lambda: ctx.reviews.find(spare[0]).text, str.strip
        ),
        TextField(
            "public reply", ("reviews.answer.reply",), lambda text: ctx.reviews.answer(answered, text),
            lambda: ctx.reviews.find(answered).reply, str.strip,
        ),
        TextField(
            "goods of a review set right", ("reviews.correct.item_title", "reviews.correct.reason", "reviews.correct.order_number"),
            lambda text: ctx.reviews.correct(
                answered, f"x{text}"[:100], verdict=ReviewVerdict.BAD, rating=1, item_title=text, order_number=text
            ), lambda: ctx.reviews.find(answered).item_title, str.strip,
        ),
        TextField(
            "text of a review set right", ("reviews.correct.text",),
            lambda text: ctx.reviews.correct(
                answered, "错", verdict=ReviewVerdict.BAD, rating=1, item_title="", text=text, order_number="7"
            ), lambda: ctx.reviews.find(answered).text, str.strip,
        ),
    ]  # fmt: skip
