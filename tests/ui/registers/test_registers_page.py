"""The Registers page: what the wizard wrote is there, sums are sums, a line leads to its case."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.context import AppContext
from models.clock import FixedClock
from models.kinds import RegisterKind
from ui.background import Background
from ui.page import Target
from ui.registers.page import make_page
from ui.registers.registers_page import RegistersPage
from ui.widgets.controls import Tabs
from ui.widgets.table import DataTable


@pytest.fixture
def page(ctx: AppContext, qtbot: QtBot) -> Iterator[RegistersPage]:
    background = Background()
    made = make_page(ctx, background)
    qtbot.addWidget(made)
    made.resize(1300, 700)
    yield made
    background.close()


def enter(ctx: AppContext, register: RegisterKind, minor: int | None, **columns: str) -> None:
    ctx.bench.act(
        "register_written",
        lambda transaction: transaction.insert(
            "register_entry", register=register, entered_at=transaction.stamp.now, entered_by="小满", amount=minor,
            currency="CNY", columns=columns,
        ),
    )  # fmt: skip


def rows(page: RegistersPage) -> list[list[str]]:
    table = page.findChild(DataTable)
    assert table is not None
    model = table.model()
    return [
        [str(model.index(row, column).data(Qt.ItemDataRole.DisplayRole)) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_a_month_shows_what_was_written_in_it(
    ctx: AppContext, page: RegistersPage, clock: FixedClock, qtbot: QtBot
) -> None:
    enter(ctx, RegisterKind.CARRIER_CLAIM, 3900, tracking_no="YQ4471", carrier="<b>云雀</b>")
    enter(ctx, RegisterKind.CARRIER_CLAIM, 15000)
    enter(ctx, RegisterKind.QUALITY, None, sku="QH-1")
    page.open(Target("registers", part="carrier_claim"))
    qtbot.waitUntil(lambda: len(rows(page)) == 2)
    assert rows(page)[0][3] == "<b>云雀</b> · YQ4471"
    assert "189.00" in page.facts() + page._sum.text()
    tabs = page.findChild(Tabs)
    assert tabs is not None
    tabs.setCurrentIndex(list(RegisterKind).index(RegisterKind.QUALITY))
    assert len(rows(page)) == 1
    page.next_month()
    qtbot.waitUntil(lambda: rows(page) == [])
    clock.advance(timedelta(days=40))
    page.this_month()
    assert rows(page) == []


def test_the_model_behaves(ctx: AppContext, page: RegistersPage, qtbot: QtBot) -> None:
    enter(ctx, RegisterKind.WRONG_SHIPMENT, 100)
    table = page.findChild(DataTable)
    assert table is not None
    tester = QAbstractItemModelTester(table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.open(Target("registers", part="wrong_shipment"))
    qtbot.waitUntil(lambda: len(rows(page)) == 1)
    assert tester.model() is table.model()
