"""One pass over a file's bytes before anything is parsed: size, fingerprint, kind of container, possible encodings."""

from __future__ import annotations

import codecs
import errno
import hashlib
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from desktop.importers.refusals import FILE_BYTES, LINE_BYTES, EncodingCandidate, EncodingUnclear, FileRefused
from models.errors import EnvironmentFault

Container = Literal["text", "zip", "ole"]

_CHUNK = 1 << 20
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_TEXT_CONTROLS = frozenset(b"\t\n\r\x0c\x1a\x00")
OFFERED = ("utf-8", "gb18030", "big5", "cp1252", "shift_jis", "euc_kr")


@dataclass(frozen=True, slots=True)
class FileScan:
    """What the bytes say. `guess` is empty when no encoding fits; `sure` when it needs no confirmation."""

    path: Path
    size: int
    sha256: str
    container: Container
    guess: str
    sure: bool


def scan_file(path: Path) -> FileScan:
    """Read the file once. FileRefused: empty_file, too_large, unknown_format; EnvironmentFault: file_unreadable."""
    try:
        found = path.stat()
        # A pipe would be waited for, and a device read, without an end.
        if not (stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)):
            raise OSError(errno.EINVAL, "no ordinary file")
        if found.st_size > FILE_BYTES:
            raise FileRefused("too_large", file=path.name, limit=FILE_BYTES, what="bytes")
        return _scan(path)
    except OSError as error:
        raise EnvironmentFault("file_unreadable", file=path.name, reason=error.errno) from error


def _scan(path: Path) -> FileScan:
    digest = hashlib.sha256()
    decoder: codecs.IncrementalDecoder | None = codecs.getincrementaldecoder("utf-8")("strict")
    size, run, longest, blank = 0, 0, 0, True
    head = b""
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            head = head or chunk[:65_536]
            size += len(chunk)
            digest.update(chunk)
            blank = blank and not chunk.strip(b" \t\r\n\x00\xef\xbb\xbf")
            first, last = chunk.find(b"\n"), chunk.rfind(b"\n")
            run, longest = (run + len(chunk), longest) if first < 0 else (len(chunk) - last, max(longest, run + first))
            longest = max(longest, run)
            decoder = _fed(decoder, chunk)
    decoder = _fed(decoder, b"", final=True)
    if blank:
        raise FileRefused("empty_file", file=path.name)
    container = _container(head)
    if container != "text":
        return FileScan(path, size, digest.hexdigest(), container, "", sure=True)
    if longest > LINE_BYTES:
        raise FileRefused("too_large", file=path.name, limit=LINE_BYTES, what="line")
    guess, sure = _encoding(path, head, is_utf8=decoder is not None)
    return FileScan(path, size, digest.hexdigest(), "text", guess, sure)


def _fed(
    decoder: codecs.IncrementalDecoder | None, chunk: bytes, *, final: bool = False
) -> codecs.IncrementalDecoder | None:
    if decoder is None:
        return None
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return None
    return decoder


def _container(head: bytes) -> Container:
    if head.startswith(b"PK\x03\x04"):
        return "zip"
    return "ole" if head.startswith(_OLE) else "text"


def _encoding(path: Path, head: bytes, *, is_utf8: bool) -> tuple[str, bool]:
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name, True
    zeros = head.count(0)
    if zeros * 5 > len(head):
        name = "utf-16-le" if head[1::2].count(0) >= head[::2].count(0) else "utf-16-be"
        if not decodes(path, name):
            raise FileRefused("unknown_format", file=path.name)
        return name, True
    strange = sum(1 for byte in head if byte < 32 and byte not in _TEXT_CONTROLS)
    if strange * 100 > len(head) or head.startswith(
        (b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"7z\xbc\xaf", b"Rar!")
    ):
        raise FileRefused("unknown_format", file=path.name)
    if is_utf8:
        return "utf-8", True
    return ("gb18030", False) if decodes(path, "gb18030") else ("", False)


def decodes(path: Path, encoding: str) -> bool:
    """Whether the whole file reads in that encoding."""
    decoder: codecs.IncrementalDecoder | None = codecs.getincrementaldecoder(encoding)("strict")
    with path.open("rb") as stream:
        while decoder is not None and (chunk := stream.read(_CHUNK)):
            decoder = _fed(decoder, chunk)
    return _fed(decoder, b"", final=True) is not None


def encoding_unclear(path: Path) -> EncodingUnclear:
    """The question which encoding to take, with how the first lines would read in each."""
    with path.open("rb") as stream:
        head = stream.read(16_384)
    head = head[: head.rfind(b"\n") + 1] or head
    candidates = []
    for name in OFFERED:
        text = head.decode(name, "replace")
        lines = tuple(line[:160] for line in text.splitlines()[:5])
        candidates.append(EncodingCandidate(name, lines, text.count("\ufffd")))
    candidates.sort(key=lambda one: one.undecodable)
    return EncodingUnclear(path.name, tuple(candidates))
