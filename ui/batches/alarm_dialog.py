"""A batch alarm: why it rings, every case behind it, what was done, and the report for the supplier."""

from __future__ import annotations

from datetime import datetime, tzinfo

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from models.batch_records import BatchAlarm, QualityReport
from ui import format as shown
from ui.batches.alarm_model import AlarmModel, columns
from ui.batches.batch_words import done_words, goods_name, rang_by
from ui.i18n import language, translator
from ui.plain import PlainLabel, isolate, one_line
from ui.widgets.buttons import Button
from ui.widgets.panel import Banner, Strip, column, line
from ui.widgets.table import DataTable

tr = translator("batches")


class AlarmDialog(QDialog):
    """`case_wanted(number)`, `severe_wanted(entry id, on)`, `answer_wanted` and `report_wanted` say what is asked for.

    Enter opens the case of the row; V marks its fault as severe, or takes that back.
    """

    case_wanted = Signal(str)
    severe_wanted = Signal(int, bool)
    answer_wanted = Signal()
    report_wanted = Signal()

    def __init__(self, alarm: BatchAlarm, now: datetime, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone, self.alarm = zone, alarm
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 520)
        outer = column(self)
        head = Strip(self)
        rows = column(head, margins=(20, 16, 20, 12), spacing=6)
        self.name = PlainLabel("", head, role="heading", weight=600, wrap=True)
        self.item = PlainLabel("", head, ink="text2", wrap=True)
        self.state = Banner("overdue", " ", "", head)
        self.answered = Banner("done", " ", "", head)
        for widget in (self.name, self.item, self.state, self.answered):
            rows.addWidget(widget)
        outer.addWidget(head)
        self.model = AlarmModel(zone, self)
        self.table = DataTable(columns(), name=tr("Reports"), parent=self)
        self.table.setModel(self.model)
        self.table.take_letters("V")
        self.table.opened.connect(self._open_case)
        self.table.key_pressed.connect(lambda _: self._mark())
        self.table.left.connect(self.reject)
        self.table.selection_changed.connect(self._show_row)
        outer.addWidget(self.table, 1)
        outer.addWidget(self._foot())
        self.show_alarm(alarm, now)
        self.table.choose_row(0)
        self.table.setFocus()

    def _foot(self) -> QWidget:
        foot = Strip(self, edge="top", height=60)
        row = line(foot, margins=(20, 0, 20, 0), spacing=8)
        self.open_case = Button(tr("Open case"), foot, icon="arrow-right")
        self.open_case.clicked.connect(self._open_current)
        self.severe = Button(tr("Severe"), foot, hint="V")
        self.severe.clicked.connect(self._mark)
        self.close_button = Button(tr("Close"), foot)
        self.close_button.clicked.connect(self.reject)
        self.report = Button(tr("Report for the supplier…"), foot, icon="printer")
        self.report.clicked.connect(self.report_wanted)
        self.take = Button(tr("What was done…"), foot, kind="primary", icon="check")
        self.take.clicked.connect(self.answer_wanted)
        for button in (self.open_case, self.severe):
            row.addWidget(button)
        row.addStretch(1)
        for button in (self.close_button, self.report, self.take):
            row.addWidget(button)
        return foot

    def show_alarm(self, alarm: BatchAlarm, now: datetime) -> None:
        """Show it, as when something was done or a report came."""
        row = self.table.selected_rows()[:1]
        self.alarm = alarm
        name = goods_name(alarm.style, alarm.batch)
        self.setWindowTitle(tr("Batch alarm: %1", name))
        self.setAccessibleName(self.windowTitle())
        self.name.setText(name)
        self.item.setText(one_line(alarm.item)[:200])
        self.item.setVisible(bool(alarm.item.strip()))
        moments = (alarm.first_at, alarm.last_at)
        first, last = (shown.day_and_time(each, now, language(), self._zone) for each in moments)
        when = tr("First reported: %1, last: %2.", first, last)
        self.state.set_text(rang_by(alarm), when)
        self.state.setVisible(alarm.open)
        notice = alarm.notice
        self.answered.setVisible(notice is not None)
        if notice is not None:
            at = shown.moment(notice.acknowledged_at, now, language(), self._zone)
            who = isolate(one_line(notice.acknowledged_by))
            again = tr("It rings again by reports that came after that.") if alarm.open else when
            self.answered.set_text(tr("%1, %2: %3", at, who, done_words(notice)), again)
        self.model.show_alarm(alarm, now)
        self.table.choose_row(row[0] if row and row[0] < self.model.rowCount() else 0)
        self._show_row()

    def chosen(self) -> QualityReport | None:
        """The report of the chosen row."""
        rows = self.table.selected_rows()
        return self.model.report(rows[0]) if rows else None

    def _show_row(self) -> None:
        report = self.chosen()
        self.open_case.setEnabled(report is not None and bool(report.case_number))
        self.severe.setEnabled(report is not None)
        self.severe.set_label(tr("Not severe") if report is not None and report.severe else tr("Severe, confirmed"))

    def _open_case(self, index: QModelIndex) -> None:
        report = self.model.report(index.row())
        if report is not None and report.case_number:
            self.case_wanted.emit(report.case_number)

    def _open_current(self) -> None:
        report = self.chosen()
        if report is not None and report.case_number:
            self.case_wanted.emit(report.case_number)

    def _mark(self) -> None:
        report = self.chosen()
        if report is not None:
            self.severe_wanted.emit(report.entry_id, not report.severe)
