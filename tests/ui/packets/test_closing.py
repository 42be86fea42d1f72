"""Signing and locking from the Packet page: what is chosen closes the next packet, and never that of another case."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from desktop.packets.values import SealWish
from models.errors import EnvironmentFault
from models.kinds import Problem
from tests.ui.packets.table import PacketTable
from ui.messages import MessageDialog
from ui.page import Target
from ui.plain import PlainLabel


def test_what_is_chosen_closes_the_packet_and_goes_with_its_case(table: PacketTable) -> None:
    page = table.page
    table.ctx.sealing.make_certificate("青禾家居", "云雀-lark-07", key="ec")
    page.closing.use(SealWish("geheim7", sign=True))
    assert page.options.foot.sealing.text() == "下一份材料将：签名，加打开密码。"
    out = table.folder / "sealed.pdf"
    page.giving.save_to(out)
    table.settle()
    packet = table.ctx.packets.list_packets(table.case_id)[0]
    assert (packet.signed_by, packet.locked) == ("青禾家居", True)
    found = table.ctx.packet_checking.check(out)
    assert (found.verdict.value, found.locked) == ("intact", True)
    other = table.ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=1)
    page.open(Target("packets", str(other)))
    table.settle()
    assert page.giving.seal is None
    assert page.options.foot.sealing.isHidden()


def test_without_a_stamp_there_is_a_choice(table: PacketTable) -> None:
    page = table.page
    page.closing.use(SealWish(sign=True))
    assert page.closing.takes(EnvironmentFault("disk_full")) is False
    assert page.closing.takes(EnvironmentFault("stamp_failed", reason="HTTP 500"))
    dialogs = [each for each in QApplication.topLevelWidgets() if isinstance(each, MessageDialog) and each.isVisible()]
    assert len(dialogs) == 1
    said = " ".join(label.text() for label in dialogs[0].findChildren(PlainLabel))
    assert "HTTP 500" in said
    dialogs[0].reject()
    assert page.giving.seal == SealWish(sign=True)
