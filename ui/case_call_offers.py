"""After cases were closed, on whichever page: offers in passing to plan a satisfaction call."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from desktop.changes import ChangeSet
from models.call_kinds import Channel
from models.case_call_records import CaseCallOffer
from ui import format as shown
from ui.actions import shortcut_text
from ui.change_gatherer import ChangeGatherer
from ui.i18n import language, translator
from ui.messages import Toast
from ui.plain import isolate, one_line
from ui.widgets.buttons import Button

if TYPE_CHECKING:
    from desktop.context import AppContext
    from ui.background import Background

tr = translator("cases")
_LASTS_MS = 20_000
_WORDS, _EDGE, _NICK = 350, 16, 24


class CaseCallToast(Toast):
    """Stays longer than a word in passing: two things can be done. `closed` when it is gone, whatever was chosen."""

    closed = Signal()

    def __init__(self, window: QWidget, text: str, plan: tuple[str, object], no: str) -> None:
        words, act = plan
        super().__init__(window, text, "phone-call", "accent", (words, act), lasts=_LASTS_MS)  # type: ignore[arg-type]
        row = self.layout()
        self.no = Button(no, self, size="small", kind="ghost")
        self.no.clicked.connect(self.close)
        if row is not None:
            row.addWidget(self.no)
        # Beside two buttons the words would be squeezed into more lines than there is height for.
        buttons = sum(each.sizeHint().width() for each in self.findChildren(Button))
        self.setFixedWidth(min(_WORDS + buttons, window.width() - 2 * _EDGE))
        if row is not None:
            row.activate()
        self._place_all()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()


class CaseCallOffers(QObject):
    """Listens to what was done; `plan_newest` plans what the newest offer says, by its key."""

    def __init__(self, ctx: AppContext, background: Background, window: QWidget) -> None:
        super().__init__(window)
        self._ctx, self._background, self._window = ctx, background, window
        self.offers: tuple[CaseCallOffer, ...] = ()
        self.toast: CaseCallToast | None = None
        self._offered: set[int] = set()
        self._gatherer = ChangeGatherer(ctx.changes, self)
        self._gatherer.changed.connect(self._changed)

    @Slot(object)
    def _changed(self, changes: object) -> None:
        if not isinstance(changes, ChangeSet) or not changes.cases:
            return
        if changes.touches("call_back") and any(each.case_id in changes.cases for each in self.offers):
            # Planned elsewhere meanwhile.
            self._take_away()
        if not changes.touches("case"):
            return
        if changes.moved:
            # What closed them was taken back, or another thing was: the offer may not hold any more.
            self._take_away()
            self._offered -= changes.cases
            return
        ids = sorted(changes.cases - self._offered)
        if changes.label and ids:
            self._background.run(
                self._ctx.jobs.read(lambda: self._look(ids)), self._offer, lambda error: None, receiver=self, quiet=True
            )

    def _look(self, ids: Sequence[int]) -> tuple[CaseCallOffer, ...]:
        from desktop.services.case_call_glance import offers_now

        return offers_now(self._ctx.bench, self._ctx.case_calls, ids)

    def _offer(self, offers: tuple[CaseCallOffer, ...]) -> None:
        if not offers:
            return
        self._offered |= {each.case_id for each in offers}
        self._take_away()
        self.offers = offers
        text, plan = offer_words(offers, self._day(offers[0]))
        toast = self.toast = CaseCallToast(self._window.window(), text, (plan, self.plan_newest), tr("Not this time"))
        toast.closed.connect(lambda: self._gone(toast))

    def _day(self, offer: CaseCallOffer) -> str:
        now = self._ctx.clock.now()
        return shown.day(offer.day, now, language(), self._ctx.call_backs.desk().zone)

    def _gone(self, which: CaseCallToast) -> None:
        if self.toast is which:
            self.offers, self.toast = (), None

    def _take_away(self) -> None:
        toast, self.offers, self.toast = self.toast, (), None
        if toast is not None:
            toast.close()

    def plan_newest(self) -> bool:
        """Plan the calls of the newest offer; False where nothing is offered."""
        offers, service = self.offers, self._ctx.case_calls
        if not offers:
            return False
        self._take_away()

        def work() -> None:
            if len(offers) == 1:
                service.plan(offers[0].case_id, offers[0].day, offers[0].channel)
            else:
                service.plan_several(each.case_id for each in offers)

        self._background.run(self._ctx.jobs.write(work), lambda _: None, receiver=self)
        return True


def offer_words(offers: Sequence[CaseCallOffer], day: str) -> tuple[str, str]:
    """What the offer says, and the words of its button."""
    key = shortcut_text("case_call")
    if len(offers) > 1:
        text = tr("%n cases are closed. Ask their buyers later whether all is well? %1 plans it.", key, n=len(offers))
        return text, tr("Plan %n calls", n=len(offers))
    offer = offers[0]
    nick = one_line(offer.nick)
    nick = isolate(nick if len(nick) <= _NICK else f"{nick[: _NICK - 1]}…")
    if offer.channel is Channel.NOTE:
        text = tr("%1 is closed. %2 was not asked for calls: send a note later? %3 plans it.", offer.case_number, nick,
                  key)  # fmt: skip
        return text, tr("Plan a note on %1", day)
    text = tr("%1 is closed. Ask %2 later whether all is well? %3 plans it.", offer.case_number, nick, key)
    return text, tr("Plan a call on %1", day)
