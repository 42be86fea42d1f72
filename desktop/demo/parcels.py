"""Cartons, waybills, scales and packing tables of the sample shop."""

from __future__ import annotations

import random

from PIL import Image, ImageDraw

from desktop.demo.canvas import SCALE, Canvas, Point, studio, wood
from desktop.demo.colours import Colour, darker, lighter
from desktop.demo.lettering import font
from desktop.demo.scene import SPLIT_SIDE, TO_TAPE, Scene

CARD: Colour = (200, 156, 100)
TOP: Colour = (222, 184, 134)
_SIDE: Colour = (168, 126, 76)
FLUTE: Colour = (112, 78, 46)
INK: Colour = (28, 28, 30)
_RED: Colour = (201, 48, 44)


def carton(scene: Scene, *, damaged: bool) -> Canvas:
    """A closed carton from the corner; damaged: its right side is pressed in and split."""
    dice = scene.dice("carton")
    canvas = Canvas(studio(dice.choice(("grey", "grey", "warm"))))
    canvas.shadow([(70, 830), (170, 760), (1090, 772), (1150, 836)], blur=22, strength=0.66)
    near, far_left, far_right, back = (590.0, 430.0), (182.0, 312.0), (1050.0, 300.0), (642.0, 196.0)
    low_near, low_left, low_right = (590.0, 822.0), (198.0, 676.0), (1028.0, 668.0)
    lit, dark = lighter(CARD, 0.1), darker(CARD, 0.1)
    canvas.fill_mesh([far_left, near, low_near, low_left], ((lit, CARD), (CARD, dark)))
    canvas.fill_mesh([far_left, back, far_right, near], ((TOP, lighter(TOP, 0.12)), (TOP, darker(TOP, 0.04))))
    right: list[Point] = [near, far_right]
    if damaged:
        right += [(1030, 420), (968, 470), (1012, 530), (962, 590)]
    right += [low_right, low_near]
    canvas.fill_mesh(right, ((lighter(_SIDE, 0.06), _SIDE), (_SIDE, darker(_SIDE, 0.16))))
    tape: Colour = (236, 220, 190)
    canvas.polygon([(362, 262), (420, 244), (838, 362), (782, 378)], tape)
    canvas.polygon([(782, 378), (838, 362), (838, 452), (796, 462), (782, 448)], darker(tape, 0.12))
    canvas.line([far_left, near, far_right], darker(CARD, 0.24), 2)
    canvas.line([near, low_near], darker(CARD, 0.3), 3)
    if damaged:
        _pressed_side(canvas, dice)
    _slanted_label(canvas, dice)
    return canvas


def marked_carton(scene: Scene) -> Canvas:
    """The damaged carton with what is seen on it boxed, pointed at and numbered, as a copy with marks shows it."""
    canvas = carton(scene, damaged=True)
    left, top, right, bottom = SPLIT_SIDE
    canvas.line([(left, top), (right, top), (right, bottom), (left, bottom), (left, top)], _RED, 6)
    (x, y), (end_x, end_y) = TO_TAPE
    canvas.line([(x, y), (end_x - 9, end_y - 14)], _RED, 6)
    canvas.polygon([(end_x, end_y), (end_x - 32, end_y - 20), (end_x - 5, end_y - 38)], _RED)
    for number, at in (("1", (left, top)), ("2", (x, y))):
        for radius, colour in ((29, (255, 255, 255)), (25, _RED)):
            canvas.ellipse((at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius), fill=colour)
        canvas.text(at, number, 30, (255, 255, 255), bold=True, anchor="mm")
    return canvas


def _pressed_side(canvas: Canvas, dice: random.Random) -> None:
    canvas.shadow([(850, 440), (985, 470), (975, 610), (860, 560)], blur=20, strength=0.5)
    hole = [(866, 512), (936, 450 + dice.uniform(-8, 8)), (984, 524), (930, 600 + dice.uniform(-8, 8))]
    canvas.polygon(hole, FLUTE)
    canvas.polygon([hole[0], hole[1], (928, 512)], darker(FLUTE, 0.3))
    flap = [hole[1], (1000, 470), (984, 524)]
    canvas.polygon(flap, lighter(_SIDE, 0.18))
    edge = darker(_SIDE, 0.62)
    canvas.line([(790, 482), (836, 440), (936, 450), (1022, 396), (1046, 306)], edge, 6)
    canvas.line([(828, 552), (930, 600), (1012, 668)], edge, 5)
    canvas.line([(866, 512), (800, 520), (752, 500)], edge, 3)
    canvas.line([*hole, hole[0]], edge, 4)


