"""A believable case with nine exhibits in Chinese or English, and pictures drawn in place of the decoder."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

from desktop.packets.values import Cancelled, NoPreview, PictureBytes
from models.kinds import (
    CaseState,
    ClockStatus,
    Demand,
    EvidenceSource,
    Flag,
    Integrity,
    Liability,
    MediaKind,
    NoteKind,
    OrderStatus,
    Platform,
    Problem,
    Remedy,
    Role,
    StepState,
    Tier,
    WaitingOn,
)
from models.money import Money
from models.records import (
    Buyer,
    Case,
    CasePage,
    Clock,
    Evidence,
    HistoryEvent,
    Note,
    Order,
    OrderLine,
    Resolution,
    Shop,
    Step,
)
from models.rules.packet_content import ChainHead, ExhibitChoice, build_content
from models.rules.packet_fit import Rung
from models.rules.packet_parts import Language, PacketContent, Shot

NOW = datetime(2026, 11, 22, 2, 15, tzinfo=UTC)


def at(day: int, hour: int, minute: int, second: int = 0) -> datetime:
    """A moment of November 2026, given in China time."""
    return datetime(2026, 11, day, hour, minute, second, tzinfo=UTC) - timedelta(hours=8)


_WORDS_ZH = {
    "damaged": "破损", "refund": "仅退款", "reship": "补寄", "carrier": "承运", "taobao": "淘宝",
    "pasted": "剪贴板粘贴", "dropped": "拖入", "chosen": "选择文件", "derived": "由原件制作",
    "photo": "照片", "chat": "聊天记录", "video": "视频",
    "document": "文件", "text": "文字", "other": "其他",
}  # fmt: skip


class SampleWords:
    """Words for the sample: the real ones are made in `desktop.words`."""

    def word(self, member: Any, lang: str) -> str:
        if lang == "zh":
            return _WORDS_ZH.get(str(member), str(member))
        return str(member).replace("_", " ")

    def sentence(self, event: HistoryEvent, lang: str) -> str:
        return event.action


_TITLES_ZH = (
    ("四只合照", "到货四只，两只破裂，件数不缺"),
    ("破损处近照", "缺口为新茬，无磨损"),
    (
        "外箱右面受压凹陷，封箱胶带未动",
        (
            "破损发生在运输途中：外箱右面被压入约 6 cm，"
            "凹陷与证据 1、2 中破裂的两只餐盘同侧；封箱胶带为"
            "出库时原封（对照证据 6），可排除途中拆启与出库前已损。故责任在承运，商家已按约先行补寄并另向承运追偿。"
        ),
    ),
    ("面单（打码副本）", "与本单、本运单一致"),
    ("揽收称重", "2.31 kg，与四只相符，未少发"),
    ("发货前照片", "出库时四只完好、包装得当"),
    ("开箱视频", "开箱前外箱已变形，破损在开箱前"),
    ("聊天记录", "商家先提出补寄，买家同意；后改口"),
    ("补寄运单与签收", "补寄按约发出；原件由本人签收"),
)
_TITLES_EN = (
    ("All four plates", "Four plates arrived, two broken; none is missing"),
    ("The break, close up", "The edge is fresh and unworn"),
    ("Right side of the carton crushed, tape untouched", (
     "The damage happened in transit: the right side of the carton is pushed in by about 6 cm, on the side of the two "
     "broken plates in exhibits 1 and 2; the seal is the one applied at dispatch (compare exhibit 6), so the parcel "
     "wasn’t opened on the way. "
     "The carrier is liable; the merchant has already reshipped.")),
    ("Waybill (redacted copy)", "Belongs to this order and this parcel"),
    ("Weight at collection", "2.31 kg agrees with four plates: nothing was left out"),
    ("Photo before dispatch", "Four sound plates left the warehouse, well packed"),
    ("Unboxing video", "The carton was deformed before it was opened"),
    ("Chat log", "The merchant offered to reship, the buyer agreed and later changed their mind"),
    ("Waybill of the reshipment, and signature", "Reshipped as agreed; the first parcel was signed for by the buyer"),
)  # fmt: skip
_KINDS = (
    *[MediaKind.PHOTO] * 6, MediaKind.VIDEO, MediaKind.TEXT, MediaKind.DOCUMENT,
)  # fmt: skip
_SIZES = (
    (3024, 2268), (3024, 3024), (3024, 2268), (1080, 2340), (2268, 3024), (3024, 2268), (1920, 1080), (0, 0),
    (1240, 1754),
)  # fmt: skip
CHAT_ZH = """2026-11-18 19:42  花果山_大圣01：打开就碎了两只，气死我了😡
2026-11-18 19:44  小满：非常抱歉！请您把外箱四面也拍给我们，我们马上核实。
2026-11-19 09:04  小满：今天给您免费补寄两只，破的两只不用退回，可以吗？
2026-11-20 05:12  花果山_大圣01：可以，16 点前发出就行 👌
2026-11-21 20:17  花果山_大圣01：我不要了，直接退 168 给我。"""


def evidence(number: int, caption: str, proves: str, media: MediaKind, **changes: Any) -> Evidence:
    """One piece of evidence of the sample case."""
    width, height = _SIZES[(number - 1) % 9]
    made = Evidence(
        id=number,
        case_id=1,
        number=number,
        sha256=hashlib.sha256(str(number).encode()).hexdigest(),
        size=2_140_000 + number * 777,
        original_name=f"微信图片_20261118195320_000{number}.jpg",
        media=media,
        format={MediaKind.VIDEO: "mp4", MediaKind.TEXT: "txt", MediaKind.DOCUMENT: "pdf"}.get(media, "jpeg"),
        source=EvidenceSource.PASTED,
        caption=caption,
        proves=proves,
        tag="",
        exhibit=number,
        captured_at=None if media in (MediaKind.TEXT, MediaKind.DOCUMENT) else at(18, 19, 40 + number % 10, 20),
        captured_zone="Asia/Shanghai",
        imported_at=at(18, 19, 55, 7),
        imported_by="小满",
        width=width or None,
        height=height or None,
        pages=3 if media is MediaKind.DOCUMENT else None,
        duration_ms=72_000 if media is MediaKind.VIDEO else None,
        integrity=Integrity.VERIFIED,
        verified_at=NOW,
    )
    return replace(made, **changes)


def case_page(language: Language = "zh") -> CasePage:
    """The case of the packet pictures: plates broken in transit, reshipped, then a refund claimed."""
    zh = language == "zh"
    titles = _TITLES_ZH if zh else _TITLES_EN
    pieces = [
        evidence(number, caption, proves, kind)
        for number, ((caption, proves), kind) in enumerate(zip(titles, _KINDS, strict=True), start=1)
    ]
    original = evidence(20, "面单" if zh else "Waybill", "", MediaKind.PHOTO, captured_at=at(18, 19, 51))
    pieces[3] = replace(pieces[3], parent_id=20, source=EvidenceSource.DERIVED)
    shop = Shop(1, "青禾家居" if zh else "Qinghe Home", Platform.TAOBAO)
    buyer = Buyer(1, 1, "花果山_大圣01" if zh else "monkey_king_01", name="孙某", phone="13800000000", tier=Tier.V2)
    line = OrderLine(
        1, 1, 1, "雾釉餐盘 8 寸 四只装" if zh else "Mist-glaze plates, 8 in, set of four", "PL-0804-TQ",
        "苔青" if zh else "moss", 1, Money(16800), "B2610", 2150,
    )  # fmt: skip
    order = Order(
        1, 1, 1, Platform.TAOBAO, "2611 1200 0387", OrderStatus.SIGNED, "", "CNY", "Asia/Shanghai", at(12, 20, 12),
        at(12, 20, 14), at(13, 15, 2), at(18, 14, 6), None, Money(16800), Money(0), None, Money(16800), Money(16800),
        None, "孙某", "13800000000", "花果山水帘洞", "CN", "云雀速递" if zh else "Lark Express",
        ("YQ 0000 4471 9026 3",), "", "",
        at(12, 21, 0), (line,),
    )  # fmt: skip
    case = Case(
        1, "A2611-0387", 1, 1, 1, CaseState.IN_DISPUTE, Problem.DAMAGED, Demand.REFUND, Liability.CARRIER,
        WaitingOn.PLATFORM, 1, Flag.BLUE, Money(16800),
        "打开后发现两只破裂，外箱右面凹陷" if zh else "Two of the four plates were broken on opening",
        at(18, 19, 42), NOW, None,
    )  # fmt: skip
    resolution = Resolution(
        1, 1, "damaged.reship", Remedy.RESHIP, "补寄两只，免退回", "Reship two plates, no return", Liability.CARRIER,
        Liability.MERCHANT, Liability.CARRIER, "外箱受压凹陷而封箱完好，破损发生在运输途中",
        "the carton was crushed while its seal is intact, so it broke in transit", Money(0), Money(4200), Money(4200),
        "内部理由不外传", "备注", Flag.BLUE, {}, {"sources": [
            {"title": "《民法典》第五百八十二条" if zh else "Civil Code of the PRC, art. 582", "pack": "cn-law 2026.1"},
            {"title": "《快递暂行条例》第二十七条" if zh else "Interim Regulations on Express Delivery, art. 27",
             "pack": "cn-law 2026.1"},
        ]}, "cn-law 2026.1, taobao 2026.09", at(19, 9, 4), "小满",
    )  # fmt: skip
    clock = Clock(
        1, 1, "reply", "答复买家", "Answer the buyer", WaitingOn.US, at(20, 19, 42), at(18, 19, 42), ClockStatus.MET,
        at(19, 9, 4), source="淘宝规则" if zh else "Taobao rules", pack="taobao 2026.09",
    )  # fmt: skip
    step = Step(
        1, 1, 1, "补寄两只，运单 YQ 0000 4471 9581 7", "Two plates reshipped, tracking YQ 0000 4471 9581 7",
        Role.WAREHOUSE, None, at(20, 16, 0), "", StepState.DONE, at(20, 15, 38), "老周",
        rule="send_replacement",
    )  # fmt: skip
    notes = (
        Note(1, 1, NoteKind.PRINTABLE,
             "买家同意补寄，要求当日 16:00 前发出" if zh else "The buyer agreed to the reshipment",
             at(20, 5, 12), "小满"),
        Note(2, 1, NoteKind.INTERNAL, "内部：此人上月也闹过一次", at(20, 6, 0), "小满"),
    )  # fmt: skip
    timeline = (
        HistoryEvent(41, at(21, 20, 17), "Asia/Shanghai", "小满", "state_changed", "case", 1, 1,
                     {"was": "in_progress", "state": "in_dispute"}),
    )  # fmt: skip
    return CasePage(
        case, shop, order, buyer, None, None, (clock,), (step,), resolution, (*pieces, original), notes, timeline
    )


def sample_content(language: Language = "zh", **changes: Any) -> PacketContent:
    """The packet of the sample case; keyword arguments replace those of `build_content`."""
    page = changes.pop("page", None) or case_page(language)
    given: dict[str, Any] = {
        "exhibits": [ExhibitChoice(piece) for piece in page.evidence if piece.id < 20],
        "language": language,
        "now": NOW,
        "summary": None,
        "words": SampleWords(),
        "number": "P-A2611-0387-02",
        "addressee": "平台争议处理" if language == "zh" else "Platform dispute team",
        "made_by": "小满",
        "chain": ChainHead(412, hashlib.sha256(b"chain").hexdigest()),
    }
    return build_content(page, **{**given, **changes})


@cache
def _parcel(size: tuple[int, int], quality: int) -> bytes:
    """A parcel on a table with one side marked, drawn once in every size."""
    image = Image.new("RGB", size, (137, 143, 143))
    pen = ImageDraw.Draw(image)
    w, h = size
    pen.rectangle((0, h * 0.6, w, h), fill=(95, 103, 102))
    left, right, top, middle, foot = w * 0.15, w * 0.85, h * 0.35, w * 0.5, h * 0.95
    pen.polygon([(left, top), (middle, h * 0.22), (right, top), (middle, h * 0.5)], fill=(222, 182, 128))
    pen.polygon([(left, top), (middle, h * 0.5), (middle, foot), (w * 0.17, h * 0.78)], fill=(196, 152, 100))
    pen.polygon([(middle, h * 0.5), (right, top), (w * 0.83, h * 0.78), (middle, foot)], fill=(168, 126, 78))
    pen.rectangle((w * 0.66, h * 0.3, w * 0.92, h * 0.82), outline=(201, 48, 44), width=max(2, w // 200))
    out = BytesIO()
    image.save(out, "JPEG", quality=quality)
    return out.getvalue()


class DrawnPictures:
    """Pictures by the evidence's number; texts for chat logs; nothing for other files."""

    def __init__(self, chat: str = CHAT_ZH) -> None:
        self.asked: list[int] = []
        self.shots: list[Shot] = []
        self._chat = chat

    def jpeg(self, evidence: Evidence, max_side: int, quality: int) -> PictureBytes | NoPreview:
        self.asked.append(max_side)
        if evidence.media is MediaKind.OTHER:
            return NoPreview("no_preview_for_this_kind")
        width, height = evidence.width or 1200, evidence.height or 900
        scale = min(1.0, max_side / max(width, height))
        size = (max(1, int(width * scale)), max(1, int(height * scale)))
        return PictureBytes(_parcel(size, quality), *size)

    def shot(self, shot: Shot, rung: Rung) -> PictureBytes | NoPreview:
        self.shots.append(shot)
        text = shot.evidence.media is MediaKind.CHAT
        return self.jpeg(shot.evidence, rung.text_side if text else rung.side, rung.quality)

    def prepare(
        self, shots: Sequence[Shot], rung: Rung, told: Callable[[int], None], cancelled: Callable[[], bool]
    ) -> None:
        for done in range(len(shots)):
            if cancelled():
                raise Cancelled
            told(done + 1)

    def text(self, evidence: Evidence) -> str | None:
        return self._chat if evidence.media is MediaKind.TEXT else None
