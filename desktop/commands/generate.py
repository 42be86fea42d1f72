"""`generate`: many made-up cases, for measuring."""

from __future__ import annotations

from argparse import Namespace

from desktop.commands.output import Output
from desktop.context import AppContext
from desktop.demo.generate import generate_cases


def generate(context: AppContext, options: Namespace, output: Output) -> int:
    """Add `--cases` cases, with `--evidence` rows of evidence that have no files."""
    generate_cases(
        context, options.cases, options.seed, lambda done: output.line(f"{done} of {options.cases}"),
        evidence=options.evidence,
    )  # fmt: skip
    output.value({"cases": options.cases, "evidence": options.evidence})
    return 0
