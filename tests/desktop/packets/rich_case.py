"""A packet that shows everything: both languages, shared pages, stills, document pages, bubbles, marks, a letterhead."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from models.kinds import MediaKind
from models.rules.packet_parts import Bubble, ExhibitPage, Language, PacketContent, Shot
from tests.desktop.packets.sample_case import NOW, evidence, sample_content

LETTERHEAD = ("青禾家居用品店", "杭州市余杭区仓前街道 88 号", "电话 0571-0000 0000 · service@example.com")
_CHAT_ZH = (
    ("notice", "", "", "2026 年 11 月 18 日"),
    ("theirs", "花果山_大圣01", "19:42", "打开就碎了两只，气死我了😡"),
    ("ours", "小满", "19:44", "非常抱歉！请您把外箱四面也拍给我们，我们马上核实。"),
    (
        "ours",
        "小满",
        "次日 09:04",
        "今天给您免费补寄两只，破的两只不用退回，可以吗？如果您方便，请把收件时间也告诉我们。",
    ),
    ("theirs", "花果山_大圣01", "05:12", "可以，16 点前发出就行 👌"),
    ("notice", "", "", "对方撤回了一条消息"),
    ("theirs", "花果山_大圣01", "20:17", "我不要了，直接退 168 给我。"),
)


def bubbles(count: int = 7) -> tuple[Bubble, ...]:
    """So many messages, each with its own number from the eighth on."""
    made = []
    for number in range(count):
        side, speaker, said_at, text = _CHAT_ZH[number % 7]
        text = text if number < 7 else f"第{number}条：{text}"
        made.append(Bubble(side, speaker, said_at, text))  # type: ignore[arg-type]
    return tuple(made)


def _shown(page: ExhibitPage, language: Language) -> ExhibitPage:
    zh, item = language == "zh", page.evidence
    changes: dict[int, dict[str, Any]] = {
        1: {"shots": (Shot(item, (0.1, 0.1, 0.9, 0.9), label="局部" if zh else "detail"), Shot(item))},
        2: {"shots": (Shot(item),), "per_page": 2},
        3: {
            "shots": (Shot(item),),
            "legend": (
                ("1", "右面受外力压入，纸板断裂" if zh else "crushed from the right, board broken"),
                ("2", "原封箱胶带完整，无拆启与二次封箱痕迹" if zh else "the seal of dispatch, never opened"),
            ),
        },
        4: {"shots": (Shot(item),)},
        5: {"shots": (Shot(item),), "per_page": 4},
        6: {"shots": (Shot(item),), "per_page": 4, "legend": (("1", "隔板齐全" if zh else "all dividers in place"),)},
        7: {"shots": tuple(Shot(item, at_ms=ms) for ms in (0, 12_400, 31_000, 71_900))},
        8: {"bubbles": bubbles()},
        9: {"shots": tuple(Shot(item, page=number) for number in range(3))},
    }
    return replace(page, **changes.get(page.number, {"shots": (Shot(item),), "per_page": 6}))


def _extra(language: Language) -> list[Any]:
    """Five small ones and a long screenshot behind the nine."""
    from models.rules.packet_content import ExhibitChoice

    zh = language == "zh"
    small = [
        evidence(30 + number, f"细节 {number}" if zh else f"Detail {number}", "同一处裂口" if zh else "the same crack",
                 MediaKind.PHOTO, width=(3024, 2268)[number % 2], height=(2268, 3024)[number % 2],
                 captured_at=NOW - timedelta(hours=number))
        for number in range(5)
    ]  # fmt: skip
    long = evidence(40, "聊天长截图" if zh else "Long screenshot", "", MediaKind.CHAT, width=1080, height=6000)
    return [ExhibitChoice(item) for item in (*small, long)]


def one_language(language: Language) -> PacketContent:
    """The rich packet in one language."""
    from models.rules.packet_content import ExhibitChoice
    from tests.desktop.packets.sample_case import case_page

    page = case_page(language)
    chosen = [ExhibitChoice(piece) for piece in page.evidence if piece.id < 20]
    made = sample_content(language, page=page, exhibits=[*chosen, *_extra(language)])
    pattern = (
        (("近 12 个月售后", "3 次，2 次在签收后 24 小时内"),)
        if language == "zh"
        else (("Cases in 12 months", "3, two of them within 24 hours of delivery"),)
    )
    exhibits = tuple(
        replace(_shown(each, language), shots=(Shot(each.evidence),), per_page=1)
        if each.evidence.id == 40
        else _shown(each, language)
        for each in made.exhibits
    )
    return replace(made, exhibits=exhibits, letterhead=LETTERHEAD, pattern=pattern)


def rich_content(language: Language = "zh", *, both: bool = False, **changes: Any) -> PacketContent:
    """The rich packet; `both` adds the other language."""
    second = one_language("en" if language == "zh" else "zh") if both else None
    return replace(one_language(language), second=second, **changes)
