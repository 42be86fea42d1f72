"""The filters of the Buyers list: chips that are on or off, and a menu with all of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from models.buyer_records import BuyerFilters
from models.kinds import BuyerFlag, Consent, Temperament, Tier
from ui.i18n import translator
from ui.plain import mnemonic_safe, one_line
from ui.widgets.buttons import Button
from ui.widgets.controls import ViewChip
from ui.widgets.flow import FlowLayout
from ui.widgets.panel import line
from ui.words import word

tr = translator("buyers")
_TIERS = (Tier.V3, Tier.V2, Tier.V1, Tier.NONE)
_KINDS: tuple[tuple[str, tuple[StrEnum, ...]], ...] = (
    ("tiers", _TIERS), ("flags", tuple(BuyerFlag)), ("temperaments", tuple(Temperament)), ("consents", tuple(Consent)),
)  # fmt: skip
# Always in sight, pressed or not.
_STANDING: tuple[tuple[str, StrEnum], ...] = (("tiers", Tier.V3), ("tiers", Tier.V2), ("tiers", Tier.V1),
                                              ("flags", BuyerFlag.NEEDS_CARE))  # fmt: skip


class FilterBar(QWidget):
    """`changed` comes after every change; `filters()` and `shop()` say what is chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filters = BuyerFilters()
        self._shop: int | None = None
        self._shops: tuple[tuple[int, str], ...] = ()
        self._total: int | None = None
        row = line(self, margins=(12, 8, 12, 0), spacing=8)
        self._box = QWidget(self)
        self._flow = FlowLayout(self._box, spacing=8)
        self.button = Button(tr("Filter"), self, icon="list-filter", size="small")
        self.button.clicked.connect(self.open_menu)
        row.addWidget(self._box, 1)
        row.addWidget(self.button)
        self._show()

    def filters(self) -> BuyerFilters:
        """What is chosen."""
        return self._filters

    def shop(self) -> int | None:
        """The one shop chosen here."""
        return self._shop

    def set_shops(self, shops: Sequence[tuple[int, str]]) -> None:
        """The shops one can choose between: none where the window shows a single one."""
        self._shops = tuple(shops)
        if self._shop is not None and self._shop not in {shop for shop, _ in self._shops}:
            self._shop = None
        self._show()

    def set_total(self, total: int) -> None:
        """How many buyers there are without any filter."""
        if total != self._total:
            self._total = total
            self._show()

    def is_set(self) -> bool:
        """Whether anything narrows the list."""
        return self._filters != BuyerFilters() or self._shop is not None

    def clear(self) -> None:
        """Let everything through."""
        self._take(BuyerFilters(), None)

    def toggle(self, kind: str, member: StrEnum) -> None:
        """Choose one member of a kind, or no longer."""
        chosen: tuple[Any, ...] = getattr(self._filters, kind)
        changed = tuple(each for each in chosen if each is not member) if member in chosen else (*chosen, member)
        self._take(replace(self._filters, **{kind: changed}), self._shop)  # type: ignore[arg-type]

    def toggle_open(self) -> None:
        """Only buyers with open cases, or all."""
        self._take(replace(self._filters, with_open_cases=not self._filters.with_open_cases), self._shop)

    def choose_shop(self, shop: int | None) -> None:
        """Only buyers of one shop, or of all."""
        self._take(self._filters, shop)

    def _take(self, filters: BuyerFilters, shop: int | None) -> None:
        if (filters, shop) != (self._filters, self._shop):
            self._filters, self._shop = filters, shop
            self._show()
            self.changed.emit()

    def _show(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._chip(tr("All"), not self.is_set(), self.clear, self._total)
        self._chip(tr("With open cases"), self._filters.with_open_cases, self.toggle_open)
        for kind, member in _STANDING:
            self._chip(word(member), member in getattr(self._filters, kind), self._toggler(kind, member))
        for kind, members in _KINDS:
            for member in members:
                if member in getattr(self._filters, kind) and (kind, member) not in _STANDING:
                    self._chip(word(member), True, self._toggler(kind, member))
        for shop, name in self._shops:
            if shop == self._shop:
                self._chip(one_line(name), True, lambda: self.choose_shop(None))
        self.updateGeometry()

    def _toggler(self, kind: str, member: StrEnum) -> Callable[[], None]:
        return lambda: self.toggle(kind, member)

    def _chip(self, text: str, on: bool, act: Callable[[], None], count: int | None = None) -> None:
        chip = ViewChip(text, count, self._box)
        chip.setChecked(on)
        chip.clicked.connect(lambda _=False: act())
        self._flow.addWidget(chip)
        chip.show()

    def open_menu(self) -> None:
        """All filters with ticks."""
        menu = self.menu_now()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def menu_now(self) -> QMenu:
        """The menu as it stands."""
        menu = QMenu(self)
        self._tick(menu, tr("With open cases"), self._filters.with_open_cases, self.toggle_open)
        titles = {"tiers": tr("Tier"), "flags": tr("Flags"), "temperaments": tr("Temperament"), "consents": tr("Calls")}
        for kind, members in _KINDS:
            menu.addSection(titles[kind])
            for member in members:
                self._tick(menu, word(member), member in getattr(self._filters, kind), self._toggler(kind, member))
        if self._shops:
            menu.addSection(tr("Shop"))
            for shop, name in self._shops:
                on = shop == self._shop
                self._tick(menu, one_line(name), on, self._shop_chooser(None if on else shop))
        menu.addSeparator()
        menu.addAction(tr("No filter")).triggered.connect(lambda _=False: self.clear())
        return menu

    def _shop_chooser(self, shop: int | None) -> Callable[[], None]:
        return lambda: self.choose_shop(shop)

    def _tick(self, menu: QMenu, text: str, on: bool, act: Callable[[], None]) -> None:
        action = menu.addAction(mnemonic_safe(text))
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda _=False: act())
