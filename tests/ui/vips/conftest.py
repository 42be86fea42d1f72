"""Three VIPs, one of them not asked, and one buyer whom the rules propose, under a plain widget."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.call_kinds import Channel
from models.kinds import Tier
from models.rules.call_settings import TierRule
from ui.background import Background

if TYPE_CHECKING:
    from desktop.context import AppContext
    from models.store.transaction import Transaction

NAUGHTY = "<b>‮x</b>\U0001f525&%1 ../"
BUYERS = (
    ("桃花源_渔人", Tier.V3),
    ("赤壁_周公瑾", Tier.V1),
    (NAUGHTY, Tier.V2),
    ("够一级", Tier.NONE),
    ("也够", Tier.NONE),
)


@pytest.fixture
def who(ctx: AppContext) -> dict[str, int]:
    """The buyers by nick."""
    found: dict[str, int] = {}
    now = ctx.clock.now()

    def work(transaction: Transaction) -> None:
        for place, (nick, tier) in enumerate(BUYERS):
            found[nick] = transaction.insert("buyer", shop_id=1, nick=nick, tier=tier, phone=f"1380000000{place}")
            if tier is Tier.NONE:
                transaction.insert(
                    "order", shop_id=1, platform="taobao", number=f"VIP{place}", buyer_id=found[nick], status="paid",
                    time_zone="Asia/Shanghai", imported_at=now, created_at=now - timedelta(days=9), paid=5_000_00,
                    refunded=0, currency="CNY",
                )  # fmt: skip

    ctx.bench.act("sample_made", work, undoable=False)
    rules = (TierRule(Tier.V1, spend=1_000_00),)
    ctx.call_rules.keep(replace(ctx.call_rules.read(), tiers=rules, tiers_on=True))
    ctx.contact.agree(found["桃花源_渔人"], Channel.CHAT, "chat")
    ctx.contact.opt_out(found["赤壁_周公瑾"], "phone")
    return found


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What the dialogs stand over."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def background(window: QWidget) -> Iterator[Background]:
    """Carries jobs to the window's thread."""
    made = Background(window)
    yield made
    made.close()


@pytest.fixture
def arrive(qtbot: QtBot, background: Background) -> Callable[[], None]:
    """Waits until nothing is under way."""

    def wait() -> None:
        calm = 0

        def settled() -> bool:
            nonlocal calm
            calm = calm + 1 if background.pending() == 0 else 0
            return calm > 3

        qtbot.waitUntil(settled)

    return wait
