"""Settings of one data folder: read once, kept in memory, written to the store behind."""

from __future__ import annotations

import copy
import json
import logging
import threading
from collections.abc import Callable
from typing import Any

from desktop.diagnostics import LOGGER
from models.clock import Clock
from models.errors import EnvironmentFault
from models.store import shops
from models.store.history import Stamp
from models.store.store import Store

_log = logging.getLogger(f"{LOGGER}.settings")


_NUMBERS = frozenset({"shop", "person", "first_reply_minutes", "offer_hours", "archive_done_days", "thumbnails_mb"})
_LARGEST = 1_000_000


def fits(key: str, value: Any) -> bool:
    """Whether a value read from the disk has the shape its readers count on; another one is as if it were not set."""
    if key in _NUMBERS:
        return value is None or (type(value) is int and 0 <= value <= _LARGEST)
    return isinstance(value, dict) if key.startswith("page.") else True


class Settings:
    """Names and JSON values. Neither `get` nor `set` waits for the disk."""

    def __init__(self, store: Store, clock: Clock, write_behind: Callable[[Callable[[], None]], object]) -> None:
        """`write_behind` runs a piece of work on the thread that writes, and finishes it before the program ends."""
        self._store = store
        self._clock = clock
        self._write_behind = write_behind
        self._lock = threading.Lock()
        read = shops.read_settings(store.database)
        self._values = {key: value for key, value in read.items() if fits(key, value)}
        self._unwritten: set[str] = set()

    def get(self, key: str, default: Any = None) -> Any:
        """The value as JSON gives it back (lists for tuples), or `default` if it was never set."""
        with self._lock:
            return copy.deepcopy(self._values[key]) if key in self._values else default

    def set(self, key: str, value: Any) -> None:
        """Keep a value; does nothing if it is already so. TypeError for what JSON cannot hold."""
        kept = json.loads(json.dumps(value, allow_nan=False))
        with self._lock:
            if key in self._values and self._values[key] == kept:
                return
            self._values[key] = kept
            self._unwritten.add(key)
        self._write_behind(self._write)

    def flush(self) -> None:
        """Try once more to write what the disk refused; if it still does, the log says so and it is lost."""
        try:
            self._write()
        except EnvironmentFault:
            return

    def _write(self) -> None:
        # The newest values, whatever was asked first: two threads may set one key at once.
        with self._lock:
            taken = {key: self._values[key] for key in self._unwritten}
            self._unwritten.clear()
        if not taken:
            return
        try:
            with self._store.write(Stamp(self._clock.now(), "")) as transaction:
                for key, value in taken.items():
                    shops.write_setting(transaction, key, value)
        except Exception as error:
            with self._lock:
                self._unwritten.update(taken)
            _log.error("settings not written: %d", len(taken), exc_info=error)
            raise
