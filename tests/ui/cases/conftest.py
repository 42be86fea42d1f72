"""A small shop with orders and cases, the Cases page on it, and the window around the page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from models.kinds import CaseState, Problem
from tests.ui.cases.sample_cases import NICKS, Show, arrive, orders
from ui.background import Background
from ui.cases.page import CasesPage, make_page
from ui.desk import Desk
from ui.main_window import MainWindow, PageEntry
from ui.page import Target

if TYPE_CHECKING:
    from desktop.context import AppContext
    from models.clock import FixedClock


@pytest.fixture
def stocked(ctx: AppContext, clock: FixedClock) -> AppContext:
    """Six orders, and a case for each of the first four: new, open, in dispute, archived."""
    ctx.orders.commit_draft(orders())
    problems = (Problem.DAMAGED, Problem.MISSING_ITEM, Problem.LATE, Problem.SIZE)
    ids = []
    for nick, problem in zip(NICKS, problems, strict=False):
        target = ctx.cases.find_targets(nick)[0]
        ids.append(ctx.cases.open_case(problem=problem, order_id=target.order_id, buyer_id=target.buyer_id))
        clock.advance(timedelta(minutes=1))
    ctx.cases.change_state([ids[1]], CaseState.OPEN)
    ctx.cases.change_state([ids[2]], CaseState.IN_DISPUTE)
    ctx.cases.change_state([ids[3]], CaseState.ARCHIVED)
    ctx.undo.clear()
    return ctx


@pytest.fixture
def background() -> Iterator[Background]:
    """The bridge to the window's thread."""
    made = Background()
    yield made
    made.close()


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    """Opens the window on the Cases page and waits until all has arrived."""
    shown: list[MainWindow] = []

    def open_window(ctx: AppContext) -> MainWindow:
        desk = Desk(ctx)
        window = MainWindow(ctx, [PageEntry("cases", make_page, "Cases", "inbox")], desk.hooks)
        desk.seat(window)
        shown.append(window)
        qtbot.addWidget(window)
        window.resize(1440, 900)
        window.show()
        window.go(Target("cases"))
        arrive(qtbot, window)
        return window

    yield open_window
    for window in shown:
        window.background.close()
        window.close()


@pytest.fixture
def window(stocked: AppContext, show: Show) -> MainWindow:
    """The window on the stocked shop."""
    return show(stocked)


@pytest.fixture
def page(window: MainWindow) -> CasesPage:
    """The Cases page in it."""
    found = window.page("cases")
    assert isinstance(found, CasesPage)
    return found
