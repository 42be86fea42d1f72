"""Batch alarms in the store: what rings, what was done about it and taken back, the report with its photos."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
import pytest
from openpyxl import load_workbook
from PIL import Image

from desktop.services.register_writing import write_entry
from desktop.services.sheets import SheetFile, SheetWish
from models.batch_records import BatchAlarmRule
from models.errors import NotFound, UserError
from models.kinds import EvidenceSource, PacketLanguage, Problem, RegisterKind, SheetKind
from models.store import batches
from tests.conftest import NOW
from tests.naughty import OWN

if TYPE_CHECKING:
    from desktop.context import AppContext
    from models.clock import FixedClock

STYLE, BATCH = "QH-1", "2610B"


def reported(
    ctx: AppContext, nick: str, style: str = STYLE, batch: str = BATCH, item: str = "雾釉餐盘"
) -> tuple[int, int]:
    """A case of a buyer with a quality line of that style and batch: the ids of both."""
    shop = ctx.shops.list_shops()[0]
    database: Any = ctx.store.database
    known = database.execute_sql("SELECT id FROM buyer WHERE nick = ?", (nick,)).fetchone()
    buyer = known[0] if known else ctx.bench.act(
        "buyer_made", lambda work: work.insert("buyer", shop_id=shop.id, nick=nick), undoable=False
    )  # fmt: skip
    case_id = ctx.cases.open_case(problem=Problem.QUALITY, buyer_id=buyer)
    columns = {"buyer_id": nick, "sku": style, "batch": batch, "item": item}
    entry = ctx.bench.act(
        "register_written",
        lambda work: write_entry(work, RegisterKind.QUALITY, shop_id=shop.id, case_id=case_id, columns=columns),
        undoable=False,
    )
    return case_id, entry


def photo(colour: str, size: tuple[int, int] = (640, 480)) -> bytes:
    """A JPEG of a camera, with the place where it was taken."""
    exif = Image.Exif()
    exif[0x010F] = "SECRETCAMERA"
    exif.get_ifd(0x8825)[1] = "N"
    made = BytesIO()
    Image.new("RGB", size, colour).save(made, "JPEG", exif=exif)
    return made.getvalue()


def text(sheet: SheetFile) -> str:
    """All words of a sheet, without blanks."""
    with pypdfium2.PdfDocument(sheet.path) as pdf:
        return "".join("".join(page.get_textpage().get_text_bounded().split()) for page in pdf)


def test_two_buyers_ring_and_what_was_done_is_undone(ctx: AppContext, clock: FixedClock) -> None:
    alarms = ctx.batch_alarms
    reported(ctx, "孙小圣")
    assert alarms.alarms() == ()
    reported(ctx, "孙小圣", style=" qh-1 ")
    assert alarms.alarms() == ()
    reported(ctx, "牛郎", style="ＱＨ-1")
    (alarm,) = alarms.alarms()
    assert (alarm.buyers, alarm.open, alarm.severe, len(alarm.reports)) == (2, True, False, 3)
    shop = ctx.shops.list_shops()[0].id
    assert alarms.alarms(shop)[0].buyers == 2
    assert alarms.alarms(shop + 1) == ()
    clock.advance(timedelta(hours=1))
    alarms.acknowledge("QH-1", "2610b", stock_down=True, supplier_told=True, note="已下架，通知王厂长")
    (answered,) = alarms.alarms()
    assert not answered.open
    assert answered.notice is not None
    assert (answered.notice.note, answered.notice.acknowledged_by) == ("已下架，通知王厂长", ctx.bench.person.name)
    ctx.bench.undo_last()
    assert alarms.alarms()[0].notice is None
    ctx.bench.redo_last()
    assert alarms.alarms() == (answered,)
    clock.advance(timedelta(hours=1))
    reported(ctx, "织女")
    assert not alarms.alarms()[0].open
    reported(ctx, "嫦娥")
    assert alarms.alarms()[0].open


def test_nothing_done_is_no_answer_and_what_is_quiet_needs_none(ctx: AppContext) -> None:
    for nick in ("孙小圣", "牛郎"):
        reported(ctx, nick)
    alarms = ctx.batch_alarms
    for note, code in (
        (" ", "batch_nothing_done"),
        ("长" * 2_001, "text_too_long"),
        ("a\0b", "text_has_nul"),
        ("\ud800", "text_not_unicode"),
    ):
        with pytest.raises(UserError) as refused:
            alarms.acknowledge(STYLE, BATCH, stock_down=False, supplier_told=False, note=note)
        assert refused.value.code == code
    with pytest.raises(NotFound):
        alarms.acknowledge("'; DROP TABLE batch_notice", BATCH, stock_down=True, supplier_told=False)
    with pytest.raises(NotFound):
        alarms.mark_severe(999_999)
    assert batches.list_notices(ctx.store.database, ctx.clock.now()) == ()


def test_a_note_is_kept_as_it_was_typed_or_refused(ctx: AppContext) -> None:
    for nick in ("孙小圣", "牛郎"):
        reported(ctx, nick)
    alarms = ctx.batch_alarms
    for text in OWN[:75]:
        try:
            alarms.acknowledge(STYLE, BATCH, stock_down=True, supplier_told=False, note=text)
        except UserError as refused:
            assert refused.code in ("text_has_nul", "text_not_unicode")  # noqa: PT017
            continue
        assert batches.list_notices(ctx.store.database, NOW - timedelta(days=1))[-1].note == text.strip()


def test_a_severe_one_rings_at_once_and_the_rule_is_chosen(ctx: AppContext) -> None:
    alarms = ctx.batch_alarms
    _, entry = reported(ctx, "孙小圣")
    assert alarms.mark_severe(entry) == entry
    assert [(each.severe, each.buyers) for each in alarms.alarms()] == [(True, 1)]
    sheet = ctx.bench.undo_last()
    assert sheet is not None
    assert sheet.code == "quality_severe"
    assert alarms.alarms() == ()
    alarms.set_rule(BatchAlarmRule(threshold=1, days=7))
    assert len(alarms.alarms()) == 1
    ctx.bench.undo_last()
    assert (alarms.rule(), alarms.alarms()) == (BatchAlarmRule(), ())
    _, other = reported(ctx, "牛郎", style="QH-2")
    assert alarms.mark_all([entry, other, entry]) == (entry, other, entry)
    assert len(alarms.alarms()) == 2
    assert alarms.mark_all([entry, other]) == (entry, other)
    ctx.bench.undo_last()
    assert alarms.alarms() == ()
    with pytest.raises(UserError) as refused:
        alarms.set_rule(BatchAlarmRule(threshold=0))
    assert refused.value.values == {"field": "threshold"}


def test_the_report_shows_the_photos_and_names_no_buyer(ctx: AppContext) -> None:
    for nick, colour in (("孙小圣", "#884422"), ("牛郎", "#226644")):
        case_id, _ = reported(ctx, nick)
        ctx.intake.add_bytes(case_id, photo(colour), "IMG_1.jpg", EvidenceSource.CHOSEN, caption=f"{nick}拍的裂纹")
        ctx.intake.add_bytes(case_id, photo("white"), "IMG_2.jpg", EvidenceSource.CHOSEN, tag="waybill")
    for language in (PacketLanguage.EN, PacketLanguage.BOTH):
        sheet = ctx.quality_reports.report(STYLE, BATCH, SheetWish(language=language))
        assert sheet.kind is SheetKind.QUALITY_REPORT
        said, raw = text(sheet), sheet.content()
        for hidden in ("孙小圣", "牛郎"):
            assert hidden not in said
        assert "拍的裂纹" in said
        # Waybills tell whose parcel it was.
        assert "2morephotos" in said
        assert ("Buyer2拍的裂纹" if language is PacketLanguage.EN else "买家2") in said
        assert b"SECRETCAMERA" not in raw
        with pikepdf.open(BytesIO(raw)) as pdf:
            pictures = [each for each in pdf.objects if isinstance(each, pikepdf.Stream)
                        and each.get("/Subtype") == "/Image"]  # fmt: skip
            assert len(pictures) == 2
            assert all(b"Exif" not in each.read_raw_bytes() for each in pictures)


def test_the_week_lists_every_style_and_batch(ctx: AppContext, tmp_path: Path) -> None:
    for nick, batch in (("孙小圣", BATCH), ("牛郎", BATCH), ("织女", ""), ("=1+1", "=cmd|' /C calc'!A0")):
        reported(ctx, nick, batch=batch, item='=HYPERLINK("http://x","y")')
    day = ctx.clock.now().date()
    said = text(ctx.quality_reports.weekly(day))
    assert "未注明批次" in said
    assert "2026年第47周" in said
    with pypdfium2.PdfDocument(ctx.quality_reports.weekly(day).path) as pdf:
        heading = pdf[0].get_textpage().get_text_bounded().splitlines()[0]
    assert heading.endswith("至 2026-11-22）"), "on one line"
    assert ctx.quality_reports.export_weekly(tmp_path / "week.xlsx", day) == 3
    page = load_workbook(tmp_path / "week.xlsx").active
    assert page is not None
    rows = list(page.iter_rows(values_only=True))
    assert rows[1][:5] == (STYLE, BATCH, '=HYPERLINK("http://x","y")', 2, 2)
    assert rows[-1][4] == 4
    assert {cell.data_type for row in page.iter_rows(min_row=2) for cell in row} <= {"s", "n"}
    before = day - timedelta(days=7)
    assert ctx.quality_reports.export_weekly(tmp_path / "before.xlsx", before) == 0
    assert "本周没有质量反馈" in text(ctx.quality_reports.weekly(before))
