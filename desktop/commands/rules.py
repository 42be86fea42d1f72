"""`rules check`: whether the packs decide worked cases as expected."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from desktop.commands.output import Output
from desktop.platform.resources import resource
from desktop.services.packs import PackLibrary, check_worked_cases


def check_rules(options: Namespace, output: Output) -> int:
    """Evaluate worked cases with the packs that ship; 0 only if all hold."""
    lines, held, total = check_worked_cases(Path(options.file), PackLibrary(resource("packs")))
    for line in lines:
        output.line(line)
    output.line(f"{held} of {total} hold")
    output.value({"held": held, "total": total, "lines": lines})
    return 0 if held == total and total else 1
