"""The desks of claims, penalties, invoices and payments: dialogs driven by keys, refusals in place, what is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.context import AppContext
from models.kinds import Problem, RegisterKind
from models.money import Money
from models.register_kinds import Condition, ReceiptKind, RegisterState
from models.register_records import RegisterQuery
from models.rules.penalty_points import Ledger
from tests.ui.cases.sample_cases import orders
from ui.background import Background
from ui.hand_over.item_dialogs import CorrectItemDialog
from ui.receiving.look_again_dialog import LookAgainDialog
from ui.register_dialogs.case_door import open_invoice_owed, open_paid, open_penalty
from ui.register_dialogs.claim_dialogs import AnswerDialog, HandInDialog, ReceivedDialog
from ui.register_dialogs.owed_dialogs import InvoiceIssuedDialog, InvoiceOwedDialog, PaidDialog
from ui.register_dialogs.penalty_dialogs import PenaltyDialog
from ui.register_dialogs.reminder_dialog import ReminderDialog
from ui.registers.desks.claim_desk import ClaimDesk
from ui.registers.desks.invoice_desk import InvoiceDesk
from ui.registers.handover_desk import HandOverLineDesk
from ui.registers.returned_desk import ReturnedDesk
from ui.widgets.reason_dialog import ReasonDialog

Dialog = TypeVar("Dialog", bound=QWidget)
Find = Callable[[type[Dialog]], Dialog]
Enter = Callable[..., int]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def background() -> Iterator[Background]:
    made = Background()
    failed: list[object] = []
    made.failed.connect(failed.append)
    yield made
    made.close()
    # A dialog that never opens has its reason here.
    assert failed == []


@pytest.fixture
def find(window: QWidget, qtbot: QtBot) -> Find[QWidget]:
    """The dialog of a kind that is open now."""

    def wait(kind: type[QWidget]) -> QWidget:
        def shown() -> list[QWidget]:
            found = window.findChildren(kind)
            # One that is being written is about to close.
            return [each for each in found if each.isVisible() and not getattr(each, "held", False)]

        qtbot.waitUntil(lambda: bool(shown()))
        return shown()[-1]

    return wait


def test_a_claim_is_followed_by_keys(
    ctx: AppContext, background: Background, window: QWidget, qtbot: QtBot, find: Find[QWidget], enter: Enter
) -> None:
    claim = enter(RegisterKind.CARRIER_CLAIM, Money.of("88"), carrier="云雀速递", tracking_no="YQ44471182")
    desk = ClaimDesk(ctx, background, window)
    lines = ctx.registers.sheet(RegisterQuery(RegisterKind.CARRIER_CLAIM, None, 1)).lines
    offered = {each.name: each.on for each in desk.actions(lines)}
    assert offered == {"received": False, "hand_in": True, "answer": False, "remind": False, "withdraw": True}
    desk.hand_in([claim])
    handing: HandInDialog = find(HandInDialog)  # type: ignore[assignment]
    handing.days.setText("400")
    qtbot.keyClick(handing.day, Qt.Key.Key_Return)
    assert handing.isVisible()
    assert ctx.claims.find(claim).state is RegisterState.OPEN
    handing.days.setText("5")
    handing.days.textEdited.emit("5")
    handing.keep.setChecked(True)
    qtbot.keyClick(handing.day, Qt.Key.Key_Down)
    assert handing.day.text() == "2026-11-19"
    qtbot.keyClick(handing.day, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ctx.claims.find(claim).state is RegisterState.HANDED_IN)
    qtbot.waitUntil(lambda: ctx.claims.terms.term("云雀速递", 1).days == 5)
    desk.answer(claim)
    answer: AnswerDialog = find(AnswerDialog)  # type: ignore[assignment]
    answer.amount.setText("９０")
    qtbot.keyClick(answer.amount, Qt.Key.Key_Return)
    assert answer.isVisible()
    answer.amount.setText("¥ 80")
    qtbot.keyClick(answer.amount, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ctx.claims.find(claim).allowed == Money.of("80"))
    desk.remind([claim])
    reminder: ReminderDialog = find(ReminderDialog)  # type: ignore[assignment]
    reminder.language.set_value("en")
    qtbot.keyClick(reminder.take, Qt.Key.Key_Return)
    assert "YQ44471182" in QApplication.clipboard().text()
    qtbot.waitUntil(lambda: ctx.claims.reminders(ctx.claims.open(1)) == {claim: 1})
    desk.receive(claim)
    received: ReceivedDialog = find(ReceivedDialog)  # type: ignore[assignment]
    assert received.amount.text() == "80.00"
    qtbot.keyClick(received.amount, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ctx.claims.find(claim).state is RegisterState.RECEIVED)
    desk.receive(claim)
    again: ReceivedDialog = find(ReceivedDialog)  # type: ignore[assignment]
    again.back.setChecked(True)
    qtbot.keyClick(again.amount, Qt.Key.Key_Return)
    assert again.isVisible()
    again.reason.setText("银行退回")
    qtbot.keyClick(again.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ctx.claims.find(claim).received == Money.of("0"))
    desk.withdraw(claim)
    reason: ReasonDialog = find(ReasonDialog)  # type: ignore[assignment]
    reason.field.setText("找到了")
    qtbot.keyClick(reason.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ctx.claims.find(claim).state is RegisterState.WITHDRAWN)


def test_what_a_case_owes_and_is_fined_for(
    ctx: AppContext, background: Background, window: QWidget, qtbot: QtBot, find: Find[QWidget]
) -> None:
    buyer = ctx.bench.act("buyer_made", lambda work: work.insert("buyer", shop_id=1, nick="花果山"), undoable=False)
    case_id = ctx.cases.open_case(problem=Problem.OTHER, buyer_id=buyer)
    page = ctx.cases.load_page(case_id)
    shop = ctx.shops.list_shops()[0]
    open_penalty(ctx, background, window, shop, page.case)
    penalty: PenaltyDialog = find(PenaltyDialog)  # type: ignore[assignment]
    qtbot.keyClick(penalty.points, Qt.Key.Key_Return)
    assert penalty.isVisible()
    penalty.points.setText("12")
    penalty.points.textEdited.emit("12")
    assert "12" in penalty.told.text()
    assert penalty.told.property("ink") == "overdue"
    qtbot.keyClick(penalty.points, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ctx.penalties.standing(1).ledgers[Ledger.GENERAL].points == 12)
    open_invoice_owed(ctx, background, window, page)
    owed: InvoiceOwedDialog = find(InvoiceOwedDialog)  # type: ignore[assignment]
    owed.title.setText("<b>杭州</b> ' OR 1=1")
    owed.due.setText("11-22")
    qtbot.keyClick(owed.title, Qt.Key.Key_Return)

    def invoices() -> tuple[RegisterState, ...]:
        entries = ctx.cases.load_page(case_id).registers
        return tuple(each.state for each in entries if each.register is RegisterKind.INVOICE)

    qtbot.waitUntil(lambda: invoices() == (RegisterState.OPEN,))
    entry = next(each for each in ctx.cases.load_page(case_id).registers if each.register is RegisterKind.INVOICE)
    InvoiceDesk(ctx, background, window).issue(entry.id)
    issued: InvoiceIssuedDialog = find(InvoiceIssuedDialog)  # type: ignore[assignment]
    qtbot.keyClick(issued.number, Qt.Key.Key_Return)
    assert issued.isVisible()
    issued.number.setText("25117000")
    qtbot.keyClick(issued.number, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: invoices() == (RegisterState.DONE,))
    open_paid(ctx, background, window, page.case)
    paid: PaidDialog = find(PaidDialog)  # type: ignore[assignment]
    paid.amount.setText("6.666")
    qtbot.keyClick(paid.amount, Qt.Key.Key_Return)
    assert paid.isVisible()
    paid.amount.setText("6.66")
    paid.note.setPlainText("话" * 501)
    qtbot.keyClick(paid.amount, Qt.Key.Key_Return)
    assert paid.isVisible()
    paid.note.setPlainText("红包")
    qtbot.keyClick(paid.amount, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ctx.cases.load_page(case_id).registers[-1].amount == Money.of("6.66"))


def test_what_was_found_in_a_parcel_is_set_right_with_a_reason(
    ctx: AppContext, background: Background, window: QWidget, qtbot: QtBot, find: Find[QWidget]
) -> None:
    ctx.orders.commit_draft(orders(("花果山_大圣01",)))
    target = ctx.cases.find_targets("花果")[0]
    case_id = ctx.cases.open_case(problem=Problem.DAMAGED, order_id=target.order_id, buyer_id=target.buyer_id)
    taken = ctx.receiving.receive("SF1234567890123", condition=Condition.GOOD, pieces=2, case_id=case_id)
    desk = ReturnedDesk(ctx, background, window)
    query = RegisterQuery(RegisterKind.RETURNED_PARCEL, None, 1)
    lines = ctx.registers.sheet(query).lines
    (wanted,) = [each for each in desk.actions(lines) if each.name == "look_again" and each.on]
    wanted.act()
    dialog: LookAgainDialog = find(LookAgainDialog)  # type: ignore[assignment]
    dialog.condition.setCurrentIndex(dialog.condition.findData(Condition.WORN.value))
    dialog.pieces.setText("二")
    qtbot.keyClick(dialog.pieces, Qt.Key.Key_Return)
    dialog.pieces.setText("1")
    qtbot.keyClick(dialog.pieces, Qt.Key.Key_Return)
    # Not without a reason.
    assert dialog.isVisible()
    assert ctx.receiving.find(taken.receipt_id).condition is Condition.GOOD
    dialog.reason.setText("灯下再看有磨痕")
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ctx.receiving.find(taken.receipt_id).condition is Condition.WORN)
    opened: list[str] = []
    (line,) = ctx.registers.sheet(query).lines
    assert (line.cells["condition"], line.cells["pieces"]) == (Condition.WORN, 1)
    assert "灯下再看有磨痕" in ctx.receiving.find(taken.receipt_id).note
    # A parcel of ours that came back is dealt with where it can be sent again.
    desk.open = opened.append  # type: ignore[method-assign]
    for kind in (ReceiptKind.RETURN, ReceiptKind.UNDELIVERABLE):
        desk.actions([replace(line, cells={**line.cells, "kind": kind})])[0].act()
    assert opened == ["", "undeliverable"]
    kept = ctx.receiving.arrive("ZZ123456789012", shop_id=1).receipt_id
    ctx.receiving.let_go(kept, "没人要")
    (gone,) = [each for each in ctx.registers.sheet(query).lines if each.case_id is None]
    assert [each.name for each in desk.actions([gone]) if each.on] == ["receive", "take_up"]
    desk.take_up(gone)
    qtbot.waitUntil(lambda: [each.id for each in ctx.receiving.unmatched()] == [kept])


def test_an_item_of_the_hand_over_is_set_right_from_its_register(
    ctx: AppContext, background: Background, window: QWidget, qtbot: QtBot, find: Find[QWidget]
) -> None:
    ctx.orders.commit_draft(orders(("花果山_大圣01",)))
    items, target = ctx.hand_over_items, ctx.cases.find_targets("花果")[0]
    item = items.leave("查包裹", buyer_id=target.buyer_id)
    items.done(item)
    desk = HandOverLineDesk(ctx, background, window)
    desk.correct(item)
    dialog: CorrectItemDialog = find(CorrectItemDialog)  # type: ignore[assignment]
    assert dialog.ids() == (None, target.buyer_id)
    dialog.text.setPlainText("查 YQ4471")
    dialog.about.choose(None)
    dialog.take.click()
    assert dialog.isVisible(), "not without a reason"
    dialog.reason.setText("号码写错了")
    dialog.take.click()
    qtbot.waitUntil(lambda: items.find_item(item).text == "查 YQ4471")
    assert (items.find_item(item).buyer_id, items.find_item(item).cleared) == (None, True)
