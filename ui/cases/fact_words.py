"""What the resolution of a case says in short: its remedy, what can be recovered, and the remark for the platform."""

from __future__ import annotations

from models.records import Resolution
from ui import format as shown
from ui.i18n import language, translator
from ui.plain import one_line
from ui.words import word

tr = translator("cases")


def remedy_text(resolution: Resolution | None) -> str:
    """What is done about it; a dash before that is decided."""
    if resolution is None:
        return shown.NOTHING
    chinese = language() == "zh"
    title = resolution.remedy_title_zh if chinese else resolution.remedy_title_en or resolution.remedy_title_zh
    return one_line(title) or word(resolution.remedy)


def recourse_text(resolution: Resolution | None) -> str:
    """What somebody else pays back, and who."""
    if resolution is None or resolution.recoverable is None:
        return shown.NOTHING
    amount = shown.money(resolution.recoverable)
    return f"{amount} · {word(resolution.recourse)}" if resolution.recourse is not None else amount


def remark_text(resolution: Resolution | None) -> tuple[str, bool]:
    """The remark for the platform and True, or what it still needs and False."""
    if resolution is None:
        return tr("Written with the resolution; resolve the case first."), False
    if not resolution.remark.strip():
        return tr("The resolution was kept without a remark."), False
    return resolution.remark, True
