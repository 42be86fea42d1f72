"""One sitting at one piece of evidence: its layer, what is chosen, undo in the canvas, each edit kept at once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QUndoCommand, QUndoStack

from models.errors import AftercaseError, NotFound
from models.rules.annotations import Box, Layer, Mark, Sheet, changed, removed, scaled_to
from ui.background import Background

KEPT_AFTER_MS = 400
Chosen = tuple[Literal["mark", "cover"], int] | None
Underway = dict[int, tuple[int, Layer]]
"""Layers on their way to the disk by the id of their evidence: whoever shows it next must not read an older one."""


class _Step(QUndoCommand):
    """The sheet before and after one edit; another edit of the same kind right behind it may go into the same step."""

    def __init__(self, session: AnnotationSession, before: Sheet, was: Chosen, after: Sheet, now: Chosen) -> None:
        super().__init__()
        self._session, self.before, self.was, self.after, self.now = session, before, was, after, now

    def undo(self) -> None:
        self._session.take(self.before, self.was)

    def redo(self) -> None:
        self._session.take(self.after, self.now)


class AnnotationSession(QObject):
    """The layer of what one canvas shows. `changed` after every edit or choice; `refused` carries an error in place;
    `told` the id of evidence whose sitting is over; `place_wanted` the page and moment that Undo leads to."""

    changed = Signal()
    refused = Signal(object)
    told = Signal(int)
    place_wanted = Signal(int, int)

    def __init__(self, ctx: Any, background: Background, kept: Underway, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._background = background
        self._kept = kept
        self.stack = QUndoStack(self)
        self.evidence_id = 0
        self.sheet: Sheet | None = None
        self.chosen: Chosen = None
        self.problem: AftercaseError | None = None
        self._layer: Layer | None = None
        self._before = Layer()
        self._place: tuple[int, int, int, int] | None = None
        self._joins = ""
        self._last: _Step | None = None
        self._dirty = False
        self._turn = 0
        self._timer = QTimer(self, singleShot=True, interval=KEPT_AFTER_MS)
        self._timer.timeout.connect(self.keep_now)

    # What is shown

    def show_place(self, evidence_id: int, page: int, at_ms: int, size: tuple[int, int]) -> None:
        """The canvas shows this picture of this evidence now, in a size in pixels."""
        place = (page, at_ms, *size)
        if evidence_id == self.evidence_id:
            if place != self._place:
                self._place, self.chosen = place, None
                self._show_sheet()
            return
        self.close()
        self.evidence_id, self._place = evidence_id, place
        self._load()

    def reload(self) -> None:
        """Somebody else changed the layer: Undo of the window, or another page."""
        if not self.evidence_id or self._dirty or self.evidence_id in self._kept:
            return
        self._load()

    def _load(self) -> None:
        self._turn += 1
        turn, evidence_id, service = self._turn, self.evidence_id, self._ctx.annotations
        waiting = self._kept.get(evidence_id)
        if waiting is not None:
            self._loaded(turn, waiting[1])
            return
        future = self._ctx.jobs.read(lambda: service.load_layer(evidence_id))
        self._background.run(
            future, lambda layer: self._loaded(turn, layer), lambda error: self._not_loaded(turn, error),
            receiver=self, quiet=True,
        )  # fmt: skip

    def _loaded(self, turn: int, layer: Layer) -> None:
        if turn != self._turn:
            return
        self.problem = None
        if self._layer != layer:
            self._layer = self._before = layer
            self.stack.clear()
            self._last, self.chosen = None, None
        self._show_sheet()

    def _not_loaded(self, turn: int, error: BaseException) -> None:
        if turn != self._turn:
            return
        self._layer = self.sheet = None
        if isinstance(error, AftercaseError):
            self.problem = error
            self.changed.emit()
        else:
            self._background.failed.emit(error)

    def _show_sheet(self) -> None:
        if self._layer is not None and self._place is not None:
            page, at_ms, width, height = self._place
            self.sheet = self._layer.sheet(page, at_ms, (width, height))
        self.changed.emit()

    def layer(self) -> Layer:
        """The whole layer as it is now."""
        return self._layer or Layer()

    def settle(self) -> None:
        """What was drawn so far is kept, told in the history, and one step of the window's Undo."""
        self.keep_now()
        evidence_id, before = self.evidence_id, self._before
        if evidence_id and self._layer is not None and self._layer != before:
            self._before = self._layer
            service = self._ctx.annotations
            future = self._ctx.jobs.write(lambda: service.end_sitting(evidence_id, before))
            self._background.run(future, lambda _: self.told.emit(evidence_id), self._not_told, receiver=self)

    def close(self) -> None:
        """The sitting is over; nothing is shown until `show_place`."""
        self.settle()
        self._turn += 1
        self.evidence_id, self._layer, self.sheet, self._place = 0, None, None, None
        self._before, self.chosen, self.problem, self._last = Layer(), None, None, None
        self.stack.clear()
        self.changed.emit()

    # Editing

    def is_ready(self) -> bool:
        """Whether there is something to draw on."""
        return self.sheet is not None

    def edit(self, after: Sheet, chosen: Chosen, *, joins: str = "") -> None:
        """One edit; edits in a row with the same `joins` are one step of Undo."""
        if self.sheet is None or after == self.sheet:
            self.choose(chosen)
            return
        top = self.stack.index() == self.stack.count() and self.stack.count() > 0
        if joins and joins == self._joins and self._last is not None and top:
            self._last.after, self._last.now = after, chosen
            self.take(after, chosen)
        else:
            self._last = _Step(self, self.sheet, self.chosen, after, chosen)
            self.stack.push(self._last)
        self._joins = joins

    def choose(self, chosen: Chosen) -> None:
        """Make one part the chosen one; None for none."""
        if chosen != self.chosen:
            self.chosen, self._joins = chosen, ""
            self.changed.emit()

    def take(self, sheet: Sheet, chosen: Chosen) -> None:
        """Show a sheet and keep it; Undo comes here too, maybe for another page."""
        if self._layer is None or self._place is None:
            return
        page, at_ms, width, height = self._place
        self._layer = self._layer.with_sheet(sheet)
        self._dirty = True
        self._timer.start()
        if sheet.place != (page, at_ms):
            self.place_wanted.emit(*sheet.place)
            return
        self.sheet, self.chosen = scaled_to(sheet, (width, height)), chosen
        self.changed.emit()

    def undo(self) -> bool:
        """Take the last edit of this sitting back; False if there is none."""
        self._joins = ""
        could = self.stack.canUndo()
        self.stack.undo()
        return could

    def redo(self) -> bool:
        """Do it again."""
        self._joins = ""
        could = self.stack.canRedo()
        self.stack.redo()
        return could

    # Keeping

    @Slot()
    def keep_now(self) -> None:
        """Write the layer as it is, if it is not written."""
        self._timer.stop()
        if not self._dirty or self._layer is None:
            return
        self._dirty = False
        evidence_id, layer, service = self.evidence_id, self._layer, self._ctx.annotations
        number = self._kept[evidence_id][0] + 1 if evidence_id in self._kept else 0
        self._kept[evidence_id] = (number, layer)

        def done(_: object) -> None:
            if self._kept.get(evidence_id, (-1,))[0] == number:
                del self._kept[evidence_id]

        def failed(error: BaseException) -> None:
            done(None)
            if not isinstance(error, NotFound):
                self.refused.emit(error)

        future = self._ctx.jobs.write(lambda: service.save_layer(evidence_id, layer))
        self._background.run(future, done, failed, receiver=self)

    def _not_told(self, error: BaseException) -> None:
        if not isinstance(error, NotFound):
            self.refused.emit(error)


def part_of(sheet: Sheet, chosen: Chosen) -> Mark | None:
    """The chosen part as a mark; a cover is a box."""
    if chosen is None:
        return None
    kind, place = chosen
    if kind == "mark":
        return sheet.marks[place] if place < len(sheet.marks) else None
    if place >= len(sheet.covers):
        return None
    left, top, right, bottom = sheet.covers[place]
    return Box(points=((left, top), (right, bottom)))


def with_part(sheet: Sheet, chosen: Chosen, part: Mark) -> Sheet:
    """The sheet with another shape for the chosen part."""
    if chosen is None:
        return sheet
    kind, place = chosen
    if kind == "mark":
        return changed(sheet, place, part)
    (left, top), (right, bottom) = part.points
    covers = (*sheet.covers[:place], (left, top, right, bottom), *sheet.covers[place + 1 :])
    return replace(sheet, covers=covers)


def without_part(sheet: Sheet, chosen: Chosen) -> Sheet:
    """The sheet without the chosen part."""
    if chosen is None:
        return sheet
    kind, place = chosen
    if kind == "mark":
        return removed(sheet, place)
    return replace(sheet, covers=sheet.covers[:place] + sheet.covers[place + 1 :])
