"""A canvas on which nothing is painted: pages are laid out on it only to learn their numbers."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any


class Sketch:
    """Takes everything a canvas takes and counts the pages. Nothing is kept, no picture is embedded."""

    is_sketch = True

    def __init__(self, _out: object, **settings: Any) -> None:
        self._page = 1
        self._pagesize = settings.get("pagesize")
        self._doc = SimpleNamespace(info=None)

    def getPageNumber(self) -> int:
        """The page being laid out, from 1."""
        return self._page

    def showPage(self) -> None:
        """Begin the next page."""
        self._page += 1

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return _nothing


def _nothing(*_given: object, **_named: object) -> None:
    """What painting comes to on this canvas."""
