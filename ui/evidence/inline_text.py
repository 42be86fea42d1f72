"""A text edited where it stands: saved when the field is left or Enter is pressed, Esc takes it back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ui.fonts import Role, font
from ui.plain import PlainLabel, plain_tooltip
from ui.widgets.panel import column

_LINES_HEIGHT = 84


class InlineText(QWidget):
    """A label that becomes a field on a double click or `edit()`. `edited` carries the new text when it differs."""

    edited = Signal(str)

    def __init__(
        self,
        name: str,
        prompt: str,
        parent: QWidget | None = None,
        *,
        lines: bool = False,
        role: Role = "body",
        ink: str = "",
    ) -> None:
        super().__init__(parent)
        self._text = ""
        self._prompt = prompt
        self._ink = ink
        self._editing = False
        box = column(self)
        self.label = PlainLabel("", self, role=role, ink=ink, wrap=True)
        # A label that wraps asks for more width than it needs, and would make the pane wider than it is.
        self.label.setMinimumWidth(1)
        self.label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.label.setAccessibleName(name)
        self.label.installEventFilter(self)
        self.field: QLineEdit | QPlainTextEdit = QPlainTextEdit(self) if lines else QLineEdit(self)
        self.field.setFont(font("body"))
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(prompt)
        self.field.installEventFilter(self)
        if isinstance(self.field, QPlainTextEdit):
            self.field.setTabChangesFocus(True)
            self.field.setFixedHeight(_LINES_HEIGHT)
        self.field.hide()
        box.addWidget(self.label)
        box.addWidget(self.field)
        plain_tooltip(self.label, name)
        self._show_label()

    def text(self) -> str:
        """The text as saved."""
        return self._text

    def editing(self) -> bool:
        """Whether the field is open."""
        return self._editing

    def set_text(self, text: str) -> None:
        """Show a text; a field that is open stays as it is."""
        self._text = text
        if not self.editing():
            self._show_label()

    def edit(self) -> None:
        """Open the field."""
        if isinstance(self.field, QLineEdit):
            self.field.setText(self._text)
            self.field.selectAll()
        else:
            self.field.setPlainText(self._text)
            self.field.selectAll()
        self._editing = True
        self.label.hide()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self, *, keep: bool) -> None:
        """Close the field; `keep` saves what stands in it."""
        if not self.editing():
            return
        new = self.field.text() if isinstance(self.field, QLineEdit) else self.field.toPlainText()
        self._editing = False
        self.field.hide()
        self.label.show()
        changed = keep and new != self._text
        if changed:
            self._text = new
        self._show_label()
        if changed:
            self.edited.emit(new)

    def _show_label(self) -> None:
        self.label.setText(self._text or self._prompt)
        self.label.set_ink(self._ink if self._text else "text3")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.label and event.type() == QEvent.Type.MouseButtonDblClick and isinstance(event, QMouseEvent):
            self.edit()
            return True
        if watched is self.field and isinstance(event, QFocusEvent) and event.lostFocus():
            # The field's own menu takes the focus only for a moment.
            self.finish(keep=True) if event.reason() != Qt.FocusReason.PopupFocusReason else None
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        new_line = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if enter and not (isinstance(self.field, QPlainTextEdit) and new_line):
            self.finish(keep=True)
        elif event.key() == Qt.Key.Key_Escape:
            self.finish(keep=False)
        else:
            return False
        parent = self.parentWidget()
        if parent is not None:
            parent.setFocus(Qt.FocusReason.OtherFocusReason)
        return True
