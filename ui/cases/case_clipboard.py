"""Copy, paste and select all on the Cases page: in a field its text, else rows and evidence."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from desktop.context import AppContext
from ui import format as shown
from ui.background import Background
from ui.cases.case_adding import CaseAdding
from ui.cases.case_list_pane import CaseListPane
from ui.cases.case_panel import CasePanel
from ui.cases.remark_words import remark_copied
from ui.i18n import language, translator

tr = translator("cases")
# What fits a clipboard, and a spreadsheet, without thinking about it; more is what the export is for.
_ROWS_COPIED = 50_000


def _field() -> QLineEdit | QPlainTextEdit | None:
    """The field with the focus."""
    focus = QApplication.focusWidget()
    return focus if isinstance(focus, QLineEdit | QPlainTextEdit) else None


class CaseClipboard(QObject):
    """`said` tells what was copied."""

    said = Signal(str)

    def __init__(
        self, ctx: AppContext, background: Background, pane: CaseListPane, panel: CasePanel, adding: CaseAdding
    ) -> None:
        super().__init__(panel)
        self._ctx = ctx
        self._background = background
        self._copies = 0
        self._pane = pane
        self._panel = panel
        self._adding = adding

    def copy(self) -> None:
        """The reply where it has the focus, the text selected in a field, else the selected rows as a table."""
        if self._panel.replies.take_copy():
            return
        field = _field()
        if field is not None:
            field.copy()
            return
        self.copy_rows()

    def copy_rows(self) -> None:
        """The selected rows as a table, for a spreadsheet or a letter; thousands are gathered beside the window."""
        ids, columns, spoken = self._pane.table.chosen_ids(), self._pane.table.shown_keys(), language()
        if not ids:
            return
        if len(ids) > _ROWS_COPIED:
            most, asked = shown.count(_ROWS_COPIED), shown.count(len(ids))
            self.said.emit(tr("%1 rows are too many to copy, at most %2: export them as a file", asked, most))
            return
        self._copies += 1
        copy, lists = self._copies, self._ctx.case_lists
        self._background.run(
            self._ctx.jobs.read(lambda: lists.clipboard_table(ids, columns, spoken)),
            lambda made: self._put(made, len(ids)) if copy == self._copies else None,
            receiver=self,
        )

    def _put(self, made: tuple[str, str], count: int) -> None:
        table = QMimeData()
        table.setText(made[0])
        table.setHtml(made[1])
        QGuiApplication.clipboard().setMimeData(table)
        self.said.emit(tr("%n row(s) copied", n=count))

    def paste(self) -> None:
        """Into the field with the focus, else as evidence of the case shown."""
        field = _field()
        if field is not None:
            field.paste()
        elif self._panel.wanted is not None:
            self._adding.paste(self._panel.wanted)

    def select_all(self) -> None:
        """All text of a field, else all rows."""
        field = _field()
        if field is not None:
            field.selectAll()
        else:
            self._pane.table.selectAll()

    def copy_number(self) -> None:
        """The case number."""
        page = self._panel.page
        if page is not None:
            QGuiApplication.clipboard().setText(page.case.number)
            self.said.emit(tr("%1 copied", page.case.number))

    def copy_remark(self) -> None:
        """The remark for the platform."""
        page = self._panel.page
        if page is not None and page.resolution is not None:
            QGuiApplication.clipboard().setText(page.resolution.remark)
            self.said.emit(remark_copied(page))
