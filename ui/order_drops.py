"""Order files dropped anywhere in the window open the import, whatever page is in front."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QStandardPaths, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from ui.i18n import translator
from ui.page import Target
from ui.widgets.drop_frame import DropFrame

tr = translator("frame")
# Text files are chat logs more often than orders: those are imported through the menu.
_SUFFIXES = (".csv", ".xlsx", ".xls", ".tsv")
_BETWEEN = "\0"
_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragLeave, QEvent.Type.Drop)


def are_order_files(data: QMimeData) -> bool:
    """Whether all that is dragged are files of the kinds platforms export orders in."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return bool(paths) and len(paths) == len(data.urls()) and all(path.suffix.lower() in _SUFFIXES for path in paths)


def import_target(paths: Sequence[Path]) -> Target:
    """The way to the import of these files; without any it asks for them."""
    return Target("cases", _BETWEEN.join(map(str, paths)), "import")


def paths_of(target: Target) -> list[Path]:
    """The files of such a target."""
    return [Path(name) for name in target.id.split(_BETWEEN) if name]


def downloads() -> str:
    """Where a browser puts what a platform exports."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)


class OrderDrops(QObject):
    """Watches pages; takes order files before the page itself sees them. `dropped` carries their paths."""

    dropped = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._frames: dict[QObject, DropFrame] = {}

    def watch(self, page: QWidget) -> None:
        """Take order files dropped on a page."""
        page.setAcceptDrops(True)
        frame = DropFrame(page, tr("Import orders"))
        for part in (page, *page.findChildren(QWidget)):
            # Parts that take other files themselves would see the drag before the page does.
            if part.acceptDrops():
                part.installEventFilter(self)
                self._frames[part] = frame

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _DRAGS or watched not in self._frames:
            return False
        if event.type() == QEvent.Type.DragLeave:
            self._frames[watched].hide()
            return False
        if not isinstance(event, QDropEvent) or not are_order_files(event.mimeData()):
            return False
        event.acceptProposedAction()
        if isinstance(event, QDragEnterEvent):
            self._frames[watched].appear()
        else:
            self._frames[watched].hide()
            self.dropped.emit([Path(url.toLocalFile()) for url in event.mimeData().urls()])
        return True
