"""`import-orders`: a platform's order files into the store, or only a look at them."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from desktop.commands.output import Output
from desktop.context import AppContext
from desktop.importers.bad_rows import write_bad_rows
from models.kinds import Platform

_SHOWN = 50


def import_orders(context: AppContext, options: Namespace, output: Output) -> int:
    """0 if every row went in, 1 if some were refused (the others are in)."""
    paths = [Path(name) for name in options.files]
    platform = Platform(options.platform) if options.platform else None
    draft = context.orders.read_draft(paths, platform=platform, encoding=options.encoding)
    output.line(f"{draft.platform.value}, {draft.variant}, {draft.encoding or 'workbook'}")
    output.line(f"rows {draft.rows_total}, good {draft.rows_good}, refused {draft.rows_total - draft.rows_good}")
    output.line(f"orders {len(draft.orders)}")
    for problem in draft.problems[:_SHOWN]:
        output.line(f"  {problem.severity} row {problem.row} {problem.column}: {problem.code} {problem.value_excerpt}")
    if len(draft.problems) > _SHOWN:
        output.line(f"  and {len(draft.problems) - _SHOWN} more")
    if draft.unknown_columns:
        output.line("unknown columns: " + ", ".join(draft.unknown_columns))
    if options.bad_rows and draft.errors:
        write_bad_rows(draft, paths, Path(options.bad_rows))
        output.line(f"refused rows written to {options.bad_rows}")
    counts = None
    if options.dry_run:
        output.line("dry run: nothing was saved")
    else:
        counts = context.orders.commit_draft(draft)
        output.line(f"added {counts.added}, updated {counts.updated}, unchanged {counts.unchanged}")
        output.line(f"items without order {counts.orphaned}")
    output.value(
        {
            "platform": draft.platform, "variant": draft.variant, "encoding": draft.encoding,
            "rows": draft.rows_total, "good": draft.rows_good, "orders": len(draft.orders),
            "problems": draft.problems, "unknown_columns": draft.unknown_columns, "saved": counts,
        }
    )  # fmt: skip
    return 1 if draft.errors else 0
