"""A register or the measures of a month on paper: the very pages shown before they are printed or saved as PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop.services.sheets import SheetFile, SheetWish
from models.kinds import SheetKind
from models.register_records import MonthMetrics, RegisterSheet
from ui.i18n import translator
from ui.messages import show_error
from ui.paper.paper_desk import PaperDesk
from ui.paper.print_dialog import PrintDialog
from ui.paper.printed_files import PaperFile, PaperSubject
from ui.paper.sheet_choices import SheetChoices, first_wish, kept_wish
from ui.plain import one_line
from ui.registers.register_export import file_name

tr = translator("registers")
_KEPT = "paper.sheets"
_BLANK = 8.0
Make = Callable[[SheetWish], SheetFile]


class RegisterPaper(PaperDesk):
    """Opens the print dialog for what is listed; language and paper are chosen there."""

    def register(self, sheet: RegisterSheet) -> None:
        """The register as filtered."""
        lists = self._ctx.register_lists
        self._open(lambda wish: lists.paper(sheet, wish), file_name(sheet))

    def metrics(self, metrics: MonthMetrics) -> None:
        """The measures of a month."""
        lists = self._ctx.register_lists
        self._open(lambda wish: lists.metrics_paper(metrics, wish), f"{tr('Measures of the month')} {metrics.month}")

    def _open(self, make: Make, name: str) -> None:
        wish = first_wish(self._ctx.settings.get(_KEPT, {}), SheetKind.REGISTER)

        def show(made: SheetFile) -> None:
            self._sheet = made
            choices = SheetChoices(SheetKind.REGISTER, wish)
            subject = PaperSubject(name, (_file(made),), name, save=self._save, printed=self._note)
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
        entry = {SheetKind.REGISTER.value: kept_wish(wish)}
        self._ctx.settings.set(_KEPT, {**(kept if isinstance(kept, dict) else {}), **entry})

        def show(made: SheetFile) -> None:
            self._sheet = made
            if self.dialog is dialog:
                dialog.show_files((_file(made),))
                self._warn(dialog, made)

        # What stands there belongs to the choice before, and is not printed for this one.
        dialog.show_files(())
        self._run(lambda: make(wish), show)

    def _run(self, make: Callable[[], SheetFile], then: Callable[[SheetFile], object]) -> None:
        self._asked += 1
        asked = self._asked
        self._background.run(
            self._ctx.jobs.io(make), lambda made: then(made) if asked == self._asked else None, self._fail,
            receiver=self,
        )  # fmt: skip

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


def _file(made: SheetFile) -> PaperFile:
    return PaperFile(made.path, made.pages, made.width_mm, made.height_mm, (_BLANK,) * 4)
