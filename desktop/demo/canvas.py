"""A drawing surface at double size with soft shadows and colour meshes, reduced in the end for smooth edges."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from functools import lru_cache

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from desktop.demo.colours import Colour, Mesh, darker, lighter
from desktop.demo.lettering import font

Point = tuple[float, float]
Box = tuple[float, float, float, float]

WIDTH, HEIGHT = 1200, 900
SCALE = 2
_SHADOW_REDUCTION = 8


@lru_cache(maxsize=24)
def mesh(colours: Mesh, size: tuple[int, int]) -> Image.Image:
    """A smooth picture between a few colours, given row by row."""
    small = Image.new("RGB", (len(colours[0]), len(colours)))
    small.putdata([colour for row in colours for colour in row])
    return small.resize(size, Image.Resampling.BICUBIC)


class Canvas:
    """Shapes in units of a 1200 x 900 picture, on a background of any size (twice that, as a rule)."""

    def __init__(self, background: Image.Image) -> None:
        self.image = background.copy()
        self._draw = ImageDraw.Draw(self.image)
        self._scale = background.width / WIDTH

    def polygon(self, points: Sequence[Point], fill: Colour) -> None:
        self._draw.polygon([(x * self._scale, y * self._scale) for x, y in points], fill=fill)

    def ellipse(self, box: Box, fill: Colour | None = None, outline: Colour | None = None, width: float = 1) -> None:
        self._draw.ellipse(self._scaled(box), fill=fill, outline=outline, width=round(width * self._scale))

    def rectangle(self, box: Box, fill: Colour, radius: float = 0) -> None:
        self._draw.rounded_rectangle(self._scaled(box), radius * self._scale, fill=fill)

    def line(self, points: Sequence[Point], fill: Colour, width: float) -> None:
        self._draw.line(
            [(x * self._scale, y * self._scale) for x, y in points], fill, round(width * self._scale), joint="curve"
        )

    def arc(self, box: Box, start: float, end: float, fill: Colour, width: float) -> None:
        self._draw.arc(self._scaled(box), start, end, fill, round(width * self._scale))

    def text(self, at: Point, text: str, size: float, fill: Colour, *, bold: bool = False, anchor: str = "la") -> None:
        letters = font(round(size * self._scale), bold=bold)
        self._draw.text((at[0] * self._scale, at[1] * self._scale), text, fill, letters, anchor=anchor)

    def fill_mesh(self, points: Sequence[Point], colours: Mesh) -> None:
        """A polygon filled with a mesh that spans its bounding box."""
        left, top, right, bottom = self._bounds(points)
        mask = Image.new("L", (right - left, bottom - top), 0)
        ImageDraw.Draw(mask).polygon([(x * self._scale - left, y * self._scale - top) for x, y in points], fill=255)
        self.image.paste(mesh(colours, mask.size), (left, top), mask)

    def fill_ellipse(self, box: Box, colours: Mesh) -> None:
        left, top, right, bottom = (round(value * self._scale) for value in box)
        mask = Image.new("L", (right - left, bottom - top), 0)
        ImageDraw.Draw(mask).ellipse((0, 0, right - left - 1, bottom - top - 1), fill=255)
        self.image.paste(mesh(colours, mask.size), (left, top), mask)

    def fill_rounded(self, box: Box, radius: float, colours: Mesh) -> None:
        left, top, right, bottom = (round(value * self._scale) for value in box)
        mask = Image.new("L", (right - left, bottom - top), 0)
        ImageDraw.Draw(mask).rounded_rectangle(
            (0, 0, right - left - 1, bottom - top - 1), radius * self._scale, fill=255
        )
        self.image.paste(mesh(colours, mask.size), (left, top), mask)

    def shadow(self, points: Sequence[Point], *, blur: float = 14, strength: float = 0.45) -> None:
        """A soft dark shape under things: `blur` in picture units, `strength` from 0 to 1."""
        self._soft(points, (20, 14, 10), blur, strength)

    def glow(self, points: Sequence[Point], colour: Colour, *, blur: float = 14, strength: float = 0.5) -> None:
        self._soft(points, colour, blur, strength)

    def _soft(self, points: Sequence[Point], colour: Colour, blur: float, strength: float) -> None:
        margin = blur * 2.5
        left, top, right, bottom = self._bounds(points, margin)
        reduction = _SHADOW_REDUCTION if blur >= 8 else 2
        small = Image.new("L", (max(1, (right - left) // reduction), max(1, (bottom - top) // reduction)), 0)
        shape = [((x * self._scale - left) / reduction, (y * self._scale - top) / reduction) for x, y in points]
        ImageDraw.Draw(small).polygon(shape, fill=round(255 * strength))
        small = small.filter(ImageFilter.GaussianBlur(blur * self._scale / reduction / 2))
        mask = small.resize((right - left, bottom - top), Image.Resampling.BILINEAR)
        self.image.paste(colour, (left, top, right, bottom), mask)

    def stamp(self, sprite: Image.Image, centre: Point) -> None:
        """Lays an RGBA sprite (at doubled size) down with its middle at `centre`."""
        left = round(centre[0] * self._scale - sprite.width / 2)
        top = round(centre[1] * self._scale - sprite.height / 2)
        self.image.paste(sprite, (left, top), sprite)

    def finished(self, size: tuple[int, int] = (WIDTH, HEIGHT)) -> Image.Image:
        factor = round(self._scale)
        done = self.image.reduce(factor) if factor > 1 else self.image
        if done.size == size:
            return done
        return done.resize(size, Image.Resampling.BICUBIC)

    def _scaled(self, box: Box) -> Box:
        return (box[0] * self._scale, box[1] * self._scale, box[2] * self._scale, box[3] * self._scale)

    def _bounds(self, points: Sequence[Point], margin: float = 0) -> tuple[int, int, int, int]:
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return (
            round((min(xs) - margin) * self._scale),
            round((min(ys) - margin) * self._scale),
            round((max(xs) + margin) * self._scale) + 1,
            round((max(ys) + margin) * self._scale) + 1,
        )


def ellipse_points(box: Box, steps: int = 40) -> list[Point]:
    left, top, right, bottom = box
    middle_x, middle_y = (left + right) / 2, (top + bottom) / 2
    turns = [step * 2 * math.pi / steps for step in range(steps)]
    return [
        (middle_x + (right - left) / 2 * math.cos(turn), middle_y + (bottom - top) / 2 * math.sin(turn))
        for turn in turns
    ]


@lru_cache(maxsize=4)
def wood(tone: str = "walnut") -> Image.Image:
    """Planks seen from above."""
    base = {"walnut": (140, 101, 66), "oak": (186, 147, 102), "dark": (98, 70, 48)}[tone]
    dice = random.Random(f"wood {tone}")
    image = mesh(
        ((lighter(base, 0.12), base), (base, darker(base, 0.14)), (darker(base, 0.06), darker(base, 0.3))),
        (WIDTH * SCALE, HEIGHT * SCALE),
    ).copy()
    grain = Image.new("L", image.size, 0)
    draw = ImageDraw.Draw(grain)
    plank = HEIGHT * SCALE // 4
    for _ in range(190):
        y = dice.uniform(0, image.height)
        x = dice.uniform(-300, image.width)
        length = dice.uniform(300, 1500)
        bend = dice.uniform(-14, 14)
        points = [(x + length * step / 12, y + bend * (step / 12) * (1 - step / 12) * 4) for step in range(13)]
        draw.line(points, fill=dice.randint(18, 62), width=dice.choice((2, 2, 3, 4)))
    for row in range(1, 4):
        draw.line([(0, row * plank), (image.width, row * plank + dice.randint(-4, 4))], fill=150, width=7)
        joint = dice.uniform(0.2, 0.8) * image.width
        draw.line([(joint, row * plank), (joint, (row + 1) * plank)], fill=105, width=5)
    image.paste(darker(base, 0.65), (0, 0), grain.filter(ImageFilter.GaussianBlur(1.2)))
    return _grainy(_vignetted(image, 0.32))


@lru_cache(maxsize=4)
def studio(tone: str = "grey") -> Image.Image:
    """A wall and a floor, for things seen from the front."""
    wall, floor = {
        "grey": ((146, 153, 150), (96, 102, 100)),
        "warm": ((198, 190, 178), (150, 132, 110)),
        "white": ((226, 229, 227), (196, 200, 198)),
    }[tone]
    image = mesh(
        (
            (darker(wall, 0.2), wall, darker(wall, 0.2)),
            (wall, lighter(wall, 0.16), wall),
            (darker(wall, 0.12), lighter(wall, 0.05), darker(wall, 0.12)),
        ),
        (WIDTH * SCALE, HEIGHT * SCALE),
    ).copy()
    horizon = round(HEIGHT * SCALE * 0.63)
    ground = mesh(
        ((lighter(floor, 0.08), lighter(floor, 0.16), lighter(floor, 0.08)), (floor, floor, darker(floor, 0.15))),
        (WIDTH * SCALE, HEIGHT * SCALE - horizon),
    )
    image.paste(ground, (0, horizon))
    seam = image.crop((0, horizon - 12, image.width, horizon + 12)).filter(ImageFilter.GaussianBlur(5))
    image.paste(seam, (0, horizon - 12))
    return _grainy(_vignetted(image, 0.3))


@lru_cache(maxsize=4)
def tabletop(tone: str = "oak") -> Image.Image:
    """A wooden table before a bright wall, for things seen from the front."""
    image = studio("warm" if tone == "oak" else "white").copy()
    horizon = round(HEIGHT * SCALE * 0.66)
    planks = wood(tone).crop((0, 0, WIDTH * SCALE, HEIGHT * SCALE // 2))
    image.paste(planks.resize((image.width, image.height - horizon), Image.Resampling.BILINEAR), (0, horizon))
    ImageDraw.Draw(image).rectangle((0, horizon, image.width, horizon + 7), fill=(212, 176, 132))
    return image


def _vignetted(image: Image.Image, strength: float) -> Image.Image:
    edge = Image.radial_gradient("L").resize(image.size, Image.Resampling.BILINEAR)
    mask = edge.point([round(max(0, value - 90) * strength * 1.5) for value in range(256)])
    image.paste((14, 10, 8), (0, 0), mask)
    return image


def _grainy(image: Image.Image) -> Image.Image:
    # Pillow's own noise cannot be seeded.
    size = (image.width // 2, image.height // 2)
    noise = Image.frombytes("L", size, random.Random("grain").randbytes(size[0] * size[1]))
    fine = noise.point([118 + value * 20 // 255 for value in range(256)]).resize(image.size)
    return ImageChops.add(image, Image.merge("RGB", (fine, fine, fine)), scale=1, offset=-128)
