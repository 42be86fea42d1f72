"""The next steps of a case as rows with check boxes: what, by whom, by when, and what comes before."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.services.step_signs import amount_to_pay
from models.kinds import StepState
from models.records import CasePage, Step
from models.rules.step_order import missing_before
from ui import format as shown
from ui.cases.case_cells import Moment
from ui.i18n import language, translator
from ui.plain import ElidedLabel, PlainLabel, one_line, plain_tooltip
from ui.widgets.buttons import link_button
from ui.widgets.marks import Chip, IconMark
from ui.widgets.panel import clear_layout, column, line, section_label
from ui.words import word

tr = translator("cases")
_ROW = 26
_SEEN = 5


def steps_in_sight(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The few steps that tell what comes next: of those done only the last, where all are too many."""
    spare = max(len(steps) - _SEEN, 0)
    done = [step for step in steps if step.state is not StepState.OPEN]
    hidden = {step.id for step in done[: min(spare, max(len(done) - 1, 0))]}
    return tuple(step for step in steps if step.id not in hidden)[:_SEEN]


def step_names(steps: tuple[Step, ...]) -> str:
    """Steps by what they say, one after the other."""
    return tr(", ").join(one_line(step.title(language())) for step in steps)


class StepRow(QWidget):
    """One step; a click on its words ticks it, a right click or the menu key says what else can be done."""

    ticked = Signal(int, bool)
    refused = Signal(object)
    menu_wanted = Signal(object, QPoint)

    def __init__(
        self, step: Step, page: CasePage, at: Moment, people: Mapping[int, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.step = step
        self.missing = missing_before(step, page.steps) if step.state is StepState.OPEN else ()
        self.setFixedHeight(_ROW)
        done = step.state is not StepState.OPEN
        row = line(self, spacing=8)
        self.box = QCheckBox(self)
        self.box.setChecked(done)
        self.box.toggled.connect(self._toggled)
        title = one_line(step.title(language()))
        words = title
        if self.missing:
            words = tr("%1 · after: %2", title, step_names(self.missing))
        elif step.state is StepState.SKIPPED:
            words = tr("Left out: %1", title)
        self.title = ElidedLabel(words, self, ink="text3" if done or self.missing else "")
        self.title.installEventFilter(self)
        row.addWidget(self.box)
        if self.missing:
            row.addWidget(IconMark("lock", "text3", 14, self))
        row.addWidget(self.title, 1)
        amount = amount_to_pay(step, page)
        if amount is not None:
            row.addWidget(PlainLabel(shown.money(amount), self, role="small", weight=600, ink="text3" if done else ""))
        if step.note:
            row.addWidget(IconMark("sticky-note", "text3", 14, self))
        person = one_line(step.done_by or people.get(step.person_id or 0, ""))
        if person:
            row.addWidget(PlainLabel(person, self, role="small", ink="text3"))
        else:
            row.addWidget(Chip(word(step.role), None, self))
        due, due_ink = _due(step, at)
        self.when = PlainLabel(due, self, role="small", weight=600 if due_ink in ("due", "overdue") else 0, ink=due_ink)
        self.when.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.when)
        who = person or word(step.role)
        note = tr("Note: %1", one_line(step.note)) if step.note else ""
        money = shown.money(amount) if amount is not None else ""
        self.box.setAccessibleName(tr(", ").join(filter(None, (words, money, who, due, note))))
        tip = (step.title(language()), tr("After: %1", step_names(self.missing)) if self.missing else "", note)
        plain_tooltip(self.title, "\n".join(filter(None, tip)))

    def _toggled(self, on: bool) -> None:
        if on and self.missing:
            self.box.blockSignals(True)
            self.box.setChecked(False)
            self.box.blockSignals(False)
            self.refused.emit(self.step)
        else:
            self.ticked.emit(self.step.id, on)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        self.menu_wanted.emit(self.step, self.mapToGlobal(QPoint(24, self.height())) if by_key else event.globalPos())
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            if event.button() is Qt.MouseButton.LeftButton:
                self.box.toggle()
            return True
        return False


class CaseSteps(QWidget):
    """All steps of the case, and how many are done."""

    ticked = Signal(int, bool)
    refused = Signal(object)
    menu_wanted = Signal(object, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = column(self, spacing=0)
        head = line(spacing=8)
        head.addWidget(section_label(tr("Next steps"), self))
        head.addStretch(1)
        self._count = PlainLabel("", self, role="small", ink="text3")
        self.more = link_button("", self)
        self.more.clicked.connect(self._toggle)
        head.addWidget(self.more)
        head.addWidget(self._count)
        outer.addLayout(head)
        outer.addSpacing(4)
        self._rows = column(spacing=0)
        outer.addLayout(self._rows)
        self._none = PlainLabel(tr("No steps yet. Resolve leads to them."), self, ink="text3", wrap=True)
        outer.addWidget(self._none)
        self._all = False
        self._shown: tuple[CasePage, Moment, Mapping[int, str]] | None = None

    def show_case(self, page: CasePage, at: Moment, people: Mapping[int, str]) -> None:
        """Show the steps of a case; the one that has the keyboard keeps it."""
        if self._shown is None or self._shown[0].case.id != page.case.id:
            self._all = False
        self._shown = (page, at, people)
        focused = next((row.step.id for row in self.rows() if row.box.hasFocus()), None)
        clear_layout(self._rows)
        done = sum(step.state is not StepState.OPEN for step in page.steps)
        self._count.setText(f"{done} / {len(page.steps)}" if page.steps else "")
        self._none.setVisible(not page.steps)
        seen = page.steps if self._all else steps_in_sight(page.steps)
        self.more.setVisible(len(page.steps) > _SEEN)
        self.more.set_label(tr("Show fewer") if self._all else tr("Show all %1", len(page.steps)))
        for step in seen:
            row = StepRow(step, page, at, people, self)
            row.ticked.connect(self.ticked)
            row.refused.connect(self.refused)
            row.menu_wanted.connect(self.menu_wanted)
            self._rows.addWidget(row)
            if step.id == focused:
                row.box.setFocus(Qt.FocusReason.OtherFocusReason)
        # Made anew, they would else come after everything on the page.
        for first, second in pairwise((self.more, *self.boxes())):
            QWidget.setTabOrder(first, second)
        # Times stand under each other, and take no room where there are none.
        widest = max((row.when.sizeHint().width() for row in self.rows() if row.when.text()), default=0)
        for row in self.rows():
            row.when.setVisible(bool(widest))
            row.when.setMinimumWidth(widest)

    def tick(self, at: Moment) -> None:
        """Show the steps anew where one became due or late since."""
        if self._shown is not None:
            page, before, people = self._shown
            if [_due(step, before) for step in page.steps] != [_due(step, at) for step in page.steps]:
                self.show_case(page, at, people)

    def _toggle(self) -> None:
        self._all = not self._all
        if self._shown is not None:
            self.show_case(*self._shown)

    def rows(self) -> list[StepRow]:
        """The rows, in order."""
        items = (self._rows.itemAt(place) for place in range(self._rows.count()))
        found = (item.widget() for item in items if item is not None)
        return [row for row in found if isinstance(row, StepRow)]

    def go_to_open(self) -> bool:
        """The keyboard to the next step that can be ticked, after the one it is on; false when none is open."""
        rows = self.rows()
        at = next((place for place, row in enumerate(rows) if row.box.hasFocus()), -1)
        ready = [row for row in (*rows[at + 1 :], *rows[: at + 1]) if row.step.state is StepState.OPEN]
        ready.sort(key=lambda row: bool(row.missing))
        if ready:
            ready[0].box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return bool(ready)

    def boxes(self) -> list[QCheckBox]:
        """The check boxes, in order."""
        return [row.box for row in self.rows()]


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
