"""Every receiver on the heaviest case: what is handed out, read back with pikepdf and Pillow, or refused by name.

    python -m tests.bench.receivers FOLDER [RECEIVER ...] [--exhibits 1,2,61,62,101] [--out DIR] [--cold]

FOLDER is one made by tests.bench.heavy_case. Fails when a file passes a limit that is not refused. `--cold` throws the
kept pictures away before each. Told are seconds, and the pictures the decoder was asked for.
"""

from __future__ import annotations

import argparse
import shutil
import time
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from desktop.bootstrap import build
from desktop.decoder.client import Decoder
from desktop.decoder.results import NoPreview
from desktop.packets.fitting import fit
from desktop.packets.reading_back import read_back
from desktop.packets.values import Fitted
from desktop.services.packet_pictures import EvidencePictures
from desktop.services.picture_cache import PictureCache
from models.clock import SystemClock
from models.packet_records import PacketPlan
from models.rules.packet_presets import PacketPreset


class Counting(Decoder):
    """The decoder of a folder, counting what it is asked for."""

    def __init__(self, decoder: Decoder) -> None:
        self._decoder, self.workers, self.asked = decoder, decoder.workers, 0

    def jpeg(self, path: Path, **wish: Any) -> bytes | NoPreview:
        self.asked += 1
        return self._decoder.jpeg(path, **wish)


def passed(made: Fitted, preset: PacketPreset) -> list[str]:
    """The limits that the files pass, as read back; empty when all are kept."""
    files = [each for each in made.files if each.format != "txt"]
    sizes = [len(each.content) for each in files]
    seen = [read_back(each.content) for each in files if each.format == "pdf"]
    pixels = []
    for each in files:
        if each.format == "jpeg":
            with Image.open(BytesIO(each.content)) as opened:
                opened.load()
                pixels.append(opened.width * opened.height)
                assert not opened.getexif()
    pixels += [one.width * one.height for each in seen for one in each.placed]
    found = {
        "total_bytes": (sum(sizes), preset.total_bytes),
        "file_bytes": (max(sizes, default=0), preset.file_bytes),
        "files": (len(files), preset.files),
        "pages": (sum(each.pages for each in seen), preset.pages),
        "file_pages": (max((each.pages for each in seen), default=0), preset.file_pages),
        "pictures": (made.pages if preset.pictures is not None else 0, preset.pictures),
        "dpi": (max((each.dpi for each in seen), default=0.0) / 1.0005, preset.dpi),
        "pixels": (max(pixels, default=0), preset.pixels),
    }
    over = [name for name, (used, limit) in found.items() if limit is not None and used > limit]
    least = min((each.least_points for each in seen), default=99.0)
    if preset.least_points is not None and least < preset.least_points - 0.01:
        over.append("least_points")
    return over


def main() -> None:
    """Print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("receivers", nargs="*")
    parser.add_argument("--exhibits", default="")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--cold", action="store_true")
    options = parser.parse_args()
    ctx = build(options.folder, clock=SystemClock(), threads=False)
    kept = ctx.store.folder.cache / "packet-pictures"
    decoder = Counting(ctx.decoder)
    chosen = [int(each) for each in options.exhibits.split(",") if each] or None
    try:
        for preset in ctx.presets.list_presets():
            if options.receivers and preset.id not in options.receivers:
                continue
            summary = "少发属实，已补寄。" if preset.summary_most is not None else None
            content = ctx.packet_gathering.content(
                1, PacketPlan(preset=preset.id), evidence_ids=chosen, summary=summary
            )
            if options.cold:
                shutil.rmtree(kept, ignore_errors=True)
            pictures = EvidencePictures(ctx.store.files, decoder, PictureCache(kept), content.language)
            decoder.asked = 0
            began = time.perf_counter()
            made = fit(content, pictures, preset)
            took = time.perf_counter() - began
            pictures.release()
            files = [each for each in made.files if each.format != "txt"]
            over = passed(made, preset)
            refused = "; ".join(
                f"{each.code} {each.values.get('used', '')}/{each.values.get('limit', '')}"
                f" exhibits {', '.join(map(str, each.exhibits[:5]))} ({len(each.exhibits)})"
                for each in made.refusals
            )
            print(
                f"| {preset.id} | {len(files)} | {sum(len(each.content) for each in files):,} | {made.pages} |"
                f" {made.rung.side}/{made.rung.quality} | {took:.1f} s | {decoder.asked} | {refused or 'fits'} |",
                flush=True,
            )
            assert not over or made.refusals, (preset.id, over)
            if options.out is not None:
                (options.out / preset.id).mkdir(parents=True, exist_ok=True)
                for each in made.files:
                    (options.out / preset.id / each.name).write_bytes(each.content)
    finally:
        ctx.close()


if __name__ == "__main__":
    main()
