"""The checklist's column: ticks and where, what comes in for a line, asking the buyer, and the weights under it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from models.kinds import EvidenceSource, WeightVerdict
from models.rules.conclusion import EvidenceNeed
from models.rules.pack_parts import Text
from models.rules.weight_evidence import ParcelWeights, WeightLine
from tests.ui.evidence.desk import Desk, photo
from ui.evidence.checklist.weight_words import verdict_chip
from ui.settings.weight_panel import ItemWeightDialog

PACK = (("taobao", "1.0.0"),)
NEEDS = tuple(
    EvidenceNeed(word, Text(zh, word), "photo", level, "buyer", Text(f"请拍{zh}。", f"Please photograph {word}."), PACK)
    for word, zh, level in (("all_items", "全部商品合照", "must"), ("box", "外箱六面", "must"), ("pad", "内衬", "may"))
)
PARCEL = ParcelWeights(
    (WeightLine("餐盘", 4, 490, 10, missing=1, sku="P801"),), waybill=2310, waybill_step=10, scale=2310,
    scale_accuracy=10, packing=320, packing_tolerance=20,
)  # fmt: skip


@pytest.fixture
def checked(make_desk: Callable[[], Desk], monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The page with a case of one photo and three needs."""
    desk = make_desk()
    monkeypatch.setattr(desk.ctx.resolutions, "evidence_needs", lambda case_id: NEEDS)
    desk.ctx.intake.add_bytes(desk.case_id, photo(), "all.jpg", EvidenceSource.CHOSEN)
    desk.open_case()
    return desk


def second(desk: Desk, row: int) -> str:
    """The second line of a need."""
    item = desk.page.checklist.model.item(row)
    assert item is not None
    return desk.page.checklist.model.where(item)


def test_lines_are_ticked_asked_for_and_marked(checked: Desk) -> None:
    panel, page = checked.page.checklist, checked.page
    assert panel.about().startswith("破损 · ")
    assert "1.0.0" in panel.about()
    assert [second(checked, row) for row in range(3)] == ["缺 · 必需", "缺 · 必需", "缺 · 可选"]
    checked.ctx.evidence.set_tag(checked.evidence()[0].id, "all_items")
    checked.settle()
    assert second(checked, 0).startswith("第 1 件")

    assert panel.asking.need_ids() == ["box"]
    page.commands()["copy_request"]()
    assert "请拍外箱六面" in QGuiApplication.clipboard().text()
    page.commands()["mark_asked"]()
    checked.settle()
    assert second(checked, 1).startswith("已索要")
    assert not panel.asking.offer.isHidden()
    panel.asking.waiting_wanted.emit()
    checked.settle()
    assert checked.ctx.cases.load_page(checked.case_id).case.waiting_on == "buyer"
    checked.ctx.bench.undo_last()
    checked.ctx.bench.undo_last()
    checked.settle()
    assert second(checked, 1) == "缺 · 必需"


def test_all_that_was_asked_for_is_marked_with_the_focus_in_the_column(checked: Desk) -> None:
    page, panel = checked.page, checked.page.checklist
    page.activateWindow()
    page.commands()["copy_request"]()
    assert panel.asking.mark.hasFocus()
    page.commands()["mark_asked"]()
    checked.settle()
    assert [second(checked, row)[:3] for row in range(2)] == ["已索要", "已索要"]


def test_words_not_to_be_sent_stop_the_copy_and_an_edited_text_stays(checked: Desk) -> None:
    pane = checked.page.checklist.asking
    pane.text.setPlainText("好评返现 5 元")
    pane.edited.emit(pane.request())
    checked.settle()
    assert not pane.finding.isHidden()
    assert not pane.copy.isEnabled()
    pane.text.setPlainText("麻烦您补一张外箱照片，谢谢")
    pane.edited.emit(pane.request())
    checked.settle()
    assert pane.copy.isEnabled()
    checked.ctx.evidence.set_caption(checked.evidence()[0].id, "合照")
    checked.settle()
    assert pane.request() == "麻烦您补一张外箱照片，谢谢"
    pane.manner_wanted.emit("upset", "en")
    checked.settle()
    assert "Please photograph" in pane.request()


def test_what_is_dropped_on_a_line_fills_it(checked: Desk) -> None:
    mime = QMimeData()
    mime.setText("外箱已经扔了")
    checked.page.checklist.list.dropped.emit("box", mime)
    checked.settle()
    assert [item.tag for item in checked.evidence()] == ["", "box"]
    assert checked.page.listing.held == ""
    checked.page.checklist.wanted.emit("pad", False)
    assert second(checked, 2) == "接下来粘贴或添加的算这一项"
    checked.page.checklist.list.let_go.emit()
    assert second(checked, 2) == "缺 · 可选"


def test_weights_stand_under_the_checklist_and_are_entered_in_their_dialog(checked: Desk) -> None:
    item = checked.evidence()[0]
    checked.ctx.weighings.save(checked.case_id, PARCEL, scale_evidence_id=item.id)
    checked.settle()
    block = checked.page.checklist.weights
    assert block.isVisibleTo(checked.page)
    assert "与 4 件相符" in block.facts()
    assert "少 1 件应为 1.79 kg，可排除少发" in block.facts()
    checked.page.commands()["weigh_parcel"]()
    dialog = checked.page.listing.dialog
    assert dialog is not None
    dialog.waybill.setText("一公斤左右")
    dialog._take()
    assert not dialog.held
    dialog.waybill.setText("1.8kg")
    dialog.scale.setText("")
    assert dialog.show_finding().verdict is WeightVerdict.PLAUSIBLE
    dialog._take()
    checked.settle()
    assert verdict_chip(checked.ctx.weighings.of_case(checked.case_id).finding) == "可能少 1 件"
    assert "可能少 1 件" in block.facts()


def test_the_weight_of_an_item_is_read_as_typed(checked: Desk) -> None:
    dialog = ItemWeightDialog(None, checked.page)
    dialog.sku.setText("  P801 ")
    dialog.grams.setText("1斤2两")
    assert dialog.entered() == ("P801", "", 600, 0)
    dialog.grams.setText("heavy")
    assert dialog.entered() is None
    dialog.close()
