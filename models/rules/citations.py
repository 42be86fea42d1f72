"""Where in a law or rule something stands, said in the reader's language."""

from __future__ import annotations

import re

_ARTICLE = re.compile(r"第([\d、,\- ]+)条")
_PART = re.compile(r"第(\d+)[款项]")


def locator_in(locator: str, language: str) -> str:
    """`第56条第1款第8项` as `art. 56(1)(8)` for readers of English; what is no article stays as it is."""
    if language.startswith("zh"):
        return locator
    spoken = _ARTICLE.sub(lambda found: f"art. {found[1].replace('、', ', ').strip()}", locator)
    return _PART.sub(r"(\1)", spoken).replace("；", "; ")
