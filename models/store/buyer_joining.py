"""Two buyers become one: what would move, and the writing of it, so that Undo can put every row back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from models.buyer_records import MERGED_FIELDS, MergeField, MergePlan
from models.call_back_records import ContactConsent
from models.call_kinds import Channel, TierSource
from models.clock import from_millis
from models.errors import UserError
from models.kinds import BuyerFlag, Consent, Temperament, Tier
from models.records import Buyer
from models.rules.pinyin import initials
from models.store.buyers import find_buyer, flag_words, phone_tail
from models.store.call_backs import find_due
from models.store.connection import CaseDatabase
from models.store.contacts import join_channels, joined_channels, keep_older_agreement, load_channels, note_channel
from models.store.transaction import Transaction

# What is a buyer's: the noun, and which of its rows count.
_BELONGING: Mapping[str, str] = {
    "order": 'SELECT id FROM "order" WHERE buyer_id = ? ORDER BY id',
    "case": 'SELECT id FROM "case" WHERE buyer_id = ? ORDER BY id',
    "call_back": "SELECT id FROM call_back WHERE buyer_id = ? AND deleted_at IS NULL ORDER BY id",
    "call_record": "SELECT id FROM call_record WHERE buyer_id = ? AND deleted_at IS NULL ORDER BY id",
    "buyer_note": "SELECT id FROM buyer_note WHERE buyer_id = ? AND deleted_at IS NULL ORDER BY id",
    "former_nick": "SELECT id FROM former_nick WHERE buyer_id = ? AND deleted_at IS NULL ORDER BY id",
    "hand_over_item": "SELECT id FROM hand_over_item WHERE buyer_id = ? AND deleted_at IS NULL ORDER BY id",
    "review": "SELECT id FROM review WHERE buyer_id = ? AND deleted_at IS NULL ORDER BY id",
    "tier_decline": "SELECT id FROM tier_decline WHERE buyer_id = ? AND deleted_at IS NULL ORDER BY id",
}
# What a buyer wishes of being contacted: the kept one's, where they wish anything.
_WISHES = ("call_rhythm", "call_hours", "call_channel", "call_person_id", "birthday")
_TIERS = tuple(Tier)


def plan_merge(database: CaseDatabase, kept_id: int, other_id: int) -> MergePlan:
    """What merging `other` into `kept` would do, with what stays unless somebody chooses otherwise.

    UserError `buyers_same`, `buyers_of_two_shops` or `buyer_already_merged`.
    """
    kept, other = find_buyer(database, kept_id), find_buyer(database, other_id)
    if kept.id == other.id:
        raise UserError("buyers_same", buyer=kept.nick)
    for each in (kept, other):
        if each.merged_into is not None:
            raise UserError("buyer_already_merged", buyer=each.nick)
    if kept.shop_id != other.shop_id:
        raise UserError("buyers_of_two_shops", buyer=kept.nick, other=other.nick)
    moves = {noun: len(_ids(database, noun, other.id)) for noun in _BELONGING}
    gone = 'SELECT COUNT(*) FROM "case" WHERE buyer_id = ? AND deleted_at IS NOT NULL'
    moves["case"] -= int(database.execute_sql(gone, (other.id,)).fetchone()[0])
    both_due = find_due(database, kept.id) is not None and find_due(database, other.id) is not None
    fields = tuple(
        MergeField(name, _word(kept, name), _word(other, name), _other_stays(kept, other, name))
        for name in MERGED_FIELDS
    )
    return MergePlan(
        kept=kept, other=other, fields=fields, consent=_consent_of(database, kept, other).consent,
        flags=tuple(flag for flag in BuyerFlag if flag in (*kept.flags, *other.flags)), moves=moves,
        two_call_backs=both_due,
    )  # fmt: skip


def _ids(database: CaseDatabase, noun: str, buyer_id: int) -> list[int]:
    return [row[0] for row in database.execute_sql(_BELONGING[noun], (buyer_id,))]


def _word(buyer: Buyer, name: str) -> str:
    return str(getattr(buyer, name))


def _other_stays(kept: Buyer, other: Buyer, name: str) -> bool:
    """The kept one's, unless it is empty; of the tiers the higher."""
    if name == "tier":
        return _TIERS.index(other.tier) > _TIERS.index(kept.tier)
    if name == "temperament":
        return kept.temperament is Temperament.NEUTRAL and other.temperament is not Temperament.NEUTRAL
    return not _word(kept, name).strip() and bool(_word(other, name).strip())


