"""The report on a batch and the week of quality on paper; the week also as a workbook."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog

from desktop.services.sheets import SheetFile, SheetWish
from models.kinds import PacketLanguage, SheetKind
from ui import format as shown
from ui.i18n import translator
from ui.messages import show_error
from ui.paper.list_paper import ListPaper, Make
from ui.paper.print_dialog import PrintDialog
from ui.plain import one_line
from ui.widgets.buttons import Button
from ui.words import word

tr = translator("batches")


class ReportDesk(ListPaper):
    """Opens the print dialog for what purchasing and the supplier get. `over` it stands, if given."""

    def report(self, style: str, batch: str, shop_id: int | None) -> None:
        """The report on a batch for its supplier, with the photos."""
        reports = self._ctx.quality_reports
        self._show(lambda wish: reports.report(style, batch, wish, shop_id=shop_id))

    def week(self, day: date, shop_id: int | None) -> None:
        """All quality reports of the week of a day, for purchasing: on paper, or as a workbook from the same dialog."""
        reports = self._ctx.quality_reports
        asked = SheetWish()

        def make(wish: SheetWish) -> SheetFile:
            nonlocal asked
            asked = wish
            return reports.weekly(day, wish, shop_id=shop_id)

        def beside(dialog: PrintDialog) -> None:
            button = Button(tr("Save XLSX…"), dialog, icon="file-spreadsheet")
            button.clicked.connect(lambda: self._ask_book(dialog, day, shop_id, asked.language))
            dialog.add_file_button(button)

        self.opened.connect(beside)
        self._show(make)

    def _ask_book(self, dialog: PrintDialog, day: date, shop_id: int | None, language: PacketLanguage) -> None:
        name = self._ctx.quality_reports.week_name(day, language)
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation))
        asking = QFileDialog(dialog, tr("Save XLSX"), str(folder / f"{name}.xlsx"), f"{tr('Excel workbook')} (*.xlsx)")
        asking.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asking.setDefaultSuffix("xlsx")
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.fileSelected.connect(lambda chosen: self.write_book(Path(chosen), day, shop_id, language, dialog))
        asking.open()

    def write_book(
        self, out: Path, day: date, shop_id: int | None, language: PacketLanguage, dialog: PrintDialog
    ) -> None:
        """Write the week as a workbook; the dialog closes once it is there."""
        if out.suffix.lower() != ".xlsx":
            out = out.with_name(f"{out.name}.xlsx")
        reports, spoken = self._ctx.quality_reports, "en" if language is PacketLanguage.EN else "zh"

        def done(count: int) -> None:
            self.said.emit(tr("%1 lines written to %2", shown.count(count), one_line(out.name)))
            dialog.accept()

        self._background.run(
            self._ctx.jobs.io(lambda: reports.export_weekly(out, day, shop_id=shop_id, language=spoken), keeps=True),
            done, lambda error: show_error(error, dialog), receiver=dialog,
        )  # fmt: skip

    def _show(self, make: Make) -> None:
        self._open(SheetKind.QUALITY_REPORT, make, _title)


def _title(made: SheetFile) -> str:
    return f"{word(SheetKind.QUALITY_REPORT)} {one_line(made.name)}"
