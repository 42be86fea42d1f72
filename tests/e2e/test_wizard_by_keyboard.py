"""A case is resolved in the real window by keyboard alone, undone, and begun again where it was left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.bootstrap import build
from desktop.platform.resources import resource
from models.kinds import Platform, Problem, Remedy, Role
from tests.desktop.services.resolution_cases import open_case
from ui import i18n
from ui.page import Target
from ui.preparation import make_application
from ui.program import Program
from ui.resolution.page import ResolutionPage
from ui.resolution.wizard_state import REMEDY, ROAD, asks

if TYPE_CHECKING:
    from desktop.context import AppContext
    from models.clock import FixedClock

ENTER = Qt.Key.Key_Return


@pytest.fixture(scope="session")
def prepared(qapp: QApplication) -> QApplication:
    """The application with fonts, style and theme."""
    return make_application(language="zh", appearance="light", guard=False)


@pytest.fixture
def threaded(tmp_path: Path, clock: FixedClock) -> Iterator[AppContext]:
    """A shop with the program's own threads."""
    ctx = build(tmp_path / "shop", clock=clock)
    ctx.shops.choose_person(ctx.shops.add_person(name="小满", role=Role.OWNER))
    ctx.shops.add_shop(name="青禾家居", platform=Platform.TAOBAO)
    ctx.settings.set("language", "zh")
    yield ctx
    ctx.close()


@pytest.fixture
def program(qtbot: QtBot, prepared: QApplication, threaded: AppContext) -> Iterator[Program]:
    """The program with its window."""
    i18n.install("zh", resource("translations"), None)
    program = Program(prepared, threaded)
    program.window.resize(1440, 900)
    program.show()
    yield program
    program.close()
    program.window.deleteLater()
    program.deleteLater()


class Keyboard:
    """Presses keys in the program's window and waits until they are worked in."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self.window, self.qtbot = program.window, qtbot
        page = self.window.page("resolution")
        assert isinstance(page, ResolutionPage)
        self.page = page

    def settle(self) -> None:
        def calm() -> bool:
            timer = self.page.walking.keeper._timer
            return not self.page.walking.busy and self.window.background.pending() == 0 and not timer.isActive()

        self.qtbot.waitUntil(calm, timeout=10_000)

    def open(self, case_id: int) -> None:
        self.window.go(Target("resolution", str(case_id)))
        self.settle()

    def press(self, *keys: Any) -> None:
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.window, key)
        self.settle()

    def place(self) -> str:
        assert self.page.state is not None
        return self.page.state.place


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_a_case_is_resolved_by_keyboard_alone(program: Program, threaded: AppContext, qtbot: QtBot) -> None:
    case_id = open_case(threaded, Problem.DAMAGED)
    keys = Keyboard(program, qtbot)
    keys.open(case_id)
    assert keys.place() == ROAD
    keys.press(ENTER)
    assert keys.place() == asks("items_damaged")
    keys.press("1", ENTER, "1", ENTER)
    assert keys.place() == REMEDY
    offers = keys.page.middle.remedy.offers
    reship = next(at for at, offer in enumerate(offers, 1) if offer.remedy is Remedy.RESHIP)
    keys.press(str(reship), ENTER, ENTER, ENTER)
    page = threaded.cases.load_page(case_id)
    assert page.resolution is not None
    assert page.resolution.remedy is Remedy.RESHIP
    assert page.steps
    assert [event.action for event in page.timeline].count("resolved") == 1
    assert keys.window.here() == Target("cases", str(case_id))
    keys.window.actions_.run("undo")
    qtbot.waitUntil(lambda: threaded.cases.load_page(case_id).resolution is None, timeout=10_000)
    draft = threaded.cases.load_page(case_id).draft
    assert draft is not None, "undoing brings the draft back"
    assert draft.facts["items_missing"] is True


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_leaving_half_way_is_taken_up_again(program: Program, threaded: AppContext, qtbot: QtBot) -> None:
    first = open_case(threaded, Problem.DAMAGED)
    keys = Keyboard(program, qtbot)
    keys.open(first)
    keys.press(ENTER, "1", ENTER)
    other = open_case(threaded, Problem.LOST)
    keys.open(other)
    keys.press(ENTER)
    assert keys.place() == asks("verified")
    keys.open(first)
    assert keys.place() == asks("items_missing")
    keys.press(Qt.Key.Key_Escape)
    page = threaded.cases.load_page(first)
    assert page.draft is not None
    assert page.draft.facts == {"case_type": "damaged_parcel", "items_damaged": True}
    assert page.resolution is None
