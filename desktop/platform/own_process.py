"""How the program starts itself as another process: frozen as its own file, otherwise Python with main.py."""

from __future__ import annotations

import sys
from pathlib import Path

# A console program started by a windowed one would open a console on Windows.
NO_CONSOLE_WINDOW = 0x08000000 if sys.platform == "win32" else 0
# Behind the window, which must answer while a thousand photos are looked at. Elsewhere a process lowers itself.
BELOW_NORMAL_PRIORITY = 0x00004000 if sys.platform == "win32" else 0


def own_command(*arguments: str) -> list[str]:
    """The command line that runs this very program with the arguments."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    return [sys.executable, str(Path(__file__).resolve().parents[2] / "main.py"), *arguments]
