"""The call list of a day or month on paper: made in the background, shown in the print dialog page by page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from desktop.services.call_lists import CallListWish
from desktop.services.sheets import SheetFile
from models.call_back_records import CallFilters
from models.errors import AftercaseError, UserError
from models.kinds import SheetKind
from ui.error_words import ErrorWords, register, sentence
from ui.i18n import translator
from ui.messages import show_error
from ui.paper.call_list_choices import DAY, MONTH, CallListChoices, first_wish, kept_wish
from ui.paper.paper_desk import PaperDesk
from ui.paper.print_dialog import PrintDialog
from ui.paper.printed_files import PaperSubject
from ui.paper.sheet_desk import paper_file
from ui.plain import one_line
from ui.words import word

tr = translator("call_lists")
_KEPT = "paper.call_list"
_EMPTY = ("no_calls_of_day", "no_calls_of_month")


class CallListDesk(PaperDesk):
    """The call list of a day or month, the very pages shown before they are printed or saved."""

    def open(self, day: date, filters: CallFilters, *, month: bool = False) -> None:
        """The list of a day, or of its month; the other can be chosen in the dialog."""
        wish, span = first_wish(self._ctx.settings.get(_KEPT)), MONTH if month else DAY

        def show(sheet: SheetFile) -> None:
            self._sheet = sheet
            choices = CallListChoices(day, span, wish)
            dialog = self.dialog = PrintDialog(
                self._ctx, self._background, self._subject(sheet), self._window, book=self._book, extra=choices
            )
            choices.changed.connect(lambda: self._again(dialog, choices, day, filters))
            dialog.saved.connect(lambda out: self.said.emit(tr("Call list saved as %1", one_line(out.name))))
            dialog.printed.connect(lambda _: self.said.emit(tr("Call list sent to the printer")))
            dialog.destroyed.connect(self._gone)
            self._warn(dialog, sheet)
            dialog.open()
            self.opened.emit(dialog)

        self._run(span, day, filters, wish, show, self._say_empty)

    def _again(self, dialog: PrintDialog, choices: CallListChoices, day: date, filters: CallFilters) -> None:
        wish = choices.wish()
        self._ctx.settings.set(_KEPT, kept_wish(wish))

        def show(sheet: SheetFile) -> None:
            self._sheet = sheet
            if self.dialog is dialog:
                dialog.show_files((paper_file(sheet),))
                self._warn(dialog, sheet)

        def empty(error: UserError) -> None:
            if self.dialog is dialog:
                dialog.say_more(sentence(error).what)

        # What stands there belongs to the choice before, and is not printed for this one.
        dialog.show_files(())
        self._run(choices.span(), day, filters, wish, show, empty)

    def _run(
        self, span: str, day: date, filters: CallFilters, wish: CallListWish, then: Callable[[SheetFile], object],
        empty: Callable[[UserError], object],
    ) -> None:  # fmt: skip
        self._asked += 1
        asked, lists = self._asked, self._ctx.call_lists

        def make() -> SheetFile:
            if span == MONTH:
                return lists.month_list(day.year, day.month, filters, wish)
            return lists.day_list(day, filters, wish)

        def done(sheet: SheetFile) -> None:
            if asked == self._asked:
                then(sheet)

        def failed(error: BaseException) -> None:
            if asked != self._asked:
                return
            if isinstance(error, UserError) and error.code in _EMPTY:
                empty(error)
            else:
                show_error(error, self.dialog or self._window)

        self._background.run(self._ctx.jobs.io(make), done, failed, receiver=self)

    def _say_empty(self, error: UserError) -> None:
        self.said.emit(sentence(error).what)

    def _subject(self, sheet: SheetFile) -> PaperSubject:
        name = f"{word(SheetKind.CALL_LIST)} {sheet.name}"
        return PaperSubject(title=name, files=(paper_file(sheet),), name=name, save=self._save, printed=self._note)

    @staticmethod
    def _warn(dialog: PrintDialog, sheet: SheetFile) -> None:
        signs = " ".join(sheet.missing_glyphs[:20])
        dialog.say_more(tr("Signs no font has, drawn as boxes: %1", signs) if signs else "")

    def _save(self, out: Path) -> Path:
        """Runs in the I/O pool."""
        assert self._sheet is not None
        return self._ctx.call_lists.save(self._sheet, out)

    def _note(self, _copies: int) -> None:
        sheet, lists = self._sheet, self._ctx.call_lists
        if sheet is not None:
            self._background.run(
                self._ctx.jobs.write(lambda: lists.note_printed(sheet)), lambda _: None,
                lambda error: show_error(error, self.dialog or self._window), receiver=self,
            )  # fmt: skip

    def _gone(self) -> None:
        self.dialog = None


def _words(error: AftercaseError) -> ErrorWords | None:
    if error.code == "no_calls_of_day":
        text = tr("Nothing is left to do on %1", str(error.values.get("day", "")))
    elif error.code == "no_calls_of_month":
        text = tr("Nothing is left to do in %1", str(error.values.get("month", "")))
    else:
        return None
    return ErrorWords(text, tr("Choose another day or month, or take the filters away."))


register(_words)
