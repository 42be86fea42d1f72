"""What can happen to goods on their way: cracks, chips, tears and stains, different with every seed."""

from __future__ import annotations

import math
import random
from itertools import pairwise

from desktop.demo.canvas import Canvas, Point, ellipse_points
from desktop.demo.colours import Colour, darker, lighter

_CRACK = (40, 30, 24)


def crack(canvas: Canvas, start: Point, angle: float, length: float, colour: Colour, dice: random.Random) -> None:
    """A jagged line from `start` in the direction `angle` (degrees, clockwise from the right), thinning to its end."""
    points = _jagged(start, angle, length, dice)
    canvas.line([(x + 2.2, y + 2) for x, y in points], lighter(colour, 0.45), 3)
    _thinning(canvas, points, 5.5)
    for share in (0.35, 0.6):
        if dice.random() < 0.75:
            turn = angle + dice.choice((-1, 1)) * dice.uniform(35, 70)
            branch = _jagged(points[round(share * (len(points) - 1))], turn, length * dice.uniform(0.18, 0.34), dice)
            _thinning(canvas, branch, 3.6)


def chip(
    canvas: Canvas, centre: Point, radius: float, angle: float, colour: Colour, ground: Colour, dice: random.Random
) -> None:
    """A piece broken out of the rim of a round thing seen from above; its shards lie beside it."""
    spread = dice.uniform(13, 19)

    def at(turn: float, share: float) -> Point:
        radians = math.radians(turn)
        return centre[0] + math.cos(radians) * radius * share, centre[1] + math.sin(radians) * radius * share

    inner = [at(angle + spread * side, depth) for side, depth in ((0.9, 0.84), (0.3, 0.64), (-0.2, 0.7), (-0.8, 0.8))]
    outer = [at(angle - spread + spread * 2 * step / 8, 1.03) for step in range(9)]
    canvas.polygon([*outer, *inner], darker(ground, 0.25))
    body = lighter(colour, 0.62)
    canvas.line([outer[-1], *inner, outer[0]], body, 6)
    canvas.line([outer[-1], *inner, outer[0]], darker(colour, 0.45), 2)
    for _ in range(dice.randint(2, 4)):
        place = at(angle + dice.uniform(-26, 26), dice.uniform(1.14, 1.4))
        shard(canvas, place, radius * dice.uniform(0.06, 0.15), colour, dice)


def shard(canvas: Canvas, at: Point, size: float, colour: Colour, dice: random.Random) -> None:
    turns = sorted(dice.uniform(0, 360) for _ in range(4))
    if turns[-1] - turns[0] < 150:
        turns = [10, 120, 200, 300]
    points = [
        (
            at[0] + math.cos(math.radians(turn)) * size * dice.uniform(0.7, 1.2),
            at[1] + math.sin(math.radians(turn)) * size,
        )
        for turn in turns
    ]
    canvas.shadow([(x + 5, y + 7) for x, y in points], blur=5, strength=0.55)
    canvas.polygon(points, lighter(colour, 0.1))
    canvas.line([points[0], points[1]], lighter(colour, 0.6), 4)
    canvas.line([points[2], points[3]], darker(colour, 0.35), 2)


def tear(canvas: Canvas, at: Point, size: float, colour: Colour, dice: random.Random) -> None:
    """A hole with ragged edges in cloth, paper or a lamp shade."""
    points = [
        (
            at[0] + math.cos(turn) * size * dice.uniform(0.55, 1.1),
            at[1] + math.sin(turn) * size * dice.uniform(0.3, 0.7),
        )
        for turn in (step * math.tau / 11 for step in range(11))
    ]
    canvas.polygon(points, darker(colour, 0.72))
    canvas.line([*points, points[0]], lighter(colour, 0.4), 3.5)
    for x, y in points[::4]:
        canvas.line([(x, y), (x + dice.uniform(-16, 16), y + dice.uniform(8, 26))], darker(colour, 0.3), 2)


def stain(canvas: Canvas, at: Point, size: float, dice: random.Random) -> None:
    for _ in range(4):
        x, y = at[0] + dice.uniform(-0.5, 0.5) * size, at[1] + dice.uniform(-0.3, 0.3) * size
        wide, high = size * dice.uniform(0.4, 0.9), size * dice.uniform(0.25, 0.5)
        canvas.glow(ellipse_points((x - wide, y - high, x + wide, y + high)), (112, 78, 38), blur=9, strength=0.34)


def ringed(canvas: Canvas, at: Point, radius_x: float, radius_y: float) -> None:
    """The red loop with which a buyer marks a place in a picture."""
    box = (at[0] - radius_x, at[1] - radius_y, at[0] + radius_x, at[1] + radius_y)
    canvas.ellipse(box, outline=(214, 48, 42), width=7)


def _jagged(start: Point, angle: float, length: float, dice: random.Random) -> list[Point]:
    steps = max(5, round(length / 34))
    points = [start]
    for step in range(steps):
        turn = math.radians(angle + (1 if step % 2 else -1) * dice.uniform(8, 34))
        reach = length / steps * dice.uniform(0.8, 1.2)
        x, y = points[-1]
        points.append((x + math.cos(turn) * reach, y + math.sin(turn) * reach))
    return points


def _thinning(canvas: Canvas, points: list[Point], width: float) -> None:
    for index, (start, end) in enumerate(pairwise(points)):
        canvas.line([start, end], _CRACK, max(1.2, width * (1 - index / len(points))))
