"""The side column of annotating: parts of the layer, how it is drawn and copied, and redaction, which stands apart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.services.redactions import RedactedCopy
from models.records import Evidence
from models.rules.annotations import LINE, LINES, NumberMark
from ui.evidence.annotation.canvas import CanvasLayer
from ui.evidence.annotation.list import ROW, PartsList
from ui.evidence.gallery.thumbnail_source import ThumbnailSource
from ui.evidence.labels import day_minute, exhibit_name
from ui.i18n import translator
from ui.plain import ElidedLabel, PlainLabel, isolate, one_line
from ui.theme import theme
from ui.widgets.buttons import Button, link_button
from ui.widgets.controls import Segmented
from ui.widgets.panel import Banner, Heading, column, line, rule

tr = translator("annotations")
_SHOWN_ROWS = 8
_COPIES = 4
_THUMB = QSize(61, 46)
_WIDTHS = ("thin", "middle", "thick")


class _Small(QWidget):
    """A small picture, or a plain tile until it is there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(_THUMB)
        self._pixmap: QPixmap | None = None

    def show_pixmap(self, pixmap: QPixmap | None) -> None:
        """Show another one."""
        self._pixmap = pixmap
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._pixmap is None:
            painter.fillRect(self.rect(), theme().colour("track"))
        else:
            painter.drawPixmap(0, 0, self._pixmap)
        painter.end()


