"""The wizard as a test uses it: keys pressed, what is shown read back."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.kinds import Remedy
from models.records import CasePage
from ui.main_window import MainWindow
from ui.page import Target
from ui.resolution.page import ResolutionPage
from ui.resolution.wizard_state import ROAD, WizardState

ENTER = Qt.Key.Key_Return


class Wizard:
    """A window with the wizard in front."""

    def __init__(self, window: MainWindow, qtbot: QtBot, case_id: int) -> None:
        self.window, self.qtbot, self.case_id = window, qtbot, case_id
        page = window.page("resolution")
        assert isinstance(page, ResolutionPage)
        self.page = page

    def open(self, *, stay: bool = False) -> None:
        """Go to the wizard of the case and on from the road that is preselected; `stay` waits there."""
        self.window.go(Target("resolution", str(self.case_id)))
        self.settle()
        if not stay and self.page.state is not None and self.state.place == ROAD:
            self.press(ENTER)

    def settle(self) -> None:
        """Wait until every answer is worked in and every draft kept."""

        def calm() -> bool:
            timer = self.page.walking.keeper._timer
            return not self.page.walking.busy and self.window.background.pending() == 0 and not timer.isActive()

        self.qtbot.waitUntil(calm)

    @property
    def state(self) -> WizardState:
        """Where it stands."""
        assert self.page.state is not None
        return self.page.state

    def focus(self) -> QWidget:
        """Who gets the keys."""
        return QApplication.focusWidget() or self.page

    def press(self, *keys: Any, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys one after the other, waiting after each."""
        for key in keys:
            QTest.keyClick(self.focus(), key, modifier)
            self.settle()

    def press_fast(self, *keys: Any) -> None:
        """Press keys without waiting for what they do."""
        for key in keys:
            QTest.keyClick(self.focus(), key)
        self.settle()

    def back(self) -> None:
        """Alt+Left."""
        self.window.actions_.run("back")
        self.settle()

    def choose(self, remedy: Remedy) -> None:
        """The number key of the first offer of that kind, on the page of the remedies."""
        offers = self.page.middle.remedy.offers
        self.press(str(next(at for at, offer in enumerate(offers, 1) if offer.remedy is remedy)))

    def case(self) -> CasePage:
        """The case as it is kept."""
        return self.page.ctx.cases.load_page(self.case_id)
