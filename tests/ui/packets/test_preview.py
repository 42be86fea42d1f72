"""The preview: the real PDF's pages, anew after each change, the last one kept until the new one is there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.services.packet_plans import SUMMARY_LIMIT
from models.kinds import Problem
from models.records import Evidence
from tests.ui.packets.table import PacketTable
from ui.page import Target
from ui.plain import PlainLabel


def test_pages_are_those_of_the_pdf_turned_by_keys_and_zoomed_in_steps(table: PacketTable) -> None:
    preview = table.page.preview
    assert preview is not None
    assert table.page.view.pages == preview.pages == table.page.view.strip.model().rowCount()
    paper = table.page.view.paper
    assert paper.has_page()
    for key, wanted in ((Qt.Key.Key_PageUp, 0), (Qt.Key.Key_PageDown, 1), (Qt.Key.Key_PageDown, 2)):
        table.qtbot.keyClick(paper, key)
        assert table.page.view.page == wanted
    table.choose(0)
    table.press(Qt.Key.Key_PageUp)
    assert table.page.view.page == 1
    table.page.view.strip.setCurrentIndex(table.page.view.strip.model().index(0, 0))
    assert table.page.view.page == 0
    fitted = paper.scale_now()
    table.qtbot.keyClick(paper, Qt.Key.Key_Plus)
    assert paper.scale_now() > fitted
    assert paper.verticalScrollBar().maximum() > 0 or paper.scale_now() < 1
    paper.set_scale(3.0)
    assert paper.wanted_side() >= 2800
    table.qtbot.keyClick(paper, Qt.Key.Key_0)
    assert paper.scale_now() == fitted
    assert paper.is_fitted()
    table.settle()


def test_another_language_makes_another_packet(table: PacketTable) -> None:
    chinese = table.page.preview
    table.page.options.content.language.chosen.emit("en")
    table.settle()
    english = table.page.preview
    assert chinese is not None
    assert english is not None
    assert english.path != chinese.path
    assert english.summary != chinese.summary
    assert table.page.options.summary.field.toPlainText() == english.summary


def test_a_written_summary_is_kept_and_the_draft_comes_back(table: PacketTable) -> None:
    field = table.page.options.summary.field
    draft = field.toPlainText()
    assert draft
    field.setPlainText("四只中两只破裂。")
    table.settle()
    assert table.ctx.packets.find_summary(table.case_id, "zh") == "四只中两只破裂。"
    assert table.page.preview is not None
    assert table.page.preview.summary == "四只中两只破裂。"
    assert table.page.options.summary.draft.isVisibleTo(table.page)
    table.page.options.summary.draft.click()
    table.settle()
    assert field.toPlainText() == draft
    assert table.ctx.packets.find_summary(table.case_id, "zh") is None


def test_a_summary_too_long_is_marked_and_not_kept(table: PacketTable) -> None:
    table.page.options.summary.field.setPlainText("长" * (SUMMARY_LIMIT + 1))
    table.settle()
    assert table.page.options.summary.field.property("wrong") is True
    assert table.ctx.packets.find_summary(table.case_id, "zh") is None


def test_internal_notes_are_out_until_asked_for(table: PacketTable) -> None:
    assert not table.page.options.content.internal.isChecked()
    before = table.page.preview
    table.page.options.content.internal.click()
    assert not table.page.options.content.recipient.isChecked()
    table.page.options.content.recipient.click()
    table.settle()
    assert table.ctx.packet_plans.read(table.case_id).recipient
    after = table.page.preview
    assert before is not None
    assert after is not None
    assert after.path.read_bytes() != before.path.read_bytes()
    assert table.page.wish().plan.internal_notes


def test_many_changes_in_a_row_end_in_one_preview_of_the_last(table: PacketTable) -> None:
    built: list[object] = []
    table.page.builder.built.connect(lambda wish, preview: built.append(wish))
    for _ in range(2):
        table.page.model.move(table.page.model.included_ids()[:1], 3)
    shown = table.page.view.paper.has_page()
    table.settle()
    assert shown
    assert table.page.view.page == 0
    assert built
    assert built[-1] == table.page.wish()
    assert table.page.preview is not None
    assert [placed.evidence_id for placed in table.page.preview.exhibits] == table.page.model.included_ids()


def test_a_preview_that_fails_is_said_in_place_and_the_last_one_stays(
    table: PacketTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(table.ctx.packets, "preview", refuse)
    table.page.ask(at_once=True)
    table.settle()
    assert table.page.view.banner.isVisibleTo(table.page)
    assert table.page.view.paper.has_page()
    monkeypatch.undo()
    table.page.view._again.click()
    table.settle()
    assert not table.page.view.banner.isVisibleTo(table.page)


def test_without_a_case_or_its_evidence_the_page_says_what_to_do(make_table: Callable[[], PacketTable]) -> None:
    table = make_table()
    table.page.open(Target("packets"))
    table.settle()
    assert table.page.is_empty()
    assert not table.page.can("save")
    assert table.page.path() == ()
    table.page._to_cases.click()
    assert table.targets == [Target("cases")]
    table.page.open(Target("packets", "A9999-9999"))
    table.settle()
    assert table.page.is_empty()
    assert len(table.errors) == 1
    # A case without evidence still has a packet.
    buyer = table.ctx.cases.load_page(table.case_id).case.buyer_id
    bare = table.ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=buyer)
    table.page.open(Target("packets", str(bare)))
    table.settle()
    assert table.page.exhibits._none.isVisibleTo(table.page)
    assert table.page.preview is not None
    assert table.page.preview.exhibits == ()
    assert [check.state for check in _checks(table)] == ["due", "done", "done"]


def _checks(table: PacketTable) -> list[object]:
    from ui.packets.packet_checks import checks_of

    return list(checks_of(table.page.model.exhibits(), table.page.preview))


def test_texts_of_buyers_are_shown_as_typed(table: PacketTable) -> None:
    hostile = "<img src='/etc/passwd'><b>粗</b> &amp; %1 %n \u202etxt.exe"
    item: Evidence = table.evidence(1)
    table.ctx.evidence.set_caption(item.id, hostile)
    table.ctx.evidence.set_proves(item.id, hostile)
    table.settle()
    tip = table.row(0).data(Qt.ItemDataRole.ToolTipRole)
    assert "<img src='/etc/passwd'>" in tip
    labels = [label for label in table.page.findChildren(PlainLabel) if label.textFormat() != Qt.TextFormat.PlainText]
    assert labels == []
    assert table.page.exhibits.list.grab().width() > 0


def test_a_narrow_window_swaps_exhibits_and_options(table: PacketTable) -> None:
    page = table.page

    def seen(widget: QWidget) -> bool:
        return widget.isVisibleTo(page)

    page.set_narrow(True)
    assert (seen(page.exhibits), seen(page.options)) == (True, False)
    page.view.options.click()
    assert (seen(page.exhibits), seen(page.options)) == (False, True)
    page.set_narrow(False)
    assert (seen(page.exhibits), seen(page.options)) == (True, True)
