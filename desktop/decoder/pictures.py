"""Still pictures in the worker: Pillow and pi-heif, upright, in sRGB, within the pixel limit."""

from __future__ import annotations

import io
import math
import re
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import IO, TYPE_CHECKING, Any

from PIL import Image

from desktop.decoder.protocol import MAX_PIXELS, MAX_SIDE, Shares
from desktop.decoder.results import FileFacts, MediaFormat, NoPreviewReason

if TYPE_CHECKING:
    from PIL import ImageFile

Box = tuple[int, int]

_PILLOW_NAMES = {
    MediaFormat.JPEG: "JPEG",
    MediaFormat.PNG: "PNG",
    MediaFormat.WEBP: "WEBP",
    MediaFormat.GIF: "GIF",
    MediaFormat.BMP: "BMP",
    MediaFormat.HEIF: "HEIF",
}
# EXIF orientation -> how to turn the stored rows upright (EXIF 2.32, 4.6.4 A).
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_ANIMATED = (MediaFormat.GIF, MediaFormat.PNG, MediaFormat.WEBP)
_ORIENTATION = 0x0112
_EXIF_BLOCK = 0x8769
# Moment, offset and fraction of a second: when it was taken, else when it was made digital (EXIF 2.32, 4.6.6 F).
# The plain date of change (0x0132) is no claim of that: every editing program writes it.
_CAPTURED = ((0x9003, 0x9011, 0x9291), (0x9004, 0x9012, 0x9292))
_MOMENT = re.compile(r"(\d{4})[:/.-](\d\d)[:/.-](\d\d)[ T](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?")
_ZONE_BEHIND = re.compile(r"(?:[zZ]|[+-]\d\d:?\d\d)$")
_MAX_PROFILE_BYTES = 4 * 1024 * 1024

# Said of what lies around the picture, which itself is whole: gain maps of phones (Ultra HDR), animation, metadata.
_HARMLESS_WARNINGS = (
    "Image appears to be a malformed MPO file",
    "Invalid APNG",
    "Corrupt EXIF data",
    "Metadata Warning",
    "Palette images with Transparency",
)

Image.MAX_IMAGE_PIXELS = MAX_PIXELS


class RefusedError(Exception):
    """The file gives no pixels, for this reason."""

    def __init__(self, reason: NoPreviewReason) -> None:
        super().__init__(reason)
        self.reason = reason


def check_size(width: int, height: int) -> None:
    """Refuses pictures that are empty or larger than allowed, before any of their pixels are decoded."""
    if width <= 0 or height <= 0:
        raise RefusedError(NoPreviewReason.DAMAGED)
    if width > MAX_SIDE or height > MAX_SIDE or width * height > MAX_PIXELS:
        raise RefusedError(NoPreviewReason.TOO_MANY_PIXELS)


def fitted(width: int, height: int, box: Box) -> Box:
    """The size within `box` of a picture, in proportion, never enlarged; a box of 0 x 0 means its own size."""
    if not box[0] or (width <= box[0] and height <= box[1]):
        return width, height
    if width * box[1] > height * box[0]:
        return box[0], max(1, round(height * box[0] / width))
    return max(1, round(width * box[1] / height)), box[1]


def picture_facts(file: IO[bytes], found: MediaFormat) -> FileFacts:
    with _strict_warnings(), _opened(file, found) as image:
        width, height = image.size
        exif = _exif(image)
        if _orientation(exif) >= 5:
            width, height = height, width
        captured, offset = _captured(exif)
    return FileFacts(found, width, height, pages=1, captured=captured, captured_offset_minutes=offset)


