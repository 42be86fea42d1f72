"""The artist's process: reads what to draw from its standard input and answers on its standard output."""

from __future__ import annotations

import json
import os
import sys
from typing import BinaryIO

from desktop.demo.artist import LENGTH, MAX_REQUEST_BYTES, scene_from
from desktop.demo.evidence import draw_scene


def main() -> int:
    """Draws until the other side closes its end; ends with 2 after a request that it cannot understand."""
    if sys.platform == "win32":
        import msvcrt

        for standard in (0, 1):
            msvcrt.setmode(standard, os.O_BINARY)
    # By number: a window program has no sys.stdin on Windows, pipes or not.
    with open(0, "rb", closefd=False) as source, open(1, "wb", closefd=False) as target:
        return _serve(source, target)


def _serve(source: BinaryIO, target: BinaryIO) -> int:
    while head := source.read(LENGTH.size):
        if len(head) != LENGTH.size or LENGTH.unpack(head)[0] > MAX_REQUEST_BYTES:
            return 2
        wanted = json.loads(source.read(LENGTH.unpack(head)[0]))
        drawing = draw_scene(wanted["kind"], scene_from(wanted["scene"]))
        try:
            target.write(LENGTH.pack(len(drawing)) + drawing)
            target.flush()
        except OSError:
            return 0
    return 0
