"""Parcels that came to us, and the photos of those whose case is not known yet."""

from __future__ import annotations

from peewee import BigIntegerField, BooleanField, IntegerField, TextField

from models.kinds import EvidenceSource, Integrity, MediaKind
from models.register_kinds import ReceiptKind, ReceiptState
from models.tables.base import RevocableTable
from models.tables.fields import KindField, UtcField


class ReturnReceiptTable(RevocableTable):
    shop_id = IntegerField(null=True)
    case_id = IntegerField(null=True)
    entry_id = IntegerField(null=True)
    kind = KindField(ReceiptKind, default=ReceiptKind.UNKNOWN)
    state = KindField(ReceiptState, default=ReceiptState.ARRIVED)
    tracking_number = TextField(default="")
    carrier = TextField(default="")
    sender = TextField(default="")
    phone = TextField(default="")
    item = TextField(default="")
    weight_grams = IntegerField(null=True)
    pieces = IntegerField(null=True)
    pieces_expected = IntegerField(null=True)
    # A word of Condition, or empty while nobody looked.
    condition = TextField(default="")
    restock = BooleanField(null=True)
    # A word of UndeliverableReason, or empty.
    reason = TextField(default="")
    note = TextField(default="")
    resent_with = TextField(default="")
    resent_number = TextField(default="")
    surcharge = BigIntegerField(null=True)
    # A word of Liability, or empty.
    surcharge_bearer = TextField(default="")
    currency = TextField(default="")
    arrived_at = UtcField()
    arrived_by = TextField()
    inspected_at = UtcField(null=True)
    inspected_by = TextField(default="")
    matched_at = UtcField(null=True)
    matched_by = TextField(default="")
    remind_at = UtcField(null=True)

    class Meta:
        table_name = "return_receipt"


class ReceiptPhotoTable(RevocableTable):
    receipt_id = IntegerField()
    evidence_id = IntegerField(null=True)
    sha256 = TextField()
    size = BigIntegerField()
    original_name = TextField()
    media = KindField(MediaKind)
    format = TextField(default="")
    width = IntegerField(null=True)
    height = IntegerField(null=True)
    source = KindField(EvidenceSource)
    imported_at = UtcField()
    imported_by = TextField()
    integrity = KindField(Integrity, default=Integrity.VERIFIED)
    verified_at = UtcField(null=True)

    class Meta:
        table_name = "receipt_photo"
