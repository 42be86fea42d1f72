"""The open call-backs a reminder asks for, apart from the calendar files: the rail counts them at every start."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.call_kinds import CallBackKind
from models.kinds import CallBackState, Consent, Tier
from models.known_words import KINDS, TIERS
from models.store.connection import CaseDatabase
from models.tables.buyer import BuyerTable
from models.tables.call_back import CallBackTable
from models.tables.shop import ShopTable

_OPEN = (CallBackTable.state == CallBackState.DUE) & CallBackTable.deleted_at.is_null()
_NOT_REFUSED = BuyerTable.consent != Consent.REFUSED


@dataclass(frozen=True, slots=True)
class RemindedCall:
    """An open call-back as far as a reminder asks; `zone` and `country` are its shop's, `reason` notes its day."""

    id: int
    buyer_id: int
    day: date
    at_time: str
    kind: CallBackKind
    reason: str
    nick: str
    tier: Tier
    zone: str
    country: str


def list_reminded(database: CaseDatabase, until: date, *, shop_id: int | None = None) -> tuple[RemindedCall, ...]:
    """Open call-backs that stand on `until` or before, of buyers who have not opted out, by day."""
    condition = _OPEN & _NOT_REFUSED & (CallBackTable.due_on <= until)
    if shop_id is not None:
        condition &= BuyerTable.shop_id == shop_id
    query = (
        CallBackTable.select(
            CallBackTable.id, CallBackTable.buyer_id, CallBackTable.due_on, CallBackTable.at_time, CallBackTable.kind,
            CallBackTable.reason, BuyerTable.nick, BuyerTable.tier, ShopTable.time_zone, ShopTable.country,
        )
        .join(BuyerTable, on=(BuyerTable.id == CallBackTable.buyer_id))
        .join(ShopTable, on=(ShopTable.id == BuyerTable.shop_id))
        .where(condition)
        .order_by(CallBackTable.due_on, CallBackTable.at_time, CallBackTable.id)
    )  # fmt: skip
    return tuple(
        RemindedCall(row[0], row[1], date.fromisoformat(row[2]), row[3], KINDS[row[4]], row[5], row[6],
                     TIERS[row[7]], row[8], row[9] or "CN")
        for row in database.execute_sql(*query.sql()).fetchall()
    )  # fmt: skip
