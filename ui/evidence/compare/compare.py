"""Two or four pieces of evidence side by side, seen at the same share of the picture, with a strip to choose from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import tzinfo
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from models.records import Evidence, EvidenceRow
from ui.background import Background
from ui.evidence.compare.pane import ComparePane
from ui.evidence.compare.side import CompareSide
from ui.evidence.compare.state import ViewState
from ui.evidence.gallery.thumbnail_source import ThumbnailSource
from ui.evidence.viewing.film_strip import FilmStrip
from ui.evidence.viewing.picture_source import START, Moment, PictureSource
from ui.evidence.viewing.picture_view import STEP, PictureView
from ui.evidence.viewing.zoom_tools import ZoomTools
from ui.i18n import translator
from ui.letters import letters_on
from ui.widgets.buttons import Button, icon_button
from ui.widgets.panel import Strip, column, line, rule

tr = translator("viewer")
LETTERS = "ABCD"
_TOOL_ROW = 48
# Of four pictures at once none is held in more pixels than this.
_FOUR_SIDE = 4096


class Compare(QWidget):
    """`closed` to go back, `single_wanted` to see the active side alone, `concluded` with what the comparison shows.

    Others work on `active_canvas()` (`active_changed`), put tools into `tool_places()`, panels into `side`, take keys
    through `key_takers` and may keep a picture from going away through `leave_guards`.
    """

    closed = Signal()
    single_wanted = Signal(int)
    concluded = Signal(int, str)
    active_changed = Signal()
    changed = Signal()
    still_wanted = Signal()
    poster_wanted = Signal()

    def __init__(
        self, ctx: Any, background: Background, zone: tzinfo, thumbnails: ThumbnailSource,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.key_takers: list[Callable[[QKeyEvent], bool]] = []
        self.leave_guards: list[Callable[[], bool]] = []
        self.state = ViewState(self)
        self.source = PictureSource(ctx, background, self)
        self._rows: tuple[EvidenceRow, ...] = ()
        self._active = 1
        self._count = 2
        rows = column(self)
        rows.addWidget(self._tools())
        across = line(spacing=0)
        middle = column()
        grid = QWidget(self)
        self._grid = QGridLayout(grid)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(1)
        self.panes = [ComparePane(ctx, background, self.source, zone, letter, grid) for letter in LETTERS]
        for number, pane in enumerate(self.panes):
            self._grid.addWidget(pane, number // 2, number % 2)
            self._wire(number, pane)
        for place in range(2):
            self._grid.setColumnStretch(place, 1)
        middle.addWidget(grid, 1)
        self.strip = FilmStrip(thumbnails, self)
        self.strip.chosen.connect(self._chosen)
        middle.addWidget(self.strip)
        across.addLayout(middle, 1)
        self.side_column = CompareSide(self)
        self.side: QVBoxLayout = self.side_column.panels
        self.side_column.concluded.connect(self.concluded)
        across.addWidget(self.side_column)
        rows.addLayout(across, 1)
        self.state.changed.connect(self._follow)
        self._set_count(2)
        self._set_active(1)
        self.set_narrow(False)

    def _wire(self, number: int, pane: ComparePane) -> None:
        canvas = pane.canvas
        pane.activated.connect(lambda: self._set_active(number))
        canvas.moved.connect(lambda: self._moved(number))
        canvas.zoomed.connect(lambda scale: self._zoomed(number, scale))
        canvas.shown.connect(lambda *_: self._placed(number))
        canvas.resized.connect(lambda: self._placed(number))
        canvas.stepped.connect(self.step)
        canvas.other_side.connect(self.other_side)
        pane.stage.place_changed.connect(lambda _: self._place_changed(number))
        pane.stage.bar.still_wanted.connect(self.still_wanted)
        pane.stage.bar.poster_wanted.connect(self.poster_wanted)

    def _tools(self) -> QWidget:
        bar = Strip(self, surface="surface", edge="bottom", height=_TOOL_ROW)
        row = line(bar, margins=(12, 0, 12, 0), spacing=6)
        self._previous = icon_button("chevron-left", tr("Previous on the active side"), bar, hint="←", kind="secondary")
        self._next = icon_button("chevron-right", tr("Next on the active side"), bar, hint="→", kind="secondary")
        self._previous.clicked.connect(lambda: self.step(-1))
        self._next.clicked.connect(lambda: self.step(1))
        self._single = icon_button("image", tr("One picture"), bar, hint="Enter", kind="secondary")
        self._single.clicked.connect(self._show_single)
        self._two = Button(tr("Side by side"), bar, icon="columns-2")
        self._two.setProperty("folding", self._two.label())
        self._four = icon_button("layout-grid", tr("Four pictures"), bar, hint="4", kind="secondary")
        self._sync = Button(tr("Zoom together"), bar, icon="link")
        for button in (self._two, self._four, self._sync):
            button.setCheckable(True)
        self._sync.setChecked(True)
        self._two.clicked.connect(lambda: self._set_count(2))
        self._four.clicked.connect(lambda: self._set_count(4))
        self._sync.toggled.connect(self._sync_toggled)
        self._zoom = ZoomTools(self.active_canvas, bar)
        for widget in (self._previous, self._next, rule(bar, vertical=True), self._single, self._two, self._four,
                       self._sync, rule(bar, vertical=True), self._zoom, rule(bar, vertical=True)):  # fmt: skip
            row.addWidget(widget)
        self._tool_places = line(spacing=4)
        row.addLayout(self._tool_places)
        row.addStretch(1)
        self._close = icon_button("x", tr("Back"), bar, hint="Esc", kind="secondary")
        self._close.clicked.connect(self.close_compare)
        row.addWidget(self._close)
        return bar

    # Room for others

    def tool_places(self) -> QHBoxLayout:
        """Where tools of others stand in the tool row."""
        return self._tool_places

    def active_canvas(self) -> PictureView:
        """The canvas of the active side."""
        return self.panes[self._active].canvas

    def active_pane(self) -> ComparePane:
        """The active side."""
        return self.panes[self._active]

    def evidence(self) -> Evidence | None:
        """What is on the active side."""
        row = self.panes[self._active].row()
        return row.evidence if row is not None else None

    def moment(self) -> Moment:
        """The page, frame or time seen on the active side."""
        return self.panes[self._active].stage.moment()

    def may_leave(self) -> bool:
        """Whether the pictures in front may go away; who is at work on one may say no and ask its question."""
        return all(guard() for guard in self.leave_guards)

    def set_narrow(self, narrow: bool) -> None:
        """Leave out words that icons say as well."""
        self._zoom.set_narrow(narrow)
        for button, text in ((self._two, tr("Side by side")), (self._sync, tr("Zoom together"))):
            button.set_label("" if narrow else text)
            button.set_tip(text)
            # Words of what is on are heavier than the button reckons with.
            button.setMinimumWidth(0)
            button.setMinimumWidth(button.sizeHint().width() + (0 if narrow else 12))

    # Showing

    def sides(self) -> tuple[EvidenceRow | None, ...]:
        """What is on the sides in front."""
        return tuple(pane.row() for pane in self.panes[: self._count])

    def panes_in_front(self) -> tuple[QWidget, ...]:
        """What F6 walks through."""
        return (*(pane.canvas for pane in self.panes[: self._count]), self.strip, self.side_column)

    def letters(self) -> Mapping[int, str]:
        """The letters of the evidence that is on a side."""
        return {row.evidence.id: letter for letter, row in zip(LETTERS, self.sides(), strict=False) if row is not None}

    def show_rows(
        self,
        sides: Sequence[EvidenceRow | None],
        rows: Sequence[EvidenceRow],
        moments: Mapping[int, Moment] | None = None,
    ) -> None:
        """Put evidence on the sides; `rows` is what can be chosen from. Two sides, or four with more than two."""
        self.state.reset()
        moments = moments or {}
        self._rows = tuple(rows)
        self.strip.show_rows(rows)
        self._set_count(4 if len(sides) > 2 else 2)
        for number, pane in enumerate(self.panes):
            row = sides[number] if number < len(sides) else None
            pane.show_row(row, moments.get(row.evidence.id, START) if row else START, with_case=self._cases() > 1)
        for pane in self.panes[: self._count]:
            self.state.apply(pane.canvas)
        empty = next((number for number, row in enumerate(self.sides()) if row is None), 1)
        self._set_active(empty)
        self._say_changed()

    def refresh(self, rows: Sequence[EvidenceRow]) -> None:
        """Words about the evidence changed; what is gone leaves its side empty."""
        self._rows = tuple(rows)
        known = {row.evidence.id: row for row in rows}
        self.strip.show_rows(rows)
        for pane in self.panes:
            row = pane.row()
            if row is not None:
                pane.show_row(known.get(row.evidence.id), with_case=self._cases() > 1)
        self._say_changed()

    def leave(self) -> None:
        """Let go of the pictures."""
        for pane in self.panes:
            pane.show_row(None)
        self.source.forget()

    def is_loading(self) -> bool:
        """Whether something is still to come by itself."""
        return any(pane.stage.loading() for pane in self.panes)

    @Slot()
    def close_compare(self) -> None:
        """Back, if who is at work on a picture agrees."""
        if self.may_leave():
            self.closed.emit()

    def _cases(self) -> int:
        return len({row.case_number for row in self._rows})

    def _say_changed(self) -> None:
        self.strip.show_letters(self.letters(), LETTERS[self._active])
        self.side_column.show_rows(LETTERS, self.sides())
        self.changed.emit()

    # Sides

    @Slot()
    def other_side(self) -> None:
        """Tab: to the next side."""
        self._set_active((self._active + 1) % self._count)
        self.panes[self._active].setFocus(Qt.FocusReason.TabFocusReason)

    def put(self, side: int, row: EvidenceRow, moment: Moment = START) -> None:
        """Put evidence on a side; if it is on another one, they change places."""
        if not self.may_leave():
            return
        before = self.panes[side].row()
        if before is not None and before.evidence.id == row.evidence.id:
            return
        for pane in self.panes[: self._count]:
            there = pane.row()
            if there is not None and there.evidence.id == row.evidence.id:
                pane.show_row(before, with_case=self._cases() > 1)
        self.panes[side].show_row(row, moment, with_case=self._cases() > 1)
        self._say_changed()

    @Slot(int)
    def step(self, by: int) -> None:
        """The next or previous evidence on the active side, past what is on the others."""
        taken = {
            row.evidence.id for number, row in enumerate(self.sides()) if row is not None and number != self._active
        }
        ids = [row.evidence.id for row in self._rows]
        now = self.panes[self._active].row()
        place = (
            ids.index(now.evidence.id) if now is not None and now.evidence.id in ids else (-1 if by > 0 else len(ids))
        )
        place += by
        while 0 <= place < len(ids) and ids[place] in taken:
            place += by
        if 0 <= place < len(ids):
            self.put(self._active, self._rows[place])

    @Slot(object, bool)
    def _chosen(self, row: EvidenceRow, with_shift: bool) -> None:
        side = self._active if self._count > 2 else 0 if with_shift else 1
        self.put(side, row)
        if self.panes[side].row() is not None:
            self._set_active(side)

    def _set_count(self, count: int) -> None:
        self._count = count
        self._two.setChecked(count == 2)
        self._four.setChecked(count == 4)
        for number, pane in enumerate(self.panes):
            pane.setVisible(number < count)
            pane.stage.full_side = _FOUR_SIDE if count > 2 else 0
            if number >= count:
                pane.show_row(None)
        self._grid.setRowStretch(0, 1)
        self._grid.setRowStretch(1, 1 if count > 2 else 0)
        if self._active >= count:
            self._set_active(1)
        self._say_changed()

    def _set_active(self, side: int) -> None:
        anew = side != self._active
        self._active = side
        for number, pane in enumerate(self.panes):
            pane.head.set_active(number == side)
        self._zoom.show_zoom(self.active_canvas().scale_now())
        self._place_changed(side)
        self.strip.show_letters(self.letters(), LETTERS[side])
        if anew:
            self.active_changed.emit()

    @Slot()
    def _show_single(self) -> None:
        item = self.evidence()
        if item is not None and self.may_leave():
            self.single_wanted.emit(item.id)

    # Moving together

    def _moved(self, side: int) -> None:
        if self._sync.isChecked() and self.panes[side].canvas.has_picture():
            self.state.take(self.panes[side].canvas)

    def _follow(self, mover: PictureView) -> None:
        for pane in self.panes[: self._count]:
            if pane.canvas is not mover:
                self.state.apply(pane.canvas)

    def _placed(self, side: int) -> None:
        if self._sync.isChecked():
            self.state.apply(self.panes[side].canvas)

    def _zoomed(self, side: int, scale: float) -> None:
        if side == self._active:
            self._zoom.show_zoom(scale)

    def _place_changed(self, side: int) -> None:
        if side == self._active:
            self._zoom.set_usable(self.active_canvas().has_picture())
            if self.active_canvas().has_picture():
                self._zoom.show_zoom(self.active_canvas().scale_now())

    @Slot(bool)
    def _sync_toggled(self, on: bool) -> None:
        if on:
            self.state.take(self.active_canvas())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if any(takes(event) for takes in self.key_takers):
            event.accept()
            return
        key, canvas, bar = event.key(), self.active_canvas(), self.panes[self._active].stage.bar
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)
            return
        acts: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Escape: self.close_compare, Qt.Key.Key_Left: lambda: self.step(-1),
            Qt.Key.Key_Right: lambda: self.step(1), Qt.Key.Key_Return: self._show_single,
            Qt.Key.Key_Enter: self._show_single, Qt.Key.Key_0: canvas.fit, Qt.Key.Key_1: canvas.actual,
            Qt.Key.Key_2: lambda: self._set_count(2), Qt.Key.Key_4: lambda: self._set_count(4),
            Qt.Key.Key_BracketRight: lambda: canvas.rotate_view(1),
            Qt.Key.Key_BracketLeft: lambda: canvas.rotate_view(-1),
            Qt.Key.Key_Plus: lambda: canvas.zoom(STEP), Qt.Key.Key_Equal: lambda: canvas.zoom(STEP),
            Qt.Key.Key_Minus: lambda: canvas.zoom(1 / STEP), Qt.Key.Key_S: self._sync.toggle,
            Qt.Key.Key_PageUp: lambda: bar.step(-1), Qt.Key.Key_PageDown: lambda: bar.step(1),
            Qt.Key.Key_Comma: lambda: bar.step(-1), Qt.Key.Key_Period: lambda: bar.step(1),
            Qt.Key.Key_Less: lambda: bar.step_time(-1000), Qt.Key.Key_Greater: lambda: bar.step_time(1000),
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
