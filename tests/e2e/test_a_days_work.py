"""A day of a shop by keyboard alone: thirty cases of every problem, from the first message to the archive."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QCheckBox, QLineEdit

from desktop.importers import DraftLine, DraftOrder, ImportDraft
from models.case_query import CaseQuery, CaseView
from models.kinds import CaseState, ClockStatus, OrderStatus, Platform, Problem, Remedy, Role, StepState
from models.rules.pinyin import initials
from tests.e2e.keyboard import Keyboard
from ui.cases import case_panel
from ui.cases.view_chips import SavedViewChip
from ui.program import Program
from ui.words import word

if TYPE_CHECKING:
    from desktop.context import AppContext
    from models.clock import FixedClock

ORDERS = 34
NICKS = ("花果山_大圣", "高老庄_刚鬣", "通天河_老鼋", "流沙河_卷帘", "芭蕉洞_铁扇")
AGAIN = (
    Problem.DAMAGED, Problem.LATE, Problem.SIZE, Problem.NO_REASON, Problem.QUALITY, Problem.LOST,
    Problem.MISSING_ITEM, Problem.WRONG_ITEM, Problem.OTHER,
)  # fmt: skip


DECIDED = 8
"""So many cases are decided by the wizard, each another problem; the others are closed with a reason."""
OTHERWISE, TO_THE_END = (3, 5, 7), (2, 4)
WHY = "买家确认没事了"


@dataclass
class Message:
    """What a buyer wrote, what the shop typed about it, and what it became."""

    place: int
    problem: Problem
    number: str = ""
    summary: str = ""
    reply: str = ""
    notes: list[str] = field(default_factory=list)

    def order(self) -> str:
        # The last buyer writes twice about the same.
        return f"41000000000000{min(self.place, 29):05d}"


Deed = Callable[[Keyboard, Message], None]


def draft(ctx: AppContext) -> ImportDraft:
    """The orders of a week, a few buyers with several each."""
    now = ctx.clock.now()
    made = tuple(
        DraftOrder(
            platform=Platform.TAOBAO, number=f"41000000000000{at:05d}", buyer_nick=f"{NICKS[at % 5]}{at // 3:02d}",
            buyer_phone=f"13800{at:06d}", status=OrderStatus.SHIPPED, status_text="卖家已发货",
            created_at=now - timedelta(days=5), paid_at=now - timedelta(days=5), shipped_at=now - timedelta(days=4),
            paid=16800 + at, total=16800 + at, carrier="云雀速递", tracking_numbers=(f"YQ4471{at:04d}",),
            lines=(DraftLine("雾釉餐盘 8 寸 四只装", sku=f"SKU-{at}", variant="苔青"),),
        )
        for at in range(1, ORDERS + 1)
    )  # fmt: skip
    return ImportDraft(
        platform=Platform.TAOBAO, variant="", files=(), encoding="utf-8", orders=made, problems=(),
        rows_total=len(made), rows_good=len(made), unknown_columns=(),
    )  # fmt: skip


@pytest.fixture
def shop(empty_folder: AppContext) -> AppContext:
    """One shop, two people, the orders of a week."""
    ctx = empty_folder

    def work() -> None:
        ctx.shops.choose_person(ctx.shops.add_person(name="小满", role=Role.OWNER))
        ctx.shops.add_person(name="老秋", role=Role.WAREHOUSE)
        ctx.shops.add_shop(name="青禾家居", platform=Platform.TAOBAO)
        ctx.orders.commit_draft(draft(ctx))
        ctx.undo.clear()

    ctx.jobs.write(work).result(30)
    return ctx


@pytest.fixture
def keys(shop: AppContext, program: Program, monkeypatch: pytest.MonkeyPatch) -> Iterator[Keyboard]:
    """The keyboard in front of the program."""
    # The card of a case waits a moment for the next key; a day's work of it is seconds.
    monkeypatch.setattr(case_panel, "_SETTLE_MS", 5)
    monkeypatch.setattr(case_panel, "_PATIENT_MS", 5)
    program.window.resize(1440, 600)
    made = Keyboard(program.window)
    # What is painted is looked at elsewhere, and costs a third of the day.
    program.window.setUpdatesEnabled(False)
    made.settle()
    yield made
    # A table copied here must not outlive Python.
    made.clipboard.clear()


def take_in(keys: Keyboard, message: Message) -> None:
    """Ctrl+N to the saved case; the order is found by what the buyer happens to give."""
    at, order = message.place, message.order()
    keys.press("Ctrl+N")
    if at % 6 == 0:
        keys.copy_elsewhere(order)
        keys.press("Ctrl+V")
    elif at % 6 == 4:
        keys.copy_elsewhere(f"亲，我的单 {order} 怎么回事？？\n急！")
        keys.press("Ctrl+V")
    elif at % 6 == 5:
        keys.write(f"{NICKS[at % 5]}{at // 3:02d}")
    else:
        keys.letters((f"YQ4471{at:04d}", f"{at:04d}", order[-7:])[at % 3])
    keys.press("Return")
    keys.letters(initials(word(message.problem)).lower())
    keys.press("Return")
    message.summary = f"第 {at} 件：{word(message.problem)}，买家说“很急”😀"
    keys.write(message.summary)
    keys.press("Return")
    if keys.dialog():
        # A case of this order is open already: a new one all the same.
        keys.press("Ctrl+Return")
    keys.press("Ctrl+Shift+B")
    message.number = keys.clipboard.text()


def answer(keys: Keyboard, message: Message) -> None:
    """The first reply, edited and copied."""
    keys.letters("t")
    keys.press("Ctrl+End")
    keys.write(f"（第 {message.place} 件，今天答复您）")
    keys.press("Ctrl+C")
    message.reply = keys.clipboard.text()
    keys.press("Escape")


def note(keys: Keyboard, message: Message) -> None:
    text = f"第 {message.place} 件：仓库说“秤”已校准 ≥ 2 次\n外箱照片今晚发"
    keys.letters("n")
    keys.write(text)
    keys.press("Ctrl+Return", "Escape")
    message.notes.append(text)


def paste_picture(keys: Keyboard, message: Message) -> None:
    picture = QImage(64, 48, QImage.Format.Format_RGB32)
    picture.fill(QColor(40, 120, message.place))
    keys.copy_elsewhere(picture)
    keys.press("Ctrl+V")


def wait_on_buyer(keys: Keyboard, message: Message) -> None:
    keys.letters("w")
    keys.letters("mj")
    keys.press("Return")


def wait_on_carrier(keys: Keyboard, message: Message) -> None:
    """The long way: F2, which column, what."""
    keys.press("F2")
    keys.write("待谁")
    keys.press("Return")
    keys.letters("kd")
    keys.press("Return")


def tag(keys: Keyboard, message: Message) -> None:
    keys.press("Ctrl+Shift+G")
    keys.write("急单")
    keys.press("Return", "Return")


def snooze_and_wake(keys: Keyboard, message: Message) -> None:
    keys.letters("s")
    keys.letters("3")
    keys.press("Return", "Ctrl+K")
    keys.write(message.number)
    keys.press("Return", "Ctrl+Shift+U")


def snooze_and_undo(keys: Keyboard, message: Message) -> None:
    keys.letters("s")
    keys.press("Return", "Ctrl+Z")


def hand_over(keys: Keyboard, message: Message) -> None:
    text = f"第 {message.place} 件请你查库存"
    keys.press("Ctrl+Shift+A")
    keys.letters("lq")
    keys.press("Tab", "Tab")
    keys.write(text)
    keys.press("Ctrl+Return")
    message.notes.append(text)


def link(keys: Keyboard, message: Message) -> None:
    keys.press("Ctrl+Shift+I")
    keys.letters("A2611-0003")
    keys.press("Return")


def split(keys: Keyboard, message: Message) -> None:
    """The other half of what the buyer wrote becomes a case of its own, archived with the rest."""
    keys.press("Ctrl+Shift+J", "Down", "Tab")
    keys.write("同一单的另一件事")
    keys.press("Tab", "Return")


def merge(keys: Keyboard, message: Message) -> None:
    """Into the one of the same order that is suggested."""
    keys.press("Ctrl+Shift+M", "Return", "Return")


def take_back(keys: Keyboard, message: Message) -> None:
    """Undone twice and done again twice."""
    keys.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Y", "Ctrl+Y")


DEEDS: Mapping[int, tuple[Deed, ...]] = {
    3: (note, tag), 4: (paste_picture, note), 5: (wait_on_buyer,), 6: (snooze_and_wake,), 7: (tag,),
    8: (paste_picture,), 9: (hand_over,), 10: (wait_on_buyer, note), 11: (wait_on_carrier,), 12: (snooze_and_undo,),
    13: (paste_picture, tag), 15: (note, wait_on_buyer, take_back), 18: (link,), 19: (hand_over,), 20: (note,),
    24: (split,), 30: (merge,),
}  # fmt: skip


def resolve(keys: Keyboard, card: str) -> None:
    """Ctrl+R to the written resolution: the same card of every question, and that it cannot be told."""
    keys.press("Ctrl+R")
    for _ in range(25):
        if keys.page() != "resolution":
            return
        field = keys.focus()
        if not isinstance(field, QLineEdit):
            keys.letters(card)
        keys.press("Return")
        if keys.page() == "resolution" and isinstance(field, QLineEdit) and keys.focus() is field:
            keys.press("Tab", "Space", "Return")
    raise AssertionError(keys.told())


def tick(keys: Keyboard, most: int) -> None:
    """Steps in their order, as many as are done today."""
    for _ in range(most):
        keys.press("Ctrl+J")
        if not isinstance(keys.focus(), QCheckBox):
            return
        keys.press("Space")


def close(keys: Keyboard) -> None:
    """Done; why, where steps are left or nothing was decided."""
    keys.press("Ctrl+Shift+K")
    if keys.dialog():
        if isinstance(keys.focus(), QLineEdit):
            keys.write(WHY)
        keys.press("Return")


def archive_the_day(keys: Keyboard) -> None:
    """What the split left open is done by its letter; then all that is done goes into the archive at once."""
    keys.press("Ctrl+2", "Alt+1", "Home")
    keys.letters("d")
    if keys.dialog():
        keys.write(WHY)
        keys.press("Return")
    keys.press("Alt+9")
    for _ in range(12):
        if isinstance(keys.focus(), SavedViewChip):
            break
        keys.press("Shift+Tab")
    keys.press("Right", "Right", "Tab", "Tab", "Ctrl+A", "Ctrl+Shift+H")
    if keys.dialog():
        keys.press("Return")
    keys.press("Ctrl+Z", "Ctrl+Y")


def test_a_days_work(keys: Keyboard, shop: AppContext, clock: FixedClock) -> None:
    messages = [Message(place, problem) for place, problem in enumerate((*Problem, *AGAIN), 1)]
    keys.press("Ctrl+2")
    for message in messages:
        take_in(keys, message)
        answer(keys, message)
        for deed in DEEDS.get(message.place, ()):
            deed(keys, message)
        clock.advance(timedelta(minutes=7))
    for message in messages:
        if merge in DEEDS.get(message.place, ()):
            continue
        keys.press("Ctrl+K")
        keys.write(message.number)
        keys.press("Return")
        if message.place <= DECIDED:
            resolve(keys, "2" if message.place in OTHERWISE else "1")
            tick(keys, 15 if message.place in TO_THE_END else 1)
        close(keys)
        clock.advance(timedelta(minutes=3))
    archive_the_day(keys)
    assert keys.failed == []
    assert not keys.dialog()
    undo = keys.window.actions_.action("undo").text()
    assert word(CaseState.ARCHIVED) in undo
    assert str(len(messages)) in undo
    look_at_the_day(shop, messages)


def look_at_the_day(shop: AppContext, messages: list[Message]) -> None:
    """Nothing that was typed is lost, and the history tells it all."""
    pages = {page.case.number: page for page in map(shop.cases.load_page, list_all(shop))}
    # One was split off.
    assert len(pages) == len(messages) + 1
    assert {page.case.state for page in pages.values()} == {CaseState.ARCHIVED}
    assert {page.case.problem for page in pages.values()} == set(Problem)
    merged = [number for number, page in pages.items() if page.case.merged_into is not None]
    assert merged == [messages[-1].number]
    for message in messages:
        page = pages[message.number]
        assert (page.case.problem, page.case.summary) == (message.problem, message.summary)
        assert page.order is not None
        assert page.order.number == message.order()
        assert message.reply in {reply.text for reply in page.replies} | {
            reply.text for reply in pages[messages[-2].number].replies
        }
        assert f"第 {message.place} 件" in message.reply
        assert sorted(note.text for note in page.notes) == sorted(message.notes)
        assert len(page.evidence) == (paste_picture in DEEDS.get(message.place, ()))
        assert (tag in DEEDS.get(message.place, ())) == (page.tags == ("急单",))
        told = [event.action for event in page.timeline]
        assert {"case_opened", "reply_copied", "case_answered"} <= set(told), message.number
        if message.number not in merged:
            assert ClockStatus.MET in {clock.status for clock in page.clocks if clock.rule == "first_reply"}
            assert sum(action.startswith(("state_changed", "states_changed")) for action in told) >= 2, told
            assert {"undone", "redone"} <= set(told)
        if message.place <= DECIDED:
            assert {"resolved", "step_done"} <= set(told)
            left = [step for step in page.steps if step.state is StepState.OPEN]
            assert bool(left) != (message.place in TO_THE_END) or len(page.steps) == 1
            assert WHY in str([event.details for event in page.timeline]) or not left
        assert {event.person for event in page.timeline} <= {"小满", ""}
    assert pages[messages[8].number].case.handler_id == pages[messages[18].number].case.handler_id != 1
    remedies = {page.resolution.remedy for page in pages.values() if page.resolution}
    assert len(remedies) >= 3
    assert Remedy.RESHIP in remedies
    assert "case_linked" in [event.action for event in pages[messages[2].number].timeline]
    report = shop.jobs.io(shop.integrity.verify_everything).result(30)
    assert report.holds
    assert report.evidence_checked == 3


def list_all(shop: AppContext) -> list[int]:
    return list(shop.cases.list_case_ids(CaseQuery(view=CaseView.ALL)))
