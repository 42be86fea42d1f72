"""A field that stands where words are, over a picture or a list: Enter keeps them, Esc leaves them as they were."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from models.rules.annotations import TEXT_LIMIT, NumberMark, TextLabel
from ui.fonts import font
from ui.i18n import translator

tr = translator("annotations")
_CLOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
_LEAST_WIDTH, _HEIGHT = 180, 30


class InPlaceField(QLineEdit):
    """Open for one edit: `written` carries other words than before, `left` says there was none, then `ended`."""

    written = Signal(str)
    left = Signal()
    ended = Signal()

    def __init__(self, place: QWidget, mark: TextLabel | NumberMark) -> None:
        super().__init__(place)
        legend = isinstance(mark, NumberMark)
        self._before = mark.legend if isinstance(mark, NumberMark) else mark.text
        self._over = False
        self.setFont(font("body"))
        self.setMaxLength(TEXT_LIMIT)
        self.setText(self._before)
        self.setPlaceholderText(tr("Legend, may stay empty") if legend else tr("Text"))
        self.setAccessibleName(tr("Legend of the number") if legend else tr("Text of the label"))
        self.installEventFilter(self)

    def open_at(self, box: QRect) -> None:
        """Stand over a place of the parent, moved inside it where it would not be seen."""
        parent = self.parentWidget()
        room = parent.rect() if parent is not None else box
        wide = min(max(box.width(), min(_LEAST_WIDTH, room.width() - 8)), room.width() - 8)
        high = max(box.height(), _HEIGHT) if box.height() < _HEIGHT else _HEIGHT
        left = min(max(box.left(), 4), max(room.width() - wide - 4, 4))
        top = min(max(box.top(), 2), max(room.height() - high - 2, 2))
        self.setGeometry(left, top, wide, high)
        self.show()
        self.selectAll()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self, *, keep: bool) -> None:
        """Close; `keep` takes what stands in it."""
        if self._over:
            return
        self._over = True
        text = self.text().replace("\0", "").encode("utf-8", "ignore").decode("utf-8").strip()
        self.hide()
        if keep and text != self._before:
            self.written.emit(text)
        else:
            self.left.emit()
        self.ended.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        over = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if over and isinstance(event, QKeyEvent) and event.key() in _CLOSING:
            # These end the field, whatever the window would do with them.
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
                self.finish(keep=True)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.finish(keep=False)
                return True
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finish(keep=True)
        return super().eventFilter(watched, event)
