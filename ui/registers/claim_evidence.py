"""Counts, for claims nobody counted them for yet, whether the evidence of their cases is complete."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from models.register_records import RegisterLine
from ui.background import Background

if TYPE_CHECKING:
    from desktop.services.checklists import Counted

# A checklist takes some milliseconds: so many at once, then others may read and write.
_TOGETHER: Final = 8


class ClaimEvidence(QObject):
    """`counted` once what the lines shown lack is known. None of it in the window's thread, none of it an action."""

    counted = Signal()

    def __init__(self, ctx: AppContext, background: Background, page: QWidget) -> None:
        super().__init__(page)
        self._ctx, self._background, self._page = ctx, background, page
        self._waiting: list[int] = []
        self._asked: set[int] = set()
        self._busy = self._found = False

    def look(self, lines: Sequence[RegisterLine]) -> None:
        """Count for these lines; a case that was asked for and is still without an answer is left alone."""
        lacking = dict.fromkeys(
            line.case_id for line in lines
            if line.case_id is not None and line.corrects is None and line.cells.get("evidence_complete") is None
        )  # fmt: skip
        self._asked &= lacking.keys()
        self._waiting = [case_id for case_id in lacking if case_id not in self._asked]
        if not self._busy:
            self._go_on()

    def _go_on(self) -> None:
        part, self._waiting = self._waiting[:_TOGETHER], self._waiting[_TOGETHER:]
        if part and self._page.isVisible():
            self._busy = True
            self._asked.update(part)
            checklists = self._ctx.checklists
            self._background.run(
                self._ctx.jobs.read(lambda: checklists.count(part)), self._keep, self._stop, receiver=self, quiet=True
            )
        elif self._found:
            self._found = False
            self.counted.emit()

    def _keep(self, counted: Counted) -> None:
        checklists = self._ctx.checklists
        self._background.run(
            self._ctx.jobs.write(lambda: checklists.keep(counted)), self._kept, self._stop, receiver=self, quiet=True
        )

    def _kept(self, kept: bool) -> None:
        self._busy, self._found = False, self._found or kept
        self._go_on()

    def _stop(self, error: BaseException) -> None:
        """What cannot be counted stays empty; whoever opens the case is told why."""
        self._busy = False
        self._go_on()
