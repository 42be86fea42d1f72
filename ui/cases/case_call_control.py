"""What a person does about the call after a case, on the Cases page: look, plan, put it aside, open it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from models.call_kinds import Channel
from models.errors import UserError
from models.rules.verdict import Refused
from ui.case_call_offers import CaseCallOffers
from ui.messages import show_error
from ui.page import Target

if TYPE_CHECKING:
    from desktop.context import AppContext
    from desktop.services.case_call_glance import CaseCalls
    from models.case_call_records import CaseCallOffer
    from ui.background import Background
    from ui.cases.case_doings import CaseDoings
    from ui.cases.case_panel import CasePanel


class CaseCallControl(QObject):
    """Keeps the strip of the case shown; `navigate` leads to a planned call-back."""

    navigate = Signal(object)

    def __init__(
        self, ctx: AppContext, background: Background, doings: CaseDoings, panel: CasePanel, window: QWidget
    ) -> None:
        super().__init__(window)
        self._ctx, self._background, self._doings = ctx, background, doings
        self._panel, self._window = panel, window
        self._left: set[int] = set()
        strip = panel.calls
        panel.shown_changed.connect(self.look)
        strip.plan_wanted.connect(self._plan_offered)
        strip.left.connect(self._leave)
        strip.open_wanted.connect(lambda number: self.navigate.emit(Target("callbacks", str(number), "call")))

    def look(self) -> None:
        """Read what there is of the call after the case shown."""
        from desktop.services.case_call_glance import calls_about

        page, ctx = self._panel.page, self._ctx
        if page is None:
            return
        case_id = page.case.id
        if self._panel.calls.calls is not None and self._panel.calls.calls.case_id != case_id:
            self._panel.calls.show_calls(None, self._panel.moment())
        self._background.run(
            ctx.jobs.read(lambda: calls_about(ctx.bench, ctx.case_calls, case_id)), self._show, lambda error: None,
            receiver=self, quiet=True,
        )  # fmt: skip

    def _show(self, calls: CaseCalls) -> None:
        page = self._panel.page
        if page is not None and page.case.id == calls.case_id:
            self._panel.calls.show_calls(calls, self._panel.moment(), offered=calls.case_id not in self._left)

    def _plan_offered(self) -> None:
        calls = self._panel.calls.calls
        offer = calls.offer if calls is not None else None
        if offer is not None:
            self._plan(offer.case_id, offer.day, offer.channel)

    def _leave(self) -> None:
        calls = self._panel.calls.calls
        if calls is not None:
            self._left.add(calls.case_id)
            self._panel.calls.show_calls(calls, self._panel.moment(), offered=False)

    def _plan(
        self, case_id: int, day: date, channel: Channel, at_time: str | None = None, asked: object = None
    ) -> None:  # fmt: skip
        from ui.widgets.held_dialog import HeldDialog

        service = self._ctx.case_calls
        dialog = asked if isinstance(asked, HeldDialog) else None
        self._doings.write(
            lambda: service.plan(case_id, day, channel, at_time), lambda _: self.look(), asked=dialog
        )  # fmt: skip

    def ask(self) -> None:
        """Plan what is offered at this moment, else a call after the case shown, on a day to choose; says why where
        there can be none."""
        offers = self._window.window().findChild(CaseCallOffers)
        if offers is not None and offers.plan_newest():
            return
        page, ctx = self._panel.page, self._ctx
        if page is None:
            return
        case, buyer_id = page.case, page.case.buyer_id

        def read() -> tuple[CaseCallOffer | Refused, tuple[Channel, ...], date]:
            agreed = ctx.contact.channels(buyer_id) if buyer_id is not None else {}
            usable = tuple(each for each in Channel if each in agreed and agreed[each].agreed)
            return ctx.case_calls.offer_by_hand(case.id), (*usable, Channel.NOTE), ctx.call_backs.desk().today

        def show(found: tuple[CaseCallOffer | Refused, tuple[Channel, ...], date]) -> None:
            from ui.cases.case_call_dialog import CaseCallDialog

            offer, channels, today = found
            if isinstance(offer, Refused):
                show_error(UserError("case_call_refused", why=offer.reason, case=case.number), self._window)
                return
            dialog = CaseCallDialog(offer, tuple(dict.fromkeys((offer.channel, *channels))), today, self._window)
            dialog.chosen.connect(lambda day, way, at_time: self._plan(case.id, day, way, at_time, dialog))
            dialog.open()

        self._background.run(ctx.jobs.read(read), show, receiver=self)
