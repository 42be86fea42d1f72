"""The shop's own numbers and packs in the store: the newest counts, what was taken back does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.store import own_rules

if TYPE_CHECKING:
    from desktop.context import AppContext
    from models.store.transaction import Transaction


def test_the_newest_number_counts_until_it_is_taken_back(ctx: AppContext) -> None:
    database = ctx.store.database

    def set_number(value: str | None, note: str) -> int:
        def work(transaction: Transaction) -> int:
            return own_rules.add_number(transaction, pack="taobao", name="shipped_days", value=value, note=note)

        return ctx.bench.act("rule_number_changed", work)

    assert own_rules.numbers_in_force(database) == {}
    set_number("4", "first")
    set_number("3", "second")
    assert own_rules.numbers_in_force(database) == {"taobao": {"shipped_days": "3"}}
    assert [change.note for change in own_rules.number_history(database, "taobao")] == ["second", "first"]
    ctx.bench.undo_last()
    assert own_rules.numbers_in_force(database) == {"taobao": {"shipped_days": "4"}}
    set_number(None, "back")
    assert own_rules.numbers_in_force(database) == {}
    newest = own_rules.number_history(database, "taobao", "shipped_days")[0]
    assert (newest.value, newest.note, newest.changed_by) == (None, "back", "小满")
    assert newest.changed_at == ctx.clock.now()
    assert own_rules.number_history(database, "taobao", "other") == ()


def test_the_newest_pack_counts_until_all_of_it_is_removed(ctx: AppContext) -> None:
    database = ctx.store.database

    def take_in(version: str) -> int:
        def work(transaction: Transaction) -> int:
            return own_rules.add_own_pack(transaction, pack="mine", version=version, content='{"v":"' + version + '"}')

        return ctx.bench.act("rule_pack_imported", work)

    take_in("1.0.0")
    take_in("2.0.0")
    assert own_rules.own_packs(database)["mine"].version == "2.0.0"
    ctx.bench.undo_last()
    assert own_rules.own_packs(database)["mine"].version == "1.0.0"
    assert len(own_rules.own_packs(database)["mine"].sha256) == 64
    ctx.bench.redo_last()
    removed = ctx.bench.act("rule_pack_removed", lambda transaction: own_rules.remove_own_pack(transaction, "mine"))
    assert removed == 2
    assert own_rules.own_packs(database) == {}
    ctx.bench.undo_last()
    assert own_rules.own_packs(database)["mine"].version == "2.0.0"
