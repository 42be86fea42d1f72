"""Printers for tests: what they print is a PDF file, with the margins and the duplex of real ones."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from models.rules.paper_fit import PAPERS_MM
from ui.paper.printers import JobSettings, PrinterTraits, set_up

MARGINS = (4.2, 4.2, 4.2, 4.2)


class FilePrinters:
    """`mono` cannot do colour and has both sides, `photo` can and has one."""

    def __init__(self, out: Path, *, none: bool = False) -> None:
        self.out = out
        self._none = none
        self.jobs: list[JobSettings] = []

    def names(self) -> tuple[str, ...]:
        return () if self._none else ("mono", "photo")

    def default(self) -> str:
        return "" if self._none else "mono"

    def traits(self, name: str) -> PrinterTraits | None:
        if self._none or name not in self.names():
            return None
        sides = ("none", "long", "short") if name == "mono" else ()
        return PrinterTraits(name, name == "photo", sides, tuple(PAPERS_MM), "a4", dict.fromkeys(PAPERS_MM, MARGINS))

    def ready(self, name: str, wish: JobSettings) -> QPrinter:
        self.jobs.append(wish)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.out))
        # Small pictures: what is measured is where they lie, not how fine they are.
        printer.setResolution(72)
        return set_up(printer, wish)
