"""Settings of one data folder: read once, kept in memory, written to the store behind."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from models.clock import Clock
from models.store import shops
from models.store.history import Stamp
from models.store.store import Store


class Settings:
    """Names and JSON values. Neither `get` nor `set` waits for the disk."""

    def __init__(self, store: Store, clock: Clock, write_behind: Callable[[Callable[[], None]], object]) -> None:
        """`write_behind` runs a piece of work on the thread that writes, and finishes it before the program ends."""
        self._store = store
        self._clock = clock
        self._write_behind = write_behind
        self._lock = threading.Lock()
        self._values = dict(shops.read_settings(store.database))

    def get(self, key: str, default: Any = None) -> Any:
        """The value, or `default` if it was never set."""
        with self._lock:
            return self._values.get(key, default)

    def set(self, key: str, value: Any) -> None:
        """Keep a value; does nothing if it is already so."""
        with self._lock:
            if key in self._values and self._values[key] == value:
                return
            self._values[key] = value
        self._write_behind(lambda: self._write(key, value))

    def _write(self, key: str, value: Any) -> None:
        with self._store.write(Stamp(self._clock.now(), "")) as transaction:
            shops.write_setting(transaction, key, value)
