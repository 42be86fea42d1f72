"""Schema 7: how far a register's line is, months closed, hand-over items, parcels received, reviews, batch notices."""

from __future__ import annotations

from models.store.migrations.step import Step

_ENTRY = (
    "ALTER TABLE register_entry ADD COLUMN shop_id INTEGER REFERENCES shop (id) ON DELETE RESTRICT",
    "ALTER TABLE register_entry ADD COLUMN state TEXT NOT NULL DEFAULT 'open'",
    "ALTER TABLE register_entry ADD COLUMN origin TEXT NOT NULL DEFAULT 'wizard'",
    # The line this one adds to or takes from, once the month of that one is closed; amounts are differences then.
    "ALTER TABLE register_entry ADD COLUMN corrects INTEGER REFERENCES register_entry (id) ON DELETE RESTRICT",
    "ALTER TABLE register_entry ADD COLUMN reason TEXT NOT NULL DEFAULT ''",
    # Of `amount`: what the other side agreed to, and what came in.
    "ALTER TABLE register_entry ADD COLUMN allowed INTEGER",
    "ALTER TABLE register_entry ADD COLUMN received INTEGER",
    "ALTER TABLE register_entry ADD COLUMN points INTEGER",
    "ALTER TABLE register_entry ADD COLUMN due_at INTEGER",
    "ALTER TABLE register_entry ADD COLUMN handed_in_at INTEGER",
    "ALTER TABLE register_entry ADD COLUMN answered_at INTEGER",
    "ALTER TABLE register_entry ADD COLUMN received_at INTEGER",
    'UPDATE register_entry SET shop_id = (SELECT shop_id FROM "case" WHERE "case".id = register_entry.case_id)',
    # What a wrong shipment cost stands with its resolution: the line keeps it from here on.
    """UPDATE register_entry SET (amount, currency) = (
        SELECT r.true_cost, r.currency FROM resolution AS r WHERE r.case_id = register_entry.case_id
        AND r.deleted_at IS NULL ORDER BY r.decided_at DESC, r.id DESC LIMIT 1
    ) WHERE register = 'wrong_shipment' AND amount IS NULL AND deleted_at IS NULL AND EXISTS (
        SELECT 1 FROM resolution AS r WHERE r.case_id = register_entry.case_id AND r.deleted_at IS NULL
        AND r.true_cost IS NOT NULL AND r.id = (
            SELECT n.id FROM resolution AS n WHERE n.case_id = register_entry.case_id AND n.deleted_at IS NULL
            ORDER BY n.decided_at DESC, n.id DESC LIMIT 1
        )
    )""",
    "DROP INDEX register_entered",
    "CREATE INDEX register_entered ON register_entry (register, entered_at, shop_id) WHERE deleted_at IS NULL",
    "CREATE INDEX register_state ON register_entry (register, state, due_at, shop_id) WHERE deleted_at IS NULL",
    "CREATE INDEX register_corrects ON register_entry (corrects) WHERE corrects IS NOT NULL",
    # What was decided in a month, without walking the cases of all years.
    "CREATE INDEX resolution_decided ON resolution (decided_at, case_id) WHERE deleted_at IS NULL",
)
_TABLES = (
    # Every closing stays, also the one that was opened again: together they are the trail of a month.
    """CREATE TABLE month_closing (
        id INTEGER PRIMARY KEY,
        shop_id INTEGER NOT NULL REFERENCES shop (id) ON DELETE RESTRICT,
        register TEXT NOT NULL,
        month TEXT NOT NULL CHECK (length(month) = 7),
        starts_at INTEGER NOT NULL,
        ends_at INTEGER NOT NULL,
        totals TEXT NOT NULL,
        open_lines INTEGER NOT NULL DEFAULT 0,
        closed_at INTEGER NOT NULL,
        closed_by TEXT NOT NULL,
        note TEXT NOT NULL DEFAULT '',
        reopened_at INTEGER,
        reopened_by TEXT NOT NULL DEFAULT '',
        reopen_reason TEXT NOT NULL DEFAULT ''
    ) STRICT""",
    "CREATE UNIQUE INDEX month_closing_one ON month_closing (shop_id, register, month) WHERE reopened_at IS NULL",
    """CREATE TABLE hand_over_item (
        id INTEGER PRIMARY KEY,
        shop_id INTEGER REFERENCES shop (id) ON DELETE RESTRICT,
        -- The morning that has to clear it.
        morning TEXT NOT NULL CHECK (length(morning) = 10),
        text TEXT NOT NULL,
        case_id INTEGER REFERENCES "case" (id) ON DELETE RESTRICT,
        buyer_id INTEGER REFERENCES buyer (id) ON DELETE RESTRICT,
        left_at INTEGER NOT NULL,
        left_by TEXT NOT NULL,
        due_at INTEGER NOT NULL,
        state TEXT NOT NULL DEFAULT 'open',
        taken_at INTEGER,
        taken_by TEXT NOT NULL DEFAULT '',
        done_at INTEGER,
        done_by TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        -- The item of an earlier night this one goes on with.
        passed_from INTEGER REFERENCES hand_over_item (id) ON DELETE RESTRICT,
        deleted_at INTEGER
    ) STRICT""",
    "CREATE INDEX hand_over_morning ON hand_over_item (morning, state, shop_id) WHERE deleted_at IS NULL",
    "CREATE INDEX hand_over_open ON hand_over_item (state, due_at) WHERE deleted_at IS NULL",
    "CREATE INDEX hand_over_case ON hand_over_item (case_id) WHERE case_id IS NOT NULL",
    """CREATE TABLE return_receipt (
        id INTEGER PRIMARY KEY,
        shop_id INTEGER REFERENCES shop (id) ON DELETE RESTRICT,
        case_id INTEGER REFERENCES "case" (id) ON DELETE RESTRICT,
        entry_id INTEGER REFERENCES register_entry (id) ON DELETE RESTRICT,
        kind TEXT NOT NULL DEFAULT 'unknown',
        state TEXT NOT NULL DEFAULT 'arrived',
        tracking_number TEXT NOT NULL DEFAULT '',
        carrier TEXT NOT NULL DEFAULT '',
        sender TEXT NOT NULL DEFAULT '',
        phone TEXT NOT NULL DEFAULT '',
        item TEXT NOT NULL DEFAULT '',
        weight_grams INTEGER CHECK (weight_grams >= 0),
        pieces INTEGER CHECK (pieces >= 0),
        pieces_expected INTEGER CHECK (pieces_expected >= 0),
        condition TEXT NOT NULL DEFAULT '',
        restock INTEGER CHECK (restock IN (0, 1)),
        reason TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        resent_with TEXT NOT NULL DEFAULT '',
        resent_number TEXT NOT NULL DEFAULT '',
        surcharge INTEGER,
        surcharge_bearer TEXT NOT NULL DEFAULT '',
        currency TEXT NOT NULL DEFAULT '',
        arrived_at INTEGER NOT NULL,
        arrived_by TEXT NOT NULL,
        inspected_at INTEGER,
        inspected_by TEXT NOT NULL DEFAULT '',
        matched_at INTEGER,
        matched_by TEXT NOT NULL DEFAULT '',
        -- When to be reminded of a parcel without an owner.
        remind_at INTEGER,
        deleted_at INTEGER
    ) STRICT""",
    "CREATE INDEX return_receipt_number ON return_receipt (tracking_number) WHERE deleted_at IS NULL",
    "CREATE INDEX return_receipt_waiting ON return_receipt (state, arrived_at) WHERE deleted_at IS NULL",
    "CREATE INDEX return_receipt_case ON return_receipt (case_id) WHERE case_id IS NOT NULL",
    "CREATE INDEX return_receipt_entry ON return_receipt (entry_id) WHERE entry_id IS NOT NULL",
    # Photos of a parcel nobody owns yet; they become evidence once its case is known.
    """CREATE TABLE receipt_photo (
        id INTEGER PRIMARY KEY,
        receipt_id INTEGER NOT NULL REFERENCES return_receipt (id) ON DELETE RESTRICT,
        evidence_id INTEGER REFERENCES evidence (id) ON DELETE RESTRICT,
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        size INTEGER NOT NULL,
        original_name TEXT NOT NULL,
        media TEXT NOT NULL,
        format TEXT NOT NULL DEFAULT '',
        width INTEGER,
        height INTEGER,
        source TEXT NOT NULL,
        imported_at INTEGER NOT NULL,
        imported_by TEXT NOT NULL,
        -- As the columns of evidence: what reading the file again last showed.
        integrity TEXT NOT NULL DEFAULT 'verified',
        verified_at INTEGER,
        deleted_at INTEGER
    ) STRICT""",
    "CREATE INDEX receipt_photo_receipt ON receipt_photo (receipt_id)",
    "CREATE INDEX receipt_photo_sha256 ON receipt_photo (sha256)",
    "CREATE INDEX receipt_photo_evidence ON receipt_photo (evidence_id) WHERE evidence_id IS NOT NULL",
    # The box of parcels without an owner, and how often a buyer's parcels came back.
    "CREATE INDEX return_receipt_box ON return_receipt (state, remind_at) WHERE case_id IS NULL AND deleted_at IS NULL",
    # The number a buyer said a return has: found by it while it is awaited. What is not written plainly is read one by
    # one; those are few.
    """CREATE INDEX register_back ON register_entry (
        upper(replace(json_extract(columns, '$.buyer_tracking_no'), ' ', ''))
    ) WHERE register = 'returned_parcel' AND deleted_at IS NULL""",
    """CREATE INDEX register_back_odd ON register_entry (id) WHERE register = 'returned_parcel' AND deleted_at IS NULL
        AND upper(replace(json_extract(columns, '$.buyer_tracking_no'), ' ', '')) GLOB '*[^-0-9A-Z]*'""",
    """CREATE TABLE review (
        id INTEGER PRIMARY KEY,
        shop_id INTEGER NOT NULL REFERENCES shop (id) ON DELETE RESTRICT,
        case_id INTEGER REFERENCES "case" (id) ON DELETE RESTRICT,
        order_id INTEGER REFERENCES "order" (id) ON DELETE RESTRICT,
        buyer_id INTEGER REFERENCES buyer (id) ON DELETE RESTRICT,
        order_number TEXT NOT NULL DEFAULT '',
        buyer_nick TEXT NOT NULL DEFAULT '',
        item_title TEXT NOT NULL DEFAULT '',
        sku TEXT NOT NULL DEFAULT '',
        rating INTEGER CHECK (rating BETWEEN 1 AND 5),
        verdict TEXT NOT NULL,
        text TEXT NOT NULL DEFAULT '',
        written_at INTEGER NOT NULL,
        origin TEXT NOT NULL,
        entered_at INTEGER NOT NULL,
        entered_by TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'open',
        reply TEXT NOT NULL DEFAULT '',
        replied_at INTEGER,
        replied_by TEXT NOT NULL DEFAULT '',
        -- A JSON list of words of Problem.
        problems TEXT NOT NULL DEFAULT '[]',
        problems_seen_at INTEGER,
        extortion INTEGER NOT NULL DEFAULT 0 CHECK (extortion IN (0, 1)),
        reported_at INTEGER,
        note TEXT NOT NULL DEFAULT '',
        digest TEXT NOT NULL CHECK (length(digest) = 64),
        deleted_at INTEGER
    ) STRICT""",
    "CREATE UNIQUE INDEX review_once ON review (shop_id, digest) WHERE deleted_at IS NULL",
    "CREATE INDEX review_written ON review (written_at, verdict, state, shop_id) WHERE deleted_at IS NULL",
    "CREATE INDEX review_open ON review (state, verdict, written_at, shop_id) WHERE deleted_at IS NULL",
    "CREATE INDEX review_case ON review (case_id) WHERE case_id IS NOT NULL",
    "CREATE INDEX review_order ON review (order_id) WHERE order_id IS NOT NULL",
    "CREATE INDEX review_waiting ON review (shop_id, order_number)"
    " WHERE order_id IS NULL AND order_number <> '' AND deleted_at IS NULL",
    "CREATE INDEX review_buyer ON review (buyer_id) WHERE buyer_id IS NOT NULL",
    # What was done about a batch; reports newer than `covers_until` ring again.
    """CREATE TABLE batch_notice (
        id INTEGER PRIMARY KEY,
        shop_id INTEGER REFERENCES shop (id) ON DELETE RESTRICT,
        style TEXT NOT NULL,
        batch TEXT NOT NULL DEFAULT '',
        covers_until INTEGER NOT NULL,
        buyers INTEGER NOT NULL,
        severe INTEGER NOT NULL DEFAULT 0 CHECK (severe IN (0, 1)),
        acknowledged_at INTEGER NOT NULL,
        acknowledged_by TEXT NOT NULL,
        stock_down INTEGER NOT NULL DEFAULT 0 CHECK (stock_down IN (0, 1)),
        supplier_told INTEGER NOT NULL DEFAULT 0 CHECK (supplier_told IN (0, 1)),
        note TEXT NOT NULL DEFAULT '',
        deleted_at INTEGER
    ) STRICT""",
    "CREATE INDEX batch_notice_of ON batch_notice (style, batch, covers_until) WHERE deleted_at IS NULL",
)

