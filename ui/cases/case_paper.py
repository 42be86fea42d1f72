"""Paper from the Cases page: slips, claim sheets, summaries and packets of what is selected, and slips scanned."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from desktop.context import AppContext
from models.errors import AftercaseError
from models.kinds import RegisterKind
from models.rules.return_codes import read_return_code
from ui.background import Background
from ui.cases.case_choices import CaseChoices
from ui.cases.case_list_pane import CaseListPane
from ui.cases.case_panel import OVERVIEW, CasePanel
from ui.cases.parcel_list import ParcelList
from ui.error_words import sentence
from ui.i18n import translator
from ui.icons import icon
from ui.page import Page

if TYPE_CHECKING:
    from ui.paper.batch_desk import BatchDesk
    from ui.paper.sheet_desk import SheetDesk

tr = translator("sheets")
COMMANDS = ("return_slip", "claim_sheet", "case_summary", "print_packets")
# Steps of the packs in which the goods come back.
_RETURN_STEPS = ("inspect_return", "register_return", "open_parcel", "inspect_recalled", "send_return_address")


class CasePaper(QObject):
    """The page takes over `commands`; `scan` shows the case of a return slip with what comes back in view."""

    def __init__(
        self, ctx: AppContext, background: Background, pane: CaseListPane, panel: CasePanel, choices: CaseChoices,
        page: Page,
    ) -> None:  # fmt: skip
        super().__init__(page)
        self._ctx, self._background = ctx, background
        self._pane, self._panel, self._choices, self._page = pane, panel, choices, page
        self._sheets: SheetDesk | None = None
        self._batch: BatchDesk | None = None
        self._scanned: int | None = None
        pane.search.returnPressed.connect(self._search_entered)
        panel.shown_changed.connect(self._case_shown)

    @property
    def sheets(self) -> SheetDesk:
        """The desk of sheets, made with the first one: Qt's part for printers is not loaded with the page."""
        if self._sheets is None:
            from ui.paper.sheet_desk import SheetDesk

            self._sheets = SheetDesk(self._ctx, self._background, self._page)
            self._sheets.said.connect(self._page.said)
        return self._sheets

    @property
    def batch(self) -> BatchDesk:
        """The desk of several packets at once."""
        if self._batch is None:
            from ui.paper.batch_desk import BatchDesk

            self._batch = BatchDesk(self._ctx, self._background, self._page)
            self._batch.said.connect(self._page.said)
        return self._batch

    def commands(self) -> dict[str, Callable[[], object]]:
        """Commands of ui.actions that are about paper."""
        return {
            "return_slip": lambda: self.sheets.return_slip(self._choices.ids()),
            "claim_sheet": self._claim,
            "case_summary": self._summary,
            "print_packets": lambda: self.batch.ask(self._choices.ids()),
        }

    def can(self, command: str) -> bool:
        """Whether one of them can be carried out now."""
        ids = self._choices.ids()
        if command == "claim_sheet":
            page = self._panel.page
            return page is not None and any(entry.register is RegisterKind.CARRIER_CLAIM for entry in page.registers)
        return len(ids) == 1 if command == "case_summary" else bool(ids)

    def menu_entries(self, menu: QMenu) -> None:
        """What the context menu of the list offers of paper."""
        found = QMenu(tr("On paper"), menu)
        found.setIcon(icon("printer"))
        names = {
            "print_packets": (tr("Packets…"), "file-plus"), "return_slip": (tr("Return slip…"), "package-open"),
            "claim_sheet": (tr("Carrier claim sheet…"), "truck"), "case_summary": (tr("Case summary…"), "file-text"),
        }  # fmt: skip
        commands = self.commands()
        for command, (text, name) in names.items():
            entry = found.addAction(icon(name), text)
            entry.setEnabled(self.can(command))
            entry.triggered.connect(lambda _=False, act=commands[command]: act())
        menu.addSeparator()
        menu.addMenu(found)

    def _claim(self) -> None:
        if self._panel.wanted is not None:
            self.sheets.claim_of_case(self._panel.wanted)

    def _summary(self) -> None:
        ids = self._choices.ids()
        if ids:
            self.sheets.case_summary(ids[0])

    # Slips that come back

    def _search_entered(self) -> None:
        """A scanner types like a keyboard and ends with Enter."""
        text = self._pane.search.text()
        if read_return_code(text) is not None:
            self.scan(text)

    def scan(self, text: str) -> None:
        """Show the case of a return slip; says so when the code does not hold or no such case is here."""
        ctx = self._ctx

        def look() -> int | None:
            code = ctx.sheets.find_return(text)
            return ctx.cases.find_case_id(code.case_number) if code is not None else None

        self._background.run(ctx.jobs.read(look), self._found, self._not_found, receiver=self)

    def _found(self, case_id: int | None) -> None:
        if case_id is None:
            return
        search = self._pane.search
        if read_return_code(search.text()) is not None:
            # The list goes back to what it showed; the next slip can be scanned at once.
            search.clear()
            search.search_now()
        self._scanned = case_id
        show = getattr(self._page, "show_case", None)
        if show is not None:
            show(case_id)
        self._case_shown()

    def _not_found(self, error: BaseException) -> None:
        self._pane.search.selectAll()
        if not isinstance(error, AftercaseError):
            raise error
        words = sentence(error)
        self._page.said.emit(f"{words.what} {words.next}".strip())

    def _case_shown(self) -> None:
        page, panel = self._panel.page, self._panel
        if self._scanned is None or page is None or page.case.id != self._scanned:
            return
        self._scanned = None
        panel.bar.setCurrentIndex(OVERVIEW)
        self._page.said.emit(tr("Return of %1 scanned", page.case.number))
        rows = panel.overview.steps.rows()
        coming = [row for row in rows if row.step.rule in _RETURN_STEPS and not row.box.isChecked()]
        # Left there by the step that sends the address: what is next is to look into the parcel.
        coming.sort(key=lambda row: _RETURN_STEPS.index(row.step.rule))
        if coming:
            coming[0].box.setFocus()
            panel.overview.ensureWidgetVisible(coming[0])
            return
        parcels: ParcelList = panel.overview.cards.parcels
        panel.overview.ensureWidgetVisible(parcels)
