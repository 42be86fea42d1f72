"""Sentences for meters and refusals: how full a limit is, what does not fit, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable

from models.rules.packet_fit import Fill, Meter, MeterKind, Refusal
from ui.i18n import translator
from ui.plain import one_line

tr = translator("packet_options")
_NAMED = 5
KILO, MEGA = 1_000, 1_000_000
_SIZES = (MeterKind.BYTES, MeterKind.FILE_BYTES)


def meter_name(meter: Meter) -> str:
    """What is measured, in a word or two; the file or slot it is about stands in the tool tip."""
    return {
        MeterKind.BYTES: tr("Size"), MeterKind.FILE_BYTES: tr("Largest file"), MeterKind.FILES: tr("Files"),
        MeterKind.PAGES: tr("Pages"), MeterKind.PICTURES: tr("Pictures"), MeterKind.SUMMARY: tr("Summary"),
        MeterKind.TEXT: tr("All text"), MeterKind.DPI: tr("Resolution"),
    }[meter.kind]  # fmt: skip


def meter_figure(meter: Meter) -> str:
    """`7.4 / 10 MB`, `9 / 9 pictures`; without a limit what is used alone."""
    if meter.kind in _SIZES:
        return _bytes_figure(meter)
    shown = f"{meter.used:,}" if meter.limit is None else f"{meter.used:,} / {meter.limit:,}"
    return {
        MeterKind.PAGES: tr("%1 p.", shown), MeterKind.PICTURES: tr("%1 pict.", shown),
        MeterKind.FILES: tr("%1 files", shown), MeterKind.DPI: tr("%1 dpi", shown),
    }.get(meter.kind) or tr("%1 char.", shown)  # fmt: skip


def _bytes_figure(meter: Meter) -> str:
    """Both in the unit of the limit; what is used is rounded up, so that nothing over looks as if it fitted."""
    unit, size = ("MB", MEGA) if (meter.limit or meter.used) >= MEGA else ("KB", KILO)
    used = -(-meter.used * 10 // size) / 10
    if meter.limit is None:
        return f"{used:.1f} {unit}"
    if meter.used <= meter.limit and used * size > meter.limit:
        used = meter.used * 100 // size / 100
    return f"{used:g} / {meter.limit * 100 // size / 100:g} {unit}"


def meter_spoken(meter: Meter) -> str:
    """The meter as a sentence for a screen reader and the tool tip."""
    state = {Fill.WELL: "", Fill.NEAR: tr("nearly full"), Fill.OVER: tr("over the limit")}[meter.fill]
    subject = one_line(meter.subject)
    return ", ".join(filter(None, (f"{meter_name(meter)} {meter_figure(meter)}", subject, state)))


def meter_advice(meter: Meter) -> str:
    """What to do about a meter that is nearly full; empty while it is well."""
    if meter.fill is Fill.WELL:
        return ""
    full = meter.limit is not None and meter.used == meter.limit
    if meter.kind is MeterKind.PICTURES:
        return (
            tr("Pictures are at the limit. To add an exhibit, take one out first; nothing is cut by itself.")
            if full else tr("Few pictures are left. Several small ones can share a page.")
        )  # fmt: skip
    if meter.kind is MeterKind.PAGES:
        return tr("Pages are nearly used up. Put small pictures 2, 4 or 6 to a page, or leave the integrity page out.")
    if meter.kind in _SIZES:
        return tr("The size is nearly used up; pictures were shrunk as far as they stay readable.")
    if meter.kind is MeterKind.SUMMARY:
        return tr("The summary is nearly at its limit.")
    if meter.kind is MeterKind.TEXT:
        return tr("The texts are nearly at their limit together.")
    if meter.kind is MeterKind.FILES:
        return tr("The number of files is nearly used up; exhibits of one type share a file.")
    return ""


def numbers(exhibits: Iterable[int]) -> str:
    """Exhibits by number, the first few, and how many more."""
    listed = list(exhibits)
    text = tr(", ").join(str(each) for each in listed[:_NAMED])
    rest = len(listed) - _NAMED
    return f"{text} {tr('and %n more', n=rest)}" if rest > 0 else text


def refusal_sentence(refusal: Refusal) -> str:
    """Why the packet cannot go out as it is, naming what does not fit. Unknown codes are named as they are."""
    known = refusal.values
    named = tr("exhibit %1", numbers(refusal.exhibits)) if refusal.exhibits else tr("the text")
    used, limit = _figure(known.get("used"), refusal.code), _figure(known.get("limit"), refusal.code)
    subject = one_line(str(known.get("slot_name", known.get("slot", known.get("file", known.get("name", ""))))))[:80]
    return _sentence(refusal.code, named, used, limit, subject)


def _figure(found: object, code: str) -> str:
    if isinstance(found, int) and not isinstance(found, bool):
        return f"{max(found, 0) / MEGA:.2f} MB" if "bytes" in code and found >= MEGA else f"{found:,}"
    return "" if found is None else one_line(str(found))


def _sentence(code: str, named: str, used: str, limit: str, subject: str) -> str:
    return {
        "summary_too_long": tr("The summary has %1 characters, %2 fit. Shorten it: nothing is cut.", used, limit),
        "summary_too_short": tr("The summary has %1 characters, at least %2 are wanted.", used, limit),
        "text_too_long": tr("The text for “%1” has %2 characters, %3 fit.", subject, used, limit),
        "texts_too_long": tr("All texts together have %1 characters, %2 fit.", used, limit),
        "pages_over": tr("%1 pages, %2 fit. Take out or put more to a page: %3.", used, limit, named),
        "file_pages_over": tr("%1 has %2 pages, %3 fit in one file: %4.", subject, used, limit, named),
        "bytes_over": tr("%1 in all, %2 fit, with pictures as small as they stay readable. Largest: %3.",
                         used, limit, named),
        "file_bytes_over": tr("%1 has %2, %3 fit in one file. Largest: %4.", subject, used, limit, named),
        "files_over": tr("%1 files, %2 fit. Take out: %3.", used, limit, named),
        "pictures_over": tr("%1 pictures, %2 fit. Take out or put together: %3.", used, limit, named),
        "dpi_over": tr("%3 has %1 dots per inch, %2 fit.", used, limit, named),
        "pixels_over": tr("%3 has %1 pixels, %2 fit.", used, limit, named),
        "type_too_small": tr("The type would be %1 pt, at least %2 pt are wanted.", used, limit),
        "page_too_large": tr("The receiver does not take the paper %1.", subject),
        "picture_illegible": tr("Words in %1 could not be read at the size that fits. Crop it, or take it out.",
                                named),
        "not_shown": tr("Nothing of %1 can be shown as a picture. Take it out, or choose stills or pages.", named),
        "nothing_chosen": tr("The receiver takes pictures: choose at least one exhibit."),
        "unknown_slot": tr("The receiver has no type of evidence “%1”: %2. Choose another.", subject, named),
        "no_slot": tr("No type of evidence of this receiver takes %1. Choose one.", named),
        "text_without_slot": tr("A text is written for “%1”, which this receiver does not have.", subject),
    }.get(code) or tr("It does not fit this receiver: %1 (%2)", one_line(code), named)  # fmt: skip
