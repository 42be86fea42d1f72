"""Sets right how a review was judged and what goods it is about, with the reason; the buyer's words stay."""

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
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class CorrectedReview:
    """What is right, and why it was wrong."""

    verdict: ReviewVerdict
    rating: int | None
    item_title: str
    reason: str


class CorrectReviewDialog(EntryDialog):
    """`given` carries a CorrectedReview."""

    given = Signal(object)

    def __init__(self, review: Review, parent: QWidget | None = None) -> None:
        super().__init__(tr("Correct the review"), tr("Correct"), parent, about=review_words(review))
        self.verdict = Segmented([(each.value, word(each)) for each in ReviewVerdict], review.verdict.value, self)
        self.form.add_field(tr("Verdict"), self.verdict)
        self.rating = WholeField(review.rating, 5, self)
        self.form.add_field(tr("Stars"), self.rating, tr("1 to 5; empty where the platform gives none."))
        self.item = QLineEdit(review.item_title, self)
        self.reason = QLineEdit(self)
        for field, label in ((self.item, tr("Item")), (self.reason, tr("Reason"))):
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
        if not self.refused_any:
            self.given.emit(CorrectedReview(
                ReviewVerdict(self.verdict.value()), rating, self.item.text().strip(), reason
            ))  # fmt: skip
            self.leave()
