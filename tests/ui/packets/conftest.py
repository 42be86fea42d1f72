"""The Packet page on a real shop in a temporary folder, with threads and decoder, but without the window."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from pytestqt.qtbot import QtBot

from desktop.bootstrap import build
from desktop.context import AppContext
from models.clock import FixedClock
from models.kinds import EvidenceSource, NoteKind, Platform, Problem, Role
from tests.conftest import NOW
from tests.ui.packets.table import NICK, PacketTable, photo
from ui.background import Background
from ui.packets import preview_builder
from ui.packets.options import texts_box
from ui.packets.page import make_page


class Ear(QObject):
    """Brings changes from the writing thread to the window's, as the window does."""

    changed = Signal(object)


@pytest.fixture(scope="session")
def packed_folder(new_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """A data folder with one case, to be copied: four photos, three of them exhibits, and an internal note."""
    made = tmp_path_factory.mktemp("packed") / "shop"
    shutil.copytree(new_folder, made)
    ctx = build(made, clock=FixedClock(NOW))
    ctx.shops.choose_person(ctx.shops.add_person(name="小满", role=Role.OWNER))
    shop_id = ctx.shops.add_shop(name="青禾家居", platform=Platform.TAOBAO)
    buyer = ctx.bench.act(
        "buyer_made", lambda change: change.insert("buyer", shop_id=shop_id, nick=NICK), undoable=False
    )
    case_id = ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=buyer)
    ctx.cases.add_note(case_id, "只给自己人看", NoteKind.INTERNAL)
    for number in range(1, 5):
        ctx.intake.add_bytes(case_id, photo(number), f"{number}.jpg", EvidenceSource.CHOSEN, caption=f"照片 {number}")
    ids = [item.id for item in ctx.evidence.list_case_evidence(case_id)]
    ctx.evidence.order_exhibits(case_id, ids[:3])
    for evidence_id in ids[:2]:
        ctx.evidence.set_proves(evidence_id, "两只破裂")
    ctx.packet_plans.keep(case_id, replace(ctx.packet_plans.read(case_id), preset="print"))
    ctx.close()
    (made / "anchors.log").unlink()
    return made, case_id


@pytest.fixture(autouse=True)
def quick_hands(monkeypatch: pytest.MonkeyPatch) -> None:
    """What waits for typing to end waits a moment only: nobody types here."""
    monkeypatch.setattr(preview_builder, "SETTLE_MS", 120)
    monkeypatch.setattr(texts_box, "_SETTLE_MS", 100)


@pytest.fixture
def shop(tmp_path: Path, clock: FixedClock, packed_folder: tuple[Path, int]) -> Iterator[tuple[AppContext, int]]:
    """A copy of that folder, open, and its case."""
    folder, case_id = packed_folder
    shutil.copytree(folder, tmp_path / "shop")
    ctx = build(tmp_path / "shop", clock=clock)
    yield ctx, case_id
    ctx.close()


@pytest.fixture
def make_table(
    shop: tuple[AppContext, int], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], PacketTable]]:
    """Makes the page and shows it; errors it would say in a dialog are noted."""
    ctx, case_id = shop
    made: list[tuple[PacketTable, Callable[[], None]]] = []
    folder = tmp_path / "outside"
    folder.mkdir()

    def make() -> PacketTable:
        background = Background()
        page = make_page(ctx, background)
        number = ctx.cases.load_page(case_id).case.number
        table = PacketTable(ctx, page, background, case_id, number, qtbot, folder)
        page.said.connect(table.said.append)
        background.failed.connect(table.failed.append)
        page.navigate.connect(table.targets.append)
        monkeypatch.setattr("ui.packets.packets_page.show_error", lambda error, *_: table.errors.append(error))
        ear = Ear(page)
        ear.changed.connect(page.refresh, Qt.ConnectionType.QueuedConnection)
        made.append((table, ctx.changes.subscribe(ear.changed.emit)))
        qtbot.addWidget(page)
        page.resize(1368, 800)
        page.show()
        return table

    yield make
    for table, stop in made:
        stop()
        table.page.builder.drop()
        table.background.close()


@pytest.fixture
def table(make_table: Callable[[], PacketTable]) -> PacketTable:
    """The page with the case in front."""
    made = make_table()
    made.open_case()
    return made
