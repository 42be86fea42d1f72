"""Settings in the window: every edit is saved at once, undone where it can be, and what is wrong is said in place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from models.kinds import Platform, Role
from tests.ui.settings.conftest import Show
from ui.main_window import MainWindow
from ui.plain import PlainLabel
from ui.settings.setting_fields import ChoiceField, LineField, TextField
from ui.settings.settings_page import SettingsPage

if TYPE_CHECKING:
    from desktop.context import AppContext


def write(field: LineField, text: str) -> None:
    field.setText(text)
    field.finish()


def undo(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.actions_.enabled("undo"))
    window.actions_.run("undo")


def notes(page: SettingsPage) -> list[str]:
    return [label.text() for label in page.findChildren(PlainLabel) if label.isVisible()]


def line(page: SettingsPage, name: str) -> LineField:
    field = page.shops.fields[name]
    assert isinstance(field, LineField)
    return field


def choice(page: SettingsPage, name: str) -> ChoiceField:
    field = page.shops.fields[name]
    assert isinstance(field, ChoiceField)
    return field


def test_a_shops_fields_are_saved_one_by_one_and_undone(
    page: SettingsPage, window: MainWindow, ctx: AppContext, qtbot: QtBot
) -> None:
    write(line(page, "name"), "青禾家居旗舰店")
    choice(page, "platform").choose("tmall")
    address = page.shops.fields["return_address"]
    assert isinstance(address, TextField)
    address.setPlainText("兰亭县曲水巷 88 号\n退件组")
    address.finish()
    qtbot.waitUntil(lambda: ctx.shops.list_shops()[0].return_address.startswith("兰亭县"))
    shop = ctx.shops.list_shops()[0]
    assert (shop.name, shop.platform) == ("青禾家居旗舰店", Platform.TMALL)
    undo(window, qtbot)
    qtbot.waitUntil(lambda: ctx.shops.list_shops()[0].return_address == "")
    qtbot.waitUntil(lambda: address.toPlainText() == "")


def test_a_shop_without_a_name_is_refused_in_place(page: SettingsPage, ctx: AppContext, qtbot: QtBot) -> None:
    name = line(page, "name")
    write(name, "  ")
    qtbot.waitUntil(lambda: name.property("wrong") is True)
    assert name.accessibleDescription().startswith("还没有填写内容")
    assert ctx.shops.list_shops()[0].name == "青禾家居"
    write(name, "青禾")
    qtbot.waitUntil(lambda: name.property("wrong") is False)


def test_the_first_shops_time_zone_becomes_the_windows(
    page: SettingsPage, window: MainWindow, ctx: AppContext, qtbot: QtBot
) -> None:
    choice(page, "time_zone").choose("Europe/London")
    qtbot.waitUntil(lambda: ctx.bench.time_zone == "Europe/London")
    undo(window, qtbot)
    qtbot.waitUntil(lambda: ctx.bench.time_zone == "Asia/Shanghai")


def test_another_shop_is_added_and_comes_to_the_front(page: SettingsPage, ctx: AppContext, qtbot: QtBot) -> None:
    page.shops.add.click()
    page.shops.confirm.click()
    assert page.shops.new_name.property("wrong") is True
    page.shops.new_name.setText("Qinghe Home")
    page.shops.new_platform.set_value("shopify")
    page.shops.confirm.click()
    qtbot.waitUntil(lambda: len(ctx.shops.list_shops()) == 2)
    qtbot.waitUntil(lambda: line(page, "name").text() == "Qinghe Home")
    assert choice(page, "platform").value() == "shopify"
    page.shops.show_shop(1)
    assert line(page, "name").text() == "青禾家居"


def test_somebody_new_is_added_and_gets_another_role(page: SettingsPage, ctx: AppContext, qtbot: QtBot) -> None:
    page.people.name.setText("阿立")
    page.people.add.click()
    qtbot.waitUntil(lambda: len(page.people.people) == 3)
    person = ctx.shops.list_people()[2]
    assert (person.name, person.role) == ("阿立", Role.AFTER_SALES)
    assert page.people.name.text() == ""
    role, _ = page.people.people[person.id]
    role.choose("warehouse")
    qtbot.waitUntil(lambda: ctx.shops.list_people()[2].role is Role.WAREHOUSE)


def test_the_same_name_twice_is_refused_in_place(page: SettingsPage, ctx: AppContext, qtbot: QtBot) -> None:
    page.people.name.setText(" 小满 ")
    page.people.add.click()
    qtbot.waitUntil(page.people.wrong.isVisible)
    assert page.people.wrong.text().startswith("已经有同名的人")
    assert len(ctx.shops.list_people()) == 2


def test_who_left_is_gone_from_the_list_and_comes_back_with_undo(
    page: SettingsPage, window: MainWindow, ctx: AppContext, qtbot: QtBot
) -> None:
    me, other = (person.id for person in ctx.shops.list_people())
    assert not page.people.people[me][1].isEnabled()
    page.people.people[other][1].click()
    qtbot.waitUntil(lambda: list(page.people.people) == [me])
    assert window.status.done_text() == "老秋 不再在这里工作"
    undo(window, qtbot)
    qtbot.waitUntil(lambda: list(page.people.people) == [me, other])


@pytest.mark.parametrize(
    ("typed", "kept"), [("0.37", "0.37"), ("37%", "0.37"), ("37 ％", "0.37"), ("0,5", "0.5"), ("1", "1"), ("", "")]
)
def test_a_rate_is_kept_as_a_decimal(page: SettingsPage, ctx: AppContext, qtbot: QtBot, typed: str, kept: str) -> None:
    write(page.numbers.fields["goods_cost_rate"], "0.9")
    write(page.numbers.fields["goods_cost_rate"], typed)
    qtbot.waitUntil(lambda: ctx.settings.get("shop_numbers").get("goods_cost_rate", "") == kept)
    qtbot.waitUntil(lambda: page.numbers.fields["goods_cost_rate"].text() == kept)


@pytest.mark.parametrize(
    ("name", "typed"),
    [("claim_rate", "1.2"), ("claim_rate", "-0.1"), ("lose_rate", "常常"), ("freight", "NaN"), ("freight", "8.005"),
     ("freight", "1e9"), ("lose_rate", "120%"), ("first_reply_minutes", "0"), ("first_reply_minutes", "5.5")],
)  # fmt: skip
def test_a_number_that_cannot_be_is_refused_in_place(
    page: SettingsPage, ctx: AppContext, qtbot: QtBot, name: str, typed: str
) -> None:
    field = page.numbers.fields[name]
    write(field, typed)
    qtbot.waitUntil(lambda: field.property("wrong") is True)
    assert field.text() == typed
    assert field.accessibleDescription() in notes(page)
    assert ctx.settings.get("shop_numbers", {}).get(name) is None
    assert ctx.settings.get("first_reply_minutes") is None
    write(field, "1")
    qtbot.waitUntil(lambda: field.property("wrong") is False)


def test_the_first_reply_has_its_minutes(page: SettingsPage, ctx: AppContext, qtbot: QtBot) -> None:
    field = page.numbers.fields["first_reply_minutes"]
    assert field.text() == "5"
    write(field, "10")
    qtbot.waitUntil(lambda: ctx.settings.get("first_reply_minutes") == 10)
    write(field, "")
    qtbot.waitUntil(lambda: field.text() == "5")


def test_language_and_appearance_are_asked_of_the_window(page: SettingsPage, window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.language_wanted) as asked:
        page.looks.language.chosen.emit("system")
    assert asked.args == ["system"]
    with qtbot.waitSignal(window.appearance_wanted) as asked:
        page.looks.appearance.chosen.emit("dark")
    assert asked.args == ["dark"]


def test_the_packs_in_force_are_listed_with_their_day_of_review(page: SettingsPage, ctx: AppContext) -> None:
    model = page.packs.model
    packs = ctx.resolutions.policy_packs()
    assert model.rowCount() == len(packs) > 5
    assert packs[0].layer == "law"
    row = next(row for row in range(model.rowCount()) if model.index(row, 0).data() == "淘宝平台争议处理规则")
    shown = [model.index(row, column).data() for column in range(model.columnCount())]
    pack = next(pack for pack in packs if pack.id == "taobao")
    assert shown == [pack.title.zh, "平台", pack.version, str(pack.review_by)]


def test_checking_everything_says_when(page: SettingsPage, window: MainWindow, qtbot: QtBot) -> None:
    assert page.data.checked.text() == "从未"
    page.data.verify.click()
    qtbot.waitUntil(lambda: page.data.checked.text() == "今天 09:42")
    for dialog in QApplication.topLevelWidgets():
        if dialog is not window:
            dialog.close()


def test_a_shop_without_anything_offers_the_fields_of_the_first(
    open_context: Callable[[], AppContext], show: Show, qtbot: QtBot
) -> None:
    ctx = open_context()
    window = show(ctx)
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    assert page.shops.adding.isVisible()
    assert not page.shops.cancel.isVisible()
    page.shops.new_name.setText("青禾家居")
    page.shops.confirm.click()
    qtbot.waitUntil(page.shops.form.isVisible)
    page.people.name.setText("小满")
    page.people.add.click()
    qtbot.waitUntil(lambda: ctx.shops.person.name == "小满")


def test_the_wheel_over_a_choice_changes_nothing(page: SettingsPage) -> None:
    field = choice(page, "currency")
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field, turn)
    assert field.value() == "CNY"


def test_what_is_being_typed_survives_a_reload(page: SettingsPage, qtbot: QtBot) -> None:
    name: QLineEdit = line(page, "name")
    name.setFocus()
    qtbot.waitUntil(name.hasFocus)
    qtbot.keyClicks(name, "x")
    page.refresh(None)
    qtbot.waitUntil(lambda: page.background.pending() == 0)
    assert name.text().endswith("x")
