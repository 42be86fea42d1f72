"""The calendar that leaves the window: every phone that takes each file in turn ends with exactly the open call-backs."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.cli import parse, run_command
from desktop.context import AppContext
from desktop.services.calendar_feed import FILE_NAME
from models.clock import FixedClock
from models.errors import EnvironmentFault, UserError
from models.kinds import Consent, Tier
from models.rules.calendar_choices import CalendarChoices, Shown
from models.rules.calendar_events import plain_line
from models.store import fsops
from tests.desktop.services.calendar_phone import NAMED, Phone, add_buyer, calendar_of


def plan(ctx: AppContext, buyer_id: int, day: date, at_time: str = "", subject: str = "") -> int:
    return ctx.bench.act(
        "call_planned",
        lambda transaction: transaction.insert(
            "call_back", buyer_id=buyer_id, due_on=day, at_time=at_time, subject=subject
        ),
    )


@pytest.fixture
def vip(ctx: AppContext) -> int:
    made = add_buyer(ctx, "tb_3821")
    ctx.call_backs.set_consent(made, Consent.GIVEN, "chat")
    ctx.call_backs.set_tier(made, Tier.V2)
    return made


def test_undo_never_takes_a_sequence_back_and_a_call_that_returns_is_the_same_event(ctx: AppContext, vip: int) -> None:
    feed, phone = ctx.calendar_feed, Phone()
    phone.take(feed.prepare("zh").data)
    (uid,) = phone.sequences
    assert uid.endswith("-1@aftercase")
    assert "3821" not in uid
    made = ctx.call_backs.due(date(2099, 1, 1))[0].call_back
    ctx.call_backs.skip(made.id, "holiday")
    phone.take(feed.prepare("zh").data)
    assert uid not in phone.events
    assert phone.sequences[uid] == 1
    ctx.bench.undo_last()
    phone.take(feed.prepare("zh").data)
    assert phone.stands() == [(made.due_on, made.at_time)]
    assert phone.sequences[uid] == 2
    ctx.bench.redo_last()
    assert feed.prepare("zh").data == feed.prepare("zh").data
    phone.take(feed.prepare("zh").data)
    assert uid not in phone.events
    assert phone.sequences[uid] == 3


def test_a_cancelled_one_stays_for_sixty_days(ctx: AppContext, clock: FixedClock, vip: int) -> None:
    feed = ctx.calendar_feed
    feed.prepare("zh")
    ctx.call_backs.set_consent(vip, Consent.REFUSED)
    for days, there in ((0, True), (59, True), (2, False)):
        clock.advance(timedelta(days=days))
        assert (b"STATUS:CANCELLED" in feed.prepare("zh", NAMED).data) is there
    assert b"tb_3821" not in feed.prepare("zh", NAMED).data


def test_what_goes_out_of_sight_is_cancelled_and_comes_back_as_the_same_event(
    ctx: AppContext, clock: FixedClock, tmp_path: Path
) -> None:
    feed, phone, folder = ctx.calendar_feed, Phone(), tmp_path / "cloud"
    folder.mkdir()
    feed.keep_in(folder)

    def write() -> list[date]:
        feed.write_now("zh")
        phone.take((folder / FILE_NAME).read_bytes())
        return [day for day, _ in phone.stands()]

    near, far = plan(ctx, add_buyer(ctx, "a"), date(2026, 11, 25), "14:30"), date(2027, 2, 1)
    plan(ctx, add_buyer(ctx, "b"), far, subject="far")
    assert write() == [date(2026, 11, 25), far]
    ctx.bench.act("call_moved", lambda transaction: transaction.update("call_back", near, due_on=date(2027, 9, 1)))
    assert write() == [far]
    # A file for once says nothing of what is further than it goes and stands as it was published.
    soon = CalendarChoices(days=7)
    assert [str(event["STATUS"]) for event in calendar_of(feed.prepare("zh", soon).data).events] == ["CANCELLED"]
    feed.choose(soon)
    assert write() == []
    assert not feed.write_now("zh")
    clock.advance(timedelta(days=70))
    assert write() == [far]
    assert sorted(phone.sequences.values()) == [1, 2]
    feed.choose(CalendarChoices(days=400))
    assert write() == [far, date(2027, 9, 1)]


def test_no_word_of_a_buyer_who_opts_out_is_left(ctx: AppContext, vip: int, tmp_path: Path) -> None:
    feed, folder = ctx.calendar_feed, tmp_path / "cloud"
    folder.mkdir()
    feed.choose(NAMED)
    feed.keep_in(folder)
    ctx.call_backs.promise(vip, "送一个坐垫", date(2026, 12, 1))
    feed.write_now("zh")
    words = [each.encode() for each in ("tb_3821", "张", "1380000", "坐垫")]
    assert all(word in (folder / FILE_NAME).read_bytes() for word in words)
    ctx.contact.opt_out(vip, "chat")
    feed.write_now("zh")
    data = (folder / FILE_NAME).read_bytes()
    assert data.count(b"STATUS:CANCELLED") == data.count(b"BEGIN:VEVENT") == 2
    assert not any(word in data for word in words)


def test_the_file_says_nothing_of_the_buyer_but_what_was_chosen(ctx: AppContext) -> None:
    buyer = add_buyer(ctx, "tb_secret")
    plan(ctx, buyer, date(2026, 11, 25), "14:30", "送一个坐垫")
    plain = calendar_of(ctx.calendar_feed.prepare("en").data)
    (event,) = plain.events
    assert event["SUMMARY"] == "Call-back"
    assert "DESCRIPTION" not in event
    masked = replace_choices(name=Shown.MASKED, phone=Shown.MASKED)
    (event,) = calendar_of(ctx.calendar_feed.prepare("zh", masked).data).events
    assert event["SUMMARY"] == "回访：张**"
    assert event["DESCRIPTION"] == "电话：138****1234"
    (event,) = calendar_of(ctx.calendar_feed.prepare("zh", NAMED).data).events
    assert event["SUMMARY"] == "回访：tb_secret 张晓"
    assert event["DESCRIPTION"] == "电话：13800001234\n送一个坐垫"


def replace_choices(**values: object) -> CalendarChoices:
    return CalendarChoices(**values)  # type: ignore[arg-type]


def test_times_zones_and_alarms_are_those_of_the_shop(ctx: AppContext) -> None:
    buyer, other = add_buyer(ctx, "a"), add_buyer(ctx, "b")
    plan(ctx, buyer, date(2026, 11, 25), "14:30")
    plan(ctx, other, date(2026, 11, 26))
    calendar = calendar_of(ctx.calendar_feed.prepare("zh").data)
    assert calendar["METHOD"] == "PUBLISH"
    assert calendar["VERSION"] == "2.0"
    assert "PRODID" in calendar
    assert [str(zone["TZID"]) for zone in calendar.timezones] == ["Asia/Shanghai"]
    timed, whole = calendar.events
    assert timed["DTSTART"].dt.isoformat() == "2026-11-25T14:30:00+08:00"
    assert timed["DTEND"].dt - timed["DTSTART"].dt == timedelta(minutes=15)
    assert timed.walk("VALARM")[0]["TRIGGER"].dt == timedelta(minutes=-10)
    assert (whole["DTSTART"].dt, whole["DTEND"].dt) == (date(2026, 11, 26), date(2026, 11, 27))
    assert whole.walk("VALARM")[0]["TRIGGER"].dt == timedelta(hours=9)
    assert not calendar.errors
    assert not timed.errors
    again = calendar_of(calendar.to_ical())
    assert [event.to_ical() for event in again.events] == [event.to_ical() for event in calendar.events]


NAUGHTY = (
    "a,b;c\\d", "line\r\nBEGIN:VEVENT\r\nUID:evil\r\nEND:VEVENT", "x\u2028END:VCALENDAR\u2029\x85y\x0bz", "nul\0nul",
    "\ud83d lone \udc00", "回访" * 40_000, "😀" * 300, "\u202eevil\u202c", "é" * 74, "\\n\\", "\ufeff\ufffe", " ", "",
)  # fmt: skip


def test_no_text_breaks_the_file(ctx: AppContext) -> None:
    database: Any = ctx.store.database
    for place, text in enumerate(NAUGHTY):
        # What older programs may have left in the store; a lone surrogate cannot be in it.
        kept = text.encode("utf-8", "replace").decode()
        buyer = add_buyer(ctx, f"n{place}{kept[:50]}", kept[:100_000])
        plan(ctx, buyer, date(2026, 11, 23), "14:30" if place % 2 else "", kept)
    database.execute_sql("UPDATE call_back SET at_time = '9:5;X' WHERE id = 3")
    data = ctx.calendar_feed.prepare("zh", NAMED).data
    lines = data.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert b"\n" not in b"".join(lines)
    assert b"\0" not in data
    for line in lines:
        line.decode("utf-8")
    calendar = calendar_of(data)
    assert len(calendar.events) == len(NAUGHTY) == data.count(b"\r\nBEGIN:VEVENT\r\n")
    for event, text in zip(calendar.events, NAUGHTY, strict=True):
        kept = plain_line(text.encode("utf-8", "replace").decode())
        assert kept[:100] in str(event["SUMMARY"])
    assert plain_line("\ud83d lone \udc00") == "lone"


def test_the_file_in_the_folder_follows_and_is_written_only_when_it_changes(
    ctx: AppContext, vip: int, tmp_path: Path
) -> None:
    feed, folder = ctx.calendar_feed, tmp_path / "网盘 cloud"
    folder.mkdir()
    feed.keep_in(folder)
    assert feed.write_now("zh")
    assert not feed.write_now("zh")
    file = folder / FILE_NAME
    assert feed.state().file == file
    assert feed.state().written_at == ctx.clock.now()
    assert feed.state().problem is None
    data, old = file.read_bytes(), ctx.clock.now().timestamp() - 90_000
    for name, content in ((f".{'a' * 32}.part", data[:900]), (f".{'b' * 32}.part", b"x"), ("c.part", data)):
        (folder / name).write_bytes(content)
        os.utime(folder / name, (old, old))
    file.write_bytes(b"")
    assert feed.write_now("zh")
    # Only what was surely left half done by this program is gone.
    assert {each.name for each in folder.iterdir()} == {FILE_NAME, f".{'b' * 32}.part", "c.part"}
    feed.leave()
    assert not feed.write_now("zh")
    assert file.exists()


def test_a_file_left_where_it_was_kept_before_is_told_and_only_ours_is_removed(
    ctx: AppContext, vip: int, tmp_path: Path
) -> None:
    feed, places = ctx.calendar_feed, [tmp_path / name for name in "abcd"]
    for folder in places:
        folder.mkdir()
        feed.keep_in(folder)
        feed.write_now("zh")
    first, second, third, last = (folder / FILE_NAME for folder in places)
    assert feed.state().left == (first, second, third)
    break_foreign(places[1])
    shutil.rmtree(places[2])
    feed.keep_in(places[0])
    feed.keep_in(places[3])
    assert feed.state().left == (second, third, first)
    with pytest.raises(EnvironmentFault) as caught:
        feed.remove_left()
    assert caught.value.code == "calendar_folder_gone"
    assert [each.exists() for each in (first, second, last)] == [False, True, True]
    # A drive that is away now may be back later.
    assert feed.state().left == (third,)
    third.parent.mkdir()
    assert feed.remove_left() == 0
    assert feed.state().left == ()
    feed.leave()
    assert feed.state().left == (last,)
    assert feed.remove_left() == 1
    assert not last.exists()


def break_gone(folder: Path) -> None:
    shutil.rmtree(folder)


def break_linked(folder: Path) -> None:
    folder.rename(folder.with_name("else"))
    folder.symlink_to(folder.with_name("else"), target_is_directory=True)


def break_file_linked(folder: Path) -> None:
    (folder / FILE_NAME).unlink()
    (folder / FILE_NAME).symlink_to(folder.with_name("shop") / "anchors.log")


def break_foreign(folder: Path) -> None:
    (folder / FILE_NAME).write_bytes(b"BEGIN:VCALENDAR\r\nX-WR-RELCALID:other\r\nEND:VCALENDAR\r\n")


def break_folder(folder: Path) -> None:
    (folder / FILE_NAME).unlink()
    (folder / FILE_NAME).mkdir()


@pytest.mark.parametrize(
    ("breaks", "code"),
    [
        (break_gone, "calendar_folder_gone"), (break_linked, "calendar_folder_linked"),
        (break_file_linked, "calendar_folder_linked"), (break_foreign, "calendar_file_foreign"),
        (break_folder, "calendar_file_foreign"),
    ],
)  # fmt: skip
def test_what_stands_in_the_way_is_told_and_nothing_of_others_is_touched(
    ctx: AppContext, vip: int, tmp_path: Path, breaks: Callable[[Path], None], code: str
) -> None:
    feed, folder = ctx.calendar_feed, tmp_path / "cloud"
    folder.mkdir()
    feed.keep_in(folder)
    feed.write_now("zh")
    breaks(folder)
    before = (folder / FILE_NAME).read_bytes() if (folder / FILE_NAME).is_file() else b""
    with pytest.raises(EnvironmentFault) as caught:
        feed.write_now("zh")
    problem = feed.state().problem
    assert caught.value.code == code
    assert problem is not None
    assert problem.code == code
    assert ((folder / FILE_NAME).read_bytes() if (folder / FILE_NAME).is_file() else b"") == before
    assert feed.state().written_at == ctx.clock.now()


@pytest.mark.parametrize(
    ("error", "code"),
    [(OSError(errno.ENOSPC, "full"), "disk_full"), (PermissionError(errno.EACCES, "in use"), "export_in_use")],
)
def test_a_full_disk_or_a_held_file_is_told_and_tried_again(
    ctx: AppContext, vip: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, code: str
) -> None:
    feed, folder = ctx.calendar_feed, tmp_path / "cloud"
    folder.mkdir()
    feed.keep_in(folder)
    feed.write_now("zh")
    before = (folder / FILE_NAME).read_bytes()
    ctx.call_backs.set_consent(vip, Consent.REFUSED)

    def refuse(source: Path, target: Path) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(fsops, "replace", refuse)
        with pytest.raises(EnvironmentFault) as caught:
            feed.write_now("zh")
    assert caught.value.code == code
    assert (folder / FILE_NAME).read_bytes() == before
    assert [each.name for each in folder.iterdir()] == [FILE_NAME]
    assert feed.write_now("zh")
    assert feed.state().problem is None
    assert b"STATUS:CANCELLED" in (folder / FILE_NAME).read_bytes()


def test_only_a_folder_outside_the_data_can_be_chosen(ctx: AppContext, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for folder in (tmp_path / "none", tmp_path / "file", ctx.store.folder.root, ctx.store.folder.root / "logs"):
        with pytest.raises(UserError):
            ctx.calendar_feed.keep_in(folder)
    assert ctx.calendar_feed.state().folder is None


def test_an_older_copy_of_the_data_goes_on_above_what_it_wrote_later(ctx: AppContext, vip: int, tmp_path: Path) -> None:
    feed, folder, phone = ctx.calendar_feed, tmp_path / "cloud", Phone()
    folder.mkdir()
    feed.keep_in(folder)
    feed.write_now("zh")
    database: Any = ctx.store.database
    kept = database.execute_sql("SELECT sequence, digest, written_at, cancelled FROM calendar_entry").fetchone()
    made = ctx.call_backs.due(date(2099, 1, 1))[0].call_back
    ctx.call_backs.move(made.id, made.due_on + timedelta(days=3), "later")
    feed.write_now("zh")
    phone.take((folder / FILE_NAME).read_bytes())
    ctx.bench.undo_last()
    # As a backup of before the move has it.
    database.execute_sql("UPDATE calendar_entry SET sequence = ?, digest = ?, written_at = ?, cancelled = ?", kept)
    feed.write_now("zh")
    phone.take((folder / FILE_NAME).read_bytes())
    assert phone.stands() == [(made.due_on, made.at_time)]
    assert not feed.write_now("zh")


def test_the_command_writes_one_file(ctx: AppContext, vip: int, tmp_path: Path) -> None:
    root, out = str(ctx.store.folder.root), tmp_path / "out.ics"
    ctx.close()
    assert run_command(parse(["callbacks", "ics", "--data", root, "--out", str(out), "--names", "whole"])) == 0
    (event,) = calendar_of(out.read_bytes()).events
    assert event["SUMMARY"] == "回访（V2）：张晓"
    assert run_command(parse(["callbacks", "ics", "--data", root, "--out", str(out), "--days", "0"])) == 1
    assert run_command(parse(["callbacks", "ics", "--data", root, "--out", str(tmp_path / "no" / "x.ics")])) == 1
