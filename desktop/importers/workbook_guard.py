"""Looks into a workbook's container before it is opened: bombs, passwords, and cells so far apart they fill memory."""

from __future__ import annotations

import errno
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

from desktop.importers.refusals import COLUMNS, ROWS, WORKBOOK_BYTES, FileRefused
from models.errors import EnvironmentFault

UNPACKED_BYTES = 512 * 1024 * 1024
CELLS = 10_000_000
_ENTRIES = 10_000
_CHUNK = 1 << 20
_LOCAL_HEADER = 30
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_STRINGS = re.compile(rb"ount=[\"'](\d+)")
# WORKAROUND: python-calamine 0.9.1 lays every sheet out as a full rectangle and aborts the process if that
# does not fit; look for a lazy reader or an error instead
_PLACE = re.compile(rb"\sr\s*=\s*[\"']([A-Z]{0,3})(\d+)[\"']")


def check_workbook(path: Path, size: int, container: str) -> None:
    """FileRefused: too_large, protected_workbook, damaged_workbook, archive_not_workbook.

    EnvironmentFault: file_unreadable.
    """
    if size > WORKBOOK_BYTES:
        raise FileRefused("too_large", file=path.name, limit=WORKBOOK_BYTES, what="bytes")
    if container == "ole":
        _check_ole(path)
        return
    try:
        with zipfile.ZipFile(path) as archive:
            _check_entries(path, archive)
    except (zipfile.BadZipFile, RuntimeError, zlib.error, struct.error, expat.ExpatError, ValueError) as error:
        raise FileRefused("damaged_workbook", file=path.name) from error
    except OSError as error:
        # a directory that points before the start of the file ends in a seek the system refuses
        if error.errno == errno.EINVAL:
            raise FileRefused("damaged_workbook", file=path.name) from error
        raise EnvironmentFault("file_unreadable", file=path.name, reason=error.errno) from error


def _check_ole(path: Path) -> None:
    # an encrypted XLSX is kept in an old-style container
    if _ENCRYPTED in path.read_bytes():
        raise FileRefused("protected_workbook", file=path.name)


def _check_entries(path: Path, archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    names = {entry.filename for entry in entries}
    if any(entry.flag_bits & 1 for entry in entries):
        raise FileRefused("protected_workbook", file=path.name)
    if "xl/workbook.xml" not in names and "content.xml" not in names:
        raise FileRefused("archive_not_workbook", file=path.name)
    announced = sum(entry.file_size for entry in entries)
    if len(entries) > _ENTRIES or announced > UNPACKED_BYTES:
        raise FileRefused("too_large", file=path.name, limit=UNPACKED_BYTES, what="unpacked")
    if len(names) != len(entries):
        raise FileRefused("damaged_workbook", file=path.name)
    if "META-INF/manifest.xml" in names:
        manifest = archive.getinfo("META-INF/manifest.xml")
        if b"encryption-data" in b"".join(_unpacked(path, manifest)):
            raise FileRefused("protected_workbook", file=path.name)
    for entry in entries:
        chunks = _unpacked(path, entry)
        if entry.filename == "content.xml":
            _check_repeats(path, chunks)
        elif entry.filename.startswith("xl/worksheets/"):
            _check_places(path, chunks)
        elif entry.filename.endswith("sharedStrings.xml"):
            _check_strings(path, chunks)
        else:
            for _ in chunks:
                pass


def _unpacked(path: Path, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """The entry's bytes, whatever size it announces; FileRefused if it is longer than announced."""
    with path.open("rb") as stream:
        stream.seek(entry.header_offset)
        header = stream.read(_LOCAL_HEADER)
        name_length, extra_length = struct.unpack("<HH", header[26:30])
        stream.seek(name_length + extra_length, 1)
        inflate = zlib.decompressobj(-15) if entry.compress_type == zipfile.ZIP_DEFLATED else None
        if inflate is None and entry.compress_type != zipfile.ZIP_STORED:
            raise FileRefused("damaged_workbook", file=path.name)
        left, produced = entry.compress_size, 0
        while left > 0 and (packed := stream.read(min(left, 65_536))):
            left -= len(packed)
            while packed:
                data = inflate.decompress(packed, _CHUNK) if inflate else packed
                packed = inflate.unconsumed_tail if inflate else b""
                produced += len(data)
                if produced > entry.file_size:
                    raise FileRefused("damaged_workbook", file=path.name)
                if data:
                    yield data


def _check_places(path: Path, chunks: Iterator[bytes]) -> None:
    last_row, last_column, kept = 0, 0, b""
    for chunk in chunks:
        data = kept + chunk
        places = _PLACE.findall(data)
        letters = {place[0] for place in places}
        last_column = max([last_column, *map(_column, letters)])
        last_row = max([last_row, *map(int, {place[1] for place in places})])
        _check_area(path, last_row, last_column)
        kept = data[-64:]


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _check_area(path: Path, rows: int, columns: int) -> None:
    if rows > ROWS + 1:
        raise FileRefused("too_large", file=path.name, limit=ROWS, what="rows")
    if columns > COLUMNS:
        raise FileRefused("too_large", file=path.name, limit=COLUMNS, what="columns")
    if rows * columns > CELLS:
        raise FileRefused("too_large", file=path.name, limit=CELLS, what="cells")


def _check_strings(path: Path, chunks: Iterator[bytes]) -> None:
    for place, chunk in enumerate(chunks):
        if place == 0 and any(int(number[:20]) > CELLS for number in _STRINGS.findall(chunk[:1_000])):
            raise FileRefused("too_large", file=path.name, limit=CELLS, what="cells")


class _Repeats:
    """Adds up how many cells an OpenDocument sheet unfolds to; empty cells and rows at the ends do not count."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._rows, self._area = 0, 0
        self._row_times, self._width, self._filled = 1, 0, 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table:table-row":
            self._row_times = int(attributes.get("table:number-rows-repeated", "1"))
            self._width, self._filled = 0, 0
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self._width += int(attributes.get("table:number-columns-repeated", "1"))
            if "office:value-type" in attributes:
                self._filled = self._width
        elif name == "text:p":
            self._filled = self._width

    def end(self, name: str) -> None:
        if name == "table:table-row" and self._filled:
            self._rows += self._row_times
            self._area += self._row_times * self._filled
            _check_area(self._path, self._rows, self._filled)
            if self._area > CELLS:
                raise FileRefused("too_large", file=self._path.name, limit=CELLS, what="cells")


def _check_repeats(path: Path, chunks: Iterator[bytes]) -> None:
    counted = _Repeats(path)
    parser = expat.ParserCreate()
    parser.StartElementHandler = counted.start
    parser.EndElementHandler = counted.end

    def refuse(*_: object) -> None:
        raise FileRefused("damaged_workbook", file=path.name)

    parser.StartDoctypeDeclHandler = refuse
    for chunk in chunks:
        parser.Parse(chunk, False)
    parser.Parse(b"", True)