def picture(
    file: IO[bytes],
    found: MediaFormat,
    box: Box,
    *,
    frame: int = 0,
    crop: Shares | None = None,
    slack: int = 2,
) -> Image.Image:
    """The upright picture as RGB or RGBA, within `box`: of an animation the frame of that number.

    `crop`: only that part of it. A JPEG is decoded at 1/2, 1/4 or 1/8 where that leaves `slack` times the size wanted.
    """
    with _strict_warnings(), _opened(file, found) as image:
        if frame:
            _go_to_frame(image, found, frame)
        orientation = _orientation(_exif(image))
        stored_box = (box[1], box[0]) if orientation >= 5 else box
        target = fitted(image.width, image.height, stored_box)
        upright = (image.height, image.width) if orientation >= 5 else image.size
        if crop is not None:
            left, top, right, bottom = part_of(upright, crop)
            scale = fitted(right - left, bottom - top, box)[0] / (right - left)
            target = (math.ceil(image.width * scale), math.ceil(image.height * scale))
        if found is MediaFormat.JPEG and target != image.size:
            # libjpeg decodes at 1/2, 1/4 or 1/8; twice the target keeps the final reduction sharp on a screen.
            image.draft(None, (target[0] * slack, target[1] * slack))
        profile = image.info.get("icc_profile")
        image.load()
        plain = _eight_bits(image)
    if crop is not None:
        plain = _in_srgb(plain, profile)
        if orientation in _UPRIGHT:
            plain = plain.transpose(_UPRIGHT[orientation])
        return cut_out(plain, crop, box, upright)
    if plain.size != target:
        plain = plain.resize(
            target,
            Image.Resampling.LANCZOS if plain.width < 6000 else Image.Resampling.BOX,
        )
    plain = _in_srgb(plain, profile)
    if orientation in _UPRIGHT:
        plain = plain.transpose(_UPRIGHT[orientation])
    return plain


def part_of(size: Box, crop: Shares) -> tuple[int, int, int, int]:
    """The pixels of a part given in shares: left, top, right, bottom; at least one each way."""
    width, height = size
    left, top = min(round(crop[0] * width), width - 1), min(round(crop[1] * height), height - 1)
    return left, top, max(left + 1, round(crop[2] * width)), max(top + 1, round(crop[3] * height))


def cut_out(image: Image.Image, crop: Shares, box: Box, full: Box | None = None) -> Image.Image:
    """A part of an upright picture within `box`; `full` is its size where it was decoded smaller than it is."""
    width, height = full or image.size
    left, top, right, bottom = part_of((width, height), crop)
    target = fitted(right - left, bottom - top, box)
    if image.size == (width, height) and target == (right - left, bottom - top):
        return image.crop((left, top, right, bottom))
    across, down = image.width / width, image.height / height
    part = (left * across, top * down, min(right * across, image.width), min(bottom * down, image.height))
    return image.resize(target, Image.Resampling.LANCZOS, box=part)


def _go_to_frame(image: ImageFile.ImageFile, found: MediaFormat, frame: int) -> None:
    if found not in _ANIMATED:
        raise RefusedError(NoPreviewReason.NO_SUCH_PAGE)
    try:
        image.seek(frame)
    except EOFError as error:
        raise RefusedError(NoPreviewReason.NO_SUCH_PAGE) from error
    check_size(*image.size)


def jpeg_bytes(image: Image.Image, quality: int) -> bytes:
    """A JPEG of the pixels alone: no EXIF, no profile, no comment; transparency is laid on white."""
    if image.mode == "RGBA":
        paper = Image.new("RGB", image.size, (255, 255, 255))
        paper.paste(image, mask=image.getchannel("A"))
        image = paper
    out = io.BytesIO()
    bare = Image.frombytes("RGB", image.size, image.convert("RGB").tobytes())
    bare.save(out, "JPEG", quality=quality, optimize=bare.width * bare.height < 8_000_000)
    return out.getvalue()


