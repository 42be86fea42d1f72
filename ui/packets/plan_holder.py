"""What is chosen for the packet of the case in front: shown at once, written behind, in the order it was chosen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.context import AppContext
from models.packet_records import ExhibitPlan, PacketPlan
from ui.background import Background


class PlanHolder(QObject):
    """`changed` comes whenever the plan is another one: chosen here, undone, or of another case.

    `failed(error)`: something chosen could not be written; what the store holds is shown again.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, ctx: AppContext, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._background = background
        self._case_id: int | None = None
        self._plan = PacketPlan()
        self._writing = 0
        self._stale = False

    @property
    def plan(self) -> PacketPlan:
        """All that is chosen now."""
        return self._plan

    @property
    def case_id(self) -> int | None:
        """The case it is chosen for; None while there is none."""
        return self._case_id

    @property
    def writing(self) -> bool:
        """Whether something chosen is still being written."""
        return self._writing > 0

    def take(self, case_id: int, plan: PacketPlan) -> None:
        """Show what was read. While something chosen here is being written it is too old, and read again after it."""
        if case_id == self._case_id and self._writing:
            self._stale = True
            return
        other = case_id != self._case_id
        self._case_id = case_id
        self._show(plan, always=other)

    def clear(self) -> None:
        """No case is in front; what is being written is still written."""
        self._case_id = None
        self._show(PacketPlan())

    def replace(self, **fields: Any) -> None:
        """Choose something for the whole packet: fields of PacketPlan. One entry of Undo, if it is a change."""
        plan = replace(self._plan, **fields)
        if self._case_id is not None and plan != self._plan:
            self._keep(plan)

    def change_exhibits(self, evidence_ids: Iterable[int], **fields: Any) -> None:
        """Choose the same for some exhibits: fields of ExhibitPlan. One entry of Undo, if it is a change."""
        kept = {each.evidence_id: each for each in self._plan.exhibits}
        for evidence_id in evidence_ids:
            made = replace(self._plan.exhibit(evidence_id), **fields)
            if made == ExhibitPlan(evidence_id):
                kept.pop(evidence_id, None)
            else:
                kept[evidence_id] = made
        self.replace(exhibits=tuple(kept.values()))

    def _keep(self, plan: PacketPlan) -> None:
        case_id, plans = self._case_id, self._ctx.packet_plans
        if case_id is None:
            return
        self._writing += 1
        self._background.run(
            self._ctx.jobs.write(lambda: plans.keep(case_id, plan)),
            lambda _: self._kept(case_id),
            lambda error: self._not_kept(case_id, error),
            receiver=self,
        )
        self._show(plan)

    def _kept(self, case_id: int) -> None:
        self._writing -= 1
        if not self._writing and self._stale and case_id == self._case_id:
            self._read(case_id)

    def _not_kept(self, case_id: int, error: BaseException) -> None:
        self._stale = True
        self._kept(case_id)
        self.failed.emit(error)

    def _read(self, case_id: int) -> None:
        self._stale = False
        plans = self._ctx.packet_plans
        self._background.run(
            self._ctx.jobs.read(lambda: plans.read(case_id)), lambda plan: self._take_if(case_id, plan), receiver=self
        )

    def _take_if(self, case_id: int, plan: PacketPlan) -> None:
        if case_id == self._case_id:
            self.take(case_id, plan)

    def _show(self, plan: PacketPlan, *, always: bool = False) -> None:
        if always or plan != self._plan:
            self._plan = plan
            self.changed.emit()
