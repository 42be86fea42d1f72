"""The line above a picture: its letter, exhibit, what it shows, when, by whom, and whether it is as imported."""

from __future__ import annotations

from datetime import tzinfo

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.clock import Clock
from models.records import EvidenceRow
from ui.evidence.labels import exhibit_name, is_broken, moment_of, shown_name
from ui.fonts import font
from ui.i18n import translator
from ui.plain import ElidedLabel, isolate, one_line, plain_tooltip
from ui.theme import theme
from ui.widgets.controls import Chip, IconMark
from ui.widgets.panel import Strip, line
from ui.words import word

tr = translator("viewer")
HEIGHT = 36
_LETTER = 20


class Letter(QWidget):
    """The letter of a side; filled while it is the active one."""

    def __init__(self, letter: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter = letter
        self._active = False
        self.setFixedSize(_LETTER, _LETTER)
        self.setAccessibleName(tr("Side %1", letter))

    def set_active(self, active: bool) -> None:
        """Fill it, or not."""
        self._active = active
        self.setAccessibleDescription(tr("active") if active else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_LETTER, _LETTER)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_letter(painter, self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), self._letter, self._active)
        painter.end()


def paint_letter(painter: QPainter, box: QRectF, letter: str, active: bool) -> None:
    """A letter in a disc: filled with the accent, or soft."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour("accent" if active else "selected"))
    painter.drawEllipse(box)
    painter.setPen(theme().colour("on_accent" if active else "accent_text"))
    painter.setFont(font("tiny", 600))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)


class StageHead(Strip):
    """The head of a picture; `places` is room for chips of others, before the mark of integrity."""

    chosen = Signal()

    def __init__(self, clock: Clock, zone: tzinfo, letter: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent, surface="surface", edge="bottom", height=HEIGHT)
        self._clock = clock
        self._zone = zone
        row = line(self, margins=(12, 0, 12, 0), spacing=8)
        self.letter = Letter(letter, self) if letter else None
        if self.letter is not None:
            row.addWidget(self.letter)
        self._exhibit = Chip("", "new", self, on=True)
        self._caption = ElidedLabel("", self, weight=600)
        self._caption.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._when = ElidedLabel("", self, role="small", ink="text3")
        self.places = line(spacing=8)
        self._mark = IconMark("shield-check", "done", 16, self)
        row.addWidget(self._exhibit)
        row.addWidget(self._caption, 2)
        row.addWidget(self._when, 3)
        row.addLayout(self.places)
        row.addWidget(self._mark)
        self.show_row(None)

    def set_active(self, active: bool) -> None:
        """Whether this side is the active one."""
        if self.letter is not None:
            self.letter.set_active(active)

    def words(self) -> str:
        """What it says, for screen readers."""
        return self.accessibleName()

    def show_row(self, row: EvidenceRow | None, *, with_case: bool = False) -> None:
        """Show whose picture it is."""
        self._mark.setVisible(row is not None)
        if row is None:
            self._exhibit.set("", None)
            self._caption.set_full("")
            self._when.set_full(tr("Choose a picture below"))
            self.setAccessibleName(tr("Empty side"))
            return
        item = row.evidence
        self._exhibit.set(exhibit_name(item), "new")
        self._caption.set_full(shown_name(item))
        at = moment_of(item).astimezone(self._zone)
        parts = [f"{at:%Y-%m-%d %H:%M}", isolate(one_line(item.imported_by)) if item.imported_by else ""]
        if with_case:
            parts.insert(0, row.case_number)
        self._when.set_full(" · ".join(part for part in parts if part))
        broken = is_broken(item)
        self._mark.set("shield-alert" if broken else "shield-check", "overdue" if broken else "done")
        plain_tooltip(self._mark, word(item.integrity))
        self._mark.setAccessibleName(word(item.integrity))
        letter = self.letter.accessibleName() if self.letter is not None else ""
        self.setAccessibleName(
            "; ".join(part for part in (letter, exhibit_name(item), shown_name(item), *parts) if part)
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.chosen.emit()
        super().mousePressEvent(event)
