"""The Evidence page on a real shop in a temporary folder, with threads and decoder, but without the window."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from pytestqt.qtbot import QtBot

from desktop.bootstrap import build
from desktop.context import AppContext
from models.clock import FixedClock
from models.kinds import Problem
from tests.conftest import NOW
from tests.ui.evidence.desk import NICK, Desk
from ui.background import Background
from ui.evidence.evidence_page import EvidencePage


class Ear(QObject):
    """Brings changes from the writing thread to the window's, as the window does."""

    changed = Signal(object)


@pytest.fixture(scope="session")
def damaged_folder(staffed_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """A data folder with one case about a damaged item, to be copied, and that case."""
    made = tmp_path_factory.mktemp("damaged") / "shop"
    shutil.copytree(staffed_folder, made)
    ctx = build(made, clock=FixedClock(NOW), threads=False)
    ctx.shops.choose_person(1)
    buyer = ctx.bench.act("buyer_made", lambda change: change.insert("buyer", shop_id=1, nick=NICK), undoable=False)
    case_id = ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=buyer)
    ctx.close()
    (made / "anchors.log").unlink()
    return made, case_id


@pytest.fixture
def shop(tmp_path: Path, clock: FixedClock, damaged_folder: tuple[Path, int]) -> Iterator[tuple[AppContext, int]]:
    """A copy of that folder, open, and its case."""
    folder, case_id = damaged_folder
    shutil.copytree(folder, tmp_path / "shop")
    ctx = build(tmp_path / "shop", clock=clock)
    yield ctx, case_id
    ctx.close()


@pytest.fixture
def make_desk(shop: tuple[AppContext, int], qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[], Desk]]:
    """Makes the page and shows it; what it still waits for at the end is dropped."""
    ctx, case_id = shop
    made: list[tuple[Desk, Callable[[], None]]] = []

    def make() -> Desk:
        background = Background()
        page = EvidencePage(ctx, background)
        number = ctx.cases.load_page(case_id).case.number
        desk = Desk(ctx, page, background, case_id, number, qtbot, tmp_path / "outside")
        page.said.connect(desk.said.append)
        background.failed.connect(desk.failed.append)
        page.navigate.connect(desk.targets.append)
        ear = Ear(page)
        ear.changed.connect(page.refresh, Qt.ConnectionType.QueuedConnection)
        made.append((desk, ctx.changes.subscribe(ear.changed.emit)))
        qtbot.addWidget(page)
        page.resize(1368, 800)
        page.show()
        return desk

    yield make
    for desk, stop in made:
        stop()
        desk.page.may_leave()
        desk.page._gather.stop()
        desk.background.close()


@pytest.fixture
def desk(make_desk: Callable[[], Desk]) -> Desk:
    """The page with the case in front."""
    made = make_desk()
    made.open_case()
    return made
