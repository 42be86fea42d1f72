"""The text that reminds a carrier of claims: in either language, to change and copy, with what an appeal needs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from desktop.services.claim_letters import ClaimLetter
from ui.i18n import language, translator
from ui.plain import PlainLabel, isolate, one_line
from ui.register_dialogs.entry_dialog import said_of
from ui.widgets.buttons import Button
from ui.widgets.controls import Segmented
from ui.widgets.panel import column, foot_line, line

tr = translator("claims")


class ReminderDialog(QDialog):
    """`copied` once the text was put into the clipboard."""

    copied = Signal()

    def __init__(self, letter: ClaimLetter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._letter = letter
        title = tr("Remind %1", isolate(one_line(letter.carrier))) if letter.carrier else tr("Remind the carrier")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(560)
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        head = line(spacing=8)
        head.addWidget(PlainLabel(title, self, role="heading", wrap=True), 1)
        first = "zh" if language() == "zh" else "en"
        self.language = Segmented([("zh", "中文"), ("en", "English")], first, self)
        self.language.setAccessibleName(tr("Language of the message"))
        head.addWidget(self.language)
        rows.addLayout(head)
        if letter.reminded:
            rows.addWidget(PlainLabel(tr("Reminded %n time before.", n=letter.reminded), self, ink="text2"))
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("Message to the carrier"))
        self.text.setMinimumHeight(176)
        rows.addWidget(self.text)
        for need in letter.needs:
            mark, ink = ("✓", "done") if need.there else ("○", "due")
            rows.addWidget(PlainLabel(f"{mark} {said_of(need.label)}", self, role="small", ink=ink, wrap=True))
        self.take = Button(tr("Copy"), self, kind="primary", icon="copy")
        self.take.setDefault(True)
        self.take.clicked.connect(self._copy)
        rows.addLayout(foot_line(self, tr("Close"), self.take))
        self.language.chosen.connect(lambda _: self._show())
        self._show()
        self.take.setFocus()

    def _show(self) -> None:
        text = self._letter.text
        self.text.setPlainText(text.zh if self.language.value() == "zh" else text.en)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copied.emit()
        self.accept()
