"""Draws one piece of sample evidence of a given kind, the same for the same scene on every run."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

from PIL import Image

from desktop.demo import chats, films, packing, papers, parcels, photographs
from desktop.demo.canvas import HEIGHT, WIDTH, Canvas
from desktop.demo.glazes import GLAZES, SHAPES
from desktop.demo.kinds import EVIDENCE_KINDS, EvidenceKind
from desktop.demo.scene import Scene

__all__ = ["EVIDENCE_KINDS", "EvidenceKind", "Scene", "draw_evidence", "draw_scene", "scene_of"]

_PHOTOS: dict[str, Callable[[Scene], Canvas]] = {
    "goods_together": photographs.together,
    "goods_broken": lambda scene: photographs.together(scene, damaged=True),
    "damage_near": photographs.near,
    "carton_damaged": lambda scene: parcels.carton(scene, damaged=True),
    "carton_marked": parcels.marked_carton,
    "carton_whole": lambda scene: parcels.carton(scene, damaged=False),
    "waybill": parcels.waybill,
    "weighing": parcels.scale,
    "packing": packing.packing,
    "opening": photographs.opening,
    "wrong_goods": photographs.received,
    "colour_card": photographs.two_colours,
    "returned_goods": photographs.together,
}
_FILES: dict[str, Callable[[Scene], bytes]] = {
    "chat": chats.screenshot,
    "chat_log": chats.chat_log,
    "carrier_notice": papers.certificate,
    "opening_film": films.film,
}
_JPEG_QUALITY = 84
_EXIF_BLOCK, _CAPTURED, _CAPTURED_OFFSET = 0x8769, 0x9003, 0x9011

_STAND_IN = {
    "zh": ("雾釉餐盘 8 寸 四只装", "花果山_大圣01", "青禾家居", "云雀速递", "桃源省 武陵市 桃花溪路 8 号"),
    "en": (
        "Mist-glaze plates 8 in, set of 4",
        "alice_w0nder",
        "Qinghe Home",
        "Skylark Express",
        "8 Rabbit Hole Lane, Wonderton",
    ),
}
_STAND_IN_TALK = {
    "zh": (
        ("buyer", "昨天到的，打开就碎了两只"),
        ("shop", "非常抱歉！请先别扔外箱，拍一下外箱和面单好吗？"),
        ("buyer", "外箱右边是瘪的"),
        ("shop", "收到，我们今天先给您补寄，快递那边由我们去追。"),
    ),
    "en": (
        ("buyer", "It came yesterday and two were broken when I opened it"),
        ("shop", "We are very sorry! Please keep the carton and send a photo of it and of the label."),
        ("buyer", "The right side of the box is dented"),
        ("shop", "Thank you. Two new ones leave today; we will settle it with the carrier ourselves."),
    ),
}


def scene_of(seed: int, lang: str) -> Scene:
    """A scene with everything filled in by chance, for when only a picture is wanted."""
    if lang not in _STAND_IN:
        raise ValueError("language must be zh or en")
    title, buyer, shop, carrier, address = _STAND_IN[lang]
    plain = Scene(seed, lang)
    dice = plain.dice("scene")
    return replace(
        plain,
        shape=dice.choice(SHAPES),
        glaze=dice.choice(sorted(GLAZES)),
        pieces=dice.choice((1, 2, 4)),
        title=title,
        buyer=buyer,
        shop=shop,
        carrier=carrier,
        address=address,
        tracking=f"YQ{dice.randrange(10**13):013d}",
        weight_g=dice.randrange(320, 6800, 10),
        talk=_STAND_IN_TALK[lang],
    )


def draw_evidence(kind: str, *, seed: int, lang: str, size: tuple[int, int] = (WIDTH, HEIGHT)) -> bytes:
    """The file of a kind in EVIDENCE_KINDS, with a scene made up from `seed`. `size` is for photos, in pixels."""
    return draw_scene(kind, scene_of(seed, lang), size=size)


def draw_scene(kind: str, scene: Scene, *, size: tuple[int, int] = (WIDTH, HEIGHT)) -> bytes:
    """The file of a kind in EVIDENCE_KINDS, showing `scene`. Raises KeyError for an unknown kind."""
    if not scene.talk and kind in ("chat", "chat_log"):
        scene = replace(scene, talk=_STAND_IN_TALK[scene.lang])
    if kind in _FILES:
        return _FILES[kind](scene)
    photo = _PHOTOS[kind](scene).finished(size)
    out = io.BytesIO()
    photo.save(out, "JPEG", quality=_JPEG_QUALITY, exif=_exif(scene))
    return out.getvalue()


def _exif(scene: Scene) -> Image.Exif:
    exif = Image.Exif()
    if scene.captured is not None:
        block = exif.get_ifd(_EXIF_BLOCK)
        block[_CAPTURED] = f"{scene.captured:%Y:%m:%d %H:%M:%S}"
        sign = "-" if scene.captured_offset_minutes < 0 else "+"
        hours, minutes = divmod(abs(scene.captured_offset_minutes), 60)
        block[_CAPTURED_OFFSET] = f"{sign}{hours:02d}:{minutes:02d}"
    return exif
