"""Where the data lies, when it was last checked, and which program this is."""

from __future__ import annotations

from datetime import datetime, tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.services.integrity_round import RoundState
from desktop.version import VERSION
from ui import format as shown
from ui.i18n import language, translator
from ui.widgets.buttons import Button
from ui.widgets.controls import row_of
from ui.widgets.panel import FormRows, Panel

tr = translator("settings")


def rolling_words(state: RoundState, now: datetime, here: tzinfo) -> str:
    """How far this month's reading is, when the last round ended, and what is wrong."""
    if state.started_at is None:
        return tr("begins while the program runs")
    if state.finished_at is not None:
        ended = shown.day_and_time(state.finished_at, now, language(), here)
        parts = [tr("last full round finished %1", ended)]
    else:
        parts = [tr("first round under way")]
    if state.done < state.total:
        parts.append(tr("%1 of %2 this month", shown.count(state.done), shown.count(state.total)))
    if state.wrong:
        parts.append(tr("%n not as imported", n=state.wrong))
    return tr(", ").join(parts)


class DataPanel(Panel):
    """`asked` gives the window's command."""

    asked = Signal(str)

    def __init__(self, folder: str, parent: QWidget | None = None) -> None:
        super().__init__(tr("Data"), tr("on this computer only"), parent, icon="hard-drive", token="accent")
        self.rows.setContentsMargins(16, 12, 16, 16)
        self.rows.setSpacing(12)
        form = FormRows(self.body, label_width=96, spacing=6)
        self.folder = form.add_fact(tr("Data folder"), folder)
        self.checked = form.add_fact(tr("Last checked"), "")
        self.rolling = form.add_fact(tr("Monthly check"), "")
        self.version = form.add_fact(tr("Program"), f"Aftercase {VERSION}")
        self.rows.addWidget(form)
        self.reveal = Button(tr("Open folder"), self.body, icon="folder-open")
        self.verify = Button(tr("Check everything"), self.body, icon="shield-check")
        self.other = Button(tr("Use another folder…"), self.body, kind="ghost")
        for button, command in (
            (self.reveal, "reveal_data"),
            (self.verify, "verify_store"),
            (self.other, "open_data"),
        ):
            button.clicked.connect(lambda _=False, command=command: self.asked.emit(command))
        self.rows.addWidget(row_of(self.reveal, self.verify, self.other, 1, parent=self.body))

    def show_rolling(self, text: str) -> None:
        """How far the check is that reads everything again each month."""
        self.rolling.setText(text)

    def show_checked(self, text: str) -> None:
        """When the last check was."""
        self.checked.setText(text)
