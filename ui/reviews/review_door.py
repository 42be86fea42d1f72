"""Opens what belongs to reviews over a window: taking them in, and what good ones complain of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from desktop.services.review_intake import ImportedReviews, ReviewPreview
from models.kinds import RegisterKind
from models.register_kinds import ReviewOrigin
from models.register_records import RegisterQuery, RegisterSheet
from ui.background import Background
from ui.held_writing import run_held
from ui.i18n import translator
from ui.messages import toast
from ui.page import Target

if TYPE_CHECKING:
    from ui.reviews.problems_dialog import ProblemsDialog
    from ui.reviews.take_in_dialog import TakeInDialog

tr = translator("reviews")
Say = Callable[[str], object]


def shop_chosen(ctx: AppContext) -> int | None:
    """The shop the window shows; None for all of them."""
    chosen = ctx.settings.get("shop") or None
    return chosen if isinstance(chosen, int) else None


def open_taking_in(
    ctx: AppContext, background: Background, window: QWidget, *, shop_id: int | None = None, say: Say | None = None
) -> TakeInDialog:
    """Take in a list of reviews."""
    from ui.reviews.take_in_dialog import TakeInDialog

    dialog = TakeInDialog(ctx, background, ctx.shops.list_shops(), shop_id or shop_chosen(ctx), window)
    tell = say or (lambda text: toast(window, text))

    def done(made: ImportedReviews) -> None:
        tell(tr("%1 reviews taken in, %2 known already.", made.added, made.known))

    def write(preview: ReviewPreview, origin: ReviewOrigin) -> None:
        future = ctx.jobs.write(lambda: ctx.reviews.take_in(preview, origin))
        run_held(background, future, dialog, window, done)

    dialog.given.connect(write)
    dialog.open()
    return dialog


def open_problems(
    ctx: AppContext, background: Background, window: QWidget, go: Callable[[Target], object], *,
    shop_id: int | None = None, say: Say | None = None,
) -> ProblemsDialog:  # fmt: skip
    """The list of problems named in good reviews."""
    from ui.reviews.problems_dialog import ProblemsDialog

    dialog = ProblemsDialog(ctx, background, shop_id or shop_chosen(ctx), window)
    dialog.navigate.connect(go)
    dialog.print_wanted.connect(lambda ids: _print(ctx, background, dialog, frozenset(ids), say))
    dialog.open()
    return dialog


def _print(
    ctx: AppContext, background: Background, dialog: QWidget, ids: frozenset[int], say: Say | None
) -> None:  # fmt: skip
    from ui.registers.register_paper import RegisterPaper

    paper = dialog.findChild(RegisterPaper)
    if paper is None:
        paper = RegisterPaper(ctx, background, dialog)
        paper.said.connect(say or (lambda text: toast(dialog, text)))
    query = RegisterQuery(RegisterKind.REVIEW, None)

    def read() -> RegisterSheet:
        sheet = ctx.registers.sheet(query)
        lines = tuple(line for line in sheet.lines if line.id in ids)
        return replace(sheet, lines=lines, found=len(lines))

    background.run(ctx.jobs.read(read), paper.register, receiver=dialog)
