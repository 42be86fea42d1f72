"""The viewer: one piece of evidence across the page, with zoom, pages, next and previous, and its metadata."""

from __future__ import annotations

from collections.abc import Callable
from datetime import tzinfo
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QWidget

from desktop.decoder.results import NoPreview, NoPreviewReason, Pixels
from models.errors import AftercaseError
from models.kinds import MediaKind
from models.records import Evidence, EvidenceRow
from ui.background import BUSY_AFTER_MS, Background
from ui.error_words import sentence
from ui.evidence.evidence_model import EvidenceModel
from ui.evidence.labels import exhibit_name, no_preview_text, shown_name
from ui.evidence.metadata_pane import MetadataPane
from ui.evidence.picture_view import STEP, PictureTiles, PictureView, tiles_of
from ui.evidence.thumbnail_source import image_of
from ui.fonts import font
from ui.i18n import translator
from ui.letters import letters_on
from ui.plain import ElidedLabel, PlainLabel
from ui.widgets import painting
from ui.widgets.buttons import Button, icon_button
from ui.widgets.controls import Chip
from ui.widgets.panel import EmptyPlace, Strip, column, line, rule

tr = translator("evidence")
_FULL_AFTER_MS = 200
_TOOL_ROW = 48


class Viewer(QWidget):
    """Shows rows of an EvidenceModel. `closed` when it is left, `moved` to the row now shown."""

    closed = Signal()
    moved = Signal(int)
    exhibit_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, ctx: Any, background: Background, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._background = background
        self._model: EvidenceModel | None = None
        self._row = -1
        self._item: Evidence | None = None
        self._page = 0
        self._turn = 0
        self._fit_side = 0
        rows = column(self)
        rows.addWidget(self._tools())
        across = line(spacing=0)
        self._places = QStackedWidget(self)
        self.canvas = PictureView(self._places)
        self.canvas.setAccessibleName(tr("Picture"))
        self.canvas.zoomed.connect(self._show_zoom)
        self.canvas.stepped.connect(self._stepped)
        self.text = QPlainTextEdit(self._places)
        self.text.setReadOnly(True)
        self.text.setFont(font("body"))
        self.text.setAccessibleName(tr("Text"))
        self._none = EmptyPlace("file", tr("Kept, no preview"), "", self._places)
        self._waiting = EmptyPlace("hourglass", tr("Opening…"), "", self._places)
        for place in (self.canvas, self.text, self._none, self._waiting):
            self._places.addWidget(place)
        across.addWidget(self._places, 1)
        self.pane = MetadataPane(ctx.clock, zone, None, self)
        self.pane.exhibit_wanted.connect(self.exhibit_wanted)
        self.pane.remove_wanted.connect(self.remove_wanted)
        across.addWidget(self.pane)
        rows.addLayout(across, 1)
        self._full_timer = QTimer(self, singleShot=True, interval=_FULL_AFTER_MS)
        self._full_timer.timeout.connect(self._ask_full)
        self._waiting_timer = QTimer(self, singleShot=True, interval=BUSY_AFTER_MS)
        self._waiting_timer.timeout.connect(self._show_waiting)
        self.setFocusProxy(self.canvas)

    def _tools(self) -> QWidget:
        bar = Strip(self, surface="surface", edge="bottom", height=_TOOL_ROW)
        row = line(bar, margins=(12, 0, 12, 0), spacing=8)
        self._previous = icon_button("chevron-left", tr("Previous"), bar, hint="←", kind="secondary")
        self._next = icon_button("chevron-right", tr("Next"), bar, hint="→", kind="secondary")
        self._previous.clicked.connect(lambda: self.step(-1))
        self._next.clicked.connect(lambda: self.step(1))
        self._place = PlainLabel("", bar, role="small", ink="text3")
        self._smaller = icon_button("zoom-out", tr("Smaller"), bar, hint="-", kind="secondary")
        self._smaller.clicked.connect(lambda: self.canvas.zoom(1 / STEP))
        self._percent = PlainLabel("", bar)
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._percent.setMinimumWidth(painting.text_width("1000 %") + 8)
        self._larger = icon_button("zoom-in", tr("Larger"), bar, hint="+", kind="secondary")
        self._larger.clicked.connect(lambda: self.canvas.zoom(STEP))
        self._fit = Button(tr("Fit"), bar, hint="0")
        self._fit.clicked.connect(self.canvas_fit)
        self._actual = Button(tr("Actual pixels"), bar, hint="1")
        self._actual.clicked.connect(self.canvas_actual)
        self._rotate = icon_button("rotate-cw", tr("Rotate the view"), bar, hint="R", kind="secondary")
        self._rotate.clicked.connect(lambda: self.canvas.rotate_view(1))
        self._page_back = icon_button("chevron-up", tr("Previous page"), bar, hint="PgUp", kind="secondary")
        self._page_on = icon_button("chevron-down", tr("Next page"), bar, hint="PgDown", kind="secondary")
        self._page_back.clicked.connect(lambda: self.turn_page(-1))
        self._page_on.clicked.connect(lambda: self.turn_page(1))
        self._page_label = PlainLabel("", bar, role="small", ink="text2")
        self._exhibit = Chip("", "new", bar, on=True)
        self._name = ElidedLabel("", bar, weight=600)
        self._close = Button(tr("Back"), bar, icon="x", hint="Esc")
        self._close.clicked.connect(self.closed)
        for widget in (self._previous, self._next, self._place, rule(bar, vertical=True), self._smaller, self._percent,
                       self._larger, self._fit, self._actual, self._rotate, self._page_back, self._page_label,
                       self._page_on, rule(bar, vertical=True), self._exhibit):  # fmt: skip
            row.addWidget(widget)
        row.addWidget(self._name, 1)
        row.addWidget(self._close)
        return bar

    # Showing

    def set_model(self, model: EvidenceModel) -> None:
        """The rows to go through."""
        self._model = model

    def row(self) -> int:
        """The row shown; -1 before anything was."""
        return self._row

    def evidence(self) -> Evidence | None:
        """What is shown."""
        return self._item

    def shown(self) -> str:
        """What is seen now: picture, text, none or waiting."""
        return ("picture", "text", "none", "waiting")[self._places.currentIndex()]

    def reason(self) -> str:
        """Why there is no preview, as shown."""
        return self._none.more.text()

    def show_row(self, row: int) -> None:
        """Show a row of the model."""
        shown = self._model.evidence_row(row) if self._model is not None else None
        if shown is None:
            return
        anew = self._item is None or self._item.id != shown.evidence.id
        self._row = row
        self._show_words(shown)
        if anew:
            self._page = 0
            self._item = shown.evidence
            self._load()
        else:
            self._item = shown.evidence

    def refresh(self) -> None:
        """The row changed: its words anew; what is gone gives its place to the next."""
        if self._model is None or self._item is None:
            return
        row = self._model.row_of(self._item.id)
        if row >= 0:
            self.show_row(row)
        elif self._model.evidence_count():
            self.show_row(min(self._row, self._model.evidence_count() - 1))
        else:
            self.closed.emit()

    def leave(self) -> None:
        """Let go of the pictures."""
        self._turn += 1
        self._full_timer.stop()
        self._waiting_timer.stop()
        self._item = None
        self.canvas.clear()
        self.text.clear()

    def _show_words(self, shown: EvidenceRow) -> None:
        item = shown.evidence
        count = self._model.evidence_count() if self._model is not None else 0
        self._place.setText(f"{self._row + 1} / {count}")
        self._previous.setEnabled(self._row > 0)
        self._next.setEnabled(self._row + 1 < count)
        self._exhibit.set(exhibit_name(item), "new")
        self._name.set_full(shown_name(item))
        self.pane.show_row(shown, with_case=True)

    def _load(self) -> None:
        item = self._item
        if item is None:
            return
        self._turn += 1
        turn = self._turn
        self._full_timer.stop()
        many = (item.pages or 0) > 1
        for widget in (self._page_back, self._page_on, self._page_label):
            widget.setVisible(many)
        self._page_label.setText(f"{self._page + 1} / {item.pages or 1}")
        self._page_back.setEnabled(self._page > 0)
        self._page_on.setEnabled(self._page + 1 < (item.pages or 1))
        service, page = self._ctx.evidence, self._page
        self.canvas.clear()
        self._place_shown(self.canvas)
        self._waiting_timer.start()
        if item.media is MediaKind.TEXT:
            future = self._ctx.jobs.io(lambda: service.read_text(item))
            self._background.run(
                future, lambda text: self._show_text(turn, text), lambda e: self._failed(turn, e), receiver=self
            )
            return
        side = max(self.canvas.width(), self.canvas.height(), 480)
        self._fit_side = round(side * self.devicePixelRatioF())
        self._ask(turn, item, self._fit_side, page)

    def _ask(self, turn: int, item: Evidence, side: int | None, page: int) -> None:
        service = self._ctx.evidence

        def work() -> tuple[PictureTiles | NoPreview, QSize]:
            found: Pixels | NoPreview = service.picture(item, side, page=page)
            if isinstance(found, NoPreview):
                return found, QSize()
            return tiles_of(image_of(found)), QSize(found.width, found.height)

        self._background.run(
            self._ctx.jobs.io(work), lambda made: self._show_picture(turn, made[0], full=side is None),
            lambda error: self._failed(turn, error), receiver=self,
        )  # fmt: skip

    @Slot()
    def _ask_full(self) -> None:
        if self._item is not None:
            self._ask(self._turn, self._item, None, self._page)

    def _show_picture(self, turn: int, made: PictureTiles | NoPreview, *, full: bool) -> None:
        if turn != self._turn or self._item is None:
            return
        if isinstance(made, NoPreview):
            if not full:
                self._show_none(made.reason)
            return
        item = self._item
        claimed = QSize(item.width or 0, item.height or 0) if item.media is not MediaKind.DOCUMENT else QSize()
        self._place_shown(self.canvas)
        self.canvas.show_tiles(made, QSize() if full else claimed, anew=not full)
        reached = max(made.size.width(), made.size.height()) >= self._fit_side - 1
        if not full and reached and item.media is not MediaKind.VIDEO:
            self._full_timer.start()

    def _show_text(self, turn: int, text: str) -> None:
        if turn == self._turn:
            self.text.setPlainText(text)
            self._place_shown(self.text)

    def _show_none(self, reason: NoPreviewReason) -> None:
        self._none.set_text("image-off", tr("Kept, no preview"), no_preview_text(reason))
        self._place_shown(self._none)

    def _failed(self, turn: int, error: BaseException) -> None:
        if turn != self._turn:
            return
        if isinstance(error, AftercaseError | OSError):
            words = sentence(error)
            self._none.set_text("shield-alert", words.what, words.next)
            self._place_shown(self._none)
            return
        self._show_none(NoPreviewReason.UNAVAILABLE)
        self._background.failed.emit(error)

    @Slot()
    def _show_waiting(self) -> None:
        if self._item is not None and not self.canvas.has_picture():
            self._place_shown(self._waiting)

    def _place_shown(self, place: QWidget) -> None:
        self._waiting_timer.stop()
        self._places.setCurrentWidget(place)
        is_picture = place is self.canvas and self._item is not None
        for widget in (self._smaller, self._larger, self._fit, self._actual, self._rotate):
            widget.setEnabled(is_picture)
        if not is_picture:
            self._percent.setText("")
        if self.isVisible() and not self.pane.isAncestorOf(self.focusWidget() or self):
            (self.canvas if place is self._waiting else place).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(float)
    def _show_zoom(self, scale: float) -> None:
        self._percent.setText(f"{scale * 100:.0f} %")

    # Moving

    def step(self, by: int) -> None:
        """The next or previous piece of evidence."""
        count = self._model.evidence_count() if self._model is not None else 0
        row = self._row + by
        if 0 <= row < count:
            self.show_row(row)
            self.moved.emit(row)

    def turn_page(self, by: int) -> None:
        """The next or previous page of a document."""
        if self._item is not None and 0 <= self._page + by < (self._item.pages or 1):
            self._page += by
            self._load()

    @Slot(int)
    def _stepped(self, by: int) -> None:
        self.step(by)

    @Slot()
    def canvas_fit(self) -> None:
        """The whole picture."""
        self.canvas.fit()

    @Slot()
    def canvas_actual(self) -> None:
        """Pixel for pixel."""
        self.canvas.actual()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)
            return
        acts: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Escape: self.closed.emit, Qt.Key.Key_Space: self.closed.emit,
            Qt.Key.Key_Left: lambda: self.step(-1), Qt.Key.Key_Right: lambda: self.step(1),
            Qt.Key.Key_PageUp: lambda: self.turn_page(-1), Qt.Key.Key_PageDown: lambda: self.turn_page(1),
            Qt.Key.Key_0: self.canvas.fit, Qt.Key.Key_1: self.canvas.actual,
            Qt.Key.Key_R: lambda: self.canvas.rotate_view(1),
            Qt.Key.Key_Plus: lambda: self.canvas.zoom(STEP), Qt.Key.Key_Equal: lambda: self.canvas.zoom(STEP),
            Qt.Key.Key_Minus: lambda: self.canvas.zoom(1 / STEP), Qt.Key.Key_E: self.exhibit_wanted.emit,
            Qt.Key.Key_Delete: self.remove_wanted.emit,
        }  # fmt: skip
        act = acts.get(key) if letters_on() or not Qt.Key.Key_A <= key <= Qt.Key.Key_Z else None
        if act is None:
            super().keyPressEvent(event)
        else:
            act()
