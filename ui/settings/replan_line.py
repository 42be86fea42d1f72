"""The line that offers to plan anew what changed rules would give another day."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.services.call_replanning import ReplanEffect
from ui.i18n import translator
from ui.plain import PlainLabel
from ui.widgets.buttons import Button

tr = translator("call_settings")


class ReplanLine(QWidget):
    """Hidden while nothing would move and nothing was moved; `wanted` asks for it to be done."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = PlainLabel("", self, ink="text2", wrap=True)
        self.button = Button(tr("Plan them anew"), self, size="small", icon="refresh-cw")
        self.button.clicked.connect(self.wanted)
        self._done = ""
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 4, 0, 4)
        line.setSpacing(8)
        line.addWidget(self.words, 1)
        line.addWidget(self.button)
        self.hide()

    def show_effect(self, effect: ReplanEffect) -> None:
        """Say how many would go to another day and how many stay."""
        self.button.setVisible(effect.moving > 0)
        said = self._done
        if effect.moving:
            said = tr("%n planned call-back would get another day by these choices.", n=effect.moving)
            if effect.staying:
                said = f"{said} {tr('%n stays on the day somebody chose.', n=effect.staying)}"
        self.words.setText(said)
        self.setVisible(bool(said))

    def say_done(self, count: object) -> None:
        """Say how many went to another day."""
        many = count if isinstance(count, int) else 0
        self._done = " ".join((tr("%n call-back planned anew.", n=many), tr("Undo puts them back.")))

    def clear(self) -> None:
        """Forget what was done, and what would be: it is counted again."""
        self._done = ""
        self.show_effect(ReplanEffect())
