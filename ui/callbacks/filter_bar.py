"""What narrows the calendar: menus of tiers, people, kinds and shops; those without room gather in one."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from models.call_back_records import CallFilters
from models.call_kinds import CallBackKind
from models.kinds import Tier
from ui.callbacks.calendar_data import TIERS
from ui.callbacks.tick_menu import TickMenu
from ui.i18n import language, translator
from ui.plain import one_line
from ui.widgets.buttons import Button, icon_button
from ui.widgets.panel import line
from ui.words import tier_text, word

tr = translator("callbacks")
NOBODY = 0
_SHOWN, _LONG = 2, 12
# tiers and people: what one narrows by every day
_USUAL = 2
_Kind = TypeVar("_Kind", bound=StrEnum)


class FilterBar(QWidget):
    """`changed` carries the CallFilters chosen."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filters = CallFilters()
        self._names: dict[str, list[tuple[Hashable, str]]] = {}
        self._told: object = None
        row = line(self, spacing=6)
        self.buttons: dict[str, Button] = {}
        self.menus: dict[str, TickMenu] = {}
        for name, everything in _titles().items():
            button = Button(everything, self, size="small", trailing="chevron-down")
            menu = TickMenu(everything, button)
            menu.ticked.connect(lambda values, name=name: self._take(name, values))
            button.setMenu(menu)
            row.addWidget(button)
            self.buttons[name], self.menus[name] = button, menu
        self.rest = icon_button("list-filter", tr("Filter"), self, kind="secondary", size="small")
        self._rest_menu = QMenu(self.rest)
        self.rest.setMenu(self._rest_menu)
        row.addWidget(self.rest)
        self.clear = icon_button("x", tr("Clear all filters"), self, size="small")
        self.clear.clicked.connect(self.clear_all)
        row.addWidget(self.clear)
        self.show_filters(CallFilters(), (), ())

    def filters(self) -> CallFilters:
        """What is chosen."""
        return self._filters

    def show_filters(
        self, filters: CallFilters, people: Sequence[tuple[int, str]], shops: Sequence[tuple[int, str]]
    ) -> None:
        """Show what is chosen of what can be."""
        if (filters, people, shops) == self._told:
            return
        self._filters, self._told = filters, (filters, people, shops)
        self._names = {
            "tiers": [(tier, tier_text(tier)) for tier in TIERS],
            "people": [*people, (NOBODY, tr("Nobody"))],
            "kinds": [(kind, word(kind)) for kind in CallBackKind],
            "shops": list(shops),
        }
        for name, menu in self.menus.items():
            menu.show_choices(self._names[name], getattr(filters, name))
            self.buttons[name].set_label(self._label(name))
            self.buttons[name].setAccessibleName(self._sentence(name))
        self.clear.setVisible(filters != CallFilters())

    def _label(self, name: str) -> str:
        chosen = self._chosen_words(name)
        if not chosen:
            return _titles()[name]
        text = _between().join(each if len(each) <= _LONG else f"{each[:_LONG]}…" for each in chosen[:_SHOWN])
        return f"{text} +{len(chosen) - _SHOWN}" if len(chosen) > _SHOWN else text

    def _sentence(self, name: str) -> str:
        chosen = self._chosen_words(name)
        return tr("Only %1", _between().join(chosen)) if chosen else _titles()[name]

    def _chosen_words(self, name: str) -> list[str]:
        wanted = getattr(self._filters, name)
        return [one_line(words) for value, words in self._names[name] if value in wanted]

    def summary(self) -> str:
        """All that is chosen in words."""
        return tr("; ").join(self._sentence(name) for name in self.menus if self._chosen_words(name))

    def _take(self, name: str, values: tuple[Hashable, ...]) -> None:
        chosen: dict[str, Any] = {name: values}
        self._filters = replace(self._filters, **chosen)
        self.buttons[name].set_label(self._label(name))
        self.clear.setVisible(self._filters != CallFilters())
        self.changed.emit(self._filters)

    def clear_all(self) -> None:
        """Narrow nothing."""
        if self._filters != CallFilters():
            self._filters = CallFilters()
            self.changed.emit(self._filters)

    def take_focus(self) -> None:
        """Put the keyboard on the first menu, opened."""
        first = next((button for button in (*self.buttons.values(), self.rest) if button.isVisibleTo(self)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)
            first.showMenu()

    def fit(self, room: int) -> bool:
        """Show as many menus as fit, the rest in one; whether tiers and people are among them."""
        wanted = [name for name in self.menus if name != "shops" or len(self._names["shops"]) > 1]
        spare = room - (34 if self._filters != CallFilters() else 0)
        widths = {name: self.buttons[name].sizeHint().width() + 6 for name in wanted}
        shown = list(wanted)
        while shown and sum(widths[name] for name in shown) + (34 if len(shown) < len(wanted) else 0) > spare:
            shown.pop()
        hidden = [name for name in wanted if name not in shown]
        for name, button in self.buttons.items():
            button.setVisible(name in shown)
        self.rest.setVisible(bool(hidden))
        if [action.text() for action in self._rest_menu.actions()] != [self._label(name) for name in hidden]:
            self._rest_menu.clear()
            for name in hidden:
                action = self._rest_menu.addMenu(self.menus[name])
                action.setText(self._label(name).replace("&", "&&"))
        if self.rest.isVisibleTo(self) and any(self._chosen_words(name) for name in hidden):
            self.rest.set_tip(self.summary())
        else:
            self.rest.set_tip(tr("Filter"))
        return len(shown) >= _USUAL


def _between() -> str:
    """What stands between the words of a list."""
    return "、" if language() == "zh" else ", "


def _titles() -> dict[str, str]:
    return {
        "tiers": tr("All tiers"),
        "people": tr("Everybody"),
        "kinds": tr("All kinds"),
        "shops": tr("All shops"),
    }


def filters_text(filters: CallFilters) -> str:
    """The filters as text for the settings."""
    return json.dumps(
        {"tiers": filters.tiers, "people": filters.people, "shops": filters.shops, "kinds": filters.kinds}
    )


def filters_of(text: str) -> CallFilters:
    """The filters kept as text; what does not hold narrows nothing."""
    try:
        kept = json.loads(text)
    except ValueError:
        return CallFilters()
    if not isinstance(kept, dict):
        return CallFilters()
    return CallFilters(
        _members(kept.get("tiers"), TIERS), _numbers(kept.get("people")), _numbers(kept.get("shops")),
        _members(kept.get("kinds"), CallBackKind),
    )  # fmt: skip


def known_only(
    filters: CallFilters, people: Sequence[tuple[int, str]], shops: Sequence[tuple[int, str]]
) -> CallFilters:
    """Without people and shops there are no more: nothing would match them."""
    ids, places = {NOBODY, *(each for each, _ in people)}, {each for each, _ in shops}
    return replace(
        filters,
        people=tuple(each for each in filters.people if each in ids),
        shops=tuple(each for each in filters.shops if each in places),
    )


def _members(values: object, members: Iterable[_Kind]) -> tuple[_Kind, ...]:
    kept = values if isinstance(values, list) else []
    return tuple(member for member in members if member in kept and member is not Tier.NONE)


def _numbers(values: object) -> tuple[int, ...]:
    kept = values if isinstance(values, list) else []
    return tuple(each for each in kept if type(each) is int and 0 <= each < 2**63)
