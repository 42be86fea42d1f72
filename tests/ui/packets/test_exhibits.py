"""The exhibits: ordered by key and by dragging, taken in and out, said what they prove, all undoable."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.modeltest import ModelTester

from desktop.context import AppContext
from desktop.words import phrase
from models.kinds import Integrity
from tests.ui.packets.table import PacketTable
from ui.packets.exhibits.delegate import two_lines
from ui.packets.exhibits.model import ROW_ROLE, ExhibitModel


def test_a_case_opens_with_its_exhibits_first_and_going_to_one_shows_its_page(table: PacketTable) -> None:
    assert table.shown() == [1, 2, 3]
    kinds = [table.row(place).data(ROW_ROLE).kind for place in range(table.page.model.rowCount())]
    assert kinds == ["in", "in", "in", "fold"]
    assert table.page.path()[0].text == table.number
    preview = table.page.preview
    assert preview is not None
    assert [placed.number for placed in preview.exhibits] == [1, 2, 3]
    table.choose(0)
    table.choose(2)
    assert table.page.view.page == preview.exhibits[2].page - 1


def test_alt_and_arrows_move_an_exhibit_and_undo_brings_it_back(table: PacketTable) -> None:
    table.choose(0)
    table.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    table.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert table.shown() == [2, 3, 1]
    assert table.page.exhibits.list.current_id() == table.evidence(1).id
    table.settle()
    assert table.exhibits() == [2, 3, 1]
    table.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    table.settle()
    assert table.exhibits() == [2, 1, 3]
    for _ in range(3):
        table.ctx.bench.undo_last()
    table.settle()
    assert table.exhibits() == table.shown() == [1, 2, 3]


def test_dropping_a_row_puts_it_where_the_line_was_and_is_named_by_number_and_place(table: PacketTable) -> None:
    for source, target, below, wanted in ((0, 1, False, [1, 2, 3]), (1, 1, True, [1, 2, 3]), (0, 2, True, [2, 3, 1])):
        table.drop(source, target, below=below)
        table.settle()
        assert table.shown() == table.exhibits() == wanted
    table.ctx.bench.undo_last()
    table.settle()
    table.drop(2, 0, below=False)
    table.settle()
    assert table.shown() == table.exhibits() == [3, 1, 2]
    entry = table.ctx.undo.peek_undo()
    assert entry is not None
    assert phrase(entry.code, entry.values, "zh") == "证据 3 移到第 1 位"


def test_space_takes_out_and_in_again_at_the_end(table: PacketTable) -> None:
    table.choose(1)
    table.press(Qt.Key.Key_Space)
    table.settle()
    assert table.exhibits() == table.shown() == [1, 3]
    entry = table.ctx.undo.peek_undo()
    assert entry is not None
    assert phrase(entry.code, entry.values, "zh") == "凭证 2 不编入举证材料"
    table.choose(2)
    table.press(Qt.Key.Key_Space)
    assert table.page.model.rowCount() == 5
    table.page.exhibits.list.show_evidence(table.evidence(2).id)
    table.press(Qt.Key.Key_Space)
    table.settle()
    assert table.exhibits() == [1, 3, 2]


def test_a_click_on_the_box_takes_out_and_the_last_exhibit_stays(table: PacketTable) -> None:
    view = table.page.exhibits.list
    place = view.visualRect(table.row(1))
    point = place.topLeft()
    point.setX(place.left() + 38)
    point.setY(place.center().y())
    table.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    table.settle()
    assert table.exhibits() == [1, 3]
    for _ in range(4):
        table.choose(0)
        table.press(Qt.Key.Key_Space)
        table.settle()
    assert len(table.shown()) == 1
    assert table.said


def test_what_it_proves_is_written_in_its_row(table: PacketTable) -> None:
    table.choose(2)
    table.press(Qt.Key.Key_F2)
    editor = table.editor()
    editor.setPlainText("外箱受压")
    editor.moveCursor(QTextCursor.MoveOperation.End)
    table.qtbot.keyClick(editor, Qt.Key.Key_Return)
    editor.insertPlainText("封口完好")
    table.qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    table.settle()
    assert table.evidence(3).proves == "外箱受压\n封口完好"
    table.press(Qt.Key.Key_F2)
    assert table.editor().toPlainText() == "外箱受压\n封口完好"
    table.editor().setPlainText("先不要这个")
    table.qtbot.keyClick(table.editor(), Qt.Key.Key_Escape)
    table.settle()
    assert table.evidence(3).proves == "外箱受压\n封口完好"
    assert table.said
    table.press(Qt.Key.Key_F2)
    assert table.editor().toPlainText() == "先不要这个"
    table.editor().setPlainText("外箱受压\n封口完好")
    table.qtbot.keyClick(table.editor(), Qt.Key.Key_Escape)
    table.ctx.bench.undo_last()
    table.settle()
    assert table.evidence(3).proves == ""


def test_evidence_left_out_can_be_added_from_the_menu(table: PacketTable) -> None:
    table.page.exhibits._fill_menu()
    table.page.exhibits._menu.actions()[0].trigger()
    table.settle()
    assert table.exhibits() == [1, 2, 3, 4]
    assert table.page.exhibits.list.current_id() == table.evidence(4).id


def test_what_is_being_typed_outlives_a_change_from_elsewhere_and_a_text_that_is_refused(table: PacketTable) -> None:
    table.choose(0)
    table.press(Qt.Key.Key_F2)
    table.editor().setPlainText("还没写完")
    table.ctx.evidence.order_exhibits(table.case_id, [table.evidence(number).id for number in (3, 1, 2)])
    table.settle()
    assert table.shown() == [3, 1, 2]
    assert table.editor().toPlainText() == "还没写完"
    table.editor().setPlainText("长" * 5001)
    table.page.exhibits.settle()
    table.settle()
    assert len(table.errors) == 1
    assert table.evidence(1).proves == "两只破裂"
    table.press(Qt.Key.Key_F2)
    assert table.editor().toPlainText() == "长" * 5001
    table.qtbot.keyClick(table.editor(), Qt.Key.Key_Escape)


def test_several_selected_move_together_and_are_taken_out_together(table: PacketTable) -> None:
    table.choose(1)
    table.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    table.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert table.shown() == [2, 3, 1]
    assert table.page.exhibits.list.selected_ids() == [table.evidence(2).id, table.evidence(3).id]
    table.settle()
    entry = table.ctx.undo.peek_undo()
    assert entry is not None
    assert (entry.code, entry.values["place"], entry.values["count"]) == ("exhibits_moved", 1, 2)
    table.press(Qt.Key.Key_Space)
    table.settle()
    assert table.exhibits() == [1]
    table.ctx.bench.undo_last()
    table.ctx.bench.undo_last()
    table.settle()
    assert table.shown() == [1, 2, 3]


def test_escape_goes_back_to_the_case(table: PacketTable) -> None:
    table.choose(0)
    table.press(Qt.Key.Key_Escape)
    assert [(target.page, target.id) for target in table.targets] == [("cases", table.number)]


def test_the_model_is_a_good_model(shop: tuple[AppContext, int], qtmodeltester: ModelTester) -> None:
    ctx, case_id = shop
    model = ExhibitModel()
    model.set_evidence(ctx.evidence.list_case_evidence(case_id))
    qtmodeltester.check(model)
    model.fold()
    qtmodeltester.check(model)
    assert model.rowCount() == 5


def test_while_nothing_is_numbered_all_that_is_whole_goes_in(shop: tuple[AppContext, int]) -> None:
    ctx, case_id = shop
    items = [replace(item, exhibit=None) for item in ctx.evidence.list_case_evidence(case_id)]
    items[1] = replace(items[1], integrity=Integrity.CHANGED)
    model = ExhibitModel()
    model.set_evidence(items)
    assert [item.number for item in model.exhibits()] == [1, 3, 4]


def test_two_lines_keep_every_word_that_fits() -> None:
    first, second = two_lines("证明 缺口为新茬，边缘无磨损，非使用所致，与受压面同侧", 200)
    assert "证明 缺口为新茬，边缘无磨损，非使用所致，与受压面同侧".startswith(first)
    assert second
    assert two_lines("短", 200) == ("短", "")
