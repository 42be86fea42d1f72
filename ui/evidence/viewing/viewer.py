"""The viewer: one piece of evidence across the page, its pages and frames, next and previous, and its metadata."""

from __future__ import annotations

from collections.abc import Callable
from datetime import tzinfo
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.records import Evidence, EvidenceRow
from ui.background import Background
from ui.evidence.evidence_model import EvidenceModel
from ui.evidence.viewing.metadata_pane import MetadataPane
from ui.evidence.viewing.picture_source import START, Moment, PictureSource
from ui.evidence.viewing.picture_view import STEP
from ui.evidence.viewing.stage import Stage
from ui.evidence.viewing.stage_head import StageHead
from ui.evidence.viewing.zoom_tools import ZoomTools
from ui.i18n import translator
from ui.letters import letters_on
from ui.plain import PlainLabel
from ui.widgets.buttons import Button, icon_button
from ui.widgets.panel import Strip, column, line, rule

tr = translator("viewer")
TOOL_ROW = 48
SIDE = 264


class Viewer(QWidget):
    """Shows rows of an EvidenceModel. `closed` when it is left, `moved` to the row now shown.

    Others work on what is seen through `canvas`, put their tools into `tool_places()` and their panels into `side`,
    take keys through `key_takers` and may keep the picture from going away through `leave_guards`.
    """

    closed = Signal()
    moved = Signal(int)
    exhibit_wanted = Signal()
    remove_wanted = Signal()
    compare_wanted = Signal()
    outside_wanted = Signal()
    still_wanted = Signal()
    poster_wanted = Signal()

    def __init__(self, ctx: Any, background: Background, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model: EvidenceModel | None = None
        self._row = -1
        self._narrow = False
        self.key_takers: list[Callable[[QKeyEvent], bool]] = []
        self.leave_guards: list[Callable[[], bool]] = []
        self.source = PictureSource(ctx, background, self)
        self.stage = Stage(ctx, background, self.source, self)
        self.canvas = self.stage.canvas
        self.text = self.stage.text
        self.head = StageHead(ctx.clock, zone, "", self)
        rows = column(self)
        rows.addWidget(self._tools())
        across = line(spacing=0)
        middle = column()
        middle.addWidget(self.head)
        middle.addWidget(self.stage, 1)
        across.addLayout(middle, 1)
        self.side_column = Strip(self, surface="surface", edge="left")
        self.side_column.setFixedWidth(SIDE)
        self.side: QVBoxLayout = column(self.side_column)
        self.side_column.hide()
        across.addWidget(self.side_column)
        self.pane = MetadataPane(ctx.clock, zone, None, self)
        self.pane.exhibit_wanted.connect(self.exhibit_wanted)
        self.pane.remove_wanted.connect(self.remove_wanted)
        across.addWidget(self.pane)
        rows.addLayout(across, 1)
        self.canvas.zoomed.connect(self._tools_zoom.show_zoom)
        self.canvas.stepped.connect(self.step)
        self.canvas.tapped.connect(self.close_viewer)
        self.stage.place_changed.connect(self._place_changed)
        self.stage.bar.still_wanted.connect(self.still_wanted)
        self.stage.bar.poster_wanted.connect(self.poster_wanted)

    def _tools(self) -> QWidget:
        bar = Strip(self, surface="surface", edge="bottom", height=TOOL_ROW)
        row = line(bar, margins=(12, 0, 12, 0), spacing=8)
        self._previous = icon_button("chevron-left", tr("Previous"), bar, hint="←", kind="secondary")
        self._next = icon_button("chevron-right", tr("Next"), bar, hint="→", kind="secondary")
        self._previous.clicked.connect(lambda: self.step(-1))
        self._next.clicked.connect(lambda: self.step(1))
        self._place = PlainLabel("", bar, role="small", ink="text3")
        self._compare = Button(tr("Compare"), bar, icon="columns-2", hint="C")
        self._compare.clicked.connect(self.compare_wanted)
        self._tools_zoom = ZoomTools(lambda: self.canvas, bar)
        for widget in (self._previous, self._next, self._place, rule(bar, vertical=True), self._compare,
                       self._tools_zoom, rule(bar, vertical=True)):  # fmt: skip
            row.addWidget(widget)
        self._tool_places = line(spacing=4)
        row.addLayout(self._tool_places)
        row.addStretch(1)
        self._outside = icon_button(
            "external-link", tr("Open in the system's program"), bar, hint="Shift+O", kind="secondary"
        )
        self._outside.clicked.connect(self.outside_wanted)
        self._close = icon_button("x", tr("Back"), bar, hint="Esc", kind="secondary")
        self._close.clicked.connect(self.close_viewer)
        row.addWidget(self._outside)
        row.addWidget(self._close)
        return bar

    # Room for others

    def tool_places(self) -> QHBoxLayout:
        """Where tools of others stand in the tool row."""
        return self._tool_places

    def show_side(self, visible: bool) -> None:
        """Show the column of panels beside the picture; the metadata gives it its place."""
        self.side_column.setVisible(visible)
        self.pane.setVisible(not visible and not self._narrow)

    def add_place(
        self, name: str, widget: QWidget, takes: Callable[[Evidence], bool], show: Callable[[Evidence], object]
    ) -> None:
        """Another way to see evidence: `widget` comes in the place of the canvas for what `takes` accepts; `show` fills
        it once the file was found as imported."""
        self.stage.add_place(name, widget, takes, show)

    def may_leave(self) -> bool:
        """Whether the picture in front may go away; who is at work on it may say no and ask its question."""
        return all(guard() for guard in self.leave_guards)

    # Showing

    def set_model(self, model: EvidenceModel) -> None:
        """The rows to go through."""
        self._model = model

    def row(self) -> int:
        """The row shown; -1 before anything was."""
        return self._row

    def evidence(self) -> Evidence | None:
        """What is shown."""
        return self.stage.evidence()

    def moment(self) -> Moment:
        """The page, frame or time shown."""
        return self.stage.moment()

    def shown(self) -> str:
        """What is seen now: picture, text, none, waiting, broken, or the name of a place that was added."""
        return self.stage.place()

    def reason(self) -> str:
        """Why there is no preview, as shown."""
        return self.stage.reason()

    def loading(self) -> bool:
        """Whether something is still to come by itself."""
        return self.stage.loading()

    def set_narrow(self, narrow: bool) -> None:
        """Fold the metadata away, or show it."""
        self._narrow = narrow
        self._tools_zoom.set_narrow(narrow)
        self.pane.setVisible(not narrow and not self.side_column.isVisibleTo(self))

    def show_row(self, row: int, moment: Moment = START) -> None:
        """Show a row of the model, a film or document at a moment."""
        shown = self._model.evidence_row(row) if self._model is not None else None
        if shown is None:
            return
        before = self.stage.evidence()
        anew = before is None or before.id != shown.evidence.id or before.sha256 != shown.evidence.sha256
        self._row = row
        self._show_words(shown)
        if anew:
            self.stage.show_item(shown.evidence, moment)
            self.stage.prepare([near.evidence for near in self._near(row)])
        else:
            self.stage.update_item(shown.evidence)
            if moment != START:
                self.stage.go(moment)

    def refresh(self) -> None:
        """The row changed: its words anew; what is gone gives its place to the next."""
        item = self.stage.evidence()
        if self._model is None or item is None:
            return
        row = self._model.row_of(item.id)
        if row >= 0:
            self.show_row(row)
        elif self._model.evidence_count():
            self.show_row(min(self._row, self._model.evidence_count() - 1))
        else:
            self.closed.emit()

    def leave(self) -> None:
        """Let go of the pictures."""
        self.stage.clear()
        self.source.forget()

    @Slot()
    def close_viewer(self) -> None:
        """Back to the gallery, if who is at work on the picture agrees."""
        if self.may_leave():
            self.closed.emit()

    def _near(self, row: int) -> list[EvidenceRow]:
        if self._model is None:
            return []
        return [near for near in (self._model.evidence_row(row + 1), self._model.evidence_row(row - 1)) if near]

    def _show_words(self, shown: EvidenceRow) -> None:
        count = self._model.evidence_count() if self._model is not None else 0
        self._place.setText(f"{self._row + 1} / {count}")
        self._previous.setEnabled(self._row > 0)
        self._next.setEnabled(self._row + 1 < count)
        self.head.show_row(shown)
        self.pane.show_row(shown, with_case=True)

    @Slot(str)
    def _place_changed(self, place: str) -> None:
        self._tools_zoom.set_usable(place == "picture" and self.canvas.has_picture())

    # Moving

    @Slot(int)
    def step(self, by: int) -> None:
        """The next or previous piece of evidence."""
        count = self._model.evidence_count() if self._model is not None else 0
        row = self._row + by
        if 0 <= row < count and self.may_leave():
            self.show_row(row)
            self.moved.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if any(takes(event) for takes in self.key_takers):
            event.accept()
            return
        key, bar = event.key(), self.stage.bar
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)
            return
        acts: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Escape: self.close_viewer, Qt.Key.Key_Space: self.close_viewer,
            Qt.Key.Key_Left: lambda: self.step(-1), Qt.Key.Key_Right: lambda: self.step(1),
            Qt.Key.Key_PageUp: lambda: bar.step(-1), Qt.Key.Key_PageDown: lambda: bar.step(1),
            Qt.Key.Key_Comma: lambda: bar.step(-1), Qt.Key.Key_Period: lambda: bar.step(1),
            Qt.Key.Key_Less: lambda: bar.step_time(-1000), Qt.Key.Key_Greater: lambda: bar.step_time(1000),
            Qt.Key.Key_Home: lambda: bar.go_end(False), Qt.Key.Key_End: lambda: bar.go_end(True),
            Qt.Key.Key_0: self.canvas.fit, Qt.Key.Key_1: self.canvas.actual,
            Qt.Key.Key_BracketRight: lambda: self.canvas.rotate_view(1),
            Qt.Key.Key_BracketLeft: lambda: self.canvas.rotate_view(-1),
            Qt.Key.Key_Plus: lambda: self.canvas.zoom(STEP), Qt.Key.Key_Equal: lambda: self.canvas.zoom(STEP),
            Qt.Key.Key_Minus: lambda: self.canvas.zoom(1 / STEP), Qt.Key.Key_E: self.exhibit_wanted.emit,
            Qt.Key.Key_C: self.compare_wanted.emit, Qt.Key.Key_O: self.outside_wanted.emit,
            Qt.Key.Key_G: bar.edit_page, Qt.Key.Key_Delete: self.remove_wanted.emit,
        }  # fmt: skip
        if bar.is_stepping():
            acts[Qt.Key.Key_K] = self.still_wanted.emit
        if bar.is_film():
            acts[Qt.Key.Key_P] = self.poster_wanted.emit
        act = acts.get(key) if letters_on() or not Qt.Key.Key_A <= key <= Qt.Key.Key_Z else None
        if act is None:
            super().keyPressEvent(event)
        else:
            act()
