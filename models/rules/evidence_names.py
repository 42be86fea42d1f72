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
# Older programs on Windows take these for / and \ when they put a name into a code page.
_LIKE_SLASHES = frozenset("\u2044\u2215\u2216\u29f8\u29f9\ufe68\uff0f\uff3c")
# Letters and marks by their category, and nothing to be seen.
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
_DEVICES = frozenset(
    (
        *("con", "prn", "aux", "nul", "conin$", "conout$", "clock$"),
        *(f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"),
    )
)
_UNKNOWN = "bin"
_NOBODY = "buyer"


def export_name(evidence: Evidence, buyer_nick: str, case_number: str, *, written_as: str = "") -> str:
    """`buyerID_case_n.ext`: one plain file name of at most 255 bytes and UTF-16 units, unique within its case.

    `written_as` is the format the file has outside where it is not the one it is kept in.

    No path, no device of Windows, no control or direction mark, no dot or space at the ends, and an ending that tells
    what the bytes are, so that nothing runs when it is opened.
    """
    return f"{_stem(buyer_nick, case_number, f'_{evidence.number}')}.{_extension(evidence, written_as)}"


def folder_name(buyer_nick: str, case_number: str) -> str:
    """`buyerID_case`: the name of a folder or an archive with evidence of one case, as plain as those of the files."""
    return _stem(buyer_nick, case_number, "")


def name_key(name: str) -> str:
    """Equal for names that some system takes for one: by case, by Unicode form, by dots and spaces at the end."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold()).rstrip(" .")


def other_name(name: str, turn: int) -> str:
    """The name with ` (2)` and so on before its ending."""
    stem, dot, ending = name.rpartition(".")
    return f"{stem} ({turn}).{ending}" if dot and stem else f"{name} ({turn})"


def _stem(buyer_nick: str, case_number: str, rest: str) -> str:
    nick = _plain(buyer_nick, NICK_BYTES) or _NOBODY
    number = _plain(case_number, NUMBER_BYTES) or "0"
    stem = f"{nick}_{number}{rest}"
    return f"_{stem}" if stem.split(".", 1)[0].rstrip(" ").casefold() in _DEVICES else stem


def _plain(text: str, limit: int) -> str:
    """The text as part of a file name: what is forbidden becomes `_`, what cannot be seen goes."""
    kept = []
    for character in unicodedata.normalize("NFC", text):
        category = unicodedata.category(character)
        if category in ("Cc", "Cf", "Cs", "Cn", "Co") or character in _BLANK:
            continue
        if category in ("Zl", "Zp", "Zs"):
            kept.append(" ")
        else:
            kept.append("_" if character in _FORBIDDEN or character in _LIKE_SLASHES else character)
    # What went may have stood between a letter and its mark. A leading dash would be read as an option by commands, a
    # leading dot hides the file.
    start = unicodedata.normalize("NFC", "".join(kept)).lstrip(" .-~")
    return start.encode("utf-8")[:limit].decode("utf-8", "ignore").rstrip(" .")


def _extension(evidence: Evidence, written_as: str) -> str:
    if written_as in _EXTENSIONS and written_as != evidence.format:
        return _EXTENSIONS[written_as]
    suffix = PurePosixPath(evidence.original_name.replace("\\", "/")).suffix.lstrip(".").lower()
    known = _EXTENSIONS.get(evidence.format)
    if known is None:
        return suffix if suffix in _HARMLESS else _UNKNOWN
    return suffix if known == "txt" and suffix in _TEXTS else known
