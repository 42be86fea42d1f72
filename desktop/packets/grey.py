"""A finished PDF without colour in its own drawing, for receivers who take no highlighting; pictures keep theirs."""

from __future__ import annotations

from io import BytesIO
from typing import Final

import pikepdf

from desktop.packets.saving import saved

# How bright each of red, green and blue is to the eye (ITU-R BT.601).
_WEIGHTS: Final = (0.299, 0.587, 0.114)
_GREY: Final = {"rg": "g", "RG": "G"}


def greyed(content: bytes) -> bytes:
    """The same pages with every colour of text, lines and areas as the grey that is as bright."""
    with pikepdf.open(BytesIO(content)) as pdf:
        for page in pdf.pages:
            marks = [_grey(mark) for mark in pikepdf.parse_content_stream(page)]
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(marks))
        return saved(pdf)


def _grey(
    mark: pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage,
) -> pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage:
    name = _GREY.get(str(mark.operator))
    if name is None:
        return mark
    bright = sum(float(part) * weight for part, weight in zip(mark.operands, _WEIGHTS, strict=True))
    return pikepdf.ContentStreamInstruction([round(bright, 4)], pikepdf.Operator(name))
