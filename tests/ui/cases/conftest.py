"""A small shop with orders and cases, the Cases page on it, and the window around the page."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from pytestqt.qtbot import QtBot

from desktop.bootstrap import build
from models.clock import FixedClock
from models.kinds import CaseState, Problem
from tests.conftest import NOW
from tests.ui.cases.sample_cases import NICKS, Show, arrive, orders
from ui.background import Background
from ui.cases.page import CasesPage, make_page
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.page import PageEntry, Target

if TYPE_CHECKING:
    from desktop.context import AppContext

_BETWEEN_CASES: Final = timedelta(minutes=1)


@pytest.fixture(scope="session")
def stocked_folder(staffed_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of `stocked`, to be copied."""
    made = tmp_path_factory.mktemp("stocked") / "shop"
    shutil.copytree(staffed_folder, made)
    clock = FixedClock(NOW)
    ctx = build(made, clock=clock, threads=False)
    ctx.orders.commit_draft(orders())
    problems = (Problem.DAMAGED, Problem.MISSING_ITEM, Problem.LATE, Problem.SIZE)
    ids = []
    for nick, problem in zip(NICKS, problems, strict=False):
        target = ctx.cases.find_targets(nick)[0]
        ids.append(ctx.cases.open_case(problem=problem, order_id=target.order_id, buyer_id=target.buyer_id))
        clock.advance(_BETWEEN_CASES)
    ctx.cases.change_state([ids[1]], CaseState.OPEN)
    ctx.cases.change_state([ids[2]], CaseState.IN_DISPUTE)
    ctx.cases.change_state([ids[3]], CaseState.ARCHIVED)
    ctx.close()
    (made / "anchors.log").unlink()
    return made


@pytest.fixture
def stocked(
    open_context: Callable[[], AppContext], stocked_folder: Path, tmp_path: Path, clock: FixedClock
) -> AppContext:
    """Six orders, and a case for each of the first four: new, open, in dispute, archived."""
    shutil.copytree(stocked_folder, tmp_path / "shop")
    clock.advance(4 * _BETWEEN_CASES)
    return open_context()


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
