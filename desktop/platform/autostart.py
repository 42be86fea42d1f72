"""Start with the system: one entry of this program, per user, written and taken away again, and shown as it truly is.

Windows: a value under HKCU Run. macOS: a property list in LaunchAgents. Elsewhere: a .desktop file in autostart.
The Linux entry is tried; those of Windows and macOS are written from their documentation.
"""

from __future__ import annotations

import errno
import os
import plistlib
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol

from models.errors import EnvironmentFault
from models.store import fsops

_LABEL: Final = "app.aftercase"
_RUN: Final = r"Software\Microsoft\Windows\CurrentVersion\Run"
_NAME: Final = "Aftercase"
# "A command line no longer than 260 characters" (Microsoft, Run and RunOnce registry keys).
_LONGEST_RUN: Final = 260
# Characters that a quoted argument of a .desktop file escapes (Desktop Entry Specification, "The Exec key").
_QUOTED: Final = '"`$\\'


class Entry(Protocol):
    """The one place where a system keeps what it starts."""

    def read(self) -> str | None:
        """What stands there; None for nothing."""

    def write(self) -> None:
        """Put this program there. OSError if the system refuses, EnvironmentFault `autostart_too_long`."""

    def remove(self) -> None:
        """Take away what `write` put there, nothing else."""

    def wanted(self) -> str:
        """What `write` puts there."""


def start_command(data: Path | None = None) -> list[str]:
    """How this very program is started hidden: the frozen one by itself, else Python with main.py."""
    if getattr(sys, "frozen", False):
        command = [sys.executable]
    else:
        python = Path(sys.executable)
        # Without a window of its own where there is such a Python.
        windowless = python.with_name("pythonw.exe")
        command = [str(windowless if windowless.is_file() else python), str(_main())]
    return [*command, *(["--data", str(data)] if data is not None else []), "--hidden"]


def _main() -> Path:
    return Path(__file__).resolve().parents[2] / "main.py"


@dataclass(frozen=True, slots=True)
class FileEntry:
    """A file of our own in a folder the system looks through at login."""

    path: Path
    content: bytes

    def read(self) -> str | None:
        try:
            return self.path.read_bytes().decode("utf-8", "surrogateescape")
        except OSError:
            return None

    def write(self) -> None:
        if not self.content:
            raise OSError(errno.EINVAL, "a path that cannot be written there")
        self.path.parent.mkdir(parents=True, exist_ok=True)
        fsops.write_whole(self.path, self.content)

    def remove(self) -> None:
        self.path.unlink(missing_ok=True)

    def wanted(self) -> str:
        return self.content.decode("utf-8", "surrogateescape")


@dataclass(frozen=True, slots=True)
class RunEntry:
    """A value of the registry."""

    command: str

    def read(self) -> str | None:
        registry: Any = __import__("winreg")
        try:
            with registry.OpenKey(registry.HKEY_CURRENT_USER, _RUN) as key:
                return str(registry.QueryValueEx(key, _NAME)[0])
        except OSError:
            return None

    def write(self) -> None:
        if len(self.command) > _LONGEST_RUN:
            # Windows would keep it, and start nothing.
            raise EnvironmentFault("autostart_too_long", limit=_LONGEST_RUN)
        registry: Any = __import__("winreg")
        with registry.CreateKey(registry.HKEY_CURRENT_USER, _RUN) as key:
            registry.SetValueEx(key, _NAME, 0, registry.REG_SZ, self.command)

    def remove(self) -> None:
        registry: Any = __import__("winreg")
        with (
            suppress(FileNotFoundError),
            registry.OpenKey(registry.HKEY_CURRENT_USER, _RUN, 0, registry.KEY_SET_VALUE) as key,
        ):
            registry.DeleteValue(key, _NAME)

    def wanted(self) -> str:
        return self.command


def entry_for(command: Sequence[str], system: str = sys.platform, home: Path | None = None) -> Entry:
    """The entry of a system for a command."""
    chosen = os.environ.get("XDG_CONFIG_HOME", "") if home is None else ""
    home = home if home is not None else Path.home()
    if system == "win32":
        return RunEntry(subprocess.list2cmdline(command))
    if system == "darwin":
        values = {
            "Label": _LABEL, "ProgramArguments": list(command), "RunAtLoad": True, "ProcessType": "Interactive",
        }  # fmt: skip
        try:
            content = plistlib.dumps(values)
        except ValueError:
            # A path with control characters, which no property list holds: nothing is there, and `turn` refuses.
            content = b""
        return FileEntry(home / "Library/LaunchAgents" / f"{_LABEL}.plist", content)
    # A relative one is to be taken no notice of (XDG Base Directory Specification).
    folder = Path(chosen) if chosen and Path(chosen).is_absolute() else home / ".config"
    content = _desktop_entry(command).encode("utf-8", "surrogateescape")
    return FileEntry(folder / "autostart" / "aftercase.desktop", content)


def _desktop_entry(command: Sequence[str]) -> str:
    return (
        "[Desktop Entry]\nType=Application\nVersion=1.0\nName=Aftercase\n"
        f"Exec={' '.join(_exec_word(word) for word in command)}\nTerminal=false\nX-GNOME-Autostart-enabled=true\n"
    )


def _exec_word(word: str) -> str:
    """One argument of Exec: quoted, with what a quoted one escapes, as a string value of the file escapes it again."""
    quoted = "".join(f"\\{each}" if each in _QUOTED else each for each in word).replace("%", "%%")
    return ('"' + quoted + '"').replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")


class Autostart:
    """Start with the system, of one data folder."""

    def __init__(self, data: Path | None, *, system: str = sys.platform, home: Path | None = None) -> None:
        self._entry = entry_for(start_command(data), system, home)

    def is_on(self) -> bool:
        """Whether the system starts this very program: an entry of another copy, or one somebody changed, is not it."""
        return self._entry.read() == self._entry.wanted()

    def is_others(self) -> bool:
        """Whether an entry of that name starts something else, as another copy or another data folder."""
        return self._entry.read() not in (None, self._entry.wanted())

    def turn(self, on: bool) -> None:
        """Begin or end it. Ending takes away exactly what beginning wrote. EnvironmentFault `autostart_refused`, or
        `autostart_too_long` for a command that Windows would not start."""
        try:
            if on:
                self._entry.write()
            elif self.is_on():
                self._entry.remove()
        except OSError as error:
            raise EnvironmentFault("autostart_refused", reason=error.errno or 0) from error
