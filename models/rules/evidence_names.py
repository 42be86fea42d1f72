"""The name a piece of evidence has outside the store: buyer, case and number, safe on every system."""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath

from models.records import Evidence

NICK_BYTES = 96
NUMBER_BYTES = 48
# By what the first bytes say, not by the name a buyer gave the file.
_EXTENSIONS = {"jpeg": "jpg", "png": "png", "webp": "webp", "gif": "gif", "bmp": "bmp", "heif": "heic", "pdf": "pdf",
               "mp4": "mp4", "mov": "mov", "text": "txt"}  # fmt: skip
# Endings of the original name that are kept: nothing here runs when it is opened.
_HARMLESS = frozenset(
    [
        "3gp",
        "7z",
        "aac",
        "amr",
        "avi",
        "avif",
        "csv",
        "doc",
        "docx",
        "eml",
        "flac",
        "jp2",
        "json",
        "log",
        "m4a",
        "mkv",
        "mp3",
        "ods",
        "odt",
        "ogg",
        "opus",
        "ppt",
        "pptx",
        "psd",
        "rar",
        "rtf",
        "tar",
        "tif",
        "tiff",
        "wav",
        "webm",
        "wmv",
        "xls",
        "xlsx",
        "zip",
    ]
)
_TEXTS = frozenset(("csv", "json", "log"))
_FORBIDDEN = frozenset('<>:"/\\|?*')
_DEVICES = frozenset(
    (
        *("con", "prn", "aux", "nul", "conin$", "conout$", "clock$"),
        *(f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"),
    )
)
_UNKNOWN = "bin"
_NOBODY = "buyer"


def export_name(evidence: Evidence, buyer_nick: str, case_number: str) -> str:
    """`buyerID_case_n.ext`: one plain file name of at most 255 bytes and UTF-16 units, unique within its case.

    No path, no device of Windows, no control or direction mark, no dot or space at the ends, and an ending that tells
    what the bytes are, so that nothing runs when it is opened.
    """
    nick = _plain(buyer_nick, NICK_BYTES) or _NOBODY
    number = _plain(case_number, NUMBER_BYTES) or "0"
    stem = f"{nick}_{number}_{evidence.number}"
    if stem.split(".", 1)[0].rstrip(" ").casefold() in _DEVICES:
        stem = f"_{stem}"
    return f"{stem}.{_extension(evidence)}"


def _plain(text: str, limit: int) -> str:
    """The text as part of a file name: what is forbidden becomes `_`, what cannot be seen goes."""
    kept = []
    for character in unicodedata.normalize("NFC", text):
        category = unicodedata.category(character)
        if category in ("Cc", "Cf", "Cs", "Cn", "Co"):
            continue
        if category in ("Zl", "Zp", "Zs"):
            kept.append(" ")
        else:
            kept.append("_" if character in _FORBIDDEN else character)
    # A leading dash would be read as an option by commands, a leading dot hides the file.
    start = "".join(kept).lstrip(" .-~")
    return start.encode("utf-8")[:limit].decode("utf-8", "ignore").rstrip(" .")


def _extension(evidence: Evidence) -> str:
    suffix = PurePosixPath(evidence.original_name.replace("\\", "/")).suffix.lstrip(".").lower()
    known = _EXTENSIONS.get(evidence.format)
    if known is None:
        return suffix if suffix in _HARMLESS else _UNKNOWN
    return suffix if known == "txt" and suffix in _TEXTS else known
