"""The two ways into the window from the command line: work with it, or take pictures of it."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from desktop.bootstrap import build
from desktop.cli import demo_folder
from desktop.context import AppContext
from models.clock import FixedClock
from models.errors import AftercaseError
from ui import program
from ui.i18n import system_language
from ui.messages import error_dialog
from ui.preparation import make_application
from ui.second_instance import ask_first

__all__ = ["make_application", "run_screenshots", "run_window"]


def run_window(options: argparse.Namespace) -> int:
    """Open the window on `options.root`, or on a sample shop; the exit status."""
    if options.demo:
        with demo_folder() as folder:
            ended = _run(options, Path(folder), sample=True)
    else:
        ended = _run(options, options.root)
    while ended.next_folder is not None:
        ended = _run(options, ended.next_folder)
    return ended.status


def _run(options: argparse.Namespace, root: Path, *, sample: bool = False) -> program.Ended:
    try:
        ctx = build(root)
    except AftercaseError as error:
        if error.code == "already_open" and ask_first(root):
            return program.Ended(0)
        make_application(language=options.lang or "system")
        error_dialog(error).exec()
        return program.Ended(1)
    try:
        if sample:
            _fill(ctx, options.lang or system_language())
        return program.run(ctx, options.lang or "")
    finally:
        ctx.close()


def _fill(ctx: AppContext, language: str) -> None:
    from desktop.demo.sample_shop import fill_sample_shop

    fill_sample_shop(ctx, language)


def run_screenshots(options: argparse.Namespace) -> int:
    """Grab every page of the sample shop to `options.folder`; prints the files."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desktop.demo.sample_shop import sample_now
    from ui.screenshots import grab_pages

    with demo_folder() as folder:

        def make(language: str) -> AppContext:
            ctx = build(Path(folder) / language, clock=FixedClock(sample_now()))
            _fill(ctx, language)
            return ctx

        languages = (options.lang,) if options.lang else ("zh", "en")
        for file in grab_pages(make, Path(options.folder), languages=languages):
            sys.stdout.write(f"{file}\n")
    return 0
