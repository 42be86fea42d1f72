"""Register entries."""

from __future__ import annotations

from peewee import BigIntegerField, IntegerField, TextField

from models.kinds import RegisterKind
from models.tables.base import RevocableTable
from models.tables.fields import JsonField, KindField, UtcField


class RegisterEntryTable(RevocableTable):
    register = KindField(RegisterKind)
    case_id = IntegerField(null=True)
    entered_at = UtcField()
    entered_by = TextField()
    amount = BigIntegerField(null=True)
    currency = TextField()
    columns = JsonField()

    class Meta:
        table_name = "register_entry"
