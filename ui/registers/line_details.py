"""The chosen line in full: every cell, its photos, what was corrected and why, what happened to it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.context import AppContext
from desktop.decoder.results import Decoded, Pixels
from models.errors import AftercaseError
from models.kinds import MediaKind, RegisterKind
from models.records import Evidence, HistoryEvent, RegisterEntry
from models.register_records import RegisterColumn, RegisterLine
from ui import format as shown
from ui.background import Background
from ui.i18n import language, translator
from ui.icons import paint_icon
from ui.plain import PlainLabel, isolate, one_line, plain_tooltip
from ui.registers.register_cells import Beside, value_words
from ui.registers.register_words import MAIN_MONEY, line_state, state_colour, title_of
from ui.theme import theme
from ui.widgets.buttons import Button
from ui.widgets.controls import Chip
from ui.widgets.flow import FlowLayout
from ui.widgets.panel import EmptyPlace, FormRows, clear_layout, column, line, rule, section_label
from ui.words import event_sentence

tr = translator("registers")
_SIDE = 84
_PHOTOS = 12
_EVENTS = 12
_LONGEST = 4_000


@dataclass(frozen=True, slots=True)
class LineStory:
    """What is read beside a line: lines that correct it, its events newest first, photos of its case."""

    corrections: tuple[RegisterEntry, ...] = ()
    events: tuple[HistoryEvent, ...] = ()
    photos: tuple[Evidence, ...] = ()


def read_story(ctx: AppContext, line: RegisterLine) -> LineStory:
    """Runs in a reader's thread."""
    corrections: tuple[RegisterEntry, ...] = ()
    of = {line.id}
    if line.source == "register_entry":
        root = line.corrects if line.corrects is not None else line.id
        corrections = ctx.registers.corrections(root)
        of |= {root, *(each.id for each in corrections)}
    alone = ctx.registers.events(line)
    if line.case_id is None:
        return LineStory(corrections, alone[:_EVENTS])
    page = ctx.cases.load_page(line.case_id)
    within = [each for each in page.timeline if each.entity == line.source and each.entity_id in of]
    events = tuple(sorted((*within, *alone), key=lambda each: each.seq, reverse=True))
    photos: tuple[Evidence, ...] = ()
    if line.register in (RegisterKind.QUALITY, RegisterKind.CARRIER_CLAIM, RegisterKind.RETURNED_PARCEL):
        photos = tuple(each for each in page.evidence if each.media in (MediaKind.PHOTO, MediaKind.VIDEO))
    return LineStory(corrections, events[:_EVENTS], photos)


