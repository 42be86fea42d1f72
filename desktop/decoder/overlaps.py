"""Where two screenshots of one chat overlap, inside the worker: fixed head and foot, then the offset that fits best.

Rows are compared as 48 mean values each, so the noise of JPEG hardly counts. A place fits by what of its *content*
agrees; rows of mere background agree anywhere. Measured on drawn chats by tests/bench/stitch_rates.py.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from itertools import islice, product
from typing import IO, TYPE_CHECKING, Any

from desktop.decoder.pictures import RefusedError
from desktop.decoder.protocol import Request, Response, Status
from desktop.decoder.results import MediaFormat, MediaKind, NoPreviewReason

# One thread, and no memory set aside for others, within the worker's limit.
os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"
import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt
    from PIL import Image

    Grey = npt.NDArray[np.uint8]
    Means = npt.NDArray[np.float32]

MOST_LOWERS = 24
_MOST_PATH = 32_000
_BINS = 48
_SIDE_SHARE = 0.025  # at the right: the mark of where one is in the chat
_EDGE_SHARE = 0.25  # head and foot are at most so much of the height
_CLOCK_SHARE = 0.06
_CHANGED, _CHANGED_SHARE, _CLOCK_CHANGED_SHARE = 40, 0.01, 0.16
_SAME_RUN = 0.004
_GUESSES = 3
_MOST_GUESSES = 4
_NOISE = 2.0
_ACTIVE = 10.0
_COARSE_ROWS = 1000
_COARSE_ERROR, _FIT_ERROR, _SURE_ERROR = 0.5, 0.1, 0.06
_CANDIDATES = 12
_LEAST_SHARE = 0.02  # of the width: so many rows with content must agree at all
_SURE_SHARE = 0.15
_RIVAL = 0.5
_QUIET = 6.0


@dataclass(frozen=True, slots=True)
class Fit:
    """`rows` of overlap, the share of content that differs, and how many rows with content agree."""

    rows: int
    error: float
    weight: int


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two pictures have in common. `head` rows at the top and `foot` rows at the bottom are fixed.

    `state`: `sure`, `look` (fits, but little or not well), `ambiguous` (several places fit: repeating content),
    `none`, `same` (one picture), `width` (not of one width). `fits`: the best first. `quiet`: the row of the overlap
    of the first where one picture may end and the other go on.
    """

    state: str
    head: int = 0
    foot: int = 0
    fits: tuple[Fit, ...] = ()
    quiet: int = 0


def answer(request: Request, found: MediaFormat, file: IO[bytes]) -> Response:
    """How the picture goes on in each of `lowers` (paths in the body): a JSON list of overlaps in that order."""
    if found.kind is not MediaKind.IMAGE:
        raise RefusedError(NoPreviewReason.UNSUPPORTED)
    from desktop.decoder.decode import image_of, other_image

    lowers = _paths(request.body)
    upper = grey_of(image_of(request, found, file))
    overlaps = [overlap(upper, grey_of(other_image(request, path))) for path in lowers]
    return Response(request.number, Status.DATA, json.dumps([asdict(each) for each in overlaps]).encode("ascii"))


def grey_of(image: Image.Image) -> Grey:
    """Its brightness, row by row; what is transparent lies on white."""
    if image.mode == "RGBA":
        from PIL import Image as Pictures

        paper = Pictures.new("RGB", image.size, (255, 255, 255))
        paper.paste(image, mask=image.getchannel("A"))
        image = paper
    return np.asarray(image.convert("L"))


def overlap(upper: Grey, lower: Grey) -> Overlap:
    """How `lower` goes on where `upper` ends."""
    if upper.shape[1] != lower.shape[1]:
        return Overlap("width")
    if upper.shape == lower.shape and _is_same(upper, lower):
        return Overlap("same")
    heads = _edges(upper, lower)
    feet = _edges(upper[::-1], lower[::-1])
    uppers, lowers = _means(upper), _means(lower)
    best = Overlap("none", heads[0], feet[0])
    for head, foot in islice(product(heads, feet), _MOST_GUESSES):
        found = _overlap_of(uppers, lowers, head, foot, upper.shape[1])
        if found.fits and (not best.fits or _worth(found.fits[0]) > _worth(best.fits[0])):
            best = found
        if best.state in ("sure", "ambiguous"):
            break
    return best


