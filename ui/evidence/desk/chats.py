"""Chats on the Evidence page: the chat place of the viewer, and joining and cutting pictures of chats."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMenu

from desktop.services.chat_stitching import MOST_PARTS, is_picture
from desktop.services.chat_texts import ShownChat
from desktop.services.evidence_rows import AddedEvidence
from models.errors import AftercaseError
from models.kinds import MediaKind
from models.records import Evidence
from ui.error_words import register, sentence
from ui.evidence.chats.stitch_cut_dialog import CutDialog
from ui.evidence.chats.stitch_dialog import JoinDialog
from ui.evidence.chats.stitch_words import stitch_error
from ui.evidence.chats.view import ChatView
from ui.i18n import translator
from ui.icons import icon

if TYPE_CHECKING:
    from ui.evidence.evidence_desk import EvidenceDesk

tr = translator("chats")


register(stitch_error)


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
        self.dialog: JoinDialog | CutDialog | None = None
        self.view = ChatView(desk.viewer)
        desk.viewer.add_place("chat", self.view, is_chat_text, self._show)
        self.view.ours_said.connect(self._say)
        self.view.caption_wanted.connect(self._caption)
        desk.browser.menu_made.connect(self._fill_menu)

    # Joining and cutting

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """What the menu and the shortcuts can ask for."""
        return {"join_chat": self.join, "cut_chat": self.cut}

    def can(self, command: str) -> bool:
        """Whether it can be done with what is chosen."""
        if command == "join_chat":
            looking = self._desk.viewing() or self._desk.looking.comparing()
            items = [] if looking else self._desk.browser.chosen()
            return len(items) > 1 and bool(self._desk.ctx.chat_stitching.can_join(items))
        return self._picture() is not None

    def join(self) -> None:
        """Open the strip for the chosen screenshots, in the order they were chosen to stand."""
        items = self._desk.browser.chosen()
        if not self.can("join_chat"):
            self._desk.said.emit(tr("Choose from 2 to %1 pictures of one case first.", MOST_PARTS))
            return
        self.dialog = dialog = JoinDialog(self._desk.ctx, self._desk.background, items, self._desk)
        dialog.joined.connect(self._joined)
        dialog.open()

    def cut(self) -> None:
        """Open the pages of the long picture in front."""
        item = self._picture()
        if item is None:
            self._desk.said.emit(tr("Choose one picture first."))
            return
        self._open_cut(item)

    @Slot(object)
    def _fill_menu(self, menu: QMenu) -> None:
        ways = (("join_chat", "merge", tr("Join screenshots of a chat…"), self.join),
                ("cut_chat", "split", tr("Cut for paper…"), self.cut))  # fmt: skip
        able = [way for way in ways if self.can(way[0])]
        if able:
            menu.addSeparator()
        for _, name, words, act in able:
            menu.addAction(icon(name), words).triggered.connect(lambda checked=False, do=act: do())

    def _picture(self) -> Evidence | None:
        items = self._desk.describing.meant()
        item = items[0] if len(items) == 1 else None
        return item if item is not None and is_picture(item) else None

    def _open_cut(self, item: Evidence) -> None:
        self.dialog = dialog = CutDialog(self._desk.ctx, self._desk.background, item, self._desk)
        dialog.cut.connect(self._was_cut)
        dialog.open()

    @Slot(object, bool)
    def _joined(self, added: AddedEvidence, then_cut: bool) -> None:
        desk = self._desk
        if added.evidence_id is None:
            return
        desk.said.emit(
            tr("This joined picture was there already.") if added.already_there else tr("The screenshots were joined.")
        )
        desk.go_to(added.evidence_id)
        if then_cut:
            service, wanted = desk.ctx.evidence, added.evidence_id
            desk.background.run(
                desk.ctx.jobs.read(lambda: service.find_evidence(wanted)), self._open_cut, receiver=self
            )

    @Slot(object)
    def _was_cut(self, added: Sequence[AddedEvidence]) -> None:
        self._desk.said.emit(tr("Cut into %n page.", n=len(added)))
        if added and added[0].evidence_id is not None:
            self._desk.go_to(added[0].evidence_id)

    # Looking at chats

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
