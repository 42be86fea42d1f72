"""Sets right what a review says, how it was judged, and what order and goods it is about, with the reason."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from models.register_kinds import ReviewVerdict
from models.review_records import Review
from ui.i18n import translator
from ui.register_dialogs.entry_dialog import EntryDialog, WholeField
from ui.reviews.review_dialogs import review_words
from ui.widgets.controls import Segmented
from ui.words import word

tr = translator("reviews")
_LONGEST, _TEXT, _TEXT_HEIGHT = 300, 10_000, 72


@dataclass(frozen=True, slots=True)
class CorrectedReview:
    """What is right, and why it was wrong."""

    verdict: ReviewVerdict
    rating: int | None
    item_title: str
    text: str
    order_number: str
    reason: str


class CorrectReviewDialog(EntryDialog):
    """`given` carries a CorrectedReview."""

    given = Signal(object)

    def __init__(self, review: Review, parent: QWidget | None = None) -> None:
        super().__init__(tr("Correct the review"), tr("Correct"), parent, about=review_words(review))
        # Shown as the field makes of it: what nobody touched is given back as it came.
        self._review = review
        self.text = self.note_field(review.text, _TEXT)
        self.text.setFixedHeight(_TEXT_HEIGHT)
        self._laid_out = self.text.toPlainText()
        self.form.add_field(tr("Text"), self.text, tr("The text as it came stays in the history."))
        self.verdict = Segmented([(each.value, word(each)) for each in ReviewVerdict], review.verdict.value, self)
        self.form.add_field(tr("Verdict"), self.verdict)
        self.rating = WholeField(review.rating, 5, self)
        self.form.add_field(tr("Stars"), self.rating, tr("1 to 5; empty where the platform gives none."))
        self.order = QLineEdit(review.order_number, self)
        self.item = QLineEdit(review.item_title, self)
        self.reason = QLineEdit(self)
        for field, label in ((self.order, tr("Order")), (self.item, tr("Item")), (self.reason, tr("Reason"))):
            field.setMaxLength(_LONGEST)
            self.form.add_field(label, field)
        self.rating.setFocus()

    def fill(self) -> None:
        """Emit a CorrectedReview."""
        rating = self.read(self.rating, self.rating.value)
        if rating == 0:
            self.refuse(self.rating, tr("Stars are 1 to 5."))
        reason = self.reason.text().strip()
        if not reason:
            self.refuse(self.reason, tr("Say why, so that nobody wonders later."))
        else:
            self.form.set_wrong(self.reason, "")
        text = self.read_note(self.text)
        if self.text.toPlainText() == self._laid_out:
            text = self._review.text
        if not (text or self.order.text().strip() or self._review.buyer_nick):
            self.refuse(self.text, tr("Enter its text, its order number or its buyer."))
        if not self.refused_any:
            self.given.emit(CorrectedReview(
                ReviewVerdict(self.verdict.value()), rating, self.item.text().strip(), text,
                self.order.text().strip(), reason,
            ))  # fmt: skip
            self.leave()
