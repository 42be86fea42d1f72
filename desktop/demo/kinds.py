"""The kinds of sample evidence, and what a shop would write beside each, in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Words = Mapping[str, str]
"""The same words under "zh" and "en"."""


@dataclass(frozen=True, slots=True)
class EvidenceKind:
    """One kind of sample evidence. `by_buyer` tells whose file it is; the file name is a suggestion without number."""

    code: str
    extension: str
    by_buyer: bool
    tag: Words
    caption: Words
    proves: Words
    file_stem: Words

    def file_name(self, lang: str, number: int) -> str:
        return f"{self.file_stem[lang]}_{number:04d}.{self.extension}"


def _both(zh: str, en: str) -> Words:
    return {"zh": zh, "en": en}


_CHAT_PHOTO = _both("聊天图片", "chat_image")
_PHONE_PHOTO = _both("手机照片", "IMG")
_DESK_PHOTO = _both("仓库拍照", "warehouse")

_ALL = (
    EvidenceKind(
        "goods_together", "jpg", True, _both("全件", "all pieces"),
        _both("全部商品合照，数量可数", "All pieces in one picture, easy to count"),
        _both("收到的件数和样子，可与发货照对照。", "How many pieces arrived and how they looked, to set beside the dispatch photo."),
        _CHAT_PHOTO,
    ),
    EvidenceKind(
        "goods_broken", "jpg", True, _both("全件", "all pieces"),
        _both("合照：右侧的已破损", "Together: those on the right are broken"),
        _both("几件破损、几件完好，一眼可数。", "How many are broken and how many are whole, at one glance."),
        _CHAT_PHOTO,
    ),
    EvidenceKind(
        "damage_near", "jpg", True, _both("破损处", "damage"),
        _both("破损处近照", "The damage from near"),
        _both("裂纹从边缘向内，断口新而干净，属受外力所致。", "The crack runs inwards from the rim and the break is fresh: it comes from a blow."),
        _CHAT_PHOTO,
    ),
    EvidenceKind(
        "carton_damaged", "jpg", True, _both("外箱", "carton"),
        _both("外箱右面受压凹陷", "Right side of the carton pressed in"),
        _both("运输途中受外力挤压；封箱胶带未动，非出库前缺损。", "Pressed from outside on the way; the sealing tape is untouched, so not before dispatch."),
        _CHAT_PHOTO,
    ),
    EvidenceKind(
        "carton_whole", "jpg", True, _both("外箱", "carton"),
        _both("外箱完好，封口未动", "Carton whole, seal untouched"),
        _both("外箱没有受压和拆启痕迹，破损与运输挤压无关。", "No sign of pressure or opening: the damage does not come from the carton being pressed."),
        _CHAT_PHOTO,
    ),
    EvidenceKind(
        "waybill", "jpg", True, _both("面单", "waybill"),
        _both("面单完整可读", "Waybill whole and readable"),
        _both("运单号、重量与本订单一致。", "Tracking number and weight are those of this order."),
        _CHAT_PHOTO,
    ),
    EvidenceKind(
        "weighing", "jpg", False, _both("称重", "weight"),
        _both("揽收前称重", "Weighed before pick-up"),
        _both("出库重量与应发件数相符，可排除少发。", "The weight fits the number of pieces sent: nothing was left out."),
        _DESK_PHOTO,
    ),
    EvidenceKind(
        "packing", "jpg", False, _both("发货照", "dispatch"),
        _both("发货前完好，隔板齐全", "Whole before dispatch, dividers in place"),
        _both("封箱前商品完好、数量齐全，缓冲到位。", "Before sealing the goods were whole and complete, with padding in place."),
        _DESK_PHOTO,
    ),
    EvidenceKind(
        "opening", "jpg", True, _both("开箱", "opening"),
        _both("开箱俯拍", "The open box from above"),
        _both("开箱时的摆放与缓冲，破损件仍在箱内。", "How goods and padding lay when the box was opened, the broken piece still in it."),
        _PHONE_PHOTO,
    ),
    EvidenceKind(
        "opening_film", "mp4", True, _both("视频", "video"),
        _both("买家开箱视频", "The buyer's opening film"),
        _both("从封口未动到取出商品，中间没有剪接。", "From the untouched seal to the goods taken out, without a cut."),
        _both("开箱视频", "VID"),
    ),
    EvidenceKind(
        "wrong_goods", "jpg", True, _both("实收", "received"),
        _both("实际收到的商品", "What really arrived"),
        _both("收到的款式或颜色与订单不同。", "Style or colour differ from the order."),
        _CHAT_PHOTO,
    ),
    EvidenceKind(
        "colour_card", "jpg", True, _both("色差", "colour"),
        _both("与色卡同框，自然光", "Beside the colour card, in daylight"),
        _both("实物与色卡的差别，以及拍摄时的光线。", "How goods and card differ, and in what light."),
        _CHAT_PHOTO,
    ),
    EvidenceKind(
        "returned_goods", "jpg", False, _both("退件", "return"),
        _both("退件验收照", "Returned goods at inspection"),
        _both("退回时的成色与件数。", "Condition and number of the goods when they came back."),
        _DESK_PHOTO,
    ),
    EvidenceKind(
        "chat", "png", True, _both("聊天", "chat"),
        _both("聊天截图：说明情况与答复", "Chat: what happened and our answer"),
        _both("买家何时提出、店铺何时答复、双方如何约定。", "When the buyer wrote, when the shop answered and what was agreed."),
        _both("截屏", "Screenshot"),
    ),
    EvidenceKind(
        "chat_log", "txt", True, _both("聊天", "chat"),
        _both("聊天记录全文", "The whole chat as text"),
        _both("完整时间与原话，可与截图逐句核对。", "Every time and word, to be compared with the screenshots."),
        _both("聊天记录", "chat_log"),
    ),
    EvidenceKind(
        "carrier_notice", "pdf", False, _both("承运", "carrier"),
        _both("快件异常说明", "The carrier's exception notice"),
        _both("承运方自认外箱在中转时受压，封口完好。", "The carrier itself states that the carton was pressed at transfer with its seal whole."),
        _both("快件异常说明", "exception_notice"),
    ),
)  # fmt: skip

EVIDENCE_KINDS: Mapping[str, EvidenceKind] = {kind.code: kind for kind in _ALL}