def _slanted_label(canvas: Canvas, dice: random.Random) -> None:
    def at(x: float, y: float) -> Point:
        return 256 + x * 250, 440 + x * 76 + y * 176

    canvas.polygon([at(0, 0), at(1, 0), at(1, 1), at(0, 1)], (250, 250, 248))
    canvas.polygon([at(0.06, 0.08), at(0.62, 0.08), at(0.62, 0.19), at(0.06, 0.19)], INK)
    for row, length in ((0.27, 0.86), (0.37, 0.66)):
        canvas.polygon([at(0.06, row), at(length, row), at(length, row + 0.05), at(0.06, row + 0.05)], (150, 152, 150))
    x = 0.06
    while x < 0.92:
        width = dice.choice((0.008, 0.014, 0.022))
        canvas.polygon([at(x, 0.52), at(x + width, 0.52), at(x + width, 0.92), at(x, 0.92)], INK)
        x += width + dice.choice((0.01, 0.016))


def waybill(scene: Scene) -> Canvas:
    """The label of a parcel, photographed on a table."""
    dice = scene.dice("waybill")
    canvas = Canvas(wood(dice.choice(("oak", "walnut"))).reduce(SCALE))
    label = _label(scene).rotate(dice.uniform(-5, 5), Image.Resampling.BILINEAR, expand=True)
    half_w, half_h = label.width / 2, label.height / 2
    canvas.shadow(
        [
            (610 - half_w, 470 - half_h),
            (616 + half_w, 470 - half_h),
            (616 + half_w, 466 + half_h),
            (610 - half_w, 466 + half_h),
        ],
        blur=14,
        strength=0.5,
    )
    canvas.stamp(label, (600, 452))
    return canvas


def _label(scene: Scene) -> Image.Image:
    # Turned as a whole, which smooths its edges: it needs no doubling.
    dice = scene.dice("label")
    zh = scene.lang == "zh"
    width, height = 620, 800
    label = Image.new("RGBA", (width, height), (252, 252, 249, 255))
    draw = ImageDraw.Draw(label)

    def words(x: float, y: float, text: str, size: float, *, bold: bool = False, fill: Colour = INK) -> None:
        draw.text((x, y), text, fill, font(round(size), bold=bold))

    def rule(y: float) -> None:
        draw.line([(0, y), (width, y)], INK, 4)

    words(34, 22, scene.carrier, 44, bold=True)
    words(452, 28, f"{dice.randint(10, 89)}-{dice.randint(1, 19):02d}", 40, bold=True)
    rule(104)
    x = 40.0
    while x < 570:
        bar = dice.choice((3, 3, 5, 7, 9))
        draw.rectangle((x, 124, (x + bar), 224), fill=INK)
        x += bar + dice.choice((3, 4, 6))
    words(150, 230, " ".join(scene.tracking[i : i + 4] for i in range(0, len(scene.tracking), 4)), 28)
    rule(280)
    draw.rectangle((34, 300, 96, 362), fill=INK)
    words(45, 304, "收" if zh else "To", 38, bold=True, fill=(255, 255, 255))
    words(116, 296, scene.buyer, 32, bold=True)
    words(116, 342, scene.phone, 28)
    words(34, 388, scene.address[: 22 if zh else 40], 26)
    rule(440)
    draw.rectangle((34, 460, 96, 522), outline=INK, width=5)
    words(46, 464, "寄" if zh else "Fr", 36)
    words(116, 470, scene.shop, 30)
    rule(544)
    words(34, 560, ("内件：" if zh else "Contents: ") + scene.title[:16], 26)
    words(34, 602, (f"重量：{scene.weight_g / 1000:.2f} kg" if zh else f"Weight: {scene.weight_g / 1000:.2f} kg"), 26)
    words(34, 668, "易碎 · 轻放" if zh else "FRAGILE", 54, bold=True, fill=(196, 40, 34))
    _matrix(draw, dice, 440, 574, 150)
    draw.rectangle((0, 0, width - 1, height - 1), outline=(206, 206, 200), width=4)
    return label


