"""Settings: kept in memory at once, written behind, never lost to a disk that was full for a while."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from desktop.bootstrap import build
from desktop.settings import Settings
from models.clock import FixedClock
from models.store.store import open_store

if TYPE_CHECKING:
    from desktop.context import AppContext


def test_a_value_is_there_at_once_and_after_opening_again(open_context: Callable[[], AppContext]) -> None:
    first = open_context()
    first.settings.set("rhythm", {"v1": 30, "名": "月"})
    assert first.settings.get("rhythm") == {"v1": 30, "名": "月"}
    first.close()
    assert open_context().settings.get("rhythm") == {"v1": 30, "名": "月"}


@pytest.mark.parametrize("value", ["", "\x00", "\ud83d", "'; DROP TABLE x; --", 2**70, None, [1, [2]], "长" * 999])
def test_any_json_value_comes_back_as_it_was(open_context: Callable[[], AppContext], value: Any) -> None:
    first = open_context()
    first.settings.set("value", value)
    first.close()
    assert open_context().settings.get("value", "never set") == value


def test_what_json_cannot_hold_is_refused_where_it_is_set(ctx: AppContext) -> None:
    with pytest.raises(TypeError):
        ctx.settings.set("value", {1, 2})
    with pytest.raises(ValueError, match="JSON"):
        ctx.settings.set("value", float("nan"))
    assert ctx.settings.get("value") is None


def test_changing_what_was_got_changes_no_setting(ctx: AppContext) -> None:
    ctx.settings.set("columns", ["number"])
    ctx.settings.get("columns").append("state")
    assert ctx.settings.get("columns") == ["number"]


def test_a_refused_write_is_made_up_for(open_context: Callable[[], AppContext]) -> None:
    first = open_context()
    pages = first.store.database.execute_sql("PRAGMA page_count").fetchone()[0]
    first.store.database.execute_sql(f"PRAGMA max_page_count = {pages}")
    first.settings.set("letter", "信" * 50_000)
    assert first.settings.get("letter") == "信" * 50_000
    first.store.database.execute_sql(f"PRAGMA max_page_count = {pages + 1000}")
    first.close()
    assert open_context().settings.get("letter") == "信" * 50_000


def test_the_last_of_two_threads_is_what_is_written(tmp_path: Path, clock: FixedClock) -> None:
    """The pieces of work may reach the writer in the other order; the newest value is written either way."""
    store = open_store(tmp_path / "shop")
    behind: list[Callable[[], None]] = []
    settings = Settings(store, clock, behind.append)
    settings.set("width", 1)
    settings.set("width", 2)
    for work in reversed(behind):
        work()
    again = Settings(store, clock, behind.append)
    assert again.get("width") == 2
    store.close(clock.now())


def test_a_setting_that_cannot_be_read_stops_nobody(open_context: Callable[[], AppContext]) -> None:
    first = open_context()
    first.settings.set("good", 1)
    first.store.database.execute_sql("INSERT INTO setting (key, value) VALUES ('bad', '{')")
    first.close()
    again = open_context()
    assert again.settings.get("good") == 1
    assert again.settings.get("bad", "never set") == "never set"


def test_what_is_set_from_many_threads_is_written_before_the_end(tmp_path: Path, clock: FixedClock) -> None:
    ctx = build(tmp_path / "shop", clock=clock)
    threads = [
        threading.Thread(target=lambda name=name: [ctx.settings.set(f"{name}.{at}", at) for at in range(20)])
        for name in "abcd"
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    ctx.close()
    again = build(tmp_path / "shop", clock=clock, threads=False)
    kept = [again.settings.get(f"{name}.{at}") for name in "abcd" for at in range(20)]
    again.close()
    assert kept == list(range(20)) * 4


def test_a_value_of_another_shape_is_as_if_it_were_never_set(open_context: Callable[[], AppContext]) -> None:
    spoilt: dict[str, Any] = {"shop": "x", "first_reply_minutes": [1], "offer_hours": 10**30, "page.cases": 7}
    first = open_context()
    for key, value in {**spoilt, "person": {}, "archive_done_days": -1}.items():
        first.settings.set(key, value)
    first.close()
    again = open_context()
    assert [again.settings.get(key, "unset") for key in spoilt] == ["unset"] * 4
    again.settings.set("shop", 77)
    again.close()
    assert not open_context().settings.get("shop")
