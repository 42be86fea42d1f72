"""The packets made of a case: number, receiver, when, by whom, pages, size, how it ended."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QMenu, QStyleOptionViewItem, QWidget

from models.kinds import DisputeOutcome, PacketForm
from models.records import Packet
from ui import format as shown
from ui.i18n import language, translator
from ui.icons import paint_icon
from ui.packets.packet_state import whole_size
from ui.plain import PlainLabel, one_line
from ui.theme import State
from ui.widgets import painting
from ui.widgets.delegates import CELL_ROLE, Action, Cell, Index, RowDelegate, action_places, cell_of
from ui.widgets.panel import column
from ui.widgets.table import DataList
from ui.words import word

tr = translator("packet_options")
_HEIGHT = 48
PACKET_ROLE = int(Qt.ItemDataRole.UserRole) + 21
OUTCOME_COLOURS: Mapping[DisputeOutcome, State] = {
    DisputeOutcome.WON: "done", DisputeOutcome.PARTLY: "due", DisputeOutcome.LOST: "overdue",
}  # fmt: skip
_LANGUAGES = {"zh": "中文", "en": "English", "both": "中文 / English"}


def packet_facts(packet: Packet, now: datetime, zone: tzinfo) -> str:
    """When, for whom, by whom, how much."""
    when = shown.day_and_time(packet.made_at, now, language(), zone)
    facts = [packet.addressee, when, packet.made_by, tr("%n page(s)", n=packet.pages), shown.size(whole_size(packet))]
    return " · ".join(one_line(each) for each in facts if each)


def packet_tip(packet: Packet, zone: tzinfo) -> str:
    """Everything about a packet that was made."""
    rows = [packet.number, shown.full_moment(packet.made_at, zone), _LANGUAGES.get(packet.language, packet.language),
            f"SHA-256 {packet.sha256}"]  # fmt: skip
    if packet.several or packet.form is PacketForm.ARCHIVE:
        rows += [f"{each.name} · {shown.size(each.size)}" for each in packet.parts[:20]]
    if packet.signed_by:
        rows.append(tr("Signed: %1", packet.signed_by))
    if packet.stamped_at is not None:
        rows.append(tr("Time stamp: %1", shown.full_moment(packet.stamped_at, zone)))
    if packet.locked:
        rows.append(tr("Opens with a password"))
    if packet.due_at is not None:
        rows.append(tr("The receiver's date: %1", shown.full_moment(packet.due_at, zone)))
    if packet.outcome is not None:
        ended = [word(packet.outcome), shown.money(packet.outcome_amount) if packet.outcome_amount is not None else "",
                 packet.outcome_note, packet.outcome_by]  # fmt: skip
        rows.append(tr("Ended: %1", " · ".join(filter(None, ended))))
    return "\n".join(rows)


class _Packets(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._packets: tuple[Packet, ...] = ()
        self._facts: list[str] = []
        self._zone: tzinfo | None = None

    def show(self, packets: Sequence[Packet], now: datetime, zone: tzinfo) -> None:
        """Another list of packets."""
        facts = [packet_facts(packet, now, zone) for packet in packets]
        if tuple(packets) == self._packets and facts == self._facts:
            return
        same = len(packets) == len(self._packets)
        if not same:
            self.beginResetModel()
        self._packets, self._facts, self._zone = tuple(packets), facts, zone
        if same:
            self.dataChanged.emit(self.index(0), self.index(len(packets) - 1))
        else:
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._packets)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        packet, facts = self._packets[index.row()], self._facts[index.row()]
        if role == PACKET_ROLE:
            return packet
        if role == CELL_ROLE:
            return Cell(packet.number, second=facts, weight=500,
                        actions=(Action("more", "ellipsis", tr("What can be done with it")),))  # fmt: skip
        if role == Qt.ItemDataRole.DisplayRole:
            return packet.number
        if role == Qt.ItemDataRole.AccessibleTextRole:
            ended = word(packet.outcome) if packet.outcome is not None else ""
            signed = tr("signed") if packet.signed_by else ""
            locked = tr("locked") if packet.locked else ""
            return ", ".join(filter(None, (packet.number, facts, signed, locked, ended)))
        if role == Qt.ItemDataRole.ToolTipRole and self._zone is not None:
            return packet_tip(packet, self._zone)
        return None


class _MadeDelegate(RowDelegate):
    """Number and chip on the first line, the facts on the second, marks and the menu at the right."""

    def paint_content(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        packet = index.data(PACKET_ROLE)
        if not isinstance(packet, Packet):
            return
        cell, rect = cell_of(index), self.content_rect(option, index)
        middle = rect.center().y() + 1
        for place in action_places(rect, cell):
            paint_icon(painter, place.left() + 4, middle, "ellipsis", "text" if self.hovered(index) else "text3", 16)
        room = rect.adjusted(0, 0, -32, 0)
        top = QRect(room.left(), middle - 20, room.width(), 20)
        left = painting.paint_text(painter, top, packet.number, "text", "body", 600) + 8
        for there, icon in ((packet.signed_by, "shield-check"), (packet.locked, "lock")):
            if there:
                left = paint_icon(painter, left, middle - 9, icon, "done" if icon != "lock" else "text2", 14) + 6
        if packet.outcome is not None:
            text = word(packet.outcome)
            text = text[:1].upper() + text[1:]
            if left + painting.chip_width(text) <= room.right():
                painting.paint_chip(painter, left, middle - 10, text, OUTCOME_COLOURS.get(packet.outcome, "waiting"))
        below = QRect(room.left(), middle + 1, room.width(), 18)
        painting.paint_text(painter, below, cell.second, "text3", "small")


class MadeList(DataList):
    """`done_with(act, packet)`: what was chosen of one: open, again, hash, next, outcome."""

    done_with = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name=tr("Packets made so far"), row_height=_HEIGHT, fit_rows=True)
        self._packets = _Packets(self)
        self.setItemDelegate(_MadeDelegate(self, row_height=_HEIGHT))
        self.setModel(self._packets)
        self.opened.connect(lambda index: self._do("open", index))
        self.looked.connect(lambda index: self._do("open", index))
        self.acted.connect(lambda index, _: self._menu(index).popup(self._below(index)))

    def show_packets(self, packets: Sequence[Packet], now: datetime, zone: tzinfo) -> None:
        """Show other packets."""
        self._packets.show(packets, now, zone)

    def chosen(self) -> Packet | None:
        """The packet of the current row; None without the focus, which leaves it to the newest."""
        packet = self.currentIndex().data(PACKET_ROLE) if self.hasFocus() else None
        return packet if isinstance(packet, Packet) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F4 and self.currentIndex().isValid():
            self._do("outcome", self.currentIndex())
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex() if event.reason() == event.Reason.Keyboard else self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
            self._menu(index).popup(self._below(index))

    def _below(self, index: Index) -> QPoint:
        return self.viewport().mapToGlobal(self.visualRect(index).bottomRight() - QPoint(40, 8))

    def _do(self, act: str, index: Index) -> None:
        packet = index.data(PACKET_ROLE)
        if isinstance(packet, Packet):
            self.done_with.emit(act, packet)

    def _menu(self, index: Index) -> QMenu:
        """What can be done with the packet of a row."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        packet = index.data(PACKET_ROLE)
        if not isinstance(packet, Packet):
            return menu

        def offer(text: str, act: str) -> Callable[[], None]:
            def chosen() -> None:
                self.done_with.emit(act, packet)

            menu.addAction(text).triggered.connect(lambda: chosen())
            return chosen

        offer(tr("Open the kept copy") + "\tEnter", "open")
        offer(tr("Save it again, byte for byte…"), "again")
        offer(tr("Make the next version from it"), "next")
        offer((tr("How it ended…") if packet.outcome is None else tr("Change how it ended…")) + "\tF4", "outcome")
        offer(tr("Copy SHA-256"), "hash")
        return menu


class MadeRows(QWidget):
    """The heading, the list, or that there is none."""

    done_with = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = column(self, spacing=8)
        head = PlainLabel(tr("Made so far"), self, role="heading")
        head.setContentsMargins(16, 0, 16, 0)
        rows.addWidget(head)
        self.none = PlainLabel(tr("No packet of this case has been made yet."), self, role="small", ink="text3")
        self.none.setContentsMargins(16, 0, 16, 0)
        rows.addWidget(self.none)
        self.list = MadeList(self)
        self.list.done_with.connect(self.done_with)
        holder = column(margins=(4, 0, 4, 0))
        holder.addWidget(self.list)
        rows.addLayout(holder)

    def show_packets(self, packets: Sequence[Packet], now: datetime, zone: tzinfo) -> None:
        """The packets of the case, newest first."""
        self.list.show_packets(packets, now, zone)
        self.list.setVisible(bool(packets))
        self.none.setVisible(not packets)
