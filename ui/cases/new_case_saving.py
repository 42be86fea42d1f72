"""Writes of the new-case dialog, outside the window's thread: the case with its buyer, or a note of another case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.context import AppContext
from desktop.services.case_opening import NewCase
from models.kinds import Demand, NoteKind, Problem, WaitingOn
from models.records import CaseTarget, Shop
from models.rules.duplicates import Duplicate, Likeness
from ui.background import Background
from ui.cases.new_case_form import NewCaseForm
from ui.cases.new_case_targets import NEW_BUYER


class NewCaseSaving(QObject):
    """`kept` carries the id of the new case, `noted` that of the case the text became a note of."""

    kept = Signal(int)
    noted = Signal(int)
    failed = Signal(object)

    def __init__(self, ctx: AppContext, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._background = background

    def open(
        self, form: NewCaseForm, target: CaseTarget, problem: Problem, like: Duplicate | None, shops: Sequence[Shop]
    ) -> None:
        """Open the case that stands in the form, linked to the one it is likely the same as."""
        alone = form.alone.isChecked()
        linked = (like.case.id,) if like is not None and like.likeness >= Likeness.LIKELY else ()
        new = NewCase(
            problem, None if alone else target.order_id, target.buyer_id, Demand(form.demand.member()),
            WaitingOn(form.waiting.member()), form.summary.toPlainText(), form.buyer.order_number(),
            () if alone else form.items.chosen(), linked,
        )  # fmt: skip
        work = self._of_new_buyer(form, new, shops) if target is NEW_BUYER else lambda: self._ctx.opening.open(new)
        self._run(work, self.kept.emit)

    def _of_new_buyer(self, form: NewCaseForm, new: NewCase, shops: Sequence[Shop]) -> Callable[[], int]:
        """The buyer first: should the case then be refused, the next try finds the buyer there."""
        opening, told, shop = self._ctx.opening, form.buyer.values(), form.buyer.shop.currentData()
        shop_id = int(shop) if shop is not None else shops[0].id if shops else 0
        nick = told["nick"].strip() or told["name"].strip() or told["phone"].strip()

        def work() -> int:
            buyer_id = opening.add_buyer(shop_id, nick, name=told["name"], phone=told["phone"])
            return opening.open(replace(new, buyer_id=buyer_id))

        return work

    def note(self, case_id: int, text: str) -> None:
        """Keep the text as a note of a case that is there already."""
        cases = self._ctx.cases
        self._run(lambda: cases.add_note(case_id, text, NoteKind.INTERNAL), lambda _: self.noted.emit(case_id))

    def _run(self, work: Callable[[], int], then: Callable[[int], object]) -> None:
        self._background.run(self._ctx.jobs.write(work), then, self.failed.emit, receiver=self)
