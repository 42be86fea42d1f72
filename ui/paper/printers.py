"""The printers of this PC by name: what each can do, and one made ready for a job."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QLocale, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from models.rules.paper_fit import PAPERS_MM, Edges

_IDS = {
    "a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter,
    "a5": QPageSize.PageSizeId.A5, "a6": QPageSize.PageSizeId.A6,
}  # fmt: skip
_DUPLEX = {
    "none": QPrinter.DuplexMode.DuplexNone, "long": QPrinter.DuplexMode.DuplexLongSide,
    "short": QPrinter.DuplexMode.DuplexShortSide,
}  # fmt: skip
_LETTER_LANDS = (QLocale.Country.UnitedStates, QLocale.Country.Canada, QLocale.Country.Mexico)


@dataclass(frozen=True, slots=True)
class PrinterTraits:
    """What a printer can do. `papers` are names of PAPERS_MM, `margins` what it leaves blank on each, in mm."""

    name: str
    colour: bool
    duplex: tuple[str, ...]
    papers: tuple[str, ...]
    paper: str
    margins: dict[str, Edges]


@dataclass(frozen=True, slots=True)
class JobSettings:
    """How a job is wanted: the paper, how many, in colour or grey, on both sides or one."""

    paper: str
    copies: int = 1
    colour: bool = True
    duplex: str = "none"
    title: str = ""


class PrinterBook(Protocol):
    """Where printers come from; the tests have one of files."""

    def names(self) -> tuple[str, ...]:
        """All printers, in the system's order."""

    def default(self) -> str:
        """The one the system prints to; empty for none."""

    def traits(self, name: str) -> PrinterTraits | None:
        """What one can do; None when it is gone."""

    def ready(self, name: str, wish: JobSettings) -> QPrinter:
        """A printer with everything set."""


class SystemPrinters:
    """The printers the system knows."""

    def names(self) -> tuple[str, ...]:
        return tuple(QPrinterInfo.availablePrinterNames())

    def default(self) -> str:
        return QPrinterInfo.defaultPrinterName()

    def traits(self, name: str) -> PrinterTraits | None:
        info = QPrinterInfo.printerInfo(name)
        if info.isNull():
            return None
        known = {size.id() for size in info.supportedPageSizes()}
        papers = tuple(word for word, size in _IDS.items() if not known or size in known) or ("a4",)
        usual = next((word for word, size in _IDS.items() if size == info.defaultPageSize().id()), "")
        modes = info.supportedDuplexModes()
        duplex = tuple(word for word, mode in _DUPLEX.items() if mode in modes)
        colours = info.supportedColorModes()
        printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
        margins = {word: margins_of(printer, word) for word in papers}
        colour = not colours or QPrinter.ColorMode.Color in colours
        return PrinterTraits(
            name, colour, duplex, papers, usual if usual in papers else home_paper(papers), margins
        )

    def ready(self, name: str, wish: JobSettings) -> QPrinter:
        printer = QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)
        return set_up(printer, wish)


def home_paper(papers: tuple[str, ...]) -> str:
    """The paper of this country among those a printer has."""
    wanted = "letter" if QLocale.system().territory() in _LETTER_LANDS else "a4"
    return wanted if wanted in papers else papers[0]


def margins_of(printer: QPrinter, paper: str) -> Edges:
    """What a printer leaves blank on a paper, in millimetres."""
    layout = QPageLayout(QPageSize(_IDS[paper]), QPageLayout.Orientation.Portrait, QMarginsF())
    printer.setPageLayout(layout)
    unit = printer.pageLayout()
    unit.setUnits(QPageLayout.Unit.Millimeter)
    least = unit.minimumMargins()
    return (least.left(), least.top(), least.right(), least.bottom())


def set_up(printer: QPrinter, wish: JobSettings) -> QPrinter:
    """A printer with paper, copies, colour and sides as wished; pages are placed on the whole paper."""
    printer.setPageSize(QPageSize(_IDS[wish.paper]))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setColorMode(QPrinter.ColorMode.Color if wish.colour else QPrinter.ColorMode.GrayScale)
    printer.setDuplex(_DUPLEX[wish.duplex])
    if printer.supportsMultipleCopies():
        printer.setCopyCount(wish.copies)
        printer.setCollateCopies(True)
    printer.setDocName(wish.title or "Aftercase")
    return printer


def paper_mm(printer: QPrinter) -> tuple[float, float]:
    """The size of the paper a printer is set to, in millimetres."""
    size: QSizeF = printer.pageLayout().pageSize().size(QPageSize.Unit.Millimeter)
    return size.width(), size.height()


def paper_name(printer: QPrinter) -> str:
    """The paper a printer is set to, among those known; that of the country for another."""
    wide, high = paper_mm(printer)
    for word, (width, height) in PAPERS_MM.items():
        if abs(wide - width) < 1 and abs(high - height) < 1:
            return word
    return home_paper(tuple(PAPERS_MM))
