"""How long the window stands still while packets of a heavy case are made: prints, judges nothing.

    python -m tests.bench.packet_window FOLDER [--previews 0] [--stacks]

FOLDER is one made by tests.bench.heavy_case; kept previews and pictures in it are thrown away first. The real window,
offscreen: the page opened, an option changed, a summary typed, a preview made meanwhile, one stopped, the packet saved.
"Still" is the longest time without an event handled; of it "own" is the window thread's processor time, "all" that of the
whole process: where "own" is little and "all" much, another thread kept the interpreter; where both are little, the
processors were busy with other programs. `--stacks` says where the window's thread was when it stood.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest

from tests.bench.live_window import LiveWindow
from ui.packets.packets_page import PacketsPage
from ui.page import Target

_BEAT_MS = 5
_LONG_S = 0.03


class Pulse(QObject):
    """Ticks in the window's thread; keeps the longest silence with whose processor time it was."""

    def __init__(self) -> None:
        super().__init__()
        self.worst = (0.0, 0.0, 0.0)
        self.own = 0.0
        self.last = self._now()
        self._timer = QTimer(self, interval=_BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    @staticmethod
    def _now() -> tuple[float, float, float]:
        return time.perf_counter(), time.thread_time(), time.process_time()

    def start(self) -> None:
        """From now on."""
        self.worst, self.own, self.last = (0.0, 0.0, 0.0), 0.0, self._now()
        self._timer.start()

    def _tick(self) -> None:
        now = self._now()
        still, own, whole = (after - before for after, before in zip(now, self.last, strict=True))
        self.worst = max(self.worst, (still, own, whole))
        self.own = max(self.own, own)
        self.last = now

    def stop(self) -> str:
        """What is said of the time since the start, in milliseconds."""
        self._tick()
        self._timer.stop()
        still, own, whole = (each * 1000 for each in self.worst)
        return f"still {still:6.1f} (own {own:5.1f}, all {whole:5.1f}); most own {self.own * 1000:5.1f} ms"


class Stacks(threading.Thread):
    """Looks where the window's thread is while it stands."""

    def __init__(self, pulse: Pulse) -> None:
        super().__init__(daemon=True)
        self._pulse, self._watched = pulse, threading.get_ident()
        self.seen: Counter[str] = Counter()
        self.done = threading.Event()

    def run(self) -> None:
        """Until `done` is set: the thread must be gone before Qt is taken down."""
        while not self.done.wait(0.004):
            if time.perf_counter() - self._pulse.last[0] > _LONG_S:
                frame = sys._current_frames().get(self._watched)
                found = [
                    f"{Path(each.filename).name}:{each.lineno} {each.name}"
                    for each in traceback.extract_stack(frame)
                    if "/ui/" in each.filename or "/desktop/" in each.filename or "/models/" in each.filename
                ]
                self.seen[" < ".join(reversed(found[-6:]))] += 1


class Round:
    """One after the other, as a person would."""

    def __init__(self, live: LiveWindow, pulse: Pulse, stacks: Stacks | None) -> None:
        self.live, self.pulse, self.stacks = live, pulse, stacks
        live.window.go(Target("packets"))
        page = live.window.page("packets")
        assert isinstance(page, PacketsPage)
        self.page = page
        live.rest()

    def ready(self) -> bool:
        """Whether the preview is there and nothing under way."""
        page = self.page
        return page.preview is not None and not page.builder.busy and not page.handing.busy

    def settled(self) -> None:
        """Until it is."""
        self.live.wait(self.ready)
        self.live.rest()

    def pass_by(self, seconds: float) -> None:
        """Let so much time pass, events handled."""
        end = time.perf_counter() + seconds
        self.live.wait(lambda: time.perf_counter() > end)

    def part(self, name: str, *acts: Callable[[], object]) -> None:
        """Do these one after the other and say how still the window was."""
        began = time.perf_counter()
        if self.stacks is not None:
            self.stacks.seen.clear()
        self.pulse.start()
        for act in acts:
            act()
        said = self.pulse.stop()
        sys.stdout.write(f"{name:34} {time.perf_counter() - began:6.2f} s  {said}  {self.live.memory():.0f} MB\n")
        if self.stacks is not None:
            for stack, count in self.stacks.seen.most_common(6):
                sys.stdout.write(f"    {count:4} {stack}\n")
            self.stacks.seen.clear()
        sys.stdout.flush()

    def choose(self, preset: str) -> None:
        """Another receiver, as far as the window does it; the preview follows."""
        self.page.plans.replace(preset=preset)
        self.live.rest()
        self.settled()

    def type_summary(self) -> None:
        """Some words, key by key, until the preview holds them."""
        field = self.page.options.summary.field
        field.setFocus()
        for letter in "The buyer has two whole plates.":
            QTest.keyClicks(field, letter)
            self.pass_by(0.04)
        self.page.options.settle()
        self.settled()

    def stop_one(self) -> None:
        """A preview begun and no longer wanted: until the next may begin."""
        page = self.page
        page.ask(at_once=True)
        self.pass_by(1.0)
        began = time.perf_counter()
        page.builder.drop()
        self.live.wait(lambda: not page.builder.busy)
        sys.stdout.write(f"stopped after {time.perf_counter() - began:.2f} s\n")


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--previews", type=int, default=0)
    parser.add_argument("--stacks", action="store_true")
    options = parser.parse_args()
    caches = [options.folder / "cache" / name for name in ("packet-pictures", "packet-previews")]
    for cache in caches:
        shutil.rmtree(cache, ignore_errors=True)
    live = LiveWindow(options.folder)
    pulse = Pulse()
    stacks = Stacks(pulse) if options.stacks else None
    if stacks is not None:
        stacks.start()
    with tempfile.TemporaryDirectory() as out:
        try:
            each = Round(live, pulse, stacks)
            page = each.page
            live.ctx.packet_plans.keep(1, replace(live.ctx.packet_plans.read(1), preset="print"))
            # The list of cases is shown first, and the case beside it has hundreds of notes to set.
            each.pass_by(2.0)
            live.rest()
            each.part("the page, until it stands", lambda: page.open(Target("packets", "1")), live.rest)
            each.part("its first preview, until shown", each.settled)
            each.part("an exhibit left out", lambda: _toggle(page), live.rest, each.settled)
            each.part("… and back by Undo", lambda: live.window.actions_.run("undo"), live.rest, each.settled)
            each.part(
                "integrity page left out", lambda: page.plans.replace(integrity_page=False), live.rest, each.settled
            )
            each.part("another receiver (mastercard)", lambda: each.choose("mastercard"))
            each.choose("print")
            each.part("a summary typed", each.type_summary)
            shutil.rmtree(caches[0], ignore_errors=True)
            each.part("a preview stopped while decoding", each.stop_one)
            page.ask(at_once=True)
            each.part("a preview from empty caches", each.settled)
            each.part("saved", lambda: page.save_to(Path(out) / "packet.pdf"), each.settled)
            for number in range(options.previews):
                page.ask(at_once=True)
                each.settled()
                if number % 10 == 9:
                    sys.stdout.write(f"{number + 1} previews: {live.memory():.0f} MB\n")
        finally:
            if stacks is not None:
                stacks.done.set()
                stacks.join()
            live.close()


def _toggle(page: PacketsPage) -> None:
    page.exhibits.list.setFocus()
    QTest.keyClick(page.exhibits.list, Qt.Key.Key_Space)


if __name__ == "__main__":
    main()
