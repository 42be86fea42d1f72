"""Many files at once: copied and hashed in threads, looked at by the decoder beside it, their rows written in batches.

The order of promises holds for every file: its bytes are forced to the disk, then its name, then its row is committed,
and only then is it counted as kept. One import is one entry of Undo.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from desktop.decoder.client import Decoder
from desktop.decoder.results import FileFacts, MediaFormat, NoPreviewReason
from desktop.diagnostics import LOGGER, Code
from desktop.services.chat_texts import told_media
from desktop.services.evidence_rows import AddedEvidence, Arrival, RowWriter, UnpackedArchive, shown_name
from desktop.services.workbench import Workbench
from desktop.undo import LongAction
from models.errors import AftercaseError, EvidenceFault
from models.kinds import EvidenceSource
from models.store.evidence_files import KeptFile
from models.store.evidence_staging import Readable, StagedFile
from models.store.transaction import Transaction

_log = logging.getLogger(f"{LOGGER}.import")
# Six wait for the disk better than one; two cores hash. The decoder has two processes of its own.
_COPIERS, _LOOKERS = 6, 3
_COPYING, _AHEAD = 8, 96
# A batch is one transaction: rows come this many at a time, or as they are ready after this many seconds.
_BATCH, _SOON_S = 48, 0.3
# What is ready waits this long for a file before it that is large or hard to look at, then goes first.
_PATIENCE_S = 1.5
_TICK_S = 0.1
# After these nothing more fits, or the case takes nothing: what follows is not tried, and can be tried again.
_ENDING = frozenset(("disk_full",))


@dataclass(frozen=True, slots=True)
class Incoming:
    """One file to be kept: at `path`, or what `opened` reads, anew each time it is called.

    `origin` is the folder, archive or window it came out of, never a whole path; `fault` is known before it is tried.
    """

    name: str
    origin: str = ""
    path: Path | None = None
    opened: Callable[[], Readable] | None = None
    source: EvidenceSource | None = None
    archive: UnpackedArchive | None = None
    fault: AftercaseError | None = None
    note: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import is: files done of all, and the bytes copied of the one in hand."""

    done: int
    total: int
    name: str = ""
    copied: int = 0
    size: int = 0


@dataclass(slots=True)
class _Ready:
    staged: StagedFile
    facts: FileFacts
    since: float


