"""The packet on paper: the pages shown are those of the file, what is printed is made and noted once."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pikepdf

from tests.ui.file_printers import FilePrinters
from tests.ui.packets.table import PacketTable
from ui.paper.print_dialog import PrintDialog


def ask(table: PacketTable, printers: FilePrinters) -> PrintDialog:
    """Ctrl+P on the page."""
    table.page.giving.paper.book = printers
    dialog = table.page.giving.paper.ask()
    assert dialog is not None
    table.settle()
    return dialog


def printed(table: PacketTable, dialog: PrintDialog) -> list[int]:
    """Press Print and wait; the copies told."""
    told: list[int] = []
    dialog.printed.connect(told.append)
    dialog.take.click()
    table.qtbot.waitUntil(lambda: bool(told), timeout=60_000)
    table.settle()
    return told


def test_printing_gives_the_chosen_pages_and_is_noted(table: PacketTable) -> None:
    printers = FilePrinters(table.folder / "paper.pdf")
    preview = table.page.preview
    assert preview is not None
    dialog = ask(table, printers)
    assert len(dialog.files_shown()) == preview.pages
    assert dialog.files_shown()[0].file.path == preview.path
    dialog.options.pages.setText("9999")
    assert not dialog.take.isEnabled()
    dialog.options.pages.setText("1, 2")
    assert printed(table, dialog) == [1]
    with pikepdf.open(printers.out) as pdf:
        assert len(pdf.pages) == 2
        assert [round(float(edge)) for edge in pdf.pages[0].mediabox] == [0, 0, 595, 842]  # type: ignore[arg-type]
    made = table.ctx.packets.list_packets(table.case_id)
    assert len(made) == 1
    actions = [event.action for event in table.ctx.cases.load_page(table.case_id).timeline]
    assert "packet_printed" in actions
    # What is saved now is what was printed.
    table.page.save_to(table.folder / "same.pdf")
    table.settle()
    assert hashlib.sha256((table.folder / "same.pdf").read_bytes()).hexdigest() == made[0].sha256
    assert len(table.ctx.packets.list_packets(table.case_id)) == 1


def test_letter_paper_is_said_and_loses_nothing(table: PacketTable) -> None:
    dialog = ask(table, FilePrinters(table.folder / "paper.pdf"))
    dialog.options.paper.setCurrentIndex(dialog.options.paper.findData("letter"))
    assert "94" in dialog.words.text()
    dialog.options.scaling._choose(1)
    assert " 4 " in dialog.words.text()
    dialog.reject()


def test_without_a_printer_the_file_is_saved_byte_for_byte(table: PacketTable) -> None:
    dialog = ask(table, FilePrinters(Path("unused"), none=True))
    assert dialog.options.none.isVisibleTo(dialog)
    assert not dialog.options.pages.isEnabled()
    assert not dialog.system.isEnabled()
    out = table.folder / "packet.pdf"
    told: list[Path] = []
    dialog.saved.connect(told.append)
    dialog.save_to(out)
    table.qtbot.waitUntil(lambda: told == [out], timeout=60_000)
    table.settle()
    made = table.ctx.packets.list_packets(table.case_id)
    assert [packet.sha256 for packet in made] == [hashlib.sha256(out.read_bytes()).hexdigest()]
