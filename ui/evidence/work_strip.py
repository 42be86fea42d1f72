"""The strip above the gallery: what came of adding or verifying, and what could not be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from desktop.services.evidence_integrity import EvidenceCheck
from models.errors import AftercaseError
from models.kinds import Integrity
from ui import error_words
from ui import format as written
from ui.error_words import ErrorWords, sentence
from ui.evidence.long_work import AddReport
from ui.fonts import metrics
from ui.i18n import translator
from ui.plain import ElidedLabel, isolate, one_line
from ui.theme import State
from ui.widgets.buttons import icon_button
from ui.widgets.controls import IconMark
from ui.widgets.panel import Strip, column, line

tr = translator("evidence")
_LISTED = 200


def evidence_errors(error: AftercaseError) -> ErrorWords | None:
    """Words for the errors this page makes itself."""
    if error.code == "evidence_not_a_file":
        return ErrorWords(tr("This is not a file that can be kept."))
    return None


error_words.register(evidence_errors)


class WorkStrip(Strip):
    """What came of adding or verifying, until it is closed; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, surface="surface", edge="bottom")
        box = column(self, margins=(16, 8, 12, 8), spacing=6)
        head = line(spacing=8)
        self._mark = IconMark("circle-check", "done", 16, self)
        self._what = ElidedLabel("", self, weight=500)
        self._close = icon_button("x", tr("Close"), self, size="row")
        self._close.clicked.connect(self.clear)
        head.addWidget(self._mark)
        head.addWidget(self._what, 1)
        head.addWidget(self._close)
        box.addLayout(head)
        self._list = QPlainTextEdit(self)
        self._list.setReadOnly(True)
        self._list.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._list.setTabChangesFocus(True)
        self._list.setAccessibleName(tr("What could not be done"))
        box.addWidget(self._list)
        self.clear()

    def what(self) -> str:
        """The report's sentence, empty when none is shown."""
        return self._what.full()

    def listed(self) -> str:
        """The lines under the report."""
        return self._list.toPlainText()

    @Slot()
    def clear(self) -> None:
        """Take the report away."""
        self._what.set_full("")
        self._list.setPlainText("")
        self.hide()

    def show_added(self, report: AddReport) -> None:
        """What became of an intake; nothing is said when all of it is simply there."""
        kept, doubles, failed = len(report.kept), len(report.doubles), len(report.failed)
        if not (doubles or failed or report.stopped or report.cut):
            self.clear()
            return
        parts = [tr("%n added", n=kept)]
        if doubles:
            parts.append(tr("%n already in this case", n=doubles))
        if failed:
            parts.append(tr("%n not kept", n=failed))
        if report.stopped:
            parts.append(tr("stopped"))
        if report.cut:
            parts.append(tr("only the first %1 files were taken", written.count(len(report.added))))
        lines = [f"{_name(one.name)}  {_words(one.error)}" for one in report.failed if one.error is not None]
        lines += [f"{_name(one.name)}  {tr('already in this case')}" for one in report.doubles]
        self._say(" · ".join(parts), "due" if failed or report.cut or report.stopped else "waiting", lines)

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

    def show_error(self, error: BaseException) -> None:
        """The work failed as a whole."""
        words = sentence(error)
        self._say(words.what, "due", [words.next] if words.next else [])

    def _say(self, text: str, state: State, lines: Sequence[str]) -> None:
        self._mark.set("circle-check" if state == "done" else "info" if state == "waiting" else "triangle-alert", state)
        self._what.set_full(text)
        shown = list(lines[:_LISTED])
        if len(lines) > _LISTED:
            shown.append(tr("and %n more", n=len(lines) - _LISTED))
        self._list.setPlainText("\n".join(shown))
        self._list.setVisible(bool(shown))
        height = metrics("body").lineSpacing() * min(max(len(shown), 1), 5) + 24
        self._list.setFixedHeight(height)
        self.show()
        self.setAccessibleName(text)


def _name(name: str) -> str:
    return isolate(one_line(name))


def _words(error: AftercaseError) -> str:
    words = sentence(error)
    return f"{words.what} {words.next}".strip()
