"""Beside a comparison: room for the panels of tools, the conclusion, and what the files are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from desktop.services.evidence import PROVES_LIMIT
from models.records import EvidenceRow
from ui.evidence.labels import exhibit_name, shown_name
from ui.i18n import translator
from ui.plain import PlainLabel, plain_tooltip
from ui.widgets.buttons import Button
from ui.widgets.panel import Heading, Strip, column, rule

tr = translator("viewer")
WIDTH = 264
_FIELD = 76


class _Words(QPlainTextEdit):
    """Tab leaves the field; Ctrl+Enter writes."""

    taken = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        else:
            super().keyPressEvent(event)


class CompareSide(Strip):
    """`concluded` gives the id of the evidence on side B and what the comparison shows, to be written into what it
    proves. Words not written yet are kept for each evidence while the program runs."""

    concluded = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, surface="surface", edge="left")
        self.setFixedWidth(WIDTH)
        self._drafts: dict[int, str] = {}
        self._row: EvidenceRow | None = None
        self._written = ""
        outer = column(self)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        body.setProperty("surface", "surface")
        rows = column(body)
        self.panels: QVBoxLayout = column()
        rows.addLayout(self.panels)
        rows.addWidget(self._conclusion(body))
        rows.addWidget(rule(body))
        rows.addWidget(self._facts_box(body))
        rows.addStretch(1)
        scroll.setWidget(body)
        outer.addWidget(scroll, 1)
        self._strip_keys = PlainLabel("", self, role="small", ink="text3", wrap=True)
        self._strip_keys.setContentsMargins(12, 8, 12, 12)
        outer.addWidget(self._strip_keys)

    def _conclusion(self, parent: QWidget) -> QWidget:
        box = QWidget(parent)
        rows = column(box, margins=(12, 12, 12, 12), spacing=8)
        rows.addWidget(Heading(tr("Conclusion of the comparison"), "", box))
        self.words = _Words(box)
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(_FIELD)
        self.words.setAccessibleName(tr("Conclusion of the comparison"))
        self.words.setPlaceholderText(tr("What the two pictures show together"))
        self.words.textChanged.connect(self._typed)
        self.words.taken.connect(self._write)
        rows.addWidget(self.words)
        self.write = Button(tr("Write into “What it proves”"), box, icon="file-check")
        self.write.clicked.connect(self._write)
        rows.addWidget(self.write)
        self._now = PlainLabel("", box, role="small", ink="text3", wrap=True)
        rows.addWidget(self._now)
        return box

    def _facts_box(self, parent: QWidget) -> QWidget:
        box = QWidget(parent)
        self._facts = QGridLayout(box)
        self._facts.setContentsMargins(12, 12, 12, 12)
        self._facts.setHorizontalSpacing(8)
        self._facts.setVerticalSpacing(6)
        self._facts.setColumnStretch(1, 1)
        self._lines: list[tuple[PlainLabel, PlainLabel]] = []
        return box

    def show_rows(self, letters: str, rows: Sequence[EvidenceRow | None]) -> None:
        """What is on the sides; the conclusion is about the second."""
        about = rows[1] if len(rows) > 1 else None
        four = len(rows) > 2
        self._strip_keys.setText(
            tr("Click a small picture: on the active side") if four
            else tr("Click a small picture: side B\nShift+click: side A")
        )  # fmt: skip
        before = self._row
        self._row = about
        if about is not None and self._written and about.evidence.proves.strip().endswith(self._written):
            # It stands there now: only then the field lets go of it.
            self._drafts.pop(about.evidence.id, None)
            self._written, before = "", None
        if about is None or before is None or about.evidence.id != before.evidence.id:
            self.words.blockSignals(True)
            self.words.setPlainText(self._drafts.get(about.evidence.id, "") if about is not None else "")
            self.words.blockSignals(False)
        self.words.setEnabled(about is not None)
        self._typed()
        proves = about.evidence.proves.strip() if about is not None else ""
        self._now.setText(tr("Written so far: %1", proves) if proves else "")
        self._now.setVisible(bool(proves))
        texts = []
        for letter, row in zip(letters, rows, strict=False):
            if row is None:
                continue
            item = row.evidence
            size = f"{item.width:,} × {item.height:,}" if item.width and item.height else ""
            texts.append((tr("%1 original", letter), size, exhibit_name(item) or shown_name(item)))
            texts.append((f"{letter} SHA-256", f"{item.sha256[:6]}…{item.sha256[-6:]}", item.sha256))
        self._show_facts(texts)

    def _show_facts(self, texts: Sequence[tuple[str, str, str]]) -> None:
        while len(self._lines) < len(texts):
            number = len(self._lines)
            pair = (PlainLabel("", self, ink="text3"), PlainLabel("", self, ink="text2", selectable=True))
            pair[1].setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            for place, label in enumerate(pair):
                self._facts.addWidget(label, number, place)
            self._lines.append(pair)
        for number, (name, value) in enumerate(self._lines):
            shown = number < len(texts)
            name.setVisible(shown)
            value.setVisible(shown)
            if shown:
                name.setText(texts[number][0])
                value.setText(texts[number][1])
                plain_tooltip(value, texts[number][2])

    def _typed(self) -> None:
        text = self.words.toPlainText()
        if self._row is not None:
            self._drafts[self._row.evidence.id] = text
        before = self._row.evidence.proves.strip() if self._row is not None else ""
        fits = 0 < len(text.strip()) <= PROVES_LIMIT - len(before) - 1
        self.write.setEnabled(self._row is not None and fits)

    def _write(self) -> None:
        text = self.words.toPlainText().strip()
        if self._row is None or not text or not self.write.isEnabled():
            return
        item = self._row.evidence
        before = item.proves.strip()
        self._written = text
        self.concluded.emit(item.id, f"{before}\n{text}" if before else text)
