"""A hundred parcels taken in with a scanner in the real window: a scan and one key each, and what follows from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.services.case_opening import NewCase, write_new_case
from models.kinds import OrderStatus, ParcelWay, Platform, Problem, RegisterKind, Role, StepState
from models.register_kinds import Condition, ReceiptKind, UndeliverableReason
from models.rules.return_codes import return_code
from models.store.order_import import ImportedLine, ImportedOrder, import_orders
from ui.page import Target
from ui.program import Program
from ui.receiving.desk_values import Stage
from ui.receiving.receiving_window import ReceivingWindow

if TYPE_CHECKING:
    from desktop.context import AppContext
    from models.store.transaction import Transaction

PARCELS = 100
BY_NUMBER, BY_SLIP, SENT_BY_US = range(80), range(80, 88), range(88, 92)
OF_NOBODY = range(92, PARCELS)
PATIENCE_MS = 20_000
# A burst of the scanner is over long before this; a finger alone would wait 300 ms.
ALONE_MS = 15
_PULSE_MS = 3


def number(place: int) -> str:
    """The number of a parcel, as labels have it; some begin with the digits that are keys of the desk."""
    return (
        f"{place % 5 + 1}{73_000_000_000_000 + place * 7919}" if place % 2 else f"YT{88_000_000_000 + place * 104729}"
    )


@pytest.fixture
def awaited(empty_folder: AppContext) -> dict[int, int]:
    """A hundred orders with a case each; the returns of most are awaited, of some under a number nobody told."""
    ctx = empty_folder
    ctx.shops.add_shop(name="青禾家居", platform=Platform.TAOBAO)
    ctx.shops.choose_person(ctx.shops.add_person(name="老秋", role=Role.WAREHOUSE))
    now = ctx.clock.now()
    when: dict[str, Any] = {"created_at": now - timedelta(days=9), "paid_at": now - timedelta(days=9),
            "shipped_at": now - timedelta(days=8), "signed_at": now - timedelta(days=4)}  # fmt: skip
    orders = [
        ImportedOrder(
            number=f"26111200{place:05}", platform=Platform.TAOBAO, currency="CNY", time_zone="Asia/Shanghai",
            status=OrderStatus.SHIPPED, goods=16800, freight=0, total=16800, paid=16800, receiver=f"收件人{place:02}",
            phone=f"138{10_000_000 + place * 137_911}", buyer_nick=f"买家{place:02}", carrier="云雀速递",
            tracking_numbers=(number(place),) if place in SENT_BY_US else (),
            lines=(ImportedLine("雾釉餐盘 8 寸", "QH-1", "苔青", 1, 16800, "2610B"),), **when,
        )
        for place in range(PARCELS)
    ]  # fmt: skip
    made: dict[int, int] = {}

    def work(transaction: Transaction) -> None:
        import_orders(transaction, 1, orders)
        database: Any = transaction.database
        rows = database.execute_sql('SELECT id, number FROM "order" ORDER BY number').fetchall()
        for place, (order_id, _) in enumerate(rows):
            new = NewCase(Problem.SIZE, order_id=order_id)
            case_id = made[place] = write_new_case(transaction, ctx.settings, ctx.bench.person, new)
            if place in SENT_BY_US:
                continue
            told = {"buyer_tracking_no": number(place)} if place in BY_NUMBER else {}
            transaction.insert(
                "register_entry", register=RegisterKind.RETURNED_PARCEL, case_id=case_id, shop_id=1, entered_at=now,
                entered_by="老秋", columns={**told, "item": "雾釉餐盘 8 寸"}, currency="CNY",
            )  # fmt: skip
            steps = (("register_return", Role.WAREHOUSE, ""), ("inspect_return", Role.WAREHOUSE, "register_return"),
                     ("pay_refund", Role.AFTER_SALES, "inspect_return"))  # fmt: skip
            for position, (rule, role, after) in enumerate(steps, 1):
                transaction.insert(
                    "step", case_id=case_id, position=position, title_zh=rule, title_en=rule, role=role, rule=rule,
                    after=after,
                )  # fmt: skip

    ctx.bench.act("sample_made", work, undoable=False)
    return made


class Scanner:
    """A keyboard wedge and one finger: what they do for a parcel is counted."""

    def __init__(self, window: ReceivingWindow) -> None:
        self.window, self.actions = window, 0
        self.stages: Counter[Stage] = Counter()
        window.pane.field.alone_ms = ALONE_MS

    def scan(self, text: str, end: Any = Qt.Key.Key_Return) -> Stage:
        """A label: all its signs at once, and the end of line the scanner is set to."""
        self.actions += 1
        sign: Any
        for sign in text:
            QTest.keyClick(self.window.windowHandle(), sign)
        QTest.keyClick(self.window.windowHandle(), end)
        return self._settled()

    def press(self, *keys: Any, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Stage:
        """One key after the other, each with what follows from it."""
        for key in keys:
            self.actions += 1
            QTest.keyClick(self.window.windowHandle(), key, held)
            self._until(lambda: not self.window.pane.field.text())
        return self._settled()

    def write(self, text: str) -> None:
        """Words into the field that has the focus."""
        field: Any = self.window.focusWidget()
        field.setText(text)

    def _settled(self) -> Stage:
        self._until(lambda: not self.window.desk.busy)
        return self.window.desk.now.stage

    def rest(self) -> None:
        """Until the lists have followed, too."""
        self._until(lambda: not self.window._later.isActive() and not self.window._background.pending())

    @staticmethod
    def _until(holds: Any) -> None:
        deadline, pulse = QDeadlineTimer(PATIENCE_MS), QTimer()
        pulse.start(_PULSE_MS)
        while not holds():
            assert not deadline.hasExpired()
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


@pytest.fixture
def scanner(awaited: dict[int, int], program: Program) -> Iterator[Scanner]:
    """The window opened by its command."""
    window = program.window
    # A page behind that has little to bring up to date with each parcel, and few pixels to paint.
    window.resize(880, 560)
    window.go(Target("evidence"))
    window.actions_.action("receive_parcels").trigger()
    found = window.findChild(ReceivingWindow)
    assert found is not None
    found.resize(found.minimumSize())
    yield Scanner(found)
    found.close()


def test_a_hundred_parcels_by_scanner(scanner: Scanner, awaited: dict[int, int], empty_folder: AppContext) -> None:
    ctx, desk = empty_folder, scanner.window.desk
    numbers = {
        place: ctx.cases.load_page(case_id).case.number for place, case_id in awaited.items() if place in BY_SLIP
    }

    def parcel(place: int) -> Stage:
        """Take one in as the warehouse does; what it needed is counted."""
        scanner.actions = 0
        if place in SENT_BY_US:
            assert scanner.scan(number(place)) is Stage.UNDELIVERABLE
            stage = scanner.press("3" if place % 2 else "1")
        elif place in OF_NOBODY:
            assert scanner.scan(number(place)) is Stage.UNKNOWN
            stage = scanner.press("0")
            assert not desk.now.said, desk.now.said
        else:
            code = return_code(numbers[place]) if place in BY_SLIP else number(place)
            assert scanner.scan(code, Qt.Key.Key_Tab if place % 3 else Qt.Key.Key_Return) is Stage.RETURN
            stage = scanner.press({3: "2", 7: "3"}.get(place % 10, "1"))
        assert scanner.actions < 3, place
        return stage

    for place in range(PARCELS):
        if place in (81, 84):
            # A worn label: one sign misread. Nothing is written, the next scan is right.
            wrong = return_code(numbers[place])
            assert scanner.scan(wrong[:-1] + ("0" if wrong[-1] != "0" else "1")) is Stage.WRONG
        scanner.stages[parcel(place)] += 1
        if place in (5, 40, 90):
            # The same parcel once more: said, and written once.
            assert scanner.scan(number(place)) is Stage.AGAIN
        if place == 12:
            # One that is put aside by the next scan is not received, and is there again when it is scanned.
            assert scanner.scan(number(13)) is Stage.RETURN
            scanner.scan(number(5))
            assert [each.text for each in desk.aside] == [number(13)]
    assert scanner.stages == {Stage.DONE: 92, Stage.KEPT: 8}
    assert desk.aside == ()

    service = ctx.receiving
    rows = service.recent(limit=500)
    assert len(rows) == PARCELS
    conditions = Counter(row.condition for row in rows if row.kind is ReceiptKind.RETURN)
    assert conditions == {Condition.GOOD: 70, Condition.WORN: 9, Condition.DAMAGED: 9}
    reasons = Counter(row.reason for row in rows if row.kind is ReceiptKind.UNDELIVERABLE)
    assert reasons == {UndeliverableReason.NO_DELIVERY_POINT: 2, UndeliverableReason.NOT_REACHED: 2}
    assert len(service.unmatched()) == len(OF_NOBODY)

    # The refunds of the good ones are due now, of the others the supervisor decides first.
    now, due, decided = ctx.clock.now(), 0, 0
    for place in (*BY_NUMBER, *BY_SLIP):
        steps = {step.rule: step for step in ctx.cases.load_page(awaited[place]).steps if step.state is StepState.OPEN}
        if place % 10 in (3, 7):
            decided += steps["decide_return"].role is Role.SUPERVISOR and steps["pay_refund"].due_at is None
        else:
            due += steps.keys() == {"pay_refund"} and steps["pay_refund"].due_at == now
    assert (due, decided) == (70, 18)

    # The last one is taken back and put into the box once more.
    assert scanner.press(Qt.Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier) is Stage.UNDONE
    assert len(service.unmatched()) == len(OF_NOBODY) - 1
    assert parcel(OF_NOBODY[-1]) is Stage.KEPT

    # The box: by the phone on the label its case is proposed, Enter gives it away.
    box = scanner.window.box
    for place in OF_NOBODY[:2]:
        scanner.press(Qt.Key.Key_2, held=Qt.KeyboardModifier.AltModifier)
        scanner.rest()
        chosen = box.chosen()
        assert chosen is not None
        assert chosen.tracking_number == number(place)
        box.phone.setFocus()
        scanner.write(f"138{10_000_000 + place * 137_911}")
        scanner.press(Qt.Key.Key_S, held=Qt.KeyboardModifier.ControlModifier)
        scanner.rest()
        first = box.offers.at(0)
        assert first is not None
        assert first.case_id == awaited[place]
        box.matches.setFocus()
        scanner.press(Qt.Key.Key_Return)
        scanner.rest()
    assert len(service.unmatched()) == len(OF_NOBODY) - 2
    for place in OF_NOBODY[:2]:
        matched = service.list_case(awaited[place])
        assert [each.tracking_number for each in matched] == [number(place)]
        refund = next(s for s in ctx.cases.load_page(awaited[place]).steps if s.rule == "pay_refund")
        assert refund.due_at == now
    parcels = ctx.cases.load_page(awaited[OF_NOBODY[0]]).order
    assert parcels is not None
    assert [each.way for each in parcels.parcels] == [ParcelWay.RETURNED]
