"""What the shop chose for its call-backs: rhythms, limits, days, hours, tiers, the call after a case."""

from __future__ import annotations

import threading
from enum import StrEnum

from desktop.services.workbench import Workbench
from desktop.settings import Settings
from models.errors import UserError
from models.rules.call_settings import CALL_RULES, CallRules
from models.rules.call_settings_json import rules_as_data, rules_from_data, wrong_in
from models.store import shops
from models.store.transaction import Transaction

OLDER_RHYTHMS = "call_rhythms"


class RulePart(StrEnum):
    """What the window changes one at a time; each has its own sentence in the history."""

    RHYTHMS = "rhythms"
    LIMITS = "limits"
    DAYS = "days"
    HOURS = "hours"
    TIERS = "tiers"
    AFTER_CASE = "after_case"
    NOTES = "notes"


class CallRuleService:
    """Reads and keeps the rules of the call-backs. Safe to call from any thread."""

    def __init__(self, bench: Workbench, settings: Settings) -> None:
        self._bench = bench
        self._settings = settings
        self._lock = threading.Lock()
        self._kept: tuple[object, CallRules] | None = None
        self._stored: tuple[object, object] | None = None

    def read(self) -> CallRules:
        """The rules that hold now; what was never chosen, or cannot be read, as it is by default."""
        raw = (self._read_stored(), self._settings.get(OLDER_RHYTHMS))
        with self._lock:
            if self._kept is None or self._kept[0] != raw:
                self._kept = (raw, rules_from_data(*raw))
            return self._kept[1]

    def _read_stored(self) -> object:
        """What the store holds; asked again only once something was written."""
        database = self._bench.store.database
        mark, kept = database.state_mark(), self._stored
        if kept is not None and mark is not None and kept[0] == mark:
            return kept[1]
        try:
            stored = shops.read_setting(database, CALL_RULES)
        except ValueError:
            stored = None
        self._stored = (mark, stored)
        return stored

    def keep(self, rules: CallRules, part: RulePart | None = None) -> CallRules:
        """Keep other rules as one action that can be undone; returns them as they are kept.

        `part` names what was changed for the history. UserError `call_rules_wrong` with the `field` that cannot be;
        then nothing is kept.
        """
        wrong = wrong_in(rules)
        if wrong:
            raise UserError("call_rules_wrong", field=wrong)
        if rules == self.read():
            return rules
        code = f"call_rules_{part}" if part is not None else "call_rules_kept"

        def work(transaction: Transaction) -> None:
            shops.change_setting(transaction, CALL_RULES, rules_as_data(rules))
            transaction.record(code, entity="setting", entity_id=0, details={})

        self._bench.act(code, work)
        return rules
