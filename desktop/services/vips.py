"""Who is VIP: tiers set by hand, proposed by the shop's rules, buyers marked special; what became of them when."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

from desktop.services import call_refitting, consent_writing
from desktop.services.call_backs import CallBackService
from desktop.services.call_plans import rhythm_for
from desktop.services.workbench import Workbench
from models.call_back_records import TierProposal
from models.call_kinds import Channel, TierSource
from models.clock import zone
from models.errors import UserError
from models.kinds import BuyerFlag, Consent, Tier
from models.money import Money
from models.records import Buyer, Shop
from models.rules.call_settings import CallRules
from models.rules.due_notes import DueCode
from models.rules.vip_tiers import proposed
from models.store import buyers, shops, vip_list, vip_numbers
from models.store.connection import CaseDatabase
from models.store.transaction import Transaction
from models.store.vip_numbers import CountedShops
from models.vip_records import TierChange, VipRow


class VipService:
    """What can be done about who is VIP. `rules` reads what the shop chose."""

    def __init__(self, bench: Workbench, call_backs: CallBackService, rules: Callable[[], CallRules]) -> None:
        self._bench = bench
        self._call_backs = call_backs
        self._rules = rules

    # Reading

    def list_vips(self) -> tuple[VipRow, ...]:
        """All VIPs of the shop the window shows (of all shops if it shows all), the dearest first."""
        return vip_list.list_vips(self._bench.store.database, self._call_backs.shop())

    def proposals(self, shop_id: int | None = None) -> tuple[TierProposal, ...]:
        """The tiers the shop's rules speak for, the highest first; empty while the rules are off.

        Counted from the orders of each rule's period up to now. What was declined stays away for the days the shop
        chose.
        """
        return self._proposals(self._bench.store.database, shop_id)

    def tier_history(self, buyer_id: int) -> tuple[TierChange, ...]:
        """How a buyer came by their tier, newest first."""
        buyer = buyers.find_buyer(self._bench.store.database, buyer_id)
        return vip_list.list_tier_changes(self._bench.store.database, buyer)

    # By hand

    def set_tier(
        self, buyer_id: int, tier: Tier, source: TierSource = TierSource.HAND, *, agreed: bool = False
    ) -> bool:
        """Give a buyer a tier; their call-back follows. False if it was so already, and nothing was written.

        `agreed`: they said now that they may be called, which is noted in the same action.
        A special buyer stays one while they have a tier. UserError `buyer_already_merged`.
        """
        buyer = self._buyer(buyer_id)
        if source is TierSource.HAND and buyer.tier_source is TierSource.SPECIAL:
            source = TierSource.SPECIAL
        return self._set(buyer, tier, source if tier is not Tier.NONE else TierSource.HAND, agreed=agreed)

    def mark_special(self, buyer_id: int, tier: Tier | None = None) -> bool:
        """Mark a buyer who asks for much and must not be neglected, whatever they spend; False if they were.

        They get `tier`, else keep theirs, V1 if they had none. Never proposed lower.
        """
        buyer = self._buyer(buyer_id)
        chosen = tier or (buyer.tier if buyer.tier is not Tier.NONE else Tier.V1)
        if chosen is Tier.NONE:
            raise UserError("special_needs_tier")
        return self._set(buyer, chosen, TierSource.SPECIAL)

    def unmark_special(self, buyer_id: int) -> bool:
        """Take the mark away; the tier stays, as chosen by hand. False if they had none."""
        buyer = self._buyer(buyer_id)
        return buyer.tier_source is TierSource.SPECIAL and self._set(buyer, buyer.tier, TierSource.HAND)

    def _buyer(self, buyer_id: int) -> Buyer:
        buyer = buyers.find_buyer(self._bench.store.database, buyer_id)
        if buyer.merged_into is not None:
            raise UserError("buyer_already_merged", buyer=buyer.nick)
        return buyer

    def _set(self, buyer: Buyer, tier: Tier, source: TierSource, *, agreed: bool = False) -> bool:
        if (buyer.tier, buyer.tier_source) == (tier, source):
            return False
        call_refitting.settle(self._bench, self._call_backs, buyer)
        code = _code(buyer, tier, source)

        def work(transaction: Transaction) -> None:
            asked = self._note_agreed(transaction, buyer) if agreed else buyer
            self._write(transaction, asked, tier, source, code, {})

        self._bench.act(code, work, values={"buyer": buyer.nick, "tier": tier.value})
        return True

    def _note_agreed(self, transaction: Transaction, buyer: Buyer) -> Buyer:
        desk = self._call_backs.desk(buyer.shop_id)
        said = consent_writing.agree(transaction, buyer.id, (Channel.PHONE,), said_at=desk.now, way="")
        transaction.record(
            "consent_changed", entity="buyer", entity_id=buyer.id,
            details={
                "buyer": buyer.nick, "day": desk.today.isoformat(), "said_way": "", "channel": Channel.PHONE.value,
                "consent": Consent.GIVEN.value,
            },
        )  # fmt: skip
        return said

    def _write(
        self, transaction: Transaction, buyer: Buyer, tier: Tier, source: TierSource, code: str,
        figures: Mapping[str, object], *, follow: bool = True,
    ) -> None:  # fmt: skip
        values: dict[str, Any] = {"tier": tier, "tier_source": source}
        flags = [each for each in buyer.flags if each is not BuyerFlag.NEEDS_CARE]
        if source is TierSource.SPECIAL:
            values["flags"] = buyers.flag_words([*flags, BuyerFlag.NEEDS_CARE])
        elif buyer.tier_source is TierSource.SPECIAL:
            values["flags"] = buyers.flag_words(flags)
        transaction.update("buyer", buyer.id, **values)
        transaction.record(
            code, entity="buyer", entity_id=buyer.id,
            details={
                "buyer": buyer.nick, "tier": tier.value, "was_tier": buyer.tier.value, "tier_source": source.value,
                "was_source": buyer.tier_source.value, **figures,
            },
        )  # fmt: skip
        if not follow:
            return
        now = replace(buyer, tier=tier, tier_source=source)
        self._call_backs.follow_buyer(transaction, now, DueCode.NOT_VIP)
        rules = self._rules()
        if rhythm_for(rules, now) != rhythm_for(rules, buyer):
            desk = self._call_backs.desk(buyer.shop_id)
            call_refitting.follow_wishes(transaction, desk, now, ("call_rhythm",))

    # Proposals answered

    def accept(self, buyer_ids: Sequence[int], *, seen: Mapping[int, Tier] | None = None) -> int:
        """Give buyers the tiers proposed for them, all in one action; returns how many.

        Only what is still proposed is taken, and with `seen` only where it is what was shown. UserError
        `tier_proposals_gone` if nothing is left of it.
        """
        found = self._answered(buyer_ids, seen)

        def work(transaction: Transaction) -> None:
            planned = vip_numbers.list_planned(transaction.database)
            for each in found:
                buyer = buyers.find_buyer(transaction.database, each.buyer_id)
                special = buyer.tier_source is TierSource.SPECIAL
                source = TierSource.SPECIAL if special else TierSource.RULE
                source = TierSource.HAND if each.proposed is Tier.NONE else source
                figures = {
                    "spent": f"{each.spent.minor} {each.spent.currency}", "orders": each.orders,
                    "refund_rate": round(each.refund_rate, 4), "days": each.days,
                }  # fmt: skip
                # Of thousands most were never asked: nothing is planned for them, and nothing has to be.
                follow = buyer.consent is Consent.GIVEN or buyer.id in planned
                self._write(transaction, buyer, each.proposed, source, "tier_proposal_accepted", figures, follow=follow)

        self._call_backs.plan_missing()
        self._bench.act("tier_proposals_accepted", work, values=_names(found))
        return len(found)

    def decline(self, buyer_ids: Sequence[int], *, seen: Mapping[int, Tier] | None = None) -> int:
        """Leave buyers as they are: the same tier is not proposed again for the days the shop chose. As `accept`."""
        found = self._answered(buyer_ids, seen)

        def work(transaction: Transaction) -> None:
            for each in found:
                transaction.insert(
                    "tier_decline", buyer_id=each.buyer_id, tier=each.proposed, declined_at=transaction.stamp.now,
                    declined_by=transaction.stamp.person,
                )  # fmt: skip
                transaction.record(
                    "tier_proposal_declined", entity="buyer", entity_id=each.buyer_id,
                    details={"buyer": each.nick, "tier": each.proposed.value},
                )  # fmt: skip

        self._bench.act("tier_proposals_declined", work, values=_names(found))
        return len(found)

    def _answered(self, buyer_ids: Sequence[int], seen: Mapping[int, Tier] | None) -> tuple[TierProposal, ...]:
        ids = list(dict.fromkeys(buyer_ids))
        found = tuple(
            each for each in self._proposals(self._bench.store.database, None, ids)
            if seen is None or seen.get(each.buyer_id) is each.proposed
        )  # fmt: skip
        if not found:
            raise UserError("tier_proposals_gone")
        return found

    def _proposals(
        self, database: CaseDatabase, shop_id: int | None, only: Sequence[int] | None = None
    ) -> tuple[TierProposal, ...]:
        rules = self._rules()
        asked = [rule for rule in rules.tiers if rule.on]
        if not rules.tiers_on or not asked:
            return ()
        declined = vip_numbers.list_declined(database, self._bench.clock.now() - timedelta(days=rules.decline_days))
        found = []
        for counted in self._counted(database, shop_id, {rule.days for rule in asked}):
            for each in vip_numbers.list_standings(database, counted, asked, only=only):
                speaks = proposed(asked, each)
                if speaks is None or (each.buyer_id, speaks[0]) in declined:
                    continue
                tier, figures = speaks
                found.append(TierProposal(
                    each.buyer_id, each.nick, each.shop_id, each.tier, tier, Money(figures.spent, each.currency),
                    figures.orders, figures.refund_rate, figures.days,
                ))  # fmt: skip
        return tuple(sorted(found, key=lambda each: (each.proposed.value, each.spent.minor), reverse=True))

    def _counted(self, database: CaseDatabase, shop_id: int | None, periods: Collection[int]) -> list[CountedShops]:
        """Shops of one currency and one time zone together: their periods begin on the same moment."""
        groups: dict[tuple[str, str], list[Shop]] = {}
        for shop in shops.list_shops(database):
            if shop_id is None or shop.id == shop_id:
                groups.setdefault((shop.currency, shop.time_zone), []).append(shop)
        now = self._bench.clock.now()
        found = []
        for (currency, name), together in groups.items():
            local = now.astimezone(zone(name))
            since = {
                days: datetime.combine(local.date() - timedelta(days=days), time(), tzinfo=zone(name))
                for days in periods
            }
            found.append(CountedShops(tuple(shop.id for shop in together), currency, since))
        return found


def _code(buyer: Buyer, tier: Tier, source: TierSource) -> str:
    if source is TierSource.SPECIAL and buyer.tier_source is not TierSource.SPECIAL:
        return "buyer_marked_special"
    if tier is buyer.tier and source is not TierSource.SPECIAL and buyer.tier_source is TierSource.SPECIAL:
        return "buyer_unmarked_special"
    return "buyer_tier_changed"


def _names(found: Sequence[TierProposal]) -> dict[str, object]:
    return {"count": len(found), "buyer": found[0].nick}
