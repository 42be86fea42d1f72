"""The packet's own fixed wording in Chinese and English: headings, labels, sentence patterns, number and time forms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from models.clock import zone
from models.money import Money
from models.rules import packet_told

_ZH = {
    "packet": "举证材料",
    "of_shop": "{shop} · 举证材料",
    "case_and_number": "售后单 {case}　材料编号 {number}",
    "to": "致：{to}",
    "made": "{at} 生成",
    "counts": "共 {pages} 页 · 证据 {exhibits} 件",
    "page": "第 {page} 页 / 共 {pages} 页",
    "basis": "依据：{sources}。",
    "integrity_on": "完整性见第 {page} 页",
    "how_to_verify": "逐件核对：比对原件与本材料所列 SHA-256　·　材料编号 {number}",
    "summary": "案情摘要",
    "parties": "当事各方",
    "amounts": "金额",
    "chronology": "经过",
    "exhibit_list": "证据目录",
    "order": "订单与包裹",
    "policy": "依据",
    "notes": "内部备注",
    "weights": "重量佐证",
    "weight_range": "范围",
    "weight": "重量",
    "weight_item": "{pieces}（单件 {each}）",
    "weight_packing": "包装",
    "weight_complete": "齐全时应为",
    "weight_lacking": "减去 {pieces}",
    "weight_short": "少件时应为",
    "weight_waybill": "面单重量",
    "weight_waybill_up": "面单重量（承运商向上进位）",
    "weight_scale": "秤上读数",
    "weight_scale_of": "秤上读数（证据 {number}）",
    "weight_fits_complete": "实测 {measured}，与齐全时的范围 {complete} 相合，与少件时的范围 {short} 不合："
    "少 {missing} 与重量不符。",
    "weight_fits_short": "实测 {measured}，与少件时的范围 {short} 相合，与齐全时的范围 {complete} 不合："
    "少 {missing} 与重量相符。",
    "proves": "证明什么",
    "source_and_integrity": "来源与完整性",
    "transcript": "文字内容",
    "integrity": "完整性清单",
    "chain": "记录链",
    "exhibit": "证据 {number}",
    "exhibit_head": "证据",
    "content": "内容",
    "page_head": "页",
    "time": "时间",
    "fact": "事实",
    "merchant": "商家",
    "buyer": "买家",
    "carrier": "承运",
    "recipient": "收件人",
    "recipient_phone": "收件电话",
    "recipient_address": "收件地址",
    "order_number": "订单",
    "hidden_receiver": "（收件人已隐去）",
    "paid_at": "{number}，{at} 付款",
    "item": "商品",
    "sku": "款式 / 编码",
    "quantity": "数量",
    "price": "单价",
    "parcel": "包裹",
    "tracking": "运单号",
    "shipped": "发货时间",
    "signed": "签收时间",
    "goods": "商品金额",
    "freight": "运费",
    "discount": "优惠",
    "paid": "订单实付",
    "refunded": "此前已退",
    "claimed": "买家现主张：{demand}",
    "at_stake": "争议金额",
    "plan": "商家方案：{remedy}",
    "to_buyer": "付买家 {amount}",
    "captured": "拍摄时间",
    "claimed_by_device": "{at}（文件自带）",
    "not_recorded": "文件未记录",
    "imported": "导入时间",
    "source": "来源",
    "original_name": "原文件名",
    "picture": "文件",
    "shown": "本页图像",
    "shown_original": "原件画面，缩小显示",
    "shown_copy": "副本，原件未改",
    "shown_frame": "视频首帧",
    "shown_first_page": "文件第 1 页（共 {pages} 页）",
    "shown_text": "按文件文字排印",
    "verified": "核验",
    "verified_at": "{at} 与导入时一致",
    "changed": "与导入时不一致",
    "missing": "文件缺失",
    "state_of": "证据 {numbers}：{state}",
    "not_verified": "导入后未再核验",
    "sha": "SHA-256",
    "sha_original": "原件 SHA-256",
    "sha_copy": "副本 SHA-256",
    "size": "大小",
    "file_and_sha": "原文件名与大小 / SHA-256",
    "size_and_times": "文件自带的时间 / 导入",
    "no_preview": "该文件已原样保存，不能在此显示画面。请索取原件，并以下列 SHA-256 核对。",
    "no_preview_why": "原因：{reason}",
    "put_off": "图片已超过接收方收取的张数，此张暂不绘制。",
    "part": "（第 {part} 段 / 共 {parts} 段，自上而下）",
    "integrity_intro": "每件证据在导入时计算 SHA-256 并写入只增不改的记录链。取得原文件后，用任何工具"
    "重新计算，结果相同即说明自导入之后未被改动；它不说明导入之前的情况。拍摄时间由拍摄设备写在文件里，未经本店核实。"
    "本文件若带签名，在 PDF 阅读器的签名面板里能看到签名是否有效、文件是否被改过。",
    "chain_head": "第 {seq} 条",
    "chain_none": "未提供",
    "made_by": "制作人",
    "zone": "本材料中的时间均为 {zone} 时间。",
    "ordered": "买家付款下单",
    "ordered_unpaid": "买家下单",
    "dispatched": "商家发货（{carrier}）",
    "dispatched_plain": "商家发货",
    "waybill": "运单 {tracking}",
    "received": "包裹签收",
    "opened": "买家反映{problem}",
    "opened_demand": "买家反映{problem}，要求{demand}",
    "in_dispute": "进入平台争议处理",
    "decided": "商家提出处理方案：{remedy}",
    "decided_refund": "商家提出处理方案：{remedy}，付买家 {amount}",
    "done": "已执行：{title}",
    "clock_met": "“{label}”在期限 {due} 前办结",
    "evidence_captured": "{title}",
    "evidence_arrived": "收到：{title}",
    "draft_order": "买家 {nick} 于 {at} 购买{item}（订单 {number}），实付 {paid}。",
    "draft_order_plain": "买家 {nick} 的订单 {number}：{item}。",
    "draft_shipped": "商家于 {at} 发货（{by}）",
    "draft_signed": "，{at} 签收",
    "draft_problem": "买家于 {at} 反映{problem}",
    "draft_demand": "，要求{demand}",
    "draft_proof": "{proves}（证据 {numbers}）",
    "between_proofs": "；",
    "draft_because": "经核：{because}，责任在{liability}。",
    "draft_plan": "商家方案为{remedy}",
    "draft_plan_refund": "，付买家 {amount}",
    "asked_refuse": "请驳回买家的{demand}申请",
    "asked_keep": "商家已提出{remedy}，请驳回买家的{demand}申请",
    "asked_confirm": "请确认商家的处理方案：{remedy}",
    "asked_open": "请依所附证据认定责任",
    "claim": "{problem} · {asked}",
    "quoted": "“{text}”",
    "units": "×{count}",
    "list": "、",
    "clause": "；",
    "stop": "。",
    "dash": "–",
}
_EN = {
    "packet": "Dispute packet",
    "of_shop": "{shop} · Dispute packet",
    "case_and_number": "Case {case}   Packet {number}",
    "to": "To: {to}",
    "made": "Made {at}",
    "counts": "{pages} pages · {exhibits} exhibits",
    "page": "Page {page} of {pages}",
    "basis": "Basis: {sources}.",
    "integrity_on": "Integrity: page {page}",
    "how_to_verify": "To check an exhibit, compare its file with the SHA-256 printed here · Packet {number}",
    "summary": "Summary",
    "parties": "Parties",
    "amounts": "Amounts",
    "chronology": "Chronology",
    "exhibit_list": "Exhibits",
    "order": "Order and parcels",
    "policy": "Policy cited",
    "notes": "Internal notes",
    "weights": "Weight evidence",
    "weight_range": "Range",
    "weight": "Weight",
    "weight_item": "{pieces} ({each} each)",
    "weight_packing": "Packing",
    "weight_complete": "Complete parcel",
    "weight_lacking": "Less {pieces}",
    "weight_short": "With the item missing",
    "weight_waybill": "Weight on the waybill",
    "weight_waybill_up": "Weight on the waybill (rounded up)",
    "weight_scale": "Scale reading",
    "weight_scale_of": "Scale reading (exhibit {number})",
    "weight_fits_complete": "Measured {measured}: this meets the range of a complete parcel ({complete}) and not that"
    " of one with the item missing ({short}). A missing {missing} does not agree with the weight.",
    "weight_fits_short": "Measured {measured}: this meets the range of a parcel with the item missing ({short}) and not"
    " that of a complete one ({complete}). A missing {missing} agrees with the weight.",
    "proves": "What it proves",
    "source_and_integrity": "Source and integrity",
    "transcript": "Text",
    "integrity": "Integrity",
    "chain": "Record chain",
    "exhibit": "Exhibit {number}",
    "exhibit_head": "Exhibit",
    "content": "Content",
    "page_head": "Page",
    "time": "Time",
    "fact": "Fact",
    "merchant": "Merchant",
    "buyer": "Buyer",
    "carrier": "Carrier",
    "recipient": "Recipient",
    "recipient_phone": "Phone",
    "recipient_address": "Delivery address",
    "order_number": "Order",
    "hidden_receiver": " (recipient withheld)",
    "paid_at": "{number}, paid {at}",
    "item": "Item",
    "sku": "Variant / SKU",
    "quantity": "Qty",
    "price": "Unit price",
    "parcel": "Parcel",
    "tracking": "Tracking number",
    "shipped": "Shipped",
    "signed": "Delivered",
    "goods": "Goods",
    "freight": "Shipping",
    "discount": "Discount",
    "paid": "Order total paid",
    "refunded": "Refunded before",
    "claimed": "Buyer now claims: {demand}",
    "at_stake": "Amount in dispute",
    "plan": "Merchant's offer: {remedy}",
    "to_buyer": "to buyer {amount}",
    "captured": "Captured",
    "claimed_by_device": "{at} (as the file says)",
    "not_recorded": "not recorded in the file",
    "imported": "Imported",
    "source": "Source",
    "original_name": "File name",
    "picture": "File",
    "shown": "Shown here",
    "shown_original": "the original, reduced",
    "shown_copy": "a copy; the original is unchanged",
    "shown_frame": "first frame of the video",
    "shown_first_page": "page 1 of {pages}",
    "shown_text": "the file's text, set in type",
    "verified": "Checked",
    "verified_at": "{at}, same as imported",
    "changed": "not as imported",
    "missing": "file missing",
    "state_of": "Exhibits {numbers}: {state}",
    "not_verified": "not checked again since import",
    "sha": "SHA-256",
    "sha_original": "SHA-256",
    "sha_copy": "Copy's SHA-256",
    "size": "Size",
    "file_and_sha": "File name and size / SHA-256",
    "size_and_times": "Time in the file / imported",
    "no_preview": "This file is kept exactly as received; no picture of it can be shown here. Ask for the original and "
    "compare it with the SHA-256 below.",
    "no_preview_why": "Reason: {reason}",
    "put_off": "Not drawn for now: there are more pictures than the receiver takes.",
    "part": "(part {part} of {parts}, top to bottom)",
    "integrity_intro": "The SHA-256 of every exhibit was computed when it was imported and written to a record chain "
    "that only grows. Compute it again from the original file with any tool: the same value means the file has not "
    "changed since import. It says nothing about the time before. Capture times were written into the file by the "
    "device that made it and were not verified by the shop. If this file is signed, the signature panel of a PDF "
    "reader shows whether the signature holds and whether anything was changed.",
    "chain_head": "entry {seq}",
    "chain_none": "not given",
    "made_by": "Made by",
    "zone": "All times in this packet are {zone} time.",
    "ordered": "Buyer placed and paid the order",
    "ordered_unpaid": "Buyer placed the order",
    "dispatched": "Merchant shipped with {carrier}",
    "dispatched_plain": "Merchant shipped",
    "waybill": "tracking {tracking}",
    "received": "Parcel delivered",
    "opened": "Buyer reported: {problem}",
    "opened_demand": "Buyer reported: {problem}, and asked for {demand}",
    "in_dispute": "Dispute opened with the platform",
    "decided": "Merchant offered: {remedy}",
    "decided_refund": "Merchant offered: {remedy}, {amount} to the buyer",
    "done": "Carried out: {title}",
    "clock_met": "{label}: finished before the deadline of {due}",
    "evidence_captured": "{title}",
    "evidence_arrived": "Received: {title}",
    "draft_order": "Buyer {nick} bought {item} on {at} (order {number}) and paid {paid}. ",
    "draft_order_plain": "Order {number} of buyer {nick}: {item}. ",
    "draft_shipped": "The merchant shipped on {at} ({by})",
    "draft_signed": "; delivered {at}",
    "draft_problem": "On {at} the buyer reported: {problem}",
    "draft_demand": ", and asked for {demand}",
    "draft_proof": "{proves} (exhibit {numbers})",
    "between_proofs": ". ",
    "draft_because": "Finding: {because}; liable: {liability}. ",
    "draft_plan": "The merchant's offer: {remedy}",
    "draft_plan_refund": ", {amount} to the buyer",
    "asked_refuse": "we ask that the buyer's claim ({demand}) be refused",
    "asked_keep": "the merchant has offered: {remedy}; we ask that the claim ({demand}) be refused",
    "asked_confirm": "we ask that the merchant's offer be confirmed: {remedy}",
    "asked_open": "we ask for a decision on the evidence attached",
    "claim": "{problem} · {asked}",
    "quoted": "“{text}”",
    "units": " × {count}",
    "list": ", ",
    "clause": "; ",
    "stop": ". ",
    "dash": "–",
}
_TABLES = {"zh": _ZH | packet_told.ZH, "en": _EN | packet_told.EN}


@dataclass(frozen=True, slots=True)
class Phrases:
    """Fixed wording in one language, with the shop's time zone. `say` never treats a value as a pattern."""

    language: str
    time_zone: str

    def say(self, key: str, **values: object) -> str:
        """The phrase of that key; values go in as they are, braces in them stay braces. KeyError: no such phrase."""
        return _TABLES[self.language][key].format(**values)

    def at(self, moment: datetime) -> str:
        """Local date and minute, as 2026-11-18 19:42."""
        return f"{moment.astimezone(zone(self.time_zone)):%Y-%m-%d %H:%M}"

    def second(self, moment: datetime) -> str:
        """Local date and second."""
        return f"{moment.astimezone(zone(self.time_zone)):%Y-%m-%d %H:%M:%S}"

    def zone_name(self, moment: datetime) -> str:
        """The zone with its distance from UTC at that moment, as `Asia/Shanghai (UTC+08:00)`."""
        offset = f"{moment.astimezone(zone(self.time_zone)):%z}"
        return f"{self.time_zone} (UTC{offset[:3]}:{offset[3:5]})"

    def money(self, amount: Money) -> str:
        """Sign and amount, as `¥ 168.00`."""
        return f"{amount.sign} {amount}"

    def money_in(self, amount: Money, among: Iterable[Money]) -> str:
        """As `money`, with the currency's code where another currency stands among them: ¥ may be CNY or JPY."""
        mixed = len({each.currency for each in among}) > 1 and amount.sign != amount.currency
        return self.say("total_of", amount=self.money(amount), code=amount.currency) if mixed else self.money(amount)

    def exhibits(self, numbers: Iterable[int]) -> str:
        """Exhibit numbers with runs joined, as `1–4、8`."""
        runs: list[list[int]] = []
        for number in sorted(set(numbers)):
            if runs and number == runs[-1][1] + 1:
                runs[-1][1] = number
            else:
                runs.append([number, number])
        parts: list[str] = []
        for first, last in runs:
            if last - first > 1:
                parts.append(f"{first}{self.say('dash')}{last}")
            else:
                parts.extend(str(number) for number in range(first, last + 1))
        return self.join(parts)

    def join(self, parts: Sequence[str]) -> str:
        """A short list in one line."""
        return self.say("list").join(parts)

    def cut(self, text: str, most: int = 160) -> str:
        """The beginning of a long text in one line, saying that it is one and how long the whole is."""
        line = " ".join(text.split())
        if len(line) <= most:
            return line
        return self.say("cut_text", text=line[:most].rstrip("，。、；,.; "), count=f"{len(line):,}")

    def clauses(self, parts: Sequence[str]) -> str:
        """Several statements in one sentence, without doubled stops."""
        return self.say("clause").join(part.rstrip("。；;. ") for part in parts if part.strip())

    def size(self, count: int) -> str:
        """A file size: bytes exactly below 1,000, else kB or MB of 1,000."""
        if count < 1000:
            return f"{count} B"
        if count < 1_000_000:
            return f"{count / 1000:.0f} kB"
        return f"{count / 1_000_000:.2f} MB"