class EvidenceImport:
    """One import into one case. `run` blocks until it is through; call it from the I/O pool."""

    def __init__(
        self,
        bench: Workbench,
        decoder: Decoder,
        case_id: int,
        incoming: Sequence[Incoming],
        source: EvidenceSource,
        *,
        progress: Callable[[ImportProgress], None] = lambda progress: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        self._bench, self._decoder, self._case_id = bench, decoder, case_id
        self._files = bench.store.files
        self._incoming, self._source = incoming, source
        self._tell, self._cancelled = progress, cancelled
        self._ended = threading.Event()
        self._news: queue.SimpleQueue[tuple[int, StagedFile | _Ready | AftercaseError]] = queue.SimpleQueue()
        self._next = 0
        self._copying: dict[int, int] = {}
        self._looking: dict[int, StagedFile] = {}
        self._ready: dict[int, _Ready] = {}
        self._results: dict[int, AddedEvidence] = {}
        self._fault: AftercaseError | None = None
        self._action, self._kept, self._together = LongAction(), 0, 0
        self._named: set[str] = set()
        self._told = 0.0

    def run(self) -> tuple[AddedEvidence, ...]:
        """What became of each file, in the order given; those not reached when it was stopped are left out."""
        self._copiers = ThreadPoolExecutor(_COPIERS, thread_name_prefix="import")
        self._lookers = ThreadPoolExecutor(_LOOKERS, thread_name_prefix="import")
        try:
            while self._busy():
                self._feed()
                self._hear()
                self._flush_due()
                self._report()
            self._flush(sorted(self._ready))
        finally:
            self._ended.set()
            self._copiers.shutdown(wait=True, cancel_futures=True)
            # A file that is hard to look at holds nobody: its process has a time limit of its own.
            self._lookers.shutdown(wait=False, cancel_futures=True)
            self._drop_rest()
            self._bench.end(self._action)
        if self._fault is not None and not self._cancelled():
            for place in range(len(self._incoming)):
                self._results.setdefault(place, self._failed(place, self._fault))
        self._report(last=True)
        _log.info("%s: files %d, kept %d", Code("import"), len(self._incoming), self._kept)
        return tuple(self._results[place] for place in sorted(self._results))

    def _busy(self) -> bool:
        if self._cancelled():
            return bool(self._copying)
        waiting = self._fault is None and self._next < len(self._incoming)
        return waiting or bool(self._copying or self._looking)

    def _feed(self) -> None:
        while (
            self._next < len(self._incoming)
            and len(self._copying) < _COPYING
            and len(self._looking) + len(self._ready) < _AHEAD
            and self._fault is None
            and not self._cancelled()
        ):
            place = self._next
            self._next += 1
            fault = self._incoming[place].fault
            if fault is not None:
                self._results[place] = self._failed(place, fault)
                continue
            self._copying[place] = 0
            self._copiers.submit(self._copy, place)

    def _copy(self, place: int) -> None:
        """In a thread of its own: one file from where it lies into the staging folder."""
        one, staging = self._incoming[place], self._files.staging

        def copied(size: int) -> None:
            self._copying[place] = size

        def stop() -> bool:
            return self._ended.is_set() or self._cancelled()

        try:
            if one.path is not None:
                staged = staging.copy_path(one.path, cancelled=stop, copied=copied)
            elif one.opened is not None:
                staged = staging.copy(one.opened, cancelled=stop, copied=copied)
            else:
                raise EvidenceFault("evidence_gone")
            if staged.size == 0 and one.opened is not None and one.archive is None:
                staging.drop(staged)
                raise EvidenceFault("evidence_empty")
            self._news.put((place, staged))
        except AftercaseError as error:
            self._news.put((place, error))
        except Exception as error:  # noqa: BLE001 - the others go on, whatever is wrong with this one
            _log.error("copying failed", exc_info=error)
            self._news.put((place, EvidenceFault("evidence_not_kept", reason=type(error).__name__)))

    def _look(self, place: int, staged: StagedFile) -> None:
        """In a thread of its own: what the file says of itself, asked of the decoder's process."""
        try:
            facts = self._decoder.probe(staged.path, name=self._incoming[place].name)
        except Exception as error:  # noqa: BLE001 - kept all the same, without what it says of itself
            _log.error("looking failed", exc_info=error)
            facts = FileFacts(MediaFormat.UNKNOWN, no_preview=NoPreviewReason.UNAVAILABLE)
        self._news.put((place, _Ready(staged, facts, time.monotonic())))

    def _hear(self) -> None:
        """Take what the threads have to say; wait a moment for the first."""
        wait = _TICK_S if self._copying or self._looking else 0.0
        with suppress(queue.Empty):
            while True:
                place, said = self._news.get(timeout=wait) if wait else self._news.get_nowait()
                wait = 0.0
                self._take(place, said)

    def _take(self, place: int, said: StagedFile | _Ready | AftercaseError) -> None:
        if isinstance(said, StagedFile):
            self._copying.pop(place)
            self._looking[place] = said
            self._lookers.submit(self._look, place, said)
        elif isinstance(said, _Ready):
            self._looking.pop(place)
            self._ready[place] = said
        else:
            self._copying.pop(place)
            if said.code != "cancelled":
                self._results[place] = self._failed(place, said)
            if said.code in _ENDING:
                self._fault = said

    def _flush_due(self) -> None:
        if not self._ready:
            return
        now = time.monotonic()
        waiting = min((*self._copying, *self._looking, self._next))
        in_order = sorted(place for place in self._ready if place < waiting)
        if min(ready.since for ready in self._ready.values()) < now - _PATIENCE_S:
            self._flush(sorted(self._ready))
        elif in_order and (len(in_order) >= _BATCH or self._ready[in_order[0]].since < now - _SOON_S):
            self._flush(in_order)

    def _flush(self, places: Sequence[int]) -> None:
        """Names durable, then rows committed, then said: one transaction."""
        for start in range(0, len(places), _BATCH):
            part = places[start : start + _BATCH]
            settled = self._files.settle([self._ready[place].staged for place in part])
            arrivals = []
            for place, kept in zip(part, settled, strict=True):
                ready = self._ready.pop(place)
                if isinstance(kept, KeptFile):
                    arrivals.append(self._arrival(place, kept, ready.facts))
                else:
                    self._results[place] = self._failed(place, kept)
                    self._fault = kept if kept.code in _ENDING else self._fault
            if arrivals:
                self._write(arrivals)

    def _arrival(self, place: int, kept: KeptFile, facts: FileFacts) -> Arrival:
        one = self._incoming[place]
        source = one.source or self._source
        media = told_media(self._files.path(kept.sha256), facts)
        return Arrival(
            kept, facts, one.name, source, one.origin, archive=one.archive, note=one.note, place=place, media=media
        )

    def _write(self, arrivals: Sequence[Arrival]) -> None:
        archives = {each.archive.sha256: each.archive for each in arrivals if each.archive is not None}
        unnamed = [archive for sha256, archive in archives.items() if sha256 not in self._named]
        values: dict[str, object] = {}
        if not any(kept is self._action.entry for kept in self._bench.undo.done()):
            # The first step, or what came before was undone meanwhile: it is an entry of its own.
            self._together = 0

        def work(transaction: Transaction) -> list[AddedEvidence]:
            writer = RowWriter(transaction, self._case_id)
            for archive in unnamed:
                writer.unpacked(archive)
            written = writer.write(arrivals)
            new = [one for one in written if not one.already_there]
            values["count"] = self._together + len(new)
            values["number"], values["caption"] = (new[0].number, new[0].name) if new else ("", "")
            return written

        code = "evidence_imported" if len(self._incoming) > 1 else arrivals[0].code
        try:
            added = self._bench.act(code, work, values=values, part_of=self._action)
        except AftercaseError as error:
            # The case takes nothing, or the database cannot be written: so it will be with the next.
            self._fault = error
            for arrival in arrivals:
                self._results[arrival.place] = self._failed(arrival.place, error)
            return
        self._named |= {archive.sha256 for archive in unnamed}
        new = sum(not one.already_there for one in added)
        self._kept, self._together = self._kept + new, self._together + new
        self._results |= {one.place: one for one in added}

    def _failed(self, place: int, error: AftercaseError) -> AddedEvidence:
        return AddedEvidence(shown_name(self._incoming[place].name), None, error=error, place=place)

    def _drop_rest(self) -> None:
        with suppress(queue.Empty):
            while True:
                _, said = self._news.get_nowait()
                if not isinstance(said, AftercaseError):
                    self._files.staging.drop(said if isinstance(said, StagedFile) else said.staged)
        for staged in (*self._looking.values(), *(ready.staged for ready in self._ready.values())):
            self._files.staging.drop(staged)

    def _report(self, *, last: bool = False) -> None:
        now = time.monotonic()
        if not last and now - self._told < _TICK_S:
            return
        self._told = now
        hand = min(self._copying, default=None)
        one = None if hand is None or last else self._incoming[hand]
        copied = 0 if hand is None else self._copying.get(hand, 0)
        done, total = len(self._results), len(self._incoming)
        self._tell(
            ImportProgress(done, total) if one is None else ImportProgress(done, total, one.name, copied, one.size)
        )
