"""Pages of a PDF in the worker, rendered by PDFium on white paper; forms and scripts are never started."""

from __future__ import annotations

from typing import IO, Any

import pypdfium2
from PIL import Image

from desktop.decoder.pictures import Box, RefusedError
from desktop.decoder.protocol import MAX_PAGE, MAX_PIXELS, MAX_SIDE
from desktop.decoder.results import FileFacts, MediaFormat, NoPreviewReason

pdfium: Any = pypdfium2  # the library is only partly typed

_POINTS_PER_INCH = 72
_FULL_SIZE_DPI = 200
_PASSWORD_ERROR = pdfium.raw.FPDF_ERR_PASSWORD


def page_facts(file: IO[bytes]) -> FileFacts:
    """Page count, and the size of the first page in pixels at full size (200 dpi)."""
    document = open_document(file)
    try:
        page = document[0]
        width, height = _full_size(page)
        pages = min(len(document), MAX_PAGE)
        return FileFacts(MediaFormat.PDF, width, height, pages=pages)
    finally:
        document.close()


def page_picture(
    file: IO[bytes], number: int, box: Box, part: tuple[float, float, float, float] | None = None
) -> Image.Image:
    """One page (from 0) in RGB within `box`; without a box at 200 dpi.

    `part`: only what lies between these shares of it (left, top, right, bottom), filling the box.
    """
    document = open_document(file)
    try:
        if number >= len(document):
            raise RefusedError(NoPreviewReason.NO_SUCH_PAGE)
        page = document[number]
        width, height = page.get_size()
        full = _full_size(page)
        scale = full[0] / width
        cut = (0.0, 0.0, 0.0, 0.0)
        if part is not None:
            left, top, right, bottom = part
            cut = (left * width, (1 - bottom) * height, (1 - right) * width, top * height)
            width, height = (right - left) * width, (bottom - top) * height
        if box[0]:
            # Unlike a photo, a page has no pixels of its own: a box larger than 200 dpi is filled as asked.
            scale = min(box[0] / width, box[1] / height)
        target = (max(1, int(width * scale)), max(1, int(height * scale)))
        if max(target) > MAX_SIDE or target[0] * target[1] > MAX_PIXELS:
            raise RefusedError(NoPreviewReason.TOO_MANY_PIXELS)
        bitmap = page.render(
            scale=scale,
            crop=cut,
            may_draw_forms=False,
            fill_color=(255, 255, 255, 255),
            rev_byteorder=True,
        )
        image: Image.Image = bitmap.to_pil().convert("RGB")
    finally:
        document.close()
    if box[0] and (image.width > box[0] or image.height > box[1]):
        # PDFium rounds up.
        image = image.crop((0, 0, min(image.width, box[0]), min(image.height, box[1])))
    return image


def page_text(file: IO[bytes], number: int) -> str:
    """The words of one page (from 0) as the file holds them."""
    document = open_document(file)
    try:
        if number >= len(document):
            raise RefusedError(NoPreviewReason.NO_SUCH_PAGE)
        return str(document[number].get_textpage().get_text_range())
    finally:
        document.close()


def open_document(file: IO[bytes]) -> Any:
    """The document, still locked in by PDFium; RefusedError for a password or damage."""
    try:
        document = pdfium.PdfDocument(file)
    except pdfium.PdfiumError as error:
        locked = getattr(error, "err_code", None) == _PASSWORD_ERROR
        raise RefusedError(NoPreviewReason.ENCRYPTED if locked else NoPreviewReason.DAMAGED) from error
    if len(document) < 1:
        document.close()
        raise RefusedError(NoPreviewReason.DAMAGED)
    return document


def _full_size(page: Any) -> Box:
    width, height = page.get_size()
    if not (0 < width < 1_000_000 and 0 < height < 1_000_000):
        raise RefusedError(NoPreviewReason.DAMAGED)
    scale = _FULL_SIZE_DPI / _POINTS_PER_INCH
    scale = min(
        scale,
        (MAX_PIXELS / (width * height)) ** 0.5 * 0.99,
        MAX_SIDE / max(width, height),
    )
    return max(1, int(width * scale)), max(1, int(height * scale))
