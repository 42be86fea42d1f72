"""The Registers page: lines, sums and filters are one; a correction has a reason; a closed month only grows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.context import AppContext
from models.clock import FixedClock
from models.kinds import Problem, RegisterKind
from models.money import Money
from models.register_records import CellKind, Month, RegisterColumn
from ui.page import Target
from ui.registers.claim_preview import MOST_SHOWN, ClaimPreview, ClaimWish
from ui.registers.closing_dialog import ClosingDialog
from ui.registers.correction_dialog import NotReadableError, read_value
from ui.registers.register_layout import Layout, layout_of, layout_text, layouts_of
from ui.registers.registers_page import RegistersPage
from ui.widgets.reason_dialog import ReasonDialog

Enter = Callable[..., int]
CLAIM = RegisterKind.CARRIER_CLAIM


def column_of(page: RegistersPage, key: str) -> list[str]:
    """What stands in a column, from top to bottom."""
    model = page.view.model
    keys = [each.key for each in model.column_keys()]
    if key not in keys:
        return []
    place = keys.index(key)
    return [str(model.index(row, place).data(Qt.ItemDataRole.DisplayRole)) for row in range(model.rowCount())]


def totals(page: RegistersPage, key: str) -> list[str]:
    """The pinned sums of a column, a line per currency."""
    model, shown = page.view.totals.totals, [each.key for each in page.view.model.column_keys()]
    if key not in shown:
        return []
    return [str(model.index(row, shown.index(key)).data()) for row in range(model.rowCount())]


def test_tiles_chips_search_and_order_narrow_lines_and_sums_together(
    page: RegistersPage, enter: Enter, qtbot: QtBot
) -> None:
    enter(CLAIM, Money(3900), date(2026, 11, 20), carrier="甲快递", tracking_no="YQ4471")
    enter(CLAIM, Money(15000), carrier="甲快递", tracking_no="<b>'; DROP\u202e")
    enter(CLAIM, Money(2000, "USD"), carrier="乙快递")
    enter(RegisterKind.INVOICE, Money(900), title="蟠桃园")
    tester = QAbstractItemModelTester(page.view.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.open(Target("registers", part="carrier_claim"))
    qtbot.waitUntil(lambda: page.view.model.rowCount() == 3)
    assert totals(page, "claimed") == ["189.00", "20.00"]
    assert [tile.words.name for tile in page.view.tiles.tiles()] == ["本月合计", "甲快递", "乙快递"]
    page.view.tiles.tiles()[1].click()
    qtbot.waitUntil(lambda: totals(page, "claimed") == ["189.00"])
    header = page.view.table.horizontalHeader()
    place = [each.key for each in page.view.model.column_keys()].index("claimed")
    header.setSortIndicator(place, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: column_of(page, "claimed") == ["150.00", "39.00"])
    page.view.table.selectAll()
    assert page.counts().endswith("选中 2 单 ¥ 189.00")
    page.copy()
    assert QGuiApplication.clipboard().text().count("\n") == 2
    page.view.filters.search.setText("drop")
    qtbot.waitUntil(lambda: column_of(page, "claimed") == ["150.00"])
    page.view.filters.search.setText("没有的")
    qtbot.waitUntil(lambda: page.view.empty.isVisible())
    page.clear()
    qtbot.waitUntil(lambda: page.view.model.rowCount() == 3)
    page.tabs.setCurrentIndex(list(RegisterKind).index(RegisterKind.INVOICE))
    qtbot.waitUntil(lambda: totals(page, "amount") == ["9.00"])
    page.months.step(1)
    qtbot.waitUntil(lambda: page.view.empty.isVisible())
    page.show_month(None)
    qtbot.waitUntil(lambda: column_of(page, "title") == ["蟠桃园"])
    assert tester.model() is page.view.model


def test_what_is_written_elsewhere_comes_without_losing_the_chosen_line(
    page: RegistersPage, enter: Enter, qtbot: QtBot
) -> None:
    for number in range(4):
        enter(CLAIM, Money(100 + number), carrier="甲")
    page.open(Target("registers", part="carrier_claim"))
    qtbot.waitUntil(lambda: page.view.model.rowCount() == 4)
    page.view.table.choose_row(2)
    chosen = page.view.table.current_line()
    enter(CLAIM, Money(900), carrier="甲")
    page.refresh(None)
    qtbot.waitUntil(lambda: page.view.model.rowCount() == 5)
    now = page.view.table.current_line()
    assert chosen is not None
    assert now is not None
    assert now.id == chosen.id
    assert len(page.view.table.chosen_lines()) == 1


def test_a_closed_month_only_takes_correcting_entries_and_opens_for_a_reason(
    ctx: AppContext, page: RegistersPage, clock: FixedClock, enter: Enter, qtbot: QtBot
) -> None:
    entry, shop = enter(CLAIM, Money(15000), carrier="甲"), ctx.shops.list_shops()[0].id
    november = Month(2026, 11)
    clock.advance(timedelta(days=15))
    page.open(Target("registers", part="carrier_claim"))
    qtbot.waitUntil(lambda: page.view.model.rowCount() == 1)
    assert page.pane.lock.isEnabled()
    assert not page.month_desk.runs(november)
    assert "2027-01-01" in page.month_desk.runs(Month(2026, 12))
    page.month_desk.close_month()
    qtbot.waitUntil(lambda: isinstance(page.month_desk.dialog, ClosingDialog))
    dialog = page.month_desk.dialog
    assert isinstance(dialog, ClosingDialog)
    dialog.take.click()
    qtbot.waitUntil(lambda: page.pane.open_again.isVisible() and not page.pane.lock.isVisible())
    page.view.table.choose_row(0)
    page.doings.correct()
    correction = page.doings.dialog
    assert correction is not None
    assert correction.closed is not None
    correction.fields["claimed"].setText("120")
    assert "−¥ 30.00" in correction.difference.text()
    correction.take.click()
    assert correction.reason.property("wrong")
    correction.reason.setText("重复登记")
    correction.take.click()
    qtbot.waitUntil(lambda: len(ctx.registers.corrections(entry)) == 1)
    assert ctx.registers.find_entry(entry).amount == Money(15000)
    page.show_month(Month(2026, 12))
    qtbot.waitUntil(lambda: column_of(page, "claimed") == ["−30.00"])
    page.show_month(november)
    qtbot.waitUntil(lambda: column_of(page, "claimed") == ["150.00"])
    page.pane.open_again.click()
    reason = page.month_desk.dialog
    assert isinstance(reason, ReasonDialog)
    reason.field.setText("十一月漏了一单")
    reason.take.click()
    qtbot.waitUntil(lambda: page.pane.lock.isVisible())
    trail = ctx.month_closings.trail(CLAIM, november, shop)
    assert [each.reopen_reason for each in trail] == ["十一月漏了一单"]


@pytest.mark.parametrize("typed", ["NaN", "1e400", "39.005", "a", "9" * 40, "\u0000"])
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises(NotReadableError):
        read_value(RegisterColumn("amount", CellKind.MONEY), typed, Money(1), "CNY")


def test_kept_columns_outlive_what_is_no_layout() -> None:
    kept = layout_text(Layout(("b", "a"), frozenset({"a"}), {"b": 90}))
    found = layout_of(kept, ["a", "b", "c"])
    assert found is not None
    assert found.order == ("b", "a", "c")
    assert found.widths == {"b": 90}
    wrong = ("", "{", "[]", '{"order": 1}', '{"order": ["x"]}', '{"order": ["a"], "hidden": ["a", "b", "c"]}')
    assert all(layout_of(text, ["a", "b", "c"]) is None for text in wrong)
    assert layouts_of('{"quality": "x", "none": "y", "review": 3}') == {RegisterKind.QUALITY: "x"}


def test_whether_evidence_is_complete_is_counted_for_the_claims_shown(
    page: RegistersPage, ctx: AppContext, enter: Enter, qtbot: QtBot
) -> None:
    buyer = ctx.bench.act("buyer_made", lambda work: work.insert("buyer", shop_id=1, nick="西厢_莺莺"), undoable=False)
    case_id = ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=buyer)
    entry = enter(CLAIM, Money(3900))
    ctx.bench.act("x", lambda work: work.update("register_entry", entry, case_id=case_id), undoable=False)
    page.open(Target("registers", part="carrier_claim"))

    def counted() -> bool:
        return page.view.model.rowCount() == 1 and page.view.model.line(0).cells["evidence_complete"] is not None

    qtbot.waitUntil(counted)


def test_the_sheet_of_very_many_claims_is_made_only_when_asked_for(
    ctx: AppContext, page: RegistersPage, qtbot: QtBot
) -> None:
    preview = ClaimPreview(ctx, page.background, page)
    made: list[object] = []
    preview.made.connect(made.append)
    preview.show()
    preview.show_claims(ClaimWish("甲快递", Month(2026, 11), None, MOST_SHOWN + 1))
    assert preview.place.text.text() == "共 301 笔理赔：打印时再生成理赔单。"
    assert page.background.pending() == 0
    assert made == [None]
