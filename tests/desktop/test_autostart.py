"""Start with the system: what is written starts this program whatever its path, and ending takes away just that."""

from __future__ import annotations

import plistlib
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.platform.autostart import Autostart, FileEntry, RunEntry, entry_for, start_command
from desktop.platform.session_lock import session_unlocked

PATHS = ["/opt/after case/main.py", '/x/"quoted" `a` $HOME \\ 100%.py', "/家/回访.py", "/a\nb"]


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


def test_the_program_starts_hidden_frozen_or_not(monkeypatch: pytest.MonkeyPatch) -> None:
    assert start_command()[1].endswith("main.py")
    assert start_command()[-1] == "--hidden"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert start_command(Path("/data")) == [sys.executable, "--data", "/data", "--hidden"]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there the system tells")
def test_what_is_not_known_counts_as_locked() -> None:
    assert session_unlocked() is False
