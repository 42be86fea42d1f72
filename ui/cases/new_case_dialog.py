"""A new case in a few keys: paste a number or a name, choose the problem, Enter."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QPlainTextEdit, QWidget

from desktop.context import AppContext
from models.clock import zone
from models.records import CaseTarget
from ui import format as shown
from ui.actions import key_text
from ui.background import Background
from ui.cases.problem_picker import ProblemPicker
from ui.error_words import sentence
from ui.i18n import language, translator
from ui.plain import PlainLabel, one_line
from ui.widgets.buttons import Button
from ui.widgets.controls import SearchField
from ui.widgets.delegates import CELL_ROLE, Cell
from ui.widgets.panel import Banner, column, line, rule, section_label
from ui.widgets.table import DataList

tr = translator("cases")
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_TARGET_ROW = 48
_SHOWN = 3


class TargetModel(QAbstractListModel):
    """What the typed text may mean, one row each."""

    def __init__(self, ctx: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._targets: tuple[CaseTarget, ...] = ()

    def set_targets(self, targets: tuple[CaseTarget, ...]) -> None:
        """Show other ones."""
        self.beginResetModel()
        self._targets = targets
        self.endResetModel()

    def target(self, row: int) -> CaseTarget | None:
        """The one at a row."""
        return self._targets[row] if 0 <= row < len(self._targets) else None

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._targets)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        found = self.target(index.row()) if index.isValid() else None
        if found is None or role not in (CELL_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        first, second = self._lines(found)
        if role == CELL_ROLE:
            return Cell(first, weight=500, second=second, icon="package" if found.order_id is not None else "user")
        return first if role == Qt.ItemDataRole.DisplayRole else f"{first}, {second}"

    def _lines(self, target: CaseTarget) -> tuple[str, str]:
        nick = one_line(target.buyer_nick)
        number = one_line(target.order_number)
        first = " · ".join(part for part in (number, nick) if part) if number else tr("%1 (buyer only)", nick)
        now, where = self._ctx.clock.now(), zone(self._ctx.bench.time_zone)
        parts = (
            shown.day(target.created_at, now, language(), where) if target.created_at is not None else "",
            shown.money(target.paid) if target.paid is not None else "",
            one_line(target.item_title),
            tr("%n open case(s)", n=len(target.open_cases)) if target.open_cases else "",
        )
        return first, " · ".join(part for part in parts if part)


class NewCaseDialog(QDialog):
    """`opened` comes with the id of the new case; `shown_wanted` with the number of one that is open already."""

    opened = Signal(int)
    shown_wanted = Signal(str)

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._background = background
        self._asked = 0
        self._go_on = self._saving = False
        self._target: CaseTarget | None = None
        self._found_for = ""
        self.setWindowTitle(tr("New case"))
        self.setModal(True)
        self.setFixedWidth(680)
        rows = column(self, margins=(20, 20, 20, 16), spacing=10)
        rows.addWidget(PlainLabel(tr("New case"), self, role="title"))
        self.field = SearchField(tr("Order number, buyer ID, phone or tracking number"), self)
        self.field.installEventFilter(self)
        self.field.searched.connect(self._search)
        rows.addWidget(self.field)
        self.targets = TargetModel(ctx, self)
        self.list = DataList(self, name=tr("What was found"), row_height=_TARGET_ROW)
        self.list.setModel(self.targets)
        self.list.setFixedHeight(_TARGET_ROW * _SHOWN)
        self.list.current_changed.connect(self._target_chosen)
        self.list.opened.connect(self._to_problems)
        rows.addWidget(self.list)
        self._said = PlainLabel(self._hint(), self, role="small", ink="text3", wrap=True)
        rows.addWidget(self._said)
        self.duplicate = Banner("due", "", "", self)
        self._show_other = self.duplicate.add(Button(tr("Show it"), self, size="small"))
        self._show_other.clicked.connect(self._show_open_case)  # type: ignore[attr-defined]
        self.duplicate.hide()
        rows.addWidget(self.duplicate)
        rows.addWidget(rule(self))
        rows.addWidget(section_label(tr("Problem"), self))
        self.problems = ProblemPicker(self)
        self.problems.entered.connect(self._to_summary)
        self.problems.chosen.connect(lambda _: self._check())
        rows.addWidget(self.problems)
        rows.addWidget(section_label(tr("What happened (may stay empty)"), self))
        self.summary = QPlainTextEdit(self)
        self.summary.setAccessibleName(tr("What happened"))
        self.summary.setPlaceholderText(tr("In the shop's words; Shift+Enter begins a new line"))
        self.summary.setTabChangesFocus(True)
        self.summary.setFixedHeight(64)
        self.summary.installEventFilter(self)
        rows.addWidget(self.summary)
        self.buyer_only = QCheckBox(tr("About the buyer, not about this order"), self)
        rows.addWidget(self.buyer_only)
        rows.addSpacing(4)
        rows.addLayout(self._foot())
        self._check()
        self.field.setFocus()

    def _foot(self) -> QHBoxLayout:
        row = line(spacing=8)
        self._wrong = PlainLabel("", self, role="small", ink="overdue", wrap=True)
        row.addWidget(self._wrong, 1)
        cancel = Button(tr("Cancel"), self)
        cancel.clicked.connect(self.reject)
        self.save = Button(tr("Open the case"), self, kind="primary", icon="check", hint=key_text("Ctrl+Return"))
        self.save.clicked.connect(self.keep)
        row.addWidget(cancel)
        row.addWidget(self.save)
        return row

    @staticmethod
    def _hint() -> str:
        return tr("Type or paste; the order fills in. Enter takes the first one found.")

    def _to_problems(self) -> None:
        self.problems.setFocus(Qt.FocusReason.TabFocusReason)

    def _to_summary(self) -> None:
        self.summary.setFocus(Qt.FocusReason.TabFocusReason)

    # Finding

    def _search(self, text: str) -> None:
        self._asked += 1
        number, cases = self._asked, self._ctx.cases
        self._background.run(
            self._ctx.jobs.read(lambda: cases.find_targets(text)),
            lambda found: self._found(number, text, found),
            lambda error: self._not_found(number, error),
            receiver=self,
            quiet=True,
        )

    def _found(self, number: int, searched: str, targets: tuple[CaseTarget, ...]) -> None:
        if number != self._asked:
            return
        self._found_for = searched
        self.targets.set_targets(targets)
        text = self.field.text().strip()
        if targets:
            self.list.choose_row(0)
            self._said.setText(self._hint())
        else:
            self._choose(None)
            none = tr("Nothing is known under this. Check the number, or import the newest orders first.")
            self._said.setText(none if text else self._hint())
        if self._go_on:
            self._go_on = False
            if targets:
                self.problems.setFocus(Qt.FocusReason.TabFocusReason)

    def _not_found(self, number: int, error: BaseException) -> None:
        if number == self._asked:
            self._go_on = False
            self._say_wrong(error)

    def _target_chosen(self, index: QModelIndex) -> None:
        self._choose(self.targets.target(index.row()) if index.isValid() else None)

    def _choose(self, target: CaseTarget | None) -> None:
        self._target = target
        self._wrong.setText("")
        double = target is not None and bool(target.open_cases)
        if target is not None and target.open_cases:
            numbers = ", ".join(target.open_cases[:3])
            self.duplicate.set_text(
                tr("Perhaps a duplicate: %1 is open already", numbers),
                tr("Another case can be opened all the same."),
            )
        self.duplicate.setVisible(double)
        can_choose = target is not None and target.order_id is not None and target.buyer_id is not None
        self.buyer_only.setEnabled(can_choose)
        self.buyer_only.setChecked(target is not None and target.order_id is None)
        self._check()

    def target(self) -> CaseTarget | None:
        """What the case will be about."""
        return self._target

    def _show_open_case(self) -> None:
        if self._target is not None and self._target.open_cases:
            self.shown_wanted.emit(self._target.open_cases[0])
            self.reject()

    # Keeping

    def _check(self) -> None:
        ready = self._target is not None and self.problems.problem() is not None and not self._saving
        self.save.setEnabled(ready)
        missing = tr("Choose what the case is about first.") if self._target is None else tr("Choose the problem.")
        self.save.set_tip("" if ready else missing)

    def keep(self) -> None:
        """Open the case."""
        target, problem = self._target, self.problems.problem()
        if target is None or problem is None or self._saving:
            (self.field if target is None else self.problems).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._saving = True
        self._check()
        alone = self.buyer_only.isChecked()
        order_id = None if alone else target.order_id
        cases, summary, chosen = self._ctx.cases, self.summary.toPlainText(), problem
        self._background.run(
            self._ctx.jobs.write(
                lambda: cases.open_case(problem=chosen, order_id=order_id, buyer_id=target.buyer_id, summary=summary)
            ),
            self._kept,
            self._not_kept,
        )

    def _kept(self, case_id: int) -> None:
        self.opened.emit(case_id)
        self.accept()

    def _not_kept(self, error: BaseException) -> None:
        self._saving = False
        self._check()
        self._say_wrong(error)

    def _say_wrong(self, error: BaseException) -> None:
        words = sentence(error)
        self._wrong.setText(f"{words.what} {words.next}".strip())

    # Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if watched is self.field:
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                row = self.list.currentIndex().row() + (1 if event.key() == Qt.Key.Key_Down else -1)
                self.list.choose_row(max(0, min(row, self.targets.rowCount() - 1)))
                return True
            if entered and bare:
                self._take_first()
                return True
        if watched is self.summary and entered and bare:
            self.keep()
            return True
        return False

    def _take_first(self) -> None:
        """Enter in the field: on with what is chosen, or with the first one as soon as it is found."""
        if self._target is not None and self._found_for == self.field.text():
            self.problems.setFocus(Qt.FocusReason.TabFocusReason)
        elif self.field.text().strip():
            self._go_on = True
            self.field.search_now()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.keep()
            return
        super().keyPressEvent(event)
