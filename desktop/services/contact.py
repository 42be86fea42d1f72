"""What buyers agreed to, channel by channel, and how they like to be contacted; their call-backs follow at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any, Final

from desktop.services import call_refitting, consent_writing
from desktop.services.call_backs import CallBackService
from desktop.services.call_plans import Desk
from desktop.services.texts import checked_text
from desktop.services.workbench import Workbench
from models.call_back_records import ContactConsent
from models.call_kinds import Channel
from models.errors import UserError
from models.kinds import Consent
from models.records import Buyer, CallBack
from models.rules.call_hours import hours_hold, hours_text
from models.rules.call_settings import Hours
from models.rules.contact_consent import channel_for, is_birthday
from models.rules.due_notes import DueCode
from models.rules.rhythms import Rhythm, rhythm_text
from models.store import buyers, call_backs, contacts, shops
from models.store.transaction import Transaction

WAY_LIMIT: Final = 60
_EARLIEST: Final = date(1990, 1, 1)


class _Same:
    """Stands for a preference that stays as it is."""


SAME: Final = _Same()


class ContactService:
    """Writes what a buyer said about being contacted. The law: implementing regulations 778/2024 art. 24 (K7)."""

    def __init__(self, bench: Workbench, call_backs: CallBackService) -> None:
        self._bench = bench
        self._call_backs = call_backs

    # Reading

    def channels(self, buyer_id: int) -> Mapping[Channel, ContactConsent]:
        """What was said about each channel, agreed or withdrawn; one never spoken of is left out.

        One who agreed before channels were kept apart agreed to calls.
        """
        database = self._bench.store.database
        buyer = buyers.find_buyer(database, buyer_id)
        found = contacts.load_channels(database, buyer_id)
        if buyer.consent is Consent.GIVEN and not found:
            said_at = buyer.consent_at or datetime.fromtimestamp(0, UTC)
            return {Channel.PHONE: ContactConsent(Channel.PHONE, True, said_at, buyer.consent_way)}
        return found

    def channel_for(self, buyer_id: int) -> Channel | None:
        """The channel a buyer is contacted on; None where they agreed to none they can be reached on."""
        database = self._bench.store.database
        return channel_for(buyers.find_buyer(database, buyer_id), contacts.said_channels(database, buyer_id))

    def next_planned(self, buyer_id: int) -> CallBack | None:
        """The first of what is planned for a buyer, of whatever kind."""
        database = self._bench.store.database
        return next(iter(call_backs.list_planned_of(database, buyers.find_buyer(database, buyer_id))), None)

    # What they said

    def agree(self, buyer_id: int, channel: Channel, way: str = "", said_on: date | None = None) -> None:
        """Note that a buyer agreed to a channel, on a day (today) and a way (`phone`, `chat`, or as typed).

        UserError `consent_date_future`, `consent_date_past` (before 1990), `consent_withdrawn_since` for an agreement
        older than their no, `buyer_already_merged`, or that of the text.
        """
        buyer, said_at = self._asked(buyer_id, way, said_on)
        self._check_newer(buyer, channel, said_at)

        def work(transaction: Transaction) -> Buyer:
            return consent_writing.agree(transaction, buyer_id, (channel,), said_at=said_at, way=way)

        self._say("channel_agreed", buyer, work, DueCode.OPTED_OUT, self._details(buyer, said_at, way, channel))

    def withdraw(self, buyer_id: int, channel: Channel, way: str = "", said_on: date | None = None) -> None:
        """Note that a buyer no longer wants a channel. What was planned on it goes over to another they agreed to.

        With the last one they are contacted no more, as with `opt_out`.
        """
        buyer, said_at = self._asked(buyer_id, way, said_on)

        def work(transaction: Transaction) -> Buyer:
            return consent_writing.withdraw(transaction, buyer_id, channel, said_at=said_at, way=way)

        self._say("channel_withdrawn", buyer, work, DueCode.OPTED_OUT, self._details(buyer, said_at, way, channel))

    def opt_out(self, buyer_id: int, way: str = "", said_on: date | None = None) -> None:
        """Note that a buyer wants to hear nothing more: every open call-back of theirs is closed, of whatever kind."""
        buyer, said_at = self._asked(buyer_id, way, said_on)
        if buyer.consent is Consent.REFUSED and (not way or way == buyer.consent_way) and said_on is None:
            return

        def work(transaction: Transaction) -> Buyer:
            return consent_writing.opt_out(transaction, buyer_id, said_at=said_at, way=way)

        details = self._details(buyer, said_at, way) | {"consent": Consent.REFUSED.value}
        self._say("consent_changed", buyer, work, DueCode.OPTED_OUT, details)

    def forget(self, buyer_id: int) -> None:
        """Note that a buyer was not asked after all: all that was noted is taken back."""
        buyer, _ = self._asked(buyer_id, "", None)
        if buyer.consent is Consent.UNKNOWN and not self.channels(buyer_id):
            return
        details: dict[str, object] = {"buyer": buyer.nick, "consent": Consent.UNKNOWN.value}
        self._say(
            "consent_changed", buyer, lambda transaction: consent_writing.forget(transaction, buyer_id),
            DueCode.OPTED_OUT, details,
        )  # fmt: skip

    def set_consent(self, buyer_id: int, consent: Consent, way: str | None = None) -> None:
        """The older door: GIVEN agrees to calls, REFUSED opts out, UNKNOWN forgets. Without a way that known stays."""
        buyer, said_at = self._asked(buyer_id, way or "", None)
        if way is None:
            way = buyer.consent_way if buyer.consent is consent else ""
        if consent is Consent.REFUSED:
            if buyer.consent is not consent or way != buyer.consent_way:
                self.opt_out(buyer_id, way)
            return
        if consent is Consent.UNKNOWN:
            self.forget(buyer_id)
            return
        phone = self.channels(buyer_id).get(Channel.PHONE)
        if buyer.consent is consent and phone is not None and phone.agreed and way == buyer.consent_way:
            return
        if buyer.consent is consent and phone is not None and phone.agreed:
            # Only how they said so is set right: they said it when they did.
            said_at = phone.said_at

        def work(transaction: Transaction) -> Buyer:
            said = consent_writing.agree(transaction, buyer_id, (Channel.PHONE,), said_at=said_at, way=way)
            transaction.update("buyer", buyer_id, consent_way=way)
            return replace(said, consent_way=way)

        details = self._details(buyer, said_at, way, Channel.PHONE) | {"consent": consent.value}
        self._say("consent_changed", buyer, work, DueCode.OPTED_OUT, details)

    # How they like it

    def set_preferences(
        self, buyer_id: int, *, rhythm: Rhythm | _Same | None = SAME, hours: Hours | _Same | None = SAME,
        channel: Channel | _Same | None = SAME, person_id: int | _Same | None = SAME, birthday: str | _Same = SAME,
    ) -> bool:  # fmt: skip
        """Change how a buyer likes to be contacted; what is not named stays, None takes a wish away.

        The open call-back of their rhythm follows where it must: another rhythm, hours or person may move its day,
        another channel or person becomes its own. False if all was so already. UserError `call_hours_wrong`,
        `birthday_invalid`, `birthday_future`, `person_not_found`, `buyer_already_merged`.
        """
        buyer, _ = self._asked(buyer_id, "", None)
        wanted: dict[str, Any] = {}
        if not isinstance(rhythm, _Same):
            wanted["call_rhythm"] = rhythm_text(rhythm)
        if not isinstance(hours, _Same):
            if hours is not None and not hours_hold(hours):
                raise UserError("call_hours_wrong")
            wanted["call_hours"] = hours_text(hours)
        if not isinstance(channel, _Same):
            wanted["call_channel"] = channel.value if channel else ""
        if not isinstance(person_id, _Same):
            wanted["call_person_id"] = self._person(person_id)
        if not isinstance(birthday, _Same):
            wanted["birthday"] = self._birthday(buyer, birthday)
        changed = {name: value for name, value in wanted.items() if getattr(buyer, name) != value}
        if not changed:
            return False
        details = {"buyer": buyer.nick, **{name: value for name, value in changed.items() if name != "birthday"}}

        def work(transaction: Transaction) -> None:
            transaction.update("buyer", buyer_id, **changed)
            transaction.record("contact_wishes_changed", entity="buyer", entity_id=buyer_id, details=details)
            now = buyers.find_buyer(transaction.database, buyer_id)
            self._call_backs.follow_buyer(transaction, now, DueCode.NOT_VIP)
            call_refitting.follow_wishes(transaction, self._desk(buyer), now, frozenset(changed))

        self._bench.act("contact_wishes_changed", work, values={"buyer": buyer.nick})
        return True

    def _person(self, person_id: int | None) -> int | None:
        if person_id is None:
            return None
        person = shops.find_person(self._bench.store.database, person_id)
        if person is None:
            raise UserError("person_not_found", person=person_id)
        return person.id

    def _birthday(self, buyer: Buyer, text: str) -> str:
        text = checked_text(text, limit=WAY_LIMIT).strip()
        if text and not is_birthday(text):
            raise UserError("birthday_invalid")
        if len(text) > 5 and date.fromisoformat(text) > self._desk(buyer).today:
            raise UserError("birthday_future")
        return text

    # Shared

    def _desk(self, buyer: Buyer) -> Desk:
        return self._call_backs.desk(buyer.shop_id)

    def _asked(self, buyer_id: int, way: str, said_on: date | None) -> tuple[Buyer, datetime]:
        """The buyer and the moment they said it; noon in the shop of a day that has passed."""
        checked_text(way, limit=WAY_LIMIT)
        buyer = buyers.find_buyer(self._bench.store.database, buyer_id)
        if buyer.merged_into is not None:
            raise UserError("buyer_already_merged", buyer=buyer.nick)
        desk = self._desk(buyer)
        if said_on is None or said_on == desk.today:
            return buyer, desk.now
        if said_on > desk.today:
            raise UserError("consent_date_future", day=said_on.isoformat())
        if said_on < _EARLIEST:
            raise UserError("consent_date_past", day=said_on.isoformat())
        return buyer, datetime.combine(said_on, time(12), desk.zone).astimezone(UTC)

    def _check_newer(self, buyer: Buyer, channel: Channel, said_at: datetime) -> None:
        """An agreement noted late must not bring back to life what the buyer has withdrawn since."""
        said = contacts.load_channels(self._bench.store.database, buyer.id).get(channel)
        no = [said.said_at] if said is not None and not said.agreed else []
        if buyer.consent is Consent.REFUSED and buyer.consent_at is not None:
            no.append(buyer.consent_at)
        desk = self._desk(buyer)
        if no and desk.day_of(said_at) < desk.day_of(max(no)):
            raise UserError("consent_withdrawn_since", day=desk.day_of(max(no)).isoformat())

    def _details(self, buyer: Buyer, said_at: datetime, way: str, channel: Channel | None = None) -> dict[str, object]:
        day = self._desk(buyer).day_of(said_at).isoformat()
        values: dict[str, object] = {"buyer": buyer.nick, "day": day, "said_way": way}
        return values | ({"channel": channel.value} if channel else {})

    def _say(
        self, code: str, buyer: Buyer, write: Callable[[Transaction], Buyer], why: DueCode, details: dict[str, object]
    ) -> None:
        call_refitting.settle(self._bench, self._call_backs, buyer)

        def work(transaction: Transaction) -> None:
            now = write(transaction)
            transaction.record(code, entity="buyer", entity_id=buyer.id, details=details)
            self._call_backs.follow_buyer(transaction, now, why)

        self._bench.act(code, work, values=details)
