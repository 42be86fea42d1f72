"""What to ask the buyer for: the text, editable before it is copied, in which tone and language, and that it was."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QWidget

from desktop.services.checklists import CaseChecklist
from desktop.services.replies import Checked
from models.kinds import Temperament
from models.rules.conclusion import EvidenceNeed
from ui.actions import shortcut_text
from ui.evidence.labels import need_label
from ui.i18n import translator
from ui.plain import PlainLabel, isolate, one_line, plain_tooltip
from ui.widgets.buttons import Button, link_button
from ui.widgets.panel import column, line, section_label
from ui.words import word

tr = translator("checklist")
_TEXT_HEIGHT = 96
_SETTLE_MS = 250
_LONGEST = 4_000


class AskingPane(QWidget):
    """`copied` and `asked` carry the ids of the needs and the text; `manner_wanted` a tone and a language;
    `edited` the text, to be looked at; `waiting_wanted` asks to wait for the buyer."""

    copied = Signal(list, str)
    asked = Signal(list, str)
    manner_wanted = Signal(str, str)
    edited = Signal(str)
    waiting_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: CaseChecklist | None = None
        self._need: EvidenceNeed | None = None
        self._made = ""
        self._marking = False
        rows = column(self, margins=(16, 12, 16, 12), spacing=8)
        head = line(spacing=8)
        head.addWidget(section_label(tr("Ask the buyer"), self), 1)
        self.manner = link_button("", self)
        self.manner.setMenu(QMenu(self.manner))
        head.addWidget(self.manner)
        rows.addLayout(head)
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(_TEXT_HEIGHT)
        self.text.setAccessibleName(tr("Text to ask the buyer with"))
        rows.addWidget(self.text)
        self.finding = PlainLabel("", self, role="small", ink="overdue", wrap=True)
        self.finding.hide()
        rows.addWidget(self.finding)
        row = line(spacing=8)
        self.copy = Button(
            tr("Copy"), self, kind="primary", size="small", icon="copy", hint=shortcut_text("copy_request")
        )
        self.copy.clicked.connect(self.copy_text)
        row.addWidget(self.copy)
        self.mark = Button(tr("Mark as asked"), self, size="small", tip=tr("Note that the buyer was asked just now"))
        self.mark.clicked.connect(self.mark_asked)
        row.addWidget(self.mark)
        row.addStretch(1)
        rows.addLayout(row)
        self.offer = link_button(tr("Wait for the buyer now"), self)
        self.offer.clicked.connect(self.waiting_wanted)
        self.offer.hide()
        rows.addWidget(self.offer)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(lambda: self.edited.emit(self.request()))
        self.text.textChanged.connect(self._typed)

    def show_checklist(self, shown: CaseChecklist) -> None:
        """Another case, other lines, another tone: an edited text of the same case and manner stays."""
        before, self._shown = self._shown, shown
        if before == shown:
            return
        if before is None or before.case_id != shown.case_id:
            self._need = None
            self.offer.hide()
        missing = {need.id: need for need in shown.list.missing}
        self._need = missing.get(self._need.id) if self._need is not None else None
        self._show_manner()
        self._fill(anew=before is None or (before.case_id, before.tone, before.language) != (
            shown.case_id, shown.tone, shown.language
        ))  # fmt: skip

    def choose(self, need: EvidenceNeed | None) -> None:
        """Ask for this need if it is missing, for all that is missing otherwise."""
        missing = self._shown.list.missing if self._shown is not None else ()
        need = need if need in missing else None
        if need != self._need:
            self._need = need
            self._fill(anew=False)

    def request(self) -> str:
        """The text as it stands; empty when there is nothing to ask for."""
        return self.text.toPlainText() if not self.isHidden() else ""

    def need_ids(self) -> list[str]:
        """What the text asks for."""
        if self._shown is None:
            return []
        return [self._need.id] if self._need is not None else [need.id for need in self._shown.askable]

    def _fill(self, *, anew: bool) -> None:
        texts = self._shown.texts if self._shown is not None else {}
        made = texts.get(self._need.id if self._need is not None else "", "")
        touched = self.text.toPlainText() != self._made
        if made != self._made and (anew or not touched or not made):
            self._made = made
            self.text.setPlainText(made)
        self.setVisible(bool(made))
        named = ", ".join(need_label(need) for need in self._asked_needs())
        plain_tooltip(self.text, tr("Asks for: %1", named) if named else "")

    def _asked_needs(self) -> list[EvidenceNeed]:
        wanted = set(self.need_ids())
        return [item.need for item in self._shown.list.items if item.need.id in wanted] if self._shown else []

    def _show_manner(self) -> None:
        shown = self._shown
        if shown is None:
            return
        tone, chinese = Temperament(shown.tone), shown.language == "zh"
        spoken = tr("Chinese") if chinese else tr("English")
        self.manner.set_label(tr("Tone: %1 · %2", word(tone), spoken))
        self.manner.setAccessibleName(tr("Tone and language of the text: %1, %2", word(tone), spoken))
        menu = self.manner.menu()
        menu.clear()
        for names, chosen in (
            ({each.value: word(each) for each in Temperament}, shown.tone),
            ({"zh": tr("Chinese"), "en": tr("English")}, shown.language),
        ):
            group = QActionGroup(menu)
            for value, name in names.items():
                action = QAction(name, menu, checkable=True, checked=value == chosen)
                group.addAction(action)
                menu.addAction(action)
                action.triggered.connect(lambda _=False, value=value: self._choose_manner(value))
            menu.addSeparator()

    def _choose_manner(self, value: str) -> None:
        if self._shown is not None:
            spoken = value in ("zh", "en")
            tone, language = self._shown.tone, self._shown.language
            self.manner_wanted.emit(tone if spoken else value, value if spoken else language)

    def _typed(self) -> None:
        text = self.text.toPlainText()
        if len(text) > _LONGEST:
            cursor = self.text.textCursor()
            self.text.setPlainText(text[:_LONGEST])
            cursor.setPosition(min(cursor.position(), _LONGEST))
            self.text.setTextCursor(cursor)
        self.copy.setEnabled(bool(text.strip()))
        self._settle.start()

    def show_checked(self, text: str, checked: Checked) -> None:
        """What must not be said in it; nothing where it was changed meanwhile."""
        if text != self.request():
            return
        first = next(iter(checked.findings), None)
        words = isolate(one_line(first.words)[:40]) if first is not None else ""
        if first is None:
            self.finding.setText("")
        elif checked.refused:
            self.finding.setText(tr("“%1” must not be sent to a buyer (%2).", words, ", ".join(first.rules)))
        else:
            self.finding.setText(tr("“%1” is better left out (%2).", words, ", ".join(first.rules)))
        self.finding.set_ink("overdue" if checked.refused else "due")
        self.finding.setVisible(first is not None)
        self.copy.setEnabled(not checked.refused and bool(text.strip()))
        self.mark.setEnabled(not checked.refused)

    def copy_text(self) -> None:
        """Put the text on the clipboard; marking it as asked is offered at once."""
        if self.request().strip() and self.copy.isEnabled():
            QGuiApplication.clipboard().setText(self.request())
            self.copied.emit(self.need_ids(), self.request())
            self.mark.setFocus()

    def mark_asked(self) -> None:
        """Note that the buyer was asked."""
        # Not by greying its button: the focus would go to the list of needs, and choose another one to ask for.
        if self.need_ids() and self.mark.isEnabled() and not self._marking:
            self._marking = True
            self.asked.emit(self.need_ids(), self.request())

    def show_marked(self, *, offer_waiting: bool) -> None:
        """It was noted."""
        self._marking = False
        self._made = self.text.toPlainText()
        self.offer.setVisible(offer_waiting)

    def show_refused(self) -> None:
        """It was not noted."""
        self._marking = False
