"""Signatures in a PDF, by the bytes they cover: found without reading the PDF, so a password is not needed.

Strict on purpose: whatever in the signature's own wrapping its cryptography does not cover (RFC 5652: versions, sets of
algorithms, spare bytes) has to be exactly as the RFC says, so that no byte of a signed file can change unnoticed.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.decoder.signed_data import Signed

MOST = 20
_CHUNK, _OVERLAP = 1 << 20, 512
_ROOM = 4 << 20
_NEAR = 2048
_RANGE = re.compile(
    rb"/ByteRange\s{0,4}\[\s{0,8}(\d{1,11})\s{1,8}(\d{1,11})\s{1,8}(\d{1,11})\s{1,8}(\d{1,11})\s{0,64}\]"
)
# What stands around a signature: one of them without a sound signature tells that there was one.
_TRACES = (
    b"/ByteRange", b"/ETSI.CAdES", b"/ETSI.RFC3161", b"/adbe.pkcs7", b"/Adobe.PPKLite", b"/Type /Sig", b"/Type/Sig",
    b"/DocMDP", b"/SigFlags",
)  # fmt: skip
_HEX = re.compile(rb"<(?:[0-9a-f]+|[0-9A-F]+)>")
_MADE = re.compile(rb"/M\s{0,2}\(D(?::|\\072)(\d{14})(?:([+-])(\d\d)'(\d\d)'?|Z)?")


class SignatureState(StrEnum):
    """What a signature in a PDF is worth."""

    VALID = "valid"
    BROKEN = "broken"
    PARTIAL = "partial"
    """It holds, but bytes were added after it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A signature. `fingerprint`: SHA-256 of the certificate; `stamped_at` and `stamped_by` of its time stamp.

    `signed_at` is what the signer's computer said.
    """

    state: SignatureState
    name: str = ""
    fingerprint: str = ""
    signed_at: datetime | None = None
    stamped_at: datetime | None = None
    stamped_by: str = ""


def signatures_in(file: IO[bytes]) -> tuple[Found, ...]:
    """The signatures of a file in their order; one broken one when there are traces of a signature and nothing else."""
    size = file.seek(0, 2)
    ranges, traces = _ranges(file)
    if len(ranges) > MOST:
        return (Found(SignatureState.BROKEN),)
    found = tuple(_checked(file, size, each) for each in ranges)
    if not found and traces:
        return (Found(SignatureState.BROKEN),)
    return found


def has_traces(file: IO[bytes]) -> bool:
    """Whether anything in the file belongs to a signature; only bytes are compared."""
    return any(_traced(part) for _, part in _parts(file))


def _ranges(file: IO[bytes]) -> tuple[list[tuple[int, int, int, int]], bool]:
    found: dict[int, tuple[int, int, int, int]] = {}
    traces = False
    for begin, part in _parts(file):
        for match in _RANGE.finditer(part) if _TRACES[0] in part else ():
            first, length, second, rest = (int(each) for each in match.groups())
            found[begin + match.start()] = (first, length, second, rest)
            if len(found) > MOST:
                return list(found.values()), True
        traces = traces or _traced(part)
    return list(found.values()), traces


def _traced(part: bytes) -> bool:
    # Several times as fast as one expression for all of them, in files of hundreds of megabytes.
    return any(each in part for each in _TRACES)


def _parts(file: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    file.seek(0)
    begin, kept = 0, b""
    while part := file.read(_CHUNK):
        window = kept + part
        yield begin, window
        kept = window[-_OVERLAP:]
        begin += len(window) - len(kept)


def _checked(file: IO[bytes], size: int, byte_range: tuple[int, int, int, int]) -> Found:
    # What reads certificates takes a while to load, and the words of this module are wanted without it.
    from desktop.decoder.signed_data import BadSignedDataError, read_signed_data

    first, length, second, rest = byte_range
    if first or not 0 < length < second or second + rest > size or second - length > _ROOM:
        return Found(SignatureState.BROKEN)
    file.seek(length)
    gap = file.read(second - length)
    if not _HEX.fullmatch(gap) or len(gap) % 2:
        return Found(SignatureState.BROKEN)
    try:
        signed = read_signed_data(
            bytes.fromhex(gap[1:-1].decode("ascii")), lambda name: _digest(file, name, byte_range)
        )
    except BadSignedDataError as error:
        return Found(SignatureState.BROKEN, name=error.name, fingerprint=error.fingerprint)
    whole = second + rest == size
    return Found(
        SignatureState.VALID if whole else SignatureState.PARTIAL,
        name=signed.name,
        fingerprint=signed.fingerprint,
        signed_at=signed.signed_at or _made(file, length, second),
        stamped_at=_stamp(signed).stamped_at if signed.stamp else None,
        stamped_by=_stamp(signed).name if signed.stamp else "",
    )


def _stamp(signed: Signed) -> Signed:
    assert signed.stamp is not None
    return signed.stamp


def _digest(file: IO[bytes], name: str, byte_range: tuple[int, int, int, int]) -> bytes:
    digest = hashlib.new(name)
    for begin, length in ((byte_range[0], byte_range[1]), (byte_range[2], byte_range[3])):
        file.seek(begin)
        while length:
            part = file.read(min(length, _CHUNK))
            if not part:
                raise EOFError
            digest.update(part)
            length -= len(part)
    return digest.digest()


def _made(file: IO[bytes], before: int, after: int) -> datetime | None:
    """The time in the signature's dictionary, on either side of its bytes; covered by the signature like all else."""
    file.seek(max(0, before - _NEAR))
    ahead = file.read(min(before, _NEAR))
    file.seek(after)
    behind = file.read(_NEAR)
    dictionary = ahead[ahead.rfind(b" obj") :] + behind.partition(b"endobj")[0]
    match = _MADE.search(dictionary)
    if match is None:
        return None
    try:
        moment = datetime.strptime(match[1].decode("ascii"), "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        if match[2]:
            away = timedelta(hours=int(match[3]), minutes=int(match[4]))
            moment = moment.replace(tzinfo=timezone(away if match[2] == b"+" else -away)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return moment
