"""Plain text everywhere: what a buyer or a file says is shown as typed and never read as markup."""

from __future__ import annotations

import html

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.fonts import Role, dots, font

_ISOLATE, _END = "\u2068", "\u2069"
_CONTROLS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C])


def isolate(text: str) -> str:
    """A name or file name that cannot turn the direction of the text around it."""
    return f"{_ISOLATE}{text.translate(_CONTROLS)}{_END}"


def one_line(text: str) -> str:
    """The text without line breaks, tabs and control characters, for a cell or a label of one line."""
    if text.isprintable():
        return text  # nearly always; marks of direction are not printable
    return "".join(c if c.isprintable() else " " for c in text.translate(_CONTROLS))


def tooltip(text: str) -> str:
    """Text for setToolTip and ToolTipRole: Qt reads tool tips as rich text, so it is escaped."""
    if not text:
        return ""
    return f"<p style='white-space:pre-wrap'>{html.escape(text, quote=True)}</p>"


def plain_tooltip(widget: QWidget, text: str) -> None:
    """Give a widget a tool tip that shows `text` as it is."""
    widget.setToolTip(tooltip(text))


def mnemonic_safe(text: str) -> str:
    """Text for buttons, actions and tabs in which & is an ampersand."""
    return text.replace("&", "&&")


class PlainLabel(QLabel):
    """A label that never reads its text as markup and never follows a link in it.

    `ink` is a colour name of the stylesheet: text2, text3, accent, overdue, due, done, waiting, dispute.
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        role: Role = "body",
        weight: int = 0,
        ink: str = "",
        wrap: bool = False,
        selectable: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setOpenExternalLinks(False)
        self.setFont(font(role, weight))
        self.setWordWrap(wrap)
        if ink:
            self.setProperty("ink", ink)
        if selectable:
            flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            self.setTextInteractionFlags(flags)
        self.setText(text)

    def set_ink(self, ink: str) -> None:
        """Change the colour name."""
        if self.property("ink") != ink:
            self.setProperty("ink", ink)
            self.style().unpolish(self)
            self.style().polish(self)


class ElidedLabel(PlainLabel):
    """A label of one line that shortens its text to its width and keeps the whole in its tool tip."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        role: Role = "body",
        weight: int = 0,
        ink: str = "",
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        self._full = ""
        self._mode = mode
        super().__init__("", parent, role=role, weight=weight, ink=ink)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.set_full(text)

    def full(self) -> str:
        """The whole text."""
        return self._full

    def set_full(self, text: str) -> None:
        """Show another text."""
        self._full = one_line(text)
        self.setAccessibleName(self._full)
        self.updateGeometry()
        self._shorten()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(QFontMetrics(self.font()).horizontalAdvance(self._full) + 2, hint.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _shorten(self) -> None:
        shown = QFontMetrics(self.font()).elidedText(self._full, self._mode, max(self.width(), 0)).replace("…", dots())
        self.setText(shown)
        plain_tooltip(self, self._full if shown != self._full else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()
