"""What the decoder says of overlaps and cuts, believed only where it can be true: it opened a buyer's file."""

from __future__ import annotations

import json
from typing import Any

from desktop.services.stitch_plans import Seam, SeamState, StripPart
from models.rules.page_cuts import CutKind, Gap, PageCut

_MOST_LOWERS = 24
_MOST_FITS = 64
_MOST_ROWS = 40_000


class BadAnswerError(Exception):
    """The answer is not what was asked for."""


def seams_from(data: bytes, upper: StripPart, lowers: list[StripPart]) -> list[tuple[Seam, int] | None]:
    """For each lower one its seam with the rows of content that agree; None where both are one picture."""
    listed = _json(data)
    if not isinstance(listed, list) or len(listed) != len(lowers) or len(listed) > _MOST_LOWERS:
        raise BadAnswerError
    return [_seam(each, upper, lower) for each, lower in zip(listed, lowers, strict=True)]


def cuts_from(data: bytes, height: int, page: int) -> tuple[tuple[PageCut, ...], tuple[Gap, ...], tuple[Gap, ...]]:
    """The cuts of a picture of that height, and the rows between messages and between lines."""
    said = _json(data)
    if not isinstance(said, dict):
        raise BadAnswerError
    gaps, inner = _gaps(said.get("gaps"), height), _gaps(said.get("inner"), height)
    listed = said.get("cuts")
    if not isinstance(listed, list) or len(listed) > height:
        raise BadAnswerError
    cuts = []
    top = 0
    for each in listed:
        if not isinstance(each, list) or len(each) != 2 or each[1] not in tuple(CutKind):
            raise BadAnswerError
        row = _number(each[0], top + 1, min(top + page, height - 1))
        cuts.append(PageCut(row, CutKind(each[1])))
        top = row
    if height - top > page:
        raise BadAnswerError
    return tuple(cuts), gaps, inner


def _seam(said: object, upper: StripPart, lower: StripPart) -> tuple[Seam, int] | None:
    if not isinstance(said, dict):
        raise BadAnswerError
    if said.get("state") == "same":
        return None
    try:
        state = SeamState(said.get("state", ""))
    except ValueError as error:
        raise BadAnswerError from error
    least = min(upper.height, lower.height)
    head = _number(said.get("head"), 0, least - 1)
    foot = _number(said.get("foot"), 0, least - 1 - head)
    fits = said.get("fits")
    if not isinstance(fits, list) or len(fits) > _MOST_FITS or not all(isinstance(fit, dict) for fit in fits):
        raise BadAnswerError
    rows = [_number(fit.get("rows"), 1, least - head - foot) for fit in fits]
    weights = [_number(fit.get("weight"), 0, least) for fit in fits]
    if not rows:
        unfit = state if state in (SeamState.NONE, SeamState.WIDTH) else SeamState.NONE
        return Seam(unfit, head, foot), 0
    if state not in (SeamState.SURE, SeamState.LOOK, SeamState.AMBIGUOUS):
        raise BadAnswerError
    quiet = _number(said.get("quiet"), 0, rows[0])
    return Seam(state, head, foot, rows[0], quiet, tuple(rows[1:6])), weights[0]


def _gaps(listed: object, height: int) -> tuple[Gap, ...]:
    if not isinstance(listed, list) or len(listed) > _MOST_ROWS:
        raise BadAnswerError
    gaps = []
    top = 0
    for each in listed:
        if not isinstance(each, list) or len(each) != 2:
            raise BadAnswerError
        first = _number(each[0], top, height - 1)
        top = _number(each[1], first, height - 1)
        gaps.append((first, top))
    return tuple(gaps)


def _number(value: object, least: int, most: int) -> int:
    if type(value) is not int or not least <= value <= most:
        raise BadAnswerError
    return value


def _json(data: bytes) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise BadAnswerError from error
