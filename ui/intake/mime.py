"""Which of the forms on a clipboard is taken: programs put the same thing there as text, picture and HTML at once."""

from __future__ import annotations

import re
from datetime import datetime, tzinfo
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from ui.i18n import translator
from ui.intake.pieces import TEXT_LIMIT, Form, Intake, Piece, plain_of_html

tr = translator("intake")
# Kept exactly as the other program put them on the clipboard.
_RAW_PICTURES = {"image/png": "png", "image/jpeg": "jpg", "image/webp": "webp", "image/gif": "gif", "image/bmp": "bmp"}
_ADDRESS = re.compile(r"\s*(?:https?|file|data|blob)[:%]\S*\s*", re.IGNORECASE)
# What chat programs write for a picture copied alone.
_PLACEHOLDER = re.compile(r"\s*[\[【](?:图片|动画表情|表情|photo|image|picture|sticker)[\]】]\s*", re.IGNORECASE)


def has_something(mime: QMimeData) -> bool:
    """Whether a drop or the clipboard holds what can be kept."""
    return (
        mime.hasUrls() or mime.hasImage() or mime.hasText() or mime.hasHtml() or any(map(mime.hasFormat, _RAW_PICTURES))
    )


def has_evidence(mime: QMimeData) -> bool:
    """Whether it holds files or a picture and no words: those are evidence wherever the cursor stands."""
    return bool(local_paths(mime)) or (_has_picture(mime) and not _words(mime).strip())


def local_paths(mime: QMimeData) -> tuple[Path, ...]:
    """The files and folders of this computer."""
    return tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile() and url.toLocalFile())


def intake_of(mime: QMimeData | None, now: datetime, zone: tzinfo) -> Intake:
    """What a drop or the clipboard holds: files first, a picture that came alone, then words, then any picture.

    A spreadsheet puts its cells there as text, as HTML and as a picture: the text is taken, as a chat program's is. A
    browser puts a picture there with its address: the picture is taken. HTML counts as its words; nothing is fetched.
    """
    if mime is None:
        return Intake()
    paths = local_paths(mime)
    if paths:
        return Intake(paths=paths, taken=Form.FILES)
    stamp = f"{now.astimezone(zone):%Y-%m-%d %H-%M-%S}"
    words, picture = _words(mime), _has_picture(mime)
    html = plain_of_html(mime.html()) if mime.hasHtml() and not words.strip() else ""
    if picture and not words.strip() and (not html or _PLACEHOLDER.fullmatch(html)):
        found = _picture(mime, stamp)
        if found is not None:
            return Intake(pieces=(found,), taken=Form.PICTURE)
    left = (Form.PICTURE,) if picture else ()
    if words.strip():
        return Intake(pieces=(_text(words, stamp),), taken=Form.TEXT, left=left)
    if html:
        return Intake(pieces=(_text(html, stamp),), taken=Form.HTML, left=left)
    text = mime.text() if mime.hasText() else ""
    # An address with a picture that could not be read, or an address alone: kept as the text it is.
    return Intake(pieces=(_text(text, stamp),), taken=Form.TEXT) if text.strip() else Intake()


def _words(mime: QMimeData) -> str:
    """The plain text, unless it only stands for the picture beside it."""
    text = mime.text() if mime.hasText() else ""
    stands_for = _ADDRESS.fullmatch(text) or _PLACEHOLDER.fullmatch(text)
    return "" if stands_for and _has_picture(mime) else text


def _has_picture(mime: QMimeData) -> bool:
    return mime.hasImage() or any(map(mime.hasFormat, _RAW_PICTURES))


def _picture(mime: QMimeData, stamp: str) -> Piece | None:
    for mime_type, ending in _RAW_PICTURES.items():
        data = bytes(mime.data(mime_type).data()) if mime.hasFormat(mime_type) else b""
        if data:
            return Piece(tr("Screenshot %1", stamp) + f".{ending}", data)
    image = mime.imageData() if mime.hasImage() else None
    if isinstance(image, QImage) and not image.isNull():
        return Piece(tr("Screenshot %1", stamp) + ".png", image=image.copy())
    return None


def _text(text: str, stamp: str) -> Piece:
    return Piece(tr("Text %1", stamp) + ".txt", text[:TEXT_LIMIT].encode("utf-8", "replace"))
