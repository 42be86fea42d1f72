"""Chats drawn as pictures: one long picture whose text lines and bubbles are known, and screenshots of it."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

_FONT = next(Path(__file__).resolve().parents[3].joinpath("resources/fonts").glob("*SC*Regular*"))
_WORDS = [
    "在吗",
    "昨天到的",
    "打开就碎了两只",
    "非常抱歉",
    "请先别扔外箱",
    "六个面各拍一张",
    "补寄今天发出",
    "好的",
    "谢谢",
    "快递员说不赔",
    "盘子",
    "外箱右边是瘪的",
    "麻烦看下",
]


@dataclass
class DrawnChat:
    """The whole chat as one picture of its own; boxes are (left, top, right, bottom) in it."""

    body: Image.Image
    lines: list[tuple[int, int, int, int]] = field(default_factory=list)
    bubbles: list[tuple[int, int, int, int]] = field(default_factory=list)
    head: int = 0
    foot: int = 0
    dark: bool = False


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(_FONT), size)


def draw_chat(
    seed: int, *, width: int = 1080, messages: int = 40, dark: bool = False, same: str = "", photos: bool = True
) -> DrawnChat:
    """A chat of so many messages; with `same` all of them say only that."""
    dice = random.Random(seed)
    unit = width / 1080
    back, left_tone, right_tone, ink = (
        ("#111111", "#2c2c2c", "#3eb575", "#e0e0e0") if dark else ("#ededed", "#ffffff", "#95ec69", "#111111")
    )
    tall = Image.new("RGB", (width, round(messages * 700 * unit) + 400), back)
    pen = ImageDraw.Draw(tall)
    chat = DrawnChat(tall, dark=dark, head=round(220 * unit), foot=round(170 * unit))
    top = round(40 * unit)
    size, pad, face = round(46 * unit), round(28 * unit), round(110 * unit)
    font, small = _font(size), _font(round(32 * unit))
    for number in range(messages):
        if not same and dice.random() < 0.2:
            words = f"{dice.randint(8, 23)}:{dice.randint(0, 59):02d}"
            box = pen.textbbox((width // 2, top), words, font=small, anchor="ma")
            pen.text((width // 2, top), words, font=small, fill="#888888", anchor="ma")
            chat.lines.append(_whole(box))
            top = int(box[3]) + round(40 * unit)
        ours = bool(number % 2) if same else dice.random() < 0.5
        avatar = width - round(30 * unit) - face if ours else round(30 * unit)
        tone = "#%06x" % (0x2090B0 if ours else 0xB07030)
        pen.rounded_rectangle((avatar, top, avatar + face, top + face), round(12 * unit), fill=tone)
        pen.ellipse((avatar + face // 4, top + face // 4, avatar + face * 3 // 4, top + face * 3 // 4), fill="#f0d0b0")
        if not same and photos and dice.random() < 0.12:
            wide, high = round(dice.randint(300, 480) * unit), round(dice.randint(300, 620) * unit)
            left = avatar - round(24 * unit) - wide if ours else avatar + face + round(24 * unit)
            tall.paste(_photo(dice, wide, high), (left, top))
            box = (left, top, left + wide, top + high)
        else:
            count = 1 if same else dice.choice((1, 1, 1, 2, 3, 6))
            rows = [same] if same else ["".join(dice.choices(_WORDS, k=dice.randint(1, 3)))[:14] for _ in range(count)]
            step = round(size * 1.35)
            wide = max(int(pen.textlength(row, font=font)) for row in rows) + 2 * pad
            high = step * len(rows) + 2 * pad - (step - size)
            left = avatar - round(24 * unit) - wide if ours else avatar + face + round(24 * unit)
            box = (left, top, left + wide, top + high)
            pen.rounded_rectangle(box, round(14 * unit), fill=right_tone if ours else left_tone)
            for at, row in enumerate(rows):
                place = (left + pad, top + pad + at * step)
                pen.text(place, row, font=font, fill="#111111" if ours else ink, anchor="la")
                chat.lines.append(_whole(pen.textbbox(place, row, font=font, anchor="la")))
            if not same and dice.random() < 0.15:
                _smile(pen, left + wide - pad, top + pad, size)
        box = (min(box[0], avatar), box[1], max(box[2], avatar + face), max(box[3], top + face))
        chat.bubbles.append(box)
        top = box[3] + round((50 if same else dice.randint(40, 60)) * unit)
    chat.body = tall.crop((0, 0, width, top))
    return chat


def screenshot(
    chat: DrawnChat,
    at: int,
    height: int = 2400,
    *,
    clock: str = "19:42",
    title: str = "花果山_大圣01",
    cursor: bool = False,
) -> Image.Image:
    """What a phone shows of the chat, scrolled to row `at` of it."""
    width = chat.body.width
    unit = width / 1080
    bar, ink = ("#1c1c1c", "#e0e0e0") if chat.dark else ("#f7f7f7", "#111111")
    shown = Image.new("RGB", (width, height), bar)
    room = height - chat.head - chat.foot
    shown.paste(chat.body.crop((0, at, width, at + room)), (0, chat.head))
    pen = ImageDraw.Draw(shown)
    pen.text((50 * unit, 24 * unit), clock, font=_font(round(40 * unit)), fill=ink)
    pen.rectangle((950 * unit, 34 * unit, 1030 * unit, 60 * unit), outline=ink, width=max(1, round(3 * unit)))
    pen.text((width / 2, 130 * unit), title, font=_font(round(48 * unit)), fill=ink, anchor="ma")
    pen.line((0, chat.head - 1, width, chat.head - 1), fill="#808080")
    foot = height - chat.foot
    pen.rounded_rectangle((120 * unit, foot + 30 * unit, 820 * unit, height - 40 * unit), 10, fill="#ffffff")
    pen.ellipse((30 * unit, foot + 40 * unit, 100 * unit, foot + 110 * unit), outline=ink, width=3)
    if cursor:
        pen.rectangle((140 * unit, foot + 45 * unit, 143 * unit, foot + 100 * unit), fill="#07c160")
    # The mark of where one is, which moves while the rest scrolls.
    place = chat.head + round(room * 0.9 * at / max(1, chat.body.height))
    pen.rectangle((width - 9 * unit, place, width - 3 * unit, place + 90 * unit), fill="#a0a0a0")
    return shown


def stored(picture: Image.Image, form: str = "JPEG", quality: int = 70) -> bytes:
    """The picture as a file."""
    out = io.BytesIO()
    picture.save(out, form, **({"quality": quality} if form == "JPEG" else {}))
    return out.getvalue()


def _photo(dice: random.Random, wide: int, high: int) -> Image.Image:
    small = Image.new("RGB", (12, 12))
    small.putdata([(dice.randint(20, 250), dice.randint(20, 250), dice.randint(20, 250)) for _ in range(144)])
    return small.resize((wide, high), Image.Resampling.BICUBIC)


def _smile(pen: ImageDraw.ImageDraw, left: int, top: int, size: int) -> None:
    pen.ellipse((left, top, left + size, top + size), fill="#ffcc33")
    pen.ellipse((left + size // 4, top + size // 3, left + size // 3, top + size // 2), fill="#553300")


def _whole(box: tuple[float, float, float, float]) -> tuple[int, int, int, int]:
    return int(box[0]), int(box[1]), int(box[2]), int(box[3])
