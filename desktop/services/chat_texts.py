"""Texts that are kept: whether one is a chat, told by its beginning; and the chat itself, read when it is looked at."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from desktop.decoder.results import FileFacts
from desktop.decoder.results import MediaKind as FileKind
from desktop.services.workbench import Workbench
from desktop.settings import Settings
from models.kinds import MediaKind
from models.records import Shop
from models.rules.chat_log import HEAD_CHARACTERS, ChatLog, media_of_text, read_chat, text_of
from models.rules.chat_sides import our_speakers, remembered
from models.store import buyers, cases, evidence, shops

SHOWN_BYTES = 1_000_000
"""So much of a text is shown; the rest is in the original only."""


@dataclass(frozen=True, slots=True)
class ChatText:
    """A text as it is, the chat it was recognised as if it is one, and whether its end is left out."""

    text: str
    log: ChatLog | None
    cut: bool = False


@dataclass(frozen=True, slots=True)
class ShownChat:
    """A chat text with the speakers that are the shop; `shop_id` is the shop that remembers them."""

    chat: ChatText
    ours: frozenset[str]
    shop_id: int


class ChatTextService:
    """Chat logs kept as evidence, read to be looked at; the shop's own speakers are remembered per shop."""

    def __init__(self, bench: Workbench, settings: Settings) -> None:
        self._bench = bench
        self._settings = settings

    def read(self, evidence_id: int) -> ShownChat:
        """The chat of a text. EvidenceFault if the file is not as imported. Waits: for the I/O pool."""
        database = self._bench.store.database
        item = evidence.find_evidence(database, evidence_id)
        chat = chat_text(self._bench.store.files.read(item.sha256))
        case = cases.find_case(database, item.case_id)
        buyer = buyers.find_buyer(database, case.buyer_id).nick if case.buyer_id is not None else ""
        shop = shops.find_shop(database, case.shop_id)
        people = {person.name for person in shops.list_people(database)}
        return ShownChat(chat, self.ours_in(chat.log, shop, people, buyer), shop.id)

    def ours_in(self, log: ChatLog | None, shop: Shop, people: Collection[str], buyer: str) -> frozenset[str]:
        """The speakers of a chat that are the shop, as it said of earlier chats, or by names only a shop has."""
        return our_speakers(
            log.speakers() if log is not None else (),
            said=self._names(shop.id, "ours"),
            denied=self._names(shop.id, "theirs"),
            shop=shop.name,
            people=people,
            buyer=buyer,
        )

    def say(self, shop_id: int, speaker: str, *, ours: bool) -> None:
        """Remember for chats of a shop whether a speaker is the shop. Does not wait for the disk."""
        for side, is_side in (("ours", ours), ("theirs", not ours)):
            names = remembered(self._names(shop_id, side), speaker, ours=is_side)
            self._settings.set(f"chat.{side}.{shop_id}", names)

    def _names(self, shop_id: int, side: str) -> list[str]:
        found = self._settings.get(f"chat.{side}.{shop_id}", [])
        return [name for name in found if isinstance(name, str)] if isinstance(found, list) else []


def told_media(path: Path, facts: FileFacts) -> MediaKind | None:
    """CHAT or TEXT for a text file, by its words; None for any other file, which its bytes have told already."""
    if facts.kind is not FileKind.TEXT:
        return None
    with suppress(OSError), path.open("rb") as file:
        return media_of_text(text_of(file.read(HEAD_CHARACTERS)))
    return MediaKind.TEXT


def chat_text(data: bytes) -> ChatText:
    """The text and the chat of a file's bytes."""
    text = text_of(data[:SHOWN_BYTES])
    return ChatText(text, read_chat(text), cut=len(data) > SHOWN_BYTES)
