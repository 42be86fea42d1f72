"""Buyers: found, described, renamed and merged. Tier and consent go through the call-backs, so the calendar follows."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Mapping, Sequence

from desktop.services.buyer_fields import FIELDS, checked_field, checked_nick
from desktop.services.call_backs import CallBackService
from desktop.services.cases import checked_text
from desktop.services.workbench import Workbench
from models.buyer_records import BuyerCard, BuyerQuery, BuyerRow, MergePlan
from models.errors import NotFound, UserError
from models.kinds import BuyerFlag, Consent, Temperament, Tier
from models.records import Buyer
from models.rules.call_back_rhythm import DueCode
from models.rules.pinyin import initials
from models.store import buyer_card, buyer_joining, buyer_list, buyers
from models.store.transaction import Transaction

NOTE_LIMIT = 4_000
# Shown at once on a card; *show all* asks for so many.
CARD_ROWS, ALL_ROWS = 12, 5_000


class BuyerService:
    """What can be done with buyers."""

    def __init__(self, bench: Workbench, call_backs: CallBackService) -> None:
        self._bench = bench
        self._call_backs = call_backs

    # Reading

    def list_buyer_ids(self, query: BuyerQuery) -> array[int]:
        """The ids the list shows, in order."""
        return buyer_list.list_buyer_ids(self._bench.store.database, query)

    def load_rows(self, ids: Sequence[int]) -> Mapping[int, BuyerRow]:
        """The rows of these ids."""
        return buyer_list.load_buyer_rows(self._bench.store.database, ids)

    def count_buyers(self, shop_id: int | None = None) -> int:
        """How many buyers there are, those merged into another left out."""
        return buyer_list.count_buyers(self._bench.store.database, shop_id)

    def load_card(self, buyer_id: int, *, everything: bool = False) -> BuyerCard:
        """All that the card shows; with `everything` all orders and cases instead of the newest."""
        return buyer_card.load_card(self._bench.store.database, buyer_id, ALL_ROWS if everything else CARD_ROWS)

    def find_buyer(self, buyer_id: int) -> Buyer:
        """One buyer; NotFound if there is none."""
        return buyers.find_buyer(self._bench.store.database, buyer_id)

    def find_buyer_id(self, named: str) -> int:
        """The buyer a text names: an ID they have or had, or `#17` by id. NotFound if there is none."""
        return buyers.find_buyer_id(self._bench.store.database, named)

    # Describing

    def change_field(self, buyer_id: int, name: str, text: str) -> bool:
        """Change one of FIELDS; False if it was so already.

        UserError `buyer_phone_invalid`, `buyer_email_invalid`, `buyer_wechat_invalid`, or that of the text.
        """
        value = checked_field(name, text)
        buyer = self.find_buyer(buyer_id)
        before = str(getattr(buyer, name))
        if before == value:
            return False
        values = {name: value}
        if name == "phone":
            values["phone_tail"] = buyers.phone_tail(value)
        if name == "name":
            values["pinyin"] = initials(buyer.nick) or initials(value)
        label = FIELDS[name].label

        def work(transaction: Transaction) -> None:
            transaction.update("buyer", buyer_id, **values)
            transaction.record(
                "buyer_changed", entity="buyer", entity_id=buyer_id,
                details={"buyer": buyer.nick, "field": label, "before": before or "—", "after": value or "—"},
            )  # fmt: skip

        self._bench.act("buyer_edited", work, values={"buyer": buyer.nick, "field": label})
        return True

    def set_tier(self, buyer_id: int, tier: Tier) -> None:
        """Make a buyer a VIP or not; their call-back follows."""
        self._call_backs.set_tier(buyer_id, tier)

    def set_consent(self, buyer_id: int, consent: Consent, way: str | None = None) -> None:
        """Note whether a buyer agrees to calls and how they said so; their call-back follows."""
        self._call_backs.set_consent(buyer_id, consent, way)

    def set_temperament(self, buyer_id: int, temperament: Temperament) -> None:
        """Note how a buyer wants to be spoken to."""
        buyer = self.find_buyer(buyer_id)
        if buyer.temperament is temperament:
            return
        said = {"buyer": buyer.nick, "temperament": temperament.value}

        def work(transaction: Transaction) -> None:
            transaction.update("buyer", buyer_id, temperament=temperament)
            transaction.record("buyer_temperament_changed", entity="buyer", entity_id=buyer_id, details=said)

        self._bench.act("buyer_temperament_changed", work, values=said)

    def set_flag(self, buyer_id: int, flag: BuyerFlag, on: bool) -> None:
        """Set or take one flag, as it stands in the store then: two clicks in a row do not undo each other."""
        buyer = self.find_buyer(buyer_id)
        code = "buyer_flag_set" if on else "buyer_flag_taken"
        said = {"buyer": buyer.nick, "buyer_flag": flag.value}

        def work(transaction: Transaction) -> None:
            now = buyers.find_buyer(transaction.database, buyer_id).flags
            wanted = [each for each in BuyerFlag if (each in now and each is not flag) or (on and each is flag)]
            if transaction.update("buyer", buyer_id, flags=buyers.flag_words(wanted)):
                transaction.record(code, entity="buyer", entity_id=buyer_id, details=said)

        self._bench.act(code, work, values=said)

    def add_note(self, buyer_id: int, text: str) -> int:
        """Write a dated note about a buyer; returns its id. UserError `text_empty` and those of the text."""
        checked_text(text, limit=NOTE_LIMIT, required=True)
        buyer = self.find_buyer(buyer_id)

        def work(transaction: Transaction) -> int:
            stamp = transaction.stamp
            made = transaction.insert(
                "buyer_note", buyer_id=buyer_id, text=text, written_at=stamp.now, written_by=stamp.person
            )
            transaction.record("buyer_note_added", entity="buyer", entity_id=buyer_id, details={"text": text})
            return made

        return self._bench.act("buyer_noted", work, values={"buyer": buyer.nick})

    def remove_note(self, buyer_id: int, note_id: int) -> None:
        """Take a note back; NotFound if this buyer has none of that id."""
        buyer = self.find_buyer(buyer_id)
        if note_id not in {note.id for note in buyer_card.list_notes(self._bench.store.database, buyer_id)}:
            raise NotFound("buyer_note_not_found", note=note_id)

        def work(transaction: Transaction) -> None:
            transaction.remove("buyer_note", note_id)
            transaction.record("buyer_note_removed", entity="buyer", entity_id=buyer_id)

        self._bench.act("buyer_note_removed", work, values={"buyer": buyer.nick})

    # One person, several IDs

    def rename(self, buyer_id: int, nick: str) -> bool:
        """Give a buyer the ID the platform shows now; the old one stays known. False if it was so already.

        UserError `buyer_nick_taken` (its values say by whom) when another buyer of the shop has it or had it.
        """
        wanted = checked_nick(nick)
        buyer = self.find_buyer(buyer_id)
        if buyer.merged_into is not None:
            raise UserError("buyer_already_merged", buyer=buyer.nick)
        if wanted == buyer.nick:
            return False
        owner = buyers.find_nick_owner(self._bench.store.database, buyer.shop_id, wanted)
        if owner is not None and owner != buyer_id:
            raise UserError("buyer_nick_taken", buyer=wanted, other=owner)
        said = {"before": buyer.nick, "after": wanted}

        def work(transaction: Transaction) -> None:
            buyer_joining.rename_buyer(transaction, buyer, wanted)
            transaction.record("buyer_renamed", entity="buyer", entity_id=buyer_id, details=said)

        self._bench.act("buyer_renamed", work, values=said)
        return True

    def plan_merge(self, kept_id: int, other_id: int) -> MergePlan:
        """What merging would do. UserError `buyers_same`, `buyers_of_two_shops` or `buyer_already_merged`."""
        return buyer_joining.plan_merge(self._bench.store.database, kept_id, other_id)

    def merge(self, kept_id: int, other_id: int, from_other: Collection[str] | None = None) -> None:
        """Make two buyers of one shop one, in one transaction that Undo takes back; refused as `plan_merge` says.

        `from_other` names the fields of which the other's stays; without it, as the plan proposes.
        """
        plan = self.plan_merge(kept_id, other_id)
        known = {each.name for each in plan.fields}
        chosen = {each.name for each in plan.fields if each.from_other} if from_other is None else set(from_other)
        if not chosen <= known:
            raise ValueError(f"no such fields: {sorted(chosen - known)}")

        def work(transaction: Transaction) -> None:
            merged = buyer_joining.merge_buyers(transaction, plan, frozenset(chosen))
            why = DueCode.OPTED_OUT if merged.consent is Consent.REFUSED else DueCode.NOT_VIP
            self._call_backs.follow_buyer(transaction, merged, why)

        self._bench.act("buyers_merged", work, values={
            "buyer": plan.kept.nick, "other": plan.other.nick, "orders": plan.moves["order"],
            "cases": plan.moves["case"],
        })  # fmt: skip
