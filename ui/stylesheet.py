"""The one stylesheet, filled from a theme: what Qt's own widgets look like."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTemporaryDir

from desktop.platform.resources import resource
from ui import icons
from ui.theme import Theme

_MARKS = {
    "tick": ("check", "on_accent", 12),
    "dash": ("minus", "on_accent", 12),
    "down": ("chevron-down", "text2", 16),
    "up": ("chevron-up", "text2", 16),
    "sort_up": ("arrow-up", "text", 12),
    "sort_down": ("arrow-down", "text", 12),
    "close": ("x", "text3", 12),
    "left": ("chevron-left", "text2", 16),
    "right": ("chevron-right", "text2", 16),
}
_SHEET = resource("window.qss")
_folders: list[QTemporaryDir] = []


def _mark_files(theme: Theme) -> dict[str, str]:
    """A stylesheet can only name picture files: write the few it needs in the theme's colours."""
    if not _folders:
        _folders.append(QTemporaryDir())
    folder = Path(_folders[0].path())
    paths = {}
    for mark, (name, token, size) in _MARKS.items():
        file = folder / f"{mark}-{theme.name}.svg"
        if not file.exists():
            file.write_bytes(icons.svg(name, theme.hex(token), size))
        paths[mark] = file.as_posix()
    return paths


def stylesheet(theme: Theme) -> str:
    """The stylesheet of a theme."""
    values = {f"@{name}@": theme.hex(name) for name in _tokens(theme)}
    values |= {f"@img:{name}@": path for name, path in _mark_files(theme).items()}
    thumb = theme.colour("control")
    values["@thumb@"] = f"rgba({thumb.red()},{thumb.green()},{thumb.blue()},153)"
    text = _SHEET.read_text(encoding="utf-8")
    for key, value in values.items():
        text = text.replace(key, value)
    return text


def _tokens(theme: Theme) -> list[str]:
    from ui.theme import STATES, colour_fields

    states = [f"{state}{part}" for state in STATES for part in ("", ".soft", ".solid")]
    return [*colour_fields(), *states]
