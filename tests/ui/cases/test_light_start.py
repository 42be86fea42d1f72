"""The window with Cases or Today stands before what it does not need yet is loaded: the rules, the importers, the packets."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

# Each brings a tenth of the time a start may take, or more, with what it imports.
LATER = (
    "models.rules.conclusion", "models.rules.pack_parts", "models.rules.evaluator", "desktop.importers",
    "desktop.services.resolutions", "desktop.services.packs", "desktop.services.rules", "desktop.services.packets",
    "desktop.services.orders", "rule_engine", "pypinyin", "holidays", "reportlab", "openpyxl",
    "PySide6.QtPrintSupport", "ui.cases.new_case_dialog", "desktop.services.call_backs",
    "desktop.services.call_back_calendar", "desktop.services.call_plans", "desktop.services.calendar_feed",
    "models.rules.call_back_rhythm", "models.rules.calendar_events", "models.store.calendar_entries", "icalendar",
    "ctypes",
)  # fmt: skip
SCRIPT = """
import sys
import desktop.bootstrap, ui.application, ui.program, ui.pages, ui.cases.page, ui.today.today_page
import desktop.services.today, desktop.services.call_reminders
print(",".join(name for name in sys.argv[1:] if name in sys.modules))
"""


def test_the_modules_of_the_first_page_bring_nothing_that_can_wait() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *LATER], check=True, capture_output=True, text=True,
        cwd=Path(__file__).resolve().parents[3],
    )  # fmt: skip
    assert done.stdout.strip() == ""
