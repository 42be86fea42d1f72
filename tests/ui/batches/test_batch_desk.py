"""The dialogs of a batch alarm: its cases, what was done, and the rule in the settings."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.context import AppContext
from desktop.services.register_writing import write_entry
from models.kinds import Problem, RegisterKind
from models.store.transaction import Transaction
from ui.background import Background
from ui.batches.alarm_panel import AlarmPanel
from ui.batches.batch_desk import BatchDesk
from ui.page import Target
from ui.widgets.buttons import Button

COLUMNS = {"sku": "QH-1", "batch": "2610B", "item": "雾釉餐盘"}


@pytest.fixture
def background() -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


def report(ctx: AppContext, nick: str) -> None:
    """A case of a buyer with a quality line."""

    def made(transaction: Transaction) -> int:
        return transaction.insert("buyer", shop_id=1, nick=nick)

    buyer = ctx.bench.act("buyer_made", made, undoable=False)
    case_id = ctx.cases.open_case(problem=Problem.QUALITY, buyer_id=buyer)

    def work(transaction: Transaction) -> int:
        return write_entry(transaction, RegisterKind.QUALITY, shop_id=1, case_id=case_id, columns=COLUMNS)

    ctx.bench.act("register_written", work, undoable=False)


@pytest.fixture
def desk(ctx: AppContext, background: Background, qtbot: QtBot) -> BatchDesk:
    """A desk over a shop in which two buyers reported one batch."""
    for nick in ("<b>小圣</b>", "牛郎"):
        report(ctx, nick)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return BatchDesk(ctx, background, window)


def test_an_alarm_is_looked_at_marked_and_answered(ctx: AppContext, desk: BatchDesk, qtbot: QtBot) -> None:
    said: list[str] = []
    went: list[Target] = []
    desk.said.connect(said.append)
    desk.navigate.connect(went.append)
    desk.open("qh-1", "2610b")
    qtbot.waitUntil(lambda: desk.dialog is not None)
    dialog = desk.dialog
    assert dialog is not None
    QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert (dialog.model.rowCount(), dialog.state.isVisible(), dialog.answered.isVisible()) == (2, True, False)
    QTest.keyClick(dialog.table, Qt.Key.Key_V)
    qtbot.waitUntil(lambda: dialog.alarm.severe)
    dialog.take.click()
    assert desk.asking is not None
    desk.asking.take.click()
    assert desk.asking.isVisible()
    assert ctx.batch_alarms.alarms()[0].open
    desk.asking.stock.setChecked(True)
    desk.asking.note.setPlainText("已下架")
    desk.asking.take.click()
    qtbot.waitUntil(lambda: desk.dialog is None)
    (alarm,) = ctx.batch_alarms.alarms()
    assert alarm.notice is not None
    assert (alarm.open, alarm.notice.note, alarm.notice.supplier_told) == (False, "已下架", False)
    desk.open("qh-1", "2610b")
    qtbot.waitUntil(lambda: desk.dialog is not None)
    assert desk.dialog is not None
    QTest.keyClick(desk.dialog.table, Qt.Key.Key_Return)
    assert went == [Target("cases", alarm.reports[0].case_number)]
    desk.open("no such style", "")
    qtbot.waitUntil(lambda: bool(said))
    assert "no such style" in said[0]


def test_the_rule_is_kept_at_once_and_nonsense_is_not(ctx: AppContext, background: Background, qtbot: QtBot) -> None:
    panel = AlarmPanel(ctx, background)
    qtbot.addWidget(panel)
    panel.buyers.setText("x" * 10)
    panel.buyers.edited.emit(panel.buyers.text())
    assert panel.buyers.property("wrong")
    for text, field in (("３", panel.buyers), ("7", panel.days)):
        field.setText(text)
        field.edited.emit(text)
    qtbot.waitUntil(lambda: (ctx.batch_alarms.rule().threshold, ctx.batch_alarms.rule().days) == (3, 7))
    assert not panel.buyers.property("wrong")


def test_the_week_is_saved_as_a_workbook_from_its_print_dialog(
    ctx: AppContext, desk: BatchDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    said: list[str] = []
    desk.said.connect(said.append)
    desk.week()
    paper = desk.paper
    assert paper is not None
    qtbot.waitUntil(lambda: paper.dialog is not None)
    dialog = paper.dialog
    assert dialog is not None
    button = next(each for each in dialog.findChildren(Button) if "XLSX" in each.label())
    button.click()
    (asking,) = dialog.findChildren(QFileDialog)
    asking.fileSelected.emit(str(tmp_path / "week.xlsx"))
    qtbot.waitUntil(lambda: bool(said))
    assert "week.xlsx" in said[0]
    assert (tmp_path / "week.xlsx").read_bytes().startswith(b"PK")
