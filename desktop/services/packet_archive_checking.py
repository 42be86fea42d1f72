"""Checks archives and folders with a list of sums: every line against its file, nothing missing, nothing extra."""

from __future__ import annotations

import hashlib
import os
import stat
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.exporters.plain_zip import OWN_BEGIN, ZipEntry, frame_holds
from desktop.importers.evidence_archive import Archive, ArchiveEntry, EntryStream, read_archive
from desktop.packets.checked import Checked, CheckedFile, Ground, Verdict
from desktop.packets.manifests import SUMS, SUMS_LIMIT, Sums, read_sums
from desktop.packets.record_lines import LINE_LIMIT, check_record
from desktop.services.known_packets import worst
from desktop.services.packet_archive import HISTORY
from models.errors import EvidenceFault

if TYPE_CHECKING:
    from desktop.services.packet_checking import PacketChecking

Progress = Callable[[int, int], object]
_CHUNK = 1 << 20
_FILES_MOST = 20_000
_LITTER = frozenset((".ds_store", "thumbs.db", "desktop.ini"))
_PDFS_MOST, _PDF_MOST = 3, 256 << 20
_RECORD_MOST = 512 << 20
_TOO_MUCH = frozenset(("archive_too_many", "archive_too_large"))


@dataclass(frozen=True, slots=True)
class _Read:
    sha256: str
    size: int
    fault: str = ""
    """Why it could not be read whole, as a code."""


class _ListedFiles:
    """What archives and folders have in common: files by name, each of which can be opened."""

    def __init__(self, checking: PacketChecking, cancelled: Callable[[], bool]) -> None:
        self._checking = checking
        self._cancelled = cancelled

    def names(self) -> list[str]:
        raise AssertionError

    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes; EvidenceFault or OSError."""
        raise AssertionError

    def read(self, name: str) -> _Read:
        """Hash and size, or why not."""
        digest, size = hashlib.sha256(), 0
        try:
            for chunk in self.chunks(name):
                digest.update(chunk)
                size += len(chunk)
        except EvidenceFault as error:
            return _Read("", size, error.code)
        except OSError:
            return _Read("", size, "file_unreadable")
        return _Read(digest.hexdigest(), size)

    def whole(self, name: str, most: int) -> bytes | None:
        """All its bytes; None for more than that, or if it cannot be read."""
        data = bytearray()
        try:
            for chunk in self.chunks(name):
                data += chunk
                if len(data) > most:
                    return None
        except (EvidenceFault, OSError):
            return None
        return bytes(data)

    def sums(self) -> Sums | None:
        """The list of sums; None if there is none."""
        if SUMS not in self.names():
            return None
        data = self.whole(SUMS, SUMS_LIMIT)
        return Sums((), 1) if data is None else read_sums(data)

    def files(self, sums: Sums | None) -> list[CheckedFile]:
        """Every file that is listed or there."""
        listed = {line.name: line.sha256 for line in sums.lines} if sums is not None else {}
        there = self.names()
        found = []
        for name in there:
            if name == SUMS and sums is not None:
                continue
            found.append(self._file(name, listed.get(name), self.read(name), sums is not None))
        missing = [name for name in listed if name not in set(there)]
        found += [CheckedFile(name, Verdict.CHANGED, (Ground("line_missing"),)) for name in missing]
        return self._signed(found)

    def _file(self, name: str, expected: str | None, read: _Read, has_list: bool) -> CheckedFile:
        if read.fault:
            return CheckedFile(name, Verdict.CHANGED, (Ground("cannot_be_read", {"reason": read.fault}),), read.size)
        known = self._checking.known_by_hash(read.sha256)
        if expected is None:
            lacking = Ground("line_extra") if has_list else Ground("not_listed")
            verdict = Verdict.INTACT if known else Verdict.UNKNOWN
            return CheckedFile(
                name, verdict, (*known, lacking) if has_list or not known else known, read.size, read.sha256
            )
        if expected != read.sha256:
            return CheckedFile(name, Verdict.CHANGED, (Ground("line_failed"), *known), read.size, read.sha256)
        return CheckedFile(name, Verdict.INTACT, (*known, Ground("line_ok")), read.size, read.sha256)

    def _signed(self, files: list[CheckedFile]) -> list[CheckedFile]:
        """With what the signatures of the packet's own PDFs say."""
        left, found = _PDFS_MOST, []
        for file in files:
            if left and file.sha256 and "/" not in file.name and file.name.lower().endswith(".pdf"):
                left -= 1
                file = self._looked_into(file)
            found.append(file)
        return found

    def _looked_into(self, file: CheckedFile) -> CheckedFile:
        if file.size > _PDF_MOST:
            return file
        with tempfile.TemporaryDirectory(prefix="aftercase-verify-", ignore_cleanup_errors=True) as folder:
            path = Path(folder) / "packet.pdf"
            with path.open("wb") as target:
                for chunk in self.chunks(file.name):
                    target.write(chunk)
            own, _ = self._checking.check_one(path, file.name, file.sha256, file.size, "pdf")
        verdict = file.verdict
        if own.verdict is Verdict.CHANGED or (verdict is Verdict.UNKNOWN and own.verdict is Verdict.INTACT):
            verdict = own.verdict
        there = {ground.code for ground in file.grounds}
        more = [
            each
            for each in own.grounds
            if each.code not in there and each.code not in ("no_data_folder", "nothing_known")
        ]
        return replace(file, verdict=verdict, grounds=(*file.grounds, *more), signature=own.signature)

    def record(self) -> list[Ground]:
        """What the record says that lies with the files; empty if there is none."""
        if HISTORY not in self.names():
            return []
        try:
            checked = check_record(_lines(self.chunks(HISTORY)))
        except (EvidenceFault, OSError):
            return [Ground("record_broken", {"line": 0})]
        if checked.broken:
            return [Ground("record_broken", {"line": checked.broken})]
        known = self._checking.known
        ours = known is not None and known.knows_link(checked.seq, checked.head)
        return [Ground("record_ours" if ours else "record_holds", {"packet": checked.number, "links": checked.links})]