# Reviews to follow and items of the night were lines of registers before they had tables of their own. The lines stay
# with their cases; an item of a case that is done counts as cleared. Noon in China, as the first shops had it.
_MOVED = (
    """INSERT INTO review (
        shop_id, case_id, order_id, buyer_id, order_number, buyer_nick, item_title, verdict, written_at, origin,
        entered_at, entered_by, state, digest
    ) SELECT c.shop_id, c.id, c.order_id, c.buyer_id, c.order_number, c.buyer_nick,
        COALESCE(json_extract(e.columns, '$.item'), ''), 'bad', e.entered_at, 'wizard', e.entered_at, e.entered_by,
        CASE WHEN c.state IN ('done', 'archived') THEN 'no_answer' ELSE 'open' END, lower(hex(randomblob(32)))
    FROM register_entry AS e JOIN "case" AS c ON c.id = e.case_id
    WHERE e.register = 'review' AND e.deleted_at IS NULL""",
    """INSERT INTO hand_over_item (
        shop_id, morning, text, case_id, buyer_id, left_at, left_by, due_at, state
    ) SELECT c.shop_id, date(e.entered_at / 1000, 'unixepoch', '+20 hours'),
        COALESCE(NULLIF(json_extract(e.columns, '$.hand_note'), ''), c.number), c.id, c.buyer_id, e.entered_at,
        e.entered_by, unixepoch(date(e.entered_at / 1000, 'unixepoch', '+20 hours'), '+4 hours') * 1000,
        CASE WHEN c.state IN ('done', 'archived') THEN 'done' ELSE 'open' END
    FROM register_entry AS e JOIN "case" AS c ON c.id = e.case_id
    WHERE e.register = 'handover' AND e.deleted_at IS NULL""",
)

STEP = Step(7, (*_ENTRY, *_TABLES, *_MOVED))
