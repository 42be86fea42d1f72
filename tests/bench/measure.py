"""Measures what users wait for and prints a table: `python -m tests.bench.measure [--cases N] [--runs N]`."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests.bench.bench_folder import TMALL, bench_folder, copied_folder, measured_environment

HERE = Path(__file__).parent


def _run(script: str, *arguments: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, str(HERE / script), *arguments],
        check=True, capture_output=True, text=True, env=measured_environment(),
    )  # fmt: skip
    return done.stdout.split()


def start_figures(word: str, folder: Path, runs: int) -> tuple[float, float, float, str]:
    """Medians of: seconds until the window, until usable, processor seconds; and what was loaded too early."""
    _run("start_probe.py", word, str(folder), str(time.time()))
    found = [_run("start_probe.py", word, str(folder), str(time.time())) for _ in range(runs)]
    shown, usable, cpu = (median(float(line[place]) for line in found) for place in range(3))
    return shown, usable, cpu, found[-1][3]


def import_figures(file: Path, folder: Path) -> list[float]:
    """Seconds, orders added, orders updated, peak MB, processor seconds of one import."""
    return [float(word) for word in _run("import_probe.py", str(file), str(folder))]


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


def _of(values: list[float]) -> str:
    ranked = sorted(values)
    high = ranked[min(len(ranked) - 1, int(len(ranked) * 0.99))]
    return f"median {_ms(median(values))}, p99 {_ms(high)}, longest {_ms(max(values))}"


def lines(cases: int, runs: int) -> Iterator[tuple[str, str]]:
    """What was measured, and what came out."""
    folder = bench_folder(cases)
    for word in ("today", "cases"):
        shown, usable, cpu, early = start_figures(word, folder, runs)
        yield f"Start until {word} stands", f"window {_ms(shown)}, usable {_ms(usable)}, processor {_ms(cpu)}"
        yield f"Loaded before it was needed ({word})", early
    with tempfile.TemporaryDirectory() as place:
        yield from _window_lines(copied_folder(cases, Path(place) / "shop"), runs)
        if TMALL.exists():
            yield from _import_lines(Path(place), runs)


def _window_lines(folder: Path, runs: int) -> Iterator[tuple[str, str]]:
    from PySide6.QtCore import Qt

    from models.case_query import CaseFilters, CaseView
    from tests.bench.bench_filters import FILTERS
    from tests.bench.live_window import PEOPLE_TYPE, LiveWindow
    from ui.cases.case_columns import SORTS

    window = LiveWindow(folder)
    window.rest()
    heart = window.heart
    yield "Memory with the list open", f"{window.memory():.0f} MB"

    def still() -> str:
        return f"; window still for at most {_ms(heart.stop())}"

    for view in (CaseView.OPEN, CaseView.ALL):
        window.view(view)
        rows = f"{window.model.rowCount():,} rows"
        heart.start()
        typed = {text: median(window.search(text) for _ in range(runs)) for text in PEOPLE_TYPE}
        slowest = max(typed, key=lambda text: typed[text])
        yield (
            f"Search typed, until painted ({view}, {rows})",
            (f"median {_ms(median(typed.values()))}, slowest {slowest} {_ms(typed[slowest])}{still()}"),
        )
        window.search("")
    window.rest()
    for name, scroll, frames in (("wheel", window.wheel, 600), ("Page Down", window.page_down, 300),
                                 ("bar dragged", window.jump, 300)):  # fmt: skip
        heart.start()
        yield f"Scrolling {rows}: frames, {name}", _of(scroll(frames)) + still()
    window.rest()
    heart.start()
    step = max(window.model.rowCount() // 40, 1)
    yield "Opening a case", _of([window.open_case(row * step) for row in range(40)]) + still()
    window.rest()
    heart.start()
    orders = (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder)
    columns = range(len(SORTS))
    sorts = {(column, order): window.sort(column, order) for column in columns for order in orders}
    yield f"Sorting {rows} by each column", _of(list(sorts.values())) + still()
    window.rest()
    heart.start()
    filtered = {name: median(window.filter(filters) for _ in range(runs)) for name, filters in FILTERS.items()}
    slowest = max(filtered, key=lambda name: filtered[name])
    yield f"Filtering {rows}", f"{_of(list(filtered.values()))}, slowest: {slowest}{still()}"
    window.filter(CaseFilters())
    window.rest()
    window.view(CaseView.OPEN)
    chosen = window.open_cases(1000)
    heart.start()
    change, undo = window.change_and_undo(chosen)
    yield f"State of {len(chosen):,} cases changed, and undone", f"{_ms(change)}, {_ms(undo)}{still()}"
    yield "Memory at the end", f"{window.memory():.0f} MB"
    window.close()


def _import_lines(place: Path, runs: int) -> Iterator[tuple[str, str]]:
    found = []
    for run in range(runs):
        first = import_figures(TMALL, place / f"tmall-{run}")
        found.append((first, import_figures(TMALL, place / f"tmall-{run}")))
    took, peak, cpu = (median(first[at] for first, _ in found) for at in (0, 3, 4))
    first, second = found[-1]
    yield "Tmall file imported", f"{took:.1f} s, processor {cpu:.1f} s, peak {peak:.0f} MB, {first[1]:,.0f} orders"
    again = median(then[0] for _, then in found)
    yield "Imported a second time", f"{again:.1f} s, added {second[1]:.0f}, updated {second[2]:.0f}"


def main() -> None:
    """Print the table as it comes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    sys.stdout.write(f"{options.cases:,} cases, {os.cpu_count()} processors, load before {load}\n\n")
    sys.stdout.write("| what | figure |\n|---|---|\n")
    for what, figure in lines(options.cases, options.runs):
        sys.stdout.write(f"| {what} | {figure} |\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
