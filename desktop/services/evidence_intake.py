"""Putting evidence in: kept untouched first, its facts read by the decoder process, then row and history at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from types import MappingProxyType

from desktop.decoder.client import Decoder
from desktop.decoder.results import FileFacts, MediaFormat
from desktop.decoder.results import MediaKind as FileKind
from desktop.services.cases import checked_text
from desktop.services.evidence import CAPTION_LIMIT, PROVES_LIMIT, TAG_LIMIT
from desktop.services.workbench import Workbench
from desktop.version import VERSION
from models.clock import zone
from models.errors import AftercaseError, UserError
from models.kinds import Derivation, EvidenceSource, MediaKind
from models.rules.chat_log import HEAD_CHARACTERS, media_of_text, text_of
from models.store import cases, evidence, shops
from models.store.evidence_files import KeptFile
from models.store.transaction import Transaction

_MEDIA = {
    FileKind.IMAGE: MediaKind.PHOTO,
    FileKind.VIDEO: MediaKind.VIDEO,
    FileKind.DOCUMENT: MediaKind.DOCUMENT,
    FileKind.TEXT: MediaKind.TEXT,
    FileKind.OTHER: MediaKind.OTHER,
}
_NAME_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class AddedEvidence:
    """What became of one file: kept under this id, already there under it, or why it was not kept."""

    name: str
    evidence_id: int | None
    already_there: bool = False
    error: AftercaseError | None = None


@dataclass(frozen=True, slots=True)
class _Derived:
    """What something was made of, and how."""

    derivation: Derivation
    parents: tuple[int, ...]
    details: Mapping[str, object]
    media: MediaKind | None = None

    def columns(self) -> dict[str, object]:
        several = list(self.parents) if len(self.parents) > 1 else []
        return {"parent_id": self.parents[0], "made_of": several, "derivation": self.derivation}


class EvidenceIntake:
    """Files, bytes and what is made of evidence, kept as evidence of a case."""

    def __init__(self, bench: Workbench, decoder: Decoder) -> None:
        self._bench = bench
        self._decoder = decoder
        self._files = bench.store.files

    def add_paths(
        self,
        case_id: int,
        paths: Sequence[Path],
        source: EvidenceSource,
        *,
        progress: Callable[[int, int], None] = lambda done, total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> tuple[AddedEvidence, ...]:
        """Keep files as evidence of a case, one after the other; one that fails never stops the others."""
        results = []
        for done, path in enumerate(paths, 1):
            if cancelled():
                break
            try:
                kept = self._files.keep_path(path, cancelled=cancelled)
                facts = self._decoder.probe(self._files.path(kept.sha256), name=path.name)
                results.append(self._add(case_id, kept, facts, path.name, source))
            except AftercaseError as error:
                results.append(AddedEvidence(_shown_name(path.name), None, error=error))
            progress(done, len(paths))
        return tuple(results)

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
    ) -> AddedEvidence:
        """Keep bytes as evidence: from the clipboard, or made by the program; described in the same action."""
        if not data:
            raise UserError("evidence_empty")
        checked_text(caption, limit=CAPTION_LIMIT)
        checked_text(tag, limit=TAG_LIMIT)
        checked_text(proves, limit=PROVES_LIMIT)
        kept = self._files.keep_bytes(data)
        facts = self._decoder.probe(self._files.path(kept.sha256), name=name)
        described = {"caption": caption, "tag": tag, "proves": proves}
        return self._add(case_id, kept, facts, name, source, described)

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
        if not data:
            raise UserError("evidence_empty")
        of = [evidence.find_evidence(self._bench.store.database, parent) for parent in parents]
        if len({item.case_id for item in of}) != 1:
            raise UserError("evidence_of_two_cases")
        for text, limit in ((caption, CAPTION_LIMIT), (tag, TAG_LIMIT), (proves, PROVES_LIMIT)):
            checked_text(text, limit=limit)
        kept = self._files.keep_bytes(data)
        facts = self._decoder.probe(self._files.path(kept.sha256), name=name)
        noted = {**details, "of": ", ".join(str(item.number) for item in of)}
        made = _Derived(derivation, tuple(parents), noted, media)
        described = {"caption": caption, "tag": tag, "proves": proves}
        return self._add(of[0].case_id, kept, facts, name, EvidenceSource.DERIVED, described, made)

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
        """Keep the parts one piece of evidence was cut into, each with its name, caption and details: one action."""
        item = evidence.find_evidence(self._bench.store.database, parent)
        works = []
        for (data, name, caption), noted in zip(pages, details, strict=True):
            checked_text(caption, limit=CAPTION_LIMIT)
            kept = self._files.keep_bytes(data)
            facts = self._decoder.probe(self._files.path(kept.sha256), name=name)
            made = _Derived(derivation, (parent,), {**noted, "of": str(item.number)}, media)
            described = {"caption": caption, "tag": tag}
            works.append(self._insertion(item.case_id, kept, facts, name, EvidenceSource.DERIVED, described, made))
        return self._bench.act(
            "evidence_derived",
            lambda transaction: tuple(work(transaction) for work in works),
            values={"number": "", "caption": pages[0][2] if pages else ""},
        )

    def _add(
        self,
        case_id: int,
        kept: KeptFile,
        facts: FileFacts,
        name: str,
        source: EvidenceSource,
        described: Mapping[str, str] = MappingProxyType({}),
        made: _Derived | None = None,
    ) -> AddedEvidence:
        caption = described.get("caption", "") or _shown_name(name)
        code = "evidence_added" if made is None else "evidence_derived"
        work = self._insertion(case_id, kept, facts, name, source, described, made)
        return self._bench.act(code, work, values={"number": "", "caption": caption})

    def _insertion(
        self,
        case_id: int,
        kept: KeptFile,
        facts: FileFacts,
        name: str,
        source: EvidenceSource,
        described: Mapping[str, str],
        made: _Derived | None,
    ) -> Callable[[Transaction], AddedEvidence]:
        caption = described.get("caption", "")
        shown = _shown_name(name)
        code = "evidence_added" if made is None else "evidence_derived"
        media = (made.media if made is not None else None) or self._media(kept, facts)

        def work(transaction: Transaction) -> AddedEvidence:
            database, stamp = transaction.database, transaction.stamp
            same = evidence.find_same(database, case_id, kept.sha256)
            if same is not None:
                return AddedEvidence(shown, same.id, already_there=True)
            shop = shops.find_shop(database, cases.find_case(database, case_id).shop_id)
            number = evidence.next_number(database, case_id)
            captured = facts.captured_at(zone(shop.time_zone) or UTC)
            evidence_id = transaction.insert(
                "evidence",
                case_id=case_id,
                number=number,
                sha256=kept.sha256,
                size=kept.size,
                original_name=shown,
                media=media,
                format="" if facts.format is MediaFormat.UNKNOWN else facts.format.value,
                source=source,
                **described,
                captured_at=captured,
                captured_zone="" if captured is None else _offset(facts.captured_offset_minutes),
                imported_at=stamp.now,
                imported_by=stamp.person,
                app_version=VERSION,
                width=facts.width or None,
                height=facts.height or None,
                pages=facts.pages or None,
                duration_ms=facts.duration_ms or None,
                verified_at=stamp.now,
                **({} if made is None else made.columns()),
            )
            transaction.record(
                code,
                entity="evidence",
                entity_id=evidence_id,
                case_id=case_id,
                details={
                    "number": number, "caption": caption or shown, "sha256": kept.sha256, "size": kept.size,
                    "name": shown, "source": source.value, "version": VERSION,
                    **{name: text for name, text in described.items() if text and name != "caption"},
                    **({} if made is None else made.details),
                },
            )  # fmt: skip
            return AddedEvidence(shown, evidence_id)

        return work

    def _media(self, kept: KeptFile, facts: FileFacts) -> MediaKind:
        if facts.kind is not FileKind.TEXT:
            return _MEDIA[facts.kind]
        with suppress(OSError), self._files.path(kept.sha256).open("rb") as file:
            return media_of_text(text_of(file.read(HEAD_CHARACTERS)))
        return MediaKind.TEXT


def _shown_name(name: str) -> str:
    """A file name as it is kept and shown: what no text can hold is replaced, what is too long is cut."""
    return name.encode("utf-8", "replace").decode().replace("\x00", "�")[:_NAME_LIMIT]


def _offset(minutes: int | None) -> str:
    if minutes is None:
        return ""
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
