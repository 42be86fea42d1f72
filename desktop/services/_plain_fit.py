"""Stands in until fitting is there."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from desktop.packets.build import build_packet
from desktop.packets.values import Fitted, OutFile
from models.rules.packet_fit import LADDER


def fit(content: Any, pictures: Any, preset: Any, *, texts: Any = (), progress: Any, cancelled: Any) -> Fitted:
    out = BytesIO()
    made = build_packet(content, pictures, out=out, progress=progress, cancelled=cancelled)
    data = out.getvalue()
    file = OutFile(f"{content.head.number}.pdf", "pdf", data, pages=made.pages)
    return Fitted((file,), data, made.pages, (), (), made.missing_glyphs, made.exhibits, LADDER[0])
