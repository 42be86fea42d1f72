"""What arrived in watched folders, as a model: names, small pictures made straight from the files, what is new."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from datetime import tzinfo
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Slot
from PySide6.QtGui import QImage, QPixmap

from desktop.decoder.results import NoPreview
from models.store.watched_files import WatchedFile
from ui import format as written
from ui.background import Background
from ui.evidence.gallery.thumbnail_source import cropped_to_fill, image_of
from ui.i18n import language, translator
from ui.plain import one_line

tr = translator("arrivals")
Index = QModelIndex | QPersistentModelIndex
ARRIVAL_ROLE = Qt.ItemDataRole.UserRole + 1
NEW_ROLE = Qt.ItemDataRole.UserRole + 2
WHEN_ROLE = Qt.ItemDataRole.UserRole + 3
PICTURE = QSize(132, 74)
_SIDE = 384
_KEPT, _AT_ONCE = 400, 2


class ArrivalsModel(QAbstractListModel):
    """Newest first. `picture` answers what is known and asks for the rest, two at a time, outside the window."""

    def __init__(self, ctx: Any, background: Background, zone: tzinfo, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx, self._background, self._zone = ctx, background, zone
        self._rows: tuple[WatchedFile, ...] = ()
        self._seen = 0
        self._pictures: OrderedDict[int, QPixmap | None] = OrderedDict()
        self._asked: OrderedDict[int, tuple[WatchedFile, float]] = OrderedDict()
        self._running = 0

    def show(self, arrivals: Sequence[WatchedFile], seen: int) -> None:
        """Show these; those with an id above `seen` are new."""
        if tuple(arrivals) == self._rows and seen == self._seen:
            return
        self.beginResetModel()
        self._rows, self._seen = tuple(arrivals), seen
        self._asked.clear()
        self.endResetModel()

    def arrivals(self) -> tuple[WatchedFile, ...]:
        """What is shown."""
        return self._rows

    def new_count(self) -> int:
        """How many of them are new."""
        return sum(each.id > self._seen for each in self._rows)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt writes it
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        each = self._rows[index.row()]
        if role == ARRIVAL_ROLE:
            return each
        if role == NEW_ROLE:
            return each.id > self._seen
        if role == WHEN_ROLE:
            return self._when(each)
        if role == Qt.ItemDataRole.DisplayRole:
            new = tr("new") if each.id > self._seen else ""
            parts = (file_name(each), self._when(each), written.size(each.size), new)
            return ", ".join(part for part in parts if part)
        return None

    def picture(self, row: int, ratio: float) -> QPixmap | None:
        """The small picture of a row; None while it is made and where there is none."""
        each = self._rows[row]
        if each.id in self._pictures:
            return self._pictures[each.id]
        if each.id not in self._asked:
            self._asked[each.id] = (each, ratio)
            self._next()
        return None

    def is_known(self, row: int) -> bool:
        """Whether it is known if there is a picture of the row."""
        return self._rows[row].id in self._pictures

    def _when(self, each: WatchedFile) -> str:
        return written.moment(each.seen_at, self._ctx.clock.now(), language(), self._zone)

    def _next(self) -> None:
        waiting = [key for key, (each, _) in self._asked.items() if each.id not in self._pictures]
        while waiting and self._running < _AT_ONCE:
            key = waiting.pop(0)
            each, ratio = self._asked[key]
            self._pictures[key] = None
            self._running += 1
            work = partial(_make, self._ctx.watching, each, ratio)
            done = partial(self._made, key)
            self._background.run(self._ctx.jobs.io(work), done, partial(self._failed, key), receiver=self, quiet=True)

    def _failed(self, key: int, _: BaseException) -> None:
        self._made(key, None)

    @Slot(int, object)
    def _made(self, key: int, image: QImage | None) -> None:
        self._running -= 1
        self._asked.pop(key, None)
        self._pictures[key] = None if image is None else QPixmap.fromImage(image)
        while len(self._pictures) > _KEPT:
            self._pictures.popitem(last=False)
        for row, each in enumerate(self._rows):
            if each.id == key:
                self.dataChanged.emit(self.index(row), self.index(row))
        self._next()


def file_name(arrival: WatchedFile) -> str:
    """Its name without its folders, on one line."""
    return one_line(arrival.name.rpartition("/")[2])


def _make(service: Any, arrival: WatchedFile, ratio: float) -> QImage | None:
    """Runs in the I/O pool."""
    found = service.thumbnail(arrival, (_SIDE, _SIDE))
    return None if isinstance(found, NoPreview) else cropped_to_fill(image_of(found), PICTURE, ratio)
