"""Pictures on the pages: never larger than their pixels allow, in bands, or several side by side."""
# mypy: allow-untyped-calls

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFImageXObject

from desktop.packets.jpeg import Jpeg
from desktop.packets.layout import BODY_HEIGHT, WIDTH
from desktop.packets.paragraphs import GREY, Passage
from desktop.packets.platypus import Flowable

DPI = 200
GAP = 10.0
# Each band shows again so much of its width below its end: no line of a chat is cut through in both.
OVERLAP = 0.05


class Picture(Flowable):
    """A band of a picture, from `first` to `last` of its height (0 to 1), not larger than `dpi` dots per inch allow."""

    def __init__(
        self,
        jpeg: Jpeg,
        first: float = 0.0,
        last: float = 1.0,
        most_height: float = BODY_HEIGHT,
        *,
        most_width: float = WIDTH,
        dpi: int = DPI,
    ) -> None:
        super().__init__()
        self.spaceAfter = 4.0
        self._jpeg, self._first, self._last = jpeg, first, last
        band = jpeg.height * (last - first)
        self._scale = min(most_width / jpeg.width, most_height / band, 72 / dpi)
        self.width, self.height = jpeg.width * self._scale, band * self._scale

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        canvas, jpeg = self.canv, self._jpeg
        canvas.saveState()
        clip = canvas.beginPath()
        clip.rect(0, 0, self.width, self.height)
        canvas.clipPath(clip, stroke=0, fill=0)
        full = jpeg.height * self._scale
        canvas.translate(0, self.height - full * (1 - self._first))
        canvas.scale(self.width, full)
        canvas.doForm(_embedded(canvas, jpeg))
        canvas.restoreState()
        canvas.setStrokeColor(GREY)
        canvas.setLineWidth(0.4)
        canvas.rect(0, 0, self.width, self.height, stroke=1, fill=0)


def _embedded(canvas: Any, jpeg: Jpeg) -> str:
    """Put a picture of that size into the document whose content is the digest of the JPEG that is meant.

    `finish` puts the JPEG itself in its place: reportlab would decode it, or at least hold it several times over.
    """
    document = canvas._doc
    name = "picture-" + jpeg.digest
    registered = document.getXObjectName(name)
    if registered not in document.idToObject:
        image = PDFImageXObject(name)
        image.width, image.height, image.bitsPerComponent = jpeg.width, jpeg.height, 8
        image.colorSpace = "DeviceGray" if jpeg.colours == 1 else "DeviceRGB"
        image._filters = ("DCTDecode",)
        image.mask = None
        image.streamContent = jpeg.digest
        document.Reference(image, registered)
        document.addForm(name, image)
    return name


@dataclass(frozen=True, slots=True)
class Tile:
    """A small picture and the lines under it."""

    picture: Picture
    under: tuple[Passage, ...] = ()

    def height(self, width: float) -> float:
        """How tall it is in a column of that width."""
        return self.picture.height + sum(passage.wrap(width, 0)[1] for passage in self.under) + 2


class TileRow(Flowable):
    """Small pictures side by side in `columns` columns of equal width, their upper edges in one line."""

    def __init__(self, tiles: Sequence[Tile], columns: int, width: float = WIDTH) -> None:
        super().__init__()
        self.spaceAfter = 8.0
        self._tiles, self._step = tiles, (width + GAP) / columns
        self._column = self._step - GAP

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        self.width = available_width
        self.height = max(tile.height(self._column) for tile in self._tiles)
        return self.width, self.height

    def draw(self) -> None:
        for place, tile in enumerate(self._tiles):
            left, top = place * self._step, self.height - tile.picture.height
            tile.picture.drawOn(self.canv, left, top)
            top -= 2
            for passage in tile.under:
                _, tall = passage.wrap(self._column, 0)
                top -= tall
                passage.drawOn(self.canv, left, top)


def fitting_columns(pictures: Sequence[Jpeg]) -> int:
    """In how many columns pictures stand well: two of broad ones, three of upright ones."""
    upright = sum(picture.height > picture.width for picture in pictures)
    return min(len(pictures), 3 if upright * 2 > len(pictures) else 2)


def bands(jpeg: Jpeg, room: float, dpi: int = DPI) -> int:
    """Into how many bands a long picture goes so that it is as wide as may be and none is taller than `room` points."""
    scale = min(WIDTH / jpeg.width, 72 / dpi)
    return max(2, math.ceil(jpeg.height * scale / (room - OVERLAP * jpeg.width * scale)))
