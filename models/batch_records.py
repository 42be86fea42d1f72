"""Frozen values of the batch alarm: a report of one buyer, an alarm over several, and what was done about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class QualityReport:
    """What one case says of a style and batch; `buyer` is the buyer's id, or their nick where there is none.

    `severe_at`: when somebody found out that it is severe, where that was after it was reported.
    """

    entry_id: int
    case_id: int | None
    case_number: str
    buyer: int | str
    buyer_nick: str
    style: str
    batch: str
    item: str
    reported_at: datetime
    severe: bool = False
    photos: int = 0
    kind: str = ""
    shop_id: int | None = None
    severe_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class BatchAlarmRule:
    """How many distinct buyers within how many days ring (R003-19: "several", default 2)."""

    threshold: int = 2
    days: int = 30


@dataclass(frozen=True, slots=True)
class BatchNotice:
    """What was done about a batch: reports up to `covers_until` are answered by it."""

    id: int
    shop_id: int | None
    style: str
    batch: str
    covers_until: datetime
    buyers: int
    severe: bool
    acknowledged_at: datetime
    acknowledged_by: str
    stock_down: bool
    supplier_told: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class BatchAlarm:
    """A style and batch several buyers reported, or one reported as severe; `notice` is the newest one about it.

    It rings while `open`: nothing was done yet, or reports came after that were enough by themselves.
    """

    style: str
    batch: str
    item: str
    shop_id: int | None
    reports: tuple[QualityReport, ...]
    buyers: int
    severe: bool
    first_at: datetime
    last_at: datetime
    open: bool = True
    notice: BatchNotice | None = None
