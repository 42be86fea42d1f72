"""The hash chain and its erasable details."""

from __future__ import annotations

from peewee import IntegerField, Model, TextField

from models.tables.fields import UtcField


class HistoryTable(Model):
    seq = IntegerField(primary_key=True)
    happened_at = UtcField()
    time_zone = TextField()
    person = TextField()
    device = TextField()
    action = TextField()
    entity = TextField()
    entity_id = IntegerField()
    case_id = IntegerField(null=True)
    commitment = TextField()
    previous = TextField()
    hash = TextField()

    class Meta:
        table_name = "history"


class HistoryDetailTable(Model):
    seq = IntegerField(primary_key=True)
    salt = TextField()
    details = TextField()

    class Meta:
        table_name = "history_detail"
