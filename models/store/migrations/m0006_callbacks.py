"""Schema 6: what a call-back is for and on which channel, consent per channel, own rhythms, quiet days, calendar."""

from __future__ import annotations

from models.store.migrations.step import Step

_CALL_BACK = (
    "ALTER TABLE call_back ADD COLUMN kind TEXT NOT NULL DEFAULT 'rhythm'",
    "ALTER TABLE call_back ADD COLUMN channel TEXT NOT NULL DEFAULT 'phone'",
    'ALTER TABLE call_back ADD COLUMN case_id INTEGER REFERENCES "case" (id) ON DELETE RESTRICT',
    # What was promised, or what is to be asked; empty for a call of the rhythm.
    "ALTER TABLE call_back ADD COLUMN subject TEXT NOT NULL DEFAULT ''",
    # With all that is counted and filtered by in it: a month of 7,500 is ranked and counted from the index alone.
    "DROP INDEX call_back_on",
    "CREATE INDEX call_back_on ON call_back (due_on, state, kind, person_id, buyer_id, at_time, attempts)"
    " WHERE deleted_at IS NULL",
    "DROP INDEX call_back_one_due",
    "CREATE UNIQUE INDEX call_back_one_due ON call_back (buyer_id)"
    " WHERE state = 'due' AND kind = 'rhythm' AND deleted_at IS NULL",
    "CREATE UNIQUE INDEX call_back_one_of_case ON call_back (case_id)"
    " WHERE state = 'due' AND kind = 'satisfaction' AND deleted_at IS NULL",
    "CREATE INDEX call_back_case ON call_back (case_id) WHERE case_id IS NOT NULL",
)
_CALL_RECORD = (
    "ALTER TABLE call_record ADD COLUMN channel TEXT NOT NULL DEFAULT 'phone'",
    # A JSON list of texts.
    "ALTER TABLE call_record ADD COLUMN tags TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE call_record ADD COLUMN minutes INTEGER CHECK (minutes >= 0)",
    # The case the call was about, and the one a complaint in it opened.
    'ALTER TABLE call_record ADD COLUMN case_id INTEGER REFERENCES "case" (id) ON DELETE RESTRICT',
    'ALTER TABLE call_record ADD COLUMN opened_case_id INTEGER REFERENCES "case" (id) ON DELETE RESTRICT',
    "CREATE INDEX call_record_made ON call_record (made_at, outcome, channel, person, buyer_id)"
    " WHERE deleted_at IS NULL",
    "CREATE INDEX call_record_case ON call_record (case_id) WHERE case_id IS NOT NULL",
)
_BUYER = (
    "ALTER TABLE buyer ADD COLUMN tier_source TEXT NOT NULL DEFAULT 'hand'",
    # The buyer's own rhythm as JSON; empty for that of the tier.
    "ALTER TABLE buyer ADD COLUMN call_rhythm TEXT NOT NULL DEFAULT ''",
    # When they like to be called, as JSON; empty for any time.
    "ALTER TABLE buyer ADD COLUMN call_hours TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE buyer ADD COLUMN call_channel TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE buyer ADD COLUMN call_person_id INTEGER REFERENCES person (id) ON DELETE RESTRICT",
    # YYYY-MM-DD, or MM-DD where the year is not known.
    "ALTER TABLE buyer ADD COLUMN birthday TEXT NOT NULL DEFAULT ''",
    # Since when the phone number is known to be another's; empty again when it is changed.
    "ALTER TABLE buyer ADD COLUMN phone_wrong_at INTEGER",
    "CREATE INDEX buyer_vip ON buyer (tier, tier_source, shop_id) WHERE merged_into IS NULL",
    "CREATE INDEX buyer_call_person ON buyer (call_person_id) WHERE call_person_id IS NOT NULL",
)
_TABLES = (
    """CREATE TABLE contact_consent (
        id INTEGER PRIMARY KEY,
        buyer_id INTEGER NOT NULL REFERENCES buyer (id) ON DELETE RESTRICT,
        channel TEXT NOT NULL,
        agreed INTEGER NOT NULL CHECK (agreed IN (0, 1)),
        said_at INTEGER NOT NULL,
        way TEXT NOT NULL DEFAULT '',
        noted_by TEXT NOT NULL DEFAULT '',
        deleted_at INTEGER
    ) STRICT""",
    "CREATE UNIQUE INDEX contact_consent_one ON contact_consent (buyer_id, channel) WHERE deleted_at IS NULL",
    # A tier that was proposed and declined, so that it is not proposed again every day.
    """CREATE TABLE tier_decline (
        id INTEGER PRIMARY KEY,
        buyer_id INTEGER NOT NULL REFERENCES buyer (id) ON DELETE RESTRICT,
        tier TEXT NOT NULL,
        declined_at INTEGER NOT NULL,
        declined_by TEXT NOT NULL DEFAULT '',
        deleted_at INTEGER
    ) STRICT""",
    "CREATE INDEX tier_decline_buyer ON tier_decline (buyer_id, declined_at)",
    # Days without call-backs: of the shop (person_id NULL; shop_id NULL for all shops), or a person's vacation.
    """CREATE TABLE quiet_period (
        id INTEGER PRIMARY KEY,
        shop_id INTEGER REFERENCES shop (id) ON DELETE RESTRICT,
        person_id INTEGER REFERENCES person (id) ON DELETE RESTRICT,
        title TEXT NOT NULL DEFAULT '',
        first_on TEXT NOT NULL CHECK (length(first_on) = 10),
        last_on TEXT NOT NULL CHECK (length(last_on) = 10),
        yearly INTEGER NOT NULL DEFAULT 0 CHECK (yearly IN (0, 1)),
        deleted_at INTEGER
    ) STRICT""",
    "CREATE INDEX quiet_period_days ON quiet_period (first_on, last_on) WHERE deleted_at IS NULL",
    # What the calendar file last said of a call-back: apart from the row, so that Undo never takes a sequence back.
    """CREATE TABLE calendar_entry (
        id INTEGER PRIMARY KEY,
        call_back_id INTEGER NOT NULL UNIQUE REFERENCES call_back (id) ON DELETE RESTRICT,
        uid TEXT NOT NULL UNIQUE,
        sequence INTEGER NOT NULL DEFAULT 0,
        digest TEXT NOT NULL DEFAULT '',
        written_at INTEGER NOT NULL,
        cancelled INTEGER NOT NULL DEFAULT 0 CHECK (cancelled IN (0, 1))
    ) STRICT""",
    # Who agreed before agreed to calls.
    "INSERT INTO contact_consent (buyer_id, channel, agreed, said_at, way)"
    " SELECT id, 'phone', 1, coalesce(consent_at, 0), consent_way FROM buyer WHERE consent = 'given'",
)

STEP = Step(6, (*_CALL_BACK, *_CALL_RECORD, *_BUYER, *_TABLES))
