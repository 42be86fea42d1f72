"""Handing over on the Cases page: asks whom, does it in the writer's thread, and shows what was said to who gets it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from desktop.services.hand_over import handed_to
from models.clock import zone
from models.records import CasePage
from ui import format as shown
from ui.cases.case_doings import CaseDoings
from ui.cases.hand_over_dialog import Handed, HandOverDialog
from ui.i18n import language, translator
from ui.plain import one_line
from ui.widgets.panel import Banner, column

tr = translator("cases")
_LOOKED_AT = 200


class HandOverDesk(QObject):
    """Opens the dialog for the cases that `ids` names when it is asked."""

    def __init__(self, ctx: AppContext, doings: CaseDoings, ids: Callable[[], Sequence[int]], window: QWidget) -> None:
        super().__init__(window)
        self._ctx, self._doings, self._ids, self._window = ctx, doings, ids, window

    def ask(self) -> HandOverDialog | None:
        """Ask whom to hand the selected cases, or the one shown, to; None without any."""
        ctx, ids = self._ctx, list(self._ids())
        if not ids:
            return None
        rows = ctx.cases.load_rows(ids[:_LOOKED_AT])
        number = next((row.number for row in rows.values()), "")
        handed = Handed(number, len(ids), frozenset(row.handler for row in rows.values()), ctx.shops.person.id)
        dialog = HandOverDialog(handed, ctx.shops.list_people(), self._window)
        dialog.given.connect(lambda person, note: self.hand_over(ids, person, note, asked=dialog))
        dialog.open()
        return dialog

    def hand_over(
        self, ids: Sequence[int], person: int, note: str = "", *, asked: HandOverDialog | None = None
    ) -> None:
        """Hand cases to a person, with a word about them or none."""
        self._doings.write(lambda: self._ctx.hand_over.hand_over(ids, person, note), asked=asked)

    def leave_item(self) -> None:
        """Leave something for the next shift, about the case shown if there is one."""
        from ui.hand_over.hand_over_door import open_leaving

        ids = list(self._ids())
        open_leaving(self._ctx, self._doings.background, self._window, case_id=ids[0] if len(ids) == 1 else None)


class HandOverNote(QWidget):
    """Above the case: what was said when it was handed to who is working, until they first do something with it."""

    def __init__(self, ctx: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self.banner = Banner("new", "", "", self)
        column(self, margins=(16, 8, 16, 0)).addWidget(self.banner)
        self.hide()

    def show_case(self, page: CasePage) -> None:
        """Show it for this case, or nothing."""
        told = handed_to(page, self._ctx.shops.person)
        self.setVisible(told is not None)
        if told is None:
            return
        when = shown.day_and_time(told.at, self._ctx.clock.now(), language(), zone(page.shop.time_zone))
        giver = one_line(told.giver)
        text = tr("%1 handed this to you, %2", giver, when) if giver else tr("Handed to you, %1", when)
        self.banner.set_text(text, told.note)
