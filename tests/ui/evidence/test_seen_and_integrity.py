"""The banner of what was seen before, the report of a check, and the original put back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit

from models.kinds import EvidenceSource, Integrity, Problem
from tests.desktop.services.test_likeness import jpeg, scene
from tests.ui.evidence.desk import Desk
from ui.evidence.integrity_report import ReportDialog
from ui.intake.pieces import Intake
from ui.page import Target


def add(desk: Desk, data: bytes, name: str) -> int:
    added = desk.ctx.intake.add_bytes(desk.case_id, data, name, EvidenceSource.CHOSEN)
    assert added.evidence_id is not None
    desk.qtbot.waitUntil(lambda: added.evidence_id in desk.shown_ids())
    desk.settle()
    return added.evidence_id


def test_the_banner_says_where_and_not_the_same_takes_it_away(desk: Desk) -> None:
    ctx = desk.ctx
    buyer = ctx.bench.act("x", lambda one: one.insert("buyer", shop_id=1, nick="水帘洞_02"), undoable=False)
    other = ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=buyer)
    number = ctx.cases.load_page(other).case.number
    theirs = ctx.intake.add_bytes(other, jpeg(scene(1)), "theirs.jpg", EvidenceSource.PASTED).evidence_id
    mine = add(desk, jpeg(scene(1), 45), "开箱俯拍.jpg")
    assert ctx.likeness.look_at([mine, theirs or 0]) == 2
    desk.page.load()
    desk.settle()
    banner = desk.page.pane.seen
    assert banner.isVisibleTo(desk.page.pane)
    (text,) = banner.texts()
    assert text.startswith("本单“")
    assert number in text
    assert "近似 9" in text
    assert "不同买家" in text
    seen = banner.seen()
    assert seen is not None
    banner.case_wanted.emit(seen.sightings[0])
    assert desk.targets[-1] == Target("evidence", number, str(theirs))
    banner.not_same.emit(seen.sightings[0])
    desk.settle()
    assert banner.texts() == []
    banner.again_wanted.emit()
    desk.settle()
    assert len(banner.texts()) == 1
    file = desk.file("again.jpg", jpeg(scene(1).crop((10, 10, 630, 470))))
    desk.page.adding.add(Intake(paths=(file,)), EvidenceSource.CHOSEN)
    desk.qtbot.waitUntil(lambda: "以前见过" in desk.page.browser.strip.what())
    desk.settle()
    assert number in desk.page.browser.strip.what()
    assert desk.page.browser.seen_marks() == {one.id: 1 for one in desk.evidence()}


def test_a_report_names_what_is_wrong_and_the_original_heals_it(desk: Desk) -> None:
    good, bad = (add(desk, jpeg(scene(seed)), f"{seed}.jpg") for seed in (2, 3))
    path = desk.kept_file(desk.evidence()[1])
    path.chmod(0o600)
    path.write_bytes(path.read_bytes()[:-5])
    desk.page.browser.choose_row(1)
    desk.page.commands()["verify_chosen"]()
    desk.settle()
    assert [item.integrity for item in desk.evidence()] == [Integrity.VERIFIED, Integrity.CHANGED]
    desk.page.commands()["integrity_report"]()
    dialog = desk.page.findChildren(ReportDialog)[-1]
    shown = dialog.findChildren(QPlainTextEdit)[0].toPlainText()
    item = desk.evidence()[1]
    assert "1 件凭证与导入时不一致" in shown
    assert "文件被截短" in shown
    assert item.sha256 in shown
    assert desk.number in shown
    target = desk.file("report.txt", b"")
    dialog.save_wanted.emit(target)
    desk.settle()
    assert target.read_text(encoding="utf-8") == dialog.text
    dialog.accept()
    original: Path = desk.file("original.jpg", jpeg(scene(3)))
    desk.page.integrity.take_back(bad, original)
    desk.settle()
    assert [item.integrity for item in desk.evidence()] == [Integrity.VERIFIED, Integrity.VERIFIED]
    assert any("重新与导入时一致" in said for said in desk.said)
    assert good != bad
