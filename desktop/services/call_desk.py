"""The desk a buyer is called from: what stands beside the call, the day in sums, the tags in use. It only reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Final

from desktop.services.call_back_calendar import CallBackCalendar
from models.call_back_records import CaseGlance, ContactConsent
from models.call_desk_records import DaySums, DeskOrder
from models.call_kinds import Channel
from models.errors import NotFound
from models.records import CallBack, CallRecord
from models.store import buyers, call_backs, call_desk, shops

ORDERS_SHOWN: Final = 3
TAGS_SHOWN: Final = 4
_ALL_CALLS: Final = 1_000


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a buyer's card: consent per channel, orders, promises, the case a call-back is about.

    `bought_since`: how many orders they made since the last real contact, None where there was none.
    """

    channels: Mapping[Channel, ContactConsent] = field(default_factory=dict)
    orders: tuple[DeskOrder, ...] = ()
    bought_since: int | None = None
    last_contact: datetime | None = None
    case: CaseGlance | None = None
    case_order: str = ""
    shop_name: str = ""
    person: str = ""
    tags: tuple[str, ...] = ()


class CallDeskService:
    """Reads for the pane a call is made from."""

    def __init__(self, calendar: CallBackCalendar) -> None:
        self._calendar = calendar

    def beside(self, buyer_id: int, call_back: CallBack | None, channels: Mapping[Channel, ContactConsent]) -> Beside:
        """What stands beside a buyer; NotFound if there is no such buyer."""
        database = self._calendar.bench.store.database
        buyer = buyers.find_buyer(database, buyer_id)
        real = call_backs.find_last_reached(database, buyer_id)
        people = {person.id: person.name for person in shops.list_people(database)}
        return Beside(
            channels=channels,
            orders=call_desk.list_desk_orders(database, buyer_id, ORDERS_SHOWN),
            bought_since=call_desk.count_orders_since(database, buyer_id, real.made_at) if real else None,
            last_contact=real.made_at if real else None,
            case=self._case(call_back),
            case_order=self._case_order(call_back),
            shop_name=shops.find_shop(database, buyer.shop_id).name,
            person=people.get(buyer.call_person_id or 0, ""),
            tags=call_desk.list_tags_used(database, TAGS_SHOWN),
        )

    def _case(self, call_back: CallBack | None) -> CaseGlance | None:
        if call_back is None or call_back.case_id is None:
            return None
        try:
            return call_desk.find_case_glance(self._calendar.bench.store.database, call_back.case_id)
        except NotFound:
            return None

    def _case_order(self, call_back: CallBack | None) -> str:
        case_id = call_back.case_id if call_back is not None else None
        return call_desk.find_case_order(self._calendar.bench.store.database, case_id)[1] if case_id is not None else ""

    def opened_case(self, case_id: int, buyer_id: int) -> CaseGlance | None:
        """A case that was opened out of a call; None if it is another buyer's, so that it is not noted with the call.

        A case without a buyer is anybody's. NotFound if there is no such case.
        """
        database = self._calendar.bench.store.database
        glance = call_desk.find_case_glance(database, case_id)
        whose = call_desk.find_case_order(database, case_id)[0]
        return glance if whose in (None, buyer_id) else None

    def all_calls(self, buyer_id: int) -> tuple[CallRecord, ...]:
        """The calls made to a buyer, the newest first; the last thousand of them."""
        return call_backs.list_calls(self._calendar.bench.store.database, buyer_id, _ALL_CALLS)

    def day_sums(self, on: date) -> DaySums:
        """The calls made on a day of the shop, in sums."""
        desk = self._calendar.desk()
        first, after = (datetime.combine(day, time(), tzinfo=desk.zone) for day in (on, on + timedelta(days=1)))
        return call_desk.sum_calls(self._calendar.bench.store.database, first, after, shop_id=self._calendar.shop())
