"""Order files dropped on the window: looked at before anything is saved, bad rows left out with their reason."""

from __future__ import annotations

import csv
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.context import AppContext
from desktop.importers import EncodingCandidate, EncodingUnclear, ImportDraft
from ui.background import Background
from ui.cases.import_dialog import ImportDialog
from ui.cases.page import CasesPage
from ui.main_window import MainWindow
from ui.order_drops import are_order_files

HEAD = (
    "订单编号,买家会员名,总金额,买家实际支付金额,订单状态,收货人姓名,收货地址,联系手机,订单创建时间,"
    "订单付款时间,宝贝标题,宝贝总数量,物流单号,物流公司,订单备注,多出来的列"
)
ROWS = (
    '"=""4100000000000000011""",花果山_大圣01,168.00,168.00,交易成功,孙某,花果山,\'13800000001,2026-11-10 10:00:00,'
    "2026-11-10 10:01:00,雾釉餐盘 8 寸 四只装,1,YQ44719026,云雀,,x",
    '"=""4100000000000000012""",高老庄_刚鬣,268.00,268.00,交易成功,朱某,高老庄,\'13800000002,2026-11-11 10:00:00,'
    "2026-11-11 10:01:00,手冲壶 350 ml,1,YQ44719027,云雀,,x",
    "4.1E+18,通天河,8.00,8.00,交易成功,鱼,通天河,'13800000003,2026-11-12 10:00:00,2026-11-12 10:01:00,茶杯,1,,,,x",
    '"=""4100000000000000014""",流沙河,abc,59,交易成功,沙某,流沙河,\'13800000004,2026-11-13 10:00:00,'
    "2026-11-13 10:01:00,砧板,1,YQ44719029,云雀,,x",
)


@pytest.fixture
def orders_file(tmp_path: Path) -> Path:
    """A small list of orders as Taobao exports it, two good rows and two bad ones."""
    path = tmp_path / "ExportOrderList.csv"
    path.write_bytes("\n".join([HEAD, *ROWS, ""]).encode("gb18030"))
    return path


@pytest.fixture
def dialog(ctx: AppContext, background: Background, orders_file: Path, qtbot: QtBot) -> ImportDialog:
    """The dialog with the draft of that file."""
    made = ImportDialog(ctx, background, [orders_file])
    qtbot.addWidget(made)
    made.show()
    made.start()
    qtbot.waitUntil(lambda: made.place() == "preview")
    return made


def test_the_draft_is_shown_before_anything_is_saved(dialog: ImportDialog, ctx: AppContext) -> None:
    preview = dialog.preview
    assert preview.orders.model().rowCount() == 2
    assert preview.orders.model().index(0, 0).data() == "4100000000000000011"
    problems = preview.problems.model()
    found = [[problems.index(row, column).data() for column in range(5)] for row in range(problems.rowCount())]
    assert found == [
        ["4", "不导入", "订单编号", "表格软件弄坏了这个号码（1.23E+15），请重新导出", "4.1E+18"],
        ["5", "不导入", "总金额", "不是金额", "abc"],
    ]
    facts = [label.text() for label in preview.findChildren(type(dialog._said))]
    assert "gb18030" in facts
    assert "2 个订单，共 4 行" in facts
    assert "多出来的列" in facts
    assert dialog.go.label() == "导入 2 个订单"
    assert ctx.cases.find_targets("4100000000000000011") == ()


def test_good_rows_go_in_and_the_result_is_said(dialog: ImportDialog, ctx: AppContext, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog.go, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.place() == "done")
    assert ctx.cases.find_targets("4100000000000000011")[0].buyer_nick == "花果山_大圣01"
    assert "新增 2" in dialog._done.text.text()
    assert "有 2 行没有导入" in dialog._done.more.text()


def test_a_second_import_changes_nothing(
    dialog: ImportDialog, ctx: AppContext, background: Background, orders_file: Path, qtbot: QtBot
) -> None:
    dialog.go.click()
    qtbot.waitUntil(lambda: dialog.place() == "done")
    again = ImportDialog(ctx, background, [orders_file])
    qtbot.addWidget(again)
    again.start()
    qtbot.waitUntil(lambda: again.place() == "preview")
    again.go.click()
    qtbot.waitUntil(lambda: again.place() == "done")
    assert again.counts is not None
    assert (again.counts.added, again.counts.updated, again.counts.unchanged) == (0, 0, 2)


