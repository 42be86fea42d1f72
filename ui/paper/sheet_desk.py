"""Return slips, claim sheets and summaries from any page: made in the background, shown in the print dialog."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from desktop.services.sheets import SheetFile, SheetWish
from models.kinds import SheetKind
from ui.i18n import translator
from ui.messages import show_error
from ui.paper.paper_desk import PaperDesk
from ui.paper.print_dialog import PrintDialog
from ui.paper.printed_files import PaperFile, PaperSubject
from ui.paper.sheet_choices import SheetChoices, first_wish, kept_wish
from ui.plain import one_line
from ui.words import word

tr = translator("sheets")
_KEPT = "paper.sheets"
_BLANK = {SheetKind.RETURN_SLIP: 6.0, SheetKind.CLAIM: 9.0, SheetKind.SUMMARY: 8.0, SheetKind.CALL_LIST: 8.0,
          SheetKind.HAND_OVER: 8.0, SheetKind.STEP_LIST: 8.0}  # fmt: skip
Make = Callable[[SheetWish, str], SheetFile]


class SheetDesk(PaperDesk):
    """Return slips, claim sheets and summaries, the very pages shown before they are printed or saved."""

    def return_slip(self, case_ids: Sequence[int]) -> None:
        """The return slips of these cases."""
        ids, sheets = list(case_ids), self._ctx.sheets
        if ids:
            self._open(SheetKind.RETURN_SLIP, lambda wish, _: sheets.return_slip(ids, wish))

    def claim_of_case(self, case_id: int) -> None:
        """The carrier claim sheet of a case."""
        sheets = self._ctx.sheets
        self._open(SheetKind.CLAIM, lambda wish, _: sheets.claim_of_case(case_id, wish))

    def case_summary(self, case_id: int) -> None:
        """The summary of a case."""
        sheets = self._ctx.sheets
        self._open(SheetKind.SUMMARY, lambda wish, _: sheets.case_summary(case_id, wish))

    def claim_of_month(self, year: int, month: int, *, shop_id: int | None = None, carrier: str = "") -> None:
        """The statement of a month, of the carrier given or of the one with most claims; others can be chosen."""
        sheets = self._ctx.sheets

        def opened(found: Sequence[tuple[str, str]]) -> None:
            if not found:
                self.said.emit(tr("No carrier claims were entered in %1", f"{year}-{month:02d}"))
                return
            wanted = sheets.carrier_name(carrier)
            ordered = sorted(found, key=lambda each: each[0] != wanted) if wanted else list(found)
            self._open(
                SheetKind.CLAIM, lambda wish, name: sheets.claim_of_month(name, year, month, wish, shop_id=shop_id),
                ordered,
            )  # fmt: skip

        def look() -> list[tuple[str, str]]:
            return [
                (each.name, f"{one_line(each.name) or tr('No carrier entered')} · {each.count}")
                for each in sheets.claim_carriers(year, month, shop_id=shop_id)
            ]

        self._background.run(self._ctx.jobs.read(look), opened, self._fail, receiver=self)

    # The dialog

    def _open(self, kind: SheetKind, make: Make, carriers: Sequence[tuple[str, str]] = ()) -> None:
        wish = first_wish(self._ctx.settings.get(_KEPT, {}), kind)
        first = carriers[0][0] if carriers else ""

        def show(sheet: SheetFile) -> None:
            self._sheet = sheet
            choices = SheetChoices(kind, wish, carriers)
            dialog = self.dialog = PrintDialog(
                self._ctx, self._background, self._subject(kind, sheet), self._window, book=self._book, extra=choices
            )
            choices.changed.connect(lambda: self._again(dialog, kind, choices, make))
            dialog.saved.connect(lambda out: self.said.emit(tr("%1 saved as %2", word(kind), one_line(out.name))))
            dialog.printed.connect(lambda _: self.said.emit(tr("%1 sent to the printer", word(kind))))
            dialog.destroyed.connect(self._gone)
            self._warn(dialog, sheet)
            dialog.open()
            self.opened.emit(dialog)

        self._run(lambda: make(wish, first), show)

    def _subject(self, kind: SheetKind, sheet: SheetFile) -> PaperSubject:
        return PaperSubject(
            title=f"{word(kind)} {sheet.name}", files=(paper_file(sheet),), name=f"{word(kind)} {sheet.name}",
            save=self._save, printed=self._note,
        )  # fmt: skip

    def _again(self, dialog: PrintDialog, kind: SheetKind, choices: SheetChoices, make: Make) -> None:
        wish, carrier = choices.wish(), str(choices.carrier.currentData() or "")
        kept = self._ctx.settings.get(_KEPT, {})
        self._ctx.settings.set(_KEPT, {**(kept if isinstance(kept, dict) else {}), kind.value: kept_wish(wish)})

        def show(sheet: SheetFile) -> None:
            self._sheet = sheet
            if self.dialog is dialog:
                dialog.show_files((paper_file(sheet),))
                self._warn(dialog, sheet)

        # What stands there belongs to the choice before, and is not printed for this one.
        dialog.show_files(())
        self._run(lambda: make(wish, carrier), show)

    def _run(self, make: Callable[[], SheetFile], then: Callable[[SheetFile], object]) -> None:
        self._asked += 1
        asked = self._asked

        def done(sheet: SheetFile) -> None:
            if asked == self._asked:
                then(sheet)

        self._background.run(self._ctx.jobs.io(make), done, self._fail, receiver=self)

    def _fail(self, error: BaseException) -> None:
        show_error(error, self.dialog or self._window)

    @staticmethod
    def _warn(dialog: PrintDialog, sheet: SheetFile) -> None:
        if sheet.missing_glyphs:
            signs = " ".join(sheet.missing_glyphs[:20])
            dialog.say_more(tr("Signs no font has, drawn as boxes: %1", signs))
        else:
            dialog.say_more("")

    def _save(self, out: Path) -> Path:
        """Runs in the I/O pool."""
        assert self._sheet is not None
        return self._ctx.sheets.save(self._sheet, out)

    def _note(self, _copies: int) -> None:
        sheet, sheets = self._sheet, self._ctx.sheets
        if sheet is not None:
            self._background.run(
                self._ctx.jobs.write(lambda: sheets.note_printed(sheet)), lambda _: None, self._fail, receiver=self
            )

    def _gone(self) -> None:
        self.dialog = None


def paper_file(sheet: SheetFile) -> PaperFile:
    """A sheet as the print dialog takes it."""
    blank = _BLANK.get(sheet.kind, 8.0)
    return PaperFile(sheet.path, sheet.pages, sheet.width_mm, sheet.height_mm, (blank, blank, blank, blank))
