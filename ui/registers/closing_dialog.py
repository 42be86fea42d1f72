"""Closing a month: asks once, says what is still open with its amounts, offers the export first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from models.kinds import RegisterKind
from models.money import Money
from models.register_records import MonthClosing, RegisterLine, RegisterSheet
from ui import format as shown
from ui.i18n import language, translator
from ui.plain import PlainLabel, isolate, one_line
from ui.registers.register_cells import Beside
from ui.registers.register_words import MAIN_MONEY, state_word
from ui.registers.sheet_model import sum_words, sums
from ui.widgets.buttons import Button
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.panel import Banner, FormRows, column, foot_line
from ui.widgets.timeline import ROW, Happened, timeline_list
from ui.words import word

tr = translator("registers")
_LISTED = 8
_NOTE = 2000


def total_words(totals: dict[str, dict[str, int]] | object, register: RegisterKind) -> str:
    """The sum a month was closed with, in its main column; empty without one."""
    key = MAIN_MONEY.get(register)
    sums_kept = totals.get(key, {}) if isinstance(totals, dict) and key else {}
    return sum_words([Money(minor, currency) for currency, minor in sorted(sums_kept.items()) if currency])


class ClosingDialog(HeldDialog):
    """`wanted(note)` closes the month; `export_wanted` writes it to a file first, the dialog stays."""

    wanted = Signal(str)
    export_wanted = Signal()

    def __init__(
        self, sheet: RegisterSheet, month: str, still: Sequence[RegisterLine], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        register = sheet.query.register
        title = tr("Close %1 of “%2”?", month, word(register))
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(520)
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(title, self, role="heading", wrap=True))
        key = MAIN_MONEY.get(register)
        whole = sum_words(sums(sheet.lines, key)) if key else ""
        said = tr("%n line(s) in the month", n=len(sheet.lines)) + (f" · {whole}" if whole else "")
        rows.addWidget(PlainLabel(said, self, weight=600))
        rows.addWidget(
            PlainLabel(
                tr("Afterwards nothing of this month changes any more. What follows - an answer, money, a correction - "
                   "is written as a correcting entry of the month it happens in."), self, ink="text2", wrap=True,
            )
        )  # fmt: skip
        if still:
            self._say_open(rows, register, still, sum_words(sums(still, key)) if key else "")
        else:
            rows.addWidget(Banner("done", tr("Nothing of it is open."), parent=self))
        self.form = FormRows(self)
        self.note = QLineEdit(self)
        self.note.setMaxLength(_NOTE)
        self.form.add_field(tr("Note (optional)"), self.note)
        rows.addWidget(self.form)
        export = Button(tr("Export first…"), self, icon="download")
        export.clicked.connect(self.export_wanted)
        self.take = Button(tr("Close and lock"), self, kind="primary", icon="lock")
        self.take.setDefault(True)
        self.take.clicked.connect(lambda: self.wanted.emit(self.note.text().strip()))
        rows.addLayout(foot_line(self, tr("Cancel"), self.take, export))

    def _say_open(self, rows: object, register: RegisterKind, still: Sequence[RegisterLine], amount: str) -> None:
        text = tr("%n line(s) are still open", n=len(still)) + (f": {amount}" if amount else "")
        lines = []
        for each in still[:_LISTED]:
            of = sum_words(sums([each], MAIN_MONEY[register])) if register in MAIN_MONEY else ""
            state = state_word(register, each.state) if each.state is not None else ""
            late = tr("%n day(s) over", n=each.late) if each.late else ""
            parts = (each.case_number, isolate(one_line(each.buyer_nick)) if each.buyer_nick else "", state, late, of)
            lines.append(" · ".join(part for part in parts if part))
        if len(still) > _LISTED:
            lines.append(tr("and %n more", n=len(still) - _LISTED))
        rows.addWidget(Banner("due", text, "\n".join(lines), self))  # type: ignore[attr-defined]


class TrailDialog(HeldDialog):
    """Every closing and re-opening of a register's month, newest first."""

    def __init__(
        self, register: RegisterKind, month: str, trail: Sequence[MonthClosing], beside: Beside,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        title = tr("Trail of %1, %2", month, word(register))
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(620)
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(title, self, role="heading", wrap=True))
        self.lines = self._lines(register, trail, beside)
        if self.lines:
            view, model = timeline_list(self, name=title)
            model.show_lines(self.lines)
            view.setFixedHeight(min(len(self.lines), 10) * ROW + 4)
            rows.addWidget(view)
        else:
            rows.addWidget(PlainLabel(tr("The month was never closed."), self, ink="text2"))
        self.take = Button(tr("Close"), self, kind="primary")
        self.take.setDefault(True)
        self.take.clicked.connect(self.accept)
        rows.addWidget(self.take, 0, Qt.AlignmentFlag.AlignRight)

    @staticmethod
    def _lines(register: RegisterKind, trail: Sequence[MonthClosing], beside: Beside) -> list[Happened]:
        lines: list[Happened] = []
        for each in reversed(trail):
            if each.reopened_at is not None:
                said = tr("Opened again: %1", one_line(each.reopen_reason))
                lines.append(_happened(each.id, each.reopened_at, said, each.reopened_by, "due.solid", beside))
            amount = total_words(each.totals, register)
            still = tr("%n open", n=each.open_lines) if each.open_lines else ""
            said = " · ".join(part for part in (tr("Closed"), amount, still, one_line(each.note)) if part)
            lines.append(_happened(each.id, each.closed_at, said, each.closed_by, "done.solid", beside))
        return lines


def _happened(id_: int, at: datetime, said: str, who: str, token: str, beside: Beside) -> Happened:
    whole = f"{shown.full_moment(at, beside.zone)} · {said} · {who}"
    return Happened(id_, shown.moment(at, beside.now, language(), beside.zone), said, who, token, whole)