def _paths(body: bytes) -> list[str]:
    try:
        asked = json.loads(body)
        paths = asked["lowers"]
    except (ValueError, KeyError, TypeError) as error:
        raise RefusedError(NoPreviewReason.UNSUPPORTED) from error
    known = isinstance(paths, list) and 0 < len(paths) <= MOST_LOWERS
    if not known or not all(isinstance(path, str) and 0 < len(path) <= _MOST_PATH for path in paths):
        raise RefusedError(NoPreviewReason.UNSUPPORTED)
    return list(paths)


def _is_same(upper: Grey, lower: Grey) -> bool:
    from_row = int(upper.shape[0] * _CLOCK_SHARE)
    changed = np.abs(upper[from_row:].astype(np.int16) - lower[from_row:]) > _CHANGED
    return float(changed.mean()) < 0.0005


def _edges(upper: Grey, lower: Grey) -> list[int]:
    """How many rows at the top are fixed; a second guess behind a part of them that changed, as a name while typing."""
    most = int(min(upper.shape[0], lower.shape[0]) * _EDGE_SHARE)
    width = int(upper.shape[1] * (1 - _SIDE_SHARE))
    changed = np.abs(upper[:most, :width].astype(np.int16) - lower[:most, :width]) > _CHANGED
    shares = changed.mean(axis=1)
    clock = int(upper.shape[0] * _CLOCK_SHARE)
    middle = changed[:, width * 35 // 100 : width * 65 // 100].any(axis=1)
    rows = np.arange(most)
    fixed = (shares <= _CHANGED_SHARE) | ((rows < clock) & (shares < _CLOCK_CHANGED_SHARE) & ~middle)
    if fixed.all():
        return [most]
    first = int(np.argmin(fixed))
    in_bar = shares[:first] > _CHANGED_SHARE
    if in_bar.any():
        # Behind a clock there must be a bar that stays: else the clock was a bubble.
        last = int(np.flatnonzero(in_bar)[-1])
        if first - last < max(8, upper.shape[0] // 100):
            return [int(np.argmax(in_bar))]
    ends = [first]
    run = max(6, int(upper.shape[0] * _SAME_RUN))
    while len(ends) < _GUESSES:
        # The next run of rows that stay, if it is near: what changed above it was a name, a notice, a typed word.
        behind = np.convolve(fixed[ends[-1] :].astype(np.int16), np.ones(run, np.int16), "valid") == run
        goes_on = np.flatnonzero(behind)
        if not goes_on.size or goes_on[0] > upper.shape[0] * _CLOCK_SHARE:
            break
        again = ends[-1] + int(goes_on[0])
        rest = fixed[again:]
        ends.append(most if rest.all() else again + int(np.argmin(rest)))
    return ends


def _means(grey: Grey) -> Means:
    step = max(1, int(grey.shape[1] * (1 - _SIDE_SHARE)) // _BINS)
    bins = min(_BINS, grey.shape[1] // step)
    cut = grey[:, : bins * step]
    means: Means = cut.reshape(grey.shape[0], bins, step).mean(axis=2, dtype=np.float32)
    return means


def _overlap_of(uppers: Means, lowers: Means, head: int, foot: int, width: int) -> Overlap:
    upper, lower = uppers[head : uppers.shape[0] - foot], lowers[head : lowers.shape[0] - foot]
    most = min(len(upper), len(lower))
    if most < 8:
        return Overlap("none", head, foot)
    ground = np.float32(np.median(np.concatenate((upper[-most:], lower[:most]))))
    fits = _fits(upper[-most:], lower[:most], ground, width)
    if not fits:
        return Overlap("none", head, foot)
    best = fits[0]
    rivals = [fit for fit in fits[1:] if fit.weight >= best.weight * _RIVAL and fit.error < _SURE_ERROR * 1.5]
    if rivals:
        state = "ambiguous"
    elif best.error < _SURE_ERROR and best.weight >= width * _SURE_SHARE:
        state = "sure"
    else:
        state = "look"
    quiet = _quiet(upper[-best.rows :], lower[: best.rows])
    return Overlap(state, head, foot, fits, quiet)


def _fits(upper: Means, lower: Means, ground: np.float32, width: int) -> tuple[Fit, ...]:
    """The places where the end of `upper` and the beginning of `lower` agree: the one with most content first."""
    step = max(1, len(upper) // _COARSE_ROWS)
    coarse_upper, coarse_lower = _pooled(upper, step, from_end=True), _pooled(lower, step)
    count = len(coarse_lower)
    errors = _coarse_errors(coarse_upper, coarse_lower, ground)
    around = np.pad(errors, 2, constant_values=np.inf)
    lowest = np.min([around[at : at + count] for at in range(5)], axis=0)
    places = np.flatnonzero((errors <= lowest) & (errors < _COARSE_ERROR)) + 1
    # Those with the most content that agrees are looked at pixel by pixel.
    active = np.cumsum(np.abs(coarse_lower - ground).max(axis=1) > _ACTIVE)
    worth = active[places - 1] * (1.0 - errors[places - 1])
    fits: dict[int, Fit] = {}
    for place in places[np.argsort(-worth)][:_CANDIDATES]:
        near = range(max(1, (int(place) - 2) * step), min(len(lower), (int(place) + 2) * step) + 1)
        rows = min(near, key=lambda each: _error(upper[-each:], lower[:each], ground))
        error = _error(upper[-rows:], lower[:rows], ground)
        weight = int((np.abs(lower[:rows] - ground).max(axis=1) > _ACTIVE).sum())
        if error < _FIT_ERROR and weight >= max(8, width * _LEAST_SHARE):
            fits[rows] = Fit(rows, round(float(error), 4), weight)
    return tuple(sorted(fits.values(), key=lambda fit: (-_worth(fit), -fit.rows)))


def _worth(fit: Fit) -> float:
    """More content that agrees, and better, is a better fit."""
    return fit.weight * (1.0 - 5 * fit.error)


def _coarse_errors(upper: Means, lower: Means, ground: np.float32) -> npt.NDArray[np.float64]:
    """For each number of rows about what `_error` says, the content by sums: this is where the time goes."""
    count = len(lower)
    content_upper = np.cumsum(np.abs(upper - ground).sum(axis=1, dtype=np.float64)[::-1])
    content_lower = np.cumsum(np.abs(lower - ground).sum(axis=1, dtype=np.float64))
    content = (content_upper[:count] + content_lower) / 2
    room = np.empty_like(lower)
    differs = np.empty(count)
    for rows in range(1, count + 1):
        part = np.subtract(upper[-rows:], lower[:rows], out=room[:rows])
        np.abs(part, out=part)
        part -= _NOISE
        differs[rows - 1] = np.maximum(part, 0.0, out=part).sum()
    enough = content > np.arange(1, count + 1) * lower.shape[1] * 0.02
    errors: npt.NDArray[np.float64] = np.where(enough, differs / np.maximum(content, 1e-9), 1.0)
    return errors


def _pooled(means: Means, step: int, *, from_end: bool = False) -> Means:
    if step == 1:
        return means
    count = len(means) // step
    cut = means[len(means) - count * step :] if from_end else means[: count * step]
    pooled: Means = cut.reshape(count, step, means.shape[1]).mean(axis=1)
    return pooled


def _error(upper: Means, lower: Means, ground: np.float32) -> float:
    """The share of content that differs: 0 for the same, about 1 for pictures that have nothing to do with another."""
    differs = np.maximum(np.abs(upper - lower) - _NOISE, 0.0).sum(dtype=np.float64)
    content = np.maximum(np.abs(upper - ground), np.abs(lower - ground)).sum(dtype=np.float64)
    return float(differs / content) if content > upper.size * 0.02 else 1.0


def _quiet(upper: Means, lower: Means) -> int:
    """The row nearest to the middle of an overlap with nothing on it in either picture; else where they agree best."""
    spread = np.maximum(np.ptp(upper, axis=1), np.ptp(lower, axis=1))
    rows = np.flatnonzero(spread < _QUIET)
    middle = len(upper) // 2
    if rows.size:
        return int(rows[np.argmin(np.abs(rows - middle))])
    return int(np.argmin(np.abs(upper - lower).sum(axis=1)))


def body_of(lowers: list[str]) -> dict[str, Any]:
    """The body of a request."""
    return {"lowers": lowers}