class FolderCheck(_ListedFiles):
    """A folder, as somebody unpacked an archive into it."""

    def __init__(self, checking: PacketChecking, path: Path, progress: Progress, cancelled: Callable[[], bool]) -> None:
        super().__init__(checking, cancelled)
        self._path = path
        self._progress = progress
        self._names, self._more = _walk(path)
        self._done = 0
        self._total = 0

    def run(self) -> Checked:
        """Every file of the folder against its list, or by itself without one."""
        for name in self._names:
            try:
                self._total += os.lstat(self._path / name).st_size
            except OSError:
                continue
        sums = self.sums()
        files = self.files(sums)
        grounds = _list_grounds(sums, files) + self.record()
        if self._more:
            grounds.append(Ground("too_many_files", {"limit": _FILES_MOST}))
        verdict = _verdict(files, sums, grounds)
        if self._more and verdict is Verdict.INTACT:
            verdict = Verdict.UNKNOWN
        return Checked(self._path.name or str(self._path), verdict, tuple(grounds), tuple(files))

    def names(self) -> list[str]:
        return self._names

    def chunks(self, name: str) -> Iterator[bytes]:
        from desktop.services.packet_checking import CheckStopped

        path = self._path / name
        # A link could lead anywhere, a pipe would never end.
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, flags), "rb") as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                raise EvidenceFault("evidence_unreadable")
            while chunk := stream.read(_CHUNK):
                if self._cancelled():
                    raise CheckStopped
                self._done += len(chunk)
                self._progress(min(self._done, self._total), self._total)
                yield chunk


