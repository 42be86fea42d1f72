"""What is done with a line of the board, in place: by name, as its icons, its keys and its first action name it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from desktop.context import AppContext
from models.case_query import CaseView
from models.errors import UserError
from ui.case_names import names
from ui.held_writing import run_held
from ui.i18n import translator
from ui.messages import show_error, toast
from ui.page import Page, Target
from ui.plain import isolate
from ui.today.board_lines import BoardLine
from ui.today.call_acts import CALL_ACTS, BoardCallActs
from ui.today.clock_acts import BoardClockActs
from ui.today.panels import CALLS, DUE, HAND_OVER, OVERDUE, PARCELS
from ui.widgets.held_dialog import HeldDialog

if TYPE_CHECKING:
    from desktop.services.case_snooze import SnoozePlan
    from ui.batches.batch_desk import BatchDesk
    from ui.hand_over.item_dialogs import PassOnDialog
    from ui.hand_over.item_doings import ItemDoings
    from ui.snooze_dialog import SnoozeChoice

tr = translator("today")


class BoardActs:
    """`act` does it; `reload` is asked for where no change of the store tells of it."""

    def __init__(self, ctx: AppContext, page: Page, reload: Callable[[], object]) -> None:
        self._ctx, self._page, self._reload = ctx, page, reload
        self._batches: BatchDesk | None = None
        self._items: ItemDoings | None = None
        self._clocks = BoardClockActs(ctx, page)
        self.calls = BoardCallActs(lambda: ctx.call_backs, self.write, lambda: ctx.call_backs.desk().today, page)
        self._does: Mapping[str, Callable[[BoardLine], object]] = {
            "open": self.open, "call": self.open, "resolve": self._resolve, "snooze_case": self.snooze,
            "answer_clock": self._clocks.answer,
            "clear_item": lambda found: self.write(lambda: ctx.hand_over_items.done(found.number)),
            "take_item": lambda found: self.write(lambda: ctx.hand_over_items.take(found.number)),
            "reopen_item": lambda found: self.write(lambda: ctx.hand_over_items.reopen(found.number)),
            "pass_item": self.pass_on,
            "inspect_parcel": self.inspect,
            "match_parcel": lambda found: self.receive(part="box", receipt_id=found.number),
            "look_for_owner": lambda found: self.receive(part="box", receipt_id=found.number or None),
            "answer_batch": self._answer_batch, "put_off_alarm": self._put_off,
            "verify": lambda found: page.asked.emit("verify_store"),
            "review_problems": lambda found: page.asked.emit("review_problems"),
        }  # fmt: skip

    def links(self) -> Mapping[int, Callable[[], object]]:
        """Where the link of a panel leads, by its place."""
        page = self._page
        return {
            HAND_OVER: lambda: page.asked.emit("hand_over_sheets"),
            OVERDUE: lambda: page.navigate.emit(Target("cases", "", CaseView.OVERDUE.value)),
            DUE: lambda: page.navigate.emit(Target("cases", "", CaseView.DUE_SOON.value)),
            CALLS: lambda: page.navigate.emit(Target("callbacks")),
            PARCELS: lambda: self.receive(),
        }

    def act(self, found: BoardLine, name: str) -> None:
        """Carry out an action of a line."""
        if name in CALL_ACTS:
            self.calls.act(found, name)
        elif name in self._does:
            self._does[name](found)

    def write(self, work: Callable[[], object], asked: HeldDialog | None = None) -> None:
        """Write in the background; the dialog that asked closes once it is written."""
        run_held(self._page.background, self._ctx.jobs.write(work), asked, self._page)

    def open(self, found: BoardLine) -> None:
        """Go where the line leads; a parcel without a case is shown in receiving, a batch in its dialog."""
        if found.target.page:
            self._page.navigate.emit(found.target)
        elif found.actions:
            self.act(found, found.actions[0].name)

    def _resolve(self, found: BoardLine) -> None:
        self._page.navigate.emit(Target("resolution", found.case_number))

    # The hand-over

    def pass_on(self, found: BoardLine) -> PassOnDialog | None:
        """Pass an item on to the next morning or another, with a word about it if there is one."""
        if found.item is None:
            return None
        if self._items is None:
            from ui.hand_over.item_doings import ItemDoings

            self._items = ItemDoings(self._ctx, self._page.background, self._page)
        return self._items.pass_on(found.item)

    # Cases

    def snooze(self, found: BoardLine) -> None:
        """Let a case sleep until a moment or an event."""
        snoozing, ids = self._ctx.snoozing, [found.number]
        future = self._ctx.jobs.read(lambda: snoozing.plan(ids))
        self._page.background.run(future, self._ask_snooze, receiver=self._page)

    def _ask_snooze(self, plan: SnoozePlan) -> None:
        from ui.snooze_dialog import SnoozeDialog

        if not plan.ids:
            show_error(UserError("snooze_closed", case=names(plan.refused)), self._page)
            return
        dialog = SnoozeDialog(plan, self._ctx.clock.now(), self._page)
        snoozing = self._ctx.snoozing

        def take(choice: SnoozeChoice) -> None:
            self.write(
                lambda: snoozing.snooze(plan.ids, choice.until, event=choice.event, note=choice.note), dialog
            )  # fmt: skip

        dialog.chosen.connect(take)
        dialog.open()

    # Parcels

    def inspect(self, found: BoardLine) -> None:
        """Put a parcel on the receiving desk as if it were scanned; one that cannot be, where its kind lies."""
        if found.title or found.case_number:
            self.receive(found.title or found.case_number)
        else:
            self.receive(part="box", receipt_id=found.number)

    def receive(self, text: str = "", *, part: str = "", receipt_id: int | None = None) -> None:
        """Open the receiving desk, with a number as if it had been scanned there."""
        from ui.receiving.receiving_door import open_receiving

        page = self._page
        open_receiving(
            self._ctx, page.background, page, page.navigate.emit, text, part=part, receipt_id=receipt_id
        )  # fmt: skip

    # Alarms

    def _answer_batch(self, found: BoardLine) -> None:
        batch = found.alarm.batch if found.alarm is not None else None
        if batch is None:
            return
        if self._batches is None:
            from ui.batches.batch_desk import BatchDesk

            self._batches = BatchDesk(self._ctx, self._page.background, self._page)
            self._batches.said.connect(self._page.said)
            self._batches.navigate.connect(self._page.navigate)
        self._batches.open(batch.style, batch.batch)

    def _put_off(self, found: BoardLine) -> None:
        if found.alarm is None:
            return
        self._ctx.today.put_off(found.alarm.key)
        self._reload()
        toast(self._page, tr("Not shown again today: %1", isolate(found.title)), "bell-off",
              act=(tr("Show again"), self.show_again))  # fmt: skip

    def show_again(self) -> None:
        """Tell of the alarms that were put off today."""
        self._ctx.today.show_again()
        self._reload()
