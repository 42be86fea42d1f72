"""What is done with an item of the hand-over, on Today and in the sheet of a night: taken, done, passed on, changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from models.hand_over_records import HandOverItem
from models.register_kinds import HandOverState
from ui.background import Background
from ui.hand_over.item_dialogs import CorrectItemDialog, EditItemDialog, PassOnDialog, short_text
from ui.held_writing import run_held
from ui.i18n import translator
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.reason_dialog import ReasonDialog, ReasonWords

tr = translator("hand_over")
_LONGEST = 2_000


class ItemDoings(QObject):
    """Writes in the writer's thread; errors are shown over `window`. The dialogs are returned for who asks."""

    def __init__(self, ctx: AppContext, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._ctx, self._background, self._window = ctx, background, window

    def take(self, item: HandOverItem) -> None:
        """Say that who is working does it now."""
        items = self._ctx.hand_over_items
        self._write(lambda: items.take(item.id))

    def done(self, item: HandOverItem) -> None:
        """Tick it off."""
        items = self._ctx.hand_over_items
        self._write(lambda: items.done(item.id))

    def done_with_note(self, item: HandOverItem) -> ReasonDialog:
        """Tick it off with a word about it."""
        words = ReasonWords(
            title=tr("Done: %1", short_text(item)), field=tr("Note"), take=tr("Done"), cancel=tr("Cancel"),
            text=tr("The note stays with the item and in the history."),
        )  # fmt: skip
        items = self._ctx.hand_over_items
        dialog = ReasonDialog(words, self._window, longest=_LONGEST)
        dialog.given.connect(lambda note: self._write(lambda: items.done(item.id, note), dialog))
        dialog.open()
        return dialog

    def pass_on(self, item: HandOverItem) -> PassOnDialog:
        """Pass it on to the next morning or another, with a word about it."""
        items = self._ctx.hand_over_items
        first = items.passed_to(item).morning
        dialog = PassOnDialog(item, first, items.today(), items.due_by(), items.time_zone, self._window)
        dialog.given.connect(
            lambda note, morning: self._write(lambda: items.pass_on(item.id, note, morning=morning), dialog)
        )
        dialog.open()
        return dialog

    def reopen(self, item: HandOverItem) -> None:
        """Open what was taken or done again."""
        items = self._ctx.hand_over_items
        self._write(lambda: items.reopen(item.id))

    def edit(self, item: HandOverItem) -> EditItemDialog:
        """Change its words or its due time."""
        items = self._ctx.hand_over_items
        dialog = EditItemDialog(item, items.today(), items.time_zone, self._window)
        dialog.given.connect(
            lambda text, why, due: self._write(lambda: items.edit(item.id, text, why, due_at=due), dialog)
        )
        dialog.open()
        return dialog

    def correct(self, item: HandOverItem) -> CorrectItemDialog:
        """Set its words, what it is about or its due time right, with the reason."""
        items = self._ctx.hand_over_items
        dialog = CorrectItemDialog(self._ctx, self._background, item, self._window)

        def write(text: str, why: str, due: datetime | None) -> None:
            case_id, buyer_id = dialog.ids()
            self._write(
                lambda: items.correct(item.id, why, text=text, case_id=case_id, buyer_id=buyer_id, due_at=due), dialog
            )

        dialog.given.connect(write)
        dialog.open()
        return dialog

    def remove(self, item: HandOverItem) -> ReasonDialog | None:
        """Take it back; what is not only one's own and untouched asks why."""
        items = self._ctx.hand_over_items
        mine = item.left_by == self._ctx.shops.person.name
        if mine and item.state is HandOverState.OPEN and item.passed_from is None:
            self._write(lambda: items.remove(item.id))
            return None
        words = ReasonWords(
            title=tr("Take back: %1", short_text(item)), field=tr("Reason"), take=tr("Take back"),
            cancel=tr("Cancel"), wrong=tr("Say why; it is kept in the history."),
        )  # fmt: skip
        dialog = ReasonDialog(words, self._window)
        dialog.given.connect(lambda why: self._write(lambda: items.remove(item.id, why), dialog))
        dialog.open()
        return dialog

    def _write(self, work: Callable[[], object], asked: HeldDialog | None = None) -> None:
        run_held(self._background, self._ctx.jobs.write(work), asked, self._window)
