"""Evidence and packets."""

from __future__ import annotations

from peewee import BigIntegerField, BlobField, CompositeKey, IntegerField, TextField

from models.kinds import Derivation, EvidenceSource, Integrity, MediaKind
from models.tables.base import BaseTable, RevocableTable
from models.tables.fields import JsonField, KindField, UtcField


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
    origin = TextField(default="")
    derivation = KindField(Derivation, default=Derivation.ORIGINAL)
    made_of = JsonField(default=list)
    poster_ms = IntegerField(null=True)

    class Meta:
        table_name = "evidence"


class AnnotationTable(RevocableTable):
    """The layer drawn over one piece of evidence, which itself never changes."""

    evidence_id = IntegerField()
    layer = JsonField()
    saved_at = UtcField()
    saved_by = TextField()

    class Meta:
        table_name = "annotation"


class EvidenceRequestTable(RevocableTable):
    """When a buyer was asked for what is missing."""

    case_id = IntegerField()
    need = TextField()
    asked_at = UtcField()
    asked_by = TextField()

    class Meta:
        table_name = "evidence_request"


class SkuWeightTable(RevocableTable):
    """What one piece of an item weighs, in grams, and how far it may be off."""

    shop_id = IntegerField()
    sku = TextField()
    variant = TextField(default="")
    grams = IntegerField()
    tolerance_grams = IntegerField(default=0)

    class Meta:
        table_name = "sku_weight"


class WeighingTable(RevocableTable):
    """The weights of one case, in grams: on the waybill, on the scale, of the packing, and what should be in it."""

    case_id = IntegerField()
    waybill_grams = IntegerField(null=True)
    waybill_step_grams = IntegerField(default=0)
    scale_grams = IntegerField(null=True)
    scale_accuracy_grams = IntegerField(default=0)
    scale_evidence_id = IntegerField(null=True)
    packing_grams = IntegerField(null=True)
    packing_tolerance_grams = IntegerField(default=0)
    lines = JsonField(default=list)
    saved_at = UtcField()
    saved_by = TextField()

    class Meta:
        table_name = "weighing"


class LikenessTable(BaseTable):
    """How the picture in a file looks, as a perceptual hash; without one where there is no picture. Made by a check."""

    sha256 = TextField(primary_key=True)
    look = BlobField(null=True)
    method = IntegerField()

    class Meta:
        table_name = "likeness"


class LikenessPairTable(BaseTable):
    """Two files whose pictures look alike; `one` is the smaller hash, `distance` counts the bits that differ.

    `dismissed` when a person said that they are not the same picture.
    """

    one = TextField()
    other = TextField()
    distance = IntegerField()
    dismissed = IntegerField(default=0)

    class Meta:
        table_name = "likeness_pair"
        primary_key = CompositeKey("one", "other")


class WatchedFileTable(BaseTable):
    """A file that arrived in a watched folder: `state` is waiting, added or dismissed."""

    folder = TextField()
    name = TextField()
    size = BigIntegerField()
    modified_ns = BigIntegerField()
    state = TextField()
    seen_at = UtcField()

    class Meta:
        table_name = "watched_file"


class PacketTable(BaseTable):
    """A packet that was made. `plan` and `parts` are JSON; `outcome_amount` minor units of `outcome_currency`."""

    case_id = IntegerField()
    number = TextField()
    language = TextField()
    made_at = UtcField()
    made_by = TextField()
    pages = IntegerField()
    size = BigIntegerField()
    sha256 = TextField()
    preset = TextField(default="")
    addressee = TextField(default="")
    form = TextField(default="pdf")
    evidence_id = IntegerField(null=True)
    plan = TextField(default="{}")
    parts = TextField(default="[]")
    signed_by = TextField(default="")
    certificate = TextField(default="")
    stamped_at = UtcField(null=True)
    locked = IntegerField(default=0)
    previous_id = IntegerField(null=True)
    due_at = UtcField(null=True)
    outcome = TextField(null=True)
    outcome_amount = BigIntegerField(null=True)
    outcome_currency = TextField(default="")
    outcome_note = TextField(default="")
    outcome_at = UtcField(null=True)
    outcome_by = TextField(default="")

    class Meta:
        table_name = "packet"


class PacketPlanTable(RevocableTable):
    """What is chosen for the next packet of a case, as JSON."""

    case_id = IntegerField(unique=True)
    plan = TextField()
    saved_at = UtcField()
    saved_by = TextField()

    class Meta:
        table_name = "packet_plan"