class ArchiveCheck(_ListedFiles):
    """A ZIP: the archive of a packet, or one with the files of one."""

    def __init__(
        self,
        checking: PacketChecking,
        path: Path,
        sha256: str,
        size: int,
        progress: Progress,
        cancelled: Callable[[], bool],
    ) -> None:
        super().__init__(checking, cancelled)
        self._path, self._sha256, self._size = path, sha256, size
        self._progress = progress
        self._archive: Archive | None = None
        self._entries: dict[str, ArchiveEntry] = {}
        self._doubled: list[str] = []
        self._done = 0

    def run(self) -> Checked:
        """The whole by its hash, then every file in it."""
        known = list(self._checking.known_by_hash(self._sha256))
        try:
            self._archive = read_archive(self._path)
        except EvidenceFault as error:
            # One of ours that says it is larger than it can be was changed where its sizes stand.
            endless = error.code in _TOO_MUCH and not self._begins_as_ours()
            verdict = Verdict.INTACT if known else Verdict.UNKNOWN if endless else Verdict.CHANGED
            return self._whole(verdict, [*known, Ground("archive_unreadable", {"reason": error.code})], [])
        for entry in self._archive.entries:
            name = f"{entry.folder}/{entry.name}" if entry.folder else entry.name
            if name in self._entries:
                self._doubled.append(name)
            self._entries[name] = entry
        sums = self.sums()
        files = self.files(sums)
        files += [CheckedFile(name, Verdict.CHANGED, (Ground("name_twice"),)) for name in self._doubled]
        grounds = known + _list_grounds(sums, files) + self.record()
        ours = HISTORY in self._entries or self._begins_as_ours()
        if known:
            # The very bytes that were made; what the files in it say is only told.
            return self._whole(Verdict.INTACT, grounds, files)
        verdict = _verdict(files, sums, grounds)
        if ours and not self._frame_holds():
            grounds.insert(0, Ground("frame_changed"))
            verdict = Verdict.CHANGED
        known_parts = any(ground.code == "known_part" for file in files for ground in file.grounds)
        if verdict is Verdict.INTACT and known_parts and sums is None:
            grounds.insert(0, Ground("frame_unknown"))
        other = None
        if self._checking.known is not None:
            other = self._checking.known.other_bytes(self._path, self._path.name, "", self._size)
        if other is not None:
            grounds.insert(0, other)
            verdict = Verdict.CHANGED
        return self._whole(verdict, grounds, files)

    def names(self) -> list[str]:
        return list(self._entries)

    def chunks(self, name: str) -> Iterator[bytes]:
        from desktop.services.packet_checking import CheckStopped

        assert self._archive is not None
        stream = EntryStream(self._archive, self._entries[name])
        try:
            while chunk := stream.read(_CHUNK):
                if self._cancelled():
                    raise CheckStopped
                self._done += len(chunk)
                self._progress(min(self._done, self._size), self._size)
                yield chunk
        finally:
            stream.close()

    def _begins_as_ours(self) -> bool:
        """But for one byte, which may be the one that was changed."""
        try:
            with self._path.open("rb") as stream:
                head = stream.read(len(OWN_BEGIN))
            return len(head) == len(OWN_BEGIN) and sum(a != b for a, b in zip(head, OWN_BEGIN, strict=True)) <= 1
        except OSError:
            return False

    def _frame_holds(self) -> bool:
        archive = self._archive
        if archive is None or archive.shift or self._doubled:
            return False
        try:
            entries = [
                ZipEntry(entry.raw_name.decode("utf-8"), entry.size, entry.crc, entry.offset)
                for entry in archive.entries
            ]
            with self._path.open("rb", buffering=0) as stream:

                def read(place: int, count: int) -> bytes:
                    stream.seek(place)
                    return stream.read(count)

                return frame_holds(read, self._size, entries)
        except (UnicodeDecodeError, OSError, OverflowError):
            return False

    def _whole(self, verdict: Verdict, grounds: list[Ground], files: list[CheckedFile]) -> Checked:
        if verdict is Verdict.UNKNOWN and not grounds:
            grounds = [Ground("nothing_known" if self._checking.known is not None else "no_data_folder")]
        return Checked(self._path.name, verdict, tuple(grounds), tuple(files))


def _list_grounds(sums: Sums | None, files: list[CheckedFile]) -> list[Ground]:
    if sums is None:
        return [Ground("no_list")]
    counts = {code: sum(any(each.code == code for each in file.grounds) for file in files)
              for code in ("line_ok", "line_failed", "line_missing", "line_extra")}  # fmt: skip
    failed = counts["line_failed"] + sum(any(each.code == "cannot_be_read" for each in file.grounds) for file in files)
    values = {
        "ok": counts["line_ok"],
        "failed": failed,
        "missing": counts["line_missing"],
        "extra": counts["line_extra"],
    }
    found = [Ground("list_counts", values)]
    if sums.bad:
        found.append(Ground("list_bad_lines", {"count": sums.bad}))
    return found


def _verdict(files: list[CheckedFile], sums: Sums | None, grounds: list[Ground]) -> Verdict:
    """By the files, what lies beside a list counts as unknown; a list with lines that are none was changed."""
    if any(ground.code in ("list_bad_lines", "record_broken") for ground in grounds):
        return Verdict.CHANGED
    if sums is not None and not sums.lines:
        return Verdict.CHANGED
    return worst([file.verdict for file in files])


def _walk(folder: Path) -> tuple[list[str], bool]:
    """The files below a folder with `/` between folders, links left as they are; and whether there are more."""
    names: list[str] = []
    for place, folders, files in os.walk(folder, followlinks=False):
        folders.sort()
        for name in sorted(files):
            if name.lower() in _LITTER or name.startswith("._"):
                continue
            if len(names) >= _FILES_MOST:
                return names, True
            names.append((Path(place) / name).relative_to(folder).as_posix())
    return names, False


def _lines(chunks: Iterator[bytes]) -> Iterator[bytes]:
    kept, total = b"", 0
    for chunk in chunks:
        total += len(chunk)
        *whole, kept = (kept + chunk).split(b"\n")
        yield from whole
        if len(kept) > LINE_LIMIT or total > _RECORD_MOST:
            raise EvidenceFault("archive_too_large")
    if kept:
        yield kept
