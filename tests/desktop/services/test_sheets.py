"""Slips, claim sheets and summaries as they come out: read back from their PDFs, codes decoded from pixels."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np
import pikepdf
import pypdfium2
import pytest

from desktop.services.sheets import SheetFile, SheetWish
from models.errors import NotFound, UserError
from models.kinds import NoteKind, PacketLanguage, Paper, Problem, RegisterKind
from models.rules.return_codes import return_code
from models.rules.sheet_slip import SlipForm
from tests.desktop.packets.bars import read_code128
from tests.naughty import OWN

if TYPE_CHECKING:
    from desktop.context import AppContext

ADDRESS = "浙江省杭州市良渚街道 18 号 3 幢\n青禾家居售后 收\n0571-8800 0000"


@pytest.fixture
def case_id(ctx: AppContext) -> int:
    """A case with a buyer, an internal note, and two claims against one carrier."""
    shop = ctx.shops.list_shops()[0]
    ctx.shops.change_shop(shop.id, return_address=ADDRESS)
    buyer = ctx.bench.act(
        "buyer_made", lambda work: work.insert("buyer", shop_id=shop.id, nick="花果山_大圣01"), undoable=False
    )
    made = ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=buyer)
    ctx.cases.add_note(made, "只给自己人看", NoteKind.INTERNAL)
    for carrier, amount in (("顺丰", 3900), ("顺丰速运", None)):
        claim(ctx, made, carrier, amount)
    return made


def claim(ctx: AppContext, case_id: int, carrier: str, amount: int | None, item: str = "餐盘") -> None:
    """One line of the register of carrier claims."""
    columns = {"carrier": carrier, "tracking_no": "SF1234567890123", "item": item}
    ctx.bench.act(
        "register_written",
        lambda work: work.insert(
            "register_entry", register=RegisterKind.CARRIER_CLAIM, case_id=case_id, entered_at=work.stamp.now,
            entered_by="小满", amount=amount, currency="CNY", columns=columns,
        ),
        undoable=False,
    )  # fmt: skip


def text(sheet: SheetFile) -> str:
    """All words of a sheet, without blanks."""
    with pypdfium2.PdfDocument(sheet.path) as pdf:
        return "".join("".join(page.get_textpage().get_text_bounded().split()) for page in pdf)


def pixels(sheet: SheetFile, dpi: int = 300) -> np.ndarray:
    """The first page in grey, as a scanner sees it."""
    with pypdfium2.PdfDocument(sheet.path) as pdf:
        return np.array(pdf[0].render(scale=dpi / 72).to_pil().convert("L"))


@pytest.mark.parametrize("form", [SlipForm.A6, SlipForm.FOUR])
def test_a_slip_carries_its_code_twice_and_nothing_of_the_shop_s_own(
    ctx: AppContext, case_id: int, form: SlipForm
) -> None:
    number = ctx.cases.load_page(case_id).case.number
    sheet = ctx.sheets.return_slip(case_id, SheetWish(language=PacketLanguage.BOTH, form=form))
    picture = pixels(sheet)
    # The first slip: the others are the same.
    cells = 2 if form.cells > 1 else 1
    picture = picture[: picture.shape[0] // cells, : picture.shape[1] // cells]
    code = return_code(number)
    assert read_code128(picture) == code
    assert cv2.QRCodeDetector().detectAndDecode(picture)[0] == code
    assert text(sheet).count(code) == form.cells
    for line in ADDRESS.split("\n"):
        assert "".join(line.split()) in text(sheet)
    assert "只给自己人看" not in text(sheet)
    assert ctx.sheets.return_slip(case_id, SheetWish(language=PacketLanguage.BOTH, form=form)).sha256 == sheet.sha256


def test_each_code_can_be_left_out_but_not_both(ctx: AppContext, case_id: int) -> None:
    bars = pixels(ctx.sheets.return_slip(case_id, SheetWish(form=SlipForm.A6, qr=False)))
    assert read_code128(bars)
    assert not cv2.QRCodeDetector().detectAndDecode(bars)[0]
    squares = pixels(ctx.sheets.return_slip(case_id, SheetWish(form=SlipForm.A6, code128=False)))
    assert read_code128(squares) == ""
    with pytest.raises(UserError, match="slip_without_code"):
        ctx.sheets.return_slip(case_id, SheetWish(code128=False, qr=False))


def test_a_slip_needs_an_address_that_has_room(ctx: AppContext, case_id: int) -> None:
    shop = ctx.shops.list_shops()[0]
    ctx.shops.change_shop(shop.id, return_address="路" * 1990)
    with pytest.raises(UserError, match="slip_too_small"):
        ctx.sheets.return_slip(case_id, SheetWish(form=SlipForm.A6))
    ctx.shops.change_shop(shop.id, return_address=" ")
    with pytest.raises(UserError, match="return_address_missing"):
        ctx.sheets.return_slip(case_id)


def test_a_scanned_code_leads_to_its_case_and_a_wrong_one_is_said(ctx: AppContext, case_id: int) -> None:
    number = ctx.cases.load_page(case_id).case.number
    code = return_code(number)
    found = ctx.sheets.find_return(f"{code.lower()}\r\n")
    assert found is not None
    assert found.case_number == number
    assert ctx.sheets.find_return(number) is None
    with pytest.raises(UserError, match="return_code_wrong"):
        ctx.sheets.find_return(code[:-1] + ("A" if code[-1] != "A" else "B"))
    with pytest.raises(NotFound, match="return_case_unknown"):
        ctx.sheets.find_return(return_code("A2001-0001"))


def test_a_statement_gathers_the_claims_of_one_carrier_under_one_name(ctx: AppContext, case_id: int) -> None:
    claim(ctx, case_id, "圆通", 1200)
    carriers = ctx.sheets.claim_carriers(2026, 11)
    assert [each.count for each in carriers] == [2, 1]
    sheet = ctx.sheets.claim_of_month("SF Express", 2026, 11)
    said = text(sheet)
    assert "SF1234567890123" in said
    assert "合计2单" in said
    assert "合计2单·CNY39.00" in said
    assert "12.00" not in said
    assert "1单尚未填写申报金额" in said
    assert ctx.sheets.claim_carriers(2026, 10) == ()
    with pytest.raises(UserError, match="no_claims_of_month"):
        ctx.sheets.claim_of_month("圆通", 2026, 10)


def test_a_long_statement_goes_over_pages_and_adds_up_by_currency(ctx: AppContext, case_id: int) -> None:
    for place in range(45):
        claim(ctx, case_id, "顺丰", 100, f"第 {place} 件 " + "很长的名字" * (place % 9))
    sheet = ctx.sheets.claim_of_month("顺丰", 2026, 11, SheetWish(paper=Paper.LETTER))
    said = text(sheet)
    assert sheet.pages > 2
    assert said.count("运单号") == sheet.pages - (0 if said.count("运单号") == sheet.pages else 1)
    assert "·CNY84.00" in said
    assert said.count("SF1234567890123") == 47
    assert f"第{sheet.pages}页/共{sheet.pages}页" in said


def test_a_summary_is_one_page_whatever_the_case_holds(ctx: AppContext, case_id: int) -> None:
    before = text(ctx.sheets.case_summary(case_id))
    assert "内部INTERNAL" in before
    assert "只给自己人看" in before
    for place in range(24):
        ctx.cases.add_note(case_id, f"记录 {place} " + "话" * (5000 if place % 12 == 0 else 400), NoteKind.INTERNAL)
    for language, paper in ((PacketLanguage.ZH, Paper.A4), (PacketLanguage.EN, Paper.LETTER)):
        sheet = ctx.sheets.case_summary(case_id, SheetWish(language=language, paper=paper))
        assert sheet.pages == 1
        assert ("more" if language is PacketLanguage.EN else "另有") in text(sheet)


def test_what_is_printed_or_saved_stands_in_the_history(ctx: AppContext, case_id: int, tmp_path: Path) -> None:
    sheet = ctx.sheets.case_summary(case_id)
    undo = ctx.undo.peek_undo()
    ctx.sheets.note_printed(sheet)
    out = ctx.sheets.save(sheet, tmp_path / "s.pdf")
    assert out.read_bytes() == sheet.path.read_bytes()
    actions = [event.action for event in ctx.cases.load_page(case_id).timeline][:2]
    assert actions == ["sheet_saved", "sheet_printed"]
    assert ctx.undo.peek_undo() is undo
    with pytest.raises(UserError, match="packet_folder_missing"):
        ctx.sheets.save(sheet, tmp_path / "no" / "s.pdf")


def test_naughty_texts_stay_texts(ctx: AppContext, case_id: int) -> None:
    hostile = [each for each in OWN if each.strip()][:90]
    for place in range(0, len(hostile), 30):
        claim(ctx, case_id, "顺丰", 1, " ".join(hostile[place : place + 30])[:900])
    shop = ctx.shops.list_shops()[0]
    ctx.shops.change_shop(shop.id, return_address="<b>&amp;</b> ' OR 1=1 \u202e路\n<img src='file:///etc/passwd'>")
    wish = SheetWish()
    for sheet in (
        ctx.sheets.return_slip(case_id, replace(wish, form=SlipForm.A5)), ctx.sheets.claim_of_case(case_id, wish),
        ctx.sheets.case_summary(case_id, wish),
    ):  # fmt: skip
        with pikepdf.open(sheet.path) as pdf:
            assert len(pdf.pages) == sheet.pages
    assert "<b>&amp;</b>" in text(ctx.sheets.return_slip(case_id, replace(wish, form=SlipForm.A5)))
