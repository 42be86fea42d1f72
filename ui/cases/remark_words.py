"""What is said of a platform remark that was copied: how long it is as the platform counts, and whether it fits."""

from __future__ import annotations

from desktop.services.text_limits import limit_of
from models.records import CasePage
from models.rules.text_limits import TextPlace, units
from ui.i18n import translator

tr = translator("cases")


def remark_copied(page: CasePage) -> str:
    """A sentence for the remark of a case; without a documented limit only that it was copied."""
    said = tr("Platform remark copied")
    limit = limit_of(page.shop.platform, TextPlace.REMARK)
    if page.resolution is None or limit is None:
        return said
    length = units(page.resolution.remark, limit.counting)
    told = tr("%1 of at most %2 as the platform counts", length, limit.limit)
    if length > limit.limit:
        return tr("%1, but it is too long: %2", said, told)
    return f"{said} · {told}"
