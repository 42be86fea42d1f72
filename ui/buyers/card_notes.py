"""The standing note of a buyer, and the dated ones: written here, taken back with Undo."""

from __future__ import annotations

from datetime import datetime, tzinfo

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from models.buyer_records import BuyerCard
from models.records import BuyerNote
from ui import format as shown
from ui.actions import key_text
from ui.i18n import language, translator
from ui.plain import PlainLabel, one_line
from ui.widgets.buttons import Button, icon_button
from ui.widgets.panel import clear_layout, column, line, section_label

tr = translator("buyers")
_SHOWN_CHARACTERS, _SHOWN_NOTES = 2_000, 50


class _StandingNote(QPlainTextEdit):
    """Kept when it is left; Esc takes the edit back."""

    edited = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._kept = ""
        self.setTabChangesFocus(True)
        self.setFixedHeight(60)

    def set_value(self, value: str, *, other: bool) -> None:
        """Show what is kept; while it is being written only for another buyer."""
        writing = self.hasFocus() and self.toPlainText() != self._kept and not other
        self._kept = value
        if not writing and self.toPlainText() != value:
            self.setPlainText(value)

    def finish(self) -> None:
        """The edit is over."""
        if self.toPlainText() != self._kept:
            self._kept = self.toPlainText()
            self.edited.emit(self._kept)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.toPlainText() != self._kept:
            self.setPlainText(self._kept)
            return
        super().keyPressEvent(event)


class CardNotes(QWidget):
    """`note_wanted` asks to keep a text; its field is emptied by `noted` only, so nothing typed is ever lost."""

    standing_changed = Signal(int, str)
    note_wanted = Signal(int, str)
    removal_wanted = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buyer_id = 0
        self._drafts: dict[int, str] = {}
        rows = column(self, spacing=6)
        rows.addWidget(section_label(tr("Standing note"), self))
        self.standing = _StandingNote(self)
        self.standing.setAccessibleName(tr("Standing note"))
        self.standing.setPlaceholderText(tr("What everybody should know before answering; never shown to the buyer"))
        self.standing.edited.connect(lambda text: self.standing_changed.emit(self._buyer_id, text))
        rows.addWidget(self.standing)
        self.title = section_label(tr("Notes"), self)
        rows.addWidget(self.title)
        self.field = QPlainTextEdit(self)
        self.field.setAccessibleName(tr("New note"))
        self.field.setPlaceholderText(tr("Write a note…"))
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(44)
        self.field.installEventFilter(self)
        row = line(spacing=8)
        row.addWidget(self.field, 1)
        self.keep = Button(tr("Add"), self, size="small", hint=key_text("Ctrl+Return"))
        self.keep.clicked.connect(self.ask)
        row.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignBottom)
        rows.addLayout(row)
        self._notes = column(spacing=6)
        rows.addLayout(self._notes)

    def ask(self) -> None:
        """Ask to keep what is written."""
        if self._buyer_id and self.field.toPlainText().strip():
            self.note_wanted.emit(self._buyer_id, self.field.toPlainText())

    def noted(self, buyer_id: int) -> None:
        """The note on that buyer is kept: its field is empty again."""
        self._drafts.pop(buyer_id, None)
        if buyer_id == self._buyer_id:
            self.field.clear()

    def leave(self) -> None:
        """Another buyer comes: what is being written here is kept first."""
        self.standing.finish()

    def show_card(self, card: BuyerCard, now: datetime, zone: tzinfo) -> None:
        """Show a buyer's notes; what was being written about another is kept for them."""
        buyer = card.buyer
        other = buyer.id != self._buyer_id
        if other:
            self._drafts[self._buyer_id] = self.field.toPlainText()
            self._buyer_id = buyer.id
            self.field.setPlainText(self._drafts.get(buyer.id, ""))
        self.standing.set_value(buyer.note, other=other)
        clear_layout(self._notes)
        for note in card.notes[:_SHOWN_NOTES]:
            self._notes.addWidget(self._box(note, now, zone))

    def _box(self, note: BuyerNote, now: datetime, zone: tzinfo) -> QWidget:
        box = QWidget(self)
        rows = column(box, spacing=2)
        head = line(spacing=8)
        when = shown.day_and_time(note.written_at, now, language(), zone)
        head.addWidget(PlainLabel(f"{when} · {one_line(note.written_by)}", box, role="small", ink="text3"))
        head.addStretch(1)
        away = icon_button("trash-2", tr("Remove this note"), box, size="row")
        away.clicked.connect(lambda _=False: self.removal_wanted.emit(note.buyer_id, note.id))
        head.addWidget(away)
        rows.addLayout(head)
        cut = note.text[:_SHOWN_CHARACTERS] + ("…" if len(note.text) > _SHOWN_CHARACTERS else "")
        rows.addWidget(PlainLabel(cut, box, wrap=True, selectable=True))
        return box

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
                self.ask()
                return True
        return False
