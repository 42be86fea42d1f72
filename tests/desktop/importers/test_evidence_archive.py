"""ZIP archives of buyers: every honest one is read, and nothing in a hostile one gets further than its own entry."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from pathlib import Path

import pytest

from desktop.importers.evidence_archive import Archive, ArchiveEntry, EntryStream, is_zip, read_archive
from models.errors import EvidenceFault
from tests.desktop.importers.zip_files import Made, unicode_path, zip_bytes


def kept(tmp_path: Path, data: bytes) -> Archive:
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    return read_archive(path)


def content(archive: Archive, entry: ArchiveEntry) -> bytes:
    stream = EntryStream(archive, entry)
    parts = []
    try:
        while part := stream.read(1000):
            parts.append(part)
    finally:
        stream.close()
    return b"".join(parts)


def fault_of(archive: Archive, entry: ArchiveEntry) -> str:
    with pytest.raises(EvidenceFault) as caught:
        content(archive, entry)
    return caught.value.code


def test_what_a_common_program_writes_is_read(tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as writing:
        writing.writestr("照片/1.jpg", b"one" * 50_000)
        writing.writestr(zipfile.ZipInfo("照片/"), b"")
        writing.writestr("plain.txt", b"two", zipfile.ZIP_STORED)
        writing.writestr("empty.txt", b"")
        writing.writestr("__MACOSX/._1.jpg", b"litter")
        writing.writestr("a/.DS_Store", b"litter")
        with writing.open("large.bin", "w", force_zip64=True) as large:
            large.write(bytes(3_000_000))
    archive = kept(tmp_path, made.getvalue())
    assert [(entry.folder, entry.name, entry.fault) for entry in archive.entries] == [
        ("照片", "1.jpg", ""), ("", "plain.txt", ""), ("", "empty.txt", ""), ("", "large.bin", ""),
    ]  # fmt: skip
    assert [content(archive, entry) for entry in archive.entries] == [b"one" * 50_000, b"two", b"", bytes(3_000_000)]


@pytest.mark.parametrize("more", [5, 150, 300])
def test_what_is_packed_tighter_than_it_is_asked_for_is_given_out_whole(tmp_path: Path, more: int) -> None:
    # The last packed byte is taken in while the last of what it stands for is still to come.
    data = bytes((1 << 20) + more)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("white.bmp", data)
    read = kept(tmp_path, buffer.getvalue())
    stream = EntryStream(read, read.entries[0])
    assert stream.read(1 << 20) + stream.read(1 << 20) == data
    assert stream.read(1 << 20) == b""
    stream.close()


@pytest.mark.parametrize(
    ("names", "host", "expected"),
    [
        (["收据 正面.jpg", "联通.txt"], "gbk", ["收据 正面.jpg", "联通.txt"]),
        (["收据.jpg", "plain.txt"], "utf-8", ["收据.jpg", "plain.txt"]),
        (["è.jpg"], "utf-8", ["è.jpg"]),
        (["é.jpg"], "cp437", ["é.jpg"]),
        (["𠮷野家.png"], "gb18030", ["𠮷野家.png"]),
    ],
)
def test_names_are_read_as_they_were_written(tmp_path: Path, names: list[str], host: str, expected: list[str]) -> None:
    # Without the flag for UTF-8, as Windows Explorer in China and the Finder write them.
    system = 3 if host == "utf-8" else 0
    archive = kept(tmp_path, zip_bytes(*(Made(name.encode(host), host=system) for name in names)))
    assert [entry.name for entry in archive.entries] == expected


def test_a_name_in_both_ways_is_read_from_its_own_field(tmp_path: Path) -> None:
    raw = "收据.jpg".encode("gbk")
    good = Made(raw, extra=unicode_path(raw, "收据 ①.jpg"))
    other = Made(b"b.jpg", extra=unicode_path(b"another name", "forged.jpg"))
    archive = kept(tmp_path, zip_bytes(good, other, Made("旗.jpg".encode(), flags=0x800)))
    assert [entry.name for entry in archive.entries] == ["收据 ①.jpg", "b.jpg", "旗.jpg"]


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        (Made(b"a", flags=1), "archive_encrypted"),
        (Made(b"a", method=99), "archive_encrypted"),
        (Made(b"a", method=9), "archive_method"),
        (Made(b"a", host=3, mode=stat.S_IFLNK | 0o777), "archive_link"),
        (Made(b"a", host=3, mode=stat.S_IFCHR | 0o666), "archive_special"),
        (Made(b"a", host=3, mode=stat.S_IFIFO | 0o666), "archive_special"),
        (Made(b"a", crc=1), "archive_crc"),
        (Made(b"a", data=b"x" * 5000, size=4000), "archive_lies"),
        (Made(b"a", data=b"x" * 5000, size=6000), "archive_lies"),
        (Made(b"a", data=b"xyz", method=0, size=2), "archive_lies"),
        (Made(b"a", local_name=b"b"), "archive_lies"),
        (Made(b"a", data=b"x" * 99, size=100_000_000), "archive_bomb"),
    ],
)
def test_what_is_wrong_with_one_entry_is_its_own_fault(tmp_path: Path, bad: Made, code: str) -> None:
    archive = kept(tmp_path, zip_bytes(Made(b"before", b"1"), bad, Made(b"after", b"2")))
    first, middle, last = archive.entries
    assert fault_of(archive, middle) == code
    assert (content(archive, first), content(archive, last)) == (b"1", b"2")


def test_entries_that_share_bytes_are_refused(tmp_path: Path) -> None:
    twice = kept(tmp_path, zip_bytes(Made(b"a"), Made(b"a", at=0), Made(b"b", b"own")))
    assert [entry.fault for entry in twice.entries] == ["archive_overlap", "archive_overlap", ""]
    reaching = kept(
        tmp_path, zip_bytes(Made(b"a", b"1" * 90, method=0, packed=400, size=400), Made(b"b", b"2" * 600, 0, 0))
    )
    assert [entry.fault for entry in reaching.entries] == ["archive_overlap", ""]


def test_a_bomb_as_a_whole_is_refused(tmp_path: Path) -> None:
    many = [Made(b"%d" % number, size=60_000_000) for number in range(10)]
    with pytest.raises(EvidenceFault, match="archive_too_large"):
        kept(tmp_path, zip_bytes(*many))
    with pytest.raises(EvidenceFault, match="archive_too_large"):
        kept(tmp_path, zip_bytes(*(Made(b"%d" % n, packed=0xFFFFFFF0, size=0xFFFFFFF0) for n in range(20))))
    crowd = b"".join(zip_bytes(Made(b"x", b"")) for _ in range(1))
    patched = bytearray(crowd)
    patched[-14:-10] = b"\xfe\xff\xfe\xff"
    with pytest.raises(EvidenceFault, match="archive_too_many"):
        kept(tmp_path, bytes(patched))


def test_a_bomb_of_real_zeros_stops_at_what_it_announced(tmp_path: Path) -> None:
    zeros = bytes(30_000_000)
    archive = kept(tmp_path, zip_bytes(Made(b"a", zeros, size=1_000_000), Made(b"b", zeros)))
    stream = EntryStream(archive, archive.entries[0])
    given = 0
    with pytest.raises(EvidenceFault, match="archive_lies"):
        while part := stream.read(1 << 20):
            given += len(part)
    stream.close()
    assert given <= 1 << 20
    assert len(content(archive, archive.entries[1])) == len(zeros)


@pytest.mark.parametrize(
    "name",
    [
        b"../../../etc/passwd",
        b"/etc/passwd",
        b"C:\\Windows\\x.exe",
        b"\\\\server\\share\\x",
        b"..\\..\\x",
        b"a/../../x",
        b"./x",
    ],
)
def test_a_path_in_a_name_is_text(tmp_path: Path, name: bytes) -> None:
    archive = kept(tmp_path, zip_bytes(Made(name, b"bytes")))
    entry = archive.entries[0]
    assert "/" not in entry.name
    assert "\\" not in entry.name
    assert content(archive, entry) == b"bytes"


@pytest.mark.parametrize(
    "data",
    [b"", b"PK", b"PK\5\6", b"PK\5\6" + bytes(18), b"PK\3\4" + bytes(200), zip_bytes(Made(b"a"))[:-5], zip_bytes(Made(b"a"))[9:],
     zip_bytes(Made(b"a"), count=7), zip_bytes(Made(b"a")).replace(b"PK\1\2", b"PK\1\3")],
)  # fmt: skip
def test_what_is_no_archive_or_half_of_one_says_so(tmp_path: Path, data: bytes) -> None:
    if data == b"PK\5\6" + bytes(18):
        assert kept(tmp_path, data).entries == ()
        return
    with pytest.raises(EvidenceFault, match="archive_damaged"):
        kept(tmp_path, data)


def test_an_archive_behind_other_bytes_and_with_a_comment_is_read(tmp_path: Path) -> None:
    archive = kept(tmp_path, zip_bytes(Made(b"a", b"1"), Made(b"b", b"2"), before=b"MZ" * 500, comment=b"made by x"))
    assert [content(archive, entry) for entry in archive.entries] == [b"1", b"2"]


def test_flipped_bits_end_in_the_bytes_announced_or_in_a_fault(tmp_path: Path) -> None:
    whole = zip_bytes(
        Made(b"a.txt", b"words " * 50), Made(b"b.txt", b"more", method=0), Made("收据".encode("gbk"), b"x" * 40)
    )
    for place in range(len(whole)):
        for bit in (0, 7):
            data = bytearray(whole)
            data[place] ^= 1 << bit
            try:
                archive = kept(tmp_path, bytes(data))
            except EvidenceFault:
                continue
            for entry in archive.entries:
                try:
                    read = content(archive, entry)
                except EvidenceFault:
                    continue
                assert (len(read), zlib.crc32(read)) == (entry.size, entry.crc)


def test_an_archive_that_changes_meanwhile_is_not_mixed(tmp_path: Path) -> None:
    archive = kept(tmp_path, zip_bytes(Made(b"a", b"1")))
    archive.path.write_bytes(zip_bytes(Made(b"a", b"other")))
    with pytest.raises(EvidenceFault, match="evidence_still_changing"):
        EntryStream(archive, archive.entries[0])


def test_only_what_is_called_and_begins_like_one_is_offered(tmp_path: Path) -> None:
    data = zip_bytes(Made(b"a"))
    for name, there, expected in (
        ("a.zip", data, True),
        ("A.ZIP", data, True),
        ("a.docx", data, False),
        ("b.zip", b"no", False),
    ):
        (tmp_path / name).write_bytes(there)
        assert is_zip(tmp_path / name) is expected
    assert not is_zip(tmp_path / "gone.zip")
    assert not is_zip(tmp_path / "a\0.zip")
