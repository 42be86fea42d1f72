"""Redacted copies: every pixel inside is the fill, nothing else changed, nothing else is in them, the original stays."""

from __future__ import annotations

import hashlib
import io
import struct
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from desktop.decoder.redaction import bare_png
from desktop.decoder.results import MadeFile, MediaFormat, Pixels
from desktop.services.redaction_proof import prove
from models.errors import EvidenceFault, NotFound, UserError
from models.kinds import Derivation, EvidenceSource
from tests.desktop.decoder.sample_files import BLUE, RED, film, half_and_half, paper
from tests.redactions import run

if TYPE_CHECKING:
    from desktop.context import AppContext

FILL = (1, 254, 127)


def _photo() -> bytes:
    out = io.BytesIO()
    half_and_half(400, 200).save(out, "PNG")
    return out.getvalue()


def _add(ctx: AppContext, case_id: int, data: bytes, name: str) -> int:
    added = ctx.intake.add_bytes(case_id, data, name, EvidenceSource.PASTED).evidence_id
    assert added is not None
    return added


def _made(ctx: AppContext, evidence_id: int | None) -> Image.Image:
    item = ctx.evidence.find_evidence(evidence_id or 0)
    return Image.open(io.BytesIO(ctx.store.files.read(item.sha256)))


def test_random_boxes_over_pictures_of_all_kinds(ctx: AppContext, case_id: int) -> None:
    found = run(ctx, case_id, 30, 11, large=False, every=4)
    assert found.wrong == []
    assert found.boxes == 30
    assert {"PNG", "JPEG", "WebP"} <= set(found.by_kind)


def test_a_page_and_a_frame_are_redacted_too(ctx: AppContext, case_id: int, tmp_path: Path) -> None:
    page = _add(ctx, case_id, paper(tmp_path / "a.pdf").read_bytes(), "a.pdf")
    made = ctx.redactions.redact(page, [(0, 0, 595, 421)], FILL, page=1, of=(595, 842))
    picture = _made(ctx, made.evidence_id)
    assert picture.getpixel((5, 5)) == FILL
    assert _is_blue(picture.getpixel((5, picture.height - 5)))
    frames = [Image.new("RGB", (30, 20), colour) for colour in (RED, BLUE)]
    stored = io.BytesIO()
    frames[0].save(stored, "GIF", save_all=True, append_images=frames[1:], duration=100)
    made = ctx.redactions.redact(_add(ctx, case_id, stored.getvalue(), "a.gif"), [(0, 0, 5, 5)], FILL, page=1)
    picture = _made(ctx, made.evidence_id)
    assert (picture.getpixel((2, 2)), _is_blue(picture.getpixel((20, 10)))) == (FILL, True)
    moving = _add(ctx, case_id, film(tmp_path / "a.mp4", rotation=90).read_bytes(), "a.mp4")
    made = ctx.redactions.redact(moving, [(3, 3, 20, 20)], FILL, at_ms=1500)
    picture = _made(ctx, made.evidence_id)
    assert picture.size == (96, 160)
    assert picture.getpixel((10, 10)) == FILL
    assert _is_blue(picture.getpixel((80, 80)))


def _is_blue(pixel: Any) -> bool:
    return bool(pixel[2] > 180 > pixel[0])


def test_a_copy_is_linked_listed_and_told(ctx: AppContext, case_id: int) -> None:
    original = _add(ctx, case_id, _photo(), "../面单 .png")
    ctx.evidence.set_caption(original, "面单")
    made = ctx.redactions.redact(original, [(0, 0, 10, 10), (50.5, 50.5, 60, 60)])
    item = ctx.evidence.find_evidence(made.evidence_id or 0)
    assert (item.parent_id, item.derivation, item.caption) == (original, Derivation.REDACTED, "面单")
    assert item.original_name.endswith("_redacted.png")
    told = ctx.cases.load_page(case_id).timeline[0].details
    assert (told["boxes"], told["of_sha256"]) == (2, hashlib.sha256(_photo()).hexdigest())
    listed = ctx.redactions.copies(original)
    assert [(copy.evidence.id, copy.boxes, copy.made_by) for copy in listed] == [(item.id, 2, item.imported_by)]
    assert ctx.redactions.redact(original, [(0, 0, 10, 10), (50.5, 50.5, 60, 60)]).already_there
    ctx.bench.undo_last()
    assert ctx.redactions.copies(original) == ()


@pytest.mark.parametrize(
    ("boxes", "code"),
    [
        ([], "redaction_empty"),
        ([(0, 0, 1, 1)] * 501, "redaction_too_many"),
        ([(400, 0, 500, 100)], "redaction_outside"),
        ([(5, 5, 5, 5)], "redaction_outside"),
        ([(9, 9, 1, 1)], "redaction_bad_box"),
        ([(float("nan"), 0, 1, 1)], "redaction_bad_box"),
        ([(0, 0, float("inf"), 1)], "redaction_bad_box"),
    ],
)
def test_boxes_that_make_no_sense_are_refused(ctx: AppContext, case_id: int, boxes: Any, code: str) -> None:
    piece = _add(ctx, case_id, _photo(), "a.png")
    with pytest.raises(UserError, match=code):
        ctx.redactions.redact(piece, boxes)
    assert len(ctx.evidence.list_case_evidence(case_id)) == 1


