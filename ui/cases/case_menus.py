"""The menus of cases: state, handler, problem, what the buyer asks for, who has to act next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import TypeVar

from PySide6.QtWidgets import QMenu, QWidget

from models.kinds import CaseState, Demand, Problem, WaitingOn
from models.records import Person
from models.rules.case_states import moves_from
from ui.i18n import translator
from ui.icons import icon
from ui.plain import mnemonic_safe, one_line
from ui.words import word

tr = translator("cases")
Kind = TypeVar("Kind", bound=StrEnum)


def fill_with_words(menu: QMenu, members: Iterable[Kind], now: Kind | None, choose: Callable[[Kind], object]) -> None:
    """One entry per word of a closed list; the present one is ticked."""
    for member in members:
        action = menu.addAction(mnemonic_safe(word(member)))
        action.setCheckable(True)
        action.setChecked(member is now)
        action.triggered.connect(lambda _=False, member=member: choose(member) if member is not now else None)


def shared_moves(states: Iterable[CaseState]) -> tuple[CaseState, ...]:
    """The states that one of several cases at least may be put into; the dialog says which may not."""
    allowed = {wanted for state in states for wanted in moves_from(state)}
    return tuple(state for state in CaseState if state in allowed)


def state_menu(parent: QWidget, states: Sequence[CaseState], choose: Callable[[CaseState], object]) -> QMenu:
    """Where one or several cases may go."""
    menu = QMenu(tr("State"), parent)
    menu.setIcon(icon("circle-check"))
    now = states[0] if len(set(states)) == 1 else None
    if now is not None:
        fill_with_words(menu, [state for state in CaseState if state is now or state in moves_from(now)], now, choose)
    else:
        fill_with_words(menu, shared_moves(states), None, choose)
    return menu


def handler_menu(parent: QWidget, people: Sequence[Person], now: str, choose: Callable[[int], object]) -> QMenu:
    """Whom to hand cases to; `now` is the handler's name."""
    menu = QMenu(tr("Handler"), parent)
    menu.setIcon(icon("user"))
    for person in people:
        action = menu.addAction(mnemonic_safe(one_line(person.name)))
        action.setCheckable(True)
        action.setChecked(person.name == now)
        action.triggered.connect(lambda _=False, number=person.id: choose(number))
    if not people:
        menu.addAction(tr("Nobody is entered yet: Settings, People")).setEnabled(False)
    return menu


def problem_menu(parent: QWidget, now: Problem | None, choose: Callable[[Problem], object]) -> QMenu:
    """What went wrong."""
    menu = QMenu(tr("Problem"), parent)
    menu.setIcon(icon("triangle-alert"))
    fill_with_words(menu, Problem, now, choose)
    return menu


def demand_menu(parent: QWidget, now: Demand | None, choose: Callable[[Demand], object]) -> QMenu:
    """What the buyer asks for."""
    menu = QMenu(tr("Demand"), parent)
    menu.setIcon(icon("message-square"))
    fill_with_words(menu, Demand, now, choose)
    return menu


def waiting_menu(parent: QWidget, now: WaitingOn | None, choose: Callable[[WaitingOn], object]) -> QMenu:
    """Who has to act next."""
    menu = QMenu(tr("Waiting on"), parent)
    menu.setIcon(icon("hourglass"))
    fill_with_words(menu, WaitingOn, now, choose)
    return menu
