"""Cases with their clocks, steps, notes, replies, tags, links, resolutions and drafts, and views saved over them."""

from __future__ import annotations

from peewee import BigIntegerField, BooleanField, IntegerField, Model, TextField

from models.kinds import (
    CaseState,
    ClockKind,
    ClockStatus,
    Demand,
    Flag,
    Liability,
    LinkKind,
    NoteKind,
    Problem,
    Remedy,
    Role,
    StepState,
    TextDraftKind,
    WaitingOn,
)
from models.tables.base import BaseTable, RevocableTable
from models.tables.fields import JsonField, KindField, UtcField

# A case without a running clock sorts after all that have one.
NO_CLOCK = 9007199254740991


class CaseTable(RevocableTable):
    number = TextField()
    shop_id = IntegerField()
    order_id = IntegerField(null=True)
    buyer_id = IntegerField(null=True)
    state = KindField(CaseState)
    shelf = IntegerField(default=1)
    problem = KindField(Problem)
    demand = KindField(Demand, default=Demand.UNKNOWN)
    liability = KindField(Liability, default=Liability.UNCLEAR)
    waiting_on = KindField(WaitingOn, default=WaitingOn.US)
    handler_id = IntegerField(null=True)
    flag = KindField(Flag, default=Flag.NONE)
    at_stake = BigIntegerField(default=0)
    currency = TextField()
    summary = TextField(default="")
    buyer_nick = TextField(default="")
    order_number = TextField(default="")
    handler_name = TextField(default="")
    next_due_at = BigIntegerField(default=NO_CLOCK)
    opened_at = UtcField()
    updated_at = UtcField()
    closed_at = UtcField(null=True)
    snoozed_until = UtcField(null=True)
    snooze_event = TextField(default="")
    snooze_note = TextField(default="")
    merged_into = IntegerField(null=True)
    # The highest number of evidence that went over to another case: it is not given again.
    evidence_gone = IntegerField(default=0)
    # How far the checklist is filled: all its lines, those there, required ones missing; None until it was counted.
    evidence_needed = IntegerField(null=True)
    evidence_there = IntegerField(null=True)
    evidence_due = IntegerField(null=True)

    class Meta:
        table_name = "case"


class ClockTable(RevocableTable):
    case_id = IntegerField()
    rule = TextField()
    label_zh = TextField()
    label_en = TextField(default="")
    who = KindField(WaitingOn)
    due_at = UtcField()
    started_at = UtcField()
    status = KindField(ClockStatus, default=ClockStatus.RUNNING)
    ended_at = UtcField(null=True)
    severity = TextField(default="duty")
    on_timeout = TextField(default="")
    source = TextField(default="")
    pack = TextField(default="")
    kind = KindField(ClockKind, default=ClockKind.RULE)
    event = TextField(default="")
    warn_at = UtcField(null=True)
    paused_at = UtcField(null=True)
    note = TextField(default="")

    class Meta:
        table_name = "clock"


class StepTable(RevocableTable):
    case_id = IntegerField()
    position = IntegerField()
    title_zh = TextField()
    title_en = TextField(default="")
    role = KindField(Role)
    person_id = IntegerField(null=True)
    due_at = UtcField(null=True)
    after = TextField(default="")
    state = KindField(StepState, default=StepState.OPEN)
    done_at = UtcField(null=True)
    done_by = TextField(default="")
    rule = TextField(default="")
    due_rule = TextField(default="")
    note = TextField(default="")

    class Meta:
        table_name = "step"


class ResolutionTable(RevocableTable):
    case_id = IntegerField()
    operation = TextField()
    outcome = TextField()
    remedy = KindField(Remedy)
    remedy_title_zh = TextField()
    remedy_title_en = TextField(default="")
    liability = KindField(Liability)
    liable_to_buyer = KindField(Liability)
    recourse = KindField(Liability, null=True)
    because_zh = TextField(default="")
    because_en = TextField(default="")
    currency = TextField()
    refund = BigIntegerField(default=0)
    true_cost = BigIntegerField(null=True)
    recoverable = BigIntegerField(null=True)
    override_reason = TextField(default="")
    remark = TextField(default="")
    flag = KindField(Flag, default=Flag.NONE)
    facts = JsonField()
    conclusion = JsonField()
    packs = TextField()
    decided_at = UtcField()
    decided_by = TextField()
    shares = JsonField(default=dict)
    frozen = JsonField(default=dict)

    class Meta:
        table_name = "resolution"


class NoteTable(RevocableTable):
    case_id = IntegerField()
    kind = KindField(NoteKind, default=NoteKind.INTERNAL)
    text = TextField()
    written_at = UtcField()
    written_by = TextField()

    class Meta:
        table_name = "note"


class DraftTable(Model):
    case_id = IntegerField(primary_key=True)
    facts = JsonField()
    saved_at = UtcField()

    class Meta:
        table_name = "draft"


class CaseTagTable(RevocableTable):
    case_id = IntegerField()
    name = TextField()

    class Meta:
        table_name = "case_tag"


class CaseLinkTable(RevocableTable):
    case_id = IntegerField()
    other_id = IntegerField()
    kind = KindField(LinkKind)
    made_at = UtcField()
    made_by = TextField()

    class Meta:
        table_name = "case_link"


class ReplyTable(RevocableTable):
    case_id = IntegerField()
    text = TextField()
    language = TextField(default="")
    situation = TextField(default="")
    made_at = UtcField()
    made_by = TextField()

    class Meta:
        table_name = "reply"


class TextDraftTable(BaseTable):
    case_id = IntegerField()
    kind = KindField(TextDraftKind)
    text = TextField()
    saved_at = UtcField()

    class Meta:
        table_name = "text_draft"


class SavedViewTable(RevocableTable):
    name = TextField()
    query = JsonField()
    built_in = TextField(default="")
    place = IntegerField(default=0)
    hidden = BooleanField(default=False)
    made_at = UtcField()
    made_by = TextField()

    class Meta:
        table_name = "saved_view"
