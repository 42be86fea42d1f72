"""The measures for closing a month: what after-sales cost, what carriers paid, what is not settled yet."""

from __future__ import annotations

from datetime import UTC, datetime

from desktop.services.claim_terms import carrier_key
from desktop.services.workbench import Workbench
from models.clock import zone
from models.register_records import Month, MonthMetrics
from models.store import month_metrics, shops


class MonthMetricsService:
    """Reading only; safe to call from any thread."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench

    def metrics(self, month: Month, shop_id: int | None = None) -> MonthMetrics:
        """A month of one shop, or of all, in its (or the desk's) zone. NotFound for a shop that is not there."""
        database = self._bench.store.database
        name = shops.find_shop(database, shop_id).time_zone if shop_id is not None else self._bench.time_zone
        here, after = zone(name), month.plus(1)
        start = datetime(month.year, month.month, 1, tzinfo=here).astimezone(UTC)
        end = datetime(after.year, after.month, 1, tzinfo=here).astimezone(UTC)
        return month_metrics.load_metrics(database, month, start, end, shop_id, carrier_key)
