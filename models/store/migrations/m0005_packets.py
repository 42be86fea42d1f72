"""Schema 5: what a packet was made with, for whom, how it is proved and how it ended; what is chosen for the next."""

from __future__ import annotations

from models.store.migrations.step import Step

_PACKET = (
    "ALTER TABLE packet ADD COLUMN preset TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE packet ADD COLUMN addressee TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE packet ADD COLUMN form TEXT NOT NULL DEFAULT 'pdf'",
    "ALTER TABLE packet ADD COLUMN evidence_id INTEGER REFERENCES evidence (id) ON DELETE RESTRICT",
    "ALTER TABLE packet ADD COLUMN plan TEXT NOT NULL DEFAULT '{}'",
    "ALTER TABLE packet ADD COLUMN parts TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE packet ADD COLUMN signed_by TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE packet ADD COLUMN certificate TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE packet ADD COLUMN stamped_at INTEGER",
    "ALTER TABLE packet ADD COLUMN locked INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1))",
    "ALTER TABLE packet ADD COLUMN previous_id INTEGER REFERENCES packet (id) ON DELETE RESTRICT",
    "ALTER TABLE packet ADD COLUMN due_at INTEGER",
    "ALTER TABLE packet ADD COLUMN outcome TEXT",
    "ALTER TABLE packet ADD COLUMN outcome_amount INTEGER CHECK (outcome_amount >= 0)",
    "ALTER TABLE packet ADD COLUMN outcome_currency TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE packet ADD COLUMN outcome_note TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE packet ADD COLUMN outcome_at INTEGER",
    "ALTER TABLE packet ADD COLUMN outcome_by TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX packet_made ON packet (made_at)",
    "CREATE INDEX packet_sha256 ON packet (sha256)",
    "CREATE INDEX packet_evidence ON packet (evidence_id) WHERE evidence_id IS NOT NULL",
    "CREATE INDEX packet_outcome ON packet (outcome_at) WHERE outcome IS NOT NULL",
)
_TABLES = (
    """CREATE TABLE packet_plan (
        id INTEGER PRIMARY KEY,
        case_id INTEGER NOT NULL UNIQUE REFERENCES "case" (id) ON DELETE RESTRICT,
        plan TEXT NOT NULL,
        saved_at INTEGER NOT NULL,
        saved_by TEXT NOT NULL,
        deleted_at INTEGER
    ) STRICT""",
)

STEP = Step(5, (*_PACKET, *_TABLES))
