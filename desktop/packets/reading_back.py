"""A finished PDF read back: how dense each picture lies on its page, how large the pages are, how small the type."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf

_Matrix = tuple[float, float, float, float, float, float]
_UNIT: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture on a page (from 0): the hash of its bytes, pixels, dots per inch as it is drawn there."""

    digest: str
    page: int
    width: int
    height: int
    dpi: float


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What a PDF holds: pages with their largest width and height in millimetres, pictures, the smallest type."""

    pages: int
    page_mm: tuple[float, float]
    placed: tuple[Placed, ...]
    least_points: float

    @property
    def dpi(self) -> float:
        """The densest picture's dots per inch; 0 without pictures."""
        return max((each.dpi for each in self.placed), default=0.0)


def read_back(content: bytes) -> ReadBack:
    """Measure every page. pikepdf.PdfError if it is no PDF."""
    placed: list[Placed] = []
    sizes: list[tuple[float, float]] = []
    points: list[float] = []
    digests: dict[tuple[int, int], str] = {}
    with pikepdf.open(BytesIO(content)) as pdf:
        for number, page in enumerate(pdf.pages):
            left, low, right, top = (float(each) for each in page.mediabox)
            sizes.append(((right - left) / _POINTS_PER_MM, (top - low) / _POINTS_PER_MM))
            for what, value, matrix in _marks(page):
                if what == "text":
                    points.append(value)
                    continue
                image: Any = page.resources["/XObject"][value]
                if image.get("/Subtype") != "/Image":
                    continue
                if image.objgen not in digests:
                    digests[image.objgen] = hashlib.sha256(image.read_raw_bytes()).hexdigest()
                wide, tall = int(image.Width), int(image.Height)
                drawn = max(abs(matrix[0]) + abs(matrix[1]), 1e-6), max(abs(matrix[2]) + abs(matrix[3]), 1e-6)
                dpi = max(wide * 72 / drawn[0], tall * 72 / drawn[1])
                placed.append(Placed(digests[image.objgen], number, wide, tall, dpi))
        count = len(pdf.pages)
    widest = max((each[0] for each in sizes), default=0.0), max((each[1] for each in sizes), default=0.0)
    return ReadBack(count, widest, tuple(placed), min(points, default=0.0))


def _marks(page: pikepdf.Page) -> Iterator[tuple[str, Any, _Matrix]]:
    """Pictures by their names with how they are placed, and the sizes of the type that is set."""
    matrix, stack = _UNIT, []
    size, scale = 0.0, 1.0
    for mark in pikepdf.parse_content_stream(page, "q Q cm Do Tf Tm Tj TJ ' \""):
        name, operands = str(mark.operator), mark.operands
        if name == "q":
            stack.append(matrix)
        elif name == "Q":
            matrix = stack.pop() if stack else _UNIT
        elif name == "cm":
            matrix = _times(tuple(float(each) for each in operands), matrix)  # type: ignore[arg-type]
        elif name == "Do":
            yield "picture", str(operands[0]), matrix
        elif name == "Tf":
            size = float(operands[1])
        elif name == "Tm":
            scale = abs(float(operands[3]))
        elif size:
            yield "text", size * scale * (abs(matrix[3]) or 1.0), matrix


def _times(first: _Matrix, then: _Matrix) -> _Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)
