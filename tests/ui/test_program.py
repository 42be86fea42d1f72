"""The window on a real data folder: undo, search, people, another language, a second start."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.context import AppContext
from models.kinds import Platform, Role
from ui.command_palette import Entry
from ui.i18n import language
from ui.messages import MessageDialog
from ui.page import Page, PageEntry
from ui.program import Program
from ui.second_instance import FirstInstance, ask_first, server_name
from ui.theme import theme_switch


@pytest.fixture
def program(qtbot: QtBot, prepared: QApplication, ctx: AppContext) -> Iterator[Program]:
    ctx.settings.set("language", "zh")
    program = Program(prepared, ctx, lambda: [PageEntry("today", Page, "今日", "sun")])
    program.show()
    yield program
    program.close()
    program.window.deleteLater()
    program.deleteLater()


def test_the_window_opens_on_the_shop(program: Program) -> None:
    window = program.window
    assert window.isVisible()
    assert window.top_bar._shop.label() == "青禾家居"
    assert window.top_bar._person.label() == "小满"


def test_the_person_chosen_is_kept(program: Program, ctx: AppContext) -> None:
    program.window.top_bar.person_chosen.emit("老秋")
    assert ctx.shops.person.name == "老秋"
    assert ctx.shops.person.role is Role.WAREHOUSE
    assert ctx.settings.get("person") == ctx.shops.person.id


def test_undo_goes_through_the_service_and_says_so(program: Program, ctx: AppContext, qtbot: QtBot) -> None:
    shop = ctx.shops.list_shops()[0]
    ctx.shops.change_shop(shop.id, name="青禾二店")
    window = program.window
    qtbot.waitUntil(lambda: window.actions_.enabled("undo"))
    window.actions_.run("undo")
    qtbot.waitUntil(lambda: ctx.shops.list_shops()[0].name == "青禾家居")
    qtbot.waitUntil(lambda: window.status.done_text().startswith("已撤销"))
    assert window.actions_.enabled("redo")


def test_search_answers_in_the_palette(program: Program, qtbot: QtBot) -> None:
    answers: list[list[Entry]] = []
    search = program.window.hooks.search
    assert search is not None
    search("没有这样的单", lambda found: answers.append(list(found)))
    qtbot.waitUntil(lambda: answers == [[]])


def test_another_language_makes_the_window_anew(program: Program, ctx: AppContext, qtbot: QtBot) -> None:
    old = program.window
    program.change_language("en")
    assert language() == "en"
    assert program.window is not old
    assert program.window.isVisible()
    assert ctx.settings.get("language") == "en"
    titles = [action.text() for action in program.window.menuBar().actions()]
    assert titles[0] == "&File"
    program.change_language("xx")
    assert language() == "en"


def test_appearance_is_kept(program: Program, ctx: AppContext) -> None:
    program.window.actions_.run("dark")
    switch = theme_switch()
    assert switch is not None
    assert switch.appearance == "dark"
    assert ctx.settings.get("appearance") == "dark"
    assert program.window.actions_.action("dark").isChecked()


def test_a_second_start_raises_the_first_window(program: Program, ctx: AppContext, qtbot: QtBot) -> None:
    program.window.showMinimized()
    assert ask_first(ctx.store.folder.root)
    qtbot.waitUntil(lambda: not program.window.isMinimized())


def test_nobody_answers_for_another_folder(ctx: AppContext, program: Program) -> None:
    other = ctx.store.folder.root / "other"
    assert server_name(other) != server_name(ctx.store.folder.root)
    assert not ask_first(other)


def test_a_socket_left_by_a_dead_program_is_taken_over(ctx: AppContext, qtbot: QtBot) -> None:
    first = FirstInstance(ctx.store.folder.root)
    second = FirstInstance(ctx.store.folder.root)
    assert first.listen()
    assert second.listen()
    second.close()
    first.close()


def test_a_shop_added_later_can_be_chosen(program: Program, ctx: AppContext, qtbot: QtBot) -> None:
    added = ctx.shops.add_shop(name="二店", platform=Platform.SHOPIFY)
    program.window.top_bar.shop_chosen.emit(added)
    assert ctx.settings.get("shop") == added
    assert program.window.top_bar._shop.label() == "二店"
    assert [name for _, name in program.window.hooks.choices().shops] == ["全部店铺", "青禾家居", "二店"]


def test_checking_data_and_history_says_what_it_found(program: Program, qtbot: QtBot) -> None:
    program.window.actions_.run("verify_store")
    qtbot.waitUntil(lambda: any(d.isVisible() for d in program.window.findChildren(MessageDialog)))
    dialog = program.window.findChildren(MessageDialog)[0]
    assert dialog.accessibleName() == "全部与写入时一致。"
    assert program.window.status.work_text() == ""
    dialog.accept()


def test_another_folder_takes_the_place_of_this_one(program: Program, ctx: AppContext) -> None:
    program.open_folder(str(ctx.store.folder.root))
    assert program.next_folder is None
    other = ctx.store.folder.root.parent / "other"
    program.open_folder(str(other))
    assert program.next_folder == other
    assert not program.window.isVisible()


def test_a_second_start_brings_its_wish(program: Program, ctx: AppContext, qtbot: QtBot) -> None:
    heard: list[str] = []
    program._first.asked.connect(heard.append)
    assert ask_first(ctx.store.folder.root, "单 A2611-0387 “x”\n第二行")
    assert ask_first(ctx.store.folder.root)
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert sorted(heard) == ["", "单 A2611-0387 “x”\n第二行"]


def test_what_can_no_longer_be_undone_says_why_and_the_rest_can(
    program: Program, ctx: AppContext, qtbot: QtBot
) -> None:
    ctx.shops.change_shop(1, letterhead="先")
    ctx.shops.change_shop(1, name="二")
    ctx.bench.act("x", lambda t: t.update("shop", 1, name="三"), undoable=False)
    window = program.window
    qtbot.waitUntil(lambda: window.actions_.enabled("undo"))
    window.actions_.run("undo")
    qtbot.waitUntil(lambda: bool(window.findChildren(MessageDialog)))
    dialog = window.findChildren(MessageDialog)[0]
    assert dialog.accessibleName() == "这一步已经不能撤销：修改店铺资料"
    dialog.accept()
    qtbot.waitUntil(lambda: window.actions_.enabled("undo"))
    window.actions_.run("undo")
    qtbot.waitUntil(lambda: ctx.shops.list_shops()[0].letterhead == "")
    assert ctx.shops.list_shops()[0].name == "三"


def test_going_back_to_an_action_says_how_many(program: Program, ctx: AppContext, qtbot: QtBot) -> None:
    for name in ("甲", "乙", "丙"):
        ctx.shops.change_shop(1, name=name)
    window = program.window
    qtbot.waitUntil(lambda: len(window.hooks.undo_list()) == 3)
    window.hooks.go_back_to(window.hooks.undo_list()[1].entry)
    qtbot.waitUntil(lambda: ctx.shops.list_shops()[0].name == "甲")
    qtbot.waitUntil(lambda: window.status.done_text().endswith("和另外 1 步"))
    assert [line.undone for line in window.hooks.undo_list()] == [True, True, False]


def test_every_page_follows_the_shop_in_its_time(program: Program, ctx: AppContext, qtbot: QtBot) -> None:
    added = ctx.shops.add_shop(name="US", platform=Platform.SHOPIFY, time_zone="America/New_York")
    program.window.choose_shop(added)
    assert ctx.bench.time_zone == "America/New_York"
    qtbot.waitUntil(lambda: program.window.windowTitle() == "Aftercase — US")
    program.window.choose_shop(0)
    assert ctx.bench.time_zone == "Asia/Shanghai"
