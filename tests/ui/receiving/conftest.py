"""The receiving window over a plain widget, on a shop with one order and a case of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.kinds import Problem
from tests.ui.cases.sample_cases import orders
from ui.background import Background
from ui.receiving.receiving_door import open_receiving
from ui.receiving.receiving_window import ReceivingWindow

if TYPE_CHECKING:
    from desktop.context import AppContext


@pytest.fixture
def case_number(ctx: AppContext) -> str:
    """A case of the first order."""
    ctx.orders.commit_draft(orders(("花果山_大圣01",)))
    target = ctx.cases.find_targets("花果")[0]
    case_id = ctx.cases.open_case(problem=Problem.DAMAGED, order_id=target.order_id, buyer_id=target.buyer_id)
    return ctx.cases.load_page(case_id).case.number


@pytest.fixture
def desk(qtbot: QtBot, ctx: AppContext, case_number: str) -> Iterator[ReceivingWindow]:
    """The window; keys that stand alone are taken after a millisecond."""
    parent = QWidget()
    qtbot.addWidget(parent)
    background = Background(parent)
    made = open_receiving(ctx, background, parent, lambda target: None)
    made.pane.field.alone_ms = 1
    qtbot.waitUntil(lambda: background.pending() == 0)
    yield made
    background.close()
    made.close()
