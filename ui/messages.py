"""The one door for messages: errors by blame, questions, and quiet toasts; nothing else opens a message box."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QGraphicsDropShadowEffect,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from models.errors import EnvironmentFault, UserError
from ui import theme as tokens
from ui.error_words import sentence
from ui.i18n import translator
from ui.plain import PlainLabel
from ui.theme import theme
from ui.widgets import painting
from ui.widgets.buttons import Button
from ui.widgets.controls import IconMark
from ui.widgets.panel import column, line

tr = translator("messages")
TOAST_MS = 6_000
_TOASTS = 3
Act = tuple[str, Callable[[], object]]


class MessageDialog(QDialog):
    """An icon, what happened, what it means, and buttons; Enter takes the first, Esc the last."""

    def __init__(self, parent: QWidget | None, icon: str, token: str, title: str, text: str) -> None:
        super().__init__(parent)
        self.setWindowTitle("Aftercase")
        self.setModal(True)
        self.setMinimumWidth(420)
        self.setMaximumWidth(620)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(20, 20, 20, 16)
        self.rows.setSpacing(16)
        head = line(spacing=12)
        head.addWidget(IconMark(icon, token, 24, self), 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=6)
        words.addWidget(PlainLabel(title, self, role="heading", wrap=True, selectable=True))
        body = PlainLabel(text, self, ink="text2", wrap=True, selectable=True)
        body.setVisible(bool(text))
        words.addWidget(body)
        words.addStretch(1)
        head.addLayout(words, 1)
        self.rows.addLayout(head)
        self._buttons = line(spacing=8)
        self._buttons.addStretch(1)
        self.rows.addLayout(self._buttons)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.chosen = ""

    def add_button(self, word: str, text: str, *, primary: bool = False, icon: str = "") -> Button:
        """A button that closes the dialog with its word in `chosen`."""
        button = Button(text, self, kind="primary" if primary else "secondary", icon=icon)
        button.clicked.connect(lambda: self._choose(word))
        self._buttons.addWidget(button)
        if primary:
            button.setDefault(True)
            button.setFocus()
        return button

    def _choose(self, word: str) -> None:
        self.chosen = word
        self.accept()


def error_dialog(error: BaseException, parent: QWidget | None = None, *, can_retry: bool = False) -> MessageDialog:
    """The dialog for an error, not yet shown: the user's input, the environment or a bug."""
    words = sentence(error)
    if isinstance(error, UserError):
        dialog = MessageDialog(parent, "circle-alert", "due", words.what, words.next)
    elif isinstance(error, EnvironmentFault | OSError):
        safe = tr("Nothing that was saved is lost.")
        dialog = MessageDialog(parent, "triangle-alert", "due", words.what, f"{words.next}\n{safe}".strip())
    else:
        dialog = MessageDialog(parent, "circle-x", "overdue", words.what, words.next)
        _add_details(dialog, error)
    if can_retry:
        dialog.add_button("retry", tr("Try again"), primary=True, icon="refresh-cw")
    dialog.add_button("close", tr("Close"), primary=not can_retry)
    return dialog


def _add_details(dialog: MessageDialog, error: BaseException) -> None:
    from ui.crash import details

    text = details(error)
    shown = QPlainTextEdit(text, dialog)
    shown.setReadOnly(True)
    shown.setAccessibleName(tr("Details"))
    shown.setFixedHeight(140)
    dialog.rows.insertWidget(1, shown)
    copy = Button(tr("Copy details"), dialog, kind="ghost", icon="copy")
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
    dialog.rows.insertWidget(2, copy)


def show_error(
    error: BaseException, parent: QWidget | None = None, *, retry: Callable[[], object] | None = None
) -> None:
    """Say what went wrong without stopping the program; `retry` is called when the user asks for it."""
    dialog = error_dialog(error, parent, can_retry=retry is not None)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if retry is not None:
        again = retry
        dialog.accepted.connect(lambda: again() if dialog.chosen == "retry" else None)
    dialog.open()


def confirm(
    parent: QWidget | None, title: str, text: str, yes: str, then: Callable[[], object], *, dangerous: bool = False
) -> MessageDialog:
    """Ask before what cannot be undone; `then` runs when the user says `yes` (its own words, never "OK")."""
    dialog = MessageDialog(
        parent, "triangle-alert" if dangerous else "info", "due" if dangerous else "accent", title, text
    )
    dialog.add_button("yes", yes, primary=True)
    dialog.add_button("no", tr("Cancel"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: then() if dialog.chosen == "yes" else None)
    dialog.open()
    return dialog


def tell(parent: QWidget | None, title: str, text: str = "") -> MessageDialog:
    """Say something that must be read before going on."""
    dialog = MessageDialog(parent, "info", "accent", title, text)
    dialog.add_button("close", tr("Close"), primary=True)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


class Toast(QWidget):
    """A sentence that floats over the window's lower right corner for six seconds; a click takes it away."""

    def __init__(
        self, window: QWidget, text: str, icon: str = "info", token: str = "accent", act: Act | None = None,
        *, lasts: int = TOAST_MS,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._window = window
        row = line(self, margins=(14, 10, 14, 10), spacing=10)
        row.addWidget(IconMark(icon, token, 16, self))
        row.addWidget(PlainLabel(text, self, wrap=True), 1)
        if act is not None:
            button = Button(act[0], self, size="small")
            # Only by the mouse: it is gone soon, and the command has its key.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(act[1])
            button.clicked.connect(self.close)
            row.addWidget(button)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(16)
        shadow.setOffset(0, 4)
        shade = QColor(theme().colour("ink_on_paper"))
        shade.setAlpha(theme().shadow_alpha)
        shadow.setColor(shade)
        self.setGraphicsEffect(shadow)
        self.setAccessibleName(text)
        self.setMaximumWidth(420)
        window.installEventFilter(self)
        QTimer.singleShot(lasts, self, self.close)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.show()
        self.raise_()
        self._place_all()

    def _place_all(self) -> None:
        """The newest at the foot, those before it above, none over another; the fourth takes the first's place."""
        shown = [other for other in self._window.findChildren(Toast) if not other.isHidden()][::-1]
        foot = tokens.STATUS_BAR + 16
        for place, each in enumerate(shown):
            if place >= _TOASTS:
                each.close()
                continue
            each.fit()
            foot += each.height()
            each.move(QPoint(self._window.width() - each.width() - 16, self._window.height() - foot))
            foot += 8

    def fit(self) -> None:
        """As high as the wrapped lines need: `adjustSize` of a widget within a window does not ask for that."""
        self.adjustSize()
        rows = self.layout()
        if rows is not None and rows.hasHeightForWidth():
            self.resize(self.width(), max(self.height(), rows.totalHeightForWidth(self.width())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place_all()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.close()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.rounded(painter, self.rect(), "surface", "line", tokens.RADIUS_PANEL)
        painter.end()


def toast(parent: QWidget, text: str, icon: str = "info", token: str = "accent", act: Act | None = None) -> Toast:
    """Say something in passing; what matters also stands in the page or the status bar. `act`: words and what to do."""
    return Toast(parent.window(), text, icon, token, act)
