"""A morning of calls on the page: what is shown, logging by keyboard, the next date, undo, opting out."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.context import AppContext
from models.call_kinds import Channel
from models.clock import FixedClock
from models.kinds import CallOutcome, Consent, Tier
from tests.ui.callbacks.conftest import TODAY, Show, arrive
from tests.ui.callbacks.reading import labels, press, shown_nick, texts
from ui.callbacks.month_model import MonthModel
from ui.callbacks.page import CallBacksPage
from ui.main_window import MainWindow
from ui.page import Target
from ui.vips.add_vip_dialog import AddVipDialog


def test_the_page_opens_on_today_with_the_first_buyer(page: CallBacksPage) -> None:
    assert page.title() == "回访"
    assert page.facts() == "VIP 6 位 · 本月已访 0 · 待访 4 · 拖期 2"
    assert texts(page.lane.model) == [
        "V3，\u2068水帘洞_通臂\u2069，拖 7 天，已超红线，应访 11-13 · 未接 2 次",
        "V2，\u2068赤壁_周公瑾\u2069，拖 3 天，已超红线，应访 11-17 · 未打",
    ]
    assert texts(page.day.agenda.calls) == [
        "10:30，V2，桃花源_渔人，待访", "14:00，V3，长安_李十二，首次", "17:00，V1，洛阳_白乐天，首次",
    ]  # fmt: skip
    assert shown_nick(page) == "水帘洞_通臂"
    assert page.tools.title.text() == "2026 年 11 月"


def test_the_month_reads_as_sentences(page: CallBacksPage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(page.views.month.days)
    qtmodeltester.check(page.lane.model)
    qtmodeltester.check(page.day.agenda.calls)
    said = page.views.month.days.index_of(TODAY).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("今天 11 月 20 日 星期五")
    assert "长安_李十二" in said
    sunday = page.views.month.days.index_of(date(2026, 11, 22)).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "休息日" in sunday
    assert page.views.month.days.headerData(0, Qt.Orientation.Horizontal) == "周一"


def test_arrows_page_keys_and_t_walk_through_the_days(page: CallBacksPage, window: MainWindow, qtbot: QtBot) -> None:
    page.views.month.setFocus()
    press(qtbot, "Right")
    arrive(qtbot, window)
    assert page.day.day.text() == "11 月 21 日 周六"
    assert not page.day.area.isVisibleTo(page.day), "nobody is to be called on that day"
    press(qtbot, "Right")
    press(qtbot, "Right")
    arrive(qtbot, window)
    assert page.day.day.text() == "11 月 23 日 周一"
    press(qtbot, "PageDown")
    arrive(qtbot, window)
    assert page.tools.title.text() == "2026 年 12 月"
    for _ in range(2):
        press(qtbot, "PageDown")
        arrive(qtbot, window)
    assert page.tools.title.text() == "2027 年 2 月"
    assert page.notices.unknown.text.text() == "2027 年放假安排尚未公布"
    press(qtbot, "T")
    arrive(qtbot, window)
    assert page.tools.title.text() == "2026 年 11 月"
    assert shown_nick(page) == "水帘洞_通臂"
    press(qtbot, "Return")
    assert page.day.agenda.hasFocus()
    press(qtbot, "Down")
    arrive(qtbot, window)
    assert shown_nick(page) == "长安_李十二"
    assert page.back()
    assert page.views.month.hasFocus()


def test_a_click_on_a_line_opens_its_buyer(page: CallBacksPage, window: MainWindow, qtbot: QtBot) -> None:
    from ui.callbacks.month_view import line_rect

    index = page.views.month.days.index_of(date(2026, 11, 27))
    place = line_rect(page.views.month.visualRect(index), 0).center()
    qtbot.mouseClick(page.views.month.viewport(), Qt.MouseButton.LeftButton, pos=place)
    arrive(qtbot, window)
    assert shown_nick(page) == "瑶池_王母"
    assert page.day.day.text() == "11 月 27 日 周五"


def test_a_vip_is_added_from_the_page(ctx: AppContext, show: Show, qtbot: QtBot) -> None:
    ctx.bench.act(
        "sample_made", lambda transaction: transaction.insert("buyer", shop_id=1, nick="新客_一"), undoable=False
    )
    window = show(ctx)
    page = window.page("callbacks")
    assert isinstance(page, CallBacksPage)
    assert "还没有 VIP 买家" in labels(page.day)
    page.day.first.click()
    dialog = page.findChildren(AddVipDialog)[0]
    assert not dialog.take.isEnabled()
    dialog.search.setText("新客")
    dialog.search.search_now()
    arrive(qtbot, window)
    dialog.agreed.setChecked(True)
    dialog.take.click()
    arrive(qtbot, window)
    assert page.facts().startswith("VIP 1 位")
    assert len(ctx.call_backs.due(date(2027, 1, 1))) == 1
    window.actions_.run("undo")
    arrive(qtbot, window)
    assert not page.facts().startswith("VIP 1 位"), "tier and consent are one Undo"
    (buyer,) = ctx.call_backs.find_buyers("新客_一")
    assert (buyer.tier, buyer.consent) == (Tier.NONE, Consent.UNKNOWN)
    ctx.contact.agree(buyer.id, Channel.CHAT)
    page.vips.add()
    dialog = page.findChildren(AddVipDialog)[-1]
    dialog.search.setText("新客")
    dialog.search.search_now()
    arrive(qtbot, window)
    dialog.take.click()
    arrive(qtbot, window)
    assert [each.channel for each in ctx.contact.channels(buyer.id).values() if each.agreed] == [Channel.CHAT]


def test_after_midnight_the_page_shows_the_new_day(
    page: CallBacksPage, window: MainWindow, clock: FixedClock, qtbot: QtBot
) -> None:
    clock.advance(timedelta(days=1))
    page.minute()
    arrive(qtbot, window)
    assert page.facts().endswith("拖期 5")


def test_a_day_or_a_call_back_can_be_navigated_to(
    page: CallBacksPage, window: MainWindow, stocked: AppContext, qtbot: QtBot
) -> None:
    window.go(Target("callbacks", "2026-12-24"))
    arrive(qtbot, window)
    assert page.tools.title.text() == "2026 年 12 月"
    late = stocked.call_backs.overdue()[0].row.call_back.id
    window.go(Target("callbacks", str(late), "call"))
    arrive(qtbot, window)
    assert shown_nick(page) == "水帘洞_通臂"


def test_in_a_narrow_window_the_day_is_a_page_of_its_own(page: CallBacksPage, window: MainWindow, qtbot: QtBot) -> None:
    page.set_narrow(True)
    assert not page.day.isVisibleTo(page)
    page.views.month.setFocus()
    press(qtbot, "Return")
    assert page.day.isVisibleTo(page)
    assert not page.middle.isVisibleTo(page)
    assert page.back()
    assert page.middle.isVisibleTo(page)
    page.set_narrow(False)
    assert page.day.isVisibleTo(page)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_is_cut_in_either_language(
    stocked: AppContext, show: Show, qtbot: QtBot, speak: object, lang: str
) -> None:
    assert callable(speak)
    speak(lang)
    window = show(stocked)
    page = window.page("callbacks")
    assert isinstance(page, CallBacksPage)
    page.day.form.choose(CallOutcome.REACHED)
    arrive(qtbot, window)
    inside = page.day.area.widget()
    assert inside.width() <= page.day.area.viewport().width()
    for button in page.day.form.outcomes.values():
        assert button.width() >= button.minimumSizeHint().width()


def test_the_month_is_empty_before_it_arrives(qtmodeltester: ModelTester) -> None:
    model = MonthModel()
    qtmodeltester.check(model)
    assert model.index_of(TODAY).isValid() is False
    assert model.cell(model.index(0, 0)) is None
