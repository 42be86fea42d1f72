"""Registers and months on paper and as workbooks. Making one changes nothing; handing it out is noted."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop import words
from desktop.exporters.sheet import Progress, Sheet, never, silent
from desktop.exporters.workbook import write_xlsx_pages
from desktop.services.outgoing_parts import OutgoingParts
from desktop.services.packet_files import Outgoing, check_target, keep_preview
from desktop.services.register_books import metrics_books, register_book
from desktop.services.sheets import SheetFile, SheetWish
from desktop.services.workbench import Workbench
from models.clock import from_millis, to_millis, zone
from models.errors import UserError
from models.kinds import PacketLanguage, SheetKind
from models.register_records import MonthMetrics, RegisterSheet
from models.rules.sheet_phrases import SheetPhrases
from models.rules.sheet_register import ListMaker, metrics_paper, register_paper
from models.store import shops
from models.store.transaction import Transaction

if TYPE_CHECKING:
    from desktop.packets.sheets.page import SheetPdf

USUAL: Final = SheetWish()


class RegisterListService:
    """Takes what `ctx.registers.sheet` and `ctx.month_metrics.metrics` gave. Safe to call from any thread."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._folder = bench.store.folder.cache / "sheets"

    # Paper

    def paper(self, sheet: RegisterSheet, wish: SheetWish = USUAL) -> SheetFile:
        """The register as a PDF, upright or lying as its columns need; a register without lines is a page too."""
        from desktop.packets.sheets.register import paint_list

        maker = self.maker(sheet.query.shop_id)
        made = paint_list(register_paper(sheet, wish.language, maker, words), wish.paper, maker.now)
        name = self.name_of(sheet, "en" if wish.language is PacketLanguage.EN else "zh")
        return self.keep(SheetKind.REGISTER, made, name)

    def metrics_paper(self, metrics: MonthMetrics, wish: SheetWish = USUAL) -> SheetFile:
        """The measures of a month as a PDF."""
        from desktop.packets.sheets.register import paint_list

        maker = self.maker(metrics.shop_id)
        made = paint_list(metrics_paper(metrics, wish.language, maker, words), wish.paper, maker.now)
        title = SheetPhrases(
            PacketLanguage.EN if wish.language is PacketLanguage.EN else PacketLanguage.ZH, maker.time_zone
        ).say("metrics")
        return self.keep(SheetKind.REGISTER, made, f"{title} {metrics.month}")

    @staticmethod
    def name_of(sheet: RegisterSheet, language: str) -> str:
        """What a register of a month is called, as part of a file's name too."""
        name = words.word(sheet.query.register, language)
        return f"{name} {sheet.query.month}" if sheet.query.month else name

    def maker(self, shop_id: int | None) -> ListMaker:
        """Who makes a list now; times are those of the shop, of the desk without one. NotFound for an unknown shop."""
        bench = self._bench
        known = shops.list_shops(bench.store.database)
        shop = shops.find_shop(bench.store.database, shop_id) if shop_id is not None else None
        if shop is None and len(known) == 1:
            shop = known[0]
        return ListMaker(
            person=bench.person.name, now=from_millis(to_millis(bench.clock.now())),
            time_zone=shop.time_zone if shop_id is not None and shop is not None else bench.time_zone,
            shop=shop.name if shop is not None else "", shops={each.id: each.name for each in known},
        )  # fmt: skip

    # Workbooks

    def export(
        self, out: Path, sheet: RegisterSheet, *, language: str = "zh", progress: Progress = silent,
        cancelled: Callable[[], bool] = never,
    ) -> int:  # fmt: skip
        """Write the register as a workbook (.xlsx), over one of that name; how many lines.

        Errors as of desktop.exporters, and `export_name_unknown` for a name that does not end in .xlsx.
        """
        book = register_book(sheet, language, zone(self.maker(sheet.query.shop_id).time_zone))
        return self.write(out, (book,), self.name_of(sheet, words.language_code(language)), progress, cancelled)

    def export_metrics(self, out: Path, metrics: MonthMetrics, *, language: str = "zh") -> int:
        """Write the measures of a month as a workbook of three pages; how many lines. Errors as of `export`."""
        pages = metrics_books(metrics, language)
        return self.write(out, pages, pages[0].name, silent, never)

    def write(
        self, out: Path, pages: Sequence[Sheet], name: str, progress: Progress, cancelled: Callable[[], bool]
    ) -> int:  # fmt: skip
        """Write pages as one workbook and note it under that name; how many lines."""
        if out.suffix.lower() != ".xlsx":
            raise UserError("export_name_unknown", file=out.name)
        folder = self._bench.store.folder
        target, parts = check_target(out, folder), OutgoingParts(folder)
        write_xlsx_pages(target, pages, progress=progress, cancelled=cancelled, parts=parts)
        count = sum(page.count for page in pages)
        details = {"name": name, "count": count}
        self._bench.note(
            "list_exported",
            lambda transaction: transaction.record("list_exported", entity="register", entity_id=0, details=details),
        )
        return count

    # Handing out

    def note_printed(self, sheet: SheetFile) -> None:
        """Note in the history that a list went to paper."""
        self._bench.note("list_printed", lambda transaction: _record(transaction, "list_printed", sheet))

    def save(self, sheet: SheetFile, out: Path) -> Path:
        """Write a PDF to a file, byte for byte, and note it. UserError or EnvironmentFault when it cannot be."""
        target = check_target(out, self._bench.store.folder)
        outgoing = Outgoing(target, sheet.content(), self._bench.store.folder)

        def work(transaction: Transaction) -> None:
            _record(transaction, "list_saved", sheet)
            outgoing.put()

        try:
            self._bench.note("list_saved", work)
        except BaseException:
            outgoing.drop()
            raise
        return target

    def keep(self, kind: SheetKind, made: SheetPdf, name: str, case_ids: Sequence[int] = ()) -> SheetFile:
        """A painted list in the cache, where the print dialog shows it from."""
        sha256 = hashlib.sha256(made.content).hexdigest()
        path = keep_preview(self._folder, f"{kind.value}-{sha256[:24]}", made.content)
        return SheetFile(
            kind, path, name, made.pages, len(made.content), sha256, made.missing_glyphs, tuple(case_ids),
            made.width_mm, made.height_mm,
        )  # fmt: skip


def _record(transaction: Transaction, code: str, sheet: SheetFile) -> None:
    details = {"name": sheet.name, "pages": sheet.pages, "sha256": sheet.sha256}
    for case_id in sheet.case_ids or (None,):
        transaction.record(code, entity="register", entity_id=0, case_id=case_id, details=details)
