"""Which packs a shop uses: those of its platform and country are ticked; others can be added, these left out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop.services.resolution_packs import ShopPack
from ui.i18n import language, translator
from ui.plain import mnemonic_safe, one_line
from ui.settings.setting_words import layer_word
from ui.widgets.buttons import Button
from ui.widgets.panel import Banner, clear_layout, column

tr = translator("settings")


class ShopPacks(QWidget):
    """`edited` carries (ids added, ids left out)."""

    edited = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Packs"))
        rows = column(self, spacing=6)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        rows.addLayout(self._list)
        self.more = Button(tr("Packs of other platforms and countries"), self, kind="link", size="row", icon="plus")
        self.more.clicked.connect(self._show_all)
        rows.addWidget(self.more)
        self.warning = Banner("due", "", "", self)
        self.warning.hide()
        rows.addWidget(self.warning)
        self.boxes: dict[str, QCheckBox] = {}
        self._packs: tuple[ShopPack, ...] = ()
        self._all = False
        self._shown: object = None

    def show_packs(self, packs: Sequence[ShopPack], shop_id: int) -> None:
        """Show these for a shop."""
        self._packs = tuple(packs)
        key = (shop_id, self._all, tuple((each.pack.id, each.usual) for each in packs))
        if key != self._shown:
            if not isinstance(self._shown, tuple) or self._shown[0] != shop_id:
                self._all = False
                key = (shop_id, self._all, key[2])
            self._shown = key
            self._make()
        for each in self._packs:
            if each.pack.id in self.boxes:
                self.boxes[each.pack.id].setChecked(each.used)
        self._warn()

    def _make(self) -> None:
        clear_layout(self._list)
        self.boxes = {}
        first = [each for each in self._packs if each.usual or each.used]
        rest = [each for each in self._packs if not (each.usual or each.used)]
        for each in [*first, *(rest if self._all else ())]:
            kind = layer_word(each.pack.layer)
            box = QCheckBox(mnemonic_safe(f"{one_line(each.pack.title.pick(language()))} · {kind}"), self)
            box.setAccessibleName(f"{one_line(each.pack.title.pick(language()))} {kind}")
            box.clicked.connect(self._clicked)
            self.boxes[each.pack.id] = box
            self._list.addWidget(box)
        self.more.setVisible(bool(rest) and not self._all)

    def _show_all(self) -> None:
        self._all = True
        if isinstance(self._shown, tuple):
            self._shown = (self._shown[0], True, self._shown[2])
        self._make()
        for each in self._packs:
            self.boxes[each.pack.id].setChecked(each.used)
        first = next((each for each in self._packs if not (each.usual or each.used)), None)
        if first is not None:
            self.boxes[first.pack.id].setFocus()

    def _clicked(self) -> None:
        ticked = {name for name, box in self.boxes.items() if box.isChecked()}
        usual = {each.pack.id for each in self._packs if each.usual}
        self._warn()
        self.edited.emit(sorted(ticked - usual), sorted(usual - ticked))

    def _warn(self) -> None:
        missing = [
            one_line(each.pack.title.pick(language())) for each in self._packs
            if each.usual and each.pack.layer == "law" and not self.boxes[each.pack.id].isChecked()
        ]  # fmt: skip
        self.warning.set_text(
            tr("Left out: %1", tr(", ").join(missing)),
            tr("The law counts whether the program knows it or not. Leave it out only if it does not bind this shop."),
        )
        self.warning.setVisible(bool(missing))
