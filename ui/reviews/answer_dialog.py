"""The public answer to a review: the template filled in, checked as replies are, copied, and noted with its day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.services.replies import ReplyService
from models.review_records import Review
from models.rules.text_limits import TextLimit
from ui.cases.reply_field import ReplyField
from ui.cases.reply_findings import ReplyFindings
from ui.cases.text_count import TextCount
from ui.i18n import translator
from ui.plain import PlainLabel
from ui.register_dialogs.entry_dialog import DayField, EntryDialog
from ui.reviews.review_dialogs import review_words
from ui.widgets.buttons import Button
from ui.widgets.controls import Segmented, row_of
from ui.widgets.panel import column

tr = translator("reviews")
_WIDE, _HEIGHT, _LONGEST = 620, 150, 10_000


class AnswerDialog(EntryDialog):
    """`given` carries the text and the day it was published. Nothing refused by the check is copied or noted."""

    given = Signal(str, object)

    def __init__(
        self, service: ReplyService, review: Review, texts: tuple[str, str], now: str, limit: TextLimit | None,
        today: date, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """`texts`: the template in Chinese and in English; `now`: the language to begin with."""
        super().__init__(tr("Answer in public"), tr("Published"), parent, about=review_words(review))
        self.setMinimumWidth(_WIDE)
        self._service, self._limit = service, limit
        self._texts = dict(zip(("zh", "en"), texts, strict=True))
        self.languages = Segmented([("zh", "中文"), ("en", "English")], now, self)
        self.languages.chosen.connect(self._choose)
        self.form.add_field(tr("Language"), self.languages)
        self.field = ReplyField(self)
        self.field.setFixedHeight(_HEIGHT)
        self.field.setPlainText(review.reply or self._texts[now])
        self.field.textChanged.connect(self._check)
        self.field.copy_wanted.connect(self.copy)
        self.form.add_field(
            tr("Answer"), self.field, tr("Everybody reads this: no order, no name, no address.")
        )  # fmt: skip
        self.count = TextCount(self, unlimited=tr("no documented limit known"))
        self.copy_button = Button(tr("Copy"), self, icon="copy")
        self.copy_button.setAutoDefault(False)
        self.copy_button.clicked.connect(self.copy)
        self.next = Button(tr("Next blank"), self, kind="ghost", hint="F3")
        self.next.setAutoDefault(False)
        self.next.clicked.connect(self.field.next_blank)
        self.form.add_field("", row_of(self.count, 1, self.next, self.copy_button, parent=self))
        said = QWidget(self)
        below = column(said, spacing=4)
        self.blanks = PlainLabel("", said, role="small", ink="due", wrap=True)
        below.addWidget(self.blanks)
        self.findings = ReplyFindings(said)
        self.findings.shown.connect(self.field.go_to)
        below.addWidget(self.findings)
        self.form.add_field("", said)
        self.day = DayField(today, today, self)
        self.form.add_field(tr("Published on"), self.day)
        self.field.setFocus()
        self._check()

    def _choose(self, name: str) -> None:
        """The template in the other language, unless something of one's own stands there."""
        if self.field.toPlainText() in self._texts.values():
            self.field.setPlainText(self._texts[name])

    def _check(self) -> None:
        text = self.field.toPlainText()
        checked = self._service.checked(text)
        self.field.mark(checked.findings)
        self.findings.show_findings(checked.findings)
        self.count.show_text(text, self._limit)
        self.blanks.setText(tr("%n blank(s) to fill in", n=checked.blanks))
        self.blanks.setVisible(bool(checked.blanks))
        self.next.setVisible(bool(checked.blanks))
        self._fit()

    def why_not(self) -> str:
        """Why the text is not taken as it stands; empty if it is."""
        text = self.field.toPlainText()
        checked = self._service.checked(text)
        if not text.strip():
            return tr("Write the answer first.")
        if len(text) > _LONGEST:
            return tr("%1 characters at most.", _LONGEST)
        if checked.refused:
            return tr("Change what is marked red first.")
        return tr("Fill in the blanks first.") if checked.blanks else ""

    def copy(self) -> None:
        """Put the text on the clipboard, unless it says what must not be said."""
        why = self.why_not()
        if why:
            self.refuse(self.field, why)
            return
        self.form.set_wrong(self.field, "")
        QGuiApplication.clipboard().setText(self.field.toPlainText())
        self.tell(tr("Copied. Publish it on the platform, then note it here."), state="done")

    def fill(self) -> None:
        """Emit the text and its day."""
        why = self.why_not()
        if why:
            self.refuse(self.field, why)
        else:
            self.form.set_wrong(self.field, "")
        on = self.read(self.day, self.day.value)
        if not self.refused_any:
            self.given.emit(self.field.toPlainText().strip(), on)
            self.leave()
