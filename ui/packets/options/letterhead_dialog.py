"""The lines of a shop's letterhead: name, address, telephone, licence number."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from models.records import Shop
from ui.i18n import translator
from ui.plain import PlainLabel, one_line
from ui.widgets.buttons import Button
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.panel import FormRows, column, foot_line

tr = translator("packet_options")
_LONGEST, _MOST_LINES, _HEIGHT = 2_000, 8, 130


class LetterheadDialog(HeldDialog):
    """`given` carries the lines as one text."""

    given = Signal(str)

    def __init__(self, shop: Shop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(480)
        title = tr("Letterhead of %1", one_line(shop.name))
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(title, self, role="heading", wrap=True))
        rows.addWidget(
            PlainLabel(tr("It stands on every packet of this shop that has a letterhead. The first line is the name."),
                       self, ink="text2", wrap=True)
        )  # fmt: skip
        self.form = FormRows(self)
        self.lines = QPlainTextEdit(shop.letterhead, self)
        self.lines.setTabChangesFocus(True)
        self.lines.setFixedHeight(_HEIGHT)
        self.form.add_field(tr("Lines"), self.lines, tr("One line each: name, address, telephone, licence number."))
        rows.addWidget(self.form)
        self.take = Button(tr("Keep"), self, kind="primary")
        self.take.clicked.connect(self._take)
        rows.addLayout(foot_line(self, tr("Cancel"), self.take))
        self.lines.setFocus()

    def _take(self) -> None:
        lines = [line.strip() for line in self.lines.toPlainText().splitlines()]
        text = "\n".join(line for line in lines if line)
        wrong = ""
        if len(text) > _LONGEST:
            wrong = tr("%1 characters at most.", f"{_LONGEST:,}")
        elif text.count("\n") >= _MOST_LINES:
            wrong = tr("At most %n line(s) fit above the first page.", n=_MOST_LINES)
        self.form.set_wrong(self.lines, wrong)
        if wrong:
            self.lines.setFocus()
            return
        self.given.emit(text)
        self.leave()
