"""Names of exported evidence: one plain file name whatever the buyer, the case or the file is called."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.kinds import EvidenceSource, Integrity, MediaKind
from models.records import Evidence
from models.rules.evidence_names import export_name

AT = datetime(2026, 11, 18, 11, 55, tzinfo=UTC)
PHOTO = Evidence(
    id=1, case_id=1, number=3, sha256="0" * 64, size=10, original_name="微信图片.jpg", media=MediaKind.PHOTO,
    format="jpeg", source=EvidenceSource.PASTED, caption="", proves="", tag="", exhibit=None, captured_at=None,
    captured_zone="", imported_at=AT, imported_by="小满",
    width=1, height=1, pages=None, duration_ms=None, integrity=Integrity.VERIFIED,
    verified_at=AT,
)  # fmt: skip
DEVICES = {"con", "prn", "aux", "nul", "conin$", "conout$", "clock$"} | {
    f"{p}{d}" for p in ("com", "lpt") for d in "0123456789¹²³"
}
HOSTILE = [
    "..", "../../etc/passwd", "..\\..\\windows\\system32", "C:\\evil",
    "\\\\server\\share\\x", "//server/share", "a/b", "-. a",
    "con", "CON", "con.txt", "aux.", "NUL .x", "com1.anything",
    "LPT¹", "CONIN$", "name.", "name ", " name", "....", "   ",
    "", "a:b", "file::$DATA", "a\x00b", "a\nb\r\tc", "-rf", "--help", "~root", "x" * 300, "买" * 300, "😀" * 200,
    "\u202egpj.exe", "a\u2066b\u2069", "\u200bhidden", "\ufeffbom", "\ud800broken", "*?<>|\"", "e\u0301" * 200,
    "\u2028line", "a\u00a0b", "．．／", "\ue000private", "%2e%2e%2f", "$(touch x)", "`id`", "a;b&c|d", "<script>",
    "name.exe", ".hidden", "desktop.ini",
]  # fmt: skip


def is_safe(name: str) -> bool:
    stem = name.split(".", 1)[0].rstrip(" ").casefold()
    return all(
        (
            name == PurePosixPath(name).name == PureWindowsPath(name).name,
            not PureWindowsPath(name).drive,
            name not in (".", ".."),
            stem not in DEVICES,
            not set(name) & set('<>:"/\\|?*'),
            all(unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Zl", "Zp") for c in name),
            name == name.strip(" .") and not name.startswith(("-", "~")),
            len(name.encode("utf-8")) <= 255 and len(name.encode("utf-16-le")) // 2 <= 255,
        )
    )


def test_a_photo_is_called_after_buyer_case_and_number() -> None:
    assert export_name(PHOTO, "花果山_大圣01", "A2611-0387") == "花果山_大圣01_A2611-0387_3.jpg"


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_names_become_one_plain_file_name(hostile: str) -> None:
    names = [
        export_name(PHOTO, hostile, "A2611-0387"),
        export_name(PHOTO, "buyer", hostile),
        export_name(replace(PHOTO, original_name=hostile, format=""), "buyer", "A2611-0387"),
        export_name(replace(PHOTO, original_name=hostile), hostile, hostile),
    ]
    assert [name for name in names if not is_safe(name)] == []
    assert names[0].endswith("_A2611-0387_3.jpg")


@given(st.text(max_size=400), st.text(max_size=400), st.text(max_size=400))
def test_any_text_gives_a_safe_name(nick: str, number: str, original: str) -> None:
    assert is_safe(export_name(replace(PHOTO, original_name=original, format=""), nick, number))


@pytest.mark.parametrize(
    ("form", "original", "ending"),
    [
        ("jpeg", "invoice.exe", "jpg"),
        ("heif", "IMG_1.HEIC", "heic"),
        ("text", "chat.html", "txt"),
        ("text", "chat.CSV", "csv"),
        ("", "setup.exe", "bin"),
        ("", "page.html", "bin"),
        ("", "a.lnk", "bin"),
        ("", "scan.TIFF", "tiff"),
        ("", "no ending", "bin"),
        ("pdf", "..\\x.scr", "pdf"),
    ],
)
def test_the_ending_tells_what_the_bytes_are(form: str, original: str, ending: str) -> None:
    name = export_name(replace(PHOTO, format=form, original_name=original), "buyer", "A1")
    assert name == f"buyer_A1_3.{ending}"


def test_long_nicks_keep_case_number_and_ending_so_that_names_stay_unique_in_a_case() -> None:
    names = {export_name(replace(PHOTO, number=number), "买家" * 100, "A2611-0387") for number in range(1, 50)}
    assert len(names) == 49
    assert all("_A2611-0387_" in name and name.endswith(".jpg") for name in names)
