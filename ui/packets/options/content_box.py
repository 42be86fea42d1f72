"""What goes into the packet: language, paper, letterhead, which copies, integrity page, marks, notes, weights."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.kinds import PacketForm, PacketLanguage, Paper
from models.packet_records import PacketPlan
from ui.i18n import translator
from ui.plain import ElidedLabel, PlainLabel, plain_tooltip
from ui.widgets.buttons import link_button
from ui.widgets.controls import Segmented, Switch
from ui.widgets.panel import Banner, column, line

tr = translator("packet_options")


class ContentBox(QWidget):
    """`chosen(field, value)`: a field of PacketPlan was chosen; `letterhead_wanted` opens its lines."""

    chosen = Signal(str, object)
    letterhead_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paged = True
        self._rows = column(self, spacing=7)
        self._rows.addWidget(PlainLabel(tr("Content"), self, role="heading"))
        self.language = Segmented([("zh", "中文"), ("en", "English"), ("both", tr("Both"))], parent=self)
        self._row(tr("Language"), self.language)
        self.paper = Segmented([("a4", "A4"), ("letter", "Letter")], parent=self)
        self._row(tr("Paper"), self.paper)
        self.letterhead = self._switch("letterhead", tr("Letterhead"))
        self.lines = link_button(tr("Edit"), self)
        self.lines.clicked.connect(self.letterhead_wanted)
        self._letterhead_row.insertWidget(1, self.lines)
        self._redacted_said, self._notes_said = self._quiet(), self._quiet()
        self.redacted = self._switch("redacted_first", tr("Redacted copies first"), self._redacted_said)
        self.integrity = self._switch("integrity_page", tr("Integrity page (hashes)"))
        self.marks = self._switch("marks", tr("Marks printed on pictures"))
        self.internal = self._switch("internal_notes", tr("Internal notes"), self._notes_said)
        self.recipient = self._switch("recipient", tr("Recipient's name and address"))
        self._weighed = QWidget(self)
        self.weights = self._switch("weights", tr("Weight evidence"), into=self._weighed)
        self.pattern = self._switch("pattern", tr("Buyer's pattern"))
        said = tr("Only where the receiver asks for them, and only what is true of this buyer.")
        self.warning = Banner("due", tr("The buyer's other cases are told to the receiver."), said, self)
        self.warning.hide()
        self._rows.addWidget(self.warning)
        self.language.chosen.connect(lambda value: self.chosen.emit("language", PacketLanguage(value)))
        self.paper.chosen.connect(lambda value: self.chosen.emit("paper", Paper(value)))

    def _quiet(self) -> ElidedLabel:
        return ElidedLabel("", self, role="small", ink="text3")

    def _row(self, name: str, field: QWidget, quiet: QWidget | None = None, into: QWidget | None = None) -> QHBoxLayout:
        row = line(spacing=8)
        label = PlainLabel(name, self)
        label.setBuddy(field)
        row.addWidget(label)
        if quiet is not None:
            row.addWidget(quiet, 1)
        else:
            row.addStretch(1)
        row.addWidget(field)
        if into is not None:
            column(into).addLayout(row)
            self._rows.addWidget(into)
        else:
            self._rows.addLayout(row)
        return row

    def _switch(self, field: str, name: str, quiet: QWidget | None = None, into: QWidget | None = None) -> Switch:
        switch = Switch(name, self)
        switch.clicked.connect(lambda on: self.chosen.emit(field, bool(on)))
        row = self._row(name, switch, quiet, into)
        if field == "letterhead":
            self._letterhead_row = row
        return switch

    def show_plan(self, plan: PacketPlan, *, weighed: bool, weights: bool) -> None:
        """All that is chosen; `weighed`: there are weights to show, `weights`: they go in."""
        self.language.set_value(plan.language.value)
        self.paper.set_value(plan.paper.value)
        for switch, on in (
            (self.letterhead, plan.letterhead), (self.redacted, plan.redacted_first), (self.marks, plan.marks),
            (self.integrity, plan.integrity_page), (self.internal, plan.internal_notes), (self.pattern, plan.pattern),
            (self.weights, weights), (self.recipient, plan.recipient),
        ):  # fmt: skip
            switch.setChecked(on)
        self._weighed.setVisible(weighed)
        self.lines.setVisible(plan.letterhead)
        self.warning.setVisible(plan.pattern)

    def show_receiver(self, form: PacketForm, papers: tuple[Paper, ...]) -> None:
        """What of it there is for the receiver: pictures have no pages around them."""
        pictures = form is PacketForm.PICTURES
        nowhere = tr("The receiver takes pictures: there are no pages for it.") if pictures else ""
        for switch in (self.letterhead, self.integrity, self.recipient, self.weights, self.pattern):
            switch.setEnabled(not pictures)
            plain_tooltip(switch, nowhere)
        self.lines.setEnabled(not pictures)
        self._paged = not pictures
        only = len(papers) == 1
        self.paper.setEnabled(not only and not pictures)
        plain_tooltip(self.paper, nowhere or (tr("The receiver takes this paper only") if only else ""))

    def show_counts(self, *, replaced: int, notes: int) -> None:
        """How many exhibits are shown as copies of theirs, how many internal notes there are."""
        self._redacted_said.set_full(tr("%n replaced", n=replaced) if replaced else "")
        inside = self.internal.isChecked()
        if not notes:
            text = tr("there are none")
        elif inside:
            text = tr("%n go(es) in", n=notes)
        else:
            text = tr("%n stay(s) out", n=notes)
        self.internal.setEnabled(self._paged and (notes > 0 or inside))
        self._notes_said.set_full(text)
        self._notes_said.set_ink("due" if inside and notes else "text3")
