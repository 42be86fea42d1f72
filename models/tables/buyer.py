"""Buyers."""

from __future__ import annotations

from peewee import IntegerField, TextField

from models.kinds import Consent, Temperament, Tier
from models.tables.base import BaseTable
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

    class Meta:
        table_name = "buyer"
