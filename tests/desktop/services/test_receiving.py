"""Receiving: taken in by scanner, inspected, taken back; archived and merged cases; what is scanned twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from desktop.context import AppContext
from desktop.services.case_life import MoveAnswers
from desktop.services.parcels import ParcelEntry
from desktop.words import sentence
from models.clock import FixedClock
from models.errors import NotFound, UserError
from models.kinds import CaseState, ClockStatus, ParcelWay, Problem, RegisterKind, Role, StepState, WaitingOn
from models.receiving_records import FoundBy, FoundKind
from models.records import RegisterEntry, Step
from models.register_kinds import Condition, ReceiptKind, ReceiptState, RegisterState
from models.rules.return_codes import return_code
from models.store.verify import verify_store
from tests.conftest import CHINA
from tests.desktop.services.resolution_cases import open_case, walk_through

BACK = "SF1234567890123"


@pytest.fixture
def returned(ctx: AppContext) -> int:
    """A return agreed with the buyer, who has given no number yet."""
    return agree(ctx)


def agree(ctx: AppContext) -> int:
    case_id = open_case(ctx, Problem.NO_REASON)
    walk = walk_through(ctx, case_id, {})
    ctx.resolutions.finish(walk, remedy_id=walk.conclusion.remedies[0].id, operation=f"d{case_id}", language="zh")
    return case_id


def steps_of(ctx: AppContext, case_id: int) -> dict[str, Step]:
    return {step.rule: step for step in ctx.cases.load_page(case_id).steps}


def line_of(ctx: AppContext, case_id: int) -> RegisterEntry:
    (line,) = [e for e in ctx.cases.load_page(case_id).registers if e.register is RegisterKind.RETURNED_PARCEL]
    return line


def said(ctx: AppContext, case_id: int, language: str = "zh") -> list[str]:
    return [sentence(event, language) for event in ctx.cases.load_page(case_id).timeline]


def number_of(ctx: AppContext, case_id: int) -> str:
    return ctx.cases.load_page(case_id).case.number


def test_good_goods_taken_in_are_one_action_and_the_refund_is_due(ctx: AppContext, returned: int) -> None:
    taken = ctx.receiving.receive(f"]C1{BACK.lower()}\r\n", condition=Condition.GOOD, pieces=1, case_id=returned)
    receipt = taken.receipt
    assert (taken.refund_due, taken.decide, taken.again) == (True, None, False)
    assert (receipt.state, receipt.restock, receipt.tracking_number) == (ReceiptState.INSPECTED, True, BACK)
    assert (receipt.pieces, receipt.pieces_expected, receipt.short) == (1, 1, 0)
    steps = steps_of(ctx, returned)
    done = {rule for rule, step in steps.items() if step.state is StepState.DONE}
    assert done == {"buyer_sends_back", "register_return", "inspect_return", "restock"}
    assert steps["pay_refund_after_return"].due_at == ctx.clock.now()
    assert "register_refund" not in steps
    line = line_of(ctx, returned)
    assert (line.id, line.state, line.received_at) == (receipt.entry_id, RegisterState.DONE, ctx.clock.now())
    assert (line.columns["buyer_tracking_no"], line.columns["kind"]) == (BACK, "return")
    page = ctx.cases.load_page(returned)
    assert page.order is not None
    assert (BACK, ParcelWay.RETURNED) in {(parcel.tracking_number, parcel.way) for parcel in page.order.parcels}
    assert page.case.waiting_on is WaitingOn.US
    assert {clock.rule: clock.status for clock in page.clocks}["refund_by"] is ClockStatus.RUNNING
    assert f"收到退件 {BACK}，验货：完好" in said(ctx, returned)
    assert f"Parcel {BACK} arrived, inspected: Good" in said(ctx, returned, "en")
    ctx.bench.undo_last()
    assert ctx.receiving.look_up(BACK).kind is FoundKind.UNKNOWN
    assert [awaited.case_id for awaited in ctx.receiving.awaited()] == [returned]
    assert steps_of(ctx, returned)["inspect_return"].state is StepState.OPEN
    assert line_of(ctx, returned).received_at is None
    assert "refund_by" not in {c.rule for c in ctx.cases.load_page(returned).clocks if c.status is ClockStatus.RUNNING}
    ctx.bench.redo_last()
    assert ctx.receiving.look_up(BACK).kind is FoundKind.RECEIVED
    assert verify_store(ctx.store).holds


def test_an_unopened_parcel_makes_the_refund_due_and_is_asked_for(ctx: AppContext, returned: int) -> None:
    """R004-10: received but unopened, the refund is registered anyway, the same day."""
    taken = ctx.receiving.arrive(return_code(number_of(ctx, returned)))
    assert taken.refund_due
    assert taken.receipt.state is ReceiptState.ARRIVED
    steps = steps_of(ctx, returned)
    assert steps["pay_refund_after_return"].due_at == ctx.clock.now()
    assert (steps["register_refund"].role, steps["register_refund"].due_at) == (Role.AFTER_SALES, ctx.clock.now())
    inspect = steps["inspect_return"]
    assert inspect.state is StepState.OPEN
    assert inspect.due_at is not None
    assert f"{inspect.due_at.astimezone(CHINA):%d %H:%M}" == "20 23:59"
    assert [each.id for each in ctx.receiving.waiting()] == [taken.receipt_id]
    assert (line_of(ctx, returned).state, line_of(ctx, returned).received_at) == (RegisterState.OPEN, ctx.clock.now())
    assert ctx.receiving.awaited() == ()
    looked = ctx.receiving.inspect(taken.receipt_id, condition=Condition.GOOD, pieces=1)
    assert looked.refund_due
    assert ctx.receiving.waiting() == ()
    assert "register_refund" not in steps_of(ctx, returned)
    assert line_of(ctx, returned).state is RegisterState.DONE


def test_what_is_not_as_it_should_be_is_decided_by_the_supervisor(ctx: AppContext, returned: int) -> None:
    for condition, pieces, words in (
        (Condition.WORN, 1, "有使用痕迹"), (Condition.GOOD, 0, "完好，少 1 件"), (Condition.GOOD, 3, "完好，多 2 件"),
        (Condition.EMPTY, None, "空包，少 1 件"), (Condition.WRONG_ITEM, 1, "不是原货"), (Condition.DAMAGED, 1, "破损"),
    ):  # fmt: skip
        taken = ctx.receiving.receive(BACK, condition=condition, pieces=pieces, case_id=returned)
        steps = steps_of(ctx, returned)
        decide = steps["decide_return"]
        assert (taken.decide, taken.refund_due) == (decide.id, False)
        assert (decide.role, decide.title_zh) == (Role.SUPERVISOR, f"请主管定：退回的货{words}")
        assert steps["pay_refund_after_return"].due_at is None
        assert steps["restock"].state is (StepState.DONE if condition is Condition.GOOD else StepState.SKIPPED)
        with pytest.raises(UserError, match="step_blocked"):
            ctx.steps.complete(steps["pay_refund_after_return"].id)
        with pytest.raises(UserError, match="step_undecided"):
            ctx.steps.complete(decide.id)
        ctx.steps.complete(decide.id, decided=" 折旧二十，其余照退 ")
        decided = steps_of(ctx, returned)["decide_return"]
        assert (decided.state, decided.note) == (StepState.DONE, "折旧二十，其余照退")
        ctx.bench.undo_last()
        ctx.bench.undo_last()
    taken = ctx.receiving.receive(BACK, condition=Condition.WORN, pieces=1, case_id=returned)
    # Looked at once more, it was all right after all: nothing is asked any longer.
    again = ctx.receiving.inspect(taken.receipt_id, condition=Condition.GOOD, pieces=1)
    assert again.refund_due
    assert "decide_return" not in steps_of(ctx, returned)
    ctx.steps.complete(steps["pay_refund_after_return"].id)


def test_what_cannot_be_is_refused_and_nothing_is_written(ctx: AppContext, returned: int) -> None:
    for text, code in (
        ("R-A2611-0001-0", "return_code_wrong"), ("", "receipt_pieces"), ("12", "tracking_length"),
        (f"{BACK}\nYT0000000000001", "receipt_two_numbers"), ("没有单号呢", "tracking_letters"),
    ):  # fmt: skip
        with pytest.raises(UserError, match=code):
            ctx.receiving.receive(text, condition=Condition.GOOD, pieces=-1 if code == "receipt_pieces" else 1)
    with pytest.raises(NotFound, match="return_case_unknown"):
        ctx.receiving.look_up(return_code("A2611-9999"))
    for condition in (Condition.EMPTY, Condition.WRONG_ITEM):
        with pytest.raises(UserError, match="receipt_not_restockable"):
            ctx.receiving.receive(BACK, condition=condition, restock=True, case_id=returned)
    with pytest.raises(NotFound):
        ctx.receiving.receive(BACK, condition=Condition.GOOD, case_id=99)
    newest = ctx.undo.peek_undo()
    assert ctx.receiving.recent() == ()
    assert newest is None or newest.code != "receipt_received"


def test_the_same_parcel_twice_is_said_and_nothing_doubled(ctx: AppContext, returned: int, clock: FixedClock) -> None:
    first = ctx.receiving.receive(BACK, condition=Condition.GOOD, case_id=returned)
    clock.advance(timedelta(hours=3))
    undone = ctx.undo.peek_undo()
    for text in (BACK, f"*{BACK}*", return_code(number_of(ctx, returned)), number_of(ctx, returned)):
        found = ctx.receiving.look_up(text)
        assert found.kind is FoundKind.RECEIVED
        assert found.receipt is not None
        assert (found.receipt.arrived_at, found.receipt.arrived_by) == (first.receipt.arrived_at, "小满")
        again = ctx.receiving.receive(text, condition=Condition.DAMAGED)
        assert again.again
        assert again.receipt == first.receipt
    assert len(ctx.receiving.recent()) == 1
    assert ctx.undo.peek_undo() is undone
    # A second parcel of the case has a number of its own.
    second = ctx.receiving.arrive("YT0000000000002", case_id=returned)
    assert [receipt.id for receipt in ctx.receiving.list_case(returned)] == [first.receipt_id, second.receipt_id]


def test_a_number_the_buyer_gave_leads_to_the_case(ctx: AppContext, returned: int) -> None:
    line = line_of(ctx, returned)

    def tell(number: str) -> Callable[..., object]:
        columns = {**line.columns, "buyer_tracking_no": number}
        return lambda transaction: transaction.update("register_entry", line.id, columns=columns)

    for given in (BACK, "sf 1234 5678 90123", "顺丰：ｓｆ１２３４５６７８９０１２３。"):
        ctx.bench.act("draft_saved", tell(given), undoable=False)
        found = ctx.receiving.look_up(BACK)
        assert found.kind is FoundKind.RETURN
        assert found.case is not None
        assert found.case.case_id == returned
        assert found.case.waiting
        assert found.case.refund is not None
        assert found.case.refund.minor == 16800
    # A slip takes the number along, so that the label is known afterwards.
    slip = ctx.receiving.look_up(return_code(number_of(ctx, returned)))
    assert (slip.kind, slip.by, slip.number) == (FoundKind.RETURN, FoundBy.SLIP, BACK)


def test_a_parcel_we_sent_is_undeliverable_and_opens_a_case_where_there_is_none(
    ctx: AppContext, order_id: int
) -> None:  # fmt: skip
    found = ctx.receiving.look_up("YQ000044719026")
    assert (found.kind, found.order_id, found.cases) == (FoundKind.UNDELIVERABLE, order_id, ())
    taken = ctx.receiving.arrive("YQ000044719026")
    page = ctx.cases.load_page(taken.receipt.case_id or 0)
    assert (page.case.problem, page.case.order_id) == (Problem.RETURNED_PARCEL, order_id)
    assert (taken.receipt.kind, taken.receipt.pieces_expected) == (ReceiptKind.UNDELIVERABLE, 1)
    assert steps_of(ctx, page.case.id)["inspect_recalled"].role is Role.WAREHOUSE
    ctx.bench.undo_last()
    assert ctx.receiving.look_up("YQ000044719026").cases == ()


def test_of_several_cases_one_is_chosen_and_the_waiting_one_leads(ctx: AppContext, order_id: int) -> None:
    one, two = (ctx.cases.open_case(problem=Problem.DAMAGED, order_id=order_id) for _ in range(2))
    ctx.parcels.add(one, ParcelEntry(BACK, way=ParcelWay.RETURNED))
    found = ctx.receiving.look_up(BACK)
    assert found.kind is FoundKind.SEVERAL
    assert {case.case_id for case in found.cases} == {one, two}
    with pytest.raises(UserError, match="receipt_several_cases") as refused:
        ctx.receiving.arrive(BACK)
    assert all(number_of(ctx, each) in str(refused.value.values["cases"]) for each in (one, two))
    other = agree(ctx)
    with pytest.raises(UserError, match="receipt_of_other_case"):
        ctx.receiving.arrive(BACK, case_id=other)
    assert ctx.receiving.arrive(BACK, case_id=two).receipt.case_id == two


def test_a_merged_case_sends_it_on_and_an_archived_one_lives_again(ctx: AppContext, order_id: int) -> None:
    kept, other = (ctx.cases.open_case(problem=Problem.DAMAGED, order_id=order_id) for _ in range(2))
    merged = number_of(ctx, other)
    ctx.joining.merge(kept, [other], meant=True)
    taken = ctx.receiving.receive(return_code(merged), condition=Condition.GOOD)
    assert (taken.receipt.case_id, taken.came_by) == (kept, merged)
    third = ctx.cases.open_case(problem=Problem.OTHER, order_id=order_id)
    ctx.life.move([third], CaseState.ARCHIVED, MoveAnswers(reason="误开"))
    taken = ctx.receiving.arrive("YT0000000000009", case_id=third)
    case = ctx.cases.load_page(third).case
    assert (taken.unarchived, case.state, case.waiting_on) == (True, CaseState.WAITING, WaitingOn.WAREHOUSE)
    assert any(line.startswith("退件到了，重新打开") for line in said(ctx, third))
    ctx.bench.undo_last()
    assert ctx.cases.load_page(third).case.state is CaseState.ARCHIVED


def test_a_return_decided_after_the_goods_came_asks_for_nothing_twice(ctx: AppContext) -> None:
    case_id = open_case(ctx, Problem.NO_REASON)
    ctx.receiving.receive(BACK, condition=Condition.GOOD, pieces=1, case_id=case_id)
    walk = walk_through(ctx, case_id, {})
    ctx.resolutions.finish(walk, remedy_id=walk.conclusion.remedies[0].id, operation="later", language="zh")
    steps = steps_of(ctx, case_id)
    open_ones = {rule for rule, step in steps.items() if step.state is StepState.OPEN}
    assert not open_ones & {"buyer_sends_back", "inspect_return", "open_parcel", "register_return"}
    assert ctx.receiving.awaited() == ()
