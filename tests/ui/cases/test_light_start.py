"""The window with Cases stands before what it does not need yet is loaded: the rules, the importers, the packets."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

# Each brings a tenth of the time a start may take, or more, with what it imports.
LATER = (
    "models.rules.conclusion", "models.rules.pack_parts", "models.rules.evaluator", "desktop.importers",
    "desktop.services.resolutions", "desktop.services.packs", "desktop.services.rules", "desktop.services.packets",
    "desktop.services.orders", "rule_engine", "pypinyin", "holidays", "reportlab", "openpyxl",
    "PySide6.QtPrintSupport", "ui.cases.new_case_dialog",
)  # fmt: skip
SCRIPT = """
import sys
import desktop.bootstrap, ui.application, ui.pages, ui.cases.page
print(",".join(name for name in sys.argv[1:] if name in sys.modules))
"""


def test_the_modules_of_the_first_page_bring_nothing_that_can_wait() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *LATER], check=True, capture_output=True, text=True,
        cwd=Path(__file__).resolve().parents[3],
    )  # fmt: skip
    assert done.stdout.strip() == ""
