"""`python -m tests.bench.likeness_rates`: how many altered copies of a photo are found again, how many others wrongly.

Pictures: the shared sample photos (whole, and a ninth of each as a photo of its own), what the sample shop's artist
draws, and chat screenshots of one app. Each is altered as phones and messengers do; then every pair is asked as the
program asks: near in the index of looks, then compared place by place. Needs no store and no window. About 4 minutes.
"""

from __future__ import annotations

import io
import random
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image, ImageEnhance, ImageOps

from desktop.decoder.likeness import difference, look_of
from desktop.demo.evidence import draw_scene
from desktop.demo.glazes import GLAZES, SHAPES
from desktop.demo.scene import Scene
from models.rules.likeness import LARGEST_DIFFERENCE, LookIndex

_SHARED = Path(__file__).resolve().parents[3] / "shared" / "samples" / "images"
_WORDS = "你好亲这个盘子到的时候碎了两只麻烦看一下怎么处理非常抱歉先别扔外箱拍一下谢谢什么时候补发可以的没问题"
_KINDS = ("goods_together", "damage_near", "carton_damaged", "waybill", "weighing", "packing", "opening")
Pictures = dict[tuple[str, str], Image.Image]


def saved(image: Image.Image, quality: int) -> Image.Image:
    """As it comes out of a JPEG of that quality."""
    kept = io.BytesIO()
    image.convert("RGB").save(kept, "JPEG", quality=quality)
    return Image.open(io.BytesIO(kept.getvalue())).convert("RGB")


def cropped(image: Image.Image, share: float, dice: random.Random) -> Image.Image:
    """Without a share of each side's length, somewhere."""
    width, height = image.size
    left, top = dice.random() * share, dice.random() * share
    return image.crop(
        (round(width * left), round(height * top), round(width * (1 - share + left)), round(height * (1 - share + top)))
    )


def scaled(image: Image.Image, share: float) -> Image.Image:
    """Smaller."""
    return image.resize((max(8, round(image.width * share)), max(8, round(image.height * share))))


CHANGES: dict[str, Callable[[Image.Image, random.Random], Image.Image]] = {
    "JPEG 90": lambda image, dice: saved(image, 90),
    "JPEG 60": lambda image, dice: saved(image, 60),
    "JPEG 40": lambda image, dice: saved(image, 40),
    "25 % of the size": lambda image, dice: saved(scaled(image, 0.25), 75),
    "as a messenger sends it": lambda image, dice: saved(scaled(image, 0.45), 60),
    "sent on twice": lambda image, dice: saved(scaled(saved(scaled(image, 0.45), 60), 0.6), 55),
    "crop 3 %": lambda image, dice: saved(cropped(image, 0.03, dice), 80),
    "crop 5 %": lambda image, dice: saved(cropped(image, 0.05, dice), 80),
    "crop 8 %": lambda image, dice: saved(cropped(image, 0.08, dice), 80),
    "brighter 20 %": lambda image, dice: saved(ImageEnhance.Brightness(image).enhance(1.2), 80),
    "darker 25 %": lambda image, dice: saved(ImageEnhance.Brightness(image).enhance(0.75), 80),
    "contrast +30 %": lambda image, dice: saved(ImageEnhance.Contrast(image).enhance(1.3), 80),
    "contrast -30 %": lambda image, dice: saved(ImageEnhance.Contrast(image).enhance(0.7), 80),
    "turned 1 degree": lambda image, dice: saved(image.rotate(1, Image.Resampling.BICUBIC), 80),
    "turned 2 degrees": lambda image, dice: saved(image.rotate(-2, Image.Resampling.BICUBIC), 80),
    "mirrored": lambda image, dice: saved(ImageOps.mirror(image), 80),
}


