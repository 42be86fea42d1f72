"""The call-back calendar: what stands on which day, what is late, and the card of a buyer to call."""

from __future__ import annotations

from desktop.services.call_views import CallViews
from models.call_back_records import CallCard
from models.kinds import Consent, Tier
from models.records import Buyer, CallRecord
from models.rules.contact_consent import next_birthday
from models.rules.rhythms import Rhythm
from models.store import buyer_glance, buyers, call_backs, shops
from models.store.buyer_card import list_notes

CALLS_SHOWN = 20
CASES_SHOWN = 5
NOTES_SHOWN = 5


class CallBackCalendar(CallViews):
    """The calendar, and the cards of the buyers in it."""

    def rhythm(self, tier: Tier) -> Rhythm:
        """How often buyers of a tier are called."""
        return self.rules.read().rhythms.get(tier) or Rhythm()

    def find_buyer_card(self, buyer_id: int) -> CallCard:
        """All that is shown while a buyer is called; NotFound if there is no such buyer."""
        database = self.bench.store.database
        buyer = buyers.find_buyer(database, buyer_id)
        shop = shops.find_shop(database, buyer.shop_id)
        planned = call_backs.list_planned_of(database, buyer)
        # Nobody is congratulated who wants to hear nothing.
        birthday = "" if buyer.consent is Consent.REFUSED else buyer.birthday
        return CallCard(
            buyer=buyer,
            history=buyers.buyer_history(database, buyer_id, shop.currency),
            call_back=call_backs.find_regular(database, buyer),
            last_orders=buyer_glance.list_last_orders(database, buyer_id),
            last_cases=buyer_glance.list_last_cases(database, buyer_id),
            calls=call_backs.list_calls(database, buyer_id, CALLS_SHOWN),
            calls_total=call_backs.count_calls_of(database, buyer_id),
            open_ones=planned,
            open_cases=buyer_glance.list_last_cases(database, buyer_id, CASES_SHOWN, closed=False),
            closed_cases=buyer_glance.list_last_cases(database, buyer_id, CASES_SHOWN, closed=True),
            birthday=next_birthday(birthday, self.desk().today),
            notes=list_notes(database, buyer_id)[:NOTES_SHOWN],
        )

    def calls(self, buyer_id: int, after: CallRecord | None = None, limit: int = CALLS_SHOWN) -> tuple[CallRecord, ...]:
        """A page of the calls made to a buyer, newest first: the first, or what comes after a call already shown."""
        return call_backs.list_calls(self.bench.store.database, buyer_id, limit, after=after)

    def find_buyers(self, beginning: str) -> tuple[Buyer, ...]:
        """Buyers whose ID begins with a text."""
        return buyer_glance.list_buyers_named(self.bench.store.database, beginning)
