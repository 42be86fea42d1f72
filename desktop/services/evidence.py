"""Evidence: listed, read, captioned, tagged, numbered as exhibits, taken out."""

from __future__ import annotations

import codecs
import errno
from array import array
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from desktop.decoder.client import Decoder
from desktop.decoder.results import Decoded
from desktop.decoder.thumbnails import LIMIT_BYTES, ThumbnailCache
from desktop.services.cases import checked_text
from desktop.services.workbench import Workbench
from models.errors import EnvironmentFault
from models.evidence_query import EvidenceFilters, EvidenceQuery
from models.kinds import MediaKind, Problem
from models.receiving_records import ReceiptPhoto
from models.records import Evidence, EvidenceRow
from models.store import evidence, evidence_filters, fsops
from models.store.transaction import Transaction

CAPTION_LIMIT, PROVES_LIMIT, TAG_LIMIT = 2000, 5000, 100
_TAKEN = {True: ("exhibit_let_in", "exhibits_let_in"), False: ("exhibit_left_out", "exhibits_left_out")}


class EvidenceService:
    """What can be done with evidence."""

    def __init__(self, bench: Workbench, decoder: Decoder, *, thumbnail_bytes: int = LIMIT_BYTES) -> None:
        self._bench = bench
        self._decoder = decoder
        self._files = bench.store.files
        self.thumbnails = ThumbnailCache(bench.store.folder.cache / "thumbnails", decoder, limit_bytes=thumbnail_bytes)

    # Reading

    def list_case_evidence(self, case_id: int) -> tuple[Evidence, ...]:
        """The evidence of one case: exhibits first, in their order."""
        return evidence.list_case_evidence(self._bench.store.database, case_id)

    def list_ids(self, query: EvidenceQuery) -> array[int]:
        """What the gallery shows, in order; days of filters are days of the shop's time zone."""
        bench = self._bench
        return evidence_filters.list_ids(bench.store.database, query, bench.clock.now(), bench.time_zone)

    def list_evidence_ids(
        self, *, media: MediaKind | None = None, problem: Problem | None = None, shop_id: int | None = None
    ) -> array[int]:
        """All evidence, or that of one shop, newest first."""
        filters = EvidenceFilters(
            media=(media,) if media is not None else (), problems=(problem,) if problem is not None else ()
        )
        return self.list_ids(EvidenceQuery(descending=True, shop_id=shop_id, filters=filters))

    def find_names(self, column: str, typed: str) -> tuple[str, ...]:
        """The SKUs, batches or tags that hold what was typed: `column` is "sku", "batch" or "tag"."""
        return evidence_filters.find_names(self._bench.store.database, column, typed)

    def find_buyers(self, typed: str) -> tuple[tuple[int, str, str], ...]:
        """(id, present ID, former ID or name that fits) of the buyers that were typed."""
        return evidence_filters.find_buyers(self._bench.store.database, typed)

    def nicks_of(self, buyer_ids: Sequence[int]) -> Mapping[int, str]:
        """The present IDs of buyers."""
        return evidence_filters.nicks_of(self._bench.store.database, buyer_ids)

    def load_rows(self, ids: Sequence[int]) -> Mapping[int, EvidenceRow]:
        """What the gallery shows of these ids."""
        return evidence.load_evidence_rows(self._bench.store.database, ids)

    def find_evidence(self, evidence_id: int) -> Evidence:
        """One piece of evidence; NotFound if there is none."""
        return evidence.find_evidence(self._bench.store.database, evidence_id)

    def thumbnail(self, item: Evidence | ReceiptPhoto, size: tuple[int, int]) -> Decoded:
        """A small picture, from the cache or the decoder process. Waits: call it from the I/O pool."""
        at_ms = item.poster_ms or 0 if isinstance(item, Evidence) else 0
        return self.thumbnails.get(item.sha256, self._files.path(item.sha256), size, at_ms=at_ms)

    def picture(self, item: Evidence, max_side: int | None = None, *, page: int = 0, at_ms: int = 0) -> Decoded:
        """The picture itself (a page of a PDF, a frame of a video). Waits: call it from the I/O pool."""
        return self._decoder.picture(self._files.path(item.sha256), max_side, page=page, at_ms=at_ms)

    def read_text(self, item: Evidence, limit: int = 1_000_000) -> str:
        """The characters of a text file's first `limit` bytes: UTF-8 or GB18030, others as replacement marks."""
        data = self._files.read(item.sha256)
        shown = data[:limit]
        try:
            # A character cut in two at the limit is left out; at the end of the file it would be a fault.
            return codecs.getincrementaldecoder("utf-8-sig")().decode(shown, final=len(shown) == len(data))
        except UnicodeDecodeError:
            return codecs.getincrementaldecoder("gb18030")("replace").decode(shown, final=len(shown) == len(data))

    def write_copy(self, item: Evidence, target: Path) -> None:
        """Write the original bytes, checked against their hash, to a file outside the store: whole, or not at all.

        EvidenceFault if they are gone or not as imported, EnvironmentFault `file_unwritable` or `disk_full`.
        """
        data = self._files.read(item.sha256)
        try:
            fsops.write_whole(target, data)
        except OSError as error:
            code = "disk_full" if error.errno == errno.ENOSPC else "file_unwritable"
            raise EnvironmentFault(code, reason=error.strerror or "") from error
        except ValueError as error:
            # No system takes such a name: a zero, or half of a character.
            raise EnvironmentFault("file_unwritable", reason="") from error

    # Describing

    def set_caption(self, evidence_id: int, caption: str) -> None:
        """Say what it shows."""
        self._describe(evidence_id, "evidence_captioned", caption=checked_text(caption, limit=CAPTION_LIMIT))

    def set_proves(self, evidence_id: int, proves: str) -> None:
        """Say what it proves."""
        self._describe(evidence_id, "evidence_proves", proves=checked_text(proves, limit=PROVES_LIMIT))

    def set_tag(self, evidence_id: int, tag: str) -> None:
        """Say which need of the checklist it fills; "" for none."""
        self._describe(evidence_id, "evidence_tagged", tag=checked_text(tag, limit=TAG_LIMIT))

    def caption_many(self, evidence_ids: Sequence[int], caption: str, *, only_empty: bool = False) -> int:
        """The same words for all of them, or only for those that have none yet. Returns how many were changed."""
        text = checked_text(caption, limit=CAPTION_LIMIT)
        return self._describe_many(
            evidence_ids, "evidence_captioned_many", {"caption": text}, lambda item: not (only_empty and item.caption)
        )

    def tag_many(self, evidence_ids: Sequence[int], tag: str, *, toggle: bool = False) -> int:
        """Say which need they all fill; with `toggle`, take the tag away if all of them have it already."""
        text = checked_text(tag, limit=TAG_LIMIT)
        if toggle and all(item.tag == text for item in evidence.find_many(self._bench.store.database, evidence_ids)):
            text = ""
        return self._describe_many(evidence_ids, "evidence_tagged_many", {"tag": text})

    def exhibit_many(self, evidence_ids: Sequence[int]) -> int:
        """Make exhibits of those that are none, in this order; if all are, take their numbers away."""
        database = self._bench.store.database
        items = evidence.find_many(database, evidence_ids)
        wanted = any(item.exhibit is None for item in items)
        meant = [item for item in items if (item.exhibit is None) is wanted]
        if len(meant) == 1:
            self.set_exhibit(meant[0].id, wanted)
        if len(meant) <= 1:
            return len(meant)
        code = "exhibits_set" if wanted else "exhibits_cleared"

        def work(transaction: Transaction) -> None:
            chosen = {item.id for item in meant}
            for case_id in dict.fromkeys(item.case_id for item in meant):
                there = evidence.list_case_evidence(transaction.database, case_id)
                order = [each.id for each in there if each.exhibit is not None and each.id not in chosen]
                here = [item.id for item in meant if item.case_id == case_id]
                numbers = {each: number for number, each in enumerate(order + (here if wanted else []), 1)}
                for each in (*order, *here):
                    transaction.update("evidence", each, exhibit=numbers.get(each))
                transaction.record(
                    code, entity="case", entity_id=case_id, case_id=case_id, details={"count": len(here)}
                )

        self._bench.act(code, work, values={"count": len(meant)})
        return len(meant)

    def _describe_many(
        self,
        evidence_ids: Sequence[int],
        code: str,
        values: Mapping[str, Any],
        fits: Callable[[Evidence], bool] = lambda _: True,
    ) -> int:
        """One action for any number; one line in the history of each case."""
        said: dict[str, object] = {**values, "count": 0}

        def work(transaction: Transaction) -> int:
            changed: dict[int, list[int]] = {}
            for item in evidence.find_many(transaction.database, evidence_ids):
                if fits(item) and transaction.update("evidence", item.id, **values):
                    changed.setdefault(item.case_id, []).append(item.number)
            for case_id, numbers in changed.items():
                transaction.record(
                    code, entity="case", entity_id=case_id, case_id=case_id,
                    details={**values, "count": len(numbers), "numbers": ", ".join(map(str, numbers[:50]))},
                )  # fmt: skip
            said["count"] = sum(map(len, changed.values()))
            return sum(map(len, changed.values()))

        return self._bench.act(code, work, values=said)

    def set_exhibit(self, evidence_id: int, wanted: bool) -> None:
        """Make it an exhibit with the next free number, or take its number away; the others close up."""

        def work(transaction: Transaction) -> None:
            item = evidence.find_evidence(transaction.database, evidence_id)
            if (item.exhibit is not None) is wanted:
                return
            exhibits = [
                other
                for other in evidence.list_case_evidence(transaction.database, item.case_id)
                if other.exhibit is not None and other.id != evidence_id
            ]
            order = [other.id for other in exhibits] + ([evidence_id] if wanted else [])
            if not wanted:
                transaction.update("evidence", evidence_id, exhibit=None)
            for number, other_id in enumerate(order, 1):
                transaction.update("evidence", other_id, exhibit=number)
            transaction.record(
                "exhibit_set" if wanted else "exhibit_cleared",
                entity="evidence",
                entity_id=evidence_id,
                case_id=item.case_id,
                details={"number": item.number, "exhibit": len(order) if wanted else ""},
            )

        self._bench.act("exhibit_set" if wanted else "exhibit_cleared", work, values=self._named(evidence_id))

    def order_exhibits(
        self, case_id: int, evidence_ids: Sequence[int], *, moved: Sequence[int] = (), inside: bool | None = None
    ) -> None:
        """Number these as exhibits 1, 2, 3, ...; all others of the case are none. `moved`: those that were put
        elsewhere, so that the action is named after them; `inside`: put in (True) or out (False) instead."""
        numbers = {evidence_id: number for number, evidence_id in enumerate(evidence_ids, 1)}
        places = [numbers[each] for each in moved if each in numbers] if inside is None else []
        code = "exhibits_ordered" if not places else "exhibit_moved" if len(places) == 1 else "exhibits_moved"
        said: dict[str, object] = {"count": len(places) or len(evidence_ids)}
        if inside is not None and moved:
            code, said = _TAKEN[inside][len(moved) > 1], {"count": len(moved)}
            if len(moved) == 1:
                said["number"] = evidence.find_evidence(self._bench.store.database, moved[0]).number

        def work(transaction: Transaction) -> None:
            changed = False
            for item in evidence.list_case_evidence(transaction.database, case_id):
                if len(places) == 1 and item.id in moved:
                    said["exhibit"] = item.exhibit or numbers[item.id]
                changed |= transaction.update("evidence", item.id, exhibit=numbers.get(item.id))
            if places:
                said["place"] = min(places)
                said.setdefault("exhibit", min(places))
            if changed:
                transaction.record(code, entity="case", entity_id=case_id, case_id=case_id, details=said)

        self._bench.act(code, work, values=said)

    def remove(self, evidence_ids: Sequence[int]) -> None:
        """Take evidence out of its case; the file stays, and Undo brings it back."""

        def work(transaction: Transaction) -> None:
            for evidence_id in evidence_ids:
                item = evidence.find_evidence(transaction.database, evidence_id)
                if transaction.remove("evidence", evidence_id):
                    transaction.record(
                        "evidence_removed", entity="evidence", entity_id=evidence_id, case_id=item.case_id,
                        details={"number": item.number, "sha256": item.sha256},
                    )  # fmt: skip

        items = evidence.find_many(self._bench.store.database, evidence_ids)
        named = ", ".join(str(item.number) for item in items[:20]) + ("…" if len(items) > 20 else "")
        self._bench.act("evidence_removed", work, values={"number": named})

    def _describe(self, evidence_id: int, code: str, **values: Any) -> None:
        named = {**self._named(evidence_id), **values}

        def work(transaction: Transaction) -> None:
            item = evidence.find_evidence(transaction.database, evidence_id)
            if transaction.update("evidence", evidence_id, **values):
                transaction.record(code, entity="evidence", entity_id=evidence_id, case_id=item.case_id, details=named)

        self._bench.act(code, work, values=named)

    def _named(self, evidence_id: int) -> dict[str, object]:
        return {"number": self.find_evidence(evidence_id).number, "exhibit": ""}
