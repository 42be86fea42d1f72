"""Copy, paste and select all on the Cases page: in a field its text, else rows and evidence."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from ui.cases.case_list_pane import CaseListPane
from ui.cases.case_panel import CasePanel
from ui.cases.evidence_adding import EvidenceAdding
from ui.i18n import translator

tr = translator("cases")
# What fits a clipboard, and a spreadsheet, without thinking about it.
_ROWS_COPIED = 50_000


def _field() -> QLineEdit | QPlainTextEdit | None:
    """The field with the focus."""
    focus = QApplication.focusWidget()
    return focus if isinstance(focus, QLineEdit | QPlainTextEdit) else None


class CaseClipboard(QObject):
    """`said` tells what was copied."""

    said = Signal(str)

    def __init__(self, pane: CaseListPane, panel: CasePanel, adding: EvidenceAdding) -> None:
        super().__init__(panel)
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
        table = self._pane.table
        rows = table.chosen_rows()[:_ROWS_COPIED]
        if rows:
            QGuiApplication.clipboard().setText(self._pane.model.text_table(rows, table.shown_columns()))
            self.said.emit(tr("%n row(s) copied", n=len(rows)))

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
            self.said.emit(tr("Platform remark copied"))
