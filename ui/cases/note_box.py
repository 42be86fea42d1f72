"""One note: who, when, whether it may be printed, its text as typed, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.kinds import NoteKind
from models.records import Note
from ui import format as shown
from ui.cases.case_cells import Moment
from ui.i18n import language, translator
from ui.plain import PlainLabel, one_line, plain_tooltip
from ui.widgets.buttons import icon_button, link_button
from ui.widgets.controls import IconMark
from ui.widgets.marks import Chip
from ui.widgets.panel import column, line

tr = translator("cases")
_SHOWN_CHARACTERS, _NAMED = 2_000, 40


class NoteBox(QWidget):
    """`before`: what it said before it was corrected last."""

    copy_wanted = Signal(str)
    correct_wanted = Signal()
    removal_wanted = Signal(int)

    def __init__(self, note: Note, at: Moment, parent: QWidget, *, before: str = "") -> None:
        super().__init__(parent)
        self._note = note
        rows = column(self, margins=(0, 6, 0, 10), spacing=2)
        head = line(spacing=8)
        printable = note.kind is NoteKind.PRINTABLE
        head.addWidget(IconMark("printer" if printable else "lock", "accent" if printable else "text3", 14, self))
        when = shown.day_and_time(note.written_at, at.now, language(), at.zone)
        head.addWidget(PlainLabel(one_line(note.written_by) or shown.NOTHING, self, role="small", weight=600))
        head.addWidget(PlainLabel(when, self, role="small", ink="text3"))
        head.addWidget(Chip(tr("May be printed"), "new", self) if printable else Chip(tr("Internal"), "waiting", self))
        if before:
            corrected = PlainLabel(tr("corrected"), self, role="small", ink="text3")
            plain_tooltip(corrected, tr("Before: %1", before[:_SHOWN_CHARACTERS]))
            head.addWidget(corrected)
        head.addStretch(1)
        name = one_line(note.text)[:_NAMED]
        self.copy_button = icon_button("copy", tr("Copy note: %1", name), self, size="row")
        self.correct_button = icon_button("pencil", tr("Correct note: %1", name), self, size="row")
        self.remove_button = icon_button("trash-2", tr("Remove note: %1", name), self, size="row")
        self.copy_button.clicked.connect(lambda: self.copy_wanted.emit(note.text))
        self.correct_button.clicked.connect(self.correct_wanted)
        self.remove_button.clicked.connect(lambda: self.removal_wanted.emit(note.id))
        for button in (self.copy_button, self.correct_button, self.remove_button):
            head.addWidget(button)
        rows.addLayout(head)
        self._text = PlainLabel(note.text[:_SHOWN_CHARACTERS], self, wrap=True, selectable=True)
        rows.addWidget(self._text)
        if len(note.text) > _SHOWN_CHARACTERS:
            more = link_button(tr("Show the whole note"), self)
            more.clicked.connect(self._show_all)
            more.clicked.connect(more.hide)
            rows.addWidget(more)

    def _show_all(self) -> None:
        self._text.setText(self._note.text)
