"""The receivers of packets: those that come with the program, with what the shop changed, and its own."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from desktop.platform.resources import resource
from desktop.services.texts import checked_text
from desktop.services.workbench import Workbench
from models.clock import zone
from models.errors import EnvironmentFault, NotFound, UserError
from models.kinds import PacketForm
from models.records import Shop
from models.rules.packet_preset_json import as_own, preset_json, preset_of, read_presets, wrong_in
from models.rules.packet_presets import PacketPreset, PresetSlot
from models.store import shops
from models.store.transaction import Transaction

SETTING = "packet.presets"
_MOST_OWN = 200
_NAME, _NOTE, _FIELD = 80, 2_000, 80
_FALLBACK = "print"


@cache
def shipped_presets() -> tuple[PacketPreset, ...]:
    """The receivers of resources/packet_presets.json; EnvironmentFault `presets_unreadable`, UserError
    `presets_unusable`."""
    try:
        raw = json.loads(resource("packet_presets.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise EnvironmentFault("presets_unreadable", file="packet_presets.json") from error
    return read_presets(raw)


class PresetService:
    """Reads and changes receivers. Safe to call from any thread."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._lock = threading.Lock()
        self._kept: tuple[object, Mapping[str, PacketPreset], tuple[str, ...]] = (None, {}, ())

    def list_presets(self) -> tuple[PacketPreset, ...]:
        """All receivers: the program's in their order with the shop's figures, then the shop's own, oldest first."""
        own, _ = self._own()
        shipped = shipped_presets()
        mine = tuple(each for name, each in own.items() if name not in {one.id for one in shipped})
        return (*(own.get(each.id, each) for each in shipped), *mine)

    def find(self, preset_id: str) -> PacketPreset:
        """One receiver; NotFound `preset_not_found`."""
        for each in self.list_presets():
            if each.id == preset_id:
                return each
        raise NotFound("preset_not_found", preset=preset_id[:_FIELD])

    def shipped(self, preset_id: str) -> PacketPreset | None:
        """A receiver as it came with the program; None for one of the shop's own."""
        return next((each for each in shipped_presets() if each.id == preset_id), None)

    def broken(self) -> tuple[str, ...]:
        """Ids of own receivers that are damaged in the store: left out, never in the way, and dropped only by hand."""
        return self._own()[1]

    def keep_own(self, preset: PacketPreset) -> PacketPreset:
        """Keep a receiver of the shop's own, or the shop's figures of one that came with the program; returns it.

        An empty id makes a new one. UserError `preset_wrong` with the `field` that cannot be, `preset_not_found` for an
        unknown id, `preset_too_many`; those of `checked_text`.
        """
        checked = _checked(preset)
        wrong = wrong_in(replace(checked, id=checked.id or "new"))
        if wrong:
            raise UserError("preset_wrong", field=wrong)
        today = self._bench.clock.now().astimezone(zone(self._bench.time_zone)).date()

        def work(transaction: Transaction) -> PacketPreset:
            raw = self._raw()
            preset_id = checked.id or _fresh_id(raw)
            shipped = self.shipped(preset_id)
            if checked.id and shipped is None and preset_id not in raw:
                raise NotFound("preset_not_found", preset=preset_id[:_FIELD])
            if preset_id not in raw and len(raw) >= _MOST_OWN:
                raise UserError("preset_too_many", limit=_MOST_OWN)
            kept = as_own(checked, preset_id, shipped, today)
            shops.change_setting(transaction, SETTING, {**raw, preset_id: preset_json(kept)})
            transaction.record("preset_kept", entity="setting", entity_id=0, details=_named(kept))
            return kept

        return self._bench.act("preset_kept", work, values=_named(checked))

    def drop_own(self, preset_id: str) -> None:
        """Take out a receiver of the shop's own, or go back to the figures one came with.

        NotFound `preset_not_own` where there is nothing of the shop's own.
        """
        raw = self._raw()
        if preset_id not in raw:
            raise NotFound("preset_not_own", preset=preset_id[:_FIELD])
        own = self._own()[0].get(preset_id)
        shipped = self.shipped(preset_id)
        named = _named(own or shipped or PacketPreset(preset_id, preset_id, preset_id, PacketForm.PDF, ()))
        code = "preset_restored" if shipped is not None else "preset_dropped"

        def work(transaction: Transaction) -> None:
            rest = {name: each for name, each in self._raw().items() if name != preset_id}
            shops.change_setting(transaction, SETTING, rest)
            transaction.record(code, entity="setting", entity_id=0, details=named)

        self._bench.act(code, work, values=named)

    def for_shop(self, shop: Shop) -> str:
        """The id of the likeliest receiver for a shop: its platform's, else print."""
        for each in self.list_presets():
            if shop.platform in each.platforms:
                return each.id
        return _FALLBACK

    def first_for(self, shop: Shop) -> str:
        """The id of the receiver a case's packet starts with: the likeliest, but paper where that takes single
        pictures, of which nobody has chosen any yet."""
        likely = self.for_shop(shop)
        return _FALLBACK if self.find(likely).form is PacketForm.PICTURES else likely

    def _raw(self) -> dict[str, Any]:
        try:
            raw = shops.read_setting(self._bench.store.database, SETTING)
        except ValueError:
            return {}
        return dict(raw) if isinstance(raw, dict) else {}

    def _own(self) -> tuple[Mapping[str, PacketPreset], tuple[str, ...]]:
        raw = self._raw()
        with self._lock:
            if raw == self._kept[0]:
                return self._kept[1], self._kept[2]
            own, broken = {}, []
            for name, each in raw.items():
                try:
                    own[name] = preset_of(name, each)
                except UserError:
                    broken.append(name)
            self._kept = (raw, own, tuple(broken))
            return own, tuple(broken)


def _checked(preset: PacketPreset) -> PacketPreset:
    """With every text as it is kept."""

    def line(text: str) -> str:
        return checked_text(text.strip(), limit=_NAME)

    def note(text: str) -> str:
        return checked_text(text.strip(), limit=_NOTE)

    zh, en = line(preset.name_zh), line(preset.name_en)
    checked_text(zh or en, required=True)
    return replace(
        preset,
        id=checked_text(preset.id, limit=_FIELD),
        name_zh=zh or en,
        name_en=en or zh,
        note_zh=note(preset.note_zh),
        note_en=note(preset.note_en),
        deadline_zh=note(preset.deadline_zh),
        deadline_en=note(preset.deadline_en),
        slots=tuple(_checked_slot(each) for each in preset.slots),
        sources=tuple(replace(each, source=note(each.source), about=line(each.about)) for each in preset.sources),
    )


def _checked_slot(slot: PresetSlot) -> PresetSlot:
    names = (checked_text(each.strip(), limit=_NAME) for each in (slot.id, slot.name_zh, slot.name_en))
    slot_id, zh, en = names
    return replace(slot, id=slot_id, name_zh=zh or en, name_en=en or zh)


def _fresh_id(taken: Mapping[str, Any]) -> str:
    number = 1
    while f"own-{number}" in taken:
        number += 1
    return f"own-{number}"


def _named(preset: PacketPreset) -> dict[str, object]:
    return {"preset": {"zh": preset.name_zh, "en": preset.name_en}}
