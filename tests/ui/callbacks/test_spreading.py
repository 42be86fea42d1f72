"""Spreading what is late from the window: shown first, written as one action, nothing to do said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.store.call_loads import list_standing
from tests.ui.callbacks.conftest import arrive
from ui.callbacks.spreading import SpreadDialog
from ui.plain import PlainLabel

if TYPE_CHECKING:
    from ui.callbacks.call_backs_page import CallBacksPage
    from ui.main_window import MainWindow


def test_late_calls_are_spread_by_keyboard(window: MainWindow, page: CallBacksPage, qtbot: QtBot) -> None:
    ctx = page.ctx
    ctx.call_rules.keep(replace(ctx.call_rules.read(), capacity=4))
    arrive(qtbot, window)
    page.commands()["call_spread"]()
    arrive(qtbot, window)
    dialog = page.spreading.dialog
    assert isinstance(dialog, SpreadDialog)
    said = [label.text() for label in dialog.findChildren(PlainLabel)]
    assert sum("11" in text and "20" in text for text in said) == 1, "one more fits today"
    QTest.keyClick(dialog.take, Qt.Key.Key_Return)
    arrive(qtbot, window)
    first, last = date(2026, 1, 1), date(2026, 11, 26)
    days = [each.call_back.due_on for each in list_standing(ctx.store.database, first, last, 0)]
    assert days == [date(2026, 11, 20)] * 4 + [date(2026, 11, 23)]
    page.commands()["call_spread"]()
    arrive(qtbot, window)
    assert page.spreading.dialog is None, "nothing late has to move any more"
    ctx.bench.undo_last()
    assert list_standing(ctx.store.database, first, last, 0)[0].call_back.due_on == date(2026, 11, 13)
