"""Lists of the registers on paper: the very pages shown before they are printed or saved as PDF."""

from __future__ import annotations

from collections.abc import Callable
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

tr = translator("sheets")
_KEPT = "paper.sheets"
Make = Callable[[SheetWish], SheetFile]


class ListPaper(PaperDesk):
    """Opens the print dialog for a list that is painted anew for every choice of language and paper."""

    def _open(self, kind: SheetKind, make: Make, title_of: Callable[[SheetFile], str]) -> None:
        wish = first_wish(self._ctx.settings.get(_KEPT, {}), kind)

        def show(made: SheetFile) -> None:
            self._sheet = made
            choices, title = SheetChoices(kind, wish), title_of(made)
            subject = PaperSubject(title, (paper_file(made),), title, save=self._save, printed=self._note)
            dialog = self.dialog = PrintDialog(
                self._ctx, self._background, subject, self._window, book=self._book, extra=choices
            )
            choices.changed.connect(lambda: self._again(dialog, kind, choices, make))
            dialog.saved.connect(lambda out: self.said.emit(tr("Saved as %1", one_line(out.name))))
            dialog.printed.connect(lambda _: self.said.emit(tr("Sent to the printer")))
            dialog.destroyed.connect(self._gone)
            self._warn(dialog, made)
            dialog.open()
            self.opened.emit(dialog)

        self._run(lambda: make(wish), show)

    def _again(self, dialog: PrintDialog, kind: SheetKind, choices: SheetChoices, make: Make) -> None:
        wish = choices.wish()
        kept = self._ctx.settings.get(_KEPT, {})
        entry = {kind.value: kept_wish(wish)}
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
