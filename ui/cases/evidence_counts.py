"""Counts the checklists of the cases in sight, and quietly those of other open cases: none of it in the window's
thread, none of it an action."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from models.evidence_records import Completeness
from ui.background import Background
from ui.cases.case_columns import EVIDENCE
from ui.cases.case_list_pane import CaseListPane

if TYPE_CHECKING:
    from desktop.services.checklists import Counted
    from models.rules.conclusion import EvidenceNeed

_REST_MS: Final = 1_500
_AGAIN_MS: Final = 400
# A checklist takes some milliseconds: so many at once, then others may read and write.
_TOGETHER: Final = 8
_A_MINUTE: Final = 24


class EvidenceCounts(QObject):
    """Works for one list. `begin` once its first rows stand."""

    def __init__(self, ctx: AppContext, background: Background, pane: CaseListPane, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx, self._background, self._pane = ctx, background, pane
        self._busy = self._ready = False
        self._left = 0
        self._timer = QTimer(self, singleShot=True, interval=_REST_MS)
        self._timer.timeout.connect(self.look)
        pane.model.loaded.connect(self._soon)
        pane.table.verticalScrollBar().valueChanged.connect(self._scrolled)
        pane.table.entered.connect(self._entered)

    @Slot()
    def _soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start(_AGAIN_MS if self._ready else _REST_MS)

    @Slot()
    def _scrolled(self) -> None:
        """What only passes by is not counted: frames come first."""
        self._timer.start(_AGAIN_MS if self._ready else _REST_MS)

    def minute(self) -> None:
        """A minute has passed: a few more of the open cases."""
        self._left = _A_MINUTE
        self._soon()

    @Slot()
    def look(self) -> None:
        """Count what is in sight and has no count, then what is left of this minute's share."""
        page = self.parent()
        if self._busy or (isinstance(page, QWidget) and not page.window().isVisible()):
            return
        ctx = self._ctx
        self._busy = True
        if not self._ready:
            read = ctx.jobs.read(lambda: ctx.checklists.other_rules())
            self._background.run(read, self._take_rules, self._stop, receiver=self, quiet=True)
            return
        seen = self._uncounted_in_sight()[:_TOGETHER]
        share = min(self._left, _TOGETHER)
        if not seen and not share:
            self._busy = False
            return
        if not seen:
            self._left -= share

        def count() -> Counted:
            return ctx.checklists.count(seen or ctx.checklists.list_uncounted(share))

        self._background.run(ctx.jobs.read(count), self._keep, self._stop, receiver=self, quiet=True)

    def _take_rules(self, packs: Sequence[str] | None) -> None:
        ctx = self._ctx
        if packs is None:
            self._go_on()
            return
        work = ctx.jobs.write(lambda: ctx.checklists.take_rules(packs))
        self._background.run(work, lambda _: self._begin_anew(), self._stop, receiver=self, quiet=True)

    def _begin_anew(self) -> None:
        self._go_on()
        self._pane.model.reload()

    def _go_on(self) -> None:
        self._busy, self._ready = False, True
        self._soon()

    def _keep(self, counted: Counted) -> None:
        ctx = self._ctx
        if not counted.counts:
            self._busy, self._left = False, 0
            return
        work = ctx.jobs.write(lambda: ctx.checklists.keep(counted))
        self._background.run(
            work, lambda kept: self._kept(counted.counts if kept else {}), self._stop, receiver=self, quiet=True
        )

    def _kept(self, counts: Mapping[int, Completeness]) -> None:
        self._pane.model.take_counts(counts)
        self._busy = False
        # What was changed meanwhile is counted again.
        self._soon()

    def _stop(self, error: BaseException) -> None:
        """A case that cannot be counted is counted another time; whoever opens it is told why."""
        self._busy, self._left = False, 0

    def _uncounted_in_sight(self) -> list[int]:
        table, model = self._pane.table, self._pane.model
        first = max(table.rowAt(0), 0)
        last = table.rowAt(table.viewport().height() - 1)
        last = last if last >= 0 else model.rowCount() - 1
        rows = model.known_rows(model.ids(range(first, last + 1))) or []
        return [row.id for row in rows if row.evidence is None]

    @Slot(QModelIndex)
    def _entered(self, index: QModelIndex) -> None:
        """Which required ones are missing is looked up while the pointer rests on the cell."""
        model, ctx = self._pane.model, self._ctx
        if index.column() != EVIDENCE:
            return
        ids = model.ids([index.row()])
        rows = model.known_rows(ids) or []
        if not rows or rows[0].evidence is None or not rows[0].evidence.due or ids[0] in model.missing:
            return
        case_id = ids[0]

        def told(needs: Sequence[EvidenceNeed]) -> None:
            model.missing[case_id] = tuple(need.label for need in needs)

        read = ctx.jobs.read(lambda: ctx.checklists.missing_required(case_id))
        self._background.run(read, told, lambda error: None, receiver=self, quiet=True)
