"""Reminders while the program runs: the system tray where there is one, the window itself where there is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon, QWidget

from ui import format as shown_as
from ui.i18n import translator
from ui.icons import icon, paint_icon
from ui.messages import toast
from ui.plain import mnemonic_safe, one_line
from ui.widgets import painting

tr = translator("frame")
STAY_IN_TRAY = "stay_in_tray"
_SIZE, _WAITING = 32, 3


@dataclass(frozen=True, slots=True)
class TrayDoings:
    """What the menu of the tray does."""

    show: Callable[[], object]
    new_case: Callable[[], object]
    due_today: Callable[[], object]
    quit: Callable[[], object]


class Reminders(Protocol):
    """Tells the user something even when the window is not in front."""

    def remind(self, title: str, text: str, opened: Callable[[], object] | None = None) -> None:
        """Show a reminder; the text is plain. `opened`: what a click on it does."""

    def set_counts(self, title: str, count: int, overdue: int) -> None:
        """Show how many cases are open and how many of them are overdue; `title` is the window's."""

    def close(self) -> None:
        """Take it away at the end of the program."""


class WindowReminders(QObject):
    """Without a tray: a toast in the window, whose title tells the counts. Behind other windows nobody would see it:
    there the taskbar calls, and what was said is shown once the window comes to the front."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: list[tuple[str, Callable[[], object] | None]] = []
        window.installEventFilter(self)

    def remind(self, title: str, text: str, opened: Callable[[], object] | None = None) -> None:
        """Show a toast, or keep it until the window is in front: the newest few, as many as have room there."""
        said = (f"{title}\n{text}", opened)
        if self._window.isActiveWindow():
            self._show(*said)
            return
        self._waiting = [*self._waiting, said][-_WAITING:]
        QApplication.alert(self._window)

    def _show(self, text: str, opened: Callable[[], object] | None) -> None:
        toast(self._window, text, "bell", act=(tr("Show"), opened) if opened is not None else None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate and self._waiting:
            waiting, self._waiting = self._waiting, []
            for text, opened in waiting:
                self._show(text, opened)
        return False

    def set_counts(self, title: str, count: int, overdue: int) -> None:
        """The window's own title says it."""

    def close(self) -> None:
        """Nothing stays."""
        self._waiting = []
        self._window.removeEventFilter(self)


class TrayReminders(QObject):
    """The tray icon: shows reminders and counts, raises the window when clicked."""

    def __init__(self, window: QWidget, doings: TrayDoings, tray: QSystemTrayIcon | None = None) -> None:
        super().__init__(window)
        self.tray = tray if tray is not None else QSystemTrayIcon(self)
        self.tray.setIcon(icon("inbox", "accent", 20))
        self.tray.setToolTip("Aftercase")
        self.menu = QMenu(window)
        for text, doing in (
            (tr("Show window"), doings.show), (tr("New case…"), doings.new_case),
            (tr("Due today"), doings.due_today), (tr("Quit"), doings.quit),
        ):  # fmt: skip
            if doing is doings.quit:
                self.menu.addSeparator()
            self.menu.addAction(mnemonic_safe(text)).triggered.connect(lambda _=False, act=doing: act())
        self.tray.setContextMenu(self.menu)
        self.tray.activated.connect(lambda why: _clicked(why, doings.show))
        self._opened: Callable[[], object] | None = None
        self._show = doings.show
        self.tray.messageClicked.connect(self._message_clicked)
        self.tray.show()

    def remind(self, title: str, text: str, opened: Callable[[], object] | None = None) -> None:
        """Show a message of the system; a click opens what the newest one is about."""
        self._opened = opened
        self.tray.showMessage(one_line(title), one_line(text))

    def _message_clicked(self) -> None:
        opened, self._opened = self._opened, None
        self._show()
        if opened is not None:
            opened()

    def set_counts(self, title: str, count: int, overdue: int) -> None:
        """In the tool tip, and on the icon: red while any is overdue."""
        late = tr("%n overdue", n=overdue) if overdue else ""
        self.tray.setToolTip(" · ".join(part for part in (one_line(title), late) if part))
        self.tray.setIcon(counted_icon(overdue or count, alarm=bool(overdue)))

    def close(self) -> None:
        """Take the icon away."""
        self.tray.hide()


def _clicked(why: QSystemTrayIcon.ActivationReason, show: Callable[[], object]) -> None:
    # The other button opens the menu; raising the window as well would take the menu away.
    if why != QSystemTrayIcon.ActivationReason.Context:
        show()


def counted_icon(count: int, *, alarm: bool) -> QIcon:
    """The icon of the program with a number on it; without one for 0."""
    ratio = 2
    pixmap = QPixmap(QSize(_SIZE, _SIZE) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, 2, _SIZE // 2, "inbox", "accent", _SIZE - 4)
    if count:
        text = shown_as.badge(count)
        width = min(max(18, painting.text_width(text, "small", 700) + 8), _SIZE)
        box = QRect(_SIZE - width, 0, width, 18)
        painting.rounded(painter, box, "overdue.solid" if alarm else "accent", None, 9)
        painting.paint_text(painter, box, text, "on_accent" if not alarm else "surface", "small", 700, centre=True)
    painter.end()
    return QIcon(pixmap)


def reminders(window: QWidget, doings: TrayDoings) -> Reminders:
    """The system's way to remind, or the window's own where there is no tray."""
    if QSystemTrayIcon.isSystemTrayAvailable():
        return TrayReminders(window, doings)
    return WindowReminders(window)
