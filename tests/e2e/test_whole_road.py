"""From an order file to a saved packet in the real window: what a shop does on its first day."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.kinds import CaseState, Consent, EvidenceSource, Problem, RegisterKind, Tier
from models.register_records import Month, RegisterQuery
from models.store.call_backs import find_due, list_calls
from tests.e2e.conftest import Hands
from ui.cases.import_dialog import ImportDialog
from ui.cases.new_case_dialog import NewCaseDialog
from ui.page import Target
from ui.vips.add_vip_dialog import AddVipDialog

if TYPE_CHECKING:
    from desktop.context import AppContext

ENTER = Qt.Key.Key_Return
HEAD = (
    "订单编号,买家会员名,总金额,买家实际支付金额,订单状态,收货人姓名,收货地址,联系手机,订单创建时间,"
    "订单付款时间,宝贝标题,宝贝总数量,物流单号,物流公司,订单备注,店铺名称"
)
ROWS = (
    '"=""4100000000000000011""",花果山_大圣01,168.00,168.00,卖家已发货，等待买家确认,孙某,花果山水帘洞,\'13800000001,'
    "2026-11-16 10:00:00,2026-11-16 10:01:00,雾釉餐盘 8 寸 四只装,1,YQ44719026,云雀,,青禾家居",
    '"=""4100000000000000012""",高老庄_刚鬣,268.00,268.00,交易成功,朱某,高老庄,\'13800000002,2026-11-11 10:00:00,'
    "2026-11-11 10:01:00,手冲壶 350 ml,1,YQ44719027,云雀,,青禾家居",
)


@pytest.fixture
def orders_file(tmp_path: Path) -> Path:
    """Two orders as Taobao exports them."""
    path = tmp_path / "ExportOrderList202611.csv"
    path.write_bytes("\n".join([HEAD, *ROWS, ""]).encode("gb18030"))
    return path


