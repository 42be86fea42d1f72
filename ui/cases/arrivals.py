"""What comes in by the Cases page: a new case by its dialog, orders by files that are shown before they are kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from desktop.context import AppContext
from ui.background import Background
from ui.case_wishes import CaseWish
from ui.i18n import translator
from ui.order_drops import downloads, paths_of
from ui.page import Target

if TYPE_CHECKING:
    from ui.cases.import_dialog import ImportDialog
    from ui.cases.new_case_dialog import NewCaseDialog

tr = translator("cases")


class Arrivals(QObject):
    """`case_made` names the case that was opened, `case_wanted` the number of one that was there already."""

    case_made = Signal(int)
    case_wanted = Signal(str)

    def __init__(self, ctx: AppContext, background: Background, page: QWidget) -> None:
        super().__init__(page)
        self._ctx = ctx
        self._background = background
        self._page = page

    def new_case(self, text: str = "") -> NewCaseDialog:
        """Ctrl+N; `text` is a number or a name to begin with."""
        # Neither dialog is read into memory before it is asked for: the page is the first one shown.
        from ui.cases.new_case_dialog import NewCaseDialog

        dialog = NewCaseDialog(self._ctx, self._background, self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.opened.connect(self.case_made)
        dialog.shown_wanted.connect(self.case_wanted)
        dialog.open()
        if text:
            dialog.field.setText(text)
            dialog.field.search_now()
        return dialog

    def wished_case(self, wish: CaseWish) -> NewCaseDialog:
        """A new case out of another page, over which its dialog stands; who wished it hears of it."""
        from ui.cases.new_case_dialog import NewCaseDialog

        dialog = NewCaseDialog(self._ctx, self._background, QApplication.activeWindow() or self._page.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.opened.connect(wish.opened)
        dialog.shown_wanted.connect(wish.shown)
        dialog.open()
        dialog.summary.setPlainText(wish.summary)
        dialog.field.setText(wish.text)
        dialog.field.search_now()
        return dialog

    def import_orders(self) -> None:
        """File, Import orders: choose the files."""
        paths, _ = QFileDialog.getOpenFileNames(
            self._page, tr("Import orders"), downloads(), tr("Order files (*.csv *.xlsx *.xls *.txt);;All files (*)")
        )
        if paths:
            self.import_files([Path(path) for path in paths])

    def import_files(self, paths: Sequence[Path]) -> ImportDialog:
        """Show what order files hold before anything is saved."""
        from ui.cases.import_dialog import ImportDialog

        dialog = ImportDialog(self._ctx, self._background, paths, self._page)
        dialog.case_wanted.connect(lambda: self.new_case())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        dialog.start()
        return dialog

    def import_named(self, target: Target) -> None:
        """The files a target names; where it names none they are asked for."""
        paths = paths_of(target)
        self.import_files(paths) if paths else self.import_orders()
