"""The Evidence page on a real shop in a temporary folder, with threads and decoder, but without the window."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.bootstrap import build
from desktop.context import AppContext
from models.clock import FixedClock
from models.kinds import Platform, Problem, Role
from models.records import Evidence
from ui.background import Background
from ui.evidence.evidence_page import EvidencePage
from ui.page import Target

NICK = "花果山_大圣01"


def photo(colour: str = "red", size: tuple[int, int] = (320, 240), form: str = "JPEG") -> bytes:
    """A picture file."""
    kept = io.BytesIO()
    Image.new("RGB", size, colour).save(kept, form)
    return kept.getvalue()


class Ear(QObject):
    """Brings changes from the writing thread to the window's, as the window does."""

    changed = Signal(object)


@dataclass
class Desk:
    """A page with its shop, and what it said and asked for."""

    ctx: AppContext
    page: EvidencePage
    background: Background
    case_id: int
    number: str
    qtbot: QtBot
    folder: Path
    said: list[str] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    failed: list[BaseException] = field(default_factory=list)

    def settle(self) -> None:
        """Wait until nothing is under way."""

        def calm() -> None:
            assert self.background.pending() == 0
            assert not self.page._gather.isActive()

        for _ in range(3):
            # What a change led to may still stand in the queue of events.
            QApplication.processEvents()
            self.qtbot.waitUntil(calm, timeout=20_000)
        assert self.failed == []

    def open_case(self) -> None:
        """Show the case's evidence."""
        self.page.open(Target("evidence", self.number))
        self.settle()

    def evidence(self) -> list[Evidence]:
        """The case's evidence as the store has it, by number."""
        return sorted(self.ctx.evidence.list_case_evidence(self.case_id), key=lambda item: item.number)

    def file(self, name: str, data: bytes) -> Path:
        """A file outside the shop."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    def shown_ids(self) -> list[int]:
        """The evidence in the model in front, in order."""
        model = self.page.model()
        rows = [model.evidence_row(row) for row in range(model.evidence_count())]
        return [row.evidence.id for row in rows if row is not None]

    def kept_file(self, item: Evidence) -> Path:
        """Where the bytes of a piece of evidence lie."""
        return self.ctx.store.files.path(item.sha256)


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
