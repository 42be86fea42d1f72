"""The call-backs in Settings: every choice is kept at once and undone; what cannot be is said beside its field."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.call_kinds import Channel
from models.kinds import CallOutcome, Consent, Tier
from models.rules.call_settings import Hours, Limits, OffDayMove
from models.rules.rhythms import Rhythm, RhythmUnit
from models.store.transaction import Transaction
from ui.main_window import MainWindow
from ui.page import Target
from ui.settings.quiet_dialog import QuietDialog
from ui.settings.setting_fields import LineField
from ui.settings.settings_page import SettingsPage

if TYPE_CHECKING:
    from desktop.context import AppContext


def write(field: LineField, text: str) -> None:
    field.setText(text)
    field.finish()


def calm(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.background.pending() == 0)


def test_rhythms_limits_days_and_hours_are_kept_at_once_and_undone(
    page: SettingsPage, window: MainWindow, ctx: AppContext, qtbot: QtBot
) -> None:
    panel = page.calls.calls
    rhythm = panel.rhythms[Tier.V3]
    write(rhythm.every, "2")
    rhythm.unit.choose("weeks")
    calm(qtbot, window)
    assert ctx.call_rules.read().rhythms[Tier.V3] == Rhythm(2, RhythmUnit.WEEKS)
    rhythm.unit.choose("quarters")
    rhythm.nth.choose("2")
    rhythm.weekday.choose("1")
    calm(qtbot, window)
    assert ctx.call_rules.read().rhythms[Tier.V3] == Rhythm(2, RhythmUnit.QUARTERS, 2, 1)
    write(panel.limits[Tier.V1].yellow, "2")
    panel.move_to.choose("backward")
    write(panel.capacity, "12")
    write(panel.hours.start, "9：30")
    panel.hours.days[2].click()
    panel.after_on.switch.click()
    panel.notes.switch.click()
    calm(qtbot, window)
    kept = ctx.call_rules.read()
    assert (kept.limits[Tier.V1], kept.move, kept.capacity) == (Limits(2, 3), OffDayMove.BACKWARD, 12)
    assert (kept.hours, kept.after_case_days, kept.notes) == (Hours("09:30", "20:00", (2,)), None, False)
    assert not panel.after_days.isEnabled()
    window.actions_.run("undo")
    qtbot.waitUntil(lambda: panel.notes.switch.isChecked())
    window.actions_.run("undo")
    qtbot.waitUntil(lambda: panel.after_days.isEnabled() and ctx.call_rules.read().after_case_days == 3)


def test_what_cannot_be_is_said_in_place_and_never_kept(
    page: SettingsPage, window: MainWindow, ctx: AppContext, qtbot: QtBot
) -> None:
    panel, tiers = page.calls.calls, page.calls.tiers
    before = ctx.call_rules.read()
    wrong = (
        (panel.rhythms[Tier.V1].every, "0"), (panel.rhythms[Tier.V2].every, "x" * 100_000),
        (panel.limits[Tier.V1].red, "0"), (panel.limits[Tier.V2].yellow, "‮1"), (panel.capacity, "-1"),
        (panel.capacity, "1e3"), (panel.hours.start, "21:00"), (panel.hours.start, "\x00"), (panel.after_days, "0"),
        (tiers.fields[Tier.V1].spend, "viel"), (tiers.fields[Tier.V2].refunds, "101"),
        (tiers.fields[Tier.V3].days, "🙂"), (tiers.decline, "0"),
    )  # fmt: skip
    for field, text in wrong:
        write(field, text)
        assert field.property("wrong") is True, text
        assert field.accessibleDescription()
    calm(qtbot, window)
    assert ctx.call_rules.read() == before
    # Another thing is kept; what was typed wrongly still stands, with why.
    panel.move_to.choose("backward")
    calm(qtbot, window)
    assert panel.capacity.property("wrong") is True
    write(panel.capacity, "3")
    calm(qtbot, window)
    assert panel.capacity.property("wrong") is False
    assert (ctx.call_rules.read().capacity, ctx.call_rules.read().move) == (3, OffDayMove.BACKWARD)


def test_tier_rules_are_kept_and_count_whom_they_would_propose(
    page: SettingsPage, window: MainWindow, ctx: AppContext, qtbot: QtBot
) -> None:
    tiers = page.calls.tiers
    assert tiers.would.text() == "按现在的规则会提名 0 位买家"
    field = tiers.fields[Tier.V3]
    write(field.spend, "5,000")
    write(field.refunds, "12.5%")
    tiers.fields[Tier.V1].on.click()
    tiers.on.switch.click()
    calm(qtbot, window)
    kept = ctx.call_rules.read()
    assert kept.tiers_on
    assert (kept.tiers[2].spend, kept.tiers[2].refund_rate, kept.tiers[0].on) == (5_000_00, 0.125, False)
    shown = page.calls.look_at_proposals()
    assert shown.isVisible()
    shown.reject()
    write(field.orders, "0")
    write(field.spend, "0")
    assert field.spend.property("wrong") is True, "a rule that asks nothing would make everybody a VIP"
    calm(qtbot, window)
    assert ctx.call_rules.read().tiers[2].spend == 5_000_00


def test_quiet_days_are_added_by_a_click_and_a_vacation_by_the_dialog_and_move_call_backs(
    page: SettingsPage, window: MainWindow, ctx: AppContext, qtbot: QtBot
) -> None:
    day = date(2026, 12, 30)

    def vip(transaction: Transaction) -> None:
        buyer = transaction.insert("buyer", shop_id=1, nick="水帘洞_通臂", tier=Tier.V2, phone="13800000000")
        transaction.insert("call_back", buyer_id=buyer, due_on=day, channel=Channel.PHONE)

    ctx.bench.act("calls_planned", vip, undoable=False)
    quiet = page.calls.quiet
    assert [button.property("title") for button in quiet.ready] == ["双十一", "618", "年终盘点"]
    quiet.ready[2].setFocus()
    quiet.ready[2].click()
    qtbot.waitUntil(lambda: quiet.model.rowCount() == 1)
    assert quiet.window().focusWidget() is quiet.add, "the focus stays near, and what is in sight with it"
    assert quiet.said.text() == "已从这些天挪走 1 个回访。 撤销即可还原。"
    assert not any(row.call_back.due_on == day for row in ctx.call_backs.due(date(2027, 2, 1)))
    assert [button.property("title") for button in quiet.ready] == ["双十一", "618"]
    window.actions_.run("undo")
    qtbot.waitUntil(lambda: quiet.model.rowCount() == 0)
    assert any(row.call_back.due_on == day for row in ctx.call_backs.due(date(2027, 2, 1)))
    quiet.add.click()
    dialog = page.findChildren(QuietDialog)[0]
    dialog.first.setText("12-31")
    dialog.last.setText("12-01")
    dialog.take.click()
    assert dialog.title_field.property("wrong") is True
    assert dialog.last.property("wrong") is True
    dialog.whose.choose("p2")
    dialog.last.setText("2026-12-31")
    qtbot.keyClick(dialog.last, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: quiet.model.rowCount() == 1)
    assert ctx.quiet_periods.list_all()[0].title == "休假"
    quiet.table.choose_row(0)
    quiet.change.click()
    changing = next(each for each in page.findChildren(QuietDialog) if each is not dialog)
    changing.title_field.setText("<b>回老家</b>")
    changing.take.click()
    qtbot.waitUntil(lambda: quiet.model.index(0, 0).data() == "<b>回老家</b>")
    quiet.drop.click()
    qtbot.waitUntil(lambda: quiet.model.rowCount() == 0)


def test_a_command_leads_to_each_panel(page: SettingsPage, window: MainWindow, qtbot: QtBot) -> None:
    for part, panel in (("calls", page.calls.calls), ("quiet", page.calls.quiet), ("tiers", page.calls.tiers)):
        window.actions_.run(f"set_{part}")
        calm(qtbot, window)
        assert panel.isAncestorOf(page.focusWidget()), part
        assert not panel.visibleRegion().isEmpty()
    assert page.title() == "设置"
    window.go(Target("settings"))


def test_what_is_planned_is_planned_anew_where_it_is_wished(
    page: SettingsPage, window: MainWindow, ctx: AppContext, qtbot: QtBot
) -> None:
    line = page.calls.calls.replan
    values = {"shop_id": 1, "nick": "桃花源_渔人", "tier": Tier.V3, "consent": Consent.GIVEN, "phone": "13800000000"}
    who: int = ctx.bench.act("buyer_added", lambda work: work.insert("buyer", **values), undoable=False)
    ctx.call_backs.log_call(CallOutcome.REACHED, buyer_id=who)
    before = ctx.contact.next_planned(who)
    page.calls.calls.rhythms[Tier.V3].unit.choose("weeks")
    calm(qtbot, window)
    assert line.button.isVisibleTo(page)
    assert line.words.text() == "按现在的设置，有 1 个已排的回访会换日子。"
    line.button.click()
    calm(qtbot, window)
    assert line.words.text() == "已重新安排 1 个回访。 撤销即可还原。"
    assert not line.button.isVisibleTo(page)
    assert ctx.contact.next_planned(who) != before
    ctx.bench.undo_last()
    assert ctx.contact.next_planned(who) == before
