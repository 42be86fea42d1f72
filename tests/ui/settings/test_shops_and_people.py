"""A shop's colour, packs and currency, and the people's names, in Settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.kinds import Platform
from tests.ui.settings.test_settings_page import choice, write
from ui.main_window import MainWindow
from ui.messages import MessageDialog
from ui.settings.settings_page import SettingsPage

if TYPE_CHECKING:
    from desktop.context import AppContext


def test_a_mark_is_chosen_by_keyboard(page: SettingsPage, ctx: AppContext, qtbot: QtBot) -> None:
    field = page.shops.colour
    assert field.value() == ctx.shops.list_shops()[0].colour
    field.buttons["olive"].click()
    qtbot.waitUntil(lambda: ctx.shops.list_shops()[0].colour == "olive")
    qtbot.keyClick(field, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: ctx.shops.list_shops()[0].colour == "slate")
    assert all(button.accessibleName() for button in field.buttons.values())


def test_a_law_left_out_is_warned_of_and_comes_back_with_undo(
    page: SettingsPage, window: MainWindow, ctx: AppContext, qtbot: QtBot
) -> None:
    packs = page.shops.packs
    assert packs.boxes["cn-law"].isChecked()
    assert "us-law" not in packs.boxes
    packs.boxes["cn-law"].click()
    qtbot.waitUntil(lambda: ctx.shops.list_shops()[0].packs.get("left_out") == ("cn-law",))
    qtbot.waitUntil(packs.warning.isVisible)
    packs.more.click()
    packs.boxes["us-law"].click()
    qtbot.waitUntil(lambda: ctx.shops.list_shops()[0].packs.get("added") == ("us-law",))
    for _ in range(2):
        qtbot.waitUntil(lambda: window.actions_.enabled("undo"))
        ctx.bench.undo_last()
    qtbot.waitUntil(lambda: packs.boxes["cn-law"].isChecked() and not packs.boxes["us-law"].isChecked())


def test_another_currency_is_asked_about_once_there_are_orders(
    page: SettingsPage, ctx: AppContext, qtbot: QtBot
) -> None:
    choice(page, "currency").choose("USD")
    qtbot.waitUntil(lambda: ctx.shops.list_shops()[0].currency == "USD")
    ctx.bench.act(
        "x", lambda t: t.insert("order", shop_id=1, platform=Platform.TAOBAO, number="1", status="paid", status_text="",
                                currency="USD", time_zone="UTC", imported_at=t.stamp.now), undoable=False,
    )  # fmt: skip
    choice(page, "currency").choose("EUR")
    qtbot.waitUntil(lambda: bool(page.findChildren(MessageDialog)))
    dialog = page.findChildren(MessageDialog)[0]
    assert "EUR" in dialog.accessibleName()
    dialog.reject()
    qtbot.waitUntil(lambda: choice(page, "currency").value() == "USD")
    assert ctx.shops.list_shops()[0].currency == "USD"


def test_people_get_other_names_and_initials_in_place(page: SettingsPage, ctx: AppContext, qtbot: QtBot) -> None:
    _, other = (person.id for person in ctx.shops.list_people())
    _, name, mark = page.people.names[other]
    write(name, "秋叔")
    qtbot.waitUntil(lambda: ctx.shops.list_people()[1].name == "秋叔")
    qtbot.waitUntil(lambda: mark.text() == "叔")
    assert page.people.names[other][1] is name
    write(mark, "QS")
    qtbot.waitUntil(lambda: ctx.shops.list_people()[1].initials == "QS")
    write(name, "小满")
    qtbot.waitUntil(page.people.wrong.isVisible)
    qtbot.waitUntil(lambda: name.text() == "秋叔")


def test_who_left_is_brought_back_below_the_list(page: SettingsPage, ctx: AppContext, qtbot: QtBot) -> None:
    me, other = (person.id for person in ctx.shops.list_people())
    page.people.left.emit(other)
    qtbot.waitUntil(lambda: list(page.people.people) == [me])
    page.people.came_back.emit(other)
    qtbot.waitUntil(lambda: list(page.people.people) == [me, other])
