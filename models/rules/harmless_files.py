"""Which files may be handed to the system's own program: only those known to show or play, never to run."""

from __future__ import annotations

from pathlib import PurePosixPath

from models.rules.verdict import Allowed, Refused

HEAD_BYTES = 512
# Recognised by the decoder from the first bytes; texts go out as plain text whatever their ending was.
_SHOWN = frozenset(("jpeg", "png", "webp", "gif", "bmp", "heif", "pdf", "mp4", "mov", "text"))
_ZIP, _OLE = (b"PK\x03\x04", b"PK\x05\x06"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",)
# What the other endings have to begin with; a place other than 0 stands before the mark.
_MARKS: dict[str, tuple[int, tuple[bytes, ...]]] = {
    "tif": (0, (b"II*\0", b"MM\0*")), "tiff": (0, (b"II*\0", b"MM\0*")), "psd": (0, (b"8BPS",)),
    "jp2": (0, (b"\0\0\0\x0cjP  ",)), "avif": (4, (b"ftyp",)),
    "3gp": (4, (b"ftyp",)), "avi": (0, (b"RIFF",)), "mkv": (0, (b"\x1a\x45\xdf\xa3",)),
    "webm": (0, (b"\x1a\x45\xdf\xa3",)), "wmv": (0, (b"\x30\x26\xb2\x75",)),
    "mp3": (0, (b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2", b"\xff\xfa")), "wav": (0, (b"RIFF",)),
    "flac": (0, (b"fLaC",)), "ogg": (0, (b"OggS",)), "opus": (0, (b"OggS",)), "m4a": (4, (b"ftyp",)),
    "aac": (0, (b"\xff\xf1", b"\xff\xf9")), "amr": (0, (b"#!AMR",)),
    "zip": (0, _ZIP), "7z": (0, (b"7z\xbc\xaf\x27\x1c",)), "rar": (0, (b"Rar!",)), "tar": (257, (b"ustar",)),
    "docx": (0, _ZIP), "xlsx": (0, _ZIP), "pptx": (0, _ZIP), "odt": (0, _ZIP), "ods": (0, _ZIP),
    "doc": (0, _OLE), "xls": (0, _OLE), "ppt": (0, _OLE),
}  # fmt: skip
# Programs and scripts by their first bytes: refused even where a decoder took them for text.
_PROGRAMS = (
    b"MZ", b"\x7fELF", b"\xfe\xed\xfa", b"\xce\xfa\xed\xfe", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe", b"#!",
    b"[Desktop Entry]", b"[InternetShortcut]", b"L\0\0\0\x01\x14\x02\0", b"!<arch>", b"dex\n", b"\xed\xab\xee\xdb",
)  # fmt: skip


def may_open_outside(file_format: str, export_name: str, head: bytes) -> Allowed | Refused:
    """Whether a file may be opened in the system's program: by its first bytes (512 of them) and by the ending of the
    name it gets. Refused `could_run` for everything that is not a known picture, film, paper, text, sound, archive or
    office file."""
    ending = PurePosixPath(export_name).suffix.lstrip(".").lower()
    bare = head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\t\r\n \x0c")
    known = _MARKS.get(ending)
    if bare.startswith(_PROGRAMS) and ending != "amr":
        return Refused("could_run")
    if file_format in _SHOWN:
        return Allowed()
    if known is not None and head[known[0] :].startswith(known[1]):
        return Allowed()
    return Refused("could_run")
