"""The full archive of a packet: its PDF, the originals, sums for `sha256sum -c`, the record, how to check it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.exporters.evidence_manifest import SUMS, sums_bytes
from desktop.exporters.plain_zip import PlainZip
from desktop.exporters.safe_target import WrittenFile
from desktop.packets.values import OutFile
from desktop.platform.resources import resource
from desktop.services.evidence_copies import checked_chunks
from desktop.services.outgoing_parts import OutgoingParts
from desktop.services.packet_files import check_outside, write_fault
from desktop.services.workbench import Workbench
from models.clock import zone
from models.errors import EnvironmentFault, EvidenceFault
from models.records import Evidence, EvidenceRow
from models.rules.evidence_names import export_name
from models.store import cases, evidence, history
from models.store.folder import DataFolder
from models.store.history_extract import extract

ORIGINALS = "originals"
README = "README.txt"
HISTORY = "history.jsonl"
_ROOM = 1 << 20


@dataclass(frozen=True, slots=True)
class ArchiveWish:
    """What goes in: the finished files of the packet, and the evidence they show.

    `number`, `made_at` and `made_by` are those of the packet.
    """

    case_id: int
    number: str
    made_at: datetime
    made_by: str
    files: tuple[OutFile, ...]
    evidence_ids: tuple[int, ...]


class Place:
    """Where an archive is to be: outside of the shop's data still when its name is given, its part noted until then."""

    def __init__(self, target: Path, folder: DataFolder) -> None:
        self._target, self._folder, self._parts = target, folder, OutgoingParts(folder)
        self.check()
        self.staged = self._parts.begin(target)

    def check(self) -> None:
        """As `check_outside`; EnvironmentFault or UserError."""
        try:
            check_outside(self._target, self._folder)
        except OSError as error:
            raise write_fault(error, self._target) from error

    def end(self) -> None:
        """It has its name, or was taken back."""
        self._parts.end(self.staged)


class StagedArchive:
    """An archive that lies whole beside its place: `put` gives it its name, `drop` takes it back."""

    def __init__(self, archive: PlainZip, files: tuple[WrittenFile, ...], place: Place) -> None:
        self._archive = archive
        self._place = place
        self.files = files
        self.size = archive.size
        self.sha256 = archive.sha256

    def put(self) -> None:
        """Rename over the target. EnvironmentFault `disk_full`, `file_unwritable`; UserError `packet_out_in_store`."""
        self._place.check()
        self._archive.settle()
        self._place.end()

    def drop(self) -> None:
        """Take back what was staged; a target that was new is taken back too."""
        self._archive.take_back()
        self._place.end()


