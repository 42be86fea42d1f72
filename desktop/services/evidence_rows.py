"""The rows of evidence that came in: one each, with its number, its facts and its event in the history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from desktop.decoder.results import FileFacts, MediaFormat
from desktop.decoder.results import MediaKind as FileKind
from desktop.version import VERSION
from models.clock import zone
from models.errors import AftercaseError
from models.kinds import Derivation, EvidenceSource, MediaKind
from models.rules.capture_times import capture_claim
from models.store import cases, evidence, evidence_marks, shops
from models.store.evidence_files import KeptFile
from models.store.transaction import Transaction

NAME_LIMIT = 1000
_ENDING = 20
MEDIA_OF = {
    FileKind.IMAGE: MediaKind.PHOTO,
    FileKind.VIDEO: MediaKind.VIDEO,
    FileKind.DOCUMENT: MediaKind.DOCUMENT,
    FileKind.TEXT: MediaKind.TEXT,
    FileKind.OTHER: MediaKind.OTHER,
}


@dataclass(frozen=True, slots=True)
class AddedEvidence:
    """What became of one file: kept under this id, already there under it, or why it was not kept.

    `number` is its number in the case, of what was there already too. `place` is its place among what was given.
    `note` is a code of what is to be said about a file that was kept all the same.
    """

    name: str
    evidence_id: int | None
    already_there: bool = False
    error: AftercaseError | None = None
    number: int | None = None
    note: str = ""
    place: int = 0


class Unpacking(StrEnum):
    """What is done with a ZIP archive that was dropped or chosen; those inside folders or archives stay whole."""

    WHOLE = "whole"
    CONTENT = "content"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class UnpackedArchive:
    """The archive that files came out of: its name and SHA-256 stand in the history."""

    name: str
    sha256: str
    size: int
    files: int


@dataclass(frozen=True, slots=True)
class Derived:
    """What something was made of, and how."""

    derivation: Derivation
    parents: tuple[int, ...]
    details: Mapping[str, object]

    def columns(self) -> dict[str, object]:
        """The columns that say so."""
        several = list(self.parents) if len(self.parents) > 1 else []
        return {
            "parent_id": self.parents[0] if self.parents else None,
            "made_of": several,
            "derivation": self.derivation,
        }


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that is durably kept, and all that is known of it, ready for its row."""

    kept: KeptFile
    facts: FileFacts
    name: str
    source: EvidenceSource
    origin: str = ""
    described: Mapping[str, str] = field(default_factory=dict)
    made: Derived | None = None
    archive: UnpackedArchive | None = None
    note: str = ""
    place: int = 0
    media: MediaKind | None = None

    @property
    def code(self) -> str:
        """The code of its event."""
        return "evidence_added" if self.made is None else "evidence_derived"


class RowWriter:
    """Writes the rows of arrivals of one case inside one transaction."""

    def __init__(self, transaction: Transaction, case_id: int) -> None:
        self._transaction = transaction
        self._case_id = case_id
        database = transaction.database
        self._shop = shops.find_shop(database, cases.find_case(database, case_id).shop_id)
        self._number = evidence.next_number(database, case_id)

    def write(self, arrivals: Sequence[Arrival]) -> list[AddedEvidence]:
        """A row for each that is not in the case yet; in the order given."""
        hashes = [arrival.kept.sha256 for arrival in arrivals]
        there = evidence.find_same_many(self._transaction.database, self._case_id, hashes)
        added = []
        for arrival in arrivals:
            same = there.get(arrival.kept.sha256)
            name = shown_name(arrival.name)
            if same is not None:
                added.append(
                    AddedEvidence(
                        name, same[0], already_there=True, number=same[1], note=arrival.note, place=arrival.place
                    )
                )
                continue
            evidence_id = self._insert(arrival, name)
            there[arrival.kept.sha256] = (evidence_id, self._number)
            added.append(AddedEvidence(name, evidence_id, number=self._number, note=arrival.note, place=arrival.place))
            self._number += 1
        evidence_marks.heal_arrived(self._transaction, hashes)
        return added

    def unpacked(self, archive: UnpackedArchive) -> None:
        """Say in the history which archive the files that follow came out of."""
        self._transaction.record(
            "evidence_unpacked",
            entity="case",
            entity_id=self._case_id,
            case_id=self._case_id,
            details={
                "name": shown_name(archive.name), "sha256": archive.sha256, "size": archive.size,
                "count": archive.files, "version": VERSION,
            },
        )  # fmt: skip

    def _insert(self, arrival: Arrival, name: str) -> int:
        facts, kept, transaction = arrival.facts, arrival.kept, self._transaction
        stamp = transaction.stamp
        claim = capture_claim(
            facts.captured, facts.captured_offset_minutes, zone(self._shop.time_zone), transaction.stamp.now
        )
        derived: dict[str, Any] = {} if arrival.made is None else arrival.made.columns()
        origin = shown_name(arrival.origin)
        evidence_id = transaction.insert(
            "evidence",
            case_id=self._case_id,
            number=self._number,
            sha256=kept.sha256,
            size=kept.size,
            original_name=name,
            media=arrival.media or MEDIA_OF[facts.kind],
            format="" if facts.format is MediaFormat.UNKNOWN else facts.format.value,
            source=arrival.source,
            origin=origin,
            **arrival.described,
            captured_at=claim.at,
            captured_zone=claim.zone,
            imported_at=stamp.now,
            imported_by=stamp.person,
            app_version=VERSION,
            width=facts.width or None,
            height=facts.height or None,
            pages=facts.pages or None,
            duration_ms=facts.duration_ms or None,
            verified_at=stamp.now,
            **derived,
        )
        caption = arrival.described.get("caption", "")
        words: dict[str, object] = {
            "number": self._number, "caption": caption or name, "sha256": kept.sha256, "size": kept.size,
            "name": name, "source": arrival.source.value, "version": VERSION,
        }  # fmt: skip
        words |= {key: text for key, text in arrival.described.items() if text and key != "caption"}
        if origin:
            words["origin"] = origin
        if arrival.archive is not None:
            words["archive_sha256"] = arrival.archive.sha256
        if claim.refused:
            words["device_says_refused"] = claim.refused
        words |= {} if arrival.made is None else dict(arrival.made.details)
        transaction.record(arrival.code, entity="evidence", entity_id=evidence_id, case_id=self._case_id, details=words)
        return evidence_id


def shown_name(name: str) -> str:
    """A file name as it is kept and shown: what no text can hold is replaced, what is too long is cut."""
    readable = name.encode("utf-8", "replace").decode().replace("\x00", "�")
    if len(readable) <= NAME_LIMIT:
        return readable
    ending = readable[-_ENDING:]
    return f"{readable[: NAME_LIMIT - _ENDING - 1]}…{ending}"
