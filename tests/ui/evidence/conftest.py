"""The Evidence page on a real shop in a temporary folder, with threads and decoder, but without the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from pytestqt.qtbot import QtBot

from desktop.bootstrap import build
from desktop.context import AppContext
from models.clock import FixedClock
from models.kinds import Platform, Problem, Role
from tests.ui.evidence.desk import NICK, Desk
from ui.background import Background
from ui.evidence.evidence_page import EvidencePage


class Ear(QObject):
    """Brings changes from the writing thread to the window's, as the window does."""

    changed = Signal(object)


@pytest.fixture
def shop(tmp_path: Path, clock: FixedClock) -> Iterator[tuple[AppContext, int]]:
    """An open shop with one case about a damaged item."""
    ctx = build(tmp_path / "shop", clock=clock)
    ctx.shops.choose_person(ctx.shops.add_person(name="小满", role=Role.OWNER))
    shop_id = ctx.shops.add_shop(name="青禾家居", platform=Platform.TAOBAO)
    buyer = ctx.bench.act(
        "buyer_made", lambda change: change.insert("buyer", shop_id=shop_id, nick=NICK), undoable=False
    )
    case_id = ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=buyer)
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
