"""Looking at evidence: what is shown is checked against its hash first, then decoded; posters and stills of films."""

from __future__ import annotations

import threading
from pathlib import Path

from desktop.decoder.client import Decoder
from desktop.decoder.protocol import Operation
from desktop.decoder.results import Decoded, MediaFormat, NoPreview, NoPreviewReason
from desktop.exporters.bare_check import is_plain_png
from desktop.services.evidence_intake import AddedEvidence, EvidenceIntake
from desktop.services.frame_lists import FrameList, frame_list
from desktop.services.workbench import Workbench
from models.errors import UserError
from models.kinds import Derivation, Integrity, MediaKind
from models.records import Evidence
from models.store import evidence
from models.store.transaction import Transaction

_KNOWN = 5_000
Part = tuple[float, float, float, float]


class ViewingService:
    """What the viewer asks for. Everything but the poster waits for files or the decoder: for the I/O pool."""

    def __init__(self, bench: Workbench, decoder: Decoder, intake: EvidenceIntake) -> None:
        self._bench = bench
        self._decoder = decoder
        self._intake = intake
        self._files = bench.store.files
        self._lock = threading.Lock()
        self._known: dict[str, tuple[tuple[int, int, int], Integrity]] = {}

    def check(self, item: Evidence) -> Integrity:
        """Whether the file is as imported: hashed the first time in this session, and again when its size, time or
        place on the disk changed. EvidenceFault `evidence_unreadable` if it cannot be read at all."""
        path = self._files.path(item.sha256)
        looks = _looks(path)
        with self._lock:
            known = self._known.get(item.sha256)
        if looks is None:
            # Found changed before, it was set apart: the finding is worth more than that it lies elsewhere now.
            return item.integrity if item.integrity is not Integrity.VERIFIED else Integrity.MISSING
        if known is not None and known[0] == looks:
            return known[1]
        hashed = self._files.hash_file(item.sha256)
        found = (
            Integrity.MISSING if hashed is None
            else Integrity.VERIFIED if hashed == item.sha256 else Integrity.CHANGED
        )  # fmt: skip
        with self._lock:
            if len(self._known) >= _KNOWN:
                self._known.clear()
            self._known[item.sha256] = (looks, found)
        return found

    def picture(
        self, item: Evidence, max_side: int | None = None, *, page: int = 0, at_ms: int = 0, part: Part | None = None
    ) -> Decoded:
        """A picture: a page, a frame of an animation by its number, or what a film shows at a moment.

        `part` of a page is left, top, right and bottom as shares of it; it then fills `max_side`.
        """
        return self._decoder.picture(self._place(item), max_side, page=page, at_ms=at_ms, part=part)

    def frames(self, item: Evidence, around_ms: int = 0) -> FrameList | NoPreview:
        """When the frames of a film or an animation are shown."""
        return frame_list(self._decoder, self._place(item), around_ms)

    def _place(self, item: Evidence) -> Path:
        """Where the file lies: a changed one that was set apart can still be looked at, by who asks for it."""
        path = self._files.path(item.sha256)
        if item.integrity is Integrity.VERIFIED or path.exists():
            return path
        apart = sorted(
            self._bench.store.folder.quarantine.glob(f"{item.sha256}.*"), key=lambda one: one.stat().st_mtime_ns
        )
        return apart[-1] if apart else path

    def set_poster(self, evidence_id: int, poster_ms: int | None) -> None:
        """Choose the moment of a film that its small picture shows; None for its beginning.

        UserError `no_film` for what is none.
        """
        item = evidence.find_evidence(self._bench.store.database, evidence_id)
        if item.media is not MediaKind.VIDEO or (poster_ms is not None and not 0 <= poster_ms <= 0x7FFFFFFF):
            raise UserError("no_film")
        values = {"number": item.number, "at": clock_text(poster_ms or 0)}

        def work(transaction: Transaction) -> None:
            if transaction.update("evidence", evidence_id, poster_ms=poster_ms):
                transaction.record(
                    "poster_chosen", entity="evidence", entity_id=evidence_id, case_id=item.case_id, details=values
                )

        self._bench.act("poster_chosen", work, values=values)

    def keep_still(self, item: Evidence, *, page: int = 0, at_ms: int = 0) -> AddedEvidence | NoPreview:
        """Keep what is seen of a film, an animation or a document as evidence of its own, linked to it: a PNG of the
        pixels in their full size. UserError `evidence_not_as_imported` if the file is not what was imported."""
        if self.check(item) is not Integrity.VERIFIED:
            raise UserError("evidence_not_as_imported")
        # Nothing is hidden: it is the one maker of a file from pixels that knows pages and moments.
        nothing = {"boxes": [], "fill": [0, 0, 0]}
        path = self._files.path(item.sha256)
        found = self._decoder.made(path, Operation.REDACT, MediaFormat.PNG, nothing, page=page, at_ms=at_ms)
        if isinstance(found, NoPreview):
            return found
        if not is_plain_png(found.data, found.width, found.height):
            return NoPreview(NoPreviewReason.DAMAGED)
        details: dict[str, object]
        if item.media is MediaKind.VIDEO:
            details, mark = {"at_ms": at_ms}, f"{at_ms} ms"
        elif item.media is MediaKind.DOCUMENT:
            details, mark = {"page": page + 1}, f"p{page + 1}"
        else:
            details, mark = {"frame": page + 1}, f"{page + 1}"
        stem = item.original_name.rpartition(".")[0] or item.original_name or str(item.number)
        return self._intake.add_derived(
            [item.id], found.data, f"{stem[:200]} {mark}.png", Derivation.STILL, caption=item.caption,
            tag=item.tag, details=details,
        )  # fmt: skip


def clock_text(ms: int) -> str:
    """`1:02.345`, `1:00:02.345`: a time into a film, to the millisecond."""
    seconds, rest = divmod(max(0, ms), 1000)
    minutes, second = divmod(seconds, 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02d}:{second:02d}.{rest:03d}" if hours else f"{minute}:{second:02d}.{rest:03d}"


def _looks(path: Path) -> tuple[int, int, int] | None:
    try:
        facts = path.stat()
    except OSError:
        return None
    return facts.st_size, facts.st_mtime_ns, facts.st_ino
