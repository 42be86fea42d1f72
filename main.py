"""Reads the command line, builds the program, and opens the window or runs a command."""

from __future__ import annotations

import gc
import sys


def main(arguments: list[str]) -> int:
    """The exit status: 0 done, 1 something does not hold or cannot be done, 2 wrong arguments."""
    if arguments[:1] == ["--decoder-worker"]:
        # Before anything else: this process opens buyers' files and must hold nothing but the decoder.
        from desktop.decoder.worker import main as serve

        serve()
        return 0
    if arguments[:1] == ["--draw-evidence"]:
        # Draws the sample shop's evidence, so that the window's process need not.
        from desktop.demo.artist_worker import main as draw

        return draw()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if arguments[:1] == ["--self-check-window"]:
        from ui.self_check import check_window

        return check_window()
    # Most of the objects made before the window stands are never let go: looking through them for unused ones again and
    # again takes a tenth of a second. `program.set_apart` begins it once the window stands.
    gc.disable()
    from desktop.cli import parse, run_command

    options = parse(arguments)
    if options.command != "window":
        gc.enable()
    if options.command not in ("window", "screenshots"):
        return run_command(options)
    try:
        from ui.application import run_screenshots, run_window
    except ImportError as error:
        if "lib" not in str(error):
            raise
        print(
            f"The window cannot start: {error}.\nOn Debian or Ubuntu: apt-get install libegl1 libgl1 libglib2.0-0"
            " libdbus-1-3 libfontconfig1 libfreetype6 libxkbcommon0 libx11-6",
            file=sys.stderr,
        )
        return 1
    return run_screenshots(options) if options.command == "screenshots" else run_window(options)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
