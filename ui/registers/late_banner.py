"""The claim that is latest of those listed, with what to do about it: the reminder to copy, the appeal to make."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.money import Money
from models.register_records import RegisterLine
from ui import format as shown
from ui.i18n import language, translator
from ui.plain import one_line
from ui.registers.register_cells import Beside
from ui.widgets.buttons import Button
from ui.widgets.panel import Banner, Strip, column
from ui.words import word

tr = translator("registers")


def latest(lines: Sequence[RegisterLine]) -> RegisterLine | None:
    """The line that is late by most days."""
    late = [each for each in lines if each.late]
    return max(late, key=lambda each: (each.late, -each.id)) if late else None


def kind_words(line: RegisterLine) -> str:
    """What is claimed for, as the register says it."""
    kind = line.cells.get("kind")
    if hasattr(kind, "value"):
        return word(kind)  # type: ignore[arg-type]
    return one_line(str(kind or ""))


def reminder_text(line: RegisterLine, beside: Beside) -> str:
    """What to send to the carrier: which parcel, what is asked, since when, and by when an answer is wanted."""
    amount, handed = line.cells.get("claimed"), line.cells.get("handed_in")
    carrier, parcel = (one_line(str(line.cells.get(key) or "")) for key in ("carrier", "parcel"))
    said = shown.money(amount) if isinstance(amount, Money) else shown.NOTHING
    since = shown.day(handed, beside.now, language(), beside.zone) if isinstance(handed, date) else shown.NOTHING
    return tr(
        "%1: our claim for parcel %2 (%3, %4), handed in on %5, has been without an answer for %6 days past the term. "
        "Please answer in writing today, or tell us who does. Case %7.",
        carrier or tr("To the carrier"), parcel or shown.NOTHING, kind_words(line) or tr("claim"), said, since,
        str(line.late), line.case_number,
    )  # fmt: skip


class LateBanner(Strip):
    """`copy_wanted` and `appeal_wanted` carry the line."""

    copy_wanted = Signal(object)
    appeal_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, surface="surface")
        self._line: RegisterLine | None = None
        self.banner = Banner("overdue", "", parent=self)
        self.copy_button = Button(tr("Copy reminder"), self.banner, size="small", icon="copy")
        self.appeal = Button(tr("Make appeal material"), self.banner, size="small", icon="file-plus")
        self.copy_button.clicked.connect(lambda: self.copy_wanted.emit(self._line))
        self.appeal.clicked.connect(lambda: self.appeal_wanted.emit(self._line))
        self.banner.add(self.copy_button)
        self.banner.add(self.appeal)
        column(self, margins=(16, 4, 16, 12)).addWidget(self.banner)
        self.hide()

    def line(self) -> RegisterLine | None:
        """The line shown."""
        return self._line

    def show_late(self, line: RegisterLine | None, reminded: int = 0) -> None:
        """Show this one, or nothing."""
        self._line = line
        self.setVisible(line is not None)
        if line is None:
            return
        what = kind_words(line)
        text = tr("%1 %2: no answer, %n day(s) over the term", line.case_number, what, n=line.late)
        complete = line.cells.get("evidence_complete")
        parts = [tr("reminded %n time(s)", n=reminded)] if reminded else []
        if complete is True:
            parts.append(tr("Evidence is complete: it can go to appeal."))
        elif complete is False:
            parts.append(tr("Evidence is not complete yet."))
        self.banner.set_text(text, " · ".join(parts))
        self.appeal.setEnabled(bool(line.case_number))