class PacketArchive:
    """Writes archives; what is in the store is only read."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench

    def stage(
        self,
        target: Path,
        wish: ArchiveWish,
        *,
        progress: Callable[[int, int], object] = lambda done, total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> StagedArchive:
        """Write the whole archive beside `target`. The same packet gives the same bytes; memory stays flat.

        `progress` counts the originals. EvidenceFault `evidence_changed`, `evidence_missing`, `evidence_unreadable`
        with `number` when an original is not as imported, `cancelled`; EnvironmentFault `disk_full`,
        `file_unwritable`, `export_broken`. Nothing stays then.
        """
        kept = self.originals(wish.evidence_ids)
        self._check_room(target, wish, kept)
        database = self._bench.store.database
        case_number = cases.find_case(database, wish.case_id).number
        rows = dict(evidence.load_evidence_rows(database, [item.id for item in kept]))
        place = Place(target, self._bench.store.folder)
        try:
            archive = PlainZip(target, place.staged)
        except BaseException:
            place.end()
            raise
        try:
            files = [archive.put(each.name, [each.content], len(each.content)) for each in wish.files]
            for done, item in enumerate(kept, 1):
                if cancelled():
                    raise EvidenceFault("cancelled")
                files.append(self._original(archive, rows[item.id], cancelled))
                progress(done, len(kept))
            for name, data in (
                (HISTORY, self._record(wish)),
                (README, self._readme(wish, case_number, files, len(kept))),
            ):
                files.append(archive.put(name, [data], len(data)))
            sums = sums_bytes(files)
            files.append(archive.put(SUMS, [sums], len(sums)))
            archive.close()
        except BaseException:
            archive.take_back()
            place.end()
            raise
        return StagedArchive(archive, tuple(files), place)

    def _original(self, archive: PlainZip, row: EvidenceRow, cancelled: Callable[[], bool]) -> WrittenFile:
        item = row.evidence
        path = self._bench.store.files.path(item.sha256)
        name = export_name(item, row.buyer_nick, row.case_number)
        try:
            written = archive.put(name, checked_chunks(path, item.sha256, cancelled), item.size, folder=ORIGINALS)
        except EvidenceFault as error:
            if error.code == "cancelled":
                raise
            raise EvidenceFault(
                error.code, **{**error.values, "number": item.number, "exhibit": item.exhibit}
            ) from error
        except EnvironmentFault as error:
            if error.code != "export_broken":
                raise
            raise EvidenceFault("evidence_changed", number=item.number, exhibit=item.exhibit) from error
        return written

    def originals(self, evidence_ids: Sequence[int]) -> list[Evidence]:
        """What is shown, and all it was made of, each once, oldest first."""
        database = self._bench.store.database
        found: dict[int, Evidence] = {}
        waiting = list(dict.fromkeys(evidence_ids))
        while waiting:
            each = waiting.pop()
            if each in found:
                continue
            item = found[each] = evidence.find_evidence(database, each)
            waiting += [parent for parent in (item.parent_id, *item.made_of) if parent is not None]
        return sorted(found.values(), key=lambda item: item.id)

    def _record(self, wish: ArchiveWish) -> bytes:
        database = self._bench.store.database
        head = history.read_head(database)
        first: dict[str, object] = {
            "packet": wish.number, "made_at": wish.made_at.isoformat(), "made_by": wish.made_by,
            "head": {"seq": head.seq, "hash": head.hash},
        }  # fmt: skip
        links = list(extract(database, wish.case_id))
        # So that one left out at the beginning is missed too.
        first["from"] = links[0]["seq"] if links else 0
        return b"".join(_lines(first, links))

    def _readme(self, wish: ArchiveWish, case_number: str, files: Sequence[WrittenFile], originals: int) -> bytes:
        made = wish.made_at.astimezone(zone(self._bench.time_zone))
        packet = [file.name for file in files[: len(wish.files)]]
        lines_zh = [
            *packet,
            f"{ORIGINALS}/：{originals} 个原始文件，与导入时一致",
            f"{HISTORY}：操作记录",
            f"{SUMS}：校验清单",
        ]
        lines_en = [
            *packet, f"{ORIGINALS}/: original files as imported, {originals} in all",
            f"{HISTORY}: the record of what was done",
            f"{SUMS}: the list of sums",
        ]  # fmt: skip
        text = resource("archive", "readme.txt").read_text(encoding="utf-8")
        for name, value in (
            ("number", wish.number), ("case", case_number), ("made_at", f"{made:%Y-%m-%d %H:%M:%S %z}"),
            ("list_zh", _listed(lines_zh)), ("list_en", _listed(lines_en)),
        ):  # fmt: skip
            text = text.replace(f"{{{name}}}", value)
        # With a mark of its encoding and the line ends of Windows: the plainest editor there shows it right.
        return b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode("utf-8", "replace")

    def _check_room(self, target: Path, wish: ArchiveWish, kept: Sequence[Evidence]) -> None:
        with suppress(OSError):
            needed = sum(item.size for item in kept) + sum(len(each.content) for each in wish.files) + _ROOM
            if shutil.disk_usage(target.parent).free < needed:
                raise EnvironmentFault("disk_full", file=target.name)


def _listed(lines: Sequence[str]) -> str:
    return "\n".join(f"  - {line}" for line in lines)


def _lines(first: Mapping[str, object], rest: Iterable[Mapping[str, object]]) -> Iterator[bytes]:
    for each in (first, *rest):
        text = json.dumps(each, ensure_ascii=False, separators=(",", ":"))
        yield text.encode("utf-8", "backslashreplace") + b"\n"
