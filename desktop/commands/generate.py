"""`generate`: many made-up cases, for measuring."""

from __future__ import annotations

from argparse import Namespace

from desktop.commands.output import Output
from desktop.context import AppContext
from desktop.demo.generate import generate_cases


def generate(context: AppContext, options: Namespace, output: Output) -> int:
    """Add `--cases` cases."""
    generate_cases(context, options.cases, options.seed, lambda done: output.line(f"{done} of {options.cases}"))
    output.value({"cases": options.cases})
    return 0
