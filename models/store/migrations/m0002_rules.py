"""Schema 2: clocks that pause and warn, steps by rule, the packs a case was decided by, own numbers and packs."""

from __future__ import annotations

from models.store.migrations.step import Step

_CLOCKS = (
    # rule: worked out from a pack; entered: a date given by a processor or a person, never computed.
    "ALTER TABLE clock ADD COLUMN kind TEXT NOT NULL DEFAULT 'rule'",
    # The fact the clock counts from, so that correcting the fact can move it.
    "ALTER TABLE clock ADD COLUMN event TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE clock ADD COLUMN warn_at INTEGER",
    "ALTER TABLE clock ADD COLUMN paused_at INTEGER",
    "ALTER TABLE clock ADD COLUMN note TEXT NOT NULL DEFAULT ''",
)
_STEPS = (
    # The pack's id of the step, which `after` of other steps names, and of the deadline that gives its due time.
    "ALTER TABLE step ADD COLUMN rule TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE step ADD COLUMN due_rule TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE step ADD COLUMN note TEXT NOT NULL DEFAULT ''",
)
_RESOLUTIONS = (
    "ALTER TABLE resolution ADD COLUMN shares TEXT NOT NULL DEFAULT '{}'",
    # {"packs": {id: sha256}, "numbers": {pack: {name: value}}}: with `pack_copy` all that decided the case.
    "ALTER TABLE resolution ADD COLUMN frozen TEXT NOT NULL DEFAULT '{}'",
)
_TABLES = (
    # A pack file as it was when a case was decided by it; the same file is kept once.
    """CREATE TABLE pack_copy (
        sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
        pack TEXT NOT NULL,
        version TEXT NOT NULL,
        content TEXT NOT NULL,
        kept_at INTEGER NOT NULL
    ) STRICT""",
    # The shop's own value of a number of a pack; the newest counts, value NULL goes back to the pack's own.
    """CREATE TABLE pack_number (
        id INTEGER PRIMARY KEY,
        pack TEXT NOT NULL,
        name TEXT NOT NULL,
        value TEXT,
        note TEXT NOT NULL DEFAULT '',
        changed_at INTEGER NOT NULL,
        changed_by TEXT NOT NULL,
        deleted_at INTEGER
    ) STRICT""",
    # A pack file the shop brought in itself.
    """CREATE TABLE own_pack (
        id INTEGER PRIMARY KEY,
        pack TEXT NOT NULL,
        version TEXT NOT NULL,
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        content TEXT NOT NULL,
        imported_at INTEGER NOT NULL,
        imported_by TEXT NOT NULL,
        deleted_at INTEGER
    ) STRICT""",
)
_INDEXES = (
    "CREATE INDEX clock_warn ON clock (status, warn_at) WHERE deleted_at IS NULL",
    "CREATE INDEX pack_number_name ON pack_number (pack, name, id)",
    "CREATE INDEX own_pack_name ON own_pack (pack, id)",
)

STEP = Step(version=2, statements=_CLOCKS + _STEPS + _RESOLUTIONS + _TABLES + _INDEXES)
