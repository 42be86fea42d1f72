"""The Call-backs page: what the window asks of it, and what is done with the call-backs it shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from desktop.changes import ChangeSet
from desktop.context import AppContext
from models.call_back_records import CallFilters
from models.kinds import CallBackState, CallOutcome
from models.records import CallBackRow
from ui.background import Background
from ui.callbacks import page_words
from ui.callbacks.calendar_data import CalendarView
from ui.callbacks.calendar_export import CalendarExport
from ui.callbacks.calendar_keys import OUTCOMES
from ui.callbacks.calendar_page import CalendarPage
from ui.callbacks.call_desk_doings import CallDeskDoings
from ui.callbacks.call_paper import CallPaper
from ui.callbacks.day_pane import WIDTH
from ui.callbacks.far_doings import FarDoings
from ui.callbacks.line_menu import LineMenu
from ui.callbacks.missing_calls import MissingCalls
from ui.callbacks.spreading import Spreading
from ui.i18n import translator
from ui.page import Key, Scene, Target
from ui.vips.vip_desk import PROPOSALS, open_contact
from ui.vips.vip_door import VipDoor
from ui.widgets.buttons import Button

tr = translator("callbacks")
_SHOWN = (
    "call_back", "call_record", "contact_consent", "quiet_period", "setting", "shop", "person", "buyer", "order",
    "case",
)  # fmt: skip


class CallBacksPage(CalendarPage):
    """The calendar with what can be done: calls are logged, moved, skipped; buyers become VIP."""

    word = "callbacks"

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(ctx, background, parent)
        self.desk = CallDeskDoings(ctx, background, self.day, self.doings, self)
        self.missing = MissingCalls(ctx, background, self)
        self._narrow = self._alone = False
        self.vips = VipDoor(ctx, background, self, self.navigate.emit)
        self.menus = LineMenu(
            self, self.doings, ctx.shops.list_people, lambda rows, skip: self.open_put_off_all(rows, skip=skip),
            self._open_contact,
        )  # fmt: skip
        self.far = FarDoings(ctx, background, self.notices, self._show_far, self)
        self.calendar_file = CalendarExport(ctx, background, self)
        self.calendar_file.said.connect(self.said)
        self.spreading = Spreading(ctx, background, self)
        self.spreading.said.connect(self.said)
        self.paper = CallPaper(ctx, background, self, lambda: self._data)
        self.export_ics = Button(tr("Export .ics"), self, icon="calendar-plus")
        self.export_ics.clicked.connect(self.calendar_file.ask)
        self._connect()

    def _connect(self) -> None:
        views, keys, tools, notices = self.views, self.calendar_keys, self.tools, self.notices
        views.day_chosen.connect(self.choose_day)
        views.entered_day.connect(self._enter_day)
        views.more_wanted.connect(self._load_more)
        views.dropped.connect(self.moves.put)
        views.refused.connect(self.said)
        for chooser in (views.line_chosen, self.lane.chosen, self.day.chosen):
            chooser.connect(self.choose_call)
        views.line_opened.connect(self._open_line)
        for menus in (views.menu_wanted, self.lane.menu_wanted, self.day.menu_wanted):
            menus.connect(self._open_menu)
        keys.view_wanted.connect(self.show_view)
        keys.today_wanted.connect(self.go_today)
        keys.turn_wanted.connect(self.turn)
        keys.outcome_key.connect(self.day.choose_outcome)
        keys.shift_wanted.connect(self.shift)
        keys.move_wanted.connect(lambda: self._put_off_shown(skip=False))
        keys.skip_wanted.connect(lambda: self._put_off_shown(skip=True))
        tools.turned.connect(self.turn)
        tools.today_wanted.connect(self.go_today)
        tools.view_wanted.connect(self.show_view)
        tools.filters.changed.connect(self.narrow)
        notices.again.connect(self.reload)
        notices.clear.connect(tools.filters.clear_all)
        notices.vip.connect(self.vips.add)
        self.lane.entered.connect(self._enter_lane)
        self.moves.said.connect(self.said)
        self.moves.moved.connect(self._follow)
        self.moves.not_moved.connect(self.reload)
        self.queue.row_wanted.connect(self._go_on)
        self.day.save_wanted.connect(self.save)
        self.day.step_wanted.connect(self.queue.step)
        self.day.agenda.put_off_wanted.connect(lambda rows, skip: self.open_put_off_all(rows, skip=skip))
        self.day.consent_wanted.connect(self.doings.set_consent)
        self.day.note_wanted.connect(self.plan_note)
        self.desk.case_wished.connect(self.case_wished)
        self.desk.case_wanted.connect(self.day.case_wanted)
        self.desk.shown_wanted.connect(lambda number: self.navigate.emit(Target("cases", number)))
        self.desk.said.connect(self.said)
        self.day.said.connect(self.said)
        self.day.vip_wanted.connect(self.vips.add)
        self.day.case_wanted.connect(lambda case_id: self.navigate.emit(Target("cases", str(case_id))))
        self.day.buyer_wanted.connect(lambda buyer_id: self.navigate.emit(Target("buyers", f"#{buyer_id}")))
        for shortcut_keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(shortcut_keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save)

    # What the window asks

    def title(self) -> str:
        return tr("Call-backs")

    def facts(self) -> str:
        return page_words.facts(self._data)

    def page_actions(self) -> Sequence[QWidget]:
        return (self.export_ics, self.vips)

    def counts(self) -> str:
        return page_words.span_counts(self._data, self.tools.filters.summary())

    def hints(self) -> str:
        return page_words.hints(self.state.view)

    def keys(self) -> Sequence[Key]:
        return page_words.page_keys()

    def commands(self) -> Mapping[str, Callable[[], object]]:
        return {
            "log_call": self.focus_form,
            "call_month": lambda: self.show_view(CalendarView.MONTH),
            "call_week": lambda: self.show_view(CalendarView.WEEK),
            "call_agenda": lambda: self.show_view(CalendarView.AGENDA),
            "call_day": lambda: self.show_view(CalendarView.DAY),
            "today_calls": self.go_today,
            "calls_before": lambda: self.turn(-1),
            "calls_after": lambda: self.turn(1),
            "call_next": lambda: self.queue.step(1),
            "call_previous": lambda: self.queue.step(-1),
            **self.desk.commands(),
            "move_call": lambda: self._put_off_shown(skip=False),
            "skip_call": lambda: self._put_off_shown(skip=True),
            "snooze": lambda: self._put_off_shown(skip=False),
            "call_assign": self.hand_over,
            "call_note": self.plan_note,
            "call_spread": self.spreading.ask,
            "contact": self.open_contact,
            "add_vip": self.vips.add,
            "vip_proposals": lambda: self.vips.open(PROPOSALS),
            "filter": self.start_search,
            "clear_filters": self.tools.filters.clear_all,
            "export_calendar": self.calendar_file.ask,
            **self.paper.commands(),
        }

    def open_contact(self) -> None:
        """What the buyer shown agreed to, and how they like to be contacted."""
        card = self.day.shown()
        if card is not None:
            self._open_contact(card.card.buyer.id)

    def _open_contact(self, buyer_id: int) -> None:
        open_contact(self.ctx, self.background, buyer_id, self, self.navigate.emit)

    def hand_over(self) -> None:
        """Ask whom to give what is chosen to."""
        focus = QApplication.focusWidget()
        over = focus if focus is not None and self.isAncestorOf(focus) else self.day
        self.menus.hand_over(self._chosen_rows(), over.mapToGlobal(over.rect().center()))

    def plan_note(self) -> None:
        """Plan a note in the parcel for the buyer shown, who was not asked."""
        card = self.day.shown()
        if card is not None:
            self.doings.plan_note(card.card.buyer.id)

    def can(self, command: str) -> bool:
        if command == "contact":
            return self.day.shown() is not None
        if command in self.desk.commands():
            return self.desk.can(command)
        if command == "log_call":
            return self.day.form.isVisibleTo(self.day)
        if command in ("move_call", "skip_call", "snooze", "call_assign"):
            return bool(self._chosen_rows())
        if command == "call_note":
            card = self.day.shown()
            return card is not None and card.note_on is not None
        return command != "clear_filters" or self.state.filters != CallFilters()

    def panes(self) -> Sequence[QWidget]:
        return (self.lane.list, *self.views.panes(), self.day.agenda, self.day.form.note)

    def start_search(self) -> None:
        """The filters: what is looked for on this page."""
        self.tools.filters.take_focus()

    def open(self, target: Target) -> None:
        """`Target("callbacks", "2026-11-20")`: a day; `Target("callbacks", "17", "call")`: a call-back."""
        if target.part == "call" and target.id.isascii() and target.id.isdigit():
            self.bring(int(target.id))
        elif target.id and target.part != "call":
            # What names no day leaves the calendar where it is.
            with suppress(ValueError):
                self.state.choose(date.fromisoformat(target.id), held=False)
        self.missing.look()
        self.far.look()
        self.reload()
        if not self.day.isAncestorOf(QApplication.focusWidget() or self.views):
            self.views.take_focus()

    def refresh(self, changes: object) -> None:
        if isinstance(changes, ChangeSet) and changes.moved:
            self.day.form.book.heed_undo()
        told = changes if isinstance(changes, ChangeSet) and changes.tables else None
        if told is None or told.touches(*_SHOWN):
            self.vips.look()
            self.far.look()
            if told is None or told.touches("buyer", "contact_consent"):
                self.missing.look(anew=True)
            # An import goes on for long, and changes at most what a card tells of.
            self.follow_soon() if told is not None and told.touches("order") else self.follow()

    def minute(self) -> None:
        if self._data is None:
            return
        desk, now = self._data.desk, self.ctx.clock.now()
        self.views.set_now(now.astimezone(desk.zone))
        if desk.day_of(now) != desk.today:
            if self.state.chosen == desk.today:
                self.state.go_today()
            self.missing.look()
            self.far.look()
            self.reload()

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self._alone = self._alone and narrow
        self._fold()

    def back(self) -> bool:
        if self._alone:
            self._show_alone(False)
            self.views.take_focus()
            return True
        focus = QApplication.focusWidget()
        if focus is not None and self.day.isAncestorOf(focus):
            self.views.take_focus()
            return True
        return False

    def save_state(self) -> Mapping[str, str]:
        return self.state.kept(self._data.desk.today if self._data is not None else None)

    def restore_state(self, state: Mapping[str, str]) -> None:
        self.state.restore(state)

    def scenes(self) -> Sequence[Scene]:
        def talking() -> None:
            row = next((row for row in self.day.agenda.calls.rows() if row.call_back.state is CallBackState.DUE), None)
            if row is not None:
                self.choose_call(row)
            self.day.form.choose(CallOutcome.REACHED)

        def seen(view: CalendarView) -> Scene:
            return Scene(view.value, lambda: self.show_view(view))

        views = (CalendarView.WEEK, CalendarView.AGENDA, CalendarView.DAY)
        dialogs = (
            Scene("vip", self.vips.add), Scene("calls", self.desk.open_calls),
            Scene("put-off", lambda: self._put_off_scene()),
        )  # fmt: skip
        return (Scene("", lambda: talking()), *(seen(view) for view in views), *dialogs)

    def _put_off_scene(self) -> QWidget | None:
        row = self._shown_row()
        return self.desk.put_off([row], self._data, skip=False) if row is not None and self._data is not None else None

    def _show_far(self, day: date) -> None:
        self.state.choose(day, held=False)
        self.show_view(CalendarView.AGENDA)

    # Doing

    def shift(self, across: int, down: int) -> None:
        """Ctrl with an arrow: the call-back whose card is open goes a day, a week or an hour on."""
        row, data = self._shown_row(), self._data
        if row is None or data is None:
            return
        day, at_time = self.moves.place_of(row)
        current = self.views.current()
        self.moves.put(row.call_back.id, *current.shifted(max(day, data.desk.today), at_time, across, down))

    def _follow(self, call_back_id: int, day: object) -> None:
        """What was moved stays in sight with its card."""
        if isinstance(day, date) and self.views.has_focus():
            self.state.choose(day, held=self.views.holds(day))
        self.wanted_id = call_back_id

    def _shown_row(self) -> CallBackRow | None:
        """The open call-back whose card is shown."""
        row = self.row_of(self.day.shown_id())
        return row if row is not None and row.call_back.state is CallBackState.DUE else None

    def _chosen_rows(self) -> Sequence[CallBackRow]:
        """The open call-backs that are selected where the keyboard is, the one shown among them; else that one."""
        row = self._shown_row()
        lane, agenda, keyed = self.lane, self.day.agenda, self.window().focusWidget()
        for place, chosen in ((lane.list, lane.selected_calls), (agenda, agenda.selected_calls)):
            if place is keyed and len(rows := chosen()) > 1:
                return rows
        return [row] if row is not None else []

    def _put_off_shown(self, *, skip: bool) -> None:
        self.open_put_off_all(self._chosen_rows(), skip=skip)

    def save(self) -> None:
        """Save the call and go to the next one."""
        self.queue.save()

    def _go_on(self, row: CallBackRow | None) -> None:
        """The next of the queue."""
        self.wanted_id = row.call_back.id if row is not None else 0
        ready = self.queue.ready(row)
        if ready is None:
            self._ask_card(row)
            return
        # Read ahead; after what is being written it is read anew.
        self._card_asked += 1
        self._show_card(ready)

    def focus_form(self) -> None:
        """Put the focus where the outcome is chosen."""
        if self.day.form.isVisibleTo(self):
            self._show_alone(True)
            self.day.form.outcomes[CallOutcome.REACHED].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() and event.text() in OUTCOMES and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.day.choose_outcome(event.text())
            return
        super().keyPressEvent(event)

    def _enter_lane(self) -> None:
        """Enter in the lane: to its card, which is a page of its own in a narrow window."""
        self._show_alone(True)
        self.focus_form()

    def _open_line(self, row: CallBackRow) -> None:
        """Enter on a line: its card, and into the day's call-backs."""
        self.choose_call(row)
        self._enter_day()

    def _enter_day(self) -> None:
        self._show_alone(True)
        if self.state.view is CalendarView.DAY and not self._alone:
            self.views.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.day.focus_agenda()

    def _open_menu(self, row: CallBackRow, place: QPoint) -> None:
        several = self._chosen_rows()
        self.menus.open(several if row in several else [row], place)

    def open_put_off_all(self, rows: Sequence[CallBackRow], *, skip: bool) -> None:
        """Ask for another day, or for why these are left out."""
        if self._data is not None and rows:
            self.desk.put_off(rows, self._data, skip=skip)

    def _show_alone(self, alone: bool) -> None:
        self._alone = alone and self._narrow
        self._fold()

    def _fold(self) -> None:
        """In a narrow window the day is a page of its own: Enter opens it, Esc leaves it."""
        self.day.setVisible(not self._narrow or self._alone)
        self.day.set_alone(self._alone)
        self.middle.setVisible(not self._alone)
        if self._narrow and self._alone:
            self.day.setMaximumWidth(16_777_215)
        else:
            self.day.setFixedWidth(WIDTH)
