"""Packs as a case was decided by them, the shop's own numbers, and packs the shop brought in."""

from __future__ import annotations

from peewee import Model, TextField

from models.tables.base import RevocableTable
from models.tables.fields import UtcField


class PackCopyTable(Model):
    sha256 = TextField(primary_key=True)
    pack = TextField()
    version = TextField()
    content = TextField()
    kept_at = UtcField()

    class Meta:
        table_name = "pack_copy"


class PackNumberTable(RevocableTable):
    pack = TextField()
    name = TextField()
    value = TextField(null=True)
    note = TextField(default="")
    changed_at = UtcField()
    changed_by = TextField()

    class Meta:
        table_name = "pack_number"


class OwnPackTable(RevocableTable):
    pack = TextField()
    version = TextField()
    sha256 = TextField()
    content = TextField()
    imported_at = UtcField()
    imported_by = TextField()

    class Meta:
        table_name = "own_pack"
