"""The tools of annotating in the tool row: one of them is in hand, with a colour; undo, redo and the copy."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from models.rules.annotations import MarkColour
from ui.evidence.annotation_paint import colour_of
from ui.evidence.annotation_tool import REDACT, SELECT
from ui.evidence.annotation_words import colour_name, tools
from ui.i18n import translator
from ui.plain import plain_tooltip
from ui.theme import theme
from ui.widgets.buttons import Button, icon_button
from ui.widgets.panel import line, rule

tr = translator("annotations")
_SWATCH = 20
# Where the row is narrower, the copy's words go, then the two buttons that Ctrl+Z and Ctrl+Y do without.
_WORDS_FROM, _WORDS_FROM_COMPARE, _STEPS_FROM = 1366, 1500, 1300


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
        self.tools: dict[str, Button] = {}
        group = QButtonGroup(self)
        for words in tools():
            if words.word == REDACT:
                self._add_colours(row)
            button = icon_button(words.icon, words.name, self, hint=words.key)
            button.setCheckable(True)
            button.setChecked(words.word == SELECT)
            button.clicked.connect(lambda _=False, word=words.word: self.word_wanted.emit(word))
            group.addButton(button)
            self.tools[words.word] = button
            row.addWidget(button)
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
        self.set_room(0, compare=True)

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

    def set_room(self, width: int, *, compare: bool) -> None:
        """How wide the page is that the tools stand on."""
        wide = width >= (_WORDS_FROM_COMPARE if compare else _WORDS_FROM)
        self.copy.set_label(tr("Save as copy") if wide else "")
        self.copy.set_tip(tr("Save as copy"))
        for button in (self.undo, self.redo):
            button.setVisible(width >= _STEPS_FROM or not compare)

    def set_usable(self, usable: bool, *, undo: bool, redo: bool, copy: bool) -> None:
        """What can be done now."""
        for widget in (*self.tools.values(), *self.colours.values()):
            widget.setEnabled(usable)
        self.undo.setEnabled(usable and undo)
        self.redo.setEnabled(usable and redo)
        self.copy.setEnabled(usable and copy)
