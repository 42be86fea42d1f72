"""A worker that a hostile file took over may answer what it likes: none of it gets into a packet."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any, cast

import pytest
from PIL import Image

from desktop.decoder.client import Decoder
from desktop.decoder.results import NoPreview as Undecoded
from desktop.decoder.results import NoPreviewReason
from desktop.packets.values import NoPreview, PictureBytes
from desktop.services.packet_pictures import EvidencePictures
from desktop.services.picture_cache import PictureCache
from models.kinds import MediaKind
from models.rules.packet_parts import Shot
from models.store.evidence_files import EvidenceFiles
from tests.desktop.packets.sample_case import evidence


def jpeg(width: int = 64, height: int = 48, **options: Any) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), (90, 120, 60)).save(out, "JPEG", **options)
    return out.getvalue()


def telling() -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    return jpeg(exif=exif, comment=b"SecretComment") + b"SecretTail"


class Liar:
    """Answers every question for a JPEG with the same bytes."""

    workers = 1

    def __init__(self, said: bytes) -> None:
        self.said = said

    def jpeg(self, *_: object, **__: object) -> bytes:
        return self.said


class NoFiles:
    def path(self, sha256: str) -> Path:
        return Path(sha256)


def pictures(tmp_path: Path, said: bytes) -> EvidencePictures:
    return EvidencePictures(
        cast(EvidenceFiles, NoFiles()), cast(Decoder, Liar(said)), PictureCache(tmp_path / "cache"), "zh"
    )


@pytest.mark.parametrize(
    "said",
    [b"", b"%PDF-1.4 not a picture", b"\xff\xd8\xff\xe1", b"\xff\xd8" + bytes(70_000), jpeg(800, 600)],
    ids=["nothing", "pdf", "cut", "rubbish", "larger"],
)
def test_what_is_no_jpeg_or_larger_than_asked_for_is_not_shown(tmp_path: Path, said: bytes) -> None:
    photo = evidence(1, "照片", "缺口", MediaKind.PHOTO)
    for _ in range(2):  # the second time from the cache
        source = pictures(tmp_path, said)
        assert isinstance(source.jpeg(photo, 640, 80), NoPreview)
        assert isinstance(source.drawn(b"%PDF-1.4 ours", 0, 640, 80), NoPreview)


def test_what_a_worker_tells_beside_the_pixels_is_dropped(tmp_path: Path) -> None:
    source = pictures(tmp_path, telling())
    made = source.jpeg(Shot(evidence(1, "照片", "缺口", MediaKind.PHOTO)).evidence, 640, 80)
    drawn = source.drawn(b"%PDF-1.4 ours", 0, 640, 80)
    assert b"Secret" in telling()
    for each in (made, drawn):
        assert isinstance(each, PictureBytes)
        assert b"Secret" not in each.content
        with Image.open(io.BytesIO(each.content)) as opened:
            assert opened.size == (64, 48)
            assert not opened.getexif()
    assert isinstance(drawn, PictureBytes)
    assert drawn.content == jpeg()


def test_what_took_all_the_time_there_is_is_asked_for_once(tmp_path: Path) -> None:
    class Slow(Liar):
        asked = 0

        def jpeg(self, *_: object, **__: object) -> Any:
            self.asked += 1
            return Undecoded(NoPreviewReason.TIME_LIMIT)

    slow = Slow(b"")
    source = EvidencePictures(
        cast(EvidenceFiles, NoFiles()), cast(Decoder, slow), PictureCache(tmp_path / "cache"), "zh"
    )
    for side in (1600, 1200, 900):
        assert isinstance(source.jpeg(evidence(1, "照片", "缺口", MediaKind.PHOTO), side, 80), NoPreview)
    assert slow.asked == 1
