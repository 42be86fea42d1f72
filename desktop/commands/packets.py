"""`packet`: makes the dispute PDF of a case."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from desktop.commands.output import Output
from desktop.context import AppContext


def make_packet(context: AppContext, options: Namespace, output: Output) -> int:
    """Write the packet to `--out`; it is noted in the case's history with its hash."""
    case_id = context.cases.find_case_id(options.case)
    made = context.packets.make_packet(case_id, out=Path(options.out), language=options.lang)
    packet = made.packet
    output.line(f"{packet.number}: {packet.pages} pages, {packet.size} bytes, sha256 {packet.sha256}")
    for missing in made.missing_glyphs:
        output.line(f"could not be drawn: {missing}")
    output.value(made)
    return 0
