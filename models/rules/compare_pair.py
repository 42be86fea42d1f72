"""Which two pictures belong side by side: what left the shop, and what the buyer received."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from models.evidence_records import Evidence
from models.kinds import Derivation, Integrity, MediaKind

Side = Literal["sent", "received"]
MOST: Final = 4
# Ids of the base pack's kinds of evidence, the closest to "how it was" and "how it came" first.
_SENT: Final = ("packing_photo", "packing_list", "photo_of_all_items_on_scale", "waybill")
_RECEIVED: Final = ("photo", "photo_goods", "quality_photo", "photo_box", "photo_padding", "return_photo", "wear_photo",
                    "quality_video", "return_unpacking_video")  # fmt: skip
# Tags as people type them.
_SENT_WORDS: Final = ("发货", "出库", "打包", "before ship", "packing", "packed", "sent")
_RECEIVED_WORDS: Final = ("收货", "收到", "破损", "开箱", "damage", "received", "unpack", "broken")
_SEEN: Final = (MediaKind.PHOTO, MediaKind.CHAT, MediaKind.VIDEO, MediaKind.DOCUMENT)


def side_of(item: Evidence) -> Side | None:
    """Whether it shows goods as sent or as received, by its tag; None when the tag does not say."""
    tag = item.tag.strip().casefold()
    if tag in _SENT or any(word in tag for word in _SENT_WORDS):
        return "sent"
    if tag in _RECEIVED or any(word in tag for word in _RECEIVED_WORDS):
        return "received"
    return None


def partner_of(item: Evidence, others: Sequence[Evidence]) -> Evidence | None:
    """What to put beside one picture: for goods received those sent, and the other way round; exhibits first.

    Only originals that are as imported; None when nothing fits.
    """
    side = side_of(item)
    if side is None:
        return None
    wanted, order = ("received", _RECEIVED) if side == "sent" else ("sent", _SENT)
    fitting = [
        other
        for other in others
        if other.id != item.id
        and side_of(other) == wanted
        and other.media in _SEEN
        and not other.is_text
        and other.integrity is Integrity.VERIFIED
        and other.derivation is Derivation.ORIGINAL
    ]
    return min(fitting, key=lambda other: (_rank(other.tag, order), other.exhibit is None, other.number), default=None)


def in_order(items: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """At most four pictures in the order of their sides: what was sent stands left of what was received."""
    ranks = {"sent": 0, None: 1, "received": 2}
    return tuple(sorted(items[:MOST], key=lambda item: ranks[side_of(item)]))


def _rank(tag: str, order: Sequence[str]) -> int:
    return order.index(tag) if tag in order else len(order)
