"""The first minutes: your name, then the orders or a shop; nothing else stands on the page until then."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.i18n import translator
from ui.plain import PlainLabel
from ui.widgets.buttons import Button
from ui.widgets.controls import row_of
from ui.widgets.panel import FormRows, Panel, column

tr = translator("today")
WIDTH = 520


class Welcome(QWidget):
    """Asks for the name in place; afterwards offers to import orders or to set up a shop."""

    named = Signal(str)
    import_wanted = Signal()
    shop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = column(self, margins=(16, 48, 16, 16))
        self.panel = Panel(tr("Welcome to Aftercase"), "", self, icon="sun", token="accent")
        self.panel.setFixedWidth(WIDTH)
        rows = self.panel.rows
        rows.setContentsMargins(16, 12, 16, 16)
        rows.setSpacing(12)
        self.words = PlainLabel("", self.panel, ink="text2", wrap=True)
        rows.addWidget(self.words)
        self.form = FormRows(self.panel)
        self.name = QLineEdit(self.form)
        self.name.setMaxLength(100)
        self.form.add_field(
            tr("Your name"), self.name, tr("It stands on everything you do. Others are added in Settings.")
        )
        rows.addWidget(self.form)
        self.begin = Button(tr("Begin"), self.panel, kind="primary", icon="check")
        self.imports = Button(tr("Import orders"), self.panel, kind="primary", icon="file-spreadsheet")
        self.shop = Button(tr("Set up a shop"), self.panel, icon="store")
        rows.addWidget(row_of(self.begin, self.imports, self.shop, 1, parent=self.panel))
        outer.addWidget(self.panel, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(1)
        self.begin.clicked.connect(self._begin)
        self.name.returnPressed.connect(self._begin)
        self.imports.clicked.connect(self.import_wanted)
        self.shop.clicked.connect(self.shop_wanted)

    def show_state(self, *, people: int, shops: int) -> None:
        """Ask for what is missing first."""
        unnamed = not people
        self.form.setVisible(unnamed)
        self.begin.setVisible(unnamed)
        self.imports.setVisible(not unnamed)
        self.shop.setVisible(not unnamed and not shops)
        self.words.setText(
            tr("Cases, evidence, resolutions and call-backs of your shop, on this computer only. Who is working?")
            if unnamed
            else tr("Bring in the orders your platform exported; cases are opened from them. The shop comes with them.")
        )

    def show_wrong(self, text: str) -> None:
        """Say under the name what is wrong with it."""
        self.form.set_wrong(self.name, text)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self) -> None:
        if not self.name.text().strip():
            self.show_wrong(tr("Write your name first."))
            return
        self.form.set_wrong(self.name, "")
        self.named.emit(self.name.text())

    def take_focus(self) -> None:
        """Where one begins."""
        first = self.name if self.form.isVisibleTo(self) else self.imports
        first.setFocus(Qt.FocusReason.OtherFocusReason)
