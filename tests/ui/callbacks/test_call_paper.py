"""The call list and the workbooks from the Call-backs page: what is shown is what goes out."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
from pytestqt.qtbot import QtBot

from models.call_back_records import CallFilters
from models.kinds import Tier
from tests.ui.callbacks.conftest import arrive
from tests.ui.file_printers import FilePrinters
from ui.callbacks.list_export import Period, default_name
from ui.callbacks.page import CallBacksPage
from ui.main_window import MainWindow
from ui.paper.call_list_choices import CallListChoices
from ui.paper.call_list_desk import CallListDesk

if TYPE_CHECKING:
    from desktop.context import AppContext


def test_the_list_of_the_day_is_shown_chosen_and_printed(
    stocked: AppContext, window: MainWindow, page: CallBacksPage, qtbot: QtBot, tmp_path: Path
) -> None:
    printers = FilePrinters(tmp_path / "list.pdf")
    desk = page.paper._desk = CallListDesk(stocked, window.background, window, book=printers)
    said: list[str] = []
    desk.said.connect(said.append)
    page.commands()["print"]()
    arrive(qtbot, window)
    dialog = desk.dialog
    assert dialog is not None
    choices = dialog.findChild(CallListChoices)
    assert isinstance(choices, CallListChoices)
    assert (choices.wish().whole_phones, choices.span()) == (False, "day")
    before = desk._sheet
    choices.spans.set_value("month")
    choices.phones.set_value("whole")
    choices.changed.emit()
    arrive(qtbot, window)
    assert before is not None
    assert desk._sheet is not None
    assert (before.name, desk._sheet.name) == ("2026-11-20", "2026-11")
    dialog.take.click()
    arrive(qtbot, window)
    assert (printers.out.is_file(), said[-1]) == (True, "回访单已送打印机")
    # A filter nobody passes: said, and no empty paper.
    desk.open(date(2026, 11, 21), CallFilters(tiers=(Tier.V1,)))
    arrive(qtbot, window)
    desk.open(date(2027, 2, 1), CallFilters(), month=True)
    arrive(qtbot, window)
    assert said[-2:] == ["2026-11-21 没有待回访的买家", "2027-02 没有待回访的买家"]
    # Language and paper are kept, whole phone numbers are asked for anew each time.
    assert stocked.settings.get("paper.call_list") == {"language": "zh", "paper": "a4"}


def test_what_is_shown_goes_into_a_workbook(
    window: MainWindow, page: CallBacksPage, qtbot: QtBot, tmp_path: Path
) -> None:
    period = page.paper.period()
    assert period == Period(date(2026, 11, 1), date(2026, 11, 30), CallFilters())
    said: list[str] = []
    page.said.connect(said.append)
    for made, rows in ((False, 6), (True, 0)):
        out = tmp_path / default_name(period, made=made)
        page.paper.exports.write(out, period, made=made)
        arrive(qtbot, window)
        assert openpyxl.load_workbook(out).worksheets[0].max_row == rows + 1
        assert said[-1] == f"{rows} 行已写入 {out.name}"
