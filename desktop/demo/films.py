"""A film of a few seconds: a hand opens a carton and the goods come to light. Motion JPEG in MP4."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from PIL import Image

from desktop.demo.canvas import Canvas, studio
from desktop.demo.colours import lighter
from desktop.demo.film_boxes import jpeg_film
from desktop.demo.scene import Scene

_SIZE = (640, 480)
_RATE = 8
_SECONDS = 4
_JPEG_QUALITY = 50
_CARD, _TOP, _SIDE, _SKIN = (204, 160, 104), (224, 188, 140), (170, 128, 78), (236, 186, 156)


@lru_cache(maxsize=1)
def drawn_frames() -> tuple[bytes, ...]:
    """The film's frames, the same for every parcel."""
    ground = Canvas(studio("grey"))
    _carton(ground)
    still = ground.image.resize((_SIZE[0] * 2, _SIZE[1] * 2), Image.Resampling.BOX)
    frames = _RATE * _SECONDS
    pictures = []
    for number in range(frames):
        out = io.BytesIO()
        _frame(still, number / (frames - 1)).save(out, "JPEG", quality=_JPEG_QUALITY)
        pictures.append(out.getvalue())
    return tuple(pictures)


def opening_film(captured: datetime | None, offset_minutes: int) -> bytes:
    """The opening of a parcel; `captured` (wall clock) becomes the film's claimed recording time."""
    recorded = None if captured is None else (captured - timedelta(minutes=offset_minutes)).replace(tzinfo=UTC)
    return jpeg_film(drawn_frames(), size=_SIZE, rate=_RATE, recorded=recorded)


def film(scene: Scene) -> bytes:
    return opening_film(scene.captured, scene.captured_offset_minutes)


def _carton(canvas: Canvas) -> None:
    canvas.shadow([(210, 800), (300, 740), (1000, 752), (1040, 806)], blur=22, strength=0.6)
    canvas.fill_mesh([(290, 360), (620, 460), (620, 800), (300, 690)], ((lighter(_CARD, 0.1), _CARD), (_CARD, _SIDE)))
    canvas.fill_mesh([(620, 460), (970, 350), (950, 680), (620, 800)], ((_SIDE, _SIDE), (_SIDE, (140, 104, 62))))
    canvas.fill_mesh(
        [(290, 360), (650, 268), (970, 350), (620, 460)],
        (((96, 70, 44), (120, 88, 56)), ((140, 104, 66), (110, 80, 50))),
    )


def _frame(still: Image.Image, share: float) -> Image.Image:
    canvas = Canvas(still)
    lift = min(1.0, share * 1.4)
    # The near flap turns from lying over the opening to hanging outside.
    reach_x, reach_y = 640 + 40 * lift, 300 + 340 * lift * lift
    canvas.polygon([(290, 360), (620, 460), (reach_x - 20, reach_y), (320 - 20 * lift, reach_y - 90)], _TOP)
    canvas.polygon(
        [(620, 460), (970, 350), (reach_x + 290, reach_y - 84), (reach_x - 10, reach_y + 4)], lighter(_CARD, 0.08)
    )
    hand_x, hand_y = reach_x + 160, reach_y - 40
    canvas.polygon(
        [(1200, hand_y - 260), (1200, hand_y - 60), (hand_x + 120, hand_y + 30), (hand_x + 60, hand_y - 80)], _SKIN
    )
    canvas.ellipse((hand_x - 30, hand_y - 90, hand_x + 150, hand_y + 50), fill=_SKIN)
    for finger in range(3):
        canvas.line([(hand_x + 30, hand_y - 40 + finger * 30), (hand_x - 70, hand_y - 10 + finger * 26)], _SKIN, 26)
    return canvas.image.reduce(2)
