"""Redacted copies: opaque boxes burned into a new file made of pixels, and proven on that file before it is kept."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath
from typing import Final

from desktop.decoder.client import Decoder
from desktop.decoder.protocol import Operation
from desktop.decoder.results import MediaFormat, NoPreview
from desktop.services.evidence_intake import AddedEvidence, EvidenceIntake
from desktop.services.redaction_proof import Box, prove
from desktop.services.workbench import Workbench
from models.errors import EvidenceFault, UserError
from models.kinds import Derivation
from models.records import Evidence
from models.rules.annotation_shapes import clipped_cover
from models.rules.annotations import MAX_COVERS, Rect
from models.store import evidence, layers

BLACK: Final = (0, 0, 0)
_STEM_LIMIT = 200


@dataclass(frozen=True, slots=True)
class RedactedCopy:
    """A redacted copy that is kept: of which evidence, how many boxes, when (aware UTC) and by whom."""

    evidence: Evidence
    boxes: int
    made_at: datetime
    made_by: str


class RedactionService:
    """What can be done to hide parts of a picture for good. The original stays, and so does its hash."""

    def __init__(self, bench: Workbench, decoder: Decoder, intake: EvidenceIntake) -> None:
        self._bench = bench
        self._decoder = decoder
        self._intake = intake
        self._files = bench.store.files

    def redact(
        self,
        evidence_id: int,
        boxes: Sequence[Rect],
        fill: tuple[int, int, int] = BLACK,
        *,
        page: int = 0,
        at_ms: int = 0,
        of: tuple[int, int] | None = None,
    ) -> AddedEvidence:
        """Keep a copy with everything inside the boxes replaced by the fill; waits for files and the decoder.

        `boxes` are left, top, right and bottom in upright pixels of the picture, or of a picture of the size `of` that
        shows the same; they are rounded outward and cut at its edges. UserError `redaction_empty`,
        `redaction_too_many`, `redaction_bad_box`, `redaction_outside`, `redaction_no_picture` with `reason`,
        `redaction_unproven` with `what`, `merged_stays`; NotFound; EvidenceFault if the original is not as imported.
        """
        _check_wanted(boxes, fill)
        item = evidence.find_evidence(self._bench.store.database, evidence_id)
        self._check_original(item)
        path = self._files.path(item.sha256)
        original = self._decoder.picture(path, None, page=page, at_ms=at_ms)
        if isinstance(original, NoPreview):
            raise UserError("redaction_no_picture", reason=original.reason.value)
        covers = covers_of(boxes, of, (original.width, original.height))
        made = self._decoder.made(
            path, Operation.REDACT, MediaFormat.PNG, {"boxes": covers, "fill": fill}, page=page, at_ms=at_ms
        )
        if isinstance(made, NoPreview):
            raise UserError("redaction_no_picture", reason=made.reason.value)
        prove(made.data, original, covers, fill)
        self._check_original(item, not_in=made.data)
        return self._keep(item, made.data, len(covers), page, at_ms)

    def copies(self, evidence_id: int) -> tuple[RedactedCopy, ...]:
        """The redacted copies of one piece of evidence, the newest first."""
        return tuple(
            RedactedCopy(item, boxes, item.imported_at, item.imported_by)
            for item, boxes in layers.list_redacted(self._bench.store.database, evidence_id)
        )

    def _keep(self, item: Evidence, made: bytes, boxes: int, page: int, at_ms: int) -> AddedEvidence:
        details: dict[str, object] = {"boxes": boxes, "of_sha256": item.sha256, "kind": Derivation.REDACTED.value}
        if page or at_ms:
            details |= {"page": page + 1, "at_ms": at_ms}
        return self._intake.add_derived(
            [item.id], made, copy_name(item, "redacted", "png"), Derivation.REDACTED, caption=item.caption,
            details=details,
        )  # fmt: skip

    def _check_original(self, item: Evidence, *, not_in: bytes = b"") -> None:
        """That the original's bytes still have its hash, and are nowhere in what was made of it."""
        found = self._files.hash_file(item.sha256)
        if found is None:
            raise EvidenceFault("evidence_missing", sha256=item.sha256)
        if found != item.sha256:
            raise EvidenceFault("evidence_changed", sha256=item.sha256)
        if 0 < item.size <= len(not_in) and self._files.read(item.sha256) in not_in:
            raise UserError("redaction_unproven", what="contained")


def covers_of(boxes: Sequence[Rect], of: tuple[int, int] | None, size: tuple[int, int]) -> list[Box]:
    """Boxes in whole pixels of a picture of that size. UserError `redaction_outside` if one covers no pixel of it."""
    across, down = (size[0] / of[0], size[1] / of[1]) if of else (1.0, 1.0)
    covers = []
    for left, top, right, bottom in boxes:
        cover = clipped_cover((left * across, top * down, right * across, bottom * down), size)
        if cover is None:
            raise UserError("redaction_outside")
        covers.append(cover)
    return covers


def copy_name(item: Evidence, made: str, ending: str) -> str:
    """The name of a file made of evidence: that of the evidence, and what was done."""
    stem = PurePath(item.original_name.replace("\\", "/")).stem[:_STEM_LIMIT] or str(item.number)
    return f"{stem}_{made}.{ending}"


def _check_wanted(boxes: Sequence[Rect], fill: tuple[int, int, int]) -> None:
    if not boxes:
        raise UserError("redaction_empty")
    if len(boxes) > MAX_COVERS:
        raise UserError("redaction_too_many", limit=MAX_COVERS)
    for left, top, right, bottom in boxes:
        if not all(math.isfinite(value) for value in (left, top, right, bottom)) or left > right or top > bottom:
            raise UserError("redaction_bad_box")
    if len(fill) != 3 or not all(type(part) is int and 0 <= part <= 255 for part in fill):
        raise UserError("redaction_bad_box")
