"""What must not be said in a reply, line by line under its text; a line leads to its words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.services.replies import Finding, Severity
from ui.cases.reply_words import finding_sentence
from ui.i18n import translator
from ui.plain import PlainLabel, plain_tooltip
from ui.widgets.buttons import link_button
from ui.widgets.controls import IconMark
from ui.widgets.panel import clear_layout, column, line

tr = translator("cases")
_SHOWN = 4


class ReplyFindings(QWidget):
    """`shown` carries where the words of a finding are, to be selected."""

    shown = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = column(self, spacing=4)
        self._findings: tuple[Finding, ...] | None = None
        self.lines: list[PlainLabel] = []

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what was found, refused ones first, at most four lines."""
        ordered = tuple(sorted(findings, key=lambda each: each.severity is Severity.WARNED))
        if ordered == self._findings:
            return
        self._findings = ordered
        clear_layout(self._rows)
        self.lines = []
        for finding in ordered[:_SHOWN]:
            self._rows.addWidget(self._line(finding))
        if len(ordered) > _SHOWN:
            self._rows.addWidget(PlainLabel(tr("%n more", n=len(ordered) - _SHOWN), self, role="small", ink="text3"))
        self.setVisible(bool(ordered))

    def as_text(self) -> str:
        """The sentences, for a screen reader."""
        return " ".join(finding_sentence(each) for each in (self._findings or ())[:_SHOWN])

    def _line(self, finding: Finding) -> QWidget:
        box = QWidget(self)
        row = line(box, spacing=6)
        refused = finding.severity is Severity.REFUSED
        token = "overdue" if refused else "due"
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(IconMark("ban" if refused else "triangle-alert", token, 14, box), 0, middle)
        text = PlainLabel(finding_sentence(finding), box, role="small", ink=token, wrap=True)
        text.setAccessibleName(f"{tr('Not to be sent') if refused else tr('Better not')}: {text.text()}")
        plain_tooltip(text, tr("Rule: %1", ", ".join(finding.rules)))
        row.addWidget(text, 1)
        show = link_button(tr("Show"), box)
        show.setAccessibleName(tr("Show “%1” in the text", finding.words))
        show.clicked.connect(lambda: self.shown.emit(finding.start, finding.end))
        row.addWidget(show, 0, middle)
        self.lines.append(text)
        return box