def _consent_of(database: CaseDatabase, kept: Buyer, other: Buyer) -> Buyer:
    """Whose word on being contacted counts: a refusal of either, else the kept one's if it was asked.

    One whose last channel the other has withdrawn since has refused.
    """
    for each in (kept, other):
        if each.consent is Consent.REFUSED:
            return each
    word = kept if kept.consent is not Consent.UNKNOWN else other
    said = joined_channels(_said(database, kept), _said(database, other))
    if word.consent is Consent.GIVEN and said and not any(each.agreed for each in said.values()):
        newest = max(said.values(), key=lambda each: each.said_at)
        return replace(word, consent=Consent.REFUSED, consent_at=newest.said_at, consent_way=newest.way)
    return word


def _said(database: CaseDatabase, buyer: Buyer) -> dict[Channel, ContactConsent]:
    """What a buyer said about each channel; one who agreed before channels were kept apart agreed to calls."""
    found = load_channels(database, buyer.id)
    if found or buyer.consent is not Consent.GIVEN:
        return found
    said_at = buyer.consent_at or from_millis(0)
    return {Channel.PHONE: ContactConsent(Channel.PHONE, True, said_at, buyer.consent_way)}


def merge_buyers(transaction: Transaction, plan: MergePlan, from_other: frozenset[str]) -> Buyer:
    """Write a merge; `from_other` names the fields of which the other's stays. Returns the buyer that is left.

    The earlier of two open call-backs stays. Standing notes: the kept one's stays, the other's becomes a dated note.
    """
    kept, other = plan.kept, plan.other
    said = _consent_of(transaction.database, kept, other)
    _join_consent(transaction, kept, other, said)
    _keep_one_call_back(transaction, kept.id, other.id)
    moved = {noun: _ids(transaction.database, noun, other.id) for noun in _BELONGING}
    for noun, ids in moved.items():
        for row_id in ids:
            values: dict[str, Any] = {"buyer_id": kept.id}
            if noun == "case":
                values["buyer_nick"] = kept.nick
            transaction.update(noun, row_id, **values)
    keep_former_nick(transaction, kept, other.nick)
    merged = _write_kept(transaction, plan, from_other, said)
    before = transaction.database.execute_sql("SELECT id FROM buyer WHERE merged_into = ?", (other.id,)).fetchall()
    for (earlier,) in before:
        transaction.update("buyer", earlier, merged_into=kept.id)
    # Without a tier no list of VIP buyers counts who is no longer one of their own.
    transaction.update("buyer", other.id, merged_into=kept.id, tier=Tier.NONE, tier_source=TierSource.HAND)
    counts = {"orders": len(moved["order"]), "cases": len(moved["case"])}
    told: dict[str, object] = {"buyer": kept.nick, "other": other.nick, **counts}
    transaction.record("buyers_merged", entity="buyer", entity_id=kept.id, details=told | _tier_change(kept, merged))
    transaction.record("buyer_merged_away", entity="buyer", entity_id=other.id, details=told)
    for case_id in moved["case"]:
        transaction.record("case_buyer_merged", entity="case", entity_id=case_id, case_id=case_id, details=told)
    return merged


def _join_consent(transaction: Transaction, kept: Buyer, other: Buyer, said: Buyer) -> None:
    """Channels of both; nothing that was agreed stands when one of them wants to hear nothing."""
    for each in (kept, other):
        keep_older_agreement(transaction, each)
    join_channels(transaction, kept.id, other.id)
    if said.consent is not Consent.REFUSED:
        return
    said_at = said.consent_at or transaction.stamp.now
    for channel, agreed in load_channels(transaction.database, kept.id).items():
        if agreed.agreed:
            note_channel(transaction, kept.id, channel, agreed=False, said_at=said_at, way=said.consent_way)


