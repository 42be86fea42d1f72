"""Good, bad and hostile files that the decoder's tests make themselves."""

from __future__ import annotations

import io
import struct
import zlib
from datetime import datetime
from pathlib import Path

import cv2
import numpy as np
import pikepdf
from PIL import Image, ImageDraw

RED, BLUE = (220, 30, 30), (30, 30, 220)


def half_and_half(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", (width, height), RED)
    ImageDraw.Draw(image).rectangle((width // 2, 0, width, height), fill=BLUE)
    return image.convert(mode)


def stored(path: Path, name: str, width: int = 400, height: int = 200, **options: object) -> Path:
    """A picture in the format that the extension of `name` tells."""
    target = path / name
    half_and_half(width, height).save(target, **options)
    return target


def png_of_size(width: int, height: int) -> bytes:
    """A PNG that announces a size and holds a few bytes of pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 64)) + chunk(b"IEND", b"")


def gif_of_size(width: int, height: int) -> bytes:
    return b"GIF89a" + struct.pack("<HHBBB", width, height, 0, 0, 0) + b",\0\0\0\0\1\0\1\0\0\2\2D\1\0;"


def webp_of_size(width: int, height: int) -> bytes:
    body = b"VP8X" + struct.pack("<I", 10) + b"\x02\0\0\0" + struct.pack("<I", width - 1)[:3]
    body += struct.pack("<I", height - 1)[:3] + b"ANIM" + struct.pack("<I", 6) + b"\0" * 6
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def bmp_of_size(width: int, height: int) -> bytes:
    return b"BM" + struct.pack("<IHHIIiiHHIIIIII", 54, 0, 0, 54, 40, width, height, 1, 24, 0, 0, 0, 0, 0, 0)


def photo_with_metadata(target: Path, orientation: int = 1) -> Path:
    """A JPEG with EXIF: time, offset, GPS place and a serial number that must never leave."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "SENTINEL-CAMERA"
    block = exif.get_ifd(0x8769)
    block[0x9003] = "2026:11:18 19:53:20"
    block[0x9011] = "+08:00"
    block[0xA431] = "SENTINEL-SERIAL"
    exif.get_ifd(0x8825)[1] = "N"
    half_and_half(400, 200).save(target, "JPEG", exif=exif, comment=b"SENTINEL-COMMENT", quality=92)
    return target


def film(target: Path, *, seconds: float = 2.0, rotation: int = 0, size: tuple[int, int] = (160, 96)) -> Path:
    """An MPEG-4 film in MP4 that is red in its first half and blue in its second; `rotation` clockwise."""
    writer = cv2.VideoWriter(str(target), cv2.CAP_FFMPEG, cv2.VideoWriter.fourcc(*"mp4v"), 10, size)
    frames = int(seconds * 10)
    for number in range(frames):
        colour = RED if number < frames / 2 else BLUE
        writer.write(np.full((size[1], size[0], 3), colour[::-1], np.uint8))
    writer.release()
    content = bytearray(target.read_bytes())
    moment = datetime.fromisoformat("2026-11-18T11:38:00+00:00") - datetime.fromisoformat("1904-01-01T00:00:00+00:00")
    struct.pack_into(">I", content, content.index(b"mvhd") + 8, int(moment.total_seconds()))
    target.write_bytes(turned_film(bytes(content), rotation))
    return target


def turned_film(film: bytes, rotation: int) -> bytes:
    """The film with frames that are to be turned so many degrees clockwise."""
    content = bytearray(film)
    matrix = {0: (1, 0, 0, 1), 90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}[rotation]
    across, down, over, up = (number << 16 for number in matrix)
    struct.pack_into(">iiiii", content, content.index(b"tkhd") + 44, across, down, 0, over, up)
    return bytes(content)


def paper(target: Path, pages: int = 2) -> Path:
    """A PDF of A4 pages: the first red, the others blue."""
    images = [Image.new("RGB", (595, 842), RED if number == 0 else BLUE) for number in range(pages)]
    images[0].save(target, "PDF", save_all=True, append_images=images[1:], resolution=72)
    return target


def swelling_pdf(target: Path, megabytes: int) -> Path:
    """A PDF of one page whose drawing commands swell to so many megabytes."""
    packer = zlib.compressobj(9)
    start = packer.compress(b" " * 1_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
    again = packer.compress(b" " * 1_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
    with pikepdf.new() as document:
        page = document.add_blank_page()
        commands = pikepdf.Stream(document, b"")
        commands.write(start + again * megabytes, filter=pikepdf.Name.FlateDecode)
        page.Contents = commands
        document.save(target)
    return target


def jpeg(width: int = 400, height: int = 200) -> bytes:
    out = io.BytesIO()
    half_and_half(width, height).save(out, "JPEG", quality=92)
    return out.getvalue()
