"""How exhibits are shown: chosen by menu, dialog and keys, for one or several, kept in the plan, undoable."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QMenu

from models.kinds import Derivation, ExhibitVersion
from models.packet_records import ExhibitPlan, PacketPlan
from tests.ui.packets.table import PacketTable, photo
from ui.packets.exhibits.crop_dialog import CropDialog
from ui.packets.exhibits.model import ROW_ROLE
from ui.packets.exhibits.options_dialog import OptionsDialog


def plan_of(table: PacketTable, number: int) -> ExhibitPlan:
    """How the store says a piece of evidence is shown."""
    return table.ctx.packet_plans.read(table.case_id).exhibit(table.evidence(number).id)


def action(menu: QMenu, *names: str) -> QAction:
    """An action of a menu by its words, those of menus in it one after the other."""
    found = next(each for each in menu.actions() if each.text().startswith(names[0]))
    below = found.menu()
    return action(below, *names[1:]) if len(names) > 1 and isinstance(below, QMenu) else found


def test_enter_opens_the_options_and_a_choice_is_kept_shown_and_undone(table: PacketTable) -> None:
    table.choose(1)
    table.press(Qt.Key.Key_Return)
    dialog = table.page.exhibits.choices.dialog
    assert isinstance(dialog, OptionsDialog)
    table.qtbot.keyClick(dialog.per_page, Qt.Key.Key_Right)
    assert [mark.text for mark in table.row(1).data(ROW_ROLE).marks] == ["一页 2 件"]
    table.settle()
    assert plan_of(table, 2).per_page == 2
    assert "每页放 2 件证据" in str(table.row(1).data(Qt.ItemDataRole.AccessibleTextRole))
    table.ctx.bench.undo_last()
    table.settle()
    assert plan_of(table, 2).per_page == 1
    assert dialog.per_page.value() == "1"
    assert table.row(1).data(ROW_ROLE).marks == ()
    table.page.model.toggle_many([table.evidence(2).id], inside=False)
    assert table.page.exhibits.choices.dialog is None
    table.settle()


def test_the_same_choice_for_several_is_one_step_of_undo(table: PacketTable) -> None:
    table.choose(0)
    table.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    menu = table.page.exhibits.choices.menu()
    action(menu, "每页几件", "一页 4 件").trigger()
    menu.close()
    table.settle()
    assert [plan_of(table, number).per_page for number in (1, 2, 3)] == [4, 4, 1]
    table.ctx.bench.undo_last()
    table.settle()
    assert [plan_of(table, number).per_page for number in (1, 2)] == [1, 1]


def test_a_redacted_copy_stands_for_its_original_and_baring_it_is_warned_of(table: PacketTable) -> None:
    original = table.evidence(1)
    added = table.ctx.intake.add_derived([original.id], photo(9), "遮.png", Derivation.REDACTED)
    table.settle()
    row = table.row(0).data(ROW_ROLE)
    assert (row.evidence.id, row.shown.id, row.bare) == (original.id, added.evidence_id, False)
    assert added.evidence_id not in [item.id for item in table.page.model.exhibits()]
    table.choose(0)
    table.press(Qt.Key.Key_Return)
    dialog = table.page.exhibits.choices.dialog
    assert isinstance(dialog, OptionsDialog)
    assert dialog.warning.isHidden()
    table.qtbot.keyClick(dialog.version, Qt.Key.Key_Right)
    assert dialog.version.value() == ExhibitVersion.ORIGINAL
    assert not dialog.warning.isHidden()
    table.settle()
    row = table.row(0).data(ROW_ROLE)
    assert (row.shown.id, row.bare) == (original.id, True)
    dialog.reset.click()
    table.settle()
    assert table.row(0).data(ROW_ROLE).shown.id == added.evidence_id
    dialog.accept()


def test_a_crop_by_keys_and_by_mouse_is_kept_and_the_original_is_as_it_was(table: PacketTable) -> None:
    table.choose(0)
    choices = table.page.exhibits.choices
    chosen = choices.chosen()
    assert chosen is not None
    before = table.evidence(1)
    choices.open_crop(chosen)
    table.settle()
    dialog = choices.dialog
    assert isinstance(dialog, CropDialog)
    frame = dialog.frame
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
        table.qtbot.keyClick(frame, key, Qt.KeyboardModifier.ShiftModifier)
    table.qtbot.keyClick(frame, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert frame.crop() == pytest.approx((0.002, 0.0, 0.982, 0.98))
    assert "314 × 235" in dialog.facts.text()
    dialog.reset.click()
    assert frame.crop() is None
    middle = QPoint(frame.width() // 2, frame.height() // 2)
    table.qtbot.mousePress(frame, Qt.MouseButton.LeftButton, pos=middle)
    table.qtbot.mouseMove(frame, middle + QPoint(90, 90))
    table.qtbot.mouseRelease(frame, Qt.MouseButton.LeftButton, pos=middle + QPoint(90, 90))
    drawn = frame.crop()
    assert drawn is not None
    assert drawn[0] == pytest.approx(0.5, abs=0.01)
    dialog.take.click()
    table.settle()
    assert plan_of(table, 1).crop == drawn
    assert table.evidence(1) == before


def test_what_cannot_be_cropped_says_why_and_takes_nothing(table: PacketTable) -> None:
    chosen = table.page.exhibits.choices.chosen([table.evidence(1).id])
    assert chosen is not None
    dialog = CropDialog(table.page.exhibits.choices.pictures, chosen.shown, chosen.plan, "证据", table.page)
    dialog.frame.show_picture("encrypted", QSize())
    table.qtbot.keyClick(dialog.frame, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.frame.crop() is None
    dialog.frame.show_picture(QImage(40, 30, QImage.Format.Format_RGB32), QSize())
    assert dialog.frame.words().startswith("40 × 30")
    dialog.reject()


def test_a_choice_made_while_another_is_written_is_not_lost(table: PacketTable) -> None:
    plans = table.page.plans
    one, two = table.evidence(1).id, table.evidence(2).id
    plans.change_exhibits([one], per_page=4)
    plans.take(table.case_id, PacketPlan())
    plans.change_exhibits([two], per_page=2)
    assert (plans.plan.exhibit(one).per_page, plans.plan.exhibit(two).per_page) == (4, 2)
    table.settle()
    assert (plan_of(table, 1).per_page, plan_of(table, 2).per_page) == (4, 2)
    assert plans.plan == table.ctx.packet_plans.read(table.case_id)


def test_a_choice_the_store_refuses_is_told_and_taken_back(table: PacketTable) -> None:
    table.page.plans.change_exhibits([table.evidence(1).id], slot="x" * 101)
    table.settle()
    assert len(table.errors) == 1
    assert table.page.plans.plan.exhibit(table.evidence(1).id).slot == ""
