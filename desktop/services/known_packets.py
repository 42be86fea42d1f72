"""What a data folder knows of a file, as grounds for a verdict; the folder may be open in a window meanwhile."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from desktop.packets.checked import Ground, Signature, SignatureState, Verdict
from desktop.services.sealing import SealingService
from models.records import Evidence
from models.store import known_files
from models.store.connection import CaseDatabase
from models.store.evidence_files import EvidenceFiles
from models.store.packets import MadeForCase
from models.store.store import Store

_NUMBER = re.compile(r"P-[A-Za-z0-9][A-Za-z0-9-]{1,60}-\d{2,6}")
_NUMBERS = 20
_CHUNK = 1 << 20


class KnownPackets:
    """Asks the packets, the evidence and the history of one data folder. Only reads."""

    def __init__(
        self, database: Callable[[], CaseDatabase], files: EvidenceFiles, certificate: Callable[[], str]
    ) -> None:
        """`certificate` gives the fingerprint of the shop's certificate, empty without one."""
        self._database = database
        self._files = files
        self._certificate = certificate

    @classmethod
    def of_store(cls, store: Store, sealing: SealingService) -> KnownPackets:
        """Those of a data folder that is open here."""

        def fingerprint() -> str:
            facts = sealing.describe_or_none()
            return facts.fingerprint if facts is not None else ""

        return cls(lambda: store.database, store.files, fingerprint)

    def grounds(self, sha256: str) -> tuple[Ground, ...]:
        """Where a file of this hash is known from: packets, parts of them, evidence."""
        database = self._database()
        found = [
            Ground(
                "known_packet" if part is None else "known_part", _values(made) | ({"part": part.name} if part else {})
            )
            for made, part in known_files.packets_of_hash(database, sha256)
        ]
        found += [_evidence_ground(item, case) for item, case in known_files.evidence_of_hash(database, sha256)]
        return tuple(found)

    def other_bytes(self, path: Path, name: str, told: str, size: int) -> Ground | None:
        """The ground on which a file, unknown by its hash, is a changed one of ours: it bears the number of a packet,
        or most of its bytes are those of one."""
        database = self._database()
        numbers = list(dict.fromkeys(_NUMBER.findall(told[:50_000]) + _NUMBER.findall(name)))[:_NUMBERS]
        made = known_files.packets_numbered(database, numbers)
        if made:
            return Ground("number_other_bytes", _values(made[0]))
        for each in known_files.packets_of_size(database, size):
            kept = self._kept(each)
            if kept is not None and _alike(path, kept):
                return Ground("same_size_other_bytes", _values(each))
        return None

    def is_ours(self, fingerprint: str) -> bool:
        """Whether that is the shop's certificate, or one it signed packets with before."""
        if not fingerprint:
            return False
        if fingerprint == self._certificate():
            return True
        return known_files.signed_with(self._database(), fingerprint)

    def knows_link(self, seq: int, digest: str) -> bool:
        """Whether the history has this link."""
        return known_files.knows_link(self._database(), seq, digest)

    def _kept(self, made: MadeForCase) -> Path | None:
        if made.packet.evidence_id is None:
            return None
        path = self._files.path(made.packet.sha256)
        return path if path.is_file() else None


def signature_grounds(signature: Signature, *, folder: bool) -> tuple[Ground, ...]:
    """A signature in words: does it hold, whose is it, when was it stamped."""
    values = {
        "name": signature.name, "fingerprint": signature.fingerprint,
        "at": signature.signed_at, "stamped": signature.stamped_at, "by": signature.stamped_by,
    }  # fmt: skip
    found = [Ground(f"signature_{signature.state.value}", values)]
    if signature.fingerprint and signature.state is not SignatureState.BROKEN:
        found.append(
            Ground(
                "certificate_ours" if signature.ours else "certificate_other" if folder else "certificate_compare",
                values,
            )
        )
    if signature.stamped_at is not None:
        found.append(Ground("stamped", values))
    return tuple(found)


def worst(verdicts: list[Verdict]) -> Verdict:
    """Of several files: changed if one is, intact if all are."""
    if Verdict.CHANGED in verdicts:
        return Verdict.CHANGED
    return Verdict.INTACT if verdicts and set(verdicts) == {Verdict.INTACT} else Verdict.UNKNOWN


def _values(made: MadeForCase) -> dict[str, object]:
    packet = made.packet
    return {
        "packet": packet.number, "case": made.case_number, "at": packet.made_at, "by": packet.made_by,
        "for": packet.addressee or packet.preset,
    }  # fmt: skip


def _evidence_ground(item: Evidence, case: str) -> Ground:
    values = {"case": case, "number": item.number, "at": item.imported_at, "by": item.imported_by}
    return Ground("known_evidence", values)


def _alike(path: Path, kept: Path) -> bool:
    """Whether nine of ten bytes are the same, in the same place."""
    same = total = 0
    try:
        with path.open("rb") as one, kept.open("rb") as other:
            while (a := one.read(_CHUNK)) and (b := other.read(_CHUNK)):
                total += len(a)
                if a == b:
                    same += len(a)
                else:
                    same += sum(x == y for x, y in zip(a, b, strict=False))
    except OSError:
        return False
    return total > 0 and same * 10 >= total * 9
