"""The gallery on a data folder: how long it takes to open, scroll, filter, sort and tag; prints one line for each.

`python -m tests.bench.gallery_probe FOLDER [CASE_ID]`: the case with many pieces of evidence. FOLDER is changed.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.bootstrap import build
from models.evidence_query import EvidenceFilters, EvidenceSort
from models.kinds import MediaKind, Problem
from tests.bench.live_window import Heartbeat
from ui import program
from ui.background import Background
from ui.evidence.evidence_page import EvidencePage
from ui.page import Target

_PATIENCE = 20.0


class Gallery:
    """The Evidence page alone, in its own window."""

    def __init__(self, folder: Path) -> None:
        self.ctx = build(folder)
        self.app = program.application(self.ctx, ["bench"], "zh")
        self.background = Background()
        self.page = EvidencePage(self.ctx, self.background)
        self.page.resize(1368, 800)
        self.page.show()
        self.heart = Heartbeat()

    def until(self, done: Callable[[], bool]) -> float:
        """Handle events until it is so; the seconds that took."""
        begun = time.perf_counter()
        while not done():
            self.app.processEvents()
            time.sleep(0.0005)
            if time.perf_counter() > begun + _PATIENCE:
                raise TimeoutError
        return time.perf_counter() - begun

    def idle(self) -> None:
        """Until nothing is under way."""
        calm = 0
        while calm < 5:
            self.app.processEvents()
            time.sleep(0.002)
            calm = calm + 1 if not self.background.pending() and not self.page._gather.isActive() else 0

    def frames(self, step: int, count: int = 100) -> list[float]:
        """Seconds of frames while the view moves by pixels at a time."""
        view = self.page.browser.view()
        bar, took = view.verticalScrollBar(), []
        for _ in range(count):
            self.app.processEvents()
            begun = time.perf_counter()
            bar.setValue(bar.value() + step)
            self.app.processEvents()
            took.append(time.perf_counter() - begun)
        return took

    def close(self) -> None:
        """Let go of the folder."""
        self.idle()
        self.page.may_leave()
        self.background.close()
        self.page.close()
        self.ctx.close()


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


def _frames(took: list[float]) -> str:
    return f"median {_ms(sorted(took)[len(took) // 2])}, longest {_ms(max(took))}"


def lines(gallery: Gallery, case_id: int) -> Iterator[tuple[str, str]]:
    """What was measured, and what came out."""
    page = gallery.page
    for target, name in ((Target("evidence"), "all"), (Target("evidence", str(case_id)), "one case")):
        for again in ("first", "again"):
            page.open(Target("evidence", "999999999") if target.id else Target("evidence", str(case_id)))
            gallery.idle()
            gallery.heart.start()
            begun = time.perf_counter()
            page.open(target)
            gallery.until(lambda: page.model().evidence_row(0) is not None and page.browser.isVisible())
            shown = time.perf_counter() - begun
            gallery.idle()
            held = gallery.heart.stop()
            count = page.model().evidence_count()
            yield f"Opening {name} ({count}), {again}", f"{_ms(shown)}, window held at most {_ms(held)}"
        for as_list in (False, True):
            page.browser.tools.set_list(as_list)
            gallery.idle()
            how = "list" if as_list else "tiles"
            yield f"Scrolling {how} of {name} by 120 px", _frames(gallery.frames(120))
            yield f"Scrolling {how} of {name} by 9000 px", _frames(gallery.frames(9000))
        page.browser.tools.set_list(False)
        for sort in (EvidenceSort.SIZE, EvidenceSort.NAME, EvidenceSort.CASE):
            yield f"Sorting {name} by {sort}", _query(gallery, replace(page.filtering.query, sort=sort))
        for words, filters in (
            ("kind", EvidenceFilters(media=(MediaKind.CHAT,))),
            ("problem", EvidenceFilters(problems=(Problem.DAMAGED,))),
            ("no caption", EvidenceFilters(captioned=False)),
        ):
            if name == "all" or words != "problem":
                yield f"Filtering {name} by {words}", _query(gallery, replace(page.filtering.query, filters=filters))
        yield f"Searching {name}", _query(gallery, replace(page.filtering.query, text="12", filters=EvidenceFilters()))
        page.filtering.clear()
        gallery.idle()
    page.browser.gallery.setFocus()
    gallery.heart.start()
    begun = time.perf_counter()
    QTest.keyClick(page.browser.gallery, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    chosen = len(page.browser.chosen_ids())
    gallery.idle()
    yield f"Selecting all ({chosen})", f"{_ms(time.perf_counter() - begun)}, held {_ms(gallery.heart.stop())}"
    gallery.heart.start()
    begun = time.perf_counter()
    page.writer.tag_all(page.browser.chosen_ids(), "outer_box", toggle=False)
    gallery.idle()
    yield f"Tagging {chosen}", f"{_ms(time.perf_counter() - begun)}, held {_ms(gallery.heart.stop())}"


def _query(gallery: Gallery, query: object) -> str:
    page = gallery.page
    gallery.heart.start()
    begun = time.perf_counter()
    page.filtering.take(query)  # type: ignore[arg-type]
    gallery.until(lambda: not gallery.background.pending())
    took = time.perf_counter() - begun
    gallery.idle()
    return f"{_ms(took)}, {page.model().evidence_count()} left, held {_ms(gallery.heart.stop())}"


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    opened = Gallery(Path(sys.argv[1]))
    for what, figure in lines(opened, int(sys.argv[2]) if len(sys.argv) > 2 else 1):
        sys.stdout.write(f"{what}: {figure}\n")
        sys.stdout.flush()
    opened.close()
