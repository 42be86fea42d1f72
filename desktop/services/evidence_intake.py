"""Putting evidence in: kept untouched first, its facts read by the decoder process, then row and history at once."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.decoder.client import Decoder
from desktop.services.cases import checked_text
from desktop.services.chat_texts import told_media
from desktop.services.evidence import CAPTION_LIMIT, PROVES_LIMIT, TAG_LIMIT
from desktop.services.evidence_import import EvidenceImport, ImportProgress, Incoming
from desktop.services.evidence_rows import AddedEvidence, Arrival, Derived, RowWriter, Unpacking
from desktop.services.workbench import Workbench
from models.errors import UserError
from models.kinds import Derivation, EvidenceSource, MediaKind
from models.store import evidence
from models.store.transaction import Transaction

if TYPE_CHECKING:
    from desktop.services.evidence_gathering import Gathered

__all__ = ["AddedEvidence", "EvidenceIntake", "ImportProgress", "Incoming", "Unpacking", "piece"]


def piece(name: str, content: Callable[[], bytes], *, origin: str = "") -> Incoming:
    """Bytes still to be made, as a file to be kept: `content` runs where files are copied, not in the window."""
    return Incoming(name, origin, opened=lambda: io.BytesIO(content()))


class EvidenceIntake:
    """Files, bytes and what is made of evidence, kept as evidence of a case."""

    def __init__(self, bench: Workbench, decoder: Decoder) -> None:
        self._bench = bench
        self._decoder = decoder
        self._files = bench.store.files

    def gather(
        self,
        paths: Sequence[Path],
        unpacking: Unpacking = Unpacking.WHOLE,
        *,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Gathered:
        """The files that paths stand for: folders are walked, archives opened if asked for. Reads the disk."""
        # Loaded here: with it come the importers, which no page needs before something is put in.
        from desktop.services.evidence_gathering import gather

        return gather(paths, unpacking, cancelled=cancelled)

    def add_all(
        self,
        case_id: int,
        incoming: Sequence[Incoming],
        source: EvidenceSource,
        *,
        progress: Callable[[ImportProgress], None] = lambda progress: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> tuple[AddedEvidence, ...]:
        """Keep many files as evidence of a case: one action for Undo; one that fails never stops the others.

        The answer has one for each that was tried, in the order given; after `cancelled` the rest is left out, and what
        is kept stays.
        """
        work = EvidenceImport(
            self._bench, self._decoder, case_id, incoming, source, progress=progress, cancelled=cancelled
        )
        return work.run()

    def add_paths(
        self,
        case_id: int,
        paths: Sequence[Path],
        source: EvidenceSource,
        *,
        origin: str = "",
        progress: Callable[[int, int], None] = lambda done, total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> tuple[AddedEvidence, ...]:
        """Keep files as evidence of a case, each as it is; one that fails never stops the others."""
        incoming = [Incoming(path.name, origin, path) for path in paths]
        return self.add_all(
            case_id, incoming, source, cancelled=cancelled, progress=lambda now: progress(now.done, now.total)
        )

    def add_bytes(
        self,
        case_id: int,
        data: bytes,
        name: str,
        source: EvidenceSource,
        *,
        caption: str = "",
        tag: str = "",
        proves: str = "",
        origin: str = "",
    ) -> AddedEvidence:
        """Keep bytes as evidence: from the clipboard, or made by the program; described in the same action."""
        described = _described(data, caption, tag, proves)
        return self._add(case_id, data, name, source, described, origin=origin)

    def add_derived(
        self,
        parents: Sequence[int],
        data: bytes,
        name: str,
        derivation: Derivation,
        *,
        caption: str = "",
        tag: str = "",
        proves: str = "",
        details: Mapping[str, object] = MappingProxyType({}),
        media: MediaKind | None = None,
    ) -> AddedEvidence:
        """Keep bytes that were made of evidence of one case, linked to what they were made of, in that order.

        `details` says in the history how it was made; `media` None is told by the bytes. NotFound if a parent is none;
        UserError `evidence_of_two_cases`.
        """
        described = _described(data, caption, tag, proves)
        of = [evidence.find_evidence(self._bench.store.database, parent) for parent in parents]
        if len({item.case_id for item in of}) != 1:
            raise UserError("evidence_of_two_cases")
        made = Derived(derivation, tuple(parents), {**details, "of": ", ".join(str(item.number) for item in of)})
        return self._add(of[0].case_id, data, name, EvidenceSource.DERIVED, described, made=made, media=media)

    def add_pages(
        self,
        parent: int,
        pages: Sequence[tuple[bytes, str, str]],
        derivation: Derivation,
        *,
        tag: str = "",
        details: Sequence[Mapping[str, object]],
        media: MediaKind | None = None,
    ) -> tuple[AddedEvidence, ...]:
        """Keep what one piece of evidence was cut into, each with its name, caption and details: one action."""
        item = evidence.find_evidence(self._bench.store.database, parent)
        arrivals = []
        for (data, name, caption), noted in zip(pages, details, strict=True):
            described = _described(data, caption, tag, "")
            kept = self._files.keep_bytes(data)
            facts = self._decoder.probe(self._files.path(kept.sha256), name=name)
            made = Derived(derivation, (parent,), {**noted, "of": str(item.number)})
            arrivals.append(Arrival(kept, facts, name, EvidenceSource.DERIVED, "", described, made, media=media))
        values: dict[str, object] = {}

        def work(transaction: Transaction) -> tuple[AddedEvidence, ...]:
            added = RowWriter(transaction, item.case_id).write(arrivals)
            values["number"] = ", ".join(str(one.number) for one in added)
            values["caption"], values["of"] = pages[0][2] if pages else "", str(item.number)
            return tuple(added)

        return self._bench.act("evidence_derived", work, values=values)

    def _add(
        self,
        case_id: int,
        data: bytes,
        name: str,
        source: EvidenceSource,
        described: Mapping[str, str],
        *,
        origin: str = "",
        made: Derived | None = None,
        media: MediaKind | None = None,
    ) -> AddedEvidence:
        kept = self._files.keep_bytes(data)
        facts = self._decoder.probe(self._files.path(kept.sha256), name=name)
        told = media or told_media(self._files.path(kept.sha256), facts)
        arrival = Arrival(kept, facts, name, source, origin, described, made, media=told)
        values: dict[str, object] = {}
        return self._bench.act(arrival.code, partial(_write, case_id, arrival, values), values=values)


def _write(case_id: int, arrival: Arrival, values: dict[str, object], transaction: Transaction) -> AddedEvidence:
    added = RowWriter(transaction, case_id).write([arrival])[0]
    values["number"], values["caption"] = added.number, arrival.described.get("caption") or added.name
    values["of"] = arrival.made.details.get("of", "") if arrival.made is not None else ""
    return added


def _described(data: bytes, caption: str, tag: str, proves: str) -> dict[str, str]:
    if not data:
        raise UserError("evidence_empty")
    for text, limit in ((caption, CAPTION_LIMIT), (tag, TAG_LIMIT), (proves, PROVES_LIMIT)):
        checked_text(text, limit=limit)
    return {"caption": caption, "tag": tag, "proves": proves}
