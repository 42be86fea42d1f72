"""The list of VIPs with the proposals, and the contact of one buyer, by keyboard and click."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.context import AppContext
from models.call_kinds import Channel, TierSource
from models.kinds import Consent, Tier
from models.store.buyers import find_buyer
from ui.background import Background
from ui.page import Target
from ui.vips.contact_dialog import ContactDialog
from ui.vips.vip_desk import PROPOSALS, open_contact, open_vips
from ui.vips.vip_door import VipDoor
from ui.vips.vip_models import VipFilter
from ui.vips.vips_dialog import VipsDialog

Arrive = Callable[[], None]
NAUGHTY = "<b>‮x</b>\U0001f525&%1 ../"


@pytest.fixture
def went() -> list[Target]:
    """Where the dialogs wanted to go."""
    return []


@pytest.fixture
def vips(
    ctx: AppContext, who: dict[str, int], background: Background, window: QWidget, arrive: Arrive, went: list[Target]
) -> VipsDialog:
    """The list, read."""
    dialog = open_vips(ctx, background, window, went.append)
    arrive()
    return dialog


def contact_of(
    ctx: AppContext, background: Background, window: QWidget, arrive: Arrive, buyer_id: int
) -> ContactDialog:
    dialog = open_contact(ctx, background, buyer_id, window, lambda _: None)
    arrive()
    return dialog


def nicks(dialog: VipsDialog) -> list[str]:
    return [row.nick for row in dialog.model.rows]


def test_the_list_is_searched_filtered_and_sorted(
    vips: VipsDialog, who: dict[str, int], went: list[Target], qtbot: QtBot
) -> None:
    assert nicks(vips) == ["桃花源_渔人", NAUGHTY, "赤壁_周公瑾"]
    assert [chip.isVisible() for chip in vips.chips.values()] == [True] * 5
    vips.choose_filter(VipFilter.NO_CONSENT)
    assert nicks(vips) == [NAUGHTY]
    vips.choose_filter(VipFilter.OPTED_OUT)
    assert nicks(vips) == ["赤壁_周公瑾"]
    vips.choose_filter(VipFilter.SPECIAL)
    assert (nicks(vips), vips.empty.isVisible()) == ([], True)
    vips.choose_filter(VipFilter.ALL)
    vips.search.setText("赤壁")
    vips.search.search_now()
    assert nicks(vips) == ["赤壁_周公瑾"]
    vips.search.clear()
    vips.search.search_now()
    vips.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert nicks(vips)[0] == "赤壁_周公瑾"
    vips.table.choose_row(0)
    qtbot.mouseClick(vips.card, Qt.MouseButton.LeftButton)
    assert went == [Target("buyers", f"#{who['赤壁_周公瑾']}")]


def test_proposals_are_answered_by_keyboard_several_at_once(
    ctx: AppContext, vips: VipsDialog, who: dict[str, int], arrive: Arrive, qtbot: QtBot
) -> None:
    vips.tabs.setCurrentIndex(PROPOSALS)
    vips.offers.setFocus()
    assert {row.nick for row in vips.offer.rows} == {"也够", "够一级"}
    qtbot.keyClick(vips.offers, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(vips.chosen()) == 2
    qtbot.keyClick(vips.offers, Qt.Key.Key_Return)
    arrive()
    assert find_buyer(ctx.store.database, who["够一级"]).tier_source is TierSource.RULE
    assert (vips.offer.rowCount(), vips.nothing.isVisible()) == (0, True)
    ctx.bench.undo_last()
    vips.reload()
    arrive()
    vips.offers.setFocus()
    qtbot.keyClick(vips.offers, Qt.Key.Key_Delete)
    arrive()
    assert vips.offer.rowCount() == 1
    assert find_buyer(ctx.store.database, who["够一级"]).tier is Tier.NONE


def test_consent_is_noted_with_way_and_day_and_taken_back_in_one_click(
    ctx: AppContext, who: dict[str, int], background: Background, window: QWidget, arrive: Arrive, qtbot: QtBot
) -> None:
    buyer = who[NAUGHTY]
    dialog = contact_of(ctx, background, window, arrive, buyer)
    assert dialog.name.full().startswith("<b>x</b>")
    dialog.way.setEditText("店里当面 <b>")
    dialog.day.setText("2026-13-01")
    qtbot.mouseClick(dialog.channels.yes[Channel.PHONE], Qt.MouseButton.LeftButton)
    assert dialog.wrong.isVisible()
    assert ctx.contact.channels(buyer) == {}
    dialog.day.setText("2026-11-21")
    qtbot.mouseClick(dialog.channels.yes[Channel.PHONE], Qt.MouseButton.LeftButton)
    arrive()
    assert dialog.wrong.isVisible(), "it lies in the future"
    dialog.day.setText("2026-10-01")
    qtbot.mouseClick(dialog.channels.yes[Channel.PHONE], Qt.MouseButton.LeftButton)
    arrive()
    said = ctx.contact.channels(buyer)[Channel.PHONE]
    assert (said.agreed, said.way) == (True, "店里当面 <b>")
    assert ctx.call_backs.desk().day_of(said.said_at) == date(2026, 10, 1)
    assert not dialog.channels.yes[Channel.PHONE].isVisible()
    qtbot.mouseClick(dialog.opt_out, Qt.MouseButton.LeftButton)
    arrive()
    assert find_buyer(ctx.store.database, buyer).consent is Consent.REFUSED
    assert (dialog.banner.isVisible(), dialog.opt_out.isVisible()) == (True, False)
    assert ctx.contact.next_planned(buyer) is None


def test_tier_mark_and_wishes(
    ctx: AppContext, who: dict[str, int], background: Background, window: QWidget, arrive: Arrive, qtbot: QtBot
) -> None:
    buyer = who["桃花源_渔人"]
    dialog = contact_of(ctx, background, window, arrive, buyer)
    dialog.wishes.own.set_value("own")
    dialog.wishes.every.setText("0")
    dialog.wishes.birthday.setText("31-02")
    dialog.wishes.start.setText("25:00")
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert find_buyer(ctx.store.database, buyer).call_rhythm == ""
    dialog.wishes.every.setText("2")
    dialog.wishes.unit.set_value("weeks")
    dialog.wishes.birthday.setText("02-29")
    dialog.wishes.start.setText("10:00")
    dialog.wishes.end.setText("12:00")
    dialog.wishes.weekdays[1].setChecked(True)
    qtbot.mouseClick(dialog.tier.special, Qt.MouseButton.LeftButton)
    arrive()
    assert find_buyer(ctx.store.database, buyer).tier_source is TierSource.SPECIAL
    assert dialog.wishes.birthday.text() == "02-29", "what is typed stays while the tier is changed"
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    arrive()
    kept = find_buyer(ctx.store.database, buyer)
    assert (kept.birthday, '"weeks"' in kept.call_rhythm, '"10:00"' in kept.call_hours) == ("02-29", True, True)
    assert "特别关照" in dialog.tier.history.text()


def test_notes_are_planned_for_those_who_were_not_asked(
    ctx: AppContext, vips: VipsDialog, who: dict[str, int], background: Background, window: QWidget, arrive: Arrive
) -> None:
    vips.table.selectAll()
    assert vips.notable() == [who[NAUGHTY]], "only one was never asked"
    dialog = contact_of(ctx, background, window, arrive, who[NAUGHTY])
    assert dialog.note.isVisible()
    vips.note.click()
    arrive()
    planned = ctx.contact.next_planned(who[NAUGHTY])
    assert planned is not None
    assert planned.channel is Channel.NOTE
    assert not vips.notable()
    ctx.bench.undo_last()
    dialog.note.click()
    arrive()
    assert not dialog.note.isVisible()
    last = ctx.undo.peek_undo()
    assert last is not None
    assert last.values["day"] == planned.due_on.isoformat()
    other = contact_of(ctx, background, window, arrive, who["桃花源_渔人"])
    assert not other.note.isVisible(), "agreed to a channel: that one is used"


def test_the_door_counts_what_the_rules_propose_and_leads_there(
    ctx: AppContext, who: dict[str, int], background: Background, window: QWidget, arrive: Arrive
) -> None:
    door = VipDoor(ctx, background, window, lambda _: None)
    assert door.label() == "VIP 买家"
    window.show()
    door.count()
    arrive()
    assert door.label() == "VIP 买家 · 2 位待定级"
    assert "2 位" in door.proposed.text()
    door.proposed.trigger()
    dialog = window.findChildren(VipsDialog)[-1]
    assert dialog.tabs.currentIndex() == PROPOSALS


def test_a_buyer_who_is_gone_says_so(
    ctx: AppContext, who: dict[str, int], background: Background, window: QWidget, arrive: Arrive
) -> None:
    dialog = contact_of(ctx, background, window, arrive, 99_999)
    assert (dialog.banner.isVisible(), dialog.save.isEnabled()) == (True, False)
