"""Settings of one data folder: read once, written through to the store."""

from __future__ import annotations

import threading
from typing import Any

from models.clock import Clock
from models.store import shops
from models.store.history import Stamp
from models.store.store import Store


class Settings:
    """Names and JSON values. `get` never touches the disk."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
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
        with self._store.write(Stamp(self._clock.now(), "")) as transaction:
            shops.write_setting(transaction, key, value)
