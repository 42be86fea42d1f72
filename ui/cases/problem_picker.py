"""Chooses a problem by keyboard: arrows or the first letters of its name (pinyin for Chinese)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.kinds import Problem
from models.rules.pinyin import initials
from ui import theme as tokens
from ui.i18n import language, translator
from ui.theme import theme
from ui.widgets import painting
from ui.words import word

tr = translator("cases")
_ACROSS = {"zh": 6}
_ACROSS_OTHERS = 5
_HEIGHT, _GAP = 28, 6
_TYPING_MS = 900


class ProblemPicker(QWidget):
    """A grid of words, one of them on. `entered` comes for Enter once something is chosen."""

    chosen = Signal(object)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None, problems: Sequence[Problem] = tuple(Problem)) -> None:
        super().__init__(parent)
        self._problems = tuple(problems)
        self._at = -1
        self._typed = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._forget = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._forget.timeout.connect(self._forget_typed)
        self._name()

    def problem(self) -> Problem | None:
        """The problem chosen."""
        return self._problems[self._at] if self._at >= 0 else None

    def choose(self, problem: Problem) -> None:
        """Choose a problem."""
        self._choose(self._problems.index(problem))

    def order_by(self, counts: Mapping[Problem, int]) -> None:
        """The most used first; left as it is once something is chosen or typed, so that nothing jumps under a hand."""
        if self._at < 0 and not self.hasFocus():
            self._problems = tuple(sorted(self._problems, key=lambda each: -counts.get(each, 0)))
            self.update()

    def clear(self) -> None:
        """Choose none again."""
        self._at, self._typed = -1, ""
        self._name()
        self.update()

    def _choose(self, at: int) -> None:
        if 0 <= at < len(self._problems):
            self._at = at
            self._name()
            self.update()
            self.chosen.emit(self._problems[at])

    def _name(self) -> None:
        problem = self.problem()
        self.setAccessibleName(tr("Problem: %1", word(problem)) if problem is not None else tr("Problem: none yet"))

    def _forget_typed(self) -> None:
        self._typed = ""
        self.update()

    def _type(self, text: str) -> bool:
        """Find by the letters typed so far; letters that find nothing begin anew. What does not fit is dimmed."""
        for typed in (self._typed + text, text):
            fitting = [at for at, p in enumerate(self._problems) if _fits(p, typed)]
            if fitting:
                self._typed = typed
                self._forget.start()
                self._choose(next((at for at in fitting if _starts(self._problems[at], typed)), fitting[0]))
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        steps = {
            Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -_across(), Qt.Key.Key_Down: _across(),
        }  # fmt: skip
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if plain and key in steps:
            self._choose(0 if self._at < 0 else self._at + steps[Qt.Key(key)])
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at >= 0:
            self.entered.emit()
        elif not (plain and event.text().isalnum() and self._type(event.text().casefold())):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for at in range(len(self._problems)):
            if self._box(at).contains(event.position().toPoint()):
                self._choose(at)

    def _box(self, at: int) -> QRect:
        across = _across()
        width = (self.width() - _GAP * (across - 1)) // across
        row, place = divmod(at, across)
        return QRect(place * (width + _GAP), row * (_HEIGHT + _GAP), width, _HEIGHT)

    def sizeHint(self) -> QSize:
        rows = -(-len(self._problems) // _across())
        return QSize(400, rows * (_HEIGHT + _GAP) - _GAP)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for at, problem in enumerate(self._problems):
            box, on = self._box(at), at == self._at
            painting.rounded(
                painter, box, "selected" if on else "surface", "accent" if on else "button_line", tokens.RADIUS_BUTTON
            )
            room = box.adjusted(10, 0, -8, 0)
            key = _letters(problem)
            width = painting.text_width(key, "tiny") if key else 0
            words = room.adjusted(0, 0, -width - 6 if width else 0, 0)
            dim = bool(self._typed) and not _fits(problem, self._typed)
            ink, weight = ("accent_text", 600) if on else ("text3" if dim else "text", 0)
            painting.paint_text(painter, words, word(problem), ink, "body", weight)
            if key:
                painting.paint_text(painter, room, key, "text3", "tiny", right=True)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._box(max(self._at, 0)).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()


def _across() -> int:
    """How many stand in a row: English names are longer."""
    return _ACROSS.get(language(), _ACROSS_OTHERS)


def _letters(problem: Problem) -> str:
    """What to type for a Chinese name; English names need no hint."""
    return initials(word(problem)).lower() if language() == "zh" else ""


def _starts(problem: Problem, typed: str) -> bool:
    return word(problem).casefold().startswith(typed) or (_letters(problem) or "\0").startswith(typed)


def _fits(problem: Problem, typed: str) -> bool:
    """Anywhere in the name or its initials: who knows `fq` or the second word finds it too."""
    return typed in word(problem).casefold() or typed in _letters(problem)
