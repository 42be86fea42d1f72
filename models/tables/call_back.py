"""Call-backs and the calls that were made."""

from __future__ import annotations

from peewee import IntegerField, TextField

from models.kinds import CallBackState, CallOutcome
from models.tables.base import RevocableTable
from models.tables.fields import DayField, KindField, UtcField


class CallBackTable(RevocableTable):
    buyer_id = IntegerField()
    due_on = DayField()
    at_time = TextField(default="")
    state = KindField(CallBackState, default=CallBackState.DUE)
    reason = TextField(default="")
    attempts = IntegerField(default=0)
    person_id = IntegerField(null=True)
    done_at = UtcField(null=True)

    class Meta:
        table_name = "call_back"


class CallRecordTable(RevocableTable):
    buyer_id = IntegerField()
    call_back_id = IntegerField(null=True)
    made_at = UtcField()
    person = TextField()
    outcome = KindField(CallOutcome)
    satisfaction = TextField(default="")
    note = TextField(default="")

    class Meta:
        table_name = "call_record"
