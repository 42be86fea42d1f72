"""Ordered ids of whole lists, kept while nothing is written: a search picks out of them at every key."""

from __future__ import annotations

import threading
from array import array
from collections import OrderedDict
from collections.abc import Callable, Hashable
from weakref import WeakKeyDictionary

from models.store.connection import CaseDatabase

# Eight bytes a case: two orders of a million cases take 16 MB.
_KEPT = 2
_lock = threading.Lock()
_orders: WeakKeyDictionary[CaseDatabase, OrderedDict[Hashable, array[int]]] = WeakKeyDictionary()


def kept_order(database: CaseDatabase, key: Hashable, read: Callable[[], array[int]]) -> array[int]:
    """What `read` gives, read anew only after something was written; nobody may change it.

    Inside a transaction nothing is kept: what it sees may yet be taken back.
    """
    if database.in_transaction():
        return read()
    # Counted before reading: what is committed meanwhile makes the next one read again.
    stamped = (key, database.commits, database.connection().total_changes)
    with _lock:
        orders = _orders.setdefault(database, OrderedDict())
        known = orders.get(stamped)
        if known is not None:
            orders.move_to_end(stamped)
            return known
    found = read()
    with _lock:
        for old in [each for each in orders if each[1:] != stamped[1:]]:  # type: ignore[index]
            del orders[old]
        orders[stamped] = found
        while len(orders) > _KEPT:
            orders.popitem(last=False)
    return found
