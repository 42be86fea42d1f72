"""A case as heavy as a dispute gets: 60 photos of 12 megapixels, 40 chat screenshots, 2 films, 300 entries.

    python -m tests.bench.heavy_case FOLDER [--platform taobao]

Makes a new data folder with that one case and says its number. The photos carry a camera, a place and a name in EXIF.
"""

from __future__ import annotations

import argparse
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from random import Random

from desktop.bootstrap import build
from desktop.context import AppContext
from models.clock import FixedClock
from models.kinds import CaseState, EvidenceSource, NoteKind, Platform, Problem, Role
from models.store.order_import import ImportedLine, ImportedOrder, import_orders

NOW = datetime(2026, 11, 22, 2, 15, tzinfo=UTC)
OWNER_IN_EXIF = "BuyerCameraOwner"
ORDER = "26111200000387"


@dataclass(frozen=True, slots=True)
class Heavy:
    """How much of each."""

    photos: int = 60
    screenshots: int = 40
    films: int = 2
    entries: int = 300
    width: int = 4032
    height: int = 3024


def heavy_folder(folder: Path, heavy: Heavy = Heavy(), platform: Platform = Platform.TAOBAO) -> str:
    """Make the data folder; the number of its case."""
    ctx = build(folder, clock=FixedClock(NOW), threads=False)
    try:
        return heavy_case(ctx, heavy, platform)
    finally:
        ctx.close()


def heavy_case(ctx: AppContext, heavy: Heavy, platform: Platform) -> str:
    """Make the case in an open, empty folder; its number."""
    ctx.shops.choose_person(ctx.shops.add_person(name="小满", role=Role.OWNER))
    shop = ctx.shops.add_shop(name="青禾家居", platform=platform)
    order = ImportedOrder(
        number=ORDER, platform=platform, currency="CNY", time_zone="Asia/Shanghai", paid=16800,
        paid_at=datetime(2026, 11, 12, 12, 14, tzinfo=UTC), shipped_at=datetime(2026, 11, 13, 8, tzinfo=UTC),
        signed_at=datetime(2026, 11, 18, 6, 6, tzinfo=UTC), buyer_nick="花果山_大圣01", phone="13800000387",
        carrier="云雀速递", tracking_numbers=("YQ0000447190263",),
        lines=(ImportedLine("雾釉餐盘 8 寸 四只装", "QH-1", "苔青", 1, 16800, "2610B", 2310),),
    )  # fmt: skip
    ctx.bench.act("orders_imported", lambda change: import_orders(change, shop, [order]), undoable=False)
    found = ctx.cases.find_targets(ORDER)[0]
    case_id = ctx.cases.open_case(problem=Problem.DAMAGED, order_id=found.order_id, summary="打开就碎了两只")
    ctx.cases.change_state([case_id], CaseState.OPEN)
    files = chain(photos(heavy), screenshots(heavy), films(heavy))
    for at, (name, data, caption, tag) in enumerate(files, 1):
        added = ctx.intake.add_bytes(
            case_id, data, name, EvidenceSource.CHOSEN, caption=caption, tag=tag,
            proves=f"第 {at} 件：缺口为新茬，边缘无磨损。",
        )  # fmt: skip
        if added.evidence_id is None:
            raise RuntimeError(f"{name} was not kept")
    items = ctx.evidence.list_case_evidence(case_id)
    ctx.evidence.order_exhibits(case_id, [item.id for item in items])
    told = len(ctx.cases.load_page(case_id).timeline)
    for number in range(max(0, heavy.entries - told)):
        kind = NoteKind.PRINTABLE if number % 2 else NoteKind.INTERNAL
        ctx.cases.add_note(case_id, f"第 {number} 次与买家沟通：已说明补寄两只，买家表示再考虑。", kind)
    return ctx.cases.load_page(case_id).case.number


def photos(heavy: Heavy) -> Iterator[tuple[str, bytes, str, str]]:
    """Photos as large as a phone's, each another picture, with camera, owner and place in EXIF."""
    from PIL import Image, ImageDraw

    chance = Random(6)
    base: Image.Image | None = None
    for number in range(heavy.photos):
        if base is None or number % 6 == 0:
            noise = Image.effect_noise((heavy.width // 4, heavy.height // 4), 30 + number % 20)
            base = noise.resize((heavy.width, heavy.height)).convert("RGB")
        image = base.copy()
        draw = ImageDraw.Draw(image)
        for _ in range(30):
            x, y = chance.randrange(heavy.width), chance.randrange(heavy.height)
            draw.ellipse((x, y, x + heavy.width // 10, y + heavy.height // 10), fill=tuple(chance.randbytes(3)))
        exif = Image.Exif()
        exif[0x010F], exif[0x013B] = "Phone", OWNER_IN_EXIF
        exif.get_ifd(0x8769)[0x9003] = f"2026:11:18 19:{number % 60:02d}:00"
        exif.get_ifd(0x8825).update({1: "N", 2: (31.0, 13.0, 49.0), 3: "E", 4: (121.0, 28.0, 25.0)})
        out = io.BytesIO()
        image.save(out, "JPEG", quality=88, exif=exif)
        yield f"IMG_{number:04d}.jpg", out.getvalue(), f"照片 {number + 1}：破损处", "photo"


def screenshots(heavy: Heavy) -> Iterator[tuple[str, bytes, str, str]]:
    """Screenshots of a phone 1,080 pixels wide, of long drawn chats."""
    from tests.desktop.decoder.drawn_chats import draw_chat, screenshot

    for number in range(heavy.screenshots):
        if number % 4 == 0:
            chat = draw_chat(number, width=1080, messages=24, dark=number % 8 == 4)
        room = chat.body.height - (2340 - chat.head - chat.foot)
        shot = screenshot(chat, max(0, room * (number % 4) // 4), 2340, clock=f"19:{number:02d}")
        out = io.BytesIO()
        shot.save(out, "PNG")
        yield f"Screenshot_{number:04d}.png", out.getvalue(), f"聊天截图 {number + 1}", "chat"


def films(heavy: Heavy) -> Iterator[tuple[str, bytes, str, str]]:
    """Films of a parcel being opened, drawn."""
    from desktop.demo.films import opening_film

    for number in range(heavy.films):
        made = opening_film(datetime(2026, 11, 18, 19, 50 + number, tzinfo=UTC), 480)
        yield f"VID_{number:04d}.mp4", made, f"开箱视频 {number + 1}", "video"


def main() -> None:
    """Make one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--platform", choices=[each.value for each in Platform], default=Platform.TAOBAO.value)
    options = parser.parse_args()
    print(heavy_folder(options.folder, platform=Platform(options.platform)))


if __name__ == "__main__":
    main()
