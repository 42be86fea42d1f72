"""Chats on the Evidence page: the chat place of the viewer, and joining and cutting pictures of chats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop.services.chat_texts import ShownChat
from models.errors import AftercaseError
from models.kinds import MediaKind
from models.records import Evidence
from ui.error_words import sentence
from ui.evidence.chat_view import ChatView
from ui.i18n import translator

if TYPE_CHECKING:
    from ui.evidence.evidence_desk import EvidenceDesk

tr = translator("chats")


def is_chat_text(item: Evidence) -> bool:
    """Whether evidence is a text recognised as a chat."""
    return item.media is MediaKind.CHAT and item.format == "text"


class DeskChats(QObject):
    """Shows chat logs as bubbles, and opens the strip for screenshots."""

    def __init__(self, desk: EvidenceDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._shown: ShownChat | None = None
        self._item = 0
        self.view = ChatView(desk.viewer)
        desk.viewer.add_place("chat", self.view, is_chat_text, self._show)
        self.view.ours_said.connect(self._say)
        self.view.caption_wanted.connect(self._caption)

    def start_search(self) -> bool:
        """Ctrl+F goes to the chat's own field while a chat is in front; False otherwise."""
        if not (self._desk.viewing() and self._desk.viewer.shown() == "chat"):
            return False
        self.view.start_search()
        return True

    def _show(self, item: Evidence) -> None:
        self._item = item.id
        self.view.clear()
        desk = self._desk
        service, wanted = desk.ctx.chat_texts, item.id

        def arrived(shown: ShownChat) -> None:
            if wanted == self._item:
                self._shown = shown
                self.view.show_chat(shown)

        def failed(error: BaseException) -> None:
            if isinstance(error, AftercaseError):
                desk.said.emit(sentence(error).what)
            else:
                desk.background.failed.emit(error)

        desk.background.run(desk.ctx.jobs.io(lambda: service.read(wanted)), arrived, failed, receiver=self)

    @Slot(str, bool)
    def _say(self, speaker: str, ours: bool) -> None:
        if self._shown is not None:
            self._desk.ctx.chat_texts.say(self._shown.shop_id, speaker, ours=ours)

    @Slot(str)
    def _caption(self, words: str) -> None:
        if self._item:
            self._desk.writer.caption(self._item, words)
