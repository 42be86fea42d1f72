"""Call-backs, the calls that were made, the channels agreed on, quiet days and what the calendar file said."""

from __future__ import annotations

from peewee import BooleanField, IntegerField, TextField

from models.call_kinds import CallBackKind, Channel
from models.kinds import CallBackState, CallOutcome, Tier
from models.tables.base import BaseTable, RevocableTable
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
    kind = KindField(CallBackKind, default=CallBackKind.RHYTHM)
    channel = KindField(Channel, default=Channel.PHONE)
    case_id = IntegerField(null=True)
    subject = TextField(default="")

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
    channel = KindField(Channel, default=Channel.PHONE)
    tags = TextField(default="[]")
    minutes = IntegerField(null=True)
    case_id = IntegerField(null=True)
    opened_case_id = IntegerField(null=True)

    class Meta:
        table_name = "call_record"


class ContactConsentTable(RevocableTable):
    buyer_id = IntegerField()
    channel = KindField(Channel)
    agreed = BooleanField()
    said_at = UtcField()
    way = TextField(default="")
    noted_by = TextField(default="")

    class Meta:
        table_name = "contact_consent"


class TierDeclineTable(RevocableTable):
    buyer_id = IntegerField()
    tier = KindField(Tier)
    declined_at = UtcField()
    declined_by = TextField(default="")

    class Meta:
        table_name = "tier_decline"


class QuietPeriodTable(RevocableTable):
    shop_id = IntegerField(null=True)
    person_id = IntegerField(null=True)
    title = TextField(default="")
    first_on = DayField()
    last_on = DayField()
    yearly = BooleanField(default=False)

    class Meta:
        table_name = "quiet_period"


class CalendarEntryTable(BaseTable):
    call_back_id = IntegerField(unique=True)
    uid = TextField(unique=True)
    sequence = IntegerField(default=0)
    digest = TextField(default="")
    written_at = UtcField()
    cancelled = BooleanField(default=False)

    class Meta:
        table_name = "calendar_entry"
