"""The receivers of the shop's own: added, changed, copied from one that came with the program, taken away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from models.kinds import PacketForm
from models.rules.packet_presets import PacketPreset
from ui.i18n import translator
from ui.packets.options.preset_dialog import PresetDialog
from ui.packets.options.preset_words import preset_name

if TYPE_CHECKING:
    from ui.packets.packets_page import PacketsPage

tr = translator("packet_options")


class Receivers(QObject):
    """Joins the list of receivers with their service."""

    def __init__(self, page: PacketsPage) -> None:
        super().__init__(page)
        self._page = page
        chooser = page.options.presets
        chooser.add_wanted.connect(lambda: self.ask(PacketPreset("", "", "", PacketForm.PDF, ("pdf",))))
        chooser.edit_wanted.connect(self._edit)
        chooser.copy_wanted.connect(self._copy)
        chooser.reset_wanted.connect(self._drop)
        chooser.drop_wanted.connect(self._drop)

    def _find(self, preset_id: str) -> PacketPreset | None:
        state = self._page.state
        return state.preset(preset_id) if state is not None else None

    def _edit(self, preset_id: str) -> None:
        found = self._find(preset_id)
        if found is not None:
            self.ask(found)

    def _copy(self, preset_id: str) -> None:
        found = self._find(preset_id)
        if found is not None:
            name = tr("%1 (our own)", preset_name(found))[:80]
            self.ask(replace(found, id="", name_zh=name, name_en=name, own=True))

    def ask(self, preset: PacketPreset) -> None:
        """Show the figures; what is kept of a new one is chosen at once."""
        page = self._page
        if page.state is None:
            return
        today = page.ctx.clock.now().astimezone(page.choosing.zone()).date()
        dialog = PresetDialog(preset, today, page)
        presets = page.ctx.presets

        def keep(given: PacketPreset) -> None:
            def kept(made: PacketPreset) -> None:
                if not given.id:
                    page.plans.replace(preset=made.id)
                page.loading.load_again()

            page.keep_held(dialog, lambda: presets.keep_own(given), kept)

        dialog.given.connect(keep)
        dialog.open()

    def _drop(self, preset_id: str) -> None:
        page = self._page
        if page.state is None:
            return
        presets, shop = page.ctx.presets, page.state.page.shop
        own_only = preset_id not in page.state.built_in

        def work() -> str:
            presets.drop_own(preset_id)
            return str(presets.first_for(shop))

        def dropped(likely: str) -> None:
            if own_only and page.plans.plan.preset == preset_id:
                page.plans.replace(preset=likely)
            page.loading.load_again()

        page.background.run(page.ctx.jobs.write(work), dropped, page.tell_error, receiver=self)
