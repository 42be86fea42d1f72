"""The notes of a case, newest first, and a field for the next one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from models.kinds import NoteKind
from models.records import Note
from ui import format as shown
from ui.actions import key_text
from ui.cases.case_cells import Moment
from ui.i18n import language, translator
from ui.plain import PlainLabel, one_line
from ui.widgets.buttons import Button, link_button
from ui.widgets.controls import Segmented
from ui.widgets.marks import Chip
from ui.widgets.panel import clear_layout, column, line, rule

tr = translator("cases")
_SHOWN_CHARACTERS = 2_000
_SHOWN_NOTES = 200


class NotesTab(QWidget):
    """`note_wanted` asks to keep a text; the field is emptied by `noted` only, so nothing typed is ever lost."""

    note_wanted = Signal(str, object)

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
        self._drafts: dict[int, str] = {}
        self._case_id: int | None = None

    def _writing(self) -> QVBoxLayout:
        rows = column(margins=(16, 12, 16, 12), spacing=8)
        self.field = QPlainTextEdit(self)
        self.field.setAccessibleName(tr("New note"))
        self.field.setPlaceholderText(tr("Write a note…"))
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(84)
        self.field.installEventFilter(self)
        rows.addWidget(self.field)
        row = line(spacing=8)
        self.kind = Segmented(
            [(NoteKind.INTERNAL.value, tr("Internal")), (NoteKind.PRINTABLE.value, tr("May be printed"))],
            NoteKind.INTERNAL.value, self,
        )  # fmt: skip
        self.keep = Button(tr("Add note"), self, kind="primary", size="small", hint=key_text("Ctrl+Return"))
        self.keep.clicked.connect(self.ask)
        row.addWidget(self.kind)
        row.addStretch(1)
        row.addWidget(self.keep)
        rows.addLayout(row)
        return rows

    def ask(self) -> None:
        """Ask to keep what is written."""
        if self.field.toPlainText().strip():
            self.note_wanted.emit(self.field.toPlainText(), NoteKind(self.kind.value()))

    def noted(self, case_id: int) -> None:
        """The note of that case is kept: its field is empty again."""
        self._drafts.pop(case_id, None)
        if case_id == self._case_id:
            self.field.clear()

    def show_notes(self, case_id: int, notes: Sequence[Note], at: Moment) -> None:
        """Show the notes of a case; what was being written for another one is kept for it."""
        if case_id != self._case_id:
            if self._case_id is not None:
                self._drafts[self._case_id] = self.field.toPlainText()
            self._case_id = case_id
            self.field.setPlainText(self._drafts.get(case_id, ""))
        clear_layout(self._notes)
        for note in notes[:_SHOWN_NOTES]:
            self._notes.addWidget(_NoteBox(note, at, self))
        self._none.setVisible(not notes)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if entered and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.ask()
                return True
        return False


class _NoteBox(QWidget):
    """One note: who, when, its text as typed."""

    def __init__(self, note: Note, at: Moment, parent: QWidget) -> None:
        super().__init__(parent)
        rows = column(self, margins=(0, 6, 0, 10), spacing=2)
        head = line(spacing=8)
        when = shown.day_and_time(note.written_at, at.now, language(), at.zone)
        head.addWidget(PlainLabel(one_line(note.written_by) or shown.NOTHING, self, role="small", weight=600))
        head.addWidget(PlainLabel(when, self, role="small", ink="text3"))
        if note.kind is NoteKind.PRINTABLE:
            head.addWidget(Chip(tr("May be printed"), "waiting", self))
        head.addStretch(1)
        rows.addLayout(head)
        self._note = note
        self._text = PlainLabel(note.text[:_SHOWN_CHARACTERS], self, wrap=True, selectable=True)
        rows.addWidget(self._text)
        if len(note.text) > _SHOWN_CHARACTERS:
            more = link_button(tr("Show the whole note"), self)
            more.clicked.connect(self._show_all)
            more.clicked.connect(more.hide)
            rows.addWidget(more)

    def _show_all(self) -> None:
        self._text.setText(self._note.text)
