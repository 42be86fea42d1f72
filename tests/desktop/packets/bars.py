"""Reads Code 128 from the pixels of a page, by the table of ISO/IEC 15417: nothing of the writer is trusted."""

from __future__ import annotations

from itertools import groupby
from typing import Any

_WIDTHS = [
    "212222",
    "222122",
    "222221",
    "121223",
    "121322",
    "131222",
    "122213",
    "122312",
    "132212",
    "221213",
    "221312",
    "231212",
    "112232",
    "122132",
    "122231",
    "113222",
    "123122",
    "123221",
    "223211",
    "221132",
    "221231",
    "213212",
    "223112",
    "312131",
    "311222",
    "321122",
    "321221",
    "312212",
    "322112",
    "322211",
    "212123",
    "212321",
    "232121",
    "111323",
    "131123",
    "131321",
    "112313",
    "132113",
    "132311",
    "211313",
    "231113",
    "231311",
    "112133",
    "112331",
    "132131",
    "113123",
    "113321",
    "133121",
    "313121",
    "211331",
    "231131",
    "213113",
    "213311",
    "213131",
    "311123",
    "311321",
    "331121",
    "312113",
    "312311",
    "332111",
    "314111",
    "221411",
    "431111",
    "111224",
    "111422",
    "121124",
    "121421",
    "141122",
    "141221",
    "112214",
    "112412",
    "122114",
    "122411",
    "142112",
    "142211",
    "241211",
    "221114",
    "413111",
    "241112",
    "134111",
    "111242",
    "121142",
    "121241",
    "114212",
    "124112",
    "124211",
    "411212",
    "421112",
    "421211",
    "212141",
    "214121",
    "412121",
    "111143",
    "111341",
    "131141",
    "114113",
    "114311",
    "411113",
    "411311",
    "113141",
    "114131",
    "311141",
    "411131",
    "211412",
    "211214",
    "211232",
]
_VALUES = {widths: value for value, widths in enumerate(_WIDTHS)}
_STOP = "2331112"
_B, _C, _START_B, _START_C = 100, 99, 104, 105
_QUIET = 9


def read_code128(picture: Any) -> str:
    """The text of the first bars found in a grey picture (rows of 0 to 255); empty for none or a wrong check."""
    for row in picture[:: max(1, picture.shape[0] // 400)]:
        runs = [(dark, len(list(group))) for dark, group in groupby(bool(value < 128) for value in row)]
        for place, (dark, _) in enumerate(runs):
            if dark and place and (found := _read(runs[place:], runs[place - 1][1])):
                return found
    return ""


def _read(runs: list[tuple[bool, int]], quiet: int) -> str:
    """The text of bars that begin with these runs of dark and light pixels; empty when they are none."""
    values: list[int] = []
    lengths = [length for _, length in runs]
    while len(lengths) >= 7:
        module = sum(lengths[:6]) / 11
        if not values and quiet < _QUIET * module:
            return ""
        widths = "".join(str(round(length / module)) for length in lengths[:6])
        stop_module = sum(lengths[:7]) / 13
        if values and "".join(str(round(length / stop_module)) for length in lengths[:7]) == _STOP:
            return _text(values)
        if widths not in _VALUES or (not values and _VALUES[widths] not in (_START_B, _START_C)):
            return ""
        values.append(_VALUES[widths])
        lengths = lengths[6:]
    return ""


def _text(values: list[int]) -> str:
    *body, check = values
    if (body[0] + sum(place * value for place, value in enumerate(body))) % 103 != check:
        return ""
    code_set, said = body[0], ""
    for value in body[1:]:
        if value in (_B, _C) and code_set in (_START_B, _START_C) and not (code_set == _START_C and value < _C):
            if code_set == _START_B and value == _C:
                code_set = _START_C
                continue
            if code_set == _START_C and value == _B:
                code_set = _START_B
                continue
        said += f"{value:02d}" if code_set == _START_C else chr(value + 32)
    return said
