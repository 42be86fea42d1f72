"""The two clocks every case begins with: the first reply, and the offer of a resolution."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from desktop.settings import Settings

# R003-01: a message about a return or exchange is answered within five minutes. R002-01 wants a limit for handling and
# names none; R003-15 gives logistics problems 48 hours. A shop may set its own of both.
FIRST_REPLY, FIRST_REPLY_MINUTES = "first_reply", 5
OFFER, OFFER_HOURS = "offer", 48


def first_clocks(settings: Settings, now: datetime) -> tuple[dict[str, Any], ...]:
    """The columns of both clocks, the first reply first; the shop's own limits where it set some."""
    reply = int(settings.get("first_reply_minutes", FIRST_REPLY_MINUTES))
    offer = int(settings.get("offer_hours", OFFER_HOURS))
    return (
        {"rule": FIRST_REPLY, "label_zh": "首次响应", "label_en": "First reply", "source": "R003-01",
         "due_at": now + timedelta(minutes=reply)},
        {"rule": OFFER, "label_zh": "给出处理方案", "label_en": "Offer a resolution", "source": "R002-01, R003-15",
         "due_at": now + timedelta(hours=offer)},
    )  # fmt: skip
