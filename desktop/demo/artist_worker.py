"""The artist's process: reads what to draw from its standard input and answers on its standard output."""

from __future__ import annotations

import json
import sys

from desktop.demo.artist import LENGTH, MAX_REQUEST_BYTES, scene_from
from desktop.demo.evidence import draw_scene


def main() -> int:
    """Draws until the other side closes its end; ends with 2 after a request that it cannot understand."""
    source, target = sys.stdin.buffer, sys.stdout.buffer
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
