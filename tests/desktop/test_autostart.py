"""Start with the system: what is written starts this program whatever its path, and ending takes away just that."""

from __future__ import annotations

import ctypes
import plistlib
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from desktop.platform import session_lock
from desktop.platform.autostart import Autostart, FileEntry, RunEntry, entry_for, start_command
from desktop.platform.session_lock import session_unlocked
from models.errors import EnvironmentFault

PATHS = ["/opt/after case/main.py", '/x/"quoted" `a` $HOME \\ 100%.py', "/家/回访.py", "/a\nb"]


class Registry:
    """As much of `winreg` as is used, by its documentation: not tried on Windows."""

    HKEY_CURRENT_USER, REG_SZ, KEY_SET_VALUE = "HKCU", 1, 2

    def __init__(self) -> None:
        self.values: dict[str, tuple[str, int]] = {}
        self.path = ""

    def OpenKey(self, root: str, path: str, reserved: int = 0, access: int = 0) -> Registry:
        if not self.path:
            raise FileNotFoundError(path)
        return self

    def CreateKey(self, root: str, path: str) -> Registry:
        self.path = f"{root}\\{path}"
        return self

    def __enter__(self) -> Registry:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing to close."""

    def QueryValueEx(self, key: object, name: str) -> tuple[str, int]:
        if name not in self.values:
            raise FileNotFoundError(name)
        return self.values[name]

    def SetValueEx(self, key: object, name: str, reserved: int, kind: int, value: str) -> None:
        self.values[name] = (value, kind)

    def DeleteValue(self, key: object, name: str) -> None:
        del self.values[name]


def exec_words(text: str) -> list[str]:
    """The arguments of Exec as the Desktop Entry Specification has them read: string escapes, then quotes, then %%."""
    value = next(line for line in text.splitlines() if line.startswith("Exec="))[5:]
    for escape, meant in (("\\\\", "\0"), ("\\n", "\n"), ("\\r", "\r")):
        value = value.replace(escape, meant)
    value = value.replace("\0", "\\")
    words, word, place = [], "", 0
    while place < len(value):
        assert value[place] == '"'
        place, word = place + 1, ""
        while value[place] != '"':
            place += value[place] == "\\"
            word += value[place]
            place += 1
        words.append(word.replace("%%", "%"))
        place += 2
    return words


@pytest.mark.parametrize("path", PATHS)
def test_a_path_of_any_letters_is_started_as_it_is(path: str, tmp_path: Path) -> None:
    command = ["/usr/bin/python 3", path, "--data", path, "--hidden"]
    linux = entry_for(command, "linux", tmp_path)
    assert exec_words(linux.wanted()) == command
    mac = entry_for(command, "darwin", tmp_path)
    assert isinstance(mac, FileEntry)
    assert plistlib.loads(mac.content)["ProgramArguments"] == command
    windows = entry_for(command, "win32", tmp_path)
    assert isinstance(windows, RunEntry)
    assert windows.command == subprocess.list2cmdline(command)


@pytest.mark.parametrize("system", ["linux", "darwin"])
def test_it_is_turned_on_and_off_and_shown_as_it_is(system: str, tmp_path: Path) -> None:
    mine, other = Autostart(None, system=system, home=tmp_path), Autostart(tmp_path, system=system, home=tmp_path)
    mine.turn(on=False)
    assert not mine.is_on()
    mine.turn(on=True)
    assert mine.is_on()
    assert other.is_others()
    other.turn(on=False)
    assert mine.is_on()
    mine.turn(on=False)
    assert not mine.is_on()
    assert not mine.is_others()
    assert [each for each in tmp_path.rglob("*") if each.is_file()] == []


def test_windows_keeps_one_value_and_none_too_long_to_be_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    registry = Registry()
    monkeypatch.setitem(sys.modules, "winreg", registry)
    mine = Autostart(tmp_path, system="win32")
    assert not mine.is_on()
    mine.turn(on=True)
    assert mine.is_on()
    assert registry.path == r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run"
    assert registry.values == {"Aftercase": (subprocess.list2cmdline(start_command(tmp_path)), Registry.REG_SZ)}
    mine.turn(on=False)
    mine.turn(on=False)
    assert registry.values == {}
    with pytest.raises(EnvironmentFault) as caught:
        Autostart(tmp_path / ("长" * 260), system="win32").turn(on=True)
    assert caught.value.code == "autostart_too_long"
    assert registry.values == {}


def test_a_path_that_no_entry_holds_is_refused_and_one_of_strange_bytes_is_kept(tmp_path: Path) -> None:
    strange = Autostart(tmp_path / "a\udce9b", system="linux", home=tmp_path)
    strange.turn(on=True)
    assert strange.is_on()
    control = Autostart(tmp_path / "a\x01b", system="darwin", home=tmp_path)
    assert not control.is_on()
    with pytest.raises(EnvironmentFault):
        control.turn(on=True)
    assert not control.is_on()


def test_the_program_starts_hidden_frozen_or_not(monkeypatch: pytest.MonkeyPatch) -> None:
    assert start_command()[1].endswith("main.py")
    assert start_command()[-1] == "--hidden"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert start_command(Path("/data")) == [sys.executable, "--data", "/data", "--hidden"]


class Framework:
    """CoreFoundation and CoreGraphics by their documentation: not tried on macOS. It counts what is not released."""

    def __init__(self, session: dict[bytes, object] | None) -> None:
        self.held = 0
        things: dict[int, object] = {}

        def make(thing: object) -> int:
            self.held += 1
            things[len(things) + 1] = thing
            return len(things)

        def value_of(owner: int, key: int) -> int:
            found = things[owner].get(things[key])  # type: ignore[attr-defined]
            if found is not None:
                things[-len(things) - 1] = found
            return 0 if found is None else -len(things)

        def release(thing: int) -> None:
            assert thing > 0, "the value belongs to the dictionary"
            self.held -= 1

        calls: dict[str, Callable[..., object]] = {
            "CGSessionCopyCurrentDictionary": lambda: 0 if session is None else make(session),
            "CFStringCreateWithCString": lambda _, name, __: make(name), "CFDictionaryGetValue": value_of,
            "CFBooleanGetTypeID": lambda: 21, "CFGetTypeID": lambda key: 21 if type(things[key]) is bool else 22,
            "CFBooleanGetValue": lambda key: things[key] is True, "CFRelease": release,
        }  # fmt: skip
        for name, call in calls.items():
            # A function takes restype and argtypes as ctypes sets them.
            setattr(self, name, partial(call))


CONSOLE, LOCKED = b"kCGSSessionOnConsoleKey", b"CGSSessionScreenIsLocked"


@pytest.mark.parametrize(
    ("session", "unlocked"),
    [({CONSOLE: True}, True), ({CONSOLE: True, LOCKED: False}, True), ({CONSOLE: True, LOCKED: True}, False),
     ({CONSOLE: True, LOCKED: 1}, False), ({CONSOLE: False}, False), ({CONSOLE: 1}, False), ({}, False), (None, False)],
)  # fmt: skip
def test_on_macos_what_is_said_in_another_way_counts_as_locked(
    monkeypatch: pytest.MonkeyPatch, session: dict[bytes, object] | None, unlocked: bool
) -> None:
    framework = Framework(session)
    monkeypatch.setattr(ctypes, "CDLL", lambda name: framework)
    assert session_lock._mac() is unlocked
    assert framework.held == 0


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there the system tells")
def test_what_is_not_known_counts_as_locked() -> None:
    assert session_unlocked() is False
