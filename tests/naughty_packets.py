"""`python -m tests.naughty_packets [--texts 500]`: hostile texts in every column that packets and sheets are made of.

The rows are written past all services, as an import of another program or a hostile data folder would bring them. Every
form of packet and every sheet is made, read back, and everything outside of the target is compared with before.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.naughty import OWN, listed_texts, naughty_texts

if TYPE_CHECKING:
    from desktop.context import AppContext

PRESETS = ("print", "stripe", "shopify", "ebay", "archive")
TYPED = {
    "buyer": ("nick", "name", "address", "note", "wechat", "email", "phone"),
    "case": ("summary", "buyer_nick", "order_number", "handler_name", "snooze_note"),
    "order": ("number", "status_text", "receiver", "phone", "address", "carrier", "buyer_note", "shop_note"),
    "order_line": ("item_title", "sku", "variant", "batch"),
    "parcel": ("tracking_number", "carrier", "note"),
    "note": ("text", "written_by"), "reply": ("text", "situation", "made_by"), "case_tag": ("name",),
    "evidence": ("original_name", "caption", "proves", "tag", "imported_by", "origin"),
    "clock": ("label_zh", "label_en", "source", "note", "rule", "pack"),
    "step": ("title_zh", "title_en", "note", "done_by"),
    "shop": ("name", "letterhead", "return_address"), "person": ("name",),
}  # fmt: skip


def photo(seed: int) -> bytes:
    """A small JPEG that tells where it was taken."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (320, 240), (seed % 255, 120, 90))
    ImageDraw.Draw(image).ellipse((30, 30, 200, 200), fill=(200, seed % 200, 60))
    exif = Image.Exif()
    exif[0x013B] = "SENTINEL-OWNER"
    exif.get_ifd(0x8825).update({1: "N", 2: (31.0, 13.0, 49.0)})
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif, comment=b"SENTINEL-COMMENT")
    return out.getvalue()


def chat(texts: Sequence[str]) -> bytes:
    """A chat log as its program writes it, with these for sentences."""
    said = [
        f"2026-11-19 10:{at % 60:02d}:{at % 60:02d} {'买家' if at % 2 else '客服'}\n{' '.join(text.split())}"
        for at, text in enumerate(texts)
    ]
    return "\n".join(said).encode("utf-8", "replace")


def open_case(ctx: AppContext, texts: Sequence[str]) -> int:
    """A case with one of everything; its id."""
    from models.kinds import EvidenceSource, NoteKind, OrderStatus, Platform, Problem, RegisterKind, Role
    from models.rules.annotations import Box, Layer, Sheet
    from models.store.order_import import ImportedLine, ImportedOrder, import_orders

    if not ctx.shops.list_people():
        ctx.shops.choose_person(ctx.shops.add_person(name="小满", role=Role.OWNER))
        ctx.shops.add_shop(name="青禾家居", platform=Platform.TAOBAO)
        ctx.shops.change_shop(1, return_address="浙江省杭州市良渚街道 18 号")
    order = ImportedOrder(
        number="2611120003870", platform=Platform.TAOBAO, currency="CNY", time_zone="Asia/Shanghai", paid=16800,
        status=OrderStatus.SHIPPED, paid_at=ctx.clock.now(), buyer_nick="花果山", carrier="云雀速递",
        tracking_numbers=("YQ000044719026",), lines=(ImportedLine("餐盘", "QH-1", "苔青", 1, 16800, "2610B"),),
    )  # fmt: skip
    ctx.bench.act("orders_imported", lambda change: import_orders(change, 1, [order]), undoable=False)
    target = ctx.cases.find_targets(order.number)[0].order_id
    case_id = ctx.cases.open_case(problem=Problem.DAMAGED, order_id=target, summary="碎了")
    for kind in NoteKind:
        ctx.cases.add_note(case_id, "说明", kind)
    ctx.texts.reply_copied(case_id, "您好")
    ctx.case_tags.add_tags([case_id], ["加急"])
    for at in range(2):
        ctx.intake.add_bytes(case_id, photo(at), f"{at}.jpg", EvidenceSource.CHOSEN, caption="照片")
    ctx.intake.add_bytes(case_id, chat(texts), "聊天.txt", EvidenceSource.CHOSEN, caption="聊天")
    ctx.intake.add_bytes(case_id, b"%PDF-1.4 broken", "坏.pdf", EvidenceSource.CHOSEN, caption="坏")
    items = ctx.evidence.list_case_evidence(case_id)
    ctx.evidence.order_exhibits(case_id, [item.id for item in items])
    first = next(item for item in items if item.width)
    layer = Layer((Sheet(first.width or 1, first.height or 1, marks=(Box(points=((1, 1), (90, 90))),)),))
    ctx.annotations.save_layer(first.id, layer)
    columns = {"carrier": "顺丰", "tracking_no": "SF1", "item": "餐盘"}
    ctx.bench.act(
        "sample_made",
        lambda change: change.insert(
            "register_entry", register=RegisterKind.CARRIER_CLAIM, case_id=case_id, entered_by="小满",
            entered_at=change.stamp.now, currency="CNY", amount=1, columns=columns,
        ),
        undoable=False,
    )  # fmt: skip
    return case_id


