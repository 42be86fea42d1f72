"""Schema 3: snoozed, tagged, linked and merged cases, kept replies, own views, buyers with flags and former IDs."""

from __future__ import annotations

from models.store.migrations.step import Step

# Built anew because its CHECK has to know a fourth shelf: 0 archived, 1 open, 2 done, 3 snoozed.
_CASE = (
    """CREATE TABLE case_next (
        id INTEGER PRIMARY KEY,
        number TEXT NOT NULL UNIQUE,
        shop_id INTEGER NOT NULL REFERENCES shop (id) ON DELETE RESTRICT,
        order_id INTEGER REFERENCES "order" (id) ON DELETE RESTRICT,
        buyer_id INTEGER REFERENCES buyer (id) ON DELETE RESTRICT,
        state TEXT NOT NULL,
        shelf INTEGER NOT NULL DEFAULT 1 CHECK (shelf IN (0, 1, 2, 3)),
        problem TEXT NOT NULL,
        demand TEXT NOT NULL DEFAULT 'unknown',
        liability TEXT NOT NULL DEFAULT 'unclear',
        waiting_on TEXT NOT NULL DEFAULT 'us',
        handler_id INTEGER REFERENCES person (id) ON DELETE RESTRICT,
        flag TEXT NOT NULL DEFAULT 'none',
        at_stake INTEGER NOT NULL DEFAULT 0,
        currency TEXT NOT NULL CHECK (length(currency) = 3),
        summary TEXT NOT NULL DEFAULT '',
        buyer_nick TEXT NOT NULL DEFAULT '',
        order_number TEXT NOT NULL DEFAULT '',
        handler_name TEXT NOT NULL DEFAULT '',
        next_due_at INTEGER NOT NULL DEFAULT 9007199254740991,
        opened_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        closed_at INTEGER,
        snoozed_until INTEGER,
        snooze_event TEXT NOT NULL DEFAULT '',
        snooze_note TEXT NOT NULL DEFAULT '',
        merged_into INTEGER REFERENCES "case" (id) ON DELETE RESTRICT,
        evidence_gone INTEGER NOT NULL DEFAULT 0,
        deleted_at INTEGER
    ) STRICT""",
    """INSERT INTO case_next (
        id, number, shop_id, order_id, buyer_id, state, shelf, problem, demand, liability, waiting_on, handler_id,
        flag, at_stake, currency, summary, buyer_nick, order_number, handler_name, next_due_at, opened_at, updated_at,
        closed_at, deleted_at
    ) SELECT
        id, number, shop_id, order_id, buyer_id, state, shelf, problem, demand, liability, waiting_on, handler_id,
        flag, at_stake, currency, summary, buyer_nick, order_number, handler_name, next_due_at, opened_at, updated_at,
        closed_at, deleted_at
    FROM "case" """,
    'DROP TABLE "case"',
    'ALTER TABLE case_next RENAME TO "case"',
)
_CASE_INDEXES = (
    # One covering index per sort of the Cases list, per shelf; the shop at the end, for a window switched to one.
    'CREATE INDEX case_shelf_due ON "case" (shelf, deleted_at, next_due_at, id, shop_id)',
    'CREATE INDEX case_shelf_number ON "case" (shelf, deleted_at, number, id, shop_id)',
    'CREATE INDEX case_shelf_state ON "case" (shelf, deleted_at, state, id, shop_id)',
    'CREATE INDEX case_shelf_buyer ON "case" (shelf, deleted_at, buyer_nick, id, shop_id)',
    'CREATE INDEX case_shelf_order ON "case" (shelf, deleted_at, order_number, id, shop_id)',
    'CREATE INDEX case_shelf_problem ON "case" (shelf, deleted_at, problem, id, shop_id)',
    'CREATE INDEX case_shelf_liability ON "case" (shelf, deleted_at, liability, id, shop_id)',
    'CREATE INDEX case_shelf_waiting ON "case" (shelf, deleted_at, waiting_on, id, shop_id)',
    'CREATE INDEX case_shelf_handler ON "case" (shelf, deleted_at, handler_name, id, shop_id)',
    'CREATE INDEX case_shelf_at_stake ON "case" (shelf, deleted_at, at_stake, id, shop_id)',
    'CREATE INDEX case_shelf_updated ON "case" (shelf, deleted_at, updated_at, id, shop_id)',
    # Everything one filters, counts and sums by: read from end to end it takes a tenth of reading the rows.
    """CREATE INDEX case_filter ON "case" (
        shelf, deleted_at, shop_id, state, problem, liability, waiting_on, handler_id, buyer_id, next_due_at, opened_at,
        updated_at, closed_at, at_stake, currency
    )""",
    'CREATE INDEX case_state_due ON "case" (deleted_at, state, next_due_at, id)',
    'CREATE INDEX case_waiting_due ON "case" (shelf, deleted_at, waiting_on, next_due_at, id)',
    'CREATE INDEX case_order ON "case" (order_id)',
    'CREATE INDEX case_buyer ON "case" (buyer_id, deleted_at, shelf)',
    'CREATE INDEX case_handler ON "case" (handler_id)',
    'CREATE INDEX case_opened ON "case" (opened_at)',
    'CREATE INDEX case_snoozed ON "case" (snoozed_until) WHERE shelf = 3',
    'CREATE INDEX case_merged ON "case" (merged_into) WHERE merged_into IS NOT NULL',
)
_TABLES = (
    """CREATE TABLE case_tag (
        id INTEGER PRIMARY KEY,
        case_id INTEGER NOT NULL REFERENCES "case" (id) ON DELETE RESTRICT,
        name TEXT NOT NULL,
        deleted_at INTEGER
    ) STRICT""",
    # related: either way round; merged: case_id went into other_id; split: other_id came out of case_id.
    """CREATE TABLE case_link (
        id INTEGER PRIMARY KEY,
        case_id INTEGER NOT NULL REFERENCES "case" (id) ON DELETE RESTRICT,
        other_id INTEGER NOT NULL REFERENCES "case" (id) ON DELETE RESTRICT,
        kind TEXT NOT NULL,
        made_at INTEGER NOT NULL,
        made_by TEXT NOT NULL,
        deleted_at INTEGER
    ) STRICT""",
    # A reply as it was copied out to the buyer.
    """CREATE TABLE reply (
        id INTEGER PRIMARY KEY,
        case_id INTEGER NOT NULL REFERENCES "case" (id) ON DELETE RESTRICT,
        text TEXT NOT NULL,
        language TEXT NOT NULL DEFAULT '',
        situation TEXT NOT NULL DEFAULT '',
        made_at INTEGER NOT NULL,
        made_by TEXT NOT NULL,
        deleted_at INTEGER
    ) STRICT""",
    # What is being written and not yet kept: no action of its own, so neither history nor Undo knows it.
    """CREATE TABLE text_draft (
        id INTEGER PRIMARY KEY,
        case_id INTEGER NOT NULL REFERENCES "case" (id) ON DELETE RESTRICT,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        saved_at INTEGER NOT NULL,
        UNIQUE (case_id, kind)
    ) STRICT""",
    # Own views, and those every shop starts with (built_in names them) once one of them was moved or hidden.
    """CREATE TABLE saved_view (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        query TEXT NOT NULL,
        built_in TEXT NOT NULL DEFAULT '',
        place INTEGER NOT NULL DEFAULT 0,
        hidden INTEGER NOT NULL DEFAULT 0,
        made_at INTEGER NOT NULL,
        made_by TEXT NOT NULL,
        deleted_at INTEGER
    ) STRICT""",
    """CREATE TABLE buyer_note (
        id INTEGER PRIMARY KEY,
        buyer_id INTEGER NOT NULL REFERENCES buyer (id) ON DELETE RESTRICT,
        text TEXT NOT NULL,
        written_at INTEGER NOT NULL,
        written_by TEXT NOT NULL,
        deleted_at INTEGER
    ) STRICT""",
    # IDs a buyer had before, or that were another buyer's until the two were merged.
    """CREATE TABLE former_nick (
        id INTEGER PRIMARY KEY,
        buyer_id INTEGER NOT NULL REFERENCES buyer (id) ON DELETE RESTRICT,
        shop_id INTEGER NOT NULL REFERENCES shop (id) ON DELETE RESTRICT,
        nick TEXT NOT NULL,
        until INTEGER NOT NULL,
        deleted_at INTEGER
    ) STRICT""",
)
_COLUMNS = (
    "ALTER TABLE buyer ADD COLUMN wechat TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE buyer ADD COLUMN flags TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE buyer ADD COLUMN consent_way TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE buyer ADD COLUMN merged_into INTEGER REFERENCES buyer (id) ON DELETE RESTRICT",
    "ALTER TABLE shop ADD COLUMN colour TEXT NOT NULL DEFAULT ''",
    # {"added": [pack ids], "left_out": [pack ids]}: what this shop does otherwise than its platform and country say.
    "ALTER TABLE shop ADD COLUMN packs TEXT NOT NULL DEFAULT '{}'",
    "ALTER TABLE parcel ADD COLUMN carrier TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE parcel ADD COLUMN way TEXT NOT NULL DEFAULT 'sent'",
    "ALTER TABLE parcel ADD COLUMN note TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE parcel ADD COLUMN deleted_at INTEGER",
)
_INDEXES = (
    "CREATE UNIQUE INDEX case_tag_once ON case_tag (case_id, name) WHERE deleted_at IS NULL",
    "CREATE INDEX case_tag_name ON case_tag (name, case_id, deleted_at) WHERE deleted_at IS NULL",
    "CREATE INDEX case_link_case ON case_link (case_id)",
    "CREATE INDEX case_link_other ON case_link (other_id)",
    "CREATE INDEX reply_case ON reply (case_id, made_at)",
    "CREATE UNIQUE INDEX saved_view_once ON saved_view (name, built_in) WHERE deleted_at IS NULL",
    "CREATE INDEX buyer_note_buyer ON buyer_note (buyer_id, written_at)",
    # A new case is often begun with the last four characters of a number. See store/case_targets.py.
    'CREATE INDEX order_tail ON "order" (substr(number, -4))',
    'CREATE INDEX order_phone_tail ON "order" (substr(phone, -4))',
    "CREATE INDEX parcel_tail ON parcel (substr(tracking_number, -4))",
    "CREATE UNIQUE INDEX former_nick_once ON former_nick (shop_id, nick) WHERE deleted_at IS NULL",
    "CREATE INDEX former_nick_buyer ON former_nick (buyer_id)",
    "CREATE INDEX former_nick_any ON former_nick (nick)",
    # With the amounts in it, so that what each of 100,000 buyers spent and got back is counted from the index alone.
    "DROP INDEX order_buyer",
    'CREATE INDEX order_buyer ON "order" (buyer_id, created_at, paid, refunded, currency)',
    "CREATE INDEX buyer_name ON buyer (name)",
    "CREATE INDEX buyer_flags ON buyer (flags)",
    "CREATE INDEX buyer_consent ON buyer (CASE consent WHEN 'given' THEN 0 WHEN 'unknown' THEN 1 ELSE 2 END)",
    "CREATE INDEX evidence_changed ON evidence (case_id) WHERE integrity <> 'verified' AND deleted_at IS NULL",
    "CREATE INDEX buyer_merged ON buyer (merged_into) WHERE merged_into IS NOT NULL",
)
# The same tokens as case_search; rowid is the buyer's id. See store/search.py.
_SEARCH = (
    """CREATE VIRTUAL TABLE buyer_search USING fts5 (
        words, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 tokenchars '_'", prefix='1'
    )""",
    "INSERT INTO buyer_search (buyer_search, rank) VALUES ('secure-delete', 1)",
)

STEP = Step(version=3, statements=_CASE + _CASE_INDEXES + _TABLES + _COLUMNS + _INDEXES + _SEARCH, search_changed=True)
