"""Buttons painted as in the design: primary, secondary, ghost and link, with an icon and their key inside."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from ui import theme as tokens
from ui.fonts import Role, font
from ui.icons import paint_icon
from ui.plain import plain_tooltip
from ui.widgets import painting
from ui.widgets.focus_ring import BY_KEYBOARD, ring_of

Kind = Literal["primary", "secondary", "ghost", "link", "danger"]
Size = Literal["normal", "small", "row"]
_HEIGHTS: dict[Size, int] = {"normal": tokens.BUTTON, "small": tokens.BUTTON_SMALL, "row": tokens.BUTTON_ROW}


class Button(QPushButton):
    """A push button; `hint` is the key written inside, `checkable` ones show being on."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        kind: Kind = "secondary",
        size: Size = "normal",
        icon: str = "",
        hint: str = "",
        trailing: str = "",
        tip: str = "",
        ink: str = "",
    ) -> None:
        super().__init__(parent)
        self._kind: Kind = kind
        self._size: Size = size
        self._icon = icon
        self._hint = hint
        self._with_hint = True
        self._trailing = trailing
        self._ink = ink
        self._hovered = False
        self._label = text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text or tip)
        self.setFont(font("body", 500) if size != "row" else font("small", 500))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if tip:
            self.set_tip(tip)

    def set_tip(self, tip: str) -> None:
        """The tool tip, with the key where the button has no room to show it."""
        plain_tooltip(self, f"{tip}  {self._hint}" if self._hint and not self._hint_shown() else tip)
        if not self._label:
            self.setAccessibleName(tip)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter presses the button that has the focus; as an auto-default one it would also take Enter from fields.
        bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and bare and not event.isAutoRepeat():
            self.showMenu() if self.menu() is not None else self.click()
            return
        super().keyPressEvent(event)

    def set_label(self, text: str) -> None:
        """Change the words."""
        self._label = text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def label(self) -> str:
        """The words on the button."""
        return self._label

    def set_hint_shown(self, shown: bool) -> None:
        """Whether the key is written inside, where the row has the room for it."""
        if shown != self._with_hint:
            self._with_hint = shown
            self.updateGeometry()
            self.update()

    def set_icon_name(self, icon: str) -> None:
        """Change the icon."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def _gap(self) -> int:
        return 4 if self._size == "row" else 6 if self._size == "small" else 8

    def _padding(self) -> int:
        if self._kind == "link":
            return 2
        if not self._label:
            return 0
        return 8 if self._size == "row" else 10 if self._size == "small" else 12

    def _icon_size(self) -> int:
        return 14 if self._size != "normal" else 16

    def _hint_shown(self) -> str:
        return self._hint if self._label and self._with_hint else ""

    def _content_width(self) -> int:
        parts = []
        if self._icon:
            parts.append(self._icon_size())
        if self._label:
            # A button that can be on has room for its words as they are then.
            weight = 600 if self.isCheckable() else 500
            parts.append(painting.text_width(self._label, "body" if self._size != "row" else "small", weight))
        if self._hint_shown():
            parts.append(painting.key_width(self._hint))
        if self._trailing:
            parts.append(16)
        return sum(parts) + self._gap() * max(len(parts) - 1, 0)

    def sizeHint(self) -> QSize:
        height = _HEIGHTS[self._size]
        if not self._label and not self._trailing:
            return QSize(height, height)
        return QSize(self._content_width() + 2 * max(self._padding(), 2), height)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        if self._label:
            spare = painting.key_width(self._hint_shown()) + self._gap() if self._hint_shown() else 0
            hint.setWidth(hint.width() - spare)
        return hint

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        super().leaveEvent(event)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in BY_KEYBOARD:
            ring_of(self).follow(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        ring_of(self).let_go()

    def setMenu(self, menu: QMenu) -> None:
        super().setMenu(menu)
        if not self._trailing and self._label:
            self._trailing = "chevron-down"
            self.updateGeometry()

    def _colours(self) -> tuple[str | None, str | None, str]:
        """Fill, edge and ink tokens for the state the button is in."""
        down, hovered = self.isDown(), self._hovered
        if not self.isEnabled():
            bare = self._kind in ("ghost", "link")
            return (None if bare else "surface2", None if bare else "line", "disabled")
        if self._kind == "primary":
            return ("accent_pressed" if down else "accent_hover" if hovered else "accent", None, "on_accent")
        if self.isCheckable() and self.isChecked():
            return ("selected", "accent", "accent_text")
        if self._kind == "link":
            return (None, None, "accent_hover" if hovered else self._ink or "accent")
        if self._kind == "danger" and hovered:
            return ("overdue.soft", "overdue.solid", "overdue")
        if self._kind == "ghost":
            return ("selected" if down else "hover" if hovered else None, None, self._ink or "text2")
        return ("hover" if down else "surface", "control" if hovered or down else "button_line", self._ink or "text")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill, line, ink = self._colours()
        box = self.rect()
        if fill or line:
            painting.rounded(painter, box, fill, line, tokens.RADIUS_BUTTON)
        self._paint_content(painter, box, ink)
        painter.end()

    def _paint_content(self, painter: QPainter, box: QRect, ink: str) -> None:
        middle = box.center().y() + 1
        width = self._content_width()
        hint = self._hint_shown()
        if hint and width + 2 * self._padding() > box.width():
            width -= painting.key_width(hint) + self._gap()
            hint = ""
        left = box.left() + max((box.width() - width) // 2, self._padding())
        size = self._icon_size()
        role: Role = "small" if self._size == "row" else "body"
        weight = 500
        if self.isCheckable() and self.isChecked():
            weight = 600
        if self._icon:
            tint = ink if ink != "text" else "text2"
            left = paint_icon(painter, left, middle, self._icon, tint, size) + self._gap()
        if self._label:
            spare = (16 + self._gap() if self._trailing else 0) + (
                painting.key_width(hint) + self._gap() if hint else 0
            )
            room = box.right() - max(self._padding(), 2) - spare - left + 2
            text = QRect(left, box.top(), room, box.height())
            left = painting.paint_text(painter, text, self._label, ink, role, weight) + self._gap()
        if hint:
            key_ink = ink if self._kind == "primary" else "text3" if self.isEnabled() else "disabled"
            left = painting.paint_key(painter, left, middle, hint, key_ink, _key_edge(self._kind))
            left += self._gap()
        if self._trailing:
            paint_icon(painter, left, middle, self._trailing, "text2" if self.isEnabled() else "disabled", 16)


def _key_edge(kind: Kind) -> str:
    return "chart2" if kind == "primary" else "line"


def icon_button(
    icon: str, tip: str, parent: QWidget | None = None, *, hint: str = "", kind: Kind = "ghost", size: Size = "normal"
) -> Button:
    """A square button with only an icon: its tool tip and accessible name say what it does."""
    return Button("", parent, kind=kind, size=size, icon=icon, hint=hint, tip=tip)


def link_button(text: str, parent: QWidget | None = None) -> Button:
    """Words that act, in the accent colour."""
    return Button(text, parent, kind="link", size="row")
