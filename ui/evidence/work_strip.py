"""The strip above the gallery: what came of adding or verifying, and what could not be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.services.evidence_integrity import EvidenceCheck
from models.kinds import Integrity
from ui import format as written
from ui.i18n import translator
from ui.intake.report_strip import ReportStrip
from ui.plain import isolate, one_line
from ui.widgets.buttons import link_button

tr = translator("evidence")


class WorkStrip(ReportStrip):
    """What came of adding or verifying, until it is closed; hidden while there is nothing to say."""

    report_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = link_button(tr("Report…"), self)
        self._report.clicked.connect(self.report_wanted)
        self._report.hide()
        self.extras.addWidget(self._report)

    @Slot()
    def clear(self) -> None:
        """Take the report away."""
        super().clear()
        if hasattr(self, "_report"):
            self._report.hide()

    def show_verified(self, check: EvidenceCheck, names: Sequence[tuple[str, Integrity]]) -> None:
        """What re-hashing found; `names` are the broken ones as they are called."""
        size = written.size(check.size)
        if not check.findings:
            self._say(tr("%n verified, %1, all as imported", size, n=check.checked), "done", [])
            return
        words = tr("%n verified, %1 not as imported", len(check.findings), n=check.checked)
        missing = tr("file missing")
        changed = tr("not as imported")
        lines = [f"{_name(name)}  {missing if found is Integrity.MISSING else changed}" for name, found in names]
        self._say(words, "overdue", lines)

    def offer_report(self) -> None:
        """What is said has a whole report behind it."""
        self._report.show()

    def also(self, text: str, lines: Sequence[str]) -> None:
        """Something that became known of what was just done, beside what is said already."""
        said, listed = self.what(), self.listed().splitlines()
        self._say(f"{said} · {text}" if said else text, "due", [*lines, *listed])


def _name(name: str) -> str:
    return isolate(one_line(name))
