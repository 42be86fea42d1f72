"""The alarms of the board: which ring, in which order, what they lead to, and what was put off until tomorrow."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from models.board_records import Alarm, AlarmKind
from models.clock import FixedClock
from models.kinds import Problem, RegisterKind
from models.money import Money
from models.rules.serial_returns import SERIAL_RETURNS, SerialReturnsRule, rule_from

if TYPE_CHECKING:
    from desktop.context import AppContext

Lay = Callable[..., int]


@pytest.fixture
def lay(ctx: AppContext) -> Lay:
    """Writes a row as if somebody had done what leads to it."""

    def insert(table: str, **values: object) -> int:
        return ctx.bench.act("draft_saved", lambda transaction: transaction.insert(table, **values), undoable=False)

    return insert


@pytest.fixture
def entry(ctx: AppContext, case_id: int, lay: Lay) -> Lay:
    """Writes a line of a register about the case, entered so many days ago."""

    def insert(register: RegisterKind, days: int = 0, columns: object = None, **values: object) -> int:
        return lay(
            "register_entry", register=register, case_id=case_id, shop_id=1, entered_by="小满", columns=columns or {},
            entered_at=ctx.clock.now() - timedelta(days=days), **{"currency": "CNY", **values},
        )  # fmt: skip

    return insert


def alarms(ctx: AppContext) -> dict[AlarmKind, Alarm]:
    return {alarm.kind: alarm for alarm in ctx.today.board().alarms}


def test_claims_ring_when_the_answer_is_late_and_when_the_month_ends(
    ctx: AppContext, entry: Lay, clock: FixedClock
) -> None:
    claim, now = RegisterKind.CARRIER_CLAIM, clock.now()
    entry(claim, state="handed_in", amount=12_800, due_at=now - timedelta(days=3))
    entry(claim, state="handed_in", amount=100, due_at=now + timedelta(days=3))
    entry(claim, state="received", amount=100, due_at=now - timedelta(days=3))
    entry(claim, state="open", amount=5_990)
    found = alarms(ctx)
    assert (found[AlarmKind.CLAIMS_LATE].count, found[AlarmKind.CLAIMS_LATE].amounts) == (1, (Money(12_800, "CNY"),))
    assert AlarmKind.CLAIMS_NOT_HANDED_IN not in found, "20 November: the month goes on"
    clock.advance(timedelta(days=6))
    waiting = alarms(ctx)[AlarmKind.CLAIMS_NOT_HANDED_IN]
    assert (waiting.count, waiting.days, waiting.amounts) == (1, 4, (Money(5_990, "CNY"),))
    clock.advance(timedelta(days=6))
    assert alarms(ctx)[AlarmKind.CLAIMS_NOT_HANDED_IN].count == 1, "it waits since the month before"


def test_sums_of_two_currencies_are_never_added(ctx: AppContext, entry: Lay, clock: FixedClock) -> None:
    due = clock.now() - timedelta(days=1)
    for amount, currency in ((100, "CNY"), (50, "CNY"), (700, "USD"), (None, "EUR")):
        entry(RegisterKind.INVOICE, amount=amount, currency=currency, due_at=due)
    late = alarms(ctx)[AlarmKind.INVOICES_LATE]
    assert (late.count, late.amounts) == (4, (Money(150, "CNY"), Money(700, "USD")))


def test_a_month_rings_until_it_is_closed(ctx: AppContext, entry: Lay) -> None:
    entry(RegisterKind.COMPENSATION, days=25)
    entry(RegisterKind.COMPENSATION, days=1)
    found = alarms(ctx)[AlarmKind.MONTH_OPEN]
    assert (str(found.month), found.register, found.count, found.of) == (
        "2026-10", RegisterKind.COMPENSATION, 1, 1,
    )  # fmt: skip
    assert found.month is not None
    ctx.month_closings.close(RegisterKind.COMPENSATION, found.month, 1)
    assert AlarmKind.MONTH_OPEN not in alarms(ctx)


def test_points_ring_near_a_node_and_a_first_board_does_not_wait_for_them(ctx: AppContext, entry: Lay) -> None:
    entry(RegisterKind.PENALTY, columns={"ledger": "general"}, points=6, state="confirmed")
    assert AlarmKind.PENALTY_NODE not in alarms(ctx)
    assert ctx.today.board(quick=True).whole is False
    entry(RegisterKind.PENALTY, columns={"ledger": "general"}, points=4, state="confirmed")
    assert AlarmKind.PENALTY_NODE not in {alarm.kind for alarm in ctx.today.board(quick=True).alarms}
    found = alarms(ctx)[AlarmKind.PENALTY_NODE]
    assert (found.count, found.of, found.title) == (10, 12, "general")


def test_a_batch_rings_for_two_buyers_until_something_is_done(
    ctx: AppContext, entry: Lay, order_id: int, lay: Lay
) -> None:
    words = {"style": "M-2610", "batch": "2610B", "item": "苔青餐盘"}
    entry(RegisterKind.QUALITY, columns=words)
    assert AlarmKind.BATCH not in alarms(ctx)
    other = lay("buyer", shop_id=1, nick="潇湘_竹影")
    case = ctx.cases.open_case(problem=Problem.QUALITY, buyer_id=other)
    lay(
        "register_entry", register=RegisterKind.QUALITY, case_id=case, shop_id=1, entered_by="小满", columns=words,
        entered_at=ctx.clock.now(), currency="CNY",
    )  # fmt: skip
    found = alarms(ctx)[AlarmKind.BATCH]
    assert (found.count, found.of, found.fresh) == (2, 2, True)
    assert found.batch is not None
    ctx.batch_alarms.acknowledge(found.batch.style, found.batch.batch, stock_down=True, supplier_told=True)
    assert AlarmKind.BATCH not in alarms(ctx)


def test_who_sends_back_often_rings_with_their_new_case(
    ctx: AppContext, case_id: int, lay: Lay, clock: FixedClock
) -> None:
    buyer = ctx.cases.load_page(case_id).case.buyer_id
    clock.advance(-timedelta(days=30))
    for place in range(3):
        old = ctx.cases.open_case(problem=Problem.NO_REASON, buyer_id=buyer)
        lay(
            "resolution", case_id=old, operation=f"op{place}", outcome="x", remedy="return_and_refund",
            remedy_title_zh="退货退款", liability="buyer", liable_to_buyer="buyer", currency="CNY", facts={},
            conclusion={}, packs="", decided_at=clock.now(), decided_by="小满",
        )  # fmt: skip
    clock.advance(timedelta(days=30))
    found = alarms(ctx)[AlarmKind.SERIAL_RETURNS]
    assert (found.count, found.case_number, found.days) == (3, "A2611-0001", 90)
    ctx.settings.set(SERIAL_RETURNS, {"returns": 4})
    ctx.cases.open_case(problem=Problem.LATE, buyer_id=buyer)
    assert AlarmKind.SERIAL_RETURNS not in alarms(ctx)


def test_a_rule_that_cannot_be_read_is_the_usual_one() -> None:
    for kept in (None, "x", [], {"returns": "3", "days": -1}, {"returns": True}, {"returns": 10**9}):
        assert rule_from(kept) == SerialReturnsRule()
    assert rule_from({"returns": 5, "days": 30}) == SerialReturnsRule(5, 30)


def test_what_is_put_off_is_quiet_until_tomorrow_or_until_something_new_comes(
    ctx: AppContext, lay: Lay, clock: FixedClock
) -> None:
    def bad(digest: str) -> None:
        now = clock.now()
        lay("review", shop_id=1, verdict="bad", text="差", written_at=now, origin="hand", entered_at=now,
            entered_by="小满", digest=digest * 64)  # fmt: skip

    bad("a")
    key = alarms(ctx)[AlarmKind.BAD_REVIEWS].key
    ctx.today.put_off(key)
    ctx.today.put_off(key)
    board = ctx.today.board()
    assert (board.alarms, board.alarms_put_off) == ((), 1)
    bad("b")
    assert alarms(ctx)[AlarmKind.BAD_REVIEWS].count == 2, "another one speaks again"
    ctx.today.put_off(alarms(ctx)[AlarmKind.BAD_REVIEWS].key)
    ctx.today.show_again()
    assert AlarmKind.BAD_REVIEWS in alarms(ctx)
    ctx.today.put_off(alarms(ctx)[AlarmKind.BAD_REVIEWS].key)
    clock.advance(timedelta(days=1))
    assert AlarmKind.BAD_REVIEWS in alarms(ctx)


def test_settings_somebody_spoiled_and_odd_keys_do_no_harm(ctx: AppContext, lay: Lay, clock: FixedClock) -> None:
    now = clock.now()
    lay("review", shop_id=1, verdict="bad", text="差", written_at=now, origin="hand", entered_at=now, entered_by="小满",
        digest="c" * 64)  # fmt: skip
    today = now.date().isoformat()
    for kept in ("x", 5, [], {"day": today}, {"day": today, "keys": "bad"}, {"day": today, "keys": [1, None, {}]}):
        ctx.settings.set("board_put_off", kept)
        assert AlarmKind.BAD_REVIEWS in alarms(ctx)
    ctx.today.put_off("‮../\x00" + "九" * 100_000)
    assert AlarmKind.BAD_REVIEWS in alarms(ctx)


def test_evidence_that_changed_stands_first_and_cannot_be_put_off(ctx: AppContext, case_id: int, entry: Lay) -> None:
    entry(RegisterKind.INVOICE, due_at=ctx.clock.now() - timedelta(days=1))
    ctx.bench.act(
        "evidence_added",
        lambda transaction: transaction.insert(
            "evidence", case_id=case_id, number=1, sha256="ab" * 32, size=3, original_name="a.jpg", media="photo",
            source="pasted", imported_at=ctx.clock.now(), imported_by="小满",
        ),
        undoable=False,
    )  # fmt: skip
    ctx.integrity.verify_everything()
    first, second = ctx.today.board().alarms
    assert (first.kind, first.can_wait, second.can_wait) == (AlarmKind.EVIDENCE_CHANGED, False, True)
