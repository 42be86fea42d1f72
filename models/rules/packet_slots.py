"""Into which type of evidence of a receiver an exhibit goes: as chosen, else by what it was tagged as, else by kind."""

from __future__ import annotations

from typing import Final

from models.kinds import MediaKind
from models.rules.packet_parts import ExhibitPage
from models.rules.packet_presets import PacketPreset, PresetSlot

# What the checklists ask for, by the names receivers give their types of evidence.
_BY_TAG: Final = {
    **dict.fromkeys(
        ("chat_screenshots", "chat_record", "agreement_chat", "threat_chat", "merge_consent", "chat", "聊天记录"),
        "customer_communication",
    ),
    **dict.fromkeys(
        (
            "waybill", "tracking", "logistics_record", "courier_statement", "carrier_confirmation", "delivery_proof",
            "return_tracking", "packing_list", "packing_photo", "photo_of_all_items_on_scale", "stock_record",
        ),
        "shipping_documentation",
    ),
    **dict.fromkeys(("commercial_invoice", "dealer_voucher"), "receipt"),
}  # fmt: skip
_OTHER: Final = "uncategorized"


def _plain(slot_id: str) -> str:
    """The name without what only one receiver writes: `CUSTOMER_COMMUNICATION_FILE` is `customer_communication`."""
    return slot_id.lower().removesuffix("_file")


def default_slot(preset: PacketPreset, exhibit: ExhibitPage) -> str:
    """The id of the likeliest type for an exhibit; empty when the receiver takes no file at all."""
    takers = {_plain(each.id): each for each in preset.slots if each.takes_file}
    tags = [each.tag.strip().lower() for each in (exhibit.evidence, exhibit.original) if each is not None]
    for tag in tags:
        found = takers.get(tag) or takers.get(_BY_TAG.get(tag, ""))
        if found is not None:
            return found.id
    if exhibit.evidence.media is MediaKind.CHAT and "customer_communication" in takers:
        return takers["customer_communication"].id
    other = takers.get(_OTHER) or preset.slot(preset.main_slot) or next(iter(takers.values()), None)
    return other.id if other is not None else ""


def slot_of(preset: PacketPreset, exhibit: ExhibitPage) -> PresetSlot | None:
    """The type an exhibit goes into; None when the one chosen is not one this receiver takes a file for."""
    found = preset.slot(exhibit.slot or default_slot(preset, exhibit))
    return found if found is not None and found.takes_file else None
