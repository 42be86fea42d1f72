"""Drawing on a picture, with the mouse and by keys alone; what is kept, what Undo takes back, and the copies."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.kinds import Derivation, EvidenceSource
from models.rules.annotations import Arrow, Box, Ellipse, Freehand, Layer, NumberMark, Sheet, TextLabel
from tests.ui.evidence.desk import Desk, photo
from ui.evidence.annotation.canvas import CanvasLayer
from ui.evidence.annotation.field import InPlaceField

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier,
)  # fmt: skip
NONE = Qt.KeyboardModifier.NoModifier


class Drawing:
    """One picture in the viewer and hands on it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        added = desk.ctx.intake.add_bytes(
            desk.case_id, photo("white", (400, 300), "PNG"), "a.png", EvidenceSource.PASTED, caption="收货照"
        )
        self.piece = added.evidence_id or 0
        desk.page.refresh(None)
        desk.settle()
        desk.page.view(0)
        self.settle()

    @property
    def layer(self) -> CanvasLayer:
        found = self.desk.page.annotating.active()
        assert found is not None
        return found

    @property
    def sheet(self) -> Sheet:
        assert self.layer.session.sheet is not None
        return self.layer.session.sheet

    def settle(self) -> None:
        self.layer.session.keep_now()
        self.desk.settle()
        self.desk.qtbot.waitUntil(lambda: self.layer.session.is_ready(), timeout=10_000)

    def at(self, x: float, y: float) -> QPoint:
        return self.layer.canvas.mapFromScene(QPointF(x, y))

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.layer.canvas, key, modifiers)

    def drag(self, start: tuple[float, float], end: tuple[float, float], modifiers: Qt.KeyboardModifier = NONE) -> None:
        view = self.layer.canvas.viewport()
        QTest.mousePress(view, Qt.MouseButton.LeftButton, modifiers, self.at(*start))
        for share in (0.3, 0.7, 1.0):
            place = self.at(start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
            QTest.mouseMove(view, place)
            QApplication.processEvents()
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, modifiers, self.at(*end))

    def write(self, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
        field = self.layer.canvas.findChildren(InPlaceField)[-1]
        field.setText(text)
        QTest.keyClick(field, key)
        QApplication.processEvents()

    def kept(self) -> Layer:
        self.settle()
        return self.desk.ctx.annotations.load_layer(self.piece)

    def bytes_of(self, derivation: Derivation) -> Image.Image:
        made = [item for item in self.desk.evidence() if item.derivation is derivation]
        return Image.open(io.BytesIO(self.desk.ctx.store.files.read(made[-1].sha256)))

    def wipe(self) -> None:
        """An empty picture, and no tool in hand."""
        self.desk.page.annotating.take("select")
        self.layer.session.edit(replace(self.sheet, marks=(), covers=()), None)
        self.layer.session.stack.clear()

    def save_copies(self) -> None:
        self.desk.page.commands()["save"]()
        self.desk.qtbot.waitUntil(lambda: not self.desk.page.annotating._busy, timeout=20_000)
        self.settle()


@pytest.fixture
def drawing(desk: Desk) -> Drawing:
    return Drawing(desk)


# One page serves several: making it takes longer than all that is done on it.
def test_drawing_taking_hold_and_the_list(drawing: Drawing) -> None:
    for part in (_by_mouse_and_by_keys_alone, _a_label_without_words_and_a_slip_of_the_hand_leave_nothing,
                 _grips_and_marks_are_dragged_and_one_drag_is_one_step, _the_list_hides_renames_and_leads):  # fmt: skip
        part(drawing)
        drawing.wipe()
    assert drawing.kept() == Layer()


def test_copies_sittings_and_damage(drawing: Drawing) -> None:
    for part in (_a_crop_and_a_jpeg, _copies_are_burned_first_and_hold_what_was_drawn):
        part(drawing)
        drawing.wipe()
    drawing.settle()
    _leaving_tells_once_and_undo_of_the_window_takes_the_sitting_back(drawing)
    drawing.wipe()
    _a_damaged_layer_is_said_and_can_be_cleared(drawing)
    assert len(drawing.desk.evidence()) == 4


def _by_mouse_and_by_keys_alone(drawing: Drawing) -> None:
    drawing.key(Qt.Key.Key_B)
    drawing.drag((50, 50), (150, 120))
    drawing.key(Qt.Key.Key_N)
    QTest.mouseClick(drawing.layer.canvas.viewport(), Qt.MouseButton.LeftButton, NONE, drawing.at(200, 200))
    drawing.write("裂纹")
    drawing.drag((300, 50), (300, 50))
    drawing.write("")
    drawing.key(Qt.Key.Key_T)
    drawing.key(Qt.Key.Key_Return)
    drawing.write("缺口约 6 cm")
    for tool in (Qt.Key.Key_A, Qt.Key.Key_O, Qt.Key.Key_P):
        drawing.key(tool)
        drawing.key(Qt.Key.Key_Return)
    kinds = [type(mark) for mark in drawing.sheet.marks]
    assert kinds == [Box, NumberMark, NumberMark, TextLabel, Arrow, Ellipse, Freehand]
    box = drawing.sheet.marks[0]
    assert [round(value) for point in box.points for value in point] == [50, 50, 150, 120]
    assert drawing.kept().count() == 7
    # The chosen part moves, grows, changes its place in the list, doubles and goes, by keys.
    before = drawing.sheet.marks[6].points
    drawing.key(Qt.Key.Key_Right)
    drawing.key(Qt.Key.Key_Right, CTRL)
    assert drawing.sheet.marks[6].points[0][0] > before[0][0] + 1
    drawing.key(Qt.Key.Key_Down, SHIFT)
    drawing.key(Qt.Key.Key_Up, ALT)
    assert isinstance(drawing.sheet.marks[5], Freehand)
    drawing.key(Qt.Key.Key_D, CTRL)
    assert len(drawing.sheet.marks) == 8
    drawing.key(Qt.Key.Key_Delete)
    drawing.key(Qt.Key.Key_Z, CTRL)
    drawing.key(Qt.Key.Key_Z, CTRL)
    drawing.key(Qt.Key.Key_Y, CTRL)
    assert len(drawing.sheet.marks) == 8
    assert drawing.kept().count() == 8


def _a_label_without_words_and_a_slip_of_the_hand_leave_nothing(drawing: Drawing) -> None:
    drawing.key(Qt.Key.Key_T)
    drawing.key(Qt.Key.Key_Return)
    drawing.write("anything", Qt.Key.Key_Escape)
    drawing.key(Qt.Key.Key_B)
    drawing.drag((50, 50), (50.4, 50.4))
    assert drawing.sheet.marks == ()
    drawing.key(Qt.Key.Key_Escape)
    assert drawing.desk.page.annotating.word == "select"


def _grips_and_marks_are_dragged_and_one_drag_is_one_step(drawing: Drawing) -> None:
    drawing.key(Qt.Key.Key_B)
    drawing.drag((50, 50), (150, 150))
    drawing.key(Qt.Key.Key_V)
    drawing.drag((50, 70), (70, 80))
    moved = drawing.sheet.marks[0].points
    assert [round(value) for point in moved for value in point] == [70, 60, 170, 160]
    drawing.drag((170, 160), (200, 170))
    assert [round(value) for value in drawing.sheet.marks[0].points[1]] == [200, 170]
    drawing.key(Qt.Key.Key_Z, CTRL)
    assert drawing.sheet.marks[0].points == moved
    drawing.key(Qt.Key.Key_Z, CTRL)
    drawing.key(Qt.Key.Key_Z, CTRL)
    assert drawing.sheet.marks == ()


def _the_list_hides_renames_and_leads(drawing: Drawing) -> None:
    drawing.key(Qt.Key.Key_N)
    drawing.key(Qt.Key.Key_Return)
    drawing.write("裂纹")
    drawing.key(Qt.Key.Key_A)
    drawing.key(Qt.Key.Key_Return)
    parts = drawing.desk.page.annotating.panel.parts
    model = parts.model()
    assert [model.data(model.index(row, 0)) for row in range(2)] == ["编号 1; \u2068裂纹\u2069", "箭头; 已选中"]
    parts.choose_row(0)
    assert drawing.layer.session.chosen == ("mark", 0)
    QTest.keyClick(parts, Qt.Key.Key_F2)
    field = parts.viewport().findChildren(InPlaceField)[-1]
    field.setText("盘沿裂纹")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClick(parts, Qt.Key.Key_Space)
    mark = drawing.sheet.marks[0]
    assert isinstance(mark, NumberMark)
    assert (mark.legend, mark.hidden) == ("盘沿裂纹", True)
    QTest.keyClick(parts, Qt.Key.Key_Delete)
    assert [type(mark) for mark in drawing.sheet.marks] == [Arrow]


def _leaving_tells_once_and_undo_of_the_window_takes_the_sitting_back(drawing: Drawing) -> None:
    desk = drawing.desk
    drawing.key(Qt.Key.Key_B)
    for _ in range(3):
        drawing.key(Qt.Key.Key_B)
        drawing.key(Qt.Key.Key_Return)
    desk.page.back()
    desk.settle()
    told = [event.details["count"] for event in desk.ctx.cases.load_page(desk.case_id).timeline
            if event.action == "evidence_annotated"]  # fmt: skip
    assert told == [3]
    desk.page.view(0)
    drawing.settle()
    assert len(drawing.sheet.marks) == 3
    desk.ctx.bench.undo_last()
    desk.settle()
    assert drawing.sheet.marks == ()
    desk.ctx.bench.redo_last()
    desk.settle()
    assert len(drawing.sheet.marks) == 3


def _copies_are_burned_first_and_hold_what_was_drawn(drawing: Drawing) -> None:
    desk = drawing.desk
    original = desk.kept_file(desk.evidence()[0]).read_bytes()
    drawing.key(Qt.Key.Key_R)
    drawing.drag((20, 20), (60, 40))
    assert len(drawing.sheet.covers) == 1
    assert drawing.kept().count() == 0
    desk.page.annotating.panel.line_wanted.emit(0.01)
    drawing.key(Qt.Key.Key_B)
    drawing.drag((100, 100), (200, 200))
    drawing.key(Qt.Key.Key_N)
    drawing.key(Qt.Key.Key_Return)
    drawing.write("裂纹")
    drawing.save_copies()
    redacted, annotated = drawing.bytes_of(Derivation.REDACTED), drawing.bytes_of(Derivation.ANNOTATED)
    assert (redacted.getpixel((30, 30)), redacted.getpixel((100, 150))) == ((0, 0, 0), (255, 255, 255))
    assert (annotated.getpixel((30, 30)), annotated.getpixel((300, 50))) == ((0, 0, 0), (255, 255, 255))
    assert annotated.getpixel((100, 150)) == (0xC9, 0x30, 0x2C)
    assert annotated.width == 400
    assert annotated.height > 310
    assert annotated.info == {}
    items = {item.derivation: item for item in desk.evidence()}
    assert items[Derivation.ANNOTATED].parent_id == items[Derivation.REDACTED].id
    assert items[Derivation.REDACTED].parent_id == drawing.piece
    assert drawing.sheet.covers == ()
    assert drawing.kept().count() == 2
    assert desk.kept_file(items[Derivation.ORIGINAL]).read_bytes() == original
    assert desk.said[-1] == "打码副本和标注副本都已保存，原图不变。"


def _a_crop_and_a_jpeg(drawing: Drawing) -> None:
    drawing.key(Qt.Key.Key_K)
    drawing.drag((100, 50), (300, 250))
    drawing.desk.page.annotating.panel.format_wanted.emit("jpg")
    drawing.save_copies()
    drawing.desk.page.annotating.panel.format_wanted.emit("png")
    made = drawing.bytes_of(Derivation.ANNOTATED)
    assert (made.format, made.size) == ("JPEG", (200, 200))
    assert not made.getexif()


def _a_damaged_layer_is_said_and_can_be_cleared(drawing: Drawing) -> None:
    desk = drawing.desk
    drawing.key(Qt.Key.Key_B)
    drawing.key(Qt.Key.Key_Return)
    drawing.settle()
    desk.page.back()
    desk.settle()
    with desk.ctx.store.write(desk.ctx.bench.stamp()) as transaction:
        transaction.database.execute_sql("UPDATE annotation SET layer = 'x'")
    desk.page.view(0)
    desk.settle()
    panel = desk.page.annotating.panel
    assert panel.damaged.text.text() == "这张图的标注读不出来。"
    assert not drawing.layer.session.is_ready()
    drawing.key(Qt.Key.Key_B)
    panel.clear_wanted.emit()
    drawing.settle()
    assert drawing.sheet.marks == ()
