"""The things the sample shop sells, seen from the front on a table: mugs, vases, jars, lamps, bedding and cushions."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise

from desktop.demo.canvas import Canvas, Point, ellipse_points
from desktop.demo.colours import Colour, darker, lighter, mixed
from desktop.demo.glazes import rounded, shaded


def draw_mug(canvas: Canvas, colour: Colour, x: float, y: float, size: float) -> None:
    """A mug standing with the middle of its foot at (x, y), `size` high."""
    half, rim = size * 0.4, size * 0.1
    canvas.shadow(ellipse_points((x - half * 1.1, y - rim * 0.9, x + half * 1.9, y + rim * 1.2)), blur=18, strength=0.6)
    handle = (x + half * 0.62, y - size * 0.78, x + half * 1.62, y - size * 0.2)
    canvas.arc(handle, -115, 115, darker(colour, 0.34), size * 0.105)
    canvas.arc(handle, -108, 108, colour, size * 0.07)
    body = [
        (x - half, y - size),
        *_lower_half(x, y - rim, half * 0.9, rim),
        (x + half, y - size),
    ]
    canvas.fill_mesh(body, rounded(colour))
    canvas.fill_ellipse((x - half, y - size - rim, x + half, y - size + rim), (rounded(lighter(colour, 0.2))[0],) * 2)
    inner = (x - half * 0.92, y - size - rim * 0.82, x + half * 0.92, y - size + rim * 0.82)
    canvas.fill_ellipse(
        inner, ((darker(colour, 0.6), darker(colour, 0.4)), (darker(colour, 0.35), darker(colour, 0.15)))
    )
    canvas.glow(
        [(x - half * 0.66, y - size * 0.84), (x - half * 0.52, y - size * 0.83), (x - half * 0.54, y - size * 0.3)],
        (255, 255, 255),
        blur=5,
        strength=0.6,
    )


def draw_vase(canvas: Canvas, colour: Colour, x: float, y: float, size: float) -> None:
    canvas.shadow(
        ellipse_points((x - size * 0.2, y - size * 0.05, x + size * 0.42, y + size * 0.07)), blur=18, strength=0.6
    )
    profile = [
        (0.16, 1.0),
        (0.12, 0.93),
        (0.1, 0.84),
        (0.13, 0.74),
        (0.25, 0.58),
        (0.31, 0.42),
        (0.29, 0.24),
        (0.2, 0.07),
    ]
    profile = _smooth(profile)
    left = [(x - radius * size, y - height * size) for radius, height in profile]
    foot = _lower_half(x, y - size * 0.07, size * 0.2, size * 0.035)
    right = [(x + radius * size, y - height * size) for radius, height in reversed(profile)]
    canvas.fill_mesh([*left, *foot, *right], rounded(colour))
    canvas.fill_ellipse(
        (x - size * 0.16, y - size * 1.035, x + size * 0.16, y - size * 0.965), ((lighter(colour, 0.3), colour),) * 2
    )
    canvas.ellipse((x - size * 0.13, y - size * 1.024, x + size * 0.13, y - size * 0.978), fill=darker(colour, 0.62))
    canvas.glow(
        [(x - size * 0.2, y - size * 0.5), (x - size * 0.16, y - size * 0.52), (x - size * 0.19, y - size * 0.28)],
        (255, 255, 255),
        blur=6,
        strength=0.55,
    )


def draw_jar(canvas: Canvas, colour: Colour, x: float, y: float, size: float) -> None:
    half = size * 0.33
    canvas.shadow(ellipse_points((x - half, y - size * 0.06, x + half * 1.7, y + size * 0.06)), blur=18, strength=0.55)
    glass = mixed((206, 220, 220), colour, 0.2)
    canvas.fill_rounded((x - half, y - size * 0.84, x + half, y), size * 0.09, rounded(lighter(glass, 0.15)))
    canvas.fill_rounded((x - half * 0.9, y - size * 0.6, x + half * 0.9, y - size * 0.03), size * 0.07, rounded(colour))
    canvas.fill_rounded(
        (x - half * 0.84, y - size * 0.98, x + half * 0.84, y - size * 0.83), size * 0.03, rounded((178, 132, 88))
    )
    canvas.rectangle((x - half * 0.52, y - size * 0.44, x + half * 0.36, y - size * 0.2), (244, 240, 230), 6)
    for row in range(3):
        canvas.line(
            [
                (x - half * 0.42, y - size * (0.39 - row * 0.06)),
                (x + half * (0.24 - row * 0.1), y - size * (0.39 - row * 0.06)),
            ],
            (120, 124, 118),
            5,
        )
    canvas.glow(
        [(x - half * 0.74, y - size * 0.78), (x - half * 0.6, y - size * 0.78), (x - half * 0.66, y - size * 0.1)],
        (255, 255, 255),
        blur=5,
        strength=0.6,
    )


def draw_lamp(canvas: Canvas, colour: Colour, x: float, y: float, size: float) -> None:
    canvas.glow(
        ellipse_points((x - size * 0.6, y - size * 1.25, x + size * 0.6, y - size * 0.2)),
        (255, 226, 160),
        blur=60,
        strength=0.5,
    )
    canvas.shadow(
        ellipse_points((x - size * 0.24, y - size * 0.05, x + size * 0.42, y + size * 0.06)), blur=16, strength=0.55
    )
    metal = (196, 158, 96)
    canvas.fill_mesh(
        [
            (x - size * 0.018, y - size * 0.6),
            (x + size * 0.018, y - size * 0.6),
            (x + size * 0.022, y),
            (x - size * 0.022, y),
        ],
        rounded(metal),
    )
    canvas.fill_ellipse(
        (x - size * 0.2, y - size * 0.055, x + size * 0.2, y + size * 0.035), rounded(darker(metal, 0.1))
    )
    canvas.fill_mesh(
        [
            (x - size * 0.2, y - size),
            (x + size * 0.2, y - size),
            (x + size * 0.36, y - size * 0.52),
            (x - size * 0.36, y - size * 0.52),
        ],
        (
            (darker(colour, 0.05), lighter(colour, 0.45), lighter(colour, 0.3), darker(colour, 0.12)),
            (colour, (255, 240, 206), (255, 232, 190), darker(colour, 0.16)),
        ),
    )
    canvas.fill_ellipse(
        (x - size * 0.36, y - size * 0.56, x + size * 0.36, y - size * 0.48),
        ((darker(colour, 0.2), (255, 236, 190), darker(colour, 0.24)),) * 2,
    )
    canvas.ellipse((x - size * 0.2, y - size * 1.025, x + size * 0.2, y - size * 0.975), fill=lighter(colour, 0.25))


def draw_bedding(canvas: Canvas, colour: Colour, x: float, y: float, size: float) -> None:
    """A folded set: duvet cover below, sheet, and a pillow on top."""
    width = size * 1.15
    canvas.shadow(
        [(x - width / 2, y - 20), (x + width / 2 + 34, y - 20), (x + width / 2 + 44, y + 16), (x - width / 2, y + 16)],
        blur=20,
        strength=0.6,
    )
    layers = ((colour, 0.3), (lighter(colour, 0.4), 0.13), (darker(colour, 0.1), 0.2))
    bottom = y
    for tone, thick in layers:
        top = bottom - size * thick
        canvas.fill_rounded(
            (x - width / 2, top, x + width / 2, bottom),
            size * thick * 0.4,
            (
                (lighter(tone, 0.25), lighter(tone, 0.34), tone),
                (tone, tone, darker(tone, 0.16)),
                (darker(tone, 0.26), darker(tone, 0.16), darker(tone, 0.34)),
            ),
        )
        for fold in (0.36, 0.66):
            level = top + size * thick * fold
            canvas.line([(x - width / 2 + 14, level), (x + width / 2 - 8, level + 3)], darker(tone, 0.2), 2.5)
        bottom = top + size * 0.012
    cushion = (x - width * 0.42, bottom - size * 0.3, x + width * 0.42, bottom + 6)
    canvas.fill_rounded(cushion, size * 0.13, shaded(lighter(colour, 0.55)))
    for share in (0.2, 0.35, 0.5, 0.65, 0.8):
        stripe = cushion[0] + (cushion[2] - cushion[0]) * share
        canvas.line([(stripe, cushion[1] + 12), (stripe + 4, cushion[3] - 12)], lighter(colour, 0.3), 5)


def draw_cushion(canvas: Canvas, colour: Colour, x: float, y: float, size: float) -> None:
    half = size * 0.5
    canvas.shadow(ellipse_points((x - half, y - 26, x + half * 1.3, y + 26)), blur=20, strength=0.6)
    corners = [(x - half, y - size * 0.94), (x + half, y - size * 0.94), (x + half, y), (x - half, y)]
    points: list[Point] = []
    for index, (start_x, start_y) in enumerate(corners):
        end_x, end_y = corners[(index + 1) % 4]
        for step in range(12):
            share = step / 12
            bow = math.sin(share * math.pi) * size * 0.045
            middle_x, middle_y = x, y - size * 0.47
            px, py = start_x + (end_x - start_x) * share, start_y + (end_y - start_y) * share
            points.append((px + (middle_x - px) * bow / half, py + (middle_y - py) * bow / half))
    canvas.fill_mesh(points, shaded(colour))
    weave = lighter(colour, 0.22)
    for row in range(1, 7):
        level = y - size * 0.94 + row * size * 0.94 / 7
        wave = [(x - half * 0.9 + step * half * 1.8 / 30, level + (6 if step % 2 else -6)) for step in range(31)]
        canvas.line(wave, weave, 3)


def _lower_half(x: float, y: float, radius: float, depth: float) -> list[Point]:
    steps = 16
    turns = [math.pi - step * math.pi / steps for step in range(steps + 1)]
    return [(x + radius * math.cos(turn), y + depth * math.sin(turn)) for turn in turns]


def _smooth(profile: list[tuple[float, float]]) -> list[tuple[float, float]]:
    for _ in range(3):
        finer = [profile[0]]
        for (ax, ay), (bx, by) in pairwise(profile):
            finer.extend((((ax * 3 + bx) / 4, (ay * 3 + by) / 4), ((ax + bx * 3) / 4, (ay + by * 3) / 4)))
        profile = [*finer, profile[-1]]
    return profile


STANDING: dict[str, Callable[[Canvas, Colour, float, float, float], None]] = {
    "mug": draw_mug,
    "vase": draw_vase,
    "jar": draw_jar,
    "lamp": draw_lamp,
    "bedding": draw_bedding,
    "cushion": draw_cushion,
}