def text_of(pdf: Path) -> str:
    """The text of all pages, without breaks."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "".join(page.get_textpage().get_text_range() for page in document).replace("\r\n", "")
    finally:
        document.close()


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_from_the_first_start_to_a_saved_packet(
    hands: Hands, empty_folder: AppContext, orders_file: Path, tmp_path: Path
) -> None:
    ctx, window = empty_folder, hands.window
    say_who_works(hands, ctx)
    import_orders(hands, ctx, orders_file)
    case_id = open_case(hands, ctx)
    paste_screenshot(hands, ctx, case_id)
    undo_and_redo(hands, ctx, case_id)
    resolve(hands, ctx, case_id)
    save_packet(hands, ctx, case_id, tmp_path / "packet.pdf")
    call_the_vip(hands, ctx)
    report = ctx.jobs.io(ctx.integrity.verify_everything).result(30)
    assert report.holds
    # The screenshot, and the packet that is kept with its case.
    assert report.evidence_checked == 2
    assert window.background.pending() == 0


def say_who_works(hands: Hands, ctx: AppContext) -> None:
    assert hands.window.here() == Target("today")
    hands.write("小满")
    hands.press(ENTER)
    hands.until(lambda: ctx.shops.person.name == "小满")
    hands.settle()


def import_orders(hands: Hands, ctx: AppContext, orders_file: Path) -> None:
    hands.drop(hands.page(), orders_file)
    hands.until(lambda: bool(hands.window.findChildren(ImportDialog)))
    dialog = hands.dialog(ImportDialog)
    hands.until(lambda: dialog.place() == "preview")
    assert dialog.go.hasFocus()
    QTest.keyClick(dialog.go, ENTER)
    hands.until(lambda: dialog.place() == "done")
    assert (dialog.counts.added, dialog.counts.updated) == (2, 0)
    dialog.reject()
    hands.settle()
    assert hands.window.here() == Target("cases")
    (shop,) = ctx.shops.list_shops()
    assert (shop.name, shop.currency, shop.time_zone) == ("青禾家居", "CNY", "Asia/Shanghai")


def open_case(hands: Hands, ctx: AppContext) -> int:
    hands.command("page_today")
    hands.command("new_case")
    dialog = hands.dialog(NewCaseDialog)
    assert QApplication.focusWidget() is dialog.field
    hands.write("花果")
    hands.press(ENTER)
    hands.until(dialog.problems.hasFocus)
    dialog.problems.choose(Problem.DAMAGED)
    hands.press(ENTER)
    assert dialog.summary.hasFocus()
    hands.write("外箱压坏，两只盘子碎了")
    hands.press(ENTER)
    hands.until(lambda: hands.page().panel.page is not None)
    found = hands.page().panel.page
    assert found.buyer is not None
    assert found.buyer.nick == "花果山_大圣01"
    assert found.case.summary == "外箱压坏，两只盘子碎了"
    return int(found.case.id)


def paste_screenshot(hands: Hands, ctx: AppContext, case_id: int) -> None:
    picture = QImage(320, 200, QImage.Format.Format_RGB32)
    picture.fill(QColor(40, 120, 110))
    QGuiApplication.clipboard().setImage(picture)
    hands.command("paste")
    hands.until(lambda: len(ctx.cases.load_page(case_id).evidence) == 1)
    (item,) = ctx.cases.load_page(case_id).evidence
    assert item.source is EvidenceSource.PASTED
    assert item.original_name.endswith(".png")


def undo_and_redo(hands: Hands, ctx: AppContext, case_id: int) -> None:
    ctx.jobs.write(lambda: ctx.cases.change_state([case_id], CaseState.OPEN)).result(10)
    hands.settle()
    hands.command("undo")
    hands.until(lambda: ctx.cases.load_page(case_id).case.state is CaseState.NEW)
    hands.settle()
    hands.command("redo")
    hands.until(lambda: ctx.cases.load_page(case_id).case.state is CaseState.OPEN)
    hands.settle()


def resolve(hands: Hands, ctx: AppContext, case_id: int) -> None:
    hands.command("resolve")
    here = hands.window.here()
    assert here is not None
    assert here.page == "resolution"
    wizard = hands.page()
    hands.until(lambda: wizard.state is not None and not wizard.walking.busy)
    for _ in range(40):
        if hands.page() is not wizard:
            break
        for key in ("1", ENTER):
            if hands.page() is wizard:
                hands.press(key)
                hands.until(lambda: not wizard.walking.busy)
    hands.until(lambda: ctx.cases.load_page(case_id).resolution is not None)
    hands.settle()
    page = ctx.cases.load_page(case_id)
    assert hands.window.here() == Target("cases", str(case_id)) or hands.window.here() == Target(
        "cases", page.case.number
    )
    assert page.steps
    assert page.clocks
    assert [event.action for event in page.timeline].count("resolved") == 1
    now = ctx.clock.now()
    month = Month(now.year, now.month)
    written = [ctx.registers.sheet(RegisterQuery(kind, month)).lines for kind in RegisterKind]
    assert any(written)


def save_packet(hands: Hands, ctx: AppContext, case_id: int, target: Path) -> None:
    number = ctx.cases.load_page(case_id).case.number
    hands.command("packet")
    assert hands.window.here() == Target("packets", number)
    packet = hands.page()
    hands.until(lambda: bool(packet.can("save")))
    packet.save_to(target)
    hands.until(target.is_file)
    hands.settle()
    said = text_of(target)
    assert number in said
    assert "花果山_大圣01" in said
    assert "外箱压坏" in said
    assert ctx.cases.load_page(case_id).evidence[0].sha256[:16] in said


def call_the_vip(hands: Hands, ctx: AppContext) -> None:
    hands.command("page_callbacks")
    hands.command("add_vip")
    dialog = hands.dialog(AddVipDialog)
    hands.write("花果")
    hands.until(lambda: bool(dialog._found))
    hands.settle()
    dialog.tier.set_value(Tier.V3.value)
    dialog.agreed.setChecked(True)
    dialog.take.click()
    hands.settle()
    (buyer,) = ctx.call_backs.find_buyers("花果山_大圣01")
    assert (buyer.tier, buyer.consent) == (Tier.V3, Consent.GIVEN)
    planned = find_due(ctx.store.database, buyer.id)
    assert planned is not None
    hands.window.go(Target("callbacks", planned.due_on.isoformat()))
    hands.settle()
    hands.command("log_call")
    hands.press("1")
    hands.press(ENTER, modifier=Qt.KeyboardModifier.ControlModifier)
    hands.until(lambda: bool(list_calls(ctx.store.database, buyer.id)))
    (call,) = list_calls(ctx.store.database, buyer.id)
    assert call.person == "小满"
