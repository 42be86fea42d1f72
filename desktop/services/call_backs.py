"""Call-backs: planned, logged, moved, never lost. Nothing is planned for a buyer who has not agreed to be called."""

from __future__ import annotations

from dataclasses import replace

from desktop.services import call_plans
from desktop.services.call_entries import checked_time
from desktop.services.call_logging import CallLogging
from desktop.services.call_moving import CallMoving
from desktop.services.texts import checked_text
from models.kinds import Consent, Tier
from models.rules.call_back_rhythm import DueCode, planned_from_rhythm
from models.store import call_backs
from models.store.transaction import Transaction

__all__ = ["CallBackService", "checked_time"]
_WAY_LIMIT = 60


class CallBackService(CallLogging, CallMoving):
    """What can be done with call-backs, beside reading the calendar."""

    def set_tier(self, buyer_id: int, tier: Tier) -> None:
        """Make a buyer a VIP or not: plans a call when they agreed to calls, closes the open one without a tier."""
        buyer = self._settled(buyer_id)

        def work(transaction: Transaction) -> None:
            if transaction.update("buyer", buyer_id, tier=tier):
                transaction.record(
                    "buyer_tier_changed", entity="buyer", entity_id=buyer_id, details={"tier": tier.value}
                )
                self.follow_buyer(transaction, replace(buyer, tier=tier), DueCode.NOT_VIP)

        self.bench.act("buyer_tier_changed", work, values={"tier": tier.value})

    def set_consent(self, buyer_id: int, consent: Consent, way: str | None = None) -> None:
        """Note whether a buyer agrees to calls, when and on which way (`phone`, `chat`, or as typed) they said so.

        Refusing closes the open call-back at once. Without a way the one of the same consent stays.
        """
        checked_text(way or "", limit=_WAY_LIMIT)
        buyer = self._settled(buyer_id)
        if way is None:
            way = buyer.consent_way if buyer.consent is consent else ""

        def work(transaction: Transaction) -> None:
            said_at = None if consent is Consent.UNKNOWN else transaction.stamp.now
            if buyer.consent is consent and buyer.consent_way == way:
                return
            if buyer.consent is consent:
                said_at = buyer.consent_at
            transaction.update("buyer", buyer_id, consent=consent, consent_at=said_at, consent_way=way)
            transaction.record(
                "consent_changed", entity="buyer", entity_id=buyer_id,
                details={"buyer": buyer.nick, "consent": consent.value},
            )  # fmt: skip
            self.follow_buyer(transaction, replace(buyer, consent=consent), DueCode.OPTED_OUT)

        self.bench.act("consent_changed", work, values={"buyer": buyer.nick, "consent": consent.value})

    def plan_missing(self) -> int:
        """Plan a call for every VIP who agreed and has none open; returns how many."""
        if not call_backs.list_without_open(self.bench.store.database):
            return 0
        desk = self.desk()

        def work(transaction: Transaction) -> int:
            missing = call_backs.list_without_open(transaction.database)
            load = call_plans.load_ahead(transaction.database, desk)
            for each in missing:
                last = desk.day_of(each.last_reached_at) if each.last_reached_at else None
                found = planned_from_rhythm(last, self.rhythm(each.tier), desk.calendar, desk.today, load)
                load[found.day] = load.get(found.day, 0) + 1
                call_plans.add_plan(transaction, each.buyer_id, each.nick, found)
            return len(missing)

        return self.bench.act("calls_planned", work, undoable=False)
