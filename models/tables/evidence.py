"""Evidence and packets."""

from __future__ import annotations

from peewee import BigIntegerField, IntegerField, TextField

from models.kinds import EvidenceSource, Integrity, MediaKind
from models.tables.base import BaseTable, RevocableTable
from models.tables.fields import KindField, UtcField


class EvidenceTable(RevocableTable):
    case_id = IntegerField()
    number = IntegerField()
    sha256 = TextField()
    size = BigIntegerField()
    original_name = TextField()
    media = KindField(MediaKind)
    format = TextField(default="")
    source = KindField(EvidenceSource)
    caption = TextField(default="")
    proves = TextField(default="")
    tag = TextField(default="")
    exhibit = IntegerField(null=True)
    captured_at = UtcField(null=True)
    captured_zone = TextField(default="")
    imported_at = UtcField()
    imported_by = TextField()
    app_version = TextField(default="")
    width = IntegerField(null=True)
    height = IntegerField(null=True)
    pages = IntegerField(null=True)
    duration_ms = IntegerField(null=True)
    integrity = KindField(Integrity, default=Integrity.VERIFIED)
    verified_at = UtcField(null=True)
    parent_id = IntegerField(null=True)

    class Meta:
        table_name = "evidence"


class PacketTable(BaseTable):
    case_id = IntegerField()
    number = TextField()
    language = TextField()
    made_at = UtcField()
    made_by = TextField()
    pages = IntegerField()
    size = BigIntegerField()
    sha256 = TextField()

    class Meta:
        table_name = "packet"
