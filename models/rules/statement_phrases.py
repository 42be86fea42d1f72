"""The wording of a month's statement of carrier claims: its columns, and what is still to be settled."""

from __future__ import annotations

from typing import Final

STATEMENT_TEXT: Final[dict[str, tuple[str, str]]] = {
    "statement_col_handed": ("提交", "Filed"),
    "statement_col_received": ("到账", "Received"),
    "statement_col_missing": ("差额", "Open"),
    "statement_correction": ("更正", "Correction"),
    "statement_of_month": ("原 {month}", "of {month}"),
    "statement_withdrawn": ("已撤销", "withdrawn"),
    "statement_refused": ("拒赔", "refused"),
    "statement_wait_by": ("第 {lines} 单请于 {day} 前答复。", "Please answer no. {lines} by {day}."),
    "statement_wait": ("第 {lines} 单尚未答复，请答复。", "No answer yet to no. {lines}: please answer."),
    "statement_late": (
        "第 {lines} 单应于 {day} 前答复，已超 {days} 天，请尽快答复。",
        "The answer to no. {lines} was due by {day}; days late: {days}. Please answer.",
    ),
    "statement_under": (
        "第 {lines} 单少赔 {amount}，请补足或写明理由。",
        "No. {lines}: {amount} less than claimed. Please pay the rest or give the reason.",
    ),
    "statement_unpaid": (
        "第 {lines} 单已认赔，还有 {amount} 未到账，请告知打款日期。",
        "No. {lines}: {amount} allowed but not received. Please tell the day of payment.",
    ),
    "statement_refusals": ("第 {lines} 单拒赔，请写明理由。", "No. {lines} refused: please give the reason."),
    "statement_new": ("第 {lines} 单随本对账单提交。", "No. {lines} handed in with this statement."),
    "statement_taken_back": ("第 {lines} 单已撤销，不计入合计。", "No. {lines} withdrawn and in no total."),
    "statement_corrected": (
        "第 {lines} 单此后另有更正：现申报 {claimed}，认赔 {allowed}，到账 {received}。",
        "No. {lines} corrected later: now claimed {claimed}, allowed {allowed}, received {received}.",
    ),
}
