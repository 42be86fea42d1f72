"""The viewer, and verifying what is kept."""

from __future__ import annotations

import os
import random

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest

from models.kinds import EvidenceSource, Integrity
from tests.ui.evidence.desk import Desk, photo


def add(desk: Desk, data: bytes, name: str) -> int:
    """Keep bytes and show them in the gallery."""
    added = desk.ctx.intake.add_bytes(desk.case_id, data, name, EvidenceSource.CHOSEN)
    assert added.evidence_id is not None
    desk.qtbot.waitUntil(lambda: added.evidence_id in desk.shown_ids())
    desk.settle()
    return added.evidence_id


def view(desk: Desk, row: int = 0) -> None:
    desk.page.view(row)
    desk.qtbot.waitUntil(lambda: not desk.page.viewer.loading() and desk.background.pending() == 0)
    desk.settle()


@pytest.fixture
def viewing(desk: Desk) -> Desk:
    """A large photo in the viewer, with a small one behind it."""
    add(desk, photo("red", (3000, 2000)), "large.jpg")
    add(desk, photo("blue", (40, 30)), "small.jpg")
    view(desk)
    return desk


def test_space_views_and_escape_comes_back(desk: Desk) -> None:
    add(desk, photo(), "a.jpg")
    QTest.keyClick(desk.page.browser.view(), Qt.Key.Key_Space)
    desk.settle()
    assert desk.page.viewing()
    assert desk.page.viewer.shown() == "picture"
    QTest.keyClick(desk.page.viewer.canvas, Qt.Key.Key_Escape)
    assert not desk.page.viewing()
    assert not desk.page.back()


# One page serves several: decoding the large photo takes longer than all that is done with it.
def test_a_large_photo_and_a_small_one(viewing: Desk) -> None:
    _a_large_photo_fits_first_and_is_full_at_actual_pixels(viewing)
    _the_wheel_zooms_to_the_pointer(viewing)
    _rotating_turns_the_view_only(viewing)
    QTest.keyClick(viewing.page.viewer.canvas, Qt.Key.Key_0)
    _a_small_picture_is_not_blown_up(viewing)
    QTest.keyClick(viewing.page.viewer.canvas, Qt.Key.Key_Left)
    viewing.settle()
    _delete_in_the_viewer_shows_the_next_and_closes_with_the_last(viewing)


def _a_large_photo_fits_first_and_is_full_at_actual_pixels(viewing: Desk) -> None:
    canvas = viewing.page.viewer.canvas
    assert canvas.picture_size() == QSize(3000, 2000)
    assert 0.1 < canvas.scale_now() < 1.0
    assert sum(part.pixmap().width() for part in canvas.full_tiles() if part.pos().y() == 0) == 3000
    QTest.keyClick(canvas, Qt.Key.Key_1)
    assert canvas.scale_now() == pytest.approx(1.0)
    QTest.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.scale_now() < 1.0


