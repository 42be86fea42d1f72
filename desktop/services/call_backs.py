"""Call-backs: planned, logged, moved, never lost. Nothing is planned for a buyer who has not agreed to be called."""

from __future__ import annotations

from desktop.services import call_plans
from desktop.services.call_entries import checked_time
from desktop.services.call_logging import CallLogging
from desktop.services.call_moving import CallMoving
from desktop.services.call_notes import CallNotes
from desktop.services.call_replanning import CallReplanning
from models.call_kinds import Channel
from models.kinds import Consent, Tier
from models.store import buyers, call_loads
from models.store.transaction import Transaction

__all__ = ["CallBackService", "checked_time"]


class CallBackService(CallLogging, CallMoving, CallNotes, CallReplanning):
    """What can be done with call-backs, beside reading the calendar."""

    def set_tier(self, buyer_id: int, tier: Tier) -> None:
        """Make a buyer a VIP or not: plans a call when they agreed to calls, closes the open one without a tier."""
        from desktop.services.vips import VipService

        VipService(self.bench, self, self.rules.read).set_tier(buyer_id, tier)

    def set_consent(self, buyer_id: int, consent: Consent, way: str | None = None) -> None:
        """Note whether a buyer agrees to calls, when and on which way (`phone`, `chat`, or as typed) they said so.

        Refusing closes the open call-back at once. Without a way the one of the same consent stays.
        """
        from desktop.services.contact import ContactService

        ContactService(self.bench, self).set_consent(buyer_id, consent, way)

    def plan_missing(self, most: int | None = None) -> int:
        """Plan a call for every VIP who agreed and has none open, for `most` of them at a time; returns how many."""
        if not call_loads.list_missing(self.bench.store.database):
            return 0

        def work(transaction: Transaction) -> int:
            database = transaction.database

            def channel_of(buyer_id: int) -> Channel:
                return self._channel_of(database, buyers.find_buyer(database, buyer_id))

            return len(call_plans.plan_missing(transaction, self.desk, channel_of, most))

        return self.bench.act("calls_planned", work, undoable=False)
