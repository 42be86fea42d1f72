"""Plans of packets and their parts as JSON for the store; what is damaged or of later versions falls back quietly."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from enum import StrEnum
from typing import Any, TypeVar

from models.kinds import ExhibitVersion, PacketLanguage, Paper
from models.packet_records import PER_PAGE, Crop, ExhibitPlan, PacketPart, PacketPlan

_Kind = TypeVar("_Kind", bound=StrEnum)
_SWITCHES = ("letterhead", "internal_notes", "redacted_first", "marks", "integrity_page", "pattern", "recipient")


def plan_text(plan: PacketPlan) -> str:
    """The plan as JSON, the same text for the same plan."""
    value = {item.name: getattr(plan, item.name) for item in fields(plan)}
    value["exhibits"] = [{item.name: getattr(each, item.name) for item in fields(each)} for each in plan.exhibits]
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def plan_of(text: str) -> PacketPlan:
    """The plan in a JSON text. What cannot be read in it is as in a new plan."""
    found = _loaded(text)
    if not isinstance(found, Mapping):
        return PacketPlan()
    empty = PacketPlan()
    switches = {name: bool(found.get(name, getattr(empty, name))) for name in _SWITCHES}
    weights, preset, previous = found.get("weights"), found.get("preset"), found.get("previous_id")
    return PacketPlan(
        preset=preset if isinstance(preset, str) and preset else empty.preset,
        language=_kind(PacketLanguage, found.get("language"), empty.language),
        paper=_kind(Paper, found.get("paper"), empty.paper),
        weights=weights if isinstance(weights, bool) else None,
        exhibits=tuple(_exhibit(each) for each in _list(found.get("exhibits")) if _has_id(each)),
        texts=tuple((str(each[0]), str(each[1])) for each in _list(found.get("texts")) if len(_list(each)) == 2),
        previous_id=previous if type(previous) is int else None,
        **switches,
    )


def parts_text(parts: Sequence[PacketPart]) -> str:
    """The files of a packet as JSON."""
    return json.dumps(
        [{item.name: getattr(part, item.name) for item in fields(part)} for part in parts],
        ensure_ascii=False,
        sort_keys=True,
    )


def parts_of(text: str) -> tuple[PacketPart, ...]:
    """The files of a packet in a JSON text."""
    return tuple(
        PacketPart(
            str(each.get("name", "")), _whole(each.get("size")), str(each.get("sha256", "")),
            str(each.get("slot", "")), _whole(each.get("pages")),
        )
        for each in _list(_loaded(text))
        if isinstance(each, Mapping)
    )  # fmt: skip


def _exhibit(value: Mapping[str, Any]) -> ExhibitPlan:
    per_page = value.get("per_page")
    return ExhibitPlan(
        evidence_id=int(value["evidence_id"]),
        version=_kind(ExhibitVersion, value.get("version"), ExhibitVersion.AUTO),
        crop=_crop(value.get("crop")),
        per_page=per_page if per_page in PER_PAGE else 1,
        stills=tuple(_whole(each) for each in _list(value.get("stills"))),
        pages=tuple(_whole(each) for each in _list(value.get("pages"))),
        slot=str(value.get("slot") or ""),
    )


def _crop(value: object) -> Crop | None:
    shares = _list(value)
    if len(shares) != 4 or not all(isinstance(each, (int, float)) for each in shares):
        return None
    left, top, right, bottom = (float(each) for each in shares)
    return (left, top, right, bottom) if 0 <= left < right <= 1 and 0 <= top < bottom <= 1 else None


def _has_id(value: object) -> bool:
    return isinstance(value, Mapping) and isinstance(value.get("evidence_id"), int)


def _whole(value: object) -> int:
    return value if isinstance(value, int) and value >= 0 else 0


def _list(value: object) -> Sequence[Any]:
    return value if isinstance(value, (list, tuple)) else ()


def _kind(kinds: type[_Kind], value: object, otherwise: _Kind) -> _Kind:
    return kinds(value) if value in {kind.value for kind in kinds} else otherwise


def _loaded(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
