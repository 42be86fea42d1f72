"""The sheet of a night and the steps of a role in the print dialog: the very pages that are printed or saved."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from models.kinds import Role, SheetKind
from ui.messages import show_error
from ui.paper.sheet_desk import SheetDesk


class HandOverDesk(SheetDesk):
    """Opens the print dialog over its window."""

    def night(self, morning: date) -> None:
        """The sheet of a morning."""
        papers = self._ctx.hand_over_papers
        self._open(SheetKind.HAND_OVER, lambda wish, _: papers.night(morning, wish))

    def step_list(self, role: Role) -> None:
        """The open steps of a role."""
        papers = self._ctx.hand_over_papers
        self._open(SheetKind.STEP_LIST, lambda wish, _: papers.step_list(role, wish))

    def _save(self, out: Path) -> Path:
        assert self._sheet is not None
        return self._ctx.hand_over_papers.save(self._sheet, out)

    def _note(self, _copies: int) -> None:
        sheet, papers = self._sheet, self._ctx.hand_over_papers
        if sheet is not None:
            self._background.run(
                self._ctx.jobs.write(lambda: papers.note_printed(sheet)), lambda _: None,
                lambda error: show_error(error, self.dialog or self._window), receiver=self,
            )  # fmt: skip
