"""`callbacks ics`: the call-backs as a calendar file."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from desktop.commands.output import Output
from desktop.context import AppContext
from models.rules.calendar_choices import Shown


def write_calendar(context: AppContext, options: Namespace, output: Output) -> int:
    """Write one calendar file; an option given here holds for this file only."""
    feed = context.calendar_feed
    chosen, out = feed.choices(), Path(options.out)
    chosen = replace(
        chosen,
        days=chosen.days if options.days is None else options.days,
        name=Shown(options.names) if options.names else chosen.name,
        phone=Shown(options.phone) if options.phone else chosen.phone,
        buyer_id=chosen.buyer_id if options.buyer_id is None else options.buyer_id,
        subject=chosen.subject if options.subject is None else options.subject,
    )
    count = feed.export(out, language=options.lang, choices=chosen)
    output.line(f"{count} -> {out}")
    output.value({"count": count, "file": out})
    return 0
