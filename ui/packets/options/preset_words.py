"""How the preset of a receiver reads and is typed: its limits in one line, each figure's source, `4.5 MB`, `20`."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from decimal import Decimal

from models.kinds import PacketForm
from models.rules.packet_preset_json import BOUNDS
from models.rules.packet_presets import PacketPreset, PresetSlot
from ui.i18n import language, translator
from ui.plain import one_line
from ui.words import word

tr = translator("packet_options")
_OLD = timedelta(days=365)
KILO, MEGA = 1_000, 1_000_000
_NAMED = 24


def preset_name(preset: PacketPreset) -> str:
    """The receiver's name in the window's language; the other language's where this one has none."""
    zh, en = one_line(preset.name_zh), one_line(preset.name_en)
    return (zh or en) if language() == "zh" else (en or zh)


def slot_name(slot: PresetSlot) -> str:
    """The name of one type of evidence."""
    return one_line((slot.name_zh or slot.name_en) if language() == "zh" else (slot.name_en or slot.name_zh))


def bytes_text(count: int) -> str:
    """A limit in the thousands and millions receivers write: `10 MB`, `130 KB`; never rounded up."""
    for unit, size in (("MB", MEGA), ("KB", KILO)):
        if count >= size:
            return f"{count * 100 // size / 100:g} {unit}"
    return f"{count} B"


def limits_line(preset: PacketPreset) -> str:
    """What a receiver takes, shortest first to read: `10 MB · 20 pages · 9 pictures · 500 characters`."""
    parts = []
    if preset.total_bytes is not None:
        parts.append(bytes_text(preset.total_bytes))
    elif preset.file_bytes is not None:
        parts.append(tr("%1 a file", bytes_text(preset.file_bytes)))
    if preset.pages is not None:
        parts.append(tr("%n page(s)", n=preset.pages))
    if preset.pictures is not None:
        parts.append(tr("%n picture(s)", n=preset.pictures))
    elif preset.files is not None:
        parts.append(tr("%n file(s)", n=preset.files))
    if preset.summary_most is not None:
        parts.append(tr("%n character(s)", n=preset.summary_most))
    if parts:
        return " · ".join(parts)
    return tr("with the originals") if preset.form is PacketForm.ARCHIVE else tr("no limit known")


def all_limits(preset: PacketPreset) -> list[tuple[str, str]]:
    """Every limit of a receiver by name."""
    made: list[tuple[str, str]] = [(tr("Takes"), _takes(preset))]
    for name, count, text in (
        (tr("In all"), preset.total_bytes, bytes_text), (tr("One file"), preset.file_bytes, bytes_text),
    ):  # fmt: skip
        if count is not None:
            made.append((name, text(count)))
    for name, count in (
        (tr("Files"), preset.files), (tr("Pages"), preset.pages), (tr("Pictures"), preset.pictures),
        (tr("Text in all"), preset.text_total), (tr("Dots per inch"), preset.dpi),
        (tr("Pixels of a picture"), preset.pixels), (tr("Hours to answer"), preset.deadline_hours),
    ):  # fmt: skip
        if count is not None:
            made.append((name, f"{count:,}"))
    if preset.summary_most is not None or preset.summary_least is not None:
        least, most = preset.summary_least or 0, preset.summary_most
        span = f"{least}–{most}" if most is not None and least else str(most) if most is not None else f"≥ {least}"
        made.append((tr("Summary"), tr("%1 characters", span)))
    if preset.page_mm is not None:
        made.append((tr("Page"), tr("up to %1 × %2 mm", f"{preset.page_mm[0]:g}", f"{preset.page_mm[1]:g}")))
    if preset.least_points is not None:
        made.append((tr("Type"), tr("%1 pt or larger", f"{preset.least_points:g}")))
    if preset.one_submission:
        made.append((tr("Submission"), tr("only once")))
    return made


def _takes(preset: PacketPreset) -> str:
    formats = ", ".join(one.upper() for one in preset.formats)
    return f"{word(preset.form)} ({formats})" if formats else word(preset.form)


def is_old(preset: PacketPreset, today: date) -> bool:
    """Whether its figures were last looked at more than twelve months ago, or nobody knows when."""
    if preset.form is PacketForm.ARCHIVE or (not preset.sources and preset.checked_on is None):
        return False
    return preset.checked_on is None or today - preset.checked_on > _OLD


def checked_line(preset: PacketPreset, today: date) -> str:
    """When the figures were last looked at; old ones say so."""
    if preset.checked_on is None:
        return tr("Nobody has noted when this was checked.") if is_old(preset, today) else ""
    when = preset.checked_on.isoformat()
    if is_old(preset, today):
        return tr("Last checked on %1, over 12 months ago: look again before you rely on it.", when)
    if any(each.second_hand for each in preset.sources):
        return tr("Last checked on %1; some figures are second-hand", when)
    return tr("Last checked on %1", when)


