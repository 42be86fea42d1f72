"""How long the Registers page takes with large months: `python -m tests.bench.registers_window FOLDER`.

FOLDER as for tests.bench.registers_size, whose lines are laid into a copy of it. The real window, offscreen. "Still" is
the longest time the window's thread answered nothing, by the clock; "processor" is that of the window's thread alone.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from desktop.bootstrap import build
from models.kinds import RegisterKind
from tests.bench.live_window import Heartbeat, LiveWindow
from tests.bench.registers_month import MONTH
from tests.bench.registers_size import lay
from ui.page import Target
from ui.registers.registers_page import RegistersPage

RUNS = 7


def lines(folder: Path) -> Iterator[tuple[str, str]]:
    """What was measured, and what came out."""
    ctx = build(folder, threads=False)
    ctx.bench.act("bench", lay, undoable=False)
    ctx.close()
    window = LiveWindow(folder)
    window.rest()
    window.window.go(Target("registers"))
    page = window.window.page("registers")
    assert isinstance(page, RegistersPage)
    window.rest()
    heart = Heartbeat()

    arrived: list[object] = []
    page.reader.arrived.connect(arrived.append)
    page.pane.hide()  # Its statement of 2,000 claims takes a minute of a thread of its own.

    def until_shown(act: Callable[[], object]) -> None:
        before = len(arrived)
        act()
        window.wait(lambda: len(arrived) > before)

    def turns(act: Callable[[int], object]) -> str:
        took, worked, still = [], [], []
        for run in range(RUNS):
            before, began = time.thread_time(), time.perf_counter()
            heart.start()
            until_shown(lambda run=run: act(run))  # type: ignore[misc]
            took.append(time.perf_counter() - began)
            worked.append(time.thread_time() - before)
            still.append(heart.stop())
        return (f"median {median(took) * 1000:.0f}, longest {max(took) * 1000:.0f} ms; processor "
                f"{median(worked) * 1000:.0f} ms; still {median(still) * 1000:.0f}, longest {max(still) * 1000:.0f} ms")  # fmt: skip

    until_shown(lambda: page.show_month(MONTH))
    kinds = (RegisterKind.QUALITY, RegisterKind.CARRIER_CLAIM, RegisterKind.PENALTY)
    for kind in kinds:
        if page.reader.choice.register is not kind:
            until_shown(lambda kind=kind: page.show_register(kind))  # type: ignore[misc]
        count = f"{kind.value}, {page.view.model.rowCount()} lines"
        yield f"{count}: read anew and painted", turns(lambda run: page.reader.ask_anew())
        yield "... searched", turns(lambda run: page.reader.change(text=("雾釉", "花果", "A26")[run % 3]))
        until_shown(lambda: page.reader.change(text=""))
        yield "... sorted", turns(lambda run: page.reader.sort("case", descending=bool(run % 2)))
    yield "From register to register", turns(lambda run: page.show_register(kinds[run % 3]))
    window.window.close()


def main() -> None:
    """Print the table as it comes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    sys.stdout.write(f"{os.cpu_count()} processors, load {load}\n\n| what | figure |\n|---|---|\n")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "shop"
        shutil.copytree(options.folder, folder, ignore=shutil.ignore_patterns("app.lock"))
        for what, figure in lines(folder):
            sys.stdout.write(f"| {what} | {figure} |\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
