"""Receivers of packets from JSON and back: the file that comes with the program, and those of the shop itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from typing import Any, Final

from models.errors import UserError
from models.kinds import PacketForm, PacketLanguage, Paper, Platform
from models.rules.packet_presets import PacketPreset, PresetSlot, PresetSource
from models.rules.text_limits import Counting

FORMATS: Final = ("pdf", "jpeg", "png", "gif", "zip")
CONFIDENCES: Final = ("high", "medium", "low")
# The least and the most a figure of an own receiver may be; below the least nothing could be made for it at all.
BOUNDS: Final[Mapping[str, tuple[float, float]]] = {
    "total_bytes": (20_000, 10**12), "file_bytes": (20_000, 10**12), "files": (1, 10_000), "pages": (1, 100_000),
    "file_pages": (1, 100_000), "pictures": (1, 10_000), "summary_least": (0, 10**6), "summary_most": (1, 10**6),
    "text_total": (1, 10_000_000), "dpi": (72, 2_400), "pixels": (100_000, 10**9), "least_points": (4, 24),
    "name_most": (8, 255), "deadline_hours": (1, 24 * 366),
}  # fmt: skip
_PAGE_MM: Final = (100.0, 2_000.0)
_NAME: Final = 80
_NOTE: Final = 2_000


def read_presets(raw: object) -> tuple[PacketPreset, ...]:
    """The receivers of the program's own file, in its order. UserError `presets_unusable` with where and why."""
    if not isinstance(raw, Mapping) or not isinstance(raw.get("presets"), list):
        raise UserError("presets_unusable", where="presets", why="a list is wanted")
    sources = raw.get("sources")
    if not isinstance(sources, Mapping):
        raise UserError("presets_unusable", where="sources", why="names and texts are wanted")
    found: dict[str, PacketPreset] = {}
    for place, each in enumerate(raw["presets"]):
        where = str(each.get("id", place)) if isinstance(each, Mapping) else str(place)
        try:
            preset = _shipped(each, sources)
            wrong = wrong_in(preset)
            if wrong or preset.id in found:
                raise ValueError(f"{wrong or 'id'} is wrong")
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise UserError("presets_unusable", where=where[:80], why=str(error)[:200]) from error
        found[preset.id] = preset
    return tuple(found.values())


def _shipped(raw: Mapping[str, Any], sources: Mapping[str, str]) -> PacketPreset:
    figures, told = raw["figures"], []
    values: dict[str, Any] = {}
    for name, figure in figures.items():
        if name not in _FIGURES:
            raise ValueError(f"{name[:40]} is no figure")
        values[name] = _FIGURES[name](figure["value"])
        told.append(_source(name, figure, sources))
    deadline, note = raw.get("deadline") or {}, raw.get("note") or {}
    if deadline.get("source"):
        told.append(_source("deadline", deadline, sources))
    return PacketPreset(
        id=raw["id"], name_zh=raw["name"]["zh"], name_en=raw["name"]["en"], form=PacketForm(raw["form"]),
        formats=values.pop("formats", ()), deadline_zh=deadline.get("zh", ""), deadline_en=deadline.get("en", ""),
        note_zh=note.get("zh", ""), note_en=note.get("en", ""), summary_slot=raw.get("summary_slot", ""),
        main_slot=raw.get("main_slot", ""), language=_language(raw.get("language")),
        platforms=tuple(Platform(each) for each in raw.get("platforms", ())), sources=tuple(told),
        checked_on=_date(raw.get("checked_on")), **values,
    )  # fmt: skip


def _source(about: str, raw: Mapping[str, Any], sources: Mapping[str, str]) -> PresetSource:
    if raw["confidence"] not in CONFIDENCES:
        raise ValueError(f"confidence of {about} is wrong")
    checked = _date(raw.get("checked_on"))
    return PresetSource(about, sources[raw["source"]], raw["confidence"], checked, raw.get("second_hand") is True)


def preset_json(preset: PacketPreset) -> dict[str, Any]:
    """A receiver as JSON holds it; what is as if never said is left out."""
    plain: dict[str, Any] = {}
    for each in fields(preset):
        value = getattr(preset, each.name)
        if each.name in ("id", "own") or value == each.default:
            continue
        plain[each.name] = _plain(value)
    return plain


def preset_of(preset_id: str, raw: object) -> PacketPreset:
    """A receiver of the shop's own from JSON. UserError `preset_unusable` with the id when it is damaged."""
    try:
        if not isinstance(raw, Mapping):
            raise TypeError("an object is wanted")
        known = {name: reader(raw[name]) for name, reader in _READERS.items() if name in raw}
        preset = PacketPreset(id=preset_id, own=True, **known)
        wrong = wrong_in(preset)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UserError("preset_unusable", preset=preset_id[:80], why=str(error)[:200]) from error
    if wrong:
        raise UserError("preset_unusable", preset=preset_id[:80], why=wrong)
    return preset


