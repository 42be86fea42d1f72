"""Photos of the goods: all of them together, the damage from near, the wrong thing, two colours side by side."""

from __future__ import annotations

import math
from dataclasses import replace

from desktop.demo import damage
from desktop.demo.canvas import Canvas, Point, ellipse_points, tabletop, wood
from desktop.demo.colours import lighter, mixed
from desktop.demo.glazes import FROM_ABOVE, GLAZES, SHAPES
from desktop.demo.goods_above import board, bowl, plate
from desktop.demo.goods_standing import STANDING
from desktop.demo.packing import opened_box
from desktop.demo.scene import Scene

_WALNUT = (112, 80, 54)
_PLACES: dict[int, tuple[Point, ...]] = {
    1: ((600, 450),),
    2: ((330, 450), (870, 450)),
    3: ((300, 260), (880, 300), (590, 650)),
    4: ((300, 238), (860, 232), (310, 668), (868, 664)),
}


def together(scene: Scene, *, damaged: bool = False) -> Canvas:
    """All pieces in one picture, so that they can be counted; damaged: those on the right are broken."""
    if scene.shape not in FROM_ABOVE:
        return _standing(scene, damaged=damaged)
    dice = scene.dice("together")
    canvas = Canvas(wood(dice.choice(("walnut", "walnut", "oak"))))
    places = _PLACES[max(1, min(4, scene.pieces))]
    across = {1: 640, 2: 470, 3: 400, 4: 390}[len(places)]
    for index, (x, y) in enumerate(places):
        x, y = x + dice.uniform(-14, 14), y + dice.uniform(-8, 8)
        _lay(canvas, scene, (x, y), across)
        if damaged and (index % 2 == 1 or len(places) == 1):
            _break(canvas, scene, (x, y), across, f"together {index}", with_chip=index == len(places) - 1)
    return canvas


def near(scene: Scene) -> Canvas:
    """The damage from near, ringed in red now and then."""
    dice = scene.dice("near")
    if scene.shape not in FROM_ABOVE:
        canvas = _standing(scene, damaged=True, close=True)
    else:
        canvas = Canvas(wood("walnut"))
        place = (590 + dice.uniform(-40, 30), 470 + dice.uniform(-20, 20))
        _lay(canvas, scene, place, 760)
        _break(canvas, scene, place, 760, "near", with_chip=dice.random() < 0.8)
    return canvas


def received(scene: Scene) -> Canvas:
    """What came instead of what was ordered: another glaze, or another thing altogether."""
    dice = scene.dice("received")
    glaze = dice.choice([name for name in sorted(GLAZES) if name != scene.glaze])
    shape = scene.shape if dice.random() < 0.6 else dice.choice([name for name in SHAPES if name != scene.shape])
    return together(_with(scene, shape=shape, glaze=glaze))


def two_colours(scene: Scene) -> Canvas:
    """The thing beside the colour card that came with the order, a shade apart."""
    canvas = together(_with(scene, pieces=1))
    canvas.shadow([(70, 640), (330, 640), (336, 866), (74, 866)], blur=10, strength=0.45)
    canvas.rectangle((64, 626, 324, 850), (250, 249, 245), 6)
    shade = mixed(lighter(scene.colour, 0.16), (196, 150, 110), 0.22)
    canvas.rectangle((84, 646, 304, 770), shade, 4)
    for row, length in enumerate((150, 100)):
        canvas.rectangle((84, 790 + row * 24, 84 + length, 798 + row * 24), (150, 152, 150))
    return canvas


def opening(scene: Scene, *, damaged: bool = True) -> Canvas:
    """The open box from above with the goods in it."""
    canvas = opened_box(scene)
    if scene.shape not in FROM_ABOVE:
        STANDING[scene.shape](canvas, scene.colour, 600, 640, 350)
        return canvas
    places: tuple[Point, ...] = (
        ((600, 455),) if scene.pieces == 1 or scene.shape == "board" else ((490, 430), (700, 490))
    )
    for index, place in enumerate(places):
        across = 480 if scene.shape == "board" else 310
        _lay(canvas, scene, place, across)
        if damaged and index == len(places) - 1:
            _break(canvas, scene, place, across, "opening", with_chip=True)
    return canvas


