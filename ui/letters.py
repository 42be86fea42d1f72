"""Letters: whether single ones are commands in lists, and the pinyin initials by which Chinese words are found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from models.rules.pinyin import initials

if TYPE_CHECKING:
    from ui.background import Background

_on: list[bool] = [True]


def letters_on() -> bool:
    """Whether a letter alone does something while a list has the focus."""
    return _on[0]


def set_letters(on: bool) -> None:
    """Turn single letters on or off, in all lists at once."""
    _on[0] = on


class Letters:
    """The initials of a text, one per character; none before their table is loaded, in another thread."""

    def __init__(self, ctx: Any, background: Background) -> None:
        self._ctx, self._background = ctx, background
        self._asked = self._ready = False

    def __call__(self, text: str) -> str:
        if not self._asked:
            self._asked = True
            self._background.run(self._ctx.jobs.io(lambda: initials("初")), self._loaded, quiet=True)
        return "".join(initials(each)[:1] or each for each in text) if self._ready else ""

    def _loaded(self, found: str) -> None:
        self._ready = True
