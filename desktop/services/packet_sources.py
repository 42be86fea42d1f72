"""What a packet reads of evidence beside its rows: chats and texts of files, and what was drawn on copies."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.services.chat_texts import SHOWN_BYTES, ChatText, ChatTextService
from desktop.services.workbench import Workbench
from models.errors import AftercaseError, EvidenceFault
from models.kinds import Derivation
from models.records import CasePage, Evidence
from models.rules.annotation_json import layer_from
from models.rules.annotations import Layer, legend_of
from models.rules.chat_log import read_chat, text_of
from models.rules.packet_bubbles import bubbles_of, moments_of
from models.rules.packet_parts import Bubble, ChatMoment
from models.store import packet_facts, shops
from models.store.packet_facts import CopyTold

CHAT_BYTES = 8_000_000
"""So much of a chat is printed: more than the 50,000 messages that are recognised."""
_KEPT = 24
_KEPT_CHARACTERS = 8_000_000


@dataclass(frozen=True, slots=True)
class ReadChat:
    """A text as a packet shows it. `short`: only so many bytes of it; `apart`: lines that belong to no message."""

    bubbles: tuple[Bubble, ...] = ()
    moments: tuple[ChatMoment, ...] = ()
    short: int | None = None
    apart: int = 0


class PacketSources:
    """Reads texts once: the last ones stay, by the hash of their files. Safe to call from any thread."""

    def __init__(self, bench: Workbench, chats: ChatTextService) -> None:
        self._bench = bench
        self._chats = chats
        self._texts: OrderedDict[str, ChatText] = OrderedDict()
        self._lock = threading.Lock()

    def text(self, item: Evidence) -> ChatText | None:
        """The text of a chat log or text file; None for other files, and for one that is not as imported."""
        if not item.is_text:
            return None
        with self._lock:
            found = self._texts.get(item.sha256)
            if found is not None:
                self._texts.move_to_end(item.sha256)
                return found
        try:
            read = _read(self._bench.store.files.read(item.sha256))
        except EvidenceFault:
            return None
        with self._lock:
            self._texts[item.sha256] = read
            held = sum(len(each.text) for each in self._texts.values())
            while len(self._texts) > 1 and (len(self._texts) > _KEPT or held > _KEPT_CHARACTERS):
                held -= len(self._texts.popitem(last=False)[1].text)
        return read

    def chat(self, item: Evidence, page: CasePage) -> ReadChat:
        """Bubbles, what the chronology tells, and what of the text is not shown. Nothing for what is no text."""
        read = self.text(item)
        if read is None:
            return ReadChat()
        if read.log is None:
            return ReadChat(short=SHOWN_BYTES if read.cut else None)
        nick = page.buyer.nick if page.buyer is not None else ""
        people = {person.name for person in shops.list_people(self._bench.store.database)}
        ours = self._chats.ours_in(read.log, page.shop, people, nick)
        return ReadChat(
            bubbles_of(read.log, ours, buyer=nick),
            moments_of(read.log, ours, time_zone=page.shop.time_zone, buyer=nick),
            CHAT_BYTES if read.cut else None, read.log.unparsed,
        )  # fmt: skip

    def copies(self, evidence: Sequence[Evidence]) -> Mapping[int, CopyTold]:
        """What the redacted and annotated copies among this evidence were made of."""
        made = [each.id for each in evidence if each.derivation in (Derivation.REDACTED, Derivation.ANNOTATED)]
        return packet_facts.copies_told(self._bench.store.database, made) if made else {}

    def legends(
        self, evidence: Sequence[Evidence], told: Mapping[int, CopyTold]
    ) -> Mapping[int, tuple[tuple[str, str], ...]]:
        """Number and meaning of the marks on annotated copies, where the layer is still as it was drawn on them."""
        known = {each.id: each for each in evidence}
        annotated = [each for each in evidence if each.derivation is Derivation.ANNOTATED and each.id in told]
        if not annotated:
            return {}
        lines = {each.id: _line(each, known) for each in annotated}
        wanted = sorted({parent for line in lines.values() for parent in line})
        texts = packet_facts.layers_of(self._bench.store.database, wanted)
        read = {evidence_id: _layer(text) for evidence_id, text in texts.items()}
        found: dict[int, tuple[tuple[str, str], ...]] = {}
        for item in annotated:
            for parent in lines[item.id]:
                legend = _legend(read.get(parent), _place(item, known, told), told[item.id].marks)
                if legend:
                    found[item.id] = legend
                    break
        return found


def _read(data: bytes) -> ChatText:
    """A chat in whole; of any other text as much as is printed of it."""
    text = text_of(data[:CHAT_BYTES])
    log = read_chat(text)
    if log is not None:
        return ChatText(text, log, cut=len(data) > CHAT_BYTES)
    return ChatText(text_of(data[:SHOWN_BYTES]), None, cut=len(data) > SHOWN_BYTES)


def _line(item: Evidence, known: Mapping[int, Evidence]) -> list[int]:
    """The ids a copy goes back to, nearest first."""
    line: list[int] = []
    while item.parent_id is not None and item.parent_id not in line:
        line.append(item.parent_id)
        if item.parent_id not in known:
            break
        item = known[item.parent_id]
    return line


def _place(item: Evidence, known: Mapping[int, Evidence], told: Mapping[int, CopyTold]) -> tuple[int, int]:
    """Page and moment its marks lie on: a redacted copy of a page, marked in turn, is that page."""
    place = told[item.id].place
    parent = known.get(item.parent_id) if item.parent_id is not None else None
    if place == (0, 0) and parent is not None and parent.id in told:
        return told[parent.id].place
    return place


def _layer(text: str) -> Layer:
    try:
        return layer_from(text)
    except AftercaseError:
        return Layer()


def _legend(layer: Layer | None, place: tuple[int, int], marks: int) -> tuple[tuple[str, str], ...]:
    for sheet in layer.sheets if layer is not None else ():
        visible = [mark for mark in sheet.marks if not mark.hidden]
        if sheet.place == place and len(visible) == marks:
            return tuple((str(number), text) for number, _, text in legend_of(sheet.marks))
    return ()
