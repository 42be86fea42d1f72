"""How the window speaks and looks: language and appearance, each also as the system has it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.i18n import translator
from ui.widgets.controls import Segmented
from ui.widgets.panel import FormRows, Panel

tr = translator("settings")
_COMMANDS = {"zh": "chinese", "en": "english", "system": "system_language"}


class LooksPanel(Panel):
    """`asked` gives the window's command."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Language and appearance"), "", parent, icon="monitor", token="accent")
        self.rows.setContentsMargins(16, 12, 16, 16)
        form = FormRows(self.body, label_width=96)
        self.rows.addWidget(form)
        system = tr("As the system")
        self.language = Segmented([("zh", "中文"), ("en", "English"), ("system", system)], "system", form)
        self.appearance = Segmented([("light", tr("Light")), ("dark", tr("Dark")), ("system", system)], "system", form)
        form.add_field(tr("Language"), self.language)
        form.add_field(tr("Appearance"), self.appearance)
        grid = form.layout()
        for field in (self.language, self.appearance):
            if grid is not None:
                grid.setAlignment(field, Qt.AlignmentFlag.AlignLeft)
        self.language.chosen.connect(lambda value: self.asked.emit(_COMMANDS[value]))
        self.appearance.chosen.connect(self.asked)

    def show_looks(self, language: str, appearance: str) -> None:
        """Show what is chosen."""
        self.language.set_value(language)
        self.appearance.set_value(appearance)
