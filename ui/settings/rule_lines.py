"""Parts of rules as quiet blocks of text: a title, notes, a condition, and the source under it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from models.rules.rule_reading import ReadLine, ReadRule, ReadSource
from ui.i18n import language, translator
from ui.plain import PlainLabel
from ui.settings import rule_words as words
from ui.settings.rule_words import said
from ui.theme import State
from ui.widgets.marks import Chip
from ui.widgets.panel import EmptyPlace, clear_layout, column, line, rule

tr = translator("settings")


class LineBlock(QWidget):
    """One part: title and chip in the first line, then what is said about it, wrapped."""

    def __init__(
        self,
        title: str,
        notes: Sequence[str],
        source: str = "",
        chip: tuple[str, State | None] | None = None,
        parent: QWidget | None = None,
        *,
        small: bool = False,
    ) -> None:
        super().__init__(parent)
        rows = column(self, margins=(0, 4, 0, 4) if small else (16, 8, 16, 8), spacing=2)
        head = line(spacing=8)
        head.addWidget(PlainLabel(title, self, weight=500, wrap=True, selectable=True), 1)
        if chip is not None and chip[0]:
            head.addWidget(Chip(chip[0], chip[1], self), 0, Qt.AlignmentFlag.AlignTop)
        rows.addLayout(head)
        for note in notes:
            rows.addWidget(PlainLabel(note, self, ink="text2", wrap=True, selectable=True))
        if source:
            rows.addWidget(PlainLabel(source, self, role="small", ink="text3", wrap=True, selectable=True))
        self.setAccessibleName(". ".join(part for part in (title, *notes, source) if part))


def line_block(read: ReadLine, parent: QWidget | None = None, *, small: bool = False) -> LineBlock:
    """A clock, formula, exposure, remedy or step as a block."""
    joint = "；" if language() == "zh" else "; "
    notes = [joint.join(said(note) for note in read.notes)] if read.notes else []
    if read.when:
        notes.append(tr("If %1", said(read.when)))
    source = "  ".join(words.source_line(each) for each in read.sources)
    unsure = next((words.confidence_word(each) for each in read.sources if each.unsure), None)
    return LineBlock(said(read.title), notes, source, unsure, parent, small=small)


def source_block(source: ReadSource, parent: QWidget | None = None) -> LineBlock:
    """A source with how sure it is."""
    notes = [tr("Its day of review is over.")] if source.past else []
    place = words.source_line(source, titled=False)
    return LineBlock(said(source.title), notes, place, words.confidence_word(source), parent)


class BlockArea(QScrollArea):
    """Blocks under each other, or a sentence where there are none."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("surface", "surface")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        inside = QWidget(self)
        inside.setProperty("surface", "surface")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.rows: QVBoxLayout = column(inside)
        self.setWidget(inside)
        self.inside = inside

    def show_blocks(self, blocks: Sequence[QWidget], nothing: str) -> None:
        """Show these, with hairlines between."""
        clear_layout(self.rows)
        for block in blocks:
            self.rows.addWidget(block)
            self.rows.addWidget(rule(self.inside))
        if not blocks:
            self.rows.addWidget(EmptyPlace("book-open", nothing, "", self.inside))
        self.rows.addStretch(1)
        self.verticalScrollBar().setValue(0)


class RuleDetail(BlockArea):
    """One rule whole: who is liable and why, what is offered in which order, and all that follows."""

    def show_rule(self, read: ReadRule | None) -> None:
        """Show this rule, or nothing."""
        if read is None:
            self.show_blocks((), tr("Choose a rule to read it."))
            return
        clear_layout(self.rows)
        self.rows.addWidget(self._head(read))
        for part, title in words.part_titles().items():
            lines = read.parts.get(part, ())
            if not lines:
                continue
            self.rows.addWidget(rule(self.inside))
            box = QWidget(self.inside)
            rows = column(box, margins=(16, 8, 16, 8), spacing=2)
            rows.addWidget(PlainLabel(title, box, role="small", weight=600, ink="text2"))
            for place, each in enumerate(lines, 1):
                block = line_block(each, box, small=True)
                if part == "remedies":
                    block.setAccessibleName(f"{place}. {block.accessibleName()}")
                rows.addWidget(block)
            self.rows.addWidget(box)
        self.rows.addWidget(rule(self.inside))
        for source in read.sources:
            self.rows.addWidget(source_block(source, self.inside))
        self.rows.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def _head(self, read: ReadRule) -> QWidget:
        box = QWidget(self.inside)
        rows = column(box, margins=(16, 12, 16, 8), spacing=4)
        rows.addWidget(PlainLabel(said(read.title), box, role="heading", weight=600, wrap=True, selectable=True))
        if read.because:
            rows.addWidget(PlainLabel(said(read.because), box, ink="text2", wrap=True, selectable=True))
        axes = (
            (tr("Caused by"), words.party_word(read.liable)),
            (tr("Towards the buyer"), words.party_word(read.liable_to_buyer)),
            (tr("Claim from"), words.party_word(read.recourse)),
        )
        said_axes = [tr("%1: %2", label, value) for label, value in axes if value]
        lines = [" · ".join(said_axes), " · ".join(said(each) for each in read.postage)]
        for text in lines:
            if text:
                rows.addWidget(PlainLabel(text, box, ink="text", wrap=True, selectable=True))
        return box
