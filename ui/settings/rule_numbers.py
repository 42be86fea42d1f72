"""The numbers of a pack: each with its value, source and what the shop set instead, and a place to change it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.services.rule_effects import EffectReport
from desktop.services.rules import RulePack
from models.rules.rule_reading import ReadNumber
from models.store.own_rules import NumberChange
from ui.i18n import translator
from ui.plain import PlainLabel
from ui.settings import rule_words as words
from ui.settings.rule_lines import BlockArea
from ui.settings.rule_lists import ROW, LineList, ListLine
from ui.settings.rule_words import said
from ui.widgets.buttons import Button
from ui.widgets.controls import row_of
from ui.widgets.marks import Chip, IconMark
from ui.widgets.panel import FormRows, Strip, column, line

tr = translator("settings")
_VALUE, _FIELD, _SHOWN = 132, 132, 5


class NumberEditor(Strip):
    """Fields for a value and the reason for it. `weighed` gives the text, `saved` (text, note), `returned` a note."""

    weighed = Signal(str)
    saved = Signal(str, str)
    returned = Signal(str)
    left = Signal()
    opened_case = Signal(str)

    def __init__(self, number: ReadNumber, yours: NumberChange | None, parent: QWidget | None = None) -> None:
        super().__init__(parent, surface="surface2")
        self.number = number
        rows = column(self, margins=(16, 12, 16, 12), spacing=8)
        self.form = FormRows(self, label_width=96, spacing=4)
        self.value, self.note = QLineEdit(self.form), QLineEdit(self.form)
        self.value.setFixedWidth(_FIELD)
        self.value.setMaxLength(40)
        self.note.setMaxLength(500)
        self.value.setText(_typed(number))
        self.note.setPlaceholderText(tr("where this stands, or why the shop wants it"))
        unit = PlainLabel(_unit(number), self.form, ink="text2")
        box = row_of(self.value, unit, 1, parent=self.form)
        self.form.add_field(tr("Your value"), box)
        self.value.setAccessibleName(tr("Your value"))
        self.form.add_field(tr("Note"), self.note, tr("Needed: it stays in the history with day and name."))
        rows.addWidget(self.form)
        self._box = box
        self.weigh = Button(tr("See what would change"), self, icon="git-compare")
        self.save = Button(tr("Save"), self, kind="primary")
        self.back = Button(tr("Back to the pack's number"), self, kind="ghost", icon="undo-2")
        self.cancel = Button(tr("Close"), self, kind="ghost")
        self.back.setVisible(yours is not None)
        rows.addWidget(row_of(self.save, self.weigh, self.back, self.cancel, 1, parent=self))
        self.report = PlainLabel("", self, ink="text2", wrap=True)
        self.report.hide()
        self.cases = LineList(tr("Open cases that would differ"), self)
        self.cases.hide()
        rows.addWidget(self.report)
        rows.addWidget(self.cases)
        self.weigh.clicked.connect(lambda: self.weighed.emit(self.value.text()))
        self.save.clicked.connect(self._save)
        self.back.clicked.connect(lambda: self.returned.emit(self.note.text()))
        self.cancel.clicked.connect(self.left)
        self.value.returnPressed.connect(self._save)
        self.note.returnPressed.connect(self._save)
        self.value.textEdited.connect(lambda _: self.forget_report())
        self.cases.opened.connect(self._open)
        self.setAccessibleName(tr("Change “%1”", said(number.label)))

    def _save(self) -> None:
        self.saved.emit(self.value.text(), self.note.text())

    def _open(self, index: QModelIndex) -> None:
        self.opened_case.emit(self.cases.lines.lines[index.row()].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def show_wrong(self, text: str, *, note: bool = False) -> None:
        """Say under the field what is wrong with it; empty for nothing."""
        self.form.set_wrong(self.note, text if note else "")
        self.form.set_wrong(self._box, "" if note else text)
        for field, wrong in ((self.value, bool(text) and not note), (self.note, bool(text) and note)):
            field.setProperty("wrong", wrong)
            field.setAccessibleDescription(text if wrong else "")
            field.style().unpolish(field)
            field.style().polish(field)

    def forget_report(self) -> None:
        """What was worked out for another value no longer counts."""
        self.report.hide()
        self.cases.hide()

    def show_report(self, report: EffectReport, now: datetime, zone: tzinfo) -> None:
        """What the value would do to the open cases."""
        self.report.setText(words.report_line(report))
        self.report.show()
        self.cases.show_lines(
            [
                ListLine(each.number, " ".join((each.number, each.buyer)).strip(), words.effect_lines(each, now, zone))
                for each in report.cases
            ]
        )
        self.cases.setFixedHeight(ROW * min(len(report.cases), _SHOWN) + 2)
        self.cases.setVisible(bool(report.cases))


def _typed(number: ReadNumber) -> str:
    if number.value is None:
        return ""
    if number.share:
        return f"{(number.value * 100).normalize():f}%"
    return f"{number.value:f}" if number.kind == "money" else f"{number.value.normalize():f}"


def _unit(number: ReadNumber) -> str:
    if number.kind == "money":
        return number.currency
    return tr("as 0.3 or 30%") if number.share else said(number.unit)


class NumberRow(QWidget):
    """A number: label and source, its value, and how to change it."""

    wanted = Signal(str)

    def __init__(self, each: RulePack, number: ReadNumber, now: datetime, zone: tzinfo, parent: QWidget) -> None:
        super().__init__(parent)
        self.number = number
        rows = column(self, margins=(16, 8, 12, 8), spacing=2)
        head = line(spacing=8)
        head.addWidget(PlainLabel(said(number.label), self, weight=500, wrap=True, selectable=True), 1)
        value = PlainLabel(said(number.shown), self, weight=600, ink="due" if number.missing else "", selectable=True)
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        value.setMinimumWidth(_VALUE)
        head.addWidget(value)
        self.change = Button(tr("Fill in") if number.missing else tr("Change"), self, size="row")
        self.change.setAccessibleName(tr("Change “%1”", said(number.label)))
        self.change.setFixedWidth(max(self.change.sizeHint().width(), 64))
        self.change.setVisible(number.editable)
        head.addWidget(self.change)
        if not number.editable:
            lock = IconMark("lock", "text3", 16, self, tr("Set by the law or platform; it cannot be changed here."))
            box = row_of(lock, parent=self, margins=(24, 0, 24, 0))
            box.setFixedWidth(64)
            head.addWidget(box)
        rows.addLayout(head)
        yours = each.yours(number.id)
        if yours is not None:
            rows.addWidget(
                PlainLabel(words.yours_line(number, yours, now, zone), self, ink="accent", wrap=True, selectable=True)
            )
        if number.missing:
            rows.addWidget(
                PlainLabel(tr("Nothing reliable is known: fill it in and verify it."), self, ink="due", wrap=True)
            )
        foot = line(spacing=8)
        word, state = words.confidence_word(number.source)
        foot.addWidget(Chip(word, state, self), 0, Qt.AlignmentFlag.AlignTop)
        source = words.source_line(number.source)
        label = PlainLabel(source, self, role="small", ink="overdue" if number.source.past else "text3", wrap=True)
        foot.addWidget(label, 1)
        rows.addLayout(foot)
        self.change.clicked.connect(lambda: self.wanted.emit(self.number.id))
        self.setAccessibleName(". ".join((said(number.label), said(number.shown), word, source)))


class NumberArea(BlockArea):
    """`changing` says which number is being changed; the editor's wishes come with the pack and the number."""

    changing = Signal(str)
    weighed = Signal(str, str)
    saved = Signal(str, str, str)
    returned = Signal(str, str)
    opened_case = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Numbers"), parent)
        self.editor: NumberEditor | None = None
        self.number_rows: dict[str, NumberRow] = {}
        self._shown: tuple[RulePack, Sequence[ReadNumber], datetime, tzinfo] | None = None
        self._typed = ("", "", "")

    def show_numbers(self, each: RulePack, numbers: Sequence[ReadNumber], now: datetime, zone: tzinfo) -> None:
        """Show these; an editor that is open stays open on its number."""
        open_on = self.editor.number.id if self.editor is not None and self._shown else ""
        focused = next((name for name, row in self.number_rows.items() if row.change.hasFocus()), "")
        same = self._shown is not None and self._shown[0].pack.id == each.pack.id
        self._typed = self._what_is_typed()
        self._shown = (each, numbers, now, zone)
        place = self.verticalScrollBar().value() if same else 0
        self.editor = None
        self.number_rows = {}
        for number in numbers:
            row = NumberRow(each, number, now, zone, self.inside)
            row.wanted.connect(self.edit)
            self.number_rows[number.id] = row
        self.show_blocks(tuple(self.number_rows.values()), tr("No number is meant by this search."))
        if same and open_on in self.number_rows:
            self._keep_typed(open_on)
        elif same and focused in self.number_rows:
            self.number_rows[focused].change.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(place))

    def _what_is_typed(self) -> tuple[str, str, str]:
        """Value and note of the editor, and which of the two has the keyboard."""
        if self.editor is None:
            return "", "", ""
        focus = "value" if self.editor.value.hasFocus() else "note" if self.editor.note.hasFocus() else ""
        return self.editor.value.text(), self.editor.note.text(), focus

    def _keep_typed(self, name: str) -> None:
        """Open the editor again with what was being typed when something else changed."""
        value, note, focus = self._typed
        self.edit(name, focus=False)
        if self.editor is not None:
            self.editor.value.setText(value)
            self.editor.note.setText(note)
            if focus:
                (self.editor.value if focus == "value" else self.editor.note).setFocus()

    def edit(self, name: str, *, focus: bool = True) -> None:
        """Open the editor under a number, or close it where it is open already."""
        was = self.editor.number.id if self.editor is not None else ""
        self.close_editor()
        if self._shown is None or name not in self.number_rows or was == name:
            return
        row = self.number_rows[name]
        editor = self.editor = NumberEditor(row.number, self._shown[0].yours(name), self.inside)
        self.rows.insertWidget(self.rows.indexOf(row) + 1, editor)
        editor.weighed.connect(lambda text: self.weighed.emit(name, text))
        editor.saved.connect(lambda text, note: self.saved.emit(name, text, note))
        editor.returned.connect(lambda note: self.returned.emit(name, note))
        editor.left.connect(self.close_editor)
        editor.opened_case.connect(self.opened_case)
        if focus:
            editor.value.setFocus(Qt.FocusReason.OtherFocusReason)
            editor.value.selectAll()
            QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(editor) if self.editor is editor else None)
        self.changing.emit(name)

    def close_editor(self) -> None:
        """Put the editor away, if one is open."""
        if self.editor is not None:
            row = self.number_rows.get(self.editor.number.id)
            if row is not None and self.editor.isAncestorOf(QApplication.focusWidget() or self):
                row.change.setFocus(Qt.FocusReason.OtherFocusReason)
            self.editor.hide()
            self.rows.removeWidget(self.editor)
            self.editor.deleteLater()
            self.editor = None
            self.changing.emit("")
