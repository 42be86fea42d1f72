"""The parent of all tables. No database is bound: every query names the connection it runs on."""

from __future__ import annotations

from peewee import AutoField, BigIntegerField, Model


class BaseTable(Model):
    """A table with a numeric key."""

    id = AutoField()

    class Meta:
        legacy_table_names = False


class RevocableTable(BaseTable):
    """A table whose rows can be taken back: they stay, marked, and no list shows them."""

    deleted_at = BigIntegerField(null=True)
