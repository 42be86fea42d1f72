"""Leave things for the next shift, one after the other by Enter; those left already stand below, and on one sheet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.changes import ChangeSet
from desktop.context import AppContext
from desktop.services.hand_over_items import TEXT_LIMIT
from models.hand_over_records import HandOverItem, HandOverSheet
from ui.background import Background
from ui.change_gatherer import ChangeGatherer
from ui.hand_over.about_field import About, AboutField, about_case
from ui.hand_over.due_choice import DueChoice, morning_title
from ui.hand_over.item_doings import ItemDoings
from ui.hand_over.left_model import LeftModel
from ui.i18n import translator
from ui.messages import show_error
from ui.plain import PlainLabel
from ui.widgets.buttons import Button
from ui.widgets.panel import FormRows, column, line
from ui.widgets.table import DataList

tr = translator("hand_over")
_WIDTH, _TEXT_HEIGHT, _ROW, _ROWS = 640, 68, 48, 4
_UNFINISHED = "hand_over.unfinished"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LeaveDialog(QDialog):
    """`left` carries the id of what was left; `print_wanted` the morning whose sheet ends the shift."""

    left = Signal(int)
    print_wanted = Signal(object)

    def __init__(
        self, ctx: AppContext, background: Background, parent: QWidget | None = None, *, case_id: int | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ctx, self._background = ctx, background
        self._writing = self._ending = False
        self._asked = 0
        self._sheet: HandOverSheet | None = None
        items = ctx.hand_over_items
        self._today = items.today()
        title = tr("Leave for the next shift")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.setFixedWidth(_WIDTH)
        self.doings = ItemDoings(ctx, background, self)
        rows = column(self, margins=(20, 16, 20, 16), spacing=10)
        rows.addWidget(PlainLabel(title, self, role="heading"))
        self.form = FormRows(self, label_width=72)
        self.text = QPlainTextEdit(self.form)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(_TEXT_HEIGHT)
        self.text.setPlaceholderText(tr("What is to be done. Enter leaves it, Shift+Enter begins a new line."))
        # What was typed and not left yet when the dialog was closed.
        self.text.setPlainText(str(ctx.settings.get(_UNFINISHED, "")))
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.text.installEventFilter(self)
        self.form.add_field(tr("What"), self.text)
        self.about = AboutField(ctx, background, self.form)
        self.about.resized.connect(self._resize)
        self.form.add_field(tr("About"), self.about)
        self.due = DueChoice(items.next_due().morning, self._today, items.due_by(), items.time_zone, self.form)
        self.due.changed.connect(self.reload)
        self.form.add_field(tr("Due"), self.due)
        rows.addWidget(self.form)
        across = line(spacing=8)
        across.addStretch(1)
        self.take = Button(tr("Leave it"), self, kind="primary", hint="↵")
        self.take.setAutoDefault(False)
        self.take.clicked.connect(self.leave_it)
        across.addWidget(self.take)
        rows.addLayout(across)
        self._show_left_in(rows)
        rows.addLayout(self._foot())
        self.text.setFocus()
        self._gatherer = ChangeGatherer(ctx.changes, self)
        self._gatherer.changed.connect(self._changed)
        self.finished.connect(lambda _: self._gatherer.close())
        if case_id is not None:
            self.prefill(case_id)
        self.reload()

    def _show_left_in(self, rows: QVBoxLayout) -> None:
        items = self._ctx.hand_over_items
        self.heading = PlainLabel("", self, role="small", ink="text2", weight=600)
        self.model = LeftModel(items.time_zone, self)
        self.list = DataList(self, name=tr("Left already"), row_height=_ROW)
        self.list.setModel(self.model)
        self.list.setFixedHeight(_ROW * _ROWS)
        self.list.installEventFilter(self)
        self.list.acted.connect(lambda index, name: self._act(self.model.at(index.row()), name))
        self.list.opened.connect(lambda index: self._act(self.model.at(index.row()), "edit"))
        self.list.left.connect(self.reject)
        self.none = PlainLabel(tr("Nothing is left for this morning yet."), self, ink="text3")
        self.none.setFixedHeight(40)
        for each in (self.heading, self.list, self.none):
            rows.addWidget(each)

    def _foot(self) -> QHBoxLayout:
        foot = line(spacing=8)
        self.end = Button(tr("End of shift: print the sheet…"), self, icon="printer")
        self.end.setAutoDefault(False)
        self.end.clicked.connect(self.end_shift)
        foot.addWidget(self.end)
        foot.addStretch(1)
        self.away = Button(tr("Close"), self)
        self.away.setAutoDefault(False)
        self.away.clicked.connect(self.reject)
        foot.addWidget(self.away)
        return foot

    def prefill(self, case_id: int) -> None:
        """Begin with a case, unless another was chosen meanwhile."""
        ctx = self._ctx

        def show(about: About | None) -> None:
            if about is not None and self.about.about is None and not self.about.unread():
                self.about.choose(about)

        self._background.run(ctx.jobs.read(lambda: about_case(ctx, case_id)), show, receiver=self, quiet=True)

    # Leaving

    @Slot()
    def leave_it(self) -> None:
        """Leave what is written; the field is empty for the next once it is kept."""
        words = self.text.toPlainText().strip()
        wrong = "" if words else tr("Say what is to be done.")
        if len(words) > TEXT_LIMIT:
            wrong = tr("At most %1 characters; these are %2.", TEXT_LIMIT, len(words))
        self.form.set_wrong(self.text, wrong)
        unread = tr("Choose what it is about, or clear the field.") if self.about.unread() else ""
        self.form.set_wrong(self.about, unread)
        late = self.due.wrong()
        self.form.set_wrong(self.due, late)
        self._resize()
        if wrong or unread or late or self._writing:
            if not self._writing:
                self._ending = False
                (self.text if wrong else self.about.search if unread else self.due.hour).setFocus()
            return
        about, day, due_at = self.about.about, self.due.day(), self.due.due_at()
        items = self._ctx.hand_over_items
        case_id = about.case_id if about is not None else None
        buyer_id = about.buyer_id if about is not None else None
        self._hold(True)
        self._background.run(
            self._ctx.jobs.write(
                lambda: items.leave(words, case_id=case_id, buyer_id=buyer_id, due_at=due_at, morning=day)
            ),
            self._written, self._refused, receiver=self,
        )  # fmt: skip

    def _hold(self, on: bool) -> None:
        self._writing = on
        self.take.setEnabled(not on)
        self.text.setReadOnly(on)

    def _written(self, item_id: int) -> None:
        self._hold(False)
        self.text.clear()
        self.about.choose(None)
        self.text.setFocus()
        self.left.emit(item_id)
        if self._ending:
            self._print()

    def _refused(self, error: BaseException) -> None:
        """Everything stays as it was typed."""
        self._ending = False
        self._hold(False)
        self.text.setFocus()
        show_error(error, self)

    @Slot()
    def end_shift(self) -> None:
        """Print the sheet of the morning chosen; words not left yet are left first."""
        if self.text.toPlainText().strip():
            self._ending = True
            self.leave_it()
            return
        self._print()

    def _print(self) -> None:
        self.print_wanted.emit(self.due.day())
        self.accept()

    def done(self, result: int) -> None:
        self._ctx.settings.set(_UNFINISHED, self.text.toPlainText()[:TEXT_LIMIT].strip())
        super().done(result)

    # What was left

    @Slot()
    def reload(self) -> None:
        """Read what was left for the morning chosen."""
        self._asked += 1
        asked, items, day = self._asked, self._ctx.hand_over_items, self.due.day()

        def show(sheet: HandOverSheet) -> None:
            if asked == self._asked:
                self._show(sheet)

        self._background.run(self._ctx.jobs.read(lambda: items.sheet(day)), show, receiver=self)

    def _show(self, sheet: HandOverSheet) -> None:
        self._sheet = sheet
        row = self.list.currentIndex().row()
        self.model.show_items(sheet.items)
        day = morning_title(sheet.morning, self._today)
        self.heading.setText(tr("%1: %n item(s) left already", day, n=len(sheet.items)))
        self.list.setVisible(bool(sheet.items))
        self.none.setVisible(not sheet.items)
        self.end.setEnabled(bool(sheet.items or sheet.older) or bool(self.text.toPlainText().strip()))
        if row >= 0 and sheet.items:
            self.list.choose_row(min(row, len(sheet.items) - 1))
        self._resize()

    @Slot(object)
    def _changed(self, changes: ChangeSet) -> None:
        if changes.touches("hand_over_item", "case", "buyer"):
            self.reload()

    def _act(self, item: HandOverItem | None, name: str) -> None:
        if item is None or item.cleared:
            return
        if name == "edit":
            self.doings.edit(item)
        elif name == "remove":
            self.doings.remove(item)

    @Slot()
    def _resize(self) -> None:
        QTimer.singleShot(0, self, self._fit)

    @Slot()
    def _fit(self) -> None:
        rows = self.layout()
        if rows is not None:
            rows.activate()
            self.resize(_WIDTH, max(rows.totalHeightForWidth(_WIDTH), rows.totalMinimumSize().height()))
            # The field gives way before the lists do: the dialog grows instead.
            self.resize(_WIDTH, self.height() + max(_TEXT_HEIGHT - self.text.height(), 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if watched is self.text and event.key() in _ENTER:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                return super().eventFilter(watched, event)
            self.leave_it()
            return True
        if watched is self.list and event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Delete):
            name = "edit" if event.key() == Qt.Key.Key_F2 else "remove"
            self._act(self.model.at(self.list.currentIndex().row()), name)
            return True
        return super().eventFilter(watched, event)
