"""How fast evidence comes in, side by side with `sha256sum` plus `cp` of the same files: prints, judges nothing.

    python -m tests.bench.intake_speed [--photos 1000] [--distinct 50] [--folder DIR]

Makes photos of 12 megapixels (noise and shapes, so that they are as large as a phone's), copies them with a changed
last byte so that no two are equal, then copies and hashes them with the system's tools and imports them durably.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

WIDTH, HEIGHT = 4032, 3024


def make_photos(folder: Path, photos: int, distinct: int) -> int:
    """Write the photos; returns their bytes together."""
    from PIL import Image, ImageDraw

    chance, total = Random(5), 0
    folder.mkdir(parents=True)
    originals = []
    for number in range(distinct):
        noise = Image.effect_noise((WIDTH // 4, HEIGHT // 4), 40 + number % 20).resize((WIDTH, HEIGHT))
        image = Image.merge("RGB", (noise, noise.point(lambda value: value // 2 + 60), noise.point(lambda value: 255 - value)))  # fmt: skip
        draw = ImageDraw.Draw(image)
        for _ in range(40):
            x, y = chance.randrange(WIDTH), chance.randrange(HEIGHT)
            draw.ellipse((x, y, x + 400, y + 300), fill=tuple(chance.randbytes(3)))
        exif = Image.Exif()
        exif.get_ifd(0x8769)[0x9003] = f"2026:11:19 10:{number % 60:02d}:00"
        path = folder / f"original-{number}.jpg"
        image.save(path, quality=88, exif=exif)
        originals.append(path.read_bytes())
        path.unlink()
    for number in range(photos):
        data = originals[number % distinct] + number.to_bytes(4, "big")
        (folder / f"IMG_{number:04d}.jpg").write_bytes(data)
        total += len(data)
    return total


def tools(source: Path, target: Path) -> tuple[float, float, float]:
    """Seconds of `sha256sum`, of `cp`, and of forcing what `cp` wrote to the disk."""
    began = time.perf_counter()
    subprocess.run(f"sha256sum '{source}'/* > /dev/null", shell=True, check=True)
    hashed = time.perf_counter()
    subprocess.run(["cp", "-r", str(source), str(target)], check=True)
    copied = time.perf_counter()
    subprocess.run(["sync", "-f", str(target)], check=True)
    return hashed - began, copied - hashed, time.perf_counter() - copied


def make_case(shop: Path) -> str:
    """A data folder with one case; its number."""
    from desktop.bootstrap import build
    from models.kinds import Platform, Problem, Role

    context = build(shop, threads=False)
    context.shops.add_person(name="小满", role=Role.OWNER)
    context.shops.choose_person(1)
    shop_id = context.shops.add_shop(name="青禾家居", platform=Platform.TAOBAO)
    case_id = context.cases.open_case(
        problem=Problem.DAMAGED, buyer_id=context.opening.add_buyer(shop_id, "花果山_大圣01")
    )
    number = context.cases.load_page(case_id).case.number
    context.close()
    return number


def imported(source: Path, shop: Path) -> tuple[float, int]:
    """Seconds of a durable import, and how many were kept."""
    from desktop.bootstrap import build
    from models.kinds import EvidenceSource

    context = build(shop)
    context.decoder.warm_up()
    began = time.perf_counter()
    gathered = context.intake.gather([source])
    added = context.intake.add_all(1, gathered.incoming, EvidenceSource.DROPPED)
    took = time.perf_counter() - began
    context.close()
    return took, sum(one.error is None and not one.already_there for one in added)


def in_the_window(source: Path, shop: Path, number: str) -> tuple[float, float, float]:
    """Seconds of the same import by the Evidence page in front, and how long the window stood still at most.

    The last figure is the same of a window at rest just before, on this machine as busy as it is. The gallery shows
    what arrives meanwhile, with its small pictures. The window runs as it does in the program: QTest's waiting would
    keep Python's lock from the threads that import.
    """
    from PySide6.QtCore import QEventLoop, QTimer

    from desktop.bootstrap import build
    from models.kinds import EvidenceSource
    from tests.bench.live_window import Heartbeat
    from ui import program
    from ui.intake.pieces import Intake
    from ui.page import Target

    context = build(shop)
    app = program.application(context, ["bench"], "zh")
    running = program.Program(app, context)
    running.show()
    window = running.window
    program.set_apart(window)
    window.resize(1440, 900)
    window.go(Target("evidence", number))
    page = window.page("evidence")
    loop = QEventLoop()

    def run(done: Callable[[], bool]) -> None:
        asking = QTimer(interval=50)
        asking.timeout.connect(lambda: loop.quit() if done() else None)
        asking.start()
        loop.exec()

    def wait(seconds: float) -> None:
        until = time.perf_counter() + seconds
        run(lambda: time.perf_counter() > until)

    wait(4)
    heart = Heartbeat()
    heart.start()
    wait(4)
    rest = heart.stop()
    adding = page.work.adding
    began = time.perf_counter()
    heart.start()
    adding.add(1, Intake(paths=(source,)), EvidenceSource.DROPPED)
    run(lambda: not adding.busy)
    took, longest = time.perf_counter() - began, heart.stop()
    window.close()
    app.processEvents()
    context.close()
    return took, longest * 1000, rest * 1000


def main() -> None:
    """Make, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=1000)
    parser.add_argument("--distinct", type=int, default=50)
    parser.add_argument("--runs", type=int, default=2)
    parser.add_argument("--window", action="store_true", help="once more in the real window, and how long it stands")
    parser.add_argument("--folder", type=Path, default=None, help="on the disk to be measured")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as place:
        room = Path(place)
        total = make_photos(room / "photos", options.photos, options.distinct)
        os.sync()
        print(f"{options.photos} photos of {WIDTH * HEIGHT / 1e6:.1f} megapixels, {total / 1e9:.2f} GB, "
              f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")  # fmt: skip
        for run in range(options.runs):
            hashed, copied, synced = tools(room / "photos", room / "copy")
            shutil.rmtree(room / "copy")
            os.sync()
            number = make_case(room / f"shop-{run}")
            took, kept = imported(room / "photos", room / f"shop-{run}")
            shutil.rmtree(room / f"shop-{run}", ignore_errors=True)
            os.sync()
            print(
                f"sha256sum {hashed:.1f} s + cp {copied:.1f} s = {hashed + copied:.1f} s (sync after it {synced:.1f} s)"
            )
            print(f"imported {kept} in {took:.1f} s: {(hashed + copied) / took:.2f} of that speed; "
                  f"{(hashed + copied + synced) / took:.2f} with sync; load {os.getloadavg()[0]:.1f}")  # fmt: skip
            sys.stdout.flush()
        if options.window:
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
            number = make_case(room / "shop-window")
            took, longest, rest = in_the_window(room / "photos", room / "shop-window", number)
            print(f"in the window: {took:.1f} s; it stood still for at most {longest:.0f} ms "
                  f"(at rest just before: {rest:.0f} ms); load {os.getloadavg()[0]:.1f}")  # fmt: skip


if __name__ == "__main__":
    main()
