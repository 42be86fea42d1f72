"""The sheet of printed codes: every code on it is read back from its pixels."""

from __future__ import annotations

import numpy as np
import pypdfium2

from desktop.packets.sheets.desk_codes import CodeLine, paint_desk_codes
from models.kinds import PacketLanguage, Paper
from tests.conftest import NOW
from tests.desktop.packets.bars import read_code128
from ui.receiving.code_sheet import code_words


def test_every_printed_code_can_be_scanned() -> None:
    lines = [CodeLine(code.value, words) for code, words in code_words()]
    made = paint_desk_codes("收件台条码", "先扫包裹", lines, Paper.A4, PacketLanguage.ZH, NOW)
    assert (made.pages, made.missing_glyphs) == (1, ())
    with pypdfium2.PdfDocument(made.content) as pdf:
        page = np.array(pdf[0].render(scale=200 / 72).to_pil().convert("L"))
    half, found = page.shape[1] // 2, []
    rows = -(-len(lines) // 2)
    # Below the head the codes stand in rows of one height, two side by side.
    top, bottom = round(page.shape[0] * 0.13), round(page.shape[0] * 0.955)
    high = (bottom - top) / rows
    for place, each in enumerate(lines):
        first = top + place // 2 * high
        part = page[round(first) : round(first + high), place % 2 * half : (place % 2 + 1) * half]
        found.append(read_code128(part) == each.code)
    assert all(found), [each.code for each, ok in zip(lines, found, strict=True) if not ok]
