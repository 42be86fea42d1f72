"""A region of the screen: chosen with the mouse and the keys on the real overlay, over a picture given to it."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.kinds import EvidenceSource
from tests.ui.evidence.desk import Desk
from ui.capture.overlay import CaptureOverlay
from ui.capture.screens import ScreenCapture, ScreenShot
from ui.messages import MessageDialog

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
Made = tuple[ScreenCapture, QWidget, list[object]]


def screen(width: int, height: int) -> QImage:
    """A screen whose every pixel says where it is."""
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    for x in range(width):
        for y in range(height):
            picture.setPixel(x, y, QColor(x % 256, y % 256, 9).rgb())
    return picture


# Two screens side by side; the second has two pixels for each point.
SCREENS = (
    ScreenShot(screen(200, 150), QRect(0, 0, 200, 150)), ScreenShot(screen(240, 160), QRect(200, 0, 120, 80)),
)  # fmt: skip


@pytest.fixture
def make(qtbot: QtBot) -> Callable[..., Made]:
    """A capture over given screens, a window to step aside, and what came of it."""

    def made(shots: Any = SCREENS) -> Made:
        window = QWidget()
        qtbot.addWidget(window)
        window.show()

        def grab() -> list[ScreenShot]:
            assert not window.isVisible()
            if isinstance(shots, Exception):
                raise shots
            return list(shots)

        came: list[object] = []
        capture = ScreenCapture(window, grab=grab, wait_ms=0)
        capture.taken.connect(came.append)
        capture.refused.connect(lambda: came.append("refused"))
        capture.given_up.connect(lambda: came.append("given up"))
        return capture, window, came

    return made


def begin(qtbot: QtBot, made: Made) -> list[CaptureOverlay]:
    """Start; the overlays of the screens."""
    capture, window, _ = made
    capture.start()
    assert not window.isVisible()
    qtbot.waitUntil(lambda: len(capture.overlays) > 0)
    return capture.overlays


def drag(overlay: CaptureOverlay, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(overlay, LEFT, pos=start)
    QTest.mouseMove(overlay, end)
    QTest.mouseRelease(overlay, LEFT, pos=end)


def test_a_region_is_dragged_adjusted_and_kept_in_pixels_of_the_device(qtbot: QtBot, make: Callable[..., Made]) -> None:
    made = make()
    first, second = begin(qtbot, made)
    drag(first, QPoint(10, 10), QPoint(59, 39))
    assert first.region() == QRect(10, 10, 50, 30)
    # A region begun on another screen is the only one.
    drag(second, QPoint(10, 20), QPoint(59, 59))
    assert first.region().isEmpty()
    assert second.region() == QRect(20, 40, 99, 79)
    QTest.keyClick(second, Qt.Key.Key_Right)
    QTest.keyClick(second, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(second, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert second.region() == QRect(21, 30, 100, 79)
    drag(second, QPoint(11, 16), QPoint(1, 6))  # the handle at the upper left corner
    assert second.region() == QRect(1, 10, 120, 99)
    drag(second, QPoint(30, 30), QPoint(300, 300))  # moved, as far as there is room
    region = second.region()
    assert (region.right(), region.bottom(), region.size()) == (239, 159, QRect(0, 0, 120, 99).size())
    QTest.keyClick(first, Qt.Key.Key_Return)
    _, window, came = made
    (picture,) = came
    assert isinstance(picture, QImage)
    assert picture.size() == region.size()
    assert picture.pixelColor(0, 0) == QColor(region.left() % 256, region.top() % 256, 9)
    assert window.isVisible()


@pytest.mark.parametrize("way", ["escape", "right", "close", "stop"])
def test_giving_up_brings_the_window_back(qtbot: QtBot, make: Callable[..., Made], way: str) -> None:
    made = make()
    overlay = begin(qtbot, made)[0]
    capture, window, came = made
    QTest.keyClick(overlay, Qt.Key.Key_Return)  # nothing is chosen yet
    QTest.mouseDClick(overlay, LEFT, pos=QPoint(50, 50))
    assert came == []
    {
        "escape": lambda: QTest.keyClick(overlay, Qt.Key.Key_Escape),
        "right": lambda: QTest.mouseClick(overlay, RIGHT, pos=QPoint(5, 5)),
        "close": overlay.close, "stop": capture.stop,
    }[way]()  # fmt: skip
    assert came == ["given up"]
    assert window.isVisible()
    assert not capture.running


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_A])
def test_the_whole_screen_by_one_key_and_a_double_click(qtbot: QtBot, make: Callable[..., Made], key: Qt.Key) -> None:
    made = make()
    overlay = begin(qtbot, made)[1]
    QTest.keyClick(overlay, key)
    QTest.mouseDClick(overlay, LEFT, pos=QPoint(50, 50))
    assert made[2] == [SCREENS[1].picture]


def test_a_system_that_refuses_or_breaks_is_said_and_the_window_is_back(
    qtbot: QtBot, make: Callable[..., Made]
) -> None:
    black = QImage(40, 40, QImage.Format.Format_RGB32)
    black.fill(0)
    for shots in ((), (ScreenShot(QImage(), QRect(0, 0, 9, 9)), ScreenShot(black, QRect(0, 0, 40, 40)))):
        capture, window, came = make(shots)
        capture.start()
        qtbot.waitUntil(lambda came=came: came == ["refused"])  # type: ignore[misc]
        assert window.isVisible()
    capture, window, came = make(OSError("no"))
    with qtbot.captureExceptions() as raised:
        capture.start()
        qtbot.waitUntil(lambda: came == ["given up"])
    assert len(raised) == 1
    assert window.isVisible()


def test_what_is_captured_is_evidence_of_the_case_in_front(desk: Desk, qtbot: QtBot) -> None:
    capture = desk.page.capturing.into.capture
    capture._grab, capture._wait_ms = lambda: SCREENS, 0
    desk.page.browser.tools._capture.click()
    qtbot.waitUntil(lambda: len(capture.overlays) == 2)
    assert not desk.page.isVisible()
    drag(capture.overlays[0], QPoint(1, 1), QPoint(20, 10))
    QTest.keyClick(capture.overlays[0], Qt.Key.Key_Enter)
    assert desk.page.isVisible()
    desk.settle()
    (item,) = desk.evidence()
    assert (item.source, item.origin, item.format) == (EvidenceSource.CAPTURED, "screen", "png")
    with Image.open(io.BytesIO(desk.kept_file(item).read_bytes())) as kept:
        assert kept.size == (20, 10)
        assert kept.convert("RGB").getpixel((3, 4)) == (4, 5, 9)
    capture._grab = tuple
    desk.page.commands()["capture"]()
    qtbot.waitUntil(lambda: bool(desk.page.findChildren(MessageDialog)))
    assert "系统不允许" in desk.page.findChildren(MessageDialog)[-1].accessibleName()
