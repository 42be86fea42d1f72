"""What stands around the pages: the window's title, when the last edit was saved, when the last backup was made."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo

from ui.format import day_and_time
from ui.i18n import language, translator
from ui.plain import one_line

tr = translator("frame")
LATE = timedelta(days=3)


def window_title(shop: str, count: int) -> str:
    """`Aftercase — 青禾家居 · 128 open`; without the part that is not known, or none."""
    parts = [one_line(shop), tr("%n open", n=count) if count else ""]
    told = " · ".join(part for part in parts if part)
    return f"Aftercase — {told}" if told else "Aftercase"


def saved_text(moment: datetime | None, zone: tzinfo) -> str:
    """`Saved on this PC 09:42`, empty before the first edit."""
    if moment is None:
        return ""
    return tr("Saved on this PC %1", f"{moment.astimezone(zone):%H:%M}")


def backup_text(moment: datetime | None, now: datetime, zone: tzinfo) -> tuple[str, bool]:
    """The words and whether the backup is too old; nothing is said before the program knows."""
    if moment is None:
        return "", False
    when = day_and_time(moment, now, language(), zone)
    return tr("Backed up %1", when[0].lower() + when[1:]), now - moment > LATE
