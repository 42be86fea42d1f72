"""Thumbnails on disk, found by the file's SHA-256 and size; a lost or damaged one is simply made again."""

from __future__ import annotations

import os
import re
import stat
import struct
import threading
import zlib
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

from desktop.decoder.client import Decoder
from desktop.decoder.results import DECODER_VERSION, Decoded, NoPreview, NoPreviewReason, Pixels

_MAGIC = b"AcTh"
_LAYOUT = 1
_HEAD = struct.Struct(">4sBBHBxHHII")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_MAX_SIDE = 2048
# A gigabyte holds some three thousand sheets of tiles; what is older is made again when it is looked at.
LIMIT_BYTES = 1 << 30
_LOOK_AFTER_BYTES = 64 << 20
_RGB, _RGBA, _NOTHING = 1, 2, 3
_NO_REASON = 255
_REASONS = tuple(NoPreviewReason)


class ThumbnailCache:
    """Small pictures of evidence, made by the decoder and kept without loss in `folder`, which may be deleted any time.

    Files that lastingly give no preview are remembered too, for as long as the decoder stays the same.
    Safe to call from any thread.
    """

    def __init__(self, folder: Path, decoder: Decoder, *, limit_bytes: int = LIMIT_BYTES) -> None:
        self._folder = folder
        self._decoder = decoder
        self._limit_bytes = limit_bytes
        # The first one written looks how much there is from last time.
        self._unlooked = _LOOK_AFTER_BYTES
        self._condition = threading.Condition()
        self._in_work: set[Path] = set()
        self._passing: dict[Path, NoPreview] = {}
        self._serial = count()
        self._used: set[Path] = set()

    def get(self, sha256: str, path: Path, size: tuple[int, int], *, at_ms: int = 0) -> Decoded:
        """The thumbnail of the file at `path` within `size` pixels; decodes when it is not in the cache. Blocks.

        `at_ms`: the moment of a film to show.
        """
        place = self._place(sha256, size, at_ms)
        with self._condition:
            while place in self._in_work:
                self._condition.wait()
            self._in_work.add(place)
        try:
            known = self._read(place) or self._passing.get(place)
            if known is not None:
                return known
            made = self._decoder.thumbnail(path, *size, at_ms=at_ms)
            self._remember(place, made)
            return made
        finally:
            with self._condition:
                self._in_work.discard(place)
                self._condition.notify_all()

    def peek(self, sha256: str, size: tuple[int, int], *, at_ms: int = 0) -> Decoded | None:
        """What the cache holds, without decoding; None when nothing is known."""
        place = self._place(sha256, size, at_ms)
        return self._read(place) or self._passing.get(place)

    def forget(self, sha256: str) -> None:
        """Removes every thumbnail of one file, as when it is erased."""
        folder = self._place(sha256, (1, 1)).parent
        for place in folder.glob(f"{sha256}-*"):
            place.unlink(missing_ok=True)
        for place in [place for place in self._passing if place.name.startswith(sha256)]:
            self._passing.pop(place, None)

    def trim(self, max_bytes: int) -> int:
        """Removes the thumbnails not looked at for longest until the folder holds at most `max_bytes`.

        Returns the bytes it holds then. Called by the cache itself when it has grown.
        """
        files = list(_files(self._folder))
        held = sum(facts.st_size for facts, _ in files)
        for facts, entry in sorted(files, key=lambda item: item[0].st_mtime_ns):
            if held <= max_bytes:
                break
            with suppress(OSError):
                entry.unlink(missing_ok=True)
                held -= facts.st_size
        return held

    def _place(self, sha256: str, size: tuple[int, int], at_ms: int = 0) -> Path:
        if not _SHA256.fullmatch(sha256):
            raise ValueError("not a SHA-256 in lower-case hex")
        if not (0 < size[0] <= _MAX_SIDE and 0 < size[1] <= _MAX_SIDE):
            raise ValueError("thumbnail size out of bounds")
        moment = f"@{at_ms}" if at_ms else ""
        return self._folder / sha256[:2] / f"{sha256}-{size[0]}x{size[1]}{moment}"

    def _remember(self, place: Path, made: Decoded) -> None:
        if isinstance(made, NoPreview) and not made.lasting:
            if made.reason in (NoPreviewReason.TIME_LIMIT, NoPreviewReason.WORKER_DIED):
                # Costly to try again and perhaps only today's trouble: remembered until the program ends.
                self._passing[place] = made
            return
        fresh = place.with_name(f".{place.name}.{os.getpid()}.{next(self._serial)}")
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            try:
                packed = _packed(made)
                fresh.write_bytes(packed)
                fresh.replace(place)
            except OSError:
                fresh.unlink(missing_ok=True)
                raise
        except OSError:
            # A full or read-only disk costs speed, not the picture.
            return
        self._grown(len(packed))

    def _grown(self, size: int) -> None:
        step = min(_LOOK_AFTER_BYTES, self._limit_bytes // 8)
        with self._condition:
            self._unlooked += size
            due = self._unlooked >= step
            if due:
                self._unlooked = 0
        if due:
            # Below the limit by what may come before it is looked at again.
            self.trim(self._limit_bytes - step)

    def _read(self, place: Path) -> Decoded | None:
        try:
            with place.open("rb") as file:
                found = _unpacked(file.read())
        except (OSError, ValueError, struct.error, zlib.error):
            return None
        if place not in self._used:
            # Once a session is enough to tell what is still looked at from what may go first.
            self._used.add(place)
            with suppress(OSError):
                os.utime(place)
        return found


def _files(folder: Path) -> Iterator[tuple[os.stat_result, Path]]:
    """What the cache holds, and what an ended program left half written; files that vanish meanwhile are left out."""
    for entry in folder.glob("??/*"):
        with suppress(OSError):
            facts = entry.stat()
            if stat.S_ISREG(facts.st_mode):
                yield facts, entry


def _packed(made: Decoded) -> bytes:
    if isinstance(made, NoPreview):
        return _head(_NOTHING, _REASONS.index(made.reason), 0, 0, b"")
    opaque = made.data[3::4].count(255) == made.width * made.height
    # Colour by colour, not pixel by pixel: neighbours are alike, which packs better.
    planes = b"".join(made.data[channel::4] for channel in range(3 if opaque else 4))
    # Looking for repeats finds next to none in a photo and takes most of the time.
    packer = zlib.compressobj(1, zlib.DEFLATED, 15, 9, zlib.Z_RLE)
    packed = packer.compress(planes) + packer.flush()
    return _head(_RGB if opaque else _RGBA, _NO_REASON, made.width, made.height, packed)


def _head(kind: int, reason: int, width: int, height: int, payload: bytes) -> bytes:
    check = zlib.crc32(payload, width << 16 | height)
    return _HEAD.pack(_MAGIC, _LAYOUT, kind, DECODER_VERSION, reason, width, height, len(payload), check) + payload


def _unpacked(stored: bytes) -> Decoded | None:
    magic, layout, kind, version, reason, width, height, length, check = _HEAD.unpack_from(stored)
    payload = stored[_HEAD.size :]
    if magic != _MAGIC or layout != _LAYOUT or version != DECODER_VERSION:
        return None
    if len(payload) != length or zlib.crc32(payload, width << 16 | height) != check:
        return None
    if kind == _NOTHING:
        return NoPreview(_REASONS[reason]) if reason < len(_REASONS) else None
    if kind not in (_RGB, _RGBA) or not (0 < width <= _MAX_SIDE and 0 < height <= _MAX_SIDE):
        return None
    channels = 3 if kind == _RGB else 4
    plane = width * height
    inflater = zlib.decompressobj()
    planes = inflater.decompress(payload, plane * channels)
    if len(planes) != plane * channels:
        return None
    pixels = bytearray(b"\xff") * (plane * 4)
    for channel in range(channels):
        pixels[channel::4] = planes[channel * plane : (channel + 1) * plane]
    return Pixels(width, height, width * 4, bytes(pixels))
