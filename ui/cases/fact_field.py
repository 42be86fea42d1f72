"""One fact of a case that can be changed where it stands: shown as text, opened by a click, Enter, F2 or Space."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QSizePolicy, QStackedWidget, QWidget

from ui import theme as tokens
from ui.fonts import font
from ui.i18n import translator
from ui.icons import paint_icon
from ui.plain import one_line, plain_tooltip
from ui.theme import theme
from ui.widgets import painting

tr = translator("cases")
ROW = 24
_INSET, _PENCIL = 4, 14
_AREA = 84
_OPEN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Space)
_FOCUS_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class FactDisplay(QAbstractButton):
    """The value as text; a pencil where the pointer or the keyboard is. `lines` more than 1 wraps it."""

    def __init__(self, parent: QWidget | None = None, *, weight: int = 0, lines: int = 1) -> None:
        super().__init__(parent)
        self._weight, self._lines = weight, lines
        self._ink, self._hovered, self._locked = "text", False, False
        self._name = self._tip = ""
        self._whole = ""
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(lines > 1)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_value(self, name: str, text: str, *, ink: str = "text", locked: str = "") -> None:
        """Show a value; `locked` says why it cannot be changed."""
        self._name, self._ink, self._locked, self._tip = name, ink, bool(locked), locked
        self._whole = text
        self.setText(one_line(text))
        self.setAccessibleName(tr("%1: %2", name, one_line(text)))
        self.setAccessibleDescription(locked or tr("Enter or F2 to change"))
        self._fit_tip()
        self.updateGeometry()
        self.update()

    def is_locked(self) -> bool:
        """Whether it can only be read."""
        return self._locked

    def whole(self) -> str:
        """The value shown, with its line breaks."""
        return self._whole

    def _fit_tip(self) -> None:
        cut = self._lines > 1 or painting.text_width(self.text(), "body", self._weight) > self._room()
        plain_tooltip(self, "\n".join(part for part in (self._whole if cut else "", self._tip) if part))

    def _room(self) -> int:
        return self.width() - _INSET

    def _broken(self, width: int) -> list[str]:
        """The text in at most so many lines, the last one shortened."""
        metrics = QFontMetrics(font("body", self._weight))
        found: list[str] = []
        # Far more than fits, and not 100,000 characters to break at every paint.
        layout = QTextLayout(self.text()[: 120 * self._lines], font("body", self._weight))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while len(found) < self._lines:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(width, 1))
            start = line.textStart()
            last = len(found) == self._lines - 1
            text = self.text()[start : None if last else start + line.textLength()]
            found.append(metrics.elidedText(text[:400], Qt.TextElideMode.ElideRight, width) if last else text)
        layout.endLayout()
        return found or [""]

    def hasHeightForWidth(self) -> bool:
        return self._lines > 1

    def heightForWidth(self, width: int) -> int:
        return ROW + (len(self._broken(width - _INSET)) - 1) * 20

    def sizeHint(self) -> QSize:
        height = self.heightForWidth(self.width()) if self._lines > 1 else ROW
        return QSize(painting.text_width(self.text()[:200], "body", self._weight) + 2 * _INSET, height)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, ROW)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            taken = _bare(event) and event.key() in _OPEN_KEYS
            event.setAccepted(taken)
            return taken
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPEN_KEYS and _bare(event) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self._fit_tip()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        active = self.hasFocus() or self._hovered
        box = self.rect().adjusted(0, 1, 0, -1)
        if active:
            edge = "accent" if self.hasFocus() else None
            painting.rounded(painter, box, "hover", edge, tokens.RADIUS_CHIP)
        room = QRect(_INSET, 0, self._room(), self.height())
        if active:
            room.setRight(room.right() - _PENCIL - 4)
        if self._lines == 1:
            painting.paint_text(painter, room, self.text(), self._ink, "body", self._weight)
        else:
            painter.setFont(font("body", self._weight))
            painter.setPen(theme().colour(self._ink))
            for place, text in enumerate(self._broken(self._room())):
                painter.drawText(
                    QRect(_INSET, 2 + 20 * place, self._room(), 20), int(Qt.AlignmentFlag.AlignVCenter), text
                )
        if active:
            name = "lock" if self._locked else "pencil"
            paint_icon(painter, self.width() - _PENCIL - _INSET, ROW // 2, name, "text3", _PENCIL)
        painter.end()


class FactField(QStackedWidget):
    """The display, and the field in its place while it is being changed.

    `opened` asks for the editor (a field here or a menu), `kept` comes with what was typed and where the keyboard goes
    next (1 on, -1 back, 0 stays), `left` when it was closed without keeping, `typed` at each change.
    """

    opened = Signal()
    kept = Signal(str, int)
    left = Signal()
    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, weight: int = 0, lines: int = 1) -> None:
        super().__init__(parent)
        self._area = lines > 1
        self._start: str | None = None
        self.display = FactDisplay(self, weight=weight, lines=lines)
        self.display.clicked.connect(self.opened)
        self.addWidget(self.display)
        self.editor: QLineEdit | QPlainTextEdit | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(self._area)
        self.setSizePolicy(policy)
        self.setFocusProxy(self.display)

    def is_open(self) -> bool:
        """Whether it is being changed."""
        return self.editor is not None

    def open_editor(self, name: str, text: str, hint: str = "", *, touched: bool = False) -> None:
        """Put a field in the place of the value, its text selected; `touched`: it was typed before and not kept."""
        if self.editor is not None:
            return
        if self._area:
            area = QPlainTextEdit(self)
            area.setPlainText(text)
            area.setTabChangesFocus(True)
            # The stylesheet gives fields a least height of their own, so the room is kept here.
            self.setMinimumHeight(_AREA)
            area.selectAll()
            area.textChanged.connect(lambda: self.typed.emit(self.text()))
            self.editor = area
        else:
            field = QLineEdit(text, self)
            field.setProperty("fit", "row")
            field.setPlaceholderText(hint)
            field.selectAll()
            field.textChanged.connect(self.typed)
            self.editor = field
        # Read back, as a field of text shows some spaces as others: what nobody touched is never written.
        self._start = None if touched else self.text()
        self.editor.setAccessibleName(name)
        self.editor.installEventFilter(self)
        self.addWidget(self.editor)
        self.setCurrentWidget(self.editor)
        self.setFocusProxy(self.editor)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()

    def text(self) -> str:
        """What stands in the field; empty while it is closed."""
        if isinstance(self.editor, QPlainTextEdit):
            # Unlike toPlainText this keeps spaces that do not break.
            return self.editor.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")
        return self.editor.text() if self.editor is not None else ""

    def is_touched(self) -> bool:
        """Whether something else stands in the field than when it was opened."""
        return self.editor is not None and self.text() != self._start

    def set_wrong(self, text: str) -> None:
        """Mark the field and say why to a screen reader; an empty text clears it."""
        if self.editor is None:
            self.display.setAccessibleDescription(text)
            return
        self.editor.setProperty("wrong", bool(text))
        self.editor.setAccessibleDescription(text)
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)

    def close_editor(self, *, focus: bool = True) -> None:
        """Show the value again; the keyboard stays here with `focus`."""
        editor, self.editor = self.editor, None
        if editor is None:
            return
        editor.removeEventFilter(self)
        self.setMinimumHeight(0)
        self.setFocusProxy(self.display)
        self.setCurrentWidget(self.display)
        if focus:
            self.display.setFocus(Qt.FocusReason.OtherFocusReason)
        self.removeWidget(editor)
        editor.deleteLater()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        if self.editor is not None:
            return QSize(120, _AREA if self._area else self.editor.sizeHint().height())
        return self.display.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(24, self.sizeHint().height() if not self._area else ROW)

    def hasHeightForWidth(self) -> bool:
        return self._area

    def heightForWidth(self, width: int) -> int:
        return _AREA if self.editor is not None else self.display.heightForWidth(width)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.editor:
            return False
        if isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return self._key(event)
        if event.type() == QEvent.Type.FocusOut and getattr(event, "reason", lambda: None)() not in _FOCUS_STAYS:
            # Going elsewhere keeps what was typed, so nothing is lost; untouched, it is just closed.
            if self.is_touched():
                self.kept.emit(self.text(), 2)
            else:
                self.close_editor(focus=False)
                self.left.emit()
        return False

    def _key(self, event: QKeyEvent) -> bool:
        key, acts = event.key(), event.type() == QEvent.Type.KeyPress
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        step = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(key), 0)
        if key == Qt.Key.Key_Escape:
            if acts:
                self.close_editor()
                self.left.emit()
        elif (enter and (control or not self._area)) or step:
            if acts:
                self.kept.emit(self.text(), step)
        else:
            return False
        event.accept()
        return True


def _bare(event: QKeyEvent) -> bool:
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