@contextmanager
def _strict_warnings() -> Iterator[None]:
    """Every warning of the libraries refuses the file, but for those about something else than its picture."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for message in _HARMLESS_WARNINGS:
            warnings.filterwarnings("ignore", message=message)
        yield


def _opened(file: IO[bytes], found: MediaFormat) -> ImageFile.ImageFile:
    if found is MediaFormat.HEIF:
        # Loaded here, as most workers never see one.
        import pi_heif

        library: Any = pi_heif  # only partly typed
        library.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False, decode_threads=1)
    elif found is MediaFormat.WEBP:
        from PIL import WebPImagePlugin  # noqa: F401
    try:
        image = Image.open(file, formats=(_PILLOW_NAMES[found],))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise RefusedError(NoPreviewReason.TOO_MANY_PIXELS) from error
    check_size(*image.size)
    return image


def _eight_bits(image: Image.Image) -> Image.Image:
    if image.mode in ("RGB", "RGBA"):
        return image.copy()
    if image.mode.startswith("I;16") or image.mode == "I":
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L").convert("RGB")
    if image.mode in ("LA", "PA", "La", "RGBa") or "transparency" in image.info:
        return image.convert("RGBA")
    return image.convert("RGB")


def _in_srgb(image: Image.Image, profile: object) -> Image.Image:
    if not isinstance(profile, bytes) or not 128 < len(profile) <= _MAX_PROFILE_BYTES:
        return image
    if profile[16:20] != b"RGB " or b"sRGB" in profile[:512]:
        return image
    from PIL import ImageCms

    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        srgb = ImageCms.createProfile("sRGB")
        turned = ImageCms.profileToProfile(image, source, srgb, outputMode=image.mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    return turned if turned is not None else image


def _exif(image: Image.Image) -> Image.Exif | None:
    try:
        return image.getexif()
    except Exception:  # noqa: BLE001
        # A malformed EXIF block says nothing; the picture itself may still be good.
        return None


def _orientation(exif: Image.Exif | None) -> int:
    try:
        value = exif.get(_ORIENTATION) if exif is not None else None
    except Exception:  # noqa: BLE001
        return 1
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def _captured(exif: Image.Exif | None) -> tuple[datetime | None, int | None]:
    if exif is None:
        return None, None
    try:
        block = exif.get_ifd(_EXIF_BLOCK)
        for moment, offset, part in _CAPTURED:
            when = exif_moment(block.get(moment), block.get(part))
            if when is not None:
                named = exif_offset(block.get(offset))
                return when, _offset_within(block.get(moment)) if named is None else named
    except (
        OSError,
        ValueError,
        TypeError,
        KeyError,
        SyntaxError,
        struct.error,
        Warning,
    ):
        return None, None
    return None, None


def exif_moment(text: object, part: object = "") -> datetime | None:
    """`YYYY:MM:DD HH:MM:SS` as a wall clock, or None for anything else; `part` is the fraction of the second.

    Some phones write dashes, a T, the fraction or the zone into the same field.
    """
    found = _MOMENT.match(text.strip("\0 ")) if isinstance(text, str) and text.isascii() else None
    if found is None:
        return None
    year, month, day, hour, minute, second, own = found.groups()
    digits = part.strip("\0 ") if isinstance(part, str) else ""
    fraction = own or (digits if digits.isascii() and digits.isdigit() else "")
    try:
        # A camera's wall clock has no zone; the offset, if any, is kept beside it.
        return datetime(  # noqa: DTZ001
            int(year), int(month), int(day), int(hour), int(minute), int(second), int(fraction[:3].ljust(3, "0")) * 1000
        )
    except ValueError:
        return None


def _offset_within(text: object) -> int | None:
    """The zone some phones write behind the moment itself."""
    found = _ZONE_BEHIND.search(text.strip("\0 ")) if isinstance(text, str) else None
    if found is None:
        return None
    return 0 if found[0] in "zZ" else exif_offset(f"{found[0][:3]}:{found[0][-2:]}")


def exif_offset(text: object) -> int | None:
    """`+08:00` as minutes east of UTC, or None for anything else."""
    if not isinstance(text, str):
        return None
    text = text.strip("\0 ")
    if len(text) != 6 or text[0] not in "+-" or text[3] != ":":
        return None
    hours, minutes = text[1:3], text[4:6]
    if not (hours.isascii() and hours.isdigit() and minutes.isascii() and minutes.isdigit()):
        return None
    total = int(hours) * 60 + int(minutes)
    return (-total if text[0] == "-" else total) if total < 1440 else None
