"""Watched folders: chosen by the user, looked at now and then in the I/O pool, and what arrived there."""

from __future__ import annotations

import hashlib
import logging
import stat
import threading
import zlib
from array import array
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from desktop.decoder.client import Decoder
from desktop.decoder.results import Decoded
from desktop.diagnostics import LOGGER
from desktop.platform.chat_folders import ChatFolder, chat_folders
from desktop.services.evidence_intake import AddedEvidence, EvidenceIntake, Incoming
from desktop.services.folder_watch import FolderWatch
from desktop.services.workbench import Workbench
from desktop.settings import Settings
from models.errors import AftercaseError, EvidenceFault, UserError
from models.kinds import EvidenceSource
from models.store import fsops, packets, watched_files
from models.store.watched_files import WatchedFile

_log = logging.getLogger(f"{LOGGER}.services")
SETTING = "evidence.watched"
MOST_FOLDERS, SHOWN = 20, 500
_MARK = b"AcWf1\n"


@dataclass(frozen=True, slots=True)
class WatchedFolder:
    """A watched folder: whether it is being looked at, is there, and holds more than is looked at."""

    path: Path
    paused: bool
    there: bool = True
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """What one look found: how many arrived, how many went or changed while they waited, how many wait now, and whether
    there is more to look at right away."""

    arrived: int
    gone: tuple[str, ...]
    waiting: int
    more: bool


