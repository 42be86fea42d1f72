"""The notes of a case, newest first, and a field for the next one, or for correcting one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.services.case_texts import TextDraft
from desktop.services.texts import TEXT_LIMIT, checked_text
from models.errors import UserError
from models.kinds import NoteKind
from models.records import CasePage, Note
from ui.actions import key_text
from ui.cases.case_cells import Moment
from ui.cases.note_box import NoteBox
from ui.cases.text_field import TextField
from ui.error_words import sentence
from ui.i18n import translator
from ui.plain import PlainLabel, one_line, plain_tooltip
from ui.widgets.buttons import Button
from ui.widgets.controls import Segmented
from ui.widgets.panel import Banner, clear_layout, column, line, rule

tr = translator("cases")
_SHOWN_NOTES, _LINE = 200, 16
_NOTHING = TextDraft("")


class NotesTab(QWidget):
    """`note_wanted` and `correction_wanted` ask to keep a text; the field is emptied by `noted` only, so nothing typed
    is ever lost. `draft_changed` carries a case's id and what is being written; `copied` a note's text.
    """

    note_wanted = Signal(str, object)
    correction_wanted = Signal(int, str, object)
    removal_wanted = Signal(int)
    draft_changed = Signal(int, object)
    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = column(self, spacing=0)
        rows.addLayout(self._writing())
        rows.addWidget(rule(self))
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget(scroll)
        body.setProperty("surface", "surface")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        outer = column(body, margins=(16, 8, 16, 8), spacing=0)
        self._notes = column(spacing=0)
        outer.addLayout(self._notes)
        self._none = PlainLabel(tr("No notes yet."), body, ink="text3")
        outer.addWidget(self._none)
        outer.addStretch(1)
        scroll.setWidget(body)
        rows.addWidget(scroll, 1)
        self.boxes: list[NoteBox] = []
        self._case_id: int | None = None
        self._correcting: int | None = None
        self._aside = _NOTHING
        self._filling = False

    def _writing(self) -> QVBoxLayout:
        rows = column(margins=(16, 12, 16, 12), spacing=6)
        self.correction = Banner("waiting", tr("Correcting a note; the old version stays in the history"), "", self)
        give_up = Button(tr("Cancel"), self, size="small", kind="ghost")
        give_up.clicked.connect(self.give_up)
        self.correction.add(give_up)
        self.correction.hide()
        rows.addWidget(self.correction)
        self.field = TextField(self)
        self.field.setAccessibleName(tr("New note"))
        self.field.setPlaceholderText(tr("Write a note…"))
        self.field.setFixedHeight(84)
        self.field.entered.connect(self.ask)
        self.field.textChanged.connect(self._typed)
        rows.addWidget(self.field)
        self.count = PlainLabel("", self, role="small", ink="text3", wrap=True)
        self.count.setMinimumHeight(_LINE)
        rows.addWidget(self.count)
        row = line(spacing=8)
        self.kind = Segmented(
            [(NoteKind.INTERNAL.value, tr("Internal")), (NoteKind.PRINTABLE.value, tr("May be printed"))],
            NoteKind.INTERNAL.value, self,
        )  # fmt: skip
        plain_tooltip(self.kind, tr("Internal notes never leave the shop; others may go into a packet."))
        self.kind.chosen.connect(lambda _: self._typed())
        self.keep = Button(tr("Add note"), self, kind="primary", size="small", hint=key_text("Ctrl+Return"))
        self.keep.clicked.connect(self.ask)
        row.addWidget(self.kind)
        row.addStretch(1)
        row.addWidget(self.keep)
        rows.addLayout(row)
        return rows

    # Writing

    def ask(self) -> None:
        """Ask to keep what is written."""
        text = self.field.toPlainText()
        if not text.strip() or not self.keep.isEnabled():
            return
        kind = NoteKind(self.kind.value())
        if self._correcting is not None:
            self.correction_wanted.emit(self._correcting, text, kind)
        else:
            self.note_wanted.emit(text, kind)

    def noted(self, case_id: int) -> None:
        """The note of that case is kept: its field is empty again, or what was written before it was corrected."""
        if case_id == self._case_id:
            aside = self._aside if self._correcting is not None else _NOTHING
            self._set(TextDraft(aside.text))
            self._tell()
        else:
            self.draft_changed.emit(case_id, _NOTHING)

    def correct(self, note: Note) -> None:
        """Put a note into the field to be changed; what was being written comes back afterwards."""
        aside = TextDraft(self.field.toPlainText()) if self._correcting is None else self._aside
        self._set(TextDraft(note.text, {"note": str(note.id), "kind": note.kind.value, "aside": aside.text}))
        self._tell()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)

    def give_up(self) -> None:
        """Leave the note as it is."""
        if self._correcting is not None and self._case_id is not None:
            self.noted(self._case_id)
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set(self, draft: TextDraft) -> None:
        chosen: Mapping[str, str] = draft.chosen
        number = chosen.get("note", "")
        self._correcting = int(number) if number.isascii() and number.isdigit() else None
        self._aside = TextDraft(chosen.get("aside", ""))
        self._filling = True
        self.kind.set_value(NoteKind(chosen["kind"]).value if chosen.get("kind") in set(NoteKind) else "internal")
        self.field.setPlainText(draft.text)
        self._filling = False
        self.correction.setVisible(self._correcting is not None)
        self.keep.set_label(tr("Keep the correction") if self._correcting is not None else tr("Add note"))
        self._count()

    def _typed(self) -> None:
        if not self._filling:
            self._count()
            self._tell()

    def _tell(self) -> None:
        if self._case_id is None:
            return
        text, chosen = self.field.toPlainText(), {"kind": self.kind.value()}
        if self._correcting is not None:
            chosen |= {"note": str(self._correcting), "aside": self._aside.text}
        self.draft_changed.emit(self._case_id, TextDraft(text, chosen) if text else TextDraft(self._aside.text))

    def _count(self) -> None:
        text = self.field.toPlainText()
        wrong = _unfit(text)
        told = tr("%n character(s)", n=len(text)) if text else ""
        if len(text) > TEXT_LIMIT:
            told = tr("%1 · %2 too many", told, len(text) - TEXT_LIMIT)
        elif wrong:
            told = wrong
        self.count.setText(told)
        self.count.set_ink("overdue" if wrong else "text3")
        self.keep.setEnabled(not wrong)
        self.keep.set_tip(wrong)

    # Showing

    def show_page(self, page: CasePage, at: Moment, draft: TextDraft = _NOTHING) -> None:
        """Show the notes of a case; `draft` is what was being written when it was last shown."""
        if page.case.id != self._case_id:
            self._case_id = page.case.id
            self._set(draft)
        if self._correcting is not None and self._correcting not in {note.id for note in page.notes}:
            # It was taken back meanwhile: the words stay, as a new note.
            self._set(TextDraft(self.field.toPlainText(), {"kind": self.kind.value()}))
        corrected = {
            event.entity_id: str(event.details.get("was", "")) for event in reversed(page.timeline)
            if event.action == "note_corrected"
        }  # fmt: skip
        clear_layout(self._notes)
        self.boxes = []
        for note in page.notes[:_SHOWN_NOTES]:
            box = NoteBox(note, at, self, before=corrected.get(note.id, ""))
            box.copy_wanted.connect(self.copied)
            box.correct_wanted.connect(lambda kept=note: self.correct(kept))
            box.removal_wanted.connect(self.removal_wanted)
            self._notes.addWidget(box)
            self.boxes.append(box)
        self._none.setVisible(not page.notes)


def _unfit(text: str) -> str:
    """Why a text cannot be kept as a note; nothing for one that can."""
    try:
        checked_text(text)
    except UserError as error:
        words = sentence(error)
        return one_line(f"{words.what} {words.next}".strip())
    return ""
