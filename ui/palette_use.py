"""The palette of a window: what was used last, the shop's lines, and the initials by which Chinese words are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.command_palette import CommandPalette
from ui.frame_commands import palette_entries
from ui.letters import letters_of

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_RECENT, _REMEMBERED = "palette.recent", 20


def make_palette(window: MainWindow) -> CommandPalette:
    """The palette over a window's commands and hooks; what is chosen is remembered in its data folder."""
    settings = window.ctx.settings

    def recent() -> list[str]:
        return [str(name) for name in settings.get(_RECENT, [])]

    def used(name: str) -> None:
        settings.set(_RECENT, [name, *(each for each in recent() if each != name)][:_REMEMBERED])

    palette = CommandPalette(
        window, lambda: palette_entries(window), window.hooks.search, recent=recent, recall=window.hooks.recall,
        letters=letters_of,
    )  # fmt: skip
    palette.used.connect(used)
    return palette
