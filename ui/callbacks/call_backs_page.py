"""The Call-backs page: joins the overdue lane, the month and the day, and asks for everything it shows in jobs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop.changes import ChangeSet
from desktop.context import AppContext
from models.kinds import CallBackState, CallOutcome, Consent
from models.records import CallBackRow
from ui import format as shown
from ui.background import Background
from ui.callbacks.calendar_data import CalendarShown, CardShown, load_calendar, load_card
from ui.callbacks.call_doings import CallDoings
from ui.callbacks.day_pane import WIDTH, DayPane, first_open
from ui.callbacks.month_model import MonthModel
from ui.callbacks.month_view import MonthView
from ui.callbacks.overdue_lane import OverdueLane
from ui.callbacks.put_off_dialog import PutOffDialog
from ui.callbacks.vip_dialog import VipDialog
from ui.i18n import language, translator
from ui.page import Key, Page, Scene, Target
from ui.plain import PlainLabel, mnemonic_safe
from ui.widgets.buttons import Button, icon_button
from ui.widgets.panel import Strip, column, line, rule

tr = translator("callbacks")
# stands for the first call-back of the day where the id of one is asked for
_FIRST = -1


class CallBacksPage(Page):
    """Lane, month, day. `_month` is what the grid shows, `_chosen` the day, `_wanted` the call-back to show next."""

    word = "callbacks"

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(ctx, background, parent)
        self.ctx: AppContext = ctx
        self.doings = CallDoings(ctx, background, self)
        self._data: CalendarShown | None = None
        self._month: tuple[int, int] = (0, 0)
        self._chosen: date | None = None
        self._wanted = 0
        self._asked = self._card_asked = 0
        self._planned_for: date | None = None
        self._narrow = self._alone = False
        self.lane = OverdueLane(self)
        self.model = MonthModel(self)
        self.month = MonthView(self.model, self)
        self.day = DayPane(self)
        self.middle = Strip(self)
        rows = column(self.middle)
        rows.addWidget(self._make_tools())
        rows.addWidget(rule(self.middle))
        rows.addWidget(self.month, 1)
        across = line(self, spacing=0)
        across.addWidget(self.lane)
        across.addWidget(self.middle, 1)
        across.addWidget(self.day)
        self.day.setFixedWidth(WIDTH)
        self.add_vip = Button(tr("Add a VIP"), self, icon="user-plus")
        self.add_vip.clicked.connect(self._open_vip)
        self._connect()

    def _make_tools(self) -> QWidget:
        tools = QWidget(self.middle)
        tools.setFixedHeight(43)
        row = line(tools, margins=(12, 0, 12, 0))
        self.before = self._turner("chevron-left", tr("Month before"), "PgUp", -1, tools)
        self.after = self._turner("chevron-right", tr("Next month"), "PgDown", 1, tools)
        self.title_label = PlainLabel("", tools, role="title")
        self.today = Button(tr("Today"), tools, size="small", hint="T")
        self.today.clicked.connect(self.go_today)
        row.addWidget(self.before)
        row.addWidget(self.title_label)
        row.addWidget(self.after)
        row.addSpacing(6)
        row.addWidget(self.today)
        row.addStretch(1)
        self.unknown = PlainLabel("", tools, role="small", ink="due")
        row.addWidget(self.unknown)
        return tools

    def _turner(self, icon: str, tip: str, key: str, months: int, parent: QWidget) -> Button:
        button = icon_button(icon, tip, parent, hint=key, kind="secondary", size="small")
        button.clicked.connect(lambda: self.turn(months))
        return button

    def _connect(self) -> None:
        self.month.day_chosen.connect(self.choose_day)
        self.month.line_chosen.connect(self.choose_call)
        self.month.entered_day.connect(self._enter_day)
        self.month.today_wanted.connect(self.go_today)
        self.month.month_wanted.connect(self.turn)
        self.month.outcome_key.connect(self.day.choose_outcome)
        self.lane.chosen.connect(self.choose_call)
        self.lane.entered.connect(lambda: self._show_alone(True))
        self.lane.outcome_key.connect(self.day.choose_outcome)
        self.lane.menu_wanted.connect(self._open_menu)
        self.day.chosen.connect(self.choose_call)
        self.day.menu_wanted.connect(self._open_menu)
        self.day.save_wanted.connect(self.save)
        self.day.consent_wanted.connect(self.doings.set_consent)
        self.day.said.connect(self.said)
        self.day.vip_wanted.connect(self._open_vip)
        self.day.case_wanted.connect(lambda case_id: self.navigate.emit(Target("cases", str(case_id))))
        self.day.buyer_wanted.connect(lambda buyer_id: self.navigate.emit(Target("buyers", f"#{buyer_id}")))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save)

    # What the window asks

    def title(self) -> str:
        return tr("Call-backs")

    def facts(self) -> str:
        if self._data is None:
            return ""
        found = self._data.counts
        return " · ".join((
            tr("%n VIP buyer", n=found.vips), tr("%1 called this month", found.done),
            tr("%1 to call", found.waiting), tr("%1 overdue", found.overdue),
        ))  # fmt: skip

    def page_actions(self) -> Sequence[QWidget]:
        return (self.add_vip,)

    def hints(self) -> str:
        return tr("Arrows change the day · ↵ into the day · 1/2/3 outcome · T today")

    def keys(self) -> Sequence[Key]:
        return (
            Key("1", tr("reached")), Key("2", tr("no answer")), Key("3", tr("call again")),
            Key("Ctrl+Return", tr("save and go to the next")), Key("T", tr("today")),
            Key("Return", tr("into the day")), Key("PgUp", tr("month before")), Key("PgDown", tr("next month")),
        )  # fmt: skip

    def commands(self) -> Mapping[str, Callable[[], object]]:
        return {"log_call": self.focus_form, "today_calls": self.go_today}

    def panes(self) -> Sequence[QWidget]:
        return (self.lane.list, self.month, self.day.agenda, self.day.form.note)

    def open(self, target: Target) -> None:
        """`Target("callbacks", "2026-11-20")`: a day; `Target("callbacks", "17", "call")`: a call-back."""
        if target.part == "call" and target.id.isascii() and target.id.isdigit():
            self._wanted = int(target.id)
        elif target.id and target.part != "call":
            # What names no day leaves the calendar where it is.
            with suppress(ValueError):
                self._chosen = date.fromisoformat(target.id)
                self._month = (self._chosen.year, self._chosen.month)
        self._plan()
        self.reload()
        if not self.day.isAncestorOf(QApplication.focusWidget() or self.month):
            self.month.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, changes: object) -> None:
        touched = not isinstance(changes, ChangeSet) or changes.touches(
            "call_back", "call_record", "buyer", "order", "case", "shop"
        )
        if touched or (isinstance(changes, ChangeSet) and not changes.tables):
            if not isinstance(changes, ChangeSet) or changes.touches("buyer", "order"):
                self._planned_for = None
                self._plan()
            self.reload()

    def minute(self) -> None:
        if self._data is None:
            return
        desk = self._data.desk
        if desk.day_of(self.ctx.clock.now()) != desk.today:
            self._plan()
            self.reload()

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self._alone = self._alone and narrow
        self._fold()

    def back(self) -> bool:
        if self._alone:
            self._show_alone(False)
            return True
        focus = QApplication.focusWidget()
        if focus is not None and self.day.isAncestorOf(focus):
            self.month.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    def scenes(self) -> Sequence[Scene]:
        def talking() -> None:
            row = next((row for row in self.day.agenda.calls.rows() if row.call_back.state is CallBackState.DUE), None)
            if row is not None:
                self.choose_call(row)
            self.day.form.choose(CallOutcome.REACHED)

        return (Scene("", lambda: talking()), Scene("vip", self._open_vip))

    # Showing

    def reload(self) -> None:
        """Ask for everything anew; an older answer that comes late is dropped."""
        self._asked += 1
        asked, (year, month), chosen = self._asked, self._month, self._chosen
        self.background.run(
            self.ctx.jobs.read(lambda: load_calendar(self.ctx, year, month, chosen)),
            lambda found: self._show(found) if asked == self._asked else None,
            receiver=self,
        )

    def _plan(self) -> None:
        today = self.ctx.clock.now().date()
        if self._planned_for != today:
            self._planned_for = today
            self.background.run(self.ctx.jobs.write(self.ctx.call_backs.plan_missing), lambda _: None, receiver=self)

    def _show(self, found: CalendarShown) -> None:
        self._data = found
        self._chosen, self._month = found.chosen, (found.grid.year, found.grid.month)
        self.title_label.setText(shown.month_title(date(found.grid.year, found.grid.month, 1), language()))
        years = ", ".join(str(year) for year in found.grid.not_announced)
        self.unknown.setText(tr("Days off of %1 are not announced yet", years) if years else "")
        self.model.show_grid(found.grid)
        self.month.choose(found.chosen)
        self.lane.show_calendar(found)
        self.day.show_day(found)
        self._show_wanted(found)
        self.header_changed.emit()

    def _show_wanted(self, found: CalendarShown) -> None:
        """Open the card that was asked for, the one that was open, or the day's first."""
        known = {row.call_back.id: row for row in found.agenda} | {
            call.row.call_back.id: call.row for call in found.overdue
        }
        row = known.get(self._wanted) or self._row_of_lines(self._wanted)
        if row is None and self._wanted != _FIRST:
            row = known.get(self.day.shown_id())
        row = row or first_open(found.agenda)
        self._wanted = 0
        self._ask_card(row)

    def _row_of_lines(self, call_back_id: int) -> CallBackRow | None:
        grid = self.model.grid()
        lines = [line.row for cell in grid.cells for line in cell.lines] if grid is not None else []
        return next((row for row in lines if row.call_back.id == call_back_id), None)

    def _ask_card(self, row: CallBackRow | None) -> None:
        self._card_asked += 1
        if row is None:
            self.day.show_card(None)
            self.lane.mark(0)
            return
        asked = self._card_asked
        self.background.run(
            self.ctx.jobs.read(lambda: load_card(self.ctx, row.call_back.buyer_id, row)),
            lambda found: self._show_card(found) if asked == self._card_asked else None,
            receiver=self,
        )

    def _show_card(self, found: CardShown) -> None:
        self.day.show_card(found)
        self.lane.mark(self.day.shown_id())
        self.commands_changed.emit()

    # Doing

    def choose_day(self, day: date) -> None:
        """Show a day."""
        self._chosen = day
        if self.model.grid() is not None and not self.model.index_of(day).isValid():
            self._month = (day.year, day.month)
        self._wanted = _FIRST
        self.reload()

    def choose_call(self, row: CallBackRow) -> None:
        """Show a buyer to call."""
        if row.call_back.id == self.day.shown_id():
            return
        grid_day = row.call_back.due_on
        if self._chosen is not None and grid_day == self._chosen:
            self.day.agenda.mark(row.call_back.id)
        self._wanted = row.call_back.id
        self._ask_card(row)

    def go_today(self) -> None:
        """T: the shop's today."""
        self._chosen, self._month, self._wanted = None, (0, 0), _FIRST
        self.reload()
        self.month.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn(self, months: int) -> None:
        """Show the month before or after, on the same day of it as far as it has one."""
        year, month = self._month
        if not month:
            return
        first = date(year, month, 1) + (timedelta(days=31) if months > 0 else timedelta(days=-1))
        day = min(self._chosen.day if self._chosen else 1, 28)
        self._month, self._chosen, self._wanted = (first.year, first.month), first.replace(day=day), _FIRST
        self.reload()

    def save(self) -> None:
        """Save the call and go to the next one."""
        draft = self.day.form.draft()
        if draft is None or not self.day.save.isVisibleTo(self.day):
            return
        done = self.day.shown_id()
        following = self.day.next_open(done) if self.day.agenda.calls.row_of(done) >= 0 else None
        if following is None:
            late = [call.row for call in self.lane.model.calls() if call.row.call_back.id != done]
            following = late[0] if late else None

        self._wanted = following.call_back.id if following is not None else 0
        self.doings.log(draft, lambda _: self.day.form.forget(draft))

    def focus_form(self) -> None:
        """Put the focus where the outcome is chosen."""
        if self.day.form.isVisibleTo(self):
            self._show_alone(True)
            self.day.form.outcomes[CallOutcome.REACHED].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def can(self, command: str) -> bool:
        return command != "log_call" or self.day.form.isVisibleTo(self.day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in ("1", "2", "3") and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.day.choose_outcome(event.text())
            return
        super().keyPressEvent(event)

    def _enter_day(self) -> None:
        self._show_alone(True)
        self.day.focus_agenda()

    def _open_menu(self, row: CallBackRow, place: QPoint) -> None:
        if row.call_back.state is not CallBackState.DUE:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(mnemonic_safe(tr("Another day…")), lambda: self.open_put_off(row, skip=False))
        menu.addAction(mnemonic_safe(tr("Skip this one…")), lambda: self.open_put_off(row, skip=True))
        menu.addSeparator()
        menu.addAction(
            mnemonic_safe(tr("No more calls")),
            lambda: self.doings.set_consent(row.call_back.buyer_id, Consent.REFUSED),
        )
        menu.popup(place)

    def open_put_off(self, row: CallBackRow, *, skip: bool) -> None:
        """Ask for another day, or for why this one is left out."""
        if self._data is None:
            return
        dialog = PutOffDialog(row, self._data.desk, skip=skip, parent=self)
        dialog.moved.connect(lambda day, reason: self.doings.move(row.call_back.id, day, reason, dialog))
        dialog.skipped.connect(lambda reason: self.doings.skip(row.call_back.id, reason, dialog))
        dialog.open()

    def _open_vip(self) -> VipDialog:
        dialog = VipDialog(self.ctx, self.background, self)
        dialog.wanted.connect(self.doings.make_vip)
        dialog.open()
        return dialog

    def _show_alone(self, alone: bool) -> None:
        self._alone = alone and self._narrow
        self._fold()

    def _fold(self) -> None:
        """In a narrow window the day is a page of its own: Enter opens it, Esc leaves it."""
        self.day.setVisible(not self._narrow or self._alone)
        self.middle.setVisible(not self._alone)
        if self._narrow and self._alone:
            self.day.setMaximumWidth(16_777_215)
        else:
            self.day.setFixedWidth(WIDTH)
