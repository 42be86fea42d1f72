"""Chat screenshots of a telephone and the same talk as a text file."""

from __future__ import annotations

import io
from datetime import datetime, timedelta

from PIL import Image, ImageDraw

from desktop.demo.canvas import SCALE, Canvas, wood
from desktop.demo.colours import Colour
from desktop.demo.damage import crack
from desktop.demo.goods_above import bowl, plate
from desktop.demo.lettering import font, wrapped
from desktop.demo.scene import Scene

_WIDTH, _HEIGHT = 750, 1120
_SCALE = 2
_PAPER: Colour = (242, 244, 243)
_INK: Colour = (26, 32, 31)
_QUIET: Colour = (132, 142, 139)
_SHOP: Colour = (15, 118, 110)
_SHOP_BUBBLE: Colour = (190, 229, 221)
_PEOPLE: tuple[Colour, ...] = ((200, 150, 92), (150, 118, 176), (96, 140, 180), (190, 112, 112), (116, 148, 98))
_FIRST_MOMENT = datetime.fromisoformat("2026-11-18T19:42:00")
_TEXT, _LINE = 30, 44


class _Phone:
    """Draws from top to bottom in units of the finished picture."""

    def __init__(self) -> None:
        self.image = Image.new("RGB", (_WIDTH * _SCALE, _HEIGHT * _SCALE), _PAPER)
        self._draw = ImageDraw.Draw(self.image)

    def box(self, left: float, top: float, right: float, bottom: float, fill: Colour, radius: float = 0) -> None:
        self._draw.rounded_rectangle(
            (left * _SCALE, top * _SCALE, right * _SCALE, bottom * _SCALE), radius * _SCALE, fill=fill
        )

    def circle(self, x: float, y: float, radius: float, fill: Colour) -> None:
        edge = [(x - radius) * _SCALE, (y - radius) * _SCALE, (x + radius) * _SCALE, (y + radius) * _SCALE]
        self._draw.ellipse(edge, fill=fill)

    def stroke(self, points: list[tuple[float, float]], fill: Colour, width: float) -> None:
        self._draw.line([(x * _SCALE, y * _SCALE) for x, y in points], fill, round(width * _SCALE), joint="curve")

    def words(
        self, x: float, y: float, text: str, size: float, fill: Colour = _INK, *, bold: bool = False, anchor: str = "la"
    ) -> None:
        letters = font(round(size * _SCALE), bold=bold)
        self._draw.text((x * _SCALE, y * _SCALE), text, fill, letters, anchor=anchor)


def screenshot(scene: Scene) -> bytes:
    """The talk as a phone shows it to the buyer's counterpart, as PNG."""
    phone = _Phone()
    moment = scene.captured or _FIRST_MOMENT
    _top_bar(phone, scene, moment)
    y = 190.0
    phone.words(_WIDTH / 2, y - 36, (moment - timedelta(minutes=12)).strftime("%m-%d %H:%M"), 22, _QUIET, anchor="ma")
    dice = scene.dice("chat")
    colour = _PEOPLE[dice.randrange(len(_PEOPLE))]
    for number, (speaker, text) in enumerate(scene.talk):
        if y > _HEIGHT - 190:
            break
        y = _bubble(phone, scene, speaker, text, y, colour)
        if number == 0 and scene.shape in ("plate", "bowl") and y < _HEIGHT - 360:
            y = _picture(phone, scene, y, colour)
    _bottom_bar(phone, scene)
    out = io.BytesIO()
    phone.image.reduce(_SCALE).save(out, "PNG", compress_level=4)
    return out.getvalue()


