"""Handing out: saved and printed from one PDF, noted once, stopped by evidence that changed."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable

import pytest

from models.errors import EvidenceFault, UserError
from tests.ui.packets.table import PacketTable
from ui.error_words import sentence
from ui.packets.handing_out import suggested_name
from ui.packets.packet_checks import Check, checks_of
from ui.page import Target, Work


def checks(table: PacketTable) -> list[Check]:
    return checks_of(table.page.model.exhibits(), table.page.preview)


def spoil(table: PacketTable, number: int) -> None:
    """Change a byte of a kept file."""
    path = table.ctx.store.files.path(table.evidence(number).sha256)
    data = bytearray(path.read_bytes())
    data[-1] ^= 0xFF
    os.chmod(path, stat.S_IWRITE | stat.S_IREAD)
    path.write_bytes(bytes(data))


def test_saving_writes_notes_and_shows_what_was_made(table: PacketTable) -> None:
    out = table.folder / "p.pdf"
    work: list[object] = []
    table.page.working.connect(work.append)
    table.page.save_to(out)
    table.settle()
    made = table.ctx.packets.list_packets(table.case_id)
    assert [packet.sha256 for packet in made] == [hashlib.sha256(out.read_bytes()).hexdigest()]
    assert table.page.preview is not None
    assert table.page.preview.number == made[0].number
    assert table.page.preview.path.read_bytes() == out.read_bytes()
    assert table.page.options.made.list.model().rowCount() == 1
    assert table.page.options.foot.done.isVisibleTo(table.page)
    assert any(isinstance(step, Work) for step in work)
    assert work[-1] is None
    assert table.ctx.settings.get("packet.folder") == str(table.folder)


def test_saving_again_gives_the_same_bytes_until_something_changes(table: PacketTable) -> None:
    for name, narrow in (("a.pdf", False), ("b.pdf", True)):
        # Where the options are put away it is said over the page.
        table.page.set_narrow(narrow)
        assert table.said == []
        table.page.save_to(table.folder / name)
        table.settle()
    assert "b.pdf" in table.said[-1]
    assert (table.folder / "a.pdf").read_bytes() == (table.folder / "b.pdf").read_bytes()
    assert len(table.ctx.packets.list_packets(table.case_id)) == 1
    table.ctx.evidence.set_proves(table.evidence(3).id, "封口完好")
    table.settle()
    table.page.save_to(table.folder / "c.pdf")
    table.settle()
    assert [packet.number[-2:] for packet in table.ctx.packets.list_packets(table.case_id)] == ["02", "01"]


def test_changed_evidence_is_named_and_nothing_can_be_handed_out(
    make_table: Callable[[], PacketTable],
) -> None:
    table = make_table()
    spoil(table, 2)
    table.open_case()
    assert checks(table)[0].state == "overdue"
    assert "2" in checks(table)[0].text
    assert not table.page.can("save")
    assert not table.page.options.foot.save.isEnabled()
    table.page.save_to(table.folder / "p.pdf")
    table.settle()
    assert not (table.folder / "p.pdf").exists()
    table.choose(1)
    table.page.model.toggle(table.row(1))
    table.settle()
    assert table.page.can("save")


def test_evidence_that_changes_under_the_page_stops_the_saving(table: PacketTable) -> None:
    spoil(table, 1)
    table.page.save_to(table.folder / "p.pdf")
    table.settle()
    assert isinstance(table.errors[0], EvidenceFault)
    assert "证据 1" in sentence(table.errors[0]).what
    assert not (table.folder / "p.pdf").exists()
    assert not table.page.can("save")


def test_a_folder_that_is_gone_is_said_in_words(table: PacketTable) -> None:
    table.page.save_to(table.folder / "gone" / "p.pdf")
    table.settle()
    assert isinstance(table.errors[0], UserError)
    assert "gone" in sentence(table.errors[0]).what
    assert table.page.can("save")


def test_checks_say_what_does_not_prove_anything_yet(table: PacketTable) -> None:
    states = [check.state for check in checks(table)]
    assert states == ["done", "due", "done"]
    assert "3" in checks(table)[1].text
    assert checks_of([], None)[0].state == "waiting"


@pytest.mark.parametrize("number", ["P-A2611-0001-01"])
def test_the_suggested_name_is_safe_everywhere(table: PacketTable, number: str) -> None:
    name = suggested_name(number)
    assert name == f"举证材料 {number}.pdf"
    assert not set(name) & set('<>:"/\\|?*')


def test_opening_the_evidence_goes_to_its_page(table: PacketTable) -> None:
    table.page.exhibits.list.evidence_wanted.emit(7)
    assert table.targets == [Target("evidence", str(table.case_id), "7")]