class PhotoMark(QAbstractButton):
    """A photo of the case, small; a click goes to the evidence."""

    def __init__(self, item: Evidence, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._video = item.media is MediaKind.VIDEO
        name = one_line(item.caption) or tr("Evidence %1", item.number)
        self.setAccessibleName(name)
        plain_tooltip(self, name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, _SIDE)

    def show_picture(self, found: Decoded) -> None:
        """The decoder's answer."""
        if isinstance(found, Pixels):
            form = QImage.Format.Format_RGBA8888
            self._image = QImage(found.data, found.width, found.height, found.stride, form).copy()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("track"))
        if self._image is not None:
            side = min(self._image.width(), self._image.height())
            left, top = (self._image.width() - side) // 2, (self._image.height() - side) // 2
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.rect(), self._image, QRect(left, top, side, side))
        else:
            name = "file-video" if self._video else "image"
            paint_icon(painter, self.width() // 2 - 10, self.height() // 2, name, "text3", 20)
        if self.hasFocus():
            painter.setPen(theme().colour("accent"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class LineDetails(QScrollArea):
    """`case_wanted(number)`, `evidence_wanted(number, id)` lead on; `correct_wanted` asks for the dialog."""

    case_wanted = Signal(str)
    evidence_wanted = Signal(str, int)
    correct_wanted = Signal()

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx, self._background = ctx, background
        self._line: RegisterLine | None = None
        self._asked = 0
        self._wanted: tuple[RegisterLine | None, tuple[RegisterColumn, ...], Beside] | None = None
        self._story: LineStory | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Details of the line"))
        self._show_none()

    def line(self) -> RegisterLine | None:
        """The line shown."""
        return self._line

    def show_line(
        self, register_line: RegisterLine | None, columns: tuple[RegisterColumn, ...], beside: Beside
    ) -> None:
        """Show a line at once if it can be seen, else when it can; what has to be read for it comes after."""
        self._wanted = (register_line, columns, beside)
        if self.isVisible():
            self._show_wanted()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_wanted()

    def _show_wanted(self) -> None:
        if self._wanted is None:
            return
        register_line, columns, beside = self._wanted
        self._wanted = None
        self._asked += 1
        if register_line is not None and register_line == self._line:
            self._read(register_line, beside)
            return
        self._line, self._story = register_line, None
        if register_line is None:
            self._show_none()
            return
        body = QWidget(self.viewport())
        body.setProperty("surface", "surface")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        rows = column(body, margins=(16, 14, 16, 16), spacing=10)
        self._head(rows, body, register_line, any(each.editable for each in columns))
        facts = FormRows(body, label_width=84, spacing=6)
        for each in columns:
            if each.key in ("case", "state"):
                continue
            words = value_words(each, register_line.cells.get(each.key), register_line.register, beside)
            words = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
            words = isolate(words) if each.key == "buyer" else words
            strong = MAIN_MONEY.get(register_line.register) == each.key
            facts.add_fact(title_of(each), words, strong=strong)
        if register_line.corrects is not None:
            facts.add_fact(tr("Corrects"), tr("an earlier line: %1", one_line(register_line.reason)))
        rows.addWidget(facts)
        self._more = column(spacing=8)
        rows.addLayout(self._more)
        rows.addStretch(1)
        self.setWidget(body)
        self._read(register_line, beside)

    def _head(self, rows: QVBoxLayout, body: QWidget, of: RegisterLine, editable: bool) -> None:
        head = line(spacing=8)
        title = of.case_number or tr("No case")
        head.addWidget(PlainLabel(title, body, role="title", weight=600))
        if of.state is not None:
            head.addWidget(Chip(line_state(of), state_colour(of.state, of.late), body))
        if of.closed:
            head.addWidget(Chip(tr("Month closed"), "waiting", body, icon="lock"))
        head.addStretch(1)
        rows.addLayout(head)
        doors = line(spacing=8)
        if of.case_number:
            button = Button(tr("Open case"), body, size="small", icon="inbox", hint="↵")
            button.clicked.connect(lambda: self.case_wanted.emit(of.case_number))
            doors.addWidget(button)
        if of.source == "register_entry" and editable:
            change = Button(tr("Correct…"), body, size="small", icon="pencil", hint="F2")
            change.clicked.connect(self.correct_wanted)
            doors.addWidget(change)
        doors.addStretch(1)
        rows.addLayout(doors)
        rows.addWidget(rule(body))

    def _show_none(self) -> None:
        place = EmptyPlace("mouse-pointer-2", tr("Choose a line to see all of it."), parent=self.viewport())
        self.setWidget(place)

    def _read(self, of: RegisterLine, beside: Beside) -> None:
        asked, ctx = self._asked, self._ctx

        def take(story: LineStory) -> None:
            if asked == self._asked and story != self._story:
                self._story = story
                self._show_story(of, story, beside)

        def gone(error: BaseException) -> None:
            if not isinstance(error, AftercaseError):
                self._background.failed.emit(error)

        self._background.run(self._ctx.jobs.read(lambda: read_story(ctx, of)), take, gone, receiver=self, quiet=True)

    def _show_story(self, of: RegisterLine, story: LineStory, beside: Beside) -> None:
        body = self.widget()
        clear_layout(self._more)
        if story.photos:
            self._more.addWidget(section_label(tr("Photos of the case"), body))
            box = QWidget(body)
            flow = FlowLayout(box)
            for item in story.photos[:_PHOTOS]:
                mark = PhotoMark(item, box)
                mark.clicked.connect(lambda _=False, item=item: self.evidence_wanted.emit(of.case_number, item.id))
                flow.addWidget(mark)
                self._picture(mark, item)
            self._more.addWidget(box)
        if story.corrections:
            self._more.addWidget(section_label(tr("Corrections"), body))
            for each in story.corrections:
                amount = f"{shown.money(each.amount)} · " if each.amount is not None else ""
                when = shown.day_and_time(each.entered_at, beside.now, language(), beside.zone)
                said = f"{when} · {each.entered_by} · {amount}{one_line(each.reason)}"
                self._more.addWidget(PlainLabel(said, body, role="small", ink="text2", wrap=True, selectable=True))
        if story.events:
            self._more.addWidget(section_label(tr("What happened"), body))
            for event in story.events:
                when = shown.day_and_time(event.happened_at, beside.now, language(), beside.zone)
                said = f"{when} · {event_sentence(event)} · {event.person}"
                self._more.addWidget(PlainLabel(said, body, role="small", ink="text2", wrap=True, selectable=True))

    def _picture(self, mark: PhotoMark, item: Evidence) -> None:
        evidence = self._ctx.evidence
        side = round(_SIDE * 1.5 * self.devicePixelRatioF())
        self._background.run(
            self._ctx.jobs.io(lambda: evidence.thumbnail(item, (side, side))), mark.show_picture,
            lambda error: None, receiver=mark, quiet=True,
        )  # fmt: skip
