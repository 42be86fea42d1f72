"""The report of a check of evidence: when, by whom, how much, each finding, and where the history stood."""

from __future__ import annotations

from datetime import tzinfo
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QPlainTextEdit, QWidget

from desktop.services.evidence_integrity import EvidenceCheck
from desktop.version import VERSION
from models.store.verify import EvidenceFinding
from ui import format as written
from ui.fonts import font
from ui.i18n import translator
from ui.plain import PlainLabel, isolate, one_line
from ui.widgets.buttons import Button
from ui.widgets.controls import IconMark
from ui.widgets.panel import column, line
from ui.words import word

tr = translator("integrity")
_SHOWN = 2_000


def verdict(check: EvidenceCheck) -> str:
    """The one sentence that says what a check found."""
    if check.findings:
        return tr("%n piece(s) of evidence not as imported", n=len(check.findings))
    if check.stopped:
        return tr("Stopped; nothing wrong so far")
    return tr("Nothing is wrong: every file is as it was imported")


def report_text(check: EvidenceCheck, zone: tzinfo) -> str:
    """The whole report as plain text, to be shown, saved and sent on."""
    lines = [
        tr("Aftercase %1 · integrity of evidence", VERSION),
        verdict(check),
        "",
        tr("Begun: %1", written.full_moment(check.started_at, zone)),
        tr("Ended: %1", written.full_moment(check.ended_at, zone)),
        tr("By: %1", one_line(check.person) or written.NOTHING),
        tr(
            "Read: %n piece(s) of evidence, %1 (%2 bytes)", written.size(check.size), f"{check.size:,}", n=check.checked
        ),
    ]
    if check.stopped:
        lines.append(tr("Not read yet: %n", n=check.left))
    if check.head is not None:
        lines += [tr("History: event %1, head", check.head.seq), check.head.hash]
    for one in check.findings[:_SHOWN]:
        lines += ["", *_finding(one, zone)]
    if len(check.findings) > _SHOWN:
        lines += ["", tr("and %n more", n=len(check.findings) - _SHOWN)]
    return "\n".join(lines) + "\n"


def _finding(one: EvidenceFinding, zone: tzinfo) -> list[str]:
    caption = one_line(one.caption)[:120]
    lines = [
        tr("%1 · evidence %2 · %3", one.case_number, one.number, isolate(caption)),
        f"  {word(one.integrity)} · {word(one.fault)}" + (f" ({one.same_as})" if one.same_as else ""),
        "  " + tr("expected %1, %2 bytes", one.sha256, f"{one.size:,}"),
    ]
    if one.found:
        lines.append("  " + tr("found %1, %2 bytes", one.found, f"{one.found_size:,}"))
    if one.known_good is not None:
        lines.append("  " + tr("last found as imported %1", written.full_moment(one.known_good, zone)))
    return lines


class ReportDialog(QDialog):
    """Shows a report; `save_wanted` carries the file it is to be written to, `going_on` asks for the rest."""

    save_wanted = Signal(object)
    going_on = Signal()

    def __init__(self, check: EvidenceCheck, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = f"aftercase-integrity-{check.ended_at.astimezone(zone):%Y%m%d-%H%M}.txt"
        self.text = report_text(check, zone)
        self.setWindowTitle(tr("Report of the check"))
        self.resize(680, 480)
        rows = column(self, margins=(20, 20, 20, 16), spacing=12)
        state = "overdue" if check.findings else "due" if check.stopped else "done"
        head = line(spacing=12)
        marks = {"overdue": "shield-x", "due": "shield-alert", "done": "shield-check"}
        head.addWidget(IconMark(marks[state], state, 24, self))
        head.addWidget(PlainLabel(verdict(check), self, role="heading", wrap=True, selectable=True), 1)
        rows.addLayout(head)
        shown = QPlainTextEdit(self.text, self)
        shown.setReadOnly(True)
        shown.setTabChangesFocus(True)
        shown.setFont(font("mono"))
        shown.setAccessibleName(tr("Report of the check"))
        rows.addWidget(shown, 1)
        foot = line(spacing=8)
        save = Button(tr("Save as text…"), self, icon="download")
        save.clicked.connect(self._choose)
        foot.addWidget(save)
        foot.addStretch(1)
        if check.stopped:
            rest = Button(tr("Go on"), self, icon="play")
            rest.clicked.connect(self._go_on)
            foot.addWidget(rest)
        close = Button(tr("Close"), self, kind="primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot.addWidget(close)
        rows.addLayout(foot)
        close.setFocus()

    def _go_on(self) -> None:
        self.accept()
        self.going_on.emit()

    def _choose(self) -> None:
        dialog = QFileDialog(self, tr("Save as text…"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(self._name)
        dialog.setDefaultSuffix("txt")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda file: self.save_wanted.emit(Path(file)))
        dialog.open()
