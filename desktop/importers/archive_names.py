"""How the names in ZIP archives are written: Windows in China writes GBK and says nothing, phones and Macs UTF-8."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

FLAG_UTF8 = 0x800
_UNICODE_PATH = struct.Struct("<BI")
# From here on a character has three bytes in UTF-8; no text in another encoding looks so by chance.
_THREE_BYTES = "\u0800"


@dataclass(frozen=True, slots=True)
class RawName:
    """The bytes of a name, whether they are said to be UTF-8, the field with the name in UTF-8, and the system."""

    data: bytes
    utf8: bool = False
    unicode_path: bytes = b""
    host: int = 0


def decoded(names: Sequence[RawName], *, unix: bool) -> list[str]:
    """The names as text. Those that do not say how they are written are all read the same way.

    `unix`: all were written on a system whose names are UTF-8, where both readings are possible.
    """
    silent = [name.data for name in names if not _said(name) and not name.data.isascii()]
    encoding = _encoding(silent, unix=unix)
    return [_said(name) or name.data.decode(encoding, "replace") for name in names]


def _said(name: RawName) -> str:
    """The name if it says itself how it is written; empty otherwise."""
    if len(name.unicode_path) > _UNICODE_PATH.size:
        version, crc = _UNICODE_PATH.unpack_from(name.unicode_path)
        # The field counts only if it was made for this very name.
        if version == 1 and crc == zlib.crc32(name.data):
            own = _decode(name.unicode_path[_UNICODE_PATH.size :], "utf-8")
            if own:
                return own
    return (_decode(name.data, "utf-8") or "") if name.utf8 else ""


def _encoding(names: Sequence[bytes], *, unix: bool) -> str:
    as_utf8 = [_decode(name, "utf-8") for name in names]
    utf8 = None not in as_utf8
    if utf8 and (unix or any(max(text or "\0") >= _THREE_BYTES for text in as_utf8)):
        return "utf-8"
    if names and all(_decode(name, "gb18030") is not None for name in names):
        return "gb18030"
    # What DOS wrote in the West; every byte is a character there.
    return "utf-8" if utf8 else "cp437"


def _decode(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def parts_of(name: str) -> tuple[str, str]:
    """(folder inside, name) of an entry, as text to be shown: it is never a path, whatever it tries to be."""
    clean = name.replace("\\", "/")
    folder, _, own = clean.rpartition("/")
    folder = "/".join(part for part in folder.split("/") if part)
    return folder, own
