"""How the Packet page scrolls with very many exhibits and pages: time of each turn of the wheel, in milliseconds.
The processor's part is that of the window's own thread: the rest it waited, on a busy machine for other programs.

`python -m tests.bench.packet_scrolling [EXHIBITS]` in a folder of its own; QT_QPA_PLATFORM=offscreen paints as well.
"""

from __future__ import annotations

import io
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.bootstrap import build
from desktop.context import AppContext
from models.clock import SystemClock
from models.kinds import EvidenceSource, Platform, Problem, Role
from ui import program
from ui.background import Background
from ui.packets.packets_page import PacketsPage
from ui.page import Target

_PATIENCE_S = 300
_TURNS = 400


def fill(ctx: AppContext, exhibits: int) -> int:
    """A case with so many photos, all of them exhibits; its id."""
    ctx.shops.choose_person(ctx.shops.add_person(name="小满", role=Role.OWNER))
    ctx.shops.add_shop(name="青禾家居", platform=Platform.TAOBAO)
    buyer = ctx.bench.act("buyer_made", lambda change: change.insert("buyer", shop_id=1, nick="大圣"), undoable=False)
    case_id = ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=buyer)
    for number in range(exhibits):
        kept = io.BytesIO()
        Image.effect_noise((900, 1200), 40 + number % 60).convert("RGB").save(kept, "JPEG", quality=85)
        ctx.intake.add_bytes(case_id, kept.getvalue(), f"{number}.jpg", EvidenceSource.CHOSEN, caption=f"照片 {number}")
    ctx.evidence.order_exhibits(case_id, [item.id for item in ctx.evidence.list_case_evidence(case_id)])
    ctx.packet_plans.keep(case_id, replace(ctx.packet_plans.read(case_id), preset="print"))
    return case_id


def wait(page: PacketsPage, background: Background) -> None:
    """Until the preview is there and nothing is under way."""
    end = time.monotonic() + _PATIENCE_S
    while time.monotonic() < end:
        QApplication.processEvents()
        if page.preview is not None and not page.builder.busy and not background.pending():
            return
        time.sleep(0.005)


def turn(name: str, watched: QWidget, steps: int = _TURNS) -> None:
    """Turn the wheel down over a widget, painting each time."""
    took, own = [], []
    for _ in range(steps):
        at = QPointF(watched.rect().center())
        began, mine = time.perf_counter(), time.thread_time()
        event = QWheelEvent(
            at, watched.mapToGlobal(at), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(watched, event)
        QApplication.processEvents()
        took.append((time.perf_counter() - began) * 1000)
        own.append((time.thread_time() - mine) * 1000)
    took.sort()
    median, late, worst = took[len(took) // 2], took[len(took) * 95 // 100], took[-1]
    said = f"median {median:5.1f}  95 % {late:5.1f}  longest {worst:5.1f} ms, of the processor {max(own):5.1f}"
    sys.stdout.write(f"{name:24} {said}\n")


def main(exhibits: int) -> None:
    """Fill, open, scroll."""
    with tempfile.TemporaryDirectory() as folder:
        ctx = build(Path(folder) / "shop", clock=SystemClock())
        try:
            case_id = fill(ctx, exhibits)
            program.application(ctx)
            background = Background()
            page = PacketsPage(ctx, background)
            page.resize(1368, 800)
            page.show()
            page.open(Target("packets", str(case_id)))
            wait(page, background)
            sys.stdout.write(f"{exhibits} exhibits, {page.view.pages} pages\n")
            turn("exhibits", page.exhibits.list.viewport(), min(_TURNS, exhibits // 3))
            turn("strip", page.view.strip.viewport(), min(_TURNS, exhibits // 2))
            for scale in (0.0, 1.0, 1.5, 2.0):
                page.view.paper.set_scale(scale) if scale else page.view.paper.fit()
                page.view.show_page(0)
                wait(page, background)
                turn(f"pages at {scale:.0%}" if scale else "pages fitted", page.view.paper.viewport())
                wait(page, background)
            page.hide()
            background.close()
        finally:
            ctx.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
