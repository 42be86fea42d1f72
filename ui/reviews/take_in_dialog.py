"""Take in reviews: paste a table or choose a file; what of it is new, known, bad or wrong stands beside it at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QSizePolicy, QWidget

from desktop.context import AppContext
from desktop.importers.review_rows import ReviewFault
from desktop.services.review_intake import ReviewPreview
from models.records import Shop
from models.register_kinds import ReviewOrigin
from ui import format as shown
from ui.background import Background
from ui.error_words import sentence
from ui.i18n import translator
from ui.plain import PlainLabel, one_line
from ui.review_sentences import fault_words
from ui.reviews.pasted_text import PastedText
from ui.widgets.buttons import Button
from ui.widgets.controls import row_of
from ui.widgets.delegates import Cell
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.panel import FormRows, column, foot_line
from ui.widgets.plain_rows import RowsModel
from ui.widgets.table import Column, DataTable

tr = translator("reviews")
_WIDE, _HIGH, _TEXT, _PATIENCE_MS, _FAULTS = 720, 560, 150, 250, 500


class TakeInDialog(HeldDialog):
    """`given` carries a ReviewPreview and a ReviewOrigin."""

    take: Button
    given = Signal(object, object)

    def __init__(
        self, ctx: AppContext, background: Background, shops: Sequence[Shop], shop_id: int | None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._ctx, self._background, self._shops = ctx, background, tuple(shops)
        self._asked = 0
        self._path: Path | None = None
        self.preview: ReviewPreview | None = None
        title = tr("Take in reviews")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.resize(_WIDE, _HIGH)
        rows = column(self, margins=(20, 16, 20, 16), spacing=10)
        rows.addWidget(PlainLabel(title, self, role="heading"))
        self.form = FormRows(self, label_width=72)
        self.shop = QComboBox(self.form)
        for shop in self._shops:
            self.shop.addItem(one_line(shop.name), shop.id)
        self.shop.setCurrentIndex(max(self.shop.findData(shop_id), 0))
        self.shop.currentIndexChanged.connect(self.look)
        self.form.add_field(tr("Shop"), self.shop)
        self.file = Button(tr("Choose a file…"), self.form, icon="upload")
        self.file.setAutoDefault(False)
        self.file.clicked.connect(self._choose)
        self.name = PlainLabel("", self.form, ink="text2")
        box = row_of(self.file, self.name, 1, parent=self.form)
        self.form.add_field(tr("From a file"), box, tr("CSV or XLSX with a row of headings, as platforms export it."))
        pasted = QWidget(self.form)
        below = column(pasted, spacing=4)
        self.text = PastedText(pasted)
        self.text.setMinimumHeight(_TEXT)
        self.text.setPlaceholderText(
            tr("Paste the table with its headings: order, buyer, stars, text, time, reply. Any order of columns.")
        )
        self.text.textChanged.connect(self._typed)
        self.text.kept_aside.connect(self._tell_aside)
        below.addWidget(self.text, 1)
        self.aside = PlainLabel("", pasted, role="small", ink="text2", wrap=True)
        self.aside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.empty = Button(tr("Empty the field"), pasted, kind="ghost", icon="x")
        self.empty.setAutoDefault(False)
        self.empty.clicked.connect(lambda: self.text.keep(""))
        self.aside_row = row_of(self.aside, self.empty, parent=pasted)
        self.aside_row.hide()
        below.addWidget(self.aside_row)
        self.form.add_field(tr("Or paste"), pasted)
        self.text.setAccessibleName(tr("Or paste"))
        rows.addWidget(self.form, 1)
        self.found = PlainLabel(tr("Nothing read yet."), self, weight=600, wrap=True)
        self.more = PlainLabel("", self, role="small", ink="text2", wrap=True)
        rows.addWidget(self.found)
        rows.addWidget(self.more)
        columns = (
            Column("row", tr("Row"), 60, sortable=False), Column("why", tr("What is wrong"), 250, sortable=False),
            Column("text", tr("What stands there"), 240, sortable=False, stretch=True),
        )  # fmt: skip
        self.faults = DataTable(columns, self, name=tr("Rows that cannot be read"))
        self.model = RowsModel(columns, self)
        self.faults.setModel(self.model)
        self.faults.setFixedHeight(132)
        self.faults.hide()
        rows.addWidget(self.faults)
        self.take = Button(tr("Take in"), self, kind="primary", icon="check")
        self.take.setEnabled(False)
        self.take.clicked.connect(self._take)
        rows.addLayout(foot_line(self, tr("Cancel"), self.take))
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._timer.timeout.connect(self.look)
        self.text.setFocus()

    def _typed(self) -> None:
        self._path = None
        self.name.setText("")
        self.take.setEnabled(False)
        self._timer.start()

    def _tell_aside(self, lines: int, characters: int) -> None:
        """A long text is not laid out: say how much was taken."""
        self.aside_row.setVisible(bool(characters))
        if characters:
            self.aside.setText(
                tr("%1 lines, %2 characters pasted. Only the first lines are shown; all of it is read.",
                   shown.count(lines), shown.count(characters))
            )  # fmt: skip

    def _choose(self) -> None:
        kinds = tr("Tables (*.csv *.tsv *.txt *.xlsx *.xls);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self, tr("Reviews from a file"), "", kinds)
        if name:
            self.read_file(Path(name))

    def read_file(self, path: Path) -> None:
        """Look at a file; what was pasted stays in its field but is not taken."""
        self._path = path
        self.name.setText(one_line(path.name)[:80])
        self.look()

    def look(self) -> None:
        """Read what is chosen, in the background."""
        self._timer.stop()
        self._asked += 1
        asked, path, text, reviews = self._asked, self._path, self.text.whole(), self._ctx.reviews
        shop_id = self.shop.currentData()
        self.preview = None
        self.take.setEnabled(False)
        if shop_id is None or (path is None and not text.strip()):
            self._say(tr("Nothing read yet."), "", "text3")
            self._show_faults(())
            return

        def read() -> ReviewPreview:
            return reviews.preview_file(shop_id, path) if path is not None else reviews.preview_pasted(shop_id, text)

        def show(preview: ReviewPreview) -> None:
            if asked == self._asked:
                self._show(preview)

        def fail(error: BaseException) -> None:
            if asked == self._asked:
                words = sentence(error)
                self._say(words.what, words.next, "overdue")
                self._show_faults(())

        self._background.run(self._ctx.jobs.read(read), show, fail, receiver=self)

    def _show(self, preview: ReviewPreview) -> None:
        self.preview = preview
        new, faults = len(preview.new), preview.draft.faults
        said = [tr("%n new", n=new), tr("%n known already", n=preview.known)]
        if preview.answers:
            said.append(tr("%n get their reply", n=preview.answers))
        self._say(" · ".join(said), self._details(preview), "text" if preview.brings else "text3")
        self._show_faults(faults)
        self.take.set_label(tr("Take in %n", n=new) if new else tr("Take in"))
        self.take.setEnabled(bool(preview.brings) and not self.held)

    @staticmethod
    def _details(preview: ReviewPreview) -> str:
        parts: list[tuple[int, Callable[[int], str]]] = [
            (preview.of_orders, lambda n: tr("%n of an order of the shop", n=n)),
            (preview.bad, lambda n: tr("%n bad", n=n)),
            (preview.with_problems, lambda n: tr("%n good one(s) name a problem", n=n)),
            (preview.extortion, lambda n: tr("%n may press for money", n=n)),
            (len(preview.draft.faults), lambda n: tr("%n row(s) left out", n=n)),
        ]
        return " · ".join(say(number) for number, say in parts if number)

    def _say(self, what: str, more: str, ink: str) -> None:
        self.found.set_ink(ink)
        self.found.setText(what)
        self.more.setText(more)

    def _show_faults(self, faults: Sequence[ReviewFault]) -> None:
        self.model.show_rows([
            (Cell(shown.count(each.row), ink="text2"), Cell(fault_words(each.code), ink="overdue"),
             Cell(one_line(each.text), ink="text2"))
            for each in faults[:_FAULTS]
        ])  # fmt: skip
        self.faults.setVisible(bool(faults))
        if faults:
            self.resize(self.width(), max(self.height(), _HIGH))

    def _take(self) -> None:
        if self.preview is not None and self.preview.brings:
            origin = ReviewOrigin.FILE if self._path is not None else ReviewOrigin.PASTED
            self.given.emit(self.preview, origin)
            self.leave()