def spread(ctx: AppContext, texts: Sequence[str]) -> None:
    """Write the texts into every column of the rows of the case; several into those that take long ones."""
    whole = "\n".join(texts)

    def work(change: Any) -> None:
        from models.tables.by_noun import TABLES

        at = 0
        entries: Any = TABLES["register_entry"]
        for (row_id,) in list(entries.select(entries.id).tuples().execute(change.database)):
            change.update("register_entry", row_id, columns=dict.fromkeys(("carrier", "tracking_no", "item"), texts[0]))
        for noun, columns in TYPED.items():
            table: Any = TABLES[noun]
            for (row_id,) in list(table.select(table.id).tuples().execute(change.database)):
                values = {}
                for column in columns:
                    at += 1
                    values[column] = (
                        whole if column in LONG else texts[at % len(texts)] + f" {row_id}" * (column in UNIQUE)
                    )
                change.update(noun, row_id, **values)

    ctx.bench.act("sample_made", work, undoable=False)


LONG = frozenset(("summary", "text", "buyer_note", "caption", "proves", "item_title", "address", "letterhead", "nick"))
UNIQUE = frozenset(("number", "tracking_number", "nick", "name"))


def tree(*folders: Path) -> dict[str, tuple[int, str]]:
    """Size and hash of every file below these."""
    found = {}
    for folder in folders:
        for place, _, names in os.walk(folder):
            for name in names:
                path = Path(place) / name
                data = b"" if path.is_symlink() else path.read_bytes()
                found[str(path)] = len(data), hashlib.sha256(data).hexdigest()
    return found


def own_files(path: str) -> bool:
    """Whether the program may write there: its database with its journals, the evidence, caches, logs, anchors."""
    return "/shop/" in path


def pdfs_of(place: Path) -> Iterator[tuple[str, bytes]]:
    """Every PDF that went out."""
    if place.is_dir():
        for path in sorted(place.iterdir()):
            yield from pdfs_of(path)
    elif place.suffix == ".zip":
        with zipfile.ZipFile(place) as archive:
            for name in archive.namelist():
                if name.endswith(".pdf") and "/" not in name:
                    yield name, archive.read(name)
    elif place.suffix == ".pdf":
        yield place.name, place.read_bytes()


def faults(name: str, data: bytes) -> Iterator[str]:
    """What is wrong with a PDF of ours."""
    from desktop.packets.scan import scan_bytes

    found = scan_bytes(data)
    if found:
        yield f"{name}: scan found {found}"
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        checked = subprocess.run(["qpdf", "--check", file.name], capture_output=True, text=True, check=False)
        if checked.returncode or "WARNING" in checked.stderr:
            yield f"{name}: qpdf {checked.stderr[:300]}"


def words_of(data: bytes) -> str:
    """The text of a PDF as poppler reads it, without blanks."""
    ran = subprocess.run(["pdftotext", "-raw", "-", "-"], input=data, capture_output=True, check=False)
    return "".join(ran.stdout.decode("utf-8", "replace").split())


def held(text: str, said: str, missing: Iterable[str]) -> bool:
    """Whether each line of a text is in what was read back, but for characters that were named as not drawable."""
    gone = set(missing)
    flat = said.replace("□", "")
    for line in text.splitlines():
        for run in runs_of(line, gone):
            if run not in flat:
                return False
    return True


def runs_of(line: str, gone: set[str]) -> Iterator[str]:
    """The longest pieces of a line that must be there letter by letter: what is drawn as itself."""
    run = ""
    for letter in line:
        plain = (letter.isalnum() and letter.isascii()) or "\u4e00" <= letter <= "\u9fff"
        if plain and letter not in gone:
            run += letter
            continue
        if len(run) > 2:
            yield run
        run = ""
    if len(run) > 2:
        yield run


