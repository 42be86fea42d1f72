"""A process like the program's: says on one line when the window stood, its list painted, and what was loaded by then.

`python start_probe.py PAGE DIR SECONDS`, the last being the time (as time.time() tells) just before the process began.
"""

from __future__ import annotations

import gc
import sys
import time
from pathlib import Path

# As main.py does.
gc.disable()
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

LATER = ("reportlab", "pikepdf", "rule_engine", "icalendar", "holidays", "openpyxl", "python_calamine")
LATER += ("PIL", "cv2", "numpy", "pypdfium2", "pi_heif", "pyhanko", "cryptography", "asn1crypto")


def main(word: str, folder: str, began: float) -> str:
    """Seconds until the window was shown, seconds until usable, processor seconds, modules loaded too early."""
    from desktop.cli import parse

    options = parse(["--data", folder])
    from desktop.bootstrap import build
    from ui import program
    from ui.application import run_window
    from ui.pages import page_entries

    assert callable(run_window)
    ctx = build(options.root)
    app = program.application(ctx)
    entries = page_entries
    opened = program.Program(app, ctx, lambda: sorted(entries(), key=lambda entry: entry.word != word))
    opened.show()
    app.processEvents()
    shown = time.time() - began
    page, background = opened.window.page(word), opened.window.background
    model = page.pane.model if word == "cases" else None
    while not model.ever_loaded if model is not None else background.pending():
        app.processEvents()
        # Asleep in between as the program is, or the threads waited for go without the interpreter.
        time.sleep(0.0005)
    early = [name for name in LATER if name in sys.modules]
    page.repaint()
    app.processEvents()
    usable, cpu = time.time() - began, time.process_time()
    opened.close()
    ctx.close()
    return f"{shown:.3f} {usable:.3f} {cpu:.3f} {','.join(early) or '-'}"


if __name__ == "__main__":
    sys.stdout.write(main(sys.argv[1], sys.argv[2], float(sys.argv[3])) + "\n")
