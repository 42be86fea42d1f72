"""When a dispute was closed: offers to note the same outcome for the last packet of the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.i18n import translator
from ui.messages import toast
from ui.words import word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.context import AppContext
    from models.kinds import DisputeOutcome
    from models.records import Packet
    from ui.background import Background
    from ui.cases.case_doings import CaseDoings

tr = translator("packet_options")


def offer_packet_outcome(
    ctx: AppContext, background: Background, doings: CaseDoings, window: QWidget, case_id: int, outcome: DisputeOutcome
) -> None:
    """Says so in passing where the newest packet of the case has no outcome yet; nothing is noted by itself."""

    def offer(made: Sequence[Packet]) -> None:
        from desktop.services.packet_outcomes import OUTCOMES

        if not made or made[0].outcome is not None or outcome not in OUTCOMES:
            return
        packet, outcomes = made[0], ctx.packet_outcomes

        def note() -> None:
            doings.write(lambda: outcomes.record(packet.id, outcome))

        text = tr("The case's dispute: %1. Packet %2 has no outcome yet.", word(outcome), packet.number)
        toast(window, text, "file-check", "accent", (tr("Note it for the packet too"), note))

    background.run(ctx.jobs.read(lambda: ctx.packets.list_packets(case_id)), offer, receiver=window)
