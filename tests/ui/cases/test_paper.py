"""Paper from the Cases page: slips that are scanned find their case, packets of several cases, sheets of one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.services.packet_batch import BatchState
from models.errors import UserError
from models.kinds import EvidenceSource
from models.packet_records import PacketPlan
from models.rules.return_codes import return_code
from tests.ui.cases.sample_cases import Show, arrive
from tests.ui.file_printers import FilePrinters
from ui.cases.page import CasesPage
from ui.error_words import sentence
from ui.page import Target
from ui.paper.batch_desk import BatchDesk
from ui.paper.sheet_desk import SheetDesk
from ui.program import wished

if TYPE_CHECKING:
    from desktop.context import AppContext


def test_a_scanned_slip_opens_its_case_wherever_it_is_typed(
    stocked: AppContext, show: Show, qtbot: QtBot
) -> None:
    window = show(stocked)
    page = window.current_page()
    assert isinstance(page, CasesPage)
    said: list[str] = []
    page.said.connect(said.append)
    numbers = [row.number for row in stocked.cases.load_rows([1, 2, 3, 4]).values()]
    first, second = return_code(numbers[0]), return_code(numbers[1])
    # In the search, as a scanner types: fast, and Enter at the end.
    page.start_search()
    QTest.keyClicks(page.pane.search, second.lower())
    QTest.keyClick(page.pane.search, Qt.Key.Key_Return)
    arrive(qtbot, window)
    assert page.panel.page is not None
    assert page.panel.page.case.number == numbers[1]
    assert page.pane.search.text() == ""
    # A wrong check character is said, and the next scan takes its place.
    wrong = first[:-1] + ("A" if first[-1] != "A" else "B")
    QTest.keyClicks(page.pane.search, wrong)
    QTest.keyClick(page.pane.search, Qt.Key.Key_Return)
    arrive(qtbot, window)
    assert said[-1].startswith(sentence(UserError("return_code_wrong", slip=wrong)).what)
    assert page.pane.search.selectedText() == wrong
    # In the palette.
    window.open_palette()
    QTest.keyClicks(window.palette_.field, first)
    QTest.keyClick(window.palette_.field, Qt.Key.Key_Return)
    arrive(qtbot, window)
    assert page.panel.page.case.number == numbers[0]
    window.open_palette()
    window.palette_.field.setText(wrong)
    window.palette_._ask()
    arrive(qtbot, window)
    shown = window.palette_.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert wrong in shown
    QTest.keyClick(window.palette_.field, Qt.Key.Key_Return)
    assert window.palette_.isVisible()
    window.palette_.reject()
    # From outside.
    assert wished(second) == Target("cases", second, "scan")
    window.go(wished(second))
    arrive(qtbot, window)
    assert page.panel.page.case.number == numbers[1]
    assert window.here() == Target("cases")


def test_several_cases_are_printed_and_one_that_cannot_is_named(
    stocked: AppContext, show: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    window = show(stocked)
    for case_id in (1, 2):
        stocked.intake.add_bytes(case_id, "10:00 你好".encode(), "1.txt", EvidenceSource.CHOSEN)
        stocked.packet_plans.keep(case_id, PacketPlan(preset="print"))
    stocked.packet_plans.keep(3, PacketPlan(preset="taobao"))
    desk = BatchDesk(stocked, window.background, window, book=FilePrinters(tmp_path / "all.pdf"))
    desk.ask([1, 2, 3])
    arrive(qtbot, window)
    dialog = desk.dialog
    assert dialog is not None
    states = [line.state for line in dialog.model.lines()]
    assert states[2] is BatchState.REFUSED
    assert dialog.model.index(2, 4).data()
    assert states[:2] == [BatchState.READY] * 2
    ready = [line.case_id for line in dialog.model.lines() if line.state is BatchState.READY]
    out = tmp_path / "folder"
    out.mkdir()
    dialog.save_into(out)
    arrive(qtbot, window)
    assert len(list(out.iterdir())) == len(ready)
    for case_id in ready:
        assert "packet_made" in [event.action for event in stocked.cases.load_page(case_id).timeline]
    assert dialog.model.lines()[2].state is BatchState.REFUSED
    QTest.keyClick(dialog.table, Qt.Key.Key_Escape)
    arrive(qtbot, window)
    assert desk.dialog is None or not desk.dialog.isVisible()


def test_a_summary_is_shown_and_noted_when_it_was_printed(
    stocked: AppContext, show: Show, qtbot: QtBot, tmp_path: Path
) -> None:
    window = show(stocked)
    printers = FilePrinters(tmp_path / "s.pdf")
    desk = SheetDesk(stocked, window.background, window, book=printers)
    desk.case_summary(1)
    arrive(qtbot, window)
    dialog = desk.dialog
    assert dialog is not None
    dialog.options.copies.setValue(2)
    dialog.take.click()
    arrive(qtbot, window)
    assert printers.out.is_file()
    assert [job.copies for job in printers.jobs] == [2]
    assert "sheet_printed" in [event.action for event in stocked.cases.load_page(1).timeline]