def make_all(ctx: AppContext, case_id: int, out: Path, texts: Sequence[str], *, readers: bool = True) -> list[str]:
    """Every form and every sheet; what went wrong."""
    from desktop.services.sheets import SheetWish
    from models.errors import AftercaseError
    from models.kinds import DisputeOutcome, PacketForm, PacketLanguage
    from models.packet_records import PacketPlan

    problems: list[str] = []
    whole = "\n".join(texts)
    for preset in PRESETS:
        found = ctx.presets.find(preset)
        fields = tuple((slot.id, whole[: slot.text_most or 20_000]) for slot in found.slots if slot.takes_text)
        plan = PacketPlan(
            preset=preset, internal_notes=True, pattern=True, texts=fields,
            language=PacketLanguage.BOTH if preset == "print" else PacketLanguage.ZH,
        )  # fmt: skip
        most = found.summary_most or 20_000
        several = found.form in (PacketForm.SLOTS, PacketForm.PICTURES)
        target = out if several else out / f"{preset}.{'zip' if preset == 'archive' else 'pdf'}"
        # A picture set is refused by name for what cannot be shown as one.
        shown = [item.id for item in ctx.packet_gathering.proposed(case_id)]
        shown = shown[:3] if found.form is PacketForm.PICTURES else shown
        assert len(shown) > 2
        try:
            ctx.packets.preview(case_id, plan, shown)
            made = ctx.packets.make_packet(case_id, out=target, plan=plan, evidence_ids=shown, summary=whole[:most])
        except AftercaseError as error:
            named = {each.code for each in error.values.get("refusals", ()) if each.exhibits}  # type: ignore[attr-defined]
            if error.code == "packet_does_not_fit" and named <= {"pages_over", "pictures_over", "not_shown"}:
                print(f"{preset} refused by name: {', '.join(sorted(named))}")
            else:
                problems.append(f"{preset}: {error.code} {str(error.values)[:300]}")
            continue
        ctx.packet_outcomes.record(made.packet.id, DisputeOutcome.WON, note=whole[:2_000])
        for name, data in pdfs_of(made.path) if readers else ():
            problems += faults(f"{preset} {name}", data)
            if preset == "print" and not held(whole, words_of(data), made.missing_glyphs):
                problems.append(f"{preset}: something was lost of {texts[0][:40]!r}...")
        checked = ctx.packet_checking.check(made.path)
        if checked.verdict.value != "intact":
            problems.append(f"{preset}: verify says {checked.verdict.value}")
    sheets = (
        ("slip", ctx.sheets.return_slip),
        ("claim", ctx.sheets.claim_of_case),
        ("summary", ctx.sheets.case_summary),
    )
    for name, sheet in sheets:
        for language in (PacketLanguage.ZH, PacketLanguage.EN):
            try:
                paper = sheet(case_id, replace(SheetWish(), language=language))
            except AftercaseError as error:
                if error.code != "slip_too_small":
                    problems.append(f"{name}: {error.code}")
                continue
            if readers:
                problems += faults(name, paper.path.read_bytes())
    return problems


def run(texts: Sequence[str], at_once: int) -> list[str]:
    """All texts, so many in a case; what went wrong."""
    from desktop.bootstrap import build

    problems: list[str] = []
    with tempfile.TemporaryDirectory(prefix="aftercase-naughty-") as room:
        place = Path(room)
        bait = place / "bait"
        bait.mkdir()
        (bait / "keep.txt").write_text("mine")
        (place / "etc").mkdir()
        for first in range(0, len(texts), at_once):
            some = [text for text in texts[first : first + at_once] if text.strip()]
            shop, out = place / f"{first}" / "shop", place / f"{first}" / "out"
            out.mkdir(parents=True)
            ctx = build(shop, threads=False)
            try:
                case_id = open_case(ctx, some)
                spread(ctx, some)
                before = tree(place)
                try:
                    found = make_all(ctx, case_id, out, some)
                except Exception as error:  # noqa: BLE001
                    import traceback

                    found = [f"raised {error!r} {traceback.format_exc()[-1500:]}"]
                after = tree(place)
                changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
                alien = [path for path in changed if not own_files(path) and not path.startswith(str(out))]
                found += [f"outside: {path}" for path in alien]
                kept = {path for path in before if "/shop/evidence/" in path and after.get(path) != before[path]}
                found += [f"evidence touched: {path}" for path in kept]
            finally:
                ctx.close()
            problems += [f"{first}: {one}" for one in found]
            print(f"{first + len(some)} texts, {len(problems)} problems", flush=True)
    return problems


def main(arguments: Sequence[str]) -> int:
    """0 if every packet was made, read back whole, and nothing else was touched."""
    parser = argparse.ArgumentParser(prog="python -m tests.naughty_packets", description=__doc__)
    parser.add_argument("--texts", type=int, default=500)
    parser.add_argument("--at-once", type=int, default=25)
    options = parser.parse_args(arguments)
    began = time.monotonic()
    store_keeps = [text for text in (*listed_texts(), *OWN, *naughty_texts()) if fits(text)]
    problems = run(list(dict.fromkeys(store_keeps))[: options.texts], options.at_once)
    for problem in problems[:40]:
        print(problem)
    print(f"{options.texts} texts, {len(problems)} problems, {time.monotonic() - began:.0f} s")
    return 1 if problems else 0


def fits(text: str) -> bool:
    """What the store keeps: whole characters without NUL."""
    return "\0" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text) and len(text) < 3_000


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
