"""The window's part of `self-check`, run offscreen in a process of its own: icons, fonts and both languages."""

from __future__ import annotations

import json
import os

from PySide6.QtCore import qVersion

from desktop.platform.resources import resource
from ui import i18n
from ui.fonts import register_bundled
from ui.icons import pixmap
from ui.preparation import make_application

_ROOM, _TEXT = "errors", "The disk is full."


def check_window() -> int:
    """Prints one line of JSON about what was loaded; 1 and a sentence when something is missing."""
    app = make_application(guard=False)
    names = sorted(file.stem for file in resource("icons").glob("*.svg"))
    empty = [name for name in names if not _is_drawn(name)]
    said = {}
    for language in ("zh", "en"):
        i18n.install(language, resource("translations"), None)
        said[language] = i18n.translator(_ROOM)(_TEXT)
    fonts = register_bundled(resource("fonts"))
    app.processEvents()
    if empty or not names or not fonts or said["zh"] == said["en"]:
        os.write(2, f"icons not drawn: {empty[:5]}; fonts: {len(fonts)}; translated: {said}\n".encode())
        return 1
    found = {"qt": qVersion(), "icons": len(names), "languages": sorted(said), "fonts": len(fonts)}
    # By number: a window program has no sys.stdout on Windows, pipes or not.
    os.write(1, json.dumps(found).encode() + b"\n")
    return 0


def _is_drawn(name: str) -> bool:
    image = pixmap(name, "text", 24).toImage()
    return any(image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height()))