def sureness(confidence: str) -> str:
    """How sure a source is, in words."""
    return {
        "high": tr("sure"), "medium": tr("fairly sure"), "low": tr("not sure"),
    }.get(confidence, tr("not rated"))  # fmt: skip


def trust_line(preset: PacketPreset) -> str:
    """How sure the figures are: as sure as the least sure source."""
    order = ("low", "medium", "high")
    known = [order.index(each.confidence) for each in preset.sources if each.confidence in order]
    return sureness(order[min(known)]) if known else ""


def source_lines(preset: PacketPreset) -> list[str]:
    """Each source with what it is about and how sure it is."""
    return [
        " · ".join(
            filter(
                None,
                (
                    one_line(each.about),
                    one_line(each.source),
                    sureness(each.confidence),
                    tr("second-hand") if each.second_hand else "",
                ),
            )
        )
        for each in preset.sources[:_NAMED]
    ]


def preset_tip(preset: PacketPreset, today: date) -> str:
    """All of it for a tool tip."""
    note = preset.note_zh if language() == "zh" else preset.note_en
    deadline = preset.deadline_zh if language() == "zh" else preset.deadline_en
    rows = [preset_name(preset), *(f"{name}: {text}" for name, text in all_limits(preset))]
    rows += [one_line(each) for each in (deadline, note) if each]
    rows += [*source_lines(preset), checked_line(preset, today)]
    return "\n".join(filter(None, rows))


SIZES = ("total_bytes", "file_bytes")
_SIZE = re.compile(r"(\d{1,12}(?:\.\d{1,6})?) ?(b|bytes|kb|k|mb|m|gb|g)?", re.IGNORECASE)
_THOUSANDS = re.compile(r"\d{1,3}(,\d{3})+(?!\d)")
_UNITS = {"": 1, "b": 1, "bytes": 1, "kb": KILO, "k": KILO, "mb": MEGA, "m": MEGA, "gb": 1000 * MEGA, "g": 1000 * MEGA}


class FigureRefused(ValueError):
    """What was typed is no such figure; the message says what is wanted, in the window's language."""


def read_figure(field: str, text: str) -> int | float | None:
    """The figure of a field of PacketPreset; None for nothing. FigureRefused."""
    typed = unicodedata.normalize("NFKC", text).strip()[:40]
    if not typed:
        return None
    # A comma that does not part thousands may be meant as a point: it is asked again, never guessed.
    if _THOUSANDS.match(typed):
        typed = typed.replace(",", "")
    if field in SIZES:
        found = _SIZE.fullmatch(typed)
        if found is None:
            raise FigureRefused(tr("Write a size such as 4.5 MB, 130 KB or 130000."))
        value: int | float = int(Decimal(found[1]) * _UNITS[(found[2] or "").lower()])
    elif field == "least_points":
        if not re.fullmatch(r"\d{1,3}(\.\d{1,2})?", typed):
            raise FigureRefused(tr("Write a number such as 12."))
        value = float(typed)
    else:
        if not (typed.isascii() and typed.isdecimal()) or len(typed) > 12:
            raise FigureRefused(tr("Write a whole number, or nothing where no limit is known."))
        value = int(typed)
    least, most = BOUNDS.get(field, (0, value))
    if not least <= value <= most:
        raise FigureRefused(tr("It has to be between %1 and %2.", f"{least:,}", f"{most:,}"))
    return value


def figure_text(field: str, value: int | float | None) -> str:
    """A figure as it is typed, exactly."""
    if value is None:
        return ""
    if field in SIZES and isinstance(value, int):
        for unit, size in (("MB", MEGA), ("KB", KILO)):
            if value >= size and value * 1000 % size == 0:
                return f"{Decimal(value) / size:f} {unit}"
    return f"{value:g}" if isinstance(value, float) else str(value)


def read_page(text: str) -> tuple[float, float] | None:
    """`215.9 × 355.6` in millimetres; None for nothing. FigureRefused."""
    typed = unicodedata.normalize("NFKC", text).strip()[:40]
    if not typed:
        return None
    found = re.fullmatch(r"(\d{2,4}(?:\.\d)?) ?(?:mm)? ?[x×*] ?(\d{2,4}(?:\.\d)?) ?(?:mm)?", typed, re.IGNORECASE)
    if found is None:
        raise FigureRefused(tr("Write the largest page as 210 × 297."))
    return float(found[1]), float(found[2])


def page_text(page: tuple[float, float] | None) -> str:
    """A page as it is typed."""
    return f"{page[0]:g} × {page[1]:g}" if page is not None else ""


def read_checked(text: str, today: date) -> date | None:
    """The day somebody looked, not after today; None for nothing. FigureRefused."""
    typed = text.strip()
    if not typed:
        return None
    try:
        day = date.fromisoformat(typed[:10]) if len(typed) == 10 else None
    except ValueError:
        day = None
    if day is None or day > today or day.year < 2000:
        raise FigureRefused(tr("Write the day as 2026-11-22, not after today."))
    return day
