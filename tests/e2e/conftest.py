"""The real window on a data folder with the program's own threads, and the hands of a user in front of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.bootstrap import build
from desktop.platform.resources import resource
from ui import i18n
from ui.preparation import make_application
from ui.program import Program

if TYPE_CHECKING:
    from desktop.context import AppContext
    from models.clock import FixedClock

_LEFT, _NOTHING = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
PATIENCE_MS = 60_000


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen plug-in says of dialogs and raised windows that it has no window manager."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture(scope="session")
def prepared(qapp: QApplication) -> QApplication:
    """The application with fonts, style and theme."""
    return make_application(language="zh", appearance="light", guard=False)


@pytest.fixture
def empty_folder(tmp_path: Path, clock: FixedClock) -> Iterator[AppContext]:
    """A data folder as the first start makes it."""
    ctx = build(tmp_path / "shop", clock=clock)
    ctx.settings.set("language", "zh")
    yield ctx
    ctx.close()


class Hands:
    """Keys, drops and typed words in the window that is in front; each waits until its work is done."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self.window, self.qtbot = program.window, qtbot

    def settle(self) -> None:
        """Until nothing is under way three times in a row."""
        if QApplication.activeWindow() is None:
            # What a window manager does when a dialog closes; offscreen there is none.
            self.window.activateWindow()
        calm = 0

        def quiet() -> bool:
            nonlocal calm
            calm = calm + 1 if self.window.background.pending() == 0 else 0
            return calm > 3

        self.qtbot.waitUntil(quiet, timeout=PATIENCE_MS)

    def until(self, holds: Callable[[], bool]) -> None:
        """Until something holds."""
        self.qtbot.waitUntil(holds, timeout=PATIENCE_MS)

    def focus(self) -> QWidget:
        """What takes the keys."""
        return QApplication.focusWidget() or QApplication.activeModalWidget() or self.window

    def press(self, *keys: Any, modifier: Qt.KeyboardModifier = _NOTHING) -> None:
        """Press keys one after the other."""
        for key in keys:
            QTest.keyClick(self.focus(), key, modifier)
            self.settle()

    def command(self, name: str) -> None:
        """Run a command as its menu entry or shortcut does; it must be enabled."""
        assert self.window.actions_.enabled(name), name
        self.window.actions_.action(name).trigger()
        self.settle()

    def write(self, text: str) -> None:
        """Type words, as an input method hands them over."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self.focus(), event)
        self.settle()

    def drop(self, where: QWidget, *paths: Path) -> None:
        """Drag files from outside and let them go."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        at = QPoint(40, 40)
        entered = QDragEnterEvent(at, Qt.DropAction.CopyAction, data, _LEFT, _NOTHING)
        QApplication.sendEvent(where, entered)
        assert entered.isAccepted()
        dropped = QDropEvent(at.toPointF(), Qt.DropAction.CopyAction, data, _LEFT, _NOTHING)
        QApplication.sendEvent(where, dropped)

    def page(self) -> Any:
        """The page in front."""
        return self.window.current_page()

    def dialog(self, kind: type[QWidget]) -> Any:
        """The open dialog of a kind."""
        found = [widget for widget in self.window.findChildren(kind) if widget.isVisible()]
        assert found, kind.__name__
        found[-1].activateWindow()
        self.settle()
        return found[-1]


@pytest.fixture
def program(qtbot: QtBot, prepared: QApplication, empty_folder: AppContext) -> Iterator[Program]:
    """The program with its window on that folder."""
    i18n.install("zh", resource("translations"), None)
    made = Program(prepared, empty_folder)
    made.window.resize(1440, 900)
    made.show()
    yield made
    made.close()
    made.window.deleteLater()
    made.deleteLater()


@pytest.fixture
def hands(program: Program, qtbot: QtBot) -> Hands:
    """The hands of somebody who starts the program for the first time."""
    made = Hands(program, qtbot)
    made.settle()
    return made
