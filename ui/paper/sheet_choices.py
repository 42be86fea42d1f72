"""What is chosen of a sheet in the print dialog: language, paper, the size of slips, which codes stand on them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.services.sheets import SheetWish
from models.kinds import PacketLanguage, Paper, SheetKind
from models.rules.sheet_slip import SlipForm
from ui.i18n import language, translator
from ui.widgets.controls import Segmented
from ui.widgets.panel import FormRows, column

tr = translator("sheets")
_CODES = {"both": (True, True), "bars": (True, False), "squares": (False, True)}


class SheetChoices(QWidget):
    """`changed` after every choice; `wish` is what was chosen. `carriers`: (name, words) where there are several."""

    changed = Signal()

    def __init__(
        self, kind: SheetKind, wish: SheetWish, carriers: Sequence[tuple[str, str]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kind, self._wish = kind, wish
        rows = column(self)
        self.form = FormRows(self, label_width=76)
        rows.addWidget(self.form)
        self.carrier = QComboBox(self.form)
        for name, words in carriers:
            self.carrier.addItem(words, name)
        self.language = Segmented(
            [("zh", "中文"), ("en", "English"), ("both", tr("Both"))], wish.language.value, self.form
        )
        self.sheet_size = QComboBox(self.form)
        for word, text in self._sizes():
            self.sheet_size.addItem(text, word)
        self.sheet_size.setCurrentIndex(max(self.sheet_size.findData(self._size_of(wish)), 0))
        self.codes = Segmented(
            [("both", tr("Both codes")), ("bars", "Code 128"), ("squares", "QR")],
            next((word for word, on in _CODES.items() if on == (wish.code128, wish.qr)), "both"), self.form,
        )  # fmt: skip
        if carriers:
            self.form.add_field(tr("Carrier"), self.carrier)
        else:
            self.carrier.hide()
        self.form.add_field(tr("Language"), self.language)
        self.form.add_field(tr("Sheet"), self.sheet_size)
        if kind is SheetKind.RETURN_SLIP:
            self.form.add_field(tr("Code"), self.codes)
        else:
            self.codes.hide()
        self.language.chosen.connect(lambda _: self.changed.emit())
        self.codes.chosen.connect(lambda _: self.changed.emit())
        self.sheet_size.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.carrier.currentIndexChanged.connect(lambda _: self.changed.emit())

    def _sizes(self) -> list[tuple[str, str]]:
        if self._kind is not SheetKind.RETURN_SLIP:
            return [("a4", "A4"), ("letter", "Letter")]
        return [
            ("two/a4", tr("Two on A4")), ("four/a4", tr("Four on A4")), ("two/letter", tr("Two on Letter")),
            ("four/letter", tr("Four on Letter")), ("a5/a4", "A5"), ("a6/a4", "A6"),
        ]  # fmt: skip

    def _size_of(self, wish: SheetWish) -> str:
        if self._kind is not SheetKind.RETURN_SLIP:
            return wish.paper.value
        paper = Paper.A4 if wish.form.cells == 1 else wish.paper
        return f"{wish.form.value}/{paper.value}"

    def wish(self) -> SheetWish:
        """What is chosen now."""
        form, _, paper = str(self.sheet_size.currentData()).rpartition("/")
        bars, squares = _CODES[self.codes.value()]
        return SheetWish(
            PacketLanguage(self.language.value()), Paper(paper), SlipForm(form) if form else SlipForm.TWO, bars, squares
        )


def first_wish(kept: object, kind: SheetKind) -> SheetWish:
    """What was chosen the last time for that kind of sheet, or what suits the window's language."""
    usual = SheetWish(language=PacketLanguage.ZH if language() == "zh" else PacketLanguage.EN)
    entry = kept.get(kind.value) if isinstance(kept, dict) else None
    if not isinstance(entry, dict):
        return usual
    try:
        return SheetWish(
            PacketLanguage(entry["language"]), Paper(entry["paper"]), SlipForm(entry["form"]), bool(entry["code128"]),
            bool(entry["qr"]),
        )  # fmt: skip
    except (KeyError, ValueError):
        return usual


def kept_wish(wish: SheetWish) -> dict[str, object]:
    """What is remembered of a choice."""
    return {
        "language": wish.language.value, "paper": wish.paper.value, "form": wish.form.value, "code128": wish.code128,
        "qr": wish.qr,
    }  # fmt: skip
