"""What was dropped or pasted, as files and pieces to keep; folders are walked within limits, links never followed."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from html.parser import HTMLParser
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage

from ui.i18n import translator

tr = translator("evidence")
FILES_LIMIT = 5_000
DEPTH_LIMIT = 16
TEXT_LIMIT = 20_000_000
# Kept exactly as the other program put them on the clipboard.
_RAW_PICTURES = {"image/png": "png", "image/jpeg": "jpg", "image/webp": "webp", "image/gif": "gif", "image/bmp": "bmp"}
_LITTER = frozenset(("thumbs.db", "desktop.ini"))
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "br",
        "li",
        "tr",
        "table",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "section",
        "article",
        "blockquote",
        "pre",
        "dt",
        "dd",
        "hr",
    ]
)
_SILENT = frozenset(("script", "style", "head", "template"))


@dataclass(frozen=True, slots=True)
class Piece:
    """Something from the clipboard that is not a file: bytes, or an image still to be written as PNG."""

    name: str
    data: bytes = b""
    image: QImage | None = None

    def content(self) -> bytes:
        """The bytes to keep; writes the image, so call it from the I/O pool."""
        return self.data if self.image is None else png_bytes(self.image)


@dataclass(frozen=True, slots=True)
class Intake:
    """Files and folders by their paths, and pieces."""

    paths: tuple[Path, ...] = ()
    pieces: tuple[Piece, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.paths or self.pieces)


@dataclass(frozen=True, slots=True)
class Walked:
    """The files found, and whether there were more than are taken at once."""

    files: tuple[Path, ...]
    cut: bool


def has_something(mime: QMimeData) -> bool:
    """Whether a drop or the clipboard holds what can be kept."""
    return (
        mime.hasUrls() or mime.hasImage() or mime.hasText() or mime.hasHtml() or any(map(mime.hasFormat, _RAW_PICTURES))
    )


def intake_of(mime: QMimeData, now: datetime, zone: tzinfo) -> Intake:
    """What a drop or the clipboard holds: files first, then text, then a picture, then HTML as text.

    Addresses of the web are never fetched; they are kept as the text they are.
    """
    paths = tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile() and url.toLocalFile())
    if paths:
        return Intake(paths=paths)
    stamp = f"{now.astimezone(zone):%Y-%m-%d %H-%M-%S}"
    text = mime.text() if mime.hasText() else ""
    if text.strip():
        return Intake(pieces=(_text_piece(text, stamp),))
    for mime_type, ending in _RAW_PICTURES.items():
        data = bytes(mime.data(mime_type).data()) if mime.hasFormat(mime_type) else b""
        if data:
            return Intake(pieces=(Piece(tr("Screenshot %1", stamp) + f".{ending}", data),))
    image = mime.imageData() if mime.hasImage() else None
    if isinstance(image, QImage) and not image.isNull():
        return Intake(pieces=(Piece(tr("Screenshot %1", stamp) + ".png", image=image.copy()),))
    if mime.hasHtml():
        words = plain_of_html(mime.html())
        if words.strip():
            return Intake(pieces=(_text_piece(words, stamp),))
    return Intake()


def _text_piece(text: str, stamp: str) -> Piece:
    data = text[:TEXT_LIMIT].encode("utf-8", "replace")
    return Piece(tr("Text %1", stamp) + ".txt", data)


def png_bytes(image: QImage) -> bytes:
    """An image as PNG, without loss."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    buffer.close()
    return bytes(kept.data())


def walk(paths: Iterable[Path], limit: int = FILES_LIMIT) -> Walked:
    """All regular files among and below the paths, by name; hidden files and links inside folders are left out.

    What is named itself is always in the answer, even if it cannot be read: then keeping it says why. Reads the disk.
    """
    files: list[Path] = []
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            found, cut = _below(path, limit - len(files))
            files += found
            if cut:
                return Walked(tuple(files), True)
        elif len(files) >= limit:
            return Walked(tuple(files), True)
        else:
            files.append(path)
    return Walked(tuple(files), False)


def _below(folder: Path, room: int) -> tuple[list[Path], bool]:
    found: list[Path] = []
    root_depth = len(folder.parts)
    for place, folders, names in os.walk(folder, followlinks=False):
        here = Path(place)
        deep = len(here.parts) - root_depth >= DEPTH_LIMIT
        folders[:] = [] if deep else sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.startswith(".") or name.lower() in _LITTER or not is_regular(here / name):
                continue
            if len(found) >= room:
                return found, True
            found.append(here / name)
    return found, False


def is_regular(path: Path, *, follow: bool = False) -> bool:
    """Whether it is a file and not a folder, link, pipe or device: opening a pipe would wait forever."""
    try:
        return stat.S_ISREG((path.stat() if follow else path.lstat()).st_mode)
    except OSError:
        return False


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)


def plain_of_html(html: str) -> str:
    """The words of an HTML text: no tags, no scripts, nothing fetched."""
    parser = _Words()
    parser.feed(html[:TEXT_LIMIT])
    parser.close()
    lines = [" ".join(line.split()) for line in "".join(parser.parts).splitlines()]
    kept = [line for place, line in enumerate(lines) if line or (place and lines[place - 1])]
    return "\n".join(kept).strip()
