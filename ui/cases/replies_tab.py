"""The replies of a case: a situation, a tone and a language give a text; it is edited, checked and copied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from desktop.services.case_texts import TextDraft
from desktop.services.replies import LIMIT, Reply, ReplyService
from desktop.services.text_limits import limit_of
from desktop.services.texts import checked_text
from models.errors import UserError
from models.kinds import Temperament
from models.records import CasePage
from ui.cases.reply_choices import ReplyChoices
from ui.cases.reply_field import ReplyField
from ui.cases.reply_findings import ReplyFindings
from ui.cases.text_count import TextCount
from ui.error_words import sentence
from ui.i18n import language, translator
from ui.plain import PlainLabel, plain_tooltip
from ui.widgets.buttons import Button, link_button
from ui.widgets.controls import Segmented
from ui.widgets.flow import FlowLayout
from ui.widgets.panel import Banner, column, line
from ui.words import word

if TYPE_CHECKING:
    from models.rules.conclusion import EvidenceNeed
from models.rules.text_limits import TextPlace
from ui.cases.case_cells import Moment
from ui.cases.replies_sent import RepliesSent

tr = translator("cases")
_TONES = (Temperament.NEUTRAL, Temperament.MILD, Temperament.UPSET, Temperament.TROUBLEMAKER)

NO_DRAFT = TextDraft("")


@dataclass(frozen=True, slots=True)
class CopiedReply:
    """What was taken to be sent."""

    page: CasePage
    name: str
    text: str
    tone: str
    language: str


class RepliesTab(QWidget):
    """`copied` comes after a text was put on the clipboard, `said` where it was not, with the reason.

    What was typed is kept while the program runs, for each situation; `draft_changed` carries a case's id and the text
    typed last, to be kept longer.
    """

    copied = Signal(object)
    draft_changed = Signal(int, object)
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, service: ReplyService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._page: CasePage | None = None
        self._missing: Sequence[EvidenceNeed] = ()
        self._name = self._tone = self._language = ""
        self._picked = self._stale = False
        self._reply: Reply | None = None
        self._typed: dict[tuple[int, str, str, str], str] = {}
        self._draft = NO_DRAFT
        rows = column(self, margins=(16, 12, 16, 12), spacing=8)
        self.choices = ReplyChoices(self)
        self.choices.chosen.connect(self.choose)
        rows.addWidget(self.choices)
        self.public = Banner("waiting", tr("Everybody reads this one: no order, no name, no address."), "", self)
        rows.addWidget(self.public)
        rows.addWidget(self._switches())
        self.field = ReplyField(self)
        self.field.setAccessibleName(tr("Reply to the buyer"))
        self.field.setMinimumHeight(120)
        self.field.textChanged.connect(self._check)
        self.field.copy_wanted.connect(self.copy)
        rows.addWidget(self.field, 1)
        self.findings = ReplyFindings(self)
        self.findings.shown.connect(self.field.go_to)
        rows.addWidget(self.findings)
        rows.addLayout(self._foot())
        self.sent = RepliesSent(self)
        self.sent.again.connect(self._copy_again)
        rows.addWidget(self.sent)
        self.setFocusProxy(self.field)

    def _switches(self) -> QWidget:
        box = QWidget(self)
        flow = FlowLayout(box, spacing=8)
        self.tones = Segmented([(tone.value, word(tone)) for tone in _TONES], parent=box)
        self.tones.chosen.connect(self._choose_tone)
        self.languages = Segmented([("zh", "中文"), ("en", "English")], parent=box)
        self.languages.chosen.connect(self._choose_language)
        flow.addWidget(self.tones)
        flow.addWidget(self.languages)
        return box

    def _foot(self) -> QHBoxLayout:
        row = line(spacing=8)
        words = column(spacing=2)
        self.count = TextCount(self, unlimited=tr("no documented limit known"))
        self.count.part_wanted.connect(self._copy_part)
        self.blanks = PlainLabel("", self, role="small", ink="due", wrap=True)
        words.addWidget(self.count)
        words.addWidget(self.blanks)
        row.addLayout(words, 1)
        self.next = link_button(tr("Next blank"), self)
        plain_tooltip(self.next, tr("Next blank") + "  F3")
        self.next.clicked.connect(self.field.next_blank)
        self.again = link_button(tr("Start anew"), self)
        plain_tooltip(self.again, tr("Put the template's text back"))
        self.again.clicked.connect(self._restore)
        self.button = Button(tr("Copy"), self, kind="primary", size="small", icon="copy", hint="Ctrl+C")
        self.button.clicked.connect(self.copy)
        for widget in (self.next, self.again, self.button):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignBottom)
        return row

    # What is shown

    def show_case(self, page: CasePage, draft: TextDraft = NO_DRAFT, at: Moment | None = None) -> None:
        """Show the replies of a case; the same case again keeps the situation, the tone and what was typed.

        `draft` is what was being written when the case was last shown.
        """
        if self._page is None or self._page.case.id != page.case.id:
            self._missing = ()
            self._name = ""
            self._tone = self._service.tone_of(page)
            self._language = self._service.language_of(page, language())
            self._picked = False
            self._take_draft(page.case.id, draft)
        self._page = page
        if at is not None:
            self.sent.show_replies(page.replies, at)
        self._refresh()

    def _take_draft(self, case_id: int, draft: TextDraft) -> None:
        """Go on where the case was left, in its situation, tone and language."""
        self._draft = draft
        if not draft.text:
            return
        chosen = draft.chosen
        self._name, self._picked = chosen.get("name", self._name), True
        self._tone, self._language = chosen.get("tone", self._tone), chosen.get("language", self._language)
        self._typed.setdefault((case_id, self._name, self._tone, self._language), draft.text)

    def show_missing(self, missing: Sequence[EvidenceNeed]) -> None:
        """The evidence this case still needs, found after the case itself."""
        if tuple(missing) != tuple(self._missing):
            self._missing = tuple(missing)
            self._refresh()

    def reply(self) -> Reply | None:
        """The reply as its template gives it."""
        return self._reply

    def is_edited(self) -> bool:
        """Whether something was typed that the template does not say."""
        return self._key() in self._typed

    def choose(self, name: str) -> None:
        """Show another situation."""
        self._picked = True
        if name != self._name:
            self._name = name
            self._refresh()

    def _choose_tone(self, tone: str) -> None:
        self._tone = tone
        self._refresh()

    def _choose_language(self, chosen: str) -> None:
        self._language = chosen
        self._refresh()

    def _key(self) -> tuple[int, str, str, str]:
        return (self._page.case.id if self._page is not None else 0, self._name, self._tone, self._language)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def _refresh(self) -> None:
        page = self._page
        # Stepping through the list costs nothing here while another tab is in front.
        self._stale = not self.isVisible()
        if page is None or self._stale:
            return
        try:
            shown = self._service.choices(page, language(), self._missing)
            chosen = self._picked or self._key() in self._typed
            if not chosen or self._name not in {choice.id for choice in shown}:
                typed = self._typed.pop(self._key(), None)
                self._name = shown[0].id
                if typed is not None:
                    # Its situation is not offered now; the words are worth more than their place.
                    self._typed.setdefault(self._key(), typed)
            reply = self._service.reply(page, self._name, self._tone, self._language, self._missing)
        except Exception as error:  # noqa: BLE001 - the case is shown all the same
            self.setEnabled(False)
            self.failed.emit(error)
            return
        self.setEnabled(True)
        self._reply = reply
        self.choices.show_choices(shown, self._name)
        self.tones.set_value(self._tone)
        self.languages.set_value(self._language)
        self.public.setVisible(reply.choice.public)
        text = self._typed.get(self._key(), reply.text)
        if text != self.field.toPlainText():
            self.field.setPlainText(text)
        else:
            self._check()

    def _restore(self) -> None:
        if self._reply is not None:
            self.field.replace_all(self._reply.text)

    def _check(self) -> None:
        reply, page = self._reply, self._page
        if reply is None or page is None:
            return
        text = self.field.toPlainText()
        edited = text != reply.text
        if edited:
            self._typed[self._key()] = text
        else:
            self._typed.pop(self._key(), None)
        self._tell_draft(page.case.id, text if edited else "")
        checked = self._service.checked(text, page)
        self.field.mark(checked.findings)
        self.findings.show_findings(checked.findings)
        place = TextPlace.REVIEW_REPLY if reply.choice.public else TextPlace.MESSAGE
        self.count.show_text(text, limit_of(page.shop.platform, place))
        left = tr("%n blank(s) to fill in", n=checked.blanks)
        names = ("、" if language() == "zh" else ", ").join(self._service.blank_names(reply, language()))
        self.blanks.setText(tr("%1: %2", left, names) if names and not edited else left)
        self.blanks.setVisible(bool(checked.blanks))
        self.next.setVisible(bool(checked.blanks))
        self.again.setVisible(edited)
        unfit = _unfit(text)
        self.button.setEnabled(bool(text.strip()) and not checked.refused and unfit is None)
        why = tr("Copy the reply")
        if not text.strip():
            why = tr("There is nothing to copy.")
        elif checked.refused:
            why = tr("Change what is marked red first.")
        elif unfit is not None:
            words = sentence(unfit)
            why = f"{words.what} {words.next}"
        plain_tooltip(self.button, why)
        self.button.setAccessibleDescription(why)
        self.field.setAccessibleDescription(self.findings.as_text())

    # Copying

    def copy(self) -> None:
        """Put the text on the clipboard, unless it says what must not be said."""
        reply, page = self._reply, self._page
        if reply is None or page is None:
            return
        if not self.button.isEnabled():
            self.said.emit(self.button.accessibleDescription())
            return
        self._copy(page, reply.choice.id, self.field.toPlainText())

    def _copy(self, page: CasePage, name: str, text: str) -> None:
        # The case is answered by it and other replies fit then; what was just copied stays in sight.
        self._picked = True
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(CopiedReply(page, name, text, self._tone, self._language))

    def _copy_part(self, text: str, number: int, of: int) -> None:
        """One part of a text that is too long for the platform; each is a reply of its own."""
        reply, page = self._reply, self._page
        if not self.button.isEnabled():
            self.said.emit(self.button.accessibleDescription())
        elif reply is not None and page is not None:
            self._copy(page, reply.choice.id, text)
            self.said.emit(tr("Part %1 of %2 copied", number, of))

    def _copy_again(self, text: str) -> None:
        """It is in the history already."""
        QGuiApplication.clipboard().setText(text)
        self.said.emit(tr("Reply copied"))

    def take_copy(self) -> bool:
        """Edit, Copy: true where the tab has the focus and nothing else is selected in it."""
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            return False
        if focus is self.field and self.field.textCursor().hasSelection():
            return False
        self.copy()
        return True

    def forget(self, case_id: int, text: str) -> None:
        """A text was copied and is kept as a reply: it is no draft any more. The field stays as it is."""
        for key in [key for key, typed in self._typed.items() if key[0] == case_id and typed == text]:
            del self._typed[key]
        if self._page is not None and self._page.case.id == case_id:
            self._draft = NO_DRAFT

    def _tell_draft(self, case_id: int, text: str) -> None:
        chosen = {"name": self._name, "tone": self._tone, "language": self._language} if text else {}
        draft = TextDraft(text, chosen)
        if draft.text != self._draft.text or (text and dict(self._draft.chosen) != chosen):
            self._draft = draft
            self.draft_changed.emit(case_id, draft)


def _unfit(text: str) -> UserError | None:
    """Why a text cannot be kept, and so is not copied. Past the limit nothing is looked at, nothing let through."""
    try:
        checked_text(text, limit=LIMIT)
    except UserError as error:
        return error
    return None
