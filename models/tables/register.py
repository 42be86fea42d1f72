"""Register entries, months closed, hand-over items, reviews, and what was done about bad batches."""

from __future__ import annotations

from peewee import BigIntegerField, BooleanField, IntegerField, TextField

from models.kinds import RegisterKind
from models.register_kinds import EntryOrigin, HandOverState, RegisterState, ReviewOrigin, ReviewState, ReviewVerdict
from models.tables.base import BaseTable, RevocableTable
from models.tables.fields import DayField, JsonField, KindField, UtcField


class RegisterEntryTable(RevocableTable):
    register = KindField(RegisterKind)
    case_id = IntegerField(null=True)
    entered_at = UtcField()
    entered_by = TextField()
    amount = BigIntegerField(null=True)
    currency = TextField()
    columns = JsonField()
    shop_id = IntegerField(null=True)
    state = KindField(RegisterState, default=RegisterState.OPEN)
    origin = KindField(EntryOrigin, default=EntryOrigin.WIZARD)
    corrects = IntegerField(null=True)
    reason = TextField(default="")
    allowed = BigIntegerField(null=True)
    received = BigIntegerField(null=True)
    points = IntegerField(null=True)
    due_at = UtcField(null=True)
    handed_in_at = UtcField(null=True)
    answered_at = UtcField(null=True)
    received_at = UtcField(null=True)

    class Meta:
        table_name = "register_entry"


class MonthClosingTable(BaseTable):
    shop_id = IntegerField()
    register = KindField(RegisterKind)
    month = TextField()
    starts_at = UtcField()
    ends_at = UtcField()
    totals = JsonField()
    open_lines = IntegerField(default=0)
    closed_at = UtcField()
    closed_by = TextField()
    note = TextField(default="")
    reopened_at = UtcField(null=True)
    reopened_by = TextField(default="")
    reopen_reason = TextField(default="")

    class Meta:
        table_name = "month_closing"


class HandOverItemTable(RevocableTable):
    shop_id = IntegerField(null=True)
    morning = DayField()
    text = TextField()
    case_id = IntegerField(null=True)
    buyer_id = IntegerField(null=True)
    left_at = UtcField()
    left_by = TextField()
    due_at = UtcField()
    state = KindField(HandOverState, default=HandOverState.OPEN)
    taken_at = UtcField(null=True)
    taken_by = TextField(default="")
    done_at = UtcField(null=True)
    done_by = TextField(default="")
    note = TextField(default="")
    passed_from = IntegerField(null=True)

    class Meta:
        table_name = "hand_over_item"


class ReviewTable(RevocableTable):
    shop_id = IntegerField()
    case_id = IntegerField(null=True)
    order_id = IntegerField(null=True)
    buyer_id = IntegerField(null=True)
    order_number = TextField(default="")
    buyer_nick = TextField(default="")
    item_title = TextField(default="")
    sku = TextField(default="")
    rating = IntegerField(null=True)
    verdict = KindField(ReviewVerdict)
    text = TextField(default="")
    written_at = UtcField()
    origin = KindField(ReviewOrigin)
    entered_at = UtcField()
    entered_by = TextField()
    state = KindField(ReviewState, default=ReviewState.OPEN)
    reply = TextField(default="")
    replied_at = UtcField(null=True)
    replied_by = TextField(default="")
    problems = TextField(default="[]")
    problems_seen_at = UtcField(null=True)
    extortion = BooleanField(default=False)
    reported_at = UtcField(null=True)
    note = TextField(default="")
    digest = TextField()

    class Meta:
        table_name = "review"


class BatchNoticeTable(RevocableTable):
    shop_id = IntegerField(null=True)
    style = TextField()
    batch = TextField(default="")
    covers_until = UtcField()
    buyers = IntegerField()
    severe = BooleanField(default=False)
    acknowledged_at = UtcField()
    acknowledged_by = TextField()
    stock_down = BooleanField(default=False)
    supplier_told = BooleanField(default=False)
    note = TextField(default="")

    class Meta:
        table_name = "batch_notice"
