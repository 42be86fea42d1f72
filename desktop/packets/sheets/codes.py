"""The code of a return slip as bars and as squares, drawn by reportlab's encoders: shapes only, no font, no link."""
# mypy: allow-untyped-calls

from __future__ import annotations

from typing import Any

from reportlab.graphics.barcode.code128 import Code128
from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from desktop.packets.sheets.page import MM, SheetCanvas

_QUIET = 10
_QUIET_SQUARES = 4
_WIDEST, _NARROWEST = 0.42 * MM, 0.19 * MM


def bars_width(text: str, room: float) -> float:
    """How wide the bars with their quiet zones come out in that room, in points; 0 when they would be too narrow.

    A bar is 0.19 to 0.42 mm wide: what hand scanners of warehouses read (ISO/IEC 15417 leaves it to the application).
    """
    module = _module(text, room)
    return _modules(text) * module if module else 0.0


def draw_bars(canvas: SheetCanvas, text: str, x: float, y: float, room: float, height: float) -> None:
    """Code 128 with its lower left corner there, quiet zones within."""
    module = _module(text, room)
    canvas.raw.setFillColorRGB(0, 0, 0)
    canvas.raw.setStrokeColorRGB(0, 0, 0)
    Code128(text, barWidth=module, barHeight=height, quiet=0, humanReadable=False).drawOn(
        canvas.raw, x + _QUIET * module, y
    )


def draw_squares(canvas: SheetCanvas, text: str, x: float, y: float, side: float) -> None:
    """A QR code of level M with its quiet zone within a square of that side."""
    code = _qr(text)
    count = code.getModuleCount()
    module = side / (count + 2 * _QUIET_SQUARES)
    raw = canvas.raw
    raw.setFillColorRGB(0, 0, 0)
    for row in range(count):
        start: int | None = None
        # Runs, not single squares: no hairlines between them on paper.
        for place in range(count + 1):
            dark = place < count and bool(code.isDark(row, place))
            if dark and start is None:
                start = place
            elif not dark and start is not None:
                left = x + (_QUIET_SQUARES + start) * module
                top = y + side - (_QUIET_SQUARES + row) * module
                raw.rect(left, top - module, (place - start) * module, module, stroke=0, fill=1)
                start = None


def _modules(text: str) -> float:
    return float(Code128(text, barWidth=1, barHeight=1, quiet=0, humanReadable=False).width) + 2 * _QUIET


def _module(text: str, room: float) -> float:
    module = min(_WIDEST, room / _modules(text))
    return module if module >= _NARROWEST else 0.0


def _qr(text: str) -> Any:
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    return code
