"""Frozen values of reviews: as the buyer wrote them, what they are linked to, and the answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from models.kinds import Problem
from models.register_kinds import ReviewOrigin, ReviewState, ReviewVerdict


@dataclass(frozen=True, slots=True)
class Review:
    """One review. `rating` 1 to 5 where the platform gives stars; `problems` are those it names, also a good one."""

    id: int
    shop_id: int
    case_id: int | None
    case_number: str
    order_id: int | None
    order_number: str
    buyer_id: int | None
    buyer_nick: str
    item_title: str
    sku: str
    rating: int | None
    verdict: ReviewVerdict
    text: str
    written_at: datetime
    origin: ReviewOrigin
    entered_at: datetime
    entered_by: str
    state: ReviewState
    reply: str = ""
    replied_at: datetime | None = None
    replied_by: str = ""
    problems: tuple[Problem, ...] = ()
    problems_seen_at: datetime | None = None
    extortion: bool = False
    reported_at: datetime | None = None
    note: str = ""
