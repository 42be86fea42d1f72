"""Schema 4: where evidence came from and what was made of it, layers, requests, weights, looks, watched folders."""

from __future__ import annotations

from models.store.migrations.step import Step

_EVIDENCE = (
    "ALTER TABLE evidence ADD COLUMN origin TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE evidence ADD COLUMN derivation TEXT NOT NULL DEFAULT 'original'",
    "ALTER TABLE evidence ADD COLUMN made_of TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE evidence ADD COLUMN poster_ms INTEGER",
    # Until now nothing said how; that it is no original is known.
    "UPDATE evidence SET derivation = 'copy' WHERE parent_id IS NOT NULL OR source = 'derived'",
    "CREATE INDEX evidence_verified ON evidence (verified_at, id, deleted_at)",
    # All that the gallery filters by, so that of 300,000 rows none is read. See store/evidence_filters.py.
    """CREATE INDEX evidence_list ON evidence (
        case_id, number, media, tag, exhibit, captured_at, imported_at, size, integrity, derivation, caption,
        original_name
    ) WHERE deleted_at IS NULL""",
    # What it sorts by, each in order.
    "CREATE INDEX evidence_moment ON evidence (COALESCE(captured_at, imported_at), id) WHERE deleted_at IS NULL",
    "CREATE INDEX evidence_size ON evidence (size, id) WHERE deleted_at IS NULL",
    "CREATE INDEX evidence_media ON evidence (media, id) WHERE deleted_at IS NULL",
    "CREATE INDEX evidence_tag ON evidence (tag, id) WHERE deleted_at IS NULL",
    """CREATE INDEX evidence_name ON evidence (COALESCE(NULLIF(caption, ''), original_name), id)
        WHERE deleted_at IS NULL""",
    'CREATE INDEX case_buyer_nick ON "case" (buyer_nick, id)',
    "CREATE INDEX order_line_sku ON order_line (sku, order_id)",
    "CREATE INDEX order_line_batch ON order_line (batch, order_id)",
    # Made anew behind those above: of indexes that fit alike, the planner takes the last.
    "DROP INDEX evidence_changed",
    "CREATE INDEX evidence_changed ON evidence (case_id) WHERE integrity <> 'verified' AND deleted_at IS NULL",
)
# How far the checklist of a case is filled: all lines, those that are there, required ones that are not. Unknown: NULL.
_CASE = (
    'ALTER TABLE "case" ADD COLUMN evidence_needed INTEGER',
    'ALTER TABLE "case" ADD COLUMN evidence_there INTEGER',
    'ALTER TABLE "case" ADD COLUMN evidence_due INTEGER',
    'CREATE INDEX case_shelf_evidence ON "case" (shelf, deleted_at, evidence_due, id, shop_id)',
    'CREATE INDEX case_uncounted ON "case" (shelf, id) WHERE evidence_needed IS NULL AND deleted_at IS NULL',
    # One filters by what is missing as well.
    "DROP INDEX case_filter",
    """CREATE INDEX case_filter ON "case" (
        shelf, deleted_at, shop_id, state, problem, liability, waiting_on, handler_id, buyer_id, next_due_at, opened_at,
        updated_at, closed_at, at_stake, currency, evidence_due
    )""",
    # Where two indexes seem as good the planner takes the older one: those made after that of the filters are again.
    "DROP INDEX case_state_due",
    'CREATE INDEX case_state_due ON "case" (deleted_at, state, next_due_at, id)',
    "DROP INDEX case_waiting_due",
    'CREATE INDEX case_waiting_due ON "case" (shelf, deleted_at, waiting_on, next_due_at, id)',
    "DROP INDEX case_order",
    'CREATE INDEX case_order ON "case" (order_id)',
    "DROP INDEX case_buyer",
    'CREATE INDEX case_buyer ON "case" (buyer_id, deleted_at, shelf)',
    "DROP INDEX case_handler",
    'CREATE INDEX case_handler ON "case" (handler_id)',
    "DROP INDEX case_opened",
    'CREATE INDEX case_opened ON "case" (opened_at)',
    "DROP INDEX case_snoozed",
    'CREATE INDEX case_snoozed ON "case" (snoozed_until) WHERE shelf = 3',
    "DROP INDEX case_merged",
    'CREATE INDEX case_merged ON "case" (merged_into) WHERE merged_into IS NOT NULL',
)
_TABLES = (
    """CREATE TABLE annotation (
        id INTEGER PRIMARY KEY,
        evidence_id INTEGER NOT NULL UNIQUE REFERENCES evidence (id) ON DELETE RESTRICT,
        layer TEXT NOT NULL,
        saved_at INTEGER NOT NULL,
        saved_by TEXT NOT NULL,
        deleted_at INTEGER
    ) STRICT""",
    """CREATE TABLE evidence_request (
        id INTEGER PRIMARY KEY,
        case_id INTEGER NOT NULL REFERENCES "case" (id) ON DELETE RESTRICT,
        need TEXT NOT NULL,
        asked_at INTEGER NOT NULL,
        asked_by TEXT NOT NULL,
        deleted_at INTEGER
    ) STRICT""",
    "CREATE INDEX evidence_request_case ON evidence_request (case_id)",
    """CREATE TABLE sku_weight (
        id INTEGER PRIMARY KEY,
        shop_id INTEGER NOT NULL REFERENCES shop (id) ON DELETE RESTRICT,
        sku TEXT NOT NULL,
        variant TEXT NOT NULL DEFAULT '',
        grams INTEGER NOT NULL CHECK (grams > 0),
        tolerance_grams INTEGER NOT NULL DEFAULT 0 CHECK (tolerance_grams >= 0),
        deleted_at INTEGER,
        UNIQUE (shop_id, sku, variant)
    ) STRICT""",
    """CREATE TABLE weighing (
        id INTEGER PRIMARY KEY,
        case_id INTEGER NOT NULL UNIQUE REFERENCES "case" (id) ON DELETE RESTRICT,
        waybill_grams INTEGER CHECK (waybill_grams > 0),
        waybill_step_grams INTEGER NOT NULL DEFAULT 0 CHECK (waybill_step_grams >= 0),
        scale_grams INTEGER CHECK (scale_grams > 0),
        scale_accuracy_grams INTEGER NOT NULL DEFAULT 0 CHECK (scale_accuracy_grams >= 0),
        scale_evidence_id INTEGER REFERENCES evidence (id) ON DELETE RESTRICT,
        packing_grams INTEGER CHECK (packing_grams >= 0),
        packing_tolerance_grams INTEGER NOT NULL DEFAULT 0 CHECK (packing_tolerance_grams >= 0),
        lines TEXT NOT NULL DEFAULT '[]',
        saved_at INTEGER NOT NULL,
        saved_by TEXT NOT NULL,
        deleted_at INTEGER
    ) STRICT""",
    "CREATE INDEX weighing_evidence ON weighing (scale_evidence_id)",
    """CREATE TABLE likeness (
        sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
        look BLOB,
        method INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE likeness_pair (
        one TEXT NOT NULL,
        other TEXT NOT NULL CHECK (one < other),
        distance INTEGER NOT NULL,
        dismissed INTEGER NOT NULL DEFAULT 0 CHECK (dismissed IN (0, 1)),
        PRIMARY KEY (one, other)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX likeness_pair_other ON likeness_pair (other)",
    """CREATE TABLE watched_file (
        id INTEGER PRIMARY KEY,
        folder TEXT NOT NULL,
        name TEXT NOT NULL,
        size INTEGER NOT NULL,
        modified_ns INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('waiting', 'added', 'dismissed')),
        seen_at INTEGER NOT NULL,
        UNIQUE (folder, name, size, modified_ns)
    ) STRICT""",
    "CREATE INDEX watched_file_waiting ON watched_file (seen_at) WHERE state = 'waiting'",
)

STEP = Step(4, (*_EVIDENCE, *_CASE, *_TABLES))
