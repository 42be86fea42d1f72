"""Seen before: looks of evidence made behind the user's back, and what they say of other cases and buyers."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.changes import ChangeSet
from desktop.decoder.client import Decoder
from desktop.decoder.protocol import Operation
from desktop.decoder.results import NoPreview
from desktop.services.workbench import Workbench
from models.errors import NotFound
from models.likeness_records import SeenBefore, SerialPattern
from models.records import Evidence
from models.rules.likeness import LARGEST_DIFFERENCE, LOOK_BYTES, METHOD, Candidate, LookIndex
from models.store import evidence, likeness
from models.store.transaction import Transaction

SLICE_SECONDS = 0.4
"""How long a thread of the file pool is taken at once."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What a slice did: files looked at, new pairs, and whether there is more to do."""

    looked: int
    pairs: int
    more: bool


class LikenessService:
    """What can be asked about pictures seen before. Filling may be called from any thread; one works at a time."""

    def __init__(self, bench: Workbench, decoder: Decoder) -> None:
        self._bench = bench
        self._decoder = decoder
        self._index: LookIndex | None = None
        self._working = threading.Lock()
        self._given_up: set[str] = set()
        self._below: int | None = None
        self._above = self._highest = 0

    # Filling

    def fill(self, *, stopped: Callable[[], bool] = lambda: False, seconds: float = SLICE_SECONDS) -> Filled:
        """Make looks of evidence that has none, the newest first, for about `seconds`. Waits for the decoder."""
        with self._working:
            until, looked, pairs = time.monotonic() + seconds, 0, 0
            if self._below is None:
                self._highest = self._bench.store.highest_id("evidence")
            while not stopped():
                todo, end = likeness.list_unlooked(
                    self._bench.store.database, METHOD, below=self._below or self._highest + 1, above=self._above
                )
                for each in todo:
                    if time.monotonic() > until or stopped():
                        return Filled(looked, pairs, more=True)
                    pairs += self._look(each.sha256)
                    looked += 1
                if end == self._above:
                    self._above, self._below = self._highest, None
                    return Filled(looked, pairs, more=self._bench.store.highest_id("evidence") > self._above)
                self._below = end
            return Filled(looked, pairs, more=True)

    def look_at(self, evidence_ids: Sequence[int], *, stopped: Callable[[], bool] = lambda: False) -> int:
        """Make the looks of these pieces of evidence now, as after an intake; how many were done before `stopped`."""
        done = 0
        with self._working:
            for evidence_id in evidence_ids:
                if stopped():
                    break
                try:
                    item = evidence.find_evidence(self._bench.store.database, evidence_id)
                except NotFound:
                    continue
                if likeness.find_look(self._bench.store.database, item.sha256, METHOD) is None:
                    self._look(item.sha256)
                done += 1
        return done

    def _look(self, sha256: str) -> int:
        """Look at one file and at what it may be like; how many pairs were found."""
        if sha256 in self._given_up:
            return 0
        store = self._bench.store
        answer = self._decoder.data(store.files.path(sha256), Operation.LIKENESS)
        if isinstance(answer, NoPreview):
            if not answer.lasting:
                # Not tried again before the next start: it may have been the trouble of a moment, or always is.
                self._given_up.add(sha256)
                return 0
            answer = b""
        # The worker read a stranger's file: what it says is checked.
        look = answer if len(answer) == LOOK_BYTES else b""
        index = self._looks()
        known = likeness.find_look(store.database, sha256, METHOD) is not None
        near = self._same(sha256, index.near(sha256, look))
        with store.write(self._bench.stamp()) as transaction:
            likeness.keep_look(transaction, sha256, look, METHOD, near)
        if not known:
            index.add(sha256, look)
        if near:
            cases = likeness.cases_with(store.database, [sha256, *(other for other, _ in near)])
            self._bench.changes.publish(ChangeSet(frozenset(cases), frozenset({"likeness_pair"})))
        return len(near)

    def _same(self, sha256: str, candidates: Sequence[Candidate]) -> list[tuple[str, int]]:
        """Those that are the same photo, compared place by place in one request, with the bits that differ."""
        if not candidates:
            return []
        files = self._bench.store.files
        body = {"against": [[str(files.path(one.sha256).absolute()), one.mirrored] for one in candidates]}
        answer = self._decoder.data(files.path(sha256), Operation.LIKENESS, body)
        if isinstance(answer, NoPreview):
            return []
        try:
            found = json.loads(answer)["differences"]
        except (ValueError, KeyError, TypeError, RecursionError):
            return []
        if not isinstance(found, list) or len(found) != len(candidates):
            return []
        return [
            (one.sha256, one.distance)
            for one, far in zip(candidates, found, strict=True)
            if isinstance(far, (int, float)) and 0 <= far <= LARGEST_DIFFERENCE
        ]

    def _looks(self) -> LookIndex:
        if self._index is None:
            index = LookIndex()
            for sha256, look in likeness.read_looks(self._bench.store.database, METHOD):
                index.add(sha256, look)
            self._index = index
        return self._index

    # Asking

    def seen_before(self, evidence_id: int) -> SeenBefore:
        """Where else the picture of a piece of evidence is, other cases first."""
        return likeness.seen_before(self._bench.store.database, evidence_id)

    def counts(self, evidence_ids: Sequence[int]) -> dict[int, int]:
        """In how many other cases each picture is; only those with any."""
        return likeness.count_seen(self._bench.store.database, evidence_ids)

    def patterns(self, buyer_id: int) -> tuple[SerialPattern, ...]:
        """Pictures of a buyer's cases that are in several cases, theirs or others'."""
        return likeness.find_patterns(self._bench.store.database, buyer_id)

    # Deciding

    def dismiss(self, evidence_id: int, other_id: int) -> None:
        """Note that a person looked and says: not the same picture. It stays away until `take_back`."""
        one, other = self._find(evidence_id), self._find(other_id)

        def work(transaction: Transaction) -> None:
            if likeness.dismiss(transaction, one.sha256, other.sha256):
                self._note(transaction, "likeness_dismissed", one, other)

        self._bench.act("likeness_dismissed", work, undoable=False)

    def take_back(self, evidence_id: int) -> int:
        """Show again all that was put away for a piece of evidence; how many those were."""
        item = self._find(evidence_id)
        others = likeness.dismissed_of(self._bench.store.database, item.sha256)

        def work(transaction: Transaction) -> None:
            for other in others:
                likeness.dismiss(transaction, item.sha256, other, dismissed=False)
            if others:
                self._note(transaction, "likeness_taken_back", item, None)

        self._bench.act("likeness_taken_back", work, undoable=False)
        return len(others)

    def _find(self, evidence_id: int) -> Evidence:
        return evidence.find_evidence(self._bench.store.database, evidence_id)

    def _note(self, transaction: Transaction, code: str, item: Evidence, other: Evidence | None) -> None:
        details: dict[str, object] = {"number": item.number, "sha256": item.sha256}
        if other is not None:
            row = evidence.load_evidence_rows(transaction.database, [other.id]).get(other.id)
            details |= {
                "other": row.case_number if row else "",
                "other_number": other.number,
                "other_sha256": other.sha256,
            }
        transaction.record(code, entity="evidence", entity_id=item.id, case_id=item.case_id, details=details)
