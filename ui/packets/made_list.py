"""The packets made of a case: number, when, by whom, pages and size; their hash can be copied."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from models.records import Packet
from ui import format as shown
from ui.i18n import language, translator
from ui.widgets.delegates import CELL_ROLE, Cell
from ui.widgets.table import DataList

tr = translator("packets")
_HEIGHT = 44
Index = QModelIndex | QPersistentModelIndex


class _Packets(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._packets: tuple[Packet, ...] = ()
        self._cells: list[Cell] = []
        self._tips: list[str] = []

    def show(self, packets: Sequence[Packet], now: datetime, zone: tzinfo) -> None:
        """Another list of packets."""
        if tuple(packets) == self._packets and self._cells:
            return
        self.beginResetModel()
        self._packets = tuple(packets)
        self._cells, self._tips = [], []
        for packet in packets:
            when = shown.day_and_time(packet.made_at, now, language(), zone)
            facts = [when, packet.made_by, tr("%n page(s)", n=packet.pages), shown.size(packet.size),
                     "中文" if packet.language == "zh" else "English"]  # fmt: skip
            self._cells.append(Cell(packet.number, second=" · ".join(filter(None, facts)), weight=500))
            full = shown.full_moment(packet.made_at, zone)
            self._tips.append(f"{full}\nSHA-256 {packet.sha256}\n{tr('Enter copies the hash.')}")
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._packets)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self._cells[index.row()]
        if role == CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{cell.text}, {cell.second}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tips[index.row()]
        return None

    def sha256(self, row: int) -> str:
        """The hash of a packet's file."""
        return self._packets[row].sha256


class MadeList(DataList):
    """`hash_wanted` carries the SHA-256 of the packet that was opened."""

    hash_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name=tr("Packets made so far"), row_height=_HEIGHT, fit_rows=True)
        self._packets = _Packets(self)
        self.setModel(self._packets)
        self.opened.connect(lambda index: self.hash_wanted.emit(self._packets.sha256(index.row())))

    def show_packets(self, packets: Sequence[Packet], now: datetime, zone: tzinfo) -> None:
        """Show other packets."""
        self._packets.show(packets, now, zone)
