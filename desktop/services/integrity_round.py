"""The rolling check: while the program runs, all evidence is read again each month, a little at a time."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from desktop.services.evidence_integrity import IntegrityService
from desktop.services.workbench import Workbench
from desktop.settings import Settings
from models.clock import from_millis, to_millis
from models.kinds import Integrity
from models.store import evidence_marks, receipts_photos, verify
from models.store.evidence_marks import ToVerify
from models.store.file_reading import FileReading
from models.store.transaction import Transaction
from models.store.verify import EvidenceFinding
from models.store.verify_photos import PhotoFinding

ROUND = timedelta(days=30)
SLICE_EVERY_SECONDS = 2
# However little is read: where a whole folder of files is gone, each is read twice and written down.
_LONGEST_SECONDS = 0.4
_SMALLEST, _LARGEST = 4 << 20, 64 << 20
_SLICES = 20 * 4 * 3600 // SLICE_EVERY_SECONDS  # twenty days of four hours: all is read in a month of normal use
_FETCHED, _MARK_AFTER = 64, 200
_PHOTOS = 4
_MARK_SECONDS = 30.0
_KEY = "integrity.round"


@dataclass(frozen=True, slots=True)
class Slice:
    """What one slice did: bytes read, what it found that was not known before, whether there is more to read."""

    size: int
    findings: tuple[EvidenceFinding, ...]
    more: bool
    photos: tuple[PhotoFinding, ...] = ()


@dataclass(frozen=True, slots=True)
class RoundState:
    """How far this month's round is, in pieces of evidence, and when the last whole one ended."""

    started_at: datetime | None
    finished_at: datetime | None
    done: int
    total: int
    wrong: int


def _new_among(photos: tuple[PhotoFinding, ...]) -> tuple[PhotoFinding, ...]:
    """Those that were not known before."""
    return tuple(one for one in photos if one.was is Integrity.VERIFIED)


class IntegrityRound:
    """Reads what was read longest ago first. `roll` may be called from any thread; one slice runs at a time."""

    def __init__(self, bench: Workbench, integrity: IntegrityService, settings: Settings) -> None:
        self._bench = bench
        self._integrity = integrity
        self._settings = settings
        self._working = threading.Lock()
        self._queue: deque[ToVerify] = deque()
        self._reading: FileReading | None = None
        self._read_twice = False
        self._good: list[int] = []
        self._marked_at = 0.0
        self._portion = 0

    def state(self) -> RoundState:
        """How far it is; reads the store."""
        kept, database = self._kept(), self._bench.store.database
        started, finished = kept.get("started"), kept.get("finished", kept.get("before"))
        if started is None:
            return RoundState(None, None, 0, 0, evidence_marks.count_wrong(database))
        counted = evidence_marks.count_round(database, from_millis(started), self._bench.clock.now())
        return RoundState(
            from_millis(started), None if finished is None else from_millis(finished), counted.done, counted.total,
            evidence_marks.count_wrong(database),
        )  # fmt: skip

    def roll(self, *, stopped: Callable[[], bool] = lambda: False) -> Slice:
        """Read a few megabytes on. Nothing is read between the end of a round and thirty days after it began."""
        with self._working:
            started = self._started()
            if started is None:
                return Slice(0, (), more=False)
            read, found, budget = 0, list[EvidenceFinding](), self._budget()
            until = self._bench.clock.monotonic() + _LONGEST_SECONDS
            while read < budget and not stopped() and self._bench.clock.monotonic() < until:
                if self._reading is None and not self._next(started):
                    photos = receipts_photos.list_unread(
                        self._bench.store.database, started, self._bench.clock.now(), _PHOTOS
                    )
                    if photos:
                        # The photos of parcels nobody owns, some at a time, when all evidence is read.
                        wrong = self._integrity.photos.verify(photos, cancelled=stopped)
                        size = read + sum(photo.size for photo in photos)
                        return Slice(size, tuple(found), more=True, photos=_new_among(wrong))
                    self._finish(started)
                    return Slice(read, tuple(found), more=False)
                read += self._read(budget - read, found)
            if len(self._good) >= _MARK_AFTER or self._bench.clock.monotonic() - self._marked_at > _MARK_SECONDS:
                self._mark()
            return Slice(read, tuple(found), more=True)

    def _read(self, budget: int, found: list[EvidenceFinding]) -> int:
        reading = self._reading
        if reading is None:
            raise AssertionError("nothing is being read")
        # An empty or missing file costs something, too.
        read = max(reading.read(budget), 1)
        if reading.state is None:
            return read
        if reading.state.goes_apart and not self._read_twice:
            # A disk may err once: what is wrong is read again before it is said.
            self._reading, self._read_twice = FileReading(self._bench.store.files, reading.sha256, reading.size), True
            return read
        self._reading, self._read_twice = None, False
        store = self._bench.store
        rows = [row.id for row in evidence_marks.rows_of_file(store.database, reading.sha256)]
        check = verify.judge(store, reading.sha256, reading.state, rows)
        if check.findings or check.healed:
            found += self._integrity.note_file(check)
        else:
            self._good += check.good
        return read

    def _next(self, started: datetime) -> bool:
        known = set(self._good)
        while True:
            while self._queue:
                row = self._queue.popleft()
                if row.id not in known:
                    self._reading = FileReading(self._bench.store.files, row.sha256, row.size)
                    return True
            # What is marked is not given again.
            self._mark()
            known = set()
            now, database = self._bench.clock.now(), self._bench.store.database
            self._queue.extend(evidence_marks.next_to_verify(database, started, now, _FETCHED))
            if not self._queue:
                return False

    def _started(self) -> datetime | None:
        """When the round that is to be read on began; None while there is nothing to do."""
        kept, now = self._kept(), self._bench.clock.now()
        started = from_millis(kept["started"]) if kept.get("started") is not None else None
        # A clock that was set back begins no round in the future.
        if started is not None and started <= now:
            if kept.get("finished") is None:
                return started
            if now - started < ROUND:
                return None
        self._queue.clear()
        self._reading, self._portion = None, 0
        self._settings.set(_KEY, {"started": to_millis(now), "finished": None, "before": kept.get("finished")})
        return from_millis(to_millis(now))

    def _finish(self, started: datetime) -> None:
        database, now = self._bench.store.database, self._bench.clock.now()
        counted, wrong = evidence_marks.count_round(database, started, now), evidence_marks.count_wrong(database)
        self._settings.set(_KEY, {"started": to_millis(started), "finished": to_millis(now)})
        if not counted.total:
            return

        def work(transaction: Transaction) -> None:
            details = {"count": counted.total, "bad": wrong}
            transaction.record("round_verified", entity="store", entity_id=0, details=details)

        self._bench.act("round_verified", work, undoable=False)

    def _mark(self) -> None:
        self._marked_at = self._bench.clock.monotonic()
        if self._good:
            with self._bench.store.write(self._bench.stamp()) as transaction:
                evidence_marks.mark_read(transaction, self._good)
            self._good = []

    def _budget(self) -> int:
        if not self._portion:
            whole = evidence_marks.size_of_all(self._bench.store.database)
            self._portion = max(_SMALLEST, min(_LARGEST, whole // _SLICES))
        return self._portion

    def _kept(self) -> dict[str, Any]:
        kept = self._settings.get(_KEY)
        if not isinstance(kept, dict):
            return {}
        return {name: value for name, value in kept.items() if isinstance(value, int)}
