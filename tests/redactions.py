"""Redacts random boxes over pictures of every kind, and looks at each copy with another library than the program's.

`python -m tests.redactions --boxes 500` is the long form; the suite runs a short one with inputs of its own. HEIC, which
cannot be written here, comes from the samples where they are. Checked of each copy: every pixel inside every box is the
fill, every other one is the original's, no chunk but the three that a PNG needs, the original's bytes and hash as before.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from desktop.decoder.results import Pixels

if TYPE_CHECKING:
    from desktop.context import AppContext

SAMPLES = Path(__file__).resolve().parents[2] / "shared" / "samples" / "images"
Rect = tuple[float, float, float, float]


@dataclass
class Findings:
    """What was redacted, and what was wrong with it."""

    boxes: int = 0
    copies: int = 0
    by_kind: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    seconds: float = 0.0


def noise(chance: random.Random, width: int, height: int, channels: int = 3) -> np.ndarray:
    """Random pixels over a slope: nothing in them repeats, so no pixel can pass for another."""
    made = np.random.default_rng(chance.randrange(1 << 32)).integers(0, 256, (height, width, channels), dtype=np.uint8)
    made[..., 0] = (made[..., 0] // 4 + np.linspace(0, 190, width, dtype=np.uint8)[None, :]).astype(np.uint8)
    return made


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    """The picture as a file of that kind."""
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def with_exif(orientation: int) -> Image.Exif:
    """EXIF that must not leave: a place, a serial number, and how the camera was held."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0xA431] = "SERIAL-00387"
    exif.get_ifd(0x8825).update({1: "N", 2: (31.0, 14.0, 5.0), 3: "E", 4: (121.0, 28.0, 9.0)})
    return exif


def own_inputs(chance: random.Random, *, large: bool) -> Iterator[tuple[str, bytes]]:
    """Pictures of all modes: palettes, 16 bits, alpha, CMYK, grey, every orientation, 1 x 1 up to 12 megapixels."""
    sizes = [(1, 1), (1, 37), (64, 3), (211, 97), (640, 481)]
    for width, height in sizes:
        colour = Image.fromarray(noise(chance, width, height))
        yield "PNG", saved(colour, "PNG")
        yield "JPEG", saved(colour, "JPEG", quality=90, exif=with_exif(1), comment=b"phone 13800000387")
        yield "WebP", saved(colour, "WEBP", quality=80, exif=with_exif(1))
    colour = Image.fromarray(noise(chance, 180, 121))
    for orientation in range(1, 9):
        yield "JPEG", saved(colour, "JPEG", exif=with_exif(orientation), quality=92)
    clear = Image.fromarray(noise(chance, 150, 90, 4), "RGBA")
    deep = Image.fromarray(np.random.default_rng(5).integers(0, 65536, (60, 80), dtype=np.uint16))
    yield "PNG", saved(clear, "PNG")
    yield "PNG", saved(colour.quantize(64), "PNG")
    yield "PNG", saved(colour.quantize(16), "PNG", transparency=3)
    yield "PNG", saved(deep, "PNG")
    yield "PNG", saved(colour.convert("1"), "PNG")
    yield "PNG", saved(colour.convert("LA"), "PNG")
    yield "PNG", saved(colour.convert("L"), "PNG", pnginfo=_text(), dpi=(300, 300))
    yield "JPEG", saved(colour.convert("CMYK"), "JPEG")
    yield "JPEG", saved(colour.convert("L"), "JPEG", progressive=True)
    yield "WebP", saved(clear, "WEBP", lossless=True, exact=True)
    yield "WebP", saved(colour, "WEBP", lossless=True)
    yield "GIF", saved(colour.quantize(32), "GIF")
    yield "BMP", saved(colour, "BMP")
    if large:
        rough = Image.fromarray(noise(chance, 500, 375)).resize((4000, 3000), Image.Resampling.BICUBIC)
        yield "JPEG", saved(rough, "JPEG", quality=88, exif=with_exif(6))
        yield "PNG", saved(rough.crop((0, 0, 3000, 2000)), "PNG", compress_level=1)
        yield "WebP", saved(rough.crop((0, 0, 2400, 1800)), "WEBP", quality=75)


def samples(pattern: str) -> list[tuple[str, bytes]]:
    """Sample files that are there."""
    return [("HEIC", path.read_bytes()) for path in sorted(SAMPLES.glob(pattern)) if path.is_file()]


def random_boxes(chance: random.Random, size: tuple[int, int], most: int) -> list[Rect]:
    """Boxes within, across the edges, of one pixel, of all, and between the pixels."""
    width, height = size
    boxes: list[Rect] = []
    for _ in range(most):
        left, top = chance.uniform(0, width - 1), chance.uniform(0, height - 1)
        kind = chance.randrange(6)
        if kind == 0:
            boxes.append((int(left), int(top), int(left) + 1, int(top) + 1))
        elif kind == 1:
            boxes.append((-chance.uniform(0, width), -chance.uniform(0, height), left + 0.5, top + 0.5))
        elif kind == 2:
            boxes.append((left, top, width + chance.uniform(0, width), height + chance.uniform(0, height)))
        elif kind == 3 and chance.random() < 0.1:
            boxes.append((0, 0, width, height))
        else:
            right, bottom = chance.uniform(left, width), chance.uniform(top, height)
            boxes.append((left, top, max(right, left + 0.01), max(bottom, top + 0.01)))
    return boxes


