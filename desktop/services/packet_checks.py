"""Whether the files that go into a packet are as they were when imported."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.packets.values import Cancelled
from models.errors import EvidenceFault
from models.kinds import Integrity
from models.records import Evidence
from models.rules.packet_content import origins_of
from models.store.evidence_files import EvidenceFiles


@dataclass(frozen=True, slots=True)
class Finding:
    """A file that is not as imported, and the exhibit it would have been."""

    item: Evidence
    exhibit: int
    integrity: Integrity

    def fault(self) -> EvidenceFault:
        """The error that names it: `number` of the evidence, `exhibit` in the packet."""
        code = "evidence_missing" if self.integrity is Integrity.MISSING else "evidence_changed"
        return EvidenceFault(code, number=self.item.number, exhibit=self.exhibit)


class WholeFiles:
    """Hashes evidence files; remembers, for previews only, which were whole and not touched since."""

    def __init__(self, files: EvidenceFiles) -> None:
        self._files = files
        self._hashed: dict[str, tuple[int, int]] = {}

    def first_finding(
        self,
        items: Sequence[Evidence],
        evidence: Sequence[Evidence],
        told: Callable[[int], None],
        cancelled: Callable[[], bool],
    ) -> Finding | None:
        """Hash every file and its original now, in order; `told` counts items done. Raises Cancelled."""
        for place, item in enumerate(items, 1):
            told(place - 1)
            for file in with_original(item, evidence):
                found = self._found(file, cancelled)
                if found is not Integrity.VERIFIED:
                    return Finding(file, place, found)
        return None

    def is_whole(self, item: Evidence, evidence: Sequence[Evidence], cancelled: Callable[[], bool]) -> bool:
        """For previews: a file hashed before, with the same size and time of change, is not hashed again."""
        for file in with_original(item, evidence):
            try:
                facts = self._files.path(file.sha256).stat()
            except OSError:
                return False
            mark = (facts.st_size, facts.st_mtime_ns)
            if self._hashed.get(file.sha256) == mark:
                continue
            try:
                if self._found(file, cancelled) is not Integrity.VERIFIED:
                    return False
            except EvidenceFault:
                return False
            self._hashed[file.sha256] = mark
        return True

    def _found(self, item: Evidence, cancelled: Callable[[], bool]) -> Integrity:
        try:
            found = self._files.hash_file(item.sha256, cancelled=cancelled)
        except EvidenceFault as fault:
            if fault.code == "cancelled":
                raise Cancelled from None
            raise EvidenceFault(fault.code, **fault.values, number=item.number) from fault
        if found is None:
            return Integrity.CHANGED if self._files.is_kept_apart(item.sha256) else Integrity.MISSING
        return Integrity.VERIFIED if found == item.sha256 else Integrity.CHANGED


def with_original(item: Evidence, evidence: Sequence[Evidence]) -> list[Evidence]:
    """An item and, when it is a copy made here, the file it was made from, and those that goes back to."""
    near = [other for other in evidence if other.id == item.parent_id]
    return [item, *near, *(origin for origin in origins_of(item, evidence) if origin not in near)]
