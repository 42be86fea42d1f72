"""A carrier's notice of a damaged or lost parcel, as a PDF of one page."""

from __future__ import annotations

import io
import math
from datetime import datetime

from PIL import Image, ImageDraw

from desktop.demo.colours import Colour
from desktop.demo.lettering import font, wrapped
from desktop.demo.scene import Scene

_PAGE = (1240, 1754)  # A4 at 150 dpi
_INK: Colour = (30, 32, 34)
_STAMP: Colour = (196, 44, 40)
_MARGIN = 130
_ISSUED = datetime.fromisoformat("2026-11-20T09:36:00")

_WORDS = {
    "zh": {
        "title": "快件异常情况说明",
        "number": "编号",
        "fields": ("运单号", "内件", "称重", "收件网点", "登记时间"),
        "depot": "云溪集散点",
        "body": (
            "上述快件在中转环节经查验，外箱一侧有受压痕迹，封箱胶带保持完好，未见拆启。",
            "查验时对外箱六面及内件分别拍照留存，照片编号与本说明编号一致。",
            "内件受损与外箱受压位置相符。寄件人可凭本说明，在寄件次日起三十日内提出理赔。",
        ),
        "sign": "经办（签章）",
        "stamp": "样张专用章",
        "note": "示例店铺自动绘制的样张，不具任何效力。",
    },
    "en": {
        "title": "Parcel Exception Notice",
        "number": "Notice no.",
        "fields": ("Tracking number", "Contents", "Weight", "Depot", "Recorded"),
        "depot": "Cloud Creek hub",
        "body": (
            "At transfer the parcel named above was found with one side of its carton pressed in.",
            "The original sealing tape was whole; there was no sign of opening.",
            "All six sides of the carton and the goods were photographed; the pictures carry this number.",
            "The damage to the goods lies on the same side as the damage to the carton.",
            "The sender may file a claim with this notice within thirty days of dispatch.",
        ),
        "sign": "Recorded by (stamp)",
        "stamp": "SAMPLE ONLY",
        "note": "Drawn by the sample shop; this paper has no effect whatever.",
    },
}


def certificate(scene: Scene) -> bytes:
    """The notice as a PDF; the page is one picture, as from a scanner."""
    words = _WORDS[scene.lang]
    page = Image.new("RGB", _PAGE, (255, 255, 255))
    draw = ImageDraw.Draw(page)
    dice = scene.dice("certificate")
    issued = scene.captured or _ISSUED
    draw.text((_MARGIN, 110), scene.carrier, _INK, font(44, bold=True))
    draw.line([(_MARGIN, 186), (_PAGE[0] - _MARGIN, 186)], _INK, 4)
    draw.text((_PAGE[0] / 2, 280), str(words["title"]), _INK, font(64, bold=True), anchor="ma")
    number = f"YC{issued:%Y%m%d}-{dice.randint(1000, 9999)}"
    draw.text((_PAGE[0] - _MARGIN, 400), f"{words['number']} {number}", (96, 100, 102), font(30), anchor="ra")
    values = (
        scene.tracking,
        scene.title,
        f"{scene.weight_g / 1000:.2f} kg",
        str(words["depot"]),
        f"{issued:%Y-%m-%d %H:%M}",
    )
    y = 470
    for name, value in zip(words["fields"], values, strict=True):
        draw.rectangle((_MARGIN, y, _MARGIN + 270, y + 74), fill=(241, 244, 243))
        draw.rectangle((_MARGIN, y, _PAGE[0] - _MARGIN, y + 74), outline=(190, 196, 194), width=2)
        draw.text((_MARGIN + 22, y + 16), name, _INK, font(30, bold=True))
        draw.text((_MARGIN + 296, y + 16), value, _INK, font(30))
        y += 74
    y += 70
    for paragraph in words["body"]:
        for line in wrapped(paragraph, _PAGE[0] - 2 * _MARGIN, 34):
            draw.text((_MARGIN, y), line, _INK, font(34))
            y += 62
        y += 24
    draw.text((720, 1500), str(words["sign"]), _INK, font(32))
    draw.text((720, 1560), f"{issued:%Y-%m-%d}", _INK, font(32))
    _seal(page, (930, 1520), str(words["stamp"]))
    draw.text((_PAGE[0] / 2, 1660), str(words["note"]), (150, 154, 152), font(24), anchor="ma")
    out = io.BytesIO()
    page.save(out, "PDF", resolution=150, quality=70, title=str(words["title"]), creationDate=None, modDate=None)
    return out.getvalue()


def _seal(page: Image.Image, centre: tuple[int, int], text: str) -> None:
    side = 300
    seal = Image.new("RGBA", (side, side), (*_STAMP, 0))
    draw = ImageDraw.Draw(seal)
    draw.ellipse((6, 6, side - 6, side - 6), outline=(*_STAMP, 210), width=9)
    middle = side / 2
    star = []
    for step in range(10):
        radius = 44 if step % 2 == 0 else 18
        turn = -math.pi / 2 + step * math.pi / 5
        star.append((middle + radius * math.cos(turn), middle - 22 + radius * math.sin(turn)))
    draw.polygon(star, fill=(*_STAMP, 210))
    draw.text((middle, 206), text, (*_STAMP, 220), font(34, bold=True), anchor="mm")
    turned = seal.rotate(-9, Image.Resampling.BICUBIC)
    page.paste(turned, (centre[0] - side // 2, centre[1] - side // 2), turned)