def wrong_in(preset: PacketPreset) -> str:
    """The field of a receiver that nothing can be made by; empty when all are well."""
    for name, (least, most) in BOUNDS.items():
        value = getattr(preset, name)
        if value is not None and not least <= value <= most:
            return name
    if not "".join(_names(preset)).strip() or max(map(len, _names(preset))) > _NAME:
        return "name"
    if any(len(each) > _NOTE for each in (preset.note_zh, preset.note_en, preset.deadline_zh, preset.deadline_en)):
        return "note"
    return _wrong_form(preset)


def _wrong_form(preset: PacketPreset) -> str:
    least, most = preset.summary_least, preset.summary_most
    if least is not None and most is not None and least > most:
        return "summary_least"
    wanted = {PacketForm.PDF: ("pdf",), PacketForm.SLOTS: ("pdf",), PacketForm.PICTURES: ("jpeg",)}
    needed = wanted.get(preset.form, ())
    if any(each not in FORMATS for each in preset.formats) or (
        preset.formats and not set(needed).issubset(preset.formats)
    ):
        return "formats"
    if not preset.papers:
        return "papers"
    if preset.page_mm is not None and not all(_PAGE_MM[0] <= each <= _PAGE_MM[1] for each in preset.page_mm):
        return "page_mm"
    return _wrong_slots(preset)


def _wrong_slots(preset: PacketPreset) -> str:
    ids = [each.id for each in preset.slots]
    takes_file = {each.id for each in preset.slots if each.takes_file}
    takes_text = {each.id for each in preset.slots if each.takes_text}
    if len(set(ids)) != len(ids) or any(not each or len(each) > _NAME for each in ids):
        return "slots"
    if preset.form is PacketForm.SLOTS and preset.main_slot not in takes_file:
        return "main_slot"
    if preset.summary_slot and preset.summary_slot not in takes_text:
        return "summary_slot"
    return "slots" if any(each.text_most is not None and each.text_most < 1 for each in preset.slots) else ""


def as_own(preset: PacketPreset, preset_id: str, shipped: PacketPreset | None, today: date) -> PacketPreset:
    """A receiver as the shop says it is. A source no longer vouches for a figure that was changed by hand."""
    kept = preset.sources
    if shipped is not None:
        kept = tuple(
            each for each in preset.sources
            if getattr(preset, each.about, None) == getattr(shipped, each.about, None)
        )  # fmt: skip
    return replace(preset, id=preset_id, own=True, sources=kept, checked_on=preset.checked_on or today)


def _names(preset: PacketPreset) -> tuple[str, str]:
    return preset.name_zh, preset.name_en


def _plain(value: Any) -> Any:
    if isinstance(value, PresetSlot | PresetSource):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def _whole(value: Any) -> int:
    if type(value) is not int:
        raise TypeError("a whole number is wanted")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("a text is wanted")
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError("yes or no is wanted")
    return value


def _number(value: Any) -> float:
    if type(value) not in (int, float):
        raise TypeError("a number is wanted")
    return float(value)


def _date(value: Any) -> date | None:
    return None if value is None else date.fromisoformat(_text(value))


def _language(value: Any) -> PacketLanguage | None:
    return None if value is None else PacketLanguage(_text(value))


def _size(value: Any) -> tuple[float, float]:
    width, height = value
    return _number(width), _number(height)


def _texts(value: Sequence[Any]) -> tuple[str, ...]:
    return tuple(_text(each) for each in value)


def _slots(value: Sequence[Mapping[str, Any]]) -> tuple[PresetSlot, ...]:
    return tuple(
        PresetSlot(
            _text(each["id"]),
            _text(each["name"]["zh"] if "name" in each else each["name_zh"]),
            _text(each["name"]["en"] if "name" in each else each["name_en"]),
            each.get("takes_file", True) is True,
            each.get("takes_text", False) is True,
            None if each.get("text_most") is None else _whole(each["text_most"]),
        )
        for each in value
    )


def _sources(value: Sequence[Mapping[str, Any]]) -> tuple[PresetSource, ...]:
    return tuple(
        PresetSource(
            _text(each["about"]), _text(each["source"]), _text(each["confidence"]), _date(each.get("checked_on")),
            each.get("second_hand") is True,
        )
        for each in value
    )  # fmt: skip


_WHOLE: Final = tuple(name for name in BOUNDS if name != "least_points")
_FIGURES: Final[Mapping[str, Callable[[Any], Any]]] = {
    **dict.fromkeys(_WHOLE, _whole),
    "least_points": _number,
    "formats": _texts,
    "papers": lambda value: tuple(Paper(each) for each in value),
    "page_mm": _size,
    "grey": _flag,
    "one_submission": _flag,
    "slots": _slots,
    "counting": lambda value: Counting(value),
}
_READERS: Final[Mapping[str, Callable[[Any], Any]]] = {
    **_FIGURES,
    **dict.fromkeys(
        ("name_zh", "name_en", "note_zh", "note_en", "deadline_zh", "deadline_en", "summary_slot", "main_slot"), _text
    ),
    "form": lambda value: PacketForm(value),
    "language": _language,
    "platforms": lambda value: tuple(Platform(each) for each in value),
    "sources": _sources,
    "checked_on": _date,
}
