"""What a person does with the life of cases: states, snoozing, merging, linking, splitting, each by its dialog."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from desktop.changes import ChangeSet
from desktop.context import AppContext
from models.errors import UserError
from models.kinds import CaseState
from models.records import CasePage
from models.rules.case_life import CLOSED
from ui.actions import shortcut_text
from ui.background import Background
from ui.cases.case_call_control import CaseCallControl
from ui.cases.case_choices import CaseChoices
from ui.cases.case_doings import CaseDoings
from ui.cases.case_panel import CasePanel
from ui.i18n import translator
from ui.messages import show_error, toast
from ui.page import Key
from ui.words import word

if TYPE_CHECKING:
    from desktop.services.case_joining import MergePlan
    from desktop.services.case_life import MoveAnswers, MovePlan
    from desktop.services.case_snooze import SnoozePlan
    from ui.cases.joining_merge import MergeChoice
    from ui.snooze_dialog import SnoozeChoice
    from ui.widgets.held_dialog import HeldDialog

tr = translator("case_life")
_MOST_MERGED = 5


class CaseLifeControl(QObject):
    """`said` is for the page to pass on; `show_wanted` carries the id of a case to be shown."""

    said = Signal(str)
    show_wanted = Signal(int)
    letters: ClassVar[Mapping[str, str]] = {"R": "resolve", "E": "packet", "D": "done", "S": "snooze"}
    """The commands behind the single letters of the list."""

    def __init__(
        self,
        ctx: AppContext,
        background: Background,
        choices: CaseChoices,
        doings: CaseDoings,
        panel: CasePanel,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._ctx, self._background, self._choices = ctx, background, choices
        self._doings, self._panel, self._window = doings, panel, window
        self._proposed: set[int] = set()
        doings.ask_state = self.change_state
        self.calls = CaseCallControl(ctx, background, doings, panel, window)

    def commands(self) -> dict[str, Callable[[], object]]:
        """The commands of the page that are carried out here."""
        ids = self._choices.ids
        return {
            "done": lambda: self.change_state(ids(), CaseState.DONE),
            "archive": lambda: self.change_state(ids(), CaseState.ARCHIVED),
            "reopen": lambda: self.change_state(ids(), CaseState.OPEN),
            "snooze": lambda: self.snooze(ids()), "wake": lambda: self.wake(ids()),
            "merge": lambda: self.merge(ids()), "link": self.link, "split": self.split,
            "case_call": self.calls.ask,
        }  # fmt: skip

    @staticmethod
    def keys() -> Sequence[Key]:
        """What the letters do, for the list of shortcuts."""
        return (Key("D", tr("set to done")), Key("S", tr("snooze")))

    # States

    def change_state(self, case_ids: Sequence[int], state: CaseState) -> None:
        """Put cases into a state; asks only for what is needed, and not at all where nothing is."""
        ids = list(case_ids)
        if ids:
            self._read(lambda: self._ctx.life.plan(ids, state), self._planned)

    def _planned(self, plan: MovePlan) -> None:
        from desktop.services.case_life import NO_ANSWERS
        from ui.cases.life_dialog import MoveDialog

        if not plan.ids:
            if plan.refused:
                first = plan.refused[0]
                values = {"case": first.number, "was": first.was.value, "state": plan.state.value}
                show_error(UserError(first.reason, **values), self._window)
            return
        if not plan.needs and not plan.refused and not plan.stops:
            self._move(plan, NO_ANSWERS)
            return
        dialog = MoveDialog(plan, self._ctx.clock.now(), self._window)
        dialog.given.connect(lambda answers: self._move(plan, answers, dialog))
        self._open(dialog)

    def _move(self, plan: MovePlan, answers: MoveAnswers, asked: HeldDialog | None = None) -> None:
        def moved(_: object) -> None:
            if answers.outcome is not None and len(plan.ids) == 1:
                from ui.cases.packet_outcome_offer import offer_packet_outcome

                offer_packet_outcome(
                    self._ctx, self._background, self._doings, self._window, plan.ids[0], answers.outcome
                )

        self._doings.write(lambda: self._ctx.life.move(plan.ids, plan.state, answers), moved, asked=asked)

    def case_changed(self, changes: object) -> None:
        """After a step was ticked off: with the last one done, propose to close the case. Nothing moves by itself."""
        case_id = self._panel.wanted
        if case_id is None or not isinstance(changes, ChangeSet) or changes.label != "step_done":
            return
        if case_id in changes.cases:
            self._read(
                lambda: self._ctx.life.steps_are_done(case_id), lambda yes: self._propose(case_id) if yes else None
            )

    def _propose(self, case_id: int) -> None:
        page = self._panel.page
        if case_id in self._proposed or self._panel.wanted != case_id:
            return
        self._proposed.add(case_id)
        number = page.case.number if page is not None and page.case.id == case_id else ""
        text = tr("All steps of %1 are done. %2 sets it to done.", number, shortcut_text("done"))
        act = (tr("Set to %1", word(CaseState.DONE)), lambda: self.change_state([case_id], CaseState.DONE))
        toast(self._window, text, "circle-check", "done", act)

    # Snoozing

    def snooze(self, case_ids: Sequence[int]) -> None:
        """Let cases sleep until a moment or an event."""
        ids = list(case_ids)
        if ids:
            self._read(lambda: self._ctx.snoozing.plan(ids), self._ask_snooze)

    def _ask_snooze(self, plan: SnoozePlan) -> None:
        from ui.case_names import names
        from ui.snooze_dialog import SnoozeDialog

        if not plan.ids:
            show_error(UserError("snooze_closed", case=names(plan.refused)), self._window)
            return
        dialog = SnoozeDialog(plan, self._ctx.clock.now(), self._window)

        def take(choice: SnoozeChoice) -> None:
            snoozing = self._ctx.snoozing
            self._doings.write(
                lambda: snoozing.snooze(plan.ids, choice.until, event=choice.event, note=choice.note), asked=dialog
            )

        dialog.chosen.connect(take)
        self._open(dialog)

    def wake(self, case_ids: Sequence[int]) -> None:
        """Wake cases now."""
        ids = list(case_ids)
        rows = self._ctx.cases.load_rows(ids).values()
        sleeping = [row.id for row in rows if row.snoozed_until is not None]
        if sleeping:
            self._doings.write(lambda: self._ctx.snoozing.wake(sleeping))
        else:
            self.said.emit(tr("None of the chosen cases is snoozed."))

    # Merging, linking, splitting

    def merge(self, case_ids: Sequence[int]) -> None:
        """Several chosen cases become one; a single one asks for its duplicate first."""
        ids = list(case_ids)
        if len(ids) > 1:
            self._plan_merge(ids, None)
        elif ids:
            self._pick(
                ids[0], (tr("Merge with which case?"), tr("Go on")), lambda other: self._plan_merge([*ids, other], None)
            )

    def _plan_merge(self, ids: list[int], kept: int | None) -> None:
        if len(ids) > _MOST_MERGED:
            self.said.emit(tr("At most %1 cases are merged at once.", _MOST_MERGED))
            return
        self._read(lambda: self._ctx.joining.plan_merge(ids, kept), lambda plan: self._ask_merge(plan, ids))

    def _ask_merge(self, plan: MergePlan, ids: list[int]) -> None:
        from ui.cases.joining_merge import MergeDialog

        dialog = MergeDialog(plan, self._window)

        def other_kept(case_id: int) -> None:
            dialog.reject()
            self._plan_merge(ids, case_id)

        def take(choice: MergeChoice) -> None:
            joining = self._ctx.joining
            self._doings.write(
                lambda: joining.merge(
                    choice.kept, choice.others, facts=choice.facts, sum_up=choice.sum_up, meant=choice.meant
                ),
                lambda _: self.show_wanted.emit(choice.kept),
                asked=dialog,
            )

        dialog.kept_changed.connect(other_kept)
        dialog.chosen.connect(take)
        self._open(dialog)

    def link(self) -> None:
        """Link the case shown to another one."""
        case_id = self._panel.wanted
        if case_id is not None:
            self._pick(
                case_id, (tr("Link to which case?"), tr("Link")),
                lambda other: self._doings.write(lambda: self._ctx.joining.link(case_id, other)),
            )  # fmt: skip

    def unlink(self, link_id: int) -> None:
        """Take a link made by hand back."""
        self._doings.write(lambda: self._ctx.joining.unlink(link_id))

    def split(self) -> None:
        """Open another case with parts of the one shown."""
        case_id = self._panel.wanted
        if case_id is not None:
            self._read(lambda: self._ctx.cases.load_page(case_id), self._ask_split)

    def _ask_split(self, page: CasePage) -> None:
        from ui.cases.joining_split import SplitDialog

        if page.case.merged_into is not None:
            show_error(UserError("merged_stays", case=page.case.number), self._window)
            return
        dialog = SplitDialog(page, self._window)
        dialog.chosen.connect(
            lambda parts: self._doings.write(
                lambda: self._ctx.joining.split(page.case.id, parts), self.show_wanted.emit, asked=dialog
            )
        )
        self._open(dialog)

    def can(self, command: str) -> bool:
        """Whether a command makes sense for the case shown."""
        page = self._panel.page
        if page is None or page.case.id != self._panel.wanted:
            return True
        if command == "reopen":
            return page.case.state in CLOSED and page.case.merged_into is None
        if command == "wake":
            return page.case.snoozed_until is not None or len(self._choices.ids()) > 1
        return True

    def _pick(self, case_id: int, words: tuple[str, str], then: Callable[[int], object]) -> None:
        from ui.case_picker import CasePicker

        dialog = CasePicker(self._ctx, self._background, case_id, words, self._window)
        dialog.picked.connect(then)
        self._open(dialog)

    def _read(self, look: Callable[[], object], then: Callable[..., object]) -> None:
        self._background.run(self._ctx.jobs.read(look), then, receiver=self)

    @staticmethod
    def _open(dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
