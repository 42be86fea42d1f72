"""The parcels of an order as rows: way, carrier, number; the number and the link to follow it can be copied."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from desktop.services.parcels import candidates, link_of
from models.kinds import ParcelWay
from models.records import CasePage, Order, Parcel
from ui import format as shown
from ui.i18n import language, translator
from ui.icons import icon
from ui.plain import ElidedLabel, PlainLabel, one_line, plain_tooltip
from ui.widgets.buttons import icon_button, link_button
from ui.widgets.marks import Chip, IconMark
from ui.widgets.panel import clear_layout, column, line
from ui.words import word

tr = translator("cases")
_ROW = 26
_GROUPED = 18
_SEEN = 3


class ParcelRow(QWidget):
    """One parcel. Its menu (a right click, the menu key, or the button) copies, changes and removes it."""

    change_wanted = Signal(object)
    remove_wanted = Signal(object)
    said = Signal(str)

    def __init__(self, parcel: Parcel, order: Order, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parcel = parcel
        self.setFixedHeight(_ROW)
        usual = order.carrier if parcel.way is ParcelWay.SENT else ""
        self.link = link_of(parcel, usual=usual)
        carrier = one_line(parcel.carrier or usual) or _told_by(parcel.tracking_number)
        row = line(self, spacing=6)
        row.addWidget(IconMark("truck", "text3", 14, self))
        number = one_line(parcel.tracking_number)
        told = number if len(number) <= _GROUPED else shown.elide_middle(number)
        self.number = ElidedLabel(f"{carrier} · {told}", self)
        words = tr("%1 %2, %3", carrier, number, word(parcel.way))
        plain_tooltip(self, "\n".join(filter(None, (words, one_line(parcel.note)))))
        row.addWidget(self.number, 1)
        if parcel.note:
            row.addWidget(IconMark("sticky-note", "text3", 14, self))
        row.addWidget(Chip(word(parcel.way), "due" if parcel.way is ParcelWay.RETURNED else "waiting", self))
        self.copy = icon_button("copy", tr("Copy tracking number"), self, size="row")
        self.copy.clicked.connect(self._copy_number)
        self.more = icon_button("ellipsis", tr("More about parcel %1", number), self, size="row")
        self.more.clicked.connect(lambda: self._pop(self.more.mapToGlobal(QPoint(0, self.more.height()))))
        row.addWidget(self.copy)
        row.addWidget(self.more)
        self.setAccessibleName(words)

    def menu(self) -> QMenu:
        """What can be done with the parcel."""
        menu = QMenu(self)
        menu.addAction(icon("copy"), tr("Copy tracking number")).triggered.connect(self._copy_number)
        link = menu.addAction(icon("link"), tr("Copy link to follow it"))
        link.setEnabled(bool(self.link))
        link.triggered.connect(self._copy_link)
        menu.addSeparator()
        change = menu.addAction(icon("pencil"), tr("Change…"))
        change.triggered.connect(lambda: self.change_wanted.emit(self.parcel))
        remove = menu.addAction(icon("trash-2"), tr("Remove"))
        remove.triggered.connect(lambda: self.remove_wanted.emit(self.parcel))
        return menu

    def _pop(self, at: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        self._pop(self.mapToGlobal(QPoint(24, self.height())) if by_key else event.globalPos())
        event.accept()

    def _copy_number(self) -> None:
        QGuiApplication.clipboard().setText(self.parcel.tracking_number)
        self.said.emit(tr("Tracking number copied"))

    def _copy_link(self) -> None:
        QGuiApplication.clipboard().setText(self.link)
        self.said.emit(tr("Link copied; paste it into a browser"))


def _told_by(number: str) -> str:
    """The carrier a number names by itself, or that nobody knows it."""
    found = candidates(number)
    return found[0].carrier.name(language()) if found and found[0].certain else tr("Carrier unknown")


class ParcelList(QWidget):
    """All parcels of the order of a case, and how to add one."""

    add_wanted = Signal()
    change_wanted = Signal(object)
    remove_wanted = Signal(object)
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = column(self, spacing=0)
        self._rows = column(spacing=0)
        outer.addLayout(self._rows)
        self._none = PlainLabel(tr("No tracking number yet"), self, role="small", ink="text3")
        outer.addWidget(self._none)
        self.more = link_button("", self)
        self.more.clicked.connect(self._toggle)
        self.more.hide()
        outer.addWidget(self.more)
        self._all = False
        self._page: CasePage | None = None
        self._shown: tuple[object, ...] = ()

    def show_case(self, page: CasePage) -> None:
        """Show the parcels of the order of a case; nothing without an order."""
        order = page.order
        if self._page is None or self._page.case.id != page.case.id:
            self._all = False
        self._page = page
        self.setVisible(order is not None)
        if order is None or self._shown == (order.id, order.carrier, order.parcels, self._all):
            return
        self._shown = (order.id, order.carrier, order.parcels, self._all)
        clear_layout(self._rows)
        self.more.setVisible(len(order.parcels) > _SEEN)
        self.more.set_label(tr("Show fewer") if self._all else tr("Show all %1", len(order.parcels)))
        for parcel in order.parcels if self._all else order.parcels[:_SEEN]:
            row = ParcelRow(parcel, order, self)
            row.change_wanted.connect(self.change_wanted)
            row.remove_wanted.connect(self.remove_wanted)
            row.said.connect(self.said)
            self._rows.addWidget(row)
        self._none.setVisible(not order.parcels)
        for first, second in pairwise((self.more, *(each for row in self.rows() for each in (row.copy, row.more)))):
            QWidget.setTabOrder(first, second)

    def _toggle(self) -> None:
        self._all = not self._all
        if self._page is not None:
            self.show_case(self._page)

    def rows(self) -> list[ParcelRow]:
        """The rows, in order."""
        items = (self._rows.itemAt(place) for place in range(self._rows.count()))
        return [item.widget() for item in items if item is not None and isinstance(item.widget(), ParcelRow)]  # type: ignore[misc]
