"""The right side of the print dialog: printer, pages, copies, paper, size, colour and sides."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget

from models.rules.paper_fit import PAPERS_MM, Edges, Scaling, read_range
from models.rules.verdict import Refused
from ui.i18n import translator
from ui.paper.print_words import paper_word, range_wrong, side_words
from ui.paper.printers import JobSettings, PrinterBook, PrinterTraits, home_paper
from ui.plain import one_line
from ui.widgets.controls import Segmented
from ui.widgets.panel import Banner, FormRows, column

tr = translator("sheets")
TO_PDF = "\0pdf"
_MOST_COPIES = 99
_NO_MARGINS: Edges = (0.0, 0.0, 0.0, 0.0)


class PrintOptions(QWidget):
    """`changed` after every choice; `settings` and `wanted` say what was chosen."""

    changed = Signal()

    def __init__(self, book: PrinterBook, parent: QWidget | None = None, *, ranged: bool = True) -> None:
        """`ranged`: pages can be chosen; not for several packets at once."""
        super().__init__(parent)
        self._book = book
        self._traits: PrinterTraits | None = None
        self._count = 0
        self._scaling_chosen = False
        rows = column(self, spacing=12)
        self.none = Banner(
            "waiting", tr("No printer is set up on this PC."),
            tr("The PDF can be saved as a file and printed elsewhere. A printer added in the system's settings appears"
               " here when this dialog is opened again."), self,
        )  # fmt: skip
        rows.addWidget(self.none)
        self.form = FormRows(self, label_width=76)
        rows.addWidget(self.form)
        self.printer = QComboBox(self.form)
        self.printer.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.printer.setMinimumContentsLength(14)
        self.pages = QLineEdit(self.form)
        self.pages.setMaxLength(200)
        self.pages.setPlaceholderText(tr("All, or such as 1-3, 5"))
        self.copies = QSpinBox(self.form)
        self.copies.setRange(1, _MOST_COPIES)
        self.paper = QComboBox(self.form)
        self.scaling = Segmented([("fit", tr("Fit")), ("true", tr("True size"))], parent=self.form)
        self.colour = Segmented([("colour", tr("Colour")), ("grey", tr("Grey"))], parent=self.form)
        self.sides = QComboBox(self.form)
        self.form.add_field(tr("Printer"), self.printer)
        if ranged:
            self.form.add_field(tr("Pages"), self.pages)
        else:
            self.pages.hide()
        self.form.add_field(tr("Copies"), self.copies)
        self.form.add_field(tr("Paper"), self.paper)
        self.form.add_field(tr("Size"), self.scaling)
        self.form.add_field(tr("Ink"), self.colour)
        self.form.add_field(tr("Sides"), self.sides)
        for box, name in ((self.scaling, tr("Size")), (self.colour, tr("Ink"))):
            box.setAccessibleDescription(name)
        self._fill_printers()
        self.printer.currentIndexChanged.connect(self._printer_chosen)
        self.pages.textChanged.connect(self._pages_typed)
        self.copies.valueChanged.connect(lambda _: self.changed.emit())
        self.paper.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.scaling.chosen.connect(self._scaling_taken)
        self.colour.chosen.connect(lambda _: self.changed.emit())
        self.sides.currentIndexChanged.connect(lambda _: self.changed.emit())
        self._printer_chosen()

    def _fill_printers(self) -> None:
        names, usual = self._book.names(), self._book.default()
        for name in names:
            self.printer.addItem(one_line(name), name)
        self.printer.addItem(tr("Save as a PDF file"), TO_PDF)
        at = self.printer.findData(usual) if usual else -1
        self.printer.setCurrentIndex(max(at, 0))
        self.none.setVisible(not names)

    def choose_printer(self, name: str, paper: str = "") -> None:
        """The printer and paper of the last time, where they are still there."""
        at = self.printer.findData(name)
        if at >= 0:
            self.printer.setCurrentIndex(at)
        if paper and self.paper.findData(paper) >= 0:
            self.paper.setCurrentIndex(self.paper.findData(paper))

    def _printer_chosen(self) -> None:
        name = self.printer.currentData()
        self._traits = self._book.traits(name) if name and name != TO_PDF else None
        traits, before = self._traits, self.paper.currentData()
        self.paper.blockSignals(True)
        self.paper.clear()
        for word in traits.papers if traits is not None else ():
            self.paper.addItem(paper_word(word), word)
        if traits is not None:
            wanted = before if before in traits.papers else traits.paper
            self.paper.setCurrentIndex(self.paper.findData(wanted))
        self.paper.blockSignals(False)
        self.sides.blockSignals(True)
        kept = self.sides.currentData()
        self.sides.clear()
        words = side_words()
        for word in dict.fromkeys(("none", *(traits.duplex if traits is not None else ()))):
            self.sides.addItem(words[word], word)
        self.sides.setCurrentIndex(max(self.sides.findData(kept), 0))
        self.sides.blockSignals(False)
        for each in (self.pages, self.copies, self.paper, self.scaling):
            each.setEnabled(traits is not None)
        self.colour.setEnabled(traits is not None and traits.colour)
        if traits is not None and not traits.colour:
            self.colour.set_value("grey")
        self.sides.setEnabled(self.sides.count() > 1)
        self.changed.emit()

    def _scaling_taken(self) -> None:
        self._scaling_chosen = True
        self.changed.emit()

    def suggest_scaling(self, scaling: Scaling) -> None:
        """What suits the paper, as long as nobody chose otherwise."""
        if not self._scaling_chosen:
            self.scaling.set_value(scaling.value)

    def chosen_scaling(self) -> Scaling | None:
        """What somebody chose; None while what suits each file is wanted."""
        return Scaling(self.scaling.value()) if self._scaling_chosen else None

    def set_count(self, count: int) -> None:
        """How many pages there are."""
        if count != self._count:
            self._count = count
            self._say_range()

    def _pages_typed(self) -> None:
        self._say_range()
        self.changed.emit()

    def _say_range(self) -> None:
        if self.pages.isHidden() and not self.pages.text():
            return
        found = read_range(self.pages.text(), self._count)
        self.form.set_wrong(self.pages, range_wrong(found.reason, self._count) if isinstance(found, Refused) else "")

    # What was chosen

    def to_file(self) -> bool:
        """Whether a file is wanted instead of paper."""
        return self._traits is None

    def wanted(self) -> tuple[int, ...] | None:
        """The pages from 0 to print; None while the range cannot be read."""
        if self.to_file():
            return tuple(range(self._count))
        found = read_range(self.pages.text(), self._count)
        return None if isinstance(found, Refused) else found

    def paper_size(self, page: tuple[float, float]) -> tuple[float, float]:
        """The paper in millimetres; in a file every page is its own paper."""
        if self._traits is None:
            return page if page[0] else PAPERS_MM[home_paper(tuple(PAPERS_MM))]
        return PAPERS_MM[self.paper.currentData() or self._traits.paper]

    def margins(self) -> Edges:
        """What the printer leaves blank on that paper."""
        if self._traits is None:
            return _NO_MARGINS
        return self._traits.margins.get(self.paper.currentData(), _NO_MARGINS)

    def scale_wanted(self) -> Scaling:
        """How pages are put on the paper."""
        return Scaling.TRUE_SIZE if self.to_file() else Scaling(self.scaling.value())

    def grey(self) -> bool:
        """Whether in grey."""
        return not self.to_file() and self.colour.value() == "grey"

    def settings(self, title: str) -> JobSettings:
        """The job as wished; only for a printer."""
        return JobSettings(
            self.paper.currentData(), self.copies.value(), not self.grey(), self.sides.currentData() or "none", title
        )
