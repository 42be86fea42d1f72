"""A layer as JSON and back: whatever does not fit is refused whole, with where it is wrong."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Any, Final

from models.errors import UserError
from models.rules.annotations import (
    KINDS,
    LEAST_HEIGHT,
    MAX_COVERS,
    MAX_MARKS,
    MAX_POINTS,
    MAX_SHEETS,
    MAX_SIDE,
    MOST_HEIGHT,
    RECTANGLES,
    TEXT_LIMIT,
    Arrow,
    Crop,
    Freehand,
    Layer,
    Mark,
    MarkColour,
    NumberMark,
    Rect,
    Sheet,
    TextLabel,
    kind_of,
)

VERSION: Final = 1
MAX_JSON: Final = 16 * 1024 * 1024
_MAX_MS: Final = 2**31 - 1
_LEAST_WIDTH, _MOST_WIDTH = 0.0005, 0.1
_COMMON: Final = frozenset(("kind", "points", "colour", "width", "hidden"))
_OWN: Final[Mapping[type[Mark], str]] = {TextLabel: "text", NumberMark: "legend"}


def layer_text(layer: Layer) -> str:
    """A layer as JSON, one spelling for equal layers; coordinates to a hundredth of a pixel.

    UserError `layer_too_large` over a limit.
    """
    if len(layer.sheets) > MAX_SHEETS:
        raise UserError("layer_too_large", limit=MAX_SHEETS, what="sheets")
    data = {"version": VERSION, "sheets": [_sheet_data(sheet) for sheet in layer.sheets]}
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    if len(text) > MAX_JSON:
        raise UserError("layer_too_large", limit=MAX_JSON, what="size")
    return text


def layer_from(text: str) -> Layer:
    """The layer that a JSON text says. UserError `layer_damaged` with `where` for anything else."""
    if len(text) > MAX_JSON:
        raise UserError("layer_damaged", where="size")
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UserError("layer_damaged", where="json") from error
    try:
        return _layer(raw)
    except _WrongError as error:
        raise UserError("layer_damaged", where=str(error)) from error


class _WrongError(Exception):
    """Says where it is wrong."""


def _sheet_data(sheet: Sheet) -> dict[str, Any]:
    if len(sheet.marks) > MAX_MARKS:
        raise UserError("layer_too_large", limit=MAX_MARKS, what="marks")
    if len(sheet.covers) > MAX_COVERS:
        raise UserError("layer_too_large", limit=MAX_COVERS, what="covers")
    return {
        "page": sheet.page, "at_ms": sheet.at_ms, "size": [sheet.width, sheet.height],
        "marks": [_mark_data(mark) for mark in sheet.marks],
        "covers": [[round(float(value), 2) for value in cover] for cover in sheet.covers],
    }  # fmt: skip


def _mark_data(mark: Mark) -> dict[str, Any]:
    data: dict[str, Any] = {
        "kind": kind_of(mark), "points": [[round(float(x), 2), round(float(y), 2)] for x, y in mark.points],
        "colour": mark.colour.value, "width": float(mark.width), "hidden": mark.hidden,
    }  # fmt: skip
    if isinstance(mark, TextLabel):
        data |= {"text": mark.text, "height": float(mark.height)}
    elif isinstance(mark, NumberMark):
        data |= {"legend": mark.legend, "height": float(mark.height)}
    return data


def _layer(raw: object) -> Layer:
    data = _object(raw, "layer", frozenset(("version", "sheets")))
    if type(data["version"]) is not int or data["version"] != VERSION:
        raise _WrongError("version")
    sheets = tuple(
        _sheet(each, f"sheet {place}") for place, each in enumerate(_list(data["sheets"], "sheets", MAX_SHEETS))
    )
    if len({sheet.place for sheet in sheets}) != len(sheets):
        raise _WrongError("sheets")
    return Layer(sheets)


def _sheet(raw: object, where: str) -> Sheet:
    data = _object(raw, where, frozenset(("page", "at_ms", "size", "marks", "covers")))
    size = _list(data["size"], where, 2)
    if len(size) != 2:
        raise _WrongError(f"{where} size")
    width, height = (_whole(value, 1, MAX_SIDE, f"{where} size") for value in size)
    reach = 4.0 * max(width, height)
    marks = tuple(
        _mark(each, reach, f"{where} mark {place}")
        for place, each in enumerate(_list(data["marks"], f"{where} marks", MAX_MARKS))
    )
    if sum(isinstance(mark, Crop) for mark in marks) > 1:
        raise _WrongError(f"{where} crop")
    covers = tuple(
        _rect(each, reach, f"{where} cover {place}")
        for place, each in enumerate(_list(data["covers"], f"{where} covers", MAX_COVERS))
    )
    page, at_ms = _whole(data["page"], 0, _MAX_MS, where), _whole(data["at_ms"], 0, _MAX_MS, where)
    return Sheet(width, height, page, at_ms, marks, covers)


def _mark(raw: object, reach: float, where: str) -> Mark:
    if not isinstance(raw, Mapping) or not isinstance(raw.get("kind"), str) or raw["kind"] not in KINDS:
        raise _WrongError(f"{where} kind")
    kind = KINDS[raw["kind"]]
    own = _OWN.get(kind)
    data = _object(raw, where, _COMMON | ({own, "height"} if own else set()))
    points = []
    for pair in _list(data["points"], where, MAX_POINTS):
        values = _list(pair, where, 2)
        if len(values) != 2:
            raise _WrongError(f"{where} points")
        points.append((_number(values[0], -reach, reach, where), _number(values[1], -reach, reach, where)))
    few, most = _points_of(kind)
    if not few <= len(points) <= most:
        raise _WrongError(f"{where} points")
    if kind in RECTANGLES and (points[0][0] > points[1][0] or points[0][1] > points[1][1]):
        raise _WrongError(f"{where} points")
    if not isinstance(data["colour"], str) or data["colour"] not in set(MarkColour):
        raise _WrongError(f"{where} colour")
    if not isinstance(data["hidden"], bool):
        raise _WrongError(f"{where} hidden")
    more: dict[str, Any] = {}
    if own:
        text = data[own]
        if not isinstance(text, str) or len(text) > TEXT_LIMIT or "\0" in text or not _is_unicode(text):
            raise _WrongError(f"{where} {own}")
        more = {own: text, "height": _number(data["height"], LEAST_HEIGHT, MOST_HEIGHT, where)}
    return kind(
        points=tuple(points), colour=MarkColour(data["colour"]), hidden=data["hidden"],
        width=_number(data["width"], _LEAST_WIDTH, _MOST_WIDTH, where), **more,
    )  # fmt: skip


def _points_of(kind: type[Mark]) -> tuple[int, int]:
    if kind is Freehand:
        return 1, MAX_POINTS
    return (2, 2) if kind is Arrow or kind in RECTANGLES else (1, 1)


def _rect(raw: object, reach: float, where: str) -> Rect:
    values = _list(raw, where, 4)
    if len(values) != 4:
        raise _WrongError(where)
    left, top, right, bottom = (_number(value, -reach, reach, where) for value in values)
    if left > right or top > bottom:
        raise _WrongError(where)
    return left, top, right, bottom


def _object(raw: object, where: str, keys: frozenset[str]) -> Mapping[str, Any]:
    if not isinstance(raw, Mapping) or set(raw) != keys:
        raise _WrongError(where)
    return raw


def _list(raw: object, where: str, most: int) -> list[Any]:
    if not isinstance(raw, list) or len(raw) > most:
        raise _WrongError(where)
    return raw


def _whole(raw: object, least: int, most: int, where: str) -> int:
    if type(raw) is not int or not least <= raw <= most:
        raise _WrongError(where)
    return raw


def _number(raw: object, least: float, most: float, where: str) -> float:
    # bool is an int to Python, and JSON as Python reads it knows NaN and Infinity.
    if type(raw) not in (int, float) or not isinstance(raw, int | float):
        raise _WrongError(where)
    try:
        value = float(raw)
    except OverflowError as error:
        raise _WrongError(where) from error
    if not math.isfinite(value) or not least <= value <= most:
        raise _WrongError(where)
    return value


def _is_unicode(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