def check(ctx: AppContext, evidence_id: int, boxes: list[Rect], fill: tuple[int, int, int], findings: Findings) -> None:
    """Redact one picture and look at the copy; what is wrong is noted."""
    item = ctx.evidence.find_evidence(evidence_id)
    path = ctx.store.files.path(item.sha256)
    before = path.read_bytes()
    started = time.perf_counter()
    added = ctx.redactions.redact(evidence_id, boxes, fill)
    findings.seconds += time.perf_counter() - started
    copy = ctx.evidence.find_evidence(added.evidence_id or 0)
    data = ctx.store.files.path(copy.sha256).read_bytes()

    def wrong(what: str) -> None:
        findings.wrong.append(f"{item.original_name} {item.format} {boxes} {fill}: {what}")

    if path.read_bytes() != before or hashlib.sha256(before).hexdigest() != item.sha256:
        wrong("the original changed")
    if not added.already_there and (copy.parent_id != item.id or copy.derivation.value != "redacted"):
        wrong("not linked")
    if chunks(data) != [b"IHDR", b"IDAT", b"IEND"]:
        wrong(f"chunks {chunks(data)}")
    for secret in (b"SERIAL-00387", b"13800000387", b"Exif\0\0"):
        if secret in data:
            wrong(f"holds {secret!r}")
    with Image.open(io.BytesIO(data)) as made:
        info = {name: value for name, value in made.info.items() if value}
        if made.mode != "RGB" or info or len(made.getexif()):
            wrong(f"mode {made.mode}, {info}")
        pixels = np.asarray(made)
    expected = on_white(ctx, path)
    if pixels.shape != expected.shape:
        wrong(f"size {pixels.shape} for {expected.shape}")
        return
    covered = np.zeros(pixels.shape[:2], dtype=bool)
    for left, top, right, bottom in boxes:
        rows = slice(max(int(np.floor(top)), 0), max(int(np.ceil(bottom)), 0))
        columns = slice(max(int(np.floor(left)), 0), max(int(np.ceil(right)), 0))
        covered[rows, columns] = True
        if not (pixels[rows, columns] == fill).all():
            wrong("a pixel inside is not the fill")
    if np.abs(pixels.astype(int) - expected)[~covered].max(initial=0) > 1:
        wrong("a pixel outside changed")
    findings.boxes += len(boxes)
    findings.copies += 1


def on_white(ctx: AppContext, path: Path) -> np.ndarray:
    """The original's pixels laid on white, by arithmetic of this file's own."""
    found = ctx.decoder.picture(path)
    assert isinstance(found, Pixels)
    rgba = np.frombuffer(found.data, dtype=np.uint8).reshape(found.height, found.width, 4).astype(np.uint32)
    alpha = rgba[..., 3:]
    return ((rgba[..., :3] * alpha + 255 * (255 - alpha) + 127) // 255).astype(int)


def chunks(data: bytes) -> list[bytes]:
    """The names of a PNG's chunks, with what stands behind the last one."""
    names, at = [], 8
    while at + 8 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        names.append(data[at + 4 : at + 8])
        at += 12 + length
    return names if at == len(data) else [*names, b"more"]


def run(
    ctx: AppContext, case_id: int, wanted: int, seed: int, *, large: bool, heic: str = "", every: int = 1
) -> Findings:
    """Redact pictures of all kinds in turn, or every so many of them, until so many boxes were burned in."""
    from models.kinds import EvidenceSource

    chance = random.Random(seed)
    findings = Findings()
    inputs = [*own_inputs(chance, large=large), *(samples(heic) if heic else [])][::every]
    ids: list[tuple[str, int]] = []
    for place, (kind, data) in enumerate(inputs):
        added = ctx.intake.add_bytes(case_id, data, f"{place}.{kind.lower()}", EvidenceSource.PASTED)
        assert added.evidence_id is not None
        if isinstance(ctx.decoder.picture(ctx.store.files.path(hashlib.sha256(data).hexdigest())), Pixels):
            ids.append((kind, added.evidence_id))
    place = 0
    while findings.boxes < wanted:
        kind, evidence_id = ids[place % len(ids)]
        item = ctx.evidence.find_evidence(evidence_id)
        boxes = random_boxes(chance, (item.width or 1, item.height or 1), chance.randint(1, 4))
        fill = chance.choice([(0, 0, 0), (255, 255, 255), (1, 254, 127)])
        check(ctx, evidence_id, boxes[: max(1, wanted - findings.boxes)], fill, findings)
        findings.by_kind[kind] += 1
        place += 1
    return findings


def _text() -> object:
    from PIL.PngImagePlugin import PngInfo

    made = PngInfo()
    made.add_text("Comment", "phone 13800000387")
    made.add_itxt("Place", "SERIAL-00387")
    return made


def main() -> int:
    """Redacts in a new data folder; 1 if anything was wrong."""
    from desktop.bootstrap import build
    from models.kinds import Platform, Problem, Role

    parser = argparse.ArgumentParser()
    parser.add_argument("--boxes", type=int, default=500)
    parser.add_argument("--seed", type=int, default=387)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ctx = build(Path(folder) / "shop", threads=False)
        ctx.shops.add_person(name="小满", role=Role.OWNER)
        ctx.shops.add_shop(name="青禾家居", platform=Platform.TAOBAO)
        ctx.shops.choose_person(1)
        buyer = ctx.bench.act("buyer_made", lambda work: work.insert("buyer", shop_id=1, nick="花果山"), undoable=False)
        case_id = ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=buyer)
        found = run(ctx, case_id, wanted.boxes, wanted.seed, large=True, heic="pillow_heif/heif/*.hei*")
        ctx.close()
    print(f"{found.boxes} boxes in {found.copies} copies, {dict(found.by_kind)}, {found.seconds:.1f} s")
    print(f"wrong: {len(found.wrong)}")
    for line in found.wrong[:20]:
        print(line)
    return 1 if found.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
