"""The small parts of the live pane: rows that show they just changed, source tags, the liability bar, number marks."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from models.kinds import Liability
from ui import theme as tokens
from ui.plain import plain_tooltip
from ui.theme import theme
from ui.widgets import painting
from ui.widgets.panel import column, section_label

PARTY_COLOURS = {
    Liability.CARRIER: "accent",
    Liability.MERCHANT: "due.solid",
    Liability.BUYER: "dispute.solid",
    Liability.SUPPLIER: "waiting.solid",
    Liability.SHARED: "chart2",
    Liability.UNCLEAR: "track",
}
_TAG_HEIGHT = 18


class LiveRow(QFrame):
    """A row of the live pane. `says` is what it tells, for comparing; a fresh one has an accent line at its left."""

    def __init__(self, says: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.says = says
        self.fresh = False

    def set_fresh(self, fresh: bool) -> None:
        """Mark what an answer has just changed, or take the mark away."""
        if fresh != self.fresh:
            self.fresh = fresh
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.fresh:
            painter = QPainter(self)
            painter.fillRect(QRect(0, 2, 2, self.height() - 4), theme().colour("accent"))
            painter.end()


class LiveSection(QFrame):
    """One group of the live pane, with its small heading and its rows; a hairline parts it from the next."""

    def __init__(self, title: str, parent: QWidget | None = None, *, first: bool = False, spacing: int = 4) -> None:
        super().__init__(parent)
        if not first:
            self.setProperty("edge", "top")
        self.setProperty("surface", "surface")
        self._box = column(self, margins=(0, 12, 0, 12), spacing=spacing)
        self.head: QWidget | None = None
        if title:
            self.head = section_label(title, self)
            self.head.setContentsMargins(16, 0, 16, 2)
            self._box.addWidget(self.head)
        self.setAccessibleName(title)

    @property
    def box(self) -> QVBoxLayout:
        """Where the rows go."""
        return self._box

    def add(self, row: QWidget) -> QWidget:
        """Put a row at the end."""
        self._box.addWidget(row)
        return row


class SourceTag(QAbstractButton):
    """A numbered tag of a source; pressing it leads to the list of sources at the foot."""

    def __init__(
        self,
        number: int,
        title: str,
        full: str,
        parent: QWidget | None = None,
        *,
        short: bool = False,
        widest: int = 132,
    ) -> None:
        super().__init__(parent)
        self.number = number
        self._title = "" if short else painting.elided(title, widest, "tiny", 600)
        self.setText(f"{number} {title}")
        self.setAccessibleName(full)
        plain_tooltip(self, full)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = 4 + 15 + 4
        if self._title:
            width += 4 + painting.text_width(self._title, "tiny", 600)
        return QSize(width, _TAG_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        line = "accent" if self.hasFocus() else None
        painting.rounded(painter, self.rect(), "selected", line, tokens.RADIUS_CHIP)
        left = paint_number(painter, 4, self.height() // 2, self.number)
        if self._title:
            box = QRect(left + 4, 0, self.width() - left - 4, self.height())
            painting.paint_text(painter, box, self._title, "accent_text", "tiny", 600)
        painter.end()


def paint_number(painter: QPainter, left: int, middle: int, number: int, size: int = 15) -> int:
    """A number in a ring; returns the right edge."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().colour("accent"), 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ring = QRectF(left + 0.6, middle - size / 2 + 0.1, size - 1.2, size - 1.2)
    painter.drawEllipse(ring)
    painter.restore()
    painting.paint_text(
        painter, QRect(left, middle - size // 2 - 1, size, size), str(number), "accent_text", "badge", 600, centre=True
    )
    return left + size


class NumberMark(QWidget):
    """A number in a ring, before a line of the list of sources."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self.setFixedSize(16, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_number(painter, 0, 9, self._number)
        painter.end()


class LiabilityBar(QWidget):
    """A bar divided by who caused it; its accessible name is the shares in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares: Sequence[tuple[Liability, Decimal]] = ()
        self.setFixedHeight(8)

    def show_shares(self, shares: Sequence[tuple[Liability, Decimal]], says: str) -> None:
        """Divide it anew."""
        self._shares = shares
        self.setAccessibleName(says)
        plain_tooltip(self, says)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QPainterPath()
        whole.addRoundedRect(QRectF(self.rect()), 4, 4)
        painter.setClipPath(whole)
        painter.fillRect(self.rect(), theme().colour("track"))
        left = 0.0
        for who, share in self._shares:
            width = self.width() * float(share)
            painter.fillRect(QRectF(left, 0, max(width - 1, 1), self.height()), theme().colour(PARTY_COLOURS[who]))
            left += width + 1
        painter.end()
