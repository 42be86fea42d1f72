"""The next steps of a case as rows with check boxes: what, by whom, by when."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from models.kinds import StepState
from models.records import CasePage, Step
from ui import format as shown
from ui.cases.case_cells import Moment
from ui.i18n import language, translator
from ui.plain import ElidedLabel, PlainLabel, one_line
from ui.widgets.panel import clear_layout, column, line, section_label
from ui.words import word

tr = translator("cases")
_ROW = 26


class StepRow(QWidget):
    """One step; a click anywhere on its words ticks it."""

    ticked = Signal(int, bool)

    def __init__(self, step: Step, who: str, due: str, due_ink: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(_ROW)
        done = step.state is not StepState.OPEN
        row = line(self, spacing=8)
        self.box = QCheckBox(self)
        self.box.setChecked(done)
        title = one_line(step.title(language()))
        self.box.setAccessibleName(", ".join(filter(None, (title, who, due))))
        self.box.toggled.connect(lambda on: self.ticked.emit(step.id, on))
        self._title = ElidedLabel(title, self, ink="text3" if done else "")
        self._title.installEventFilter(self)
        row.addWidget(self.box)
        row.addWidget(self._title, 1)
        row.addWidget(PlainLabel(who, self, role="small", ink="text3"))
        when = PlainLabel(due, self, role="small", weight=600 if due_ink in ("due", "overdue") else 0, ink=due_ink)
        when.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        when.setMinimumWidth(76)
        row.addWidget(when)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            self.box.toggle()
            return True
        return False


class CaseSteps(QWidget):
    """All steps of the case, and how many are done."""

    ticked = Signal(int, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = column(self, spacing=0)
        head = line(spacing=8)
        head.addWidget(section_label(tr("Next steps"), self))
        head.addStretch(1)
        self._count = PlainLabel("", self, role="small", ink="text3")
        head.addWidget(self._count)
        outer.addLayout(head)
        outer.addSpacing(4)
        self._rows = column(spacing=0)
        outer.addLayout(self._rows)
        self._none = PlainLabel(tr("No steps yet. Resolve leads to them."), self, ink="text3", wrap=True)
        outer.addWidget(self._none)

    def show_case(self, page: CasePage, at: Moment, people: Mapping[int, str]) -> None:
        """Show the steps of a case."""
        clear_layout(self._rows)
        done = sum(step.state is not StepState.OPEN for step in page.steps)
        self._count.setText(f"{done} / {len(page.steps)}" if page.steps else "")
        self._none.setVisible(not page.steps)
        for step in page.steps:
            who = step.done_by or people.get(step.person_id or 0, "") or word(step.role)
            due, ink = _due(step, at)
            row = StepRow(step, one_line(who), due, ink, self)
            row.ticked.connect(self.ticked)
            self._rows.addWidget(row)

    def boxes(self) -> list[QCheckBox]:
        """The check boxes, in order."""
        return [row.box for row in self.findChildren(StepRow) if not row.isHidden()]


def _due(step: Step, at: Moment) -> tuple[str, str]:
    """When a step was done or is due, and the colour to say it in."""
    if step.state is not StepState.OPEN:
        return (shown.moment(step.done_at, at.now, language(), at.zone) if step.done_at else "", "text3")
    if step.due_at is None:
        return "", "text3"
    state = shown.countdown(step.due_at, at.now, language()).state
    same_day = step.due_at.astimezone(at.zone).date() == at.now.astimezone(at.zone).date()
    write = shown.day_and_time if same_day or state == "due" else shown.moment
    return write(step.due_at, at.now, language(), at.zone), state if state != "waiting" else "text3"