def test_bad_rows_are_saved_with_their_reason(dialog: ImportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    target = tmp_path / "不导入.csv"
    assert dialog.save_bad.isVisible()
    dialog.write_bad(target)
    qtbot.waitUntil(target.exists)
    rows = list(csv.reader(target.read_text(encoding="utf-8-sig").splitlines()))
    assert len(rows) == 3
    assert [row[0] for row in rows[1:]] == ["表格软件弄坏了这个号码（1.23E+15），请重新导出", "不是金额"]
    qtbot.waitUntil(lambda: "不导入.csv" in dialog._said.text())


def test_a_file_that_is_none_is_refused_in_words(
    ctx: AppContext, background: Background, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "notes.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    dialog = ImportDialog(ctx, background, [path])
    qtbot.addWidget(dialog)
    dialog.start()
    qtbot.waitUntil(lambda: dialog.place() == "failed")
    assert dialog._error.text.text()
    assert "没有导入" in dialog._error.more.text()


class AskingOrders:
    """Orders that do not know the encoding until told."""

    def __init__(self, draft: ImportDraft) -> None:
        self.asked: list[str | None] = []
        self._draft = draft

    def read_draft(self, paths: Any, *, encoding: str | None = None, **others: Any) -> ImportDraft:
        self.asked.append(encoding)
        if encoding is None:
            candidates = (EncodingCandidate("big5", ("亂碼",), 3), EncodingCandidate("gb18030", ("订单编号",), 0))
            raise EncodingUnclear("a.csv", candidates)
        return self._draft


def test_the_user_chooses_an_encoding(
    ctx: AppContext, background: Background, dialog: ImportDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    assert dialog.draft is not None
    orders = AskingOrders(dialog.draft)
    ctx.orders = orders  # type: ignore[assignment]
    asking = ImportDialog(ctx, background, [tmp_path / "a.csv"])
    qtbot.addWidget(asking)
    asking.start()
    qtbot.waitUntil(lambda: asking.place() == "encoding")
    assert "订单编号" in asking.encodings.item(1).text()
    asking.encodings.setCurrentRow(1)
    asking.go.click()
    qtbot.waitUntil(lambda: asking.place() == "preview")
    assert orders.asked == [None, "gb18030"]


class HeldJobs:
    """Reads a file only when the test says so."""

    def __init__(self, real: Any) -> None:
        self._real = real
        self.held: list[tuple[Callable[[], Any], Future[Any]]] = []

    def io(self, work: Callable[[], Any]) -> Future[Any]:
        future: Future[Any] = Future()
        self.held.append((work, future))
        return future

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def run(self) -> None:
        work, future = self.held.pop()
        try:
            future.set_result(work())
        except Exception as error:  # noqa: BLE001
            future.set_exception(error)


def test_reading_can_be_stopped(
    ctx: AppContext, background: Background, orders_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    long_file = tmp_path / "long.csv"
    lines = [HEAD, *[ROWS[0].replace("0000011", f"{number:07d}") for number in range(2000)], ""]
    long_file.write_bytes("\n".join(lines).encode("gb18030"))
    jobs = ctx.jobs = HeldJobs(ctx.jobs)
    dialog = ImportDialog(ctx, background, [long_file])
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.start()
    assert dialog.place() == "reading"
    dialog.reject()
    assert dialog.isVisible()
    jobs.run()
    qtbot.waitUntil(lambda: dialog.place() == "failed")
    assert ctx.cases.find_targets("41000000000000000") == ()
    dialog.reject()
    assert not dialog.isVisible()


def test_a_file_dropped_on_the_list_is_imported(
    page: CasesPage, window: MainWindow, orders_file: Path, qtbot: QtBot
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(orders_file))])
    assert are_order_files(data)
    event = QDropEvent(
        QPoint(10, 10).toPointF(), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    entered = QDragEnterEvent(
        QPoint(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(page, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(page, event)
    dialog = page.findChildren(ImportDialog)[-1]
    qtbot.waitUntil(lambda: dialog.place() == "preview")
    dialog.go.click()
    qtbot.waitUntil(lambda: dialog.place() == "done")
    dialog.reject()
    pictures = QMimeData()
    pictures.setUrls([QUrl.fromLocalFile("/a/b.jpg")])
    assert not are_order_files(pictures)
