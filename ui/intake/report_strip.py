"""The strip that says what came of an import, what could not be kept and why, with a way to try that again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from ui.error_words import sentence
from ui.fonts import metrics
from ui.i18n import translator
from ui.intake.report import AddReport, lines, needs_words, told
from ui.plain import ElidedLabel
from ui.theme import State
from ui.widgets.buttons import Button, icon_button
from ui.widgets.controls import IconMark
from ui.widgets.panel import Strip, column, line

tr = translator("intake")
_LISTED = 200


class ReportStrip(Strip):
    """What came of it, until it is closed; hidden while there is nothing to say. `again_wanted` carries the report."""

    again_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, surface="surface", edge="bottom")
        self._added: AddReport | None = None
        box = column(self, margins=(16, 8, 12, 8), spacing=6)
        head = line(spacing=8)
        self._mark = IconMark("circle-check", "done", 16, self)
        self._what = ElidedLabel("", self, weight=500)
        self._again = Button(tr("Try again"), self, size="small", icon="refresh-cw")
        self._again.clicked.connect(self._try_again)
        self._close = icon_button("x", tr("Close"), self, size="row")
        self._close.clicked.connect(self.clear)
        head.addWidget(self._mark)
        head.addWidget(self._what, 1)
        self.extras = line(spacing=8)
        self.extras.addWidget(self._again)
        head.addLayout(self.extras)
        head.addWidget(self._close)
        box.addLayout(head)
        self._list = QPlainTextEdit(self)
        self._list.setReadOnly(True)
        self._list.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self._list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._list.setTabChangesFocus(True)
        self._list.setAccessibleName(tr("What there is to say about single files"))
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
        self._added = None
        self._what.set_full("")
        self._list.setPlainText("")
        self.hide()

    def show_added(self, report: AddReport) -> None:
        """What became of an intake; nothing is said when all of it is simply there."""
        if not needs_words(report):
            self.clear()
            return
        bad = report.failed or report.cut or report.stopped
        count = len(report.failed) + len(report.doubles) + len(report.noted)
        self._say(told(report), "due" if bad else "waiting", list(islice(lines(report), _LISTED + 1)), count)
        self._added = report
        self._again.setVisible(bool(report.again))

    def show_error(self, error: BaseException) -> None:
        """The work failed as a whole."""
        words = sentence(error)
        self._say(words.what, "due", [words.next] if words.next else [])

    @Slot()
    def _try_again(self) -> None:
        if self._added is not None:
            self.again_wanted.emit(self._added)

    def _say(self, text: str, state: State, said: Sequence[str], count: int = 0) -> None:
        self._added = None
        self._again.hide()
        self._mark.set("circle-check" if state == "done" else "info" if state == "waiting" else "triangle-alert", state)
        self._what.set_full(text)
        shown = list(said[:_LISTED])
        more = max(count, len(said)) - len(shown)
        if more > 0 and len(said) > _LISTED:
            shown.append(tr("and %n more", n=more))
        self._list.setPlainText("\n".join(shown))
        self._list.setVisible(bool(shown))
        height = metrics("body").lineSpacing() * min(max(len(shown), 1), 5) + 24
        self._list.setFixedHeight(height)
        self.show()
        self.setAccessibleName(text)
