"""The replies of a case: a situation, a tone and a language give a text; it is edited, checked and copied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from desktop.services.replies import LIMIT, Reply, ReplyService
from models.errors import UserError
from models.kinds import Temperament
from models.records import CasePage
from ui.cases.reply_choices import ReplyChoices
from ui.cases.reply_field import ReplyField
from ui.cases.reply_findings import ReplyFindings
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

tr = translator("cases")
_TONES = (Temperament.NEUTRAL, Temperament.MILD, Temperament.UPSET, Temperament.TROUBLEMAKER)


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

    What was typed is kept while the program runs.
    """

    copied = Signal(object)
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
        self.field.installEventFilter(self)
        rows.addWidget(self.field, 1)
        self.findings = ReplyFindings(self)
        self.findings.shown.connect(self.field.go_to)
        rows.addWidget(self.findings)
        rows.addLayout(self._foot())
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
        self.count = PlainLabel("", self, role="small", ink="text3")
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

    def show_case(self, page: CasePage) -> None:
        """Show the replies of a case; the same case again keeps the situation, the tone and what was typed."""
        if self._page is None or self._page.case.id != page.case.id:
            self._missing = ()
            self._name = ""
            self._tone = self._service.tone_of(page)
            self._language = self._service.language_of(page, language())
            self._picked = False
        self._page = page
        self._refresh()

    def show_missing(self, missing: Sequence[EvidenceNeed]) -> None:
        """The evidence this case still needs, found after the case itself."""
        if tuple(missing) != tuple(self._missing):
            self._missing = tuple(missing)
            self._refresh()

    def reply(self) -> Reply | None:
        """The reply as its template gives it."""
        return self._reply

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
                self._name = shown[0].id
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
            # As an edit, so that Ctrl+Z brings back what was typed.
            cursor = self.field.textCursor()
            cursor.select(cursor.SelectionType.Document)
            cursor.insertText(self._reply.text)

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
        checked = self._service.checked(text, page)
        self.field.mark(checked.findings)
        self.findings.show_findings(checked.findings)
        self.count.setText(tr("%n character(s)", n=checked.characters))
        left = tr("%n blank(s) to fill in", n=checked.blanks)
        names = ("、" if language() == "zh" else ", ").join(self._service.blank_names(reply, language()))
        self.blanks.setText(tr("%1: %2", left, names) if names and not edited else left)
        self.blanks.setVisible(bool(checked.blanks))
        self.next.setVisible(bool(checked.blanks))
        self.again.setVisible(edited)
        # Past the limit nothing is looked at, so nothing is let through.
        too_long = checked.characters > LIMIT
        self.button.setEnabled(bool(text.strip()) and not checked.refused and not too_long)
        why = tr("Copy the reply")
        if not text.strip():
            why = tr("There is nothing to copy.")
        elif checked.refused:
            why = tr("Change what is marked red first.")
        elif too_long:
            words = sentence(UserError("text_too_long", limit=LIMIT, length=checked.characters))
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
        text = self.field.toPlainText()
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(CopiedReply(page, reply.choice.id, text, self._tone, self._language))

    def take_copy(self) -> bool:
        """Edit, Copy: true where the tab has the focus and nothing else is selected in it."""
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            return False
        if focus is self.field and self.field.textCursor().hasSelection():
            return False
        self.copy()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if entered and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.copy()
                return True
        return False
