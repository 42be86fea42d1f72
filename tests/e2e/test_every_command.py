"""Every command of the menus is carried out by the window or by one of its pages, and no key means two things."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QWidget,
)

from models.kinds import CaseState, Problem
from tests.e2e.conftest import Hands
from tests.ui.cases.sample_cases import orders
from ui.cases.new_case_dialog import NewCaseDialog
from ui.page import Target

# Their inner parts take the keyboard and are told of by the whole.
_WITH_PARTS = (QAbstractScrollArea, QAbstractItemView, QAbstractSpinBox, QComboBox)

if TYPE_CHECKING:
    from desktop.context import AppContext


def with_a_case(ctx: AppContext) -> str:
    """A shop with one case; its number."""

    def work() -> str:
        ctx.orders.commit_draft(orders(("花果山_大圣01",)))
        target = ctx.cases.find_targets("花果")[0]
        case_id = ctx.cases.open_case(problem=Problem.DAMAGED, order_id=target.order_id, buyer_id=target.buyer_id)
        ctx.cases.change_state([case_id], CaseState.OPEN)
        return ctx.cases.load_page(case_id).case.number

    return ctx.jobs.write(work).result(30)


def nameless(window: QWidget) -> list[str]:
    """What takes the keyboard and says no name to a screen reader, by class and parents."""
    found = []
    for widget in window.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisibleTo(window):
            continue
        inside = isinstance(widget.parent(), _WITH_PARTS) and not isinstance(widget, QAbstractButton)
        told = QAccessible.queryAccessibleInterface(widget)
        if not inside and told is not None and not told.text(QAccessible.Text.Name).strip():
            parents = [type(parent).__name__ for parent in (widget, widget.parent()) if parent is not None]
            found.append(" in ".join(parents) + f" {widget.objectName()}")
    return found


def test_no_command_is_greyed_for_ever(hands: Hands, empty_folder: AppContext) -> None:
    """On the way every page is asked for the names of all that takes the keyboard."""
    number = with_a_case(empty_folder)
    unnamed: dict[str, list[str]] = {}
    hands.settle()
    actions = hands.window.actions_
    handled: set[str] = set()
    for page in hands.window._entries:
        hands.window.go(Target(page, number if page in ("cases", "evidence", "resolution", "packets") else ""))
        hands.settle()
        handled |= actions._handlers.keys()
        if names := nameless(hands.window):
            unnamed[page] = names
    assert unnamed == {}
    assert {command.id for command in actions.commands()} - handled == set()
    keys = [key for command in actions.commands() for key in (command.shortcut, command.second) if key]
    assert [key for key, count in Counter(keys).items() if count > 1] == []


def test_a_new_case_begins_from_any_page_and_is_no_place_to_come_back_to(
    hands: Hands, empty_folder: AppContext
) -> None:
    with_a_case(empty_folder)
    hands.window.go(Target("registers"))
    hands.settle()
    hands.command("new_case")
    hands.dialog(NewCaseDialog).reject()
    hands.settle()
    assert hands.window.here() == Target("cases")
    hands.window.go(Target("callbacks"))
    hands.window.go_back()
    hands.settle()
    assert not [dialog for dialog in hands.window.findChildren(NewCaseDialog) if dialog.isVisible()]


def test_a_register_is_one_command_away(hands: Hands, empty_folder: AppContext) -> None:
    with_a_case(empty_folder)
    hands.settle()
    hands.command("register_carrier_claim")
    assert hands.window.here() == Target("registers", part="carrier_claim")
    assert "承运" in hands.page().facts() or "快递" in hands.page().facts()
