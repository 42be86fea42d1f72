"""Texts that are kept: whether one is a chat, told by its beginning; and the chat itself, read when it is looked at."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from desktop.decoder.results import FileFacts
from desktop.decoder.results import MediaKind as FileKind
from models.kinds import MediaKind
from models.rules.chat_log import HEAD_CHARACTERS, ChatLog, media_of_text, read_chat, text_of

SHOWN_BYTES = 4_000_000
"""So much of a text is shown; the rest is in the original only."""


@dataclass(frozen=True, slots=True)
class ChatText:
    """A text as it is, the chat it was recognised as if it is one, and whether its end is left out."""

    text: str
    log: ChatLog | None
    cut: bool = False


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