class CopyLine(QWidget):
    """One redacted copy: its picture, of what, how many boxes, who and when."""

    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = line(self, spacing=10)
        self.picture = _Small(self)
        words = column(spacing=2)
        self.name = link_button("", self)
        self.more = ElidedLabel("", self, role="small", ink="text3")
        words.addWidget(self.name, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(self.more)
        row.addWidget(self.picture)
        row.addLayout(words, 1)
        self._id = 0
        self.sha256 = ""
        self.name.clicked.connect(lambda: self.opened.emit(self._id))

    def show_copy(self, copy: RedactedCopy, name: str, more: str) -> None:
        """Show a copy."""
        self._id, self.sha256 = copy.evidence.id, copy.evidence.sha256
        self.name.set_label(name)
        self.more.set_full(more)

    def show_picture(self, pixmap: QPixmap | None) -> None:
        """Its small picture; a plain tile until it is there."""
        self.picture.show_pixmap(pixmap)


class AnnotationPanel(QWidget):
    """Shows one canvas at a time. What it asks for is done by Annotating."""

    line_wanted = Signal(float)
    legend_wanted = Signal(str)
    format_wanted = Signal(str)
    redact_wanted = Signal()
    drop_covers_wanted = Signal()
    clear_wanted = Signal()
    copy_opened = Signal(int)

    def __init__(self, ctx: Any, zone: tzinfo, thumbnails: ThumbnailSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx, self._zone, self._thumbnails = ctx, zone, thumbnails
        self.setProperty("surface", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        rows = column(self, margins=(0, 12, 0, 12), spacing=8)
        body = self
        self._layer_part(body, rows)
        rows.addSpacing(4)
        rows.addWidget(rule(body))
        rows.addSpacing(4)
        self._redaction_part(body, rows)
        self._thumbnails.arrived.connect(self._thumbnail_arrived)
        self._copies: Sequence[RedactedCopy] = ()
        self._of: Evidence | None = None

    def _layer_part(self, body: QWidget, rows: Any) -> None:
        self.heading = Heading(tr("Annotations"), "", body)
        self.heading.add(PlainLabel(tr("original unchanged"), self.heading, role="small", ink="text3"))
        self.heading.row.setContentsMargins(12, 0, 12, 0)
        self.damaged = Banner("overdue", "", "", body)
        clear = self.damaged.add(Button(tr("Clear"), body, size="small"))
        if isinstance(clear, Button):
            clear.clicked.connect(self.clear_wanted)
        box = QWidget(body)
        column(box, margins=(12, 0, 12, 0)).addWidget(self.damaged)
        self._damaged_box = box
        self.none = PlainLabel(
            tr("Nothing drawn yet. Take a tool and draw, or press Enter to put its shape in the middle."), body,
            role="small", ink="text3", wrap=True,
        )  # fmt: skip
        self.none.setContentsMargins(12, 0, 12, 0)
        self.parts = PartsList(body)
        self.keys = PlainLabel("", body, role="small", ink="text3", wrap=True)
        self.keys.setContentsMargins(12, 0, 12, 0)
        self.keys.setText(tr("F2 words · Space hides · Alt+↑↓ order · Del removes"))
        for widget in (self.heading, box, self.none, self.parts, self.keys):
            rows.addWidget(widget)
        self.thickness = Segmented([(_WIDTHS[0], tr("Thin")), (_WIDTHS[1], tr("Mid")), (_WIDTHS[2], tr("Thick"))],
                               _WIDTHS[1], body)  # fmt: skip
        self.legend = Segmented([("below", tr("Below")), ("corner", tr("Corner")), ("none", tr("Off"))], "below", body)
        self.format = Segmented([("png", "PNG"), ("jpg", "JPEG")], "png", body)
        for name, choice in ((tr("Line"), self.thickness), (tr("Legend"), self.legend), (tr("Copy as"), self.format)):
            across = line(margins=(12, 0, 12, 0), spacing=4)
            label = PlainLabel(name, body, role="small", ink="text2")
            label.setBuddy(choice)
            choice.setAccessibleDescription(name)
            across.addWidget(label)
            across.addStretch(1)
            across.addWidget(choice)
            rows.addLayout(across)
        self.thickness.chosen.connect(lambda word: self.line_wanted.emit(LINES[_WIDTHS.index(word)]))
        self.legend.chosen.connect(self.legend_wanted)
        self.format.chosen.connect(self.format_wanted)

    def _redaction_part(self, body: QWidget, rows: Any) -> None:
        heading = Heading(tr("Redaction"), "", body)
        heading.add(PlainLabel(tr("writes a new file"), heading, role="small", ink="text3"))
        heading.row.setContentsMargins(12, 0, 12, 0)
        words = PlainLabel(
            tr("Redacting wipes the pixels and keeps a new copy; the original stays, and so does its hash."), body,
            role="small", ink="text2", wrap=True,
        )  # fmt: skip
        words.setContentsMargins(12, 0, 12, 0)
        self.pending = PlainLabel("", body, role="small", ink="due", wrap=True)
        self.pending.setContentsMargins(12, 0, 12, 0)
        buttons = line(margins=(12, 0, 12, 0), spacing=8)
        self.redact = Button(tr("Save redacted copy"), body, size="small", icon="save")
        self.drop = Button(tr("Drop"), body, kind="ghost", size="small")
        self.redact.clicked.connect(self.redact_wanted)
        self.drop.clicked.connect(self.drop_covers_wanted)
        buttons.addWidget(self.redact)
        buttons.addWidget(self.drop)
        buttons.addStretch(1)
        for widget in (heading, words, self.pending):
            rows.addWidget(widget)
        rows.addLayout(buttons)
        self.copies: list[CopyLine] = []
        for _ in range(_COPIES):
            each = CopyLine(body)
            each.setContentsMargins(12, 0, 12, 0)
            each.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            each.opened.connect(self.copy_opened)
            each.hide()
            self.copies.append(each)
            rows.addWidget(each)
        self.more_copies = PlainLabel("", body, role="small", ink="text3")
        self.more_copies.setContentsMargins(12, 0, 12, 0)
        rows.addWidget(self.more_copies)

    # Showing

    def show_choices(self, legend: str, copy_format: str, width: float) -> None:
        """What was chosen before."""
        self.legend.set_value(legend)
        self.format.set_value(copy_format)
        self.thickness.set_value(_WIDTHS[LINES.index(width) if width in LINES else LINES.index(LINE)])

    def show_layer(self, layer: CanvasLayer | None, damaged: tuple[str, str] | None, *, busy: bool) -> None:
        """The parts of what a canvas shows, or why they cannot be shown."""
        session = layer.session if layer is not None else None
        sheet = session.sheet if session is not None else None
        marks = sheet.marks if sheet is not None else ()
        covers = sheet.covers if sheet is not None else ()
        self._damaged_box.setVisible(damaged is not None)
        if damaged is not None:
            self.damaged.set_text(*damaged)
        self.none.setVisible(not marks and damaged is None)
        self.parts.setVisible(bool(marks))
        self.keys.setVisible(bool(marks))
        self.parts.setFixedHeight(min(len(marks), _SHOWN_ROWS) * ROW)
        self.parts.show_session(session, layer.keys if layer is not None else None)
        self.legend.setEnabled(any(isinstance(mark, NumberMark) for mark in marks))
        self.pending.setVisible(bool(covers))
        self.pending.setText(tr("%n box to burn in", n=len(covers)) if covers else "")
        self.redact.setVisible(bool(covers))
        self.drop.setVisible(bool(covers))
        self.redact.setEnabled(not busy)

    def show_copies(self, of: Evidence | None, copies: Sequence[RedactedCopy]) -> None:
        """The redacted copies of what is shown, the newest first."""
        self._of, self._copies = of, tuple(copies)
        for order, each in enumerate(self.copies):
            each.setVisible(order < len(copies))
            if order < len(copies) and of is not None:
                copy = copies[order]
                name = exhibit_name(of) or tr("Evidence %1", of.number)
                parts = [tr("%n box", n=copy.boxes)] if copy.boxes else []
                when = day_minute(copy.made_at, self._ctx.clock.now(), self._zone)
                parts.append(f"{isolate(one_line(copy.made_by))} {when}".strip())
                each.show_copy(copy, tr("%1 redacted copy", name), " · ".join(parts))
        left = len(copies) - len(self.copies)
        self.more_copies.setVisible(left > 0)
        self.more_copies.setText(tr("and %n more", n=left) if left > 0 else "")
        self._show_pictures()

    @Slot(str)
    def _thumbnail_arrived(self, sha256: str) -> None:
        if any(copy.evidence.sha256 == sha256 for copy in self._copies):
            self._show_pictures()

    def _show_pictures(self) -> None:
        for each, copy in zip(self.copies, self._copies, strict=False):
            found = self._thumbnails.look(copy.evidence, _THUMB, self.devicePixelRatioF())
            each.show_picture(found if isinstance(found, QPixmap) else None)
