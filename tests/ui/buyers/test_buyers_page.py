"""The Buyers page by keyboard: found, opened, described, renamed, merged, with what was refused said in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.buyer_records import BuyerSort
from models.call_kinds import Channel
from models.kinds import BuyerFlag, Consent, Temperament, Tier
from models.rules.rhythms import Rhythm, RhythmUnit
from tests.ui.buyers.conftest import BUYERS, NAUGHTY, arrive
from ui.buyers.buyer_columns import ORDERS, SHOP
from ui.buyers.merge_dialog import MergeDialog
from ui.buyers.page import BuyersPage
from ui.command_palette import Entry
from ui.main_window import MainWindow
from ui.messages import MessageDialog
from ui.page import Target
from ui.plain import one_line
from ui.vips.contact_dialog import ContactDialog
from ui.widgets.delegates import CELL_ROLE

if TYPE_CHECKING:
    from desktop.context import AppContext

FIRST = BUYERS[0][0]


def nicks(page: BuyersPage) -> list[str]:
    model = page.pane.model
    return [str(model.index(row, 0).data(Qt.ItemDataRole.DisplayRole)) for row in range(model.rowCount())]


def shown_nick(page: BuyersPage) -> str:
    assert page.panel.card is not None
    return page.panel.card.buyer.nick


def search(qtbot: QtBot, window: MainWindow, page: BuyersPage, text: str) -> list[str]:
    page.pane.search.setText(text)
    page.pane.search.search_now()
    arrive(qtbot, window)
    return nicks(page)


def test_the_list_the_search_and_the_keys(window: MainWindow, page: BuyersPage, qtbot: QtBot) -> None:
    tester = QAbstractItemModelTester(page.pane.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    names = [one_line(buyer[0]) for buyer in BUYERS]
    assert nicks(page) == [*names, "别店的人"]
    assert not page.pane.table.isColumnHidden(SHOP)
    assert shown_nick(page) == FIRST
    page.pane.table.setFocus()
    qtbot.keyClick(page.pane.table, Qt.Key.Key_J)
    arrive(qtbot, window)
    assert shown_nick(page) == BUYERS[1][0]
    for text, found in (("1048", names[2:3]), ("hgs", names[:1]), ("宝", names[2:3]), ("小号", names[1:2])):
        assert search(qtbot, window, page, text) == found
    assert shown_nick(page) == BUYERS[1][0]
    assert search(qtbot, window, page, "没有这个人") == []
    assert page.pane.place() == "nothing"
    assert page.panel.wanted is None
    page.pane.show_all()
    arrive(qtbot, window)
    page.pane.filters.toggle_open()
    page.pane.filters.toggle("tiers", Tier.V2)
    arrive(qtbot, window)
    assert nicks(page) == names[:1]
    page.pane.filters.clear()
    page.pane.table.sortByColumn(ORDERS, Qt.SortOrder.DescendingOrder)
    arrive(qtbot, window)
    assert page.pane.model.query.sort is BuyerSort.ORDERS
    assert nicks(page)[0] == names[0]
    page.pane.table.selectAll()
    page.copy()
    arrive(qtbot, window)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 6
    assert lines[1].startswith(f"{names[0]} V2\t")
    assert tester.model() is page.pane.model


def test_contact_data_is_kept_in_place_or_said_to_be_wrong(
    stocked: AppContext, window: MainWindow, page: BuyersPage, qtbot: QtBot
) -> None:
    phone = page.panel.contact.fields["phone"]
    buyer_id = page.panel.wanted
    assert buyer_id is not None

    def write(text: str) -> None:
        phone.setFocus()
        phone.selectAll()
        # As pasted out of a sheet.
        phone.insert(text)
        qtbot.keyClick(phone, Qt.Key.Key_Return)
        arrive(qtbot, window)

    write("call me")
    assert stocked.buyers.find_buyer(buyer_id).phone == BUYERS[0][2]
    assert phone.property("wrong")
    assert phone.accessibleDescription()
    assert phone.text() == "call me"
    qtbot.keyClick(phone, Qt.Key.Key_Escape)
    arrive(qtbot, window)
    assert (phone.text(), phone.property("wrong")) == (BUYERS[0][2], False)
    write("+86 139 1111 2222\n")
    assert stocked.buyers.find_buyer(buyer_id).phone == "+86 139 1111 2222"
    assert search(qtbot, window, page, "2222") == [FIRST]
    page.pane.show_all()
    arrive(qtbot, window)
    window.actions_.run("undo")
    arrive(qtbot, window)
    assert stocked.buyers.find_buyer(buyer_id).phone == BUYERS[0][2]
    assert phone.text() == BUYERS[0][2]


def test_consent_tier_flags_and_notes(stocked: AppContext, window: MainWindow, page: BuyersPage, qtbot: QtBot) -> None:
    panel, buyer_id = page.panel, page.panel.wanted
    assert buyer_id is not None
    qtbot.mouseClick(panel.standing.opt_out, Qt.MouseButton.LeftButton)
    arrive(qtbot, window)
    refused = stocked.buyers.load_card(buyer_id)
    assert (refused.buyer.consent, refused.next_call) == (Consent.REFUSED, None)
    assert panel.standing.opt_out.isHidden()
    menu = panel.standing.change_consent.menu()
    given = [action for action in menu.actions() if action.text()][1]
    given.trigger()
    panel.standing.temperament.menu().actions()[list(Temperament).index(Temperament.UPSET)].trigger()
    qtbot.mouseClick(panel.standing.flags[BuyerFlag.KEEP_PROOF], Qt.MouseButton.LeftButton)
    panel.notes.field.setPlainText("嫌包装薄")
    qtbot.keyClick(panel.notes.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    panel.notes.standing.setPlainText(NAUGHTY)
    panel.notes.standing.finish()
    arrive(qtbot, window)
    card = stocked.buyers.load_card(buyer_id)
    assert (card.buyer.consent, card.buyer.consent_way) == (Consent.GIVEN, "phone")
    assert card.next_call is not None
    assert (card.buyer.temperament, card.buyer.note) == (Temperament.UPSET, NAUGHTY)
    assert set(card.buyer.flags) == {BuyerFlag.NEEDS_CARE, BuyerFlag.KEEP_PROOF}
    assert [note.text for note in card.notes] == ["嫌包装薄"]
    assert panel.notes.field.toPlainText() == ""
    panel.notes.removal_wanted.emit(buyer_id, card.notes[0].id)
    arrive(qtbot, window)
    assert stocked.buyers.load_card(buyer_id).notes == ()


def test_orders_and_cases_lead_on(window: MainWindow, page: BuyersPage, qtbot: QtBot) -> None:
    gone: list[Target] = []
    page.navigate.connect(gone.append)
    panel = page.panel
    assert panel.orders.model.rowCount() == 12
    qtbot.mouseClick(panel.orders.every, Qt.MouseButton.LeftButton)
    arrive(qtbot, window)
    assert panel.orders.model.rowCount() == 14
    assert panel.orders.every.isHidden()
    panel.bar.setCurrentIndex(2)
    panel.orders.table.setFocus()
    panel.orders.table.choose_row(0)
    page.copy()
    assert QGuiApplication.clipboard().text() == "261100"
    qtbot.keyClick(panel.orders.table, Qt.Key.Key_Return)
    panel.bar.setCurrentIndex(1)
    panel.cases.table.choose_row(0)
    qtbot.keyClick(panel.cases.table, Qt.Key.Key_Return)
    assert gone == [Target("cases", "261100", "new"), Target("cases", "A2611-0001")]
    spoken = str(panel.orders.model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "雾釉餐盘" in spoken
    assert panel.orders.model.index(0, 0).data(CELL_ROLE).text == "261100"


def test_two_ids_of_one_person_become_one_and_two_again(
    stocked: AppContext, window: MainWindow, page: BuyersPage, qtbot: QtBot
) -> None:
    kept, other = (stocked.buyers.find_buyer_id(buyer[0]) for buyer in BUYERS[:2])
    assert not page.panel.head.banner.isHidden()
    page.rename_to(kept, BUYERS[1][0])
    arrive(qtbot, window)
    asked = next(
        each for each in QApplication.topLevelWidgets() if isinstance(each, MessageDialog) and each.isVisible()
    )
    asked.chosen = "yes"
    asked.accept()
    arrive(qtbot, window)
    dialog = page.findChild(MergeDialog)
    assert dialog is not None
    assert dialog.plan is not None
    assert (dialog.plan.kept.id, dialog.plan.other.id) == (kept, other)
    qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    arrive(qtbot, window)
    assert stocked.buyers.find_buyer(other).merged_into == kept
    assert BUYERS[1][0] not in nicks(page)
    assert BUYERS[1][0] in page.panel.head.former.text()
    window.go(Target("buyers", BUYERS[1][0]))
    arrive(qtbot, window)
    assert shown_nick(page) == FIRST
    window.actions_.run("undo")
    arrive(qtbot, window)
    assert stocked.buyers.find_buyer(other).merged_into is None
    assert BUYERS[1][0] in nicks(page)


def test_a_buyer_of_another_shop_is_refused_with_the_reason(window: MainWindow, page: BuyersPage, qtbot: QtBot) -> None:
    dialog = page.merge()
    assert dialog is not None
    dialog.search.setText("别店")
    dialog.search.search_now()
    arrive(qtbot, window)
    dialog.list.clicked.emit(dialog.names.index(0, 0))
    arrive(qtbot, window)
    assert not dialog.refusal.isHidden()
    assert "别店的人" in dialog.refusal.text.text()
    assert not dialog.take.isEnabled()
    dialog.reject()


@pytest.mark.parametrize("nick", [NAUGHTY, "改_新'; DROP"])
def test_naughty_ids_are_shown_as_they_are(
    stocked: AppContext, window: MainWindow, page: BuyersPage, qtbot: QtBot, nick: str
) -> None:
    last = stocked.buyers.find_buyer_id(NAUGHTY)
    if nick != NAUGHTY:
        page.rename_to(last, nick)
        arrive(qtbot, window)
    window.go(Target("buyers", nick))
    arrive(qtbot, window)
    assert shown_nick(page) == nick
    assert page.panel.head.nick.full() == one_line(nick)
    assert "<b>" not in page.panel.head.nick.toolTip()
    window.resize(1200, 760)
    page.open_card()
    assert page.pane.isHidden()
    assert page.back()
    assert not page.pane.isHidden()
    window.resize(1440, 900)
    page._row_menu(QPoint(5, 5))
    window.go(Target("buyers", "nobody at all"))
    arrive(qtbot, window)
    assert any(isinstance(each, MessageDialog) and each.isVisible() for each in QApplication.topLevelWidgets())


def test_the_palette_leads_to_the_card(window: MainWindow, page: BuyersPage, qtbot: QtBot) -> None:
    found: list[Entry] = []
    assert window.hooks.search is not None
    window.hooks.search("1048", found.extend)
    arrive(qtbot, window)
    entry = next(each for each in found if each.icon == "user")
    entry.act()
    arrive(qtbot, window)
    assert shown_nick(page) == BUYERS[2][0] == entry.text
    assert page.pane.table.current_buyer() == page.panel.wanted


def test_the_card_says_how_the_buyer_may_be_contacted(
    stocked: AppContext, window: MainWindow, page: BuyersPage, qtbot: QtBot
) -> None:
    who = stocked.buyers.find_buyer_id("花果山_大圣01")
    stocked.contact.agree(who, Channel.WECHAT)
    stocked.contact.set_preferences(who, rhythm=Rhythm(2, RhythmUnit.WEEKS))
    page.show_buyer(who)
    arrive(qtbot, window)
    standing = page.panel.standing
    assert "微信" in standing.agreed.text()
    assert "每 2 周" in standing.source.text()
    page.commands()["contact"]()
    arrive(qtbot, window)
    dialog = page.panel.findChild(ContactDialog)
    assert dialog is not None
    assert dialog.found is not None
    assert dialog.found.buyer.id == who
    dialog.accept()