def _the_wheel_zooms_to_the_pointer(viewing: Desk) -> None:
    canvas = viewing.page.viewer.canvas
    canvas.actual()
    at = QPoint(200, 150)
    before, scale = canvas.mapToScene(at), canvas.scale_now()
    keys, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(
        QPointF(at),
        canvas.viewport().mapToGlobal(QPointF(at)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        keys,
        phase,
        False,
    )
    QGuiApplication.sendEvent(canvas.viewport(), event)
    after = canvas.mapToScene(at)
    assert canvas.scale_now() == pytest.approx(scale * 1.2)
    assert abs(after.x() - before.x()) <= 2
    assert abs(after.y() - before.y()) <= 2


def _a_small_picture_is_not_blown_up(viewing: Desk) -> None:
    viewer = viewing.page.viewer
    QTest.keyClick(viewer.canvas, Qt.Key.Key_Right)
    viewing.settle()
    assert viewer.evidence() == viewing.evidence()[1]
    assert viewer.canvas.scale_now() == pytest.approx(1.0)
    assert viewing.page.browser.current() == viewing.evidence()[1]


def _rotating_turns_the_view_only(viewing: Desk) -> None:
    before = viewing.kept_file(viewing.evidence()[0]).read_bytes()
    canvas = viewing.page.viewer.canvas
    QTest.keyClick(canvas, Qt.Key.Key_BracketRight)
    assert canvas.turns() == 1
    assert canvas.mapFromScene(0, 0).x() > canvas.mapFromScene(0, 2000).x()
    assert viewing.kept_file(viewing.evidence()[0]).read_bytes() == before


def test_text_is_shown_as_text_and_read_only(desk: Desk) -> None:
    add(desk, "<b>买家</b>\u202e：碎了".encode(), "chat.txt")
    view(desk)
    viewer = desk.page.viewer
    assert viewer.shown() == "text"
    assert viewer.text.toPlainText() == "<b>买家</b>\u202e：碎了"
    assert viewer.text.isReadOnly()


def test_what_has_no_preview_says_so(desk: Desk) -> None:
    add(desk, b"\x89PNG\r\n\x1a\n" + b"broken" * 20, "broken.png")
    view(desk)
    assert desk.page.viewer.shown() == "none"
    assert desk.page.viewer.reason() == "文件已损坏"


def _delete_in_the_viewer_shows_the_next_and_closes_with_the_last(viewing: Desk) -> None:
    second = viewing.evidence()[1]
    QTest.keyClick(viewing.page.viewer.canvas, Qt.Key.Key_Delete)
    viewing.qtbot.waitUntil(lambda: viewing.page.viewer.evidence() == second)
    viewing.settle()
    QTest.keyClick(viewing.page.viewer.canvas, Qt.Key.Key_Delete)
    viewing.qtbot.waitUntil(lambda: not viewing.page.viewing())
    viewing.settle()
    assert viewing.evidence() == []


def test_verify_says_that_all_is_as_imported(desk: Desk) -> None:
    add(desk, photo(), "a.jpg")
    desk.page.commands()["verify_case"]()
    desk.settle()
    assert desk.page.browser.strip.what().startswith("校验 1 件")
    assert "全部与导入时一致" in desk.page.browser.strip.what()


def test_one_flipped_bit_is_found_and_marked(desk: Desk) -> None:
    for name, colour in (("a.jpg", "red"), ("b.jpg", "blue"), ("c.jpg", "green"), ("d.jpg", "white")):
        add(desk, photo(colour), name)
    for seed in range(3):
        changed = seed + 1
        path = desk.kept_file(desk.evidence()[changed])
        data = bytearray(path.read_bytes())
        data[random.Random(seed).randrange(len(data))] ^= 1 << seed
        os.chmod(path, 0o600)
        path.write_bytes(data)
        desk.page.commands()["verify_case"]()
        desk.settle()
        assert desk.page.browser.strip.what() == f"校验 4 件，{changed} 件与导入时不一致"
        assert desk.evidence()[changed].original_name in desk.page.browser.strip.listed()
        assert [item.integrity for item in desk.evidence()] == (
            [Integrity.VERIFIED] + [Integrity.CHANGED] * changed + [Integrity.VERIFIED] * (3 - changed)
        )
    desk.page.browser.choose_row(1)
    assert desk.page.pane.text_of("integrity") == "与导入时不一致"
    assert desk.page.pane._banner_box.isVisibleTo(desk.page.pane)


def test_a_missing_file_is_found_by_verifying_everything(desk: Desk) -> None:
    add(desk, photo("red"), "a.jpg")
    desk.kept_file(desk.evidence()[0]).unlink()
    desk.page.commands()["verify_all"]()
    desk.settle()
    assert desk.evidence()[0].integrity is Integrity.MISSING
    assert "文件丢失" in desk.page.browser.strip.listed()
