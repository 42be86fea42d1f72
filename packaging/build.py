"""Builds the program for this system into dist/aftercase and lets it check itself: `python packaging/build.py`.

Exit status 0 only if the frozen program's own check says that all is well.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "dist" / "aftercase" / ("aftercase.exe" if sys.platform == "win32" else "aftercase")
_CHECK_SECONDS = 180


def main() -> int:
    started = time.monotonic()
    _run([sys.executable, "packaging/update_translations.py", "--compile", "build/translations"])
    shutil.rmtree(ROOT / "dist" / "aftercase", ignore_errors=True)
    _run([sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "packaging/aftercase.spec"])
    size = sum(file.stat().st_size for file in PROGRAM.parent.rglob("*") if file.is_file() and not file.is_symlink())
    _say(f"built {PROGRAM.parent} in {time.monotonic() - started:.0f} s: {size / 1e6:.0f} MB")
    return check()


def check() -> int:
    """Run the frozen program's self-check away from the sources, so that nothing of them can help it."""
    started = time.monotonic()
    done = subprocess.run([str(PROGRAM), "self-check"], cwd=PROGRAM.parent, timeout=_CHECK_SECONDS, check=False)
    _say(f"self-check of the frozen program: status {done.returncode} after {time.monotonic() - started:.1f} s")
    return done.returncode


def _run(command: list[str]) -> None:
    subprocess.run(command, cwd=ROOT, check=True)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(check() if sys.argv[1:] == ["--check"] else main())
