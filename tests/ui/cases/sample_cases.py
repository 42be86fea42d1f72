"""Orders for the tests of the Cases page, and waiting until the page has settled."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from pytestqt.qtbot import QtBot

from desktop.importers import DraftLine, DraftOrder, ImportDraft
from models.clock import SystemClock
from models.kinds import OrderStatus, Platform
from ui.cases.page import CasesPage
from ui.main_window import MainWindow

if TYPE_CHECKING:
    from desktop.context import AppContext

Show = Callable[["AppContext"], MainWindow]

NICKS = ("花果山_大圣01", "高老庄_刚鬣", "通天河_老鼋", "流沙河_卷帘", "芭蕉洞_铁扇", "白骨_夫人")


def orders(nicks: tuple[str, ...] = NICKS, title: str = "雾釉餐盘 8 寸 四只装") -> ImportDraft:
    """A draft with one order per buyer."""
    made = SystemClock().now() - timedelta(days=9)
    drafts = tuple(
        DraftOrder(
            platform=Platform.TAOBAO,
            number=f"26111200000000{place:02d}",
            buyer_nick=nick,
            buyer_phone=f"1380000{place:04d}",
            status=OrderStatus.SHIPPED,
            status_text="卖家已发货",
            created_at=made,
            paid=10_000 + 100 * place,
            total=10_000 + 100 * place,
            tracking_numbers=(f"YQ4471{place:04d}",),
            lines=(DraftLine(title, sku=f"SKU-{place}", variant="苔青"),),
        )
        for place, nick in enumerate(nicks, 1)
    )
    return ImportDraft(
        platform=Platform.TAOBAO, variant="made in a test", files=(), encoding="utf-8", orders=drafts, problems=(),
        rows_total=len(drafts), rows_good=len(drafts), unknown_columns=(),
    )  # fmt: skip


def arrive(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until nothing is under way: searches have settled, results have come."""
    page = window.page("cases")
    assert isinstance(page, CasesPage)

    rounds = 0

    def calm() -> bool:
        # Twice in a row: pages are told of changes in the next turn of the loop.
        nonlocal rounds
        timers = (page.pane.search._timer, page.panel._settle)
        quiet = window.background.pending() == 0 and not any(timer.isActive() for timer in timers)
        rounds = rounds + 1 if quiet else 0
        return rounds > 1

    qtbot.waitUntil(calm)
