"""The keys of annotating: letters take a tool, Enter places, arrows move, and undo acts on the layer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from models.rules.annotation_shapes import moved
from models.rules.annotations import MAX_COVERS, MAX_MARKS, Crop, NumberMark, Sheet, TextLabel, added, reordered
from ui.evidence.annotation.session import AnnotationSession, part_of, with_part, without_part
from ui.evidence.annotation.tool import SELECT, AnnotationTool, step_of
from ui.evidence.annotation.words import tools
from ui.evidence.viewing.picture_view import PictureView
from ui.letters import letters_on

_MOVES = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
_CTRL, _SHIFT, _ALT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier,
)  # fmt: skip


class AnnotationKeys(QObject):
    """Takes the keys of one canvas before the canvas and the window's menus do. `word_wanted` names a tool."""

    word_wanted = Signal(str)

    def __init__(
        self, canvas: PictureView, session: AnnotationSession, tool: AnnotationTool, is_stepping: Callable[[], bool]
    ) -> None:
        super().__init__(canvas)
        self._canvas, self._session, self._tool, self._is_stepping = canvas, session, tool, is_stepping
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and self._session.is_ready():
            if event.type() == QEvent.Type.ShortcutOverride and self._wants(event):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self.take(event)
        return False

    def _wants(self, event: QKeyEvent) -> bool:
        """Keys that a menu has too and that mean the layer here: Undo once something was drawn, Alt with arrows."""
        undo = event.matches(QKeySequence.StandardKey.Undo) or _is_redo(event)
        if undo:
            return self._session.stack.count() > 0
        return event.modifiers() == _ALT and event.key() in _MOVES and self._session.chosen is not None

    def take(self, event: QKeyEvent) -> bool:
        """Do what a key means here; False if it means nothing."""
        session, sheet = self._session, self._session.sheet
        if sheet is None:
            return False
        if session.stack.count() and (event.matches(QKeySequence.StandardKey.Undo) or _is_redo(event)):
            session.redo() if _is_redo(event) else session.undo()
            return True
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _MOVES:
            return self._arrow(event, sheet, modifiers)
        if modifiers == _CTRL and event.key() == Qt.Key.Key_D:
            return self.duplicate()
        if modifiers:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._enter(sheet)
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            return self.remove()
        if event.key() == Qt.Key.Key_Escape:
            return self._escape()
        return self._letter(event)

    def _arrow(self, event: QKeyEvent, sheet: Sheet, modifiers: Qt.KeyboardModifier) -> bool:
        chosen = self._session.chosen
        if chosen is None:
            return False
        across, down = _MOVES[Qt.Key(event.key())]
        if modifiers == _ALT:
            return self.reorder(-1 if down < 0 or across < 0 else 1)
        if modifiers & ~(_SHIFT | _CTRL):
            return False
        for _ in range(self._canvas.turns()):
            # As seen: the picture may be shown turned.
            across, down = down, -across
        step = step_of(self._canvas, sheet, fine=bool(modifiers & _CTRL))
        return self._tool.nudge(across * step, down * step, grow=bool(modifiers & _SHIFT))

    def _enter(self, sheet: Sheet) -> bool:
        if self._tool.word != SELECT:
            placed = self._tool.place_in_middle()
            if placed and self._tool.word not in (SELECT, "text", "number"):
                self.word_wanted.emit(SELECT)
            return placed
        if isinstance(part_of(sheet, self._session.chosen), TextLabel | NumberMark):
            self._tool.writing.emit()
            return True
        return False

    def _escape(self) -> bool:
        if self._tool.drop():
            return True
        if self._tool.word != SELECT:
            self.word_wanted.emit(SELECT)
            return True
        if self._session.chosen is not None:
            self._session.choose(None)
            return True
        return False

    def _letter(self, event: QKeyEvent) -> bool:
        if not letters_on() or event.isAutoRepeat():
            return False
        wanted = next((tool.word for tool in tools() if event.key() == ord(tool.key)), None)
        # On a film or an animation these two choose a poster and keep a still.
        if wanted is None or (wanted in ("freehand", "crop") and self._is_stepping()):
            return False
        if wanted == SELECT and self._tool.word == SELECT:
            self.choose_next()
        else:
            self.word_wanted.emit(wanted)
        return True

    # What buttons and lists ask for too

    def choose_next(self, by: int = 1) -> None:
        """Choose the next part of the layer, then the boxes to be redacted, then the first again."""
        session, sheet = self._session, self._session.sheet
        if sheet is None:
            return
        parts = [("mark", order) for order, mark in enumerate(sheet.marks) if not mark.hidden]
        parts += [("cover", order) for order in range(len(sheet.covers))]
        if parts:
            at = parts.index(session.chosen) if session.chosen in parts else -1 if by > 0 else 0
            kind, order = parts[(at + by) % len(parts)]
            session.choose(("mark", order) if kind == "mark" else ("cover", order))

    def remove(self) -> bool:
        """Take the chosen part away; False if none is chosen."""
        session, sheet = self._session, self._session.sheet
        if sheet is None or session.chosen is None:
            return False
        session.edit(without_part(sheet, session.chosen), None)
        return True

    def duplicate(self) -> bool:
        """Put the chosen part a second time, a little off."""
        session, sheet, chosen = self._session, self._session.sheet, self._session.chosen
        part = None if sheet is None else part_of(sheet, chosen)
        if sheet is None or chosen is None or part is None or isinstance(part, Crop):
            return False
        if len(sheet.marks) >= MAX_MARKS or len(sheet.covers) >= MAX_COVERS:
            self._tool.full.emit()
            return True
        step = step_of(self._canvas, sheet, fine=False) * 2
        copy = moved(part, step, step, sheet)
        if chosen[0] == "mark":
            session.edit(added(sheet, copy), ("mark", len(sheet.marks)))
        else:
            grown = replace(sheet, covers=(*sheet.covers, sheet.covers[chosen[1]]))
            place = ("cover", len(sheet.covers))
            session.edit(with_part(grown, ("cover", place[1]), copy), ("cover", place[1]))
        return True

    def reorder(self, by: int) -> bool:
        """Move the chosen mark up or down the list; numbers follow the order."""
        session, sheet, chosen = self._session, self._session.sheet, self._session.chosen
        if sheet is None or chosen is None or chosen[0] != "mark":
            return False
        after, place = reordered(sheet, chosen[1], by)
        session.edit(after, ("mark", place))
        return True


def _is_redo(event: QKeyEvent) -> bool:
    control_y = event.key() == Qt.Key.Key_Y and event.modifiers() == _CTRL
    control_shift_z = event.key() == Qt.Key.Key_Z and event.modifiers() == _CTRL | _SHIFT
    return control_y or control_shift_z or event.matches(QKeySequence.StandardKey.Redo)
