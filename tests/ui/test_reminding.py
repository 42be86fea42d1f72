"""What leaves the window: reminders once and without names, the calendar file after each change, settings in place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from desktop.platform.autostart import Autostart
from desktop.services.calendar_feed import FILE_NAME
from models.kinds import Consent, Tier
from models.rules.calendar_choices import Shown
from models.rules.call_reminders import Appointment, DaySum, ReminderChoices, Said, Telling
from ui import call_reminding
from ui.background import Background
from ui.calendar_writing import CalendarWriting
from ui.call_reminding import CallReminding, sentences
from ui.callbacks.calendar_export import CalendarExport
from ui.messages import Toast
from ui.page import Target
from ui.rail import Badge, RailItem
from ui.settings.reminder_panel import ReminderPanel
from ui.tray import TrayDoings, TrayReminders, WindowReminders

if TYPE_CHECKING:
    from desktop.context import AppContext
    from models.clock import FixedClock


@pytest.fixture
def window(qtbot: QtBot, prepared: QApplication) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def background(window: QWidget) -> Iterator[Background]:
    made = Background(window)
    yield made
    made.close()


def plan(ctx: AppContext, day: date, at_time: str = "") -> int:
    def work(transaction: Any) -> int:
        buyer = transaction.insert(
            "buyer", shop_id=1, nick=f"tb_{at_time}", phone="1", tier=Tier.V2, consent=Consent.GIVEN
        )
        return int(transaction.insert("call_back", buyer_id=buyer, due_on=day, at_time=at_time))

    return ctx.bench.act("call_planned", work, undoable=False)


def test_reminders_come_once_and_name_nobody_while_locked(
    ctx: AppContext, clock: FixedClock, window: QWidget, background: Background, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    today = ctx.call_backs.desk().today
    plan(ctx, today - timedelta(days=5))
    near = plan(ctx, today, "09:50")
    heard: list[tuple[str, str, Target]] = []
    values = {"shop_id": 1, "nick": "unplanned", "tier": Tier.V2, "consent": Consent.GIVEN}
    forgotten = ctx.bench.act("buyer_added", lambda work: work.insert("buyer", **values), undoable=False)
    days: list[int] = []
    reminding = CallReminding(ctx, background, window)
    reminding.new_day.connect(lambda: days.append(ctx.call_reminders.count().late))
    reminding.told.connect(lambda title, text, target: heard.append((title, text, target)))
    for _ in range(2):
        reminding.look()
        qtbot.waitUntil(lambda: background.pending() == 0)
    assert [text for _, text, _ in heard] == ["今天 1 条回访 · 1 条拖期（1 条红色）", "09:50，还有 8 分钟"]
    assert heard[1][2] == Target("callbacks", str(near), "call")
    assert ctx.contact.next_planned(forgotten) is not None, "planned though the calendar was never opened"
    ctx.call_reminders.choose(ReminderChoices(names=True))
    for unlocked, first, last in ((False, "11:00", "11:00"), (True, "12:00", "tb_12:00 (V2)：12:00")):
        heard.clear()
        plan(ctx, today, first)
        clock.advance(timedelta(hours=1, minutes=10))
        monkeypatch.setattr(call_reminding, "session_unlocked", lambda unlocked=unlocked: unlocked)
        reminding.look()
        qtbot.waitUntil(lambda: background.pending() == 0)
        assert [text.partition("，")[0] for _, text, _ in heard] == [last]
    assert days == []
    clock.advance(timedelta(hours=13))
    reminding.look()
    qtbot.waitUntil(lambda: background.pending() == 0)
    # The rail counts anew: what stood on yesterday is late now.
    assert days == [4]


@pytest.mark.qt_log_ignore("No such signal QPlatformNativeInterface")
def test_the_tray_leads_to_what_it_told_of(window: QWidget) -> None:
    did: list[str] = []
    doings = TrayDoings(lambda: did.append("show"), lambda: None, lambda: None, lambda: None)
    tray = QSystemTrayIcon()
    reminders = TrayReminders(window, doings, tray)
    reminders.remind("回访", "14:30", lambda: did.append("opened"))
    tray.messageClicked.emit()
    tray.messageClicked.emit()
    assert did == ["show", "opened", "show"]
    reminders.close()


def test_without_a_tray_what_was_said_behind_another_window_is_said_again_in_front(
    window: QWidget, qtbot: QtBot
) -> None:
    reminders = WindowReminders(window)

    def toasts() -> list[str]:
        return [each.accessibleName() for each in window.findChildren(Toast) if not each.isHidden()]

    window.hide()
    reminders.remind("回访", "14:30", lambda: None)
    reminders.remind("回访", "15:00", lambda: None)
    assert toasts() == []
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert toasts() == ["回访\n14:30", "回访\n15:00"]
    reminders.remind("回访", "16:00")
    assert len(toasts()) == 3
    reminders.close()


def test_appointments_are_few_words(clock: FixedClock) -> None:
    now = clock.now()
    day, starts_at = now.date(), now + timedelta(minutes=8)
    met = [Appointment(each, day, "09:50", starts_at, f"tb_{each}") for each in range(5)]

    def texts(count: int, *, named: bool = False) -> list[str]:
        near = tuple(met[:count])
        return [text for _, text, _ in sentences(Telling(Said(), near=near), now, named=named)]

    assert texts(1) == ["09:50，还有 8 分钟"]
    assert texts(2) == ["2 条回访：09:50，还有 8 分钟"]
    assert texts(2, named=True) == ["tb_0：09:50，还有 8 分钟", "tb_1：09:50，还有 8 分钟"]
    assert texts(5, named=True) == ["09:50 到 09:50 之间有 5 条回访"]
    passed = sentences(Telling(Said(), DaySum(today=2, promises=1), passed=tuple(met)), now, named=True)
    assert [text for _, text, _ in passed] == [
        "今天 2 条回访 · 其中 1 条是答应买家的事\n有 5 个约定时间在未提醒时已过，仍待回访。"
    ]


def test_the_rail_tells_today_and_late(window: QWidget) -> None:
    item = RailItem("callbacks", "回访", "phone-call", "", window)
    item.set_badge(Badge(3, late=2))
    assert item.accessibleName() == "回访 3，另有 2 条已拖期"
    both = item.grab().toImage()
    item.set_badge(Badge(3))
    assert item.grab().toImage() != both


def test_the_calendar_file_follows_changes_and_a_fault_is_told_once(
    ctx: AppContext, window: QWidget, background: Background, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "cloud"
    folder.mkdir()
    ctx.calendar_feed.keep_in(folder)
    told: list[str] = []
    writing = CalendarWriting(ctx, background, window)
    writing.told.connect(lambda title, text, target: told.append(text))

    def write() -> None:
        with qtbot.waitSignal(writing.done):
            writing.write()

    write()
    before = (folder / FILE_NAME).read_bytes()
    plan(ctx, ctx.call_backs.desk().today, "15:00")
    assert writing._timer.isActive()
    write()
    assert (folder / FILE_NAME).read_bytes() != before
    (folder / FILE_NAME).unlink()
    folder.rmdir()
    write()
    write()
    assert len(told) == 1
    assert str(folder) in told[0]
    folder.mkdir()
    write()
    assert (folder / FILE_NAME).exists()
    plan(ctx, ctx.call_backs.desk().today, "16:00")
    writing.close()
    assert (folder / FILE_NAME).read_bytes().count(b"BEGIN:VEVENT") == 2


def test_one_calendar_file_is_exported(
    ctx: AppContext, window: QWidget, background: Background, qtbot: QtBot, tmp_path: Path
) -> None:
    plan(ctx, ctx.call_backs.desk().today)
    export = CalendarExport(ctx, background, window)
    said: list[str] = []
    export.said.connect(said.append)
    assert export.default_name() == "call-backs-2026-11-20.ics"
    export.write(tmp_path / "out.ics")
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["已将 1 条回访写入 out.ics"]
    assert (tmp_path / "out.ics").read_bytes().count(b"BEGIN:VEVENT") == 1


def test_choices_are_kept_at_once_and_what_is_wrong_is_said_in_place(
    ctx: AppContext, window: QWidget, background: Background, qtbot: QtBot, tmp_path: Path
) -> None:
    autostart = Autostart(tmp_path, system="linux", home=tmp_path)
    panel = ReminderPanel(ctx, background, window, autostart=autostart)
    asked: list[str] = []
    panel.asked.connect(asked.append)
    panel.day_at.setText("8：5")
    panel.day_at.finish()
    panel.quiet_from.setText("21:00")
    panel.quiet_from.finish()
    panel.before.choose("never")
    panel.names.click()
    kept = ctx.call_reminders.choices()
    assert kept == ReminderChoices(day_at="08:05", before=None, quiet_from="21:00", names=True)
    panel.quiet_until.setText("25:00\0")
    panel.quiet_until.finish()
    assert ctx.call_reminders.choices() == kept
    assert panel.quiet_row.property("wrong")
    assert panel.sample.text() == "回访（V2）"
    panel.amounts["name"].chosen.emit("masked")
    panel.switches["buyer_id"].click()
    assert panel.sample.text() == "回访（V2）：tb_3821 张**"
    panel.days.setText("0")
    panel.days.finish()
    assert panel.days_row.property("wrong")
    assert (ctx.calendar_feed.choices().name, ctx.calendar_feed.choices().days) == (Shown.MASKED, 90)
    assert asked == ["write_calendar"] * 2
    assert not panel.now.isEnabled()
    panel.take_folder(tmp_path / "none")
    qtbot.waitUntil(lambda: background.pending() == 0)
    assert panel.wrong.text().startswith("这个文件夹不能存放日历")
    (tmp_path / "cloud").mkdir()
    panel.take_folder(tmp_path / "cloud")
    qtbot.waitUntil(panel.now.isEnabled)
    assert panel.folder.text() == str(tmp_path / "cloud" / FILE_NAME)
    panel.start.click()
    qtbot.waitUntil(autostart.is_on)
    panel.start.click()
    qtbot.waitUntil(lambda: not autostart.is_on())
    ctx.calendar_feed.write_now("zh")
    assert panel.left_row.isHidden()
    panel.leave.click()
    assert ctx.calendar_feed.state().folder is None
    assert not panel.left_row.isHidden()
    panel.clear.click()
    qtbot.waitUntil(panel.left_row.isHidden)
    assert not (tmp_path / "cloud" / FILE_NAME).exists()
