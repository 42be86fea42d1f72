"""The messages of a chat for a list, with who of the speakers is the shop and what is searched for."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from models.rules.chat_log import ChatLog, ChatMessage
from ui.evidence.chats.words import spoken

MESSAGE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
OURS_ROLE = MESSAGE_ROLE + 1
Index = QModelIndex | QPersistentModelIndex


class ChatModel(QAbstractListModel):
    """One row for each message, in the order of the text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages: tuple[ChatMessage, ...] = ()
        self._ours: frozenset[str] = frozenset()
        self._folded: list[str] | None = None
        self.words = ""

    def show_log(self, log: ChatLog | None, ours: Collection[str]) -> None:
        """Show another chat."""
        self.beginResetModel()
        self._messages = log.messages if log is not None else ()
        self._ours = frozenset(ours)
        self._folded = None
        self.words = ""
        self.endResetModel()

    def set_ours(self, ours: Collection[str]) -> None:
        """These speakers are the shop."""
        self._ours = frozenset(ours)
        if self._messages:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._messages) - 1, 0), [OURS_ROLE])

    def ours(self) -> frozenset[str]:
        """The speakers that are the shop."""
        return self._ours

    def message(self, row: int) -> ChatMessage:
        """The message of a row."""
        return self._messages[row]

    def find(self, words: str) -> list[int]:
        """The rows in which the words are, whatever their case."""
        self.words = words.casefold()
        if not words:
            return []
        if self._folded is None:
            self._folded = [spoken(message).casefold() for message in self._messages]
        return [row for row, text in enumerate(self._folded) if self.words in text]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._messages)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        message = self._messages[index.row()]
        if role == MESSAGE_ROLE:
            return message
        if role == OURS_ROLE:
            return message.speaker in self._ours
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(message)[:2000].replace("\n", "; ")
        return None
