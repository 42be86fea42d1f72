"""The statement of a month's claims: what each line came to, sums, and remarks that name what is still open."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pypdfium2

from desktop.services.sheets import SheetFile, SheetWish
from models.kinds import PacketLanguage, RegisterKind
from models.money import Money
from models.register_records import Month
from tests.desktop.services.register_rows import write_claim

if TYPE_CHECKING:
    from desktop.context import AppContext
    from models.clock import FixedClock


def words(sheet: SheetFile) -> str:
    """All words of a sheet, without blanks."""
    with pypdfium2.PdfDocument(sheet.path) as pdf:
        return "".join("".join(page.get_textpage().get_text_bounded().split()) for page in pdf)


def test_a_statement_says_what_is_open(ctx: AppContext, case_id: int, clock: FixedClock) -> None:
    paid, short, late, waits, refused, _, gone = (
        write_claim(ctx, case_id, amount, tracking_no=f"YQ0000447{place}1182")
        for place, amount in enumerate(("88.00", "20.00", "79.50", "39.00", "12.00", "40.00", "7.00"))
    )
    ctx.claims.hand_in([paid, short, refused], on=date(2026, 11, 18), answer_days=7)
    ctx.claims.hand_in([late], on=date(2026, 11, 10), answer_days=2)
    ctx.claims.hand_in([waits], answer_days=15)
    ctx.claims.answer(paid, Money.of("88"))
    ctx.claims.receive(paid, Money.of("88"))
    ctx.claims.answer(short, Money.of("15"))
    ctx.claims.answer(refused, refused=True)
    ctx.claims.withdraw(gone, "找到了")
    said = words(ctx.sheets.claim_of_month("云雀速递", 2026, 11))
    # The withdrawn one is in no sum.
    assert "合计6单·CNY278.50103.0088.00190.50" in said
    for remark in (
        "1.第3单应于11-12前答复，已超8天", "2.第4单请于12-05前答复", "3.第2单少赔¥5.00", "4.第2单已认赔，还有¥15.00未到账",
        "5.第5单拒赔", "6.第6单随本对账单提交", "7.第7单已撤销",
    ):  # fmt: skip
        assert remark in said, remark
    english = words(ctx.sheets.claim_of_month("云雀速递", 2026, 11, SheetWish(language=PacketLanguage.EN)))
    assert "Theanswertono.3wasdueby11-12;dayslate:8." in english
    clock.advance(timedelta(days=14))
    ctx.month_closings.close(RegisterKind.CARRIER_CLAIM, Month(2026, 11), 1)
    ctx.claims.receive(short, Money.of("15"))
    later = words(ctx.sheets.claim_of_month("云雀速递", 2026, 12))
    assert "更正原2026-11" in later
    assert "合计0单·CNY0.000.0015.00-15.00" in later
    assert "第2单此后另有更正" in words(ctx.sheets.claim_of_month("云雀速递", 2026, 11))