def drawn() -> Iterator[tuple[tuple[str, str], Image.Image]]:
    """Goods in other shapes and glazes each time, and chats of one app with other words."""
    for seed in range(90):
        dice = random.Random(seed)
        talk = tuple(
            (dice.choice(("buyer", "shop")), "".join(dice.choice(_WORDS) for _ in range(dice.randint(2, 45))))
            for _ in range(dice.randint(2, 9))
        )
        scene = Scene(
            seed=seed * 77 + 1, lang="zh", shape=list(SHAPES)[seed % len(SHAPES)],
            glaze=list(GLAZES)[seed // 9 % len(GLAZES)], pieces=dice.randint(1, 4), title="青瓷盘", buyer=f"花果山_{seed}",
            shop="青禾家居", carrier="云雀速递", tracking=f"YQ{dice.randrange(10**12):013d}",
            weight_g=dice.randrange(500, 4000), talk=talk,
        )  # fmt: skip
        for kind in ("chat", *(_KINDS if seed < 12 else ())):
            yield (kind, str(seed)), Image.open(io.BytesIO(draw_scene(kind, scene))).convert("RGB")


def photographed() -> Iterator[tuple[tuple[str, str], Image.Image]]:
    """The sample photos, each once, and their ninths."""
    import pi_heif

    pi_heif.register_heif_opener()
    wanted = ["exif-orientation-examples/Landscape_1.jpg", "exif-orientation-examples/Portrait_1.jpg"]
    wanted += ["pillow/flower.jpg", "pillow/exif.png", "pillow/frozenpond.mpo", "pillow/sugarshack.mpo"]
    names = [_SHARED / name for name in wanted]
    names += [path for path in (_SHARED / "pillow_heif").rglob("*.h*") if path.stat().st_size > 400_000]
    for path in names:
        try:
            image = ImageOps.exif_transpose(Image.open(path)).convert("RGB")
        except (OSError, ValueError, Image.DecompressionBombError):
            continue
        image.thumbnail((2400, 2400))
        yield ("photo", path.name), image
        if image.width > 1000:
            width, height = image.width // 3, image.height // 3
            for at in range(9):
                left, top = at % 3 * width, at // 3 * height
                yield ("part of a photo", f"{path.name} {at}"), image.crop((left, top, left + width, top + height))


def main() -> int:
    """Measure and print."""
    pictures: Pictures = {}
    for key, image in (*photographed(), *drawn()):
        image.thumbnail((1200, 1200))
        pictures[key] = image
    names = {f"{number:064x}": key for number, key in enumerate(pictures)}
    index, looks = LookIndex(), {}
    for name, key in names.items():
        looks[name] = look_of(pictures[key])
        index.add(name, looks[name])
    found: dict[str, list[bool]] = defaultdict(list)
    dice = random.Random(1)
    for name, key in names.items():
        if key[0] == "chat" and int(key[1]) >= 25:
            continue
        for change, alter in CHANGES.items():
            copy = alter(pictures[key], dice)
            near = {one.sha256: one for one in index.near("x", look_of(copy))}
            hit = near.get(name)
            other = ImageOps.mirror(pictures[key]) if hit is not None and hit.mirrored else pictures[key]
            found[change].append(hit is not None and difference(copy, other) <= LARGEST_DIFFERENCE)
    wrong: dict[str, list[str]] = defaultdict(list)
    asked, began = 0, time.thread_time()
    for name, key in names.items():
        for one in index.near(name, looks[name]):
            if one.sha256 < name:
                asked += 1
                other = pictures[names[one.sha256]]
                if difference(pictures[key], ImageOps.mirror(other) if one.mirrored else other) <= LARGEST_DIFFERENCE:
                    where = key[0] if names[one.sha256][0] == key[0] else f"{key[0]} / {names[one.sha256][0]}"
                    wrong[where].append(f"{key[1]} ~ {names[one.sha256][1]}")
    each = (time.thread_time() - began) / max(1, asked) * 1000
    total = len(pictures) * (len(pictures) - 1) // 2
    lines = [f"{len(pictures)} pictures; found again:"]
    lines += [
        f"  {change:26} {sum(hits):4} of {len(hits)}  {sum(hits) / len(hits):6.1%}" for change, hits in found.items()
    ]
    lines.append(f"{total} pairs of different pictures, {asked} near enough to compare ({each:.0f} ms each); alike:")
    lines += [f"  {where:26} {len(pairs):4}  {', '.join(pairs[:4])}" for where, pairs in sorted(wrong.items())]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