def _matrix(draw: ImageDraw.ImageDraw, dice: random.Random, x: float, y: float, side: float) -> None:
    cells = 21
    cell = side / cells
    for row in range(cells):
        for column in range(cells):
            corner = ((row < 7 or row > 13) and column < 7) or (row < 7 and column > 13)
            if not corner and dice.random() < 0.5:
                left, top = x + column * cell, y + row * cell
                draw.rectangle((left, top, left + cell, top + cell), fill=INK)
    for row, column in ((0, 0), (0, 14), (14, 0)):
        left, top = x + column * cell, y + row * cell
        draw.rectangle((left, top, left + 7 * cell, top + 7 * cell), fill=INK)
        draw.rectangle((left + cell, top + cell, left + 6 * cell, top + 6 * cell), fill=(252, 252, 249))
        draw.rectangle((left + 2 * cell, top + 2 * cell, left + 5 * cell, top + 5 * cell), fill=INK)


def scale(scene: Scene) -> Canvas:
    """The parcel on a bench scale, its weight on the display."""
    canvas = Canvas(studio("grey"))
    canvas.shadow([(180, 790), (1020, 790), (1060, 850), (150, 850)], blur=22, strength=0.6)
    canvas.fill_mesh(
        [(310, 200), (890, 200), (930, 560), (270, 560)],
        ((TOP, lighter(TOP, 0.1), CARD), (CARD, CARD, darker(CARD, 0.2))),
    )
    canvas.polygon([(560, 200), (636, 200), (640, 560), (556, 560)], (234, 214, 178))
    canvas.rectangle((360, 300, 530, 450), (250, 250, 247), 4)
    canvas.rectangle((376, 316, 470, 340), INK)
    for row, end in ((356, 500), (372, 460)):
        canvas.rectangle((376, row, end, row + 7), (160, 160, 158))
    dice = scene.dice("scale")
    x = 376.0
    while x < 510:
        bar = dice.choice((2.5, 4, 6))
        canvas.rectangle((x, 392, x + bar, 440), INK)
        x += bar + dice.choice((3, 5))
    steel: Colour = (190, 196, 198)
    canvas.fill_mesh(
        [(200, 560), (1000, 560), (1036, 604), (164, 604)],
        ((lighter(steel, 0.3), lighter(steel, 0.6), steel), (steel, lighter(steel, 0.2), darker(steel, 0.2))),
    )
    body: Colour = (58, 64, 66)
    canvas.fill_rounded(
        (150, 600, 1050, 812), 26, ((lighter(body, 0.16), lighter(body, 0.22), body), (body, body, darker(body, 0.4)))
    )
    canvas.rectangle((392, 638, 808, 776), (30, 36, 34), 12)
    canvas.fill_rounded(
        (404, 650, 796, 764), 8, (((196, 216, 178), (180, 204, 164)), ((170, 196, 156), (188, 208, 170)))
    )
    _digits(canvas, f"{scene.weight_g / 1000:.2f}", 440, 668, 78)
    canvas.text((722, 700), "kg", 44, (34, 44, 34), bold=True)
    for x, lamp in ((250, (150, 156, 156)), (950, (206, 62, 50))):
        canvas.ellipse((x - 22, 685, x + 22, 729), fill=darker(lamp, 0.3))
        canvas.ellipse((x - 17, 690, x + 17, 724), fill=lamp)
    return canvas


_SEGMENTS = {
    "0": "abcdef", "1": "bc", "2": "abdeg", "3": "abcdg", "4": "bcfg",
    "5": "acdfg", "6": "acdefg", "7": "abc", "8": "abcdefg", "9": "abcdfg",
}  # fmt: skip


def _digits(canvas: Canvas, text: str, x: float, y: float, height: float) -> None:
    ink, width, thick = (30, 40, 30), height * 0.54, height * 0.13
    half = height / 2
    bars = {
        "a": (0, 0, width, thick), "d": (0, height - thick, width, height),
        "g": (0, half - thick / 2, width, half + thick / 2),
        "f": (0, 0, thick, half), "b": (width - thick, 0, width, half),
        "e": (0, half, thick, height), "c": (width - thick, half, width, height),
    }  # fmt: skip
    for character in text:
        if character == ".":
            canvas.rectangle((x, y + height - thick, x + thick, y + height), ink)
            x += thick * 2.2
            continue
        for name in _SEGMENTS[character]:
            left, top, right, bottom = bars[name]
            canvas.rectangle((x + left + 1, y + top + 1, x + right - 1, y + bottom - 1), ink, thick * 0.3)
        x += width + height * 0.2
