"""Drawing on the canvas with the mouse and by keys alone: what presses, drags and keys do to the session's sheet."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from models.rules.annotation_shapes import (
    grown,
    handles,
    hit,
    is_slip,
    moved,
    normal,
    resized,
    snapped,
    squared,
)
from models.rules.annotations import (
    KINDS,
    LINE,
    MAX_COVERS,
    MAX_MARKS,
    MAX_POINTS,
    Freehand,
    Mark,
    MarkColour,
    NumberMark,
    Point,
    Rect,
    Sheet,
    TextLabel,
    added,
    unit_of,
)
from ui.evidence.annotation.item import GRIP_REACH, LayerItem
from ui.evidence.annotation.paint import extent_of
from ui.evidence.annotation.session import AnnotationSession, Chosen, part_of, with_part
from ui.evidence.viewing.picture_view import PictureView

SELECT, REDACT = "select", "redact"
_SHIFT, _LEFT = Qt.KeyboardModifier.ShiftModifier, Qt.MouseButton.LeftButton
_SLIP = 4.0
_HIT = 6.0


class AnnotationTool(QObject):
    """The tool of one canvas. `writing` asks for the words of the chosen part; `over` says the tool is laid down,
    `full` that no more marks fit."""

    writing = Signal()
    over = Signal()
    full = Signal()

    def __init__(self, canvas: PictureView, session: AnnotationSession, item: LayerItem) -> None:
        super().__init__(canvas)
        self._canvas, self._session, self._item = canvas, session, item
        self.word = SELECT
        self.colour = MarkColour.RED
        self.line = LINE
        self._from: Point | None = None
        self._draft: Mark | None = None
        self._cover: Rect | None = None
        self._grip = ""
        self._dragged: tuple[Sheet, Mark, Point] | None = None
        self._drags = 0

    # What the canvas asks

    def press(self, event: QMouseEvent, at: QPointF) -> bool:
        """Begin to draw, take hold of a grip or a mark, or leave the canvas to pan."""
        sheet = self._session.sheet
        if sheet is None or event.button() is not _LEFT:
            return False
        point = (at.x(), at.y())
        if self.word == SELECT:
            return self._take_hold(sheet, point)
        if self._grip_at(sheet, point) and self._part() is not None:
            return self._take_hold(sheet, point)
        point = _inside(point, sheet)
        if not self._has_room(sheet):
            return True
        self._from = point
        if self.word in ("text", "number"):
            self._place(sheet, self._made(self.word, (point,)))
            self._from = None
        elif self.word == "freehand":
            self._draft = self._made("freehand", (point,))
            self._item.show_draft(self._draft)
        return True

    def move(self, event: QMouseEvent, at: QPointF) -> bool:
        """Go on with what the press began; a grip under the pointer shows what it does."""
        sheet = self._session.sheet
        if sheet is None:
            return False
        point = (at.x(), at.y())
        keep = bool(event.modifiers() & _SHIFT)
        if self._dragged is not None:
            self._drag(sheet, point, keep=keep)
            return True
        if self._from is None:
            self._show_pointer(sheet, point)
            return self.word != SELECT
        self._grow_draft(sheet, _inside(point, sheet), keep=keep)
        return True

    def release(self, event: QMouseEvent, at: QPointF) -> bool:
        """What was drawn becomes a part, unless it was a slip of the hand."""
        if self._dragged is not None:
            self._dragged = None
            return True
        sheet = self._session.sheet
        if self._from is None or sheet is None:
            return self.word != SELECT and event.button() is _LEFT
        draft, cover = self._draft, self._cover
        self._drop_draft()
        least = _SLIP / max(self._canvas.scale_now(), 1e-6)
        if draft is not None and not is_slip(draft, sheet, least):
            self._place(sheet, draft)
        elif cover is not None and min(cover[2] - cover[0], cover[3] - cover[1]) >= min(least, 1.0):
            self._place_cover(sheet, cover)
        return True

    def double(self, event: QMouseEvent, at: QPointF) -> bool:
        """A double click on words writes them anew; while drawing it does nothing."""
        sheet = self._session.sheet
        if sheet is None:
            return False
        place = hit(sheet, (at.x(), at.y()), self._reach(), lambda mark: extent_of(mark, sheet))
        if self.word == SELECT and place is not None:
            self._session.choose(("mark", place))
            if isinstance(sheet.marks[place], TextLabel | NumberMark):
                self.writing.emit()
            return True
        return self.word != SELECT

    def key(self, event: QKeyEvent, at: QPointF) -> bool:
        """Keys are taken before they reach the canvas: annotation_keys."""
        return False

    # Drawing

    def set_word(self, word: str) -> None:
        """Take another tool in hand."""
        self._drop_draft()
        self._dragged = None
        self.word = word

    def drop(self) -> bool:
        """Let go of what is being drawn; False if nothing is."""
        if self._dragged is not None:
            before, _, _ = self._dragged
            self._dragged = None
            self._session.edit(before, self._session.chosen, joins=f"drag{self._drags}")
            return True
        was = self._from is not None
        self._drop_draft()
        return was

    def place_in_middle(self) -> bool:
        """Put the shape of the tool into the middle of what is seen, as Enter does."""
        sheet = self._session.sheet
        if sheet is None or self.word in (SELECT, "") or not self._has_room(sheet):
            return False
        seen = self._canvas.visible_part()
        middle = seen.center()
        wide, high = max(seen.width() * 0.15, 2.0), max(seen.height() * 0.15, 2.0)
        corners = (middle.x() - wide, middle.y() - high), (middle.x() + wide, middle.y() + high)
        if self.word == REDACT:
            self._place_cover(sheet, (*corners[0], *corners[1]))
        elif self.word in ("text", "number"):
            self._place(sheet, self._made(self.word, ((middle.x(), middle.y()),)))
        elif self.word == "freehand":
            steps = [(corners[0][0] + wide * 2 * step / 24, middle.y() + high * 0.4 * math.sin(step / 2))
                     for step in range(25)]  # fmt: skip
            self._place(sheet, self._made("freehand", tuple(steps)))
        elif self.word == "arrow":
            self._place(sheet, self._made("arrow", ((corners[0][0], corners[1][1]), (middle.x(), middle.y()))))
        else:
            self._place(sheet, self._made(self.word, corners))
        return True

    def nudge(self, across: float, down: float, *, grow: bool) -> bool:
        """Move the chosen part by pixels of the picture, or let its lower right corner grow."""
        sheet, part = self._session.sheet, self._part()
        if sheet is None or part is None:
            return False
        shape: Callable[[Mark, float, float, Sheet], Mark] = grown if grow else moved
        chosen = self._session.chosen
        changed = shape(part, across, down, sheet)
        self._session.edit(with_part(sheet, chosen, changed), chosen, joins=f"nudge{grow}{chosen}")
        return True

    def _part(self) -> Mark | None:
        sheet = self._session.sheet
        return None if sheet is None else part_of(sheet, self._session.chosen)

    def _made(self, word: str, points: tuple[Point, ...]) -> Mark:
        return KINDS[word](points=points, colour=self.colour, width=self.line)

    def _has_room(self, sheet: Sheet) -> bool:
        there, most = (sheet.covers, MAX_COVERS) if self.word == REDACT else (sheet.marks, MAX_MARKS)
        if len(there) >= most:
            self.full.emit()
        return len(there) < most

    def _place(self, sheet: Sheet, mark: Mark) -> None:
        after = added(sheet, mark)
        self._session.edit(after, ("mark", len(after.marks) - 1))
        if isinstance(mark, TextLabel | NumberMark):
            self.writing.emit()

    def _place_cover(self, sheet: Sheet, cover: Rect) -> None:
        self._session.edit(replace(sheet, covers=(*sheet.covers, cover)), ("cover", len(sheet.covers)))

    def _grow_draft(self, sheet: Sheet, to: Point, *, keep: bool) -> None:
        start = self._from
        if start is None:
            return
        if self.word == "freehand" and isinstance(self._draft, Freehand):
            points = self._draft.points
            far = math.dist(points[-1], to) * self._canvas.scale_now() >= 1.5
            if far and len(points) < MAX_POINTS:
                self._draft = replace(self._draft, points=(*points, to))
        elif self.word == "arrow":
            self._draft = self._made("arrow", (start, _inside(snapped(start, to), sheet) if keep else to))
        elif self.word == REDACT:
            one, other = normal(start, squared(start, to) if keep else to)
            self._cover = (*_inside(one, sheet), *_inside(other, sheet))
        else:
            self._draft = self._made(self.word, normal(start, squared(start, to) if keep else to))
        self._item.show_draft(self._draft, self._cover)

    def _drop_draft(self) -> None:
        self._from = self._draft = self._cover = None
        self._item.show_draft(None)

    # Taking hold

    def _reach(self) -> float:
        return _HIT / max(self._canvas.scale_now() / self._canvas.devicePixelRatioF(), 1e-6)

    def _at(self, sheet: Sheet, point: Point) -> Chosen:
        place = hit(sheet, point, self._reach(), lambda mark: extent_of(mark, sheet))
        if place is not None:
            return "mark", place
        for order in range(len(sheet.covers) - 1, -1, -1):
            left, top, right, bottom = sheet.covers[order]
            if left <= point[0] <= right and top <= point[1] <= bottom:
                return "cover", order
        return None

    def _grip_at(self, sheet: Sheet, point: Point) -> str:
        part = self._part()
        if part is None or part.hidden:
            return ""
        reach = GRIP_REACH / max(self._canvas.scale_now() / self._canvas.devicePixelRatioF(), 1e-6)
        for name, place in handles(part, extent_of(part, sheet)):
            if abs(place[0] - point[0]) <= reach and abs(place[1] - point[1]) <= reach:
                return name
        return ""

    def _take_hold(self, sheet: Sheet, point: Point) -> bool:
        self._grip = self._grip_at(sheet, point)
        if not self._grip:
            self._session.choose(self._at(sheet, point))
        part = self._part()
        if part is None:
            return False
        self._dragged = (sheet, part, point)
        self._drags += 1
        return True

    def _drag(self, sheet: Sheet, point: Point, *, keep: bool) -> None:
        if self._dragged is None:
            return
        before, part, start = self._dragged
        if self._grip:
            shaped = resized(part, self._grip, point, before, keep=keep)
        else:
            shaped = moved(part, point[0] - start[0], point[1] - start[1], before)
        chosen = self._session.chosen
        # From where it was when taken hold of: one drag is one step, however far it wandered.
        self._session.edit(with_part(before, chosen, shaped), chosen, joins=f"drag{self._drags}")

    def _show_pointer(self, sheet: Sheet, point: Point) -> None:
        view = self._canvas.viewport()
        grip = self._grip_at(sheet, point)
        if grip:
            view.setCursor(_POINTERS.get(grip, Qt.CursorShape.SizeAllCursor))
        elif self.word != SELECT:
            view.setCursor(Qt.CursorShape.CrossCursor)
        elif self._at(sheet, point) is not None:
            view.setCursor(Qt.CursorShape.SizeAllCursor)
        else:
            view.setCursor(Qt.CursorShape.OpenHandCursor)


_POINTERS: Final = {
    "nw": Qt.CursorShape.SizeFDiagCursor, "se": Qt.CursorShape.SizeFDiagCursor,
    "ne": Qt.CursorShape.SizeBDiagCursor, "sw": Qt.CursorShape.SizeBDiagCursor,
    "n": Qt.CursorShape.SizeVerCursor, "s": Qt.CursorShape.SizeVerCursor,
    "e": Qt.CursorShape.SizeHorCursor, "w": Qt.CursorShape.SizeHorCursor,
}  # fmt: skip


def _inside(point: Point, sheet: Sheet) -> Point:
    return min(max(point[0], 0.0), float(sheet.width)), min(max(point[1], 0.0), float(sheet.height))


def step_of(canvas: PictureView, sheet: Sheet, *, fine: bool) -> float:
    """How far an arrow key moves, in pixels of the picture: ten of the screen, or one of the picture."""
    if fine:
        return 1.0
    return max(10.0 / max(canvas.scale_now(), 1e-6), unit_of(sheet.width, sheet.height) * 0.002)
