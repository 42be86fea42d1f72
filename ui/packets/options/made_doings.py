"""What is done with packets that were made: looked at, saved again, followed by a version, how they ended."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from models.records import Packet
from ui.i18n import translator
from ui.packets.handing_out import choose_again
from ui.packets.options.outcome_dialog import Ended, OutcomeDialog

if TYPE_CHECKING:
    from ui.packets.packets_page import PacketsPage

tr = translator("packet_options")


class MadeDoings(QObject):
    """Joins the list of packets with their services."""

    def __init__(self, page: PacketsPage) -> None:
        super().__init__(page)
        self._page = page
        page.options.made.done_with.connect(self._do)

    def commands(self) -> dict[str, Callable[[], object]]:
        """What the menus offer for the packet gone to in the list, or the newest one."""
        return {"packet_outcome": lambda: self._with("outcome"), "next_packet": lambda: self._with("next")}

    def chosen(self) -> Packet | None:
        """The packet gone to in the list, else the newest of the case; None while none was made."""
        state = self._page.state
        if state is None or not state.packets:
            return None
        return self._page.options.made.list.chosen() or state.packets[0]

    def _with(self, act: str) -> None:
        packet = self.chosen()
        if packet is not None:
            self._do(act, packet)

    def _do(self, act: str, packet: Packet) -> None:
        if act == "open":
            self.open_kept(packet)
        elif act == "again":
            self.save_again(packet)
        elif act == "next":
            self.make_next(packet)
        elif act == "outcome":
            self.ask_outcome(packet)
        elif act == "hash":
            self._page.giving.copy_hash(packet.sha256)

    def open_kept(self, packet: Packet) -> None:
        """Show the copy that is kept with the case."""
        if packet.evidence_id is None:
            self._page.said.emit(tr("No copy of %1 is kept: it was made by an earlier version.", packet.number))
        else:
            self._page.look_at(packet.evidence_id)

    def save_again(self, packet: Packet) -> None:
        """Choose where to, then write the same bytes."""
        path = choose_again(self._page, self._page.giving.folder(), packet)
        if path is not None:
            self.save_again_to(packet, path)

    def save_again_to(self, packet: Packet, path: Path) -> None:
        """Write the same bytes once more."""
        page, packets = self._page, self._page.ctx.packets
        page.background.run(
            page.ctx.jobs.io(lambda: packets.copy_packet(packet, path)),
            lambda written: page.giving.tell_again(packet, written),
            page.tell_error,
            receiver=self,
        )

    def make_next(self, packet: Packet) -> None:
        """What it was made with is chosen for the next one."""
        plans = self._page.ctx.packet_plans
        self._page.options.settle()
        self._page.writing.write(lambda: plans.next_version(packet.id))
        self._page.said.emit(tr("Chosen as for %1; the next packet follows it.", packet.number))

    def ask_outcome(self, packet: Packet) -> None:
        """Ask how it ended, then note it."""
        page = self._page
        if page.state is None:
            return
        currency, now = page.state.page.shop.currency, page.ctx.clock.now()
        dialog = OutcomeDialog(packet, currency, now, page.choosing.zone(), page)
        outcomes = page.ctx.packet_outcomes

        def keep(ended: Ended) -> None:
            page.keep_held(
                dialog,
                lambda: outcomes.record(ended.packet_id, ended.outcome, ended.amount, ended.note, ended.at),
            )

        dialog.given.connect(keep)
        dialog.open()
