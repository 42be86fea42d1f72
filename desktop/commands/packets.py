"""`packet`: makes the dispute PDF of a case."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from desktop.commands.output import Output
from desktop.context import AppContext
from models.kinds import PacketLanguage


def make_packet(context: AppContext, options: Namespace, output: Output) -> int:
    """Write the packet to `--out`; it is noted in the case's history with its hash."""
    case_id = context.cases.find_case_id(options.case)
    plan = replace(context.packet_plans.read(case_id), language=PacketLanguage(options.lang))
    made = context.packets.make_packet(case_id, out=Path(options.out), plan=plan)
    packet = made.packet
    output.line(f"{packet.number}: {packet.pages} pages, {packet.size} bytes, sha256 {packet.sha256}")
    for missing in made.missing_glyphs:
        output.line(f"could not be drawn: {missing}")
    output.value(made)
    return 0