class WatchedFolders:
    """`look` and what reads the disk are for the I/O pool; one look at a time, others answer at once."""

    def __init__(self, bench: Workbench, settings: Settings, intake: EvidenceIntake, decoder: Decoder) -> None:
        self._bench = bench
        self._settings = settings
        self._intake = intake
        self._decoder = decoder
        self._memory = bench.store.folder.cache / "watched"
        self._root = bench.store.folder.root.absolute()
        self._watches: dict[str, FolderWatch] = {}
        self._looking = threading.Lock()

    # What is watched

    def folders(self) -> tuple[WatchedFolder, ...]:
        """The watched folders in the order they were chosen."""
        found = []
        for path, paused in self._chosen().items():
            watch = self._watches.get(path)
            there, cut = (watch.there, watch.cut) if watch else (True, False)
            found.append(WatchedFolder(Path(path), paused, there, cut))
        return tuple(found)

    def suggestions(self) -> tuple[ChatFolder, ...]:
        """Download and chat folders of this computer that are not watched. Reads the disk."""
        watched = set(self._chosen())
        return tuple(each for each in chat_folders() if str(each.path) not in watched)

    def watch(self, folder: Path) -> None:
        """Watch a folder from now on; what is in it is no arrival. Reads the disk.

        UserError `watch_no_folder`, `watch_inside_data`, `watch_already` (it or one around or in it), `watch_too_many`.
        """
        path = folder.absolute()
        try:
            is_there = path.is_dir()
        except (OSError, ValueError):
            is_there = False
        if not is_there or path.parent == path or not _is_text(str(path)):
            raise UserError("watch_no_folder")
        if path.is_relative_to(self._root):
            raise UserError("watch_inside_data")
        chosen = self._chosen()
        for each in map(Path, chosen):
            if path.is_relative_to(each) or each.is_relative_to(path):
                raise UserError("watch_already", folder=each.name)
        if len(chosen) >= MOST_FOLDERS:
            raise UserError("watch_too_many", limit=MOST_FOLDERS)
        with suppress(OSError):
            self._memory_of(str(path)).unlink(missing_ok=True)
        self._keep({**chosen, str(path): False})

    def stop(self, folder: Path) -> None:
        """Watch it no more; what arrived from it and waits is dismissed."""
        path = str(folder)
        chosen = self._chosen()
        if chosen.pop(path, None) is None:
            return
        self._keep(chosen)
        with self._looking:
            self._watches.pop(path, None)
            with self._bench.store.write(self._bench.stamp()) as transaction:
                watched_files.dismiss_waiting(transaction, path)
        with suppress(OSError):
            self._memory_of(path).unlink(missing_ok=True)

    def pause(self, paused: bool, folder: Path | None = None) -> None:
        """Do not look at it (or at any) for a while; what comes meanwhile arrives afterwards."""
        chosen = self._chosen()
        for path in chosen if folder is None else [str(folder)]:
            if path in chosen:
                chosen[path] = paused
        self._keep(chosen)

    # What arrived

    def look(self) -> Look:
        """Look for what arrived, one part of the folders at a time. Nothing is ever read but names, sizes and times."""
        if not self._looking.acquire(blocking=False):
            return Look(0, (), self.count_waiting(), more=False)
        try:
            return self._look()
        finally:
            self._looking.release()

    def waiting(self) -> tuple[WatchedFile, ...]:
        """What waits in the tray, newest first."""
        return watched_files.list_waiting(self._bench.store.database, SHOWN)

    def count_waiting(self) -> int:
        """How many wait."""
        return watched_files.count_waiting(self._bench.store.database)

    def thumbnail(self, arrival: WatchedFile, size: tuple[int, int]) -> Decoded:
        """A small picture straight from the file, by the decoder process. Waits: call it from the I/O pool."""
        return self._decoder.thumbnail(path_of(arrival), *size)

    def add(
        self,
        case_id: int,
        ids: Sequence[int],
        *,
        progress: Callable[[int, int], None] = lambda done, total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> tuple[AddedEvidence, ...]:
        """Keep arrivals as evidence of a case, in one action for Undo; the files stay where they are.

        One that is gone or changed is named and leaves the tray; one that fails otherwise waits on.
        """
        arrivals = watched_files.find_arrivals(self._bench.store.database, ids)
        waiting = [each for each in arrivals if each.state == watched_files.WAITING]
        incoming = [
            Incoming(path_of(each).name, Path(each.folder).name, path_of(each), size=each.size)
            if is_as_arrived(each)
            else Incoming(path_of(each).name, fault=EvidenceFault("arrival_gone"))
            for each in waiting
        ]
        results = self._intake.add_all(
            case_id, incoming, EvidenceSource.WATCHED, cancelled=cancelled,
            progress=lambda now: progress(now.done, now.total),
        )  # fmt: skip
        gone = [one.place for one in results if one.error is not None and one.error.code == "arrival_gone"]
        added = [one.place for one in results if one.evidence_id is not None]
        for places, state in ((gone, watched_files.DISMISSED), (added, watched_files.ADDED)):
            if places:
                self._set([waiting[place].id for place in places], state)
        return results

    def dismiss(self, ids: Sequence[int]) -> None:
        """Take arrivals out of the tray; the files stay where they are."""
        self._set(ids, watched_files.DISMISSED)

    def dismiss_all(self) -> int:
        """Empty the tray; how many were in it."""
        with self._bench.store.write(self._bench.stamp()) as transaction:
            return watched_files.dismiss_waiting(transaction)

    def _look(self) -> Look:
        arrived = 0
        chosen = self._chosen()
        for path in [path for path in self._watches if path not in chosen]:
            del self._watches[path]
        for path, paused in chosen.items():
            if not paused:
                arrived += self._look_at(path)
        gone = self._drop_gone()
        more = any(watch.under_way for watch in self._watches.values())
        return Look(arrived, gone, self.count_waiting(), more)

    def _look_at(self, path: str) -> int:
        watch = self._watches.get(path)
        if watch is None:
            watch = self._watches[path] = FolderWatch(Path(path), self._read(path), self._seconds, but=self._root)
        found = watch.look()
        new = 0
        if found:
            arrivals = [
                WatchedFile(path, each.name, each.size, each.modified_ns)
                for each in found
                if _is_text(each.name) and not self._is_packet(Path(path, each.name), each.size)
            ]
            try:
                with self._bench.store.write(self._bench.stamp()) as transaction:
                    new = watched_files.keep_arrivals(transaction, arrivals)
            except AftercaseError:
                watch.take_back(found)
                raise
        if watch.whole and watch.changed and not watch.under_way:
            watch.changed = not self._remember(path, watch)
        return new

    def _is_packet(self, path: Path, size: int) -> bool:
        """Whether it is a packet saved there: made of the evidence of a case, it is none that arrived."""
        hashes = packets.hashes_of_size(self._bench.store.database, size)
        if not hashes:
            return False
        try:
            with path.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() in hashes
        except OSError:
            return False

    def _seconds(self) -> float:
        return self._bench.clock.now().timestamp()

    def _drop_gone(self) -> tuple[str, ...]:
        """What was deleted or changed while it waited leaves the tray; their names."""
        watched = self._chosen()
        gone = [
            each
            for each in self.waiting()
            # A drive that is away may come back, and the file with it.
            if each.folder not in watched or (Path(each.folder).is_dir() and not is_as_arrived(each))
        ]
        if gone:
            self._set([each.id for each in gone], watched_files.DISMISSED)
        return tuple(each.name.rpartition("/")[2] for each in gone)

    def _set(self, ids: Sequence[int], state: str) -> None:
        with self._bench.store.write(self._bench.stamp()) as transaction:
            watched_files.set_state(transaction, ids, state)

    # What is kept

    def _chosen(self) -> dict[str, bool]:
        """Paths with whether they are paused, as the settings hold them; what has another shape is as if not set."""
        kept = self._settings.get(SETTING)
        found: dict[str, bool] = {}
        for each in kept[:MOST_FOLDERS] if isinstance(kept, list) else ():
            path = each.get("path") if isinstance(each, Mapping) else None
            if isinstance(path, str) and path and "\0" not in path and Path(path).is_absolute():
                found[path] = each.get("paused") is True
        return found

    def _keep(self, chosen: Mapping[str, bool]) -> None:
        self._settings.set(SETTING, [{"path": path, "paused": paused} for path, paused in chosen.items()])

    def _memory_of(self, path: str) -> Path:
        name = hashlib.sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        return self._memory / f"{name}.seen"

    def _read(self, path: str) -> array[int] | None:
        """What was there when the program was closed; None if that is not known, and then nothing there is new."""
        try:
            data = self._memory_of(path).read_bytes()
        except OSError:
            return None
        body = data[len(_MARK) + 4 :]
        if not data.startswith(_MARK) or len(body) % 8 or zlib.crc32(body) != int.from_bytes(data[6:10], "big"):
            return None
        known = array("Q")
        known.frombytes(body)
        return known

    def _remember(self, path: str, watch: FolderWatch) -> bool:
        body = watch.prints().tobytes()
        try:
            fsops.make_folder(self._memory)
            fsops.write_whole(self._memory_of(path), _MARK + zlib.crc32(body).to_bytes(4, "big") + body)
        except OSError as error:
            _log.warning("watched folder not remembered", exc_info=error)
            return False
        return True


def path_of(arrival: WatchedFile) -> Path:
    """Where the file lies."""
    return Path(arrival.folder, *arrival.name.split("/"))


def is_as_arrived(arrival: WatchedFile) -> bool:
    """Whether it is still there and as it was."""
    try:
        facts = path_of(arrival).lstat()
    except (OSError, ValueError):
        return False
    known = (arrival.size, arrival.modified_ns)
    return stat.S_ISREG(facts.st_mode) and (facts.st_size, facts.st_mtime_ns) == known


def _is_text(name: str) -> bool:
    """Whether the store can hold the name: one of broken bytes cannot be asked for again."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
