"""What the page shows of one case, read in one go, and what the page writes, through the writer's thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from desktop.services.checklists import CaseChecklist
from desktop.services.weighings import CaseWeighing
from models.errors import NotFound
from models.evidence_query import EvidenceQuery
from models.kinds import ClockStatus
from models.records import Case, Clock, Evidence, EvidenceRow
from models.rules.conclusion import EvidenceNeed
from ui.background import Background
from ui.i18n import language

_FIRST = 100


@dataclass(frozen=True, slots=True)
class CaseEvidence:
    """A case with its evidence and what it needs."""

    case: Case
    buyer_nick: str
    tier: str
    order_number: str
    next_clock: Clock | None
    timeline_count: int
    note_count: int
    needs: tuple[EvidenceNeed, ...]
    rows: tuple[EvidenceRow, ...]
    checked: CaseChecklist
    weighing: CaseWeighing


def load_case(ctx: Any, number: str) -> CaseEvidence:
    """Read a case by its number, or by its id written in digits; NotFound if there is none. For the reading threads."""
    case_id = int(number) if number.isdecimal() else ctx.cases.find_case_id(number)
    page = ctx.cases.load_page(case_id)
    running = [clock for clock in page.clocks if clock.status is ClockStatus.RUNNING]
    nick = page.buyer.nick if page.buyer is not None else ""
    checked = ctx.checklists.of_page(page, language())
    return CaseEvidence(
        case=page.case,
        buyer_nick=nick,
        tier=page.buyer.tier.value if page.buyer is not None else "none",
        order_number=page.order.number if page.order is not None else "",
        next_clock=min(running, key=lambda clock: clock.due_at) if running else None,
        timeline_count=len(page.timeline),
        note_count=len(page.notes),
        needs=tuple(item.need for item in checked.list.items),
        rows=rows_of(page.case, nick, page.evidence),
        checked=checked,
        weighing=ctx.weighings.of_page(page),
    )


def load_first(ctx: Any, number: str, query: EvidenceQuery) -> list[EvidenceRow]:
    """The first pieces a case shows, for before all that hangs on it is read; empty where there is no such case."""
    try:
        case_id = int(number) if number.isdecimal() else ctx.cases.find_case_id(number)
    except NotFound:
        return []
    ids = ctx.evidence.list_ids(replace(query, case_id=case_id))[:_FIRST].tolist()
    rows = ctx.evidence.load_rows(ids)
    return [rows[each] for each in ids if each in rows]


def load_shown(ctx: Any, number: str, query: EvidenceQuery) -> tuple[CaseEvidence, list[EvidenceRow]]:
    """A case, and what filters leave of its evidence in the order chosen. For the reading threads."""
    case = load_case(ctx, number)
    rows = {row.evidence.id: row for row in case.rows}
    ids = ctx.evidence.list_ids(replace(query, case_id=case.case.id))
    return case, [rows[each] for each in ids if each in rows]


def rows_of(case: Case, nick: str, evidence: Sequence[Evidence]) -> tuple[EvidenceRow, ...]:
    """A case's evidence as the gallery shows it."""
    return tuple(EvidenceRow(item, case.number, nick, case.problem) for item in evidence)


class EvidenceWriter(QObject):
    """Every change the page makes: one action each, undoable, in the order asked for."""

    def __init__(self, ctx: Any, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._background = background

    def caption(self, evidence_id: int, text: str) -> None:
        """Say what it shows."""
        self._write(lambda: self._ctx.evidence.set_caption(evidence_id, text))

    def proves(self, evidence_id: int, text: str) -> None:
        """Say what it proves."""
        self._write(lambda: self._ctx.evidence.set_proves(evidence_id, text))

    def tag(self, evidence_ids: Sequence[int], tag: str) -> None:
        """Say which need they fill."""
        self.tag_all(evidence_ids, tag, toggle=False)

    def tag_all(self, evidence_ids: Sequence[int], tag: str, *, toggle: bool) -> None:
        """The same, as one action; with `toggle` the tag is taken away where all of them have it."""
        ids, service = list(evidence_ids), self._ctx.evidence
        if len(ids) == 1 and not toggle:
            self._write(lambda: service.set_tag(ids[0], tag))
        elif ids:
            self._write(lambda: service.tag_many(ids, tag, toggle=toggle))

    def caption_all(self, evidence_ids: Sequence[int], text: str, *, only_empty: bool) -> None:
        """The same words for all of them, or for those without any."""
        ids = list(evidence_ids)
        self._write(lambda: self._ctx.evidence.caption_many(ids, text, only_empty=only_empty))

    def exhibit(self, evidence_ids: Sequence[int]) -> None:
        """Make them exhibits; if all are already, take their numbers away."""
        ids = list(evidence_ids)
        if ids:
            self._write(lambda: self._ctx.evidence.exhibit_many(ids))

    def remove(self, evidence_ids: Sequence[int]) -> None:
        """Take them out of their case."""
        ids = list(evidence_ids)
        if ids:
            self._write(lambda: self._ctx.evidence.remove(ids))

    def save_copy(self, item: Evidence, target: Path, then: Callable[[], object]) -> None:
        """Write the original bytes, checked against their hash, to a file of the user's choice."""
        future = self._ctx.jobs.io(lambda: self._ctx.evidence.write_copy(item, target), keeps=True)
        self._background.run(future, lambda _: then(), receiver=self)

    def _write(self, work: Callable[[], object]) -> None:
        self._background.run(self._ctx.jobs.write(work), lambda _: None, receiver=self)
