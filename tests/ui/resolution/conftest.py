"""The wizard in a window, on a case of a damaged parcel."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.kinds import Problem
from tests.desktop.services.resolution_cases import open_case
from tests.ui.resolution.wizard import Wizard
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.page import Page, PageEntry
from ui.resolution.page import make_page

if TYPE_CHECKING:
    from desktop.context import AppContext
    from ui.background import Background


class CasesStandIn(Page):
    """Where the wizard returns to."""

    word = "cases"


@pytest.fixture
def open_wizard(ctx: AppContext, qtbot: QtBot) -> Iterator[Callable[[int], Wizard]]:
    """Opens the window at the wizard of a case."""
    shown: list[MainWindow] = []

    def cases(ctx: AppContext, background: Background, parent: QWidget) -> Page:
        return CasesStandIn(ctx, background, parent)

    def open_it(case_id: int) -> Wizard:
        desk = Desk(ctx)
        entries = [PageEntry("cases", cases, "售后单", "inbox"), PageEntry("resolution", make_page, rail="cases")]
        window = MainWindow(ctx, entries, desk.hooks)
        desk.seat(window)
        shown.append(window)
        qtbot.addWidget(window)
        window.resize(1440, 900)
        window.show()
        wizard = Wizard(window, qtbot, case_id)
        wizard.open()
        return wizard

    yield open_it
    for window in shown:
        window.background.close()
        window.close()


@pytest.fixture
def wizard(ctx: AppContext, open_wizard: Callable[[int], Wizard]) -> Wizard:
    """The wizard of a damaged parcel, at its first question."""
    return open_wizard(open_case(ctx, Problem.DAMAGED))
