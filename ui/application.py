"""The two ways into the window from the command line: work with it, or take pictures of it."""

from __future__ import annotations

import argparse
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from desktop.bootstrap import build
from desktop.cli import demo_folder
from desktop.context import AppContext
from models.clock import FixedClock
from models.errors import AftercaseError
from ui import program
from ui.ending import EndingSignals
from ui.i18n import system_language, translator
from ui.messages import error_dialog
from ui.preparation import make_application
from ui.second_instance import ask_first
from ui.widgets.panel import EmptyPlace, Strip, column

tr = translator("frame")
_NOTICE = (420, 160)
_LOOK_MS = 50
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
        hidden = bool(getattr(options, "hidden", False))
        # Begun by the system while it runs already: nobody asked to see it.
        if error.code == "already_open" and (hidden or ask_first(root, wish_of(options))):
            return program.Ended(0)
        make_application(language=options.lang or "system")
        error_dialog(error).exec()
        return program.Ended(1)
    try:
        if sample and not _fill_behind_a_notice(ctx, options.lang or system_language()):
            return program.Ended(0)
        return program.run(ctx, options.lang or "", wish_of(options), hidden=bool(getattr(options, "hidden", False)))
    finally:
        ctx.close()


def wish_of(options: argparse.Namespace) -> str:
    """What is to be shown first; a file by its whole path, which another process understands too."""
    wish = str(getattr(options, "open", ""))
    try:
        return str(Path(wish).resolve()) if wish and Path(wish).is_file() else wish
    except (OSError, ValueError):
        return wish


def _fill(ctx: AppContext, language: str, cancelled: Callable[[], bool] = lambda: False) -> None:
    from desktop.demo.sample_shop import fill_sample_shop

    fill_sample_shop(ctx, language, cancelled=cancelled)


def _fill_behind_a_notice(ctx: AppContext, language: str) -> bool:
    """Make the sample shop in the writer's thread, while a small window says that it takes a moment.

    False when the system asked the program to end meanwhile.
    """
    app = program.application(ctx, None, language)
    stop, ending = threading.Event(), EndingSignals(app)
    ending.asked.connect(stop.set)
    notice = Strip(surface="surface")
    column(notice).addWidget(EmptyPlace("inbox", tr("Making the sample shop…"), "", notice))
    notice.setWindowTitle("Aftercase")
    notice.setFixedSize(*_NOTICE)
    notice.show()
    filling = ctx.jobs.write(lambda: _fill(ctx, language, stop.is_set))
    loop = QEventLoop()
    look = QTimer(loop, interval=_LOOK_MS)
    look.timeout.connect(lambda: loop.quit() if filling.done() else None)
    look.start()
    loop.exec()
    notice.hide()
    notice.deleteLater()
    ending.close()
    if not stop.is_set():
        filling.result()
    return not stop.is_set()


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
