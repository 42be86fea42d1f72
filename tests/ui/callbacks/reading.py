"""What the page shows and takes, as somebody in front of it sees and types."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.callbacks.page import CallBacksPage


def texts(model: QAbstractItemModel) -> list[str]:
    """What a screen reader reads of every row."""
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def labels(widget: QWidget) -> str:
    """All words shown in a widget, full ones of shortened labels too."""
    found = [label for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
    return " | ".join(label.full() if hasattr(label, "full") else label.text() for label in found)


def press(qtbot: QtBot, keys: str, *, control: bool = False) -> None:
    """A key into whatever has the focus."""
    target = QApplication.focusWidget()
    assert target is not None
    qtbot.keyClick(
        target, keys if len(keys) == 1 else getattr(Qt.Key, f"Key_{keys}"),
        Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip


def shown_nick(page: CallBacksPage) -> str:
    """Whose card is open."""
    found = page.day.shown()
    return found.card.buyer.nick if found else ""
