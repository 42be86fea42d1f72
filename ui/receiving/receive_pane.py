"""The desk as it is seen: the scanner's field, the strip, the parcel in hand; beside it what was received today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from models.receiving_records import ReturnReceipt
from ui.actions import key_text
from ui.background import Background
from ui.i18n import translator
from ui.plain import isolate, one_line
from ui.receiving.desk_values import Aside, InHand, Stage
from ui.receiving.parcel_card import ParcelCard
from ui.receiving.received_list import ReceivedModel
from ui.receiving.receiving_desk import ReceivingDesk
from ui.receiving.receiving_words import Now, verdict, why_refused
from ui.receiving.scan_field import ScanField
from ui.receiving.verdict_strip import VerdictStrip
from ui.widgets.buttons import Button
from ui.widgets.panel import EmptyPlace, Panel, column, line
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from desktop.context import AppContext

tr = translator("receiving")
_SIDE, _SIDE_LEAST = 464, 404
_FIELD = 46
_ASIDE_SHOWN = 3


class ReceivePane(QWidget):
    """`photo_wanted` and `note_wanted` ask for what belongs to the parcel in hand, `case_wanted` for its case."""

    photo_wanted = Signal(QWidget)
    note_wanted = Signal()
    case_wanted = Signal(str)

    def __init__(self, ctx: AppContext, background: Background, desk: ReceivingDesk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._now: Now | None = None
        across = line(self, spacing=12)
        left = column(spacing=12)
        self.field = ScanField(self)
        # The stylesheet of the window gives every field its height and its size of letters.
        self.field.setStyleSheet(f"QLineEdit {{ font-size: 20px; min-height: {_FIELD}px; }}")
        left.addWidget(self.field)
        self.strip = VerdictStrip(self)
        left.addWidget(self.strip)
        self.card = ParcelCard(ctx, background, self)
        left.addWidget(self.card, 1)
        across.addLayout(left, 4)
        across.addWidget(self._side(), 3)
        self.field.scanned.connect(desk.scan)
        self.field.keyed.connect(desk.key)
        self.field.counted.connect(desk.count)
        self.field.entered.connect(desk.enter)
        self.field.undo_wanted.connect(desk.undo)
        self.card.keyed.connect(desk.key)
        self.card.restock_wanted.connect(desk.turn_restock)
        self.card.photo_wanted.connect(self.photo_wanted)
        self.card.note_wanted.connect(self.note_wanted)
        self.card.case_wanted.connect(self.case_wanted)
        desk.changed.connect(self.show_hand)
        desk.refused.connect(lambda code: self.strip.hint(why_refused(code)))
        desk.put_aside.connect(self._show_aside)

    def _side(self) -> QWidget:
        side = QWidget(self)
        side.setMinimumWidth(_SIDE_LEAST)
        side.setMaximumWidth(_SIDE)
        rows = column(side, spacing=12)
        self.later = Panel(tr("Put aside, not received"), "", side, icon="triangle-alert", token="due")
        self.later.rows.setContentsMargins(8, 6, 8, 6)
        self.later_rows = [Button("", self.later.body, kind="link") for _ in range(_ASIDE_SHOWN)]
        for place, button in enumerate(self.later_rows):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, place=place: self._take_up(place))
            self.later.rows.addWidget(button)
        rows.addWidget(self.later)
        panel = Panel(tr("Received today"), "", side, icon="clipboard-check")
        self.heading = panel.heading
        self.undo = Button(tr("Undo"), panel, size="small", icon="undo-2", hint=key_text("Ctrl+Z"))
        self.undo.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.undo.clicked.connect(self._desk.undo)
        panel.heading.add(self.undo)
        self.model = ReceivedModel(self)
        self.table = DataTable(self.model.columns(), panel, name=tr("Received today"))
        self.table.setModel(self.model)
        self.table.opened.connect(self._open)
        self.table.left.connect(lambda: self.field.setFocus())
        self.none = EmptyPlace("package-open", tr("Nothing was received today"), "", panel)
        panel.rows.addWidget(self.table, 1)
        panel.rows.addWidget(self.none, 1)
        rows.addWidget(panel, 1)
        return side

    # Showing

    def tell_time(self, now: Now) -> None:
        """The moment times are told at."""
        self._now = now
        self.show_hand(self._desk.now)
        self._show_aside(self._desk.aside)

    def show_hand(self, hand: InHand) -> None:
        """Show the parcel in hand."""
        if self._now is None:
            return
        self.field.keys = hand.signs()
        self.strip.say(verdict(hand, self._now))
        if hand.stage is not Stage.WRITING:
            # For the moment of writing the parcel stays as it stands.
            self.card.show_hand(hand)

    def show_received(self, rows: tuple[ReturnReceipt, ...], now: Now) -> None:
        """Show what was received today."""
        self._now = now
        self.model.take(rows, now)
        self.heading.quiet.setText(tr("%n parcel(s)", n=len(rows)) if rows else "")
        self.table.setVisible(bool(rows))
        self.none.setVisible(not rows)
        self.undo.setEnabled(bool(rows))

    def _show_aside(self, aside: tuple[Aside, ...]) -> None:
        for place, button in enumerate(self.later_rows):
            button.setVisible(place < len(aside))
            if place < len(aside):
                each = aside[place]
                # The name of one that was scanned by its case begins with the same number.
                parts = (each.name,) if each.name.startswith(each.text) else (each.text, each.name)
                text = " · ".join(one_line(part) for part in parts if part)
                button.set_label(isolate(text[:60]))
        more = len(aside) - _ASIDE_SHOWN
        self.later.heading.quiet.setText(tr("and %n more", n=more) if more > 0 else "")
        self.later.setVisible(bool(aside))

    def _take_up(self, place: int) -> None:
        if place < len(self._desk.aside):
            self._desk.scan(self._desk.aside[place].text)

    def _open(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self.model.rows) and self.model.rows[index.row()].case_number:
            self.case_wanted.emit(self.model.rows[index.row()].case_number)
