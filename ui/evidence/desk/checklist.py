"""What the Evidence page does with its checklist: lead to evidence, take some in for a need, ask the buyer, weigh."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Qt, Slot

from desktop.services.fact_names import FactName
from models.kinds import WaitingOn
from ui.evidence.checklist.weight_dialog import WeightDialog
from ui.i18n import language, translator
from ui.intake.report import AddReport
from ui.messages import show_error

if TYPE_CHECKING:
    from desktop.services.checklists import CaseChecklist
    from desktop.services.weighings import CaseWeighing
    from models.rules.weight_evidence import ParcelWeights
    from ui.evidence.evidence_desk import EvidenceDesk

tr = translator("checklist")


class DeskChecklist(QObject):
    """The checklist's own doings. `held`: the need that what comes in next is for; empty for none."""

    def __init__(self, desk: EvidenceDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.held = ""
        self._weighing: CaseWeighing | None = None
        self._manner: tuple[str, str] | None = None
        self.dialog: WeightDialog | None = None
        panel = desk.checklist
        panel.found.connect(self._go_to)
        panel.wanted.connect(self._want)
        panel.list.dropped.connect(self._dropped)
        panel.list.let_go.connect(self.let_go)
        panel.asking.copied.connect(self._copied)
        panel.asking.asked.connect(self._ask)
        panel.asking.manner_wanted.connect(self._change_manner)
        panel.asking.edited.connect(self._check)
        panel.asking.waiting_wanted.connect(self._wait_for_buyer)
        panel.weights.edit_wanted.connect(self.edit_weights)
        panel.weights.evidence_wanted.connect(self._go_to)
        desk.work.added.connect(self._added)
        desk.work.failed.connect(lambda _: self.let_go())

    def show(self, checked: CaseChecklist, weighing: CaseWeighing) -> None:
        """A case was read, or read again; a tone chosen by hand stays as long as its case is in front."""
        desk, panel = self._desk, self._desk.checklist
        case = desk.shown_case()
        if case is None:
            return
        before = panel.shown()
        if before is None or before.case_id != checked.case_id:
            self.let_go()
            self._manner = None
        self._weighing = weighing
        panel.show_case(case.case, checked, weighing, ask=self._manner is None)
        if self._manner is not None:
            self._change_manner(*self._manner)

    # Leading to evidence, and taking some in

    @Slot(int)
    def _go_to(self, evidence_id: int) -> None:
        browser, row = self._desk.browser, self._desk.case_model.row_of(evidence_id)
        if row >= 0:
            browser.choose_row(row)
            browser.view().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            # A filter of the gallery hides it.
            self._desk.said.emit(tr("The filters above hide this evidence."))

    @Slot(str, bool)
    def _want(self, need_id: str, choosing: bool) -> None:
        self.hold(need_id)
        if choosing:
            self._desk.adding.choose_files()

    def hold(self, need_id: str) -> None:
        """What is pasted, dropped or chosen next is for this need."""
        self.held = need_id
        self._desk.checklist.model.hold(need_id)

    @Slot()
    def let_go(self) -> None:
        """What comes in next is for no need."""
        self.hold("")

    @Slot(str, QMimeData)
    def _dropped(self, need_id: str, mime: QMimeData) -> None:
        self.hold(need_id)
        if self._desk.adding.takes(mime):
            self._desk.adding.drop(mime)

    @Slot(object)
    def _added(self, report: AddReport) -> None:
        need, self.held = self.held, ""
        self._desk.checklist.model.hold("")
        ids = [one.evidence_id for one in (*report.kept, *report.doubles) if one.evidence_id is not None]
        if need and ids:
            self._desk.writer.tag(ids, need)

    # Asking the buyer

    @Slot(list, str)
    def _copied(self, needs: Sequence[str], text: str) -> None:
        self._desk.said.emit(tr("Copied. Mark it as asked once it is sent."))

    @Slot(list, str)
    def _ask(self, needs: list[str], text: str) -> None:
        desk, pane = self._desk, self._desk.checklist.asking
        shown = desk.checklist.shown()
        if shown is None:
            return
        case_id, spoken, waits, ctx = shown.case_id, shown.language, shown.waits_for_buyer, desk.ctx

        def noted(count: int) -> None:
            pane.show_marked(offer_waiting=not waits)
            desk.said.emit(tr("%n need(s) marked as asked.", n=count))

        def refused(error: BaseException) -> None:
            pane.show_refused()
            show_error(error, desk)

        work = ctx.jobs.write(lambda: ctx.checklists.mark_asked(case_id, needs, text, language=spoken))
        desk.background.run(work, noted, refused, receiver=self)

    @Slot(str, str)
    def _change_manner(self, tone: str, spoken: str) -> None:
        desk = self._desk
        shown, case = desk.checklist.shown(), desk.shown_case()
        if shown is None or case is None:
            return
        self._manner = (tone, spoken)
        case_id, ctx, window = shown.case_id, desk.ctx, language()

        def show(changed: CaseChecklist) -> None:
            now = desk.shown_case()
            if now is not None and now.case.id == case_id:
                desk.checklist.show_checklist(now.case, changed)

        read = ctx.jobs.read(lambda: ctx.checklists.of_case(case_id, window, tone=tone, spoken=spoken))
        desk.background.run(read, show, receiver=self, quiet=True)

    @Slot(str)
    def _check(self, text: str) -> None:
        desk = self._desk
        shown, pane = desk.checklist.shown(), desk.checklist.asking
        if shown is None or not text:
            return
        case_id, ctx = shown.case_id, desk.ctx
        read = ctx.jobs.read(lambda: ctx.checklists.checked(case_id, text))
        desk.background.run(read, lambda found: pane.show_checked(text, found), receiver=self, quiet=True)

    @Slot()
    def _wait_for_buyer(self) -> None:
        desk = self._desk
        case, ctx = desk.shown_case(), desk.ctx
        if case is None:
            return
        case_id, was = case.case.id, case.case.waiting_on
        work = ctx.jobs.write(
            lambda: ctx.facts.change(case_id, FactName.WAITING_ON, WaitingOn.BUYER, expected=was)
        )  # fmt: skip
        desk.background.run(work, lambda _: desk.checklist.asking.offer.hide(), receiver=self)

    # Weights

    @Slot()
    def edit_weights(self) -> None:
        """The dialog for the weights of the case in front."""
        if self._weighing is None or self._desk.shown_case() is None:
            return
        dialog = WeightDialog(self._weighing, self._desk)
        dialog.entered.connect(self._keep_weights)
        dialog.removed.connect(self._remove_weights)
        self.dialog = dialog
        dialog.open()

    def _keep_weights(self, weights: ParcelWeights, photo: int, keep_items: bool) -> None:
        dialog, ctx = self.dialog, self._desk.ctx
        if dialog is None:
            return
        case_id = dialog.case_id
        work = ctx.jobs.write(
            lambda: ctx.weighings.save(case_id, weights, scale_evidence_id=photo or None, keep_items=keep_items)
        )
        self._desk.background.run(work, lambda _: dialog.written(), self._not_kept, receiver=self)

    def _remove_weights(self) -> None:
        dialog, ctx = self.dialog, self._desk.ctx
        if dialog is None:
            return
        case_id = dialog.case_id
        work = ctx.jobs.write(lambda: ctx.weighings.remove(case_id))
        self._desk.background.run(work, lambda _: dialog.written(), self._not_kept, receiver=self)

    def _not_kept(self, error: BaseException) -> None:
        parent = self.dialog.refused() if self.dialog is not None else None
        show_error(error, parent or self._desk)
