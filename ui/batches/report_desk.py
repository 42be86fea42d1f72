"""The report on a batch and the week of quality on paper: the very pages shown before they are printed or saved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from desktop.services.sheets import SheetFile, SheetWish
from models.kinds import SheetKind
from ui.i18n import translator
from ui.messages import show_error
from ui.paper.paper_desk import PaperDesk
from ui.paper.print_dialog import PrintDialog
from ui.paper.printed_files import PaperSubject
from ui.paper.sheet_choices import SheetChoices, first_wish, kept_wish
from ui.paper.sheet_desk import paper_file
from ui.plain import one_line
from ui.words import word

tr = translator("batches")
_KEPT = "paper.sheets"
Make = Callable[[SheetWish], SheetFile]


class ReportDesk(PaperDesk):
    """Opens the print dialog; language and paper are chosen there. `over` it stands, if given."""

    def report(self, style: str, batch: str, shop_id: int | None) -> None:
        """The report on a batch for its supplier, with the photos."""
        reports = self._ctx.quality_reports
        self._open(lambda wish: reports.report(style, batch, wish, shop_id=shop_id))

    def week(self, day: date, shop_id: int | None) -> None:
        """All quality reports of the week of a day, for purchasing."""
        reports = self._ctx.quality_reports
        self._open(lambda wish: reports.weekly(day, wish, shop_id=shop_id))

    def _open(self, make: Make) -> None:
        wish = first_wish(self._ctx.settings.get(_KEPT, {}), SheetKind.QUALITY_REPORT)

        def show(made: SheetFile) -> None:
            self._sheet = made
            choices = SheetChoices(SheetKind.QUALITY_REPORT, wish)
            title = f"{word(SheetKind.QUALITY_REPORT)} {one_line(made.name)}"
            subject = PaperSubject(title, (paper_file(made),), title, save=self._save, printed=self._note)
            dialog = self.dialog = PrintDialog(
                self._ctx, self._background, subject, self._window, book=self._book, extra=choices
            )
            choices.changed.connect(lambda: self._again(dialog, choices, make))
            dialog.saved.connect(lambda out: self.said.emit(tr("Saved as %1", one_line(out.name))))
            dialog.printed.connect(lambda _: self.said.emit(tr("Sent to the printer")))
            dialog.destroyed.connect(self._gone)
            self._warn(dialog, made)
            dialog.open()
            self.opened.emit(dialog)

        self._run(lambda: make(wish), show)

    def _again(self, dialog: PrintDialog, choices: SheetChoices, make: Make) -> None:
        wish = choices.wish()
        kept = self._ctx.settings.get(_KEPT, {})
        entry = {SheetKind.QUALITY_REPORT.value: kept_wish(wish)}
        self._ctx.settings.set(_KEPT, {**(kept if isinstance(kept, dict) else {}), **entry})

        def show(made: SheetFile) -> None:
            self._sheet = made
            if self.dialog is dialog:
                dialog.show_files((paper_file(made),))
                self._warn(dialog, made)

        # What stands there belongs to the choice before, and is not printed for this one.
        dialog.show_files(())
        self._run(lambda: make(wish), show)

    def _run(self, make: Callable[[], SheetFile], then: Callable[[SheetFile], object]) -> None:
        self._asked += 1
        asked = self._asked

        def done(made: SheetFile) -> None:
            if asked == self._asked:
                then(made)

        self._background.run(self._ctx.jobs.io(make), done, self._fail, receiver=self)

    @staticmethod
    def _warn(dialog: PrintDialog, made: SheetFile) -> None:
        signs = " ".join(made.missing_glyphs[:20])
        dialog.say_more(tr("Signs no font has, drawn as boxes: %1", signs) if signs else "")

    def _save(self, out: Path) -> Path:
        """Runs in the I/O pool."""
        assert self._sheet is not None
        return self._ctx.register_lists.save(self._sheet, out)

    def _note(self, _copies: int) -> None:
        made, lists = self._sheet, self._ctx.register_lists
        if made is not None:
            self._background.run(
                self._ctx.jobs.write(lambda: lists.note_printed(made)), lambda _: None, self._fail, receiver=self
            )

    def _fail(self, error: BaseException) -> None:
        show_error(error, self.dialog or self._window)

    def _gone(self) -> None:
        self.dialog = None
