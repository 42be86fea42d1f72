"""Words and icons for evidence: kinds, formats, why there is no preview, times on tiles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo

from desktop.decoder.results import NoPreviewReason
from desktop.words import evidence_word
from models.kinds import Derivation, Integrity, MediaKind
from models.records import Evidence
from models.rules.conclusion import EvidenceNeed
from ui import format as written
from ui.i18n import language, translator
from ui.plain import one_line
from ui.words import word

tr = translator("evidence")

KIND_ICONS: Mapping[MediaKind, str] = {
    MediaKind.PHOTO: "image",
    MediaKind.CHAT: "message-square",
    MediaKind.VIDEO: "file-video",
    MediaKind.DOCUMENT: "file-text",
    MediaKind.TEXT: "scroll-text",
    MediaKind.OTHER: "file",
}
_FORMATS = {"jpeg": "JPEG", "png": "PNG", "webp": "WebP", "gif": "GIF", "bmp": "BMP", "heif": "HEIC", "pdf": "PDF",
            "mp4": "MP4", "mov": "MOV", "text": "TXT"}  # fmt: skip
_ENDING = 5


def format_name(item: Evidence) -> str:
    """`JPEG`, `PDF`; for formats that are not opened, the ending of the name if it looks like one, else the kind."""
    known = _FORMATS.get(item.format)
    if known is not None:
        return known
    ending = item.original_name.rpartition(".")[2]
    claimed = ending.isascii() and ending.isalnum() and len(ending) <= _ENDING and "." in item.original_name
    return ending.upper() if claimed else word(item.media)


def plate(item: Evidence) -> tuple[str, str]:
    """What stands on the dark plate of a tile, and its icon; empty for a plain photo."""
    if item.media is MediaKind.VIDEO:
        return (written.seconds((item.duration_ms or 0) / 1000) if item.duration_ms else format_name(item), "play")
    if item.media is MediaKind.DOCUMENT:
        return (tr("%1 · %n page", format_name(item), n=item.pages) if item.pages else format_name(item), "")
    if item.is_text or item.media is MediaKind.OTHER or item.format == "gif":
        return format_name(item), ""
    return "", ""


def exhibit_name(item: Evidence) -> str:
    """`Exhibit 3`; empty when it is none."""
    return tr("Exhibit %1", item.exhibit) if item.exhibit is not None else ""


def shown_name(item: Evidence) -> str:
    """The caption, or the name the file came with, on one line."""
    return one_line(item.caption.strip() or item.original_name or tr("Evidence %1", item.number))


def moment_of(item: Evidence) -> datetime:
    """When it was captured, as the device claims, or else imported."""
    return item.captured_at or item.imported_at


def day_minute(at: datetime | None, now: datetime, zone: tzinfo) -> str:
    """`11-18 19:40`, `18 Nov 19:40`; a dash for no time."""
    return (
        f"{written.day(at, now, language(), zone)} {at.astimezone(zone):%H:%M}" if at is not None else written.NOTHING
    )


def tile_time(item: Evidence, now: datetime, zone: tzinfo) -> str:
    """When it was captured, or else imported."""
    return day_minute(moment_of(item), now, zone)


def is_broken(item: Evidence) -> bool:
    """Whether the last check found the file other than it was imported."""
    return item.integrity is not Integrity.VERIFIED


def no_preview_text(reason: NoPreviewReason) -> str:
    """Why a file is kept without a preview."""
    return {
        NoPreviewReason.UNSUPPORTED: tr("This format is not opened"),
        NoPreviewReason.TEXT_FILE: tr("Shown as text"),
        NoPreviewReason.EMPTY: tr("The file is empty"),
        NoPreviewReason.DAMAGED: tr("The file is damaged"),
        NoPreviewReason.TOO_MANY_PIXELS: tr("Too many pixels to open safely"),
        NoPreviewReason.TOO_LARGE_FILE: tr("Too large to open safely"),
        NoPreviewReason.OUT_OF_MEMORY: tr("Opening it needs too much memory"),
        NoPreviewReason.TIME_LIMIT: tr("Opening it took too long"),
        NoPreviewReason.WORKER_DIED: tr("Opening it failed"),
        NoPreviewReason.ENCRYPTED: tr("Protected by a password"),
        NoPreviewReason.NO_SUCH_PAGE: tr("There is no such page"),
        NoPreviewReason.NOT_READABLE: tr("The kept file is gone or locked"),
        NoPreviewReason.UNAVAILABLE: tr("Previews are not available now"),
    }[reason]


def need_label(need: EvidenceNeed) -> str:
    """A need of the checklist in the window's language."""
    return need.label.pick(language())


def tag_word(tag: str, needs: Sequence[EvidenceNeed]) -> str:
    """The words of a tag: those of the need it fills, or the tag as typed."""
    return next((need_label(need) for need in needs if need.id == tag), one_line(evidence_word(tag, language())))


def sentence_of(item: Evidence, tag: str, now: datetime, zone: tzinfo, extra: Sequence[str] = ()) -> str:
    """A tile read aloud."""
    parts = [
        exhibit_name(item),
        shown_name(item),
        word(item.media),
        plate(item)[0],
        tile_time(item, now, zone),
        tag,
        word(item.derivation) if item.derivation is not Derivation.ORIGINAL else "",
        word(item.integrity),
    ]
    return "; ".join(part for part in (*parts, *extra) if part)
