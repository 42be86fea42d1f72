"""What goes into the packet: language, paper, letterhead and its lines, which copies, integrity page, marks, notes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from models.kinds import PacketForm, PacketLanguage, Paper
from models.packet_records import PacketPlan
from models.records import Shop
from ui.i18n import translator
from ui.plain import ElidedLabel, PlainLabel, one_line, plain_tooltip
from ui.widgets.buttons import Button, link_button
from ui.widgets.controls import Segmented, Switch
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.panel import Banner, FormRows, column, foot_line, line

tr = translator("packet_options")
_LONGEST, _MOST_LINES, _HEIGHT = 2_000, 8, 130


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


class LetterheadDialog(HeldDialog):
    """`given` carries the lines as one text."""

    given = Signal(str)

    def __init__(self, shop: Shop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(480)
        title = tr("Letterhead of %1", one_line(shop.name))
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(title, self, role="heading", wrap=True))
        rows.addWidget(
            PlainLabel(tr("It stands on every packet of this shop that has a letterhead. The first line is the name."),
                       self, ink="text2", wrap=True)
        )  # fmt: skip
        self.form = FormRows(self)
        self.lines = QPlainTextEdit(shop.letterhead, self)
        self.lines.setTabChangesFocus(True)
        self.lines.setFixedHeight(_HEIGHT)
        self.form.add_field(tr("Lines"), self.lines, tr("One line each: name, address, telephone, licence number."))
        rows.addWidget(self.form)
        self.take = Button(tr("Keep"), self, kind="primary")
        self.take.clicked.connect(self._take)
        rows.addLayout(foot_line(self, tr("Cancel"), self.take))
        self.lines.setFocus()

    def _take(self) -> None:
        lines = [line.strip() for line in self.lines.toPlainText().splitlines()]
        text = "\n".join(line for line in lines if line)
        wrong = ""
        if len(text) > _LONGEST:
            wrong = tr("%1 characters at most.", f"{_LONGEST:,}")
        elif text.count("\n") >= _MOST_LINES:
            wrong = tr("At most %n line(s) fit above the first page.", n=_MOST_LINES)
        self.form.set_wrong(self.lines, wrong)
        if wrong:
            self.lines.setFocus()
            return
        self.given.emit(text)
        self.leave()