def _lay(canvas: Canvas, scene: Scene, at: Point, across: int) -> None:
    make = {"plate": plate, "bowl": bowl, "board": board}[scene.shape]
    canvas.stamp(make(scene.colour, across), at)


def _break(canvas: Canvas, scene: Scene, at: Point, across: float, purpose: str, *, with_chip: bool) -> None:
    dice = scene.dice(f"break {purpose}")
    if scene.shape == "board":
        start = (at[0] - across * 0.49, at[1] + dice.uniform(-0.12, 0.12) * across)
        damage.crack(canvas, start, dice.uniform(-4, 4), across * dice.uniform(0.5, 0.8), scene.colour, dice)
        return
    radius = across / 2
    turn = dice.uniform(-80, 40)
    start = (at[0] + math.cos(math.radians(turn)) * radius * 0.98, at[1] + math.sin(math.radians(turn)) * radius * 0.98)
    damage.crack(
        canvas, start, turn + 180 + dice.uniform(-24, 24), across * dice.uniform(0.5, 0.85), scene.colour, dice
    )
    if with_chip:
        damage.chip(canvas, at, radius, turn + dice.uniform(-6, 6), scene.colour, _WALNUT, dice)


def _standing(scene: Scene, *, damaged: bool, close: bool = False) -> Canvas:
    dice = scene.dice("standing")
    canvas = Canvas(tabletop("oak"))
    size = 640 if close else {1: 520, 2: 420}.get(scene.pieces, 330)
    count = 1 if close else max(1, min(3, scene.pieces))
    if scene.shape == "lamp":
        size = round(size * 0.98)
    for index in range(count):
        x = 600 + (index - (count - 1) / 2) * 350 + dice.uniform(-12, 12)
        y = 776 if close else 742 + dice.uniform(-8, 14)
        STANDING[scene.shape](canvas, scene.colour, x, y, size)
        if damaged and index == count - 1:
            _spoil(canvas, scene, x, y, size)
    return canvas


def _spoil(canvas: Canvas, scene: Scene, x: float, y: float, size: float) -> None:
    dice = scene.dice("spoil")
    if scene.shape in ("bedding", "cushion"):
        damage.stain(canvas, (x + dice.uniform(-0.1, 0.1) * size, y - size * dice.uniform(0.25, 0.5)), size * 0.2, dice)
        if dice.random() < 0.6:
            damage.ringed(canvas, (x, y - size * 0.36), size * 0.3, size * 0.2)
    elif scene.shape == "lamp":
        damage.tear(canvas, (x + dice.uniform(-0.08, 0.12) * size, y - size * 0.74), size * 0.11, scene.colour, dice)
    else:
        half = {"mug": 0.3, "vase": 0.16, "jar": 0.24}[scene.shape] * size
        start = (x + dice.uniform(-half, half) * 0.6, y - size * {"mug": 0.98, "vase": 0.6, "jar": 0.8}[scene.shape])
        damage.crack(canvas, start, 90 + dice.uniform(-12, 12), size * 0.6, scene.colour, dice)
        damage.shard(canvas, (x - size * 0.62, y + 44), size * 0.06, scene.colour, dice)
        damage.shard(canvas, (x - size * 0.5, y + 78), size * 0.04, scene.colour, dice)
        canvas.glow(ellipse_points((x - 4, y - 4, x + 4, y + 4)), scene.colour, blur=4, strength=0.1)


def _with(scene: Scene, **changes: object) -> Scene:
    return replace(scene, **changes)  # type: ignore[arg-type]
