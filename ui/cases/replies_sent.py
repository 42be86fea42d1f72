"""The replies copied out for a case, newest first, each to be copied again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from models.records import Reply
from ui import format as shown
from ui.cases.case_cells import Moment
from ui.i18n import language, translator
from ui.plain import ElidedLabel, PlainLabel, one_line
from ui.widgets.buttons import link_button
from ui.widgets.panel import clear_layout, column, line, rule

tr = translator("cases")
_SHOWN, _HEIGHT = 50, 132
_CHARACTERS, _NAMED = 400, 60


class RepliesSent(QWidget):
    """`again` carries the text to be copied once more."""

    again = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = column(self, spacing=4)
        outer.addWidget(rule(self))
        self.title = PlainLabel("", self, role="small", weight=600, ink="text2")
        outer.addWidget(self.title)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget(scroll)
        body.setProperty("surface", "surface")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._rows = column(body, spacing=6)
        scroll.setWidget(body)
        outer.addWidget(scroll)
        self._scroll = scroll
        self._shown: tuple[Reply, ...] | None = None
        self.lines: list[PlainLabel] = []
        self.hide()

    def show_replies(self, replies: Sequence[Reply], at: Moment) -> None:
        """Show the replies of a case."""
        if tuple(replies) == self._shown:
            return
        self._shown = tuple(replies)
        clear_layout(self._rows)
        self.lines = []
        for reply in replies[:_SHOWN]:
            self._rows.addWidget(self._line(reply, at))
        self._rows.addStretch(1)
        self.title.setText(tr("%n reply(s) copied", n=len(replies)))
        self._scroll.setFixedHeight(min(_HEIGHT, 46 * len(replies)))
        self.setVisible(bool(replies))

    def _line(self, reply: Reply, at: Moment) -> QWidget:
        box = QWidget(self)
        rows = column(box, spacing=0)
        head = line(spacing=8)
        when = shown.day_and_time(reply.made_at, at.now, language(), at.zone)
        head.addWidget(PlainLabel(when, box, role="small", ink="text3"))
        head.addWidget(PlainLabel(one_line(reply.made_by), box, role="small", ink="text2"))
        head.addStretch(1)
        again = link_button(tr("Copy again"), box)
        again.clicked.connect(lambda: self.again.emit(reply.text))
        head.addWidget(again)
        rows.addLayout(head)
        text = one_line(reply.text)
        words = ElidedLabel(text[:_CHARACTERS], box, role="small")
        words.setAccessibleName(tr("Reply of %1: %2", when, text))
        again.setAccessibleName(tr("Copy again: %1", text[:_NAMED]))
        rows.addWidget(words)
        self.lines.append(words)
        return box
