"""What one piece of evidence looks like outside: its bytes as kept, or without what they tell of device and place."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from desktop.decoder.client import Decoder
from desktop.decoder.formats import HEAD_BYTES, format_of
from desktop.decoder.protocol import Operation
from desktop.decoder.results import MadeFile, MediaFormat, MediaKind, NoPreview
from desktop.exporters.bare_check import bare_format, is_bare
from desktop.exporters.film_copy import FilmRefused, changed, read_claims
from models.errors import EvidenceFault
from models.kinds import Derivation
from models.records import Evidence
from models.store.evidence_staging import open_kept

_CHUNK = 1 << 20
_LARGEST = 256 * 1024 * 1024
# Made by the program from pixels: nothing of a device can be in them, and once more packing would only lose.
_MADE_HERE = frozenset(
    (Derivation.REDACTED, Derivation.ANNOTATED, Derivation.STITCHED, Derivation.CUT, Derivation.STILL)
)


class NotCleaned(Exception):
    """The file would tell more than was asked for."""


@dataclass(frozen=True, slots=True)
class Copy:
    """What is written: `content` begins anew each time it is called; `how` is a word of the list's `how_words`."""

    content: Callable[[], Iterable[bytes]]
    how: str
    format: str


def copy_of(
    item: Evidence, path: Path, decoder: Decoder, *, original: bool, cancelled: Callable[[], bool] = lambda: False
) -> Copy:
    """The copy of one file. NotCleaned; EvidenceFault if the file is gone or not as imported. Waits for the decoder."""
    kept = partial(checked_chunks, path, item.sha256, cancelled)
    if original:
        return Copy(kept, "original", item.format)
    if item.derivation is Derivation.PACKET:
        # Made of pixels and words alone, and its receiver may hold it against its hash.
        return Copy(kept, "clean", item.format)
    # Read whole once before anything is made of it: what is not as imported is never used.
    head = b""
    for chunk in kept():
        head = head or chunk[:HEAD_BYTES]
    found = format_of(head) if head else MediaFormat.UNKNOWN
    if found is MediaFormat.TEXT:
        return Copy(kept, "text", item.format)
    if found is MediaFormat.UNKNOWN:
        return Copy(kept, "as_is", item.format)
    if found.kind is MediaKind.VIDEO:
        return _film(path, decoder, kept, item.format)
    if item.derivation in _MADE_HERE and item.size <= _LARGEST and found.kind is MediaKind.IMAGE:
        data = b"".join(kept())
        if is_bare(data, found):
            return Copy(lambda: [data], "clean", item.format)
    wanted = bare_format(found)
    if wanted is None:
        raise NotCleaned
    made = decoder.made(path, Operation.BARE, wanted)
    if isinstance(made, NoPreview):
        raise NotCleaned
    return _checked(made)


def _checked(made: MadeFile) -> Copy:
    """What the worker made, if it is what was asked for: WebP too large for its format comes as PNG."""
    found = next((each for each in (made.format, MediaFormat.PNG) if is_bare(made.data, each)), None)
    if found is None:
        raise NotCleaned
    return Copy(lambda: [made.data], "bare", found.value)


def _film(path: Path, decoder: Decoder, kept: Callable[[], Iterable[bytes]], format_: str) -> Copy:
    said = decoder.data(path, Operation.FILM_CLAIMS)
    if isinstance(said, NoPreview):
        raise NotCleaned
    try:
        changes = read_claims(said, path)
    except FilmRefused as error:
        raise NotCleaned from error
    return Copy(lambda: changed(kept(), changes), "bare", format_)


def checked_chunks(path: Path, sha256: str, cancelled: Callable[[], bool]) -> Iterator[bytes]:
    """The bytes of a kept file, hashed while read. EvidenceFault after the last if they are not as imported."""
    digest = hashlib.sha256()
    try:
        with open_kept(path) as stream:
            while chunk := stream.read(_CHUNK):
                if cancelled():
                    raise EvidenceFault("cancelled")
                digest.update(chunk)
                yield chunk
    except FileNotFoundError as error:
        raise EvidenceFault("evidence_missing", sha256=sha256) from error
    except OSError as error:
        raise EvidenceFault("evidence_unreadable", reason=error.strerror or "") from error
    if digest.hexdigest() != sha256:
        raise EvidenceFault("evidence_changed", sha256=sha256)
