"""The open box: goods packed before dispatch, and as the buyer found them."""

from __future__ import annotations

import random
from functools import lru_cache

from PIL import Image, ImageDraw

from desktop.demo.canvas import SCALE, Canvas, Point, studio, wood
from desktop.demo.colours import darker, lighter
from desktop.demo.goods_above import board, bowl, plate
from desktop.demo.goods_standing import STANDING
from desktop.demo.parcels import CARD, FLUTE, INK, TOP
from desktop.demo.scene import Scene


@lru_cache(maxsize=2)
def shelf() -> Image.Image:
    canvas = Canvas(studio("white"))
    dice = random.Random("shelf")
    x = -30.0
    while x < 1200:
        wide, high = dice.uniform(110, 230), dice.uniform(80, 190)
        tone = darker(CARD, dice.uniform(0, 0.16))
        canvas.fill_mesh(
            [(x, 250 - high), (x + wide, 250 - high), (x + wide, 250), (x, 250)],
            ((lighter(tone, 0.12), tone), (tone, darker(tone, 0.14))),
        )
        canvas.rectangle((x + wide * 0.44, 250 - high, x + wide * 0.58, 250), lighter(tone, 0.34))
        x += wide + dice.uniform(6, 30)
    canvas.rectangle((0, 250, 1200, 272), (130, 116, 104))
    canvas.rectangle((0, 272, 1200, 284), (88, 80, 74))
    return canvas.image


def packing(scene: Scene) -> Canvas:
    """The goods in their open box before it was closed, dividers in place, the packing slip on top."""
    dice = scene.dice("packing")
    canvas = Canvas(shelf())
    canvas.shadow([(70, 850), (1130, 850), (1160, 890), (40, 890)], blur=20, strength=0.5)
    canvas.fill_mesh(
        [(150, 300), (1050, 300), (1140, 860), (60, 860)],
        ((CARD, lighter(CARD, 0.1), CARD), (darker(CARD, 0.1), CARD, darker(CARD, 0.2))),
    )
    canvas.fill_mesh(
        [(196, 326), (1004, 326), (1078, 818), (122, 818)], ((darker(FLUTE, 0.3), FLUTE), (FLUTE, lighter(FLUTE, 0.14)))
    )
    for x in (170, 420, 560, 760, 980):
        canvas.fill_rounded((x - 26, 372, x + 40, 776), 30, (((236, 232, 224), (250, 248, 244), (206, 200, 190)),) * 2)
    colour = scene.colour
    if scene.shape in ("plate", "bowl"):
        make = plate if scene.shape == "plate" else bowl
        for x, y in ((360, 470), (830, 470), (345, 674), (850, 674))[: 4 if scene.pieces > 2 else 2 * scene.pieces]:
            canvas.stamp(make(colour, 290), (x, y))
    elif scene.shape == "board":
        canvas.stamp(board(colour, 560), (600, 580))
    else:
        draw = STANDING[scene.shape]
        for x in (600,) if scene.pieces == 1 else (380, 820):
            draw(canvas, colour, x, 770, 300)
    round_things = scene.shape in ("plate", "bowl") and scene.pieces > 1
    _slip(canvas, dice, (600, 560) if round_things else (330, 690))
    return canvas


def _slip(canvas: Canvas, dice: random.Random, at: Point) -> None:
    slip = Image.new("RGBA", (230 * SCALE, 150 * SCALE), (252, 252, 250, 255))
    draw = ImageDraw.Draw(slip)
    draw.rectangle((20 * SCALE, 20 * SCALE, 150 * SCALE, 36 * SCALE), fill=INK)
    for row in range(4):
        draw.rectangle(
            (20 * SCALE, (54 + row * 20) * SCALE, (190 - row * 24) * SCALE, (61 + row * 20) * SCALE),
            fill=(140, 142, 142),
        )
    draw.line(
        [(168 * SCALE, 104 * SCALE), (184 * SCALE, 122 * SCALE), (212 * SCALE, 82 * SCALE)],
        (196, 40, 34),
        14,
        joint="curve",
    )
    canvas.shadow(
        [(at[0] - 110, at[1] - 66), (at[0] + 122, at[1] - 70), (at[0] + 124, at[1] + 84), (at[0] - 108, at[1] + 86)],
        blur=9,
        strength=0.45,
    )
    canvas.stamp(slip.rotate(dice.uniform(-7, 7), Image.Resampling.BILINEAR, expand=True), at)


def opened_box(scene: Scene) -> Canvas:
    """The box as the buyer found it, seen from above with its flaps open and shredded paper around the goods."""
    dice = scene.dice("opened")
    canvas = Canvas(wood("oak"))
    canvas.shadow([(180, 140), (1040, 140), (1050, 800), (180, 800)], blur=24, strength=0.6)
    flaps = (
        [(230, 210), (970, 210), (1010, 40), (190, 40)],
        [(230, 700), (970, 700), (1020, 872), (180, 872)],
        [(230, 210), (230, 700), (40, 740), (60, 170)],
        [(970, 210), (970, 700), (1166, 740), (1140, 170)],
    )
    for flap, tone in zip(flaps, (TOP, lighter(CARD, 0.06), CARD, darker(CARD, 0.06)), strict=True):
        canvas.fill_mesh(flap, ((lighter(tone, 0.1), tone), (tone, darker(tone, 0.1))))
    canvas.fill_mesh(
        [(230, 210), (970, 210), (970, 700), (230, 700)], ((darker(FLUTE, 0.35), FLUTE), (FLUTE, lighter(FLUTE, 0.16)))
    )
    for _ in range(150):
        x, y = dice.uniform(250, 930), dice.uniform(230, 680)
        tone = lighter((214, 178, 124), dice.uniform(0, 0.45))
        canvas.line(
            [
                (x, y),
                (x + dice.uniform(-26, 26), y + dice.uniform(-16, 16)),
                (x + dice.uniform(-30, 40), y + dice.uniform(-22, 22)),
            ],
            tone,
            dice.uniform(3, 6),
        )
    return canvas
