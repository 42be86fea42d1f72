"""The fixed wording of return slips, claim sheets and case summaries, in Chinese, English or both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from models.clock import zone
from models.kinds import PacketLanguage
from models.money import Money
from models.rules.call_list_phrases import CALL_LIST_TEXT
from models.rules.hand_over_phrases import HAND_OVER_TEXT
from models.rules.packet_parts import Language, Words
from models.rules.register_phrases import REGISTER_TEXT
from models.rules.statement_phrases import STATEMENT_TEXT

_TEXT: Final[dict[str, tuple[str, str]]] = {
    # Return slip
    "slip": ("退货单", "Return slip"),
    "slip_inside": ("请把本单放入包裹", "Please put this slip into the parcel"),
    "slip_to": ("寄往", "Send to"),
    "slip_items": ("退回商品", "What comes back"),
    "slip_reason": ("退货原因", "Reason"),
    "slip_order": ("订单号", "Order"),
    "slip_buyer": ("买家 ID", "Buyer ID"),
    "slip_case": ("售后单", "Case"),
    "slip_issued": ("开单日期", "Issued"),
    "slip_how": ("请这样寄", "How to send"),
    "slip_no_items": ("按与客服约定的商品", "As agreed with us in the chat"),
    "slip_step_1": (
        "把商品、配件和赠品按收到时的样子包好，本单放在箱内最上面。",
        "Pack the goods with accessories and gifts as they came; lay this slip on top inside the box.",
    ),
    "slip_step_2": (
        "用快递或 EMS 寄出，不用平邮；到付请先和我们说好。",
        "Send it by courier or EMS, not by surface mail; ask us before sending freight collect.",
    ),
    "slip_step_3": (
        "寄出后在订单的退款页填写运单号，保留寄件底单。",
        "Then enter the tracking number on the order's refund page, and keep the receipt.",
    ),
    "slip_seen": ("仓库验收", "Warehouse"),
    "slip_seen_whole": ("□ 完好", "□ as sent"),
    "slip_seen_not": ("□ 不符", "□ not as sent"),
    "slip_seen_by": ("签收人/日期", "Name, date"),
    # Claim sheet
    "claim": ("快件理赔单", "Carrier claim sheet"),
    "claim_month": ("快件理赔对账单", "Statement of carrier claims"),
    "claim_number": ("编号 {number}", "No. {number}"),
    "claim_period": ("{year} 年 {month} 月", "{year}-{month:02d}"),
    "claim_to": ("致：{carrier}", "To: {carrier}"),
    "claim_from": ("申报：{shop}", "From: {shop}"),
    "claim_made": ("制表：{person}　{day}", "Made by {person}, {day}"),
    "claim_made_plain": ("制表：{day}", "Made {day}"),
    "claim_col_waybill": ("运单号", "Waybill"),
    "claim_col_item": ("物品", "Item"),
    "claim_col_reason": ("类型", "Reason"),
    "claim_col_claimed": ("申报", "Claimed"),
    "claim_col_granted": ("认赔", "Granted"),
    "claim_col_evidence": ("凭证", "Evidence"),
    "claim_col_day": ("登记", "Entered"),
    "claim_total": ("合计 {count} 单", "Total, {count} claims"),
    "claim_total_one": ("合计 1 单", "Total, 1 claim"),
    "claim_no_amount": ("未填", "open"),
    "claim_none_evidence": ("—", "—"),
    "claim_open_amounts": (
        "{count} 单尚未填写申报金额，不在合计内。",
        "Claims without an amount yet, not in the total: {count}.",
    ),
    "claim_please": (
        "请逐单填写认赔金额并签收；不认赔的，请写明理由。",
        "Please enter the amount granted for each claim and sign; where nothing is granted, give the reason.",
    ),
    "claim_files": (
        "所列凭证均有原始文件，可随时提供核对。",
        "The original files of the evidence listed are kept and can be provided.",
    ),
    "claim_shop_sign": ("商家盖章", "Shop"),
    "claim_carrier_sign": ("承运方签收", "Carrier"),
    "claim_date": ("日期", "Date"),
    "claim_unknown": ("未写承运商", "carrier not entered"),
    "claim_file_number": ("编号", "No."),
    "claim_file_title": ("凭证", "Evidence"),
    "claim_file_proves": ("说明什么", "What it shows"),
    "claim_file_kind": ("种类", "Kind"),
    "claim_file_time": ("时间", "Time"),
    "evidence_photo": ("照片 {count}", "photos: {count}"),
    "evidence_chat": ("聊天截图 {count}", "chats: {count}"),
    "evidence_video": ("视频 {count}", "videos: {count}"),
    "evidence_document": ("文件 {count}", "documents: {count}"),
    "evidence_text": ("聊天文本 {count}", "chat texts: {count}"),
    "evidence_other": ("其他 {count}", "others: {count}"),
    "page_of": ("第 {page} 页 / 共 {pages} 页", "Page {page} of {pages}"),
    # Summary
    "summary": ("售后单摘要", "Case summary"),
    "internal": ("内部", "INTERNAL"),
    "internal_foot": (
        "内部资料，不得交给买家、平台或承运商。",
        "For the shop only: not for the buyer, a platform or a carrier.",
    ),
    "printed": ("{person} {at} 打印", "Printed by {person}, {at}"),
    "printed_plain": ("{at} 打印", "Printed {at}"),
    "more_lines": ("…… 另有 {count} 项", "… and {count} more"),
    "more_signs": ("……（另有 {count} 字）", "… ({count} more characters)"),
    "facts": ("情况", "Facts"),
    "clocks": ("时限", "Clocks"),
    "resolution": ("处理方案", "Resolution"),
    "amounts": ("金额", "Amounts"),
    "steps": ("执行步骤", "Steps"),
    "events": ("最近经过", "Last events"),
    "notes": ("内部备注", "Internal notes"),
    "parcels": ("包裹", "Parcels"),
    "items": ("商品", "Items"),
    "problem": ("问题类型", "Problem"),
    "demand": ("客户诉求", "Demand"),
    "state": ("状态", "State"),
    "liability": ("责任", "Liability"),
    "waiting_on": ("待谁", "Waiting on"),
    "handler": ("经手", "Handler"),
    "shop": ("店铺", "Shop"),
    "buyer": ("买家", "Buyer"),
    "order": ("订单", "Order"),
    "opened": ("登记", "Opened"),
    "said": ("说明", "Description"),
    "tags": ("标签", "Tags"),
    "evidence": ("凭证", "Evidence"),
    "history": ("买家历史", "Buyer's past"),
    "history_counts": (
        "订单 {orders}，售后 {cases}，退款率 {rate}",
        "orders: {orders}, cases: {cases}, refund rate: {rate}",
    ),
    "evidence_counts": ("{count} 件，其中编号 {exhibits} 件", "{count}, of them {exhibits} exhibits"),
    "remedy": ("处理方式", "Remedy"),
    "because": ("依据", "Because"),
    "decided": ("决定", "Decided"),
    "refund": ("付买家", "To the buyer"),
    "true_cost": ("真实成本", "True cost"),
    "recoverable": ("可追偿", "Recoverable"),
    "recourse": ("追偿对象", "Claim from"),
    "paid": ("实付", "Paid"),
    "refunded": ("此前已退", "Refunded before"),
    "at_stake": ("争议金额", "At stake"),
    "override": ("改动理由", "Overridden because"),
    "no_resolution": ("尚未处理", "Not resolved yet"),
    "done_mark": ("✓", "✓"),
    "open_mark": ("□", "□"),
    "skipped_mark": ("—", "—"),
    "late": ("已超时", "overdue"),
    "none": ("无", "none"),
    "clock_at": ("截止 {at}", "due {at}"),
}
_PHRASES: Final = {**_TEXT, **CALL_LIST_TEXT, **HAND_OVER_TEXT, **REGISTER_TEXT, **STATEMENT_TEXT}
_BETWEEN: Final = " / "


@dataclass(frozen=True, slots=True)
class SheetPhrases:
    """Wording in the language chosen, times in the shop's zone. Values go in as they are: never read as a pattern."""

    language: PacketLanguage
    time_zone: str

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages in their order; two where both are wanted."""
        return ("zh", "en") if self.language is PacketLanguage.BOTH else (self.first,)

    @property
    def first(self) -> Language:
        """The language that leads, also that of texts which stand in one only."""
        return "en" if self.language is PacketLanguage.EN else "zh"

    def each(self, key: str, **values: object) -> tuple[str, ...]:
        """The phrase in each language. KeyError: no such phrase."""
        texts = {"zh": _PHRASES[key][0], "en": _PHRASES[key][1]}
        return tuple(dict.fromkeys(texts[language].format(**values) for language in self.languages))

    def say(self, key: str, **values: object) -> str:
        """The phrase on one line, of two languages with a stroke between."""
        return _BETWEEN.join(self.each(key, **values))

    def stacked(self, key: str, **values: object) -> str:
        """The phrase with each language on a line of its own, for narrow columns."""
        return "\n".join(self.each(key, **values))

    def word(self, words: Words, member: StrEnum) -> str:
        """The word of a closed list on one line."""
        return _BETWEEN.join(dict.fromkeys(words.word(member, language) for language in self.languages))

    def pick(self, zh: str, en: str) -> str:
        """A text that came in two languages; where one is missing the other stands for it."""
        texts = {"zh": zh or en, "en": en or zh}
        return _BETWEEN.join(dict.fromkeys(texts[language] for language in self.languages if texts[language]))

    def day(self, moment: datetime) -> str:
        """Local date, as 2026-11-28."""
        return f"{moment.astimezone(zone(self.time_zone)):%Y-%m-%d}"

    def at(self, moment: datetime) -> str:
        """Local date and minute."""
        return f"{moment.astimezone(zone(self.time_zone)):%Y-%m-%d %H:%M}"

    def month_day(self, moment: datetime) -> str:
        """Local month and day, as 11-28."""
        return f"{moment.astimezone(zone(self.time_zone)):%m-%d}"

    def short(self, moment: datetime) -> str:
        """Local month, day and minute."""
        return f"{moment.astimezone(zone(self.time_zone)):%m-%d %H:%M}"

    def money(self, amount: Money | None) -> str:
        """Sign and amount, as `¥ 168.00`; empty for none."""
        return f"{amount.sign} {amount}" if amount is not None else ""