def test_a_file_without_a_picture_or_not_as_imported_is_refused(ctx: AppContext, case_id: int) -> None:
    words = _add(ctx, case_id, b"only words", "a.txt")
    with pytest.raises(UserError, match="redaction_no_picture"):
        ctx.redactions.redact(words, [(0, 0, 1, 1)])
    with pytest.raises(NotFound):
        ctx.redactions.redact(4711, [(0, 0, 1, 1)])
    piece = _add(ctx, case_id, _photo(), "a.png")
    path = ctx.store.files.path(hashlib.sha256(_photo()).hexdigest())
    path.chmod(0o600)
    path.write_bytes(_photo() + b"more")
    with pytest.raises(EvidenceFault, match="evidence_changed"):
        ctx.redactions.redact(piece, [(0, 0, 1, 1)])
    path.unlink()
    with pytest.raises(EvidenceFault, match="evidence_missing"):
        ctx.redactions.redact(piece, [(0, 0, 1, 1)])


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _spoilt(good: Image.Image, fill: tuple[int, int, int]) -> dict[str, bytes]:
    """What a worker that was taken over, or is wrong, might hand back, by what is to be found."""
    plain = bare_png(good)
    head, body = plain[:33], plain[33:]
    inside, outside = good.copy(), good.copy()
    inside.putpixel((12, 12), (fill[0], fill[1], fill[2] + 1))
    outside.putpixel((60, 40), (0, 0, 0))
    rows = b"".join(b"\0" + good.tobytes()[at : at + 192] for at in range(0, 192 * 48, 192))
    return {
        "inside": bare_png(inside), "outside": bare_png(outside), "size": bare_png(good.crop((0, 0, 64, 47))),
        "chunks": head + _chunk(b"tEXt", b"Comment\0x") + body, "chunks ": plain + b"behind",
        "chunks  ": plain[:-12] + _chunk(b"eXIf", b"MM") + plain[-12:], "format": b"\xff\xd8\xff" + plain,
        "checksum": plain[:-20] + b"\0" + plain[-19:], "more": head + _chunk(b"IDAT", zlib.compress(rows + b"secret"))
        + _chunk(b"IEND", b""), "more ": head + _chunk(b"IDAT", zlib.compress(rows) + b"secret") + _chunk(b"IEND", b""),
        "cut": head + _chunk(b"IDAT", zlib.compress(rows[:-5])) + _chunk(b"IEND", b""),
        "filter": head + _chunk(b"IDAT", zlib.compress(b"\4" + rows[1:])) + _chunk(b"IEND", b""),
        "packed": head + _chunk(b"IDAT", b"no zlib") + _chunk(b"IEND", b""), "chunks   ": head,
        "format ": plain[:24] + plain[:33][24:25] + b"\x06" + plain[26:29] + plain[29:],
    }  # fmt: skip


def test_a_made_file_that_is_not_right_in_anything_is_thrown_away(
    ctx: AppContext, case_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = half_and_half(64, 48)
    stored = io.BytesIO()
    picture.save(stored, "PNG")
    piece = _add(ctx, case_id, stored.getvalue(), "a.png")
    burned = picture.copy()
    burned.paste(FILL, (10, 10, 20, 20))
    pixels = Pixels(64, 48, 256, picture.convert("RGBA").tobytes())
    prove(bare_png(burned), pixels, [(10, 10, 10, 10)], FILL)
    for what, data in _spoilt(burned, FILL).items():
        made = MadeFile(MediaFormat.PNG, 64, 48, data)
        monkeypatch.setattr(ctx.decoder, "made", lambda *_, made=made, **__: made)
        with pytest.raises(UserError, match="redaction_unproven") as found:
            ctx.redactions.redact(piece, [(10, 10, 20, 20)], FILL)
        if not what.startswith(("format ", "size")):
            assert found.value.values["what"] == what.strip()
    assert len(ctx.evidence.list_case_evidence(case_id)) == 1


def test_what_lies_under_clear_pixels_does_not_go_along(ctx: AppContext, case_id: int) -> None:
    hidden = Image.new("RGBA", (40, 30), (*RED, 0))
    stored = io.BytesIO()
    hidden.save(stored, "PNG")
    made = ctx.redactions.redact(_add(ctx, case_id, stored.getvalue(), "a.png"), [(0, 0, 5, 5)])
    picture = _made(ctx, made.evidence_id)
    assert picture.mode == "RGB"
    assert picture.getpixel((20, 20)) == (255, 255, 255)
