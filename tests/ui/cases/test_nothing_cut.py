"""No text is cut and no dialog is too high for a small screen, in both languages, on the pages of the desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QLineEdit, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from models.kinds import CaseState, Platform
from tests.ui.cases.sample_cases import NICKS, arrive
from ui.cases.fact_field import FactDisplay
from ui.cases.page import CasesPage
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.page import Target
from ui.pages import page_entries
from ui.plain import ElidedLabel

if TYPE_CHECKING:
    from desktop.context import AppContext

_WIDE, _HIGH = 1280, 800
_DIALOG = (1280, 760)


def cut(top: QWidget) -> list[str]:
    """What in a window has less room than its words need, but for labels that shorten them with a tool tip."""
    found = []
    for widget in top.findChildren(QWidget):
        if not widget.isVisible() or widget.window() is not top or isinstance(widget.parent(), QLineEdit):
            continue
        if isinstance(widget, QTabBar):
            short = widget.width() < widget.minimumSizeHint().width()
        elif isinstance(widget, QLabel) and widget.text() and not isinstance(widget, ElidedLabel):
            wrapped = widget.wordWrap() and widget.height() < widget.heightForWidth(widget.width()) - 1
            short = wrapped or (not widget.wordWrap() and widget.width() < widget.sizeHint().width())
        elif isinstance(widget, QAbstractButton) and widget.text() and not isinstance(widget, FactDisplay):
            short = widget.width() < widget.minimumSizeHint().width()
        else:
            continue
        if short:
            words = "" if isinstance(widget, QTabBar) else widget.text()
            found.append(f"{type(widget).__name__} {words[:40]!r} in {widget.width()} x {widget.height()}")
    return found


@pytest.fixture
def whole(stocked: AppContext, qtbot: QtBot) -> Iterator[Callable[[], MainWindow]]:
    """Opens the window with every page, as wide as a small screen, for two shops."""
    stocked.shops.add_shop(name="Blue bay trading", platform=Platform.AMAZON, currency="USD")
    shown: list[MainWindow] = []

    def opened() -> MainWindow:
        desk = Desk(stocked)
        window = MainWindow(stocked, page_entries(), desk.hooks)
        desk.seat(window)
        qtbot.addWidget(window)
        window.resize(_WIDE, _HIGH)
        window.show()
        window.go(Target("cases"))
        arrive(qtbot, window)
        shown.append(window)
        return window

    yield opened
    for window in shown:
        window.background.close()
        window.close()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_is_cut(
    language: str, speak: Callable[[str], None], whole: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    speak(language)
    window = whole()
    page = window.page("cases")
    assert isinstance(page, CasesPage)
    found: dict[str, list[str]] = {}
    for part in range(page.panel.bar.count()):
        page.panel.bar.setCurrentIndex(part)
        QApplication.processEvents()
        found[f"tab {part}"] = cut(window)
    page.panel.bar.setCurrentIndex(0)
    # Chinese dialogs say the same in fewer pixels.
    if language == "en":
        found |= _cut_dialogs(page, window, qtbot)
    for word in ("buyers", "today", "settings"):
        window.go(Target(word))
        qtbot.waitUntil(lambda: window.background.pending() == 0)
        QApplication.processEvents()
        found[word] = cut(window)
    assert {name: what for name, what in found.items() if what} == {}


def _cut_dialogs(page: CasesPage, window: MainWindow, qtbot: QtBot) -> dict[str, list[str]]:
    """Open every dialog of the page once."""
    found: dict[str, list[str]] = {}
    ids = page.pane.model.all_ids()
    asked: tuple[tuple[str, Callable[[], object]], ...] = (
        ("dispute", lambda: page.life.change_state(ids[:1], CaseState.IN_DISPUTE)),
        ("done", lambda: page.life.change_state(ids, CaseState.DONE)),
        ("snooze", lambda: page.life.snooze(ids)),
        ("merge", lambda: page.life.merge(ids[:3])),
        ("split", page.life.split),
        ("hand over", page.handing.ask),
        ("columns", page.list_work.arrange_columns),
        ("parcel", page.panel.parcels.enter),
        ("new case", lambda: page.new_case(NICKS[0])),
    )
    for name, ask in asked:
        ask()
        arrive(qtbot, window)
        dialogs = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]
        assert len(dialogs) == 1, name
        QApplication.processEvents()
        found[name] = cut(dialogs[0])
        size = dialogs[0].size()
        if size.width() > _DIALOG[0] or size.height() > _DIALOG[1]:
            found[name].append(f"{size.width()} x {size.height()}")
        dialogs[0].reject()
    return found
