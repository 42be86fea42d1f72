"""The sample shop's goods seen from above: plates, bowls and boards as sprites at doubled size, with shadows."""

from __future__ import annotations

import math
import random
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFilter

from desktop.demo.canvas import SCALE, mesh
from desktop.demo.colours import Colour, Mesh, darker, lighter, mixed
from desktop.demo.glazes import shaded


@lru_cache(maxsize=16)
def plate(colour: Colour, diameter: int) -> Image.Image:
    """A plate or shallow dish seen from above, with its shadow: RGBA, doubled size."""
    side = round(diameter * SCALE * 1.24)
    inset = (side - diameter * SCALE) / 2
    sprite = Image.new("RGBA", (side, side), (0, 0, 0, 0))
    _drop(sprite, (inset, inset, side - inset, side - inset), 0.035 * side, 0.62)
    draw = ImageDraw.Draw(sprite)
    _disc(sprite, inset, shaded(colour))
    draw.ellipse((inset, inset, side - inset, side - inset), outline=(*darker(colour, 0.34), 255), width=5)
    ring = inset + 0.012 * side
    draw.ellipse((ring, ring, side - ring, side - ring), outline=(*lighter(colour, 0.35), 255), width=4)
    well = inset + diameter * SCALE * 0.17
    inner = mixed(colour, darker(colour, 0.2), 0.35)
    bowl_light: Mesh = ((darker(inner, 0.14), inner), (inner, lighter(inner, 0.3)))
    _disc(sprite, well, bowl_light)
    draw.ellipse((well, well, side - well, side - well), outline=(*darker(colour, 0.3), 255), width=7)
    foot = inset + diameter * SCALE * 0.2
    draw.ellipse((foot, foot, side - foot, side - foot), outline=(*mixed(inner, darker(inner, 0.2), 0.4), 255), width=3)
    _gleam(sprite, inset + diameter * SCALE * 0.085, 200, 252, diameter * SCALE * 0.045)
    return sprite


@lru_cache(maxsize=8)
def bowl(colour: Colour, diameter: int) -> Image.Image:
    """A deep bowl seen from above: RGBA, doubled size."""
    side = round(diameter * SCALE * 1.24)
    inset = (side - diameter * SCALE) / 2
    sprite = Image.new("RGBA", (side, side), (0, 0, 0, 0))
    _drop(sprite, (inset, inset, side - inset, side - inset), 0.045 * side, 0.66)
    draw = ImageDraw.Draw(sprite)
    _disc(sprite, inset, shaded(lighter(colour, 0.1)))
    draw.ellipse((inset, inset, side - inset, side - inset), outline=(*darker(colour, 0.36), 255), width=5)
    lip = inset + diameter * SCALE * 0.045
    inside = darker(colour, 0.12)
    _disc(sprite, lip, ((darker(inside, 0.42), darker(inside, 0.2)), (darker(inside, 0.08), lighter(inside, 0.28))))
    bottom = inset + diameter * SCALE * 0.3
    _disc(sprite, bottom, ((darker(inside, 0.22), inside), (inside, lighter(inside, 0.16))))
    _gleam(sprite, inset + diameter * SCALE * 0.15, 20, 80, diameter * SCALE * 0.03)
    return sprite


@lru_cache(maxsize=6)
def board(colour: Colour, length: int) -> Image.Image:
    """A cutting board with a hole to hang it by, seen from above: RGBA, doubled size."""
    width, height = round(length * SCALE * 1.16), round(length * SCALE * 0.74)
    box = (width * 0.07, height * 0.1, width * 0.93, height * 0.9)
    sprite = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    _drop(sprite, box, 26, 0.6, round_shape=False)
    face = mesh(shaded(colour), (width, height)).copy()
    dice = random.Random(f"board {colour}")
    draw = ImageDraw.Draw(face)
    for _ in range(70):
        y = dice.uniform(0, height)
        bend = dice.uniform(-12, 12)
        points = [(width * step / 16, y + bend * math.sin(step / 4)) for step in range(17)]
        draw.line(points, fill=darker(colour, dice.uniform(0.05, 0.25)), width=dice.choice((2, 3, 4)))
    for share in (0.3, 0.62):
        draw.line([(0, height * share), (width, height * share)], fill=darker(colour, 0.32), width=4)
    mask = Image.new("L", (width, height), 0)
    cut = ImageDraw.Draw(mask)
    cut.rounded_rectangle(box, 70, fill=255)
    hole = (width * 0.83, height * 0.44, width * 0.83 + height * 0.12, height * 0.56)
    cut.ellipse(hole, fill=0)
    sprite.paste(face, (0, 0), mask)
    edge = ImageDraw.Draw(sprite)
    edge.rounded_rectangle(box, 70, outline=(*lighter(colour, 0.35), 255), width=5)
    edge.ellipse(hole, outline=(*darker(colour, 0.5), 255), width=6)
    return sprite


def _drop(
    sprite: Image.Image,
    box: tuple[float, float, float, float],
    offset: float,
    strength: float,
    *,
    round_shape: bool = True,
) -> None:
    reduction = 8
    small = Image.new("L", (sprite.width // reduction, sprite.height // reduction), 0)
    place = tuple((value + (offset if index % 2 == 0 else offset * 1.1)) / reduction for index, value in enumerate(box))
    draw = ImageDraw.Draw(small)
    if round_shape:
        draw.ellipse(place, fill=round(255 * strength))
    else:
        draw.rounded_rectangle(place, 8, fill=round(255 * strength))
    mask = small.filter(ImageFilter.GaussianBlur(offset / reduction * 0.55 + 1)).resize(
        sprite.size, Image.Resampling.BILINEAR
    )
    sprite.paste(Image.new("RGBA", sprite.size, (30, 18, 10, 255)), (0, 0))
    sprite.putalpha(mask)


def _disc(sprite: Image.Image, inset: float, colours: Mesh) -> None:
    side = round(sprite.width - 2 * inset)
    mask = Image.new("L", (side, side), 0)
    ImageDraw.Draw(mask).ellipse((0, 0, side - 1, side - 1), fill=255)
    sprite.paste(mesh(colours, (side, side)).convert("RGBA"), (round(inset), round(inset)), mask)


def _gleam(sprite: Image.Image, inset: float, start: float, end: float, width: float) -> None:
    mask = Image.new("L", (sprite.width // 2, sprite.height // 2), 0)
    box = (inset / 2, inset / 2, (sprite.width - inset) / 2, (sprite.height - inset) / 2)
    ImageDraw.Draw(mask).arc(box, start, end, fill=150, width=round(width / 2))
    mask = mask.filter(ImageFilter.GaussianBlur(width / 7)).resize(sprite.size, Image.Resampling.BILINEAR)
    sprite.paste((255, 255, 255, 255), (0, 0, *sprite.size), mask)
