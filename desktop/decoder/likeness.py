"""How a picture looks, inside the worker: its difference hash, and whether two pictures are one photo, place by place.

Two steps, as measured by tests/bench/likeness_rates.py. The difference hash (ImageHash, 8 x 8, along both axes) finds
candidates among hundreds of thousands; but every chat of one app and every parcel on one scale has nearly the same
hash. So a candidate is laid over the picture (OpenCV's ECC, affine) and compared in patches: one bubble, one digit or
one crack that differs makes it another picture, however alike the rest is. Where there is no OpenCV (macOS, decision 1)
candidates are compared as they lie: what was sent on or compressed again is found, what was cropped or turned is not.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import IO, TYPE_CHECKING, Any

import numpy as np
from PIL import Image

try:
    import cv2
except ImportError:
    cv2 = None  # type: ignore[assignment]

from desktop.decoder.protocol import Request, Response, Status
from desktop.decoder.results import MediaFormat, MediaKind, NoPreviewReason

if TYPE_CHECKING:
    import numpy.typing as npt

    Grey = npt.NDArray[np.float32]

_SIDE = 8
LOOK_BYTES = 2 * 2 * _SIDE * _SIDE // 8
"""Both axes of the picture, then both of its mirror image: 32 bytes."""
_SEEN_SIDE, _DETAIL_SIDE = 512, 256
FILM_AT_MS = 1_000
"""The first frames of a film are often black."""
_PLAIN_DEVIATION, _PLAIN_BITS = 5.0, 12
_FILL = 255
_NOT_ALIKE = 9.0
_MOST = 16


def answer(request: Request, found: MediaFormat, file: IO[bytes]) -> Response:
    """The look of a file's picture (nothing of a plain one), or how far it differs from others.

    Those stand in the body: `against` is a list of paths, each with whether its mirror image is meant.
    """
    if found.kind not in (MediaKind.IMAGE, MediaKind.VIDEO):
        return Response(request.number, Status.NO_PREVIEW, reason=NoPreviewReason.UNSUPPORTED)
    from desktop.decoder.decode import image_of

    body = json.loads(request.body) if request.body else {}
    if not body:
        look = look_of(image_of(_asked(request, found, _SEEN_SIDE), found, file))
        return Response(request.number, Status.DATA, look)
    asked = _asked(request, found, 2 * _DETAIL_SIDE)
    mine = image_of(asked, found, file)
    far = [_far(asked, mine, str(path), mirrored=bool(mirrored)) for path, mirrored in body["against"][:_MOST]]
    return Response(request.number, Status.DATA, json.dumps({"differences": far}).encode())


def _far(request: Request, mine: Image.Image, path: str, *, mirrored: bool) -> float:
    from desktop.decoder.decode import other_image

    try:
        other = other_image(request, path)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001
        # One that cannot be read, or is damaged, is like nothing; the others are still compared.
        return _NOT_ALIKE
    if mirrored:
        other = other.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    return round(difference(mine, other), 4)


def look_of(image: Image.Image) -> bytes:
    """The difference hashes of a picture and of its mirror image; empty for one with nothing to tell it by."""
    grey = _grey(image, _DETAIL_SIDE)
    hashes = (_hash(grey), _hash(grey.transpose(Image.Transpose.FLIP_LEFT_RIGHT)))
    plain = float(np.asarray(grey, dtype=np.float32).std()) < _PLAIN_DEVIATION
    if plain or min(int.from_bytes(each).bit_count() for each in hashes) < _PLAIN_BITS:
        return b""
    return b"".join(hashes)


def difference(one: Image.Image, other: Image.Image) -> float:
    """How much the least alike patch of two pictures differs, against what is to be seen in it: 0 for the same.

    Recompressed, scaled, cropped or turned copies of one photo stay below 0.45; 9 means they cannot be laid together.
    """
    still, other = _grey(one, _DETAIL_SIDE), _grey(other, _DETAIL_SIDE)
    if other.size != still.size:
        if not 0.8 < (other.height / other.width) / (still.height / still.width) < 1.25:
            return _NOT_ALIKE
        other = other.resize(still.size, Image.Resampling.BOX)
    fixed, moved = _array(still), _array(other)
    laid = _laid_over(fixed, moved) if cv2 is not None else (moved, _inside(np.ones(fixed.shape, np.bool_)))
    if laid is None:
        return _NOT_ALIKE
    moved, both = laid
    # One of them may be brighter, or so bright that whites ran into each other: that way only the other can follow.
    pairs = ((fixed, moved), (fixed, _toned(moved, fixed, both)), (_toned(fixed, moved, both), moved))
    return min(_least_alike(first, second, both) for first, second in pairs)


def _least_alike(first: Grey, second: Grey, both: npt.NDArray[np.bool_]) -> float:
    spread = float(first[both].std()), float(second[both].std())
    if min(spread) < _PLAIN_DEVIATION - 1:
        return _NOT_ALIKE
    first = _array((first - first[both].mean()) / spread[0])
    second = _array((second - second[both].mean()) / spread[1])
    apart = _softened(second - first)
    wrong = _patches(apart * apart, 5)
    told = np.maximum(_detail(first), _detail(second)) + 0.05
    return min(_NOT_ALIKE, float(np.quantile((wrong / told)[both], 0.999)))


def _toned(values: Grey, like: Grey, both: npt.NDArray[np.bool_]) -> Grey:
    """A picture with the tones of another: its histogram is made the other's."""
    mine, other = (np.clip(each, 0, 255).astype(np.uint8) for each in (values, like))
    sums = [np.cumsum(np.bincount(each[both], minlength=256)).astype(np.float64) for each in (mine, other)]
    curve = np.interp(sums[0] / sums[0][-1], sums[1] / sums[1][-1], np.arange(256))
    return _array(curve[mine])


