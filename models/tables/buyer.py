"""Buyers, what is noted about them, and the IDs they had before."""

from __future__ import annotations

from peewee import IntegerField, TextField

from models.call_kinds import TierSource
from models.kinds import Consent, Temperament, Tier
from models.tables.base import BaseTable, RevocableTable
from models.tables.fields import KindField, UtcField


class BuyerTable(BaseTable):
    shop_id = IntegerField()
    nick = TextField()
    name = TextField(default="")
    pinyin = TextField(default="")
    phone = TextField(default="")
    phone_tail = TextField(default="")
    email = TextField(default="")
    address = TextField(default="")
    country = TextField(default="")
    tier = KindField(Tier, default=Tier.NONE)
    temperament = KindField(Temperament, default=Temperament.NEUTRAL)
    consent = KindField(Consent, default=Consent.UNKNOWN)
    consent_at = UtcField(null=True)
    note = TextField(default="")
    wechat = TextField(default="")
    flags = TextField(default="")
    consent_way = TextField(default="")
    merged_into = IntegerField(null=True)
    tier_source = KindField(TierSource, default=TierSource.HAND)
    call_rhythm = TextField(default="")
    call_hours = TextField(default="")
    call_channel = TextField(default="")
    call_person_id = IntegerField(null=True)
    birthday = TextField(default="")
    phone_wrong_at = UtcField(null=True)

    class Meta:
        table_name = "buyer"


class BuyerNoteTable(RevocableTable):
    buyer_id = IntegerField()
    text = TextField()
    written_at = UtcField()
    written_by = TextField()

    class Meta:
        table_name = "buyer_note"


class FormerNickTable(RevocableTable):
    buyer_id = IntegerField()
    shop_id = IntegerField()
    nick = TextField()
    until = UtcField()

    class Meta:
        table_name = "former_nick"
