"""What is written to a carrier that has not answered or paid, and what an appeal needs: texts to copy, zh and en.

R003-21 and R004-30 have claims registered at once and summed monthly; nothing in them threatens, and no law is named:
what the contract says is the shop's to add.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import Final

from models.money import Money
from models.register_kinds import RegisterState
from models.rules.claim_aging import ClaimNet, late_days, moneys
from models.rules.pack_parts import Text

_MOST_LINES: Final = 50


@dataclass(frozen=True, slots=True)
class AppealNeed:
    """Something an appeal needs, and whether it is there."""

    label: Text
    there: bool


def reminder(claims: Sequence[ClaimNet], shop: str, now: datetime, where: tzinfo) -> Text:
    """One message for these claims of one carrier: which they are, since when, what is wanted now."""
    return Text(_zh(claims, shop, now, where), _en(claims, shop, now, where))


def _zh(claims: Sequence[ClaimNet], shop: str, now: datetime, where: tzinfo) -> str:
    many = len(claims) > 1
    which = f"下面 {len(claims)} 单理赔" if many else "这单理赔"
    lines = [f"您好，这里是{shop}。{which}麻烦跟进："]
    for claim in claims[:_MOST_LINES]:
        parts = [
            f"运单 {claim.parcel}" if claim.parcel else "",
            f"我方编号 {claim.case_number}" if claim.case_number else "",
        ]
        if claim.handed_in_at is not None:
            parts.append(f"{_day(claim.handed_in_at, where)} 提交")
        if claim.claimed is not None:
            parts.append(f"申报 {_money(claim.claimed)}")
        late = late_days(claim.state, claim.due_at, now, where)
        if claim.state is RegisterState.ALLOWED:
            parts.append(f"已认赔 {_money(claim.allowed)}，还有 {_money(_unpaid(claim))} 未到账")
        elif late and claim.due_at is not None:
            parts.append(f"应在 {_last(claim.due_at, where)} 前答复，已超 {late} 天")
        else:
            parts.append("尚未收到答复")
        lines.append("· " + "，".join(part for part in parts if part))
    if len(claims) > _MOST_LINES:
        lines.append(f"· 另有 {len(claims) - _MOST_LINES} 单，见对账单")
    if many:
        lines.append(f"合计 {'、'.join(_money(each) for each in _open(claims))}。")
    waits = all(claim.state is RegisterState.ALLOWED for claim in claims)
    lines.append(
        "请告知打款日期。" if waits else
        "凭证原件都在，需要可随时提供。请回复认赔金额和到账日期；不认赔的，请写明理由。"
    )  # fmt: skip
    return "\n".join(lines)


def _en(claims: Sequence[ClaimNet], shop: str, now: datetime, where: tzinfo) -> str:
    many = len(claims) > 1
    lines = [f"Hello, this is {shop}. Please follow up " + (f"these {len(claims)} claims:" if many else "this claim:")]
    for claim in claims[:_MOST_LINES]:
        parts = [
            f"waybill {claim.parcel}" if claim.parcel else "",
            f"our number {claim.case_number}" if claim.case_number else "",
        ]
        if claim.handed_in_at is not None:
            parts.append(f"handed in {_day(claim.handed_in_at, where)}")
        if claim.claimed is not None:
            parts.append(f"claimed {_money(claim.claimed)}")
        late = late_days(claim.state, claim.due_at, now, where)
        if claim.state is RegisterState.ALLOWED:
            parts.append(f"allowed {_money(claim.allowed)}, {_money(_unpaid(claim))} not received yet")
        elif late and claim.due_at is not None:
            days = "1 day" if late == 1 else f"{late} days"
            parts.append(f"answer was due by {_last(claim.due_at, where)}, {days} ago")
        else:
            parts.append("no answer yet")
        lines.append("- " + ", ".join(part for part in parts if part))
    if len(claims) > _MOST_LINES:
        lines.append(f"- and {len(claims) - _MOST_LINES} more, see the statement")
    if many:
        lines.append(f"Together {', '.join(_money(each) for each in _open(claims))}.")
    waits = all(claim.state is RegisterState.ALLOWED for claim in claims)
    lines.append(
        "Please tell us the day of payment." if waits else
        "The original evidence is kept and can be sent at any time. Please reply with the amount allowed and the day of"
        " payment; where nothing is allowed, with the reason."
    )  # fmt: skip
    return "\n".join(lines)


def appeal_needs(claim: ClaimNet, missing: Sequence[Text], reminded: int) -> tuple[AppealNeed, ...]:
    """What an appeal about a claim rests on: evidence complete, handed in on a day, reminded, the answer in words."""
    needs = [
        AppealNeed(Text(f"缺凭证：{each.zh}", f"evidence missing: {each.en or each.zh}"), False) for each in missing
    ]
    if not missing:
        needs.append(AppealNeed(Text("凭证齐全", "evidence complete"), True))
    needs.append(AppealNeed(Text("写明运单号", "waybill known"), bool(claim.parcel)))
    needs.append(AppealNeed(Text("写明申报金额", "amount claimed"), claim.claimed is not None))
    needs.append(AppealNeed(Text("有提交日期", "day of handing in"), claim.handed_in_at is not None))
    needs.append(AppealNeed(Text(f"已催 {reminded} 次", f"times reminded: {reminded}"), reminded > 0))
    return tuple(needs)


def _unpaid(claim: ClaimNet) -> Money:
    wanted = claim.allowed if claim.allowed is not None else claim.claimed
    came = claim.received.minor if claim.received is not None else 0
    return Money(max((wanted.minor if wanted is not None else 0) - came, 0), claim.currency)


def _open(claims: Sequence[ClaimNet]) -> tuple[Money, ...]:
    sums: dict[str, int] = {}
    for claim in claims:
        sums[claim.currency] = sums.get(claim.currency, 0) + _unpaid(claim).minor
    return moneys(sums)


def _money(amount: Money | None) -> str:
    # Sign and number stay on one line, in whatever window the text is pasted into.
    return f"{amount.sign}\u00a0{amount}" if amount is not None else "—"


def _day(moment: datetime, where: tzinfo) -> str:
    return f"{moment.astimezone(where):%Y-%m-%d}"


def _last(due_at: datetime, where: tzinfo) -> str:
    return _day(due_at - timedelta(milliseconds=1), where)
