"""What is asked of the store, and in which thread."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pytest

    from desktop.context import AppContext

Asked = list[tuple[bool, str, int]]


def watch(ctx: AppContext, monkeypatch: pytest.MonkeyPatch) -> Asked:
    """Every statement run from now on: whether in the window's thread, its text, and how many values it was given."""
    database: Any = ctx.store.database
    run, here = database.execute_sql, threading.main_thread()
    found: Asked = []

    def watched(sql: str, params: Any = None) -> Any:
        found.append((threading.current_thread() is here, sql, len(params or ())))
        return run(sql, params)

    monkeypatch.setattr(database, "execute_sql", watched)
    return found
