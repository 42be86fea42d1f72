"""The tools of annotating in the tool row: one of them is in hand, with a colour; undo, redo and the copy."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from models.rules.annotations import MarkColour
from ui.evidence.annotation.paint import colour_of
from ui.evidence.annotation.tool import REDACT, SELECT
from ui.evidence.annotation.words import ToolWords, colour_name, tools
from ui.i18n import translator
from ui.plain import plain_tooltip
from ui.theme import theme
from ui.widgets.buttons import Button, icon_button
from ui.widgets.panel import line, rule

tr = translator("annotations")
RICHEST = 4
_SWATCH = 20
# The tools whose names stand beside them before those of the others do.
_NAMED = ("arrow", "box", "text", "number", REDACT)


class Swatch(QAbstractButton):
    """A round colour; the one in use has a ring."""

    def __init__(self, colour: MarkColour, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colour = colour
        self.setCheckable(True)
        self.setAccessibleName(colour_name(colour))
        plain_tooltip(self, colour_name(colour))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        return QSize(_SWATCH, _SWATCH)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QRect(0, 0, _SWATCH, _SWATCH).adjusted(4, 4, -4, -4)
        painter.setPen(QPen(theme().colour("control"), 1) if theme().dark else Qt.PenStyle.NoPen)
        painter.setBrush(colour_of(self.colour) if self.isEnabled() else theme().colour("disabled"))
        painter.drawEllipse(middle)
        if self.isChecked() or self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().colour("accent"), 2 if self.isChecked() else 1))
            painter.drawEllipse(middle.adjusted(-3, -3, 3, 3))
        painter.end()


class ToolButton(Button):
    """A tool: its icon, and its name where there is room; the key stands in its tip."""

    def __init__(self, words: ToolWords, parent: QWidget | None = None) -> None:
        super().__init__("", parent, kind="ghost", icon=words.icon, hint=words.key)
        self._words = words
        self.setCheckable(True)
        self.set_hint_shown(False)
        self.show_name(False)

    def show_name(self, shown: bool) -> None:
        """With or without its name."""
        self.set_label(self._words.name if shown else "")
        self.set_tip(self._words.name)
        self.setAccessibleName(self._words.name)

    def _padding(self) -> int:
        return 8 if self.label() else 0

    def _gap(self) -> int:
        return 6


class AnnotationBar(QWidget):
    """`word_wanted` and `colour_wanted` say what was chosen; the rest are buttons of one act each."""

    word_wanted = Signal(str)
    colour_wanted = Signal(object)
    undo_wanted = Signal()
    redo_wanted = Signal()
    copy_wanted = Signal()
    side_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = line(self, spacing=2)
        self.tools: dict[str, ToolButton] = {}
        group = QButtonGroup(self)
        for words in tools():
            if words.word == REDACT:
                self._add_colours(row)
            button = ToolButton(words, self)
            button.setChecked(words.word == SELECT)
            button.clicked.connect(lambda _=False, word=words.word: self.word_wanted.emit(word))
            group.addButton(button)
            self.tools[words.word] = button
            row.addWidget(button)
        row.addStretch(1)
        row.addSpacing(4)
        self.undo = icon_button("undo-2", tr("Undo"), self, hint="Ctrl+Z", kind="secondary")
        self.redo = icon_button("redo-2", tr("Redo"), self, hint="Ctrl+Y", kind="secondary")
        self.copy = Button(tr("Save as copy"), self, kind="primary", icon="save", hint="Ctrl+S")
        self.undo.clicked.connect(self.undo_wanted)
        self.redo.clicked.connect(self.redo_wanted)
        self.copy.clicked.connect(self.copy_wanted)
        self.side = icon_button("layers", tr("Layer, redaction and copies"), self, kind="secondary")
        self.side.setCheckable(True)
        self.side.clicked.connect(lambda: self.side_toggled.emit(self.side.isChecked()))
        for widget in (self.undo, self.redo, self.copy, self.side):
            row.addWidget(widget)
        # Until it is known how wide the page is: what stands here must not make the window wider.
        self.set_richness(0)

    def _add_colours(self, row: QHBoxLayout) -> None:
        self.colours: dict[MarkColour, Swatch] = {}
        chosen = QButtonGroup(self)
        row.addWidget(rule(self, vertical=True))
        row.addSpacing(3)
        for colour in MarkColour:
            swatch = Swatch(colour, self)
            swatch.setChecked(colour is MarkColour.RED)
            swatch.clicked.connect(lambda _=False, colour=colour: self.colour_wanted.emit(colour))
            chosen.addButton(swatch)
            self.colours[colour] = swatch
            row.addWidget(swatch)
        row.addSpacing(3)
        row.addWidget(rule(self, vertical=True))

    def show_word(self, word: str) -> None:
        """The tool in hand."""
        self.tools[word].setChecked(True)

    def show_colour(self, colour: MarkColour) -> None:
        """The colour in use."""
        self.colours[colour].setChecked(True)

    def show_side(self, visible: bool) -> None:
        """Whether the side column is seen."""
        self.side.setChecked(visible)

    def set_richness(self, level: int) -> None:
        """How much of it is written out: all names (4), those of the most used tools (3), the copy's alone (2), none
        (1), and neither undo nor redo, which have their keys (0)."""
        for word, button in self.tools.items():
            button.show_name(level >= RICHEST or (level == RICHEST - 1 and word in _NAMED))
        self.copy.set_label(tr("Save as copy") if level > 1 else "")
        self.copy.set_tip(tr("Save as copy"))
        for step in (self.undo, self.redo):
            step.setVisible(level > 0)

    def set_usable(self, usable: bool, *, undo: bool, redo: bool, copy: bool) -> None:
        """What can be done now."""
        for widget in (*self.tools.values(), *self.colours.values()):
            widget.setEnabled(usable)
        self.undo.setEnabled(usable and undo)
        self.redo.setEnabled(usable and redo)
        self.copy.setEnabled(usable and copy)
