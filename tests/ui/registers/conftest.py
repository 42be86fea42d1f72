"""A Registers page over a shop whose registers tell made-up sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.context import AppContext
from desktop.services.register_writing import write_entry
from models.kinds import RegisterKind
from models.money import Money
from ui.background import Background
from ui.registers.page import make_page
from ui.registers.registers_page import RegistersPage

Enter = Callable[..., int]


@pytest.fixture
def page(ctx: AppContext, qtbot: QtBot) -> Iterator[RegistersPage]:
    background = Background()
    ctx.settings.set("shop", ctx.shops.list_shops()[0].id)
    made = make_page(ctx, background)
    qtbot.addWidget(made)
    made.resize(1368, 780)
    made.show()
    yield made
    background.close()


@pytest.fixture
def enter(ctx: AppContext) -> Enter:
    """Writes a line as the program does; with `handed_in` it is with the carrier since that day."""

    def write(
        register: RegisterKind, amount: Money | None = None, handed_in: date | None = None, **columns: Any
    ) -> int:
        shop = ctx.shops.list_shops()[0].id

        def work(transaction: Any) -> int:
            return write_entry(transaction, register, shop_id=shop, case_id=None, columns=columns, amount=amount)

        entry = ctx.bench.act("register_written", work)
        if handed_in is not None:
            ctx.claims.hand_in([entry], handed_in)
        return entry

    return write