def _hash(grey: Image.Image) -> bytes:
    # Loaded here, in the worker: it brings NumPy. Only `dhash` is used; `phash` would want SciPy, `whash` PyWavelets.
    import imagehash

    across, down = imagehash.dhash(grey, _SIDE), imagehash.dhash_vertical(grey, _SIDE)
    return bytes(np.packbits(np.concatenate([across.hash.ravel(), down.hash.ravel()])))


def _grey(image: Image.Image, side: int) -> Image.Image:
    """Eight bits of grey, transparency on white, the longer side as given."""
    if image.mode == "RGBA":
        paper = Image.new("RGB", image.size, (_FILL, _FILL, _FILL))
        paper.paste(image, mask=image.getchannel("A"))
        image = paper
    scale = side / max(image.size)
    size = max(16, round(image.width * scale)), max(16, round(image.height * scale))
    filters = Image.Resampling
    return image.convert("L").resize(size, filters.BOX if scale < 1 else filters.BICUBIC)


def _laid_over(fixed: Grey, moved: Grey) -> tuple[Grey, npt.NDArray[np.bool_]] | None:
    """The second picture moved onto the first, and where both have something; None if they cannot be."""
    cv2.setNumThreads(1)
    size = (fixed.shape[1], fixed.shape[0])
    stop = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 60, 1e-5)
    try:
        _, warp = cv2.findTransformECC(
            fixed, moved, np.eye(2, 3, dtype=np.float32), cv2.MOTION_AFFINE, stop, None, 5  # type: ignore[call-overload]
        )  # fmt: skip
    except cv2.error:
        return None
    if abs(float(np.linalg.det(warp[:, :2])) - 1) > 0.35:
        return None
    back = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    there = cv2.warpAffine(np.ones_like(moved), warp, size, flags=cv2.INTER_NEAREST | cv2.WARP_INVERSE_MAP)
    both = _inside(cv2.erode((there > 0).astype(np.uint8), np.ones((9, 9), np.uint8)) > 0)
    if int(both.sum()) < both.size // 2:
        return None
    return _array(cv2.warpAffine(moved, warp, size, flags=back)), both


def _inside(both: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    both[:3] = both[-3:] = False
    both[:, :3] = both[:, -3:] = False
    return both


def _detail(values: Grey) -> Grey:
    """How much there is to be seen around each point: the variance of its patch."""
    mean = _patches(values, 15)
    return _array(_patches(values * values, 15) - mean * mean)


def _patches(values: Grey, side: int) -> Grey:
    """The mean of the square patch around each point; at the edges what is inside is mirrored."""
    sums = np.pad(values.astype(np.float64), side // 2, mode="reflect")
    for axis in (0, 1):
        run = np.cumsum(sums, axis=axis)
        before = np.insert(run, 0, 0.0, axis=axis)
        count = run.shape[axis] - side + 1
        sums = before.take(range(side, side + count), axis=axis) - before.take(range(count), axis=axis)
    return _array(sums / (side * side))


def _softened(values: Grey) -> Grey:
    """Blurred as by a Gaussian of one pixel."""
    weights = np.exp(-(np.arange(-4, 5) ** 2) / 2)
    weights /= weights.sum()
    for axis in (0, 1):
        wide = np.pad(values, [(4, 4) if at == axis else (0, 0) for at in (0, 1)], mode="reflect")
        length = values.shape[axis]
        values = sum(weight * wide.take(range(at, at + length), axis=axis) for at, weight in enumerate(weights))
    return _array(values)


def _array(values: Any) -> Grey:
    return np.asarray(values, dtype=np.float32)


def _asked(request: Request, found: MediaFormat, side: int) -> Request:
    at_ms = FILM_AT_MS if found.kind is MediaKind.VIDEO else 0
    return replace(request, box_width=side, box_height=side, page=0, at_ms=at_ms)
