"""A dialog that asks for a few words before something is done: a reason, a note."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.plain import PlainLabel
from ui.widgets.buttons import Button
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.panel import FormRows, column, foot_line


@dataclass(frozen=True, slots=True)
class ReasonWords:
    """What the dialog says: `wrong` stands under the field when nothing was written, empty where nothing need be."""

    title: str
    field: str
    take: str
    cancel: str
    text: str = ""
    wrong: str = ""


class ReasonDialog(HeldDialog):
    """`given` carries the words, without blanks around them."""

    given = Signal(str)

    def __init__(self, words: ReasonWords, parent: QWidget | None = None, *, now: str = "", longest: int = 500) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.title)
        self.setMinimumWidth(460)
        self.setAccessibleName(words.title)
        self.setAccessibleDescription(words.text)
        self._wrong = words.wrong
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(words.title, self, role="heading", wrap=True))
        text = PlainLabel(words.text, self, ink="text2", wrap=True)
        text.setVisible(bool(words.text))
        rows.addWidget(text)
        self.form = FormRows(self)
        self.field = QLineEdit(now, self)
        self.field.setMaxLength(longest)
        self.form.add_field(words.field, self.field)
        rows.addWidget(self.form)
        self.take = Button(words.take, self, kind="primary")
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        rows.addLayout(foot_line(self, words.cancel, self.take))
        self.field.setFocus()

    def _take(self) -> None:
        words = self.field.text().strip()
        if not words and self._wrong:
            self.form.set_wrong(self.field, self._wrong)
            self.field.setFocus()
            return
        self.given.emit(words)
        self.leave()
