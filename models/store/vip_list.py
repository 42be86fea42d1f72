"""The list of VIPs with what was agreed and planned, and how a buyer came by their tier."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from models.call_kinds import Channel, TierSource
from models.clock import from_millis
from models.kinds import Tier
from models.known_words import CONSENTS, KINDS, SOURCES, TIERS
from models.money import Money
from models.records import Buyer
from models.rules.contact_consent import may_contact
from models.rules.verdict import Allowed
from models.store.connection import CaseDatabase
from models.store.contacts import said_channels_of
from models.vip_records import TierChange, VipRow

# Each out of the end of an index; a note in the parcel is no contact that counts.
_LAST = (
    "(SELECT r.made_at FROM call_record r WHERE r.buyer_id = b.id AND r.outcome IN ('reached', 'not_interested')"
    " AND r.channel <> 'note' AND r.deleted_at IS NULL ORDER BY r.made_at DESC LIMIT 1)"
)
_NEXT = (
    "(SELECT c.id FROM call_back c WHERE c.buyer_id = b.id AND c.state = 'due' AND c.deleted_at IS NULL"
    " AND b.consent <> 'refused' ORDER BY c.due_on, c.id LIMIT 1)"
)
_VIPS = (
    "SELECT v.*, c.due_on, c.kind, COALESCE(p.name, q.name, '') FROM (SELECT b.id, b.shop_id, b.nick, b.name, b.tier,"  # noqa: S608
    f" b.tier_source, b.consent, b.call_rhythm, b.phone, b.pinyin, b.call_person_id, {_LAST}, {_NEXT} AS next_id"
    " FROM buyer b WHERE b.tier > 'none' AND b.merged_into IS NULL {shop}) v"
    " LEFT JOIN call_back c ON c.id = v.next_id"
    " LEFT JOIN person p ON p.id = v.call_person_id LEFT JOIN person q ON q.id = c.person_id"
    " ORDER BY v.tier DESC, v.nick, v.id"
)
TIER_ACTIONS = (
    "buyer_tier_changed", "buyer_marked_special", "buyer_unmarked_special", "tier_proposal_accepted", "buyers_merged",
)  # fmt: skip
_CHANGES = (
    "SELECT h.happened_at, h.person, d.details FROM history h LEFT JOIN history_detail d ON d.seq = h.seq"
    " WHERE h.entity = 'buyer' AND h.entity_id = ? AND h.action IN (?, ?, ?, ?, ?) ORDER BY h.seq DESC"
)


def list_vips(database: CaseDatabase, shop_id: int | None = None) -> tuple[VipRow, ...]:
    """All VIPs of a shop, or of all, the dearest first. Whoever was merged into another is not one of their own."""
    where = "" if shop_id is None else f"AND b.shop_id = {int(shop_id)}"
    rows = database.execute_sql(_VIPS.format(shop=where)).fetchall()
    said = said_channels_of(database, [row[0] for row in rows])
    return tuple(_vip(row, said.get(row[0], {})) for row in rows)


def _vip(row: tuple[Any, ...], said: Mapping[Channel, bool]) -> VipRow:
    consent = CONSENTS[row[6]]
    agreed = [
        each for each in Channel
        if (each is not Channel.NOTE or said.get(each)) and isinstance(may_contact(consent, said, each), Allowed)
    ]  # fmt: skip
    due_on = row[13]
    return VipRow(
        buyer_id=row[0], shop_id=row[1], nick=row[2], name=row[3], tier=TIERS[row[4]], source=SOURCES[row[5]],
        consent=consent, own_rhythm=row[7], channels=tuple(agreed),
        last_contact_at=None if row[11] is None else from_millis(row[11]),
        next_on=None if due_on is None else date.fromisoformat(due_on),
        next_kind=None if row[14] is None else KINDS[row[14]], person=row[15],
        words="\n".join((row[2], row[3], row[8], row[9], row[15])).casefold(),
    )  # fmt: skip


def list_tier_changes(database: CaseDatabase, buyer: Buyer) -> tuple[TierChange, ...]:
    """How a buyer came by their tier, newest first. What does not lead to what holds now was undone since."""
    found = []
    tier: Tier | None = buyer.tier
    source: TierSource | None = buyer.tier_source
    for happened_at, person, details in database.execute_sql(_CHANGES, (buyer.id, *TIER_ACTIONS)):
        values = _details(details)
        after, came = _tier(values.get("tier")), _source(values.get("tier_source"))
        if after is None:
            continue
        before, came_before = _tier(values.get("was_tier")), _source(values.get("was_source"))
        holds = tier in (None, after) and (source is None or came is None or source is came)
        numbers = {name: values.get(name) for name in ("orders", "refund_rate", "days")}
        orders, rate, days = (each if isinstance(each, int | float) else 0 for each in numbers.values())
        found.append(TierChange(
            at=from_millis(happened_at), person=person, before=before, after=after,
            source=came or TierSource.HAND, source_before=came_before, spent=_money(values.get("spent")),
            orders=int(orders), refund_rate=float(rate), days=int(days), taken_back=not holds,
        ))  # fmt: skip
        if holds:
            tier, source = before, came_before
    return tuple(found)


def _details(stored: str | None) -> Mapping[str, Any]:
    try:
        found = json.loads(stored) if stored else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _money(stored: object) -> Money | None:
    minor, _, currency = stored.partition(" ") if isinstance(stored, str) else ("", "", "")
    return Money(int(minor), currency) if minor.isascii() and minor.isdigit() and currency else None


def _tier(word: object) -> Tier | None:
    return next((each for each in Tier if each == word), None)


def _source(word: object) -> TierSource | None:
    return next((each for each in TierSource if each == word), None)
