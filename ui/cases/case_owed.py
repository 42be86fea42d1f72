"""Commands of the case page that write into registers: a penalty, money paid to the buyer, an invoice owed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from models.records import CasePage
from ui.background import Background

if TYPE_CHECKING:
    from ui.cases.case_panel import CasePanel

OWED = ("paid_out", "owe_invoice", "note_penalty")


class CaseOwed(QObject):
    """The page takes over `commands`; they are about the case shown."""

    def __init__(self, ctx: AppContext, background: Background, panel: CasePanel, window: QWidget) -> None:
        super().__init__(window)
        self._ctx, self._background, self._panel, self._window = ctx, background, panel, window

    def commands(self) -> dict[str, Callable[[], object]]:
        """Commands of ui.actions."""
        return {"paid_out": self._paid, "owe_invoice": self._invoice, "note_penalty": self._penalty}

    def can(self, command: str = "") -> bool:
        """Whether they can be carried out now: a case is shown that is not merged into another."""
        page = self._panel.page
        return page is not None and page.case.merged_into is None

    def _paid(self) -> None:
        page = self._page()
        if page is not None:
            from ui.register_dialogs.case_door import open_paid

            open_paid(self._ctx, self._background, self._window, page.case)

    def _invoice(self) -> None:
        page = self._page()
        if page is not None:
            from ui.register_dialogs.case_door import open_invoice_owed

            open_invoice_owed(self._ctx, self._background, self._window, page)

    def _penalty(self) -> None:
        page = self._page()
        if page is not None:
            from ui.register_dialogs.case_door import open_penalty

            open_penalty(self._ctx, self._background, self._window, page.shop, page.case)

    def _page(self) -> CasePage | None:
        return self._panel.page if self.can() else None