def _top_bar(phone: _Phone, scene: Scene, moment: datetime) -> None:
    phone.box(0, 0, _WIDTH, 128, (255, 255, 255))
    phone.words(40, 12, moment.strftime("%H:%M"), 24, bold=True)
    for bar in range(4):
        phone.box(600 + bar * 11, 34 - bar * 5, 607 + bar * 11, 40, _INK, 1)
    phone.box(664, 17, 712, 40, _INK, 6)
    phone.box(668, 21, 700, 36, (255, 255, 255), 3)
    phone.stroke([(46, 66), (30, 86), (46, 106)], _INK, 4)
    phone.words(_WIDTH / 2, 66, scene.buyer, 32, bold=True, anchor="ma")
    for dot in range(3):
        phone.circle(684 + dot * 14, 86, 4, _INK)
    phone.box(0, 127, _WIDTH, 129, (224, 229, 227))


def _bottom_bar(phone: _Phone, scene: Scene) -> None:
    phone.box(0, _HEIGHT - 104, _WIDTH, _HEIGHT, (250, 251, 250))
    phone.box(84, _HEIGHT - 84, 572, _HEIGHT - 24, (255, 255, 255), 14)
    phone.circle(44, _HEIGHT - 54, 24, (214, 222, 219))
    phone.words(104, _HEIGHT - 74, "发消息…" if scene.lang == "zh" else "Message…", 27, (176, 184, 181))
    phone.box(596, _HEIGHT - 82, 714, _HEIGHT - 26, _SHOP, 28)
    phone.words(
        655, _HEIGHT - 74, "发送" if scene.lang == "zh" else "Send", 27, (255, 255, 255), bold=True, anchor="ma"
    )


def _bubble(phone: _Phone, scene: Scene, speaker: str, text: str, y: float, colour: Colour) -> float:
    lines = wrapped(text, 470 * _SCALE, _TEXT * _SCALE)
    width = max(font(_TEXT * _SCALE).getlength(line) for line in lines) / _SCALE + 52
    height = len(lines) * _LINE + 34
    ours = speaker == "shop"
    left = _WIDTH - 112 - width if ours else 112
    _face(phone, scene, speaker, y, colour)
    phone.box(left, y, left + width, y + height, _SHOP_BUBBLE if ours else (255, 255, 255), 18)
    for row, line in enumerate(lines):
        phone.words(left + 26, y + 14 + row * _LINE, line, _TEXT)
    return y + height + 30


def _face(phone: _Phone, scene: Scene, speaker: str, y: float, colour: Colour) -> None:
    ours = speaker == "shop"
    name = scene.shop if ours else scene.buyer
    x = _WIDTH - 60 if ours else 60
    phone.circle(x, y + 36, 36, _SHOP if ours else colour)
    phone.words(x, y + 36, name[:1] or "?", 34, (255, 255, 255), bold=True, anchor="mm")


def _picture(phone: _Phone, scene: Scene, y: float, colour: Colour) -> float:
    dice = scene.dice("chat picture")
    canvas = Canvas(wood("walnut").reduce(SCALE))
    make = plate if scene.shape == "plate" else bowl
    canvas.stamp(make(scene.colour, 620).reduce(SCALE), (600, 440))
    crack(canvas, (700, 160), 100, 480, scene.colour, dice)
    small = canvas.image.resize((300 * _SCALE, 225 * _SCALE), Image.Resampling.BOX)
    mask = Image.new("L", small.size, 0)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, small.width - 1, small.height - 1), 36, fill=255)
    _face(phone, scene, "buyer", y, colour)
    phone.image.paste(small, (112 * _SCALE, round(y * _SCALE)), mask)
    return y + 255


def chat_log(scene: Scene) -> bytes:
    """The same talk as the platform's text export: time and speaker, then the words. UTF-8."""
    moment = (scene.captured or _FIRST_MOMENT) - timedelta(minutes=12)
    dice = scene.dice("chat log")
    lines: list[str] = []
    for speaker, text in scene.talk:
        name = scene.shop if speaker == "shop" else scene.buyer
        lines += [f"{moment:%Y-%m-%d %H:%M:%S} {name}", text, ""]
        moment += timedelta(seconds=dice.randint(40, 420))
    return "\n".join(lines).encode("utf-8")