def _wishes(kept: Buyer, other: Buyer, from_other: frozenset[str], tier: Tier) -> dict[str, Any]:
    """What the buyer that is left wishes; the tier's source goes with the tier, and either's special mark stays."""
    values = {name: getattr(kept, name) or getattr(other, name) for name in _WISHES}
    sources = [each.tier_source for each in (kept, other) if each.tier is not Tier.NONE]
    source = (other if "tier" in from_other else kept).tier_source
    if TierSource.SPECIAL in sources and tier is not Tier.NONE:
        source = TierSource.SPECIAL
    phoned = other if "phone" in from_other else kept
    return values | {"tier_source": source, "phone_wrong_at": phoned.phone_wrong_at}


def _tier_change(kept: Buyer, merged: Buyer) -> dict[str, str]:
    """What the history of the tier reads in the event; nothing where it stayed."""
    if (merged.tier, merged.tier_source) == (kept.tier, kept.tier_source):
        return {}
    return {
        "tier": merged.tier.value, "was_tier": kept.tier.value, "tier_source": merged.tier_source.value,
        "was_source": kept.tier_source.value,
    }  # fmt: skip


def _keep_one_call_back(transaction: Transaction, kept_id: int, other_id: int) -> None:
    """Before anything moves: a buyer has at most one open call-back at any moment, also while this is undone."""
    one, two = find_due(transaction.database, kept_id), find_due(transaction.database, other_id)
    if one is not None and two is not None:
        later = two if (one.due_on, one.at_time or "~") <= (two.due_on, two.at_time or "~") else one
        transaction.remove("call_back", later.id)


def keep_former_nick(transaction: Transaction, buyer: Buyer, nick: str) -> None:
    """Note that a buyer had an ID until now; one already noted is made this buyer's."""
    row = transaction.database.execute_sql(
        "SELECT id FROM former_nick WHERE shop_id = ? AND nick = ? AND deleted_at IS NULL", (buyer.shop_id, nick)
    ).fetchone()
    if row:
        transaction.update("former_nick", row[0], buyer_id=buyer.id)
        return
    transaction.insert("former_nick", buyer_id=buyer.id, shop_id=buyer.shop_id, nick=nick, until=transaction.stamp.now)


def _write_kept(transaction: Transaction, plan: MergePlan, from_other: frozenset[str], said: Buyer) -> Buyer:
    kept, other = plan.kept, plan.other
    values: dict[str, Any] = {name: getattr(other if name in from_other else kept, name) for name in MERGED_FIELDS}
    if other.note.strip() and other.note.strip() != kept.note.strip():
        if kept.note.strip():
            transaction.insert(
                "buyer_note", buyer_id=kept.id, text=other.note, written_at=transaction.stamp.now,
                written_by=transaction.stamp.person,
            )  # fmt: skip
        else:
            values["note"] = other.note
    values |= _wishes(kept, other, from_other, values["tier"])
    values |= {"consent": said.consent, "consent_at": said.consent_at, "consent_way": said.consent_way}
    merged = replace(kept, flags=plan.flags, **values)
    transaction.update(
        "buyer", kept.id, **values, flags=flag_words(plan.flags), phone_tail=phone_tail(merged.phone),
        pinyin=initials(kept.nick) or initials(merged.name),
    )  # fmt: skip
    return merged


def rename_buyer(transaction: Transaction, buyer: Buyer, nick: str) -> None:
    """Give a buyer another ID and keep the old one as a former. The caller has made sure that nobody else has it."""
    database = transaction.database
    holder = database.execute_sql(
        "SELECT id FROM buyer WHERE shop_id = ? AND nick = ? AND id <> ?", (buyer.shop_id, nick, buyer.id)
    ).fetchone()
    if holder:
        # One who was merged into this buyer has it: the two change IDs, by way of one that nobody can have.
        transaction.update("buyer", holder[0], nick=f"\x00{holder[0]}")
    transaction.update("buyer", buyer.id, nick=nick, pinyin=initials(nick) or initials(buyer.name))
    if holder:
        transaction.update("buyer", holder[0], nick=buyer.nick)
    again = database.execute_sql(
        "SELECT id FROM former_nick WHERE shop_id = ? AND nick = ? AND deleted_at IS NULL", (buyer.shop_id, nick)
    ).fetchone()
    if again:
        transaction.remove("former_nick", again[0])
    keep_former_nick(transaction, buyer, buyer.nick)
    for case_id in _ids(database, "case", buyer.id):
        transaction.update("case", case_id, buyer_nick=nick)
