"""Where a long picture of a chat may be cut for paper, inside the worker: between messages, never through a line.

A row may be cut if it is all background; inside a bubble higher than a page, between two lines of its words; and in a
picture higher than a page nowhere but at its quietest row, which is said.
"""

from __future__ import annotations

import json
import os
from typing import IO, TYPE_CHECKING

from desktop.decoder.overlaps import grey_of
from desktop.decoder.pictures import RefusedError
from desktop.decoder.protocol import MAX_SIDE, Request, Response, Status
from desktop.decoder.results import MediaFormat, MediaKind, NoPreviewReason
from models.rules.page_cuts import page_cuts

os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"
import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from desktop.decoder.overlaps import Grey

    Rows = npt.NDArray[np.bool_]

LEAST_PAGE = 64
_SIDE_SHARE = 0.025
_PLAIN = 14
_GROUND = 10
_STEP = 18
_MOST_STEPS = 12
_ALIKE = 10
_BLOCK = 2048
_LEAST_GAP = 3
_MOST_GAPS = 20_000


def answer(request: Request, found: MediaFormat, file: IO[bytes]) -> Response:
    """JSON: `gaps` and `inner`, [first, last] rows where one may cut; `cuts`, [row, kind] for `page` rows a page.

    A kind is `between` messages, `inside` a bubble between lines, or `picture`, through what has no lines.
    """
    if found.kind is not MediaKind.IMAGE:
        raise RefusedError(NoPreviewReason.UNSUPPORTED)
    from desktop.decoder.decode import image_of

    page = _page(request.body)
    grey = grey_of(image_of(request, found, file))
    quiet, calm, busy = rows_of(grey)
    gaps, inner = runs(quiet), runs(calm & ~quiet)
    cuts = page_cuts(len(quiet), page, gaps, inner, lambda first, end: first + int(np.argmin(busy[first : end + 1])))
    words = {
        "gaps": gaps[:_MOST_GAPS],
        "inner": inner[:_MOST_GAPS],
        "cuts": [[cut.row, cut.kind.value] for cut in cuts],
    }
    return Response(request.number, Status.DATA, json.dumps(words).encode("ascii"))


def rows_of(grey: Grey) -> tuple[Rows, Rows, npt.NDArray[np.float32]]:
    """Which rows are background, which have no words on them, and how much is on each."""
    width = max(1, int(grey.shape[1] * (1 - _SIDE_SHARE)))
    height = grey.shape[0]
    plain, calm = np.zeros(height, bool), np.zeros(height, bool)
    busy, tone = np.zeros(height, np.float32), np.zeros(height, np.int16)
    for top in range(0, height, _BLOCK):
        # One row more at each end, to compare with the rows next to it.
        first, last = max(0, top - 1), min(height, top + _BLOCK + 1)
        block = grey[first:last, :width].astype(np.int16)
        inner = slice(top - first, top - first + min(_BLOCK, height - top))
        rows = slice(top, top + (inner.stop - inner.start))
        low, high = block.min(axis=1), block.max(axis=1)
        plain[rows] = (high - low <= _PLAIN)[inner]
        tone[rows] = np.median(block[:, ::8], axis=1)[inner]
        steps = np.abs(np.diff(block, axis=1))
        busy[rows] = steps.mean(axis=1, dtype=np.float32)[inner]
        # Between two lines a bubble has its own two edges and those of the face beside it, and goes on as it was.
        few = (steps > _STEP).sum(axis=1) <= _MOST_STEPS
        change = np.abs(np.diff(block, axis=0)).max(axis=1, initial=0)
        above = np.concatenate(([0], change)) <= _ALIKE
        below = np.concatenate((change, [0])) <= _ALIKE
        calm[rows] = (few & above & below)[inner]
    ground = int(np.median(tone[plain])) if plain.any() else 0
    quiet = plain & (np.abs(tone - ground) <= _GROUND)
    return quiet, calm | quiet, busy


def runs(rows: Rows) -> list[tuple[int, int]]:
    """The runs of true rows that are high enough to cut in: first and last row of each."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], rows, [False])).astype(np.int8)))
    pairs = edges.reshape(-1, 2)
    return [(int(first), int(end) - 1) for first, end in pairs if end - first >= _LEAST_GAP]


def _page(body: bytes) -> int:
    try:
        page = json.loads(body)["page"]
    except (ValueError, KeyError, TypeError) as error:
        raise RefusedError(NoPreviewReason.UNSUPPORTED) from error
    if type(page) is not int or not LEAST_PAGE <= page <= MAX_SIDE:
        raise RefusedError(NoPreviewReason.UNSUPPORTED)
    return page
