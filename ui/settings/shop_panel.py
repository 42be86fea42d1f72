"""The shops: which there are, one of them in fields that save themselves, and a place to add another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.services.resolution_packs import ShopPack
from models.kinds import Platform
from models.records import Shop
from ui.i18n import translator
from ui.plain import PlainLabel, one_line
from ui.settings import setting_words as words
from ui.settings.setting_fields import ChoiceField, LineField, TextField
from ui.settings.shop_colours import ColourField
from ui.settings.shop_packs import ShopPacks
from ui.widgets.buttons import Button
from ui.widgets.controls import ViewChip, row_of
from ui.widgets.panel import FormRows, Panel, clear_layout

tr = translator("settings")
LABELS = 96


class ShopPanel(Panel):
    """`changed` gives (shop id, field, value), `packs_changed` (id, added, left out), `added` (name, platform)."""

    changed = Signal(int, str, object)
    packs_changed = Signal(int, object, object)
    added = Signal(str, object)

    def __init__(self, zones: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(tr("Shops"), tr("each storefront on its platform"), parent, icon="store", token="accent")
        self._shops: tuple[Shop, ...] = ()
        self._shown = 0
        self._packs: dict[int, Sequence[ShopPack]] = {}
        self.rows.setContentsMargins(16, 12, 16, 16)
        self.rows.setSpacing(12)
        self.add = Button(tr("Add a shop"), self.heading, size="small", icon="plus")
        self.add.clicked.connect(lambda: self.show_adding(True))
        self.heading.add(self.add)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(8)
        self.rows.addLayout(self._chips)
        self.rows.addWidget(self._make_form(zones))
        self.rows.addWidget(self._make_adding())

    def _make_form(self, zones: Sequence[tuple[str, str]]) -> QWidget:
        self.form = form = FormRows(self.body, label_width=LABELS)
        self.fields: dict[str, LineField | ChoiceField | TextField] = {
            "name": LineField(form), "platform": ChoiceField(words.platforms(), form),
            "currency": ChoiceField(words.currencies(), form), "country": ChoiceField(words.countries(), form),
            "time_zone": ChoiceField(zones, form), "letterhead": TextField(form), "return_address": TextField(form),
        }  # fmt: skip
        labels = {
            "name": (tr("Name"), ""),
            "platform": (tr("Platform"), ""),
            "currency": (tr("Currency"), ""),
            "country": (tr("Country"), tr("Chooses the law that applies.")),
            "time_zone": (
                tr("Time zone"),
                tr("Times and days of its cases; with all shops shown, lists and boards keep the time of the first."),
            ),
            "letterhead": (tr("Letterhead"), tr("Stands at the top of packets and claim sheets.")),
            "return_address": (tr("Return address"), tr("Goes into replies that ask for goods to be sent back.")),
        }
        for name, (label, help_text) in labels.items():
            field = self.fields[name]
            form.add_field(label, field, help_text)
            field.edited.connect(lambda value, name=name: self._edited(name, value))
            if name == "name":
                form.add_field(tr("Mark"), self._make_colour(form), tr("Stands before the shop's name and its cases."))
        self.packs = ShopPacks(form)
        self.packs.edited.connect(lambda added, out: self.packs_changed.emit(self._shown, added, out))
        form.add_field(tr("Packs"), self.packs, tr("Cases already decided keep the packs they were decided by."))
        kept = tr("A shop that has orders or cases cannot be taken away.")
        form.add_field("", PlainLabel(kept, form, role="small", ink="text3", wrap=True))
        return form

    def _make_colour(self, parent: QWidget) -> ColourField:
        self.colour = ColourField(parent)
        self.colour.edited.connect(lambda colour: self.changed.emit(self._shown, "colour", colour))
        return self.colour

    def _make_adding(self) -> QWidget:
        self.adding = FormRows(self.body, label_width=LABELS)
        self.new_name = LineField(self.adding)
        self.new_platform = ChoiceField(words.platforms(), self.adding)
        self.adding.add_field(tr("Name"), self.new_name)
        self.adding.add_field(tr("Platform"), self.new_platform)
        self.confirm = Button(tr("Add"), self.adding, kind="primary", icon="plus")
        self.cancel = Button(tr("Cancel"), self.adding)
        self.adding.add_field("", row_of(self.confirm, self.cancel, 1, parent=self.adding))
        self.confirm.clicked.connect(self._add)
        self.new_name.returnPressed.connect(self._add)
        self.cancel.clicked.connect(lambda: self.show_adding(False))
        return self.adding

    def show_shops(self, shops: Sequence[Shop], packs: Mapping[int, Sequence[ShopPack]] | None = None) -> None:
        """Show these, with the packs each can use; a shop that is new comes to the front."""
        self._packs = dict(packs or {})
        known = {shop.id for shop in self._shops}
        new = next((shop.id for shop in shops if shop.id not in known), 0) if known else 0
        was_adding = self.adding.isVisibleTo(self.body)
        self._shops = tuple(shops)
        ids = [shop.id for shop in shops]
        self._shown = new or (self._shown if self._shown in ids else ids[0] if ids else 0)
        clear_layout(self._chips)
        if len(shops) > 1:
            for shop in shops:
                chip = ViewChip(one_line(shop.name), None, self.body)
                chip.setChecked(shop.id == self._shown)
                chip.clicked.connect(lambda _=False, shop_id=shop.id: self.show_shop(shop_id))
                self._chips.addWidget(chip)
            self._chips.addStretch(1)
        self.show_shop(self._shown)
        self.show_adding(not shops or (was_adding and bool(known) and not new))

    def show_shop(self, shop_id: int) -> None:
        """Put a shop into the fields."""
        self._shown = shop_id
        for place, shop in enumerate(self._shops):
            item = self._chips.itemAt(place)
            chip = item.widget() if item is not None else None
            if isinstance(chip, ViewChip):
                chip.setChecked(shop.id == shop_id)
            if shop.id == shop_id:
                for name, field in self.fields.items():
                    field.set_value(str(getattr(shop, name)))
                self.colour.show_colour(shop.colour, shop.id, shop.name)
                self.packs.show_packs(self._packs.get(shop.id, ()), shop.id)
        if self.adding.isVisibleTo(self.body):
            self.show_adding(False)

    def show_adding(self, adding: bool) -> None:
        """The fields of a new shop, or those of the chosen one."""
        adding = adding or not self._shops
        self.adding.setVisible(adding)
        self.form.setVisible(not adding)
        self.add.setVisible(not adding)
        self.cancel.setVisible(bool(self._shops))
        if adding:
            self.new_name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _edited(self, name: str, value: str) -> None:
        self.form.set_wrong(self.fields[name], "")
        self.changed.emit(self._shown, name, Platform(value) if name == "platform" else value)

    def _add(self) -> None:
        if not self.new_name.text().strip():
            self.adding.set_wrong(self.new_name, tr("Write the shop's name first."))
            return
        self.adding.set_wrong(self.new_name, "")
        self.added.emit(self.new_name.text().strip(), Platform(self.new_platform.value()))
        self.new_name.clear()
