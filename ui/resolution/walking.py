"""The run of the wizard between page and service: answers in, evaluations back, draft kept, the end written once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.context import AppContext
from desktop.services.resolution_offers import Choice, Override, is_payable
from desktop.services.resolutions import Walk, Written
from ui.background import Background
from ui.i18n import language
from ui.resolution.draft_keeper import DraftKeeper
from ui.resolution.wizard_state import CONFIRM, REMEDY, ROAD, ROAD_FACT, WizardState


class Walking(QObject):
    """`begun` after a case was opened, `changed` after an evaluation, `moved` after another place was taken.

    The last evaluation stays until the newer one is there; going on waits for it.
    """

    begun = Signal()
    changed = Signal()
    moved = Signal()
    stuck = Signal()
    reason_missing = Signal()
    texts_ready = Signal(object)
    finished = Signal(int, str)
    not_written = Signal(object)
    failed = Signal(object)

    def __init__(self, ctx: AppContext, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx, self._background = ctx, background
        self.state: WizardState | None = None
        self.keeper = DraftKeeper(ctx, background, self)
        self._asked = self._answered = 0
        self._after: str = ""
        self._finishing = False

    @property
    def busy(self) -> bool:
        """A newer evaluation is under way, or the end is being written."""
        return self._asked != self._answered or self._finishing

    @property
    def waits_to_go_on(self) -> bool:
        """Going on was asked for and waits for the evaluation."""
        return bool(self._after)

    # Beginning

    def start(self, case: int | str) -> None:
        """Open a case by its id or number, with its draft."""
        self.keeper.flush()
        self._asked += 1
        turn, ctx = self._asked, self._ctx

        def read() -> Walk:
            return ctx.resolutions.start(case if isinstance(case, int) else ctx.cases.find_case_id(case))

        self._background.run(ctx.jobs.read(read), lambda walk: self._begin(turn, walk), self._fail, receiver=self)

    def _begin(self, turn: int, walk: Walk) -> None:
        if turn != self._asked:
            return
        self._answered = turn
        self._after = ""
        self._finishing = False
        self.state = WizardState.begin(walk)
        self.begun.emit()

    def reload(self) -> None:
        """The case changed elsewhere: the same answers on what it says now."""
        if self.state is not None and not self._finishing:
            self._evaluate(anew=True)

    def message_copied(self, text: str) -> None:
        """The message was taken to be sent: kept as a reply of the case, and the buyer is answered by it."""
        if self.state is None:
            return
        texts, case_id = self._ctx.texts, self.state.case_id
        details = {"situation": {"zh": "处理方案", "en": "resolution"}}
        future = self._ctx.jobs.write(
            lambda: texts.reply_copied(case_id, text, situation="resolution", details=details)
        )
        self._background.run(future, lambda _: None, self.failed.emit, receiver=self, quiet=True)

    def discard(self) -> None:
        """Forget the draft and begin again."""
        state = self.state
        if state is not None:
            self._drop_draft(state.case_id, lambda: self.start(state.case_id))

    def forget_draft(self) -> None:
        """Forget the draft and the answers; the case is read anew when the wizard is opened again."""
        state = self.state
        if state is not None:
            self._drop_draft(state.case_id, lambda: None)
            self.state = None

    def _drop_draft(self, case_id: int, then: Callable[[], object]) -> None:
        self.keeper.drop()
        service = self._ctx.resolutions
        future = self._ctx.jobs.write(lambda: service.discard_draft(case_id))
        self._background.run(future, lambda _: then(), self.failed.emit, receiver=self)

    # Answers

    def answer(self, fact: str, value: object, typing: bool = False) -> None:
        """Take an answer; the draft is kept at once, or when typing pauses."""
        state = self.state
        if state is not None and (fact not in state.answers or state.answers[fact] != value):
            state.answers[fact] = value
            self._keep(typing)
            self._evaluate()

    def restore(self, fact: str) -> None:
        """Take back an answer: what the case tells counts again."""
        if self.state is not None and fact in self.state.answers:
            del self.state.answers[fact]
            self._keep(False)
            self._evaluate()

    def choose(self, remedy_id: str) -> None:
        """Choose an offer; a remedy decided otherwise makes way."""
        state = self.state
        if state is None:
            return
        override = state.choice.override
        if override is not None and override.remedy is not None:
            override = Override(override.reason, override.liability, shares=override.shares)
        self._choose(Choice(remedy_id, override), typing=False)

    def override(self, override: Override | None) -> None:
        """Decide otherwise, as far as it is filled in; None takes it back."""
        if self.state is not None:
            self._choose(Choice(self.state.choice.remedy_id, override), typing=override is not None)

    def _choose(self, choice: Choice, *, typing: bool) -> None:
        state = self.state
        if state is not None and choice != state.choice:
            state.choice = choice
            self._keep(typing)
            self._evaluate()

    def _keep(self, typing: bool) -> None:
        state = self.state
        if state is not None:
            self.keeper.keep(state.case_id, state.answers, state.choice, typing=typing)

    def _evaluate(self, *, anew: bool = False) -> None:
        state = self.state
        if state is None:
            return
        self._asked += 1
        turn, service, walk = self._asked, self._ctx.resolutions, state.walk
        answers, choice = dict(state.answers), state.choice

        def work() -> Walk:
            return service.evaluate(service.reload(walk) if anew else walk, answers, choice)

        future = self._ctx.jobs.read(work)
        self._background.run(future, lambda found: self._evaluated(turn, found), self._fail, receiver=self, quiet=True)

    def _evaluated(self, turn: int, walk: Walk) -> None:
        state = self.state
        if turn != self._asked or state is None:
            return
        self._answered = turn
        before = state.place
        state.take(walk)
        self.changed.emit()
        if state.place != before:
            self.moved.emit()
        after, self._after = self._after, ""
        if after == "next":
            self.next()
        elif after == "confirm":
            self.to_confirm()
        elif after == "finish":
            self.finish()

    def _fail(self, error: BaseException) -> None:
        self._answered = self._asked
        self._after = ""
        self.failed.emit(error)

    # Places

    def go(self, place: str) -> None:
        """Stand at another place, if it can be reached."""
        state = self.state
        if state is not None and place != state.place and state.reachable(place):
            self.keeper.flush()
            state.go(place)
            self.moved.emit()

    def ask_road(self) -> None:
        """Ask which road it is, also where the problem left only one."""
        if self.state is not None:
            self.state.road_wanted = True
            self.go(ROAD)

    def next(self) -> None:
        """The place after this one, once the newest answer is worked in."""
        state = self.state
        if state is None:
            return
        if state.place == ROAD and ROAD_FACT not in state.answers and state.road():
            # Going on confirms the road that was preselected.
            self.answer(ROAD_FACT, state.road())
        if self._asked != self._answered:
            self._after = "next"
            return
        place = state.next_place()
        if place is None:
            self.stuck.emit()
        elif state.place == REMEDY and self._lacks_reason(state):
            self.reason_missing.emit()
        else:
            self.go(place)

    def previous(self) -> bool:
        """The place before this one; False at the first."""
        state = self.state
        place = state.previous_place() if state is not None else None
        if place is None:
            return False
        self.go(place)
        return True

    def to_confirm(self) -> None:
        """Jump to the end, when nothing is open."""
        state = self.state
        if state is None:
            return
        if self._asked != self._answered:
            self._after = "confirm"
        elif self._lacks_reason(state):
            self.go(REMEDY)
            self.reason_missing.emit()
        elif state.complete:
            self.go(CONFIRM)
        else:
            self.go(state.first_open())
            self.stuck.emit()

    @staticmethod
    def _lacks_reason(state: WizardState) -> bool:
        override = state.choice.override
        if override is None:
            return False
        order = state.walk.page.order
        shared = not override.shares or sum(override.shares.values()) == 100
        return not (override.reason.strip() and shared and is_payable(override, order.paid if order else None))

    # The end

    def make_texts(self) -> None:
        """The remark and the message for the last page."""
        state = self.state
        if state is not None:
            service, walk, lang = self._ctx.resolutions, state.walk, language()
            future = self._ctx.jobs.read(lambda: service.texts(walk, lang))
            self._background.run(future, self._take_texts, self.failed.emit, receiver=self, quiet=True)

    def _take_texts(self, written: Written) -> None:
        self.texts_ready.emit(written)

    def finish(self) -> None:
        """Write everything in one transaction; asking again while it runs, or after it failed, writes once."""
        state = self.state
        if state is None or self._finishing:
            return
        if self._asked != self._answered:
            self._after = "finish"
            return
        if self._lacks_reason(state):
            self.go(REMEDY)
            self.reason_missing.emit()
            return
        self._finishing = True
        self.keeper.drop()
        service, walk, operation, lang = self._ctx.resolutions, state.walk, state.operation, language()
        offer, override = walk.offer, walk.choice.override

        def write() -> int:
            return service.finish(walk, remedy_id=offer.id, operation=operation, language=lang, override=override)

        title = offer.title.pick(lang)
        self._background.run(
            self._ctx.jobs.write(write), lambda _: self._done(state, title), self._failed_to_write, receiver=self
        )

    def _done(self, state: WizardState, title: str) -> None:
        self._finishing = False
        self.state = None
        self.finished.emit(state.case_id, title)

    def _failed_to_write(self, error: BaseException) -> None:
        self._finishing = False
        self._keep(False)
        self.not_written.emit(error)

    def leave(self) -> None:
        """Keep what is due before the page is left."""
        self.keeper.flush()
