"""Something promised in a call: its words and the day it is to be kept."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui import format as shown
from ui.callbacks.card_data import CardShown
from ui.callbacks.day_picker import DayPopup, open_popup
from ui.callbacks.next_date import day_text
from ui.i18n import language, translator
from ui.plain import PlainLabel
from ui.widgets.buttons import Button
from ui.widgets.panel import column, line

tr = translator("call_form")
PROMISE_LIMIT = 200


class PromiseRow(QWidget):
    """`changed` when words or day changed. The day counts only beside words."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: CardShown | None = None
        self._day: date | None = None
        self._usual: date | None = None
        rows = column(self, spacing=4)
        row = line(spacing=6)
        self.text = QLineEdit(self)
        self.text.setMaxLength(PROMISE_LIMIT)
        self.text.setPlaceholderText(tr("Promised: a date of its own reminds of it"))
        self.text.setAccessibleName(tr("What was promised"))
        self.text.textChanged.connect(lambda _: self._show())
        self.text.textChanged.connect(lambda _: self.changed.emit())
        self.button = Button("", self, icon="gift")
        self.button.clicked.connect(self._open)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        rows.addLayout(row)
        self.warning = PlainLabel("", self, role="small", ink="due", wrap=True)
        rows.addWidget(self.warning)

    def show_card(self, found: CardShown) -> None:
        """Begin anew for a buyer: no words, a day in a week."""
        self._found = found
        self._usual = found.days.workday_from(found.desk.today, 7)
        self._show()

    def show_promise(self, text: str, day: date | None) -> None:
        """Show what was entered before."""
        self._day = day
        self.text.setText(text)
        self._show()

    def words(self) -> str:
        """What was promised, empty for nothing."""
        return self.text.text().strip()

    def day(self) -> date | None:
        """The day chosen, else the proposed one; None only before a buyer is shown."""
        return self._day or self._usual

    def _show(self) -> None:
        found, day = self._found, self.day()
        self.button.setVisible(bool(self.words()))
        self.warning.setVisible(False)
        if found is None or day is None:
            return
        self.button.set_label(day_text(day, found))
        self.button.setAccessibleName(tr("To be kept by %1", shown.day_title(day, language())))
        warning = found.days.warning(day) if self.words() else ""
        self.warning.setText(warning)
        self.warning.setVisible(bool(warning))

    def _open(self) -> None:
        found, day = self._found, self.day()
        if found is None or day is None:
            return
        popup = DayPopup(found.days, found.desk.today, day, self, at_time=None)
        popup.taken.connect(lambda chosen, _: self._take(chosen))
        open_popup(popup, self.button)

    def _take(self, day: date) -> None:
        self._day = day
        self._show()
        self.changed.emit()
