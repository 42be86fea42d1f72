"""Dialogs about one review: enter it by hand, link it, name its problems, mark and report extortion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from desktop.context import AppContext
from models.clock import zone
from models.kinds import Problem
from models.records import Shop
from models.register_kinds import ReviewVerdict
from models.review_records import Review
from ui import format as shown
from ui.background import Background
from ui.hand_over.about_field import AboutField
from ui.i18n import language, translator
from ui.plain import isolate, one_line
from ui.register_dialogs.entry_dialog import DayField, EntryDialog, WholeField
from ui.widgets.buttons import Button
from ui.widgets.controls import Segmented, ViewChip
from ui.widgets.flow import FlowLayout
from ui.words import word

tr = translator("reviews")
_TEXT, _NAME, _TEXT_HEIGHT, _REPORT_HEIGHT = 10_000, 300, 96, 180
Orders = Sequence[tuple[int, str, datetime | None]]


def review_words(review: Review) -> str:
    """Which review it is, on one line."""
    text = one_line(review.text)
    parts = (
        word(review.verdict), isolate(one_line(review.buyer_nick)) if review.buyer_nick else "",
        one_line(review.order_number), text if len(text) <= 80 else f"{text[:80]}…",
    )  # fmt: skip
    return " · ".join(part for part in parts if part)


def moment_on(day: date | None, now: datetime, where: tzinfo) -> datetime | None:
    """Noon of a day in a zone; now for today."""
    if day is None or day >= now.astimezone(where).date():
        return None
    return datetime.combine(day, time(12), tzinfo=where)


@dataclass(frozen=True, slots=True)
class EnteredReview:
    """What was typed; `on` None for today."""

    shop_id: int
    text: str
    verdict: ReviewVerdict
    rating: int | None
    order_number: str
    buyer_nick: str
    item_title: str
    on: date | None


class EnterDialog(EntryDialog):
    """`given` carries an EnteredReview."""

    given = Signal(object)

    def __init__(self, shops: Sequence[Shop], shop_id: int | None, today: date, parent: QWidget | None = None) -> None:
        super().__init__(tr("Enter a review"), tr("Enter"), parent)
        self.shop = QComboBox(self)
        for shop in shops:
            self.shop.addItem(one_line(shop.name), shop.id)
        self.shop.setCurrentIndex(max(self.shop.findData(shop_id), 0))
        self.form.add_field(tr("Shop"), self.shop)
        self.verdict = Segmented([(each.value, word(each)) for each in ReviewVerdict], ReviewVerdict.BAD.value, self)
        self.form.add_field(tr("Verdict"), self.verdict)
        self.rating = WholeField(None, 5, self)
        self.form.add_field(tr("Stars"), self.rating, tr("1 to 5; empty where the platform gives none."))
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(_TEXT_HEIGHT)
        self.form.add_field(tr("Text"), self.text)
        self.order, self.buyer, self.item = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        for field, label in ((self.order, tr("Order")), (self.buyer, tr("Buyer")), (self.item, tr("Item"))):
            field.setMaxLength(_NAME)
            self.form.add_field(label, field)
        self.day = DayField(today, today, self)
        self.form.add_field(tr("Written on"), self.day)
        self.text.setFocus()

    def fill(self) -> None:
        """Emit an EnteredReview."""
        rating = self.read(self.rating, self.rating.value)
        text, order, buyer = self.text.toPlainText().strip(), self.order.text().strip(), self.buyer.text().strip()
        if rating == 0:
            self.refuse(self.rating, tr("Stars are 1 to 5."))
        empty = tr("Enter its text, its order number or its buyer.") if not (text or order or buyer) else ""
        long = tr("%1 characters at most.", _TEXT) if len(text) > _TEXT else ""
        if empty or long:
            self.refuse(self.text, empty or long)
        else:
            self.form.set_wrong(self.text, "")
        on = self.read(self.day, self.day.value)
        if not self.refused_any:
            self.given.emit(EnteredReview(
                self.shop.currentData(), text, ReviewVerdict(self.verdict.value()), rating, order, buyer,
                self.item.text().strip(), on,
            ))  # fmt: skip
            self.leave()


class LinkDialog(EntryDialog):
    """`given` carries the ids of a case and an order, one of them None perhaps; nothing where nothing was chosen."""

    given = Signal(object, object)

    def __init__(
        self, ctx: AppContext, background: Background, review: Review, orders: Orders, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("What is the review about?"), tr("Link"), parent, about=review_words(review))
        self.order = QComboBox(self)
        self.order.addItem(tr("No order chosen"), None)
        for order_id, number, bought in orders:
            day = ""
            if bought is not None:
                day = f" · {shown.day(bought, ctx.clock.now(), language(), zone(ctx.bench.time_zone))}"
            self.order.addItem(f"{one_line(number)}{day}", order_id)
        if review.order_id is not None and self.order.findData(review.order_id) < 0:
            self.order.addItem(one_line(review.order_number) or tr("The order it is linked to"), review.order_id)
        self.order.setCurrentIndex(max(self.order.findData(review.order_id), 0))
        self.order.setEnabled(self.order.count() > 1)
        help_text = tr("The orders of this buyer.") if orders else tr("The buyer is not known, or ordered nothing.")
        self.form.add_field(tr("Order"), self.order, help_text)
        self.about = AboutField(ctx, background, self)
        self.about.resized.connect(self._fit)
        self.form.add_field(tr("Case"), self.about, tr("Now: %1", review.case_number) if review.case_number else "")
        self._review = review

    def fill(self) -> None:
        """Emit the ids."""
        about = self.about.about
        if self.about.unread() or (about is not None and about.case_id is None):
            self.refuse(self.about, tr("Choose a case, or clear the field."))
            return
        self.form.set_wrong(self.about, "")
        case_id = about.case_id if about is not None else None
        order_id = self.order.currentData()
        if case_id is None and order_id is None:
            self.refuse(self.order, tr("Choose an order or a case."))
            return
        self.form.set_wrong(self.order, "")
        if case_id is not None or order_id != self._review.order_id:
            self.given.emit(case_id, order_id)
        self.leave()


class NamesDialog(EntryDialog):
    """`given` carries the problems chosen, as a tuple."""

    given = Signal(object)

    def __init__(self, review: Review, parent: QWidget | None = None) -> None:
        super().__init__(tr("Problems the review names"), tr("Keep"), parent, about=review_words(review))
        box = QWidget(self)
        flow = FlowLayout(box, spacing=6)
        self.chips: dict[Problem, ViewChip] = {}
        for problem in Problem:
            if problem is Problem.REVIEW:
                continue
            chip = self.chips[problem] = ViewChip(word(problem), None, box)
            chip.setChecked(problem in review.problems)
            flow.addWidget(chip)
        self.form.add_field(tr("Problems"), box)

    def fill(self) -> None:
        """Emit them."""
        self.given.emit(tuple(problem for problem, chip in self.chips.items() if chip.isChecked()))
        self.leave()


class ExtortionDialog(EntryDialog):
    """`given` carries the note, and whether the buyer is flagged too."""

    given = Signal(str, bool)

    def __init__(self, review: Review, parent: QWidget | None = None) -> None:
        super().__init__(tr("Mark as extortion"), tr("Mark"), parent, about=review_words(review))
        self.note = self.note_field(limit=2_000)
        self.note.setPlaceholderText(tr("Who demanded what, when, and where it is written."))
        self.form.add_field(tr("What happened"), self.note, tr("It is documented and reported, and never paid."))
        self.flag = QCheckBox(tr("Flag the buyer too"), self)
        self.flag.setVisible(review.buyer_id is not None)
        self.form.add_field("", self.flag)

    def fill(self) -> None:
        """Emit them."""
        note = self.read_note(self.note)
        if not self.refused_any:
            self.given.emit(note, self.flag.isVisibleTo(self) and self.flag.isChecked())
            self.leave()


class ReportDialog(EntryDialog):
    """The text for the platform, to be copied; then the day it was reported. `given` carries the day and a note."""

    given = Signal(object, str)

    def __init__(self, review: Review, texts: tuple[str, str], today: date, parent: QWidget | None = None) -> None:
        """`texts`: in Chinese, in English."""
        super().__init__(tr("Report to the platform"), tr("Reported"), parent, about=review_words(review))
        self._texts = dict(zip(("zh", "en"), texts, strict=True))
        now = "zh" if language() == "zh" else "en"
        self.languages = Segmented([("zh", "中文"), ("en", "English")], now, self)
        self.form.add_field(tr("Language"), self.languages)
        self.text = QPlainTextEdit(self._texts[now], self)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(_REPORT_HEIGHT)
        self.form.add_field(tr("Text"), self.text, tr("Facts only. Attach the screenshots of the demand."))
        self.languages.chosen.connect(lambda name: self.text.setPlainText(self._texts[name]))
        self.copy = Button(tr("Copy the text"), self, icon="copy")
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self.copy_text)
        self.form.add_field("", self.copy)
        self.day = DayField(today, today, self)
        self.form.add_field(tr("Reported on"), self.day)
        self.note = self.note_field(limit=2_000)
        self.form.add_field(tr("Note"), self.note)

    def copy_text(self) -> None:
        """Put the text on the clipboard."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.tell(tr("Copied."), state="done")

    def fill(self) -> None:
        """Emit them."""
        on, note = self.read(self.day, self.day.value), self.read_note(self.note)
        if not self.refused_any:
            self.given.emit(on, note)
            self.leave()
