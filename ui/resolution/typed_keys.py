"""The keys of the wizard's page: numbers, Enter and letters; what is typed ahead of an evaluation waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from ui.letters import letters_on
from ui.resolution.wizard_state import ROAD
from ui.widgets.buttons import Button

if TYPE_CHECKING:
    from ui.resolution.page import ResolutionPage

_ON = 0
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TypedKeys:
    """Presses what a key means on its page, in the order of typing."""

    def __init__(self, page: ResolutionPage) -> None:
        self._page = page
        self._held: list[int] = []

    def forget(self) -> None:
        """What waits is no longer meant."""
        self._held = []

    def press(self, event: QKeyEvent) -> bool:
        """Work a key in; False where it means nothing here."""
        page, key = self._page, event.key()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if not plain or page.state is None:
            return False
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self._type(key - Qt.Key.Key_0)
        elif key in _ENTER:
            focus = QApplication.focusWidget()
            if isinstance(focus, Button) and page.isAncestorOf(focus):
                focus.click()
            else:
                self._type(_ON)
        elif key == Qt.Key.Key_0 and page.state.place == ROAD:
            page.middle.road.show_all()
        elif not letters_on():
            return False
        elif key == Qt.Key.Key_O:
            page.override()
        elif key == Qt.Key.Key_A:
            page.also_ask()
        else:
            return False
        return True

    def _type(self, key: int) -> None:
        walking = self._page.walking
        if self._held or (walking.busy and walking.waits_to_go_on):
            self._held.append(key)
        elif key == _ON:
            self._page.go_on()
        else:
            self._page.middle.press(key)

    def work_off(self) -> None:
        """Press what was typed ahead, until another evaluation is waited for."""
        walking = self._page.walking
        held, self._held = self._held, []
        for at, key in enumerate(held):
            self._type(key)
            if walking.busy and walking.waits_to_go_on:
                self._held = held[at + 1 :]
                return
