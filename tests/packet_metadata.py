"""`python -m tests.packet_metadata [--samples DIR]`: nothing that a camera or an editor wrote of itself goes out.

Photos with EXIF (place, owner, maker's notes, thumbnail), XMP, IPTC, profiles and comments, PNG, WebP and GIF with
texts, a film with a place, a PDF with an author: packets of every form are made of them, and every byte that goes out is
looked through, streams of PDFs unpacked. The originals of an archive are there on purpose, as imported.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import pikepdf

SENTINEL = "SENTINEL-7731"
_TEXTS = (
    SENTINEL,
    "Exif\0\0",
    "http://ns.adobe.com/xap",
    "Photoshop 3.0",
    "8BIM",
    "ICC_PROFILE",
    "x:xmpmeta",
    "GPSLatitude",
)
TRACES = tuple(
    {each for text in _TEXTS for each in (text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be"))}
)


def carriers() -> Iterator[tuple[str, bytes]]:
    """One file of each kind; every one tells SENTINEL somewhere."""
    from PIL import Image, PngImagePlugin

    from tests.desktop.decoder import sample_files

    image = Image.effect_mandelbrot((320, 240), (-2, -1, 1, 1), 40).convert("RGB")
    exif = Image.Exif()
    exif[0x010F], exif[0x013B], exif[0x9286] = SENTINEL, SENTINEL, SENTINEL
    exif.get_ifd(0x8769)[0x927C] = f"Apple iOS {SENTINEL}".encode()
    exif.get_ifd(0x8825).update({1: "N", 2: (31.0, 13.0, 49.0), 3: "E", 4: (121.0, 28.0, 25.0), 29: SENTINEL})
    xmp = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'><a>{SENTINEL}</a></x:xmpmeta>".encode()
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + (len(SENTINEL) + 5).to_bytes(4, "big")
    iptc += b"\x1c\x02\x50" + len(SENTINEL).to_bytes(2, "big") + SENTINEL.encode() + b"\0"

    def saved(format_: str, **options: object) -> bytes:
        out = io.BytesIO()
        image.save(out, format_, **options)
        return out.getvalue()

    plain = saved("JPEG", exif=exif, xmp=xmp, comment=SENTINEL.encode(), icc_profile=b"x" * 100 + SENTINEL.encode())
    segment = b"\xff\xed" + (len(iptc) + 2).to_bytes(2, "big") + iptc
    yield "all.jpg", plain[:2] + segment + plain[2:] + b"behind " + SENTINEL.encode()
    yield "progressive.jpg", saved("JPEG", exif=exif, progressive=True, quality=40)
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", SENTINEL)
    info.add_text("Packed", SENTINEL, zip=True)
    info.add_itxt("XML:com.adobe.xmp", xmp.decode())
    yield "texts.png", saved("PNG", pnginfo=info, exif=exif, icc_profile=SENTINEL.encode() * 8)
    yield "a.webp", saved("WEBP", exif=exif, xmp=xmp)
    yield "a.gif", saved("GIF", comment=SENTINEL.encode())
    with tempfile.TemporaryDirectory() as folder:
        film = sample_files.film(Path(folder) / "a.mp4").read_bytes()
    place = b"\xa9xyz" + (len(SENTINEL)).to_bytes(2, "big") + b"\x15\xc7" + SENTINEL.encode()
    box = len(place + b"0000").to_bytes(4, "big") + place
    yield "a.mp4", film + (len(box) + 8).to_bytes(4, "big") + b"udta" + box
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(300, 300))
        pdf.docinfo["/Author"] = SENTINEL
        with pdf.open_metadata() as meta:
            meta["dc:creator"] = [SENTINEL]
        out = io.BytesIO()
        pdf.save(out)
    yield "a.pdf", out.getvalue()


def leaves(name: str, data: bytes, *, originals: bool = False) -> Iterator[tuple[str, bytes]]:
    """Every piece of what goes out as plain bytes."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for each in archive.namelist():
                if originals or not each.startswith("originals/"):
                    yield from leaves(f"{name}/{each}", archive.read(each))
        return
    yield name, data
    if data.startswith(b"%PDF"):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            for thing in pdf.objects:
                if isinstance(thing, pikepdf.Stream):
                    try:
                        yield f"{name} stream", thing.read_bytes()
                    except (pikepdf.PdfError, zlib.error):
                        yield f"{name} raw stream", thing.read_raw_bytes()
                else:
                    yield f"{name} object", thing.unparse()
            yield f"{name} trailer", pdf.trailer.unparse()


def traces(name: str, data: bytes) -> list[str]:
    """Where something is told that must not be."""
    return [f"{each}: {trace!r}" for each, part in leaves(name, data) for trace in TRACES if trace in part]


def run(samples: Path | None) -> list[str]:
    """What went out that must not; or was not made."""
    from desktop.bootstrap import build
    from models.errors import AftercaseError
    from models.kinds import EvidenceSource, PacketForm
    from models.packet_records import ExhibitPlan, PacketPlan
    from tests.naughty_packets import open_case

    problems: list[str] = []
    with tempfile.TemporaryDirectory(prefix="aftercase-metadata-") as room:
        place = Path(room)
        ctx = build(place / "shop", threads=False)
        try:
            case_id = open_case(ctx, ["您好"])
            files = list(carriers())
            for name, data in files:
                if SENTINEL.encode() not in data:
                    problems.append(f"{name} tells nothing: nothing is proved")
            found = sorted(samples.rglob("*")) if samples else []
            files += [
                (path.name, path.read_bytes())
                for path in found
                if path.is_file() and 0 < path.stat().st_size < 3_000_000
            ]
            ids = []
            for name, data in files:
                added = ctx.intake.add_bytes(case_id, data, name, EvidenceSource.CHOSEN, caption="照片")
                ids += [added.evidence_id] if added.evidence_id is not None else []
            counted = 0
            for preset in ("print", "archive", "stripe", "ebay", "taobao"):
                form = ctx.presets.find(preset).form
                most = 4 if form is PacketForm.PICTURES else len(ids)
                for first in range(0, min(len(ids), 8) if form is PacketForm.PICTURES else 1, most):
                    several = form in (PacketForm.SLOTS, PacketForm.PICTURES)
                    out = place / f"{preset}-{first}"
                    out.mkdir()
                    plan = PacketPlan(preset=preset, exhibits=tuple(ExhibitPlan(each, per_page=1) for each in ids[:2]))
                    try:
                        made = ctx.packets.make_packet(
                            case_id, out=out if several else out / f"p.{'zip' if preset == 'archive' else 'pdf'}", plan=plan,
                            evidence_ids=ids[first : first + most], summary="碎了",
                        )  # fmt: skip
                    except AftercaseError as error:
                        print(f"{preset} {first}: {error.code} {error.values.get('codes', '')}")
                        continue
                    for path in [made.path] if made.path.is_file() else sorted(made.path.iterdir()):
                        counted += 1
                        problems += [f"{preset}: {each}" for each in traces(path.name, path.read_bytes())]
            print(f"{len(ids)} pieces of evidence, {counted} files looked through")
        finally:
            ctx.close()
    return problems


def main(arguments: Sequence[str]) -> int:
    """0 if nothing was told."""
    parser = argparse.ArgumentParser(prog="python -m tests.packet_metadata", description=__doc__)
    parser.add_argument("--samples", type=Path)
    options = parser.parse_args(arguments)
    problems = run(options.samples)
    for problem in problems[:40]:
        print(problem)
    print(f"{len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
