"""How long a packet of 60 photos takes, beside shrinking the same photos alone with Pillow: prints, judges nothing.

    python -m tests.bench.packet_speed [--folder DIR] [--heavy] [--rounds 3] [--preset print]

One process shrinks each photo (draft, resize, JPEG) as anybody would; another builds the packet from empty caches, and a
second time from cached copies. The rounds alternate. Memory is the most the program itself held; its decoder workers
are told apart. `--heavy` takes the whole heavy case instead of its photos alone. The packet is made for `--preset`,
whatever the case's own plan says. "cpu" is processor time, of the workers too: on a busy machine the surer figure.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from tests.bench.heavy_case import Heavy, heavy_folder

SIDE, QUALITY = 1600, 85


def shrink(folder: Path) -> dict[str, float]:
    """Seconds to shrink every photo of the folder with Pillow alone."""
    from PIL import Image

    total = 0
    began = time.perf_counter()
    for path in sorted((folder / "evidence").rglob("*")):
        if path.is_file() and path.open("rb").read(2) == b"\xff\xd8":
            with Image.open(path) as image:
                image.draft("RGB", (SIDE, SIDE))
                image.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
                with tempfile.TemporaryFile() as out:
                    image.save(out, "JPEG", quality=QUALITY)
                    total += out.tell()
    return {"seconds": time.perf_counter() - began, "cpu": time.process_time()}


def packet(folder: Path, preset: str) -> dict[str, float]:
    """Seconds of the first and the second build in this process, pages, bytes, and the memory used."""
    from desktop.bootstrap import build

    shutil.rmtree(folder / "cache" / "packet-pictures", ignore_errors=True)
    ctx = build(folder, threads=False)
    try:
        case_id = 1
        plan = replace(ctx.packet_plans.read(case_id), preset=preset)
        began = time.perf_counter()
        first = ctx.packets.preview(case_id, plan)
        middle, middle_cpu = time.perf_counter(), time.process_time()
        ctx.packets.preview(case_id, plan)
        end, end_cpu = time.perf_counter(), time.process_time()
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    finally:
        ctx.close()
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    workers = children.ru_maxrss / 1024
    return {
        "first": middle - began, "second": end - middle, "pages": first.pages, "MB": first.size / 1e6,
        "cpu": middle_cpu + children.ru_utime + children.ru_stime, "second cpu": end_cpu - middle_cpu,
        "memory MB": own, "worker MB": workers,
    }  # fmt: skip


def _apart(what: str, folder: Path, preset: str) -> dict[str, float]:
    """In a process of its own, so that neither warms the other."""
    command = [sys.executable, "-m", "tests.bench.packet_speed", "--only", what, "--folder", str(folder)]
    command += ["--preset", preset]
    made = subprocess.run(command, check=True, capture_output=True, text=True)
    answer: dict[str, float] = json.loads(made.stdout.splitlines()[-1])
    return answer


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--heavy", action="store_true")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--preset", default="print")
    parser.add_argument("--only", choices=("pillow", "packet"))
    options = parser.parse_args()
    if options.only == "pillow":
        print(json.dumps(shrink(options.folder)))
        return
    if options.only == "packet":
        print(json.dumps(packet(options.folder, options.preset)))
        return
    with tempfile.TemporaryDirectory(prefix="aftercase-packet-") as scratch:
        folder = options.folder or Path(scratch) / "shop"
        if not folder.is_dir():
            heavy_folder(folder, Heavy() if options.heavy else Heavy(screenshots=0, films=0, entries=0))
        ratios = []
        for number in range(1, options.rounds + 1):
            alone, made = (_apart(what, folder, options.preset) for what in ("pillow", "packet"))
            ratios.append(made["first"] / alone["seconds"])
            figures = ", ".join(f"{name} {value:.2f}" for name, value in made.items())
            said = f"{number}: Pillow alone {alone['seconds']:.2f} s (cpu {alone['cpu']:.2f}); packet {figures}"
            print(f"{said}; ratio {ratios[-1]:.2f}; load {os.getloadavg()[0]:.1f}")
        print(f"ratio, median of {len(ratios)}: {statistics.median(ratios):.2f}")


if __name__ == "__main__":
    main()
