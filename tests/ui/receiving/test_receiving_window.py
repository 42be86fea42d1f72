"""The receiving window: what a scanner's signs mean, what is never received by itself, photos, the box of nobody's."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.register_kinds import Condition, ReceiptState
from tests.e2e.test_every_command import nameless
from ui.receiving.code_sheet import code_words
from ui.receiving.desk_values import Stage
from ui.receiving.receiving_door import open_receiving
from ui.receiving.receiving_window import ReceivingWindow
from ui.receiving.scan_codes import LONGEST, DeskCode, desk_code, is_desk_code, plain_scan

if TYPE_CHECKING:
    from desktop.context import AppContext

NAUGHTY = "\u202e<b>x</b>%1'\"../\0😀"


@pytest.fixture
def scan(qtbot: QtBot, desk: ReceivingWindow) -> Callable[..., Stage]:
    """A text and an end of line; the stage it leads to."""

    def type_it(text: str, *ends: Any) -> Stage:
        QTest.keyClicks(desk.pane.field, text)
        for end in ends or (Qt.Key.Key_Return,):
            QTest.keyClick(desk.pane.field, end)
        qtbot.waitUntil(lambda: not desk.desk.busy)
        return desk.desk.now.stage

    return type_it


@pytest.fixture
def press(qtbot: QtBot, desk: ReceivingWindow) -> Callable[[str], Stage]:
    """Signs that stand alone."""

    def finger(signs: str) -> Stage:
        for sign in signs:
            QTest.keyClicks(desk.pane.field, sign)
            qtbot.waitUntil(lambda: not desk.pane.field.text() and not desk.desk.busy)
        return desk.desk.now.stage

    return finger


def test_what_a_scan_may_hold() -> None:
    assert [desk_code(text) for text in ("+good", " ＋ＷＯＲＮ ", "+BAD", "GOOD")] == [
        DeskCode.GOOD, DeskCode.WORN, None, None,
    ]  # fmt: skip
    assert is_desk_code("+BAD")
    assert [plain_scan(text) for text in ("]C1SF123", "\x02SF123\x03\t", " SF 123 ", "]")] == [
        "SF123", "SF123", "SF 123", "]",
    ]  # fmt: skip
    assert {code for code, _ in code_words()} == set(DeskCode)


def test_nothing_is_received_by_itself(
    ctx: AppContext, desk: ReceivingWindow, case_number: str, scan: Callable[..., Stage], press: Callable[[str], Stage]
) -> None:
    # CR LF: the second end of line is the scanner's own.
    assert scan(case_number, Qt.Key.Key_Return, Qt.Key.Key_Return) is Stage.RETURN
    # A number that begins with a key of the desk, and the same parcel twice.
    assert scan("4300012345678", Qt.Key.Key_Tab) is Stage.UNKNOWN
    assert [each.text for each in desk.desk.aside] == [case_number]
    assert scan(case_number) is Stage.RETURN
    assert scan(case_number) is Stage.RETURN
    assert desk.desk.aside[0].text == "4300012345678"
    assert ctx.receiving.recent() == ()
    # Put aside outlives the window: it stands on the shelf.
    again = type(desk.desk)(ctx, desk._background, desk)
    assert [each.text for each in again.aside] == ["4300012345678"]
    # A printed code that means nothing here, and one that does; pieces by keys.
    assert scan("+BOX") is Stage.RETURN
    assert press("++-") is Stage.RETURN
    assert desk.desk.now.pieces == 1
    assert scan("+damaged") is Stage.DONE
    (receipt,) = ctx.receiving.recent()
    assert (receipt.condition, receipt.pieces, receipt.state) == (Condition.DAMAGED, 1, ReceiptState.INSPECTED)
    assert scan("+UNDO") is Stage.UNDONE
    assert ctx.receiving.recent() == ()


def test_bad_texts_are_said_and_harm_nothing(
    ctx: AppContext, desk: ReceivingWindow, scan: Callable[..., Stage], press: Callable[[str], Stage]
) -> None:
    desk.pane.field.setText("9" * 100_000)
    assert len(desk.pane.field.text()) == LONGEST
    assert scan("") is Stage.WRONG
    desk.pane.field.put(NAUGHTY + "\nSF1")
    assert scan("") in (Stage.WRONG, Stage.UNKNOWN)
    assert press("0") is Stage.KEPT
    (receipt,) = ctx.receiving.unmatched()
    assert receipt.case_id is None
    # In the box: counts that are none are marked in place, and nothing is written.
    desk.show_part("box")
    desk.reload()
    box = desk.box
    QTest.qWait(1)
    box.weight.setText("1,5 kg")
    box.write()
    assert box.weight.property("wrong")
    box.weight.setText("1500")
    box.sent_by.setText("孙<b>先生</b>")
    box.write()
    (described,) = ctx.receiving.unmatched()
    assert (described.weight_grams, described.sender) == (1500, "孙<b>先生</b>")


def test_a_photo_waits_until_its_parcel_is_received(
    qtbot: QtBot, ctx: AppContext, desk: ReceivingWindow, case_number: str, scan: Callable[..., Stage],
    press: Callable[[str], Stage],
) -> None:  # fmt: skip
    mime, picture = QMimeData(), QImage(8, 8, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    mime.setImageData(picture)
    assert desk.photos.drop(mime)
    assert desk.pane.strip.passing.text(), "a photo belongs to a parcel"
    scan(case_number)
    assert desk.photos.drop(mime)
    assert len(desk.desk.now.photos) == 1
    page = ctx.cases.load_page(ctx.cases.find_case_id(case_number))
    assert page.evidence == ()
    assert press("1") is Stage.DONE
    qtbot.waitUntil(lambda: desk._background.pending() == 0)
    (receipt,) = ctx.receiving.recent()
    assert len(ctx.receiving.photos(receipt.id)) == 1
    assert len(ctx.cases.load_page(page.case.id).evidence) == 1


def test_one_window_whose_parts_have_names(desk: ReceivingWindow, ctx: AppContext) -> None:
    parent = desk.parentWidget()
    assert isinstance(parent, QWidget)
    assert open_receiving(ctx, desk._background, parent, lambda target: None, part="box") is desk
    for part in ("desk", "box", "undeliverable", "awaited"):
        desk.show_part(part)
        assert nameless(desk) == []
    # A sign typed in a list is the first of a scan.
    QTest.keyClicks(desk.shelf.coming, "S")
    assert desk.tabs.currentIndex() == 0
    assert desk.pane.field.text() == "S"


def test_a_parcel_let_go_stays_listed_with_its_reason_and_is_taken_up_again(
    qtbot: QtBot, ctx: AppContext, desk: ReceivingWindow, scan: Callable[..., Stage], press: Callable[[str], Stage]
) -> None:
    scan("SF4300012345678")
    press("0")
    (receipt,) = ctx.receiving.unmatched()
    ctx.receiving.let_go(receipt.id, "三个月<b>无人</b>认领\n捐了")
    desk.show_part("box")
    desk.reload()
    gone = desk.box.gone
    qtbot.waitUntil(lambda: gone.model.rowCount() == 1)
    assert "捐了" in gone.model.sentence(0)
    gone.table.opened.emit(gone.model.index(0, 0))
    qtbot.waitUntil(lambda: desk.box.model.rowCount() == 1)
    chosen = desk.box.chosen()
    assert (chosen and chosen.id, gone.isHidden()) == (receipt.id, True)
    assert ctx.receiving.let_gone() == ()
