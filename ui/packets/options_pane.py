"""The right side of the page: figures, what goes in, the summary, the checks, packets made so far, save and print."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.services.packets import SUMMARY_LIMIT
from models.records import Packet
from ui import format as shown
from ui.actions import shortcut_text
from ui.fonts import font
from ui.i18n import translator
from ui.packets.made_list import MadeList
from ui.packets.packet_checks import Check
from ui.plain import PlainLabel
from ui.widgets.buttons import Button, link_button
from ui.widgets.controls import IconMark, Segmented, Switch
from ui.widgets.panel import Banner, Strip, clear_layout, column, line, rule

tr = translator("packets")
_SETTLE_MS = 500
_SUMMARY_HEIGHT = 132


class SummaryField(QPlainTextEdit):
    """The summary; `settled` comes half a second after the last key, or when it is left."""

    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(font("body"))
        self.setTabChangesFocus(True)
        self.setFixedHeight(_SUMMARY_HEIGHT)
        self.setAccessibleName(tr("Summary on the first page"))
        self._timer = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._timer.timeout.connect(self.settled)
        self._filling = False
        self.textChanged.connect(self._typed)

    def fill(self, text: str) -> None:
        """Show a text that nobody typed just now."""
        if text != self.toPlainText():
            self._filling = True
            self.setPlainText(text)
            self._filling = False

    def waiting(self) -> bool:
        """Whether something typed was not told yet."""
        return self._timer.isActive()

    def settle(self) -> None:
        """Tell at once what was typed."""
        if self._timer.isActive():
            self._timer.stop()
            self.settled.emit()

    def _typed(self) -> None:
        if not self._filling:
            self._timer.start()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.settle()


class _Section(NamedTuple):
    """One part of the pane: its box and its rows."""

    box: QWidget
    rows: QVBoxLayout


class OptionsPane(Strip):
    """Signals say what was chosen; the page does it."""

    language_chosen = Signal(str)
    internal_chosen = Signal(bool)
    weights_chosen = Signal(bool)
    summary_written = Signal(str)
    draft_wanted = Signal()
    save_wanted = Signal()
    print_wanted = Signal()
    folder_wanted = Signal()
    hash_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = column(self)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = Strip()
        self._rows = column(body)
        self._add_figures(body)
        self._add_content(body)
        self._add_checks(body)
        self._add_made(body)
        self._rows.addStretch(1)
        scroll.setWidget(body)
        outer.addWidget(scroll, 1)
        outer.addWidget(self._foot())

    def sizeHint(self) -> QSize:
        return QSize(344, 600)

    # Its parts

    def _section(self, body: QWidget, title: str, *, first: bool = False) -> _Section:
        if not first:
            self._rows.addWidget(rule(body))
        box = QWidget(body)
        rows = column(box, margins=(16, 12, 16, 12), spacing=8)
        head = line(spacing=8)
        head.addWidget(PlainLabel(title, box, role="heading"))
        head.addStretch(1)
        rows.addLayout(head)
        self._rows.addWidget(box)
        return _Section(box, rows)

    def _add_figures(self, body: QWidget) -> None:
        part = self._section(body, tr("Size"), first=True)
        box, rows = part.box, part.rows
        across = line(spacing=0)
        self._figures: dict[str, PlainLabel] = {}
        for key, name in (
            ("size", tr("File")), ("pages", tr("Pages")), ("pictures", tr("Pictures")), ("letters", tr("Characters")),
        ):  # fmt: skip
            holder = QWidget(box)
            holder.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            cell = column(holder, spacing=2)
            figure = PlainLabel("–", box, role="heading")
            self._figures[key] = figure
            cell.addWidget(figure)
            cell.addWidget(PlainLabel(name, box, role="small", ink="text3"))
            across.addWidget(holder, 1)
        rows.addLayout(across)

    def _add_content(self, body: QWidget) -> None:
        part = self._section(body, tr("Content"))
        box, rows = part.box, part.rows
        self.language = Segmented([("zh", "中文"), ("en", "English")], parent=box)
        rows.addLayout(_labelled(box, tr("Language"), self.language))
        rows.addLayout(_labelled(box, tr("Paper"), PlainLabel("A4", box, weight=500)))
        self.internal = Switch(tr("Internal notes go in"), box)
        self._notes = PlainLabel("", box, role="small", ink="text3")
        rows.addLayout(_labelled(box, tr("Internal notes"), self.internal, self._notes))
        self.weights = Switch(tr("Weight evidence goes in"), box)
        self._weighed = QWidget(box)
        column(self._weighed).addLayout(_labelled(self._weighed, tr("Weight evidence"), self.weights))
        self._weighed.hide()
        rows.addWidget(self._weighed)
        head = line(spacing=8)
        label = PlainLabel(tr("Summary on the first page"), box)
        self._count = PlainLabel("", box, role="small", ink="text3")
        self._draft = link_button(tr("Back to the draft"), box)
        self._draft.hide()
        head.addWidget(label)
        head.addStretch(1)
        head.addWidget(self._draft)
        head.addWidget(self._count)
        rows.addLayout(head)
        self.summary = SummaryField(box)
        label.setBuddy(self.summary)
        rows.addWidget(self.summary)
        self.language.chosen.connect(self.language_chosen)
        self.internal.toggled.connect(self.internal_chosen)
        self.weights.clicked.connect(self.weights_chosen)
        self._draft.clicked.connect(self.draft_wanted)
        self.summary.textChanged.connect(self._count_letters)
        self.summary.settled.connect(self._tell_summary)

    def _add_checks(self, body: QWidget) -> None:
        part = self._section(body, tr("Before handing out"))
        box, rows = part.box, part.rows
        self._check_box = QWidget(box)
        self._checks = column(self._check_box, spacing=6)
        rows.addWidget(self._check_box)

    def _add_made(self, body: QWidget) -> None:
        part = self._section(body, tr("Made so far"))
        box, rows = part.box, part.rows
        # The list's rows have a padding of their own.
        holder = QWidget(body)
        self.made = MadeList(holder)
        self.made.hash_wanted.connect(self.hash_wanted)
        rows.setContentsMargins(16, 12, 16, 4)
        column(holder, margins=(4, 0, 4, 8)).addWidget(self.made)
        self._rows.addWidget(holder)
        self._none = PlainLabel(tr("No packet of this case has been made yet."), box, role="small", ink="text3")
        rows.addWidget(self._none)

    def _foot(self) -> QWidget:
        foot = Strip(self, edge="top")
        rows = column(foot, margins=(16, 12, 16, 12), spacing=8)
        self.done = Banner("done", "", "", foot)
        self._folder = Button(tr("Show folder"), self.done, size="small")
        self._folder.clicked.connect(self.folder_wanted)
        self.done.add(self._folder)
        self.done.hide()
        rows.addWidget(self.done)
        row = line(spacing=8)
        self.save = Button(tr("Save PDF"), foot, kind="primary", icon="file-down", hint=shortcut_text("save"))
        self.print_ = Button(tr("Print"), foot, icon="printer", tip=f"{tr('Print')}  {shortcut_text('print')}")
        policy = self.save.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        self.save.setSizePolicy(policy)
        self.save.clicked.connect(self.save_wanted)
        self.print_.clicked.connect(self.print_wanted)
        row.addWidget(self.save, 1)
        row.addWidget(self.print_)
        rows.addLayout(row)
        return foot

    # What is shown

    def show_figures(self, size: int, pages: int, pictures: int) -> None:
        """Bytes, pages and pictures of the packet as it is."""
        self._figures["size"].setText(shown.size(size))
        self._figures["pages"].setText(str(pages))
        self._figures["pictures"].setText(str(pictures))

    def show_no_figures(self) -> None:
        """Nothing is known yet."""
        for key in ("size", "pages", "pictures"):
            self._figures[key].setText("–")

    def show_summary(self, text: str, *, written: bool) -> None:
        """The summary, unless somebody is writing it at this moment."""
        if not self.summary.waiting():
            self.summary.fill(text)
        self._draft.setVisible(written)
        self._count_letters()

    def show_weights(self, *, weighed: bool, included: bool) -> None:
        """Whether weights can go in, and do."""
        self._weighed.setVisible(weighed)
        self.weights.setChecked(included)

    def show_notes(self, count: int, *, included: bool) -> None:
        """How many internal notes there are, and whether they go in."""
        self.internal.setEnabled(count > 0)
        if not count:
            text = tr("there are none")
        elif included:
            text = tr("%n go(es) in", n=count)
        else:
            text = tr("%n stay(s) out", n=count)
        self._notes.setText(text)
        self._notes.set_ink("due" if included and count else "text3")

    def show_checks(self, checks: Sequence[Check]) -> None:
        """What is well and what is not."""
        clear_layout(self._checks)
        for check in checks:
            row = line(spacing=8)
            icons = {"done": "circle-check", "due": "circle-alert", "overdue": "circle-x", "waiting": "circle-dashed"}
            holder = QWidget(self._check_box)
            holder.setLayout(row)
            mark = IconMark(icons[check.state], check.state, 16, holder)
            label = PlainLabel(
                check.text, holder, wrap=True, ink="" if check.state in ("done", "waiting") else check.state
            )
            beside = column(margins=(0, 3, 0, 0))
            beside.addWidget(mark)
            beside.addStretch(1)
            row.addLayout(beside)
            row.addWidget(label, 1)
            self._checks.addWidget(holder)

    def show_made(self, packets: Sequence[Packet], now: datetime, zone: tzinfo) -> None:
        """The packets made of this case."""
        self.made.show_packets(packets, now, zone)
        self.made.setVisible(bool(packets))
        self._none.setVisible(not packets)

    def show_done(self, text: str, more: str = "", *, folder: bool = True) -> None:
        """What was handed out last; an empty text takes it away."""
        self.done.set_text(text, more)
        self._folder.setVisible(folder)
        self.done.setVisible(bool(text))

    def allow(self, allowed: bool, why_not: str) -> None:
        """Whether the packet can be handed out; the tool tips say why not."""
        self.save.setEnabled(allowed)
        self.print_.setEnabled(allowed)
        self.save.set_tip(why_not or tr("Save PDF"))
        self.print_.set_tip(why_not or f"{tr('Print')}  {shortcut_text('print')}")

    def _count_letters(self) -> None:
        count = len(self.summary.toPlainText())
        self._figures["letters"].setText(str(count))
        over = count > SUMMARY_LIMIT
        self._count.setText(tr("%1 of %2 characters", count, SUMMARY_LIMIT) if over else tr("%n character(s)", n=count))
        self._count.set_ink("overdue" if over else "text3")
        if bool(self.summary.property("wrong")) != over:
            self.summary.setProperty("wrong", over)
            self.summary.style().unpolish(self.summary)
            self.summary.style().polish(self.summary)

    def _tell_summary(self) -> None:
        text = self.summary.toPlainText()
        if len(text) <= SUMMARY_LIMIT:
            self.summary_written.emit(text)


def _labelled(parent: QWidget, name: str, field: QWidget, quiet: PlainLabel | None = None) -> QHBoxLayout:
    row = line(spacing=8)
    label = PlainLabel(name, parent)
    label.setBuddy(field)
    row.addWidget(label)
    if quiet is not None:
        row.addWidget(quiet)
    row.addStretch(1)
    row.addWidget(field)
    return row
