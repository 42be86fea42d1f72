"""The measures for closing a month: what after-sales cost, what carriers paid, what is not settled yet."""

from __future__ import annotations

from desktop.services.claim_terms import carrier_key
from desktop.services.shop_days import month_limits, zone_of
from desktop.services.workbench import Workbench
from models.register_records import Month, MonthMetrics
from models.store import month_metrics


class MonthMetricsService:
    """Reading only; safe to call from any thread."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench

    def metrics(self, month: Month, shop_id: int | None = None) -> MonthMetrics:
        """A month of one shop, or of all, in its (or the desk's) zone. NotFound for a shop that is not there."""
        database = self._bench.store.database
        start, end = month_limits(month, zone_of(self._bench, shop_id))
        return month_metrics.load_metrics(database, month, start, end, shop_id, carrier_key)
