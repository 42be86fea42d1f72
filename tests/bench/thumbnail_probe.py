"""Thumbnails of 12-megapixel JPEGs beside `vipsthumbnail` with the same number of processes; prints both times.

`python -m tests.bench.thumbnail_probe [COUNT]`. Without vipsthumbnail it is measured beside Pillow's draft mode in bare
processes, and says so.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

from PIL import Image

from desktop.decoder.client import Decoder
from desktop.decoder.thumbnails import ThumbnailCache

SIDE, PROCESSES, ROUNDS = 384, 2, 3
# As many as the program has for files: one keeps what was made while the processes make the next.
THREADS = 3


def photos(folder: Path, count: int) -> list[Path]:
    """Pictures with the grain and the edges of a photo, 4,000 x 3,000 pixels, all different."""
    made = []
    for number in range(count):
        grain = Image.frombytes("RGB", (1000, 750), hashlib.shake_128(bytes([number % 251])).digest(2_250_000))
        soft = Image.linear_gradient("L").resize((4000, 3000)).rotate(number * 7).convert("RGB")
        photo = Image.blend(soft, grain.resize((4000, 3000), Image.Resampling.BICUBIC), 0.35)
        made.append(folder / f"{number:04}.jpg")
        photo.save(made[-1], quality=88)
    return made


def ours(files: list[Path], folder: Path) -> float:
    """Seconds for all of them into a fresh cache, with the decoder's processes started before."""
    decoder = Decoder(workers=PROCESSES)
    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(lambda path: decoder.thumbnail(path, 8, 8), files[:PROCESSES]))
        cache = ThumbnailCache(folder, decoder)
        begun = time.perf_counter()
        list(pool.map(lambda path: cache.get(_hash(path), path, (SIDE, SIDE)), files))
        took = time.perf_counter() - begun
    decoder.close()
    return took


def _hash(path: Path) -> str:
    return hashlib.sha256(str(path).encode()).hexdigest()


def _draft(path: str) -> None:
    with Image.open(path) as image:
        image.draft("RGB", (SIDE * 2, SIDE * 2))
        image.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
        image.save(f"{path}.thumb", "JPEG")


def theirs(files: list[Path]) -> tuple[str, float]:
    """What is measured beside, and its seconds."""
    tool = shutil.which("vipsthumbnail")
    if tool is None:
        with ProcessPoolExecutor(PROCESSES) as pool:
            list(pool.map(_draft, [str(path) for path in files[:PROCESSES]]))
            begun = time.perf_counter()
            list(pool.map(_draft, [str(path) for path in files]))
            return "Pillow draft, bare processes (vipsthumbnail is not installed)", time.perf_counter() - begun
    begun = time.perf_counter()
    parts = [files[place::PROCESSES] for place in range(PROCESSES)]
    environment = {**os.environ, "VIPS_CONCURRENCY": "1"}
    running = [
        subprocess.Popen([tool, "--size", f"{SIDE}x{SIDE}", "-o", "%s.thumb.jpg", *map(str, part)], env=environment)
        for part in parts
    ]
    for each in running:
        each.wait()
    return "vipsthumbnail", time.perf_counter() - begun


def main(count: int) -> None:
    """Measure both in turns, so that what else the machine does falls on both."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        files = photos(folder, count)
        mine, other, name = [], [], ""
        for turn in range(ROUNDS):
            mine.append(ours(files, folder / f"cache{turn}"))
            name, took = theirs(files)
            other.append(took)
        size = sum(path.stat().st_size for path in files) / len(files) / 1e6
        sys.stdout.write(
            f"{count} photos of 12 megapixels ({size:.1f} MB each), {PROCESSES} processes, best of {ROUNDS}:\n"
            f"  Aftercase {min(mine):.2f} s ({min(mine) / count * 1000:.0f} ms each)\n"
            f"  {name} {min(other):.2f} s ({min(other) / count * 1000:.0f} ms each)\n"
            f"  ratio {min(mine) / min(other):.2f}\n"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
