"""What was dropped, pasted or chosen, taken apart: paths of files and folders, and pieces that are no files yet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from html.parser import HTMLParser
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter

from models.errors import EvidenceFault

TEXT_LIMIT = 20_000_000
_BLOCKS = frozenset(
    ("p", "div", "br", "li", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "section", "article",
     "blockquote", "pre", "dt", "dd", "hr", "header", "footer", "main", "nav")
)  # fmt: skip
# Never read: what runs, what lays out, and what is drawn by something else.
_SILENT = frozenset(("script", "style", "head", "template", "noscript", "object", "iframe", "svg", "math"))


class Form(StrEnum):
    """In which form something came."""

    FILES = "files"
    PICTURE = "picture"
    TEXT = "text"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Piece:
    """Something from the clipboard that is not a file: bytes, or an image still to be written as PNG."""

    name: str
    data: bytes = b""
    image: QImage | None = None

    def content(self) -> bytes:
        """The bytes to keep; writes the image, so it is called where files are copied."""
        return self.data if self.image is None else png_bytes(self.image)


@dataclass(frozen=True, slots=True)
class Intake:
    """Files and folders by their paths, and pieces; `taken` is the form chosen, `left` those it came in as well."""

    paths: tuple[Path, ...] = ()
    pieces: tuple[Piece, ...] = ()
    taken: Form | None = None
    left: tuple[Form, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.paths or self.pieces)


def png_bytes(image: QImage) -> bytes:
    """An image as PNG, without loss; EvidenceFault `evidence_empty` if there is none."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    written = QImageWriter(buffer, QByteArray(b"png")).write(image)
    buffer.close()
    if not written:
        raise EvidenceFault("evidence_empty")
    return bytes(kept.data())


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent: list[str] = []
        self._cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent.append(tag)
        elif tag in _BLOCKS:
            self.parts.append("\n")
            self._cells = 0
        elif tag in ("td", "th"):
            # A table stays one: its cells apart, as a spreadsheet would paste them.
            self.parts.append("\t" if self._cells else "")
            self._cells += 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _SILENT:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._silent:
            del self._silent[self._silent.index(tag) :]
        elif tag in _BLOCKS and tag != "tr":
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data.replace("\t", " "))


def plain_of_html(html: str) -> str:
    """The words of an HTML text: no tags, no scripts, nothing fetched."""
    parser = _Words()
    parser.feed(html[:TEXT_LIMIT])
    parser.close()
    raw = "".join(parser.parts).splitlines()
    lines = ["\t".join(" ".join(cell.split()) for cell in line.split("\t")).rstrip() for line in raw]
    kept = [line for place, line in enumerate(lines) if line or (place and lines[place - 1])]
    return "\n".join(kept).strip()
