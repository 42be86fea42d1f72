"""Shops, the people who work in them, and settings."""

from __future__ import annotations

from peewee import BooleanField, Model, TextField

from models.kinds import Platform, Role
from models.tables.base import BaseTable
from models.tables.fields import JsonField, KindField


class ShopTable(BaseTable):
    name = TextField()
    platform = KindField(Platform)
    currency = TextField()
    time_zone = TextField()
    country = TextField(default="")
    letterhead = TextField(default="")
    return_address = TextField(default="")
    colour = TextField(default="")
    packs = JsonField(default=dict)

    class Meta:
        table_name = "shop"


class PersonTable(BaseTable):
    name = TextField()
    initials = TextField()
    role = KindField(Role)
    active = BooleanField(default=True)

    class Meta:
        table_name = "person"


class SettingTable(Model):
    key = TextField(primary_key=True)
    value = TextField()

    class Meta:
        table_name = "setting"
