"""The life of a case by keyboard: states that ask, snoozing, merging, linking, splitting, waking by themselves."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from models.case_query import CaseQuery, CaseView
from models.kinds import CaseState, DisputeOutcome, EvidenceSource, Problem, Role, SnoozeEvent
from tests.ui.cases.sample_cases import arrive
from ui.case_picker import CasePicker
from ui.cases.joining_merge import MergeDialog
from ui.cases.joining_split import SplitDialog
from ui.cases.life_dialog import MoveDialog
from ui.cases.page import CasesPage
from ui.main_window import MainWindow
from ui.messages import Toast
from ui.plain import PlainLabel
from ui.snooze_dialog import SnoozeDialog
from ui.widgets.buttons import Button

if TYPE_CHECKING:
    from desktop.context import AppContext
    from models.clock import FixedClock

Dialog = TypeVar("Dialog", bound=QDialog)
_ENTER = Qt.Key.Key_Return


def _asked(page: CasesPage, kind: type[Dialog]) -> Dialog:
    found = [dialog for dialog in page.findChildren(kind) if dialog.isVisible()]
    assert len(found) == 1
    return found[0]


def _said(dialog: QDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(PlainLabel))


def test_done_says_which_clocks_stop_and_of_many_who_may_not_go(
    page: CasesPage, window: MainWindow, qtbot: QtBot
) -> None:
    table = page.pane.table
    qtbot.keyClick(table, Qt.Key.Key_D)
    arrive(qtbot, window)
    dialog = _asked(page, MoveDialog)
    assert "首次响应" in _said(dialog)
    qtbot.keyClick(dialog, _ENTER)
    arrive(qtbot, window)
    assert page.ctx.cases.load_page(1).case.state is CaseState.DONE
    page.clipboard.select_all()
    window.actions_.run("archive")
    arrive(qtbot, window)
    dialog = _asked(page, MoveDialog)
    assert "2 张里有 1 张可以改" in _said(dialog)
    assert "A2611-0003：不能从介入中改为已归档" in _said(dialog)
    qtbot.keyClick(dialog, _ENTER)
    assert dialog.isVisible()
    assert "请写几个字" in _said(dialog)
    dialog.reason.setText("开错了")  # type: ignore[union-attr]
    qtbot.keyClick(dialog.reason, _ENTER)
    arrive(qtbot, window)
    states = [page.ctx.cases.load_page(number).case.state for number in (2, 3)]
    assert states == [CaseState.ARCHIVED, CaseState.IN_DISPUTE]
    assert window.status.done_text() == "已把 1 张售后单改为 已归档"


def test_a_dispute_asks_for_its_result(page: CasesPage, window: MainWindow, qtbot: QtBot) -> None:
    page.life.change_state([3], CaseState.OPEN)
    arrive(qtbot, window)
    dialog = _asked(page, MoveDialog)
    assert dialog.outcome is not None
    qtbot.keyClick(dialog, _ENTER)
    assert dialog.isVisible()
    dialog.outcome.setCurrentIndex(1 + list(DisputeOutcome).index(DisputeOutcome.PARTLY))
    qtbot.keyClick(dialog, _ENTER)
    arrive(qtbot, window)
    event = page.ctx.cases.load_page(3).timeline[0]
    assert (event.action, event.details["dispute_outcome"]) == ("dispute_ended", "partly")
    page.life.change_state([3], CaseState.IN_DISPUTE)
    arrive(qtbot, window)
    dialog = _asked(page, MoveDialog)
    qtbot.keyClick(dialog.dated, Qt.Key.Key_Space)  # type: ignore[arg-type]
    assert dialog.due.isEnabled()
    qtbot.keyClick(dialog, _ENTER)
    arrive(qtbot, window)
    assert "平台要求举证" in {clock.label_zh for clock in page.ctx.cases.load_page(3).clocks}


def test_two_keys_and_enter_snooze_a_case_and_it_wakes_with_a_word(
    page: CasesPage, window: MainWindow, qtbot: QtBot, clock: FixedClock, stocked: AppContext
) -> None:
    qtbot.keyClick(page.pane.table, Qt.Key.Key_S)
    arrive(qtbot, window)
    dialog = _asked(page, SnoozeDialog)
    assert not dialog.late.isHidden()
    qtbot.keyClick(dialog, Qt.Key.Key_3)
    assert "首次响应" in dialog.late.text.text()
    dialog.event_.setCurrentIndex(1 + list(SnoozeEvent).index(SnoozeEvent.CLOCK_NEAR))
    qtbot.keyClick(dialog, _ENTER)
    assert dialog.isVisible()
    dialog.event_.setCurrentIndex(0)
    qtbot.keyClick(dialog, _ENTER)
    arrive(qtbot, window)
    assert 1 not in stocked.cases.list_case_ids(CaseQuery(view=CaseView.OPEN))
    assert f"{stocked.cases.load_page(1).case.snoozed_until:%d %H:%M}" == "21 01:00"
    clock.advance(timedelta(days=3))
    told: list[str] = []
    window_waking = next(each for each in window.children() if type(each).__name__ == "Waking")
    window_waking.told.connect(told.append)  # type: ignore[attr-defined]
    window_waking.look()  # type: ignore[attr-defined]
    arrive(qtbot, window)
    assert told == ["1 张搁置的售后单到点了：A2611-0001"]
    assert 1 in stocked.cases.list_case_ids(CaseQuery(view=CaseView.OPEN))


def test_a_duplicate_is_found_by_typing_and_merged_with_its_facts_beside(
    page: CasesPage, window: MainWindow, qtbot: QtBot, stocked: AppContext
) -> None:
    window.actions_.run("merge")
    arrive(qtbot, window)
    picker = _asked(page, CasePicker)
    assert not picker.take.isEnabled()
    qtbot.keyClicks(picker.field, "a2611-0002")
    qtbot.waitUntil(picker.take.isEnabled)
    qtbot.keyClick(picker.field, _ENTER)
    arrive(qtbot, window)
    dialog = _asked(page, MergeDialog)
    assert "是另一位买家的" in _said(dialog)
    assert dialog.take.accessibleName() == "仍要合并"
    assert dialog.choice().kept == 1
    assert not dialog.sum_up.isChecked()
    qtbot.keyClick(dialog, _ENTER)
    arrive(qtbot, window)
    assert stocked.cases.load_page(2).case.merged_into == 1
    assert stocked.cases.load_page(1).case.at_stake.minor == 10_100
    assert page.panel.wanted == 1
    window.actions_.run("undo")
    arrive(qtbot, window)
    assert stocked.cases.load_page(2).case.merged_into is None


def test_a_case_is_linked_and_split_by_keyboard(
    page: CasesPage, window: MainWindow, qtbot: QtBot, stocked: AppContext
) -> None:
    piece = stocked.intake.add_bytes(1, b"<b>x</b>", "<img src=x>&.txt", EvidenceSource.PASTED).evidence_id
    stocked.cases.add_note(1, "‮ 😀 \" ' ../ " + "长" * 9_000)
    window.actions_.run("link")
    arrive(qtbot, window)
    picker = _asked(page, CasePicker)
    qtbot.keyClicks(picker.field, "A2611-0003")
    qtbot.waitUntil(picker.take.isEnabled)
    qtbot.keyClick(picker.field, _ENTER)
    arrive(qtbot, window)
    assert [each.id for each in stocked.cases.load_page(1).related if each.link_id] == [3]
    window.actions_.run("split")
    arrive(qtbot, window)
    dialog = _asked(page, SplitDialog)
    assert dialog.width() == 600
    dialog.problem.setCurrentIndex(list(Problem).index(Problem.MISSING_ITEM))
    ticks = dialog.evidence
    assert piece is not None
    qtbot.keyClick(ticks[piece], Qt.Key.Key_Space)
    qtbot.keyClick(dialog.problem, _ENTER)
    arrive(qtbot, window)
    made = stocked.cases.load_page(page.panel.wanted or 0)
    assert (made.case.problem, len(made.evidence)) == (Problem.MISSING_ITEM, 1)


def test_with_the_last_step_done_closing_is_proposed_and_nothing_moves_by_itself(
    page: CasesPage, window: MainWindow, qtbot: QtBot, stocked: AppContext
) -> None:
    stocked.cases.change_state([1], CaseState.IN_PROGRESS)
    step = stocked.bench.act("step_noted", lambda t: t.insert(
        "step", case_id=1, position=1, title_zh="核对底单", role=Role.AFTER_SALES))  # fmt: skip
    arrive(qtbot, window)
    page.doings.complete_step(step, True)
    arrive(qtbot, window)
    qtbot.waitUntil(lambda: bool(window.findChildren(Toast)))
    toast = window.findChildren(Toast)[-1]
    assert "A2611-0001 的步骤都做完了" in toast.accessibleName()
    assert stocked.cases.load_page(1).case.state is CaseState.IN_PROGRESS
    qtbot.mouseClick(toast.findChild(Button), Qt.MouseButton.LeftButton)
    arrive(qtbot, window)
    qtbot.keyClick(_asked(page, MoveDialog), _ENTER)
    arrive(qtbot, window)
    assert stocked.cases.load_page(1).case.state is CaseState.DONE
