"""Captures a region of a screen: the program's windows step aside, all screens are grabbed, a region is chosen."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.capture.overlay import CaptureOverlay
from ui.i18n import translator

tr = translator("arrivals")
# What other windows need to be painted where ours stood.
STEP_ASIDE_MS = 300
_GLIMPSE = 32


@dataclass(frozen=True, slots=True)
class ScreenShot:
    """One screen as it was: its picture in pixels of the device, and where it stands among the screens in points."""

    picture: QImage
    place: QRect


Grabber = Callable[[], Sequence[ScreenShot]]


def grab_screens() -> list[ScreenShot]:
    """All screens of this computer, each in its own pixels; a picture is null where the system refuses."""
    shots = []
    for screen in QGuiApplication.screens():
        picture = screen.grabWindow(0).toImage()
        picture.setDevicePixelRatio(1.0)
        shots.append(ScreenShot(picture.convertToFormat(QImage.Format.Format_RGB32), screen.geometry()))
    return shots


def is_refused(shot: ScreenShot) -> bool:
    """Whether the system gave no picture, or one that is black all over."""
    if shot.picture.isNull():
        return True
    small = shot.picture.scaled(_GLIMPSE, _GLIMPSE)
    return all(
        small.pixelColor(x, y).lightness() == 0 for x in range(small.width()) for y in range(small.height())
    ) and _is_black(shot.picture)


def _is_black(picture: QImage) -> bool:
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    lines: list[Any] = [grey.constScanLine(row) for row in range(0, grey.height(), 4)]
    return not any(any(bytes(line)) for line in lines)


def refusal() -> tuple[str, str]:
    """What to say where the system gives no picture of the screen: what, and what to do."""
    what = tr("The system does not let Aftercase see the screen.")
    if sys.platform == "darwin":
        return what, tr(
            "Allow it under System Settings, Privacy & Security, Screen Recording, then start Aftercase again."
        )
    if QGuiApplication.platformName().startswith("wayland"):
        return what, tr("Take the picture with the key of your desktop (Print), then paste it here with Ctrl+V.")
    return what, tr("Take the picture with the system's own tool, then paste it here with Ctrl+V.")


class ScreenCapture(QObject):
    """`taken` carries the pixels of the region; `refused` comes where the system gives none, `given_up` for none.

    One of the three comes for each `start`, after the windows are back.
    """

    taken = Signal(QImage)
    given_up = Signal()
    refused = Signal()

    def __init__(
        self, parent: QObject | None = None, *, grab: Grabber = grab_screens, wait_ms: int = STEP_ASIDE_MS
    ) -> None:
        super().__init__(parent)
        self._grab = grab
        self._wait_ms = wait_ms
        self._hidden: list[QWidget] = []
        self.overlays: list[CaptureOverlay] = []
        self._running = False

    @property
    def running(self) -> bool:
        """Whether a region is being chosen."""
        return self._running

    def start(self) -> None:
        """Hide the program's windows, freeze all screens and let the user choose; nothing while that is under way."""
        if self._running:
            return
        self._running = True
        self._hidden = [
            window
            for window in QApplication.topLevelWidgets()
            if window.isVisible() and window.windowType() != Qt.WindowType.Desktop
        ]
        for window in reversed(self._hidden):
            window.hide()
        QTimer.singleShot(self._wait_ms, self, self._freeze)

    def stop(self) -> None:
        """Give up, as when the program ends."""
        if self._running:
            self._end(self.given_up.emit)

    def _freeze(self) -> None:
        if not self._running:
            return
        try:
            shots = list(self._grab())
            if not shots or all(is_refused(shot) for shot in shots):
                self._end(self.refused.emit)
                return
            self._show([shot for shot in shots if not shot.picture.isNull()])
        except Exception:
            # Whatever goes wrong here, the window has to come back before anybody hears of it.
            self._end(self.given_up.emit)
            raise

    def _show(self, shots: Sequence[ScreenShot]) -> None:
        here = QCursor.pos()
        first = None
        for shot in shots:
            overlay = CaptureOverlay(shot.picture, shot.place)
            overlay.began.connect(partial(self._began, overlay))
            overlay.kept.connect(self._keep)
            overlay.given_up.connect(self.stop)
            self.overlays.append(overlay)
            overlay.show()
            overlay.setGeometry(shot.place)
            if first is None or shot.place.contains(here):
                first = overlay
        if first is not None:
            first.activateWindow()
            first.raise_()
            first.setFocus()

    def _began(self, overlay: CaptureOverlay) -> None:
        for other in self.overlays:
            if other is not overlay:
                other.clear()

    def _keep(self) -> None:
        for overlay in self.overlays:
            if not overlay.region().isEmpty():
                picture = overlay.chosen()
                self._end(partial(self.taken.emit, picture))
                return

    def _end(self, say: Callable[[], object]) -> None:
        """Everything goes back to where it was; then whoever asked hears what came of it."""
        if not self._running:
            return
        self._running = False
        overlays, self.overlays = self.overlays, []
        for overlay in overlays:
            overlay.blockSignals(True)
            overlay.hide()
            overlay.deleteLater()
        hidden, self._hidden = self._hidden, []
        for window in hidden:
            if isValid(window):
                window.show()
        for window in hidden:
            if isValid(window) and window.isWindow():
                window.raise_()
                window.activateWindow()
        say()
